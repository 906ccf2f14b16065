"""Which of two columns a text between their heads is of, where it stands below neither.

Knows lines of words and the stretches that they leave free; knows nothing of what is printed but
the numbers of lists. Heads set left over cells that are centred or set right have the texts of
these between themselves and the next head, as centred heads have those of cells set left.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.columns.corridors import (
    MIN_CORRIDOR_PT,
    Columns,
    Gap,
)
from extractors.readers.pdf.unruled.heads.heads import SAME_START_PT

MIN_NUMBERS = 2  # rows that begin with a number
NUMBER_RE = re.compile(r"^\d{1,3}(?:\.\d{1,2})*[.)]?$")
MARK_RE = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$")


def settled(columns: Columns, lines: Sequence[Line]) -> Columns:
    """The columns with each border where fewest lines have two texts in one column.

    Of two that are as good the one that leaves no column empty is taken.
    """
    for index, held in enumerate(columns.gaps):
        if len(held) > 1:
            beside = {index, index + 1}
            ways = [_with_border(columns, index, gap) for gap in held]
            columns = min(ways, key=lambda way: _doubled(way, lines, beside))
    return columns


def with_numbers(columns: Columns, lines: Sequence[Line]) -> Columns:
    """The columns with one for the numbers of a list, left of the first head and below none.

    Every text of the first column that stands beside others begins with a number, and goes on where
    its head begins.
    """
    head = columns.heads[0]
    firsts = [line.words for line in lines if line.x0 < head.x0 - MIN_CORRIDOR_PT]
    if len(firsts) < MIN_NUMBERS or columns.stated:
        return columns
    marks = [words[0] for words in firsts]
    beside = [words[1].x0 - head.x0 if len(words) > 1 else 0.0 for words in firsts]
    if (
        not all(NUMBER_RE.match(mark.text) for mark in marks)
        or max(map(abs, beside)) > SAME_START_PT
    ):
        return columns
    low, high = max(mark.x1 for mark in marks), head.x0
    if high - low < MIN_CORRIDOR_PT:
        return columns
    box = head._replace(x0=min(mark.x0 for mark in marks), x1=low)
    starts = (box.x0, *columns.starts) if columns.starts else ()
    heads, gaps = (box, *columns.heads), (((low, high),), *columns.gaps)
    return replace(columns, heads=heads, gaps=gaps, starts=starts)


def _with_border(columns: Columns, index: int, gap: Gap) -> Columns:
    gaps = list(columns.gaps)
    gaps[index] = (gap, *(other for other in gaps[index] if other != gap))
    return replace(columns, gaps=tuple(gaps))


def _doubled(columns: Columns, lines: Sequence[Line], beside: set[int]) -> tuple[int, int]:
    """How many texts of some columns stand behind another one, and how many columns hold none.

    A title that runs over a border is held by none.
    """
    borders = columns.borders(float("-inf"), float("inf"))
    doubled = 0
    held: set[int] = set()
    for line in lines:
        places = [(bisect(borders, words[0].x0) - 1, words) for words in line.pieces]
        texts = [at for at, words in places if not _is_mark(words)]
        doubled += sum(one == other and one in beside for one, other in pairwise(texts))
        held.update(at for at, words in places if words[-1].x1 <= borders[at + 1])
    return doubled, len(beside - held)


def _is_mark(words: Sequence[Word]) -> bool:
    """Whether the number of a list stands alone before its text."""
    return len(words) == 1 and MARK_RE.match(words[0].text) is not None
