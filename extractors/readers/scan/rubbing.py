"""Ruled lines painted over, so that no letter beside them is read with them.

Knows grey pixels and lines; knows no letters and no tables.
"""

from collections.abc import Sequence

import numpy as np

from extractors.readers.scan.image import Grey
from extractors.readers.scan.strokes import EDGE_DEPTH, RIDGE_DEPTH, RIDGE_REACH, Segment

WIDE_REACH = 10  # pixels to either side of a line in which a rule ends; one of 2 points is 8 wide


def rub_out(grey: Grey, across: Sequence[Segment], down: Sequence[Segment]) -> Grey:
    """The picture with its ruled lines painted over by what stands beside them.

    Tesseract reads a rule beside a letter as "|" or as a part of it.
    """
    clean = grey.copy()
    for line in across:
        _paint(clean, line, _reach(grey, line))
    for line in down:
        _paint(clean.T, line, _reach(grey.T, line))
    return clean


def _paint(grey: Grey, line: Segment, reach: tuple[int, int]) -> None:
    """Give the rows of a line across the nearer tone of the rows above and below it."""
    top, bottom = reach
    if top < 0 or bottom >= grey.shape[0]:
        return
    span = slice(int(line.start), int(line.end))
    middle = (top + bottom) // 2
    grey[top : middle + 1, span] = grey[top, span]
    grey[middle + 1 : bottom + 1, span] = grey[bottom, span]


def _reach(grey: Grey, line: Segment) -> tuple[int, int]:
    """The rows just above and below a line: of a thick rule those where its own tone ends.

    A rule of 1.5 points is seven pixels wide, and a letter may stand two pixels from it. What is
    as dark as its one side is the border of a band: it is painted as thin lines are.
    """
    at, span = round(line.at), slice(int(line.start), int(line.end))
    usual = at - RIDGE_REACH, at + RIDGE_REACH
    top, bottom = at - WIDE_REACH, at + WIDE_REACH
    if top < 0 or bottom >= grey.shape[0]:
        return usual
    tones = np.median(grey[top : bottom + 1, span], axis=1)
    above, below = float(tones[:2].mean()), float(tones[-2:].mean())
    if abs(above - below) >= EDGE_DEPTH:
        return usual
    inked = np.flatnonzero(tones < min(above, below) - RIDGE_DEPTH / 2)
    if inked.size <= 2 * RIDGE_REACH - 3 or inked[-1] - inked[0] >= inked.size:
        return usual
    return top + int(inked[0]) - 1, top + int(inked[-1]) + 1
