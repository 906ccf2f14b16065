"""The phrases that point to a theme, and the stems by which two forms of a word are one.

Reads ``reference/theme_phrases.csv``: a phrase of weight 100 is a heading that means its theme by
itself, a lighter one is evidence. Knows words, not how evidence is weighed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from normalisers.match import PhraseFinder
from normalisers.names import Token
from normalisers.reference_rows import read_facts
from normalisers.text import fold
from normalisers.vocabulary import REFERENCE, vocabulary

HEADING_WEIGHT = 100
"""Weight of a phrase that is a whole heading; the file's other weights run from 2 to 40."""

MAX_WORDS = 400
"""Words of a heading or a summary that are read; a summary of a real plan has 10 to 150."""

SHORTEST_STEM = 4
"""Letters; a shorter rest is another word: "used" is not "us", "being" is not "be"."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = ("isation", "ising", "ise", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_GLUED = re.compile(r"\b(co|re|multi|inter)-(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One theme that a phrase points to, with its weight (2 to 100)."""

    theme_id: str
    weight: int


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """All phrases by stem key, and a finder compiled over them."""

    pointers: Mapping[str, tuple[Pointer, ...]]
    finder: PhraseFinder


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Give the stem of a folded word: "supporting", "supported" and "supports" are "support".

    A rule stemmer of our own: it needs no data to download, and both sides pass through it, so a
    stem that is no word ("polic") does no harm.
    """
    word = word.replace("'", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            rest = word[: -len(ending)]
            doubled = ending in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "ls"
            return rest[:-1] if doubled else rest
    return word


def stem_key(text: str) -> str:
    """Give the stems of a text, one space between: ``"re-offending"`` is ``"reoffend"``."""
    words = _WORD.findall(_GLUED.sub(r"\1", fold(text)))
    return " ".join(stem(word) for word in words[:MAX_WORDS])


def stem_tokens(text: str) -> list[Token]:
    """Give the stems of a text as tokens that the finder reads."""
    return [Token(key, key, spaced=True) for key in stem_key(text).split()]


@lru_cache(maxsize=1)
def theme_words() -> ThemeWords:
    """Give the project's own theme phrases, compiled once for a process."""
    pointers = read_pointers()
    return ThemeWords(pointers, PhraseFinder(pointers))


def read_pointers(folder: Path = REFERENCE) -> dict[str, tuple[Pointer, ...]]:
    """Read the phrases of all themes, labels included.

    Raises:
        ReferenceDataError: An unknown theme, a weight that is no number from 1 to 100, or a
            heading that means two themes.
    """
    themes = {theme.theme_id for theme in vocabulary().themes}
    found: dict[str, dict[str, int]] = {}
    for theme in vocabulary().themes:
        found.setdefault(stem_key(theme.label), {})[theme.theme_id] = HEADING_WEIGHT
    for fact in read_facts(folder / "theme_phrases.csv", ("phrase", "theme_id", "weight")):
        theme_id = fact.known("theme_id", themes, "themes.csv")
        if not fact["weight"].isdecimal() or not 1 <= int(fact["weight"]) <= HEADING_WEIGHT:
            raise fact.fault(f"weight is {fact['weight']!r}", "Write a number from 1 to 100.")
        weight, known = int(fact["weight"]), found.setdefault(stem_key(fact["phrase"]), {})
        rivals = [other for other, old in known.items() if old == HEADING_WEIGHT]
        if weight == HEADING_WEIGHT and rivals and rivals != [theme_id]:
            found_text = f"{fact['phrase']!r} means {rivals[0]} and {theme_id}"
            raise fact.fault(found_text, "A heading means one theme.")
        known[theme_id] = max(known.get(theme_id, 0), weight)
    return {
        key: tuple(Pointer(theme_id, weight) for theme_id, weight in known.items())
        for key, known in found.items()
        if key
    }
