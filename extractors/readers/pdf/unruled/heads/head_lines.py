"""How many lines make the heads of a table: those of one row, and of two.

Knows lines of words, their look, fills and stacks of rules; knows nothing of what heads say.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame
from extractors.readers.pdf.unruled.heads.heads import (
    LARGER,
    MAX_HEAD_STEP_EM,
    SAME_START_PT,
    SOMEWHAT_LARGER,
    begun_by,
    boxes_of,
    heads_of,
    held_by,
    is_at,
    looks_like_heads,
    plain_heads,
    set_apart,
    shared,
)
from extractors.readers.pdf.unruled.marks.stacks import Stack
from extractors.readers.pdf.unruled.rows.fit_lines import form_of

MAX_TWO_ROW_STEP_EM = 2.2  # of the size: "Start" and "End" below "Timescale" and a rule, padded
TITLE_LARGER = 1.04  # times the size of the heads below: 12 above 11 points was seen
MAX_WRAPPED_LINES = 6  # lines of the first rows, which tell how far apart text that wraps is set
SAME_STEP = 1.02  # times: distances of lines that differ by less are one
MIN_ABREAST = 3  # heads above a band that no rule parts from them
MAX_SECOND_ROW_STEP_EM = 3.5  # of the size to heads below one of several above: padding of 8 points


def head_lines(
    lines: Sequence[Line], index: int, stack: Stack | None, fills: Sequence[Fill]
) -> int:
    """How many lines from here on make one row of heads; 0 where they are none."""
    first = lines[index]
    if stack is not None:
        return _lines_on_rules(lines, index, stack, fills)
    if not looks_like_heads(first, fills):
        return int(plain_heads(first))
    count = 1
    while index + count < len(lines):
        line = lines[index + count]
        step = line.base - lines[index + count - 1].base
        if step > MAX_HEAD_STEP_EM * line.size and not _goes_on(lines, index + count, step):
            break
        if not set_apart(line, fills) or line.size != first.size:
            break
        if _is_band(lines[index:], count, fills):
            break
        count += 1
    return _with_second_row(lines, index, count, fills)


def _lines_on_rules(lines: Sequence[Line], index: int, stack: Stack, fills: Sequence[Fill]) -> int:
    """How many lines from here on are heads above the first or second of some rules."""
    below = lines[index].base > stack.ys[0]
    above = stack.ys[1] if below else stack.ys[0]
    within = [line for line in lines[index:] if line.base <= above + 1]
    several = any(len(line.pieces) > 1 for line in within)
    if several and _is_larger_title(within):
        return 0
    if not below and _heads_below(lines[index:], within, stack, fills):
        return 0
    look = all(set_apart(line, fills) for line in within)
    if not look and len(within) > 1 and all(set_apart(one, fills) for one in within[1:]):
        return 0  # the last line of a text above the heads
    step = MAX_TWO_ROW_STEP_EM if look else MAX_HEAD_STEP_EM
    shading = stack.ys[0] not in stack.drawn
    if look and shading and not below and not _is_close(within, step):
        within = _above_band(lines[index:], within, fills)
    if not several or not _is_close(within, step):
        return 0 if look else _above_row(lines, index, within, fills)
    return _with_second_row(lines, index, len(within), fills) if look else len(within)


def _above_band(lines: Sequence[Line], within: list[Line], fills: Sequence[Fill]) -> list[Line]:
    """The heads side by side above a band of the first rows: the first shaded row is below both.

    Two beside one another may be a badge and a title, "Priority 4" and its name, and what stands
    above others side by side is a line about the plan: "Vale Council | Plan | 2026".
    """
    if len(within[0].pieces) < MIN_ABREAST or any(len(line.pieces) > 1 for line in within[1:]):
        return within
    bands = (at for at in range(1, len(within)) if _is_band(lines, at, fills))
    return within[: next(bands, len(within))]


def _is_larger_title(within: Sequence[Line]) -> bool:
    """Whether one larger text stands above heads, from where they begin: the title of the table.

    Tables that have a rule below their heads alone lie between the rules of those around them.
    """
    title, *heads = within
    begins = len(title.pieces) == 1 and title.x0 <= heads[0].x0 + SAME_START_PT if heads else False
    return begins and all(title.size > TITLE_LARGER * line.size for line in heads)


def _goes_on(lines: Sequence[Line], at: int, step: float) -> bool:
    """Whether a line below heads goes on with one of them, as far below as text that wraps."""
    line = lines[at]
    ends = [box.x0 for box in boxes_of(lines[at - 1])][1:]
    within = all(not any(box.x0 < end < box.x1 for end in ends) for box in boxes_of(line))
    wrapped = _wrapped_step(lines[at + 1 : at + 1 + MAX_WRAPPED_LINES])
    return within and step <= min(SAME_STEP * wrapped, MAX_TWO_ROW_STEP_EM * line.size)


def _wrapped_step(lines: Sequence[Line]) -> float:
    """The least distance of two lines of which one goes on below a piece of the other; else 0."""
    steps = [
        below.base - above.base
        for above, below in pairwise(lines)
        if {round(words[0].x0) for words in above.pieces}.issuperset(
            round(words[0].x0) for words in below.pieces
        )
        and len(below.pieces) < len(above.pieces)
    ]
    return min(steps, default=0.0)


def _is_band(lines: Sequence[Line], at: int, fills: Sequence[Fill]) -> bool:
    """Whether a line below heads is a title of the rows below: "Aim 1: safer streets".

    It is of a colour of its own and below no later head, stands on shading of its own, runs on
    below the second head, or is counted as others are further down; heads without rules below say
    no more, as in sheets.
    """
    first, line = lines[0], lines[at]
    if len(line.pieces) > 1:
        return False
    later = boxes_of(first)[1:]
    if _colours(line).isdisjoint(_colours(first)) and not any(
        _is_below(line, one) for one in later
    ):
        return True
    if line.x0 > first.x0 + SAME_START_PT:
        return False
    starts = [box.x0 for box in later]
    runs_on = any(line.x0 < start < line.x1 for start in starts)
    if runs_on and not any(is_at(word.x0, start) for word in line.words for start in starts):
        return True
    return _is_counted(line, lines[at + 1 :], fills) or any(
        fill.top > first.base
        and fill.x0 <= line.x0
        and line.x1 <= fill.x1
        and fill.top <= line.base <= fill.bottom
        for fill in fills
        if not fill.shape
    )


def _is_below(line: Line, head: Frame) -> bool:
    """Whether a line begins or has its middle where a head above it does: "(see key)"."""
    return is_at(line.x0, head.x0) or is_at(line.x0 + line.x1, head.x0 + head.x1)


def _colours(line: Line) -> set[str]:
    return {word.style.colour for word in line.words}


def _is_counted(line: Line, below: Sequence[Line], fills: Sequence[Fill]) -> bool:
    """Whether another line further down in the same look is counted alike: "Aim 1", "Aim 2"."""
    form, text = form_of(line.words[:2]), [word.text for word in line.words[:2]]
    return "9" in form and any(
        len(one.pieces) == 1
        and is_at(one.x0, line.x0)
        and one.size == line.size
        and form_of(one.words[:2]) == form
        and [word.text for word in one.words[:2]] != text
        and set_apart(one, fills)
        for one in below
    )


def _above_row(
    lines: Sequence[Line], index: int, within: Sequence[Line], fills: Sequence[Fill]
) -> int:
    """How many lines are heads where a row stands between them and the first shaded one."""
    heads = list(takewhile(lambda line: set_apart(line, fills), within))
    if not heads:
        return int(plain_heads(lines[index]))
    if not looks_like_heads(heads[0], fills):
        return 0
    close = _is_close(heads, MAX_TWO_ROW_STEP_EM)
    return _with_second_row(lines, index, len(heads), fills) if close else 0


def _with_second_row(lines: Sequence[Line], index: int, count: int, fills: Sequence[Fill]) -> int:
    """How many lines are heads, with those of a second row ("Start" and "End") and their rest."""
    while index + count < len(lines):
        heads, line = lines[index : index + count], lines[index + count]
        if not set_apart(line, fills) or not _is_second_row(heads, line):
            break
        count += 1
    return count


def _is_second_row(heads: Sequence[Line], line: Line) -> bool:
    """Whether a line holds heads below one of those above it, and none below some other of them.

    "Start" and "Finish" below "Timeframe", and nothing below "Lead": a row of text fills that.
    """
    last = heads[-1]
    if line.size != last.size or line.base - last.base > MAX_SECOND_ROW_STEP_EM * line.size:
        return False
    above = [box for one in heads for box in boxes_of(one)]
    below = boxes_of(line)
    over = [
        box
        for box in above
        if held_by(box, below, above, line.size) or len(begun_by(box, below, above)) > 1
    ]
    bare = [box for box in above if not any(shared(one, box) > 0 for one in below)]
    return bool(over) and any(box not in over for box in bare)


def _heads_below(
    lines: Sequence[Line], above: Sequence[Line], stack: Stack, fills: Sequence[Fill]
) -> bool:
    """Whether the lines between the first two rules are the heads, and those above a header."""
    row = [line for line in lines if stack.ys[0] < line.base <= stack.ys[1] + 1]
    if not row or not all(set_apart(line, fills) for line in row):
        return False
    alone = not all(set_apart(line, fills) for line in above)
    return alone and len(heads_of(row)) > max(1, len(heads_of(above)))


def _is_close(lines: Sequence[Line], step: float) -> bool:
    """Whether lines are of one size, each at most ``step`` sizes below the one before.

    A line of one piece further above is a title: only heads side by side have more heads so low.
    """
    return all(
        (_is_near(above, below, step) or _is_second_row(lines[:at], below))
        and max(above.size, below.size) < _larger(above, below) * min(above.size, below.size)
        for at, (above, below) in enumerate(pairwise(lines), 1)
    )


def _is_near(above: Line, below: Line, step: float) -> bool:
    limit = step if len(above.pieces) > 1 else min(step, MAX_HEAD_STEP_EM)
    return below.base - above.base <= limit * below.size


def _larger(above: Line, below: Line) -> float:
    """How many times as large a line must be to head the other; less where it is one piece."""
    alone = len(above.pieces) == 1 and len(below.pieces) > 1
    return SOMEWHAT_LARGER if alone else LARGER
