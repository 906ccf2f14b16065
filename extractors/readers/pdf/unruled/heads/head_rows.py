"""Heads in two rows, "Timescale" over "Start" and "End", as cells of two rows.

Knows lines of heads and column borders; knows nothing of what heads say.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.record import Frame
from extractors.readers.pdf.unruled.heads.heads import heads_over
from extractors.readers.pdf.unruled.rows.rows import Band


def head_cells(
    row: int, band: Band, borders: Sequence[float]
) -> tuple[list[float], list[GridCell]] | None:
    """The two rows of a band of heads: where they end, and their cells.

    Args:
        row: The number of the first.
        band: The heads, all of them together.
        borders: x of the column borders.

    Returns:
        A head over several is one cell of the upper row, those below it stand in the lower row,
        and every other head takes both. None where no head stands over several, or where one that
        does stands over another.
    """
    over = heads_over(band.lines)
    spans = sorted((_column(held[0], borders), _column(held[-1], borders)) for _, held in over)
    if not over or any(first[1] >= other[0] for first, other in pairwise(spans)):
        return None
    low = max(head.bottom for head, _ in over)
    cut = (low + max(low, min(one.top for _, held in over for one in held))) / 2
    cells = []
    for left, right in spans:
        frame = Frame(borders[left], band.top, borders[right + 1], cut)
        cells.append(GridCell(row, left, 1, right - left + 1, frame))
    for column, (x0, x1) in enumerate(pairwise(borders)):
        below = any(left <= column <= right for left, right in spans)
        frame = Frame(x0, cut if below else band.top, x1, band.bottom)
        cells.append(GridCell(row + below, column, 1 if below else 2, 1, frame))
    return [cut, band.bottom], sorted(cells, key=lambda cell: (cell.row, cell.column))


def _column(head: Frame, borders: Sequence[float]) -> int:
    middle = (head.x0 + head.x1) / 2
    return min(max(bisect_right(borders, middle) - 1, 0), len(borders) - 2)
