"""Words by height: those at a frame's height are found without a look at all of the page.

Knows words and where they stand; knows nothing of what they say.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from extractors.readers.pdf.record import Frame, Word


class Heights:
    """The words of a page, to be asked for those at many heights; each answer in their order."""

    def __init__(self, words: Sequence[Word], places: Sequence[float] = ()) -> None:
        """Where no ``places`` are given, the words stand at the heights of their middles."""
        self.words = words
        self._given = places

    @cached_property
    def _sorted(self) -> tuple[list[int], list[float]]:
        """The numbers of the words from top to bottom, and their heights; made when asked for."""
        places = self._given or [(word.top + word.bottom) / 2 for word in self.words]
        return sorted(range(len(places)), key=places.__getitem__), sorted(places)

    def between(self, low: float, high: float) -> list[Word]:
        """The words from one height to another, in points from the top of the page."""
        numbers, places = self._sorted
        held = numbers[bisect_left(places, low) : bisect_right(places, high)]
        return [self.words[number] for number in sorted(held)]

    def within(self, frame: Frame) -> list[Word]:
        """The words whose middle lies in a frame."""
        low, high = 2 * frame.x0, 2 * frame.x1
        level = self.between(frame.top, frame.bottom)
        return [word for word in level if low <= word.x0 + word.x1 <= high]
