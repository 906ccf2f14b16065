"""Shaded areas of a scanned page: dark heads, rows in turn white and grey.

Knows grey pixels; knows no letters and no tables. The tone of a small square of paper is that of
most of its pixels, so print on it and the grain of the scan do not count.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.pixels.image import DARK_UNDER_PAPER, Grey, Mask, paper_of
from extractors.readers.scan.pixels.shapes import find_shapes
from extractors.readers.scan.ruling.strokes import Segment

SQUARE = 8  # pixels of the side of a square; letters of 9 points are 25 high, their strokes 3 wide
PALE = 7  # grey levels below the paper's of the palest shade; the grain leaves squares within 3
LEAST_INCHES = (1.0, 0.12)  # width and height of a band: a short heading, a line of 8 points
BLUR = 2  # pixels over which the edge of a band fades
WHOLE = 0.85  # of a band's box that is shaded; photographs and shadows of the fold have less
GREATEST = 0.5  # of the page's height: a larger area is its paper or a picture


def find_bands(grey: Grey, dpi: int) -> list[Fill]:
    """The shaded areas, in pixels: ``Fill(120, 400, 2200, 448, "#464646")``, a dark head.

    Args:
        grey: The straightened page.
        dpi: Its pixels an inch.
    """
    rows, columns = (side // SQUARE for side in grey.shape)
    squares = grey[: rows * SQUARE, : columns * SQUARE].reshape(rows, SQUARE, columns, SQUARE)
    tones = np.median(squares.transpose(0, 2, 1, 3).reshape(rows, columns, -1), axis=2)
    paper = float(np.median(tones))
    dark = tones < paper - DARK_UNDER_PAPER
    pale = _opened(tones < paper - PALE) & ~dark
    return [*_bands(dark, tones, dpi), *_bands(pale, tones, dpi)]


def snap(bands: Sequence[Fill], across: Sequence[Segment], down: Sequence[Segment]) -> list[Fill]:
    """The bands with their sides on the ruled lines beside them, where such stand within a square.

    A band that reaches a hair beyond its table would be taken for a cell of its own.
    """
    ys, xs = [line.at for line in across], [line.at for line in down]
    return [
        Fill(
            _nearest(band.x0, xs),
            _nearest(band.top, ys),
            _nearest(band.x1, xs),
            _nearest(band.bottom, ys),
            band.colour,
        )
        for band in bands
    ]


def _nearest(side: float, places: Sequence[float]) -> float:
    best = min(places, key=lambda place: abs(place - side), default=side)
    return best if abs(best - side) <= SQUARE + BLUR else side


def lighten(grey: Grey, bands: Sequence[Fill]) -> Grey:
    """The picture with its dark bands made paper, and the light letters on them dark.

    Args:
        grey: The straightened page.
        bands: In pixels, each up to a square smaller than it is; their colour may be roughly so.
    """
    even = grey.copy()
    paper = int(paper_of(grey))
    for band in bands:
        tone = int(band.colour[1:3], 16)
        if tone >= paper - DARK_UNDER_PAPER:
            continue
        x0, top, x1, bottom = (round(side) for side in band[:4])
        around = even[max(top - SQUARE, 0) : bottom + SQUARE, max(x0 - SQUARE, 0) : x1 + SQUARE]
        rows, columns = (_dark(around, axis, (tone + paper) / 2) for axis in (1, 0))
        inner = around[rows, columns].astype(np.int16)
        if not inner.size:
            continue
        letters = paper - np.abs(inner - round(float(np.median(inner))))
        around[_wider(rows), _wider(columns)] = paper
        around[rows, columns] = np.clip(letters, 0, paper)
    return even


def _dark(part: Grey, axis: int, tone: float) -> slice:
    """The rows, or columns, of which most is darker than a tone, without the blur at the ends."""
    found = np.flatnonzero(np.median(part, axis=axis) < tone)
    return slice(int(found[0]) + BLUR, int(found[-1]) + 1 - BLUR) if found.size else slice(0)


def _wider(side: slice) -> slice:
    return slice(max(side.start - 2 * BLUR, 0), side.stop + 2 * BLUR) if side.stop else side


def _opened(mask: Mask) -> Mask:
    """The mask without what is thinner than three squares: lines, and letters that touch a band."""
    for spread in (np.logical_and, np.logical_or):
        for axis in (0, 1):
            mask = spread(mask, spread(np.roll(mask, 1, axis), np.roll(mask, -1, axis)))
    return mask


def _bands(mask: Mask, tones: NDArray[np.float64], dpi: int) -> list[Fill]:
    wide, high = (inches * dpi / SQUARE for inches in LEAST_INCHES)
    bands = []
    for x0, top, x1, bottom, area in find_shapes(mask).tolist():
        large = x1 - x0 >= wide and high <= bottom - top <= GREATEST * mask.shape[0]
        inner = min(x0, top) > 0 and x1 < mask.shape[1] and bottom < mask.shape[0]
        if large and inner and area >= WHOLE * (x1 - x0) * (bottom - top):
            tone = round(float(np.median(tones[top:bottom, x0:x1])))
            corners = (x0 * SQUARE, top * SQUARE, x1 * SQUARE, bottom * SQUARE)
            bands.append(Fill(*corners, f"#{tone:02x}{tone:02x}{tone:02x}"))
    return bands
