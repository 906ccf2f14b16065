"""Labels side by side above one row of values, printed again and again: "Lead | By when".

Each stands below the title of a card, which is no part of it; a label alone above its value may
follow ("How we will know"). Knows lines of words and their look; knows nothing of what is printed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import BULLETS, LEFT, Line, join_words
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.columns.corridors import columns_below
from extractors.readers.pdf.unruled.heads.heads import MAX_HEAD_LETTERS, boxes_of, is_at
from extractors.readers.pdf.unruled.rows.stripes import row_borders
from extractors.readers.pdf.unruled.table import LineTable

MIN_AGAIN = 2  # times that labels are printed on a page, the first at the same place
ONE_TEXT_EM = 1.6  # of the size from line to line of one value
MAX_STEP_EM = 2.5  # of the size from labels to their values, and from these to the next label
SIDE_PT = 2.0  # points of room at either side
ROUNDED_PT = 0.5  # points by which the lines of one text stand closer or further apart
SPACE_EM = 0.25  # of the size: a space, as in heads/head_tops

Look = tuple[float, bool, bool, str]


def tier_tables(
    lines: Sequence[Line], beside: Sequence[Sequence[Word]] = ()
) -> dict[int, LineTable]:
    """The tables that such labels make with their values, by the number of their first line.

    None of labels that stand over several rows anywhere on the page, or over a band in their first
    column alone each time: these head a table. ``beside`` are the words of the pages before and
    after, which may print the labels of the one card of a page.
    """
    again = _again(lines, beside)
    repeated = frozenset(at for held in again for at in held)
    found: dict[int, LineTable] = {}
    for held in again:
        above = [at for at in held if at < len(lines) - 1]  # at a page's foot they head the next
        several = [at for at in above if _says_several(lines[at])]
        rows = [_rows_at(lines, at, boxes_of(lines[at]), repeated) for at in several]
        step = _line_step(lines, rows)
        if step and not all(rows):
            more = [_rows_at(lines, at, boxes_of(lines[at]), repeated, step) for at in several]
            rows = [own or other for own, other in zip(rows, more, strict=True)]
        abreast = any(_are_beside(lines[own[1].start : own[1].stop]) for own in rows if own)
        values = [lines[own[1].start : own[1].stop] for own in rows if own]
        if abreast and all(rows) and not any(map(_has_gap, values)):
            found |= {own[0].start: _table(lines, own) for own in rows}
    return found


def _says_several(line: Line) -> bool:
    """Whether the pieces of a line differ; one label twice is of two cards side by side."""
    pieces = line.pieces
    return len(pieces) > 1 and len({join_words(words) for words in pieces}) > 1


def _again(lines: Sequence[Line], beside: Sequence[Sequence[Word]]) -> list[list[int]]:
    """The lines in one look of short pieces that are printed more than once at the same place.

    The pieces behind the first may stand elsewhere: columns as wide as their texts are common. A
    line that the page prints once may be printed on a page ``beside`` it.
    """
    said: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        said[" ".join([word.text for word in line.words])].append(at)
    places: dict[tuple[str | int, ...], list[int]] = defaultdict(list)
    for text, held in said.items():
        for at in held if len(held) >= MIN_AGAIN else ():  # nearly always none
            pieces = lines[at].pieces
            if all(map(_is_short, pieces)) and _look(lines[at]) is not None:
                places[(text, round(lines[at].x0), *map(len, pieces))].append(at)
    return [held for held in places.values() if len(held) >= MIN_AGAIN] + _overleaf(lines, beside)


def _overleaf(lines: Sequence[Line], beside: Sequence[Sequence[Word]]) -> list[list[int]]:
    """The lines of several such pieces above one in another look that a page beside prints too."""
    may = [at for at, (line, below) in enumerate(pairwise(lines)) if _may_head(line, below)]
    printed = {one for page in beside if may for one in _said_on(page)}
    told = [at for at in may if (lines[at].text, round(lines[at].x0)) in printed]
    return [[at] for at in told if not _heads_rows(lines, at)]


def _heads_rows(lines: Sequence[Line], at: int) -> bool:
    """Whether other lines part rows below the labels: heads that a table prints on each page."""
    starts = [words[0].x0 for words in lines[at].pieces]
    held = [[words[0].x0 for words in line.pieces] for line in lines[at + 1 :]]
    beside = (
        len(own) > 1 and all(any(is_at(x, one) for one in starts) for x in own) for own in held
    )
    rows = [row for row, filled in enumerate(beside) if filled]
    return any(below > above + 1 for above, below in pairwise(rows))


def _said_on(page: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """What the words on each base of a page say, and where the first of them begins."""
    bases: dict[float, list[Word]] = defaultdict(list)
    for word in page:
        bases[word.base].append(word)
    for words in bases.values():
        words.sort(key=LEFT)
        yield join_words(words), round(words[0].x0)


def _may_head(line: Line, below: Line) -> bool:
    apart = len(line.pieces) > 1 and all(map(_is_short, line.pieces))
    return apart and None is not _look(line) != _look(below)


def _are_beside(values: Sequence[Line]) -> bool:
    """Whether values stand below more labels than one."""
    return len({round(words[0].x0) for line in values for words in line.pieces}) > 1


def _has_gap(values: Sequence[Line]) -> bool:
    """Whether a column goes on far below its last line: texts of two rows set to their middle."""
    columns: dict[int, list[float]] = defaultdict(list)
    for line in values:
        for words in line.pieces:
            columns[round(words[0].x0)].append(line.base)
    most = MAX_STEP_EM * values[0].size
    return any(low - high > most for own in columns.values() for high, low in pairwise(own))


def _look(line: Line) -> Look | None:
    """The look of all words of a line, the largest size of small capitals; None if they differ.

    Bullets are often set larger than the texts of their list.
    """
    looks = {(word.style.bold, word.style.colour) for word in line.words}
    texts = [word for word in line.words if word.text not in BULLETS]
    size = max(word.style.size for word in texts or line.words)
    slanted = all([word.style.italic for word in line.words])
    return (size, slanted, *looks.pop()) if len(looks) == 1 else None


def _is_short(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return letters <= MAX_HEAD_LETTERS and any(c.isalpha() for word in words for c in word.text)


def _line_step(lines: Sequence[Line], rows: Sequence[Sequence[range]]) -> float:
    """The step from line to line of a value that goes on alone; 0 where none does.

    Where all values of another card go on, their lines stand as close.
    """
    return min(
        (
            line.base - above.base
            for own in rows
            for held in own[1::2]
            for above, line in pairwise(lines[held.start : held.stop])
            if len(line.pieces) < len(above.pieces)
        ),
        default=0.0,
    )


def _rows_at(
    lines: Sequence[Line],
    at: int,
    boxes: Sequence[Frame],
    repeated: Set[int],
    step: float = 0.0,
) -> list[range]:
    """The labels and values that begin at a line, in turn; [] where no single row stands below.

    ``repeated`` are the lines that are printed more than once, ``step`` as in ``_line_step``.
    """
    rows: list[range] = []
    while at < len(lines) and (not rows or _is_label(lines, at, boxes, rows[0].start, repeated)):
        values = _values(lines, at + 1, boxes if not rows else boxes[:1], step)
        if not values:
            break
        rows += [range(at, at + 1), values]
        at = values.stop
    goes_on = rows and at < len(lines) and _goes_on(lines, at, rows[1].start)
    return [] if goes_on else rows


def _goes_on(lines: Sequence[Line], at: int, values: int) -> bool:
    """Whether a line near values and in their look is more of a table: a row, or the same text.

    The lines of a list are indented, texts of narrow columns stand close, and a row set to its
    middle begins with one of them: none of these keeps to the places of heads.
    """
    line = lines[at]
    near = line.base - lines[at - 1].base <= MAX_STEP_EM * line.size
    return _look(line) == _look(lines[values]) and (near or len(line.pieces) > 1)


def _is_label(
    lines: Sequence[Line], at: int, boxes: Sequence[Frame], first: int, repeated: Set[int]
) -> bool:
    """Whether a line is a label alone in the look of those above, and near them."""
    line = lines[at]
    near = line.base - lines[at - 1].base <= MAX_STEP_EM * lines[at - 1].size
    own = len(line.pieces) == 1 and at in repeated and _look(line) == _look(lines[first])
    return near and own and is_at(line.x0, boxes[0].x0)


def _values(lines: Sequence[Line], start: int, boxes: Sequence[Frame], step: float) -> range:
    """The lines of one row of values below a line of labels; empty where none stands there."""
    if start >= len(lines) or lines[start].base - lines[start - 1].base > (
        MAX_STEP_EM * lines[start].size
    ):
        return range(0)
    look = _look(lines[start])
    if look is None or look == _look(lines[start - 1]):
        return range(0)
    end = start
    full: float | None = None
    while end < len(lines) and _look(lines[end]) == look and _keeps(lines[end], boxes):
        far = lines[end].base - lines[end - 1].base > ONE_TEXT_EM * lines[end].size
        whole = len(lines[end].pieces) == len(boxes) > 1
        below = whole and full is not None
        if end > start and (far or (below and not _is_more(lines, end, boxes, step))):
            break
        full = lines[end].base if whole and not below else full
        end += 1
    return range(start, end) if _is_row(lines[start:end], full) else range(0)


def _is_more(lines: Sequence[Line], at: int, boxes: Sequence[Frame], step: float) -> bool:
    """Whether a line under all labels says more of the values above it, and is no row below them.

    It stands as close as the lines of one value do, and a text breaks off above it: it goes on in
    small letters, or its next word had no room before the next label.
    """
    above, line = lines[at - 1], lines[at]
    if line.base - above.base > step + ROUNDED_PT or len(above.pieces) < len(boxes):
        return False
    ends = [*(box.x0 for box in boxes[1:]), float("inf")]
    blank = SPACE_EM * line.size
    return any(
        below[0].text[:1].islower() or words[-1].x1 + blank + below[0].x1 - below[0].x0 > end
        for words, below, end in zip(above.pieces, line.pieces, ends, strict=True)
    )


def _is_row(lines: Sequence[Line], full: float | None) -> bool:
    """Whether lines are one row: the full one is the first, or a text around it has its middle."""
    if full is None or full == lines[0].base:
        return True
    return abs(lines[0].base + lines[-1].base - 2 * full) <= 2 * SIDE_PT


def _keeps(line: Line, boxes: Sequence[Frame]) -> bool:
    """Whether each piece of a line begins below a label, and ends before the next.

    A value may end close before the next: "Adult Social Care / ICB" "Q3 2026/27".
    """
    starts = [box.x0 for box in boxes]
    firsts = [words[0].x0 for words in line.pieces]
    over = any(word.x0 < at - SIDE_PT and at < word.x1 for word in line.words for at in starts[1:])
    far = line.words[0].x0 < starts[0] - SIDE_PT
    return not (over or far) and all(any(is_at(one, at) for at in starts) for one in firsts)


def _table(lines: Sequence[Line], rows: Sequence[range]) -> LineTable:
    boxes = boxes_of(lines[rows[0].start])
    held = [[lines[at] for at in row] for row in rows]
    end = max(line.x1 for row in held for line in row) + SIDE_PT
    xs = (*(box.x0 - SIDE_PT for box in boxes), end)
    ys = row_borders(held, SIDE_PT)
    grid = Grid(xs, tuple(ys), tuple(_cells(xs, ys)), None, None, aligned=True)
    return LineTable(grid, rows[-1].stop, columns_below(boxes))


def _cells(xs: Sequence[float], ys: Sequence[float]) -> Iterator[GridCell]:
    """A cell for each label and value; those below the first row of values reach across."""
    last = len(xs) - 1
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for first, end in pairwise(range(last + 1) if row < 2 else (0, last)):
            yield GridCell(row, first, 1, end - first, Frame(xs[first], top, xs[end], bottom))
