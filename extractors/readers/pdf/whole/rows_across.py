"""Rows across a card that stand alone beyond a page's end, in a frame without columns.

A frame of one column is a box of text on a page by itself; below a table as wide on the page before
it holds the rows across that table ("Progress: ..."), and above one the title of which the last
words stand overleaf. Knows tables and their borders; joins no tables itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.blocks import Box, Cell, Table
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.page.paragraphs.groups import ENDS_SENTENCE_RE

SAME_PT = 3.0  # points; the borders of one table on two pages differ by less
OVER_PT = 1.0  # points by which letters may reach over their frame


def with_rows_across(pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """The pages, each frame at a page's end that is a part of a table as that table's rows."""
    made = list(pages)
    if not any(page.framed for page in made):
        return made
    labels = frozenset(_labels(made))
    for at, (one, other) in enumerate(pairwise(pages)):
        if other.number != one.number + 1:
            continue
        above, below = made[at], other
        for box in other.framed[:1]:
            below = _with_first(above, below, box, labels)
        for box in one.framed[-1:]:
            above = _with_last(above, below, box)
        made[at : at + 2] = above, below
    return made


def _labels(pages: Iterable[PageBlocks]) -> Iterator[str]:
    """What rows across tables with columns begin with, below their titles: "Progress"."""
    tables = (block for page in pages for block in page.blocks if isinstance(block, Table))
    for table in tables:
        for cell in table.cells:
            if cell.row and cell.column_span == table.column_count > 1 and cell.paragraphs:
                yield _label(cell)


def _label(cell: Cell) -> str:
    """The words before a colon, else all of the first paragraph."""
    return cell.paragraphs[0].text.partition(":")[0]


def _with_first(
    before: PageBlocks, page: PageBlocks, box: Table, labels: frozenset[str]
) -> PageBlocks:
    """The page with its first texts as rows of the table that ends the page before."""
    table = before.blocks[-1] if before.blocks else None
    inside = [isinstance(block, Text) and holds(box, block) for block in page.blocks]
    count = sum(inside)
    if not isinstance(table, Table) or not _is_as_wide(table, box) or not all(inside[:count]):
        return page
    if not count or not (_label(box.cells[0]) in labels or _is_rest(table, box)):
        return page
    return replace(page, blocks=(box, *page.blocks[count:]))


def _with_last(page: PageBlocks, after: PageBlocks, box: Table) -> PageBlocks:
    """The page with its last texts as the row whose last words begin the table overleaf."""
    table = after.blocks[0] if after.blocks else None
    inside = [isinstance(block, Text) and holds(box, block) for block in page.blocks]
    count = sum(inside)
    if not isinstance(table, Table) or not _is_as_wide(table, box) or not count:
        return page
    if not all(inside[-count:]) or not _is_rest(box, table):
        return page
    return replace(page, blocks=(*page.blocks[:-count], box))


def _is_as_wide(table: Table, box: Table) -> bool:
    ends = ((table.edges[0], box.edges[0]), (table.edges[-1], box.edges[-1])) if table.edges else ()
    same = bool(ends) and all(abs(a - b) <= SAME_PT for a, b in ends)
    return same and table.ruled and table.column_count > 1


def _is_rest(before: Table, after: Table) -> bool:
    """Whether the one text of a first row goes on with the one text of the last row before it."""
    last = [c for c in before.cells if c.row + c.row_span == before.row_count and c.paragraphs]
    first = [c for c in after.cells if not c.row and c.paragraphs]
    if len(last) != 1 or len(first) != 1 or last[0].column or first[0].column:
        return False
    text, rest = last[0].paragraphs[-1].text, first[0].paragraphs[0]
    return (
        last[0].column_span == before.column_count
        and rest.marker is None
        and rest.text[:1].islower()
        and ENDS_SENTENCE_RE.search(text) is None
    )


def holds(box: Table, block: Text) -> bool:
    """Whether a text stands in a frame."""
    frame: Box = box.place.boxes[0]
    return all(
        frame.top - OVER_PT <= (one.top + one.bottom) / 2 <= frame.bottom + OVER_PT
        and frame.x0 - OVER_PT <= one.x0 <= frame.x1
        for one in block.paragraph.place.boxes
    )
