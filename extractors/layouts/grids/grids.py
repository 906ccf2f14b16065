"""Rows under named columns to actions: merged cells, continuation rows, references, places.

Knows tables and fields; knows nothing of formats.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from extractors.blocks import Cell
from extractors.columns.named import Columns
from extractors.columns.refs import Numbered, are_references, count_up, split_count, split_ref
from extractors.grid import Grid, struck_text, text_of, title_and_rest, unstruck
from extractors.judging.doubts import doubts_of
from extractors.layouts.grids.groups import (
    Group,
    are_at_foot,
    cells_by_row,
    cells_of,
    flat,
    group_rows,
    over_dates,
    own_cells,
    place_of,
)
from extractors.layouts.grids.measures import measures_of
from extractors.layouts.grids.raw_texts import FIELDS, other_texts, raw_texts
from extractors.layouts.grids.segments import Segment
from extractors.layouts.labels.two_fields import split_fields
from extractors.rows import ActionRow, Field, OtherCell
from extractors.sections import Section, section_in_column

COLOURED: tuple[Field, ...] = ("status", "rating", "rag")
INHERITED = "objective taken from the row above"
AT_FOOT = "objectives may stand below their rows"


@dataclass(frozen=True, slots=True)
class Found:
    """One action, and the sections of the table itself that stand above it, widest first."""

    row: ActionRow
    bands: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a stretch of rows gave.

    Attributes:
        found: Its actions.
        unread: The rows of which nothing was made.
        undated: The cells that stand across the columns of start and due, and name neither.
    """

    found: tuple[Found, ...]
    unread: tuple[int, ...]
    undated: tuple[Cell, ...] = ()


def read_rows(grid: Grid, segment: Segment, columns: Columns, doubts: Sequence[str]) -> Rows:
    """Make the actions of a stretch of rows.

    Args:
        grid: The table.
        segment: The rows.
        columns: What their columns hold.
        doubts: What made the whole table doubtful.
    """
    groups, unread = group_rows(grid, segment, columns)
    source = _find_refs(grid, columns, groups)
    carried = _Carried()
    found: list[Found] = []
    for group in groups:
        carried.enter(group.bands)
        row = _action(grid, columns, group, source, carried)
        if found and INHERITED in row.reasons and _is_aim_alone(found[-1].row):
            found.pop()
        found.append(Found(row, _with_section_column(grid, columns, group, carried)))
    of_table = [
        *doubts,
        *columns.reasons,
        *([AT_FOOT] if are_at_foot(grid, columns, groups) else []),
    ]
    rows = doubts_of([one.row for one in found], of_table)
    judged = tuple(Found(row, one.bands) for row, one in zip(rows, found, strict=True))
    undated = {id(cell): cell for one in groups if (cell := over_dates(grid, columns, one))}
    return Rows(judged, tuple(unread), tuple(undated.values()))


def _is_aim_alone(row: ActionRow) -> bool:
    """Whether a row prints an objective and nothing that is done for it: the rows below do."""
    said = {name for name, text in row.cells.items() if text}
    return said <= {"ref", "objective"} and not row.other_cells and not row.dropped


@dataclass(frozen=True, slots=True)
class _Refs:
    """Where references stand, a column of their own or before a text, and what parts them."""

    column: Field = "ref"
    split: Callable[[Sequence[Cell]], Numbered] = split_ref


def _find_refs(grid: Grid, columns: Columns, groups: Sequence[Group]) -> _Refs:
    """Find the references: in a column, or before the activity or the objective."""
    if "ref" in columns.names:
        return _Refs()
    names: tuple[Field, ...] = ("activity", "objective")
    for name in names:
        sections = _by_section(grid, columns, groups, name)
        if are_references([[split_ref([cell]) for cell in cells] for cells in sections]):
            return _Refs(name)
        if count_up([[split_count([cell]) for cell in cells] for cells in sections]):
            return _Refs(name, split_count)
    return _Refs()


def _by_section(
    grid: Grid, columns: Columns, groups: Sequence[Group], name: Field
) -> list[list[Cell]]:
    """The first cells of a field, each once, those under one band or theme together."""
    found: list[dict[int, Cell]] = []
    above: tuple[tuple[Section, ...], str] = ((), "")
    for group in groups:
        cells = cells_of(grid, columns, group.rows[0], "section")
        here = (group.bands, " ".join(map(text_of, cells)) or above[1])
        if here != above or not found:
            found.append({})
        above = here
        held = cells_of(grid, columns, group.rows[0], name)
        found[-1].update((id(cell), cell) for cell in held)
    return [list(cells.values()) for cells in found]


@dataclass(frozen=True, slots=True)
class _Inherited:
    """An objective for the rows below it: as its own row gives it, and its number."""

    text: str
    ref: str | None


class _Carried:
    """The last objective and theme seen, for the rows under them whose own cell is blank."""

    __slots__ = ("bands", "objective", "section")

    def __init__(self) -> None:
        self.objective: _Inherited | None = None
        self.section: Section | None = None
        self.bands: tuple[Section, ...] = ()

    def enter(self, bands: tuple[Section, ...]) -> None:
        """Forget what stood under another section of the table."""
        if bands != self.bands:
            self.objective, self.section, self.bands = None, None, bands


def _action(
    grid: Grid, columns: Columns, group: Group, source: _Refs, carried: _Carried
) -> ActionRow:
    lines = {name: cells_by_row(grid, columns, group, name) for name in FIELDS}
    cells = raw_texts(lines, columns)
    reasons: list[str] = []
    derived = _read_ref(lines, cells, group, source)
    inherited = _fill_objective(lines, cells, carried)
    if inherited is not None:
        reasons.append(INHERITED)
        if source.column == "objective" and not cells.get("ref"):
            cells["ref"], derived = inherited.ref or "", True
    _split_seconds(grid, columns, group, cells)
    if over_dates(grid, columns, group) is not None:
        cells["start"] = cells["due"] = ""
    own = own_cells(grid, group)
    reasons += _row_reasons(columns, group, own)
    dropped = _is_dropped(lines)
    return ActionRow(
        cells=cells,
        measures=_measures(lines["measures"], dropped=dropped),
        other_cells=_other_cells(grid, columns, group),
        ref_derived=derived,
        dropped=dropped,
        colours=_colours(lines, own),
        place=place_of(grid, group, own),
        joined=tuple(dict.fromkeys(_joined(grid, group))),
        reasons=tuple(reasons),
    )


def _read_ref(
    lines: dict[Field, list[list[Cell]]], cells: dict[Field, str], group: Group, source: _Refs
) -> bool:
    """Put the reference in its place; True where it was counted or comes from a cell above."""
    held = flat(lines[source.column])
    above = any(cell.row < group.rows[0] for cell in held)
    if source.column == "ref":
        counted = any(p.numbered for cell in held for p in cell.paragraphs)
        if "ref" in cells:
            cells["ref"] = _without_stop(cells["ref"]) if counted else cells["ref"]
        return bool(cells.get("ref")) and (above or counted)
    number = source.split(held)
    cells["ref"] = number.ref or ""
    if number.ref is not None:
        cells[source.column] = number.text
    return number.ref is not None and (above or number.counted)


def _without_stop(ref: str) -> str:
    """A counted reference without what parts it from a text: "4." is "4", "(iv)" stays."""
    return ref.rstrip(".:" if ref.startswith("(") else ".:)")


def _fill_objective(
    lines: dict[Field, list[list[Cell]]], cells: dict[Field, str], carried: _Carried
) -> _Inherited | None:
    """Give a row with a blank objective the one above it, unless a section stands between."""
    if cells.get("objective"):
        number = split_ref(flat(lines["objective"]))
        carried.objective = _Inherited(cells["objective"], number.ref)
        return None
    if "objective" not in cells or carried.objective is None or "activity" not in cells:
        return None
    cells["objective"] = carried.objective.text
    return carried.objective


def _split_seconds(grid: Grid, columns: Columns, group: Group, cells: dict[Field, str]) -> None:
    """Take apart the columns that hold two fields."""
    for column, second in columns.seconds.items():
        found = [grid.at(row, column) for row in group.rows]
        texts = [p.printed for cell in found if cell for p in cell.paragraphs if p.printed]
        first = columns.fields[column]
        parted = split_fields(first, second, texts) if first is not None else None
        if first is None or parted is None:
            cells.setdefault(cast(Field, second), "")
        else:
            cells[cast(Field, first)], cells[cast(Field, second)] = parted


def _other_cells(grid: Grid, columns: Columns, group: Group) -> tuple[OtherCell, ...]:
    """What the row prints in columns of no field: "Funding", headings not known, none at all."""
    cells = flat(cells_by_row(grid, columns, group, None))
    return other_texts((columns.headings[cell.column], cell.paragraphs) for cell in cells)


def _joined(grid: Grid, group: Group) -> list[str]:
    joined = grid.table.joined
    return [reason for row in group.rows if row < len(joined) for reason in joined[row]]


def _row_reasons(columns: Columns, group: Group, own: Iterable[Cell]) -> list[str]:
    """What in the grid makes a row's reading uncertain."""
    reasons = ["one cell over several fields"] if _spans_fields(columns, own) else []
    return [*reasons, "continuation rows"] if len(group.rows) > 1 else reasons


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
    said = flat(lines["activity"]) or flat(lines["objective"])
    return any(map(struck_text, said)) and not any(map(text_of, said))


def _colours(lines: dict[Field, list[list[Cell]]], own: Sequence[Cell]) -> dict[Field, str]:
    """Backgrounds of status cells that differ from the rest of their row."""
    held = {id(cell) for name in COLOURED for cell in flat(lines[name])}
    usual = {cell.fill for cell in own if id(cell) not in held}
    return {
        name: cell.fill
        for name in COLOURED
        for cell in flat(lines[name])
        if cell.fill is not None and cell.fill not in usual
    }


def _with_section_column(
    grid: Grid, columns: Columns, group: Group, carried: _Carried
) -> tuple[Section, ...]:
    """The bands above an action and what its theme column says; a blank there means the same."""
    cells = cells_of(grid, columns, group.rows[0], "section")
    filled = [cell for cell in cells if text_of(cell)]
    if filled:
        text = " ".join(title_and_rest(cell)[0] for cell in filled)
        carried.section = section_in_column(text, columns.headings[cells[0].column], cells[0].place)
    return group.bands if carried.section is None else (*group.bands, carried.section)
