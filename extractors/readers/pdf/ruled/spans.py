"""Cells that only look merged: no rule parts them, but their text keeps to the columns.

Knows grids and the words in their cells. Word's table styles print rules between the columns of
every other row only, and scans lose them on dark heads.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import BULLETS, make_lines
from extractors.readers.pdf.record import Frame, Word

GAP_EM = 0.75  # of the size between texts of two columns; words stand 0.25 to 0.35 apart
OVER_PT = 1.0  # points by which a word may reach over the border of its column
FULL_SHARE = 0.5  # of the columns that hold text in a cell that is cut


def cut_spans(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """Cut cells over several columns where their text stands in columns as in the next row.

    Args:
        grid: As its rules draw it.
        words: The words of each cell, by its number.
    """
    wide, placed = _cut(grid, words)
    return (grid, words) if wide is grid else _cut(wide, placed)


def _cut(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """Cut what keeps clear of the borders."""
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
    for columns in _columns_beside(grid, cell):
        if not _keeps_clear(words, [grid.xs[column] for column in columns]):
            continue
        pieces = _parted(grid, cell, [cell.column, *columns, cell.column + cell.column_span])
        full = sum(bool(_within(words, piece.frame)) for piece in pieces)
        if (full > 1 and full >= FULL_SHARE * len(pieces)) or _goes_on(words):
            return pieces
    return [cell]


def _parted(grid: Grid, cell: GridCell, borders: Sequence[int]) -> list[GridCell]:
    """The pieces of a cell between borders of columns."""
    return [
        GridCell(
            cell.row,
            low,
            cell.row_span,
            high - low,
            Frame(grid.xs[low], cell.frame.top, grid.xs[high], cell.frame.bottom),
        )
        for low, high in pairwise(borders)
    ]


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a text begins in mid-sentence or with a bullet: the rest of a cell, and no banner."""
    first = make_lines(words)[0].words[0].text
    return first[:1].islower() or first in BULLETS


def _columns_beside(grid: Grid, cell: GridCell) -> list[list[int]]:
    """Where the nearest rows below and above that have several cells here begin them.

    The nearer of the two is first. They differ where two tables touch: the heads of the lower one
    stand right below rows of the other.
    """
    first, last = cell.column, cell.column + cell.column_span
    rows: dict[int, list[int]] = {}
    for other in grid.cells:
        if first < other.column < last and other.row != cell.row:
            rows.setdefault(other.row, []).append(other.column)
    below = min((row for row in rows if row > cell.row), default=None)
    above = max((row for row in rows if row < cell.row), default=None)
    sides = [row for row in (below, above) if row is not None]
    return [sorted(rows[row]) for row in sorted(sides, key=lambda row: abs(row - cell.row))]


def _keeps_clear(words: Sequence[Word], borders: Sequence[float]) -> bool:
    """Whether no line runs over a border, and what stands beside one stands apart from it."""
    if any(word.turn for word in words):
        return False
    lines = [line.words for line in make_lines(words)]
    return all(is_apart(line, border) for line in lines for border in borders)


def is_apart(line: Sequence[Word], border: float) -> bool:
    """Whether what stands left and right of a border in a line are texts of two columns."""
    left = [word.x1 for word in line if word.x0 < border]
    right = [word.x0 for word in line if word.x0 >= border]
    if not left:
        return True
    if max(left) > border + OVER_PT:
        return False
    return not right or min(right) - max(left) >= GAP_EM * line[0].style.size


def _within(words: Sequence[Word], frame: Frame) -> list[Word]:
    return [word for word in words if frame.x0 <= word.middle_x < frame.x1]
