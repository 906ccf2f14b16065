"""Words that are struck through: by a rule, by a reviewer's mark, or letter by letter.

Knows words, rules and the frames of marks; knows nothing of lines or tables.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from extractors.readers.pdf.record import Frame, Rule, Word, holds

STRIKE_SHARE = 0.7  # of a word's width that a line through it covers
STRIKE_EM = (0.12, 0.42)  # of the size above the base: where such a line runs
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
    found = [word for word in words if through and _is_struck(word, through)]
    return frozenset((*found, *marked))


def _is_struck(word: Word, lines: Mapping[tuple[float, float], Sequence[Rule]]) -> bool:
    """Whether one of the lines at a word's height runs through most of it."""
    return not word.turn and any(
        min(line.end, word.x1) - max(line.start, word.x0) >= STRIKE_SHARE * (word.x1 - word.x0)
        for line in lines.get((word.base, word.style.size), ())
    )
