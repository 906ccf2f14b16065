"""Ruled lines painted over, so that no letter beside them is read with them.

Knows grey pixels and lines; knows no letters and no tables.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.ruling.strokes import (
    DRIFT,
    EDGE_DEPTH,
    RIDGE_DEPTH,
    RIDGE_REACH,
    Segment,
)

WIDE_REACH = 10  # pixels to either side of a line in which a rule ends; one of 2 points is 8 wide
PIECE = 120  # pixels of a line that are painted over as one; the lines of a page bend over 500
BLUR = 2  # pixels beside a painted line of which most tell its paper: its own blur may reach one


def rub_out(grey: Grey, across: Sequence[Segment], down: Sequence[Segment]) -> Grey:
    """The picture with its ruled lines painted over by what stands beside them.

    Tesseract reads a rule beside a letter as "|" or as a part of it.
    """
    clean = grey.copy()
    for line in across:
        for piece in _pieces(line):
            _paint(clean, piece, _reach(grey, piece))
    for line in down:
        for piece in _pieces(line):
            _paint(clean.T, piece, _reach(grey.T, piece))
    return clean


def _pieces(line: Segment) -> list[Segment]:
    """A line in pieces that are followed one by one: over a page it wanders by some pixels."""
    count = max(round(line.length / PIECE), 1)
    cuts = [line.start + line.length * cut / count for cut in range(count + 1)]
    return [Segment(line.at, start, end) for start, end in pairwise(cuts)]


def _paint(grey: Grey, line: Segment, reach: tuple[int, int]) -> None:
    """Give the rows of a line across the nearer tone of the rows above and below it."""
    top, bottom = reach
    if top < 0 or bottom >= grey.shape[0]:
        return
    span = slice(int(line.start), int(line.end))
    middle = (top + bottom) // 2
    above, below = grey[max(top - BLUR, 0) : top + 1, span], grey[bottom : bottom + BLUR + 1, span]
    grey[top : middle + 1, span] = np.median(above, axis=0)
    grey[middle + 1 : bottom + 1, span] = np.median(below, axis=0)


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
    if not inked.size or inked[-1] - inked[0] >= inked.size:
        return usual
    own = top + round((int(inked[0]) + int(inked[-1])) / 2)
    if abs(own - at) > DRIFT:
        return usual
    if inked.size <= 2 * RIDGE_REACH - 3:
        return own - RIDGE_REACH, own + RIDGE_REACH
    return top + int(inked[0]) - 1, top + int(inked[-1]) + 1
