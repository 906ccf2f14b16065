"""Tables and definition lists of a web page, cell by cell.

Knows what the tags of HTML mean; the grid of a table is laid out elsewhere.
"""

from collections.abc import Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from extractors.blocks import Cell, Paragraph, Table
from extractors.readers.web.blocks.inline import Run, to_paragraphs
from extractors.readers.web.blocks.walker import Walker
from extractors.readers.web.elements.look import Look, fill_of, look_of, picture_words
from extractors.readers.web.elements.tables import Placed, caption_of, is_header, is_layout, lay_out
from extractors.readers.web.page.cell_labels import repeated_labels, stated_heads
from extractors.readers.web.page.page import text_of

LEAST_COLUMNS = 3  # of a row that goes on with the table above; fewer place blocks on the page

_Definition = tuple[list[Paragraph], list[Paragraph]]


def read_definitions(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A definition list is a table of terms and what is said of them.

    Lists of one term each that follow one another are one list, which a page sets line by line.
    """
    walker.flush()
    before = element.getprevious()
    if before is not None and _is_line(element) and _is_line(before):
        return  # read with the first of them
    rows = _definitions(walker, element, look)
    following = element.getnext()
    while following is not None and _is_line(element) and _is_line(following):
        rows.extend(_definitions(walker, following, look))
        following = following.getnext()
    if walker.in_cell:
        walker.blocks.extend(paragraph for row in rows for side in row for paragraph in side)
    elif rows:
        cells = tuple(
            Cell(number, column, tuple(side), header=column == 0)
            for number, row in enumerate(rows)
            for column, side in enumerate(row)
        )
        walker.blocks.append(Table(cells, len(rows), 2, ruled=False))


def _is_line(element: HtmlElement) -> bool:
    """Whether an element is a definition list of one term, with no text behind it."""
    alone = element.tag == "dl" and not (element.tail or "").strip()
    return alone and sum(1 for _ in element.iter("dt")) == 1


def _definitions(walker: Walker, element: HtmlElement, look: Look) -> list[_Definition]:
    """The terms of one list with what is said of them, in order."""
    rows: list[_Definition] = []
    before = "dd"
    for part in element.iter("dt", "dd"):
        above = next(part.iterancestors("dl", "dt", "dd"), None)
        if above is not element or part in walker.left_out:
            continue  # of a list inside, or an unclosed <dd> that holds the next one
        inner = walker.cell_walker()
        inner.walk_inside(part, replace(look, bold=look.bold or part.tag == "dt"))
        inner.flush()
        paragraphs = [block for block in inner.blocks if isinstance(block, Paragraph)]
        if part.tag == "dt" and before == "dd":  # after an empty <dd> too
            rows.append((paragraphs, []))
        elif not rows:
            rows.append(([], paragraphs))
        else:
            rows[-1][part.tag == "dd"].extend(paragraphs)
        before = str(part.tag)
    return rows


def read_table(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A table of data below its caption as a heading; one that places blocks is no table."""
    walker.flush()
    if is_layout(element) and not _goes_on(walker, element):
        walker.read_block(element, look)
        return
    caption = caption_of(element)
    if caption is not None and caption not in walker.left_out:
        walker.head(walker.take(caption, look), walker.level + 1)
    grid = lay_out(element, walker.most_columns)
    walker.cut += grid.cut
    shown = (cell for cell in grid.cells if cell.element not in walker.left_out)
    for label in repeated_labels(grid):
        label.drop_tree()
    cells = tuple(_read_cell(walker, cell, look) for cell in shown)
    if any(cell.text or cell.nested for cell in cells):
        table = Table(cells, grid.row_count, grid.column_count, grid.header_rows)
        walker.blocks.append(_with_heads(table, stated_heads(grid)))


def _goes_on(walker: Walker, element: HtmlElement) -> bool:
    """Whether a single row is one of the plan above it, whose headings are printed once."""
    tables = (block for block in reversed(walker.blocks) if isinstance(block, Table))
    above = next(tables, None)
    rows = list(element.iter("tr"))
    if above is None or len(rows) != 1 or above.column_count < LEAST_COLUMNS:
        return False
    return len(rows[0]) == above.column_count and all(text_of(cell) for cell in rows[0])


def _with_heads(table: Table, heads: Mapping[int, str]) -> Table:
    """The table below a row of headings, where there are any."""
    if not heads:
        return table
    first = (Cell(0, c, (Paragraph(text, bold=True),), header=True) for c, text in heads.items())
    below = (replace(cell, row=cell.row + 1) for cell in table.cells)
    return replace(table, cells=(*first, *below), row_count=table.row_count + 1, header_rows=1)


def _read_cell(walker: Walker, placed: Placed, look: Look) -> Cell:
    element = placed.element
    look = look_of(element, look)
    if len(element) == 0:  # most cells; a walker costs ten times as much as their text
        run = Run(element.text or "", look.bold, look.struck)
        paragraphs: tuple[Paragraph, ...] = tuple(to_paragraphs([run]))
        nested: tuple[Table, ...] = ()
    else:
        paragraphs, nested = _read_inside(walker, element, look)
    return Cell(
        row=placed.row,
        column=placed.column,
        paragraphs=paragraphs,
        row_span=placed.row_span,
        column_span=placed.column_span,
        fill=fill_of(element),
        header=is_header(element),
        nested=nested,
    )


def _read_inside(
    walker: Walker, element: HtmlElement, look: Look
) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
    """Paragraphs of a cell, and the tables that stand in it."""
    inner = walker.cell_walker()
    inner.walk_inside(element, look)
    inner.flush()
    walker.cut += inner.cut
    paragraphs = tuple(block for block in inner.blocks if isinstance(block, Paragraph))
    if not inner.blocks:
        paragraphs = tuple(Paragraph(text) for text in picture_words(element))
    return paragraphs, tuple(block for block in inner.blocks if isinstance(block, Table))
