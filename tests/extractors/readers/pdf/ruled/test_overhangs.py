"""Merged cells that go on overleaf: their text and shading hang below the last rule."""

import pytest

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill, Rule, Word
from extractors.readers.pdf.ruled.grids import find_grids
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 160.0, 320.0, 420.0)
YS = (60.0, 84.0, 120.0, 144.0)
GREY = "#f2f2f2"


def page() -> list[Word]:
    """Heads, a row, and a row whose objective needs three lines where it has room for one."""
    heads = words(75, (44, "Objective"), (164, "Action"), (324, "Lead"), bold=True)
    first = words(99, (44, "Clean rivers"), (164, "Walk the banks"), (324, "Vale Trust"))
    last = words(135, (44, "Warm homes that"), (164, "Visit tenants"), (324, "Harbour Council"))
    return [*heads, *first, *last, *words(147, (44, "nobody fears to"))]


def grid_of(text: list[Word], fills: tuple[Fill, ...] = (), closed: bool = False) -> Grid:
    """Rules around all cells, but no rule below the last objective unless it is closed."""
    across = [Rule(y, XS[0], XS[-1]) for y in YS[:-1]]
    across.append(Rule(YS[-1], XS[0] if closed else XS[1], XS[-1]))
    (grid,) = find_grids(across, [Rule(x, YS[0], YS[-1]) for x in XS], fills, text)
    return grid


def test_lines_below_an_open_cell_are_of_its_row():
    text = [*page(), *words(159, (44, "heat them"))]
    grid = grid_of(text)
    assert grid.ys[-1] == pytest.approx(max(word.bottom for word in text))
    assert {cell.frame.bottom for cell in grid.cells if cell.row == 2} == {grid.ys[-1]}


def test_lines_below_a_closed_cell_are_no_row_of_the_table():
    assert grid_of(page(), closed=True).ys == YS


def test_a_line_further_off_than_the_cell_s_own_is_a_note():
    text = [word for word in page() if word.base < 140]
    assert grid_of([*text, *words(171, (44, "Source: survey"))]).ys == YS


def test_a_line_that_runs_on_below_closed_cells_is_no_text_of_the_open_one():
    assert grid_of([*page(), *words(147, (200, "of the plan"))]).ys == YS


def test_the_shading_of_a_cell_that_goes_on_overleaf_parts_no_cells():
    fills = (Fill(40, 84, 160, 120, GREY), Fill(40, 120, 160, 165, GREY))
    grid = grid_of(page(), fills)
    assert not grid.filled
    assert len(grid.ys) == len(YS)


def test_shading_of_merged_cells_at_both_sides_is_no_edge_of_a_row():
    across = [Rule(y, XS[0], XS[-1]) for y in (60.0, 84.0, 144.0)]
    across.append(Rule(114.0, XS[1], XS[2]))
    fills = [Fill(a, 84, b, 100, GREY) for a, b in ((40, 160), (320, 420))]
    (grid,) = find_grids(across, [Rule(x, 60, 144) for x in XS], fills, page()[:9])
    assert grid.ys == (60.0, 84.0, 114.0, 144.0)
    assert [cell.row_span for cell in grid.cells if cell.row == 1] == [2, 1, 2]
