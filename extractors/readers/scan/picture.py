"""A page as a picture in grey, with what is known of it: its number, size and hidden text.

Knows PDFs and pixels; knows no letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import PdfiumError

from extractors.readers.pdf.record import Word
from extractors.readers.scan.contrast import darkened
from extractors.readers.scan.pixels.image import POINTS, Grey
from extractors.readers.scan.pixels.shadow import without_shadow
from extractors.readers.scan.pixels.streaks import without_streaks
from extractors.readers.scan.pixels.tints import DPI as TINT_DPI
from extractors.readers.scan.pixels.tints import Colours

DPI = 200  # pixels an inch; the letters of 9 points are 25 high then, Tesseract wants 20 and more
MAX_PIXELS = 40_000_000  # a page of A2 at 200 dpi has 15 million; a larger one is rendered smaller
LEAST_SIDE = 16  # pixels: letters of 6 points are 17 high; a page less high or wide holds none


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: its pixels and their number an inch, its size in points.

    ``colours`` is the same page, smaller and in its colours. ``layer`` are the words that stand
    hidden under the picture, in points of the page; none where the picture was turned.
    """

    grey: Grey
    colours: Colours
    dpi: int
    number: int
    width: float
    height: float
    layer: tuple[Word, ...] = ()


def render(data: bytes, number: int, layer: Sequence[Word] = ()) -> Picture | None:
    """The page in grey; None where it is broken, or too large or too small for a picture."""
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            dpi = DPI
            while dpi > 1 and width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
                dpi //= 2
            if width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
                return None
            grey = page.render(scale=dpi / POINTS, grayscale=True).to_numpy()
            if min(grey.shape[:2]) < LEAST_SIDE:
                return None
            clean = without_streaks(grey.reshape(grey.shape[:2]))
            lit = darkened(without_shadow(clean)).copy()
            scale = min(dpi, TINT_DPI) / POINTS
            colours = page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3].copy()
            return Picture(lit, colours, dpi, number, width, height, tuple(layer))
        finally:
            document.close()
    except (PdfiumError, IndexError):
        return None
