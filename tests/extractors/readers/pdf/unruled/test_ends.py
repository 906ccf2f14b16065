"""Headings between tables without vertical rules whose hairlines are of one width."""

from itertools import pairwise

from extractors.readers.pdf.record import Fill, Rule, Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words


def test_a_heading_that_begins_at_the_edge_of_padded_rows_stands_between_two_tables():
    """Chromium sets a table's text nearly as large as the heading of the next one."""
    page = words(60, (46, "Action"), (206, "Lead"), (306, "Due"))
    for number in (1, 2):
        page += words(60 + 20 * number, (46, f"Light park {number}"), (206, "Vale"), (306, "May"))
    page += words(125, (38, "People to ask"), size=10.5, bold=True)
    page += words(145, (46, "Name"), (126, "Telephone"), (256, "Team"))
    page += words(165, (46, "A. Roe"), (126, "Extension 3"), (256, "Parks"))
    rules = [Rule(y, 38, 400) for y in (46, 66, 106, 134, 150, 172)]
    first, second = find_unruled(page, rules, ()).grids
    assert (len(first.ys) - 1, len(second.ys) - 1) == (3, 2)


def test_a_counted_aim_in_two_cells_below_a_band_heads_no_table():
    """Plans of cities print "Goal 2" across their rows, "Objective 2.1 | Warm homes" below it."""
    page = words(60, (46, "No"), (126, "Strategy"), (306, "Lead"), (386, "When"), bold=True)
    for goal in (1, 2):
        y = 60 * goal
        page += words(y + 20, (46, f"Goal {goal}: Homes"), bold=True)
        page += words(y + 40, (46, f"Objective {goal}.1"), (126, "Warm rooms"), bold=True)
        cells = (46, f"{goal}.1.1"), (126, "Insulate lofts"), (306, "Vale"), (386, "2027")
        page += words(y + 60, *cells)
    rules = [Rule(y, 40, 440) for y in range(46, 200, 20)]
    assert [len(grid.ys) - 1 for grid in find_unruled(page, rules, ()).grids] == [7]


def test_the_same_heads_broken_elsewhere_begin_the_next_table():
    """Columns of other widths: "By when" stood in two lines, and the second table was lost."""
    page = words(48, (306, "By"), bold=True)
    page += words(60, (46, "Ref"), (126, "Action"), (306, "when"), (386, "Lead"), bold=True)
    page += words(120, (46, "Ref"), (106, "Action"), (280, "By when"), (386, "Lead"), bold=True)
    for base, number, x, due in ((80, "1.1", 126, 306), (140, "2.1", 106, 280)):
        page += words(base, (46, number), (x, "Light the towpath"), (due, "2027"), (386, "Vale"))
        page += words(
            base + 14, (46, f"{number}1"), (x, "Map routes"), (due, "2027"), (386, "Vale")
        )
    grids = find_unruled(page, (), ()).grids
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in grids] == [(4, 3), (4, 3)]


def test_heads_and_a_band_at_the_foot_of_a_page_are_a_table_whose_rows_stand_overleaf():
    page = words(700, (46, "Ref"), (126, "Action"), (306, "Lead"), (386, "When"), bold=True)
    page += words(720, (46, "Aim 2: Warm homes"), bold=True)
    found = find_unruled(page, [Rule(y, 40, 440) for y in (686, 706, 726)], ())
    (grid,) = found.grids
    assert [(cell.row, cell.column_span) for cell in grid.cells][-2:] == [(0, 1), (1, 4)]
    assert found.columns is not None and found.columns.bare


def test_the_rest_of_a_shaded_cell_below_heads_said_again_is_one_row_and_no_bands():
    page = words(60, (46, "Ref"), (126, "Action"), (306, "Lead"), (386, "When"), bold=True)
    for number, text in enumerate(("year olds", "(subject to", "funding)")):
        page += words(80 + 12 * number, (126, text))
    edges = (40, 120, 300, 380, 440)
    fills = [
        Fill(a, top, b, bottom, colour)
        for top, bottom, colour in ((46, 66, "#d0d0e0"), (66, 112, "#eef2f6"))
        for a, b in pairwise(edges)
    ]
    (grid,) = find_unruled(page, [Rule(y, 40, 440) for y in (46, 66, 112)], fills).grids
    assert (len(grid.ys) - 1, {cell.column_span for cell in grid.cells}) == (2, {1})


def test_the_second_line_of_a_head_above_start_and_end_titles_no_table():
    """Its table was begun at "(KPIs)", and its first heads were a row of the one above."""
    page: list[Word] = []
    fills: list[Fill] = []
    for top, x in ((48, 260), (148, 264)):
        heads = (46, "Ref"), (86, "Partners"), (166, "Key results"), (x + 6, "Timescale")
        page += words(top + 12, *heads, bold=True)
        page += words(top + 25, (166, "(KPIs)"), bold=True)
        page += words(top + 32, (x + 6, "Start"), (326, "End"), bold=True)
        for a, b in ((40, 80), (80, 160), (160, x)):
            fills.append(Fill(a, top, b, top + 40, "#1f4e79"))
        fills.append(Fill(x, top, 400, top + 20, "#1f4e79"))
        fills += [Fill(x, top + 20, 320, top + 40, "#1f4e79")]
        fills += [Fill(320, top + 20, 400, top + 40, "#1f4e79")]
        for row in (1, 2):
            cells = (
                (46, str(row)),
                (86, "Vale"),
                (166, "Fewer calls"),
                (x + 6, "May"),
                (326, "June"),
            )
            page += words(top + 34 + 18 * row, *cells)
    first, second = find_unruled(page, (), fills).grids
    assert first.ys[-1] < 148 < second.ys[0] + 12
    assert (len(first.xs), len(second.xs)) == (6, 6)


def test_the_last_line_of_a_bold_action_titles_no_table():
    page = words(60, (46, "Ref"), (126, "Action"), (306, "Lead"), (386, "When"), bold=True)
    page += words(80, (46, "1"), (306, "Vale"), (386, "May"))
    page += words(80, (126, "Light the towpath"), bold=True)
    page += words(94, (126, "and the steps"), bold=True)
    page += words(120, (46, "Ref"), (126, "Action"), (306, "Lead"), (386, "When"), bold=True)
    page += words(140, (46, "2"), (126, "Map routes"), (306, "Vale"), (386, "June"))
    rules = [Rule(y, 40, 440) for y in (46, 66, 100, 126, 146)]
    first, _ = find_unruled(page, rules, ()).grids
    assert first.ys[-2] < 80 < 94 < first.ys[-1]


def test_a_row_without_a_heads_look_ends_at_the_title_of_the_next_table():
    """The last row of a page before stands at the top, its heads overleaf."""
    page = words(60, (46, "1"), (126, "Light the towpath"), (306, "Vale"), (386, "May"))
    page += words(100, (46, "Aim 2: Warm homes"), bold=True)
    page += words(120, (46, "Ref"), (166, "Action"), (276, "Lead"), (386, "When"), bold=True)
    page += words(140, (46, "2"), (166, "Map routes"), (276, "Vale"), (386, "June"))
    rules = [Rule(y, 40, 440) for y in (46, 66, 126, 146)]
    grids = find_unruled(page, rules, ()).grids
    assert all(not grid.ys[0] < 100 < grid.ys[-1] for grid in grids)
