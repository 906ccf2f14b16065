"""Words that are struck through: by a rule, by a reviewer's mark, or letter by letter.

Knows words, rules and the frames of marks; knows nothing of lines or tables.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

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
    found = []
    for word in words:
        size = word.style.size
        index = bisect_left(places, word.base - STRIKE_EM[1] * size)
        stop = word.base - STRIKE_EM[0] * size
        while index < len(lines) and places[index] <= stop:
            rule = lines[index]
            covered = min(rule.end, word.x1) - max(rule.start, word.x0)
            if not word.turn and covered >= STRIKE_SHARE * (word.x1 - word.x0):
                found.append(word)
                break
            index += 1
    return frozenset((*found, *marked))
