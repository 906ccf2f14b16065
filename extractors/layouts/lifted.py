"""Rows across a table that carry their own label: "Success measure: visits counted".

Such a row belongs to the action above it. It is lifted into a column of its own under its label, so
that everything after sees an ordinary table. Knows tables and headings; nothing of formats.
"""

from dataclasses import replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.grid import Grid, text_of
from extractors.heads import heading_rows, is_across
from extractors.layouts.cards import INLINE_RE, label_of
from extractors.outline import section_from

LIFTED = frozenset({"measures", "lead", "support", "start", "due", "status", "update"})
MIN_FIRST = 1  # a labelled row stands below an action, never first


def lift_labelled_rows(grid: Grid) -> Table:
    """The table with labelled rows as columns at its right; the same table where it has none."""
    table = grid.table
    head = next((rows for row in range(table.row_count) if (rows := heading_rows(grid, row))), ())
    if not head:
        return table
    labelled = {
        row: cell
        for row in range(head[-1] + 1 + MIN_FIRST, table.row_count)
        if (cell := _labelled_cell(grid, row)) is not None
    }
    if not labelled:
        return table
    labels = list(dict.fromkeys(_label(cell) for cell in labelled.values()))
    start = table.column_count
    cells = [cell for cell in table.cells if labelled.get(cell.row) is not cell]
    for place, label in enumerate(labels):
        heading = Cell(head[0], start + place, (Paragraph(label, bold=True),), len(head))
        cells.append(heading)
    for row, cell in labelled.items():
        column = start + labels.index(_label(cell))
        cells.append(replace(cell, column=column, column_span=1, paragraphs=_value(cell), row=row))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    edges = _more_edges(table.edges, len(labels))
    return replace(table, cells=tuple(cells), column_count=start + len(labels), edges=edges)


def _labelled_cell(grid: Grid, row: int) -> Cell | None:
    if not is_across(grid, row):
        return None
    cell = next(cell for cell in grid.covering(row) if text_of(cell))
    found = INLINE_RE.match(cell.text)
    meaning = label_of(found[1]) if found and cell.row == row else None
    lifted = meaning is not None and meaning.sure and meaning.line.field in LIFTED
    counted = section_from(cell.text).label is not None  # "Outcome 2: Safer homes" is a section
    return cell if lifted and not counted else None


def _label(cell: Cell) -> str:
    found = INLINE_RE.match(text_of(cell))
    return found[1].strip() if found else ""


def _value(cell: Cell) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell without the label at its start."""
    first = next(place for place, paragraph in enumerate(cell.paragraphs) if paragraph.printed)
    found = INLINE_RE.match(cell.paragraphs[first].text)
    rest = found[2] if found else cell.paragraphs[first].text
    kept = (replace(cell.paragraphs[first], text=rest),) if rest else ()
    return (*kept, *cell.paragraphs[first + 1 :])


def _more_edges(edges: tuple[float, ...], count: int) -> tuple[float, ...]:
    """Borders for the added columns, of no width, as they are printed nowhere."""
    return (*edges, *[edges[-1]] * count) if edges else edges
