"""Tables inside a cell of another, whose rules touch its border: a word processor's nested tables.

Knows rules; knows nothing of grids or text.
"""

from collections.abc import Sequence

from extractors.readers.pdf.ruled.runs import MAX_BAND_PT, Run

CORNER_PT = 3.0  # points by which two rules may miss each other at a corner
MARGIN_PT = 9.0  # points from the border of a cell to that of a table inside it: Word leaves 5.4
LINE_PT = 8.0  # points of the cell above such a table: a line of small print, as the cell's text

Runs = tuple[list[Run], list[Run]]
"""Horizontal and vertical runs of one component."""


def part_insets(rows: list[Run], columns: list[Run]) -> list[Runs]:
    """The runs of a table, and those of each table that hangs in a cell of it.

    Such a table begins a margin beside a longer border, below text of the cell, and no rule
    bridges that margin; where a page's end cut both, they begin together. Where it stands alone
    nothing is parted.
    """
    parts: list[Runs] = []
    for side in sorted(columns, key=lambda run: (run.start, run.at)):
        top = _top(side, rows, columns)
        if top is None:
            continue
        inside = _inside(side, top, rows, columns)
        if len(inside[1]) < 2:
            continue
        rows = [run for run in rows if run not in inside[0]]
        columns = [run for run in columns if run not in inside[1]]
        parts.append((_closed(top, *inside), inside[1]))
    return [(rows, columns), *parts]


def _top(side: Run, rows: Sequence[Run], columns: Sequence[Run]) -> Run | None:
    """The upper border of the table whose left border a run is; None where it is none."""
    beside = [
        run
        for run in columns
        if MAX_BAND_PT / 2 < side.at - run.at <= MARGIN_PT
        and (run.start < side.start - LINE_PT or _is_cut(side, run))
        and run.end > side.end - CORNER_PT
    ]
    if not beside:
        return None
    border = beside[-1].at
    for row in rows:
        within = side.start + CORNER_PT < row.at < side.end - CORNER_PT
        if within and row.start < border + CORNER_PT and row.end > side.at - CORNER_PT:
            return None
    begun = [row for row in rows if abs(row.start - side.at) <= CORNER_PT]
    if _is_cut(side, beside[-1]):
        low = (row for row in begun if side.start + CORNER_PT < row.at < side.end + CORNER_PT)
        return next((Run(side.start, side.at, row.end) for row in low), None)
    return next((row for row in begun if abs(row.at - side.start) <= CORNER_PT), None)


def _is_cut(side: Run, border: Run) -> bool:
    """Whether both borders begin where a page's end cut the table and the cell around it."""
    return abs(border.start - side.start) <= CORNER_PT


def _inside(side: Run, top: Run, rows: Sequence[Run], columns: Sequence[Run]) -> Runs:
    """The runs of the table whose left and upper borders are given."""
    left, right = side.at - CORNER_PT, top.end + CORNER_PT
    high, low = top.at - CORNER_PT, side.end + CORNER_PT
    across = [
        run for run in rows if left <= run.start and run.end <= right and high <= run.at <= low
    ]
    down = [
        run for run in columns if left <= run.at <= right and high <= run.start and run.end <= low
    ]
    return across, down


def _closed(top: Run, rows: list[Run], columns: Sequence[Run]) -> list[Run]:
    """The horizontal runs with one at the top and the foot, which may be borders of the cell."""
    foot = max(run.end for run in columns)
    rows = rows if rows and rows[0].at - top.at <= CORNER_PT else [top, *rows]
    if foot - rows[-1].at <= CORNER_PT:
        return rows
    return [*rows, Run(foot, rows[0].start, rows[0].end)]
