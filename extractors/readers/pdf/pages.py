"""One small record of a PDF page, whichever engine reads it.

Knows what a page holds (words with their look, rules, fills, pictures) and which engine to ask:
pdfium first, pdfplumber for a page that pdfium refuses. Knows nothing of tables or paragraphs.

All coordinates are points from the top left corner of the page as displayed (crop box and
/Rotate applied), x to the right and y downwards.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.pdf.damage import faults, mend

MAX_RULE_PT = 3.0  # points; wider strokes and rectangles are bars and fills, borders are 0.25 to 3
MAX_PT = 1e6  # points; pages are 14,400 wide at most (PDF 32000-1, annex C)
WHITE_FROM = 0xF0  # of 255 in every channel: white paper and the faintest tints are no background


class Style(NamedTuple):
    """How a word looks: ``Style(11.0, True, False, "#1f497d")``; size in points as displayed."""

    size: float
    bold: bool
    italic: bool
    colour: str


class Word(NamedTuple):
    """Letters between two gaps, or a part of them in one look.

    A NamedTuple and no dataclass: a page has 500, and these are made three times as fast.

    Attributes:
        text: As printed; a hyphen that breaks the word at the line's end is kept as "-".
        x0, top, x1, bottom: The letters' box; ``top`` and ``bottom`` from the font, so that
            words of one font and line agree.
        base: y of the line on which the letters stand (x for turned text).
        style: Shared by all words of one piece of text.
        glued: No gap before it: it goes on from the word before ("services" and a footnote "1").
        turn: Degrees by which it is turned clockwise as displayed: 0, 90, 180 or 270.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    style: Style
    glued: bool = False
    turn: int = 0


class Rule(NamedTuple):
    """A straight printed line: ``at`` is its y (or x), ``start`` to ``end`` its reach.

    ``fill`` is True for the border of a filled rectangle, which no ink marks by itself.
    """

    at: float
    start: float
    end: float
    fill: bool = False


class Fill(NamedTuple):
    """A filled rectangle, or the box around another filled shape: ``colour`` is ``"#rrggbb"``.

    ``shape`` is True where the box stands for something that is no rectangle.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str
    shape: bool = False


class Frame(NamedTuple):
    """A plain rectangle on the page: of a picture, a link or a region."""

    x0: float
    top: float
    x1: float
    bottom: float


class PageLink(NamedTuple):
    """A clickable rectangle and its address."""

    frame: Frame
    address: str


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What one page shows, before anything is made of it.

    Attributes:
        number: 1-based.
        width, height: As displayed, in points.
        words: In the order of the file, which need not be the reading order.
        across, down: Horizontal and vertical rules.
        fills: Filled shapes in painting order.
        pictures: Boxes of the images.
        dots: Small filled or outlined shapes, as wide as high: bullets that are drawn.
        links: Links to web addresses.
        engine: "pdfium" or "pdfplumber".
        problems: What was left out.
        unseen: Words without ink: the text layer under a scanned picture, or hidden text.
        unmapped: Letters for which a font names no character.
        unread: Words in fonts that name none of their letters; what their text says is junk.
        doubts: What made recognising a picture doubtful: ``("OCR below 80",)``.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Frame, ...] = ()
    links: tuple[PageLink, ...] = ()
    dots: tuple[Frame, ...] = ()
    engine: str = "pdfium"
    problems: tuple[Problem, ...] = ()
    unseen: tuple[Word, ...] = ()
    unmapped: int = 0
    unread: tuple[Word, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None


class Engine(Protocol):
    """An open document: pages by 1-based number."""

    name: str

    def page_count(self) -> int:
        """Number of pages."""

    def about(self) -> About:
        """What the file says of itself."""

    def page(self, number: int, limits: Limits) -> PageRecord:
        """Read one page; ``PageUnreadable`` where this engine cannot."""

    def close(self) -> None:
        """Let go of the file."""


class PageUnreadable(Exception):
    """An engine cannot read this page; another may."""


@contextmanager
def open_pdf(data: bytes) -> Iterator["Pages"]:
    """Open the bytes of a PDF; everything is closed at the end.

    Raises:
        UnreadableDocument: No engine opens it: ``encrypted`` or ``damaged``.
    """
    pages = Pages(data)
    try:
        yield pages
    finally:
        pages.close()


class Pages:
    """The pages of one document, read by the first engine that can."""

    def __init__(self, data: bytes) -> None:
        # The engines are imported here, and pdfplumber only when it is needed: importing it takes
        # 0.3 s and 16 MB of every worker.
        from extractors.readers.pdf import pdfium as pdf_pdfium

        self._given = self._data = data
        self._spare: Engine | None = None
        self._spare_failed = False
        self._main: Engine | None = pdf_pdfium.open_document(data)
        if self._main is None and (mended := mend(data)) is not None:
            self._data, self._main = mended, pdf_pdfium.open_document(mended)
        if self._main is None and self._spare_engine() is None:
            raise UnreadableDocument(
                "damaged", "The PDF is broken: no page can be found. Fetch or save it again."
            )

    @property
    def count(self) -> int:
        """Number of pages."""
        return self._first().page_count()

    @property
    def about(self) -> About:
        """What the file says of itself."""
        return self._first().about()

    def read(self, number: int, limits: Limits) -> PageRecord:
        """Read page ``number`` (from 1); a page that no engine reads is empty but for a problem.

        The first page also bears what is wrong with the file.
        """
        record = self._read(number, limits)
        found = faults(self._given) if number == 1 else []
        if number == 1 and self._data is not self._given and not found:
            found = ["its catalogue is lost"]
        if not found:
            return record
        message = (
            f"The PDF is damaged: {', and '.join(found)}. What was left of it was read "
            f"({self.count} pages); words may be missing. Fetch or save it again."
        )
        damaged = Problem("read", "damaged", "warning", message)
        return replace(record, problems=(damaged, *record.problems))

    def _read(self, number: int, limits: Limits) -> PageRecord:
        reasons = []
        if self._main is not None:
            try:
                return self._main.page(number, limits)
            except PageUnreadable as error:
                reasons.append(str(error))
        spare = self._spare_engine()
        if spare is not None:
            try:
                return spare.page(number, limits)
            except PageUnreadable as error:
                reasons.append(str(error))
        message = f"page {number}: could not be read ({'; '.join(reasons)})"
        problem = Problem("read", "page_unreadable", "warning", message, number)
        return PageRecord(number, 0.0, 0.0, problems=(problem,))

    def close(self) -> None:
        """Close the engines."""
        for engine in (self._main, self._spare):
            if engine is not None:
                engine.close()

    def _first(self) -> Engine:
        engine = self._main or self._spare_engine()
        assert engine is not None
        return engine

    def _spare_engine(self) -> Engine | None:
        if self._spare is None and not self._spare_failed:
            from extractors.readers.pdf import plumber as pdf_plumber

            self._spare = pdf_plumber.open_document(self._data)
            self._spare_failed = self._spare is None
        return self._spare


def holds(frame: Frame, word: Word) -> bool:
    """Whether the middle of a word lies in a frame."""
    return inside((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2, frame)


@lru_cache(maxsize=1024)
def is_light(colour: str) -> bool:
    """White, or so near to it that it is no background and cannot be read on white paper."""
    return min(int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) >= WHITE_FROM


def is_finite(*numbers: float) -> bool:
    """None of the numbers is infinite or not a number, nor beyond what a page can hold."""
    return all([-MAX_PT < number < MAX_PT for number in numbers])  # no "nan" is above any number


def inside(x: float, y: float, frame: Sequence[float]) -> bool:
    """Whether the point lies in ``(x0, top, x1, bottom, ...)``."""
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]
