"""A Word table as our own grid: spans, merged cells and deleted rows, linear in its cells.

What stands inside a cell is read by the caller; where the cells stand is told by ``grid.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.blocks import Cell, Paragraph, Table
from extractors.readers.word.grid import Row, Slot, lay_out
from extractors.readers.word.reading import Reading, quote
from extractors.readers.word.shading import TableShading, dot_colour, fill_of, table_shading
from extractors.readers.word.xml import Change, Element, W, is_on

Content = tuple[list[Paragraph], list[Table]]
ReadCell = Callable[[Element, Reading, Change], Content]


@dataclass(slots=True)
class _Square:
    """A cell while its spans still grow."""

    row: int
    column: int
    column_span: int
    row_span: int = 1
    fill: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    nested: list[Table] = field(default_factory=list)

    def finished(self) -> Cell:
        return Cell(
            self.row,
            self.column,
            tuple(self.paragraphs),
            self.row_span,
            self.column_span,
            fill=self.fill,
            nested=tuple(self.nested),
        )


@dataclass(slots=True)
class _Grid:
    """A table while it is read: its squares, and the merged cell open in each column."""

    name: str
    reading: Reading
    read_cell: ReadCell
    shading: TableShading
    squares: list[_Square] = field(default_factory=list)
    merged: dict[int, _Square] = field(default_factory=dict)
    rows: int = 0


def read_table(
    table: Element, name: str, reading: Reading, read_cell: ReadCell, change: Change = ""
) -> Table | None:
    """Read one ``w:tbl``.

    Args:
        table: The element.
        name: How problems name it: ``"table 3"``.
        reading: The state; problems are told there.
        read_cell: Gives the paragraphs and the nested tables of a cell.
        change: The tracked change that the whole table stands in.

    Returns:
        The grid; None where no row of it is displayed (all are deleted, or hold no cells).
    """
    outside, bold = reading.where, reading.bold
    grid = _Grid(name, reading, read_cell, table_shading(table, reading.styles, reading.theme))
    headed = True
    header_rows = 0
    for row in lay_out(table, change, reading.limits.columns):
        if _read_row(grid, row):
            headed = headed and bool(is_on(row.properties, f"{W}tblHeader"))
            header_rows += headed
        if row.cut:
            limit = reading.limits.columns
            reading.tell("page_objects", f"only {limit} columns of it were read", warning=True)
    reading.where, reading.bold = outside, bold
    if not grid.squares:
        return None
    return Table(
        cells=tuple(square.finished() for square in grid.squares),
        row_count=grid.rows,
        column_count=max(square.column + square.column_span for square in grid.squares),
        header_rows=header_rows if header_rows < grid.rows else 0,
    )


def _read_row(grid: _Grid, row: Row) -> bool:
    """Read a row; False where it is not displayed."""
    grid.reading.where = f"{grid.name}, row {grid.rows + 1}"
    if row.change == "deleted":
        _tell_text(grid, row.element, "a deleted row was left out")
        return False
    if not row.slots:
        return False
    before = len(grid.squares)
    told = len(grid.reading.problems)
    for place, slot in enumerate(row.slots, start=1):
        grid.reading.where = f"{grid.name}, row {grid.rows + 1}, cell {place}"
        _read_slot(grid, slot)
    grid.reading.where = f"{grid.name}, row {grid.rows + 1}"
    if _is_hidden(grid, row, before, told):
        del grid.squares[before:]
        return False
    if row.change == "inserted":
        _tell_inserted(grid, row, told)
    grid.rows += 1
    return True


def _read_slot(grid: _Grid, slot: Slot) -> None:
    """Read one cell into the grid, or make the cell larger that it is merged into."""
    if slot.change == "deleted":
        _tell_text(grid, slot.element, "a deleted cell was left out")
    if _grows_right(grid, slot) or _grows_down(grid, slot):
        _tell_covered(grid, slot.element)
        return
    square = _Square(grid.rows, slot.column, slot.span)
    square.fill = fill_of(slot.properties, grid.shading, grid.rows, slot.column)
    if slot.change != "deleted":
        grid.reading.bold = grid.shading.is_bold(grid.rows, slot.column)
        square.paragraphs, square.nested = grid.read_cell(slot.element, grid.reading, slot.change)
        text = " ".join(paragraph.printed for paragraph in square.paragraphs)
        square.fill = square.fill or dot_colour(slot.element, text, grid.reading.theme)
    grid.squares.append(square)
    if slot.down is not None:
        grid.merged[slot.column] = square


def _grows_down(grid: _Grid, slot: Slot) -> bool:
    if slot.down != "continue":
        return False
    above = grid.merged.get(slot.column)
    if above is None or above.column_span != slot.span or above.row + above.row_span != grid.rows:
        return False
    above.row_span += 1
    return True


def _grows_right(grid: _Grid, slot: Slot) -> bool:
    if slot.right != "continue" or not grid.squares or grid.squares[-1].row != grid.rows:
        return False
    grid.squares[-1].column_span += slot.span
    return True


def _is_hidden(grid: _Grid, row: Row, before: int, told: int) -> bool:
    """A row marked hidden disappears only if nothing in it is displayed (17.4.22)."""
    if not is_on(row.properties, f"{W}hidden") or len(grid.reading.problems) == told:
        return False
    return not any(square.paragraphs or square.nested for square in grid.squares[before:])


def _tell_inserted(grid: _Grid, row: Row, told: int) -> None:
    """Tell an inserted row once, instead of once for each of its cells."""
    problems = grid.reading.problems
    problems[told:] = [p for p in problems[told:] if p.code != "tracked_change"]
    message = "an inserted row is read as accepted; rejected it would not be there"
    _tell_text(grid, row.element, message)


def _tell_text(grid: _Grid, element: Element, message: str) -> None:
    texts = (part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))
    text = " ".join(" ".join(texts).split())
    if text:
        grid.reading.tell("tracked_change", f"{message}: {quote(text)}")


def _tell_covered(grid: _Grid, cell: Element) -> None:
    text = " ".join("".join(part.text or "" for part in cell.iter(f"{W}t")).split())
    if text:
        grid.reading.tell("hidden_text", f"text under a merged cell was left out: {quote(text)}")
