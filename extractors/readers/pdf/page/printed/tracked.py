"""Words whose letters are set apart: "A M B I T I O N   O N E" above a title.

The engines take each such letter for a word. Knows the words of one page.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.readers.pdf.record import Word

MIN_LETTERS = 6  # in a row; "R A G" and "H M L" are marks, and a scale has five
MAX_GAP_EM = 1.2  # of the size between two letters of a line; columns stand further apart
WORD_GAP = 1.7  # times the usual gap of its letters; a blank adds 0.25 of the size to it
EVEN_PT = 0.1  # points by which steps between the marks of even columns differ
SAME_BASE_PT = 0.5  # points between the bases of letters of one line


def with_whole_words(words: Sequence[Word]) -> list[Word]:
    """The words of a page, of which letters set apart are joined."""
    letters = [at for at, word in enumerate(words) if len(word.text) == 1 and _is_letter(word)]
    if len(letters) < MIN_LETTERS:
        return list(words)
    whole: list[Word] = []
    done = 0
    for run in _runs(words, letters):
        whole += [*words[done : run.start], *_joined(words[run.start : run.stop])]
        done = run.stop
    return [*whole, *words[done:]]


def _is_letter(word: Word) -> bool:
    return not word.turn and (word.text.isalnum() or word.text in "&:-")


def _runs(words: Sequence[Word], letters: Sequence[int]) -> Iterator[range]:
    """The letters of each line that stand near one another; ``letters`` are their numbers."""
    start = letters[0]
    for at, after in pairwise([*letters, len(words)]):
        if after != at + 1 or after == len(words) or not _goes_on(words[at], words[after]):
            yield range(start, at + 1)
            start = after


def _goes_on(one: Word, other: Word) -> bool:
    near = -0.1 <= (other.x0 - one.x1) / max(one.style.size, 1.0) <= MAX_GAP_EM
    return near and one.style == other.style and abs(one.base - other.base) <= SAME_BASE_PT


def _joined(run: Sequence[Word]) -> list[Word]:
    """The words of a run of letters; the letters as they are where they are few."""
    alphabetic = any(word.text.isalpha() for word in run)
    if len(run) < MIN_LETTERS or not alphabetic or _are_in_columns(run):
        return list(run)
    return [
        part[0]._replace(text="".join(word.text for word in part), x1=part[-1].x1)
        for part in _parts(run)
    ]


def _are_in_columns(run: Sequence[Word]) -> bool:
    """Whether letters begin, or are centred, more evenly than gaps part them: "J F M A M J" heads
    twelve narrow columns, and letters of one width ("x x x") may be marks in them.
    """
    gaps = [other.x0 - one.x1 for one, other in pairwise(run)]
    pairs = [pair for pair, gap in zip(pairwise(run), gaps, strict=True) if gap <= _widest(gaps)]
    starts = [other.x0 - one.x0 for one, other in pairs]
    middles = [(other.x0 + other.x1 - one.x0 - one.x1) / 2 for one, other in pairs]
    uneven = _spread([other.x0 - one.x1 for one, other in pairs])
    return min(_spread(starts), _spread(middles)) <= max(uneven, EVEN_PT)


def _spread(steps: Sequence[float]) -> float:
    return max(steps) - min(steps)


def _widest(gaps: Sequence[float]) -> float:
    """The widest gap, in points, between two letters of one word."""
    return WORD_GAP * max(median(gaps), 0.0)


def _parts(run: Sequence[Word]) -> Iterator[list[Word]]:
    gaps = [other.x0 - one.x1 for one, other in pairwise(run)]
    wide = _widest(gaps)
    part = [run[0]]
    for word, gap in zip(run[1:], gaps, strict=True):
        if gap > wide:
            yield part
            part = []
        part.append(word)
    yield part
