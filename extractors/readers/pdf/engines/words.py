"""The words of a page as pdfium has them, each with its box and its look.

Knows pdfium's text page; knows nothing of lines, tables or paragraphs.
"""

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.characters import HYPHEN, letters_of, page_text
from extractors.readers.pdf.engines.looks import ASCENT_EM, DESCENT_EM, UNKNOWN, Look, Looks
from extractors.readers.pdf.engines.paths import Affine, Handle, cheap
from extractors.readers.pdf.record import Rule, Word, is_finite

WORD_RE = re.compile(r"[^\s\x00\x02]+\x02?|\x02")
UNMAPPED = "\uffff\ufffd\x00"
GLUE_EM = 0.08  # of the size; narrower gaps are kerning: spaces measure 0.2 to 0.35
KERNED_EM = 0.09  # of the size by which kerned letters overlap: "AV", "To"
TIGHT_EM = 0.06  # of the size; letters of one word drawn piece by piece stand closer
BLANK_EM = 0.12  # of the size between pieces without a blank; ligatures end 0.1 before the next
CROSSED_PT = 1.5  # points of a word on either side of a rule before it counts as crossing it
MAX_X_PT = 20_000.0  # points; pages are 14,400 wide at most (PDF 32000-1, annex C)

_object_at = cheap(raw.FPDFText_GetTextObject, ctypes.c_void_p)
_box_at = cheap(raw.FPDFText_GetLooseCharBox)
_origin_at = cheap(raw.FPDFText_GetCharOrigin)
_generated = cheap(raw.FPDFText_IsGenerated)

_make = partial(tuple.__new__, Word)  # takes half the time of Word(...), which names its fields
_box = raw.FS_RECTF()
_BOX = ctypes.byref(_box)
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)


@dataclass(slots=True)
class PageWords:
    """The words of one page.

    Attributes:
        words: As in the file.
        unseen: Words printed without ink (rendering mode 3): the text under a scan, or hidden.
        unmapped: Letters for which the font names no character.
        unread: Words in fonts that name none. Where all of these are single signs they are bullets,
            and kept as words.
    """

    words: list[Word] = field(default_factory=list)
    unseen: tuple[Word, ...] = ()
    unmapped: int = 0
    unread: tuple[Word, ...] = ()


class _Reading:
    """One text page while it is read: pdfium's handle, its text, its rules, looks and words."""

    def __init__(self, handle: Handle, affine: Affine, rules: Sequence[Rule], text: str) -> None:
        self.handle = handle
        self.affine = affine
        self.rules = sorted(rules)
        self.at = [rule.at for rule in self.rules]
        self.text = text
        self.looks = Looks(handle, affine)
        self.seen: list[Word] = []
        self.unseen: list[Word] = []
        self.unread: list[Word] = []

    def kept(self, look: Look) -> list[Word]:
        """Where words of a look are kept."""
        if not look.seen:
            return self.unseen
        return self.seen if look.named else self.unread


def read_words(text_page: Any, affine: Affine, rules: Sequence[Rule]) -> PageWords:
    """Read the words of a page.

    Args:
        text_page: As loaded by pdfium.
        affine: From the page's coordinates to those of the page as displayed.
        rules: Its vertical rules: letters on either side of one belong to different words, even
            where no gap parts them.
    """
    handle = ctypes.cast(text_page, Handle)
    text = page_text(text_page, raw.FPDFText_CountChars(text_page))
    reading = _Reading(handle, affine, rules, text)
    spans = [match.span() for match in WORD_RE.finditer(text)]
    piece, look, number = -1, UNKNOWN, 0
    while number < len(spans):
        piece, look = _read_word(reading, spans, number, piece, look)
        number += 1
        if look.plain:
            number = _read_plain(reading, spans, number, piece, look)
    unmapped = sum(text.count(letter) for letter in UNMAPPED)
    if any([word.turn for word in reading.seen]):
        reading.seen = _glued_by_place(reading.seen)
    unread = _finite(reading.unread)
    if all(len(word.text) == 1 and word.text > " " for word in unread):
        reading.seen += unread  # bullets of a font of signs
        unread = []
    unmapped += sum([len(word.text) for word in unread])
    seen, unseen = _finite(reading.seen), tuple(_finite(reading.unseen))
    return PageWords(seen, unseen, unmapped, tuple(unread))


def _read_word(
    reading: _Reading, spans: Sequence[tuple[int, int]], number: int, piece: int, look: Look
) -> tuple[int, Look]:
    """Read the letters between two gaps, with care; gives the piece of the last, and its look.

    ``piece`` and ``look`` are those of the letters before the first gap.
    """
    start, end = spans[number]
    # pdfium's sign for a hyphen at a line's end belongs to no piece of text.
    hyphen = reading.text[end - 1] == HYPHEN and end > start + 1
    last = _object_at(reading.handle, end - 1 - hyphen) or 0
    if last == piece:  # pieces of text do not interleave
        words = _one_look(reading, start, end - hyphen, look)
    else:
        words = _many_looks(reading, start, end - hyphen, last)
        look = reading.looks.at(last, end - 1 - hyphen)
    if hyphen and words:
        words[-1] = words[-1]._replace(text=f"{words[-1].text}-")
    after = spans[number - 1][1] if number else start
    _add(reading, reading.kept(look), words, start if start == after + 1 else 0)
    return last, look


def _read_plain(
    reading: _Reading, spans: Sequence[tuple[int, int]], number: int, piece: int, look: Look
) -> int:
    """Read upright words that go on in the piece of text before them, as most do.

    Gives the number of the first that is to be read with care: it stands in another piece, touches
    the word before, or may cross a rule.
    """
    kept = reading.kept(look)
    if not kept:
        return number
    handle, text, move = reading.handle, reading.text, reading.affine.c
    top, bottom, base, style = look.top, look.bottom, look.base, look.style
    low, glue = kept[-1].x0, GLUE_EM * style.size
    edge = kept[-1].x1 + glue
    rule = bisect_left(reading.at, low + CROSSED_PT)
    high = (reading.at[rule] if rule < len(reading.at) else MAX_X_PT) + CROSSED_PT
    for at in range(number, len(spans)):
        start, end = spans[at]
        if _object_at(handle, end - 1) != piece or text[end - 1] == HYPHEN:
            return at
        _box_at(handle, start, _BOX)
        x0 = _box.left + move
        if end - start > 1:
            _box_at(handle, end - 1, _BOX)
        x1 = _box.right + move
        letters = letters_of(text[start:end])
        if not (letters and low <= x0 >= edge and x1 <= high):
            return at
        edge = x1 + glue
        kept.append(_make((letters, x0, top, x1, bottom, base, style, False, 0)))
    return len(spans)


def _add(reading: _Reading, kept: list[Word], words: list[Word], start: int) -> None:
    """Add words; ``start`` numbers the first letter after a blank to doubt, 0 elsewhere."""
    if start and kept and words and _touches(kept[-1], words[0]):
        words[0] = words[0]._replace(glued=bool(_generated(reading.handle, start - 1) == 1))
    kept += words


def _finite(words: list[Word]) -> list[Word]:
    """The words whose places are numbers; checked at once, since nearly always all are."""
    if math.isfinite(sum([word.x0 + word.x1 + word.top + word.bottom for word in words])):
        return words
    return [word for word in words if is_finite(word.x0, word.x1, word.top, word.bottom)]


def _touches(one: Word, other: Word) -> bool:
    gap = other.x0 - one.x1
    size = other.style.size
    return -size < gap < GLUE_EM * size and abs(one.base - other.base) < 0.5 and not other.turn


def _glued_by_place(words: list[Word]) -> list[Word]:
    """The words, those of turned lines glued where no gap parts them.

    LibreOffice sets each turned letter by itself and Chromium each that is kerned; pdfium takes
    them for lines.
    """
    glued = set()
    lines: dict[tuple[int, int], list[int]] = {}
    for number, word in enumerate(words):
        if word.turn:
            lines.setdefault((word.turn, round(word.base)), []).append(number)
    for (turn, _), numbers in lines.items():
        numbers.sort(key=lambda number: _reach(words[number], turn))
        for one, other in pairwise(numbers):
            gap = _reach(words[other], turn)[0] - _reach(words[one], turn)[1]
            size = words[other].style.size
            if -KERNED_EM * 2 * size < gap < GLUE_EM * size:
                glued.add(other)
    return [
        word._replace(glued=number in glued) if word.turn else word
        for number, word in enumerate(words)
    ]


def _reach(word: Word, turn: int) -> tuple[float, float]:
    """Where a turned word begins and ends as it is read."""
    if turn == 270:
        return -word.bottom, -word.top
    return (word.top, word.bottom) if turn == 90 else (-word.x1, -word.x0)


def _many_looks(reading: _Reading, start: int, end: int, last: int) -> list[Word]:
    """The words between two gaps, one for each look; ``last`` is the last letter's piece.

    Pieces of one look are parted where they neither follow one another nor stand a blank apart:
    text of two cells that touch, or blanks set so tight that pdfium sees none.
    """
    look = reading.looks.at(last, end - 1)
    first = _object_at(reading.handle, start) or 0
    if first == last:
        return _one_look(reading, start, end, look)
    cuts = [start, *_changes(reading, start, end)]
    words: list[Word] = []
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        look = reading.looks.at(_object_at(reading.handle, begin) or 0, begin)
        for word in _one_look(reading, begin, stop, look):
            glued = begin != start and words and _is_glued_to(words[-1], word)
            words.append(word._replace(glued=True) if glued else word)
    return words


def _is_glued_to(one: Word, other: Word) -> bool:
    """Whether a piece goes on the piece before it as letters of a word do."""
    if one.style != other.style or other.turn:
        return True
    return other.x0 - one.x1 < BLANK_EM * other.style.size


def _changes(reading: _Reading, start: int, end: int) -> list[int]:
    """Where the look changes inside a word, or a piece stands off the one before."""
    cuts = []
    before = _object_at(reading.handle, start) or 0
    reading.looks.at(before, start)
    for index in range(start + 1, end):
        here = _object_at(reading.handle, index) or 0
        if here != before:
            look = reading.looks.at(here, index)
            if look != reading.looks.at(before, index - 1) or _stands_off(reading, index, look):
                cuts.append(index)
            before = here
    return cuts


def _stands_off(reading: _Reading, index: int, look: Look) -> bool:
    """Whether a letter neither follows the one before it nor is kerned to it."""
    if not look.plain or not _box_at(reading.handle, index - 1, _BOX):
        return False
    end = _box.right
    if not _box_at(reading.handle, index, _BOX):
        return False
    gap = _box.left - end
    return not -KERNED_EM * look.style.size <= gap <= TIGHT_EM * look.style.size


def _one_look(reading: _Reading, start: int, end: int, look: Look) -> list[Word]:
    """The letters as one word, or as several where vertical rules run through them."""
    word = _word(reading, start, end, look)
    if word is None:
        return []
    index = bisect_left(reading.at, word.x0 + CROSSED_PT)
    if index < len(reading.at) and reading.at[index] < word.x1 - CROSSED_PT:
        return _cut_at_rules(reading, start, end, word, look)
    return [word]


def _word(reading: _Reading, start: int, end: int, look: Look) -> Word | None:
    letters = letters_of(reading.text[start:end])
    if not letters or not _box_at(reading.handle, start, _BOX):
        return None
    if not look.plain:
        return _odd_word(reading, letters, start, end, look)
    left = _box.left
    if end - start > 1:
        _box_at(reading.handle, end - 1, _BOX)
    move = reading.affine.c
    return Word(
        letters, left + move, look.top, _box.right + move, look.bottom, look.base, look.style
    )


def _odd_word(reading: _Reading, letters: str, start: int, end: int, look: Look) -> Word | None:
    """A word that is turned, or on a page that is: its box from those of both its ends."""
    handle, affine = reading.handle, reading.affine
    left, bottom, right, top = _box.left, _box.bottom, _box.right, _box.top
    if _box_at(handle, end - 1, _BOX):
        left, right = min(left, _box.left), max(right, _box.right)
        bottom, top = min(bottom, _box.bottom), max(top, _box.top)
    _origin_at(handle, start, _X, _Y)
    x0, y0, x1, y1 = affine.frame(left, bottom, right, top)
    x, y = affine.point(_x.value, _y.value)
    if look.turn == 0:
        size = look.style.size
        y0, y1 = y - ASCENT_EM * size, y + DESCENT_EM * size
    base = y if look.turn in (0, 180) else x
    return Word(letters, x0, y0, x1, y1, base, look.style, False, look.turn)


def _cut_at_rules(reading: _Reading, start: int, end: int, word: Word, look: Look) -> list[Word]:
    """The word in pieces where a vertical rule parts it: text of two cells side by side.

    A word drawn in one piece that runs over a rule is too long for its cell and stays whole.
    """
    index = bisect_left(reading.at, word.x0 + CROSSED_PT)
    middle = (word.top + word.bottom) / 2
    while index < len(reading.at) and reading.at[index] < word.x1 - CROSSED_PT:
        rule = reading.rules[index]
        if rule.start <= middle <= rule.end:
            cut = _first_beyond(reading, start, end, rule.at)
            if start < cut < end and not _runs_on(reading, cut, look):
                one = _word(reading, start, cut, look)
                return [*([one] if one else []), *_one_look(reading, cut, end, look)]
        index += 1
    return [word]


def _runs_on(reading: _Reading, cut: int, look: Look) -> bool:
    """Whether a small letter goes on a word, kerned or not: the word is too long for its cell."""
    before, after = reading.text[cut - 1], reading.text[cut]
    return before.isalpha() and after.islower() and not _stands_off(reading, cut, look)


def _first_beyond(reading: _Reading, start: int, end: int, x: float) -> int:
    """The number of the first character that begins a piece of text right of ``x``."""
    before = _object_at(reading.handle, start)
    for index in range(start + 1, end):
        here = _object_at(reading.handle, index)
        if here != before and _box_at(reading.handle, index, _BOX):
            frame = reading.affine.frame(_box.left, _box.bottom, _box.right, _box.top)
            if (frame.x0 + frame.x1) / 2 > x:
                return index
        before = here
    return end
