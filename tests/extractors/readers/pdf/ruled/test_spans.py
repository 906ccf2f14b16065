"""Cells over several columns whose text keeps to columns that no rule parts."""

from itertools import pairwise

import pytest

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.record import Frame, Style, Word
from extractors.readers.pdf.ruled.spans import cut_spans

XS = (40.0, 90.0, 250.0, 330.0, 400.0)
STYLE = Style(10.0, False, False, "#000000")


def boxed(*ys: float) -> Grid:
    """Heads in cells of their own, and rows below that rules box whole."""
    heads = [
        GridCell(0, column, 1, 1, Frame(x0, ys[0], x1, ys[1]))
        for column, (x0, x1) in enumerate(pairwise(XS))
    ]
    rows = [
        GridCell(row, 0, 1, len(XS) - 1, Frame(XS[0], top, XS[-1], bottom))
        for row, (top, bottom) in enumerate(pairwise(ys[1:]), 1)
    ]
    return Grid(XS, ys, (*heads, *rows))


def line(base: float, *pieces: tuple[float, str]) -> list[Word]:
    """The words of one line; letters are 5 points wide, blanks 3."""
    found = []
    for x, piece in pieces:
        for text in piece.split():
            found.append(Word(text, x, base - 8, x + 5 * len(text), base + 2, base, STYLE))
            x += 5 * len(text) + 3
    return found


def rows_of(grid: Grid, held: dict[int, list[Word]]) -> list[list[str]]:
    cut, placed = cut_spans(grid, held)
    rows: list[list[str]] = [[] for _ in cut.ys[1:]]
    for index, cell in enumerate(cut.cells):
        rows[cell.row].append(" ".join(word.text for word in placed.get(index, ())))
    return rows


HEADS = {0: "Ref", 1: "Action", 2: "Lead", 3: "By when"}


def plan(*rows: list[Word]) -> list[list[str]]:
    """The rows below the heads and one row whose columns stand well apart."""
    held = {column: line(62, (XS[column] + 4, text)) for column, text in HEADS.items()}
    wide = line(82, (44, "A1"), (94, "Plant new hedges"), (254, "Parks"), (334, "May 2027"))
    held |= {4 + at: words for at, words in enumerate([wide, *rows])}
    grid = boxed(*(50.0 + 20 * at for at in range(len(rows) + 3)))
    return rows_of(grid, held)[2:]


def test_a_banner_is_not_cut_though_one_of_its_words_begins_as_a_column_does():
    banner = line(102, (44, "Objective 2: a greener town that is open"), (254, "to everyone here"))
    assert plan(banner)[0] == ["Objective 2: a greener town that is open to everyone here"]


def test_a_banner_whose_words_run_over_a_border_is_not_cut():
    banner = line(102, (44, "Objective 2: greener neighbourhoods for everybody who lives here"))
    assert plan(banner)[0] == ["Objective 2: greener neighbourhoods for everybody who lives here"]


@pytest.mark.parametrize("rest", ["families get help sooner", "\u2022 Open the gate"])
def test_what_goes_on_in_one_column_is_no_banner(rest):
    # A row cut by a page break, where a table style rules off columns in every other row only.
    (row,) = plan(line(102, (94, rest)))
    assert row == ["", rest, "", ""]


def test_heads_that_touch_the_table_above_are_cut_as_the_rows_below_them():
    # A word processor puts two tables together; the borders within the dark heads are not seen.
    xs = (40.0, 90.0, 120.0, 250.0, 330.0, 400.0)
    rows: list[list[tuple[int, int, str]]] = [
        [(0, 2, "Trees"), (2, 5, "31")],
        [(0, 5, "")],
        [(0, 5, "Aim 1: a greener town")],
        [(0, 1, "A1"), (1, 3, "Plant hedges"), (3, 4, "Parks"), (4, 5, "May 2027")],
    ]
    heads = line(82, (44, "Ref"), (94, "Action"), (254, "Lead"), (334, "By when"))
    cells: list[GridCell] = []
    held: dict[int, list[Word]] = {}
    for row, texts in enumerate(rows):
        top = 50.0 + 20 * row
        for low, high, text in texts:
            held[len(cells)] = line(top + 12, (xs[low] + 4, text)) if text else heads
            frame = Frame(xs[low], top, xs[high], top + 20)
            cells.append(GridCell(row, low, 1, high - low, frame))
    grid = Grid(xs, (50.0, 70.0, 90.0, 110.0, 130.0), tuple(cells))
    assert rows_of(grid, held) == [
        ["Trees", "31"],
        ["Ref", "Action", "Lead", "By when"],
        ["Aim 1: a greener town"],
        ["A1", "Plant hedges", "Parks", "May 2027"],
    ]
