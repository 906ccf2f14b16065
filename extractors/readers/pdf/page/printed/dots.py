"""Bullets that are drawn as small shapes and stand in no font.

Browsers print list bullets so. Knows dots and words; knows nothing of lists.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.record import Fill, Word

BULLET = "•"
REACH_EM = 2.5  # of the size from a bullet to its text
LOW_EM, HIGH_EM = -0.1, 0.75  # of the size above the base: where the middle of a bullet stands
BESIDE_EM = 0.35  # of the size: a dot so close after a word is a mark of its own; columns 0.45 on


def drawn_bullets(dots: Sequence[Fill], words: Sequence[Word]) -> list[Word]:
    """The dots that stand before a word as bullets do, as words."""
    if not dots:
        return []
    ordered = sorted((word for word in words if word.turn == 0), key=lambda word: word.base)
    bases = [word.base for word in ordered]
    found = []
    for dot in dots:
        bullet = _bullet(dot, ordered, bases)
        if bullet is not None:
            found.append(bullet)
    return found


def _bullet(dot: Fill, words: Sequence[Word], bases: Sequence[float]) -> Word | None:
    middle = (dot.top + dot.bottom) / 2
    index = bisect_left(bases, middle - 3.0)
    near: Word | None = None
    while index < len(words) and bases[index] < middle + 20.0:
        word = words[index]
        size = word.style.size
        index += 1
        if not LOW_EM * size <= word.base - middle <= HIGH_EM * size:
            continue
        if word.x0 < dot.x1 and word.x1 > dot.x0 - BESIDE_EM * size:
            return None
        if 0 <= word.x0 - dot.x1 <= REACH_EM * size and (near is None or word.x0 < near.x0):
            near = word
    if near is None:
        return None
    style = replace(near.style, colour=dot.colour)
    return near._replace(text=BULLET, x0=dot.x0, x1=dot.x1, style=style, glued=False)
