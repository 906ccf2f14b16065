"""Shaded cells that stand side by side state the columns of a table without rules."""

from itertools import pairwise

from extractors.readers.pdf.record import Fill, Rule, Word
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.pdf.unruled.columns.shaded import shaded_rows
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

EDGES = (40.0, 90.0, 250.0, 300.0, 380.0)


def shaded(top: float, bottom: float, edges: tuple[float, ...] = EDGES) -> list[Fill]:
    return [Fill(a, top, b, bottom, "#e4ecd7") for a, b in pairwise(edges)]


def rows_of(page: list[Word], fills: list[Fill]) -> tuple[tuple[float, ...], int]:
    (grid,) = find_unruled(page, (), fills).grids
    return grid.xs, len(grid.ys) - 1


def test_heads_hard_by_one_another_are_parted_where_their_shading_is():
    page = words(60, (44, "No"), (94, "Action"), (254, "Deadline"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (44, "2"), (94, "Train door staff"), (254, "June 2026"), (304, "Open"))
    xs, rows = rows_of(page, shaded(48, 66))
    assert [round(x) for x in xs[1:-1]] == [90, 250, 300]
    assert rows == 3


def test_two_shaded_heads_begin_a_list_whose_texts_stand_apart_and_no_columns_of_prose():
    """The terms of a glossary without rules were read first, and then their meanings."""
    for step, tables in ((20, 1), (12, 0)):
        page = words(60, (44, "Term"), (94, "Meaning"), bold=True)
        for number, term in enumerate(("Hub", "Lead", "Ward"), 1):
            page += words(60 + step * number, (44, term), (94, "A place where people meet"))
        assert len(find_unruled(page, (), shaded(48, 66, (40.0, 90.0, 380.0))).grids) == tables


def test_a_head_too_long_for_its_shaded_cell_merges_no_columns():
    page = words(60, (44, "Organisation"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "Vale"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (44, "Police"), (94, "Train door staff"), (254, "June"), (304, "Open"))
    xs, _ = rows_of(page, shaded(48, 66))
    assert [round(x) for x in xs[1:-1]] == [90, 250, 300]


def test_the_first_shaded_row_states_the_columns_of_plain_heads_above_it():
    page = words(60, (44, "No"), (94, "Action"), (254, "Deadline"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (44, "2"), (94, "Train door staff"), (254, "June 2026"), (304, "Open"))
    xs, _ = rows_of(page, shaded(88, 106))
    assert [round(x) for x in xs[1:-1]] == [90, 250, 300]


def test_a_dark_row_right_below_heads_is_no_second_line_of_them():
    page = words(60, (44, "No"), (94, "Action"), (254, "Deadline"), (304, "Status"), bold=True)
    page += words(74, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(88, (44, "2"), (94, "Train door staff"), (254, "June 2026"), (304, "Open"))
    page += words(102, (44, "3"), (94, "Map safe routes"), (254, "July 2026"), (304, "Open"))
    dark = [fill._replace(colour="#c0c0c0") for top in (64, 92) for fill in shaded(top, top + 14)]
    assert rows_of(page, dark)[1] == 4


def test_rows_of_many_lines_are_parted_by_their_shading_alone():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    fills = shaded(48, 66)
    for number in range(4):
        top = 66 + 120 * number
        page += words(top + 11, (44, str(number)), (94, "Light the path"), (254, "May"))
        for line in range(1, 10):
            page += words(top + 11 + 12 * line, (94, "and the steps below it"))
        fills += shaded(top, top + 120) if number % 2 else []
    assert rows_of(page, fills)[1] == 5


CARD = ("Action", "Lead", "By when", "Status")
VALUES = ("Light the towpath", "Vale Council", "May 2026", "Open")


def card(top: float) -> tuple[list[Word], list[Fill]]:
    """A label and value a row, 20 points high; every label and every other value is shaded."""
    page, fills = [], []
    for row, (label, value) in enumerate(zip(CARD, VALUES, strict=True)):
        y = top + 20 * row
        page += words(y + 12, (44, label), bold=True) + words(y + 12, (144, value))
        fills.append(Fill(40, y, 140, y + 20, "#e4ecd7"))
        if row % 2:
            fills.append(Fill(140, y, 340, y + 20, "#e4ecd7"))
    return page, fills


def test_white_cells_of_a_shaded_card_are_its_cells():
    page, fills = card(100)
    (grid,) = find_grids((), (), fills, page)
    assert [(cell.row, cell.column) for cell in grid.cells] == [
        (row, column) for row in range(4) for column in range(2)
    ]


def test_a_heading_above_a_shaded_card_is_no_row_of_it():
    page, fills = card(100)
    heading = words(94, (44, "Priority"), (160, "2"), size=16)
    assert len(find_grids((), (), fills, [*heading, *page])) == 1


def test_shaded_heads_and_a_shaded_band_above_white_rows_are_no_table_of_their_own():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(78, (44, "Objective 1: Light"), bold=True)
    for line, text in enumerate(("Light the towpath", "and the steps", "below the bridge")):
        page += words(98 + 12 * line, (94, text))  # the other cells stand in the row's middle
    page += words(110, (44, "1"), (254, "May"), (304, "Open"))
    fills = [*shaded(48, 66), Fill(40, 66, 380, 84, "#dddddd")]
    assert find_grids((), (), fills, page) == []


def test_two_fills_side_by_side_and_fills_apart_state_nothing():
    assert shaded_rows(shaded(48, 66, (40.0, 90.0, 250.0))) == []
    apart = [Fill(x, 48, x + 20, 66, "#c00000") for x in (40, 70, 100, 130)]
    assert shaded_rows(apart) == []


def test_a_cell_painted_twice_is_one():
    (row,) = shaded_rows([*shaded(48, 66), *shaded(48, 66)])
    assert row.edges == EDGES


def test_shaded_rows_under_shaded_heads_are_part_of_a_table_with_white_rows():
    fills = [*shaded(40, 60), *shaded(60, 80), *shaded(100, 120)]
    page = words(54, (44, "No"), (94, "Action"), (254, "Due"), (304, "Status"), bold=True)
    for number, base in enumerate((74, 94, 114), 1):
        page += words(base, (44, str(number)), (94, "Light the path"), (254, "May"), (304, "Open"))
    down: list[Rule] = []
    assert find_grids((), down, fills, page) == []
    assert rows_of(page, fills)[1] == 4
    assert len(find_grids((), down, fills[:8], page[:-12])) == 1  # without the white row, all of it


def test_shaded_heads_in_two_rows_state_the_columns_of_the_lower_one():
    above = [Fill(a, 40, b, 58, "#1f4e79") for a, b in ((40, 90), (90, 250), (250, 380))]
    below = [Fill(a, 58, b, 76, "#1f4e79") for a, b in pairwise(EDGES)]
    page = words(52, (254, "Timescale"), bold=True)
    page += words(70, (44, "No"), (94, "Action"), (254, "From"), (304, "To"), bold=True)
    for number, base in enumerate((90, 110), 1):
        page += words(base, (44, str(number)), (94, "Light it"), (254, "May"), (304, "June"))
    xs, rows = rows_of(page, [*above, *below])
    assert [round(x) for x in xs[1:-1]] == [90, 250, 300]
    assert rows == 4  # two of them heads


def test_shaded_heads_in_two_rows_above_the_rest_of_one_cell_are_no_table():
    """Said again overleaf above the end of a list, they were one; the list was lost, untold."""
    fills = [Fill(a, 40, b, 76, "#e3e7ee") for a, b in ((40, 90), (90, 250))]
    fills += [Fill(250, 40, 380, 58, "#e3e7ee"), *shaded(58, 76, EDGES[2:])]
    page = words(52, (44, "No"), (94, "Action"), (254, "Timescale"), bold=True)
    page += words(70, (254, "From"), (304, "To"), bold=True)
    page += words(92, (94, "• seek approval"))
    assert find_grids((), (), fills, page) == []


def test_a_head_in_the_middle_of_two_shaded_columns_may_run_over_their_border():
    above = [Fill(a, 40, b, 58, "#1f4e79") for a, b in ((40, 90), (90, 250), (250, 380))]
    below = [Fill(a, 64, b, 82, "#1f4e79") for a, b in pairwise(EDGES)]  # a gutter between
    page = words(52, (44, "No"), (94, "Action"), (292.5, "Timescale"), bold=True)
    page += words(76, (265, "From"), (335, "To"), bold=True)
    for number, base in enumerate((96, 116), 1):
        page += words(base, (44, str(number)), (94, "Light it"), (254, "May"), (304, "June"))
    (grid,) = find_unruled(page, (), [*above, *below]).grids
    assert [round(x) for x in grid.xs[1:-1]] == [90, 250, 300]
    heads = [(c.row, c.column, c.row_span, c.column_span) for c in grid.cells if c.row < 2]
    assert heads == [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (1, 2, 1, 1), (1, 3, 1, 1)]


def test_shading_behind_the_heads_alone_ends_no_table_below_them():
    # Two tables on a page, cells set to their middle: a line of one piece follows the heads.
    heads, fills = [], []
    for top in (48, 248):
        heads += words(
            top + 12, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True
        )
        heads += words(top + 34, (94, "Light the towpath"))
        heads += words(top + 40, (44, "1"), (254, "May 2026"), (304, "Open"))
        heads += words(top + 46, (94, "and the steps"))
        heads += words(top + 66, (44, "2"), (94, "Train door staff"), (254, "June"), (304, "Open"))
        fills += shaded(top, top + 18)
    grids = find_unruled(heads, (), fills).grids
    assert [
        (len(grid.xs) - 1, grid.ys[-1] > top + 66)
        for grid, top in zip(grids, (48, 248), strict=True)
    ] == [(4, True)] * 2


def test_a_bold_title_with_heads_below_it_ends_the_table_above():
    page = words(60, (44, "Ref"), (94, "Risk"), (254, "Impact"), (304, "Owner"), bold=True)
    page += words(80, (44, "R1"), (94, "Funding ends"), (254, "High"), (304, "Vale"))
    page += words(110, (44, "Budget"), bold=True)
    page += words(130, (44, "Item"), (254, "Grant"), (304, "Total"), bold=True)
    page += words(150, (44, "Helpline"), (254, "40"), (304, "90"))
    rules = [Rule(y, 40.0, 380.0) for y in (50, 66, 90, 120, 136, 160)]
    grids = find_unruled(page, rules, ()).grids
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in grids] == [(4, 2), (3, 2)]


def test_shaded_rows_in_turn_part_rows_as_close_as_their_lines_with_cells_set_to_the_middle():
    edges = (40.0, 200.0, 260.0, 320.0, 380.0)
    page = words(60, (44, "Action"), (204, "Lead"), (264, "By"), (324, "Status"), bold=True)
    for top in (66, 105, 144):
        page += words(top + 10, (44, "Light the towpath by the"))
        page += words(top + 16, (204, "Vale"), (264, "May"), (324, "Not yet"))
        page += words(top + 23, (44, "old mill, the steps and the"))
        page += words(top + 36, (44, "bridge before the winter"))
    grey = [Fill(a, 105, b, 144, "#f4f4f4") for a, b in pairwise(edges)]
    assert rows_of(page, grey)[1] == 4


def test_two_rows_of_one_line_between_shaded_rows_stay_two():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    grey = []
    for number, base in enumerate((80, 95, 110, 125)):
        text = ("Light it", "Mend it", "Plant it", "Sell it")[number]
        page += words(base, (44, "Vale"), (94, text), (254, "May"), (304, "Open"))
        if number % 3 == 0:
            grey += [Fill(a, base - 11, b, base + 4, "#f4f4f4") for a, b in pairwise(EDGES)]
    assert rows_of(page, grey)[1] == 5


def painted(top: float, colour: str = "#ffffff", height: float = 20) -> list[Fill]:
    """The cells of a row painted on a backdrop that shows between them."""
    return [Fill(a + 1, top, b - 1, top + height - 1, colour) for a, b in pairwise(EDGES)]


def test_tables_whose_cells_are_painted_white_are_whole_whatever_stands_around_them():
    # Web pages part cells by gaps through which the table's own colour shows.
    page, fills = [], []
    for top in (60, 200):
        page += words(top - 12, (44, "Aim"), (94, "Safe banks"))
        page += words(top + 13, (44, "No"), (94, "Action"), (254, "By"), (304, "Lead"), bold=True)
        page += words(top + 33, (44, "1"), (94, "Light the path"), (254, "May"), (304, "Vale"))
        page += words(top + 53, (44, "2"), (94, "Train the staff"), (254, "June"), (304, "Vale"))
        backdrop = Fill(40, top - 1, 380, top + 60, "#7030a0")
        fills += [backdrop, *painted(top, "#d9e2f3"), *painted(top + 20), *painted(top + 40)]
    sides = [Rule(y, f.x0, f.x1, True) for f in fills for y in (f.top, f.bottom)]
    edges = [Rule(x, f.top, f.bottom, True) for f in fills for x in (f.x0, f.x1)]
    grids = find_grids(sides, edges, fills, page)
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in grids] == [(4, 3), (4, 3)]


def test_white_heads_above_a_shaded_row_do_not_make_the_rows_below_it_text():
    page = words(74, (44, "No"), (94, "Action"), (254, "By"), (304, "Lead"), bold=True)
    page += words(94, (44, "1"), (94, "Light the path"), (254, "May"), (304, "Vale"))
    page += words(114, (44, "2"), (94, "Train the staff"), (254, "June"), (304, "Vale"))
    fills = [*shaded(60, 80), *shaded(80, 100)]
    fills = [fill._replace(colour="#ffffff") if fill.top == 60 else fill for fill in fills]
    assert find_grids((), (), fills, page) == []
    assert len(find_grids((), (), fills, page[:-5])) == 1  # without a row on paper all of it


def sheet(rows: list[tuple[float, str, str]]) -> tuple[list[Word], list[Fill], list[Rule]]:
    """Rows of a label and a value, painted grey and white: ``(top, "Lead", "Vale")``."""
    page, fills = [], []
    for top, label, value in rows:
        page += words(top + 13, (44, label), (144, value))
        fills += [Fill(40, top, 139, top + 19, "#eaeaea"), Fill(140, top, 380, top + 19, "#ffffff")]
    return page, fills, [Rule(y, f.x0, f.x1, True) for f in fills for y in (f.top, f.bottom)]


def test_the_first_row_of_a_painted_card_that_goes_on_overleaf_is_a_table():
    whole = [(60, "Task", "Light the path"), (80, "Who", "Vale"), (100, "Deadline", "May 2026")]
    page, fills, across = sheet([*whole, (160, "Task", "Train the staff")])
    down = [Rule(x, f.top, f.bottom, True) for f in fills for x in (f.x0, f.x1)]
    grids = find_grids(across, down, fills, page)
    assert [len(grid.ys) - 1 for grid in grids] == [3, 1]
    page += words(192, (44, "1"), (144, "Open a café"))  # the rows of heads that are shaded
    assert [len(grid.ys) - 1 for grid in find_grids(across, down, fills, page)] == [3]


def columns_shaded(tops: list[float]) -> list[Fill]:
    """Heads shaded over all columns, and every other column shaded in each row below them."""
    fills = shaded(48, 66)
    for top, bottom in pairwise(tops):
        fills += [fill for fill in shaded(top, bottom) if fill.x0 in (40.0, 250.0)]
    return fills


def test_a_white_column_between_shaded_ones_has_their_rows():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(92, (94, "and the steps"))
    page += words(112, (44, "2"), (94, "Train door staff"), (254, "June"), (304, "Open"))
    (grid,) = find_grids((), (), columns_shaded([66, 98, 120]), page)
    assert len(grid.cells) == 12
    assert all(cell.row_span == 1 for cell in grid.cells)


def test_white_columns_at_both_sides_of_shaded_ones_are_of_their_table():
    page = words(60, (44, "No"), (94, "Action"), (254, "Lead"), (304, "By when"))
    fills = shaded(50, 68, (90, 250, 300))
    for number, line in enumerate(("Light the towpath", "Train door staff", "Open a café")):
        page += words(80 + 20 * number, (44, f"{number}"), (94, line), (254, "Vale"), (304, "May"))
        fills += shaded(68 + 20 * number, 88 + 20 * number, (90, 250, 300))
    (grid,) = find_grids((), (), fills, page)
    assert (len(grid.xs), len(grid.cells)) == (5, 16)
    beside = [word for word in page if word.x0 < 300]
    beside += words(62, (304, "People told us")) + words(75, (304, "that the walk home is what"))
    (grid,) = find_grids((), (), fills, beside)
    assert len(grid.xs) == 4  # the text beside it has lines of its own


def test_a_white_cell_whose_lines_stand_between_those_beside_it_is_merged():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (254, "May 2026"), (304, "Open"))
    page += words(91, (94, "Light the towpath")) + words(102, (94, "and the steps"))
    page += words(112, (44, "2"), (254, "June"), (304, "Open"))
    (grid,) = find_grids((), (), columns_shaded([66, 98, 120]), page)
    assert [cell.row_span for cell in grid.cells if cell.column == 1] == [1, 2]


def test_a_thick_frame_that_reaches_beyond_its_shading_is_of_one_table_with_it():
    page = words(60, (44, "Action"), (304, "By when"), bold=True)
    page += words(76, (44, "Light the towpath and the steps"), (304, "May 2026"))
    page += words(92, (44, "Train door staff"), (304, "June 2026"))
    frame = (Rule(49.0, 37.8, 382.2), Rule(97.0, 37.8, 382.2))
    edges = (40.0, 300.0, 380.0)
    (grid,) = find_unruled(page, frame, [*shaded(50, 64, edges), *shaded(80, 96, edges)]).grids
    assert (len(grid.ys) - 1, len(grid.xs) - 1) == (3, 2)


def test_heads_are_set_apart_by_the_shading_of_each_of_their_cells():
    page = words(60, (44, "Aim"), (304, "Who")) + words(76, (94, "Action"), (254, "Lead"))
    page += words(76, (344, "Partners"), (404, "By when"))
    for number in (1, 2, 3):
        base = 92 + 20 * number
        page += words(base, (44, f"Aim {number}"), (94, "Light the towpath"), (254, "Vale"))
        page += words(base, (344, "Police"), (404, "May 2026"))
    tall = [Fill(40, 48, 90, 84, "#dae3f3"), Fill(400, 48, 460, 84, "#dae3f3")]
    upper = [Fill(90, 48, 250, 64, "#dae3f3"), Fill(250, 48, 400, 64, "#dae3f3")]
    lower = [Fill(a, 64, b, 84, "#dae3f3") for a, b in pairwise((90.0, 250.0, 340.0, 400.0))]
    xs, rows = rows_of(page, [*tall, *upper, *lower])
    assert [round(x) for x in xs[1:-1]] == [90, 250, 340, 400]
    assert rows == 5  # two of them heads


TERMS = ("Personalised Housing Plan (PHP)", "Outreach", "Stigma", "Tenancy sustainment", "Ward")


def test_two_columns_are_a_table_where_their_shading_says_so_again_and_again():
    edges = (40.0, 165.0, 380.0)
    page = words(60, (44, "Term"), (169, "Meaning"), bold=True)
    fills = shaded(48, 66, edges)
    for number, term in enumerate(TERMS):
        top = 66 + 24 * number
        page += words(top + 14, (44, term), (169, "What people mean by it"))
        fills += shaded(top, top + 24, edges) if number % 2 else []
    xs, rows = rows_of(page, fills)
    assert (round(xs[1]), rows) == (165, 6)


def test_shaded_heads_of_other_columns_begin_the_next_table():
    page = words(60, (44, "Organisation"), (204, "Chair"), (304, "Role"), bold=True)
    page += words(80, (44, "Vale Council"), (204, "Ana Reed"), (304, "Chair"))
    page += words(100, (44, "Police"), (204, "Lee Wood"), (304, "Member"))
    page += words(126, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(146, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(166, (44, "2"), (94, "Train door staff"), (254, "June"), (304, "Open"))
    fills = [*shaded(48, 66, (40.0, 200.0, 300.0, 380.0)), *shaded(114, 132)]
    grids = find_unruled(page, (), fills).grids
    assert [(len(grid.ys) - 1, len(grid.xs) - 1) for grid in grids] == [(3, 3), (3, 4)]


def test_heads_and_a_row_shaded_in_a_faint_grey_are_no_table_painted_white():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (44, "2"), (94, "Train door staff"), (254, "June"), (304, "Open"))
    fills = [*shaded(48, 68), *shaded(68, 88)]
    faint = [fill._replace(colour="#f2f2f2") for fill in fills]
    assert find_grids((), (), faint, page) == []
    white = [fill._replace(colour="#ffffff") for fill in fills]
    assert len(find_grids((), (), white, page)) == 1


def test_a_title_over_all_shaded_heads_is_no_head_of_two():
    title = Fill(40.0, 34.0, 380.0, 48.0, "#e4ecd7")
    page = words(44, (44, "Aim 1: safer streets"), bold=True)
    page += words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (44, "2"), (94, "Train door staff"), (254, "June"), (304, "Open"))
    assert [row.top for row in shaded_rows([title, *shaded(48, 66)])] == [48]
    assert rows_of(page, [title, *shaded(48, 66)])[1] == 3


def test_a_shaded_grid_whose_rows_printed_rules_part_further_is_no_whole_table():
    page = words(60, (44, "No"), (94, "Action"), (254, "By"), (304, "Status"), bold=True)
    page += words(80, (44, "A"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(100, (94, "Train door staff"), (254, "June"), (304, "Open"))
    fills = [*shaded(48, 66), *shaded(66, 108, (40.0, 90.0)), *shaded(108, 128, (40.0, 90.0))]
    page += words(120, (44, "B"), (94, "Open a hub"), (254, "July"), (304, "Open"))
    assert len(find_grids((), (), fills, page)) == 1
    assert find_grids((Rule(86.0, 90, 380),), (), fills, page) == []


def test_bold_aims_below_shaded_heads_of_two_lines_turn_no_table_on_its_side():
    page = words(52, (420, "Target"), bold=True)
    page += words(58, (40, "Aim"), (150, "Action"), (300, "Lead"), bold=True)
    page += words(64, (420, "date"), bold=True)
    for number in range(1, 8):
        page += words(65 + 30 * number, (150, f"Light park {number}"), (300, "Vale"), (420, "May"))
    for base, aim in ((110, "Safer parks"), (170, "Warmer homes"), (230, "Cleaner air")):
        page += words(base, (40, aim), bold=True)
    page += words(275, (40, "Better buses"), bold=True)
    edges = (38, 148, 298, 418, 480)
    fills = [Fill(a, 40, b, 70, "#7030a0") for a, b in pairwise(edges)]
    (grid,) = find_unruled(page, (), fills).grids
    assert (len(grid.xs), len(grid.ys)) == (5, 9)


def test_plain_heads_on_shading_below_another_table_and_a_banner_begin_their_own():
    page = words(60, (40, "Group"), (200, "Number"), (300, "Share"))
    page += words(80, (40, "Residents"), (200, "612"), (300, "71%"))
    page += words(100, (40, "Staff"), (200, "144"), (300, "17%"))
    page += words(120, (40, "Aim 1: safer parks"), bold=True)
    page += words(140, (40, "Action"), (160, "Lead"), (250, "Partners"), (350, "Due"))
    for number in (1, 2, 3):
        base = 140 + 20 * number
        page += words(base, (40, f"Light it {number}"), (160, "Vale"), (250, "Port"), (350, "May"))
    fills = [Fill(a, 48, b, 68, "#d0cece") for a, b in pairwise((38, 198, 298, 420))]
    fills.append(Fill(38, 108, 420, 128, "#1f3864"))
    fills += [Fill(a, 128, b, 148, "#d0cece") for a, b in pairwise((38, 158, 248, 348, 420))]
    first, second = find_unruled(page, (), fills).grids
    assert (len(first.xs), len(first.ys)) == (4, 4)
    assert (len(second.xs), len(second.ys)) == (5, 5)


def test_shaded_rows_state_the_columns_of_heads_that_a_rule_alone_marks():
    """Heads in the look of the text, close together, a rule below them and a band."""
    page = words(60, (44, "No"), (94, "Action"), (254, "Responsible"), (312, "Status"))
    page += words(80, (44, "Aim 1: Safer streets for all"), bold=True)
    page += words(100, (44, "1"), (94, "Light the towpath"), (254, "Parks"), (304, "Open"))
    page += words(120, (44, "2"), (94, "Train door staff"), (254, "Police"), (304, "Open"))
    page += words(140, (44, "3"), (94, "Map the need"), (254, "Health"), (304, "Open"))
    rules = [Rule(66, 40, 380), Rule(146, 40, 380)]
    fills = [*shaded(86, 106), *shaded(126, 146)]
    (grid,) = find_unruled(page, rules, fills).grids
    assert [round(x) for x in grid.xs[1:-1]] == [90, 250, 300]
    assert len(grid.ys) - 1 == 5


def test_the_last_line_of_a_shaded_last_row_is_no_banner_of_the_table_below():
    page: list[Word] = []
    fills: list[Fill] = []
    for top, edges in ((48.0, EDGES), (148.0, (40.0, 80.0, 220.0, 300.0, 380.0))):
        starts = [x + 4 for x in edges[:-1]]
        heads = ("No", "Action", "By", "Status")
        page += words(top + 12, *zip(starts, heads, strict=True), bold=True)
        fills += [fill._replace(colour="#6b2c91") for fill in shaded(top, top + 18, edges)]
        for number in range(2):
            row = top + 18 + 30 * number
            cells = (str(number + 1), "Light the towpath", "May", "Open")
            page += words(row + 12, *zip(starts, cells, strict=True))
            page += words(row + 24, (starts[1], "and the steps"))
            fills += shaded(row, row + 30, edges) if number else []
    first, second = find_unruled(page, (), fills).grids
    last_line = 48 + 18 + 30 + 24
    assert first.ys[-1] > last_line > first.ys[-2]
    assert len(second.ys) - 1 == 3


def test_gutters_between_shaded_heads_in_two_rows_are_no_columns():
    page = words(60, (44, "No"), (94, "Action"), (254, "Timescale"), bold=True)
    page += words(80, (254, "Start"), (304, "End"), bold=True)
    for number in (1, 2):
        base = 80 + 20 * number
        page += words(base, (44, f"{number}"), (94, "Light the path"), (254, "May"), (304, "June"))
    fills = [Fill(a, 48, b - 2, 88, "#dddddd") for a, b in ((40, 90), (90, 250))]
    fills += [Fill(250, 48, 380, 68, "#dddddd"), Fill(250, 70, 298, 88, "#dddddd")]
    fills += [Fill(300, 70, 380, 88, "#dddddd")]
    xs, rows = rows_of(page, fills)
    assert [round(x) for x in xs[1:-1]] == [89, 249, 299]
    assert rows == 4


def test_a_band_whose_last_word_stands_over_a_border_is_one_cell():
    """A gap between two of its words stood where the columns have one."""
    page = words(60, (44, "No"), (94, "Action"), (254, "Deadline"), (304, "Status"), bold=True)
    page += words(78, (47, "Help for survivors"), bold=True)
    page += words(98, (44, "1"), (94, "Light the towpath"), (254, "May 2026"), (304, "Open"))
    page += words(118, (44, "2"), (94, "Train door staff"), (254, "June 2026"), (304, "Open"))
    (grid,) = find_unruled(page, (), [*shaded(48, 66), Fill(40, 66, 380, 84, "#6b2c91")]).grids
    assert [cell.column_span for cell in grid.cells if cell.row == 1] == [4]


def test_heads_and_a_band_of_fills_are_no_table_above_a_white_row_padded_by_eight_points():
    """They were one, and the rows below stood in the table above it."""
    page = words(60, (48.2, "No"), (98.2, "Action"), (258.2, "By"), (308.2, "Status"), bold=True)
    page += words(78, (48.2, "Aim 1: safer streets"), bold=True)
    page += words(110, (48.2, "1"), (258.2, "May 2026"), (308.2, "Open"))
    page += words(100, (98.2, "Light the towpath"))
    fills = [*shaded(48, 66), Fill(40, 66, 380, 84, "#e4ecd7")]
    down = [Rule(x, fill.top, fill.bottom, True) for fill in fills for x in (fill.x0, fill.x1)]
    across = [Rule(y, fill.x0, fill.x1, True) for fill in fills for y in (fill.top, fill.bottom)]
    assert not find_grids(across, down, fills, page)
