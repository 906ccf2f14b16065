"""What makes a row no headings although words of it are known, and headings although most are not.

Knows tables and headings; knows nothing of formats.
"""

import re
from collections.abc import Sequence

from extractors.blocks import Cell
from extractors.columns.contents import is_status
from extractors.columns.headings import read_heading
from extractors.grid import Grid, text_of
from extractors.months import MONTH

PERIOD_RE = re.compile(
    rf"(?:(?:q|quarter |month |week )\d{{1,2}}|{MONTH})"
    r"[ \-]?(?:(?:20)?\d\d(?:[/–-]\d\d)?)?",
    re.IGNORECASE,
)
MIN_PERIODS = 3  # cells; a chart over time has four or more, a row of text one or two dates


def without_periods(cells: list[Cell]) -> list[Cell]:
    """The cells without the months or quarters of a chart, which are no headings of fields.

    ``Ref | Action | Lead | Q1 | Q2 | Q3 | Q4`` is a heading row by its first three.
    """
    rest = [cell for cell in cells if not PERIOD_RE.fullmatch(text_of(cell).strip())]
    return rest if len(rest) > 1 and len(cells) - len(rest) >= MIN_PERIODS else cells


def is_inside(grid: Grid, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row stands beside cells that reach beyond it on both sides, over more columns.

    It heads a small table inside one cell of a row, "Indicator | Target", and no column.
    """
    beside = [cell for cell in grid.covering(row) if cell.row < row < cell.row + cell.row_span - 1]
    around = sum(cell.column_span for cell in beside if text_of(cell))
    return around > sum(cell.column_span for cell in cells)


def is_labelled_row(grid: Grid, row: int) -> bool:
    """Whether a row is one of a form: labels stand one above the other, with values beside them.

    ``Lead | Police | Timescale | Complete`` reads as three headings; ``Partners | ...`` right
    below (above, where it is the last row) says that its first word is a label as well. A row of
    nothing but headings is none: what stands under a heading may be any word. Cells that all hold
    a label with its value, ``Lead: Police | Timescale: May 2026``, say it by themselves, and so do
    colons behind every other one.
    """
    texts = grid.texts(row)
    if len(texts) > 1 and (all(map(_holds_value, texts)) or _are_pairs(texts)):
        return True
    meanings = [read_heading(text) for text in texts]
    if all(meaning is not None and meaning.sure for meaning in meanings):
        return False
    near = row + 1 if row + 1 < grid.table.row_count else max(row - 1, 0)
    one, other = _first_label(grid, row), _first_label(grid, near)
    return one is not None and other is not None and other != one


def is_told_head(grid: Grid, row: int) -> bool:
    """Whether the format or its look tells a row of headings: "Stage | Date" above plain rows."""
    below = grid.own(row + 1) if row + 1 < grid.table.row_count else []
    cells = grid.filled(row)
    plain = not any(cell.header or cell.bold for cell in below)
    return plain and all(cell.header or cell.bold for cell in cells)


def _are_pairs(texts: Sequence[str]) -> bool:
    """Whether labels before a colon take turns with values: "Due: | Year 2 | Status: | Open"."""
    ends = [text.rstrip().endswith(":") for text in texts]
    return len(texts) % 2 == 0 and all(ends[::2]) and not any(ends[1::2])


def _holds_value(text: str) -> bool:
    label, _, value = text.partition(":")
    meaning = read_heading(label.strip()) if value.strip() else None
    return meaning is not None and meaning.sure


def _first_label(grid: Grid, row: int) -> str | None:
    """The field that the first cell of a row names beside others; None where it names none."""
    cells = grid.own(row)
    text = text_of(cells[0]).rstrip(":") if cells and cells[0].column == 0 else ""
    meaning = read_heading(text) if len(cells) > 1 else None
    if meaning is None or not meaning.sure or any(map(str.isdigit, text)) or is_status(text):
        return None
    return meaning.line.field
