"""How a crooked scan lies: places on its straightened page, and on the page as it is displayed.

A scan is read straightened, for rows and columns are found by what stands level; where something
is printed is said of the page that a reader sees. Knows points; imports nothing of ours.
"""

import math
from dataclasses import dataclass

STEP_PT = 6.0  # points that a row may rise over one of its boxes: half a line of small print

Frame = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left corner."""


@dataclass(frozen=True, slots=True)
class Slant:
    """By how many degrees a page was turned anticlockwise about its middle to stand straight.

    ``Slant(page=3, angle=-1.4, width=595.3, height=841.9)``; the size is in points, as displayed.
    """

    page: int
    angle: float
    width: float
    height: float

    def straightened(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page as displayed is on the straightened one."""
        return self._turned(x, y, math.radians(self.angle))

    def displayed(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straightened page is on the page as displayed."""
        return self._turned(x, y, -math.radians(self.angle))

    def boxes(self, x0: float, top: float, x1: float, bottom: float) -> list[Frame]:
        """The upright boxes that cover a box of the straightened page as displayed.

        A long row would take its neighbours along in one: they are as many, side by side, that
        none rises by more than ``STEP_PT``.
        """
        rise = (x1 - x0) * abs(math.sin(math.radians(self.angle)))
        count = max(math.ceil(rise / STEP_PT), 1)
        cuts = [x0 + (x1 - x0) * cut / count for cut in range(count + 1)]
        return [self._around(cuts[at], top, cuts[at + 1], bottom) for at in range(count)]

    def _around(self, x0: float, top: float, x1: float, bottom: float) -> Frame:
        corners = [self.displayed(x, y) for x in (x0, x1) for y in (top, bottom)]
        xs = [min(max(x, 0.0), self.width) for x, _ in corners]
        ys = [min(max(y, 0.0), self.height) for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _turned(self, x: float, y: float, angle: float) -> tuple[float, float]:
        right, down = x - self.width / 2, y - self.height / 2
        cosine, sine = math.cos(angle), math.sin(angle)
        return (
            cosine * right + sine * down + self.width / 2,
            cosine * down - sine * right + self.height / 2,
        )
