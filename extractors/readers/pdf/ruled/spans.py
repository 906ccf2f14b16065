"""Cells that only look merged: no rule parts them, but their text keeps to the columns.

Knows grids and the words in their cells. Word's table styles print rules between the columns of
every other row only, and scans lose them on dark heads.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Frame, Word

GAP_EM = 0.75  # of the size between texts of two columns; words stand 0.25 to 0.35 apart
FULL_SHARE = 0.5  # of the columns that hold text in a cell that is cut


def cut_spans(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """Cut cells over several columns where their text stands in columns as in the next row.

    Args:
        grid: As its rules draw it.
        words: The words of each cell, by its number.
    """
    cells: list[GridCell] = []
    placed: dict[int, list[Word]] = {}
    for index, cell in enumerate(grid.cells):
        held = words.get(index, [])
        pieces = _pieces(grid, cell, held) if cell.column_span > 1 and held else [cell]
        for piece in pieces:
            here = held if len(pieces) == 1 else _within(held, piece.frame)
            if here:
                placed[len(cells)] = here
            cells.append(piece)
    if len(cells) == len(grid.cells):
        return grid, words
    return replace(grid, cells=tuple(cells)), placed


def _pieces(grid: Grid, cell: GridCell, words: Sequence[Word]) -> list[GridCell]:
    columns = _columns_beside(grid, cell)
    borders = [cell.column, *columns, cell.column + cell.column_span]
    if not columns or not _keeps_clear(words, [grid.xs[column] for column in columns]):
        return [cell]
    pieces = [
        GridCell(
            cell.row,
            low,
            cell.row_span,
            high - low,
            Frame(grid.xs[low], cell.frame.top, grid.xs[high], cell.frame.bottom),
        )
        for low, high in pairwise(borders)
    ]
    full = sum(bool(_within(words, piece.frame)) for piece in pieces)
    return pieces if full > 1 and full >= FULL_SHARE * len(pieces) else [cell]


def _columns_beside(grid: Grid, cell: GridCell) -> list[int]:
    """Where the nearest row that has several cells under or over this one begins them."""
    first, last = cell.column, cell.column + cell.column_span
    rows = range(len(grid.ys) - 1)
    for row in sorted(rows, key=lambda r: (abs(r - cell.row), r < cell.row)):
        starts = [c.column for c in grid.cells if c.row == row and first < c.column < last]
        if row != cell.row and starts:
            return sorted(starts)
    return []


def _keeps_clear(words: Sequence[Word], borders: Sequence[float]) -> bool:
    """Whether no line of the words runs over a border, and what stands beside one stands apart."""
    if any(word.turn for word in words):
        return False
    for line in make_lines(words):
        for border in borders:
            left = [word.x1 for word in line.words if word.x0 < border]
            right = [word.x0 for word in line.words if word.x0 >= border]
            if left and max(left) > border + 1:
                return False
            if left and right and min(right) - max(left) < GAP_EM * line.size:
                return False
    return True


def _within(words: Sequence[Word], frame: Frame) -> list[Word]:
    return [word for word in words if frame.x0 <= (word.x0 + word.x1) / 2 < frame.x1]
