"""Gives a printed priority one of our themes, with the words that decided.

A heading that is a known heading settles it; otherwise the phrases of the heading and, more
lightly, of its summary are weighed; spelling comes last. No model: the phrases and weights are
``reference/theme_phrases.csv``. Close calls score low, and a text without evidence has no theme.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from normalisers.match import NameIndex, is_sure, nearest
from normalisers.text import clean
from normalisers.themes.words import stem_key, stem_tokens, theme_words
from normalisers.vocabulary import vocabulary

HEADING_FACTOR = 2.5
"""How much more a word of the heading counts than one of the summary; 2 to 3 gave the same
accuracy on our own headings, above 4 the summary of a vague heading no longer decides."""

FIRST_FACTOR = 1.2
"""The theme that a heading names first is usually its subject ("Prevention and early help")."""

LEAST_EVIDENCE = 18.0
"""Points; below it a text says too little: one weak word ("leader", 5) of a heading has 15, a
strong one ("stalking", 34) has 102, a weak word of a summary 4 to 10."""

_LABEL = re.compile(
    r"^\W*(?:(?:strategic|key|our|local|core)\s+)?"
    r"(?:priority|objective|theme|aim|goal|pillar|outcome|strand|ambition|commitment|section|part|"
    r"chapter|workstream)(?:\s+area)?\s*(?:\d+[a-z]?|[ivx]+|one|two|three|four|five|six|seven|eight)?"
    r"\s*[:.)\-\u2013\u2014]+\s*|^\W*\d+(?:\.\d+)*\s*[:.)\-\u2013\u2014]?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """The theme of a priority.

    Attributes:
        theme_id: One of ``themes.csv``.
        score: 0 to 100: 100 and 95 for known headings; otherwise how far ahead of the next.
        method: exact (a theme's or a framework's own title), alias, keyword or fuzzy.
        words: The phrases that decided, heaviest first: ``("street lighting", "night bus")``.
        runner_up: The next best theme; None where no other has evidence.
    """

    theme_id: str
    score: int
    method: str
    words: tuple[str, ...]
    runner_up: str | None


@dataclass(frozen=True, slots=True)
class _Evidence:
    theme_id: str
    words: str
    points: float


def normalise_theme(heading: str | None, summary: str | None = None) -> ThemeMatch | None:
    """Give the theme of a priority; None where neither text says anything of one.

    Args:
        heading: As printed, label allowed: ``"Priority 2: Safer streets"``.
        summary: The text under it, where there is any.
    """
    title = clean(_LABEL.sub("", clean(heading or "")))
    return _normalise(title or clean(heading or ""), clean(summary or ""))


@lru_cache(maxsize=16_384)
def _normalise(heading: str, summary: str) -> ThemeMatch | None:
    return _by_title(heading) or _by_words(heading, summary) or _by_spelling(heading)


def _by_title(heading: str) -> ThemeMatch | None:
    key = stem_key(heading)
    for pointer in theme_words().pointers.get(key, ()):
        if pointer.is_heading:
            exact = key in _own_titles()
            score, method = (100, "exact") if exact else (95, "alias")
            return ThemeMatch(pointer.theme_id, score, method, (heading,), None)
    return None


@lru_cache(maxsize=1)
def _own_titles() -> frozenset[str]:
    return frozenset(stem_key(theme.label) for theme in vocabulary().themes)


def _by_words(heading: str, summary: str) -> ThemeMatch | None:
    evidence = [*_weigh(heading, HEADING_FACTOR, first=FIRST_FACTOR), *_weigh(summary, 1.0)]
    points: dict[str, float] = {}
    for item in evidence:
        points[item.theme_id] = points.get(item.theme_id, 0.0) + item.points
    ranked = sorted(points, key=lambda theme: (-points[theme], theme))
    if not ranked or points[ranked[0]] < LEAST_EVIDENCE:
        return None
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    rival = points[second] if second else 0.0
    score = round(40 + 50 * (points[best] - rival) / points[best])
    deciding = sorted((e for e in evidence if e.theme_id == best), key=lambda e: -e.points)
    words = tuple(dict.fromkeys(e.words for e in deciding))
    return ThemeMatch(best, score, "keyword", words, second)


def _weigh(text: str, factor: float, first: float = 1.0) -> Iterator[_Evidence]:
    """Give the evidence of a text: the longest phrases that do not overlap, each word once."""
    tokens = stem_tokens(text)
    words, taken = theme_words(), bytearray(len(tokens))
    spans = []
    for span in words.finder.find(tokens):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            spans.append(span)
    seen: set[str] = set()
    for span in sorted(spans, key=lambda span: span.start):
        lead = first if not seen else 1.0
        if span.key not in seen:
            seen.add(span.key)
            for pointer in words.pointers[span.key]:
                yield _Evidence(pointer.theme_id, span.key, factor * lead * pointer.weight)


def _by_spelling(heading: str) -> ThemeMatch | None:
    near = nearest(stem_key(heading), _headings())
    if near is None or not is_sure(near):
        return None
    themes, rival = _headings().meaning_of, near.runner_up
    theme, runner_up = themes[near.key], themes[rival] if rival else None
    return ThemeMatch(theme, round(near.score * 0.9), "fuzzy", (near.key,), runner_up)


@lru_cache(maxsize=1)
def _headings() -> NameIndex:
    return NameIndex(
        {
            key: pointer.theme_id
            for key, pointers in theme_words().pointers.items()
            for pointer in pointers
            if pointer.is_heading
        }
    )
