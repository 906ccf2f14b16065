"""Lines that belong together by the free stripes above and below them.

Knows lines alone; knows nothing of columns, rules and what is printed.
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import Line

ROW_GAP_EM = 0.22  # of the size that the stripe between rows is wider than between lines


def blocks_of(body: Sequence[Line], usual: float | None = None) -> list[list[Line]]:
    """Lines between the stripes that are free over all columns and wider than between lines.

    ``usual`` is the stripe between two lines of one cell, in points; None where these lines tell.
    """
    gaps = []
    bottom = body[0].bottom
    for line in body[1:]:
        gaps.append(line.top - bottom)
        bottom = max(bottom, line.bottom)
    usual = usual_gap(body) if usual is None else usual
    blocks = [[body[0]]]
    for line, gap in zip(body[1:], gaps, strict=True):
        if gap > usual + ROW_GAP_EM * line.size:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def row_borders(rows: Sequence[Sequence[Line]], room: float) -> list[float]:
    """Y of the borders of rows of lines, top to bottom, one more than there are rows.

    Each lies in the middle between two rows; the first and last leave ``room``, in points.
    """
    tops = [min(line.top for line in row) for row in rows]
    bottoms = [max(line.bottom for line in row) for row in rows]
    inner = [(low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)]
    return [tops[0] - room, *inner, bottoms[-1] + room]


def usual_gap(body: Sequence[Line]) -> float:
    """The usual free stripe between two lines of one cell, in points.

    Lines of one cell stand below one another: each is compared with the next that overlaps it.
    """
    gaps = []
    for index, line in enumerate(body):
        below = next((other for other in body[index + 1 :] if _is_below(other, line)), None)
        if below is not None and below.top > line.bottom - 0.2 * line.size:
            gaps.append(below.top - line.bottom)
    gaps.sort()
    return max(gaps[len(gaps) // 5], 0.0) if gaps else 0.2 * body[0].size


def _is_below(other: Line, line: Line) -> bool:
    """Whether some word of a line stands under one of the line above it.

    Texts set to the middle of their cells print lines between those of the cell beside them.
    """
    if other.x0 >= line.x1 or line.x0 >= other.x1:
        return False
    rest = iter(other.words)
    under = next(rest, None)
    for word in line.words:
        while under is not None and under.x1 <= word.x0:
            under = next(rest, None)
        if under is None or under.x0 < word.x1:
            return under is not None
    return False
