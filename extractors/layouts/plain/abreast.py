"""Cards that stand side by side in one grid, each in a column of its own.

``1.1 Street trees | 1.2 Flood wardens`` in a coloured row above two texts that each have labels of
their own. Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.claims import NOT_FIELDS
from extractors.columns.contents import is_date, is_status
from extractors.columns.folding import fold_heading
from extractors.columns.refs import leading_ref
from extractors.grid import Grid, filled_paragraphs, grid_of, text_of
from extractors.layouts.labels.cards import Line, label_of
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.prose_labels import fields_of, lone_label, read_labels
from extractors.places import join_places
from extractors.rows import WHO_AND_WHEN

MIN_LABELS = 2  # fields that the labels of a card name; "Lead: Vale" alone stands in any cell


def cards_abreast(grid: Grid) -> list[Table]:
    """The cards of a grid of which each fills a column below its title, row by row; [] for none.

    ``Action 1 | Action 2`` above ``Review the rota | Dredge the dock`` and ``Lead: Vale | Lead:
    Port``. The last row may have fewer cards, and a box of something else in a card's place.
    """
    table = grid.table
    if table.column_count < MIN_LABELS or any(c.column_span > 1 for c in table.cells):
        return []
    if not table.row_count or len(grid.filled(0)) < MIN_LABELS or not _are_titles(grid, 0):
        return []
    firsts = [
        row for row in range(table.row_count) if _are_titles(grid, row) or _are_whole(grid, row)
    ]
    parts = [
        side_of(_rows_of(table, first, end), column, column + 1)
        for first, end in pairwise([*firsts, table.row_count])
        for column in range(table.column_count)
    ]
    filled = [one for one in parts if any(map(text_of, one.cells))]
    titled = [one for one in filled if text_of(grid_of(one).at(0, 0))]
    return filled if _are_cards(titled) else []


def _are_titles(grid: Grid, row: int) -> bool:
    """Whether each cell of a row with text is the title of a card in its column."""
    filled = grid.filled(row)
    return bool(filled) and all(_is_title(grid, cell) for cell in filled)


def _are_whole(grid: Grid, row: int) -> bool:
    """Whether each cell of a row with text begins with its own title: the card of an odd number."""
    held = [filled_paragraphs([cell]) for cell in grid.filled(row)]
    titled = (one[0].bold and not _labels(one[0]) and not one[-1].bold for one in held if one)
    return bool(held) and all(titled) and all(any(map(_labels, one)) for one in held)


def _is_title(grid: Grid, cell: Cell) -> bool:
    """Whether a cell counts what stands below it, or is set otherwise, and is no label."""
    text, lines = text_of(cell), filled_paragraphs([cell])
    if bare_ref(text) is not None:
        return True
    below = grid.at(cell.row + 1, cell.column) if cell.row + 1 < grid.table.row_count else None
    label = label_of(text) is not None or any(read_labels(one).lines for one in lines)
    if below is None or not text_of(below) or label or is_date(text) or is_status(text):
        return False
    filled = cell.fill is not None and cell.fill != below.fill
    return filled or (cell.bold and not below.bold) or leading_ref(text) is not None


def _are_cards(columns: Sequence[Table]) -> bool:
    """Whether each column prints labels, none of them twice, and says who or when and more."""
    said = [[line for one in filled_paragraphs(c.cells) for line in _labels(one)] for c in columns]
    once = all(len({fold_heading(one.label) for one in lines}) == len(lines) for lines in said)
    fields = [fields_of(lines) - NOT_FIELDS for lines in said]
    whole = sum(len(one) >= MIN_LABELS and bool(one & WHO_AND_WHEN) for one in fields)
    return once and all(fields) and whole == len(columns)


def _labels(paragraph: Paragraph) -> Sequence[Line]:
    """The labels of a paragraph: before their values, or alone above them."""
    lone = lone_label(paragraph)
    return read_labels(paragraph).lines if lone is None else (lone,)


def _rows_of(table: Table, start: int, end: int) -> Table:
    """The rows of a table from one to before another, numbered from 0."""
    held = [cell for cell in table.cells if start <= cell.row < end]
    cells = tuple(replace(cell, row=cell.row - start) for cell in held)
    return replace(table, cells=cells, row_count=end - start)


def side_of(table: Table, start: int, end: int) -> Table:
    """The columns of a table from one to before another, numbered from 0."""
    cells = []
    for cell in table.cells:
        first = max(cell.column, start)
        last = min(cell.column + cell.column_span, end)
        if first < last:
            cells.append(replace(cell, column=first - start, column_span=last - first))
    return replace(
        table,
        cells=tuple(cells),
        column_count=end - start,
        edges=table.edges[start : end + 1],
        place=join_places(cell.place for cell in cells) if table.place.boxes else table.place,
    )
