"""One small record of a PDF page, whichever engine reads it.

Knows what a page holds: words with their look, rules, fills, pictures. Knows nothing of engines,
tables or paragraphs.

All coordinates are points from the top left corner of the page as displayed (crop box and
/Rotate applied), x to the right and y downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from extractors.blocks import Problem

MAX_RULE_PT = 3.0  # points; wider strokes and rectangles are bars and fills, borders are 0.25 to 3
STRIKE_EM = (0.12, 0.42)  # of the size above the base: where a line through letters runs
MAX_PT = 1e6  # points; pages are 14,400 wide at most (PDF 32000-1, annex C)
COLOURFUL_FROM = 0x40  # of 255 between channels: reds, ambers and greens of plans have 0x60 on
BLACK = "#000000"
BLACK_UP_TO = 0x48  # of 255 in every channel: inks of text are #231f20, #0b0c0c, #212529, #414042
BLACK_SPREAD = 0x14  # of 255 between its channels: #212b32 is a black, dark blue #1d3557 is none
WHITE_FROM = 0xF0  # of 255 in every channel: white paper and the faintest tints are no background


@dataclass(frozen=True, slots=True)
class Style:
    """How a word looks: ``Style(11.0, True, False, "#1f497d")``; size in points as displayed."""

    size: float
    bold: bool
    italic: bool
    colour: str


@dataclass(slots=True)
class Word:
    """Letters between two gaps, or a part of them in one look; never changed once it is made.

    Not frozen, which takes four times as long to make, and no NamedTuple, whose attributes take
    three times as long to ask for: in four plans each word is asked 48 to 83 times.

    Attributes:
        text: As printed; a hyphen that breaks the word at the line's end is kept as "-".
        x0, top, x1, bottom: The letters' box; ``top`` and ``bottom`` from the font, so that
            words of one font and line agree.
        base: y of the line on which the letters stand (x for turned text).
        style: Shared by all words of one piece of text.
        glued: No gap before it: it goes on from the word before ("services" and a footnote "1").
        turn: Degrees by which it is turned clockwise as displayed: 0, 90, 180 or 270; another
            number where it stands at a slant.
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

    def __hash__(self) -> int:
        return hash((self.text, self.x0, self.base))

    def _replace(self, **changes: Any) -> "Word":
        """The word with other attributes: ``word._replace(glued=True)``, as a NamedTuple has it."""
        place = (self.x0, self.top, self.x1, self.bottom, self.base)
        word = Word(self.text, *place, self.style, self.glued, self.turn)
        for name, value in changes.items():
            setattr(word, name, value)
        return word

    @property
    def middle_x(self) -> float:
        """Half way between its sides."""
        return (self.x0 + self.x1) / 2

    @property
    def middle_y(self) -> float:
        """Half way between its top and its bottom."""
        return (self.top + self.bottom) / 2


class Frame(NamedTuple):
    """A plain rectangle on the page: of a picture, a link or a region."""

    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A straight printed line: ``at`` is its y (or x), ``start`` to ``end`` its reach.

    ``fill`` is True for the border of a filled rectangle, which no ink marks by itself.
    """

    at: float
    start: float
    end: float
    fill: bool = False

    @property
    def frame(self) -> Frame:
        """The box of one that goes across: its length, of no height."""
        return Frame(self.start, self.at, self.end, self.at)


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


class PageLink(NamedTuple):
    """A clickable rectangle and its address."""

    frame: Frame
    address: str


@dataclass(frozen=True, slots=True, eq=False)
class PageRecord:
    """What one page shows, before anything is made of it; each is like itself alone.

    Attributes:
        number: 1-based.
        width, height: As displayed, in points.
        words: In the order of the file, which need not be the reading order.
        across, down: Horizontal and vertical rules.
        fills: Filled shapes in painting order.
        pictures: Boxes of the images.
        dots: Small filled or outlined shapes, as wide as high: bullets that are drawn.
        struck: Boxes of the lines that a reviewer's mark strikes out.
        links: Links to web addresses.
        engine: "pdfium" or "pdfplumber".
        problems: What was left out.
        unseen: Words without ink: the text layer under a scanned picture, or hidden text.
        unmapped: Letters for which a font names no character.
        unread: Words in fonts that name none of their letters; what their text says is junk.
        doubts: What made recognising a picture doubtful: ``("OCR below 80",)``.
        unsure: Where text stands that was recognised with doubt, or not at all.
        slant: Degrees by which a scan was turned anticlockwise about its middle to stand straight;
            all places are those of the straightened page.
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
    dots: tuple[Fill, ...] = ()
    struck: tuple[Frame, ...] = ()
    engine: str = "pdfium"
    problems: tuple[Problem, ...] = ()
    unseen: tuple[Word, ...] = ()
    unmapped: int = 0
    unread: tuple[Word, ...] = ()
    doubts: tuple[str, ...] = ()
    unsure: tuple[Frame, ...] = ()
    slant: float = 0.0


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None


def holds(frame: Frame, word: Word) -> bool:
    """Whether the middle of a word lies in a frame."""
    return inside(word.middle_x, word.middle_y, frame)


@lru_cache(maxsize=1024)
def is_light(colour: str, least: int = WHITE_FROM) -> bool:
    """White, or so near to it that it is no background and cannot be read on white paper.

    ``least`` is what each channel has at least, of 255.
    """
    return min(int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) >= least


@lru_cache(maxsize=256)
def is_black(colour: str) -> bool:
    """Whether a colour is that of plain text: black, a printing press's, or a very dark grey."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) <= BLACK_UP_TO and max(channels) - min(channels) <= BLACK_SPREAD


@lru_cache(maxsize=1024)
def is_colourful(colour: str) -> bool:
    """Neither black nor white nor grey: a colour that may mean something."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(channels) - min(channels) >= COLOURFUL_FROM


def is_finite(*numbers: float) -> bool:
    """None of the numbers is infinite or not a number, nor beyond what a page can hold."""
    return all([-MAX_PT < number < MAX_PT for number in numbers])  # no "nan" is above any number


def inside(x: float, y: float, frame: Sequence[float]) -> bool:
    """Whether the point lies in ``(x0, top, x1, bottom, ...)``."""
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]
