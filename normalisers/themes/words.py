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
from normalisers.reference_rows import Fact, read_facts
from normalisers.text import fold
from normalisers.vocabulary import REFERENCE, vocabulary

HEADING_WEIGHT = 100
"""Weight of a phrase that is a whole heading; the file's other weights run from 2 to 40."""

PART_WEIGHTS = (10, 34)
"""Evidence of a heading of one word, and of several, inside a longer text where the file gives no
weight of its own: "response" in "response to stalking" says little, "safe homes" much."""

MAX_WORDS = 400
"""Words of a heading or a summary that are read; a summary of a real plan has 10 to 150."""

SHORTEST_STEM = 4
"""Letters; a shorter rest is another word: "used" is not "us", "being" is not "be"."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = ("isation", "ising", "ise", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_GLUED = re.compile(r"\b(co|re|multi|inter)-(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One theme that a phrase points to.

    ``is_heading`` says that the phrase alone is a heading of the theme; ``weight`` is its evidence
    (1 to 40) inside a longer text.
    """

    theme_id: str
    weight: int
    is_heading: bool


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
    headings = {stem_key(theme.label): theme.theme_id for theme in vocabulary().themes}
    weights: dict[tuple[str, str], int] = {}
    for fact in read_facts(folder / "theme_phrases.csv", ("phrase", "theme_id", "weight")):
        theme_id = fact.known("theme_id", themes, "themes.csv")
        key, weight = stem_key(fact["phrase"]), _weight(fact)
        if weight < HEADING_WEIGHT:
            weights[key, theme_id] = max(weight, weights.get((key, theme_id), 0))
        elif headings.setdefault(key, theme_id) != theme_id:
            means = f"{fact['phrase']!r} means {headings[key]} and {theme_id}"
            raise fact.fault(means, "A heading means one theme.")
    for key, theme_id in headings.items():
        weights.setdefault((key, theme_id), PART_WEIGHTS[" " in key])
    found: dict[str, list[Pointer]] = {}
    for (key, theme_id), weight in weights.items():
        is_heading = headings.get(key) == theme_id
        found.setdefault(key, []).append(Pointer(theme_id, weight, is_heading))
    return {key: tuple(pointers) for key, pointers in found.items() if key}


def _weight(fact: Fact) -> int:
    text = fact["weight"]
    if not text.isdecimal() or not 1 <= int(text) <= HEADING_WEIGHT:
        raise fact.fault(f"weight is {text!r}", "Write a number from 1 to 100.")
    return int(text)
