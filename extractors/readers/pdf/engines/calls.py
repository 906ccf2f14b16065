"""Calls into pdfium that cost little, and what they give: places, colours.

Knows pdfium's C interface; knows nothing of pages' contents.
"""

import ctypes
import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from extractors.readers.pdf.record import Frame

OPAQUE = 255  # of 255: what paints over all that is under it


class Handle(ctypes.c_void_p):
    """A pointer to one of pdfium's objects; false where it gave none."""


def cheap(function: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """The same C function, called without the conversion of its arguments.

    It must be given what it takes: ``Handle`` for pointers to pdfium's objects, ``byref`` for other
    pointers, plain numbers for ``int``. A call takes half the time of one that checks. It also
    keeps Python's lock, which CFUNCTYPE gives back for 0.03 of each call's 0.2 µs. ``result`` is
    None where nobody asks whether it went well.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)


def handed(thing: Any) -> Any:
    """One of pdfium's objects as ``cheap`` functions take it fastest: for thousands of calls."""
    address = ctypes.cast(thing, ctypes.c_void_p).value or 0
    return ctypes.byref(ctypes.c_char.from_address(address))


class Affine(NamedTuple):
    """``x' = a x + b y + c`` and ``y' = d x + e y + f``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lands."""
        a, b, c, d, e, f = self
        return a * x + b * y + c, d * x + e * y + f

    def frame(self, left: float, bottom: float, right: float, top: float) -> Frame:
        """The box around where a rectangle lands."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        if self.b == 0 or self.a == 0:  # no turn, or a quarter turn: two corners are enough
            if x0 > x1:
                x0, x1 = x1, x0
            return Frame(x0, y1, x1, y0) if y1 < y0 else Frame(x0, y0, x1, y1)
        x2, y2 = self.point(left, top)
        x3, y3 = self.point(right, bottom)
        return Frame(
            min(x0, x1, x2, x3), min(y0, y1, y2, y3), max(x0, x1, x2, x3), max(y0, y1, y2, y3)
        )

    def after(self, matrix: Any) -> "Affine":
        """The way after a form's own matrix (an ``FS_MATRIX``)."""
        m = matrix
        return Affine(
            self.a * m.a + self.b * m.b,
            self.a * m.c + self.b * m.d,
            self.a * m.e + self.b * m.f + self.c,
            self.d * m.a + self.e * m.b,
            self.d * m.c + self.e * m.d,
            self.d * m.e + self.e * m.f + self.f,
        )


_channels = (ctypes.c_uint * 4)()
_CHANNELS = tuple(ctypes.byref(_channels, 4 * number) for number in range(4))
_channel_bytes = memoryview(_channels).cast("B")


def colour_of(ask: Callable[..., Any], handle: Handle) -> tuple[str, int]:
    """``("#rrggbb", 255)``: how an object looks on white paper, and how opaque it is painted.

    Grey for a pattern: something is painted, of no one colour.
    """
    if not ask(handle, *_CHANNELS):
        return "#808080", 255
    return _named(_channel_bytes.tobytes())


@lru_cache(maxsize=1024)
def _named(channels: bytes) -> tuple[str, int]:
    *inks, alpha = struct.unpack("4I", channels)
    red, green, blue = (OPAQUE - (OPAQUE - ink) * alpha // OPAQUE for ink in inks)
    return f"#{red:02x}{green:02x}{blue:02x}", alpha
