"""Milestones with days of their own in or below the form of a commitment: each is an action.

The form says once who leads them all, with whom and what for; its name heads them. Knows cards,
tables and rows; knows nothing of formats.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Table
from extractors.columns.contents import is_date
from extractors.columns.named import Columns
from extractors.columns.refs import number_in
from extractors.generic import is_generic
from extractors.grid import Grid, text_of
from extractors.layouts.forms.form_values import by_field, said_in
from extractors.layouts.grids.grids import Found
from extractors.layouts.grids.raw_texts import other_texts
from extractors.layouts.labels.cards import Card, Line, label_of
from extractors.rows import WHEN, WHO, ActionRow, Field, OtherCell
from extractors.sections import Section, section_from

SHARED: tuple[Field, ...] = ("objective", "lead", "support")  # what a form says of all its steps
MAX_NAME_WORDS = 25  # words of what a form is called; a longer value describes it
DATED = 0.5  # share of the steps that name a day; others are "Throughout", "Ongoing"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a form says of the steps in it or below it.

    Attributes:
        cells: Who leads them and what for, by field.
        other: All else that it prints, with its labels.
        path: The sections over them, the last of which is its own name where it has one.
        action: Its own action, where one was made of it.
        dated: It says when, so that steps below it are parts of its action.
        holds: The steps stand inside it.
    """

    cells: Mapping[Field, str]
    other: tuple[OtherCell, ...]
    path: tuple[Section, ...]
    action: ActionRow | None = None
    dated: bool = False
    holds: bool = False

    def leads(self, grid: Grid, columns: Columns, body: Sequence[int]) -> bool:
        """Whether rows are its steps: those inside it, or below with days and nobody named."""
        if self.holds or "activity" not in columns.names:
            return self.holds
        held = [[grid.at(row, at) for name in WHEN for at in columns.of(name)] for row in body]
        days = sum(any(cell is not None and is_date(text_of(cell)) for cell in row) for row in held)
        alone = not columns.names & WHO and not self.dated
        return alone and days >= DATED * len(body) > 0

    def is_made(self, row: ActionRow) -> bool:
        """Whether a row is the form's own action, whatever section it was given."""
        return self.action is not None and row.cells is self.action.cells


def commitment_of(
    card: Card, path: tuple[Section, ...], block: int, action: ActionRow | None
) -> Commitment:
    """What a form below the sections ``path`` says of its steps; ``action`` was made of it."""
    lines = by_field(card, titled=False)
    over = (*path, *_name_of(card, lines.get("activity", []), block))
    shared = {name: said_in(name, lines[name]) for name in SHARED if name in lines}
    read = {id(line.cells[0]) for name in shared for line in lines[name]}
    rest = ((line.label, line.value) for line in card.lines if id(line.cells[0]) not in read)
    dated = action is not None and not WHEN.isdisjoint(action.cells)
    return Commitment(shared, other_texts(rest), over, action, dated)


def split_steps(card: Card, table: Table) -> Table | None:
    """The rows of a small table in a form, taken out of it; None where they are no actions.

    ``Action`` heads them, or ``Milestone | Lead``. Milestones without a lead are parts of the
    form's own action where that says when, or where they have no days.
    """
    inner = [line.cells for line in card.lines if line.inner]
    heads = [m.line for cell in inner[0] if (m := label_of(text_of(cell)))] if inner else []
    fields = {line.field for line in heads}
    what = [line for line in heads if line.field == "activity"]
    parts = _says_all(card) and all(line.otherwise == "measures" for line in what)
    own = (bool(fields & WHO) and not parts) or not all(line.yields for line in what)
    days = fields >= WHEN and _are_dated(inner)
    if len(inner) < 2 or not what or not (own or (not _says_when(card) and days)):
        return None
    card.lines = [line for line in card.lines if not line.inner]
    cells = [replace(cell, row=row) for row, held in enumerate(inner) for cell in held]
    return replace(table, cells=tuple(cells), row_count=len(inner), header_rows=0, joined=())


def _name_of(card: Card, said: Sequence[Line], block: int) -> list[Section]:
    """What a form is called, in its title or behind its first label: "Commitment 4 | Open data"."""
    names = [cell for cell in card.title if text_of(cell) and not is_generic(text_of(cell))]
    if names:
        return [section_from(text_of(names[-1]), block, names[-1].place)]
    first = said[0] if said and said[0] is card.lines[0] else None
    if first is None or not first.text or len(first.text.split()) > MAX_NAME_WORDS:
        return []
    text = f"{first.label} {first.text}" if number_in(first.label) else first.text
    return [section_from(text, block, first.cells[0].place)]


def under(found: Found, form: Commitment) -> Found:
    """A step with what its form says of it."""
    said = {name: text for name, text in form.cells.items() if name not in found.row.cells}
    row = replace(
        found.row,
        cells={**said, **found.row.cells},
        other_cells=(*found.row.other_cells, *form.other),
    )
    return Found(row, found.bands)


def _says_all(card: Card) -> bool:
    """Whether the labels of a form say what, who and when, so that its milestones are its parts."""
    said = {line.meaning.line.field for line in card.lines if line.meaning and line.text}
    return "activity" in said and bool(said & WHO) and bool(said & WHEN)


def _says_when(card: Card) -> bool:
    return any(line.meaning and line.meaning.line.field in WHEN for line in card.lines)


def _are_dated(inner: Sequence[Sequence[Cell]]) -> bool:
    days = sum(any(is_date(text_of(cell)) for cell in own) for own in inner[1:])
    return days >= DATED * (len(inner) - 1)
