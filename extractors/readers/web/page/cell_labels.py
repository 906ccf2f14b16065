"""Headings that a table repeats in its cells, for screens too narrow for columns.

Pages do so in an attribute (``<td data-label="Lead">``) that a style sheet prints, or in an element
before the text (``<b class="cell-label">Lead</b>``). Knows HTML tables.
"""

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from extractors.readers.web.elements.tables import Grid, Placed
from extractors.readers.web.page.page import text_of

ATTRIBUTES = ("data-label", "data-title", "data-th", "data-heading", "data-header", "aria-label")
LEAST_COLUMNS = 2  # columns with a label of their own before labels are the headings of a table


def label_of(cell: HtmlElement) -> str:
    """The heading that an attribute of a cell repeats: ``"Lead"``; "" for none."""
    said = ((cell.get(name) or "").strip(" :") for name in ATTRIBUTES)
    return next(filter(None, said), "")


def repeated_labels(grid: Grid) -> frozenset[HtmlElement]:
    """The elements that only say again, at the start of a cell, what its column is headed.

    One that is all its cell holds is such where others of its column have text behind it.
    """
    found = list(_repeated(grid))
    columns = {cell.column for cell, first in found if not _is_alone(cell.element, first)}
    return frozenset(first for cell, first in found if cell.column in columns)


def _repeated(grid: Grid) -> Iterator[tuple[Placed, HtmlElement]]:
    heads = {c.column: text_of(c.element) for c in grid.cells if c.row < grid.header_rows}
    for cell in grid.cells:
        first = next(iter(cell.element), None)
        if cell.row < grid.header_rows or first is None or (cell.element.text or "").strip():
            continue
        said = text_of(first).strip(" :").casefold()
        known = (heads.get(cell.column, ""), label_of(cell.element))
        if said and said in {text.strip(" :").casefold() for text in known}:
            yield cell, first


def _is_alone(cell: HtmlElement, first: HtmlElement) -> bool:
    return len(cell) == 1 and not (first.tail or "").strip()


def stated_heads(grid: Grid) -> dict[int, str]:
    """The headings that a table states in its cells alone, by column; {} where it prints a head.

    Every cell of a column says the same, and most columns say something.
    """
    if grid.header_rows or any(cell.element.tag == "th" for cell in grid.cells if cell.row == 0):
        return {}
    said: dict[int, set[str]] = {}
    for cell in grid.cells:
        said.setdefault(cell.column, set()).add(label_of(cell.element))
    heads = {column: min(labels) for column, labels in said.items() if len(labels) == 1}
    filled = {column: label for column, label in heads.items() if label}
    different = len(set(filled.values())) == len(filled)
    enough = len(filled) >= max(LEAST_COLUMNS, grid.column_count - 1)
    printed = _texts(cell for cell in grid.cells if cell.row == 0)
    return filled if enough and different and not printed >= set(filled.values()) else {}


def _texts(cells: Iterable[Placed]) -> set[str]:
    return {text_of(cell.element) for cell in cells}
