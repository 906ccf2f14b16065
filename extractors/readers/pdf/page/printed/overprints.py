"""What is printed across the words of a page: watermarks, stamps, shadows, words printed twice.

Knows the words and rules of a page and of the pages beside it; knows nothing of lines or tables.
Left among the words, "DRAFT" set across a table stands in the middle of some of its cells.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter, sub
from typing import NamedTuple

from extractors.readers.pdf.lines import join_words
from extractors.readers.pdf.page.printed.margins import MARGIN
from extractors.readers.pdf.record import PageRecord, Word, inside, is_light

# Over 60 watermarks and stamps of six kinds on made plans, text of 8 to 11 points.
LARGE = 2.0  # times the size of most letters: watermarks are set at 24 to 110 points, 2.2 times on
SLANTED_LARGE = 1.3  # times it where they stand at a slant: slanted heads are as small as the text
PALE = 0xA8  # of 255 in every channel: watermarks have 0xB3 to 0xDD, text to be read 0x80 at most
LETTERS_EM = 0.7  # of the size: from the base to the top of a capital, whose box is higher
COVERED = 2  # words printed under a larger one: a single one may be set into a large letter
SAME_PLACE_PT = 2.0  # points by which a watermark moves from page to page
COPY_EM = 0.25  # of the size by which a shadow is moved: 0.03 to 0.1; two words are never so near
TOP = attrgetter("top")
STRIPE_PT = 32.0  # points; words are sought among those of a stripe so high, not of the whole page


class Overprints(NamedTuple):
    """The words of the text, and what is printed across them: ``("DRAFT",)``."""

    words: list[Word]
    across: tuple[str, ...] = ()


def part_overprints(
    words: Sequence[Word], record: PageRecord, beside: Sequence[PageRecord] = ()
) -> Overprints:
    """Part the words of a page from what is printed across them.

    Args:
        words: Of the page, those that are seen.
        record: The page, for its rules: text to be read has none through its letters.
        beside: The pages before and after it: a pale, large text that one of them has in the same
            place is a watermark, though it hits no word here.
    """
    heights = {word.style.size for word in words}
    aslant = any([word.turn % 90 for word in words])
    if not aslant and max(heights, default=0.0) < LARGE * min(heights, default=0.0):
        return Overprints(list(words))  # nearly every page
    sizes = Counter({0.0: 0})
    for word in words:
        sizes[word.style.size] += len(word.text)
    main = sizes.most_common(1)[0][0]
    kept: list[Word] = []
    large: dict[tuple[object, ...], list[Word]] = {}
    for word in words:
        slanted = word.turn % 90
        if word.style.size >= (SLANTED_LARGE if slanted else LARGE) * main:
            place = slanted or round(word.base)
            large.setdefault((place, word.turn, word.style), []).append(word)
        else:
            kept.append(_straight(word) if slanted else word)
    across = []
    for line in large.values():
        if line[0].turn % 90 or _is_across(line, kept, record, beside):
            across.append(join_words(line))
        else:
            kept += line
    return Overprints(kept, tuple(across))


def _straight(word: Word) -> Word:
    """A slanted word of the text's own size, such as a head at 45 degrees, as if it were not."""
    return word._replace(turn=round(word.turn / 90) * 90 % 360)


def _is_across(
    line: Sequence[Word], words: Sequence[Word], record: PageRecord, beside: Sequence[PageRecord]
) -> bool:
    """Whether a line of large letters is printed over smaller words or rules, or on every page."""
    small = [word for word in words if word.style.size * LARGE <= line[0].style.size]
    frames = [(word.x0, *_letters(word), word.x1) for word in line]
    hit = sum(
        any(
            inside(one.middle_x, one.middle_y, (x0, top, x1, bottom))
            for x0, top, bottom, x1 in frames
        )
        for one in small
    )
    if hit >= COVERED:
        return True
    pale = is_light(line[0].style.colour, PALE)
    if pale and (hit or _is_crossed(frames, record)):
        return True
    middle = (line[0].top + line[0].bottom) / 2
    inner = MARGIN * record.height < middle < (1 - MARGIN) * record.height
    return pale and inner and all(_stands_in(beside, word) for word in line)


def _letters(word: Word) -> tuple[float, float]:
    """Where the letters of a word begin and end from top to bottom."""
    if word.turn:
        return word.top, word.bottom
    return word.base - LETTERS_EM * word.style.size, word.base


def _is_crossed(frames: Iterable[tuple[float, float, float, float]], record: PageRecord) -> bool:
    """Whether a vertical rule runs through the letters."""
    return any(
        x0 < rule.at < x1 and rule.start <= top and bottom <= rule.end
        for x0, top, bottom, x1 in frames
        for rule in record.down
        if not rule.fill
    )


def _stands_in(records: Sequence[PageRecord], word: Word) -> bool:
    return any(
        one.text == word.text
        and one.style == word.style
        and abs(one.x0 - word.x0) <= SAME_PLACE_PT
        and abs(one.base - word.base) <= SAME_PLACE_PT
        for record in records
        for one in record.words
    )


def without_copies(words: Iterable[Word]) -> list[Word]:
    """The words once each, where they are printed over themselves: bold so made, and shadows.

    What is painted last is seen, so the last copy gives its look.
    """
    words = list(words)
    if not _any_near(words):
        return words  # nearly every page; 0.1 ms of it, while looking at each word takes 0.5
    kept: list[Word] = []
    places: dict[tuple[str, float], list[int]] = {}  # the words of the same letters and stripe
    for word in words:
        near, top = COPY_EM * word.style.size, word.top
        stripe, above, below = (
            top // STRIPE_PT,
            (top - near) // STRIPE_PT,
            (top + near) // STRIPE_PT,
        )
        known = places.setdefault((word.text, stripe), [])
        if above < below:
            around = {stripe, above, below}
            known_around = [at for one in around for at in places.get((word.text, one), ())]
            at = _copied(word, near, known_around, kept)
        else:
            at = _copied(word, near, known, kept) if known else None
        if at is None:
            known.append(len(kept))
            kept.append(word)
        else:
            known.append(at)
            kept[at] = word._replace(glued=kept[at].glued)
    return kept


def _any_near(words: Sequence[Word]) -> bool:
    """Whether any two words, of whatever letters, begin so near to one another as copies do.

    Words that may be near one another stand in one band: lines of the same height, or nearly.
    """
    lines: dict[float, list[Word]] = {}
    for top, line in groupby(words, TOP):
        lines.setdefault(top, []).extend(line)
    near = COPY_EM * max({word.style.size for word in words}, default=0.0)
    bands: list[list[Word]] = []
    before = -math.inf
    for top, band in sorted(lines.items(), key=itemgetter(0)):
        if top - before < near:
            bands[-1] += band
        else:
            bands.append(band)
        before = top
    return any(_are_near(band, near) for band in bands)


def _are_near(band: Sequence[Word], most: float) -> bool:
    """Whether two words of a band begin so near; ``most`` is that for the largest of the page."""
    starts = sorted([word.x0 for word in band])
    gap = min(map(sub, starts[1:], starts), default=math.inf)
    return gap < most and gap < COPY_EM * max([word.style.size for word in band])


def _copied(word: Word, near: float, known: Sequence[int], kept: Sequence[Word]) -> int | None:
    """The last of some words of the same letters that stands where a word does."""
    left, right, above, below = word.x0 - near, word.x0 + near, word.top - near, word.top + near
    there = [at for at in known if left < kept[at].x0 < right and above < kept[at].top < below]
    return max(there, default=None)
