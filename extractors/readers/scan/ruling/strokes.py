"""Straight strokes in the picture of a scanned page: rules, bands' borders, rows of letters.

Knows grey pixels; knows no letters and no tables. All lengths are pixels of the picture.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.readers.scan.pixels.image import Grey, Mask, run_sums

Places = NDArray[np.intp]

RIDGE_REACH = 4  # pixels to either side of a line where paper must show; lines are 1 to 5 wide
RIDGE_DEPTH = 22  # grey levels between a line and what is beside it; the faintest seen has 40
EDGE_REACH = 6  # pixels over which the border of a dark band is looked for
EDGE_DEPTH = 45  # grey levels between a band and the paper; lighter bands draw no table
SMOOTH = 7  # pixels along a line that are averaged, against the grain of the scan
GAP = 4  # pixels that a line may be broken by: specks, the blur of a crossing
FULL_SHARE = 0.9  # of its pixels that a line must show
SHORT_INCHES = 0.16  # the shortest line between two others: the side of a row of 12 points
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


def strokes_across(grey: Grey, dpi: int) -> tuple[list[Segment], Mask]:
    """The straight strokes across a picture, and the pixels that they are made of."""
    mask = line_mask(grey)
    return _segments(mask, dpi), mask


def line_mask(grey: Grey) -> Mask:
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
    starts, ends = stretches(row)
    if not starts.size:
        return []
    wide = np.flatnonzero(starts[1:] - ends[:-1] > GAP)
    first = np.concatenate((starts[:1], starts[wide + 1]))
    last = np.concatenate((ends[wide], ends[-1:]))
    long = last - first >= least
    return [
        (a, b)
        for a, b in zip(first[long].tolist(), last[long].tolist(), strict=True)
        if np.count_nonzero(row[a:b]) >= FULL_SHARE * (b - a)
    ]


def stretches(row: Mask) -> tuple[Places, Places]:
    """Where the stretches of a row that are set start and end."""
    steps = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    return steps[::2], steps[1::2]


def _segment(group: list[tuple[int, int, int]]) -> Segment:
    """One line of the runs that make it up: its middle, weighed by their lengths."""
    lengths = [end - start for _, start, end in group]
    at = sum(row * length for (row, _, _), length in zip(group, lengths, strict=True))
    return Segment(
        at / sum(lengths) + 0.5,
        float(min(start for _, start, _ in group)),
        float(max(end for _, _, end in group)),
    )
