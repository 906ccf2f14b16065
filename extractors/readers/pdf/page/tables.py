"""Tables from grids and the words in them.

Knows grids, words and fills; knows nothing of what a table is about.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.grid import Grid, GridCell, area, around, squares_of
from extractors.readers.pdf.lines import Line, make_lines, upright
from extractors.readers.pdf.page.colours import cell_colours
from extractors.readers.pdf.page.groups import group_lines
from extractors.readers.pdf.page.paragraphs import make_paragraphs
from extractors.readers.pdf.record import Fill, Word, inside
from extractors.readers.pdf.ruled.inner import cut_columns
from extractors.readers.pdf.ruled.layers import cut_rows
from extractors.readers.pdf.ruled.spans import cut_spans

MIDDLE_EM = 0.3  # of the size above the base: the middle of small letters
COLUMN_SHARE = 0.6  # of its width that a column's text must reach to show where it may end


@dataclass(frozen=True, slots=True)
class Placed:
    """A grid with the words in each of its cells, and the grids that stand inside cells."""

    grid: Grid
    words: dict[int, list[Word]]
    nested: dict[int, list["Placed"]]


def place_words(grids: Sequence[Grid], words: Sequence[Word]) -> tuple[list[Placed], list[Word]]:
    """Give the words to the cells that they stand in; the rest is returned beside.

    A grid of one column is a box round text: its words stay with the rest, and so do the grids
    inside it.
    """
    tables = [grid for grid in grids if len(grid.xs) > 2]
    hosts = _hosts(tables)
    placed = [Placed(grid, {}, {}) for grid in tables]
    squares = [squares_of(grid) for grid in tables]
    rest = _give(placed, squares, words)
    return _settled(placed, hosts, rest)


def _give(
    placed: Sequence[Placed],
    squares: Sequence[dict[tuple[int, int], int]],
    words: Sequence[Word],
) -> list[Word]:
    """Put each word into the cell that it stands in; those in none are returned."""
    tables = [one.grid for one in placed]
    # The innermost grid takes a word: small grids are asked first.
    order = sorted(range(len(tables)), key=lambda i: area(tables[i].frame))
    rest = []
    frames = [(index, *tables[index].frame) for index in order]
    for word in words:
        x = (word.x0 + word.x1) / 2
        y = (word.top + word.bottom) / 2 if word.turn else word.base - MIDDLE_EM * word.style.size
        for index, left, top, right, bottom in frames:
            if not (left <= x <= right and top <= y <= bottom):
                continue
            grid = tables[index]
            at = bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1
            cell = squares[index].get(at)
            if cell is not None:
                placed[index].words.setdefault(cell, []).append(word)
                break
        else:
            rest.append(word)
    return rest


def _settled(
    placed: list[Placed], hosts: dict[int, tuple[int, int]], rest: list[Word]
) -> tuple[list[Placed], list[Word]]:
    """The tables with those inside their cells; frames that are no tables give up their words."""
    frames_only = {index for index, one in enumerate(placed) if _is_decoration(one)}
    for index in frames_only:
        rest += [word for words in placed[index].words.values() for word in words]
    for index, one in enumerate(placed):
        if index not in {host for host, _ in hosts.values()}:
            cut = cut_columns(*cut_spans(one.grid, one.words))
            placed[index] = Placed(*cut_rows(*cut), one.nested)
    for index, host in hosts.items():
        if index not in frames_only and host[0] not in frames_only:
            placed[host[0]].nested.setdefault(host[1], []).append(placed[index])
    kept = [
        one
        for index, one in enumerate(placed)
        if index not in frames_only and (index not in hosts or hosts[index][0] in frames_only)
    ]
    return kept, rest


def _is_decoration(placed: Placed) -> bool:
    """Whether rules draw no table: no text, or text in one cell of several rows and columns.

    A single row with one full cell is kept: it may be the end of a row that a page break cuts.
    """
    full = sum(1 for words in placed.words.values() if words)
    return full == 0 or (full == 1 and len(placed.grid.ys) > 2)


def _hosts(grids: Sequence[Grid]) -> dict[int, tuple[int, int]]:
    """For each grid that stands inside a cell of another: which grid and which cell."""
    hosts: dict[int, tuple[int, int]] = {}
    for index, grid in enumerate(grids):
        frame = grid.frame
        x, y = (frame.x0 + frame.x1) / 2, (frame.top + frame.bottom) / 2
        for other, outer in enumerate(grids):
            if other == index or area(outer.frame) <= area(frame):
                continue
            cell = next((i for i, c in enumerate(outer.cells) if around(c.frame, frame)), None)
            if cell is not None and inside(x, y, outer.frame):
                known = hosts.get(index)
                if known is None or area(outer.frame) < area(grids[known[0]].frame):
                    hosts[index] = (other, cell)
    return hosts


def make_table(
    placed: Placed,
    page: int,
    fills: Sequence[Fill],
    struck: frozenset[Word] = frozenset(),
    doubts: Sequence[str] = (),
) -> Table:
    """Make the table of a grid whose words are placed; ``doubts`` are reasons to distrust it."""
    grid = placed.grid
    lines = {index: _cell_lines(words) for index, words in placed.words.items()}
    reaches = _reaches(grid, lines)
    colours = cell_colours(grid, fills, placed.words)
    cells = []
    for index, cell in enumerate(grid.cells):
        nested = tuple(
            make_table(inner, page, fills, struck) for inner in placed.nested.get(index, ())
        )
        paragraphs = _paragraphs(cell, lines.get(index, []), reaches, page, struck)
        cells.append(
            Cell(
                cell.row,
                cell.column,
                tuple(paragraphs),
                cell.row_span,
                cell.column_span,
                colours.get(index),
                nested=nested,
                place=Place((Box(page, *cell.frame),)),
            )
        )
    return Table(
        tuple(cells),
        len(grid.ys) - 1,
        len(grid.xs) - 1,
        edges=grid.xs,
        open_top=grid.open_top,
        open_bottom=grid.open_bottom,
        ruled=not grid.aligned,
        uncertain=(*(("columns from alignment",) if grid.aligned else ()), *doubts),
        place=Place((Box(page, *grid.frame),)),
    )


def _cell_lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a cell; text that is turned is read in its own direction, after the rest."""
    if not any([word.turn for word in words]):  # a list: twice as fast as a generator
        return make_lines(words)
    lines = make_lines([word for word in words if word.turn == 0])
    for turn in (270, 90, 180):
        lines += turned_lines(words, turn)
    return lines


def turned_lines(words: Sequence[Word], turn: int) -> list[Line]:
    """The lines of the words turned by so many degrees, in their own reading order."""
    return [_placed_back(line, turn) for line in make_lines(upright(words, turn))]


def _placed_back(line: Line, turn: int) -> Line:
    """A turned line with its words as read, in the box where it stands on the page."""
    x0, top, x1, bottom = line.x0, line.top, line.x1, line.bottom
    if turn == 270:
        box = (top, -x1, bottom, -x0)
    elif turn == 90:
        box = (-bottom, x0, -top, x1)
    else:
        box = (-x1, -bottom, -x0, -top)
    return Line(line.words, *box, base=line.base, size=line.size)


def _reaches(
    grid: Grid, lines: dict[int, list[Line]]
) -> dict[tuple[int, int], tuple[float, float]]:
    """Where the text of each column (and span of columns) begins and ends, in points."""
    reaches: dict[tuple[int, int], tuple[float, float]] = {}
    for index, found in lines.items():
        cell = grid.cells[index]
        key = (cell.column, cell.column_span)
        low = min((line.x0 for line in found), default=cell.frame.x0)
        high = max((line.x1 for line in found), default=cell.frame.x0)
        known = reaches.get(key)
        reaches[key] = (low, high) if known is None else (min(known[0], low), max(known[1], high))
    return reaches


def _paragraphs(
    cell: GridCell,
    lines: Sequence[Line],
    reaches: dict[tuple[int, int], tuple[float, float]],
    page: int,
    struck: frozenset[Word],
) -> list[Paragraph]:
    if not lines:
        return []
    left, right = reaches[cell.column, cell.column_span]
    width = cell.frame.x1 - cell.frame.x0
    if right < cell.frame.x0 + COLUMN_SHARE * width:
        right = cell.frame.x1 - max(0.0, left - cell.frame.x0)
    return make_paragraphs(group_lines(lines, left, right), page, struck, right)
