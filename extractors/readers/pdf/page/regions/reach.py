"""Where the text of a column may end: as far as its own lines go, or the tables among them.

Paragraphs of one short line each say nothing of the right border; a table that begins where they
do has the width of the column. Knows lines and frames; knows nothing of what lines say.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame

STEADY_RIGHT = 3  # lines that reach as far before their end is where text may end
OUTSIDE_PT = 2.0  # points that a table may begin right of the text: rules are drawn on the border
PADDING_PT = 12.0  # points that it may begin left of it; Word sets its text 5.4 inside
ROOM_EM = 0.6  # of the size left after the next word would have fitted: the line ended there
NEXT_LINE_EM = 1.6  # of the size to the next line of a text; double spacing is left out


def text_end(lines: Sequence[Line], tables: Iterable[Frame]) -> float:
    """Where text may end, in points.

    Args:
        lines: Of one column, top to bottom, at least one.
        tables: Frames of the tables that stand in the same column.
    """
    ends = sorted((line.x1 for line in lines), reverse=True)
    own = ends[STEADY_RIGHT - 1] if len(ends) >= 2 * STEADY_RIGHT else ends[0]
    left = min(line.x0 for line in lines)
    wide = max((_inner_end(frame, left) for frame in tables), default=own)
    return own if wide <= own or _is_narrower(lines, wide) else wide


def _inner_end(table: Frame, left: float) -> float:
    """Where the text in a table's last column ends; 0 where the table begins elsewhere."""
    padding = left - table.x0
    return table.x1 - max(padding, 0.0) if -OUTSIDE_PT <= padding <= PADDING_PT else 0.0


def _is_narrower(lines: Sequence[Line], wide: float) -> bool:
    """Whether a sentence goes on in the next line though its next word had room before."""
    return any(
        line.words[0].text[:1].islower()
        and line.base - before.base <= NEXT_LINE_EM * line.size
        and before.x1 + ROOM_EM * before.size + line.words[0].x1 - line.words[0].x0 < wide
        for before, line in pairwise(lines)
    )
