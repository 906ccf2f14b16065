"""The words of a page as pdfium has them, each with its box and its look.

Knows pdfium's text page; knows nothing of lines, tables or paragraphs.
"""

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from extractors.readers.pdf.engines.calls import Affine, cheap, handed
from extractors.readers.pdf.engines.file.drawn_fonts import DrawnFont, Reach
from extractors.readers.pdf.engines.text.characters import HYPHEN, letters_of, page_text
from extractors.readers.pdf.engines.text.letters import CROSSED_PT, Reading, many_looks, one_look
from extractors.readers.pdf.engines.text.looks import NO_DRAWN, UNKNOWN, Look, Looks
from extractors.readers.pdf.engines.text.turned import GLUE_EM, KERNED_EM, glued_by_place
from extractors.readers.pdf.record import Rule, Word, is_finite

WORD_RE = re.compile(r"[^\s\x00\x02]+\x02?|\x02")
UNMAPPED = "\uffff\ufffd\x00"
# Characters of a gap that may part no words: a blank, or the line break that pdfium puts after each
# letter of a page on which little is printed, since it takes its lines to run down the page.
BLANK, BREAK = 1, 2
MAX_X_PT = 20_000.0  # points; pages are 14,400 wide at most (PDF 32000-1, annex C)

_object_at = cheap(raw.FPDFText_GetTextObject, ctypes.c_void_p)
_box_at = cheap(raw.FPDFText_GetLooseCharBox, None)
_generated = cheap(raw.FPDFText_IsGenerated)

_box = raw.FS_RECTF()
_BOX = ctypes.byref(_box)


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


def read_words(
    text_page: Any,
    affine: Affine,
    rules: Sequence[Rule],
    hidden: frozenset[str] = frozenset(),
    across: Sequence[Rule] = (),
    drawn: Mapping[Reach, DrawnFont] = NO_DRAWN,
) -> PageWords:
    """Read the words of a page.

    Args:
        text_page: As loaded by pdfium.
        affine: From the page's coordinates to those of the page as displayed.
        rules: Its vertical rules: letters on either side of one belong to different words, even
            where no gap parts them.
        hidden: The names of the document's layers that are not shown.
        across: Its horizontal rules: one through letters ends where a word does.
        drawn: The fonts of which pdfium tells no name, by how far they reach.
    """
    handle = handed(text_page)
    text = page_text(text_page, raw.FPDFText_CountChars(text_page))
    reading = Reading(handle, affine, rules, text, Looks(handle, affine, hidden, drawn), across)
    spans = _spans(text)
    piece, look, number = -1, UNKNOWN, 0
    while number < len(spans):
        piece, look = _read_word(reading, spans, number, piece, look)
        number += 1
        if look.plain:
            number = _read_plain(reading, spans, number, piece, look)
    unmapped = sum(text.count(letter) for letter in UNMAPPED)
    if reading.looks.turned:
        reading.seen = glued_by_place(reading.seen)
    unread = _finite(reading.unread)
    if all(len(word.text) == 1 and word.text > " " for word in unread):
        reading.seen += unread  # bullets of a font of signs
        unread = []
    unmapped += sum([len(word.text) for word in unread])
    seen, unseen = _finite(reading.seen), tuple(_finite(reading.unseen))
    return PageWords(seen, unseen, unmapped, tuple(unread))


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a page's text begin and end."""
    plain = text.replace("\r", " ").replace("\n", " ")
    if not plain.isprintable():  # odd blanks or signs
        return list(map(re.Match.span, WORD_RE.finditer(text)))
    spans = []
    start = 0
    for letters in plain.split(" "):  # half the time that the pattern takes
        end = start + len(letters)
        if letters:
            spans.append((start, end))
        start = end + 1
    return spans


def _read_word(
    reading: Reading, spans: Sequence[tuple[int, int]], number: int, piece: int, look: Look
) -> tuple[int, Look]:
    """Read the letters between two gaps, with care; gives the piece of the last, and its look.

    ``piece`` and ``look`` are those of the letters before the first gap.
    """
    start, end = spans[number]
    # pdfium's sign for a hyphen at a line's end belongs to no piece of text.
    hyphen = reading.text[end - 1] == HYPHEN and end > start + 1
    last = _object_at(reading.handle, end - 1 - hyphen) or 0
    if last == piece:  # pieces of text do not interleave
        words = one_look(reading, start, end - hyphen, look)
    else:
        look = reading.looks.at(last, end - 1 - hyphen)
        words = many_looks(reading, start, end - hyphen, last, look)
    if hyphen and words:
        words[-1] = words[-1]._replace(text=f"{words[-1].text}-")
    gap = start - spans[number - 1][1] if number else 0
    _add(reading, reading.kept(look), words, start, gap)
    return last, look


def _read_plain(
    reading: Reading, spans: Sequence[tuple[int, int]], number: int, piece: int, look: Look
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
        letters, last = text[start:end], end - 1
        if _object_at(handle, last) != piece or text[last] == HYPHEN:
            return at
        _box_at(handle, start, _BOX)
        x0 = _box.left + move
        if last > start:
            _box_at(handle, last, _BOX)
        x1 = _box.right + move
        letters = letters if letters.isascii() else letters_of(letters)
        if not (letters and low <= x0 >= edge and x1 <= high):
            return at
        edge = x1 + glue
        kept.append(Word(letters, x0, top, x1, bottom, base, style))
    return len(spans)


def _add(reading: Reading, kept: list[Word], words: list[Word], start: int, gap: int) -> None:
    """Add words; ``start`` numbers their first letter, ``gap`` the characters of the gap before."""
    doubted = gap in (BLANK, BREAK) and kept and words
    if doubted and _touches(kept[-1], words[0], 1.0 if gap == BLANK else KERNED_EM):
        words[0] = words[0]._replace(glued=bool(_generated(reading.handle, start - 1) == 1))
    kept += words


def _finite(words: list[Word]) -> list[Word]:
    """The words whose places are numbers; checked at once, since nearly always all are."""
    if math.isfinite(sum([word.x0 + word.x1 + word.top + word.bottom for word in words])):
        return words
    return [word for word in words if is_finite(word.x0, word.x1, word.top, word.bottom)]


def _touches(one: Word, other: Word, over_em: float) -> bool:
    """Whether a word goes on the one before it, overlapping it by less than so much of its size."""
    gap = other.x0 - one.x1
    size = other.style.size
    return (
        -over_em * size < gap < GLUE_EM * size
        and abs(one.base - other.base) < 0.5
        and not other.turn
    )
