"""A grid as it is, in parts where two tables lie close, and without lines that part nothing.

Knows grids and their rules; knows nothing of text.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.ruled.runs import MAX_BAND_PT, Run

DOUBLE_PT = 0.7  # points between two full rules that are the borders of two tables


def split_at_double_rules(grid: Grid, rows: Sequence[Run]) -> list[Grid]:
    """Part tables that lie a hair's breadth below one another, their columns being different.

    Wandsworth prints a band table 1 pt above each main table; a double rule inside one table
    parts rows of the same columns.
    """
    doubles = {
        index
        for index, y in enumerate(grid.ys)
        if 0 < index < len(grid.ys) - 1 and _is_double(y, rows)
    }
    cuts = [index for index in sorted(doubles) if _columns_differ(grid, index)]
    if not cuts or len(doubles) > max(2, (len(grid.ys) - 2) // 2):
        return [grid]
    bounds = [0, *cuts, len(grid.ys) - 1]
    parts = [_part(grid, low, high) for low, high in pairwise(bounds)]
    return [part for part in parts if part.cells]


def _is_double(y: float, rows: Sequence[Run]) -> bool:
    near = [run for run in rows if abs(run.at - y) <= MAX_BAND_PT]
    places = {line.at for run in near for line in run.lines}
    return len(places) > 1 and max(places) - min(places) >= DOUBLE_PT


def _columns_differ(grid: Grid, row: int) -> bool:
    """Whether columns end at a row border, above as well as below, that do not go on beyond."""
    above = {c.column for c in grid.cells if c.row + c.row_span == row}
    below = {c.column for c in grid.cells if c.row == row}
    crossed = any(c.row < row < c.row + c.row_span for c in grid.cells)
    return not crossed and bool(above - below) and bool(below - above)


def _part(grid: Grid, low: int, high: int) -> Grid:
    cells = tuple(
        GridCell(c.row - low, c.column, c.row_span, c.column_span, c.frame)
        for c in grid.cells
        if low <= c.row < high
    )
    return Grid(
        grid.xs,
        grid.ys[low : high + 1],
        cells,
        bool(grid.open_top) and low == 0,
        bool(grid.open_bottom) and high == len(grid.ys) - 1,
        grid.filled,
    )


def tight(grid: Grid) -> Grid:
    """The grid without rows and columns at which no cell begins or ends."""
    rows = sorted({e for c in grid.cells for e in (c.row, c.row + c.row_span)})
    columns = sorted({e for c in grid.cells for e in (c.column, c.column + c.column_span)})
    if len(rows) == len(grid.ys) and len(columns) == len(grid.xs):
        return grid
    new_row = {old: new for new, old in enumerate(rows)}
    new_column = {old: new for new, old in enumerate(columns)}
    cells = tuple(
        GridCell(
            new_row[c.row],
            new_column[c.column],
            new_row[c.row + c.row_span] - new_row[c.row],
            new_column[c.column + c.column_span] - new_column[c.column],
            c.frame,
        )
        for c in grid.cells
    )
    xs, ys = tuple(grid.xs[i] for i in columns), tuple(grid.ys[i] for i in rows)
    return Grid(xs, ys, cells, grid.open_top, grid.open_bottom, grid.filled)
