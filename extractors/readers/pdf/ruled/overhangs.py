"""Text of merged cells that hangs below the last rule of a page.

Browsers end a table's piece at its last whole row; a cell merged over rows of two pages is closed
on neither, and its text goes on below. Knows grids, rules and words; knows nothing of what they
say.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.record import Rule, Word, holds

AT = attrgetter("at")
ON_EDGE_PT = 3.0  # points by which a cell's rule and the grid's last border may differ
NEXT_LINE_EM = 1.6  # of the size from line to line of one cell; double spacing is left out
SAME_PITCH_PT = 1.0  # points by which the lines of one text stand closer or wider apart


def with_overhangs(grid: Grid, across: Sequence[Rule], words: Sequence[Word]) -> Grid:
    """Lengthen the last row by the lines that go on below cells no rule closes there.

    Args:
        grid: Of the page; one whose cells are all open at its foot stays as it is.
        across: Horizontal rules, top to bottom.
        words: Of the page. At the height of the lines no other text may stand below the grid.

    Example: "Reduce harm in the" stands in an open cell beside closed ones, "home" below it.
    """
    last = [c for c in grid.cells if c.row + c.row_span == len(grid.ys) - 1]
    bottom = grid.ys[-1]
    first = bisect_left(across, bottom - ON_EDGE_PT, key=AT)
    rules = across[first : bisect_right(across, bottom + ON_EDGE_PT, lo=first, key=AT)]
    hanging = [cell for cell in last if not _is_closed(cell, rules)]
    if not hanging or len(hanging) == len(last):
        return grid
    below = [w for w in words if w.middle_y > bottom and w.x1 > grid.xs[0] and w.x0 < grid.xs[-1]]
    ends = [_end_of_text(cell, words, below) for cell in hanging]
    end = max((one for one in ends if one is not None), default=bottom)
    beside = [word for word in below if word.middle_y < end]
    if end == bottom or not all(_in_any(word, hanging) for word in beside):
        return grid
    cells = tuple(_to(cell, end) if cell in last else cell for cell in grid.cells)
    return replace(grid, ys=(*grid.ys[:-1], end), cells=cells)


def _is_closed(cell: GridCell, rules: Iterable[Rule]) -> bool:
    middle = (cell.frame.x0 + cell.frame.x1) / 2
    return any(rule.start <= middle <= rule.end for rule in rules)


def _end_of_text(cell: GridCell, words: Iterable[Word], below: Iterable[Word]) -> float | None:
    """Where the lines end that follow a cell's own lines at their pitch; None where none does."""
    own = [word for word in words if word.turn == 0 and holds(cell.frame, word)]
    bases = sorted({word.base for word in own})
    if not own:
        return None
    size, end = max(word.style.size for word in own), None
    pitch = bases[-1] - bases[-2] if len(bases) > 1 else NEXT_LINE_EM * size
    last = bases[-1]
    for word in sorted(below, key=lambda word: word.base):
        step = word.base - last
        if not _in_any(word, [cell]) or step > min(pitch + SAME_PITCH_PT, NEXT_LINE_EM * size):
            continue
        last = max(last, word.base)
        end = max(end or 0.0, word.bottom)
    return end


def _in_any(word: Word, cells: Iterable[GridCell]) -> bool:
    return any(cell.frame.x0 <= word.x0 and word.x1 <= cell.frame.x1 for cell in cells)


def _to(cell: GridCell, bottom: float) -> GridCell:
    return replace(cell, frame=cell.frame._replace(bottom=bottom))
