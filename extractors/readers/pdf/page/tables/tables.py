"""Tables from grids and the words placed in their cells.

Knows grids, words and fills; knows nothing of what a table is about.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line, make_lines, upright
from extractors.readers.pdf.page.paragraphs.groups import group_lines
from extractors.readers.pdf.page.paragraphs.leadings import Leadings, leadings_within
from extractors.readers.pdf.page.paragraphs.paragraphs import make_paragraphs
from extractors.readers.pdf.page.tables.colours import cell_colours
from extractors.readers.pdf.page.tables.placing import Placed, place_in
from extractors.readers.pdf.record import Fill, PageRecord, Word

COLUMN_SHARE = 0.6  # of its width that a column's text must reach to show where it may end


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
    setting = _setting(grid, lines)
    colours = cell_colours(grid, fills, placed.words)
    cells = [
        Cell(
            cell.row,
            cell.column,
            _paragraphs(cell, lines.get(index, []), setting, page, struck),
            cell.row_span,
            cell.column_span,
            colours.get(index),
            nested=tuple(
                make_table(inner, page, fills, struck) for inner in placed.nested.get(index, ())
            ),
            place=Place((Box(page, *cell.frame),)),
        )
        for index, cell in enumerate(grid.cells)
    ]
    return _table(grid, cells, page, doubts)


def framed_tables(
    record: PageRecord, grids: Sequence[Grid], words: Sequence[Word], struck: frozenset[Word]
) -> tuple[Table, ...]:
    """The first grid of a page and its last as tables, where they are frames without columns."""
    ends = dict.fromkeys((0, len(grids) - 1)) if grids else ()
    frames = [place_in(grids[at], words) for at in ends if len(grids[at].xs) == 2]
    fills = (*record.fills, *record.dots)
    return tuple(make_table(one, record.number, fills, struck) for one in frames if one.words)


def _table(grid: Grid, cells: Sequence[Cell], page: int, doubts: Sequence[str]) -> Table:
    return Table(
        tuple(cells),
        len(grid.ys) - 1,
        len(grid.xs) - 1,
        edges=grid.xs,
        open_top=grid.open_top,
        open_bottom=grid.open_bottom,
        ruled=not grid.aligned,
        uncertain=tuple(doubts),
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


class _Setting(NamedTuple):
    """How the text of a table is set: where that of each column begins and ends, its leadings.

    The columns go by the first of a cell and how many it spans; all is in points.
    """

    reaches: Mapping[tuple[int, int], tuple[float, float]]
    leadings: Leadings


def _setting(grid: Grid, lines: Mapping[int, Sequence[Line]]) -> _Setting:
    reaches: dict[tuple[int, int], tuple[float, float]] = {}
    for index, found in lines.items():
        cell = grid.cells[index]
        key = (cell.column, cell.column_span)
        low = min([line.x0 for line in found], default=cell.frame.x0)
        high = max([line.x1 for line in found], default=cell.frame.x0)
        known = reaches.get(key)
        reaches[key] = (low, high) if known is None else (min(known[0], low), max(known[1], high))
    return _Setting(reaches, leadings_within(lines.values()))


def _paragraphs(
    cell: GridCell, lines: Sequence[Line], setting: _Setting, page: int, struck: frozenset[Word]
) -> tuple[Paragraph, ...]:
    if not lines:
        return ()
    left, right = setting.reaches[cell.column, cell.column_span]
    width = cell.frame.x1 - cell.frame.x0
    edge = cell.frame.x1 - max(0.0, left - cell.frame.x0)
    if right < cell.frame.x0 + COLUMN_SHARE * width or right > cell.frame.x1:  # a word hangs out
        right = edge
    groups = group_lines(lines, left, right, setting.leadings)
    return tuple(make_paragraphs(groups, page, struck, right, edge))
