"""Cells that hold several labelled lines: "Lead: Police", below it "By when: May 2026".

A plan of two columns, "Action" and "Delivery", prints who and when so. The lines are put into
columns of their own under their labels, so that everything after sees an ordinary table. Knows
tables and headings; nothing of formats.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.grid import Grid, text_of
from extractors.headings import fold_heading, read_heading
from extractors.heads import heading_rows
from extractors.layouts.cards import INLINE_RE, label_of
from extractors.layouts.lifted import LIFTED, more_edges

MIN_CELLS = 2  # cells of a column with labelled lines; one alone may quote a form
MIN_LABELS = 2  # different fields: "Lead: Police" below the heading "Lead" repeats its heading
LABELLED = 0.6  # share of a column's filled cells; a blank form among them has no label

Lines = dict[str, tuple[Paragraph, ...]]
"""The lines of one cell by their label as printed: ``{"Lead": (Paragraph("Police"),)}``."""


def part_labelled_cells(grid: Grid) -> Table:
    """The table with labelled lines as columns at its right; the same table where it has none."""
    head = _head(grid)
    if not head:
        return grid.table
    body = [cell for cell in grid.table.cells if cell.row > head[-1] and cell.column_span == 1]
    parted: dict[int, Lines] = {}
    emptied: set[int] = set()  # headings above nothing but labelled lines, which are headed better
    for column in range(grid.table.column_count):
        cells = [cell for cell in body if cell.column == column and text_of(cell)]
        found = _labelled(grid, head, cells)
        parted |= found
        if found and len(found) == len(cells):
            emptied |= {id(grid.at(row, column)) for row in head}
    return _with_columns(grid.table, head, parted, emptied) if parted else grid.table


def _with_columns(
    table: Table, head: Sequence[int], parted: Mapping[int, Lines], emptied: Set[int]
) -> Table:
    """The table with a column for each label, headed by it; what was parted stands there alone."""
    names: dict[str, str] = {}
    for label in (label for lines in parted.values() for label in lines):
        names.setdefault(fold_heading(label), label)
    gone = emptied | parted.keys()
    cells = [replace(c, paragraphs=()) if id(c) in gone else c for c in table.cells]
    for column, (key, label) in enumerate(names.items(), table.column_count):
        cells.append(Cell(head[0], column, (Paragraph(label, bold=True),), len(head)))
        for cell in (cell for cell in table.cells if id(cell) in parted):
            said = next((v for k, v in parted[id(cell)].items() if fold_heading(k) == key), ())
            cells.append(replace(cell, column=column, paragraphs=said))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    count = table.column_count + len(names)
    edges = more_edges(table.edges, len(names))
    return replace(table, cells=tuple(cells), column_count=count, edges=edges)


def _head(grid: Grid) -> tuple[int, ...]:
    """The heading rows; where none is known the row right above the first labelled lines."""
    for row in range(grid.table.row_count):
        if rows := heading_rows(grid, row):
            return rows
    first = next((cell.row for cell in grid.table.cells if len(_lines(cell)) >= MIN_LABELS), 0)
    return (first - 1,) if first else ()


def _labelled(grid: Grid, head: Sequence[int], cells: Sequence[Cell]) -> dict[int, Lines]:
    """The cells of a column with their lines, by identity; {} where too few have labels.

    Where a heading of the table prints one of their fields, the cell is that field whole: "Lead:
    Vale" and "Support: Parks" under "Lead". A heading of two fields ("Lead / When") is none.
    """
    found = {id(cell): lines for cell in cells if (lines := _lines(cell))}
    if len(found) < max(MIN_CELLS, LABELLED * len(cells)):
        return {}
    labels = {label for lines in found.values() for label in lines}
    fields = {meaning.line.field for label in labels if (meaning := label_of(label))}
    printed = [read_heading(text_of(cell)) for row in head for cell in grid.own(row)]
    named = {one.line.field for one in printed if one and one.sure and one.second is None}
    return found if len(fields) >= MIN_LABELS and not fields & named else {}


def _lines(cell: Cell) -> Lines:
    """The lines of a cell by their labels; {} where its first line has none."""
    lines: Lines = {}
    label = None
    for paragraph in (one for one in cell.paragraphs if one.printed):
        found = INLINE_RE.match(paragraph.text)
        meaning = label_of(found[1]) if found else None
        if found and meaning is not None and meaning.sure and meaning.line.field in LIFTED:
            label = found[1].strip()
            said = (replace(paragraph, text=found[2]),) if found[2] else ()
        elif label is None:
            return {}
        else:
            said = (paragraph,)
        lines[label] = (*lines.get(label, ()), *said)
    return lines
