"""Words by height: those at a frame's height are found without a look at all of the page.

Knows words and where they stand; knows nothing of what they say.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.readers.pdf.record import Frame, Word


class Heights:
    """The words of a page, to be asked for those at many heights; each answer in their order."""

    def __init__(self, words: Sequence[Word], places: Sequence[float] = ()) -> None:
        """Where no ``places`` are given, the words stand at the heights of their middles."""
        places = places or [(word.top + word.bottom) / 2 for word in words]
        self.words = words
        self._order = sorted(range(len(words)), key=places.__getitem__)
        self._places = sorted(places)

    def between(self, low: float, high: float) -> list[Word]:
        """The words from one height to another, in points from the top of the page."""
        first, last = bisect_left(self._places, low), bisect_right(self._places, high)
        return [self.words[at] for at in sorted(self._order[first:last])]

    def within(self, frame: Frame) -> list[Word]:
        """The words whose middle lies in a frame."""
        low, high = 2 * frame.x0, 2 * frame.x1
        level = self.between(frame.top, frame.bottom)
        return [word for word in level if low <= word.x0 + word.x1 <= high]
