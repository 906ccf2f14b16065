"""The text that a scanner's own software laid under the picture of a page: how far to trust it.

It may be better than what we recognise (a printed file saved as pictures), poorer (a copier's), of
another place, or empty. Where it says the same as we do of most words that we are sure of, it is a
further reading of those that we are not; else it is left out. Either way the page says so.

Knows words and their places; knows no pictures and no tables.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.readers.pdf.record import Word
from extractors.readers.scan.words.words import SeenWord
from extractors.slant import Slant

LEAST_WORDS = 30  # that we are sure of; fewer say nothing of a layer
SURE = 85  # confidence of a word that a layer is judged by; of 4,800 such words 5 were wrong
LONG = 4  # letters of one; shorter ones are read wrongly by everyone
LIKE_US = 0.9  # of those words that the layer has as well: a layer that helps with doubtful ones
RIGHT = 0.97  # of them, and of the hard ones: a layer that is right where we differ
LEAST_HARD = 8  # hard words, without which a layer is not held to be right
DOUBTFUL = 70  # confidence below which a word is what a layer like us says
OVERLAP = 0.5  # of the narrower word's width that both share
PLAIN = str.maketrans("‘’“”–—‑", "''\"\"---")
HARD_RE = re.compile(r"(?=.*\d)[\w./-]{2,10}")  # references and dates: "1.2", "31/03/2027"


class Verdict(NamedTuple):
    """How much of what we are sure of a layer has: shares of 0 to 1; None where too few tell."""

    easy: float | None
    hard: float | None

    @property
    def helps(self) -> bool:
        """Whether its words may stand for those that we doubt."""
        return self.easy is not None and self.easy >= LIKE_US

    @property
    def right(self) -> bool:
        """Whether its words may stand for any of ours."""
        return self.helps and min(self.easy or 0.0, self.hard or 0.0) >= RIGHT

    @property
    def said(self) -> str:
        """What a page tells of its layer."""
        if self.easy is None:
            return "has too little in the same places to be judged; it was left out"
        share = f"says the same as {self.easy:.0%} of the words recognised surely"
        if self.right:
            return f"{share}; it was followed where the two differ"
        return f"{share}; it was {'asked about doubtful words' if self.helps else 'left out'}"


def place(word: Word, slant: Slant, pixels: float) -> SeenWord:
    """A word of the layer in pixels of the straightened picture, so many a point."""
    x, y = slant.straightened((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
    wide, high = (word.x1 - word.x0) / 2, (word.bottom - word.top) / 2
    x0, x1 = round((x - wide) * pixels), round((x + wide) * pixels)
    top, bottom = round((y - high) * pixels), round((y + high) * pixels)
    return SeenWord(word.text, x0, top, x1, bottom, 0.0, (0, 0, 0))


def follow(seen: Sequence[SeenWord], layer: Sequence[SeenWord]) -> tuple[list[SeenWord], Verdict]:
    """The words with those that the layer is trusted in, and how far that is.

    Args:
        seen: As recognised.
        layer: As laid under the picture, in the same pixels.
    """
    pairs = _pairs(seen, layer)
    verdict = _judge(seen, pairs)
    if not verdict.helps:
        return list(seen), verdict
    words = list(seen)
    for place, other in pairs.items():
        beside = {word.text for word in seen[max(place - 1, 0) : place + 2]}
        if other.text not in {f"{seen[place].text}{text}" for text in beside}:
            words[place] = _followed(seen[place], other, verdict)
    return words, verdict


def _followed(word: SeenWord, other: SeenWord, verdict: Verdict) -> SeenWord:
    if not other.text.isprintable():
        return word
    if _plain(other.text) == _plain(word.text):
        return replace(word, sure=max(word.sure, SURE))
    if verdict.right or word.sure < DOUBTFUL:
        return replace(word, text=other.text)
    return word


def _plain(text: str) -> str:
    return text.translate(PLAIN)


def _pairs(seen: Sequence[SeenWord], layer: Sequence[SeenWord]) -> dict[int, SeenWord]:
    """The word of the layer that stands where one of ours does, and nowhere else, by its place."""
    held: dict[int, list[int]] = {}
    hosts: dict[int, list[int]] = {}
    rows = sorted(range(len(layer)), key=lambda at: _middle(layer[at]))
    middles = [_middle(layer[at]) for at in rows]
    for place, word in enumerate(seen):
        first, last = bisect_left(middles, word.top), bisect_right(middles, word.bottom)
        for at in rows[first:last]:
            if _share_width(word, layer[at]):
                held.setdefault(place, []).append(at)
                hosts.setdefault(at, []).append(place)
    return {place: layer[at[0]] for place, at in held.items() if len(at) == 1 == len(hosts[at[0]])}


def _middle(word: SeenWord) -> float:
    return (word.top + word.bottom) / 2


def _share_width(one: SeenWord, other: SeenWord) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    narrow = max(min(one.x1 - one.x0, other.x1 - other.x0), 1)
    return shared >= OVERLAP * narrow


def _judge(seen: Sequence[SeenWord], pairs: dict[int, SeenWord]) -> Verdict:
    easy, hard = [], []
    for place, word in enumerate(seen):
        other = pairs.get(place)
        same = other is not None and _plain(other.text) == _plain(word.text)
        if word.sure < SURE:
            continue
        if HARD_RE.fullmatch(word.text):
            hard.append(same)
        elif len(word.text) >= LONG:
            easy.append(same)
    return Verdict(_share(easy, LEAST_WORDS), _share(hard, LEAST_HARD))


def _share(found: Sequence[bool], least: int) -> float | None:
    return sum(found) / len(found) if len(found) >= least else None
