"""Columns inside a ruled column: Word's list styles rule off the first column alone.

Knows grids and the words in their cells. Such a column is told by its head, whose pieces stand as
far apart as heads of several columns do, and by the free corridors that all text below keeps.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.columns.corridors import columns_under
from extractors.readers.pdf.unruled.rows.rows import row_bands

MIN_ROWS = 2  # of a grid: heads and one row


def cut_columns(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """Cut ruled columns that hold several columns of text.

    Args:
        grid: As its rules draw it.
        words: The words of each cell, by its number.
    """
    if len(grid.ys) <= MIN_ROWS or len(grid.xs) < 2:
        return grid, words
    held = _held(grid, words)
    borders = [x for column in sorted(held) for x in _inner(held[column])]
    if not borders:
        return grid, words
    cut, placed = _cut(grid, words, sorted((*grid.xs, *borders)))
    return _rows_cut(cut, placed) if len(cut.ys) == MIN_ROWS + 1 else (cut, placed)


def _rows_cut(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """The one row below the heads as several, where stripes of white space part them."""
    held: list[Word] = [
        word for i, cell in enumerate(grid.cells) if cell.row for word in words.get(i, ())
    ]
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in grid.cells):
        return grid, words
    bands = row_bands([], make_lines(held), grid.xs, ())
    inner = [band.bottom for band in bands[:-1]]
    ys = (*grid.ys[:2], *inner, grid.ys[2])
    cells = [cell for cell in grid.cells if cell.row == 0]
    placed = {i: ws for i, ws in words.items() if grid.cells[i].row == 0}
    for row, (top, bottom) in enumerate(pairwise(ys[1:]), 1):
        for column, (low, high) in enumerate(pairwise(grid.xs)):
            frame = Frame(low, top, high, bottom)
            here = [w for w in held if top <= w.base < bottom and low <= w.middle_x < high]
            if here:
                placed[len(cells)] = here
            cells.append(GridCell(row, column, 1, 1, frame))
    return replace(grid, ys=ys, cells=tuple(cells)), placed


def _held(grid: Grid, words: dict[int, list[Word]]) -> dict[int, list[tuple[GridCell, list[Word]]]]:
    """The cells with text of each column, those over several columns left out."""
    held: dict[int, list[tuple[GridCell, list[Word]]]] = {}
    for index, cell in enumerate(grid.cells):
        if cell.column_span == 1 and words.get(index):
            held.setdefault(cell.column, []).append((cell, words[index]))
    return held


def _inner(held: Sequence[tuple[GridCell, list[Word]]]) -> list[float]:
    """Where the columns inside a ruled one begin; [] where its text is one column's."""
    if len(held) < MIN_ROWS or held[0][0].row:
        return []
    heads = make_lines(held[0][1])
    several = any(len(line.pieces) > 1 for line in heads)
    if not several or any(word.turn for _, words in held for word in words):
        return []
    body: list[Line] = [line for _, here in held[1:] for line in make_lines(here)]
    return columns_under(heads, body)


def _cut(
    grid: Grid, words: dict[int, list[Word]], xs: Sequence[float]
) -> tuple[Grid, dict[int, list[Word]]]:
    """The grid with more column borders, and the words of its cells."""
    cells: list[GridCell] = []
    placed: dict[int, list[Word]] = {}
    for index, cell in enumerate(grid.cells):
        first, last = xs.index(cell.frame.x0), xs.index(cell.frame.x1)
        whole = cell.column_span > 1
        steps = [(first, last)] if whole else [(at, at + 1) for at in range(first, last)]
        for low, high in steps:
            frame = Frame(xs[low], cell.frame.top, xs[high], cell.frame.bottom)
            here = [w for w in words.get(index, ()) if whole or _starts_in(w, xs, low, high)]
            if here:
                placed[len(cells)] = here
            cells.append(GridCell(cell.row, low, cell.row_span, high - low, frame))
    return replace(grid, xs=tuple(xs), cells=tuple(cells)), placed


def _starts_in(word: Word, xs: Sequence[float], low: int, high: int) -> bool:
    return xs[low] <= word.middle_x < xs[high]
