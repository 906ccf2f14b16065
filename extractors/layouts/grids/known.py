"""The columns of a table: by its headings, by those of a table of the same columns, by content.

Knows tables and fields; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Table
from extractors.columns.contents import profile
from extractors.columns.fields import infer_columns, name_columns, promises, without_activity
from extractors.columns.headings import read_heading
from extractors.columns.named import SAMPLE_ROWS, Columns
from extractors.grid import Grid, grid_of, text_of
from extractors.layouts.grids.deliverables import promote_deliverables
from extractors.layouts.grids.segments import Segment, cut_table
from extractors.layouts.labels.row_labels import row_label

EDGE_TOLERANCE_PT = 3.0  # points; the same column is printed within 1 on every page of two plans
MAX_PARTED_PT = 12.0  # points, a line of text, between parts of a table that alignment has parted
MIN_PLAN_ROWS = 2  # rows; columns are inferred from content only where there are so many to compare
ALIKE = 0.5  # share of cells that must suit columns taken over from another table
INHERITED = "heading inherited from the table before"
LATER = "heading taken from a later table"


@dataclass(frozen=True, slots=True)
class Known:
    """The columns of an action table, for another one that prints no headings."""

    columns: Columns
    table: Table


def known_of(columns: Columns, table: Table) -> Known:
    """The columns that a table prints, without those that a reading put at its right."""
    count = table.column_count
    printed = replace(
        columns,
        fields=columns.fields[:count],
        headings=columns.headings[:count],
        seconds={column: name for column, name in columns.seconds.items() if column < count},
        unknown=tuple(column for column in columns.unknown if column < count),
    )
    return Known(printed, table)


def says_again(columns: Columns, known: Known) -> bool:
    """Whether a table prints the headings of the plan's table before it, its actions' among them.

    What is done there is an action too, however few rows say so: "Key interventions | Lead".
    """
    return "activity" in columns.names and columns.headings == known.columns.headings


def columns_for(
    grid: Grid, segment: Segment, known: Known | None, later: Sequence[Table]
) -> tuple[Columns | None, list[str]]:
    """Find what the columns of a stretch of rows hold, and what makes that doubtful.

    Args:
        grid: The table.
        segment: Its rows, and its headings if it prints any.
        known: The last action table before it.
        later: The tables below it: where its headings stood alone at the foot of the page before,
            the next table of the plan says them again.

    Returns:
        None for the columns where nothing tells them.
    """
    if segment.header:
        named = _named(grid, segment, known.columns if known is not None else None)
        if not segment.by_look or "activity" in named.names or "against" in named.fields:
            return named, []
    elif known is not None and goes_on(known.table, grid.table):
        return (known.columns, [INHERITED]) if _suits(grid, segment, known) else (None, [])
    elif (below := _headed_below(grid, later)) is not None and _suits(grid, segment, below):
        return below.columns, [LATER]
    return _inferred(grid, segment), []


def _named(grid: Grid, segment: Segment, before: Columns | None) -> Columns:
    """The columns as headings name them; as in the table above where these are the same."""
    named = name_columns(grid, segment.header, segment.body)
    named = promote_deliverables(grid, segment.body, named, before)
    return before if before is not None and named.headings == before.headings else named


def _inferred(grid: Grid, segment: Segment) -> Columns | None:
    """The columns by what their cells hold; None where these say not what is done, and when."""
    if len(segment.body) < MIN_PLAN_ROWS:
        return None
    columns = infer_columns(grid, segment.body)
    promised = {"activity", "due"} <= columns.names and columns.names & {"ref", "lead"}
    if promised and (_says_otherwise(grid, segment) or not promises(grid, segment.body, columns)):
        columns = without_activity(columns)  # who and when are there; the caller reports it
    return columns if promised else None


def _says_otherwise(grid: Grid, segment: Segment) -> bool:
    """Whether headings are printed of which some are known, and none is an action's.

    "Post | Purpose | Line manager | Start date" above "Data analyst | Produce the assessment". A
    row above the first that was taken for no headings says so where several are known.
    """
    first = min(segment.body)
    rows = segment.header or range(max(first - 1, 0), first)
    cells = (grid.at(row, c) for row in rows for c in range(grid.table.column_count))
    return sum(read_heading(text_of(cell)) is not None for cell in cells) > (not segment.header)


def _headed_below(grid: Grid, later: Sequence[Table]) -> Known | None:
    """The next table of the same columns, where it prints headings that say what is done."""
    table = next((table for table in later if goes_on(table, grid.table)), None)
    if table is None or not grid.table.edges:
        return None
    below = grid_of(table)
    part = next(iter(cut_table(below, 0).parts), None)
    if part is None or not part.header:
        return None
    named = name_columns(below, part.header, part.body)
    return Known(named, table) if "activity" in named.names else None


def goes_on(one: Table, other: Table) -> bool:
    """Whether a table has the columns of another: its borders are the same.

    Of tables without rules the outer ones follow their texts; one directly below another of as many
    columns is its rest, parted where a text reaches into the next column.
    """
    if one.column_count != other.column_count:
        return False
    if not (one.ruled and other.ruled) and _is_below(one, other):
        return True
    pairs = list(zip(one.edges, other.edges, strict=False))
    inner = pairs if one.ruled and other.ruled else pairs[1:-1]
    return all(abs(a - b) <= EDGE_TOLERANCE_PT for a, b in inner)


def _is_below(one: Table, other: Table) -> bool:
    """Whether a table begins where another ends, less than a line of text below it."""
    if not one.place.boxes or not other.place.boxes:
        return False
    above, below = one.place.boxes[-1], other.place.boxes[0]
    return above.page == below.page and 0 <= below.top - above.bottom <= MAX_PARTED_PT


def _suits(grid: Grid, segment: Segment, known: Known) -> bool:
    """Whether the cells look as in the other table: references and dates in their columns.

    Rows of a label with its value ("What success looks like | Nobody sleeps rough") do not. A
    narrow column breaks references: "A M1".
    """
    if all(row_label(grid, row) for row in segment.body):
        return False
    for name in ("ref", "due"):
        for column in known.columns.of(name):
            texts = [text_of(grid.at(row, column)) for row in segment.body[:SAMPLE_ROWS]]
            seen = profile("".join(text.split()) if name == "ref" else text for text in texts)
            share = seen.refs if name == "ref" else seen.dates
            if seen.filled and share < ALIKE:
                return False
    return True
