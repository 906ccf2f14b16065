"""Which printed rows are one action, and which cells and places are theirs.

Knows tables and columns; knows nothing of formats.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.blocks import Cell, Place
from extractors.columns.bands import is_across, is_labelled_text
from extractors.columns.contents import is_number, opens_promise
from extractors.columns.named import Columns
from extractors.grid import Grid, printed_in, text_of
from extractors.layouts.grids.segments import Segment
from extractors.places import join_places, share_beside
from extractors.rows import WHEN
from extractors.sections import Section

SIGN_RE = re.compile(r"(?P<sign>[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?P<text>\w.*)", re.DOTALL)  # of a footnote
SUM_RE = re.compile(r"(?:grand|overall|sub)?[\s-]*totals?\b", re.IGNORECASE)  # begins a row of sums
EXAMPLE_RE = re.compile(  # a row that shows how a template is filled in
    r"(?:for\s+|worked\s+)?examples?(?:\s+(?:row|entry|action|only))?(?:\s*[:.]|\s+[\u2013-]|$)|e\.\s?g\.",
    re.IGNORECASE,
)
MAX_SAID = 0.5  # share of the rows of merged aims that print one
SAME_CELLS = 8  # cells back at which a cell that covers two rows may be met again


@dataclass(frozen=True, slots=True)
class Group:
    """The printed rows of one action; the first holds its text."""

    rows: tuple[int, ...]
    bands: tuple[Section, ...]


def group_rows(grid: Grid, segment: Segment, columns: Columns) -> tuple[list[Group], list[int]]:
    """The rows of a stretch by the action that they print, and those that belong to none."""
    groups: list[Group] = []
    unread: list[int] = []
    for row, bands in zip(segment.body, segment.bands, strict=True):
        if is_across(grid, row) or any(one(grid, columns, row) for one in BESIDE):
            unread.append(row)
        elif _begins_action(grid, columns, row):
            groups.append(Group((row,), bands))
        elif groups and not _own(grid, columns, row, "ref") and groups[-1].bands == bands:
            groups[-1] = Group((*groups[-1].rows, row), bands)
        else:
            unread.append(row)
    return groups, unread


def _is_sum(grid: Grid, columns: Columns, row: int) -> bool:
    """Whether a row adds up those above: "Total | £55,000", or "14" below "Total actions"."""
    first, *others = grid.texts(row) or [""]
    summed = SUM_RE.match(first) is not None and bool(others) and all(map(is_number, others))
    return summed or is_number(_own(grid, columns, row, "activity"))


def _is_note(grid: Grid, columns: Columns, row: int) -> bool:
    """Whether a row's only text is a label with its value or a footnote: "Note: dates may change".

    In the column of measures or of who leads it may be the rest of the row above.
    """
    cells = grid.filled(row)
    if len(cells) != 1:
        return False
    inside = _owner(columns, cells[0]) in (None, "ref", "objective", "activity")
    return is_labelled_text(text_of(cells[0])) or (inside and _is_footnote(grid, cells[0]))


def _is_footnote(grid: Grid, cell: Cell) -> bool:
    """Whether a cell explains a sign: "* Subject to funding".

    One that says what is to be done ("* Light the quay") is a footnote only where the sign stands
    behind a text of the table; alone it is a bullet, or marks the action.
    """
    found = SIGN_RE.match(text_of(cell))
    if found is None:
        return False
    if not opens_promise(found["text"]):
        return True
    others = (text_of(one) for one in grid.table.cells if one is not cell)
    return any(found["sign"] in text.lstrip(found["sign"]) for text in others)


def _is_example(grid: Grid, columns: Columns, row: int) -> bool:
    """Whether a row only shows what to write: "Example: hold an assembly | Head of year"."""
    texts = (*grid.texts(row)[:1], _own(grid, columns, row, "activity"))
    return any(map(EXAMPLE_RE.match, texts))


BESIDE = (_is_sum, _is_note, _is_example)
"""What tells a row that is no action and no part of one."""


def _begins_action(grid: Grid, columns: Columns, row: int) -> bool:
    """A row with action text of its own, or without it an objective of its own."""
    if _own(grid, columns, row, "activity"):
        return True
    inside = any(cell.row < row for cell in cells_of(grid, columns, row, "activity"))
    return not inside and bool(_own(grid, columns, row, "objective"))


def _own(grid: Grid, columns: Columns, row: int, name: str) -> str:
    cells = cells_of(grid, columns, row, name)
    return " ".join(filter(None, (printed_in(cell) for cell in cells if cell.row == row)))


def are_at_foot(grid: Grid, columns: Columns, groups: Sequence[Group]) -> bool:
    """Whether aims are set to the foot of their rows, where no rules say so: the first has none."""
    if grid.table.ruled:
        return False
    for name in ("objective", "section"):
        cells = (cells_of(grid, columns, group.rows[0], name) for group in groups)
        said = [any(map(text_of, held)) for held in cells]
        if any(said[-1:]) and not said[0] and sum(said) <= MAX_SAID * len(said):
            return True
    return False


def cells_of(grid: Grid, columns: Columns, row: int, name: str | None) -> list[Cell]:
    """The cells of a field that cover a row; one over several fields belongs to its first.

    For None, those of columns that are no field.
    """
    return [cell for cell in grid.covering(row) if _owner(columns, cell) == name]


def _owner(columns: Columns, cell: Cell) -> str | None:
    known = columns.fields[cell.column : cell.column + cell.column_span]
    return next((name for name in known if name not in (None, "ignore", "against")), None)


def cells_by_row(grid: Grid, columns: Columns, group: Group, name: str | None) -> list[list[Cell]]:
    """The cells of a field, or for None those of no field, row by row, each once."""
    seen: list[Cell] = []
    lines = []
    for row in group.rows:
        line = [
            c
            for c in cells_of(grid, columns, row, name)
            if all(c is not s for s in seen[-SAME_CELLS:])
        ]
        seen.extend(line)
        lines.append(line)
    return lines


def flat(lines: Iterable[Sequence[Cell]]) -> list[Cell]:
    """Cells row by row as one list."""
    return [cell for line in lines for cell in line]


def over_dates(grid: Grid, columns: Columns, group: Group) -> Cell | None:
    """A cell with text that stands across the columns of start and due: no date of either.

    What it prints may be the one, the other or both, and no reader can tell which. None where no
    cell does.
    """
    for cell in (cell for row in group.rows for cell in grid.covering(row)):
        held = columns.fields[cell.column : cell.column + cell.column_span]
        if set(held) >= WHEN and text_of(cell):
            return cell
    return None


def own_cells(grid: Grid, group: Group) -> list[Cell]:
    """The cells of the action's own rows; one that reaches into another action is not its own."""
    last = group.rows[-1]
    cells = flat(grid.own(row) for row in group.rows)
    own = [cell for cell in cells if cell.row + cell.row_span - 1 <= last]
    return own or cells


def place_of(grid: Grid, group: Group, own: Sequence[Cell]) -> Place:
    """Where an action stands: its own cells, and its share of cells merged over several actions.

    A cell merged over rows serves each of them, but only the part beside a row is that row's: the
    boxes of two actions never overlap, and each has the width of all of its row's cells.
    """
    place = join_places(cell.place for cell in own)
    known = {id(cell) for cell in own}
    shared = [c for row in group.rows for c in grid.covering(row) if id(c) not in known]
    return join_places([place, *(share_beside(place, cell.place) for cell in shared)])
