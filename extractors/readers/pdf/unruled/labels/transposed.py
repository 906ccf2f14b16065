"""Tables without column rules whose labels stand down the left: one column for each action.

Labels below one another, bold or printed again in the next table of the page, each with several
texts beside it that begin at the same places in every row. Knows lines of words and their look;
knows nothing of what is printed.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame, Rule, Word
from extractors.readers.pdf.unruled.columns.corridors import columns_below
from extractors.readers.pdf.unruled.heads.heads import SAME_START_PT, is_at
from extractors.readers.pdf.unruled.labels.label_rows import label_print, label_rows
from extractors.readers.pdf.unruled.rows.stripes import row_borders
from extractors.readers.pdf.unruled.table import LineTable

MIN_LABELS = 3  # labels; a plan says at least what, who and when
MIN_VALUES = 2  # columns beside the labels
MAX_LABEL_LETTERS = 40  # letters of a line of a label; longer ones are headings
SIDE_PT = 2.0  # points of room at either side of a column
MAX_STEP_EM = 3.5  # of the size from line to line, rows' padding included
LARGER = 1.1  # times the size of the first line: a heading
STRAY = 0.1  # of the pieces that may begin elsewhere: words set far apart
USUAL = 0.5  # of the labels that have a text at a place where a column begins


def transposed_tables(lines: Sequence[Line], edges: Sequence[Rule]) -> dict[int, LineTable]:
    """The tables of a page by the number of their first line.

    ``edges`` are the rules of the page, and those of its shaded cells.
    """
    found = {}
    end = 0
    again = _printed_again(lines)
    for at, line in enumerate(lines):
        if at < end or not _begins(line, again):
            continue
        first, last = _reach(lines, at, end, again)
        columns = _columns_of(lines[first:last], line.x0)
        if columns:
            found[first] = _table(lines, first, last, columns, edges)
            end = last
    return found


def _printed_again(lines: Sequence[Line]) -> frozenset[str]:
    """The pieces that begin several lines of a page with texts beside them, as labels do.

    None where a single one comes again, as a word of a table does.
    """
    firsts = [pieces[0] for line in lines if len(pieces := line.pieces) > MIN_VALUES]
    counts = Counter(map(label_print, firsts))
    again = frozenset(text for text, count in counts.items() if count > 1)
    return again if len(again) >= MIN_LABELS - 1 else frozenset()


def _begins(line: Line, again: Collection[str]) -> bool:
    """Whether a line is a label, bold or printed again, with several plain texts beside it."""
    if line.words[-1].style.bold:
        return False
    pieces = line.pieces
    return len(pieces) > MIN_VALUES and _is_label(pieces[0], again)


def _is_label(words: Sequence[Word], again: Collection[str]) -> bool:
    letters = sum(len(word.text) for word in words)
    bold = all(word.style.bold for word in words)
    return letters <= MAX_LABEL_LETTERS and (bold or label_print(words) in again)


def _reach(lines: Sequence[Line], at: int, floor: int, again: Collection[str]) -> tuple[int, int]:
    """The first line of a table of which one is known, and the line after its last."""
    left, right = lines[at].x0, lines[at].pieces[1][0].x0 - SAME_START_PT
    first, last = at, at + 1

    def goes_on(line: Line) -> bool:
        return _goes_on(line, left, right, again)

    while first > floor and lines[first - 1].x0 >= right and _is_near(lines, first - 1):
        first -= 1  # texts of a row whose label is set to its middle
    while first > floor and goes_on(lines[first - 1]) and _is_near(lines, first - 1):
        first -= 1  # a row of references, as bold as their label
    while last < len(lines) and goes_on(lines[last]) and _is_near(lines, last - 1):
        last += 1
    return first, last


def _is_near(lines: Sequence[Line], at: int) -> bool:
    """Whether the line after one stands close below it and is set as large."""
    line, below = lines[at], lines[at + 1]
    sizes = sorted((line.size, below.size))
    return below.base - line.base <= MAX_STEP_EM * line.size and sizes[1] <= LARGER * sizes[0]


def _goes_on(line: Line, left: float, right: float, again: Collection[str]) -> bool:
    """Whether a line begins with a label, with a text beside it or not, or is the rest of texts."""
    if line.x0 >= right:
        return True
    first = line.pieces[0]
    at_place = is_at(line.x0, left) and first[-1].x1 < right
    return at_place and _is_label(first, again)


def _columns_of(lines: Sequence[Line], left: float) -> list[float]:
    """Where the columns of texts begin; [] where the lines make no such table."""
    labels = [line for line in lines if is_at(line.x0, left)]
    pieces = [words for line in lines for words in line.pieces if words[0].x0 > left + SIDE_PT]
    starts: list[list[float]] = []
    for x in sorted(words[0].x0 for words in pieces):
        if not starts or x - starts[-1][0] > SAME_START_PT:
            starts.append([])
        starts[-1].append(x)
    columns = [held[0] for held in starts if len(held) >= max(MIN_LABELS, USUAL * len(labels))]
    held = sum(len(held) for held in starts if held[0] in columns)
    whole = held >= (1 - STRAY) * len(pieces)
    enough = len(labels) >= MIN_LABELS and len(columns) >= MIN_VALUES
    return columns if enough and whole else []


def _table(
    lines: Sequence[Line],
    first: int,
    last: int,
    columns: Sequence[float],
    edges: Sequence[Rule],
) -> LineTable:
    body = lines[first:last]
    left, right = min(line.x0 for line in body), max(line.x1 for line in body)
    across = [edge.at for edge in edges if edge.start <= left + SIDE_PT and edge.end > columns[-1]]
    rows = label_rows(body, columns[0] - SIDE_PT, (), sorted(across), several=True)
    xs = (left - SIDE_PT, *(x - SIDE_PT for x in columns), right + SIDE_PT)
    ys = tuple(row_borders(rows, SIDE_PT))
    cells = tuple(
        GridCell(row, column, 1, 1, Frame(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(xs))
    )
    grid = Grid(xs, ys, cells, open_top=None, open_bottom=None, aligned=True)
    return LineTable(grid, last, columns_below(_boxes(body, xs)))


def _boxes(lines: Sequence[Line], xs: Sequence[float]) -> list[Frame]:
    """Where the texts of each column stand."""
    words = [word for line in lines for word in line.words]
    boxes = []
    for low, high in pairwise(xs):
        ends = [word.x1 for word in words if low <= word.x0 < high]
        boxes.append(Frame(low + SIDE_PT, lines[0].top, min(max(ends), high), lines[-1].bottom))
    return boxes
