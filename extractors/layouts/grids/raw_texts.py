"""The raw text of each field of an action, and of its other cells, as they print it.

Knows cells, paragraphs and fields; knows nothing of where a table ends or what an action is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from extractors.blocks import Cell, Paragraph
from extractors.columns.named import Columns
from extractors.grid import filled_paragraphs, printed_in
from extractors.layouts.grids.groups import flat
from extractors.rows import WHO, Field, OtherCell

FIELDS: tuple[Field, ...] = get_args(Field)


def raw_texts(
    lines: Mapping[Field, Sequence[Sequence[Cell]]], columns: Columns
) -> dict[Field, str]:
    """The raw text of each field that the table has a column for; "" for an empty cell.

    Args:
        lines: The cells of each field, by the rows of the action.
        columns: Of the table.
    """
    return {name: _raw_text(name, flat(lines[name])) for name in FIELDS if name in columns.names}


def other_texts(printed: Iterable[tuple[str, Iterable[Paragraph]]]) -> tuple[OtherCell, ...]:
    """The cells that are no field by the heading above or before them; blank ones are left out.

    ``[("Funding", paragraphs), ("Risks", paragraphs)]``; what stands under one heading is one text.
    """
    found: dict[str, list[Paragraph]] = {}
    for heading, paragraphs in printed:
        found.setdefault(heading, []).extend(paragraphs)
    texts = ((heading, in_lines(held)) for heading, held in found.items())
    return tuple(OtherCell(heading, text) for heading, text in texts if text)


def in_lines(paragraphs: Iterable[Paragraph]) -> str:
    r"""Several paragraphs, each a line: ``"Cabinet Member for Homes\nHead of Housing"``.

    A blank would make one name of two. What a page's end parts is mostly one, that it cuts, and a
    small letter begins none.
    """
    text, page = "", None
    for paragraph in paragraphs:
        if paragraph.printed:
            overleaf = page is not None and paragraph.place.page != page
            goes_on = overleaf or paragraph.printed[0].islower()
            text += (" " if goes_on else "\n") if text else ""
            text += paragraph.printed
            page = paragraph.place.page_end
    return text


def _raw_text(name: Field, cells: Sequence[Cell]) -> str:
    if name in WHO:
        by_column = sorted(cells, key=lambda cell: cell.column)  # "Lead member", "Lead officer"
        text = in_lines(filled_paragraphs(by_column))
        if text:
            return text
    return " ".join(filter(None, map(printed_in, cells)))
