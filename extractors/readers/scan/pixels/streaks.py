"""Streaks that dust on the glass of a scanner's feeder draws: straight down the whole page.

Knows grey pixels; knows no letters and no tables. A streak is no rule, for it runs from edge to
edge of the page, over its margins; taken for one, it joins the tables that it crosses.
"""

import numpy as np

from extractors.readers.scan.pixels.image import Grey, Mask

REACH = 4  # pixels to either side of a streak that are paper; streaks are 1 to 3 wide at 200 dpi
DEPTH = 12  # grey levels that it is darker than both; the grain of scans is 4 to 8
WHOLE_SHARE = 0.6  # of the page's height where it is seen; print hides it on the other lines
MARGIN = 0.03  # of the page's height, at its top and at its bottom, where nothing is printed
MARGIN_SHARE = 0.8  # of each margin's height where it is seen


def without_streaks(grey: Grey) -> Grey:
    """The page with the paper that is beside its streaks in their place.

    Args:
        grey: The page as it was scanned: once it is straightened, its streaks are crooked.
    """
    columns = _streaks(grey)
    if not columns.size:
        return grey
    mended = grey.copy()
    beside = np.minimum(grey[:, columns - REACH], grey[:, columns + REACH])
    mended[:, columns] = np.maximum(grey[:, columns], beside)
    return mended


def _streaks(grey: Grey) -> np.ndarray:
    """The columns of pixels that are darker than their sides all down the page."""
    high, wide = grey.shape
    margin = round(MARGIN * high)
    if wide <= 2 * REACH or not margin:
        return np.empty(0, dtype=np.intp)
    dark = _darker(grey[:margin]).mean(axis=0) >= MARGIN_SHARE
    dark &= _darker(grey[-margin:]).mean(axis=0) >= MARGIN_SHARE
    likely = np.flatnonzero(dark) + REACH
    seen = [_darker(grey[:, at - REACH : at + REACH + 1]).mean() for at in likely.tolist()]
    return likely[np.array(seen, dtype=np.float64) >= WHOLE_SHARE]


def _darker(grey: Grey) -> Mask:
    """Which pixels are darker than those beside them; ``REACH`` columns fewer at either side."""
    tones = grey.astype(np.int16)
    sides = np.minimum(tones[:, : -2 * REACH], tones[:, 2 * REACH :])
    return np.asarray(sides - tones[:, REACH:-REACH] >= DEPTH)
