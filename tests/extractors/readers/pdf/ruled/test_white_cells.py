"""White cells of tables that shading draws: a text over columns that another row opens is one."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.record import Fill, Frame, Rule
from extractors.readers.pdf.ruled.filled import marks_rows
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.pdf.ruled.white_cells import with_white_cells
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 140.0, 220.0, 280.0, 380.0)
YS = (60.0, 80.0, 110.0)
SHADED = ((0, 0), (0, 2), (1, 0))  # "Start" and "End" in one row, "Action" in the next


def frame_of(row: int, column: int) -> Frame:
    return Frame(XS[column], YS[row], XS[column + 1], YS[row + 1])


def white(text: str, shaded: Sequence[tuple[int, int]] = SHADED) -> list[tuple[int, int, int]]:
    """The white cells beside the labels: row, column and columns; the text is the second row's."""
    cells = tuple(GridCell(row, column, 1, 1, frame_of(row, column)) for row, column in shaded)
    fills = [Fill(*frame_of(row, column), "#d9d9d9") for row, column in shaded]
    grid = Grid(XS, YS, cells, open_top=None, open_bottom=None, filled=True)
    page = words(74, (44, "Start"), (144, "May 2026"), (224, "End"), (284, "May 2028"))
    page += words(98, (44, "Action"), (144, text))
    found = with_white_cells(grid, Heights(page), fills).cells
    return [(c.row, c.column, c.column_span) for c in found if (c.row, c.column) not in shaded]


def test_a_text_that_runs_over_the_columns_of_another_row_is_one_cell():
    """Words on the borders were left out, and the rest stood in three cells."""
    text = "Light the towpath from the lock to the mill"
    assert white(text) == [(0, 1, 1), (0, 3, 1), (1, 1, 3)]


def test_a_short_text_keeps_to_its_own_column():
    assert white("Light it") == [(0, 1, 1), (0, 3, 1), (1, 1, 1)]


def test_no_text_runs_over_the_columns_of_shaded_heads():
    heads = [(0, column) for column in range(4)]
    found = white("Light the towpath from the lock to the mill", [*heads, (1, 0)])
    assert all(columns == 1 for _, _, columns in found)


@pytest.mark.parametrize(("lead", "drawn"), [(" ", True), ("Vale", False)])
def test_a_column_of_lights_beside_texts_in_several_columns_draws_no_table(lead, drawn):
    """Beside hairlines, or beside nothing, two lights made a table of two columns without heads."""
    xs, ys = (40.0, 400.0, 440.0), (60.0, 80.0, 100.0)
    cells = tuple(
        GridCell(row, column, 1, 1, Frame(xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(2)
        for column in range(2)
    )
    fills = [Fill(*cell.frame, "#00a650") for cell in cells if cell.column]
    grid = Grid(xs, ys, cells, open_top=None, open_bottom=None, filled=True)
    page = words(74, (44, "Light the towpath"), (244, lead), (404, "G"))
    page += words(94, (44, "Train door staff"), (244, lead), (404, "R"))
    assert marks_rows(grid, Heights(page), fills, ()) is not drawn


def test_shaded_labels_whose_hairlines_go_on_below_their_texts_draw_two_columns():
    """The bars have one width; where their rules end tells the second column."""
    ys = (60.0, 80.0, 110.0, 130.0)
    bars = [Fill(40.0, top, 140.0, bottom, "#d9d9d9") for top, bottom in pairwise(ys)]
    page = words(74, (44, "Description"), (144, "Light the towpath"))
    page += words(98, (44, "Lead"), (144, "Parks")) + words(124, (44, "When"), (144, "2027"))
    (grid,) = find_grids([Rule(y, 40.0, 380.0) for y in ys], (), bars, page)
    assert grid.xs == (40.0, 140.0, 380.0)
    assert find_grids((), (), bars, page) == []
