"""Replaces names of people in raw columns, where a setting asks for it.

The names are those that the lead and support cells of a document print
(``normalisers/leads/people.py``); they are then replaced wherever else the document prints them.
Ids are made from the print before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from extractors.rows import OtherCell
from normalisers.agencies import Place
from normalisers.leads.people import without_people
from normalisers.leads.piece import Piece
from normalisers.leads.pieces import read_pieces
from normalisers.names import tokenise
from pipeline import schema
from pipeline.records import CuratedEdition

HIDDEN = "[name]"
BETWEEN = r"[\W_]{1,3}"  # what may stand between two words of a name: a space, a dot and a space

Names = re.Pattern[str] | None
Row = TypeVar("Row", schema.ActionRow, schema.PriorityRow, schema.GlossaryRow, schema.ProblemRow)
KEPT = frozenset({"document_id", "edition_id", "area_code", "action_id", "priority_id", "url"})
"""Columns that hold codes; a name in a file's address is part of the address."""


def without_names(cell: str) -> str:
    """A lead cell with names of people replaced: ``"Jane Doe, Head of Housing"`` begins
    ``"[name], Head"``; any other text that begins so is treated alike.
    """
    return hidden(cell, names_in([cell]))


def names_in(cells: Iterable[str | None]) -> Names:
    """The names of people that lead cells print, as one pattern; None where there are none."""
    return _pattern({name for cell in set(cells) if cell for name in _names_in(cell)})


def hide_names(curated: CuratedEdition, names: Names) -> CuratedEdition:
    """Replace names of people in all rows of an edition."""
    if names is None:
        return curated
    return replace(
        curated,
        actions=tuple(_hidden(row, names) for row in curated.actions),
        priorities=tuple(_hidden(row, names) for row in curated.priorities),
        glossary=tuple(_hidden(row, names) for row in curated.glossary),
        problems=tuple(_hidden(row, names) for row in curated.problems),
    )


def hidden(text: str, names: Names) -> str:
    """A text with names of people replaced: ``"Ask [name]"``."""
    return names.sub(HIDDEN, text) if names else text


def _names_in(cell: str) -> Iterator[tuple[str, ...]]:
    """The words of each name that a lead cell prints: ``("Jane", "Doe")``."""
    pieces = read_pieces(tokenise(cell), Place(None, None))
    yield from _removed(pieces, without_people(pieces))


def _removed(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[tuple[str, ...]]:
    """The runs of pieces that are missing after people were taken out."""
    run: list[str] = []
    rest = list(after)
    for piece in before:
        if rest and _same(piece, rest[0]):
            if piece.kind == "group":
                yield from _removed(piece.children, rest[0].children)
            rest.pop(0)
            if run:
                yield tuple(run)
            run = []
        else:
            run += [token.text.strip("-'") for token in piece.tokens]
    if run:
        yield tuple(run)


def _same(piece: Piece, other: Piece) -> bool:
    if piece.kind == other.kind == "group":
        return True
    return piece == other


def _pattern(names: Iterable[tuple[str, ...]]) -> Names:
    """One pattern for all names, longest first; None where there are none."""
    forms = {BETWEEN.join(map(re.escape, filter(None, name))) for name in names}
    longest = sorted(filter(None, forms), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)") if longest else None


def _hidden(row: Row, names: Names) -> Row:
    held = {line.name: getattr(row, line.name) for line in fields(row) if line.name not in KEPT}
    return replace(row, **{name: _without(value, names) for name, value in held.items()})


def _without(held: Any, names: Names) -> Any:
    """What a column holds, names replaced in its texts and those of its lists."""
    if isinstance(held, str):
        return hidden(held, names)
    if isinstance(held, OtherCell):
        return OtherCell(hidden(held.heading, names), hidden(held.text, names))
    return tuple(_without(item, names) for item in held) if isinstance(held, tuple) else held
