"""Deliverables below an action, each with a lead and a date of its own, are the actions.

Reconciliation plans of Australia and management responses print so: what heads the deliverables is
what they serve. Knows tables and fields; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.columns.contents import is_promise
from extractors.columns.named import SAMPLE_ROWS, Columns
from extractors.columns.suited import MOST
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
    heads, parts = columns.of("activity"), columns.of("measures")
    if "objective" in columns.names or not heads:
        return columns
    if len(heads) > 1:  # "Strategic action" over several of "Planned activities"
        heads, parts = heads[:1], heads[1:]
    elif not parts or not set(OWN) <= columns.names:
        return columns
    if before is not None and before.headings == columns.headings:
        settled = before.of("objective") == heads
    else:
        settled = _are_actions(grid, body[:SAMPLE_ROWS], columns, heads, parts)
    return _promoted(columns, heads, parts) if settled else columns


def _are_actions(
    grid: Grid, rows: Sequence[int], columns: Columns, heads: Sequence[int], parts: Sequence[int]
) -> bool:
    """Whether the rows below the first of an action say who and when, and what all parts promise.

    "At least 50 events held" beside the action is a test of it, whatever goes on in the row below.
    """
    known = [name for name in OWN if name in columns.names]
    below = [row for row in rows if not _own(grid, row, heads)]
    full = [row for row in below if all(_own(grid, row, columns.of(name)) for name in known)]
    parted = sum(bool(_own(grid, row, parts)) for row in full)
    texts = [text for row in rows if (text := _own(grid, row, parts))]
    enough = bool(below) and parted >= ALMOST_ALL * len(below)
    return enough and sum(map(is_promise, texts)) >= MOST * len(texts)


def _promoted(columns: Columns, heads: Sequence[int], parts: Sequence[int]) -> Columns:
    moved = dict.fromkeys(heads, "objective") | dict.fromkeys(parts, "activity")
    return replace(columns, fields=tuple(moved.get(c, f) for c, f in enumerate(columns.fields)))


def _own(grid: Grid, row: int, columns: Sequence[int]) -> str:
    """What the row itself prints in some columns, cells merged with the row above left out."""
    cells = (grid.at(row, column) for column in columns)
    return " ".join(printed_in(cell) for cell in cells if cell is not None and cell.row == row)
