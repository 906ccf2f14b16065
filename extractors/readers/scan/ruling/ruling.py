"""The ruled lines of a scanned page: which strokes of its picture draw tables.

Knows strokes and grey pixels; knows no letters. All lengths are pixels of the picture.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.ruling.drawn import WHOLE_SHARE, dashed_across, is_drawn, stands_free
from extractors.readers.scan.ruling.strokes import (
    GAP,
    RIDGE_REACH,
    SHORT_INCHES,
    Segment,
    strokes_across,
)

LONG_INCHES = 0.9  # down the page; letters of 40 points are half as high
ALONE_INCHES = 4.0  # across the page; rows of small letters look like lines up to 1.9 inches long
PIECE_INCHES = 0.5  # across; those of a hairline of 7 inches were 0.6 to 4.3 long
TOUCH_INCHES = 0.05  # how near the ends of a short line must come to another
LEAST_GAP = 8  # pixels of a part of a line that can be missing: what is shorter is blur of a border
GAP_SHARE = 0.75  # of such a part that is inked where it is drawn; stems of letters have 0.65
TWIN_REACH = 9.0  # pixels between the two sides of one rule, or two rules of one border: 3 points
BAND_INCHES = 0.6  # height of a header row over which a line may go on faintly
FAINT_REACH = 8  # pixels to either side of a faint line that are compared with it
FAINT_DEPTH = 6.0  # grey levels of the mean over a band; a header's borders had 10 to 25
FAINT_EVEN = 0.5  # of its deepest part that each part of a faint line has; stems come and go
FAINT_MOST = 45.0  # grey levels; what is deeper was found by itself, or is the stem of a letter


def find_lines(grey: Grey, dpi: int) -> tuple[list[Segment], list[Segment]]:
    """The ruled lines and the borders of dark bands, across and down.

    Lines are lighter or darker than what is on both of their sides. Long ones stand by themselves;
    the others count where they join two that run the other way, for a row of letters is a line too.
    """
    turned = np.ascontiguousarray(grey.T)
    (across, rows), (down, columns) = strokes_across(grey, dpi), strokes_across(turned, dpi)
    dashed = dashed_across(grey, rows, dpi), dashed_across(turned, columns, dpi)
    touch, tail = TOUCH_INCHES * dpi, SHORT_INCHES * dpi
    posts = [line for line in (*down, *dashed[1]) if line.length >= LONG_INCHES * dpi]
    pieced = _pieced(grey, across, dpi)
    beams = [one for one in (*across, *dashed[0], *pieced) if one.length >= ALONE_INCHES * dpi]
    across, down = [*across, *dashed[0]], [*down, *dashed[1]]
    while True:
        across, down = _others(across, beams), _others(down, posts)
        ties = [line for line in across if _joins(line, posts, beams, touch)]
        ties = [line for line in ties if line in dashed[0] or _is_tie(grey, line, posts, touch)]
        met = [*beams, *ties]
        down = [line if line in dashed[1] else _cut_to(line, met, tail) for line in down]
        struts = [line for line in down if _joins(line, met, (), touch)]
        struts = [line for line in struts if line in dashed[1] or _is_tie(turned, line, met, touch)]
        if not ties and not struts:
            break
        beams, posts = met, [*posts, *struts]
    beams = _merge_twins(beams)
    plain = [_cut_to(line, beams, tail) for line in _others(posts, dashed[1])]
    drawn = [part for line in plain for part in _drawn_parts(turned, line, beams)]
    posts = [*(line for line in posts if line in dashed[1]), *drawn]
    posts = _merge_twins([*posts, *_faint_lines(grey, beams, posts, dpi)])
    return beams, [_cut_to(line, beams, tail) for line in posts]


def _pieced(grey: Grey, lines: Sequence[Segment], dpi: int) -> list[Segment]:
    """The lines across that lie in pieces end to end: the grain of a scan breaks a hairline."""
    pieces = [line for line in lines if line.length >= PIECE_INCHES * dpi]
    drawn = (one for one in _merge_twins(pieces) if is_drawn(grey, one) and stands_free(grey, one))
    return [whole for whole in drawn if not any(_spans(piece, whole) for piece in pieces)]


def _spans(line: Segment, whole: Segment) -> bool:
    """Whether a stroke is nearly all of a line that it is part of."""
    return abs(line.at - whole.at) <= TWIN_REACH and line.length >= WHOLE_SHARE * whole.length


def _is_tie(grey: Grey, line: Segment, others: Sequence[Segment], touch: float) -> bool:
    """Whether a stroke is drawn from one line that runs the other way to the next.

    Letters that fill a narrow column, or stems of two lines one below another, end just before the
    borders: the paper between counts against them.
    """
    ends = [[other.at for other in others if _meets(line, end, other, touch)]
            for end in (line.start, line.end)]  # fmt: skip
    start = min((at + RIDGE_REACH for at in ends[0]), default=line.start)
    end = max((at - RIDGE_REACH for at in ends[1]), default=line.end)
    return is_drawn(grey, Segment(line.at, min(start, line.start), max(end, line.end)))


def _drawn_parts(turned: Grey, line: Segment, beams: Sequence[Segment]) -> list[Segment]:
    """A line down without those of its parts, from one crossing to the next, that are not drawn.

    A letter close between two borders that end above and below a banner bridges them.
    """
    met = [beam.at for beam in beams if beam.start <= line.at <= beam.end]
    inner = sorted(at for at in met if line.start < at < line.end)
    parts = [Segment(line.at, *pair) for pair in pairwise((line.start, *inner, line.end))]
    return [part for part in parts if not _is_gap(turned, part)]


def _is_gap(grey: Grey, part: Segment) -> bool:
    inner = Segment(part.at, part.start + RIDGE_REACH, part.end - RIDGE_REACH)
    return inner.length >= LEAST_GAP and not is_drawn(grey, inner, GAP_SHARE)


def _others(lines: Sequence[Segment], kept: Sequence[Segment]) -> list[Segment]:
    taken = set(kept)
    return [line for line in lines if line not in taken]


def _merge_twins(lines: Sequence[Segment]) -> list[Segment]:
    """Lines side by side that overlap, or end to end, as one: a blurred rule has two sides."""
    merged, count = list(lines), 0
    while count != len(merged):
        count = len(merged)
        merged = _merged_once(merged)
    return merged


def _merged_once(lines: Sequence[Segment]) -> list[Segment]:
    merged: list[Segment] = []
    for line in sorted(lines, key=lambda line: (line.at, line.start)):
        for place in range(len(merged) - 1, -1, -1):
            other = merged[place]
            if line.at - other.at > TWIN_REACH:
                continue
            if line.start <= other.end + GAP * 2 and other.start <= line.end + GAP * 2:
                whole = other.length + line.length
                at = (other.at * other.length + line.at * line.length) / max(whole, 1.0)
                start, end = min(other.start, line.start), max(other.end, line.end)
                merged[place] = Segment(at, start, end)
                break
        else:
            merged.append(line)
    return merged


def _faint_lines(
    grey: Grey, beams: Sequence[Segment], posts: Sequence[Segment], dpi: int
) -> list[Segment]:
    """Lines down that go on, fainter, over the next bands: the borders in a dark header row.

    Their contrast drowns in the grain of the scan; the mean over the height of the band shows it.
    """
    found: list[Segment] = []
    touch = TOUCH_INCHES * dpi
    waiting = list(posts)
    while waiting:
        post = waiting.pop()
        levels = sorted({b.at for b in beams if b.start - touch <= post.at <= b.end + touch})
        above = [y for y in levels if touch < post.start - y < BAND_INCHES * dpi]
        below = [y for y in levels if touch < y - post.end < BAND_INCHES * dpi]
        if above and _is_faint(grey, post.at, above[-1], post.start):
            waiting.append(Segment(post.at, above[-1], post.end))
        elif below and _is_faint(grey, post.at, post.end, below[0]):
            waiting.append(Segment(post.at, post.start, below[0]))
        elif post not in posts:
            found.append(post)
    return found


def _is_faint(grey: Grey, x: float, top: float, bottom: float) -> bool:
    """Whether a ridge or a groove runs at x over the whole height of a band.

    Asked of each quarter of the height: a letter's stroke ends above the band's border. One at an
    end may be hidden by that border.
    """
    left, right = round(x) - FAINT_REACH, round(x) + FAINT_REACH + 1
    band = grey[round(top) + RIDGE_REACH : round(bottom) - RIDGE_REACH, max(left, 0) : right]
    if band.shape[0] < 2 * RIDGE_REACH or band.shape[1] <= 2 * FAINT_REACH:
        return False
    whole = _ridge(band)
    depths = np.array([_ridge(part) for part in np.array_split(band, 4)]) * np.sign(whole)
    even = depths >= FAINT_EVEN * float(depths.max())
    faint = even[1:-1].all() and (even[0] or even[-1]) and depths.max() < FAINT_MOST
    drawn = bool((even.all() or faint) and depths.min() >= FAINT_DEPTH / 2)
    return drawn and abs(whole) >= FAINT_DEPTH


def _ridge(band: Grey) -> float:
    """How far the middle of a strip is lighter (or, negative, darker) than both of its sides."""
    profile = band.mean(axis=0)
    middle = profile[FAINT_REACH - 2 : FAINT_REACH + 3]
    sides = (profile[1:6].mean(), profile[-6:-1].mean())
    lighter = float(middle.max() - max(sides))
    darker = float(min(sides) - middle.min())
    return lighter if lighter >= darker else -darker


def _joins(
    line: Segment, others: Sequence[Segment], beside: Sequence[Segment], touch: float
) -> bool:
    """Whether both ends of a line lie on lines that run the other way.

    One end may lie in the air where that of a line beside it does too: a table without a border.
    """
    met = [[other for other in others if _meets(line, end, other, touch)]
           for end in (line.start, line.end)]  # fmt: skip
    if all(met) or not any(met):
        return all(met)
    free = [(one.start, one.end)[bool(met[0])] for one in beside]
    end = (line.start, line.end)[bool(met[0])]
    return any(
        abs(own - end) <= touch
        and not any(_meets(one, own, other, touch) for other in others)
        and any(_crosses(one, other, touch) for other in (*met[0], *met[1]))
        for one, own in zip(beside, free, strict=True)
    )


def _meets(line: Segment, end: float, other: Segment, touch: float) -> bool:
    return abs(other.at - end) <= touch and _crosses(line, other, touch)


def _crosses(line: Segment, other: Segment, touch: float) -> bool:
    """Whether a line lies within the reach of one that runs the other way."""
    return other.start - touch <= line.at <= other.end + touch


def _cut_to(line: Segment, beams: Sequence[Segment], most: float) -> Segment:
    """A line down that ends where the lines across do: a letter's stroke above it is no part of it.

    No row is as low as ``most`` pixels.
    """
    met = [beam.at for beam in beams if beam.start < line.at < beam.end]
    start = max((at for at in met if 0 < at - line.start < most), default=line.start)
    end = min((at for at in met if 0 < line.end - at < most), default=line.end)
    return Segment(line.at, start, end) if start < end else line
