"""Grids from printed rules: which rules belong together, and which squares they close.

Knows rules and fills; knows nothing of text. A grid's cells cover squares of its rows and columns;
a cell is a set of squares that no rule parts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.record import Fill, Frame, Rule, Word
from extractors.readers.pdf.ruled.backgrounds import cells_among, stripes_of
from extractors.readers.pdf.ruled.filled import (
    draws_table,
    is_piece_of,
    marks_rows,
    tops_ruled,
)
from extractors.readers.pdf.ruled.insets import part_insets
from extractors.readers.pdf.ruled.outer import with_outer_columns
from extractors.readers.pdf.ruled.overhangs import with_overhangs
from extractors.readers.pdf.ruled.pieced import pieced_rows
from extractors.readers.pdf.ruled.runs import MAX_BAND_PT, SNAP_PT, Run, join_rules
from extractors.readers.pdf.ruled.split import split_at_double_rules, tight
from extractors.readers.pdf.ruled.squares import Squares
from extractors.readers.pdf.ruled.underlined import without_underlines
from extractors.readers.pdf.ruled.white_cells import with_white_cells
from extractors.readers.pdf.unruled.columns.shaded import shaded_rows

REACH_PT = 3.0  # points by which two rules may miss each other at a corner; pdfplumber's value
SPAN_SHARE = 0.7  # of a narrow square's side that a rule must cover to border it
MAX_RADIUS_PT = 12.0  # points of a round corner of a table; 3 to 8 were seen
PAIR = 2  # sides of bars that are all of one width
STUB_PT = 6.0  # points by which rules must reach beyond the outermost one to show an open side


def find_grids(
    across: Sequence[Rule],
    down: Sequence[Rule],
    fills: Sequence[Fill] = (),
    words: Sequence[Word] = (),
) -> list[Grid]:
    """Find the grids of one page, top to bottom.

    Args:
        across: Horizontal rules; borders of filled rectangles have ``fill`` set.
        down: Vertical rules.
        fills: Filled rectangles: those inside a cell of a grid of printed rules are backgrounds,
            whose borders part nothing.
        words: Of the page: a grid that fills alone draw needs text in its cells, and a fill that
            fits a few words closely marks them and is no cell.
    """
    across = without_underlines(sorted(rule for rule in across if not rule.fill), words)
    found = _find_grids(across, down, fills, words)
    return [with_overhangs(grid, across, words) for grid in found]


def _find_grids(
    across: Sequence[Rule], down: Sequence[Rule], fills: Sequence[Fill], words: Sequence[Word]
) -> list[Grid]:
    down = [rule for rule in down if not rule.fill]
    across = [*across, *pieced_rows(down, across, words)]
    drawn = _grids(across, down)
    if not fills:
        return drawn
    stripes = stripes_of(fills, drawn)
    if stripes:
        across = [*across, *stripes]
        drawn = _grids(across, down)
    free = cells_among(fills, drawn, words)
    return _with_filled(across, down, drawn, free, words) if free else drawn


def _with_filled(
    across: Sequence[Rule],
    down: Sequence[Rule],
    drawn: Sequence[Grid],
    free: Sequence[Fill],
    words: Sequence[Word],
) -> list[Grid]:
    """The grids of printed rules alone (``drawn``) and those for which fills stand for rules."""
    if not (down or across) and len({round(x) for f in free for x in (f.x0, f.x1)}) <= PAIR:
        return list(drawn)  # bars of one width: shaded rows, of which no fill tells the columns
    both = _grids(
        [*across, *(Rule(y, f.x0, f.x1, True) for f in free for y in (f.top, f.bottom))],
        [*down, *(Rule(x, f.top, f.bottom, True) for f in free for x in (f.x0, f.x1))],
    )
    rows = shaded_rows(free) if any(grid.filled for grid in both) else []
    heights = Heights(words)
    kept = [
        with_white_cells(with_outer_columns(grid, both, words), heights, free)
        for grid in both
        if not grid.filled
        or tops_ruled(grid, drawn)
        or (
            draws_table(grid, both, rows, heights, free)
            and not _is_ruled_within(grid, across)
            and not marks_rows(grid, heights, free, across)
        )
    ]
    kept += [one for one in both if one.filled and is_piece_of(one, kept, heights)]
    kept += [grid for grid in drawn if not any(overlap(grid.frame, k.frame) for k in kept)]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _is_ruled_within(grid: Grid, across: Sequence[Rule]) -> bool:
    """Whether printed rules part the rows of a shaded grid further, so that fills say not all."""
    return any(
        _spans_any(Run(rule.at, rule.start, rule.end), grid.xs)
        and grid.xs[0] - REACH_PT <= rule.start
        and rule.end <= grid.xs[-1] + REACH_PT
        and any(low + SNAP_PT < rule.at < high - SNAP_PT for low, high in pairwise(grid.ys))
        for rule in across
    )


def overlap(one: Frame, other: Frame) -> bool:
    """Whether two rectangles share more than their borders."""
    return (
        min(one.x1, other.x1) - max(one.x0, other.x0) > REACH_PT
        and min(one.bottom, other.bottom) - max(one.top, other.top) > REACH_PT
    )


def _grids(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    grids = []
    for rows, columns in _components(join_rules(across), join_rules(down)):
        for part in part_insets(rows, columns):
            grids += _build(*part)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _components(
    rows: Sequence[Run], columns: Sequence[Run]
) -> Iterable[tuple[list[Run], list[Run]]]:
    """Group the runs that cross or touch one another."""
    parent = list(range(len(rows) + len(columns)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(enumerate(columns, len(rows)), key=lambda one: one[1].at)
    places = [column.at for _, column in order]
    for i, row in enumerate(rows):
        first = bisect_left(places, row.start - REACH_PT)
        last = bisect_right(places, row.end + REACH_PT)
        for j, column in order[first:last]:
            if column.start - REACH_PT <= row.at <= column.end + REACH_PT:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Run], list[Run]]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(columns, len(rows)):
        groups.setdefault(root(j), ([], []))[1].append(column)
    return [group for group in groups.values() if group[0] and group[1]]


def _build(rows: list[Run], columns: list[Run]) -> list[Grid]:
    """Make the grid of one group of runs; none where they close no square."""
    if not rows or not columns:
        return []
    _close_round_corners(rows, columns)
    open_top, open_bottom = _add_open_sides(rows, columns)
    _add_open_sides(columns, rows)
    rows, columns = _useful(rows, columns)
    if len(_places(rows)) < 2 or len(_places(columns)) < 2:
        return []
    xs, ys = _places(columns), _places(rows)
    squares = Squares(xs, ys, _coverage(rows, ys, xs), _coverage(columns, xs, ys))
    cells = squares.cells()
    if not cells:
        return []
    filled = any(run.lines and run.lines[0].fill for run in (*rows, *columns))
    grid = Grid(tuple(xs), tuple(ys), tuple(cells), open_top, open_bottom, filled)
    return [tight(part) for part in split_at_double_rules(grid, rows)]


def _close_round_corners(rows: Sequence[Run], columns: Sequence[Run]) -> None:
    """Let the outermost rules meet at the corners that a table has cut off round.

    Both end equally far from such a corner.
    """
    top, bottom = (end(rows, key=attrgetter("at")) for end in (min, max))
    left, right = (end(columns, key=attrgetter("at")) for end in (min, max))
    for row, side in ((top, "start"), (bottom, "end")):
        for column, end in ((left, "start"), (right, "end")):
            radius = abs(getattr(row, end) - column.at)
            same = abs(abs(getattr(column, side) - row.at) - radius) <= SNAP_PT
            if same and REACH_PT < radius <= MAX_RADIUS_PT:
                setattr(row, end, column.at)
                setattr(column, side, row.at)


def _add_open_sides(rows: list[Run], columns: Sequence[Run]) -> tuple[bool, bool]:
    """Add an unprinted rule where several columns' rules end together beyond the last row's rule.

    It reaches as far as the rows' own rules do: those of a table without a frame end beyond its
    outermost columns, and so must it, lest the cells in the corners stay open. Returns whether it
    was needed at the start and at the end.
    """
    if len(columns) < 2:
        return False, False
    starts, ends = [run.start for run in columns], [run.end for run in columns]
    first, last = min(run.at for run in rows), max(run.at for run in rows)
    left = min(*(run.at for run in columns), *(run.start for run in rows))
    right = max(*(run.at for run in columns), *(run.end for run in rows))
    top, bottom = min(starts), max(ends)
    opened = (
        top < first - STUB_PT and sum(start < top + REACH_PT for start in starts) > 1,
        bottom > last + STUB_PT and sum(end > bottom - REACH_PT for end in ends) > 1,
    )
    if opened[0]:
        rows.append(Run(top, left, right))
    if opened[1]:
        rows.append(Run(bottom, left, right))
    return opened


def _useful(rows: list[Run], columns: list[Run]) -> tuple[list[Run], list[Run]]:
    """Leave out runs that border no whole square: underlines, ticks and ends of boxes."""
    while True:
        xs, ys = _places(columns), _places(rows)
        kept_rows = [run for run in rows if _spans_any(run, xs)]
        kept_columns = [run for run in columns if _spans_any(run, ys)]
        if len(kept_rows) == len(rows) and len(kept_columns) == len(columns):
            return rows, columns
        rows, columns = kept_rows, kept_columns


def _spans_any(run: Run, places: Sequence[float]) -> bool:
    return any(_spans(run, low, high) for low, high in pairwise(places))


def _spans(run: Run, low: float, high: float) -> bool:
    need = max(SPAN_SHARE * (high - low), high - low - 2 * MAX_BAND_PT)
    return min(run.end, high) - max(run.start, low) >= need


def _places(runs: Sequence[Run]) -> list[float]:
    """The places of the runs, those of one line once."""
    places: list[float] = []
    for at in sorted(run.at for run in runs):
        if not places or at - places[-1] > MAX_BAND_PT:
            places.append(at)
    return places


def _coverage(
    runs: Sequence[Run], places: Sequence[float], crossings: Sequence[float]
) -> list[list[bool]]:
    """For each place, which stretches between crossings a run covers."""
    covered = [[False] * (len(crossings) - 1) for _ in places]
    for run in runs:
        index = min(range(len(places)), key=lambda i: abs(places[i] - run.at))
        for j, (low, high) in enumerate(pairwise(crossings)):
            if _spans(run, low, high):
                covered[index][j] = True
    return covered
