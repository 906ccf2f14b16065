"""Columns that shaded cells state: fills that stand side by side without a gap.

Knows lines of words and fills; knows nothing of what is printed. Word, LibreOffice, Chromium,
Typst and ReportLab paint a rectangle for each shaded cell, so that a shaded row of heads, or every
other row, draws the borders of columns that no rule parts, however close its heads stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Fill, Frame, Word
from extractors.readers.pdf.unruled.heads.head_lines import head_lines
from extractors.readers.pdf.unruled.heads.heads import is_among, set_apart
from extractors.readers.pdf.unruled.marks.stacks import Stack
from extractors.readers.pdf.unruled.rows.rows import ONE_TEXT_EM

TOUCH_PT = 1.5  # points between the fills of neighbouring cells; five producers leave 0 to 0.1
PADDING_PT = 2.0  # points at either side of a cell that its text keeps free
MIN_CELLS = 3  # side by side; two are as often halves of a page or a bar
PAIR = 2  # cells of a row of a list
MIN_PAIRS = 3  # rows of the same two cells below one another: heads and every other row of a list
OVER_PT = 1.0  # points by which a word may reach over a border
GUTTER_PT = 8.0  # points between rows or columns of heads; Typst paints no gutters of tables
MIDDLE_PT = 2.0  # points from the middle of a head over several columns to that of its cell; such
# heads of 2 of 2,061 made PDFs lie 0 to 0.1 off it, other texts over a border 11 and more
START_PT = 10.0  # points from a border to a word that begins its cell: padding of 2 to 8 was seen;
# such a word may be too long for its column and run over the next border
MAX_ABOVE_EM = 12.0  # of the size from heads to the first shaded row: one row of text between


@dataclass(frozen=True, slots=True)
class ShadedRow:
    """A row of shaded cells: ``edges`` are the x of their borders, left to right."""

    top: float
    bottom: float
    edges: tuple[float, ...]


def shaded_rows(fills: Sequence[Fill]) -> list[ShadedRow]:
    """The rows of shaded cells of a page, top to bottom."""
    rows = _blocks(fills)
    for held in _by_height(fills):
        if any(row.top - 1 <= held[0].top and held[0].bottom <= row.bottom + 1 for row in rows):
            continue
        rows += [row for row in _rows_of(held) if len(row.edges) > MIN_CELLS]
    return sorted(rows, key=lambda row: row.top)


def shaded_pairs(fills: Sequence[Fill], lines: Sequence[Line]) -> list[ShadedRow]:
    """The rows of two shaded cells that are printed again and again with the same borders.

    One alone that heads a list without rules, "Term | Meaning", is printed once.
    """
    alike: dict[tuple[int, ...], list[ShadedRow]] = {}
    for row in (row for held in _by_height(fills) for row in _rows_of(held)):
        if len(row.edges) - 1 == PAIR:
            alike.setdefault(tuple(map(round, row.edges)), []).append(row)
    often = [row for held in alike.values() if len(held) >= MIN_PAIRS for row in held]
    return often + [one for (one, *more) in alike.values() if not more and _heads_list(one, lines)]


def _heads_list(row: ShadedRow, lines: Sequence[Line]) -> bool:
    """Whether two shaded heads stand over pairs of texts, further apart than the lines of one."""
    held = [line for line in lines if line.base > row.top]
    if not held or held[0].base > row.bottom or len(held[0].pieces) != PAIR:
        return False
    starts = [words[0].x0 for words in held[0].pieces]
    pairs = [held[0]]
    for line in held[1:]:
        if not all(is_among(words[0].x0, starts) for words in line.pieces):
            break
        if len(line.pieces) == PAIR:
            pairs.append(line)
    apart = all(two.base - one.base > ONE_TEXT_EM * two.size for one, two in pairwise(pairs))
    return apart and len(pairs) > MIN_PAIRS


def _by_height(fills: Sequence[Fill]) -> list[list[Fill]]:
    """The fills that begin and end at the same height, together."""
    heights: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if not fill.shape:
            heights.setdefault((round(fill.top), round(fill.bottom)), []).append(fill)
    return list(heights.values())


def _rows_of(fills: Sequence[Fill]) -> list[ShadedRow]:
    """The rows that fills of one height make."""
    top, bottom = fills[0].top, fills[0].bottom
    return [ShadedRow(top, bottom, tuple(edges)) for edges in _chains(fills)]


def _blocks(fills: Sequence[Fill]) -> list[ShadedRow]:
    """Heads in two rows of one colour, "Timescale" over "Start" and "End", each as one row."""
    tops: dict[tuple[str, int], list[Fill]] = {}
    for fill in dict.fromkeys(fills):
        if not fill.shape:
            tops.setdefault((fill.colour, round(fill.top)), []).append(fill)
    found = []
    for held in tops.values():
        for fill in held:
            below = _below(fill, tops)
            if _spans(fill, below):
                row = _block(fill, [*held, *below])
                found += [row] if row is not None else []
    return list(dict.fromkeys(found))


def _below(fill: Fill, tops: Mapping[tuple[str, int], Sequence[Fill]]) -> list[Fill]:
    """The fills of one colour that begin where one ends, or a gutter below."""
    at = round(fill.bottom)
    reach = range(at - 1, at + int(GUTTER_PT) + 1)
    near = (one for y in reach for one in tops.get((fill.colour, y), ()))
    return [one for one in near if -TOUCH_PT <= one.top - fill.bottom <= GUTTER_PT]


def _spans(fill: Fill, below: Sequence[Fill]) -> bool:
    """Whether several of the fills below one are as wide together as it."""
    inner = [one for one in below if fill.x0 - TOUCH_PT <= one.x0 and one.x1 <= fill.x1 + TOUCH_PT]
    width = sum(one.x1 - one.x0 for one in inner)
    return len(inner) > 1 and abs(width - (fill.x1 - fill.x0)) <= TOUCH_PT * len(inner)


def _block(fill: Fill, near: Sequence[Fill]) -> ShadedRow | None:
    """The two rows of heads to which a head over several belongs; None for too few columns."""
    edges: list[float] = []
    for x in sorted(x for one in near for x in (one.x0, one.x1)):
        if not edges or x - edges[-1] > GUTTER_PT:
            edges.append(x)
        elif x - edges[-1] > TOUCH_PT:
            edges[-1] = (edges[-1] + x) / 2  # a gutter, which is no column
    low = max(one.bottom for one in near)
    title = fill.x0 <= edges[0] and edges[-1] <= fill.x1  # over all columns: it heads the table
    return ShadedRow(fill.top, low, tuple(edges)) if len(edges) > MIN_CELLS and not title else None


def _chains(fills: Sequence[Fill]) -> list[list[float]]:
    """The borders of fills that touch; the same cell is often painted twice."""
    chains: list[list[float]] = []
    for fill in sorted(fills):
        last = chains[-1] if chains else None
        if last is not None and abs(fill.x0 - last[-1]) <= TOUCH_PT:
            last.append(fill.x1)
        elif last is None or fill.x1 > last[-1] + TOUCH_PT:
            chains.append([fill.x0, fill.x1])
    return chains


def stated_heads(
    lines: Sequence[Line],
    index: int,
    rows: Sequence[ShadedRow],
    fills: Sequence[Fill],
    stack: Stack | None = None,
) -> tuple[int, list[Frame]] | None:
    """How many lines from here on are heads of shaded columns, and the boxes of these columns.

    The heads are shaded themselves, or stand with one row at most above the first shaded row, a
    band between them; they are set apart, by a rule below them at least (``stack``).
    """
    first = lines[index]
    if set_apart(first, fills):
        stack = None
    elif stack is None or not head_lines(lines, index, stack, fills):
        return None
    else:
        rows = [row for row in rows if row.top < row.bottom]  # shaded, and no pieces of a rule
    row = next((row for row in rows if _is_near(row, first)), None)
    if row is None:
        return None
    count = sum(row.top <= line.middle_y <= row.bottom for line in lines[index:])
    if first.middle_y < row.top:  # a shaded row of text is no second line of heads above it
        above = sum(line.middle_y < row.top for line in lines[index:])
        count = min(head_lines(lines, index, stack, fills), above)
    if not count or not _are_clear(lines[index:], count, row, fills):
        return None
    pairs = pairwise(row.edges)
    boxes = [Frame(a + PADDING_PT, row.top, b - PADDING_PT, row.bottom) for a, b in pairs]
    return (count, boxes) if _used(lines[index : index + count], boxes) > 1 else None


def _are_clear(lines: Sequence[Line], count: int, row: ShadedRow, fills: Sequence[Fill]) -> bool:
    """Whether ``count`` heads, and what stands below them in a shaded row, keep to its columns.

    A head may stand in the middle of several; a band alone, set apart, may cross them all.
    """
    between = [line for line in lines if line.middle_y < row.bottom]
    return all(
        _keeps_clear(words, row) or (_is_head(line, row, fills) and _is_centred(words, row))
        for at, line in enumerate(between)
        if at < count or len(line.pieces) > 1 or not set_apart(line, fills)
        for words in line.pieces
    )


def other_heads(
    lines: Sequence[Line],
    start: int,
    rows: Sequence[ShadedRow],
    columns: Sequence[Frame],
    fills: Sequence[Fill],
) -> int:
    """The first line from ``start`` on of heads whose shading states other columns than these.

    "Ref | Action | Lead" begins a table right below one of "Organisation | Role", with nothing
    but a banner of its own between. The number of lines where there are none.
    """
    others = [
        row
        for row in rows
        if any(box.x0 + START_PT < x < box.x1 - START_PT for x in row.edges for box in columns)
    ]
    for row in others:
        held = [
            at for at in range(start, len(lines)) if row.top <= lines[at].middle_y <= row.bottom
        ]
        heads = [lines[at] for at in held]
        several = any(len(line.pieces) > 1 for line in heads)
        inner = [one for one in rows if lines[start - 1].base < one.top < row.top]
        if several and (not inner or all(set_apart(line, ()) for line in heads)):
            return _with_banner(lines, start, held[0], columns, fills)
    return len(lines)


def _with_banner(
    lines: Sequence[Line],
    start: int,
    heads: int,
    columns: Sequence[Frame],
    fills: Sequence[Fill],
) -> int:
    """The first of the lines set apart, of one piece each, right above heads; not before start.

    In a shaded last row the last line of a cell is no banner.
    """
    while heads > start:
        line = lines[heads - 1]
        if len(line.pieces) > 1 or not set_apart(line, fills):
            break
        inner = any(0 <= line.x0 - box.x0 < START_PT and line.x1 < box.x1 for box in columns[1:])
        if inner and not set_apart(line, ()):
            break
        heads -= 1
    return heads


def row_edges(rows: Sequence[ShadedRow], borders: Sequence[float]) -> tuple[float, ...]:
    """The tops and bottoms of the shaded rows that state these columns, every other row, say."""
    inner = borders[1:-1]
    alike = [
        row
        for row in rows
        if len(row.edges) == len(borders)
        and all(abs(a - b) <= TOUCH_PT for a, b in zip(row.edges[1:-1], inner, strict=True))
    ]
    return tuple(sorted({y for row in alike for y in (row.top, row.bottom)}))


def _is_near(row: ShadedRow, line: Line) -> bool:
    """Whether a row holds a line, or is the first below it, as wide as it at least."""
    within = row.edges[0] - OVER_PT <= line.x0 and line.words[-1].x0 < row.edges[-1]
    reach = MAX_ABOVE_EM * line.size
    return within and line.middle_y <= row.bottom and row.top - line.base <= reach


def _is_head(line: Line, row: ShadedRow, fills: Sequence[Fill]) -> bool:
    """Whether a line stands in a shaded row of heads, or is set apart as heads above rows are."""
    return row.top <= line.middle_y or set_apart(line, fills)


def _keeps_clear(words: Sequence[Word], row: ShadedRow) -> bool:
    return not any(
        low + START_PT < word.x0 < high - OVER_PT and word.x1 > high + OVER_PT
        for word in words
        for low, high in pairwise(row.edges)
    )


def _is_centred(words: Sequence[Word], row: ShadedRow) -> bool:
    """Whether a piece of a line stands in the middle of several columns: "Who" over two."""
    centre = (words[0].x0 + words[-1].x1) / 2
    return any(
        low <= words[0].x0 and words[-1].x1 <= high and abs(centre - (low + high) / 2) <= MIDDLE_PT
        for at, low in enumerate(row.edges)
        for high in row.edges[at + 2 :]
    )


def _used(lines: Sequence[Line], boxes: Sequence[Frame]) -> int:
    """How many of the columns have a head."""
    return sum(
        any(box.x0 - PADDING_PT <= word.x0 < box.x1 for line in lines for word in line.words)
        for box in boxes
    )
