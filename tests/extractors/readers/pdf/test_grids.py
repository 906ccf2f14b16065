"""Grids from rules: any grid drawn in full comes back, merged cells and broken rules included."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.pdf.page.tables.placing import place_words
from extractors.readers.pdf.record import Fill, Rule, Style, Word
from extractors.readers.pdf.ruled.grids import find_grids

sizes = st.lists(st.integers(12, 90), min_size=2, max_size=6)


def borders(widths: list[int], start: int) -> list[float]:
    places = [float(start)]
    for width in widths:
        places.append(places[-1] + width)
    return places


def full_grid(xs: list[float], ys: list[float]) -> tuple[list[Rule], list[Rule]]:
    across = [Rule(y, low, high) for y in ys for low, high in pairwise(xs)]
    down = [Rule(x, low, high) for x in xs for low, high in pairwise(ys)]
    return across, down


@given(sizes, sizes)
@settings(max_examples=60, deadline=None)
def test_a_full_grid_comes_back_whole(widths, heights):
    xs, ys = borders(widths, 40), borders(heights, 60)
    (grid,) = find_grids(*full_grid(xs, ys))
    assert (list(grid.xs), list(grid.ys)) == (xs, ys)
    assert len(grid.cells) == len(widths) * len(heights)
    assert all((cell.row_span, cell.column_span) == (1, 1) for cell in grid.cells)


@given(sizes, sizes, st.data())
@settings(max_examples=60, deadline=None)
def test_two_cells_with_no_rule_between_are_one(widths, heights, data):
    xs, ys = borders(widths, 40), borders(heights, 60)
    across, down = full_grid(xs, ys)
    row = data.draw(st.integers(0, len(heights) - 1))
    column = data.draw(st.integers(1, len(widths) - 1))
    down.remove(Rule(xs[column], ys[row], ys[row + 1]))
    (grid,) = find_grids(across, down)
    merged = [cell for cell in grid.cells if cell.column_span == 2]
    assert [(cell.row, cell.column) for cell in merged] == [(row, column - 1)]
    assert len(grid.cells) == len(widths) * len(heights) - 1


@given(sizes, sizes, st.floats(0.6, 1.4))
@settings(max_examples=40, deadline=None)
def test_double_rules_are_single_borders(widths, heights, gap):
    xs, ys = borders(widths, 40), borders(heights, 60)
    across, down = full_grid(xs, ys)
    twice_across = [Rule(r.at + shift, r.start, r.end) for r in across for shift in (0, gap)]
    twice_down = [Rule(r.at + shift, r.start, r.end) for r in down for shift in (0, gap)]
    (grid,) = find_grids(twice_across, twice_down)
    assert (len(grid.xs), len(grid.ys)) == (len(xs), len(ys))


def test_a_table_without_outer_sides_is_closed_where_its_rules_end():
    across = [Rule(y, 40, 340) for y in (60, 90, 130)]
    down = [Rule(x, 60, 130) for x in (140, 240)]
    (grid,) = find_grids(across, down)
    assert grid.xs == (40, 140, 240, 340)
    assert len(grid.cells) == 6


def test_the_corners_of_a_table_without_a_frame_are_cells_too():
    across = [Rule(y, 40, 500) for y in (90, 130)]
    down = [Rule(x, 60, 170) for x in (140, 340)]
    (grid,) = find_grids(across, down)
    assert (grid.xs, grid.ys) == ((40, 140, 340, 500), (60, 90, 130, 170))
    assert len(grid.cells) == 9


def test_a_corner_between_two_sides_without_a_rule_is_a_cell():
    across = [Rule(y, 40, 500) for y in (60, 90, 130)]
    down = [Rule(x, 60, 170) for x in (40, 140, 340)]
    (grid,) = find_grids(across, down)
    assert len(grid.cells) == 9


def test_a_merged_cell_that_no_rule_closes_at_the_foot_of_its_page_is_a_cell():
    across = [Rule(60, 40, 340), Rule(90, 40, 340), Rule(130, 140, 340), Rule(170, 140, 340)]
    down = [Rule(x, 60, 170) for x in (40, 140, 340)]
    (grid,) = find_grids(across, down)
    merged = grid.cells[2]
    assert (merged.row, merged.column, merged.row_span) == (1, 0, 2)


def test_a_table_that_no_rule_closes_below_is_open_there():
    across = [Rule(y, 40, 340) for y in (60, 90)]
    down = [Rule(x, 60, 150) for x in (40, 140, 340)]
    (grid,) = find_grids(across, down)
    assert (grid.open_top, grid.open_bottom) == (False, True)
    assert grid.ys == (60, 90, 150)


def test_an_underline_in_a_cell_parts_nothing():
    across, down = full_grid([40.0, 140.0, 340.0], [60.0, 90.0, 130.0])
    (grid,) = find_grids([*across, Rule(75, 150, 210)], down)
    assert grid.ys == (60, 90, 130)


def test_a_fill_behind_several_cells_parts_nothing():
    across, down = full_grid([40.0, 140.0, 340.0], [60.0, 90.0, 130.0])
    sides = [Rule(y, 44, 200, True) for y in (64, 88)]
    (grid,) = find_grids([*across, *sides], down, [Fill(44, 64, 200, 88, "#dddddd")])
    assert len(grid.cells) == 4


def test_shaded_rows_over_the_whole_width_are_rows():
    across, down = full_grid([40.0, 140.0, 340.0], [60.0, 180.0])
    (grid,) = find_grids(across, down, [Fill(40, 90, 340, 130, "#dddddd")])
    assert grid.ys == (60, 90, 130, 180)


def test_tables_side_by_side_are_two():
    left = full_grid([40.0, 100.0, 200.0], [60.0, 90.0, 130.0])
    right = full_grid([212.0, 260.0, 400.0], [60.0, 90.0, 130.0])
    grids = find_grids([*left[0], *right[0]], [*left[1], *right[1]])
    assert [grid.xs for grid in grids] == [(40, 100, 200), (212, 260, 400)]


def test_an_underline_from_border_to_border_of_a_narrow_cell_parts_nothing():
    # Real slides: the link "US0130.1" fills its cell, its underline ends 2 and 6 points before it.
    across, down = full_grid([12.0, 82.0, 700.0], [140.0, 394.0])
    link = Word("US0130.1", 14.0, 259.0, 76.0, 274.0, 271.5, Style(16.0, False, False, "#0563c1"))
    under = Rule(273.4, 14.1, 76.3)
    (grid,) = find_grids([*across, under], down, (), [link])
    assert grid.ys == (140.0, 394.0)
    (parted,) = find_grids([*across, under], down, (), [link._replace(base=250.0)])
    assert parted.ys == (140.0, 273.4, 394.0)


def test_a_line_through_the_words_of_a_dropped_action_parts_nothing():
    across, down = full_grid([40.0, 140.0, 340.0], [60.0, 100.0])
    black = Style(10.0, False, False, "#000000")
    lines = [
        Word("Inspect", 43.0, 63.0, 137.0, 75.0, 72.0, black),
        Word("towers", 43.0, 76.0, 90.0, 88.0, 85.0, black),
    ]
    through = [Rule(69.5, 43.0, 137.0), Rule(82.5, 43.0, 90.0)]
    (grid,) = find_grids([*across, *through], down, (), lines)
    assert grid.ys == (60.0, 100.0)


def test_shaded_heads_above_rows_that_rules_box_are_of_their_table():
    """Two tables of boxed rows on a page: the heads of the second were taken for a shaded row."""
    xs, text = [40.0, 140.0, 300.0, 400.0], Style(10.0, False, False, "#000000")
    across, down, fills, words = [], [], [], []
    for top in (100.0, 260.0):
        fills += [Fill(x0, top, x1, top + 20, "#1d5c3f") for x0, x1 in pairwise(xs)]
        across += [Rule(top + at, 40, 400) for at in (20, 60, 100)]
        down += [Rule(x, top + 20, top + 100) for x in (40, 400)]
        words += [
            Word("Word", x + 4, y - 8, x + 30, y + 2, y, text)
            for x in xs[:-1]
            for y in (top + 14, top + 34, top + 74)
        ]
    grids = find_grids(across, down, fills, words)
    assert [grid.ys for grid in grids] == [(100, 120, 160, 200), (260, 280, 320, 360)]


def test_the_colour_of_a_page_behind_a_table_adds_no_row_to_it():
    xs, ys = [40.0, 140.0, 240.0], [100.0, 130.0, 160.0]
    page = Fill(40, 20, 240, 400, "#f3ead7")
    text = Style(10.0, False, False, "#000000")
    heading = Word("Priority 1", 44, 60, 90, 70, 68, text)
    held = [Word("a", x + 4, y + 4, x + 10, y + 14, y + 12, text) for x in xs[:2] for y in ys[:2]]
    (grid,) = find_grids(*full_grid(xs, ys), [page], [heading, *held])
    assert list(grid.ys) == ys


def test_the_squares_of_a_chart_are_looked_at_in_a_moment():
    """A chart of figures or a calendar has as many; each was compared with every word and rule."""
    places = [(30.0 + 50 * (n % 10), 20.0 + 20 * (n // 10)) for n in range(1_500)]
    fills = [Fill(x, y, x + 40, y + 16, "#004080") for x, y in places]
    look = Style(9.0, False, False, "#ffffff")
    words = [Word("4", x + 5, y + 4, x + 10, y + 14, y + 12, look) for x, y in places]
    began = time.process_time()
    assert find_grids((), (), fills, words) == []
    assert time.process_time() - began < 3  # seconds; it takes 0.5 and took 10 and more


def test_the_rows_of_a_large_grid_are_looked_at_once():
    xs, ys = [40.0 + 9.0 * at for at in range(41)], [60.0 + 9.0 * at for at in range(1_001)]
    (grid,) = find_grids(*full_grid(xs, ys))
    look = Style(4.0, False, False, "#000000")
    words = [Word("4", x + 2, y + 2, x + 4, y + 7, y + 6, look) for y in ys[:-1] for x in xs[:-1]]
    began = time.process_time()
    (placed,), rest = place_words([grid], words)
    assert len(placed.words) == 40_000
    assert rest == []
    assert time.process_time() - began < 3  # seconds; it takes 0.2 and took 4


def test_a_title_over_more_columns_than_its_page_has_is_closed_on_one_side():
    xs, ys = [40.0, 120.0, 240.0], [60.0, 80.0, 95.0, 120.0]
    across, down = full_grid(xs, ys)
    down.remove(Rule(120.0, 80.0, 95.0))
    down.remove(Rule(240.0, 80.0, 95.0))
    (grid,) = find_grids(across, down)
    assert [(cell.row, cell.column_span) for cell in grid.cells if cell.row == 1] == [(1, 2)]


@given(sizes, sizes, st.integers(4, 11))
@settings(max_examples=30, deadline=None)
def test_a_table_with_round_corners_keeps_the_cells_in_them(widths, heights, radius):
    xs, ys = borders([2 * radius + width for width in widths], 40), borders(heights, 60)
    across = [Rule(y, xs[0], xs[-1]) for y in ys[1:-1]]
    across += [Rule(y, xs[0] + radius, xs[-1] - radius) for y in (ys[0], ys[-1])]
    down = [Rule(x, ys[0], ys[-1]) for x in xs[1:-1]]
    down += [Rule(x, ys[0] + radius, ys[-1] - radius) for x in (xs[0], xs[-1])]
    (grid,) = find_grids(across, down)
    assert len(grid.cells) == len(widths) * len(heights)
