"""Shadows at the edges of a scanned page, where the book's fold stood off the glass, made paper.

Knows grey pixels; knows no letters. In a shadow print is as dark as paper elsewhere: a threshold
for the whole page loses it, and Tesseract with it.
"""

import numpy as np
from numpy.typing import NDArray

from extractors.readers.scan.pixels.image import Grey

PAPER_SHARE = 90  # per cent of a column's pixels that are darker than its paper: print, bands
EVERY = 4  # pixels down of which one is looked at; print is larger
LEAST_DEPTH = 8  # grey levels below the page's paper from which on it is shadow; the grain has 3
MOST_STEP = 10  # grey levels between stretches side by side; the edge of a bar or a table has 20 on
STRETCH = 8  # pixels of a stretch
DEEP = 0.85  # of the paper's tone at most above and below; a lamp that fades leaves 0.9 on
DARKEST = 0.45  # of the paper's tone; what is darker lies beside the page and is no shadow on it


def without_shadow(grey: Grey) -> Grey:
    """The page with the shadows at its edges lightened; one scanned sideways has its fold above.

    A shadow fades into the page without a step; a coloured bar at the edge ends with one and stays.
    """
    return _lit_across(_lit_across(grey, 1.0).T, DEEP).T


def _lit_across(grey: Grey, most: float) -> Grey:
    """The page with the shadows at its left and right edge lightened, if so dark to the paper."""
    tones = np.percentile(grey[::EVERY], PAPER_SHARE, axis=0)
    stretches = tones[: tones.size // STRETCH * STRETCH].reshape(-1, STRETCH).mean(axis=1)
    paper = float(np.median(stretches))
    left, right = (_reach(side, paper, most) for side in (stretches, stretches[::-1]))
    if not left and not right:
        return grey
    gain = np.ones(tones.size)
    for part in (slice(0, left), slice(tones.size - right, None)):
        lit = tones[part] >= DARKEST * paper
        gain[part] = np.where(lit, np.maximum(paper / np.maximum(tones[part], 1), 1), 1)
    return np.clip(grey * gain, 0, 255).astype(np.uint8)


def _reach(stretches: NDArray[np.float64], paper: float, most: float) -> int:
    """The pixels from an edge to where its shadow ends; 0 without one."""
    lit = np.flatnonzero(stretches >= DARKEST * paper)
    ends = np.flatnonzero(stretches >= paper - LEAST_DEPTH)
    if not lit.size or not ends.size or ends[0] <= lit[0]:
        return 0
    shadow = stretches[lit[0] : ends[0] + 1]
    steps = np.abs(np.diff(shadow))
    if shadow.min() > most * paper or steps[1:].max(initial=0) > MOST_STEP:
        return 0
    return int(ends[0]) * STRETCH
