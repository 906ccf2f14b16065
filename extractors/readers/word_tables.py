"""A Word table as our own grid: spans, merged cells and deleted rows, linear in its cells.

Knows ``w:tbl`` (ECMA-376 part 1, 17.4); what stands inside a cell is read by the caller.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractors.blocks import Cell, Paragraph, Table
from extractors.readers.word_reading import Reading, quote
from extractors.readers.word_shading import TableShading, fill_of
from extractors.readers.word_xml import (
    CELL,
    ROW,
    VAL,
    Change,
    Element,
    W,
    is_on,
    number,
    walk,
)

Content = tuple[list[Paragraph], list[Table]]
ReadCell = Callable[[Element, Reading, Change], Content]


@dataclass(slots=True)
class _Square:
    """A cell while its row span still grows."""

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
    too_wide: bool = False


def read_table(
    table: Element,
    name: str,
    reading: Reading,
    read_cell: ReadCell,
    shading: TableShading,
    change: Change = "",
) -> Table | None:
    """Read one ``w:tbl``.

    Args:
        table: The element.
        name: How problems name it: ``"table 3"``.
        reading: The state; problems are told there.
        read_cell: Gives the paragraphs and the nested tables of a cell.
        shading: What the table's style says of colours.
        change: The tracked change that the whole table stands in.

    Returns:
        The grid; None where no row of it is displayed (all are deleted, or hold no cells).
    """
    outside = reading.where
    grid = _Grid(name, reading, read_cell, shading)
    headed = True
    header_rows = 0
    for row, within in walk(table, change):
        if row.tag == ROW and _read_row(grid, row, within):
            headed = headed and bool(is_on(row.find(f"{W}trPr"), f"{W}tblHeader"))
            header_rows += headed
    reading.where = name
    if grid.too_wide:
        limit = reading.limits.columns
        reading.tell(
            "page_objects", f"it is wider than {limit} columns; the rest was not read", warning=True
        )
    reading.where = outside
    if not grid.squares:
        return None
    return Table(
        cells=tuple(square.finished() for square in grid.squares),
        row_count=grid.rows,
        column_count=max(square.column + square.column_span for square in grid.squares),
        header_rows=header_rows if header_rows < grid.rows else 0,
    )


def _read_row(grid: _Grid, row: Element, change: Change) -> bool:
    """Read a row; False where it is not displayed."""
    properties = row.find(f"{W}trPr")
    change = _change_of(properties, change)
    if change == "deleted":
        _tell_row(grid, row, "a deleted row was left out")
        return False
    limit = grid.reading.limits.columns
    column = min(number(properties, f"{W}gridBefore") or 0, limit)
    before = len(grid.squares)
    told = len(grid.reading.problems)
    grown = False
    for place, (cell, within) in enumerate(_cells(row, change), start=1):
        grid.reading.where = f"{grid.name}, row {grid.rows + 1}, cell {place}"
        if column >= limit:
            grid.too_wide = True
            break
        span = _span(cell, limit - column)
        grown = _read_square(grid, cell, within, column, span) or grown
        column += span
    if len(grid.squares) == before and not grown:
        return False
    if _row_is_hidden(grid, properties, before, told):
        del grid.squares[before:]
        return False
    if change == "inserted":
        _tell_row(grid, row, "an inserted row is read as accepted; rejected it would not be there")
    grid.rows += 1
    return True


def _cells(row: Element, change: Change) -> list[tuple[Element, Change]]:
    return [(e, within) for e, within in walk(row, change) if e.tag == CELL]


def _span(cell: Element, room: int) -> int:
    span = number(cell.find(f"{W}tcPr"), f"{W}gridSpan") or 1
    return max(1, min(span, room))


def _read_square(grid: _Grid, cell: Element, change: Change, column: int, span: int) -> bool:
    """Read one cell into the grid; True where it only makes an earlier cell larger."""
    properties = cell.find(f"{W}tcPr")
    if properties is not None and (
        change == "deleted" or properties.find(f"{W}cellDel") is not None
    ):
        _tell_text(grid, cell, "a deleted cell was left out")
        change = "deleted"
    if _grows_right(grid, properties, span) or _grows_down(grid, properties, column, span):
        _tell_covered(grid, cell)
        return True
    square = _Square(grid.rows, column, span)
    square.fill = fill_of(properties, grid.shading, grid.rows, column)
    if change != "deleted":
        square.paragraphs, square.nested = grid.read_cell(cell, grid.reading, change)
    grid.squares.append(square)
    if _merge(properties, f"{W}vMerge") == "restart":
        grid.merged[column] = square
    return False


def _grows_down(grid: _Grid, properties: Element | None, column: int, span: int) -> bool:
    if _merge(properties, f"{W}vMerge") != "continue":
        return False
    above = grid.merged.get(column)
    if above is None or above.column_span != span or above.row + above.row_span != grid.rows:
        return False
    above.row_span += 1
    return True


def _grows_right(grid: _Grid, properties: Element | None, span: int) -> bool:
    if _merge(properties, f"{W}hMerge") != "continue" or not grid.squares:
        return False
    left = grid.squares[-1]
    if left.row != grid.rows:
        return False
    left.column_span += span
    return True


def _merge(properties: Element | None, tag: str) -> str | None:
    """Give "restart", "continue" or None; a tracked merge counts as accepted."""
    if properties is None:
        return None
    found = properties.find(tag)
    if found is not None:
        return found.get(VAL, "continue")
    tracked = properties.find(f"{W}cellMerge") if tag == f"{W}vMerge" else None
    if tracked is None:
        return None
    return {"rest": "restart", "cont": "continue"}.get(tracked.get(f"{W}vMerge", ""))


def _change_of(properties: Element | None, change: Change) -> Change:
    if properties is None:
        return change
    if change == "deleted" or properties.find(f"{W}del") is not None:
        return "deleted"
    return "inserted" if properties.find(f"{W}ins") is not None else change


def _row_is_hidden(grid: _Grid, properties: Element | None, before: int, told: int) -> bool:
    """A row marked hidden disappears only if nothing in it is displayed (17.4.22)."""
    if not is_on(properties, f"{W}hidden"):
        return False
    squares: Sequence[_Square] = grid.squares[before:]
    return len(grid.reading.problems) > told and not any(s.paragraphs or s.nested for s in squares)


def _tell_row(grid: _Grid, row: Element, message: str) -> None:
    grid.reading.where = f"{grid.name}, row {grid.rows + 1}"
    _tell_text(grid, row, message)


def _tell_text(grid: _Grid, element: Element, message: str) -> None:
    texts = (part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))
    text = " ".join(" ".join(texts).split())
    if text:
        grid.reading.tell("tracked_change", f"{message}: {quote(text)}")


def _tell_covered(grid: _Grid, cell: Element) -> None:
    text = " ".join("".join(part.text or "" for part in cell.iter(f"{W}t")).split())
    if text:
        grid.reading.tell("hidden_text", f"text under a merged cell was left out: {quote(text)}")
