"""Free corridors between columns: what lines of text leave free from top to bottom.

Knows lines of words and the boxes of heads; knows no rules, fills or rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.heads import HEAD_GAP_EM, MIN_HEAD_GAP_PT, heads_of, segments_of
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.pages import Frame, Word

MIN_CORRIDOR_PT = 3.0  # points of free space that parts two columns from top to bottom
BORDER_PT = 2.0  # points on either side of a border that its cells' padding keeps free
MIN_ALIGNED_PT = 0.5  # points of free space before text that starts where its head starts
MAX_PADDING_PT = 6.0  # points from a column's start to the word that begins a cell of it
SAME_START_PT = 2.0  # points by which the text of a column starts from its head's start


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns while lines are added: for each border, the stretch that is still free.

    ``stated`` says that shading draws them: a word too long for its cell narrows none.
    """

    heads: tuple[Frame, ...]
    free: tuple[tuple[float, float], ...]
    stated: bool = False

    def borders(self, x0: float, x1: float) -> list[float]:
        """The column borders from ``x0`` to ``x1``, each where a column's text may begin."""
        inner = [high - min(2.0, (high - low) / 2) for low, high in self.free]
        return [x0, *inner, x1]


def columns_of(edges: Sequence[float]) -> Columns:
    """The columns of a ruled table: text keeps off its borders on either side."""
    heads = tuple(Frame(low, 0.0, high, 0.0) for low, high in pairwise(edges))
    return Columns(heads, tuple((x - BORDER_PT, x + BORDER_PT) for x in edges[1:-1]))


def columns_under(heads: Sequence[Line], body: Sequence[Line]) -> list[float]:
    """The inner borders of columns that heads open and every line below keeps to; [] if none."""
    boxes = heads_of(heads)
    columns = Columns(tuple(boxes), tuple((one.x1, other.x0) for one, other in pairwise(boxes)))
    for line in body:
        free = narrowed_by(columns, line)
        if free is None:
            return []
        columns = Columns(columns.heads, free)
    if len(boxes) < 2 or not body or not fits(body, columns, len(boxes) / 2):
        return []
    return columns.borders(0.0, 0.0)[1:-1]


def narrowed_by(columns: Columns, line: Line) -> tuple[tuple[float, float], ...] | None:
    """The free stretches once a line is added; None where it runs across one of them."""
    free = []
    for index, (low, high) in enumerate(columns.free):
        start = columns.heads[index + 1].x0
        for word in line.words:
            if word.x1 <= low or word.x0 >= high or _is_too_long(word, columns, index):
                continue
            if word.x0 >= start - SAME_START_PT or _opens(word, line, low):
                high = min(high, word.x0)
            else:
                low = max(low, word.x1)
        if high - low < MIN_CORRIDOR_PT and not _is_aligned(line, low, high, start):
            return None
        free.append((low, high))
    return tuple(free)


def _is_too_long(word: Word, columns: Columns, index: int) -> bool:
    """Whether a word begins the cell before a border and runs out of it: "Organisation"."""
    cell = columns.heads[index]
    return columns.stated and cell.x0 - SAME_START_PT <= word.x0 < cell.x0 + MAX_PADDING_PT


def _is_aligned(line: Line, low: float, high: float, start: float) -> bool:
    """Whether a row's text begins where its head does, hard by the full column before."""
    close = high - low >= MIN_ALIGNED_PT and abs(high - start) <= SAME_START_PT
    return close and len(segments_of(line)) > 1


def _opens(word: Word, line: Line, low: float) -> bool:
    """Whether a word begins a piece of its line, right of the text of the column before."""
    before = [other.x1 for other in line.words if other.x0 < word.x0]
    gap = max(HEAD_GAP_EM * line.size, MIN_HEAD_GAP_PT)
    return word.x0 > low and (not before or word.x0 - max(before) >= gap)


def fits(body: Sequence[Line], columns: Columns, least: float) -> bool:
    """Whether lines fill several columns, as the rows of a table do, and no fewer than so many."""
    borders = columns.borders(float("-inf"), float("inf"))
    used: set[int] = set()
    several = 0
    for line in body:
        here = {
            index
            for index, (low, high) in enumerate(pairwise(borders))
            if any(low <= word.x0 < high for word in line.words)
        }
        used |= here
        several += len(here) > 1
    return several >= 1 and len(used) > 1 and len(used) >= least
