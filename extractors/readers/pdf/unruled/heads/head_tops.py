"""Lines of column heads above the line by which these are recognised.

Knows lines of words, their look and the heads below; knows nothing of what heads say. Heads set to
the foot or the middle of their row begin with the first line of the longest of them, one piece:
"Who is" above "responsible?" beside "Ref", "Action"; or with a head over several: "Timescale".
"""

from collections.abc import Sequence

from extractors.readers.pdf.lines import Line, piece_gap
from extractors.readers.pdf.record import Fill, Frame, is_light
from extractors.readers.pdf.unruled.heads.head_lines import MAX_SECOND_ROW_STEP_EM
from extractors.readers.pdf.unruled.heads.heads import (
    MAX_HEAD_STEP_EM,
    SAME_START_PT,
    boxes_of,
    heads_of,
    held_by,
    set_apart,
)

SPACE_EM = 0.25  # of the size: a space; those of text fonts measure 0.22 to 0.33


def lines_above(
    lines: Sequence[Line],
    index: int,
    count: int,
    floor: int,
    fills: Sequence[Fill],
    rules: Sequence[float] = (),
) -> int:
    """How many lines above some heads belong to them.

    Args:
        lines: Of the page.
        index: The first of the heads.
        count: How many lines they are.
        floor: The first line that no table above holds.
        fills: Filled rectangles.
        rules: Heights of the rules across the table; one ends a title above the first head.
    """
    above = 0
    while index - above > floor:
        heads = lines[index - above : index + count]
        line = lines[index - above - 1]
        alike = line.size == heads[0].size and _look(line) == _look(heads[0])
        if (
            is_title(line, heads[0], rules)
            or not alike
            or not set_apart(line, fills)
            or _is_banner(line, heads[0], fills)
            or not _tops(line, heads, fills)
        ):
            break
        above += 1
    return above


def is_title(line: Line, below: Line, rules: Sequence[float]) -> bool:
    """Whether a line is a title ruled off above the first of some heads: one piece, begun as it."""
    ruled_off = any(line.base < y < below.base for y in rules)
    begins = abs(line.x0 - below.x0) <= SAME_START_PT
    return ruled_off and begins and len(boxes_of(line)) == 1 < len(boxes_of(below))


def _is_banner(line: Line, below: Line, fills: Sequence[Fill]) -> bool:
    """Whether a line of one piece stands in the middle of shading as wide as the heads below it.

    The shading ends above them. "Commitment 1: Libraries", centred over eight columns, covers the
    middle two of them, as "Timescale" does over "Start" and "End".
    """
    middle = line.x0 + line.x1
    return len(line.pieces) == 1 and any(
        fill.top <= line.base <= fill.bottom <= below.base
        and fill.x0 <= below.x0
        and below.x1 <= fill.x1
        and abs(fill.x0 + fill.x1 - middle) <= 2 * SAME_START_PT
        for fill in fills
    )


def _look(line: Line) -> tuple[bool, str]:
    style = line.words[0].style
    return style.bold, style.colour


def _tops(line: Line, heads: Sequence[Line], fills: Sequence[Fill]) -> bool:
    """Whether each piece of a line is the top of one head below it, or stands over several."""
    step = heads[0].base - line.base
    pieces = boxes_of(line)
    boxes = heads_of(heads, [piece.x0 for piece in pieces])
    for piece in pieces:
        if step <= MAX_SECOND_ROW_STEP_EM * line.size and _is_over(piece, boxes, pieces, line.size):
            continue
        at = _column(piece, boxes, line.size)
        if at is None or step > MAX_HEAD_STEP_EM * line.size:
            return False
        if not _share_fill(piece, heads[0], fills) and not _breaks(piece, heads[0], boxes, at):
            return False
    return True


def _is_over(piece: Frame, boxes: Sequence[Frame], beside: Sequence[Frame], size: float) -> bool:
    """Whether a piece stands over several heads, or begins with one that others follow.

    Over the first column a title stands as well.
    """
    held = held_by(piece, boxes, beside, size)
    begins = any(abs(piece.x0 - box.x0) <= SAME_START_PT for box in boxes[1:-1])
    return begins or (bool(held) and held[0] != boxes[0])


def _column(piece: Frame, boxes: Sequence[Frame], size: float) -> int | None:
    """The head below a piece that keeps clear of the heads beside that; None for no such head."""
    gap = piece_gap(size)
    under = [at for at, box in enumerate(boxes) if box.x0 < piece.x1 and piece.x0 < box.x1]
    if len(under) != 1:
        return None
    left, right = _room(boxes, under[0])
    return under[0] if left + gap <= piece.x0 and piece.x1 <= right - gap else None


def _room(boxes: Sequence[Frame], at: int) -> tuple[float, float]:
    """Where the heads on either side of one end and begin."""
    left = boxes[at - 1].x1 if at else float("-inf")
    right = boxes[at + 1].x0 if at + 1 < len(boxes) else float("inf")
    return left, right


def _breaks(piece: Frame, below: Line, boxes: Sequence[Frame], at: int) -> bool:
    """Whether a piece ends where it does for want of room: the first word below fits no more.

    A title above the heads ends where it is at its end. The last column's width is not known.
    """
    own = boxes[at]
    left, right = _room(boxes, at)
    if abs(piece.x0 - own.x0) <= SAME_START_PT or not at:
        left = own.x0
    word = next((word for word in below.words if own.x0 - 1 <= word.x0 <= own.x1), None)
    room = right - left - piece_gap(below.size)
    need = piece.x1 - piece.x0 + SPACE_EM * below.size + (word.x1 - word.x0 if word else 0)
    return word is not None and (at == len(boxes) - 1 or need > room)


def _share_fill(piece: Frame, below: Line, fills: Sequence[Fill]) -> bool:
    """Whether one fill holds a piece and the line below it: a cell of heads, or their row."""
    return any(
        not fill.shape
        and not is_light(fill.colour)
        and fill.x0 <= piece.x0 < fill.x1
        and fill.top <= piece.top
        and below.base <= fill.bottom
        for fill in fills
    )
