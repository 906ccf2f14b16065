"""Finds a known phrase at the start of a cell: "Completed" in "Completed - policy agreed".

Knows where a word ends and a clause begins; the phrases and what they mean come from outside.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

LONGEST_PHRASE = 6
"""Words; the longest status of ``phrases.csv`` has five."""
LONGEST_CELL = 2_000
"""Characters; only the start of a cell is looked at."""

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]|_")
_CLAUSE_END = frozenset("-:;,.()[]/|*!")


class Opening(NamedTuple):
    """A phrase at the start of a cell, what it means, and the words after it."""

    phrase: str
    value: str
    rest: tuple[str, ...]

    @property
    def ends_clause(self) -> bool:
        """True where nothing, or a mark that ends a clause, follows."""
        return not self.rest or self.rest[0] in _CLAUSE_END


@lru_cache(maxsize=4096)
def words_of(folded: str) -> tuple[str, ...]:
    """Cut a folded cell into words and marks: ``("in", "progress", "-", "survey", "sent")``."""
    return tuple(_WORD.findall(folded[:LONGEST_CELL]))


def read_opening(words: tuple[str, ...], phrases: Mapping[str, str]) -> Opening | None:
    """Find the longest of the phrases that the words begin with; None without one."""
    for count in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in phrases:
            return Opening(phrase, phrases[phrase], words[count:])
    return None


def skip_marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the marks that stand before the first word."""
    place = 0
    while place < len(words) and words[place] in _CLAUSE_END:
        place += 1
    return words[place:]
