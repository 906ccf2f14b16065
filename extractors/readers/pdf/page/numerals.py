"""Large numbers at the left of texts of several lines: they count the first line of each.

Knows words and their look; knows nothing of what is counted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from extractors.readers.pdf.record import Word

NUMERAL_RE = re.compile(r"\d{1,2}\.?")
LARGER = 1.5  # times the size of the text beside it: a numeral over its lines has 1.8 to 4 times
NEAR_EM = 2.5  # of the numeral's size to the text that it counts
BLANK_EM = 0.3  # of the size of the text: where the numeral is set before it


def with_numerals(words: Sequence[Word]) -> list[Word]:
    """The words, each large numeral in the look and on the line of the text that it counts.

    A numeral as high as a title and the line below it stands on the base of the lower one, and was
    read before that: ``Safer streets 1 Lamps will be lit``.
    """
    ordered = sorted(words, key=attrgetter("middle_y"))
    heights = [word.middle_y for word in ordered]
    found = []
    for word in words:
        if NUMERAL_RE.fullmatch(word.text):
            first, last = bisect_right(heights, word.top), bisect_left(heights, word.bottom)
            word = _before_its_text(word, ordered[first:last]) or word
        found.append(word)
    return found


def _before_its_text(numeral: Word, level: Sequence[Word]) -> Word | None:
    """The numeral before the first of the lines beside it; None where it stands on that line.

    Args:
        numeral: A number.
        level: The words whose middle is between its top and its bottom.
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
