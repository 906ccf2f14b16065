"""All action rows of a document: its tables one after another under the headings in force.

Knows blocks, the outline and what makes a table an action table; knows nothing of formats.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.blocks import Document, Heading, Problem, Table
from extractors.classify import classify
from extractors.columns import Columns, infer_columns, name_columns
from extractors.grid import Grid, grid_of, text_of
from extractors.grids import Found, read_rows
from extractors.outline import Outline, Section
from extractors.rows import ActionRow
from extractors.segments import Segment, cut_table, row_text

MAX_QUOTED = 120  # characters of a row or cell that a problem quotes
EDGE_TOLERANCE_PT = 3.0  # points; the same column is printed within 1 on every page of two plans
MIN_PLAN_ROWS = 2  # rows; columns are inferred from content only where there are so many to compare


@dataclass(frozen=True, slots=True)
class Action:
    """An action row with every section in force above it, the widest first."""

    row: ActionRow
    path: tuple[Section, ...]


@dataclass(slots=True)
class Actions:
    """What the tables of a document gave, in reading order."""

    actions: list[Action] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Known:
    """The columns of the last action table, for the next one that prints no headings."""

    columns: Columns
    table: Table


def find_actions(document: Document) -> Actions:
    """Read every action of a document whose tables are stitched.

    Gives the actions, the sections that head them (each once) and what could not be read.
    """
    outline = Outline(document.title)
    result = Actions()
    known: _Known | None = None
    number = 0
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            outline.heading(block, place)
        elif isinstance(block, Table):
            number += 1
            known = _read_table(_Source(block, place, number), outline, known, result)
    return result


@dataclass(frozen=True, slots=True)
class _Source:
    """A table, its place among the blocks and its number in the document, from 1."""

    table: Table
    block: int
    number: int


def _read_table(
    source: _Source, outline: Outline, known: _Known | None, result: Actions
) -> _Known | None:
    grid = grid_of(source.table)
    cut = cut_table(grid, source.block)
    if cut.all_bands:
        for section in cut.bands:
            outline.band(section)
        return known
    read = False
    for segment in cut.parts:
        columns, doubts = _columns_for(grid, segment, known)
        verdict = classify(grid, columns, segment.body) if columns else "other"
        if columns is None or verdict == "other":
            continue
        if verdict == "unread":
            result.problems.append(_unread_table(source, columns))
            continue
        known, read = _Known(columns, source.table), True
        rows = read_rows(grid, segment, columns, [*doubts, *_table_doubts(source.table, columns)])
        _take(rows.found, outline, result)
        result.problems.extend(_unread_rows(source, grid, rows.unread))
        result.problems.extend(_unknown_headings(source, grid, segment, columns))
    if read:
        for section in cut.bands:
            outline.band(section)
    else:
        _read_nested(source, outline, result)
    return known


def _read_nested(source: _Source, outline: Outline, result: Actions) -> None:
    """Look for plans inside the cells of a table that only arranges the page."""
    for cell in source.table.cells:
        for table in cell.nested:
            _read_table(replace(source, table=table), outline, None, result)


def _take(found: Iterable[Found], outline: Outline, result: Actions) -> None:
    for one in found:
        path = (*outline.path, *one.bands) if one.bands else outline.path
        section = path[-1].title if path else None
        result.actions.append(Action(replace(one.row, section=section), path))
        result.sections.extend(section for section in path if section not in result.sections)


def _columns_for(
    grid: Grid, segment: Segment, known: _Known | None
) -> tuple[Columns | None, list[str]]:
    """Columns by their headings, by those of the table before, or by what the cells hold."""
    if segment.header:
        return name_columns(grid, segment.header, segment.body), []
    if known is not None and _same_columns(known.table, grid.table):
        return known.columns, ["heading inherited from the table before"]
    if len(segment.body) < MIN_PLAN_ROWS:
        return None, []
    columns = infer_columns(grid, segment.body)
    promised = {"activity", "due"} <= columns.names and columns.names & {"ref", "lead"}
    return (columns, []) if promised else (None, [])


def _same_columns(one: Table, other: Table) -> bool:
    if one.column_count != other.column_count:
        return False
    pairs = zip(one.edges, other.edges, strict=False)
    return all(abs(a - b) <= EDGE_TOLERANCE_PT for a, b in pairs)


def _table_doubts(table: Table, columns: Columns) -> list[str]:
    doubts = [f"table: {words}" for words in table.uncertain]
    if not table.ruled:
        doubts.append("no ruled grid")
    if _unknown(columns):
        doubts.append("unknown heading")
    return doubts


def _unknown(columns: Columns) -> dict[str, int]:
    """Headings that no line of ``headings.csv`` knows, with the first column of each."""
    found: dict[str, int] = {}
    for column, name in enumerate(columns.fields):
        if name is None and columns.headings[column]:
            found.setdefault(columns.headings[column], column)
    return found


def _unknown_headings(
    source: _Source, grid: Grid, segment: Segment, columns: Columns
) -> list[Problem]:
    problems = []
    for heading, column in _unknown(columns).items():
        texts = [text_of(grid.at(row, column)) for row in segment.body]
        filled = [text for text in texts if text]
        said = f' It holds {len(filled)} texts, first "{_short(filled[0])}".' if filled else ""
        message = (
            f'{_where(source)}: heading "{_short(heading)}" is not known.{said} '
            'Add it to extractors/headings.csv, or map it to "ignore".'
        )
        problems.append(_problem("unknown_heading", message, source))
    return problems


def _unread_table(source: _Source, columns: Columns) -> Problem:
    heads = ", ".join(f'"{_short(h)}"' for h in dict.fromkeys(columns.headings) if h)
    message = (
        f"{_where(source)}: it says who and when, but no column was recognised that says what "
        f"(headings {heads}). Add the heading of its actions to extractors/headings.csv."
    )
    return _problem("unread_table", message, source)


def _unread_rows(source: _Source, grid: Grid, rows: Sequence[int]) -> list[Problem]:
    return [
        _problem(
            "unread_row",
            f"{_where(source)}: no action was made of row {row + 1}, "
            f'"{_short(row_text(grid, row))}". '
            "Check the page; the row has no action text of its own.",
            source,
            next((cell.place.page for cell in grid.own(row) if cell.place.page), None),
        )
        for row in rows
    ]


def _problem(code: str, message: str, source: _Source, page: int | None = None) -> Problem:
    return Problem("extract", code, "warning", message, page or source.table.place.page)


def _where(source: _Source) -> str:
    page = source.table.place.page
    return f"table {source.number}" if page is None else f"p.{page} table {source.number}"


def _short(text: str) -> str:
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED].rstrip()}..."
