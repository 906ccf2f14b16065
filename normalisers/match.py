"""Finds known phrases in tokens, and the nearest name to a text that is none of them.

spaCy's ``entity_ruler`` on a blank English pipeline carries the phrases; rapidfuzz comes last.
This file knows phrases and spelling, not what a phrase means in a document.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz, process

from normalisers.names import Token, name_key
from normalisers.reference_records import Vocabulary

FUZZY_FLOOR = 88.0
"""0 to 100, ``fuzz.ratio``: 'comunity saftey' is 90 from 'community safety', 'probaton' 94 from
'probation'; 'polish' is 67 from 'police'."""

FUZZY_MARGIN = 4.0
"""Points over the best name of another body. Neighbours with compass names are 91 to 96 alike
('North' and 'South Yorkshire Police'), so one slip in such a name leaves the choice open."""

SWAPPED = 92.0
"""0 to 100; two letters that changed places are one slip of the fingers, whatever the length."""

LEAST_LIKE = 65.0
"""0 to 100; a name less like the text is not worth showing to the person who decides."""

PREFIX = 3
"""Letters; a misspelt name is found where one of its words begins well. It spares each unknown text
the comparison with all 4,000 names, which took half of the time of cells that all differ."""

COMMON_WORDS = frozenset({"and", "of", "the", "for", "ser", "tea"})
"""Beginnings of words that half of all names have: "service", "team"."""

FUZZY_CHARS = (6, 80)
"""Characters; shorter texts are initials, where one letter makes another body; longer are prose."""

LABEL = "NAME"
WORDS = "planbook_words"
"""The name under which spaCy finds our tokeniser."""

UNKNOWN = "\x00"
"""Stands for every word that no phrase has, so that spaCy's word list does not grow with data."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest known name: ``Near("childrens services", 94.1, "childrens service", 90.3)``.

    ``runner_up`` is the next best name that means something else; None where there is none.
    """

    key: str
    score: float
    runner_up: str | None
    runner_up_score: float


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens ``start`` to ``end`` (end not included) that are the phrase ``key``."""

    start: int
    end: int
    key: str


class PhraseFinder:
    """All known phrases of one vocabulary, compiled once."""

    __slots__ = ("_doc", "_keys", "_pairs", "_ruler", "_single", "_vocab", "_words")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Build the ruler from keys of ``names.name_key``: ``["police", "womens aid", ...]``."""
        nlp, self._doc = _blank_pipeline()
        self._vocab = nlp.vocab
        ruler = nlp.add_pipe(
            "entity_ruler",
            name=f"names_{len(nlp.pipe_names)}",
            config={"phrase_matcher_attr": "ORTH"},
        )
        keys = list(phrases)
        ruler.add_patterns([{"label": LABEL, "pattern": key} for key in keys if " " in key])
        self._ruler = ruler.phrase_matcher  # the ruler's own, without its second pass and sorting
        self._keys = frozenset(keys)
        self._pairs = {tuple(key.split(" ", 2)[:2]) for key in keys if " " in key}
        self._single = frozenset(key for key in keys if " " not in key)
        self._words = {word for key in keys for word in key.split()}

    def has(self, key: str) -> bool:
        """Tell whether a text is a known phrase."""
        return key in self._keys

    def has_word(self, key: str) -> bool:
        """Tell whether a word stands in any known phrase."""
        return key in self._words

    def find(self, tokens: Sequence[Token]) -> list[Span]:
        """Give every known phrase in the tokens, longest first; they may overlap."""
        keys = [token.key for token in tokens]
        single = [Span(at, at + 1, key) for at, key in enumerate(keys) if key in self._single]
        if self._pairs.isdisjoint(pairwise(keys)):
            return single
        known = [key if key in self._words else UNKNOWN for key in keys]
        found = self._ruler(self._doc(self._vocab, words=known))
        spans = {(start, end) for _, start, end in found}
        longest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
        return [Span(start, end, " ".join(keys[start:end])) for start, end in longest] + single


@lru_cache(maxsize=1)
def _blank_pipeline() -> tuple[Any, Callable[..., Any]]:
    """Give spaCy's blank English pipeline, whose words are ours, and its document type.

    spaCy takes a second to import, and only leads and themes need it. Its own tokeniser is never
    made: its 1,347 exceptions take 0.11 s.
    """
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.util import registry

    def words_of(nlp: Language) -> Callable[[str], Doc]:
        return lambda text: Doc(nlp.vocab, words=text.split())

    registry.tokenizers.register(WORDS, func=lambda: words_of)
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": WORDS}}})
    return nlp, Doc


def finder(facts: Vocabulary) -> PhraseFinder:
    """Give the compiled phrases of a vocabulary, built once for each fingerprint."""
    return _finder(facts.fingerprint, facts.meanings)


_FINDERS: dict[str, PhraseFinder] = {}


def _finder(fingerprint: str, meanings: Mapping[str, object]) -> PhraseFinder:
    if fingerprint not in _FINDERS:
        _FINDERS.clear()
        _FINDERS[fingerprint] = PhraseFinder(meanings)
    return _FINDERS[fingerprint]


class NameIndex:
    """Known names by the first letters of their words, to find the few that a text may mean."""

    __slots__ = ("_by_prefix", "meaning_of")

    def __init__(self, meaning_of: Mapping[str, str]) -> None:
        """Build it from keys of ``names.name_key`` to meanings: ``{"probation": "role:..."}``."""
        self.meaning_of = meaning_of
        self._by_prefix: dict[str, list[str]] = {}
        for key in meaning_of:
            for prefix in {word[:PREFIX] for word in key.split()}:
                self._by_prefix.setdefault(prefix, []).append(key)

    def near(self, key: str) -> dict[str, str]:
        """Give the names that share the beginning of a word with a text, and their meanings."""
        prefixes = {word[:PREFIX] for word in key.split()} - COMMON_WORDS
        keys = (name for prefix in sorted(prefixes) for name in self._by_prefix.get(prefix, ()))
        return {name: self.meaning_of[name] for name in keys}


def nearest(text: str, *indexes: NameIndex) -> Near | None:
    """Give the known name that a misspelt text comes nearest to.

    Args:
        text: The text: ``"Comunity Saftey"``.
        indexes: Known names; names of one meaning are no rivals of each other.

    Returns:
        The nearest name above :data:`LEAST_LIKE` with its runner-up, or None where there is none or
        the text is too short or too long to judge. The caller asks :func:`is_sure`.
    """
    key = name_key(text)
    if not FUZZY_CHARS[0] <= len(key) <= FUZZY_CHARS[1]:
        return None
    names = {name: meaning for index in indexes for name, meaning in index.near(key).items()}
    found = process.extract(key, list(names), scorer=fuzz.ratio, limit=8, score_cutoff=LEAST_LIKE)
    found = [(name, max(points, _swapped(key, name)), at) for name, points, at in found]
    found.sort(key=lambda near: -near[1])
    if not found:
        return None
    best, score, _ = found[0]
    others = [(name, points) for name, points, _ in found if names[name] != names[best]]
    rival, points = others[0] if others else (None, 0.0)
    return Near(best, score, rival, points)


def _swapped(key: str, name: str) -> float:
    """Give the score of a name of which two neighbouring letters changed places: "polcie"."""
    if len(key) != len(name) or len(key) < FUZZY_CHARS[0]:
        return 0.0
    places = [at for at, (one, other) in enumerate(zip(key, name, strict=True)) if one != other]
    if len(places) != 2 or places[1] - places[0] != 1:
        return 0.0
    return (
        SWAPPED if key[places[0]] == name[places[1]] and key[places[1]] == name[places[0]] else 0.0
    )


def is_sure(near: Near) -> bool:
    """Tell whether the nearest name is near enough and ahead of its runner-up."""
    return near.score >= FUZZY_FLOOR and near.score - near.runner_up_score >= FUZZY_MARGIN
