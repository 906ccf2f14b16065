"""The rest of one cell alone at the top of a page, below a table that ends the page before.

Where all other cells of a row had ended, nothing but a paragraph shows that it goes on. Knows
tables and paragraphs with their places; knows nothing of what they say.
"""

from dataclasses import replace

from extractors.blocks import Cell, Paragraph, Place, Table
from extractors.readers.pdf.page.paragraphs.groups import ENDS_SENTENCE_RE

SAME_X_PT = 2.0  # points by which the lines of a cell begin apart on two pages
OVER_PT = 2.0  # points by which text may reach over the border of its column


def row_of_rest(table: Table, rest: Paragraph) -> Table | None:
    """A paragraph as the row below a table that holds the rest of one cell; None where it is none.

    It begins where that cell's text does, in its look and in small letters, and the cell ends in
    the middle of a sentence.
    """
    cut = next((cell for cell in _last_row(table) if _goes_on(table, cell, rest)), None)
    if cut is None:
        return None
    cells = tuple(
        replace(cell, row=0, row_span=1, paragraphs=(), fill=None, nested=(), place=Place())
        if cell is not cut
        else replace(cell, row=0, row_span=1, paragraphs=(rest,), fill=None, place=rest.place)
        for cell in table.cells
        if cell.row + cell.row_span == table.row_count
    )
    return Table(
        cells,
        1,
        table.column_count,
        edges=table.edges,
        open_top=True,
        ruled=table.ruled,
        place=rest.place,
    )


def _last_row(table: Table) -> list[Cell]:
    ends = table.row_count
    cells = [cell for cell in table.cells if cell.row + cell.row_span == ends and cell.paragraphs]
    return cells if table.edges and len(cells) > 1 else []


def _goes_on(table: Table, cell: Cell, rest: Paragraph) -> bool:
    last = cell.paragraphs[-1]
    if not last.place.boxes or not rest.place.boxes:
        return False
    above, below = last.place.boxes[-1], rest.place.boxes[0]
    right = table.edges[cell.column + cell.column_span]
    return (
        below.page == above.page + 1
        and abs(below.x0 - above.x0) <= SAME_X_PT
        and below.x1 <= right + OVER_PT
        and rest.marker is None
        and rest.text[:1].islower()
        and (rest.size, rest.bold) == (last.size, last.bold)
        and ENDS_SENTENCE_RE.search(last.text) is None
    )
