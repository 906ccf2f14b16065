"""Words that a page's end cuts within a cell: "Planne" at the foot of a page, "d" overleaf.

A column too narrow for a word cuts it where a line ends, and the page may end there as well. The
half before the break is marked with a soft hyphen, by which the two become one word again when
rows are joined over pages. Knows tables and the words of the document; joins no rows itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.blocks import Block, Cell, Table
from extractors.readers.pdf.whole.text import SOFT_HYPHEN, Vocabulary, is_cut

SAME_LEFT_PT = 3.0  # points; borders of one column on two pages lie nearer
HEAD_ROWS = 4  # first rows of a page, of which all but the last may repeat the heads


def with_cut_words(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, a table's last row marked where words of its cells go on on the next page."""
    made = list(blocks)
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    for one, other in pairwise(tables):
        before, after = made[one], made[other]
        if not isinstance(before, Table) or not isinstance(after, Table):
            continue
        if before.place.boxes[-1].page < after.place.boxes[0].page:
            made[one] = _marked(before, after, vocabulary)
    return made


def _marked(before: Table, after: Table, vocabulary: Vocabulary) -> Table:
    heads = [cell for cell in after.cells if cell.row < HEAD_ROWS and cell.paragraphs]
    cells = [
        _with_hyphen(cell)
        if _ends(cell, before) and any(_goes_on(cell, head, vocabulary) for head in heads)
        else cell
        for cell in before.cells
    ]
    return replace(before, cells=tuple(cells))


def _ends(cell: Cell, table: Table) -> bool:
    """Whether a cell with text stands in the last row."""
    return bool(cell.paragraphs) and cell.row + cell.row_span >= table.row_count


def _goes_on(cell: Cell, head: Cell, vocabulary: Vocabulary) -> bool:
    aside = abs(cell.place.boxes[-1].x0 - head.place.boxes[0].x0)
    before, after = cell.paragraphs[-1].text, head.paragraphs[0].text
    if aside > SAME_LEFT_PT or not before or not after or after[0].isupper():
        return False
    return is_cut(before, after, full=False, vocabulary=vocabulary)


def _with_hyphen(cell: Cell) -> Cell:
    *others, last = cell.paragraphs
    return replace(cell, paragraphs=(*others, replace(last, text=last.text + SOFT_HYPHEN)))
