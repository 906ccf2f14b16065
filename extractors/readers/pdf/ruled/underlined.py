"""Rules under and through words: a link or a dropped action may fill its cell from side to side.

Knows rules and words; knows nothing of grids.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extractors.readers.pdf.record import STRIKE_EM, Rule, Word

UNDER_EM = 0.2  # of the size from the base to its underline: 0.06 to 0.16 at 250 links of 7 plans
BASE = attrgetter("base")
END_PT = 1.5  # points by which an underline may be longer or shorter than its words


def without_underlines(across: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The horizontal rules that neither underline words nor strike them through.

    A border is as far from the text above it as the cell pads, and longer than the text.
    """
    upright = sorted([word for word in words if word.turn == 0], key=BASE)
    bases = list(map(BASE, upright))
    largest = max({word.style.size for word in upright}, default=0.0)
    kept = []
    for rule in across:
        first = bisect_left(bases, rule.at - UNDER_EM * largest)
        last = bisect_left(bases, rule.at + STRIKE_EM[1] * largest)
        if first == last or not _underlines(rule, upright[first:last]):
            kept.append(rule)
    return kept


def _underlines(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether words just above a rule, or around it, begin and end with it."""
    over = [
        word
        for word in words
        if -STRIKE_EM[1] * word.style.size <= rule.at - word.base <= UNDER_EM * word.style.size
        and word.x0 > rule.start - END_PT
        and word.x1 < rule.end + END_PT
    ]
    if not over:
        return False
    left, right = min(word.x0 for word in over), max(word.x1 for word in over)
    return abs(left - rule.start) <= END_PT and abs(right - rule.end) <= END_PT
