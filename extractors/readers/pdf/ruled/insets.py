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
    bridges that margin. Where it stands alone nothing is parted.
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
        parts.append((_closed(*inside), inside[1]))
    return [(rows, columns), *parts]


def _top(side: Run, rows: Sequence[Run], columns: Sequence[Run]) -> Run | None:
    """The upper border of the table whose left border a run is; None where it is none."""
    beside = [
        run
        for run in columns
        if MAX_BAND_PT / 2 < side.at - run.at <= MARGIN_PT
        and run.start < side.start - LINE_PT
        and run.end > side.end - CORNER_PT
    ]
    if not beside:
        return None
    border = beside[-1].at
    for row in rows:
        within = side.start + CORNER_PT < row.at < side.end - CORNER_PT
        if within and row.start < border + CORNER_PT and row.end > side.at - CORNER_PT:
            return None
    return next((row for row in rows if _meets(row, side)), None)


def _meets(row: Run, side: Run) -> bool:
    return abs(row.at - side.start) <= CORNER_PT and abs(row.start - side.at) <= CORNER_PT


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


def _closed(rows: list[Run], columns: Sequence[Run]) -> list[Run]:
    """The horizontal runs with one at the foot, which may be the border of the cell around."""
    foot = max(run.end for run in columns)
    if foot - rows[-1].at <= CORNER_PT:
        return rows
    return [*rows, Run(foot, rows[0].start, rows[0].end)]
