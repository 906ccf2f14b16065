"""The two ends of a dark head that stand like rules where its table has no sides.

A band ends as a rule does: in a picture both are one edge. Below it the columns' rules go on and
the rows' end in the air; taken for a table's sides, the ends would leave its outer cells open.
Knows ruled lines; knows no letters.
"""

from collections.abc import Sequence

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.ruling import TOUCH_INCHES
from extractors.readers.scan.strokes import Segment

LONGER = 2.0  # times the height of a head: how far its columns' rules go on at least


def without_head_sides(
    across: Sequence[Segment], down: Sequence[Segment], dpi: int
) -> list[Segment]:
    """The lines down without those that are only the ends of a head.

    Args:
        across: The ruled lines across, in pixels.
        down: Those down.
        dpi: Pixels an inch.
    """
    touch = TOUCH_INCHES * dpi
    return [line for line in down if not _is_head_side(line, across, down, touch)]


def _is_head_side(
    line: Segment, across: Sequence[Segment], down: Sequence[Segment], touch: float
) -> bool:
    inner = [
        other
        for other in down
        if abs(other.start - line.start) <= 2 * touch and other.length >= LONGER * line.length
    ]
    if not inner:
        return False
    foot = max(other.end for other in inner)
    beams = [
        beam
        for beam in across
        if line.end + touch < beam.at <= foot + touch
        and beam.start - touch <= line.at <= beam.end + touch
    ]
    ends = [min(abs(beam.start - line.at), abs(beam.end - line.at)) <= touch for beam in beams]
    goes_on = any(
        abs(other.at - line.at) <= touch and line.end < other.end <= foot + touch
        for other in down
        if other is not line
    )
    return bool(beams) and all(ends) and not goes_on


def without_band_ends(down: Sequence[Segment], bands: Sequence[Fill], dpi: int) -> list[Segment]:
    """The lines down without the two ends of shaded bands in which no columns are ruled.

    Two heads beside one another would be taken for two framed cards.

    Args:
        down: The ruled lines down, in pixels.
        bands: The shaded areas.
        dpi: Pixels an inch.
    """
    touch = TOUCH_INCHES * dpi
    ends = {line for band in bands for line in _ends_of(band, down, touch)}
    return [line for line in down if line not in ends]


def _ends_of(band: Fill, down: Sequence[Segment], touch: float) -> list[Segment]:
    """The lines that are the left and right end of a band and no more; [] where others meet it."""
    near = [
        line
        for line in down
        if band.x0 - touch <= line.at <= band.x1 + touch
        and min(line.end, band.bottom + touch) - max(line.start, band.top - touch) > 0
    ]
    alone = all(
        min(abs(line.at - band.x0), abs(line.at - band.x1)) <= touch
        and abs(line.start - band.top) <= touch
        and abs(line.end - band.bottom) <= touch
        for line in near
    )
    return near if alone else []
