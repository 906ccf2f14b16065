"""Rows inside a ruled row: tables that rule off their columns and their heads, and no row.

Knows grids and the words in their cells. Such rows are told by what no other cells do: pieces of
text begin at one height in most columns, again and again, though those above ended at several.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import BULLETS, Line, make_lines
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.rows.fitted import fitted_rows
from extractors.readers.pdf.unruled.rows.rows import columns_at, full_rows, marked_rows

MIN_COLUMNS = 3  # side by side; two are as often a label and its text
MAX_TITLES = 1  # rows above heads: a band over all columns
STEP_EM = 1.5  # of the size from base to base in a first column where one row ends; text has 1.2
FULL_SHARE = 0.6  # of the columns with text that each row of such a table has; items fill fewer
MANY = 3  # rows of equal cells, which are no chance: a title above a text makes two


def cut_rows(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """Cut ruled rows that hold several rows of text.

    Args:
        grid: As its rules draw it.
        words: The words of each cell, by its number.
    """
    if len(grid.xs) <= MIN_COLUMNS:
        return grid, words
    grid, words = _heads_apart(grid, words)
    rows: dict[int, list[int]] = {}
    for index, cell in enumerate(grid.cells):
        if cell.row_span == 1:
            rows.setdefault(cell.row, []).append(index)
    for row in sorted(rows, reverse=True):  # cutting one changes no number of a cell above it
        own = rows[row]
        if len(own) >= MIN_COLUMNS and _has_steps(words.get(own[0], ())):
            grid, words = _cut(grid, words, own, row, _rows_of)
        elif len(own) > MIN_COLUMNS and _names_group(words.get(own[0], ())):
            grid, words = _cut(grid, words, own[1:], row, _rows_beside)
    return grid, words


def _heads_apart(grid: Grid, words: dict[int, list[Word]]) -> tuple[Grid, dict[int, list[Word]]]:
    """The grid with a border below bold heads that no rule parts from the first row.

    Each text of that row begins in bold and goes on plain, a row's distance below, and those of
    the next are plain: "(named officer)" in the line below "Lead" says more of that head.
    """
    for row in range(min(MAX_TITLES + 1, len(grid.ys) - 2)):
        own = [i for i, cell in enumerate(grid.cells) if cell.row == row and words.get(i)]
        if len(own) < MIN_COLUMNS:
            continue
        if sum(not all(map(_is_head, words[i])) for i in own) < MIN_COLUMNS:
            return grid, words
        lines = [make_lines(words[i]) for i in own]
        heads = [list(takewhile(_is_bold, held)) for held in lines]
        rests = [held[len(head) :] for head, held in zip(heads, lines, strict=True)]
        if not all(heads):
            return grid, words
        if any(map(_goes_on, heads, rests)):
            return grid, words
        below = [i for i, cell in enumerate(grid.cells) if cell.row == row + 1 and words.get(i)]
        low = max(line.bottom for head in heads for line in head)
        high = min(line.top for rest in rests for line in rest)
        plain = not any(_is_bold(make_lines(words[i])[0]) for i in below)
        return (
            _with_border(grid, words, row, (low + high) / 2)
            if plain and low <= high
            else (grid, words)
        )
    return grid, words


def _goes_on(head: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether a text follows its head as the lines of one text do."""
    return bool(rest) and rest[0].base - head[-1].base < STEP_EM * rest[0].size


def _is_bold(line: Line) -> bool:
    return all(map(_is_head, line.words))


def _is_head(word: Word) -> bool:
    return word.style.bold and not word.turn


def _names_group(words: Sequence[Word]) -> bool:
    """Whether a first cell holds one text of words, as an objective whose rows a frame holds.

    A reference counts a row of its own, whatever is listed beside it.
    """
    return any(len(word.text) > 2 and word.text.isalpha() for word in words)


def _has_steps(words: Sequence[Word]) -> bool:
    """Whether the text of a first cell stands in pieces apart; a look before the real one."""
    bases = sorted({word.base for word in words})
    size = words[0].style.size if words else 0.0
    return any(below - above > STEP_EM * size for above, below in pairwise(bases))


def _cut(
    grid: Grid,
    words: dict[int, list[Word]],
    own: Sequence[int],
    row: int,
    rows_of: Callable[[Sequence[Line], Sequence[float], bool], list[list[Line]]],
) -> tuple[Grid, dict[int, list[Word]]]:
    if not _has_steps(words.get(own[0], ())):
        return grid, words
    held = [word for index in own for word in words.get(index, ())]
    if any(word.turn for word in held):
        return grid, words
    borders = [*(grid.cells[i].frame.x0 for i in own), grid.cells[own[-1]].frame.x1]
    lines = make_lines(held)
    rows = rows_of(lines, borders, _stands_alone(grid, row))
    if len(rows) < 2:
        return grid, words
    inner = [
        (max(line.bottom for line in above) + min(line.top for line in below)) / 2
        for above, below in pairwise(rows)
    ]
    return _with_borders(grid, words, set(own), row, inner)


def _rows_of(lines: Sequence[Line], borders: Sequence[float], alone: bool) -> list[list[Line]]:
    """The rows of text in a ruled row; [] for one. ``alone``: rules part no other rows."""
    rows = marked_rows(lines, borders)
    if rows:
        return rows
    if alone and _are_many(rows := fitted_rows(lines, borders), borders):
        return rows
    rows = full_rows(lines, borders)
    return rows if _are_rows(rows, borders) else []


def _rows_beside(lines: Sequence[Line], borders: Sequence[float], _: bool) -> list[list[Line]]:
    """The rows beside one text of the first column, all full or each with its reference.

    [] for one: an action with stacked parts, of which a bullet begins some, or few columns go on.
    """
    rows = marked_rows(lines, borders)
    if rows:
        return rows
    rows = full_rows(lines, borders)
    used = set().union(*(columns_at(line, borders) for line in lines))
    begun = all(columns_at(row[0], borders) == used for row in rows)
    return rows if begun and not any(_is_item(row, borders) for row in rows) else []


def _are_rows(rows: Sequence[Sequence[Line]], borders: Sequence[float]) -> bool:
    """Whether texts that end at several heights begin again at one; or many are alike."""
    heights = [_heights(lines, borders) for lines in rows[:-1]]
    uneven = any(len(set(filter(None, one))) > 1 for one in heights)
    return uneven or (len(rows) >= MANY and all(min(one) > 0 for one in heights))


def _stands_alone(grid: Grid, row: int) -> bool:
    """Whether no rule parts a ruled row from others: only heads or a band are next to it."""
    beside = [at for at in (row - 1, row + 1) if 0 < at < len(grid.ys) - 1]
    bands = [cell.row for cell in grid.cells if cell.column_span == len(grid.xs) - 1]
    return all(at in bands for at in beside)


def _are_many(rows: Sequence[Sequence[Line]], borders: Sequence[float]) -> bool:
    """Whether the parts of a cell row are rows: most cells of each are full, the first always.

    Items listed in one row fill some of its cells alone, and a bullet begins them.
    """
    held = [set().union(*(columns_at(line, borders) for line in row)) for row in rows]
    used = set().union(*held)
    least = max(MIN_COLUMNS, FULL_SHARE * len(used))
    full = all(len(one) >= least and min(used) in one for one in held)
    return len(rows) >= MANY and full and not any(_is_item(row, borders) for row in rows)


def _is_item(row: Sequence[Line], borders: Sequence[float]) -> bool:
    """Whether a bullet begins what a row prints in its first column."""
    return next((line.words[0].text for line in row if line.x0 < borders[1]), "") in BULLETS


def _heights(lines: Sequence[Line], borders: Sequence[float]) -> list[int]:
    """How many lines each column has."""
    found = [columns_at(line, borders) for line in lines]
    return [sum(column in at for at in found) for column in range(len(borders) - 1)]


def _with_border(
    grid: Grid, words: dict[int, list[Word]], row: int, y: float
) -> tuple[Grid, dict[int, list[Word]]]:
    """The grid with one row more, of what the cells that begin in a row hold above a height."""
    cells: list[GridCell] = []
    placed: dict[int, list[Word]] = {}
    for index, cell in enumerate(grid.cells):
        pieces = [(_moved(cell, row, 1), words.get(index, []))]
        if cell.row == row:
            head = replace(cell, row_span=1, frame=cell.frame._replace(bottom=y))
            rest = replace(cell, row=row + 1, frame=cell.frame._replace(top=y))
            held = words.get(index, [])
            pieces = [(head, _between(held, 0.0, y)), (rest, _between(held, y, float("inf")))]
        for piece, here in pieces:
            if here:
                placed[len(cells)] = here
            cells.append(piece)
    order = sorted(range(len(cells)), key=lambda at: (cells[at].row, cells[at].column))
    placed = {new: placed[old] for new, old in enumerate(order) if old in placed}
    ys = (*grid.ys[: row + 1], y, *grid.ys[row + 1 :])
    return replace(grid, ys=ys, cells=tuple(cells[at] for at in order)), placed


def _with_borders(
    grid: Grid, words: dict[int, list[Word]], own: set[int], row: int, inner: Sequence[float]
) -> tuple[Grid, dict[int, list[Word]]]:
    """The grid with more rows in the place of one; cells over that row are over all of them."""
    more = len(inner)
    ys = (*grid.ys[: row + 1], *inner, *grid.ys[row + 1 :])
    cells: list[GridCell] = []
    placed: dict[int, list[Word]] = {}
    for index, cell in enumerate(grid.cells):
        here = words.get(index, [])
        for piece in _pieces(cell, ys, row, more) if index in own else [_moved(cell, row, more)]:
            top, bottom = piece.frame.top, piece.frame.bottom
            inside = here if piece.row_span > 1 or index not in own else _between(here, top, bottom)
            if inside:
                placed[len(cells)] = inside
            cells.append(piece)
    return replace(grid, ys=ys, cells=tuple(cells)), placed


def _pieces(cell: GridCell, ys: Sequence[float], row: int, more: int) -> list[GridCell]:
    x0, x1 = cell.frame.x0, cell.frame.x1
    return [
        GridCell(at, cell.column, 1, cell.column_span, Frame(x0, ys[at], x1, ys[at + 1]))
        for at in range(row, row + more + 1)
    ]


def _moved(cell: GridCell, row: int, more: int) -> GridCell:
    if cell.row > row:
        return replace(cell, row=cell.row + more)
    over = cell.row + cell.row_span > row
    return replace(cell, row_span=cell.row_span + more) if over else cell


def _between(words: Sequence[Word], top: float, bottom: float) -> list[Word]:
    return [word for word in words if top <= word.middle_y < bottom]
