"""Tables that no vertical rule parts into columns: hairlines, zebra shading, or white space alone.

Knows lines of words, rules and fills; knows no headings' words. A table of this kind is recognised
by its row of column heads (set bold, coloured or on a fill) or by rules of one width above one
another, and its columns by the free corridors between the heads that its text keeps.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from statistics import median

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Fill, Frame, Rule, Word
from extractors.readers.pdf.unruled.body import table_body
from extractors.readers.pdf.unruled.corridors import Columns, fits, narrowed_by
from extractors.readers.pdf.unruled.ends import (
    FAR_LARGER,
    below_heads,
    end_before,
    heads_again,
    left_below,
    next_title,
    part_above,
)
from extractors.readers.pdf.unruled.halves import find_halves, side_of
from extractors.readers.pdf.unruled.head_lines import head_lines
from extractors.readers.pdf.unruled.head_tops import lines_above
from extractors.readers.pdf.unruled.heads import (
    heads_of,
    looks_like_heads,
    plain_heads,
    segments_of,
    set_apart,
)
from extractors.readers.pdf.unruled.labels import find_labels, labelled_rows
from extractors.readers.pdf.unruled.pieces import pieced_rules
from extractors.readers.pdf.unruled.shaded import ShadedRow, shaded_rows, stated_heads
from extractors.readers.pdf.unruled.stacks import (
    Stack,
    find_stacks,
    runs_across,
    stack_at,
    stack_below,
)
from extractors.readers.pdf.unruled.table_grids import heads_grid, table_grid
from extractors.readers.pdf.unruled.titled import titled_cards
from extractors.readers.pdf.unruled.transposed import transposed_tables
from extractors.readers.pdf.unruled.turned_heads import with_turned_heads
from extractors.readers.pdf.unruled.underlines import underlined

MIN_HEADS = 3  # heads set apart by look alone; two need rules or fills as well
MIN_BESIDE = 2  # the same heads beside those of another table say themselves that they are heads
MAX_FOOTER_LINES = 3  # lines below a table that goes on overleaf: a footer and a page number
OPENING_LINES = 4  # lines at the top of a page among which a table may go on
MAX_REST_LINES = 12  # lines of one cell at a page's top, the rest of a row that a page break cut
MIN_PLAIN_LINES = 4  # lines that keep to the columns of heads in the look of the text
CROSSING_SHARE = 0.2  # of a table's lines that may run over its columns without being set apart


@dataclass(frozen=True, slots=True)
class Unruled:
    """The tables without vertical rules of one page.

    Attributes:
        grids: Top to bottom.
        columns: Of the last of them, where nothing follows it on its page.
        opening: The lines of the page, where they may go on with a table of the page before.
        rules: Heights of the rules and shaded rows' edges of the page.
    """

    grids: list[Grid] = field(default_factory=list)
    columns: Columns | None = None
    opening: tuple[Line, ...] = ()
    rules: tuple[float, ...] = ()


def find_unruled(words: Sequence[Word], across: Sequence[Rule], fills: Sequence[Fill]) -> Unruled:
    """Find the tables without vertical rules.

    Args:
        words: Those of the page that stand in no ruled table.
        across: Horizontal rules of the page.
        fills: Filled rectangles.
    """
    lines = make_lines([word for word in words if word.turn == 0])
    parts: list[Unruled] = []
    while (halves := find_halves(lines, across, fills)) is not None:
        above = lines[: halves.first]
        parts.append(_find_in(above, _words_of(above), across, fills))
        for left in (True, False):
            side = side_of(halves, left, lines, across, fills)
            held = make_lines(side.words)
            found = _find_in(held, side.words, side.across, side.fills, MIN_BESIDE)
            parts.append(Unruled(found.grids, rules=found.rules))
        lines = lines[halves.last :]
    if not parts:
        return _find_in(lines, words, across, fills)
    rest = _find_in(lines, _words_of(lines), across, fills)
    grids = [grid for part in (*parts, rest) for grid in part.grids]
    return replace(rest, grids=grids, opening=parts[0].opening)


def _words_of(lines: Sequence[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]


def _find_in(
    lines: Sequence[Line],
    words: Sequence[Word],
    across: Sequence[Rule],
    fills: Sequence[Fill],
    least: int = MIN_HEADS,
) -> Unruled:
    """Find the tables among lines of which none stands beside another.

    ``least`` is how many heads begin a table that no rules mark.
    """
    headings, rules = underlined(across, lines)
    stacks = find_stacks(rules, fills)
    heights = tuple(y for stack in stacks for y in stack.ys)
    if any(word.turn for word in words):
        printed = [rule.at for rule in across if not rule.fill]
        lines = with_turned_heads(lines, words, [*heights, *printed], fills)
    opening = _opening(lines)
    edges = runs_across(across, fills)
    labels, turned = find_labels(lines), transposed_tables(lines, edges)
    found_none = not (stacks or labels or turned)
    if found_none and not any(_may_begin(line, fills) for line in lines):
        return Unruled(opening=opening)
    cards = [one for one in labels if one.again]
    grids: list[Grid] = []
    columns = None
    shaded = sorted([*shaded_rows(fills), *pieced_rules(across)], key=lambda row: row.top)
    known = titled_cards(lines, fills)
    ends = sorted([*known, *(at for at, line in enumerate(lines) if line.base in headings)])
    index = floor = 0
    while index < len(lines):
        end = next((at for at in ends if at > index), len(lines))
        found = known.get(index) or labelled_rows(lines[:end], index, cards, edges)
        if not looks_like_heads(lines[index], fills):
            found = found or turned.get(index)
        found = found or _table_from(lines[:end], index, floor, stacks, fills, shaded, least)
        found = found or labelled_rows(lines[:end], index, labels, edges)
        found = found or turned.get(index)
        if found is None:
            index += 1
            continue
        grid, index, columns = found
        floor = index
        grids.append(grid)
        stacks = [left_below(stack, lines[index - 1]) for stack in stacks]
    last = bool(grids) and len(lines) - index <= MAX_FOOTER_LINES
    if grids and not _opens_table(lines, grids[0]):
        opening = _opening([line for line in lines if line.base < grids[0].ys[0]])
    return Unruled(grids, columns if last else None, opening, heights)


def _may_begin(line: Line, fills: Sequence[Fill]) -> bool:
    """Whether a table may begin at a line that no rule marks."""
    return looks_like_heads(line, fills) or plain_heads(line)


def _opens_table(lines: Sequence[Line], grid: Grid) -> bool:
    """Whether a table stands at the page's top with a first row that no head's look marks."""
    above = sum(line.base < grid.ys[0] for line in lines)
    first = [line for line in lines if grid.ys[0] <= line.base <= grid.ys[1]]
    return above <= MAX_FOOTER_LINES and not all(set_apart(line, ()) for line in first)


def _opening(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page if one of the first has pieces beside one another."""
    several = sum(len(segments_of(line)) > 1 for line in lines[:MAX_REST_LINES])
    return tuple(lines) if several else ()


def _keeps_clear(line: Line, columns: Columns) -> bool:
    """Whether every piece of a line between wide gaps stands in one column.

    One line that happens to have a blank at each border is no row: headings do.
    """
    borders = [(low + high) / 2 for low, high in columns.free]
    return not any(
        words[0].x0 < border < words[-1].x1 for words in segments_of(line) for border in borders
    )


def carried_grid(lines: Sequence[Line], columns: Columns, rules: Sequence[float]) -> Grid | None:
    """The grid of the lines that keep to the columns of the table on the page before.

    Lines above it, running headers say, are passed over; below the heading of a chapter nothing
    goes on.
    """
    size = median(line.size for line in lines) if lines else 0.0
    for start in range(min(OPENING_LINES, len(lines))):
        if lines[start].size > FAR_LARGER * size:
            return None
        rest = lines[start:]
        clear = list(takewhile(lambda line: columns.bare or _keeps_clear(line, columns), rest))
        if not clear:
            continue
        body, kept = table_body(clear, 0, columns, None, ())
        if body and fits(body, kept, 1):
            stack = Stack(body[0].x0, body[0].x1, tuple(sorted(rules)))
            return table_grid([], body, kept, stack if rules else None, ())
    return None


def _heads_at(
    lines: Sequence[Line],
    index: int,
    stack: Stack | None,
    fills: Sequence[Fill],
    shaded: Sequence[ShadedRow],
) -> tuple[int, list[Frame], bool]:
    """How many lines from here on are heads, 0 for none, their boxes, and if shading draws them."""
    stop = next_title(lines, index + 1)
    foot = lines[stop].base if stop < len(lines) else float("inf")
    stated = stated_heads(lines, index, [row for row in shaded if row.top < foot], fills)
    if stated is not None:
        return (*stated, True)
    count = head_lines(lines, index, stack, fills)
    return count, heads_of(lines[index : index + count]), False


def _table_from(
    lines: Sequence[Line],
    index: int,
    floor: int,
    stacks: Sequence[Stack],
    fills: Sequence[Fill],
    shaded: Sequence[ShadedRow],
    least: int,
) -> tuple[Grid, int, Columns] | None:
    """The table whose heads a line shows, the number of the line after it, its columns.

    Heads may begin above that line, though not above ``floor``.
    """
    pieces = len(segments_of(lines[index]))
    stack = stack_at(lines[index], stacks, pieces)
    if stack is None and pieces > 1 and set_apart(lines[index], fills):
        stack = stack_below(lines[index], stacks)
    count, heads, stated = _heads_at(lines, index, stack, fills, shaded)
    if not count or len(heads) < (2 if stack else least):
        return None
    tops = lines_above(lines, index, count, floor, fills)
    if tops:
        index, count = index - tops, count + tops
        heads = heads if stated else heads_of(lines[index : index + count])
    free = tuple((one.x1, other.x0) for one, other in pairwise(heads))
    known = Columns(tuple(heads), free, stated)
    start = index + count
    stack = below_heads(stack, lines[start:])
    body, columns = table_body(lines, start, known, stack, fills)
    last = not body and len(lines) - start <= MAX_FOOTER_LINES and len(heads) >= MIN_HEADS
    if last and all(set_apart(line, fills) for line in lines[index:start]):
        return heads_grid(lines[index:start], known), start, replace(known, bare=True)
    marked = len(heads) >= MIN_HEADS or all(set_apart(one, fills) for one in lines[index:start])
    repeat = heads_again(lines[index:start], body) if marked else None
    if repeat is not None:
        end = end_before(body[:repeat], heads, lines[index].size)
        above = part_above(stack, body[end - 1] if end else lines[index])
        stack = below_heads(above, body[:end])
        body, columns = table_body(lines[: start + end], start, known, stack, fills)
    if not body or not fits(body, columns, len(heads) / 2, stack.ys if stack else ()):
        return None
    if stack is None and not set_apart(lines[index], fills) and len(body) < MIN_PLAIN_LINES:
        return None
    across = [line for line in body if narrowed_by(columns, line) is None]
    if sum(not set_apart(line, fills) for line in across) > CROSSING_SHARE * len(body):
        return None  # prose between bars of one width
    grid = table_grid(lines[index : index + count], body, columns, stack, shaded)
    return grid, index + count + len(body), columns
