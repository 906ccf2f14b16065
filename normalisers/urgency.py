"""Reads the urgency printed beside an action: H, M or L.

Knows that a mark with a second, other level beside it says nothing; the words are facts in
``phrases.csv``. Numbers are not read: 1 is the most urgent in some plans and the least in others.
"""

from functools import lru_cache
from typing import Literal, cast

from normalisers.levels import read_level
from normalisers.text import fold

Urgency = Literal["high", "medium", "low"]


def normalise_urgency(text: str) -> Urgency | None:
    """Read ``"H"``, ``"Н"`` (Cyrillic), ``"High - by summer"`` or ``"Priority: medium"``.

    None when blank, to be confirmed, unknown, or of two levels ("High/Medium").
    """
    return _read(fold(text))


@lru_cache(maxsize=4096)
def _read(folded: str) -> Urgency | None:
    return cast("Urgency | None", read_level(folded, "urgency"))
