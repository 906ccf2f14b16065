"""The two ends of a dark head that stand like rules where its table has no sides.

A band ends as a rule does: in a picture both are one edge. Below it the columns' rules go on and
the rows' end in the air; taken for a table's sides, the ends would leave its outer cells open.
Knows ruled lines; knows no letters.
"""

from collections.abc import Sequence

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.ruling.ruling import TOUCH_INCHES
from extractors.readers.scan.ruling.strokes import Segment

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


def without_band_ends(
    across: Sequence[Segment], down: Sequence[Segment], bands: Sequence[Fill], dpi: int
) -> list[Segment]:
    """The lines down without those that begin and end with a shaded band: its ends, its columns.

    Two heads beside one another would be taken for two framed cards, and a head with white rules
    between its columns, above rows without any, for a table of one row. A shaded column of labels
    is no such band, since rules between its rows go on beside it, nor is a shaded cell between
    white ones, beside which the rules above and below it do.

    Args:
        across: The ruled lines across, in pixels.
        down: Those down.
        bands: The shaded areas.
        dpi: Pixels an inch.
    """
    touch = TOUCH_INCHES * dpi
    heads = [
        band
        for band in bands
        if not any(_goes_on(line, band, touch) for line in across)
        and not _is_cell(across, band, touch)
    ]
    ends = {line for band in heads for line in _lines_of(band, down, touch)}
    return [line for line in down if line not in ends]


def _goes_on(line: Segment, band: Fill, touch: float) -> bool:
    """Whether a line across runs through a band and on beside it."""
    within = band.top + touch < line.at < band.bottom - touch
    meets = line.start < band.x1 and band.x0 < line.end
    return within and meets and (line.start < band.x0 - touch or band.x1 + touch < line.end)


def _is_cell(across: Sequence[Segment], band: Fill, touch: float) -> bool:
    """Whether rules that reach beyond a band on both sides stand at its top and at its foot."""
    wide = [one.at for one in across if one.start < band.x0 - touch and band.x1 + touch < one.end]
    return all(any(abs(at - y) <= touch for at in wide) for y in (band.top, band.bottom))


def _lines_of(band: Fill, down: Sequence[Segment], touch: float) -> list[Segment]:
    """The lines that are as high as a band is; [] where others meet it.

    Columns ruled in a band are those of a table whose next row, up to the height of the band away,
    has some too.
    """
    near = [line for line in down if _is_near(line, band, touch, touch)]
    alone = all(
        abs(line.start - band.top) <= touch and abs(line.end - band.bottom) <= touch
        for line in near
    )
    inner = any(min(line.at - band.x0, band.x1 - line.at) > touch for line in near)
    if inner and alone:
        height = band.bottom - band.top
        alone = sum(_is_near(line, band, touch, height) for line in down) == len(near)
    return near if alone else []


def _is_near(line: Segment, band: Fill, touch: float, reach: float) -> bool:
    beside = band.x0 - touch <= line.at <= band.x1 + touch
    return beside and line.start < band.bottom + reach and line.end > band.top - reach
