"""How the pieces of text of a page look, as pdfium has them: size, weight, colour, turn.

Knows pdfium's text objects and fonts; knows nothing of words.
"""

import ctypes
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Affine, Handle, cheap, colour_of
from extractors.readers.pdf.engines.file.drawn_fonts import EM, DrawnFont, Reach, reach_of
from extractors.readers.pdf.engines.file.layers import is_on_layer
from extractors.readers.pdf.record import Style

BOLD_RE = re.compile(r"bold|black|heavy|semibold|demi(?!t)|[-,]bd\b", re.IGNORECASE)
LIGHT_RE = re.compile(  # "NotoSans-Italic" has no weight in its style, and a wide stem
    r"regular|roman|book|light|medium|thin|[-,](?:italic|oblique)", re.IGNORECASE
)
ITALIC_RE = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
DRAWN_BOLD = 600  # of 100 to 900, as a file states it: demi-bold and more
BOLD_WEIGHT = 650  # of 100 to 900; used where the font's name says nothing
ASCENT_EM, DESCENT_EM = 0.76, 0.22  # of the size: the reach of Arial's "h" and "g", and of most
FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123: font flags
INVISIBLE, CLIP_ONLY = 3, 7  # PDF 32000-1, table 106: text rendering modes
STROKED_TOO = 2  # same table: letters filled and drawn around, which looks bold
SLANT_DEGREES = 8.0  # scanned pages are skewed by 3 at most, watermarks stand at 30 to 60
NO_DRAWN: Mapping[Reach, DrawnFont] = {}  # pdfium names all fonts of most files
TINY_PT = 2.0  # points as displayed; the smallest print that is read has 4, in plans shrunk to A4

_font_size = cheap(raw.FPDFTextObj_GetFontSize)
_font = cheap(raw.FPDFTextObj_GetFont, ctypes.c_void_p)
_mode = cheap(raw.FPDFTextObj_GetTextRenderMode)
_fill_colour = cheap(raw.FPDFPageObj_GetFillColor)
_font_name = cheap(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t)
_font_weight = cheap(raw.FPDFFont_GetWeight)
_font_flags = cheap(raw.FPDFFont_GetFlags)
_unnamed = cheap(raw.FPDFText_HasUnicodeMapError)
_matrix_at = cheap(raw.FPDFText_GetMatrix)
_origin_at = cheap(raw.FPDFText_GetCharOrigin)


class _Answers(ctypes.Structure):
    """What pdfium says of a piece of text, in one block of memory that can be compared at once."""

    _fields_ = [
        ("size", ctypes.c_float),
        ("channels", ctypes.c_uint * 4),
        ("matrix", raw.FS_MATRIX),
    ]


_answers = _Answers()
_matrix = _answers.matrix
_SIZE = ctypes.byref(_answers)
_CHANNELS = [ctypes.byref(_answers, _Answers.channels.offset + 4 * number) for number in range(4)]
_MATRIX = ctypes.byref(_answers, _Answers.matrix.offset)
# All of it but where the text stands: the same bytes for pieces that look alike.
_alike = memoryview(_answers).cast("B")[: _Answers.matrix.offset + raw.FS_MATRIX.e.offset]
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_name = ctypes.create_string_buffer(200)  # bytes of a font's name; longer ones are cut


@dataclass(slots=True)
class Look:
    """The look of one piece of text; of upright text also the height at which all of it stands.

    ``named`` is False where its font names no characters.
    """

    style: Style
    turn: int
    seen: bool
    plain: bool = False
    top: float = 0.0
    bottom: float = 0.0
    base: float = 0.0
    named: bool = True


UNKNOWN = Look(Style(0.0, False, False, "#000000"), 0, True)


class Looks:
    """The looks and fonts of one text page, each asked once.

    ``hidden`` names layers not shown, and ``drawn`` are the fonts that pdfium cannot name.
    """

    def __init__(
        self,
        handle: Any,
        affine: Affine,
        hidden: frozenset[str],
        drawn: Mapping[Reach, DrawnFont] = NO_DRAWN,
    ) -> None:
        self._handle = handle
        self._affine = affine
        self._hidden = hidden
        self._drawn = drawn
        self._looks: dict[int, Look] = {}
        self._kinds: dict[tuple[object, ...], Look] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._named: set[int] = set()

    def at(self, piece: int, index: int) -> Look:
        """The look of a piece of text; ``index`` is the number of one of its characters."""
        known = self._looks.get(piece)
        if known is None:
            known = self._looks[piece] = self._ask(piece, index)
        return known

    @property
    def turned(self) -> bool:
        """Whether any piece of text asked for is turned."""
        return any([look.turn for look in self._looks.values()])

    def _ask(self, piece: int, index: int) -> Look:
        if not piece or not _matrix_at(self._handle, index, _MATRIX):
            return UNKNOWN
        handle = Handle(piece)
        _font_size(handle, _SIZE)
        painted = _fill_colour(handle, *_CHANNELS)
        font = _font(handle)
        mode = _mode(handle)
        answers = (_alike.tobytes(), painted, font, mode)
        kind = self._kinds.get(answers)
        if kind is None:
            kind = self._kinds[answers] = self._kind(handle, font, mode)
        _origin_at(self._handle, index, _X, _Y)
        base = self._affine.point(_x.value, _y.value)[1]
        size = kind.style.size
        top, bottom = base - ASCENT_EM * size, base + DESCENT_EM * size
        seen = kind.seen and not (self._hidden and is_on_layer(handle, self._hidden))
        named = font in self._named or self._names(font, index)
        return Look(kind.style, kind.turn, seen, kind.plain, top, bottom, base, named)

    def _kind(self, handle: Handle, font: int | None, mode: int) -> Look:
        """The look of the piece of text whose answers were read last, wherever it stands."""
        size, turn = _size_and_turn(self._affine, abs(_answers.size))
        bold, italic = self._weight(font)
        colour, alpha = colour_of(_fill_colour, handle)
        style = Style(size, bold or mode == STROKED_TOO, italic, colour)
        seen = alpha > 0 and mode not in (INVISIBLE, CLIP_ONLY) and not 0 < size < TINY_PT
        plain = turn == 0 and _matrix.b == 0 and self._affine.b == 0 and self._affine.a > 0
        return Look(style, turn, seen, plain)

    def _names(self, font: int | None, index: int) -> bool:
        """Whether a font names a character; one that names any is asked no more."""
        named = bool(_unnamed(self._handle, index) != 1)
        if named and font:
            self._named.add(font)
        return named

    def _weight(self, font: int | None) -> tuple[bool, bool]:
        """Whether a font is bold, and italic."""
        known = self._fonts.get(font or 0)
        if known is None and font:
            known = self._fonts[font] = _ask_weight(Handle(font), self._drawn)
        return known or (False, False)


def _size_and_turn(affine: Affine, size: float) -> tuple[float, int]:
    """The size and turn, as displayed, of the letters whose matrix was read last."""
    if _matrix.b == 0 == _matrix.c and affine.b == 0 and _matrix.a > 0 and affine.a > 0:
        displayed, turn = size * abs(_matrix.d), 0  # nearly all text: neither turned nor slanted
    else:
        whole = affine.after(_matrix)
        displayed = size * math.hypot(whole.b, whole.e)
        angle = math.atan2(whole.d, whole.a)
        turn = whole_turn(math.degrees(angle)) if math.isfinite(angle) else 0
    return round(displayed, 2) if math.isfinite(displayed) else 0.0, turn


def whole_turn(degrees: float) -> int:
    """A quarter turn, but for text that stands at a slant: of that, whole degrees from 1 to 359."""
    quarter = round(degrees / 90) * 90
    return (quarter if abs(degrees - quarter) <= SLANT_DEGREES else round(degrees)) % 360


def _ask_weight(font: Handle, drawn: Mapping[Reach, DrawnFont]) -> tuple[bool, bool]:
    _font_name(font, _name, ctypes.c_size_t(len(_name)))
    name = _name.value.decode("latin-1")
    if drawn and not name and (known := drawn.get(_reach(font))) is not None:
        bold = known.weight >= DRAWN_BOLD or BOLD_RE.search(known.name) is not None
        return bold, ITALIC_RE.search(known.name) is not None
    bold = bool(BOLD_RE.search(name)) or bool(_font_flags(font) & FORCE_BOLD)
    if not bold and not LIGHT_RE.search(name):
        bold = _font_weight(font) >= BOLD_WEIGHT
    return bold, bool(ITALIC_RE.search(name))


def _reach(font: Handle) -> Reach:
    """How far a font reaches, of which nothing else is told."""
    above, below = ctypes.c_float(), ctypes.c_float()
    opened = ctypes.cast(font, raw.FPDF_FONT)
    raw.FPDFFont_GetAscent(opened, EM, above)
    raw.FPDFFont_GetDescent(opened, EM, below)
    return reach_of(above.value, below.value)
