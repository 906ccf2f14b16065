"""Labels across a form that stand above their values, among labels with their values beside them.

``Lead | Police | By when | May 2026``, below it ``What we will do`` across the form and the text
below that, also across. Such a value is put beside its label, so that everything after sees an
ordinary form. Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Iterator
from dataclasses import replace

from extractors.blocks import Cell, Table
from extractors.columns.contents import is_ref
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, is_sure
from extractors.layouts.labels.form_refs import bare_ref
from extractors.sections import section_from

NAMED = 2  # lines of a cell: the name of a form, and its first label
MIN_BESIDE = 2  # rows with a known label and its value beside it, before a table is such a form


def unstack_labels(grid: Grid) -> Table:
    """The table with such values beside their labels; the same table where it is no such form."""
    table = grid.table
    if table.column_count < 2:
        return table
    pairs = list(_pairs(grid))
    looks = {_look(label) for label, _ in pairs if is_sure(text_of(label))}
    moved: dict[int, Cell] = {}
    for label, value in pairs:
        if _look(label) in looks:
            width = table.column_count - 1
            moved[id(label)] = replace(label, column_span=1)
            moved[id(value)] = replace(value, row=label.row, column=1, column_span=width)
    if not moved or not _is_form(grid):
        return table
    cells = [moved.get(id(cell), cell) for cell in table.cells]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(table, cells=tuple(cells))


def count_labels(grid: Grid) -> Table:
    """The table with the number of a form, which stands above its first label, behind that.

    Where nothing parts the name of the next form from its labels, "Recommendation 4" and "Action"
    share a cell: this is "Action 4".
    """
    cells = tuple(map(_counted, grid.table.cells))
    return grid.table if cells == grid.table.cells else replace(grid.table, cells=cells)


def _counted(cell: Cell) -> Cell:
    lines = filled_paragraphs([cell])
    ref = bare_ref(lines[0].text) if cell.column == 0 and len(lines) == NAMED else None
    if ref is None or not is_sure(lines[1].text):
        return cell
    return replace(cell, paragraphs=(replace(lines[1], text=f"{lines[1].text} {ref}"),))


def _pairs(grid: Grid) -> Iterator[tuple[Cell, Cell]]:
    """Cells across a table that are set as labels, each with a plain one right below it."""
    count = grid.table.row_count
    row = 0
    while row < count - 1:
        label, value = _across(grid, row), _across(grid, row + 1)
        if label is not None and value is not None and _may_label(label, value):
            yield label, value
            row += 1
        row += 1


def _across(grid: Grid, row: int) -> Cell | None:
    """The one cell of a row that stands across the table; None for any other row."""
    cells = grid.covering(row)
    alone = len(cells) == 1 and cells[0].row == row and bool(text_of(cells[0]))
    return cells[0] if alone and cells[0].column_span == grid.table.column_count else None


def _may_label(label: Cell, value: Cell) -> bool:
    text = text_of(label)
    short = len(text.split()) <= MAX_LABEL_WORDS and not is_ref(text)
    marked = (label.bold and not value.bold) or (label.fill is not None and not value.fill)
    return short and marked and section_from(text).kind == "group"


def _look(cell: Cell) -> tuple[bool, str | None]:
    return cell.bold, cell.fill


def _is_form(grid: Grid) -> bool:
    """Whether known labels have their values beside them in rows enough."""
    rows = map(grid.filled, range(grid.table.row_count))
    beside = (cells for cells in rows if len(cells) > 1 and is_sure(text_of(cells[0])))
    return sum(not is_sure(text_of(cells[1])) for cells in beside) >= MIN_BESIDE
