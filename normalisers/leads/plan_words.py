"""The words of plans: of departments, posts, generic bodies and areas; the rest is of proper names.

Knows which words say that a name is a body's or a department's, and slips of them.
"""

from functools import lru_cache

from rapidfuzz import fuzz, process

from normalisers.vocabulary import vocabulary

SLIP = 85.0
"""0 to 100, ``fuzz.ratio`` of one word: 'comunity' is 94 from 'community', 'servce' 92."""

LEAST_LETTERS = 5
"""Letters; shorter words are one slip from too many others ("Lane", "Care")."""


@lru_cache(maxsize=1)
def plan_words() -> frozenset[str]:
    """Give every word of generic bodies, departments and posts."""
    facts = vocabulary()
    roles = {
        word
        for key, meanings in facts.meanings.items()
        if any(meaning.kind not in ("agency", "area") for meaning in meanings)
        for word in key.split()
    }
    classes = [facts.words[kind] for kind in facts.words if kind != "given_name"]
    return frozenset(roles.union(*classes))


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """Give every word of the names of areas."""
    meanings = vocabulary().meanings
    places = (key for key, meant in meanings.items() if any(m.kind == "area" for m in meant))
    return frozenset(word for key in places for word in key.split())


@lru_cache(maxsize=65_536)
def is_like_plan_word(key: str) -> bool:
    """Tell whether a word is one of a plan's, or a slip of one: "saftey"."""
    if key in plan_words():
        return True
    if len(key) < LEAST_LETTERS:
        return False
    if key[0] + "".join(sorted(key)) in _letters():
        return True  # letters changed places: "saftey"
    words = _by_letter().get(key[0], ())
    return process.extractOne(key, words, scorer=fuzz.ratio, score_cutoff=SLIP) is not None


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    return frozenset(word[0] + "".join(sorted(word)) for word in plan_words())


@lru_cache(maxsize=1)
def _by_letter() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in sorted(plan_words()):
        words.setdefault(word[0], []).append(word)
    return words
