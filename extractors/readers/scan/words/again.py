"""Short texts of a page read once more: references, dates, single letters.

Tesseract knows a line by its words: of "1.2" alone in a cell it makes "12", "1:2" or "za". Read
again at another size, and behind a printed word that shows how high the letters are, two of three
readings agree on what is printed. Of 905 texts of up to twelve letters on 26 made pages were read
right at first 866, by the vote of three 884.

Knows pictures and readings; knows no tables.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.words.cells import MARGIN, PAPER, SCALE, enlarged
from extractors.readers.scan.words.letters import BULLETS, DASHES
from extractors.readers.scan.words.votes import SHORT, TINY, Reading, is_unread, settle
from extractors.readers.scan.words.words import SeenWord, line_size, parted_texts, recognise

UNSURE = 70  # confidence of 0 to 100 below which any text is read again
MOST = 150  # texts of a page; a page of 30 rows has 90, each takes 15 ms
CARRIER = "the"
CARRIER_GAP_EM = 0.6  # of the size between the carrier and the text
BLOCK_MODE = 6  # Tesseract's mode for lines one below another
UNREAD_LINE = 500_000  # number of the first line of texts that were passed over
AROUND = 5  # pixels of paper taken with a text
MOST_LINES = 1.6  # times the size: the height of one line; a taller text has caught its neighbours
TOUCHING = 0.3  # of the height: a gap as between letters
SLASH_RE = re.compile(r"(?<=\d) ?/ ?(?=\d)")  # "2026 /27" is one figure


@dataclass(frozen=True, slots=True)
class _Look:
    """One picture of a text: the pixels of its left that hold the carrier, 0 without one."""

    grey: Grey
    carried: int


def read_again(
    program: str, grey: Grey, dpi: int, seen: Sequence[SeenWord], missed: Sequence[Frame]
) -> list[SeenWord]:
    """The words with short and unsure texts as most of three readings have them.

    Args:
        program: Where Tesseract is.
        grey: The straightened page without its rules.
        dpi: Its pixels an inch.
        seen: What was read first.
        missed: Where letters stand of which nothing was read.

    Returns:
        The words; where letters stand that cannot be read, one without letters.

    Raises:
        OcrFailed: Tesseract ended with an error.
    """
    behind = filter(None, map(_behind_mark, parted_texts(seen)))
    texts = [text for text in behind if _is_doubtful(text)]
    texts += [[_unread(frame, at)] for at, frame in enumerate(missed)]
    asked, left = texts[:MOST], texts[MOST:]
    if not asked:
        return list(seen)
    looks = [look for text in asked for look in _looks(grey, text)]
    readings = _read(program, looks, dpi)
    doubtful = {id(word) for text in asked for word in text}
    mended = [word for word in seen if id(word) not in doubtful]
    for text, second, third in zip(asked, readings[::2], readings[1::2], strict=True):
        mended += settle(text, [_first(text), second, third])
    mended += [word for (word, *_) in left if is_unread(word)]
    return _without_doubles(mended)


def _without_doubles(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words without those that a text said to be passed over begins, ends with or is.

    Tesseract's box of a narrow figure may miss it, which is then read again beside itself.
    """
    late = [word for word in words if word.line[0] >= UNREAD_LINE and word.text]
    said = [word for word in words if word.line[0] < UNREAD_LINE] if late else []
    dropped: set[int] = set()
    for word in late:
        for own in said:
            if not _is_beside(own, word):
                continue
            if own.text.strip(".,") == word.text.strip(".,"):
                dropped.add(id(word))
            elif word.text.startswith(own.text) or word.text.endswith(own.text):
                dropped.add(id(own))
    return [word for word in words if id(word) not in dropped]


def _is_beside(one: SeenWord, other: SeenWord) -> bool:
    """Whether two words stand on one line, nearer than two letters would."""
    height = min(one.bottom - one.top, other.bottom - other.top)
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    return shared >= height / 2 and gap <= TOUCHING * height


def _unread(frame: Frame, number: int) -> SeenWord:
    """A word that says nothing yet, on a line of its own."""
    x0, top, x1, bottom = map(round, frame)
    return SeenWord("", x0, top, x1, bottom, 0.0, (UNREAD_LINE + number, 1, 1))


def _behind_mark(text: Sequence[SeenWord]) -> Sequence[SeenWord]:
    """A text without the dash or dot that it begins with, which later readings need not have.

    Of a dash alone, far before its item or in a cell without a date, nothing is left.
    """
    marked = text[0].text in DASHES or (len(text) > 1 and text[0].text in BULLETS)
    return text[1:] if marked else text


def _is_doubtful(text: Sequence[SeenWord]) -> bool:
    said = " ".join(word.text for word in text)
    height = max(word.bottom for word in text) - min(word.top for word in text)
    if height > MOST_LINES * line_size(text)[0]:
        return False
    short = len(said) <= SHORT and any(letter.isdigit() for letter in said)
    return short or len(said) <= TINY or min(word.sure for word in text) < UNSURE


def _first(text: Sequence[SeenWord]) -> Reading:
    said = " ".join(word.text for word in text)
    return Reading(said, min(word.sure for word in text))


def _looks(grey: Grey, text: Sequence[SeenWord]) -> Iterable[_Look]:
    """The text as large as it was scanned, and larger behind the carrier."""
    top, bottom = min(word.top for word in text), max(word.bottom for word in text)
    left, right = text[0].x0, max(word.x1 for word in text)
    box = grey[max(top - AROUND, 0) : bottom + AROUND, max(left - AROUND, 0) : right + AROUND]
    yield _Look(np.pad(enlarged(box, 1.0), MARGIN, constant_values=PAPER), 0)
    yield _carried(enlarged(box, SCALE), line_size(text)[0] * SCALE)


def _carried(picture: Grey, size: float) -> _Look:
    """A picture behind the carrier, both on one line."""
    carrier = _carrier(round(size))
    gap = round(CARRIER_GAP_EM * size)
    base, own = _ink_bottom(picture), _ink_bottom(carrier)
    down, lower = max(base - own, 0), max(own - base, 0)
    height = max(down + carrier.shape[0], lower + picture.shape[0])
    start = carrier.shape[1] + gap
    whole = np.full((height, start + picture.shape[1]), PAPER, dtype=np.uint8)
    whole[down : down + carrier.shape[0], : carrier.shape[1]] = carrier
    whole[lower : lower + picture.shape[0], start:] = picture
    return _Look(np.pad(whole, MARGIN, constant_values=PAPER), MARGIN + carrier.shape[1])


def _carrier(size: int) -> Grey:
    font = ImageFont.load_default(max(size, 8))
    width = round(font.getlength(CARRIER)) + 2
    picture = Image.new("L", (width, round(1.4 * size)), PAPER)
    ImageDraw.Draw(picture).text((0, 0), CARRIER, fill=40, font=font)
    return np.asarray(picture)


def _ink_bottom(picture: Grey) -> int:
    rows = np.flatnonzero((picture < PAPER // 2).any(axis=1))
    return int(rows[-1]) + 1 if rows.size else picture.shape[0]


def _read(program: str, looks: Sequence[_Look], dpi: int) -> list[Reading]:
    """What is read in each picture; no text where nothing is, or the carrier is not."""
    offsets = [0]
    for look in looks:
        offsets.append(offsets[-1] + look.grey.shape[0])
    width = max(look.grey.shape[1] for look in looks)
    whole = np.full((offsets[-1], width), PAPER, dtype=np.uint8)
    for look, offset in zip(looks, offsets, strict=False):
        rows, columns = look.grey.shape
        whole[offset : offset + rows, :columns] = look.grey
    found: list[list[SeenWord]] = [[] for _ in looks]
    for word in recognise(program, whole, round(dpi * SCALE), BLOCK_MODE):
        place = bisect_right(offsets, (word.top + word.bottom) // 2) - 1
        found[min(max(place, 0), len(looks) - 1)].append(word)
    return [_reading(words, look) for words, look in zip(found, looks, strict=True)]


def _reading(words: Sequence[SeenWord], look: _Look) -> Reading:
    own = [word for word in words if word.x0 >= look.carried]
    if not own or (look.carried and [w.text for w in words if w.x0 < look.carried] != [CARRIER]):
        return Reading("", 0.0)
    said = SLASH_RE.sub("/", " ".join(word.text for word in own))
    return Reading(said, min(word.sure for word in own))
