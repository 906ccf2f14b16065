"""Reads a cell that names one level of a scale: high to low, red to green.

Knows that the level opens the cell and that a second, other one makes it unreadable; which words
are levels is a list of ``phrases.csv``.
"""

from normalisers.openings import read_opening, skip_marks, words_of
from normalisers.phrases import phrases_of

MOST_LEADING_WORDS = 4
"""Words such as "RAG rating:" that may stand before the level."""


def read_level(folded: str, scale: str) -> str | None:
    """Find the one level that a folded cell names: ``read_level("amber - some delay", "rag")``.

    A level that opens a sentence without a mark after it ("low numbers of referrals") is none.
    """
    words, levels = skip_marks(words_of(folded)), phrases_of(scale)
    opening = read_opening(words, levels)
    for _ in range(MOST_LEADING_WORDS):
        leading = read_opening(words, phrases_of("level_word")) if opening is None else None
        if leading is None:
            break
        words = skip_marks(leading.rest)
        opening = read_opening(words, levels)
    if opening is None or not (opening.ends_clause or set(opening.rest) <= _level_words()):
        return None
    others = {levels[word] for word in opening.rest if word in levels and len(word) > 1}
    beside = read_opening(skip_marks(opening.rest), levels)
    if beside is not None:
        others.add(beside.value)
    return opening.value if others <= {opening.value} else None


def _level_words() -> set[str]:
    return set(phrases_of("level_word"))
