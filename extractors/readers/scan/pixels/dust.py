"""Dust in the picture of a scanned page. Knows grey pixels; knows no letters."""

import numpy as np
from numpy.typing import NDArray

from extractors.readers.scan.pixels.image import DARK_UNDER_PAPER, Grey, Mask, paper_of, run_sums

SPECK_SIZE = 9  # pixels; a speck of dust is no wider than half of it
SPECK_APART = 13  # pixels of the square in which a speck is the only dark thing
SPECK_ALONE = 31  # pixels of the square in which nothing but specks is dark
GRAIN_DARK = 4  # dark pixels of a speck beside letters at most; full stops of 9 points have 6 on
GRAIN_SIZE = 5  # pixels of the square that it fits in
GRAIN_APART = 11  # pixels of the square in which it is alone; full stops stand 2 to 3 off a letter


def without_specks(grey: Grey) -> Grey:
    """The picture without dots that stand alone: dust on the glass, which Tesseract reads as marks.

    A dot counts as alone when nothing else but dots is dark around it, for where dust lies thick
    one has others near; full stops stand near a letter. Bullets and dashes are larger: only their
    middle sees all of them, and a speck is one from each of its pixels.
    """
    paper = int(paper_of(grey))
    dark = grey < paper - DARK_UNDER_PAPER // 2
    near = _box_sums(dark, SPECK_SIZE)
    specks = dark & (_box_sums(dark, SPECK_APART) == near)
    specks &= _box_sums(specks, SPECK_SIZE) == near
    lone = specks & (_box_sums(dark & ~specks, SPECK_ALONE) == 0)
    spread = _box_sums(lone | _grains(grey < paper - DARK_UNDER_PAPER), 3) > 0
    return np.where(spread, np.uint8(paper), grey).astype(np.uint8)


def _grains(dark: Mask) -> Mask:
    """Specks too small for a full stop, which may stand between two words: "Public.Health"."""
    own = _box_sums(dark, GRAIN_SIZE)
    return np.asarray(dark & (own <= GRAIN_DARK) & (_box_sums(dark, GRAIN_APART) == own))


def _box_sums(mask: Mask, size: int) -> NDArray[np.uint16]:
    """Set pixels in the square of odd side ``size`` around each pixel."""
    across = run_sums(np.pad(mask.astype(np.uint16), size // 2), size)
    return run_sums(np.ascontiguousarray(across.T), size).T
