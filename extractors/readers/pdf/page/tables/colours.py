"""The colour of each cell: its background, or that of the mark which is all that it holds.

Knows grids, fills and words; knows nothing of what a colour means. A rating is told by a red cell,
by a red dot, flag or picture in an empty cell, or by a red letter that draws one ("●").
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from extractors.readers.pdf.grid import Grid, area, around, squares_of
from extractors.readers.pdf.record import Fill, Frame, Word, is_colourful

FILL_SHARE = 0.5  # of a cell's area that its background covers
WHITE = 0xFB  # of 255 in every channel: a background from here on is paper
INSIDE_PT = 1.0  # points by which a mark may reach over the border of its cell


def cell_colours(
    grid: Grid, fills: Sequence[Fill], words: Mapping[int, Sequence[Word]]
) -> dict[int, str]:
    """The colours of a grid's cells, by their numbers.

    Args:
        grid: The grid.
        fills: Of the page, in painting order; small shapes and pictures of one colour among them.
        words: The words of each cell, by its number.

    Returns:
        ``{4: "#ffc000"}``; a cell without a colour, or in white, is left out. The last of the
        backgrounds that are painted over most of a cell counts, and a mark before it.
    """
    grounds: dict[int, str] = {}
    marks: dict[int, set[str]] = {}
    for index, colour, ground in _painted(grid, fills, words):
        if ground:
            grounds[index] = colour
        else:
            marks.setdefault(index, set()).add(colour)
    for index, held in words.items():
        drawn = set(filter(is_colourful, {word.style.colour for word in held}))
        if drawn and not any(letter.isalnum() for word in held for letter in word.text):
            marks[index] = drawn
    paper = set(filter(_is_paper, set(grounds.values())))
    told = {index: colour for index, colour in grounds.items() if colour not in paper}
    return told | {index: min(found) for index, found in marks.items() if len(found) == 1}


def _painted(
    grid: Grid, fills: Sequence[Fill], words: Mapping[int, Sequence[Word]]
) -> list[tuple[int, str, bool]]:
    """What is painted in the cells: cell, colour, and whether it is the cell's background."""
    frame, squares = grid.frame, squares_of(grid)
    found = []
    for fill in fills:
        if fill.x1 < frame.x0 or fill.x0 > frame.x1:
            continue
        if fill.bottom < frame.top or fill.top > frame.bottom:
            continue
        for index in _cells_under(grid, squares, fill):
            cell = grid.cells[index].frame
            if _share(cell, fill) >= FILL_SHARE:
                found.append((index, fill.colour, True))
            elif index not in words and around(cell, Frame(*fill[:4]), INSIDE_PT):
                found += [(index, fill.colour, False)] if is_colourful(fill.colour) else []
    return found


def _cells_under(grid: Grid, squares: Mapping[tuple[int, int], int], fill: Fill) -> set[int]:
    """The cells that a fill touches, found by the squares that it covers."""
    rows = range(max(bisect_right(grid.ys, fill.top) - 1, 0), bisect_right(grid.ys, fill.bottom))
    columns = range(max(bisect_right(grid.xs, fill.x0) - 1, 0), bisect_right(grid.xs, fill.x1))
    touched = (squares.get((row, column)) for row in rows for column in columns)
    return {index for index in touched if index is not None}


def _share(frame: Frame, fill: Fill) -> float:
    width = min(frame.x1, fill.x1) - max(frame.x0, fill.x0)
    height = min(frame.bottom, fill.bottom) - max(frame.top, fill.top)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(area(frame), 1.0)


def _is_paper(colour: str) -> bool:
    return min(int(colour[i : i + 2], 16) for i in (1, 3, 5)) >= WHITE
