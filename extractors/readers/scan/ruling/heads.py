"""Borders that cannot be seen in a dark head: black lines on black, white letters between them.

A copy in black and white, or a head in the colour of the rules, hides where its columns part; the
lines below it tell. So do those beside a dark column of labels where its rows do. Knows grey pixels
and ruled lines; knows no letters and no tables.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.pixels.image import DARK_UNDER_PAPER, Grey, Mask
from extractors.readers.scan.ruling.ruling import BAND_INCHES, TOUCH_INCHES
from extractors.readers.scan.ruling.strokes import RIDGE_REACH, Segment
from extractors.readers.scan.words.cells import BAND_TONE

TONE = "#404040"  # of a dark head, roughly; grey by the picture
LEAST_INCHES = 0.12  # height of a head: one line of 8 points
CLEAR_INCHES = 0.015  # to either side of a hidden border without print; cells have 0.02 and more
HEAD = (BAND_INCHES, 0.5)  # its height, and of its lower border's length that its upper one has
COLUMN = (3.0, 0.9)  # of labels, so; cards' are 1 to 2.5 wide, stems of their letters 0.86 long
PART_INCHES = 0.1  # two borders nearer than this are the two sides of one rule
STROKE = 3  # pixels of a letter's stroke; the grain of a copy leaves dots of one and two


def through_heads(
    grey: Grey, across: Sequence[Segment], down: Sequence[Segment], dpi: int
) -> list[Segment]:
    """The lines down, those that end below a dark head led on through it.

    They go on where light print stands in each part of the head and none on their way, so that a
    dark row with one title over all columns stays whole.

    Args:
        grey: The straightened page.
        across: Its ruled lines across.
        down: Those down.
        dpi: Its pixels an inch.
    """
    return _led_on(grey, across, down, dpi, HEAD)


def through_labels(
    grey: Grey, across: Sequence[Segment], down: Sequence[Segment], dpi: int
) -> list[Segment]:
    """The lines across, those that begin beside a dark column of labels led on through it."""
    return _led_on(np.ascontiguousarray(grey.T), down, across, dpi, COLUMN)


def _led_on(
    grey: Grey,
    across: Sequence[Segment],
    down: Sequence[Segment],
    dpi: int,
    reach: tuple[float, float],
) -> list[Segment]:
    grown = list(down)
    for top, foot in _heads(across, dpi, reach):
        if not _is_dark(grey, top, foot):
            continue
        touch = TOUCH_INCHES * dpi
        ending = [line for line in grown if _ends_at(line, top, foot, touch)]
        if ending and _parts_print(grey, top, foot, grown, dpi):
            rest = [line for line in grown if line not in ending]
            grown = [*rest, *(Segment(line.at, top.at, line.end) for line in ending)]
    return grown


def dark_heads(grey: Grey, across: Sequence[Segment], dpi: int) -> list[Fill]:
    """The dark heads between ruled lines, in pixels: marks of a pen may hide where they end."""
    return [
        Fill(top.start, top.at, top.end, foot.at, TONE)
        for top, foot in _heads(across, dpi, HEAD)
        if _is_dark(grey, top, foot)
    ]


def _heads(
    across: Sequence[Segment], dpi: int, reach: tuple[float, float]
) -> Iterator[tuple[Segment, Segment]]:
    """Lines across with the nearest one above that is as far as a head is high."""
    inches, share = reach
    for foot in across:
        above = [
            line
            for line in across
            if LEAST_INCHES * dpi <= foot.at - line.at <= inches * dpi
            and min(line.end, foot.end) - max(line.start, foot.start) >= foot.length * share
        ]
        if above:
            yield max(above, key=lambda line: line.at), foot


def _is_dark(grey: Grey, top: Segment, foot: Segment) -> bool:
    box = _inside(grey, top, foot)
    return box.size > 0 and float(np.median(box)) < BAND_TONE


def _inside(grey: Grey, top: Segment, foot: Segment) -> Grey:
    """The pixels between two lines across without the blur of either."""
    rows = slice(round(top.at) + RIDGE_REACH, round(foot.at) - RIDGE_REACH)
    return grey[rows, max(round(top.start), 0) : round(top.end)]


def _ends_at(line: Segment, top: Segment, foot: Segment, touch: float) -> bool:
    """Whether a line begins at the foot of a head, or in it: of a rule a little may show there."""
    begins = top.at + touch < line.start <= foot.at + 2 * touch
    return begins and top.start < line.at < top.end


def _parts_print(
    grey: Grey, top: Segment, foot: Segment, down: Sequence[Segment], dpi: int
) -> bool:
    """Whether each part of a head between lines down holds print, and no line meets any."""
    reach = 2 * TOUCH_INCHES * dpi
    met = [line.at for line in down if line.start <= foot.at + reach and line.end >= foot.at]
    inner = [at for at in met if top.start + reach < at < top.end - reach]
    print_ = _strokes(_inside(grey, top, foot))
    clear = round(CLEAR_INCHES * dpi)
    places = [round(at - top.start) for at in sorted(inner)]
    if any(print_[max(at - clear, 0) : at + clear + 1].any() for at in places):
        return False
    parts = pairwise((0, *places, print_.size))
    return all(print_[a:b].any() for a, b in parts if b - a >= PART_INCHES * dpi)


def _strokes(band: Grey) -> Mask:
    """For each column of pixels whether light strokes of letters stand in it."""
    light = band > float(np.median(band)) + DARK_UNDER_PAPER
    kept = light.copy()
    for step in range(1, STROKE):
        kept[:, : light.shape[1] - step] &= light[:, step:]
    kept[:-1] &= kept[1:]
    return np.asarray(kept[:, : light.shape[1] - STROKE + 1].any(axis=0))
