"""Pale copies: print that is grey on the paper, made as dark as that of a good scan; and what is
paler still, which shines through from the back.

Knows grey pixels; knows no letters. All thresholds between print and paper are those of good scans.
"""

import numpy as np

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.words.words import SeenWord

EVERY = 4  # pixels across and down of which one is looked at
INK_SHARE = 0.5  # per cent of a page's pixels that are print at least; a page of one table has 3
DARK_INK = 60  # grey levels; the print of good scans has 10 to 50, of a pale copy 80 to 130
STROKES = 5  # per cent of a word's box that its strokes fill at least; letters fill 15 to 40
THROUGH = 30  # grey levels off the paper; seven words from the back had 5 to 7, 1,500 printed 58 on
LEAST_DEPTH = 70  # grey levels between paper and the palest print; the grain of paper has 15


def darkened(grey: Grey) -> Grey:
    """The page with the tones between its paper and its print drawn apart.

    A page whose print is dark, or that has none to be seen, stays as it is.
    """
    ink, paper = np.percentile(grey[::EVERY, ::EVERY], (INK_SHARE, 50))
    if ink <= DARK_INK or paper - ink < LEAST_DEPTH:
        return grey
    gain = (paper - DARK_INK / 2) / (paper - ink)
    levels: Grey = np.clip(paper + (grey - paper) * gain, 0, 255).astype(np.uint8)
    return levels


def is_printed(grey: Grey, word: SeenWord) -> bool:
    """Whether a word is printed on this side of the paper: dark on light, or light on dark."""
    box = grey[max(word.top, 0) : word.bottom, max(word.x0, 0) : word.x1]
    if box.size == 0:
        return True
    dark, tone, light = np.percentile(box, (STROKES, 50, 100 - STROKES))
    return bool(max(tone - dark, light - tone) > THROUGH)
