"""A cell taken apart: its own text, and the lines in it that are labels with their values.

``"Review the rota // Lead: Housing // By when: May 2026"``. A small table of labels and values
inside a cell is read as such lines. Knows cells and headings; nothing of formats.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.grid import filled_paragraphs, grid_of, text_of
from extractors.layouts.labels.cards import Line, is_sure, label_of
from extractors.layouts.labels.prose_labels import fields_of, known_label, lone_label, read_labels
from extractors.rows import WHO_AND_WHEN


@dataclass(frozen=True, slots=True)
class Parted:
    """A cell taken apart: what it says itself, and its labels with their values."""

    cell: Cell
    lines: tuple[Line, ...]

    @property
    def promises(self) -> bool:
        """Its labels say who or when."""
        return bool(fields_of(self.lines) & WHO_AND_WHEN)


def part_cell(cell: Cell) -> Parted:
    """Take a cell apart; what follows a label without a marker of its own ends nothing above it."""
    own: list[Paragraph] = []
    lines: list[Line] = []
    colon = False
    for paragraph in cell.paragraphs:
        lone = lone_label(paragraph)
        said = read_labels(paragraph)
        if lines and colon and not paragraph.text.endswith(":") and not lines[-1].value:
            lines[-1] = replace(lines[-1], value=(paragraph,))  # "Year 1" below "Deadline:"
        elif lone is not None:
            lines.append(lone)
        elif said.lines:
            own.extend([replace(paragraph, text=said.title)] if said.title else [])
            lines.extend(said.lines)
        elif lines:
            last = lines.pop()
            lines.append(replace(last, value=(*last.value, paragraph)))
        else:
            own.append(paragraph)
        colon = paragraph.text.endswith(":")
    nested = [list(_nested_lines(table)) for table in cell.nested]
    kept = tuple(t for t, found in zip(cell.nested, nested, strict=True) if not found)
    lines.extend(line for found in nested for line in found)
    if not lines:
        return Parted(cell, ())
    return Parted(replace(cell, paragraphs=tuple(own), nested=kept), tuple(lines))


def marked(cell: Cell, *, alone: bool = False) -> Cell:
    """A cell whose first paragraph is a label of those below it, set bold as most are.

    It may stand ``alone`` in a cell beside such cells, where its value is left empty.
    """
    paragraphs = filled_paragraphs([cell])
    label = known_label(paragraphs[0].text) if len(paragraphs) > 1 - alone else None
    if label is None or paragraphs[0].marker is not None:
        return cell
    return replace(cell, paragraphs=(replace(paragraphs[0], bold=True), *paragraphs[1:]))


def _nested_lines(table: Table) -> Iterator[Line]:
    """The labels and values of a small table inside a cell; nothing where it is no such table."""
    grid = grid_of(table)
    rows = [grid.filled(row) for row in range(table.row_count)]
    if table.column_count != 2 or not any(is_sure(text_of(cells[0])) for cells in rows if cells):
        return
    for cells in filter(None, rows):
        label = text_of(cells[0]).strip().rstrip(":").strip()
        meaning = label_of(label) if is_sure(label) else None
        yield Line(label, meaning, tuple(filled_paragraphs(cells[1:])), tuple(cells))
