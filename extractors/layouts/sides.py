"""Tables that stand side by side in one grid: the same headings printed twice in one row.

Knows tables and headings; knows nothing of formats.
"""

from dataclasses import replace

from extractors.blocks import Table, join_places
from extractors.grid import Grid, text_of
from extractors.headings import fold_heading
from extractors.heads import is_heading_row

MIN_HEADINGS = 2  # columns of one side; a single repeated heading is two columns of one field
TOP_ROWS = 6  # rows; where the headings stand


def split_sides(grid: Grid) -> list[Table]:
    """The tables that a grid holds side by side, left to right; the grid's own table if one."""
    table = grid.table
    for row in range(min(TOP_ROWS, table.row_count)):
        starts = _starts(grid, row) if is_heading_row(grid, row) else []
        if len(starts) > 1:
            ends = [*starts[1:], table.column_count]
            return [_part(table, a, b) for a, b in zip(starts, ends, strict=True)]
    return [table]


def _starts(grid: Grid, row: int) -> list[int]:
    """The first column of each side; one of them where the headings do not repeat."""
    cells = [cell for cell in grid.own(row) if text_of(cell)]
    words = [fold_heading(text_of(cell)) for cell in cells]
    for size in range(MIN_HEADINGS, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return [cells[place].column for place in range(0, len(cells), size)]
    return []


def _part(table: Table, start: int, end: int) -> Table:
    """The columns of a table from one to before another, numbered from 0."""
    cells = []
    for cell in table.cells:
        first = max(cell.column, start)
        last = min(cell.column + cell.column_span, end)
        if first < last:
            cells.append(replace(cell, column=first - start, column_span=last - first))
    return replace(
        table,
        cells=tuple(cells),
        column_count=end - start,
        edges=table.edges[start : end + 1],
        place=join_places(cell.place for cell in cells) if table.place.boxes else table.place,
    )
