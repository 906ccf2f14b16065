"""Rows of tables that no rule parts: the parting that costs least by how tables are set.

Knows lines and column borders; knows nothing of what is printed but the form of references and
where a sentence plainly goes on. The cells of a table are all set to the top, the middle or the
foot of their rows; rows stand one distance apart, the padding of two cells and a line; the lines of
a cell follow closely. Whatever a row asks of these that is not so has its cost, and of all ways to
part the lines the cheapest is taken, as a line breaker does with a paragraph.
"""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.unruled.rows.fit_lines import NEAREST_EM, FitLines

EPSILON_PT = 0.6  # points; baselines of one line and equal distances differ by less
UNEVEN_PT = 6.0  # points; a margin below a cell's last paragraph moves its text up by half of it
# Costs, in units of one cell that stands where its row's alignment does not put it.
MISPLACED = 1.0
OVERLAP = 4.0  # a row that begins before the one above it ends
NEARER = 1.5  # a row nearer to the one above than rows stand: padding is never less
FARTHER = 0.5  # a row further away: a minimum height, or a page's last row
WIDE_INSIDE = 1.0  # a stripe within a row that is wider than those between rows
NO_MARK = 2.0  # a row without a reference where each has one
TWO_MARKS = 3.0  # each further reference in one row
FEW_CELLS = 1.5  # a row that fills half of the columns or fewer, which is mostly part of another
ONE_CELL = 2.0
EMPTY_CELL = 0.1  # each other empty cell: plans leave them blank
NO_FIRST = 0.3  # an empty first cell
UNRULED = 2.0  # a row that no rule parts from the one above where rules part others
A_ROW = 0.05  # of two partings that cost the same, the one with fewer rows
TOO_DEAR = 12.0  # a row that costs more than this is none; bounds the search
MAX_LINES = 200  # lines of one row, for the same end: a page of A4 holds 120 of 6 points


class Align(Enum):
    """Where the cells of a table stand in their rows."""

    TOP = "top"
    MIDDLE = "middle"
    FOOT = "foot"


class _Row(NamedTuple):
    """A row as far as it has been read: lines ``first`` to before ``after``."""

    cost: float
    after: int


class Fit(NamedTuple):
    """Rows with what their parting costs."""

    cost: float
    rows: list[list[Line]]


def fitted_rows(
    body: Sequence[Line],
    borders: Sequence[float],
    rules: Sequence[float] = (),
    *,
    goes_on: bool = False,
) -> list[list[Line]]:
    """Part lines into rows.

    Args:
        body: The lines of a table below its heads, top to bottom.
        borders: x of the column borders.
        rules: y of rules, or edges of shading, of which each parts two rows, though what stands
            between two of them may be several; empty where there are none.
        goes_on: The first lines may be the rest of a row of the page before.
    """
    return best_fit(body, borders, rules, goes_on=goes_on).rows


def best_fit(
    body: Sequence[Line],
    borders: Sequence[float],
    rules: Sequence[float] = (),
    *,
    goes_on: bool = False,
) -> Fit:
    """The parting of ``fitted_rows`` with what it costs."""
    if len(body) < 2:
        return Fit(0.0, [list(body)] if body else [])
    lines = FitLines(body, borders, rules)
    if goes_on and len(lines.used) == 1 and not lines.cuts and not any(lines.titles):
        return Fit(0.0, [list(body)])  # nothing stands beside the rest of one cell
    best: tuple[float, list[int]] | None = None
    for align in Align:
        found = _cheapest(lines, align, goes_on)
        if best is None or found[0] < best[0]:
            best = found
        if best[0] <= A_ROW * len(best[1]):
            break  # nothing is cheaper
    cost, starts = best or (0.0, [0])
    return Fit(cost, [list(body[a:b]) for a, b in pairwise([*starts, len(body)])])


def _cheapest(lines: FitLines, align: Align, goes_on: bool) -> tuple[float, list[int]]:
    """The least cost of all partings with one alignment, and the first line of each row."""
    ruled = _between_rules(lines, align, goes_on) if lines.cuts else None
    if ruled is not None:
        return ruled
    rows = [_rows_from(lines, first, align, goes_on) for first in range(lines.count)]
    found = [_with_pitch(lines, rows, pitch) for pitch in lines.distances]
    return min(found, key=lambda one: one[0])


def _between_rules(lines: FitLines, align: Align, goes_on: bool) -> tuple[float, list[int]] | None:
    """The same where what stands between rules is one row each time; None where it may be more.

    A row that no rule parts costs more than all that is odd in one, so that nothing is weighed.
    """
    starts = [0, *sorted(lines.cuts)]
    cost = 0.0
    for first, end in pairwise([*starts, lines.count]):
        row = _rows_from(lines, first, align, goes_on)[-1]
        if row.after < end or row.cost > UNRULED:
            return None
        cost += row.cost
    return cost, starts


def _with_pitch(
    lines: FitLines, rows: Sequence[Sequence[_Row]], pitch: float
) -> tuple[float, list[int]]:
    """The same where rows stand so far apart, in points from line to line."""
    costs = [0.0] + [float("inf")] * lines.count
    before = [0] * (lines.count + 1)
    most = max(pitch, lines.leading) + EPSILON_PT
    wide = [0.0]
    for step in lines.steps[1:]:
        wide.append(wide[-1] + (WIDE_INSIDE if step > most else 0.0))
    for first in range(lines.count):
        start = costs[first] + _break(lines, first, pitch)
        for row in rows[first]:
            cost = start + row.cost + wide[row.after - 1] - wide[first]
            if cost < costs[row.after]:
                costs[row.after], before[row.after] = cost, first
    starts = [before[-1]]
    while starts[-1]:
        starts.append(before[starts[-1]])
    return costs[-1], starts[::-1]


def _break(lines: FitLines, first: int, pitch: float) -> float:
    """What it costs that a row begins at a line, by its distance from the one above."""
    if not first or first in lines.cuts:
        return 0.0
    if lines.cuts:
        return UNRULED
    step = lines.steps[first]
    if step < NEAREST_EM * lines.size:
        return OVERLAP
    if lines.titles[first] or lines.titles[first - 1]:
        return 0.0
    if step < pitch - EPSILON_PT:
        return NEARER
    return FARTHER if step > pitch + EPSILON_PT else 0.0


def _rows_from(lines: FitLines, first: int, align: Align, goes_on: bool) -> list[_Row]:
    """The rows that may begin at a line, by their ends, with what each costs by itself."""
    found: list[_Row] = []
    cells: dict[int, tuple[float, float]] = {}
    inner = 0.0
    marks = 0
    rest = goes_on and not first
    title = lines.titles[first]
    for at in range(first, min(lines.count, first + MAX_LINES)):
        if (at > first and at in lines.cuts) or lines.titles[at] != title:
            break
        base = lines.bases[at]
        for column, cell in lines.cells[at].items():
            if cell.before >= first:
                inner += cell.joins
                cells[column] = (cells[column][0], base)
            else:
                inner += 0.0 if rest else cell.opens
                cells[column] = (base, base)
        marks += lines.marks[at]
        cost = inner + A_ROW + _placed(cells, lines.bases[first], base, align)
        if not title and not rest:
            cost += _fill(lines, cells, marks)
        elif rest:
            cost += TWO_MARKS * max(0, marks - 1)
        found.append(_Row(cost, at + 1))
        if inner > TOO_DEAR:
            break
    return found


def _placed(cells: dict[int, tuple[float, float]], top: float, foot: float, align: Align) -> float:
    """What the cells of a row cost that do not stand where its alignment puts them.

    The middle of a row is that of most of its cells where the tallest has a margin below its text.
    """
    if align is Align.TOP:
        wrong = sum([low - top > EPSILON_PT for low, _ in cells.values()])
    elif align is Align.FOOT:
        wrong = sum([foot - high > EPSILON_PT for _, high in cells.values()])
    else:
        middles = [low + high for low, high in cells.values()]
        wrong = _off(middles, top + foot)
        if wrong > 2:
            near = [one for one in middles if abs(one - top - foot) <= 2 * UNEVEN_PT]
            wrong = min([_off(middles, one) for one in near], default=wrong)
    return MISPLACED * wrong


def _off(middles: Sequence[float], middle: float) -> int:
    """How many cells stand elsewhere than at a middle; all are sums of the first and last line."""
    return sum([abs(one - middle) > 2 * EPSILON_PT for one in middles])


def _fill(lines: FitLines, cells: dict[int, tuple[float, float]], marks: int) -> float:
    """What the empty cells of a row cost, and references too few or too many."""
    cost = 0.0 if 0 in cells else NO_FIRST
    used, filled = len(lines.used), len(cells)
    if filled * 2 <= used:
        cost += ONE_CELL if filled == 1 else FEW_CELLS
    else:
        cost += EMPTY_CELL * (used - filled)
    if lines.marked:
        cost += NO_MARK if not marks else TWO_MARKS * (marks - 1)
    return cost
