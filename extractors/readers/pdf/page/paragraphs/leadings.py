"""The usual distance of lines, which tells paragraphs from the lines of one.

Knows lines and where a sentence plainly goes on; knows no list markers and no tables.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Word

Leadings = Mapping[float, float]  # points from line to line, by the size of the letters

DEFAULT_LEADING_EM = 1.2  # of the size, where a text has one line
TIGHT_LEADING_EM = 0.9  # of the size; lines of one text are never set closer
USUAL_SHARE = 0.2  # of the distances between lines; rarer ones are chance or another text's
WIDE_LEADING_EM = 1.7  # of the size: text set as wide is double spaced, or one line a paragraph
LOOSE_LEADING_EM = 2.2  # of the size: double spacing; wider gaps part paragraphs
# Words after which no paragraph ends, so that a line ending in one was broken for want of room.
OPEN_RE = re.compile(r"^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|&|our|their)$", re.I)


def goes_on(before: Line, first: Word) -> bool:
    """Whether a sentence plainly goes on from a line to a word, the first of the next."""
    end = before.words[-1].text
    return first.text[:1].islower() or OPEN_RE.match(end) is not None or end[-1:] in "-,(/"


def leadings_within(cells: Iterable[Sequence[Line]]) -> dict[float, float]:
    """The usual distances at which sentences go on in the cells of one table."""
    steps: dict[float, list[float]] = {}
    for above, below in (pair for lines in cells for pair in pairwise(lines)):
        if goes_on(above, below.words[0]):
            _add(steps, above, below)
    return {size: _usual(found, size) for size, found in steps.items()}


def leadings_of(lines: Sequence[Line], around: Leadings) -> dict[float, float]:
    """The usual distances of the lines of a text.

    Where no sentence of it goes on over a line's end, its lines may all be paragraphs: then the
    distance of those ``around`` it counts. So may wide lines larger than the smallest text: a title
    and "Contents" below it.
    """
    steps: dict[float, list[float]] = {line.size: [] for line in lines}
    for above, below in pairwise(lines):
        _add(steps, above, below)
    own = {size: _usual(found, size) for size, found in steps.items()}
    wraps = {below.size for above, below in pairwise(lines) if goes_on(above, below.words[0])}
    least = min(own, default=0.0)
    titles = {size: 0.0 for size in own if size > least and own[size] > WIDE_LEADING_EM * size}
    around = {**around, **titles} if titles else around
    return {
        size: leading if size in wraps else min(leading, around.get(size, leading))
        for size, leading in own.items()
    }


def _add(steps: dict[float, list[float]], above: Line, below: Line) -> None:
    step = below.base - above.base
    if above.size == below.size and step <= LOOSE_LEADING_EM * above.size:
        steps.setdefault(above.size, []).append(step)


def _usual(steps: Sequence[float], size: float) -> float:
    """The smallest distance that is no overlap and stands for a good share of all."""
    steps = sorted(step for step in steps if step >= TIGHT_LEADING_EM * size)
    for index, step in enumerate(steps):
        alike = bisect_right(steps, step * 1.08) - index
        if alike >= USUAL_SHARE * len(steps):
            return step
    return DEFAULT_LEADING_EM * size
