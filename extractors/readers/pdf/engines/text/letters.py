"""Letters between two gaps to words, with care: looks that change, rules that cross, odd letters.

Knows pdfium's text page and one run of letters of it; knows nothing of the words around.
"""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Affine, cheap
from extractors.readers.pdf.engines.text.characters import letters_of
from extractors.readers.pdf.engines.text.looks import ASCENT_EM, DESCENT_EM, Look, Looks
from extractors.readers.pdf.engines.text.turned import KERNED_EM
from extractors.readers.pdf.record import STRIKE_EM, Rule, Word

TIGHT_EM = 0.06  # of the size; letters of one word drawn piece by piece stand closer
BLANK_EM = 0.12  # of the size between pieces without a blank; ligatures end 0.1 before the next
CLOSERS = frozenset(".,;:!?)]'’")  # marks that stand close behind a word
STRIKE_END_PT = 1.2  # points: a line through letters reaches beyond them by its width, 0.7
CROSSED_PT = 1.5  # points of a word on either side of a rule before it counts as crossing it

_object_at = cheap(raw.FPDFText_GetTextObject, ctypes.c_void_p)
_box_at = cheap(raw.FPDFText_GetLooseCharBox)
_origin_at = cheap(raw.FPDFText_GetCharOrigin)

_box = raw.FS_RECTF()
_BOX = ctypes.byref(_box)
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)


class Reading:
    """One text page while it is read: pdfium's handle, its text, its rules, looks and words.

    ``rules`` are the vertical ones, ``across`` the horizontal ones that are no edge of a fill.
    """

    def __init__(
        self,
        handle: Any,
        affine: Affine,
        rules: Sequence[Rule],
        text: str,
        looks: Looks,
        across: Sequence[Rule] = (),
    ) -> None:
        self.handle = handle
        self.affine = affine
        self.rules = sorted(rules)
        self.at = [rule.at for rule in self.rules]
        self.across = sorted(rule for rule in across if not rule.fill)
        self.heights = [rule.at for rule in self.across]
        self.text = text
        self.looks = looks
        self.seen: list[Word] = []
        self.unseen: list[Word] = []
        self.unread: list[Word] = []

    def kept(self, look: Look) -> list[Word]:
        """Where words of a look are kept."""
        if not look.seen:
            return self.unseen
        return self.seen if look.named else self.unread


def many_looks(reading: Reading, start: int, end: int, last: int, look: Look) -> list[Word]:
    """The words between two gaps, one for each look; ``last`` is the last letter's piece.

    ``look`` is that of the last letter.

    Pieces of one look are parted where they neither follow one another nor stand a blank apart:
    text of two cells that touch, or blanks set so tight that pdfium sees none.
    """
    first = _object_at(reading.handle, start) or 0
    if first == last:
        return one_look(reading, start, end, look)
    cuts = [start, *_changes(reading, start, end)]
    words: list[Word] = []
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        look = reading.looks.at(_object_at(reading.handle, begin) or 0, begin)
        for word in one_look(reading, begin, stop, look):
            glued = begin != start and words and _is_glued_to(words[-1], word)
            words.append(word._replace(glued=True) if glued else word)
    return words


def _is_glued_to(one: Word, other: Word) -> bool:
    """Whether a piece goes on the piece before it as letters of a word do."""
    if one.style != other.style or other.turn:
        return True
    return other.x0 - one.x1 < BLANK_EM * other.style.size


def _changes(reading: Reading, start: int, end: int) -> list[int]:
    """Where the look changes inside a word, or a piece stands off the one before."""
    cuts = []
    before = _object_at(reading.handle, start) or 0
    reading.looks.at(before, start)
    for index in range(start + 1, end):
        here = _object_at(reading.handle, index) or 0
        if here != before:
            look = reading.looks.at(here, index)
            other = look != reading.looks.at(before, index - 1)
            if other or _stands_off(reading, index, look) or _at_strike(reading, index, look):
                cuts.append(index)
            before = here
    return cuts


def _stands_off(reading: Reading, index: int, look: Look) -> bool:
    """Whether a letter neither follows the one before it nor is kerned to it."""
    if not look.plain or not _box_at(reading.handle, index - 1, _BOX):
        return False
    end = _box.right
    if not _box_at(reading.handle, index, _BOX):
        return False
    gap = _box.left - end
    return not -KERNED_EM * look.style.size <= gap <= TIGHT_EM * look.style.size


def _at_strike(reading: Reading, index: int, look: Look) -> bool:
    """Whether a line through the letters before or behind ends where a letter begins.

    A reviewer's word is struck and the new one set hard behind it, both in the reviewer's colour.
    """
    if not look.plain or not _box_at(reading.handle, index, _BOX):
        return False
    x, size = _box.left + reading.affine.c, look.style.size
    low, high = (look.base - share * size for share in reversed(STRIKE_EM))
    level = slice(bisect_left(reading.heights, low), bisect_right(reading.heights, high))
    return any(
        min(abs(rule.start - x), abs(rule.end - x)) <= STRIKE_END_PT
        for rule in reading.across[level]
    )


def one_look(reading: Reading, start: int, end: int, look: Look) -> list[Word]:
    """The letters as one word, or as several where vertical rules run through them."""
    word = _word(reading, start, end, look)
    if word is None:
        return []
    index = bisect_left(reading.at, word.x0 + CROSSED_PT)
    if index < len(reading.at) and reading.at[index] < word.x1 - CROSSED_PT:
        return _cut_at_rules(reading, start, end, word, look)
    return [word]


def _word(reading: Reading, start: int, end: int, look: Look) -> Word | None:
    letters = letters_of(reading.text[start:end])
    if not letters or not _box_at(reading.handle, start, _BOX):
        return None
    if not look.plain:
        return _odd_word(reading, letters, start, end, look)
    left = _box.left
    if end - start > 1:
        _box_at(reading.handle, end - 1, _BOX)
    move = reading.affine.c
    x0, x1 = left + move, _box.right + move
    return Word(letters, x0, look.top, x1, look.bottom, look.base, look.style)


def _odd_word(reading: Reading, letters: str, start: int, end: int, look: Look) -> Word | None:
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
    base = x if round(look.turn / 90) % 2 else y
    return Word(letters, x0, y0, x1, y1, base, look.style, False, look.turn)


def _cut_at_rules(reading: Reading, start: int, end: int, word: Word, look: Look) -> list[Word]:
    """The word in pieces where a vertical rule parts it: text of two cells side by side.

    A word drawn in one piece that runs over a rule is too long for its cell and stays whole.
    """
    index = bisect_left(reading.at, word.x0 + CROSSED_PT)
    middle = word.middle_y
    while index < len(reading.at) and reading.at[index] < word.x1 - CROSSED_PT:
        rule = reading.rules[index]
        if rule.start <= middle <= rule.end:
            cut = _first_beyond(reading, start, end, rule.at)
            if start < cut < end and not _runs_on(reading, cut, look):
                one = _word(reading, start, cut, look)
                return [*([one] if one else []), *one_look(reading, cut, end, look)]
        index += 1
    return [word]


def _runs_on(reading: Reading, cut: int, look: Look) -> bool:
    """Whether a small letter or a mark goes on a word that is too long for its cell."""
    before, after = reading.text[cut - 1], reading.text[cut]
    goes_on = before.isalpha() and (after.islower() or after in CLOSERS)
    return goes_on and not _stands_off(reading, cut, look)


def _first_beyond(reading: Reading, start: int, end: int, x: float) -> int:
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
