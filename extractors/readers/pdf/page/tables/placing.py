"""Which cell holds each word, and which tables are none.

Knows grids and words; knows nothing of what is made of them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from extractors.readers.pdf.grid import Grid, area, around, squares_of
from extractors.readers.pdf.record import Frame, Word, inside
from extractors.readers.pdf.ruled.inner import cut_columns
from extractors.readers.pdf.ruled.layers import cut_rows
from extractors.readers.pdf.ruled.spans import cut_spans

MIDDLE_EM = 0.3  # of the size above the base: the middle of small letters
PADDING_PT = 8.0  # points between a border and the text beside it: 2 to 7.5 in plans of 9 programs
LETTER_EM = 0.12  # of the size between letters of one word; blanks measure 0.2 and more
BLANK_EM = 0.4  # of the size of a blank; texts of two cells stand twice their padding apart
SIGNS = frozenset("/&–+")  # that stand between two names, and begin no cell
MARKS = frozenset(".,;:!?)]'’")  # that stand close behind a word


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
    if not tables:
        return [], list(words)
    hosts = _hosts(tables)
    placed = [Placed(grid, {}, {}) for grid in tables]
    squares = [squares_of(grid) for grid in tables]
    rest = _give(placed, squares, words)
    return _settled(placed, hosts, rest)


def place_in(grid: Grid, words: Sequence[Word]) -> Placed:
    """A grid, of one column too, with those of the words that stand in its cells."""
    placed = Placed(grid, {}, {})
    _give([placed], [squares_of(grid)], words)
    return placed


def _give(
    placed: Sequence[Placed],
    squares: Sequence[dict[tuple[int, int], int]],
    words: Sequence[Word],
) -> list[Word]:
    """Put each word into the cell that it stands in; those in none are returned."""
    tables = [one.grid for one in placed]
    # The innermost grid takes a word: small grids are asked first.
    order = sorted(range(len(tables)), key=lambda i: area(tables[i].frame))
    frames = [(index, *tables[index].frame) for index in order]
    apart = not any(_overlap(*pair) for pair in combinations([one.frame for one in tables], 2))
    rest: list[Word] = []
    before: list[Word] = []  # the words of the cell that took the word before
    size, base, low, high = -1.0, 0.0, 0.0, 0.0  # the line of that word, and the cell's sides
    for word in words:
        same = word.base == base and word.style.size == size and not word.turn
        if same and low <= word.x0 and word.x1 <= high:
            before.append(word)  # most words go on in the cell that the word before stands in
            continue
        if (word.glued or word.text in SIGNS) and before and _goes_on(before[-1], word):
            before.append(word)
            continue
        before, size = rest, -1.0
        index, cell = _cell_under(word, frames, tables, squares)
        if cell is not None:
            before = placed[index].words.setdefault(cell, [])
            if apart and not word.turn:
                size, base = word.style.size, word.base
                low, _, high, _ = tables[index].cells[cell].frame
        before.append(word)
    return rest


def _cell_under(
    word: Word,
    frames: Sequence[tuple[int, float, float, float, float]],
    tables: Sequence[Grid],
    squares: Sequence[dict[tuple[int, int], int]],
) -> tuple[int, int | None]:
    """The grid that a word stands in, and the cell of it; None where it stands in none."""
    x = word.middle_x
    y = word.middle_y if word.turn else word.base - MIDDLE_EM * word.style.size
    for index, left, top, right, bottom in frames:
        if left <= x <= right and top <= y <= bottom:
            grid = tables[index]
            row, column = bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1
            cell = squares[index].get((row, column))
            if word.x0 < grid.xs[column]:
                cell = _start_cell(grid, squares[index], word, row, cell)
            return index, cell
    return 0, None


def _overlap(one: Frame, other: Frame) -> bool:
    beside = one.x1 <= other.x0 or other.x1 <= one.x0
    return not beside and one.top < other.bottom and other.top < one.bottom


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a word follows another, wherever the border is that the other reaches over."""
    if word.base != before.base or word.turn:
        return False
    gap, size = word.x0 - before.x1, word.style.size  # damaged files have letters of no size
    if word.text in SIGNS:
        return 0 <= gap < BLANK_EM * size
    letters = before.text[-1:].isalpha() and (word.text[:1].islower() or word.text[:1] in MARKS)
    return letters and -size < gap < LETTER_EM * size


def _start_cell(
    grid: Grid, squares: dict[tuple[int, int], int], word: Word, row: int, cell: int | None
) -> int | None:
    """The cell of a word whose middle lies beyond the border of the column that it begins in.

    One too long for its column begins where the text of that column does, close to its left
    border; one that is centred reaches out on both sides of its own.
    """
    first = squares.get((row, max(bisect_right(grid.xs, word.x0) - 1, 0)))
    if first is None or first == cell or word.turn:
        return cell
    return first if word.x0 - grid.cells[first].frame.x0 <= PADDING_PT else cell


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
