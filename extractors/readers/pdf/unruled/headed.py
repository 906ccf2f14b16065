"""The table that a row of column heads begins, where no vertical rule parts its columns.

Knows lines of words, and the rules and fills around them; knows nothing of the page's other tables.
A row of heads is set bold, coloured or on a fill, or stands between rules of one width; the columns
are the free corridors between the heads that the text below keeps.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame
from extractors.readers.pdf.unruled.body import table_body
from extractors.readers.pdf.unruled.columns.corridors import (
    Columns,
    columns_below,
    fits,
    starts_below,
)
from extractors.readers.pdf.unruled.columns.notes import bases_of, labels_again, notes_in
from extractors.readers.pdf.unruled.columns.settled import with_numbers
from extractors.readers.pdf.unruled.columns.shaded import ShadedRow, other_heads, stated_heads
from extractors.readers.pdf.unruled.columns.spanned import held_by
from extractors.readers.pdf.unruled.ends import (
    below_heads,
    end_before,
    heads_again,
    next_title,
    part_above,
)
from extractors.readers.pdf.unruled.heads.head_lines import head_lines
from extractors.readers.pdf.unruled.heads.head_tops import is_title, lines_above
from extractors.readers.pdf.unruled.heads.heads import heads_of, set_apart
from extractors.readers.pdf.unruled.marks.stacks import Stack, stack_at, stack_below
from extractors.readers.pdf.unruled.table import LineTable
from extractors.readers.pdf.unruled.table_grids import heads_grid, table_grid

MIN_HEADS = 3  # heads set apart by look alone; two need rules or fills as well
MAX_FOOTER_LINES = 3  # lines below a table that goes on overleaf: a footer and a page number
MIN_RULED = 2  # columns with text below heads that look and rules mark: the rest of a row, say
MIN_PLAIN_LINES = 4  # lines that keep to the columns of heads in the look of the text
CROSSING_SHARE = 0.2  # of a table's lines that may run over its columns without being set apart


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn around the lines of a page, or of one of its sides.

    Attributes:
        stacks: Rules of one width above one another, that no table above has used.
        fills: Filled rectangles.
        shaded: Rows that shading states, top to bottom.
        least: How many heads begin a table that no rules mark.
    """

    stacks: Sequence[Stack]
    fills: Sequence[Fill]
    shaded: Sequence[ShadedRow] = ()
    least: int = MIN_HEADS


@dataclass(frozen=True, slots=True)
class _Heads:
    """A row of heads: its lines, the number of the line below, its columns, the rules below.

    ``labels`` begin lines across the columns, which say more of a row.
    """

    lines: Sequence[Line]
    end: int
    columns: Columns
    stack: Stack | None
    labels: frozenset[str] = frozenset()


def headed_table(lines: Sequence[Line], index: int, floor: int, marks: Marks) -> LineTable | None:
    """The table whose heads a line shows; None where it shows none.

    Heads may begin above that line, though not above ``floor``.
    """
    heads = _heads_at(lines, index, floor, marks)
    if heads is None:
        return None
    body, columns, stack = _rows_below(lines, heads, marks)
    opens = heads.end == len(heads.lines)
    rest = opens and _is_rest_of_cell(body, heads.columns)
    if not rest and _ends_page(lines, heads, body, marks):
        bare = replace(heads.columns, bare=True)
        grid = heads_grid(heads.lines, heads.columns, body)
        return LineTable(grid, heads.end + len(body), bare)
    notes = notes_in(body, columns, heads.labels)
    if not rest and not _keeps_columns(body, columns, heads, stack, marks, bases_of(notes)):
        above = _above_next(lines, heads, marks)
        return headed_table(above[0], index, floor, above[1]) if above is not None else None
    columns = with_numbers(columns, body)
    grid = table_grid(heads.lines, body, columns, stack, marks.shaded, notes, opens=opens)
    return LineTable(grid, heads.end + len(body), columns)


def _above_next(
    lines: Sequence[Line], heads: _Heads, marks: Marks
) -> tuple[Sequence[Line], Marks] | None:
    """The lines and rules above the next table with the same heads; None where there is none.

    Shaded heads of two tables are bars of one width, and prose between them is no row.
    """
    below = lines[heads.end :]
    again = heads_again(heads.lines, below)
    if again is None:
        return None
    end = heads.end + end_before(below[:again], heads.columns.heads, heads.lines[0].size)
    cut = [part_above(stack, lines[end - 1]) for stack in marks.stacks]
    stacks = [stack for stack in cut if stack is not None and len(stack.ys) > 1]
    return lines[:end], replace(marks, stacks=stacks)


def _heads_at(lines: Sequence[Line], index: int, floor: int, marks: Marks) -> _Heads | None:
    """The heads of which a line is one, with those above it; None where it is none."""
    rules = [y for one in marks.stacks for y in one.ys]
    if index + 1 < len(lines) and is_title(lines[index], lines[index + 1], rules):
        return None
    pieces = len(lines[index].pieces)
    stack = stack_at(lines[index], marks.stacks, pieces)
    if stack is None and pieces > 1 and set_apart(lines[index], marks.fills):
        stack = stack_below(lines[index], marks.stacks)
    count, boxes, stated = _boxes_at(lines, index, stack, marks)
    if not count or len(boxes) < (2 if stack or stated else marks.least):
        return None
    above = lines_above(lines, index, count, floor, marks.fills, rules)
    first, end = index - above, index + count
    if first < index and not stated:
        boxes = heads_of(lines[first:end], starts_below(lines[first:end], lines[end:]))
    columns = columns_below(boxes, stated=stated)
    labels = labels_again(lines, columns, end)
    rules_below = below_heads(stack, lines[end:], marks.fills)
    return _Heads(lines[first:end], end, columns, rules_below, labels)


def _boxes_at(
    lines: Sequence[Line], index: int, stack: Stack | None, marks: Marks
) -> tuple[int, list[Frame], bool]:
    """How many lines from here on are heads, 0 for none, their boxes, and if shading draws them."""
    stop = next_title(lines, index + 1)
    foot = lines[stop].base if stop < len(lines) else float("inf")
    shaded = [row for row in marks.shaded if row.top < foot]
    stated = stated_heads(lines, index, shaded, marks.fills, stack)
    if stated is not None:
        return (*stated, True)
    count = head_lines(lines, index, stack, marks.fills)
    heads = lines[index : index + count]
    return count, heads_of(heads, starts_below(heads, lines[index + count : stop])), False


def _rows_below(
    lines: Sequence[Line], heads: _Heads, marks: Marks
) -> tuple[Sequence[Line], Columns, Stack | None]:
    """The lines below heads that are the table's, as far as the same heads again, its columns."""
    known, stack, fills = heads.columns, heads.stack, marks.fills
    body, columns = table_body(lines, heads.end, known, stack, fills, heads.labels)
    held = lines[: heads.end + len(body)]
    own = other_heads(held, heads.end, marks.shaded, known.heads, fills)
    if own < heads.end + len(body):
        lines = lines[:own]
        body, columns = table_body(lines, heads.end, known, stack, fills, heads.labels)
    marked = len(known.heads) >= MIN_HEADS or all(set_apart(line, fills) for line in heads.lines)
    repeat = heads_again(heads.lines, body) if marked else None
    if repeat is None:
        return body, columns, stack
    end = end_before(body[:repeat], known.heads, heads.lines[0].size)
    above = part_above(stack, body[end - 1] if end else heads.lines[0])
    stack = below_heads(above, body[:end], fills)
    lines = lines[: heads.end + end]
    body, columns = table_body(lines, heads.end, known, stack, fills, heads.labels)
    return body, columns, stack


def _is_rest_of_cell(body: Sequence[Line], columns: Columns) -> bool:
    """Whether the lines below heads all stand in one column right of the first.

    Below heads said again at a page's top these are the rest of a cell; a band that is centred
    begins where a column's text does by chance alone.
    """
    ends = [*(head.x0 for head in columns.heads[2:]), float("inf")]
    return bool(body) and any(
        all(columns.begins(line.x0, at) and line.x1 < end for line in body)
        for at, end in enumerate(ends, 1)
    )


def _ends_page(lines: Sequence[Line], heads: _Heads, body: Sequence[Line], marks: Marks) -> bool:
    """Whether heads stand at the foot of their page, a band below them, and their rows overleaf."""
    few_below = len(lines) - heads.end <= MAX_FOOTER_LINES
    bands = all(len(line.pieces) == 1 for line in body)
    apart = all(set_apart(line, marks.fills) for line in (*heads.lines, *body))
    return bands and apart and few_below and len(heads.columns.heads) >= MIN_HEADS


def _keeps_columns(
    body: Sequence[Line],
    columns: Columns,
    heads: _Heads,
    stack: Stack | None,
    marks: Marks,
    notes: Collection[float],
) -> bool:
    """Whether lines fill the columns of their heads, and are no prose between bars of one width.

    ``notes`` are the baselines of those that stand across the columns below a row.
    """
    marked = stack is not None and all(set_apart(line, marks.fills) for line in heads.lines)
    least = MIN_RULED if marked else len(heads.columns.heads) / 2
    if not body or not fits(body, columns, least, stack.ys if stack else ()):
        return False
    if stack is None and not set_apart(heads.lines[0], marks.fills) and len(body) < MIN_PLAIN_LINES:
        return False
    across = [line for line in body if line.base not in notes and held_by(columns, line) is None]
    return sum(not set_apart(line, marks.fills) for line in across) <= CROSSING_SHARE * len(body)
