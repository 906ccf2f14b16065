"""Numbers at the left of texts of several lines, large or on a badge: each counts the first line.

Knows words and their look, and small shapes; knows nothing of what is counted.
"""

import re
from collections.abc import Sequence

from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.record import Fill, Frame, Word

NUMERAL_RE = re.compile(r"[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?\.?")
LARGER = 1.5  # times the size of the text beside it: a numeral over its lines has 1.8 to 4 times
NEAR_EM = 2.5  # of the numeral's size to the text that it counts
REACH_EM = 0.1  # of the numeral's size by which the middle of its first line may stand above it
BADGE_PT = (8.0, 46.0)  # points of width of a circle or bar behind a number; 15 to 46 were seen
BADGE_HEIGHT_PT = 300.0  # points; a bar is as high as the text that it counts
BADGE_GAP_PT = 30.0  # points from a badge to the text beside it; 6 to 21 were seen
BLANK_EM = 0.3  # of the size of the text: where the numeral is set before it


def with_numerals(words: Sequence[Word]) -> list[Word]:
    """The words, each large numeral in the look and on the line of the text that it counts.

    A numeral as high as a title and the line below it stands on the base of the lower one, and was
    read before that: ``Safer streets 1 Lamps will be lit``.
    """
    heights = Heights(words)
    found = []
    for word in words:
        if NUMERAL_RE.fullmatch(word.text):
            top = word.top - REACH_EM * word.style.size
            word = _before_its_text(word, heights.between(top, word.bottom)) or word
        found.append(word)
    return found


def on_their_lines(words: Sequence[Word], fills: Sequence[Fill]) -> list[Word]:
    """The words, each number on a badge of its own on the base of the first line beside the badge.

    A number in the middle of a circle stands lower than the line that it counts, and higher than
    the next: between the two it was read as a word of their text.
    """
    badges = _badges(fills)
    if not badges:
        return list(words)
    heights = Heights(words)
    moved: dict[Word, Word] = {}
    for badge in badges:
        held = heights.within(badge)
        if len(held) == 1 and NUMERAL_RE.fullmatch(held[0].text):
            moved[held[0]] = _on_first_line(
                held[0], badge, heights.between(badge.top, badge.bottom)
            )
    return [moved.get(word, word) for word in words]


def _badges(fills: Sequence[Fill]) -> set[Frame]:
    """The fills as small as a badge, but shaded cells: the next one goes on in their colour."""
    low, high = BADGE_PT
    starts = {_side(fill, fill.x0) for fill in fills}
    return {
        Frame(*fill[:4])
        for fill in fills
        if low <= fill.x1 - fill.x0 <= high and low <= fill.bottom - fill.top <= BADGE_HEIGHT_PT
        if not any(_side(fill, fill.x1 + off) in starts for off in (-1.0, 0.0, 1.0))
    }


def _side(fill: Fill, x: float) -> tuple[int, int, int, str]:
    """A place at a fill's side, to the point, with how far the fill reaches and its colour."""
    return round(x), round(fill.top), round(fill.bottom), fill.colour


def _on_first_line(number: Word, badge: Frame, level: Sequence[Word]) -> Word:
    """The number of a badge on the base of the first line that begins right beside the badge.

    A large one is set before the text beside the whole badge, in the middle of which it may stand.
    """
    if (before := _before_its_text(number, level)) is not None:
        return before
    bases = [
        word.base
        for word in level
        if 0 <= word.x0 - badge.x1 <= BADGE_GAP_PT
        and badge.top < word.middle_y < badge.bottom
        and number.style.size < LARGER * word.style.size
    ]
    down = min(bases, default=number.base) - number.base
    return number._replace(
        top=number.top + down, bottom=number.bottom + down, base=number.base + down
    )


def _before_its_text(numeral: Word, level: Sequence[Word]) -> Word | None:
    """The numeral before the first of the lines beside it; None where it stands on that line.

    Args:
        numeral: A number.
        level: The words whose middle is between its top, or hardly above, and its bottom.
    """
    beside = [
        word
        for word in level
        if 0 < word.x0 - numeral.x1 < NEAR_EM * numeral.style.size
        and LARGER * word.style.size <= numeral.style.size
        and not word.turn
    ]
    if not beside:
        return None
    first = min(beside, key=lambda word: (word.base, word.x0))
    if numeral.base - first.base < first.style.size / 2:
        return None  # on the line of the title already, or beside a single line
    x1 = first.x0 - BLANK_EM * first.style.size
    return numeral._replace(
        x0=x1 - (numeral.x1 - numeral.x0) * first.style.size / numeral.style.size,
        x1=x1,
        top=first.top,
        bottom=first.bottom,
        base=first.base,
        style=first.style,
    )
