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
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.cells import MARGIN, PAPER, SCALE, enlarged
from extractors.readers.scan.image import Grey
from extractors.readers.scan.words import SeenWord, line_size, recognise

SHORT = 12  # letters of a text that is read again where it holds a digit: "September 27"
TINY = 3  # letters of one that is read again in any case, or may be dust: "H", "TBC"
UNSURE = 70  # confidence of 0 to 100 below which any text is read again
GAP_EM = 1.0  # of the size between two texts on one line; words stand a third apart
MOST = 150  # texts of a page; a page of 30 rows has 90, each takes 15 ms
CARRIER = "the"
CARRIER_GAP_EM = 0.6  # of the size between the carrier and the text
BLOCK_MODE = 6  # Tesseract's mode for lines one below another
UNREAD_LINE = 500_000  # number of the first line of texts that were passed over
AROUND = 5  # pixels of paper taken with a text
FORM_BONUS = 60  # of confidence, for a reading that has the form of a reference or a date
ALONE_SURE = 50  # confidence at most of a text that no two readings agree on
FORM_RE = re.compile(
    r"(?:[A-Z]{1,4}[.-]?)?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}/\d{2,4}|Q[1-4](?: \d{4}(?:/\d{2})?)?"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[- ]\d{2,4}"
)
MOST_LINES = 1.6  # times the size: the height of one line; a taller text has caught its neighbours
LONGER = 1.3  # times as long as first read: what is, has caught the next line or cell
SLASH_RE = re.compile(r"(?<=\d) ?/ ?(?=\d)")  # "2026 /27" is one figure
EDGES = "|[‘’'_~ -"  # marks that a rule or dust beside a text is taken for


class Reading(NamedTuple):
    """What a text may say, and how sure that is, 0 to 100."""

    text: str
    sure: float


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

    Raises:
        OcrFailed: Tesseract ended with an error.
    """
    texts = [text for text in _texts(seen) if _is_doubtful(text)]
    texts = [*texts, *([_unread(frame, at)] for at, frame in enumerate(missed))][:MOST]
    if not texts:
        return list(seen)
    looks = [look for text in texts for look in _looks(grey, text)]
    readings = _read(program, looks, dpi)
    doubtful = {id(word) for text in texts for word in text}
    mended = [word for word in seen if id(word) not in doubtful]
    for text, second, third in zip(texts, readings[::2], readings[1::2], strict=True):
        mended += _settled(text, [_first(text), second, third])
    return mended


def _unread(frame: Frame, number: int) -> SeenWord:
    """A word that says nothing yet, on a line of its own."""
    x0, top, x1, bottom = map(round, frame)
    return SeenWord("", x0, top, x1, bottom, 0.0, (UNREAD_LINE + number, 1, 1))


def _texts(seen: Sequence[SeenWord]) -> Iterable[list[SeenWord]]:
    """The words that stand together on a line, left to right."""
    lines: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    for line in lines.values():
        line.sort(key=lambda word: word.x0)
        gap = GAP_EM * line_size(line)[0]
        cuts = [at for at, (a, b) in enumerate(pairwise(line), 1) if b.x0 - a.x1 > gap]
        for start, end in pairwise((0, *cuts, len(line))):
            yield line[start:end]


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


def _settled(text: Sequence[SeenWord], readings: Sequence[Reading]) -> list[SeenWord]:
    """The words of a text as the most and the surest of its readings have it."""
    votes: dict[str, list[float]] = {}
    most = max(LONGER * len(readings[0].text), SHORT)
    for reading in readings:
        said = reading.text.strip(EDGES)
        if said and len(said) <= most:
            votes.setdefault(said, []).append(reading.sure)
    if not votes or _is_nothing(readings):
        return []
    best = max(votes, key=lambda said: sum(votes[said]) + FORM_BONUS * _has_form(said))
    agreed = len(votes[best]) > 1
    sure = max(votes[best]) if agreed else min(*votes[best], ALONE_SURE)
    parts = best.split()
    if len(parts) == len(text):
        pairs = zip(text, parts, strict=True)
        return [replace(word, text=part, sure=sure) for word, part in pairs]
    return _spread(text, parts, sure)


def _is_nothing(readings: Sequence[Reading]) -> bool:
    """Whether letters are only taken for such: not seen again, or passed over and seen once.

    Dust and rules are taken for a few letters; a longer text was printed, however it is read.
    """
    first, *later = readings
    seen = [reading.text for reading in later if any(map(str.isalnum, reading.text))]
    if not first.text:
        return len(set(seen)) != 1 or len(seen) < len(later)
    return len(first.text) <= TINY and not seen and first.sure < ALONE_SURE


def _has_form(said: str) -> bool:
    return FORM_RE.fullmatch(said) is not None


def _spread(text: Sequence[SeenWord], parts: Sequence[str], sure: float) -> list[SeenWord]:
    """Words in the place of others, each as wide as its letters are many."""
    first, last = text[0], text[-1]
    letter = (last.x1 - first.x0) / max(len(" ".join(parts)), 1)
    words, at = [], 0
    for part in parts:
        x0, x1 = first.x0 + round(at * letter), first.x0 + round((at + len(part)) * letter)
        words.append(replace(first, text=part, x0=x0, x1=x1, sure=sure))
        at += len(part) + 1
    return words
