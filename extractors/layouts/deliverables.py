"""Deliverables below an action, each with a lead and a date of its own, are the actions.

Reconciliation plans of Australia and management responses print so: what heads the deliverables is
what they serve. Knows tables and fields; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.columns import MOST, SAMPLE_ROWS, Columns
from extractors.contents import is_promise
from extractors.grid import Grid, printed_in

ALMOST_ALL = 0.8  # share of the rows below an action that say who and when themselves; milestones
# with dates alone have the lead of the action, and are its measures
OWN = ("lead", "due")


def promote_deliverables(
    grid: Grid, body: Sequence[int], columns: Columns, before: Columns | None
) -> Columns:
    """Name the deliverables the activity and what heads them the objective, if each is an action.

    Args:
        grid: The table.
        body: Its rows of text: "Hold a forum | Invite elders | Vale | May" and, with nothing below
            the forum, " | Book the hall | Dale | June".
        columns: As ``Action | Deliverable | Lead | When`` names them.
        before: The columns of the plan's last table; one with these headings has settled it.

    Returns:
        The columns as they were where rows below an action share its lead, or promise nothing.
    """
    if not columns.of("measures") or "objective" in columns.names or not set(OWN) <= columns.names:
        return columns
    if before is not None and before.headings == columns.headings:
        return _promoted(columns) if before.of("activity") == columns.of("measures") else columns
    rows = body[:SAMPLE_ROWS]
    below = [row for row in rows if not _own(grid, columns, row, "activity")]
    full = [row for row in below if all(_own(grid, columns, row, name) for name in OWN)]
    texts = [text for row in full if (text := _own(grid, columns, row, "measures"))]
    if not below or len(texts) < ALMOST_ALL * len(below):
        return columns
    if sum(map(is_promise, texts)) < MOST * len(texts):
        return columns
    return _promoted(columns)


def _promoted(columns: Columns) -> Columns:
    moved = {"activity": "objective", "measures": "activity"}
    return replace(columns, fields=tuple(moved.get(f or "", f) for f in columns.fields))


def _own(grid: Grid, columns: Columns, row: int, name: str) -> str:
    """What the row itself prints of a field, cells merged with the row above left out."""
    cells = (grid.at(row, column) for column in columns.of(name))
    return " ".join(printed_in(cell) for cell in cells if cell is not None and cell.row == row)
