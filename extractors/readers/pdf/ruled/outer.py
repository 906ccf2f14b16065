"""White columns at the sides of a shaded grid: of "Ref, Action, Lead, By when" every second shaded.

Knows grids and words; knows nothing of what they say.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Word, inside
from extractors.readers.pdf.unruled.columns.shaded import START_PT

MIN_LINES = 3  # lines beside a grid, heads among them: fewer may stand there by chance
LEVEL_SHARE = 0.7  # of the lines of such a column that stand where lines of the grid do
SAME_BASE_PT = 1.0  # points; lines of one row beside one another differ by less
ONE_TEXT_EM = 2.0  # of the size between two words of a line that are of one cell


def with_outer_columns(grid: Grid, grids: Sequence[Grid], words: Sequence[Word]) -> Grid:
    """Widen a shaded grid by a white column at either side, whose text begins where the rows do.

    Args:
        grid: Whose rules are the borders of fills.
        grids: All of the page; what stands in another is no column of this one.
        words: Of the page.
    """
    if not grid.filled:
        return grid
    frame = grid.frame
    free = [
        word
        for word in words
        if frame.top < word.middle_y < frame.bottom
        and (word.x0 >= frame.x1 or word.x1 <= frame.x0)
        and not any(inside(word.x0, word.middle_y, other.frame) for other in grids)
    ]
    right = [word for word in free if word.x0 >= frame.x1]
    if right and min(w.x0 for w in right) - frame.x1 <= START_PT and _is_column(right, grid, words):
        grid = replace(grid, xs=(*grid.xs, max(word.x1 for word in right) + START_PT))
    left = [word for word in free if word.x1 <= frame.x0]
    if left and _is_column(left, grid, words):
        moved = tuple(replace(cell, column=cell.column + 1) for cell in grid.cells)
        xs = (min(word.x0 for word in left) - START_PT, *grid.xs)
        grid = replace(grid, xs=xs, cells=moved)
    return grid


def _is_column(beside: Sequence[Word], grid: Grid, words: Sequence[Word]) -> bool:
    """Whether words beside a grid are one column of it.

    One of them stands in the first row, and their lines mostly stand where lines of the grid do.
    """
    first = [word for word in beside if word.middle_y < grid.ys[1]]
    inner = sorted({w.base for w in words if inside(w.x0, w.middle_y, grid.frame)})
    if not inner or not first or not _is_level(first[0], inner) or not _is_one_column(beside):
        return False
    lines = {word.base: word for word in beside}
    level = sum(_is_level(word, inner) for word in lines.values())
    return level >= max(MIN_LINES, LEVEL_SHARE * len(lines))


def _is_level(word: Word, bases: Sequence[float]) -> bool:
    at = bisect_left(bases, word.base - SAME_BASE_PT)
    return at < len(bases) and bases[at] <= word.base + SAME_BASE_PT


def _is_one_column(words: Sequence[Word]) -> bool:
    """Whether no line of these words has a gap as between columns."""
    ordered = sorted(words, key=lambda word: (word.base, word.x0))
    return all(
        after.base != word.base or after.x0 - word.x1 <= ONE_TEXT_EM * word.style.size
        for word, after in pairwise(ordered)
    )
