"""Words to lines.

Knows how print is set: lines on a base, small raised letters, turned text. Knows nothing of
tables or paragraphs.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import attrgetter

from extractors.readers.pdf.record import Frame, Word

SAME_LINE_EM = 0.28  # of the size; bases of one line differ by less, lines by at least 0.9
RAISED_SIZE = 0.88  # of its neighbour's size; raised marks are set at 0.58 to 0.84
RAISED_EM = 0.75  # of the neighbour's size that a raised or lowered mark's base may be off
NO_GAP_EM = 0.12  # of the size; a glued word further away than this was moved, not glued
NAME_GAP_EM = 0.04  # of the size; blanks set tight leave 0.06 before a capital, names with two 0
NUMERAL_SIZE = 1.2  # times the size of a title: the number before it; 1.4 to 3 were seen
KERNED_EM = 0.2  # of the size by which glued letters overlap: "Yo" is kerned by 0.14
PIECE_GAP_EM = 0.75  # of the size between two pieces of a line; words stand 0.25 to 0.35 apart
MIN_PIECE_GAP_PT = 5.0  # points; column heads in narrow columns are never closer
BULLETS = frozenset("\u2022\u25cf\u25aa\u25e6\u2023\u00b7\uf0b7\uf0a7")
NOTE_MARK_RE = re.compile(
    r"^(?:\[?\d{1,3}\]?(?:,\d{1,3})*|[*†‡§]{1,2}|[ivxl]{1,6})$"
)  # or Word's endnotes
BASE_AND_X, LEFT = attrgetter("base", "x0"), attrgetter("x0")
UNIT_RE = re.compile(r"(?:^|[\d\s])(?:[kcm]?m|ft|in)$|CO$|H$")


@dataclass(slots=True)
class Line:
    """Words on one base, left to right; the box around them; the size of most of its letters.

    Like a word never changed, but for what it remembers of itself: every way of finding tables
    asks each line of a page for its pieces.
    """

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    _pieces: tuple[tuple[Word, ...], ...] | None = field(default=None, init=False, compare=False)
    _starts: list[float] | None = field(default=None, init=False, compare=False)
    _reached: list[float] | None = field(default=None, init=False, compare=False)

    def __hash__(self) -> int:
        return hash((self.x0, self.x1, self.base))

    @property
    def pieces(self) -> tuple[tuple[Word, ...], ...]:
        """Its words between gaps wider than between words; a bullet is no piece alone."""
        if self._pieces is None:
            self._pieces = tuple(_pieces(self.words, piece_gap(self.size)))
        return self._pieces

    @property
    def starts(self) -> list[float]:
        """Where each word begins, in points."""
        if self._starts is None:
            self._starts = [word.x0 for word in self.words]
        return self._starts

    @property
    def reached(self) -> list[float]:
        """How far the words reach up to each of them."""
        if self._reached is None:
            self._reached = list(accumulate([word.x1 for word in self.words], max))
        return self._reached

    @property
    def text(self) -> str:
        """Its words with single spaces, none before glued ones."""
        return join_words(self.words)

    @property
    def frame(self) -> Frame:
        """The box around it."""
        return Frame(self.x0, self.top, self.x1, self.bottom)

    @property
    def middle_y(self) -> float:
        """Half way between its top and its bottom."""
        return (self.top + self.bottom) / 2


def _pieces(words: Sequence[Word], gap: float) -> list[tuple[Word, ...]]:
    """The words of a line between gaps of so many points; a bullet is no piece alone."""
    cuts = [0]
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word.x0 - before.x1 < gap:
            continue  # nearly always
        if cuts[-1] < at - 1 or before.text not in BULLETS:
            cuts.append(at)
    return [tuple(words[one:other]) for one, other in pairwise([*cuts, len(words)])]


def piece_gap(size: float) -> float:
    """The least gap between two pieces of a line, in points, for the size of its letters."""
    return max(PIECE_GAP_EM * size, MIN_PIECE_GAP_PT)


def join_words(words: Sequence[Word]) -> str:
    """The words as one text: ``"Review the 2nd stage"``."""
    if not any([word.glued for word in words]):  # a list: twice as fast as a generator
        return " ".join([word.text for word in words])
    parts: list[str] = []
    previous: Word | None = None
    for word in words:
        if previous is not None and not _is_glued(previous, word):
            parts.append(" ")
        parts.append(word.text)
        previous = word
    return "".join(parts)


def _is_glued(previous: Word, word: Word) -> bool:
    if not word.glued or _counts(previous, word):
        return False
    size = max(word.style.size, previous.style.size)
    gap = word.x0 - previous.x1
    most = NAME_GAP_EM if _begins_name(previous.text, word.text) else NO_GAP_EM
    return -KERNED_EM * size <= gap <= most * size


def _counts(number: Word, title: Word) -> bool:
    """Whether a number is set larger than the title that it stands close before: "1" "Homes"."""
    larger = number.style.size >= NUMERAL_SIZE * title.style.size
    return larger and number.text.isdigit() and title.text[:1].isupper()


def _begins_name(before: str, after: str) -> bool:
    """Whether a capital and small letters stand behind a letter: ``"DA"``, ``"Coordinator"``."""
    return before[-1:].isalpha() and after[:1].isupper() and after[1:2].islower()


def make_lines(words: Sequence[Word]) -> list[Line]:
    """Put words on lines, top to bottom, each left to right; raised marks join their line.

    Footnote marks are left out: ``"services"`` followed by a raised ``"1"`` reads ``"services"``.
    """
    sizes = {word.style.size for word in words}
    bands: list[list[Word]] = []
    base = -math.inf
    for word in sorted(words, key=BASE_AND_X):
        if word.base == base or word.base - base <= SAME_LINE_EM * word.style.size:
            bands[-1].append(word)
        else:
            bands.append([word])
            base = word.base
    if len(sizes) < 2:
        return [_even_line(band, *sizes) for band in bands]
    return [_line(band) for band in _join_raised(bands, RAISED_SIZE * max(sizes))]


def _even_line(words: list[Word], size: float) -> Line:
    """The line of words of one size."""
    if words[0].base != words[-1].base:  # those on one base are in order
        words.sort(key=LEFT)
    first = words[0]
    return Line(tuple(words), first.x0, first.top, words[-1].x1, first.bottom, first.base, size)


def _line(words: list[Word]) -> Line:
    words.sort(key=LEFT)
    size = words[0].style.size
    if all(word.style.size == size for word in words):
        return _even_line(words, size)
    size = _main_size(words)
    if any(word.style.size < RAISED_SIZE * size for word in words):
        words = _without_marks(words, size)
    return Line(
        tuple(words),
        words[0].x0,
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
        max(word.base for word in words if word.style.size >= RAISED_SIZE * size),
        size,
    )


def _main_size(words: Sequence[Word]) -> float:
    """The size of most letters; a note's mark may have more of them than the end of a word."""
    letters: dict[float, int] = {}
    for word in [each for each in words if not NOTE_MARK_RE.match(each.text)] or words:
        letters[word.style.size] = letters.get(word.style.size, 0) + len(word.text)
    return max(letters, key=lambda each: (letters[each], each))


def _join_raised(bands: list[list[Word]], most: float) -> list[list[Word]]:
    """Give bands of small letters to the line that they are raised or lowered from.

    ``most`` is the size from which letters are raised from none of the page.
    """
    kept: list[list[Word]] = []
    for number, band in enumerate(bands, 1):
        small = max([word.style.size for word in band])
        beside = [*bands[number : number + 1], *kept[-1:]] if small < most else []
        host = next((one for one in beside if _hosts(one, band, small)), None)
        if host is None:
            kept.append(band)
        else:
            host.extend(band)
    return kept


def _hosts(host: list[Word], band: list[Word], small: float) -> bool:
    """Whether every word of a band of small letters stands beside a larger word of the host."""
    return all(
        any(
            small < RAISED_SIZE * word.style.size
            and abs(word.base - mark.base) < RAISED_EM * word.style.size
            and (
                -1.0 <= mark.x0 - word.x1 <= word.style.size * 0.5
                or -1.0 <= word.x0 - mark.x1 <= word.style.size * 0.5
            )
            for word in host
        )
        for mark in band
    )


def _without_marks(words: Sequence[Word], size: float) -> list[Word]:
    """The words without footnote marks; other raised letters (2nd) are glued to theirs."""
    kept: list[Word] = []
    base = max((w.base for w in words if w.style.size >= RAISED_SIZE * size), default=0.0)
    for word in words:
        small = word.style.size < RAISED_SIZE * size
        if not small or not kept:
            kept.append(word)
            continue
        raised = base - word.base > 0.15 * size
        close = word.x0 - kept[-1].x1 < NO_GAP_EM * size * 2
        if raised and close and NOTE_MARK_RE.match(word.text) and not UNIT_RE.search(kept[-1].text):
            continue
        kept.append(word._replace(glued=True) if close and raised else word)
    return kept


def upright(words: Sequence[Word], turn: int) -> list[Word]:
    """Turned words in the coordinates of one who turns the page to read them."""
    return [_turned(word, turn) for word in words if word.turn == turn]


def _turned(word: Word, turn: int) -> Word:
    x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
    if turn == 270:  # read from the bottom up
        return word._replace(x0=-bottom, top=x0, x1=-top, bottom=x1, base=x1)
    if turn == 90:  # read from the top down
        return word._replace(x0=top, top=-x1, x1=bottom, bottom=-x0, base=-x0)
    return word._replace(x0=-x1, top=-bottom, x1=-x0, bottom=-top, base=-word.base)


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, as the rest of one does; "tCO2e" is a name."""
    return text[:1].islower() and text.partition(" ")[0].islower()
