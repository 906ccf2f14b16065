"""The one colour of a small picture: a rating drawn as an icon.

Knows pdfium's pictures; knows nothing of where they stand.
"""

import ctypes
from collections import Counter
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.record import Frame, is_colourful

MAX_ICON_PT = 40.0  # points; ratings are drawn 8 to 20 wide, photographs and logos 50 and more
MAX_PIXELS = 1_000_000  # of an icon; larger ones are photographs made small
SAMPLES = 12  # pixels looked at along each side
MAIN_SHARE = 0.6  # of the coloured pixels that have one colour; photographs and logos have many
STEP = 32  # of 255 in each channel: colours that differ by less are one, as the edge of a disc is
DEPTHS = {
    raw.FPDFBitmap_BGR: 3,
    raw.FPDFBitmap_BGRx: 4,
    raw.FPDFBitmap_BGRA: 4,
}


def icon_colour(picture: Any, frame: Frame) -> str | None:
    """The colour of a small picture; None for a large, a grey or a many-coloured one.

    Args:
        picture: The page object, as pdfium holds it.
        frame: Where it is shown, in points.
    """
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if max(frame.x1 - frame.x0, frame.bottom - frame.top) > MAX_ICON_PT:
        return None
    known = raw.FPDFImageObj_GetImagePixelSize(picture, ctypes.byref(width), ctypes.byref(height))
    if not known or not 0 < width.value * height.value <= MAX_PIXELS:
        return None
    bitmap = raw.FPDFImageObj_GetBitmap(picture)
    if not bitmap:
        return None
    try:
        return _main_colour(_samples(bitmap))
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _samples(bitmap: Any) -> list[str]:
    """The colours of pixels in even steps; none of a picture without colours."""
    depth = DEPTHS.get(raw.FPDFBitmap_GetFormat(bitmap))
    width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
    if depth is None:
        return []
    stride = raw.FPDFBitmap_GetStride(bitmap)
    data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    found = []
    for row in range(0, height, max(1, height // SAMPLES)):
        for column in range(0, width, max(1, width // SAMPLES)):
            blue, green, red = data[
                row * stride + column * depth : row * stride + column * depth + 3
            ]
            found.append(f"#{red:02x}{green:02x}{blue:02x}")
    return found


def _main_colour(colours: list[str]) -> str | None:
    """The colour of most that are no grey; shades of one colour are counted together."""
    vivid = [colour for colour in colours if is_colourful(colour)]
    shades = Counter(tuple(int(c[i : i + 2], 16) // STEP for i in (1, 3, 5)) for c in vivid)
    if not shades:
        return None
    shade, count = shades.most_common(1)[0]
    if count < MAIN_SHARE * len(vivid):
        return None
    same = [c for c in vivid if tuple(int(c[i : i + 2], 16) // STEP for i in (1, 3, 5)) == shade]
    return Counter(same).most_common(1)[0][0]
