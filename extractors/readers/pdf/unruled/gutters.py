"""Tables side by side under heads of their own: what shows the gutter between them.

Titles of both sides in one line, each set larger than the heads below it; or rules and shading of
which one part ends before the gutter and another begins behind it. Knows lines of words, rules and
fills; knows nothing of what is printed.
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame, Rule
from extractors.readers.pdf.unruled.heads import SOMEWHAT_LARGER, boxes_of, segments_of, set_apart
from extractors.readers.pdf.unruled.stacks import runs_across

MIN_HEADS = 2  # columns of a side
NEAR_LINES = 6  # lines from the titles of two sides to the heads of both
MIN_GUTTER_PT = 12.0  # points; rules under groups of heads of one table are parted by 3 to 8
MIN_SIDE = 0.25  # of the width of the lines of a page that each side takes
MAX_PARTS = 12  # widths of rules on a page; more are those of a form, or of cells
SAME_PLACE_PT = 4.0  # points by which rules of one table, and text in them, differ
START_PT = 2.0  # points by which a title begins from the first head below it

Sides = tuple[float, float]  # where the heads of the left end, and where those of the right begin


def sides_below_titles(lines: Sequence[Line], index: int) -> Sides | None:
    """The sides whose two titles make a line; None where it holds no such titles."""
    title = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else title
    if title.size <= SOMEWHAT_LARGER * below.size:
        return None
    pieces = segments_of(title)
    if len(pieces) != 2:
        return None
    start = pieces[1][0].x0
    sides = _heads_at(lines[index + 1 : index + 1 + NEAR_LINES], start - START_PT, ())
    return sides if sides is not None and abs(sides[1] - start) <= START_PT else None


def gutters(lines: Sequence[Line], across: Sequence[Rule], fills: Sequence[Fill]) -> list[Frame]:
    """The places between parts of rules or shading that end and begin far apart."""
    parts = _parts(runs_across(across, fills))
    if not lines or not 1 < len(parts) <= MAX_PARTS:
        return []
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    wide = [part for part in parts if part.x1 - part.x0 >= MIN_SIDE * width]
    return [
        Frame(one.x1, min(one.top, other.top), other.x0, max(one.bottom, other.bottom))
        for one in wide
        for other in wide
        if other.x0 - one.x1 >= MIN_GUTTER_PT
    ]


def sides_at_gutter(
    lines: Sequence[Line], index: int, known: Sequence[Frame], fills: Sequence[Fill]
) -> Sides | None:
    """The sides of a gutter whose heads begin at a line; None where it begins none."""
    line = lines[index]
    for gutter in known:
        if not gutter.top - NEAR_LINES * line.size <= line.base <= gutter.bottom:
            continue
        sides = _heads_at(lines[index : index + 1], (gutter.x0 + gutter.x1) / 2, fills)
        if sides is not None:
            return sides
    return None


def _parts(runs: Sequence[Rule]) -> list[Frame]:
    """Rules of one width as one part, from the first to the last of them."""
    parts: list[Frame] = []
    for run in runs:
        for place, part in enumerate(parts):
            if abs(part.x0 - run.start) + abs(part.x1 - run.end) <= SAME_PLACE_PT:
                parts[place] = part._replace(
                    top=min(part.top, run.at), bottom=max(part.bottom, run.at)
                )
                break
        else:
            parts.append(Frame(run.start, run.at, run.end, run.at))
    return parts


def _heads_at(lines: Sequence[Line], x: float, fills: Sequence[Fill]) -> Sides | None:
    """Where heads left of a place end, and where those right of it begin; None where some lack.

    A head of two lines may stand higher than those beside it.
    """
    boxes = [boxes_of(line) for line in lines if set_apart(line, fills)]
    boxes = [held for held in boxes if not any(box.x0 < x < box.x1 for box in held)]
    left = [[box for box in held if box.x1 <= x] for held in boxes]
    right = [[box for box in held if box.x0 >= x] for held in boxes]
    if max(map(len, left), default=0) < MIN_HEADS or max(map(len, right), default=0) < MIN_HEADS:
        return None
    ends = [box.x1 for held in left for box in held]
    return max(ends), min(box.x0 for held in right for box in held)
