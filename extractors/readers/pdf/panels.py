"""Panels: filled boxes of one width side by side, each with a text of its own.

Knows words and fills. "1 Safer streets", "2 Warm homes" on coloured cards are two texts, not a
table of two columns, and each is read to its end before the next.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.pages import Fill, Frame, Word, holds

MIN_WIDTH_PT = 80.0  # points; narrower fills side by side are cells or bars
SAME_WIDTH_PT = 2.0  # points; columns of a table are seldom of one width, cards always
GAP_PT = (4.0, 60.0)  # points between neighbours; cells touch, or leave 1 to 3 for a white rule
MIN_LINES = 3  # lines, as a number, a title and a text; the heads of a table have one or two
GUTTER_EM = 2.0  # of the size; wider gaps within a line are those of a table inside the fill


def find_panels(fills: Sequence[Fill], words: Sequence[Word]) -> list[Frame]:
    """The frames of a page's panels, row by row.

    Args:
        fills: The page's filled areas.
        words: Those that stand in no ruled table.
    """
    wide = sorted({fill[:4] for fill in fills if _is_wide(fill)}, key=lambda f: (round(f[1]), f[0]))
    found: list[Frame] = []
    for _, row in groupby(wide, key=lambda frame: round(frame[1])):
        for run in _runs([Frame(*frame) for frame in row]):
            if len(run) > 1 and all(_holds_text(frame, words) for frame in run):
                found += run
    return found


def _is_wide(fill: Fill) -> bool:
    return not fill.shape and fill.x1 - fill.x0 >= MIN_WIDTH_PT


def _runs(row: Sequence[Frame]) -> Iterator[list[Frame]]:
    """Neighbours of one width with a gap between them, left to right."""
    run: list[Frame] = []
    for frame in row:
        if run and not _are_neighbours(run[-1], frame):
            yield run
            run = []
        run.append(frame)
    yield run


def _are_neighbours(one: Frame, other: Frame) -> bool:
    same = abs((one.x1 - one.x0) - (other.x1 - other.x0)) <= SAME_WIDTH_PT
    return same and GAP_PT[0] <= other.x0 - one.x1 <= GAP_PT[1]


def _holds_text(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether several lines stand in a frame, none of them in columns."""
    lines = make_lines([word for word in words if holds(frame, word)])
    return len(lines) >= MIN_LINES and not any(
        after.x0 - before.x1 > GUTTER_EM * line.size
        for line in lines
        for before, after in pairwise(line.words)
    )
