"""White cells of tables that fills draw: their rows and columns are known from the fills around.

Knows grids, fills and words; knows nothing of what they say.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Fill, Frame
from extractors.readers.pdf.ruled.filled import fits, holds_words
from extractors.readers.pdf.ruled.spans import is_apart

SAME_HEIGHT_PT = 1.0  # points; lines of one row beside one another differ by less


def with_white_cells(grid: Grid, words: Heights, fills: Sequence[Fill]) -> Grid:
    """Add a cell where words stand in a row and a column of a shaded grid, on no fill.

    Rows and columns are known from the fills beside, above and below; so are the rows of a white
    column between shaded ones. A grid of printed rules stays as it is: they say all about its
    cells.
    """
    if not grid.filled:
        return grid
    pieces = (piece for cell in grid.cells for piece in _by_rows(grid, cell, words, fills))
    grid = replace(grid, cells=tuple(pieces))
    taken = {
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    shaded = [cell for cell in grid.cells if any(fits(cell.frame, fill) for fill in fills)]
    ends = {(cell.row, cell.column + cell.column_span) for cell in shaded}
    heads = {cell.column for cell in shaded if (cell.row, cell.column) in ends}
    white = [
        cell
        for row in range(len(grid.ys) - 1)
        for cell in _in_row(grid, row, taken, heads, words)
        if holds_words(cell, words)
    ]
    if not white:
        return grid
    cells = sorted((*grid.cells, *white), key=lambda cell: (cell.row, cell.column))
    return replace(grid, cells=tuple(cells))


def _by_rows(grid: Grid, cell: GridCell, words: Heights, fills: Sequence[Fill]) -> list[GridCell]:
    """A white cell beside the shaded cells of several rows, as the cells of these rows.

    Its text has lines at the heights of theirs in two rows at least; that of a merged cell goes on
    at distances of its own.
    """
    if cell.row_span == 1 or any(fits(cell.frame, fill) for fill in fills):
        return [cell]
    pieces = [
        replace(cell, row=row, row_span=1, frame=cell.frame._replace(top=top, bottom=bottom))
        for row, (top, bottom) in enumerate(pairwise(grid.ys))
        if cell.row <= row < cell.row + cell.row_span
    ]
    full = [piece for piece in pieces if words.within(piece.frame)]
    beside = all(_stands_beside(piece, grid, words) for piece in full)
    return pieces if beside and len(full) > 1 else [cell]


def _stands_beside(piece: GridCell, grid: Grid, words: Heights) -> bool:
    """Whether text has its first line, its middle or its foot where other cells of its row do."""
    own = _places(piece.frame, words)
    others = (
        _places(cell.frame, words)
        for cell in grid.cells
        if cell.row == piece.row and cell.row_span == 1 and cell.column != piece.column
    )
    return any(
        abs(a - b) <= SAME_HEIGHT_PT for other in others for a, b in zip(own, other, strict=False)
    )


def _places(frame: Frame, words: Heights) -> tuple[float, ...]:
    """The bases of the first and the last line in a frame, and their middle; () without words."""
    bases = [word.base for word in words.within(frame)]
    return (min(bases), max(bases), (min(bases) + max(bases)) / 2) if bases else ()


def _in_row(
    grid: Grid,
    row: int,
    taken: Collection[tuple[int, int]],
    heads: Collection[int],
    words: Heights,
) -> Iterator[GridCell]:
    """The white cells of a row: a text that runs over borders has one cell over their columns.

    Not over the borders of shaded ``heads`` side by side, which open the columns of all rows; a
    shaded label between white cells opens those of its own ("Start | May 2026 | End | May 2028").
    """
    free = [column for column in range(len(grid.xs) - 1) if (row, column) not in taken]
    frame = grid.frame._replace(top=grid.ys[row], bottom=grid.ys[row + 1])
    lines = make_lines(words.within(frame)) if len(free) > 1 else []
    start = 0
    for at, column in enumerate(free, 1):
        border = grid.xs[column + 1]
        over = column + 1 in free[at : at + 1] and column + 1 not in heads
        if over and not all(is_apart(line.words, border) for line in lines):
            continue
        span = Frame(grid.xs[free[start]], frame.top, border, frame.bottom)
        yield GridCell(row, free[start], 1, at - start, span)
        start = at
