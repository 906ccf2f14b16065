"""Words that are struck through: by a rule, by a reviewer's mark, or letter by letter.

Knows words, rules and the frames of marks; knows nothing of lines or tables.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from extractors.readers.pdf.record import STRIKE_EM, Frame, Rule, Word, holds

STRIKE_SHARE = 0.7  # of a word's width that a line through it covers
CROSSED_SHARE = 0.25  # of a line's length that the words under it fill: 0.05 of a row's border,
# half and more of a line through whole rows
STROKES_RE = re.compile("[\u0335-\u0338]")  # strokes that combine with the letter before them
STROKED_SHARE = 0.5  # of a word's letters: a stroke through one makes another letter of it


def without_strokes(words: Sequence[Word]) -> tuple[list[Word], frozenset[Word]]:
    """The words without the strokes that combine with their letters, and which had them.

    ``"J\u0336u\u0336l\u0336y\u0336"`` gives ``"July"``, struck. What held nothing but strokes over
    blanks is left out.
    """
    if "".join([word.text for word in words]).isascii():
        return list(words), frozenset()
    kept: list[Word] = []
    struck = []
    for word in words:
        if word.text.isascii() or STROKES_RE.search(word.text) is None:
            kept.append(word)
            continue
        letters, count = STROKES_RE.subn("", word.text)
        plain = word._replace(text=letters)
        kept += [plain] if letters else []
        struck += [plain] if letters and count >= STROKED_SHARE * len(letters) else []
    return kept, frozenset(struck)


def struck_words(
    words: Sequence[Word], rules: Sequence[Rule], marks: Sequence[Frame] = ()
) -> frozenset[Word]:
    """The words with a line through the middle of their letters, or under a mark that says so."""
    marked = [word for mark in marks for word in words if holds(mark, word)]
    lines = sorted(rule for rule in rules if not rule.fill)
    if not lines:
        return frozenset(marked)
    places = [rule.at for rule in lines]
    through: dict[tuple[float, float], list[Rule]] = {}  # the lines through words of one height
    for base, size in {(word.base, word.style.size) for word in words}:
        first = bisect_left(places, base - STRIKE_EM[1] * size)
        last = bisect_right(places, base - STRIKE_EM[0] * size)
        if first < last:
            through[base, size] = lines[first:last]
    crossed: dict[Rule, list[Word]] = {}
    for word in words if through else ():
        for line in _lines_through(word, through):
            crossed.setdefault(line, []).append(word)
    found = [word for line, held in crossed.items() if _strikes(line, held) for word in held]
    return frozenset((*found, *marked))


def _lines_through(
    word: Word, lines: Mapping[tuple[float, float], Sequence[Rule]]
) -> Iterator[Rule]:
    """The lines at a word's height that run through most of it."""
    near = () if word.turn else lines.get((word.base, word.style.size), ())
    for line in near:
        both = min(line.end, word.x1) - max(line.start, word.x0)
        if both >= STRIKE_SHARE * (word.x1 - word.x0):
            yield line


def _strikes(line: Rule, words: Sequence[Word]) -> bool:
    """Whether a line is there for the words that it crosses, and no border that clips their cell.

    Spreadsheets print rows that are too low for their text, cut at the row's border.
    """
    return sum(word.x1 - word.x0 for word in words) >= CROSSED_SHARE * (line.end - line.start)
