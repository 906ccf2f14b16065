"""Cells that hold several labelled lines: "Lead: Police", below it "By when: May 2026".

A plan of two columns, "Action" and "Delivery", prints who and when so, or below the action's text
in the action's own cell. The lines are put into columns of their own under their labels, so that
everything after sees an ordinary table. Knows tables and headings; nothing of formats.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.folding import fold_heading
from extractors.columns.headings import read_heading
from extractors.columns.heads import first_heads
from extractors.grid import Grid, text_of
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.labelled_cells import part_cell
from extractors.layouts.labels.prose_labels import field_of
from extractors.layouts.labels.row_labels import LIFTED
from extractors.layouts.plain.lifted import widened
from extractors.rows import AIMS, WHO

MIN_CELLS = 2  # cells of a column with labelled lines; one among others may quote a form
MIN_LABELS = 2  # different fields: "Lead: Police" below the heading "Lead" repeats its heading
LABELLED = 0.6  # share of a column's filled cells; a blank form among them has no label


@dataclass(frozen=True, slots=True)
class _Parted:
    """A cell without its labelled lines, and the lines by their label as printed.

    ``{"Lead": (Paragraph("Police"),)}``
    """

    rest: Cell
    lines: Mapping[str, tuple[Paragraph, ...]]
    fields: frozenset[str]


def part_labelled_cells(grid: Grid) -> Table:
    """The table with labelled lines as columns at its right; the same table where it has none."""
    head = _head(grid)
    if not head:
        return grid.table
    body = [cell for cell in grid.table.cells if cell.row > head[-1] and cell.column_span == 1]
    parted: dict[int, _Parted] = {}
    emptied: dict[int, Cell] = {}  # headings above nothing but labelled lines: these head it better
    for column in range(grid.table.column_count):
        cells = [cell for cell in body if cell.column == column and text_of(cell)]
        found = _labelled(grid, head, cells)
        parted |= found
        if found and len(found) == len(cells) and not any(text_of(p.rest) for p in found.values()):
            emptied |= {
                id(cell): replace(cell, paragraphs=()) for cell in _over(grid, head, column)
            }
    rests = emptied | {key: one.rest for key, one in parted.items()}
    return _with_columns(grid.table, head, parted, rests) if parted else grid.table


def _over(grid: Grid, head: Sequence[int], column: int) -> list[Cell]:
    return [cell for row in head if (cell := grid.at(row, column)) is not None]


def _with_columns(
    table: Table, head: Sequence[int], parted: Mapping[int, _Parted], rests: Mapping[int, Cell]
) -> Table:
    """The table with a column for each label, headed by it; what was parted stands there alone."""
    names: dict[str, str] = {}
    for label in (label for one in parted.values() for label in one.lines):
        names.setdefault(fold_heading(label), label)
    cells = [rests.get(id(cell), cell) for cell in table.cells]
    for column, (key, label) in enumerate(names.items(), table.column_count):
        cells.append(Cell(head[0], column, (Paragraph(label, bold=True),), len(head)))
        for cell in (cell for cell in table.cells if id(cell) in parted):
            lines = parted[id(cell)].lines
            said = next((v for k, v in lines.items() if fold_heading(k) == key), ())
            if said:  # of two cells of a row the other may have none
                cells.append(replace(cell, column=column, paragraphs=said, nested=()))
    return widened(table, cells, len(names))


def _head(grid: Grid) -> tuple[int, ...]:
    """The heading rows; where none is known the row right above the first labelled lines."""
    if head := first_heads(grid):
        return head
    labelled = (one for cell in grid.table.cells if (one := _parted(cell, "")) is not None)
    first = next((one.rest.row for one in labelled if len(one.lines) >= MIN_LABELS), 0)
    counts = first and any(bare_ref(text) is not None for text in grid.texts(first - 1))
    return (first - 1,) if first and not counts else ()  # "Action 1" counts the card below it


def _labelled(grid: Grid, head: Sequence[int], cells: Sequence[Cell]) -> dict[int, _Parted]:
    """The cells of a column taken apart, by identity; {} where too few have labels.

    Where another heading of the table prints one of their fields, the cell is its own field whole.
    A heading of two fields ("Lead / When") prints none.
    """
    if not cells:
        return {}
    heading = grid.at(head[-1], cells[0].column)
    above = read_heading(text_of(heading)) if heading is not None else None
    name = above.line.field if above is not None else ""
    both = above is not None and above.second is not None
    found = _found(cells, name, both=both)
    enough = max(min(MIN_CELLS, len(cells)), LABELLED * len(cells))
    if not found or (name not in WHO and len(found) < enough):  # who leads quotes no form
        return {}
    fields = {name for one in found.values() for name in one.fields}
    over = _over(grid, head, cells[0].column)
    printed = [read_heading(text_of(c)) for row in head for c in grid.own(row) if c not in over]
    named = {one.line.field for one in printed if one and one.sure and one.second is None}
    return found if len(fields) >= MIN_LABELS and not fields & named else {}


def _found(cells: Sequence[Cell], name: str, *, both: bool) -> dict[int, _Parted]:
    """The cells that can be taken apart, at first those in which a label begins a line."""
    found: dict[int, _Parted] = {}
    for _ in range(2):
        labels = {label for one in found.values() for label in one.lines}
        left = [cell for cell in cells if id(cell) not in found]
        parted = ((id(cell), _parted(_broken(cell, labels), name, both=both)) for cell in left)
        found |= {key: one for key, one in parted if one is not None}
    return found


def _broken(cell: Cell, labels: Collection[str]) -> Cell:
    """The cell with the labels that others begin lines with on lines of their own.

    A printed page shows no end of a paragraph behind a full line: "... has checked Lead: Housing".
    """
    if not labels:
        return cell
    behind = re.compile(rf"\s+(?=(?:{'|'.join(map(re.escape, labels))})\s?:)")
    lines = [
        replace(paragraph, text=text, marker=None if place else paragraph.marker)
        for paragraph in cell.paragraphs
        for place, text in enumerate(behind.split(paragraph.text))
    ]
    return replace(cell, paragraphs=tuple(lines))


def _parted(cell: Cell, name: str, *, both: bool = False) -> _Parted | None:
    """A cell of a field taken apart; None where it has no labelled lines, or says more than them.

    Only the cell of a text may ("Review the rota", below it "Lead: Housing"), or one of bodies:
    "Housing", below it "Support: Police". What is labelled with the field itself stays in it,
    unless its heading names ``both`` fields.
    """
    split = part_cell(cell)
    known = [line for line in split.lines if field_of(line) in LIFTED]
    if len(known) < len(split.lines) or not any(line.value for line in known):
        return None  # a label alone in a cell has its value beside it
    fields = set(map(field_of, known))
    said = bool(text_of(split.cell))
    if said and (name in fields or name not in AIMS | WHO):  # these say more than labelled lines
        return None
    lines: dict[str, tuple[Paragraph, ...]] = {}
    for line in known:
        if both or field_of(line) != name:
            lines[line.label] = (*lines.get(line.label, ()), *line.value)
    own = tuple(p for line in known if not both and field_of(line) == name for p in line.value)
    rest = replace(split.cell, paragraphs=(*split.cell.paragraphs, *own))
    return _Parted(rest, lines, frozenset(fields | ({name} if said else set())))
