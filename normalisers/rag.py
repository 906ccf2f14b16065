"""Reads a red, amber or green rating, from its word, its letter, or the colour behind it.

Knows which colours people take for red, amber and green, with margins; knows no document.
"""

import re
from colorsys import rgb_to_hsv
from functools import lru_cache
from typing import Literal, cast

from normalisers.levels import read_level
from normalisers.phrases import phrases_of
from normalisers.text import fold

Rag = Literal["red", "amber", "green"]

LEAST_SATURATION = 0.4
"""0 to 1 (HSV). Tints that word processors offer for banded rows lie at 0.05 to 0.33, the plain
red, amber and green of their palettes at 0.5 to 1."""
LEAST_VALUE = 0.5
"""0 to 1 (HSV). Darker ones are brown, olive or the ground of a heading."""
LEAST_VALUE_OF_AMBER = 0.8
"""0 to 1 (HSV). A dark orange is brown."""

HUES: tuple[tuple[Rag, float, float], ...] = (
    ("red", 0, 12),
    ("amber", 20, 62),
    ("green", 75, 160),
    ("red", 348, 360),
)
"""Degrees: FF0000 is 0, ED7D31 24, FFC000 45, FFFF00 60, 92D050 89, 00B050 146. Between them, and
in teal, blue and pink, a colour says nothing."""

_COLOUR = re.compile(r"#?([0-9a-f]{6})")


def normalise_rag(text: str, colour: str | None = None) -> Rag | None:
    """Read a rating.

    Args:
        text: The cell as printed: ``"Amber - some delay"``, ``"G"``; "" where only coloured.
        colour: Background of the cell as ``"#ffc000"``; None for none.

    Returns:
        The rating; None where neither says one, where text and colour contradict each other, for
        a rating between two ("Amber/Green") and for blue, which means done (``rag_says_done``).
    """
    folded = fold(text)
    named = _read_text(folded)
    shown = _read_colour((colour or "").strip().lower())
    if named is None and not _is_rated(folded):
        return shown
    return None if shown is not None and shown != named else named


def rag_says_done(text: str) -> bool:
    """Tell the fourth rating of BRAG scales: "B" or "Blue", an action that is complete."""
    return read_level(fold(text), "rag_done") is not None


def _is_rated(folded: str) -> bool:
    """Tell a cell that speaks of ratings, so that its colour must not speak for it."""
    if any(name in folded.split("/")[0].split() for name in phrases_of("rag") if len(name) > 1):
        return True
    return "/" in folded or read_level(folded, "rag_done") is not None


@lru_cache(maxsize=4096)
def _read_text(folded: str) -> Rag | None:
    return cast("Rag | None", read_level(folded, "rag"))


@lru_cache(maxsize=4096)
def _read_colour(colour: str) -> Rag | None:
    if colour in phrases_of("rag_colour"):
        return cast(Rag, phrases_of("rag_colour")[colour])
    found = _COLOUR.fullmatch(colour)
    if found is None:
        return None
    red, green, blue = (int(found[1][place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, saturation, value = rgb_to_hsv(red, green, blue)
    if saturation < LEAST_SATURATION or value < LEAST_VALUE:
        return None
    for rag, least, most in HUES:
        if least <= hue * 360 <= most:
            return None if rag == "amber" and value < LEAST_VALUE_OF_AMBER else rag
    return None
