"""The picture of a scanned page: straightened, and the ruled lines in it.

Knows grey pixels; knows no letters and no tables. All lengths are pixels of the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

MAX_SKEW = 3.5  # degrees to either side that are looked for; scanners' feeders stay below 3
COARSE_STEP = 0.25  # degrees of the first search
FINE_STEP = 0.02  # degrees of the second: half a pixel on a line of 1,500
DARK_UNDER_PAPER = 60  # grey levels below the paper's own: print; noise and shade stay above
SHRINK = 2  # the angle is searched in a picture of half the size

RIDGE_REACH = 4  # pixels to either side of a line where paper must show; lines are 1 to 5 wide
RIDGE_DEPTH = 22  # grey levels between a line and what is beside it; the faintest seen has 40
EDGE_REACH = 6  # pixels over which the border of a dark band is looked for
EDGE_DEPTH = 45  # grey levels between a band and the paper; lighter bands draw no table
SMOOTH = 7  # pixels along a line that are averaged, against the grain of the scan
GAP = 4  # pixels that a line may be broken by: specks, the blur of a crossing
FULL_SHARE = 0.9  # of its pixels that a line must show
LONG_INCHES = 0.9  # down the page; letters of 40 points are half as high
ALONE_INCHES = 4.0  # across the page; rows of small letters look like lines up to 1.9 inches long
SHORT_INCHES = 0.16  # the shortest line between two others: the side of a row of 12 points
TOUCH_INCHES = 0.05  # how near the ends of a short line must come to another
TWIN_REACH = 6.0  # pixels between the two sides of one rule
BAND_INCHES = 0.6  # height of a header row over which a line may go on faintly
FAINT_REACH = 8  # pixels to either side of a faint line that are compared with it
FAINT_DEPTH = 6.0  # grey levels of the mean over a band; a header's borders had 10 to 25
DRIFT = 3  # pixels by which a line may wander over the page after straightening


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line: ``at`` is its y (or x), ``start`` to ``end`` its reach."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """Its reach in pixels."""
        return self.end - self.start


def find_skew(grey: Grey) -> float:
    """The angle in degrees by which the page must be turned anticlockwise to stand straight."""
    small = grey[::SHRINK, ::SHRINK]
    paper = float(np.median(small))
    rows, columns = np.nonzero(small < paper - DARK_UNDER_PAPER)
    if rows.size == 0:
        return 0.0
    coarse = np.arange(-MAX_SKEW, MAX_SKEW + COARSE_STEP / 2, COARSE_STEP)
    best = _sharpest(rows, columns, coarse)
    fine = np.arange(best - COARSE_STEP, best + COARSE_STEP + FINE_STEP / 2, FINE_STEP)
    return _sharpest(rows, columns, fine)


def _sharpest(
    rows: NDArray[np.intp], columns: NDArray[np.intp], angles: NDArray[np.float64]
) -> float:
    """The angle at which dark pixels fall on the fewest lines across the page."""
    scores = []
    for angle in angles:
        lines = np.rint(rows + columns * np.tan(np.radians(-angle))).astype(np.int64)
        counts = np.bincount(lines - lines.min()).astype(np.float64)
        scores.append(float(np.square(np.diff(counts)).sum()))
    return float(angles[int(np.argmax(scores))])


def turn(grey: Grey, angle: float) -> Grey:
    """Turn a picture anticlockwise by degrees; the corners are filled with paper."""
    if abs(angle) < FINE_STEP / 2:
        return grey
    paper = int(np.median(grey))
    turned = Image.fromarray(grey).rotate(angle, Image.Resampling.BICUBIC, fillcolor=paper)
    return np.asarray(turned)


def find_lines(grey: Grey, dpi: int) -> tuple[list[Segment], list[Segment]]:
    """The ruled lines and the borders of dark bands, across and down.

    Lines are lighter or darker than what is on both of their sides. Long ones down the page stand
    by themselves; the others count where they join two that run the other way, for a row of
    letters is a line too.
    """
    across = _segments(_line_mask(grey), dpi)
    down = _segments(_line_mask(np.ascontiguousarray(grey.T)), dpi)
    touch = TOUCH_INCHES * dpi
    posts = [line for line in down if line.length >= LONG_INCHES * dpi]
    beams = [
        line for line in across if line.length >= ALONE_INCHES * dpi or _joins(line, posts, touch)
    ]
    posts += [line for line in down if line not in posts and _joins(line, beams, touch)]
    beams += [line for line in across if line not in beams and _joins(line, posts, touch)]
    beams = _merge_twins(beams)
    return beams, _merge_twins([*posts, *_faint_lines(grey, beams, posts, dpi)])


def _merge_twins(lines: Sequence[Segment]) -> list[Segment]:
    """Lines side by side that overlap, or end to end, as one: a blurred rule has two sides."""
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

    Asked of each quarter of the height: a letter's stroke ends above the band's border.
    """
    left, right = round(x) - FAINT_REACH, round(x) + FAINT_REACH + 1
    band = grey[round(top) + RIDGE_REACH : round(bottom) - RIDGE_REACH, max(left, 0) : right]
    if band.shape[0] < 2 * RIDGE_REACH or band.shape[1] <= 2 * FAINT_REACH:
        return False
    whole = _ridge(band)
    quarters = [_ridge(part) for part in np.array_split(band, 4)]
    same = [part for part in quarters if part * whole > 0 and abs(part) >= FAINT_DEPTH / 2]
    return abs(whole) >= FAINT_DEPTH and len(same) == len(quarters)


def _ridge(band: Grey) -> float:
    """How far the middle of a strip is lighter (or, negative, darker) than both of its sides."""
    profile = band.mean(axis=0)
    middle = profile[FAINT_REACH - 2 : FAINT_REACH + 3]
    sides = (profile[1:6].mean(), profile[-6:-1].mean())
    lighter = float(middle.max() - max(sides))
    darker = float(min(sides) - middle.min())
    return lighter if lighter >= darker else -darker


def _joins(line: Segment, others: list[Segment], touch: float) -> bool:
    """Whether both ends of a line lie on lines that run the other way."""
    return all(
        any(
            abs(other.at - end) <= touch and other.start - touch <= line.at <= other.end + touch
            for other in others
        )
        for end in (line.start, line.end)
    )


def _line_mask(grey: Grey) -> Mask:
    """Pixels of lines across: ridges, grooves and the borders of bands."""
    smooth = _smooth(grey)
    mask = np.zeros(grey.shape, dtype=np.bool_)
    reach = RIDGE_REACH
    middle, above, below = smooth[reach:-reach], smooth[: -2 * reach], smooth[2 * reach :]
    dark = np.minimum(above, below) - middle
    light = middle - np.maximum(above, below)
    mask[reach:-reach] = np.maximum(dark, light) >= RIDGE_DEPTH
    far = EDGE_REACH // 2
    step = np.abs(smooth[2 * far :] - smooth[: -2 * far])
    mask[far:-far] |= step >= EDGE_DEPTH
    return mask


def _smooth(grey: Grey) -> NDArray[np.int16]:
    """Mean of each pixel and its neighbours on the same row."""
    half = SMOOTH // 2
    padded = np.pad(grey.astype(np.uint16), ((0, 0), (half, half)), mode="edge")
    return (run_sums(padded, SMOOTH) // SMOOTH).astype(np.int16)


def run_sums(values: NDArray[np.uint16], length: int) -> NDArray[np.uint16]:
    """Sums of each ``length`` values beside one another on a row, ``length`` - 1 fewer than those.

    Sums of 2, 4, 8 values are put together: a tenth of the time of running totals of a page.
    The greatest sum must stay below 65,536: 255 pixels of grey are.
    """
    total: NDArray[np.uint16] | None = None
    power, sums, rest = 1, values, length
    count = values.shape[1] - length + 1
    start = 0
    while rest:
        if rest & 1:
            part = sums[:, start : start + count]
            total = part if total is None else total + part
            start += power
        rest >>= 1
        if rest:
            sums = sums[:, :-power] + sums[:, power:]
            power *= 2
    return values[:, :0] if total is None else total


def _segments(mask: Mask, dpi: int) -> list[Segment]:
    """Runs of the mask, row by row, put together with those of the rows next to them."""
    groups: list[list[tuple[int, int, int]]] = []
    open_groups: list[list[tuple[int, int, int]]] = []
    least = SHORT_INCHES * dpi
    for row in np.flatnonzero(mask.sum(axis=1) >= FULL_SHARE * least).tolist():
        runs = _runs(mask[row], least)
        still = [group for group in open_groups if row - group[-1][0] <= DRIFT]
        for start, end in runs:
            host = next((g for g in still if g[-1][1] <= end and start <= g[-1][2]), None)
            if host is None:
                host = []
                groups.append(host)
                still.append(host)
            host.append((row, start, end))
        open_groups = still
    return [_segment(group) for group in groups]


def _runs(row: Mask, least: float) -> list[tuple[int, int]]:
    """Stretches of a row that are set, gaps bridged, from ``least`` pixels on."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    if steps.size == 0:
        return []
    starts, ends = steps[::2], steps[1::2]
    wide = np.flatnonzero(starts[1:] - ends[:-1] > GAP)
    first = np.concatenate((starts[:1], starts[wide + 1]))
    last = np.concatenate((ends[wide], ends[-1:]))
    long = last - first >= least
    return [
        (a, b)
        for a, b in zip(first[long].tolist(), last[long].tolist(), strict=True)
        if np.count_nonzero(row[a:b]) >= FULL_SHARE * (b - a)
    ]


def _segment(group: list[tuple[int, int, int]]) -> Segment:
    """One line of the runs that make it up: its middle, weighed by their lengths."""
    lengths = [end - start for _, start, end in group]
    at = sum(row * length for (row, _, _), length in zip(group, lengths, strict=True))
    return Segment(
        at / sum(lengths) + 0.5,
        float(min(start for _, start, _ in group)),
        float(max(end for _, _, end in group)),
    )
