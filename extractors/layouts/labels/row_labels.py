"""Rows across a table that carry a label: "Success measure: visits counted", "Lead | Harbours".

Knows tables and headings; nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph
from extractors.columns.bands import is_across
from extractors.grid import Grid, text_of
from extractors.layouts.labels.cards import INLINE_RE, label_of
from extractors.rows import COMPANIONS, WHEN, WHO
from extractors.sections import section_from

MIN_FIELDS = 3  # fields that the labels of a form name; a table of contacts, a title have fewer
MIN_COLUMNS = 3  # of a table in which a value reaches over those behind its label
LIFTED = COMPANIONS - {"rag"}


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A labelled row: its cells, the label, the field that it names for sure, and the value.

    ``leads`` says that it stands before the first action of the table.
    """

    cells: tuple[Cell, ...]
    label: str
    field: str
    value: tuple[Paragraph, ...]
    leads: bool = False


def row_label(grid: Grid, row: int) -> RowLabel | None:
    """The label and value of a row; None where it has no known label or is no such row.

    "Outcome 2: Safer homes" is a section and none.
    """
    cells = tuple(cell for cell in grid.covering(row) if text_of(cell))
    if not cells or any(cell.row != row for cell in cells):
        return None
    if is_across(grid, row) or _is_one_cell(grid, row):
        return _across(cells[0])
    return _beside(grid, cells) if len(cells) == 2 else None


def heads_steps(grid: Grid, head: Sequence[int]) -> bool:
    """Whether rows of headings inside a form head its steps: "Milestone | Start | End".

    The labels above say who and when, and the headings name nobody; "Action | Start" heads actions.
    """
    texts = (text for row in head for text in grid.texts(row))
    lines = [meaning.line for text in texts if (meaning := label_of(text)) is not None]
    what = [line for line in lines if line.field == "activity"]
    if not what or not all(line.yields for line in what):
        return False
    pairs = [pair for row in range(head[0]) if len(pair := grid.texts(row)) > 1]
    said = {meaning.line.field for pair in pairs if (meaning := label_of(pair[0])) is not None}
    named = {line.field for line in lines} & WHO
    parts = "activity" in said and all(line.otherwise == "measures" for line in what)
    return bool(said & WHO and said & WHEN) and (parts or not named)


def is_form_over(grid: Grid, head: int) -> bool:
    """Whether labels with their values stand above a row of headings: the form of its rows."""
    pairs = [texts for row in range(head) if len(texts := grid.texts(row)) == 2]
    known = [meaning for pair in pairs if (meaning := label_of(pair[0])) is not None]
    return len({m.line.field for m in known if m.sure} - {"section"}) >= MIN_FIELDS


def _is_one_cell(grid: Grid, row: int) -> bool:
    """Whether a row of a table, however narrow, is a single cell."""
    cells = grid.covering(row)
    return len(cells) == 1 and cells[0].column_span == grid.table.column_count > 1


def _across(cell: Cell) -> RowLabel | None:
    found = INLINE_RE.match(cell.text)
    field = _field(found[1]) if found else None
    if found is None or field is None or section_from(cell.text).label is not None:
        return None
    return RowLabel((cell,), found[1].strip(), field, _value(cell))


def _beside(grid: Grid, cells: tuple[Cell, ...]) -> RowLabel | None:
    """A label in the first column, its value over all columns behind it."""
    label, value = cells
    count = grid.table.column_count
    over = value.column_span > 1 and value.column + value.column_span == count
    if label.column or label.column_span > 1 or not over or count < MIN_COLUMNS:
        return None
    field = _field(text_of(label))
    return RowLabel(cells, text_of(label), field, value.paragraphs) if field is not None else None


def _field(label: str) -> str | None:
    meaning = label_of(label)
    known = meaning is not None and meaning.sure and meaning.line.field in LIFTED
    return meaning.line.field if meaning is not None and known else None


def _value(cell: Cell) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell without the label at its start."""
    first = next(place for place, paragraph in enumerate(cell.paragraphs) if paragraph.printed)
    found = INLINE_RE.match(cell.paragraphs[first].text)
    rest = found[2] if found else cell.paragraphs[first].text
    kept = (replace(cell.paragraphs[first], text=rest),) if rest else ()
    return (*kept, *cell.paragraphs[first + 1 :])
