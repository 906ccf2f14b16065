"""Tables without vertical rules that stand side by side: where one ends and the other begins.

The same heads are printed twice in one line, or a gutter shows between titles, rules or shading.

Knows lines of words, rules and fills; knows nothing of what is printed. The rows of one side say
nothing of the rows beside them, so each side is read alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Rule, Word
from extractors.readers.pdf.unruled.heads.heads import SOMEWHAT_LARGER
from extractors.readers.pdf.unruled.labels.label_rows import label_print
from extractors.readers.pdf.unruled.strips.gutters import (
    gutters,
    sides_at_gutter,
    sides_below_titles,
    sides_of_labels,
)

MIN_HEADS = 2  # columns of a side; one word twice is no pair of tables
MIN_GAP_PT = 6.0  # points between the sides from top to bottom; gutters of 12 to 47 were seen
LINES_APART = 4  # lines between the heads of two sides, one of which has the longer title
START_PT = 2.0  # points by which text of the right side may begin left of its first head
NEAR_LINES = 3  # lines above and below a heading among which those beside it stand
HEADING_ROOM_EM = 1.2  # of the size of a heading, above and below it; lines stand 1.1 to 1.5 apart
MAX_ABOVE_EM = 4.0  # of the size from a line above the heads, a title of each side, to the next


@dataclass(frozen=True, slots=True)
class Halves:
    """Lines ``first`` to before ``last`` are parted at ``x``."""

    first: int
    last: int
    x: float


@dataclass(frozen=True, slots=True)
class Side:
    """What a part of a page shows: one side of a gap, a strip, or all of it.

    ``beside`` are the words of the pages before and after it, where it is no part.
    """

    words: list[Word]
    across: list[Rule]
    fills: list[Fill]
    beside: Sequence[Sequence[Word]] = ()


class _Heads(NamedTuple):
    """The pieces of a line, which may be heads, and the first word of each."""

    pieces: Sequence[Sequence[Word]]
    firsts: list[str]

    @property
    def texts(self) -> list[str]:
        """What each piece says; asked seldom, since first words nearly always say enough."""
        return list(map(_text, self.pieces))


def side_of(
    halves: Halves, left: bool, lines: Sequence[Line], across: Sequence[Rule], fills: Sequence[Fill]
) -> Side:
    """The words, rules and fills left of the gap, or right of it."""
    held = [word for line in lines[halves.first : halves.last] for word in line.words]
    return Side(
        [word for word in held if (word.x0 < halves.x) == left],
        [rule for rule in across if (rule.start + rule.end < 2 * halves.x) == left],
        [fill for fill in fills if (fill.x0 + fill.x1 < 2 * halves.x) == left],
    )


def find_halves(
    lines: Sequence[Line], across: Sequence[Rule] = (), fills: Sequence[Fill] = ()
) -> Halves | None:
    """The first lines of a page that belong to two tables side by side; None where none do."""
    heads = [_Heads(line.pieces, [words[0].text for words in line.pieces]) for line in lines]
    known = gutters(lines, across, fills)
    labels = sides_of_labels([piece for line in heads for piece in line.pieces], known)
    for index, line in enumerate(lines):
        sides = _heads_again(heads[index : index + 2]) or _start_nearby(lines, heads, index)
        sides = sides or sides_below_titles(lines, index)
        sides = sides or sides_at_gutter(lines, index, known, fills)
        if labels is not None and label_print(heads[index].pieces[0]) in labels[1]:
            sides = sides or labels[0]
        if sides is None:
            continue
        gap = (line.x0, sides[1])
        first, gap = _stretch(lines[index - 1 :: -1] if index else [], gap, sides, line)
        last, gap = _stretch(lines[index:], gap, sides, None)
        if last > 1:
            return Halves(index - first, index + last, (gap[0] + gap[1]) / 2)
    return None


def _heads_again(heads: Sequence[_Heads]) -> tuple[float, float] | None:
    """Where the heads of a line end, and where they begin again; those below them may reach on.

    "Timescale | Ref | Timescale" may stand over "Start | End | Start | End".
    """
    sides = _right_start(heads[0])
    below = _right_start(heads[1]) if sides is not None and len(heads) > 1 else None
    if sides is None or below is None or not below[0] < sides[1] <= below[1]:
        return sides
    return max(sides[0], below[0]), sides[1]


def _right_start(heads: _Heads) -> tuple[float, float] | None:
    """Where the heads of a line end, and where they begin again; None where they do not."""
    pieces, half = heads.pieces, len(heads.pieces) // 2
    if half < MIN_HEADS or heads.firsts[:half] != heads.firsts[half:]:
        return None
    twice = heads.texts[:half] == heads.texts[half:]
    return (pieces[half - 1][-1].x1, pieces[half][0].x0) if twice else None


def _start_nearby(
    lines: Sequence[Line], heads: Sequence[_Heads], index: int
) -> tuple[float, float] | None:
    """Where heads end, and begin again on a line below; titles of two lengths part them.

    ``heads`` are the pieces of each line.
    """
    if len(heads[index].firsts) <= MIN_HEADS:
        return None  # as in most lines: fewer pieces than a side has heads
    for other in range(index + 1, min(index + 1 + LINES_APART, len(lines))):
        for left, right in ((index, other), (other, index)):
            if heads[left].firsts[0] not in heads[right].firsts:
                continue  # nearly always
            sides = _same_heads(heads[left], heads[right])
            if sides is not None and sides[1] > lines[left].x0:
                return sides
    return None


def _same_heads(left: _Heads, right: _Heads) -> tuple[float, float] | None:
    """Where pieces at a line's start end, and where those at another's end begin that say as much.

    None where no pieces do.
    """
    for number, piece in enumerate(right.pieces):
        start = piece[0].x0
        count = sum(one[-1].x1 < start for one in left.pieces)
        if count <= MIN_HEADS or left.firsts[:count] != right.firsts[number:]:
            continue
        if left.texts[:count] == right.texts[number:]:
            return left.pieces[count - 1][-1].x1, start
    return None


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _stretch(
    lines: Sequence[Line],
    gap: tuple[float, float],
    sides: tuple[float, float],
    below: Line | None,
) -> tuple[int, tuple[float, float]]:
    """How many lines keep the gap between the sides, and what they leave of it.

    ``sides`` are where the heads of the left end and those of the right begin; ``below`` is the
    line of heads where the lines are those above it, nearest first.
    """
    count = 0
    for line in lines:
        if below is None and _heads_both(lines, count, gap):
            break
        if below is not None and below.base - line.base > MAX_ABOVE_EM * below.size:
            break
        low, high = _narrowed(line, gap, sides)
        if high - low < MIN_GAP_PT or (below is not None and line.x1 <= high):
            break  # a line on the left alone may head both sides
        gap, count = (low, high), count + 1
        below = line if below is not None else None
    return count, gap


def _heads_both(lines: Sequence[Line], at: int, gap: tuple[float, float]) -> bool:
    """Whether a line is a heading at the left with nothing near it at the right.

    It heads what stands below both sides: it is set larger than their heads, or it is as bold as
    the heads of a table right below it that takes the room of both.
    """
    line = lines[at]
    if not at or line.x1 > gap[1]:
        return False
    larger = line.size > SOMEWHAT_LARGER * lines[0].size
    if not larger and not _heads_wide(line, lines[at + 1 : at + 2], gap):
        return False
    near = [*lines[max(at - NEAR_LINES, 0) : at], *(lines[at + 1 : at + 4] if larger else ())]
    reach = HEADING_ROOM_EM * line.size
    return all(one.x1 <= gap[1] or abs(one.base - line.base) > reach for one in near)


def _heads_wide(line: Line, below: Sequence[Line], gap: tuple[float, float]) -> bool:
    """Whether a bold line of one piece stands above bold heads on both sides of the gap."""
    if not below or len(line.pieces) > 1:
        return False
    heads = [words[0].x0 for words in below[0].pieces]
    bold = all(word.style.bold for one in (line, *below) for word in one.words)
    return bold and len(heads) > MIN_HEADS and heads[0] < gap[0] and heads[-1] > gap[0]


def _narrowed(
    line: Line, gap: tuple[float, float], sides: tuple[float, float]
) -> tuple[float, float]:
    """What a line leaves of the gap.

    Pieces that begin right of all heads of the left belong to the right: texts begin left of heads
    that are set to the middle of their columns.
    """
    low, high = gap
    end, start = sides
    for words in line.pieces:
        if words[0].x0 > end:
            high = min(high, words[0].x0)
            continue
        for word in words:
            if word.x0 >= start - START_PT:
                high = min(high, word.x0)
            else:
                low = max(low, word.x1)
    return low, high
