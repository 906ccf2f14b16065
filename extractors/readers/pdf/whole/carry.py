"""Unruled tables that go on at the top of the next page without their heads.

Knows the columns in which the table before ended, and the lines with which a page opens.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Table
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.page.tables import make_table, place_words
from extractors.readers.pdf.record import Frame
from extractors.readers.pdf.unruled.corridors import Columns, columns_of
from extractors.readers.pdf.unruled.find import MAX_FOOTER_LINES, carried_grid

MIN_COLUMNS = 3  # of a table that may go on; two columns of text are told from prose by rules
SAME_WIDTH_PT = 2.0  # points by which the widths of two pages differ that may share a table


def carry_on(pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """Read the lines at a page's top as rows of the unruled table that ends the page before."""
    carried: list[PageBlocks] = []
    columns: Columns | None = None
    width = 0.0
    for page in pages:
        known = columns if abs(page.width - width) <= SAME_WIDTH_PT else None
        again = _with_table(page, known) if known is not None and page.opening else None
        carried.append(again or page)
        columns = page.columns or _last_columns(again or page)
        width = page.width
    return carried


def _last_columns(page: PageBlocks) -> Columns | None:
    """The columns of the table with which a page ends, but for a footer; None where none does."""
    tail = page.blocks[-MAX_FOOTER_LINES - 1 :]
    last = next((block for block in reversed(tail) if isinstance(block, Table)), None)
    if last is None or last.column_count < MIN_COLUMNS:
        return None
    return columns_of(last.edges)


def _with_table(page: PageBlocks, columns: Columns) -> PageBlocks | None:
    grid = carried_grid(page.opening, columns, page.rules)
    if grid is None or any(_is_above(block, grid.frame) for block in page.blocks):
        return None
    words = [word for line in page.opening for word in line.words]
    placed, _ = place_words([grid], words)
    tables = [make_table(one, page.number, page.fills, page.struck) for one in placed]
    if not tables:
        return None
    others = [block for block in page.blocks if not _within(block, grid.frame)]
    at = next((i for i, block in enumerate(page.blocks) if _within(block, grid.frame)), 0)
    return replace(page, blocks=(*others[:at], *tables, *others[at:]))


def _is_above(block: Text | Table, frame: Frame) -> bool:
    """Whether a table of the page's own stands higher: below it nothing goes on overleaf."""
    boxes = block.place.boxes if isinstance(block, Table) else ()
    return bool(boxes) and boxes[0].top < frame.top


def _within(block: Text | Table, frame: Frame) -> bool:
    if isinstance(block, Table) and block.ruled:
        return False
    boxes = block.place.boxes if isinstance(block, Table) else block.paragraph.place.boxes
    if not boxes:
        return False
    box = boxes[0]
    middle = (box.top + box.bottom) / 2
    return frame.top <= middle <= frame.bottom and box.x1 > frame.x0 and box.x0 < frame.x1
