"""Rows across a table that print an action above headings that say only who and when.

``Action 1.1: Review the rota`` across, below it ``Lead | Deadline | Status``, below that one row of
values, and again for the next action. The title is put into a column of its own beside its values,
so that everything after sees an ordinary table. Knows tables and headings; nothing of formats.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.contents import is_promise
from extractors.grid import Grid, text_of
from extractors.headings import read_heading
from extractors.heads import heading_rows
from extractors.layouts.cards import AIMS, WHO_AND_WHEN
from extractors.layouts.lifted import more_edges
from extractors.outline import section_from
from extractors.refs import split_title

REF, ACTION = "Ref", "Action"  # headings of the columns that the titles are put into


@dataclass(frozen=True, slots=True)
class _Titled:
    """One action: its title's cell, its heading rows and the row of its values."""

    title: Cell
    heads: tuple[int, ...]
    values: int


def lower_titles(grid: Grid) -> Table:
    """The table with its titles as columns; the same table where it is not made of such cards."""
    cards = list(_cards(grid))
    if not cards:
        return grid.table
    table = grid.table
    gone = {id(card.title) for card in cards}
    cells = [cell for cell in table.cells if id(cell) not in gone]
    for card in cards:
        split = split_title([card.title])
        held = ((REF, (Paragraph(split.ref or ""),)), (ACTION, split.paragraphs))
        for column, (head, said) in enumerate(held, table.column_count):
            heading = (Paragraph(head, bold=True),)
            cells.append(Cell(card.heads[0], column, heading, len(card.heads)))
            cells.append(
                replace(card.title, row=card.values, column=column, column_span=1, paragraphs=said)
            )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    edges = more_edges(table.edges, len((REF, ACTION)))
    return replace(table, cells=tuple(cells), column_count=table.column_count + 2, edges=edges)


def _cards(grid: Grid) -> Iterator[_Titled]:
    """The cards that a table is made of; nothing where some row of it belongs to none."""
    rows = [row for row in range(grid.table.row_count) if grid.texts(row)]
    cards = []
    while rows:
        card = _card(grid, rows)
        if card is None:
            return
        cards.append(card)
        rows = [row for row in rows if row > card.values]
    yield from cards


def _card(grid: Grid, rows: list[int]) -> _Titled | None:
    """The card that begins at the first of some rows; None where none does."""
    title = _title(grid, rows[0])
    heads = heading_rows(grid, rows[1]) if title is not None and len(rows) > 1 else ()
    after = [row for row in rows if heads and row > heads[-1]]
    if title is None or not after or rows[1] not in heads:
        return None
    fields = {m.line.field for row in heads for t in grid.texts(row) if (m := read_heading(t))}
    values = [cell for cell in grid.own(after[0]) if text_of(cell)]
    filled = len(values) > 1 or (bool(values) and values[0].column_span < grid.table.column_count)
    says_when = bool(fields & WHO_AND_WHEN) and not fields & (AIMS | {"against"})
    return _Titled(title, heads, after[0]) if says_when and filled else None


def _title(grid: Grid, row: int) -> Cell | None:
    """The cell across a row that says an action: "Action 4: Lighting", "Review lighting"."""
    cells = [cell for cell in grid.covering(row) if text_of(cell)]
    if len(cells) != 1 or cells[0].row != row or cells[0].column_span < grid.table.column_count:
        return None
    text = text_of(cells[0])
    counted = split_title(cells).ref is not None and text.casefold().startswith("action")
    says_what = counted or is_promise(split_title(cells).text)
    return cells[0] if section_from(text).kind == "group" and says_what else None
