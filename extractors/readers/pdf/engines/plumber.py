"""Pages read by pdfplumber: slower, and for the pages that pdfium refuses.

Knows pdfplumber's objects and nothing of tables.
"""

import io
import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.pdf.engines.engine import Engine, PageUnreadable
from extractors.readers.pdf.engines.text.characters import LIGATURES
from extractors.readers.pdf.engines.text.looks import (
    BOLD_RE,
    DESCENT_EM,
    ITALIC_RE,
    TINY_PT,
    whole_turn,
)
from extractors.readers.pdf.record import (
    MAX_RULE_PT,
    About,
    Fill,
    Frame,
    PageRecord,
    Rule,
    Style,
    Word,
    is_finite,
)

WORD_GAP = 0.15  # of the size: pdfplumber's own fixed 3 points glue the words of small print
STRIKE_OUT = "/'StrikeOut'"  # as pdfminer shows the name of an annotation's kind
MIN_RULE_PT = 4.0  # points; shorter lines are dashes' ends and ticks

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font, once a page


def open_document(data: bytes) -> Engine | None:
    """Open a document; None where pdfplumber cannot.

    Raises:
        UnreadableDocument: It is ``encrypted``.
    """
    try:
        document = pdfplumber.open(io.BytesIO(data))
        return _Document(document, len(document.pages))
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableDocument(
                "encrypted",
                "The PDF is protected by a password. Save it without one and add it again.",
            ) from error
        return None
    except Exception:  # pdfminer raises whatever a broken file makes it trip over
        return None


class _Document:
    name = "pdfplumber"

    def __init__(self, document: Any, count: int) -> None:
        self._document = document
        self._count = count

    def page_count(self) -> int:
        return self._count

    def about(self) -> About:
        meta = self._document.metadata
        return About(_meta(meta, "Title"), _meta(meta, "Author"))

    def page(self, number: int, limits: Limits) -> PageRecord:
        try:
            page = self._document.pages[number - 1]
            try:
                return _record(page, number, limits)
            finally:
                page.close()
        except (Exception, RecursionError) as error:  # as above: any class may come
            raise PageUnreadable(f"pdfplumber: {type(error).__name__}") from error

    def close(self) -> None:
        self._document.close()


def _meta(meta: Mapping[str, Any], key: str) -> str | None:
    value = meta.get(key)
    return value.strip("\x00 ") or None if isinstance(value, str) else None


def _record(page: Any, number: int, limits: Limits) -> PageRecord:
    width, height = float(page.width), float(page.height)
    if not is_finite(width, height):
        raise PageUnreadable("it has no size")
    if max(len(page.chars), len(page.lines) + len(page.rects)) > limits.objects:
        message = f"page {number}: more than {limits.objects} lines or letters; it was left out"
        problem = Problem("read", "page_objects", "warning", message, number)
        return PageRecord(number, width, height, engine="pdfplumber", problems=(problem,))
    left, top, width, height = _visible(page)
    across, down, fills = _drawing(page, left, top)
    pictures = (_frame(image, left, top) for image in page.images)
    words = _words(page, left, top)
    tiny = tuple(word for word in words if word.style.size < TINY_PT)
    return PageRecord(
        number,
        width,
        height,
        tuple(words) if not tiny else tuple(word for word in words if word not in tiny),
        tuple(across),
        tuple(down),
        tuple(fills),
        tuple(frame for frame in pictures if frame is not None),
        struck=tuple(_struck(page, left, top)),
        unseen=tiny,
        engine="pdfplumber",
    )


def _struck(page: Any, left: float, top: float) -> Iterator[Frame]:
    """The lines that annotations strike out, on a page that is not turned."""
    marks = [] if page.rotation else page.annots
    for mark in marks:
        corners = mark["data"].get("QuadPoints") or ()
        if str(mark["data"].get("Subtype")) != STRIKE_OUT or not is_finite(*corners):
            continue
        for start in range(0, len(corners) - 7, 8):
            xs, ys = corners[start : start + 8 : 2], corners[start + 1 : start + 8 : 2]
            low, high = float(page.height) - max(ys) - top, float(page.height) - min(ys) - top
            yield Frame(min(xs) - left, low, max(xs) - left, high)


def _visible(page: Any) -> tuple[float, float, float, float]:
    """Where the visible part of a page begins, in pdfplumber's points, and its width and height.

    pdfplumber 0.11 turns a page's text but measures its crop box from the sides of the page
    before turning.
    """
    whole, crop = ([float(side) for side in box] for box in (page.mediabox, page.cropbox))
    part = [max(pair) for pair in zip(whole[:2], crop[:2], strict=True)]
    part += [min(pair) for pair in zip(whole[2:], crop[2:], strict=True)]
    left, top = part[0] - whole[0], part[1] - whole[1]
    if page.rotation in (180, 270):
        left = whole[2] - part[2]
    if page.rotation in (90, 180):
        top = whole[3] - part[3]
    return whole[0] + left, whole[1] + top, part[2] - part[0], part[3] - part[1]


def _frame(thing: Mapping[str, Any], left: float, top: float) -> Frame | None:
    x0, y0, x1, y1 = (float(thing[key]) for key in ("x0", "top", "x1", "bottom"))
    if not is_finite(x0, y0, x1, y1):
        return None
    return Frame(x0 - left, y0 - top, x1 - left, y1 - top)


def _words(page: Any, left: float, top: float) -> list[Word]:
    whole = page.dedupe_chars()
    words = _read(whole.filter(lambda one: _turn(one) == 0), 0, left, top)
    for turn, letters in ((270, "btt"), (90, "ttb")):
        if any(_turn(char) == turn for char in whole.chars):
            part = whole.filter(lambda one, turn=turn: _turn(one) == turn)
            words += _read(part, turn, left, top, char_dir_rotated=letters, line_dir_rotated="ltr")
    slanted = [char for char in whole.chars if _turn(char) % 90]
    looks = groupby(slanted, key=lambda char: (_turn(char), char["fontname"], char["size"]))
    return words + [word for _, run in looks for word in _slanted(list(run), left, top)]


def _slanted(chars: Sequence[Mapping[str, Any]], left: float, top: float) -> list[Word]:
    """Letters that stand at a slant, in the order of the file, as one word in the box round all."""
    sides = [[float(char[key]) for char in chars] for key in ("x0", "top", "x1", "bottom")]
    box = dict(zip(("x0", "top", "x1", "bottom"), map(max, sides), strict=True))
    box |= {"x0": min(sides[0]), "top": min(sides[1])}
    text = " ".join("".join(str(char["text"]) for char in chars).split())
    each = {**chars[0], **box, "text": text, "chars": chars, "size": _slanted_size(chars[0])}
    word = _word(each, 0, left, top)
    return [] if word is None else [word._replace(turn=_turn(chars[0]))]


def _slanted_size(char: Mapping[str, Any]) -> float:
    """The size of a letter at a slant, from the box around it and the way to the next letter."""
    along, up = (abs(float(part)) for part in char["matrix"][:2])
    return (float(char["height"]) - float(char["adv"]) * up) * math.hypot(along, up) / along


def _turn(thing: Mapping[str, Any]) -> int:
    """How a letter is turned clockwise; 0 for anything else. A page's own turn is undone."""
    if thing.get("object_type") != "char" or not thing["matrix"][1]:
        return 0
    return whole_turn(-math.degrees(math.atan2(thing["matrix"][1], thing["matrix"][0])))


def _read(page: Any, turn: int, left: float, top: float, **order: str) -> list[Word]:
    """The words of one turn; those that no gap parts are glued."""
    # The size that pdfminer gives a turned letter is that of its advance.
    looks = ["fontname", "non_stroking_color", *([] if turn else ["size"])]
    found = page.extract_words(
        x_tolerance_ratio=WORD_GAP, extra_attrs=looks, return_chars=True, **order
    )
    words: list[Word] = []
    for each in found:
        word = _word(each, turn, left, top)
        if word is None:
            continue
        before = words[-1] if words else None
        glued = (
            before is not None
            and not turn
            and abs(word.base - before.base) < word.style.size * 0.4
            and abs(word.x0 - before.x1) < WORD_GAP * word.style.size / 2
        )
        words.append(word._replace(glued=True) if glued else word)
    return words


def _word(each: Mapping[str, Any], turn: int, left: float, top: float) -> Word | None:
    frame = _frame(each, left, top)
    text = str(each["text"]).translate(LIGATURES)
    if frame is None or not text:
        return None
    font = str(each["fontname"])
    size = frame.x1 - frame.x0 if turn else float(each["size"])
    style = Style(
        round(size, 2),
        bool(BOLD_RE.search(font)),
        bool(ITALIC_RE.search(font)),
        colour_of(each["non_stroking_color"]),
    )
    base = frame.x0 if turn else frame.bottom - _descent(each["chars"][0], size)
    return Word(text, *frame, base, style, False, turn)


def _descent(letter: Mapping[str, Any], size: float) -> float:
    """How far the box of an upright letter reaches below the line that it stands on, in points.

    Fonts say very different depths (0.21 of the size in Helvetica, nothing in some that LibreOffice
    embeds), so it is the way to the letter's own origin wherever that stands within its box.
    """
    depth = float(letter["matrix"][5]) - float(letter["y0"])
    return depth if 0.0 <= depth <= size / 2 else DESCENT_EM * size


def _drawing(page: Any, left: float, top: float) -> tuple[list[Rule], list[Rule], list[Fill]]:
    across: list[Rule] = []
    down: list[Rule] = []
    fills: list[Fill] = []
    for thing in [*page.lines, *page.rects, *page.curves]:
        frame = _frame(thing, left, top)
        if frame is None or not (thing.get("fill") or thing.get("stroke")):
            continue
        if min(frame.x1 - frame.x0, frame.bottom - frame.top) <= MAX_RULE_PT:
            _add_thin(across, down, frame)
            continue
        kind = thing["object_type"]
        if thing.get("fill"):
            fills.append(Fill(*frame, colour_of(thing.get("non_stroking_color")), kind == "curve"))
        if kind == "rect":  # a slanted line has no sides
            _add_sides(across, down, frame, not thing.get("stroke"))
    return across, down, fills


def _add_thin(across: list[Rule], down: list[Rule], frame: Frame) -> None:
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    if width >= MIN_RULE_PT and width >= height:
        across.append(Rule((frame.top + frame.bottom) / 2, frame.x0, frame.x1))
    elif height >= MIN_RULE_PT:
        down.append(Rule((frame.x0 + frame.x1) / 2, frame.top, frame.bottom))


def _add_sides(across: list[Rule], down: list[Rule], frame: Frame, fill: bool) -> None:
    across += [Rule(y, frame.x0, frame.x1, fill) for y in (frame.top, frame.bottom)]
    down += [Rule(x, frame.top, frame.bottom, fill) for x in (frame.x0, frame.x1)]


def colour_of(value: object) -> str:
    """A PDF colour as ``"#rrggbb"``: one number is grey, three RGB, four CMYK, from 0 to 1."""
    numbers = [value] if isinstance(value, int | float) else value
    if not isinstance(numbers, Sequence) or isinstance(numbers, str):
        return "#000000"
    parts = [min(1.0, max(0.0, float(part))) for part in numbers if isinstance(part, int | float)]
    if len(parts) == 1:
        parts = parts * 3
    if len(parts) == 4:
        key = 1 - parts[3]
        parts = [(1 - part) * key for part in parts[:3]]
    if len(parts) != 3:
        return "#000000"
    red, green, blue = (round(part * 255) for part in parts)
    return f"#{red:02x}{green:02x}{blue:02x}"
