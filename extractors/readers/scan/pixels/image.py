"""The picture of a scanned page, straightened.

Knows grey pixels; knows no letters, no lines and no tables. All lengths are pixels of the picture.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

POINTS = 72  # an inch

MAX_SKEW = 3.5  # degrees to either side that are looked for; scanners' feeders stay below 3
COARSE_STEP = 0.25  # degrees of the first search
FINE_STEP = 0.02  # degrees of the second: half a pixel on a line of 1,500
DARK_UNDER_PAPER = 60  # grey levels below the paper's own: print; noise and shade stay above
SHRINK = 2  # the angle is searched in a picture of half the size


def paper_of(grey: Grey) -> float:
    """The tone of most of a page, its median; counted, for sorting its pixels takes ten times that.

    Where the two tones in the middle differ, what lies between them.
    """
    counts = np.cumsum(Image.fromarray(grey).histogram())
    lower, upper = np.searchsorted(counts, ((grey.size - 1) // 2, grey.size // 2), side="right")
    return (int(lower) + int(upper)) / 2


def find_skew(grey: Grey) -> float:
    """The angle in degrees by which the page must be turned anticlockwise to stand straight."""
    small = grey[::SHRINK, ::SHRINK]
    paper = paper_of(small)
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
    paper = int(paper_of(grey))
    turned = Image.fromarray(grey).rotate(angle, Image.Resampling.BICUBIC, fillcolor=paper)
    return np.asarray(turned)


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
