"""Unruled tables that go on at the top of the next page without their heads.

Knows the columns in which the page before ended, and the lines with which a page opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame
from extractors.readers.pdf.unruled.columns.corridors import Columns
from extractors.readers.pdf.unruled.ends import ends_table
from extractors.readers.pdf.unruled.find import Unruled
from extractors.readers.pdf.unruled.heads.heads import set_apart
from extractors.readers.pdf.unruled.overleaf import carried_table

SAME_WIDTH_PT = 2.0  # points by which the widths of two pages differ that may share a table
MIN_ROWS = 2  # rows of cards at a page's top
TITLE_EM = 1.5  # of the size from the foot of a heading to its table, as in page/regions
LIST_BORDERS = 3  # of a list of labels with texts beside them
PAIR_BORDERS = 5  # of one of two labels beside one another


@dataclass(frozen=True, slots=True)
class PageEnd:
    """How a page ends: the columns of a table that may go on overleaf, and the page's width.

    ``columns`` is None where no such table ends it. ``left`` is where the table begins, in points;
    0 where only its heads are known, whose text may begin left of them.
    """

    columns: Columns | None = None
    width: float = 0.0
    left: float = 0.0

    def columns_for(self, width: float) -> Columns | None:
        """The columns that may go on on a page so many points wide."""
        return self.columns if abs(width - self.width) <= SAME_WIDTH_PT else None


def carried_on(
    found: Unruled, before: PageEnd, width: float, others: Sequence[Frame]
) -> Unruled | None:
    """The tables of a page with the rows at its top that go on with a table of the page before.

    Args:
        found: The tables that the page shows by itself.
        before: How the page before ended.
        width: Of the page, in points.
        others: Where its ruled tables stand.

    Returns:
        None where nothing goes on.
    """
    columns = before.columns_for(width)
    if columns is None or not found.opening:
        return None
    table = carried_table(found.opening, columns, found.rules)
    if table is None:
        return None
    grid = table.grid
    if _is_of_the_page(grid, found, before, others):
        return None
    rest = [*filter(None, (_below(one, grid.ys[-1]) for one in found.grids))]
    kept = found.columns if rest else table.columns  # with the places where their heads began
    return replace(found, grids=[grid, *rest], columns=kept)


def _is_of_the_page(grid: Grid, found: Unruled, before: PageEnd, others: Sequence[Frame]) -> bool:
    """Whether lines that fit the columns of the page before are a text or a table of this page."""
    frames = [*others, *(one.frame for one in found.grids)]
    lines = _lines_in(grid, found.opening)
    return (
        _stand_above(grid, frames)
        or _is_title(grid, found.opening, frames)
        or bool(before.left and _is_outside(lines, before.left, found.opening))
        or any(_says_all(one, grid) for one in found.grids)
        or (len(grid.xs) == LIST_BORDERS and _hold_all(found.grids, lines))
    )


def _says_all(own: Grid, carried: Grid) -> bool:
    """Whether a table of the page's own holds the rows that go on, and more, in columns as many.

    Cards hold as much in more rows, or all but a heading below them: their labels, printed again
    and again, tell each apart. So do labels with others beside them, in which the rows that go on
    have two columns.
    """
    whole = own.ys[0] <= carried.ys[0] and len(own.xs) >= len(carried.xs)
    cards = len(own.xs) == LIST_BORDERS and len(own.ys) > len(carried.ys)
    headed = len(own.xs) == LIST_BORDERS and len(own.ys) == len(carried.ys) - 1 > MIN_ROWS
    cards = cards or (len(own.xs), len(carried.xs)) == (PAIR_BORDERS, LIST_BORDERS)
    ends = own.ys[-1] > carried.ys[-1] or (cards and own.ys[-1] == carried.ys[-1]) or headed
    return whole and ends


def _hold_all(own: Sequence[Grid], lines: Sequence[Line]) -> bool:
    """Whether the page's own lists hold the lines that go on, all but titles of cards among them.

    "Action 2" in the look of labels, and with no text beside it, is no row; nor is what it says in
    a line or two below it, right above the labels.
    """
    lists = [grid.frame for grid in own if len(grid.xs) in (LIST_BORDERS, PAIR_BORDERS)]
    rest = [ln for ln in lines if not any(one.top <= ln.base <= one.bottom for one in lists)]
    alone = all(len(line.pieces) == 1 for line in rest)
    return 0 < len(rest) < len(lines) and alone and set_apart(rest[0], ())


def _stand_above(grid: Grid, others: Sequence[Frame]) -> bool:
    """Whether a table of the page's own stands higher: below it nothing goes on overleaf."""
    return any(frame.top < grid.frame.top for frame in others)


def _is_outside(held: Sequence[Line], left: float, lines: Sequence[Line]) -> bool:
    """Whether rows that go on begin left of their table, as text below it and another beside it.

    Or with a heading, which no table whose borders are known prints outside them.
    """
    size = median(line.size for line in lines)
    headed = any(ends_table(line, size) for line in held[:1])
    return headed or any(line.x0 < left - line.size for line in held)


def _is_title(grid: Grid, lines: Sequence[Line], others: Sequence[Frame]) -> bool:
    """Whether what goes on is one line in the look of a heading, right above a table.

    "3.3   Orchards" keeps to the columns of any table whose first holds numbers.
    """
    held = _lines_in(grid, lines)
    if len(held) != 1 or not set_apart(held[0], ()):
        return False
    reach = held[0].bottom + TITLE_EM * held[0].size
    return any(held[0].base <= frame.top <= reach for frame in others)


def _lines_in(grid: Grid, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if grid.ys[0] <= line.base <= grid.ys[-1]]


def _below(grid: Grid, y: float) -> Grid | None:
    """The rows of a grid whose middle lies below a height; None where there are none."""
    first = sum(top + bottom <= 2 * y for top, bottom in pairwise(grid.ys))
    cells = [cell for cell in grid.cells if cell.row >= first]
    if len(cells) == len(grid.cells):
        return grid
    moved = tuple(replace(cell, row=cell.row - first) for cell in cells)
    return replace(grid, ys=grid.ys[first:], cells=moved) if moved else None
