"""Lists of bold labels with their texts beside them: glossaries, forms and facts without a rule.

Knows lines of words and their look; knows nothing of what is printed. Labels and texts each begin
at one height and one place, and both may take several lines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.corridors import Columns
from extractors.readers.pdf.unruled.heads import segments_of
from extractors.readers.pdf.unruled.rows import row_bands

SAME_START_PT = 2.0  # points by which labels, and texts, begin from one another
MIN_LABELS = 3  # labels below one another, two may be run-in heads; 20 made lists had 4 to 8
MAX_LABEL_LETTERS = 40  # letters of a line of a label, longer ones are headings; 11 to 17 were seen
MAX_STEP_EM = 3.5  # of the size from line to line, rows' padding included; 1.4 to 3.2 were seen
SIDE_PT = 2.0  # points of room at either side of the list


def is_labelled(line: Line) -> bool:
    """Whether a line is a bold piece with a plain one behind a gap."""
    if not line.words[0].style.bold or line.words[-1].style.bold:
        return False
    pieces = segments_of(line)
    return (
        len(pieces) == 2
        and all(word.style.bold for word in pieces[0])
        and not pieces[1][0].style.bold
        and sum(len(word.text) for word in pieces[0]) <= MAX_LABEL_LETTERS
    )


def labelled_rows(lines: Sequence[Line], index: int) -> tuple[Grid, int, Columns] | None:
    """The list that begins at a line, the number of the line after it, its columns."""
    first = lines[index]
    if not is_labelled(first):
        return None
    left, right = first.x0, segments_of(first)[1][0].x0
    body = list(_kept(lines[index:], left, right))
    labels = sum(abs(line.x0 - left) <= SAME_START_PT for line in body)
    bands = row_bands([], body, [left - SIDE_PT, right - SIDE_PT, _end(body)], ())
    if labels < MIN_LABELS or len(bands) < MIN_LABELS:
        return None
    ys = [bands[0].top, *(band.bottom for band in bands)]
    if index and _is_head(lines[index - 1], left, right, first):
        ys.insert(0, lines[index - 1].top - SIDE_PT)
    grid = _grid((left - SIDE_PT, right - SIDE_PT, _end(body)), ys)
    stop = max((w.x1 for line in body for w in line.words if w.x0 < right - SIDE_PT), default=left)
    boxes = (Frame(left, ys[0], stop, ys[-1]), Frame(right, ys[0], _end(body), ys[-1]))
    return grid, index + len(body), Columns(boxes, ((min(stop, right), right),))


def _grid(xs: tuple[float, ...], ys: Sequence[float]) -> Grid:
    cells = [
        GridCell(row, column, 1, 1, Frame(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(xs))
    ]
    return Grid(xs, tuple(ys), tuple(cells), open_top=None, open_bottom=None, aligned=True)


def _kept(lines: Sequence[Line], left: float, right: float) -> Iterator[Line]:
    """The lines that keep to labels at one place and texts at another."""
    before = lines[0]
    for line in lines:
        if line.base - before.base > MAX_STEP_EM * before.size or line.size > 1.1 * before.size:
            return
        label = [word for word in line.words if word.x0 < right - SAME_START_PT]
        text = [word for word in line.words if word.x0 >= right - SAME_START_PT]
        if label and not _is_label(label, left, right):
            return
        if text and not _is_text(text, right, alone=not label):
            return
        if not label and line is lines[0]:
            return
        yield line
        before = line


def _is_label(words: Sequence[Word], left: float, right: float) -> bool:
    bold = all(word.style.bold for word in words)
    return bold and abs(words[0].x0 - left) <= SAME_START_PT and words[-1].x1 < right


def _is_text(words: Sequence[Word], right: float, *, alone: bool) -> bool:
    return abs(words[0].x0 - right) <= SAME_START_PT and (alone or not words[0].style.bold)


def _is_head(line: Line, left: float, right: float, below: Line) -> bool:
    """Whether a line above a list heads its two columns."""
    pieces = segments_of(line)
    near = 0 < below.base - line.base <= MAX_STEP_EM * line.size
    return (
        near
        and len(pieces) == 2
        and abs(pieces[0][0].x0 - left) <= SAME_START_PT
        and abs(pieces[1][0].x0 - right) <= SAME_START_PT
    )


def _end(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines) + SIDE_PT
