"""Cells of a scan that are printed in a strong colour: red, amber or green may be all they say.

Knows the colours of pixels and the cells of ruled tables; knows no letters and no meaning of any
colour. Pale shades of rows and heads are found in grey, as bands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill, Frame, Rule
from extractors.readers.scan.pixels.image import POINTS

Colours = NDArray[np.uint8]
"""Height by width by three: red, green and blue, 0 to 255."""

Tone = NDArray[np.float64]
"""Red, green and blue of one colour, 0 to 255."""

DPI = 100  # pixels an inch; a letter's stroke of 9 points is 1 to 2 wide, a row 20 high
EVERY = 4  # pixels of which one is asked whether a page has colours; a cell has a hundred
LEAST_SATURATION = 0.35  # of HSV; shades of rows have 0.05 to 0.33, plain red, amber, green 0.5 on
LEAST_VALUE = 90  # of 255, the strongest channel of a cell; darker ones are bands of heads
INSET_PT = 2.0  # of a cell's edge: its rule, the blur of the scan, a bent line
UNLIKE = 48.0  # of 255 in any channel: noise of paper and JPEG stays within 30
MOST = 0.6  # of a cell's pixels that are in its colour; short words in large letters take a third


@dataclass(frozen=True, slots=True)
class Tints:
    """The colours of a straightened page; None where all of it is grey, as most scans are."""

    straight: Colours | None
    dpi: int  # its pixels an inch

    def cuts(self, grids: Sequence[Grid]) -> list[Rule]:
        """Where a cell over several rows changes its colour: it is two, whose border is not seen.

        A grey rule between a red and a green cell is no darker than they are.
        """
        return [
            Rule(y, cell.frame.x0, cell.frame.x1)
            for grid in grids
            for cell in grid.cells
            for y in self._changes(cell.frame, grid.ys[cell.row : cell.row + cell.row_span + 1])
        ]

    def fills(self, grids: Sequence[Grid]) -> list[Fill]:
        """The cells in a strong colour: ``Fill(410.2, 96.0, 447.8, 121.5, "#dc3c34")``, in points.

        Args:
            grids: The ruled tables, in points of the straightened page.
        """
        frames = [cell.frame for grid in grids if len(grid.xs) > 2 for cell in grid.cells]
        shown = [(frame, self._tone(frame)) for frame in frames]
        return [Fill(*frame, _hexadecimal(tone)) for frame, tone in shown if _is_strong(tone)]

    def _changes(self, frame: Frame, ys: Sequence[float]) -> list[float]:
        """The row borders inside a cell above and below which its colours differ, one strong."""
        parts = [self._tone(frame._replace(top=y, bottom=z)) for y, z in pairwise(ys)]
        return [
            y
            for y, above, below in zip(ys[1:], parts, parts[1:], strict=False)
            if above is not None and below is not None
            if (_is_strong(above) or _is_strong(below)) and np.abs(above - below).max() > UNLIKE
        ]

    def _tone(self, frame: Frame) -> Tone | None:
        """What most of a rectangle is printed in; None where nothing is most of it."""
        if self.straight is None:
            return None
        x0, top, x1, bottom = (side * self.dpi / POINTS for side in frame)
        inset = INSET_PT * self.dpi / POINTS
        rows = slice(max(round(top + inset), 0), max(round(bottom - inset), 0))
        part = self.straight[rows, max(round(x0 + inset), 0) : max(round(x1 - inset), 0)]
        pixels = part.reshape(-1, 3).astype(np.float64)
        if not pixels.size:
            return None
        tone = np.median(pixels, axis=0)
        alike = (np.abs(pixels - tone).max(axis=1) <= UNLIKE).mean()
        return np.asarray(tone) if alike >= MOST else None


def straightened(colours: Colours, angle: float, dpi: int) -> Tints:
    """The colours of a page that is turned by so many degrees to stand straight.

    Args:
        colours: At ``DPI``; at less where the page is larger than a picture may be.
        angle: Anticlockwise.
        dpi: Pixels an inch of the page's own picture.
    """
    small = min(dpi, DPI)
    if not (_saturation(colours[::EVERY, ::EVERY]) >= LEAST_SATURATION).any():
        return Tints(None, small)
    paper = (255, 255, 255)
    return Tints(np.asarray(Image.fromarray(colours).rotate(angle, fillcolor=paper)), small)


def _saturation(colours: Colours | Tone) -> Tone:
    strongest = colours.max(axis=-1).astype(np.float64)
    return np.asarray((strongest - colours.min(axis=-1)) / np.maximum(strongest, LEAST_VALUE))


def _is_strong(tone: Tone | None) -> TypeGuard[Tone]:
    if tone is None or tone.max() < LEAST_VALUE:
        return False
    return bool(_saturation(tone) >= LEAST_SATURATION)


def _hexadecimal(tone: Tone) -> str:
    return "#" + "".join(f"{round(level):02x}" for level in tone)
