"""Rows under named columns to actions: merged cells, continuation rows, references, places.

Knows tables and fields; knows nothing of formats.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from extractors.blocks import Cell, join_places
from extractors.columns import Columns
from extractors.contents import split_date
from extractors.grid import Grid, struck_text, text_of, unstruck
from extractors.heads import is_across
from extractors.judging.doubts import doubts_of
from extractors.layouts.segments import Segment
from extractors.measures import measures_of
from extractors.outline import Section, section_in_column
from extractors.refs import Numbered, are_references, split_ref
from extractors.rows import ActionRow, Field

FIELDS: tuple[Field, ...] = get_args(Field)
DATED = frozenset({"due", "start"})
COLOURED: tuple[Field, ...] = ("status", "rating", "rag")


@dataclass(frozen=True, slots=True)
class Found:
    """One action, and the sections of the table itself that stand above it, widest first."""

    row: ActionRow
    bands: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a stretch of rows gave: its actions, and the rows of which nothing was made."""

    found: tuple[Found, ...]
    unread: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """The printed rows of one action; the first holds its text."""

    rows: tuple[int, ...]
    bands: tuple[Section, ...]


def read_rows(grid: Grid, segment: Segment, columns: Columns, doubts: Sequence[str]) -> Rows:
    """Make the actions of a stretch of rows.

    Args:
        grid: The table.
        segment: The rows.
        columns: What their columns hold.
        doubts: What made the whole table doubtful.
    """
    groups, unread = _group(grid, segment, columns)
    source = _ref_source(grid, columns, groups)
    carried = _Carried()
    found = []
    for group in groups:
        carried.enter(group.bands)
        row = _action(grid, columns, group, source, carried)
        found.append(Found(row, _with_section_column(grid, columns, group, carried)))
    rows = doubts_of([one.row for one in found], [*doubts, *columns.reasons])
    return Rows(
        tuple(Found(row, one.bands) for row, one in zip(rows, found, strict=True)), tuple(unread)
    )


def _group(grid: Grid, segment: Segment, columns: Columns) -> tuple[list[_Group], list[int]]:
    groups: list[_Group] = []
    unread: list[int] = []
    for row, bands in zip(segment.body, segment.bands, strict=True):
        if is_across(grid, row):
            unread.append(row)
        elif _begins_action(grid, columns, row):
            groups.append(_Group((row,), bands))
        elif groups and not _own(grid, columns, row, "ref") and groups[-1].bands == bands:
            groups[-1] = _Group((*groups[-1].rows, row), bands)
        else:
            unread.append(row)
    return groups, unread


def _begins_action(grid: Grid, columns: Columns, row: int) -> bool:
    """A row with action text of its own, or without it an objective of its own."""
    if _own(grid, columns, row, "activity"):
        return True
    inside = any(cell.row < row for cell in _cells(grid, columns, row, "activity"))
    return not inside and bool(_own(grid, columns, row, "objective"))


def _own(grid: Grid, columns: Columns, row: int, name: str) -> str:
    cells = _cells(grid, columns, row, name)
    return " ".join(filter(None, (_printed(cell) for cell in cells if cell.row == row)))


def _cells(grid: Grid, columns: Columns, row: int, name: str) -> list[Cell]:
    """The cells of a field that cover a row; one over several fields belongs to its first."""
    return [cell for cell in grid.covering(row) if _owner(columns, cell) == name]


def _owner(columns: Columns, cell: Cell) -> str | None:
    known = columns.fields[cell.column : cell.column + cell.column_span]
    return next((name for name in known if name not in (None, "ignore", "against")), None)


def _printed(cell: Cell) -> str:
    return text_of(cell) or struck_text(cell)


def _group_cells(grid: Grid, columns: Columns, group: _Group, name: str) -> list[list[Cell]]:
    """The cells of a field row by row, each once."""
    seen: list[Cell] = []
    lines = []
    for row in group.rows:
        line = [c for c in _cells(grid, columns, row, name) if all(c is not s for s in seen[-8:])]
        seen.extend(line)
        lines.append(line)
    return lines


def _flat(lines: Iterable[Sequence[Cell]]) -> list[Cell]:
    return [cell for line in lines for cell in line]


def _ref_source(grid: Grid, columns: Columns, groups: Sequence[_Group]) -> str:
    """Where references stand: a column of their own, before the activity or the objective."""
    if "ref" in columns.names:
        return "ref"
    for name in ("activity", "objective"):
        cells = {id(c): c for g in groups for c in _cells(grid, columns, g.rows[0], name)}
        if are_references([split_ref([cell]) for cell in cells.values()]):
            return name
    return "ref"


class _Carried:
    """The last objective and theme seen, for the rows under them whose own cell is blank."""

    __slots__ = ("bands", "objective", "section")

    def __init__(self) -> None:
        self.objective: Numbered | None = None
        self.section: Section | None = None
        self.bands: tuple[Section, ...] = ()

    def enter(self, bands: tuple[Section, ...]) -> None:
        """Forget what stood under another section of the table."""
        if bands != self.bands:
            self.objective, self.section, self.bands = None, None, bands


def _action(
    grid: Grid, columns: Columns, group: _Group, source: str, carried: _Carried
) -> ActionRow:
    lines = {name: _group_cells(grid, columns, group, name) for name in FIELDS}
    cells = _raw_cells(lines, columns)
    reasons: list[str] = []
    derived = _read_ref(lines, cells, group, source)
    inherited = _fill_objective(lines, cells, group, carried)
    if inherited is not None:
        reasons.append("objective taken from the row above")
        if source == "objective" and not cells.get("ref"):
            cells["ref"], derived = inherited.ref or "", True
    _split_seconds(grid, columns, group, cells)
    own = _own_cells(grid, group)
    dropped = _is_dropped(lines)
    if _spans_fields(columns, own):
        reasons.append("one cell over several fields")
    if len(group.rows) > 1:
        reasons.append("continuation rows")
    return ActionRow(
        cells=cells,
        measures=_measures(lines["measures"], dropped=dropped),
        ref_derived=derived,
        dropped=dropped,
        colours=_colours(lines, own),
        place=join_places(cell.place for cell in own),
        joined=tuple(dict.fromkeys(_joined(grid, group))),
        reasons=tuple(reasons),
    )


def _raw_cells(lines: dict[Field, list[list[Cell]]], columns: Columns) -> dict[Field, str]:
    """The raw text of each field that the table has a column for; "" for an empty cell."""
    return {
        name: " ".join(filter(None, map(_printed, _flat(lines[name]))))
        for name in FIELDS
        if name in columns.names
    }


def _read_ref(
    lines: dict[Field, list[list[Cell]]], cells: dict[Field, str], group: _Group, source: str
) -> bool:
    """Put the reference in its place; True where it was counted or comes from a cell above."""
    held = _flat(lines[cast(Field, source)])
    above = any(cell.row < group.rows[0] for cell in held)
    if source == "ref":
        counted = any(p.numbered for cell in held for p in cell.paragraphs)
        if "ref" in cells:
            cells["ref"] = cells["ref"].rstrip(".:)") if counted else cells["ref"]
        return bool(cells.get("ref")) and (above or counted)
    number = split_ref(held)
    cells["ref"] = number.ref or ""
    if number.ref is not None:
        cells[cast(Field, source)] = number.text
    return number.ref is not None and (above or number.counted)


def _fill_objective(
    lines: dict[Field, list[list[Cell]]], cells: dict[Field, str], group: _Group, carried: _Carried
) -> Numbered | None:
    """Give a row with a blank objective the one above it, unless a section stands between."""
    if cells.get("objective"):
        carried.objective = split_ref(_flat(lines["objective"]))
        return None
    if "objective" not in cells or carried.objective is None or "activity" not in cells:
        return None
    cells["objective"] = carried.objective.text
    return carried.objective


def _split_seconds(grid: Grid, columns: Columns, group: _Group, cells: dict[Field, str]) -> None:
    """Take apart a column of two fields: the last paragraph, or the date, is the second field."""
    for column, second in columns.seconds.items():
        found = [grid.at(row, column) for row in group.rows]
        texts = [p.printed for cell in found if cell for p in cell.paragraphs if p.printed]
        first = columns.fields[column]
        if len(texts) == 1 and second in DATED:
            texts = list(split_date(texts[0]) or texts)
        if first is None or len(texts) < 2:
            cells.setdefault(cast(Field, second), "")
            continue
        cells[cast(Field, first)] = " ".join(texts[:-1])
        cells[cast(Field, second)] = texts[-1]


def _own_cells(grid: Grid, group: _Group) -> list[Cell]:
    """The cells of the action's own rows; one that reaches into another action is not its own."""
    last = group.rows[-1]
    cells = _flat(grid.own(row) for row in group.rows)
    own = [cell for cell in cells if cell.row + cell.row_span - 1 <= last]
    return own or cells


def _joined(grid: Grid, group: _Group) -> list[str]:
    joined = grid.table.joined
    return [reason for row in group.rows if row < len(joined) for reason in joined[row]]


def _spans_fields(columns: Columns, own: Iterable[Cell]) -> bool:
    for cell in own:
        held = set(columns.fields[cell.column : cell.column + cell.column_span]) - {None, "ignore"}
        if len(held) > 1 and text_of(cell):
            return True
    return False


def _measures(lines: Sequence[Sequence[Cell]], *, dropped: bool) -> tuple[str, ...]:
    """The measures of an action; those of a dropped one are struck through with it."""
    return measures_of([list(map(unstruck, line)) for line in lines] if dropped else lines)


def _is_dropped(lines: dict[Field, list[list[Cell]]]) -> bool:
    said = _flat(lines["activity"]) or _flat(lines["objective"])
    return any(map(struck_text, said)) and not any(map(text_of, said))


def _colours(lines: dict[Field, list[list[Cell]]], own: Sequence[Cell]) -> dict[Field, str]:
    """Backgrounds of status cells that differ from the rest of their row."""
    held = {id(cell) for name in COLOURED for cell in _flat(lines[name])}
    usual = {cell.fill for cell in own if id(cell) not in held}
    return {
        name: cell.fill
        for name in COLOURED
        for cell in _flat(lines[name])
        if cell.fill is not None and cell.fill not in usual
    }


def _with_section_column(
    grid: Grid, columns: Columns, group: _Group, carried: _Carried
) -> tuple[Section, ...]:
    """The bands above an action and what its theme column says; a blank there means the same."""
    cells = _cells(grid, columns, group.rows[0], "section")
    text = " ".join(filter(None, map(text_of, cells)))
    if text:
        carried.section = section_in_column(text, columns.headings[cells[0].column], cells[0].place)
    return group.bands if carried.section is None else (*group.bands, carried.section)
