"""Titles between the rows of a table without rules: lines alone that a look or a place sets apart.

Knows lines of words by column; knows nothing of what is printed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Word

Pieces = dict[int, tuple[Word, ...]]  # the words of a line by column
SPACE_EM = 0.45  # of the size between two words of a line; 0.25 to 0.35 in justified text and not
MIDDLE_PT = 2.0  # points from the middle of a title to that of its table; 36 titles in 14 of 2,061
# made PDFs lie 0 to 1.6 off it, all but two of them 0 to 0.2; the other bold lines 4.3 and more
BEFORE_PT = 2.0  # points by which a title begins before the texts of a column that it stands in
BEHIND_EM = 2.5  # of the size by which it begins behind them; the lines of a list are indented less
# (off the middle too, titles of 2 of those PDFs begin 3 and more behind, of 2 only 0.9 to 1.8)
SAME_START = 0.6  # of the texts of a column begin at one place where they are set left
MIN_TEXTS = 3  # texts that tell where those of their column begin


def by_column(line: Line, borders: Sequence[float]) -> Pieces:
    """The words of a line by the column in which they begin."""
    starts, words = line.starts, line.words
    cuts = [0, *[bisect_left(starts, border) for border in borders[1:-1]], len(starts)]
    spans = enumerate(pairwise(cuts))
    return {column: words[start:end] for column, (start, end) in spans if start < end}


def set_off(pieces: Sequence[Pieces], borders: Sequence[float]) -> list[bool]:
    """Whether each line is a bold title set to the middle of its table, not to a column's start.

    It stands alone right of the first column, in the middle between the outermost ``borders``; or
    begins before the one place where the other texts of its column begin, or well behind it; and
    does not go on with a cell of bold words.
    """
    alone = [0 not in held and _is_bold(_words(held)) and runs_on(held) for held in pieces]
    if not any(alone):
        return alone  # nearly always
    rows = [held for held, one in zip(pieces, alone, strict=True) if not one]
    bold = _goes_on_bold(pieces)
    return [
        one and not below and (_is_centred(held, borders) or _begins_off(held, rows))
        for held, one, below in zip(pieces, alone, bold, strict=True)
    ]


def _goes_on_bold(pieces: Sequence[Pieces]) -> list[bool]:
    """Whether each line stands alone below bold words of a row in the column in which it begins.

    A line of bold words alone side by side is none of a row: heads, printed again.
    """
    bold: set[int] = set()
    found = []
    for held in pieces:
        alone = runs_on(held)
        found.append(alone and min(held) in bold)
        if found[-1] or not alone:
            bold -= held.keys()
            if alone or not _is_bold(_words(held)):
                bold |= {column for column, words in held.items() if _is_bold(words)}
    return found


def _is_centred(title: Pieces, borders: Sequence[float]) -> bool:
    words = list(_words(title))
    return abs(words[0].x0 + words[-1].x1 - borders[0] - borders[-1]) <= 2 * MIDDLE_PT


def _begins_off(title: Pieces, rows: Sequence[Pieces]) -> bool:
    column, words = next(iter(title.items()))
    starts = Counter(round(held[column][0].x0) for held in rows if column in held)
    if starts.total() < MIN_TEXTS:
        return False
    usual, count = starts.most_common(1)[0]
    off = words[0].x0 - usual
    behind = off > BEHIND_EM * words[0].style.size
    return count >= SAME_START * starts.total() and (off < -BEFORE_PT or behind)


def titles_among(
    pieces: Sequence[Pieces], alone: Sequence[bool], borders: Sequence[float]
) -> list[bool]:
    """Whether each line is a title between rows.

    It is set off its column, or begins at the table's edge alone, in a look that first cells beside
    others do not have.
    """
    off = set_off(pieces, borders)
    if not any(one and 0 in held for held, one in zip(pieces, alone, strict=True)):
        return off  # nearly always
    rows = [held for held, one in zip(pieces, alone, strict=True) if not one]
    looks = Counter(look(words[0]) for held in rows for words in held.values())
    if not looks:
        return off
    usual = looks.most_common(1)[0][0]
    plain = {usual, *(look(held[0][0]) for held in rows if 0 in held)}
    return [
        aside or (one and 0 in held and all(look(word) not in plain for word in _words(held)))
        for held, one, aside in zip(pieces, alone, off, strict=True)
    ]


def _words(held: Pieces) -> Iterable[Word]:
    return (word for words in held.values() for word in words)


def _is_bold(words: Iterable[Word]) -> bool:
    return all(word.style.bold for word in words)


def look(word: Word) -> tuple[bool, str]:
    """What sets a word apart from others: whether it is bold, and its colour."""
    return word.style.bold, word.style.colour


def runs_on(held: Pieces) -> bool:
    """Whether words of a line run over borders without a gap: a title over several columns."""
    inner = [(one[-1], other[0]) for one, other in pairwise(held.values())]
    if not all(_is_close(*pair) for pair in inner):
        return False  # nearly always
    return all(_is_close(*pair) for words in held.values() for pair in pairwise(words))


def _is_close(word: Word, after: Word) -> bool:
    return after.x0 - word.x1 < SPACE_EM * word.style.size
