"""The rows below the heads of a table without vertical rules: how far they go down the page.

Knows lines of words, rules and fills; knows nothing of what is printed.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, is_light
from extractors.readers.pdf.unruled.columns.corridors import Columns, narrowed_by, with_starts
from extractors.readers.pdf.unruled.columns.notes import bases_of, notes_in
from extractors.readers.pdf.unruled.columns.settled import settled
from extractors.readers.pdf.unruled.columns.spanned import held_by
from extractors.readers.pdf.unruled.ends import (
    PADDED_PT,
    ends_table,
    is_heading_between,
    next_title,
)
from extractors.readers.pdf.unruled.heads.heads import is_at, set_apart
from extractors.readers.pdf.unruled.marks.stacks import Stack
from extractors.readers.pdf.unruled.rows.rows import HALF, ONE_TEXT_EM, columns_at

MAX_GAP_EM = 5.0  # of the size: white space within a table; more of it ends the table
TEXT_LARGER = 1.04  # times the size of the rows: half a point of 12, and no rounding of one size
NOTE_SMALLER = 0.9  # times the size of the rows: notes below tables are set 0.75 to 0.88 as large
PAIR = 2  # columns of a list of labels, which has no heads and whose texts begin at one place
MAX_ROW_GAP_EM = 8.0  # of the size: the same above lines that fill most columns, with wide padding
ROW_EM = 2.0  # of the size from the first line of a row set to the middle to those that fill it
FOOTER_LINES = 3  # lines below a table that goes on overleaf: a footer and a page number
SEEN_LINES = 60  # lines below heads that tell where the text of their columns begins
MAX_ROW_STEP_EM = 3.0  # of the size from the last ruled row to one that no rule closes
SAME_STEP = 1.1  # times the widest step between the lines of ruled rows that such a row may have


def table_body(
    lines: Sequence[Line],
    start: int,
    columns: Columns,
    stack: Stack | None,
    fills: Sequence[Fill],
    labels: Collection[str] = (),
) -> tuple[list[Line], Columns]:
    """The lines below the heads that keep to their columns, and what these leave free.

    ``labels`` begin the notes among them, which stand across all columns.
    """
    body: list[Line] = []
    end = next_title(lines, start)
    size = lines[max(start - 1, 0)].size
    text = max(size, _row_size(lines[start : start + SEEN_LINES]))
    if len(columns.heads) > PAIR and not columns.starts and not columns.stated:
        columns = with_starts(columns, lines[start : min(start + SEEN_LINES, end)])
    notes = bases_of(notes_in(lines[start:], columns, labels))
    columns = _with_titles(columns, lines[start:end], text) if stack is None else columns
    for at, line in enumerate(lines[start:end], start):
        ruled = stack is not None and line.base <= stack.ys[-1] + 1
        if stack is not None and _ends_ruled(lines, at, body, columns, stack, text, fills):
            break
        over = ends_table(line, text) and not _stands_over(lines, at, columns)
        if not ruled and (_is_parted(lines, at, columns, size) or over):
            break
        aside = line.base in notes or _stands_aside(line, columns, fills)
        narrowed = columns if aside else held_by(columns, line)
        if narrowed is None and not (ruled or set_apart(line, fills)):
            break
        columns = narrowed or columns
        body.append(line)
    if not body or body[-1].base not in notes:
        body = _without_tail(body, lines[start:], columns, stack, text)
        body = _without_bars(body, lines[start:], columns, fills)
    return body, settled(columns, body)


def _with_titles(columns: Columns, lines: Sequence[Line], size: float) -> Columns:
    """The columns, with the size of the titles over their rows where one stands right below heads.

    Each stands over a line that fills most columns; chapters begin with a text.
    """
    wide = len(columns.heads) > PAIR and bool(lines) and ends_table(lines[0], size)
    titled = replace(columns, titled=lines[0].size) if wide else columns
    return titled if wide and _stands_over(lines, 0, titled) else columns


def _stands_over(lines: Sequence[Line], at: int, columns: Columns) -> bool:
    """Whether a line is set as titles over rows are, right above one that fills most columns."""
    return lines[at].size == columns.titled and _begins_row(lines, at + 1, columns)


def _ends_ruled(
    lines: Sequence[Line],
    at: int,
    body: Sequence[Line],
    columns: Columns,
    stack: Stack,
    size: float,
    fills: Sequence[Fill],
) -> bool:
    """Whether a line is no row of a ruled table: a heading between its rules, or text below."""
    within = lines[at].base <= stack.ys[-1] + 1
    heading = within and is_heading_between(lines[at], stack, size, body, fills)
    return heading or _follows_table(lines, at, body, stack, columns)


def _stands_aside(line: Line, columns: Columns, fills: Sequence[Fill]) -> bool:
    """Whether a line alone, set apart, begins where no column does: a title in the table's middle.

    It says nothing of the columns, though it may stand between two of their heads.
    """
    if len(line.pieces) > 1 or not set_apart(line, fills):
        return False
    starts = (*columns.starts, *(head.x0 for head in columns.heads))
    return not any(is_at(line.x0, start) for start in starts)


def _without_tail(
    body: list[Line], lines: Sequence[Line], columns: Columns, stack: Stack | None, size: float
) -> list[Line]:
    """The lines without what stands below the table: a heading, which is no band within it; prose.

    ``lines`` are those of the page from the first of the body on, ``size`` that of the rows' text.
    """
    end = stack.ys[-1] + 1 if stack is not None else 0.0
    while body and (
        ends_table(body[-1], size) or (body[-1].base > end and not _may_close(body, columns, size))
    ):
        body.pop()
    if stack is None or len(body) == len(lines):
        return body
    return _without_prose(body, lines[len(body)], stack)


def _without_bars(
    body: list[Line], lines: Sequence[Line], columns: Columns, fills: Sequence[Fill]
) -> list[Line]:
    """The lines without a bar across all columns as the last, where text follows it on the page.

    A band stands above rows; below the last of them it titles the next card, whose text and small
    table stand below. At a page's foot its rows are overleaf.
    """
    end = len(body)
    while end > 1 and len(lines) - end > FOOTER_LINES and _is_bar(body[end - 1], columns, fills):
        end -= 1
    return body[:end] if len(lines) - len(body) > FOOTER_LINES else body


def _is_bar(line: Line, columns: Columns, fills: Sequence[Fill]) -> bool:
    """Whether a white line of one piece stands on a fill that reaches under the last head."""
    if len(line.pieces) > 1 or not all(is_light(word.style.colour) for word in line.words):
        return False
    first, last = columns.heads[0], columns.heads[-1]
    return any(
        fill.top <= line.middle_y <= fill.bottom
        and fill.x0 <= first.x0
        and fill.x1 >= last.x0
        and not (fill.shape or is_light(fill.colour))
        for fill in fills
    )


def _may_close(body: Sequence[Line], columns: Columns, size: float) -> bool:
    """Whether the last line may be one of the rows: it keeps to a column and is set as they are.

    Text in 10 points below rows in 9, or that begins left of the padding of all cells, goes on
    below the table; one in 7 points, as no row has it, is a note unless it begins in a later column
    close below a row. A band, which is set apart, may be its last line, over several columns right
    below heads at a page's foot.
    """
    *rows, line = body
    if held_by(columns, line) is None:
        heads = bool(rows) and len(rows[-1].pieces) > PAIR
        return heads and set_apart(rows[-1], ()) and set_apart(line, ())
    if len(line.pieces) > 1 or set_apart(line, ()):
        return True
    padding = min((row.x0 for row in rows), default=line.x0) - line.x0
    if line.size < NOTE_SMALLER * size and all(row.size != line.size for row in rows):
        close = bool(rows) and line.base - rows[-1].base <= ONE_TEXT_EM * line.size
        return close and padding < -PADDED_PT
    return line.size <= TEXT_LARGER * size and padding < PADDED_PT


def _row_size(lines: Sequence[Line]) -> float:
    """The size in which most lines of several texts are set: heads are often smaller than rows."""
    sizes = Counter(line.size for line in lines if len(line.pieces) > 1)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _is_parted(lines: Sequence[Line], at: int, columns: Columns, size: float) -> bool:
    """Whether white space above a line ends a table; less does than above a row of most columns."""
    gap = lines[at].base - lines[at - 1].base if at else 0.0
    if gap <= MAX_GAP_EM * size:
        return False
    return gap > MAX_ROW_GAP_EM * size or not _begins_row(lines, at, columns)


def _begins_row(lines: Sequence[Line], at: int, columns: Columns) -> bool:
    """Whether a line and those close below fill most columns, as a row set to the middle does.

    In a row set to its foot, as sheets are, its fullest line may be the last of several.
    """
    if at == len(lines):
        return False
    reach = lines[at].base + ROW_EM * lines[at].size
    near = [line for line in lines[at:] if line.base <= reach]
    if any(set_apart(line, ()) for line in near):
        return False
    row = near + list(takewhile(_goes_on_below(near[-1]), lines[at + len(near) :]))
    borders = columns.borders(float("-inf"), float("inf"))
    used = {column for line in row for column in columns_at(line, borders)}
    kept = all(narrowed_by(columns, line) is not None for line in row)
    return kept and len(used) > max(PAIR, HALF * len(columns.heads))


def _goes_on_below(line: Line) -> Callable[[Line], bool]:
    """Whether a line follows as closely as lines of one text do; asked from top to bottom."""
    base = line.base

    def follows(below: Line) -> bool:
        nonlocal base
        close = below.base - base <= ONE_TEXT_EM * below.size and not set_apart(below, ())
        base = below.base
        return close

    return follows


def _follows_table(
    lines: Sequence[Line], at: int, body: Sequence[Line], stack: Stack, columns: Columns
) -> bool:
    """Whether a line is the first below a table's last rule, and no row, which fills columns."""
    line = lines[at]
    above = lines[at - 1] if at else line
    if not above.base <= stack.ys[-1] < line.base - line.size:
        return False
    alone = len(line.pieces) < 2 and not _begins_row(lines, at, columns)
    return _is_far(line, body, line.size) or alone


def _is_far(line: Line, body: Sequence[Line], size: float) -> bool:
    """Whether a line stands further below the last row than rows stand from one another.

    The last row of a table whose rows are grey in turn may be white, with no edge to close it.
    """
    if not body:
        return False
    widest = max((below.base - above.base for above, below in pairwise(body)), default=0.0)
    most = max(MAX_ROW_STEP_EM * size, SAME_STEP * widest)
    return line.base - body[-1].base > most


def _without_prose(body: list[Line], after: Line, stack: Stack) -> list[Line]:
    """The lines without those below the last rule that fill no columns: text between tables.

    Rules below ``after``, the line that ended the table, are those of the next one.
    """
    closing = max((y for y in stack.ys if y < after.base), default=after.base)
    tail = [line for line in body if line.base > closing]
    plain = all(len(line.pieces) == 1 for line in tail)
    return body[: len(body) - len(tail)] if plain and len(tail) < len(body) else body
