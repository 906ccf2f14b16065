"""Labels side by side in one line whose values go on below: "Lead: Parks and", "Due: 30 June".

Cards close so, without a rule between their cells: ``Lead: Parks and | Due: 30 June | Status:
Open``, below it ``Highways | 2027``. Knows lines and what a label looks like; knows no tables.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.readers.labels import are_values
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Word

SAME_X_PT = 3.0  # points; starts of lines that differ by less are aligned
ONE_TEXT_EM = 1.5  # of the size from line to line of one text
ROOM_EM = 1.5  # of the size between the texts of two cells, and a blank; 0.8 to 1.4 were seen


def part_labels(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of one column in runs to be read one after another.

    Labels in one line of which some values go on below are a run each; all else stays together.
    """
    start = at = 0
    while at < len(lines):
        cells = _cells(lines[at])
        end = _end(lines, at, cells)
        if end == at + 1:
            at = end
            continue
        if start < at:
            yield lines[start:at]
        yield from _columns(lines[at:end], cells)
        start = at = end
    if start < len(lines):
        yield lines[start:]


def piece_of(line: Line, words: Sequence[Word]) -> Line:
    """Some words of a line as one of their own."""
    x1 = max(word.x1 for word in words)
    return Line(tuple(words), words[0].x0, line.top, x1, line.bottom, line.base, line.size)


def _cells(line: Line) -> list[Line]:
    """The pieces of a line of which each is a label with its value; else none."""
    if len(line.pieces) == 1:
        return []
    pieces = [piece_of(line, words) for words in line.pieces]
    return pieces if are_values([piece.text for piece in pieces]) else []


def _end(lines: Sequence[Line], at: int, cells: Sequence[Line]) -> int:
    """The line below those with which the values of some labels go on."""
    end = at + 1
    above = list(cells)
    while cells and end < len(lines) and _goes_on(above, cells, lines[end]):
        for words in lines[end].pieces:
            above[_place(cells, words[0].x0)] = piece_of(lines[end], words)
        end += 1
    return end


def _goes_on(above: Sequence[Line], cells: Sequence[Line], line: Line) -> bool:
    """Whether each piece of a line stands below a value that was broken for want of room."""
    if line.base - max(one.base for one in above) > ONE_TEXT_EM * line.size or _cells(line):
        return False
    ends = [*(cell.x0 for cell in cells[1:]), float("inf")]
    for words in line.pieces:
        place = _place(cells, words[0].x0)
        near = abs(cells[place].x0 - words[0].x0) <= SAME_X_PT and words[-1].x1 <= ends[place]
        before = above[place]
        room = ends[place] - before.x1 - ROOM_EM * line.size
        full = words[0].x1 - words[0].x0 > room or ends[place] == float("inf")
        if not near or not full or line.base - before.base > ONE_TEXT_EM * line.size:
            return False
    return True


def _place(cells: Sequence[Line], x0: float) -> int:
    """Which of the cells begins nearest to a place."""
    return min(range(len(cells)), key=lambda at: abs(cells[at].x0 - x0))


def _columns(lines: Sequence[Line], cells: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each cell, top to bottom."""
    starts = [cell.x0 - SAME_X_PT for cell in cells]
    for low, high in pairwise([*starts, float("inf")]):
        held = ((line, [word for word in line.words if low <= word.x0 < high]) for line in lines)
        yield [piece_of(line, words) for line, words in held if words]
