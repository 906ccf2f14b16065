"""How far the rows of a table without vertical rules go down the page."""

import pytest

from extractors.readers.pdf.record import Fill, Rule, Style
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

HEADS = ((40.0, "Action"), (200.0, "Lead"), (260.0, "Due"))


def in_turn_grey(rows: int, last: float) -> int:
    """Rows found of a table whose rows stand 36 points apart, the last one as told."""
    page = words(60, *HEADS, bold=True)
    fills = [Fill(38, 40, 400, 76, "#1f3864")]
    for number in range(1, rows):
        base = 60 + 36 * number if number < rows - 1 else 60 + 36 * (number - 1) + last
        page += words(base, (40, f"Light park {number}"), (200, "Vale"), (260, "May"))
        if number % 2 == 0:
            fills.append(Fill(38, base - 20, 400, base + 16, "#c0c0c0"))
    (grid,) = find_unruled(page, (), fills).grids
    return len(grid.ys) - 1


def test_a_white_row_as_far_below_a_grey_one_as_rows_stand_apart_ends_the_table():
    assert in_turn_grey(6, 36) == 6


def test_text_further_below_the_last_grey_row_than_rows_stand_apart_is_no_row():
    assert in_turn_grey(6, 44) == 5


def test_columns_of_the_table_below_the_next_title_say_nothing_of_where_text_begins():
    """The lead of two rows, hard by a full line, was read into the action before it."""
    heads = ((40, "Ref"), (70, "Action"), (205, "Lead"), (300, "Due"))
    page = words(60, *heads, bold=True)
    page += words(80, (40, "1.1"), (70, "Light the towpath and"), (205, "Vale"), (300, "May"))
    page += words(92, (70, "all the bridges"))
    page += words(112, (40, "1.2"), (70, "Train wardens"), (205, "Hill"), (300, "June"))
    page += words(140, (40, "How we will know"), size=12, bold=True)
    page += words(160, (40, "Ref"), (70, "Measure"), (155, "Lead"), (300, "Target"), bold=True)
    for number in (1, 2, 3):
        base = 160 + 16 * number
        page += words(base, (40, f"M{number}"), (70, "Lit paths"), (155, "Vale"), (300, "40"))
    rules = [Rule(y, 38, 400) for y in (66, 98, 118, 166, 182, 198, 214)]
    grid = find_unruled(page, rules, ()).grids[0]
    assert [cell.column_span for cell in grid.cells] == [1] * 12


CHAPTER = Fill(38, 40, 400, 80, "#7a1f4e")  # the shaded heading of a chapter, as wide as its table


def test_a_table_of_two_columns_begins_below_the_shaded_heading_of_its_chapter():
    page = words(68, (44, "Our aims"), size=20, bold=True)
    page += words(120, (44, "Aim"), (180, "What it means"), bold=True)
    for number in (1, 2, 3):
        page += words(120 + 30 * number, (44, f"Aim number {number}"), (180, "Streets are lit"))
    rules = [Rule(y, 38, 400) for y in (108, 130, 160, 190, 220)]
    (grid,) = find_unruled(page, rules, [CHAPTER]).grids
    assert (len(grid.xs), len(grid.ys)) == (3, 5)


def test_the_shaded_heading_of_the_next_chapter_is_no_banner_row():
    page = words(60, *HEADS, bold=True)
    page += words(80, (40, "Light the park"), (200, "Vale"), (260, "May"))
    page += words(100, (40, "Train the wardens"), (200, "Hill"), (260, "June"))
    page += words(140, (44, "Glossary"), size=20, bold=True)
    page += words(180, (44, "Hub: A place where people meet"))
    rules = [Rule(y, 38, 400) for y in (48, 66, 86, 106)]
    (grid,) = find_unruled(page, rules, [Fill(38, 112, 400, 155, "#7a1f4e")]).grids
    assert len(grid.ys) == 4


def test_a_shaded_heading_that_ends_a_table_is_no_row_though_it_is_no_taller_than_a_banner():
    """ "Theme B" below the actions of theme A was their last row, and headed none of its own."""
    page = words(60, *HEADS, bold=True)
    page += words(80, (40, "Light the park"), (200, "Vale"), (260, "May"))
    page += words(100, (40, "Train the wardens"), (200, "Hill"), (260, "June"))
    page += words(134, (44, "Theme B: Homes"), size=14, bold=True)
    page += words(170, (44, "Why is this a priority?"), size=14, bold=True)
    shaded = [Fill(38, 48, 400, 66, "#444444"), Fill(38, 86, 400, 106, "#eeeeee")]
    (grid,) = find_unruled(page, (), [*shaded, Fill(38, 116, 400, 142, "#444444")]).grids
    assert len(grid.ys) == 4


def test_rules_make_a_row_of_texts_of_which_none_stand_in_one_line():
    page = words(60, (44, "Aim"), (180, "What it means"), bold=True)
    for top in (80, 120):
        page += words(top, (180, "Streets are lit from")) + words(top + 6, (44, "Safer streets"))
        page += words(top + 12, (180, "dusk until dawn"))
    (grid,) = find_unruled(page, [Rule(y, 38, 400) for y in (48, 66, 104, 140)], ()).grids
    assert (len(grid.xs), len(grid.ys)) == (3, 4)


def test_rows_further_apart_than_paragraphs_go_on_where_they_fill_most_columns():
    page = words(60, *HEADS, bold=True)
    for number in range(1, 4):
        page += words(60 + 56 * number, (40, f"Light park {number}"), (200, "Vale"), (260, "May"))
    page += words(300, (40, "Our partners meet twice a year to look at this plan."))
    (grid,) = find_unruled(page, (), ()).grids
    assert len(grid.ys) == 5


def test_shading_of_a_banner_right_below_shaded_heads_ends_no_table():
    page = words(60, *HEADS, bold=True) + words(84, (40, "Aim 1: safer parks"), bold=True)
    for number in range(1, 5):
        page += words(84 + 40 * number, (40, f"Light park {number}"), (200, "Vale"), (260, "May"))
    fills = [Fill(38, 48, 400, 70, "#1f3864"), Fill(38, 74, 400, 94, "#dae3f3")]
    (grid,) = find_unruled(page, (), fills).grids
    assert len(grid.ys) == 7


@pytest.mark.parametrize(("closed", "rows"), [(True, 5), (False, 3)])
def test_shading_from_rule_to_rule_makes_a_row_however_high_its_banner_is(closed, rows):
    """ "Priority 2", in larger letters than the rows, ended the table, and its rows were lost."""
    page = words(64, *HEADS, bold=True)
    page += words(92, (42, "Light the park"), (200, "Vale"), (260, "May"))
    page += words(112, (42, "Train the wardens"), (200, "Hill"), (260, "June"))
    page += words(140, (42, "Priority 2: Warm homes"), size=12, bold=True)
    page += words(166, (42, "Insulate the lofts"), (200, "Vale"), (260, "July"))
    ys = (78, 98, 118, 152, 172) if closed else (78, 98, 118, 172)
    rules = [Rule(y, *ends) for y in ys for ends in ((38, 198), (198, 258), (258, 400))]
    fills = [Fill(38, 48, 400, 78, "#333333"), Fill(38, 118, 400, 152, "#00695c")]
    grid, *_ = find_unruled(page, rules, fills).grids
    assert len(grid.ys) - 1 == rows


def test_heads_stand_above_a_band_though_the_first_grey_row_is_below_both():
    """The heads were a heading of the page, and the columns were guessed from the rows."""
    page = words(60, (42, "Ref"), (80, "Action"), (300, "Lead"), (360, "Due"), bold=True)
    page += words(88, (42, "THEME ONE: SAFER STREETS AND SPACES"), bold=True)
    fills = []
    for number in (1, 2, 3, 4):
        base = 88 + 22 * number
        page += words(base, (42, f"S{number}"), (80, "Light park"), (300, "Vale"), (360, "May"))
        fills += [Fill(38, base - 14, 400, base + 6, "#e3edf2")] if number % 2 else []
    (grid,) = find_unruled(page, (), fills).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (4, 6)


@pytest.mark.parametrize("shaded", [True, False])
def test_a_line_about_the_plan_above_the_heads_takes_not_their_place(shaded):
    page = words(40, (42, "Vale Council"), (200, "Community plan"), (360, "2026"), bold=True)
    page += words(66, (42, "WARM HOMES FOR EVERYONE IN THE VALE"), bold=True)
    page += words(92, (42, "Action"), (200, "Lead"), (360, "Due"), bold=True)
    for number in (1, 2, 3):
        page += words(92 + 20 * number, (42, f"Light {number}"), (200, "Vale"), (360, "May"))
    rows = [Fill(38, y, 400, y + 20, "#e3edf2") for y in (98, 138)] if shaded else []
    rules = [] if shaded else [Rule(y, 38, 400) for y in (98, 118, 138, 158)]
    (grid,) = find_unruled(page, rules, rows).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (3, 4)


def test_a_full_cell_hard_by_text_left_of_its_centred_head_is_of_its_own_column():
    page = words(60, (80, "Action"), (230, "Owner"), (330, "Start"), (420, "Due"), bold=True)
    page += words(
        80, (40, "Light the park"), (200, "Trading Standards"), (285, "May"), (400, "June")
    )
    for base, owner in ((100, "Parks"), (120, "Health")):
        page += words(base, (40, "Train the wardens"), (200, owner), (285, "May"), (400, "July"))
    (grid,) = find_unruled(page, (), ()).grids
    assert len(grid.ys) == 5
    assert 283 <= grid.xs[2] <= 285


def test_a_bold_title_above_white_heads_that_are_not_bold_titles_the_next_table():
    white = Style(10.0, False, False, "#ffffff")
    page = [word._replace(style=white) for word in words(60, *HEADS)]
    page += words(80, (40, "Light the park"), (200, "Vale"), (260, "May"))
    page += words(100, (40, "Aim 2: warmer homes"), bold=True)
    page += [word._replace(style=white) for word in words(120, *HEADS)]
    page += words(140, (40, "Insulate lofts"), (200, "Port"), (260, "June"))
    fills = [Fill(38, y - 12, 400, y + 8, "#1f3864") for y in (60, 120)]
    rules = [Rule(y, 38, 400) for y in (48, 68, 88, 108, 128, 148)]
    first, second = find_unruled(page, rules, fills).grids
    assert (len(first.ys), len(second.ys)) == (3, 3)


def test_a_banner_as_large_as_the_rows_ends_no_table_whose_heads_are_smaller():
    page = words(60, *HEADS, size=7.5, bold=True)
    page += words(84, (40, "Safe roads"), size=9, bold=True)
    page += words(112, (40, "Light the park"), (200, "Vale"), (260, "May"), size=9)
    page += words(142, (40, "Mend the bridge"), (200, "Hill"), (260, "June"), size=9)
    band = Fill(38, 66, 400, 94, "#fcefe6")
    rules = [Rule(y, 38, 400) for y in (48, 66, 94, 124, 154)]
    (grid,) = find_unruled(page, rules, [Fill(38, 48, 400, 66, "#8a6d00"), band]).grids
    assert len(grid.ys) - 1 == 4


def test_a_bold_objective_larger_than_the_heads_ends_no_table():
    page = words(60, *HEADS, size=7, bold=True)
    page += words(80, (40, "Put"), size=8.5, bold=True)
    page += words(80, (200, "Vale"), (260, "May"), size=8.5)
    page += words(91, (40, "people first"), size=8.5, bold=True)
    page += words(120, (40, "Courts"), size=8.5, bold=True)
    page += words(120, (200, "Hill"), (260, "June"), size=8.5)
    (grid,) = find_unruled(page, [Rule(y, 38, 400) for y in (48, 66, 108, 132)], ()).grids
    assert len(grid.ys) - 1 == 3


def test_a_last_white_row_set_to_the_middle_may_begin_with_one_text_alone():
    page = words(60, *HEADS, bold=True)
    fills = [Fill(38, 40, 400, 76, "#1f3864"), Fill(38, 112, 400, 148, "#c0c0c0")]
    for number in (1, 2):
        base = 60 + 36 * number
        page += words(base, (40, f"Light park {number}"), (200, "Vale"), (260, "May"))
    page += words(162, (40, "Train the wardens of"))
    page += words(168, (200, "Hill"), (260, "June")) + words(174, (40, "the night buses"))
    (grid,) = find_unruled(page, (), fills).grids
    assert (len(grid.ys) - 1, grid.ys[-1] > 174) == (4, True)


def test_a_row_set_to_its_foot_goes_on_below_the_shading_of_a_banner():
    heads = ((40.0, "No"), (70.0, "Action"), (240.0, "Lead"), (330.0, "Partners"), (440.0, "Due"))
    page = words(60, *heads, bold=True) + words(80, (40, "Theme 1: Streets"), bold=True)
    page += words(
        100, (40, "1"), (70, "Light the park"), (240, "Vale"), (330, "Hill"), (440, "May")
    )
    page += words(120, (40, "Theme 2: Homes"), bold=True)
    page += words(140, (330, "Night Wardens,")) + words(152, (330, "Youth Team,"))
    page += words(164, (330, "Faith Forum,"))
    page += words(176, (40, "2"), (70, "Fund a refuge"), (240, "Vale"), (330, "Hub"), (440, "May"))
    fills = [Fill(38, base - 12, 500, base + 4, "#d0d8e0") for base in (60, 80, 120)]
    (grid,) = find_unruled(page, (), fills).grids
    assert (len(grid.xs) - 1, round(grid.ys[-1])) == (5, 180)


def test_a_line_set_larger_than_rows_or_left_of_their_padding_is_text_below_the_table():
    page = words(60, *HEADS, bold=True, size=9)
    for number in (1, 2):
        page += words(60 + 20 * number, (40, f"Mow {number}"), (200, "Vale"), (260, "May"), size=9)
    rules = [Rule(y, 34, 400) for y in (48, 66, 86)]

    def bottom(x0: float, size: float) -> float:
        below = words(122, (x0, "Seen by the clerk"), size=size)
        return find_unruled([*page, *below], rules, ()).grids[0].ys[-1]

    assert bottom(40, 9) > 120
    assert bottom(40, 10) < 120 > bottom(34, 9)


def test_the_rest_of_a_row_below_heads_said_again_at_the_top_of_a_page_is_no_part_of_the_next():
    page = words(40, (40, "No"), (80, "Action"), (300, "Lead"), (420, "Due"), bold=True)
    page += words(60, (300, "Friends of the"))
    page += words(72, (300, "Archive"))
    for number in range(8, 11):
        base = 100 + 40 * (number - 8)
        page += words(base, (40, f"{number}"), (80, "Light the park and"), (300, "Museum"))
        page += words(base, (420, "2027"))
        page += words(base + 12, (80, "the old quay"))
    (grid,) = find_unruled(page, (), ()).grids
    assert len(grid.ys) - 1 == 5
    assert 72 < grid.ys[2] < 100


def test_a_small_line_below_the_last_row_is_a_note_unless_rows_have_such_lines():
    def bottom(*small: float) -> float:
        page = words(60, *HEADS, bold=True)
        for number in range(3):
            page += words(80 + 24 * number, (40, f"Mow {number}"), (200, "Vale"), (260, "May"))
        for base in small:
            page += words(base, (40, "Seen by the clerk"), size=8)
        return find_unruled(page, (), ()).grids[0].ys[-1]

    assert bottom(139) < 136
    assert bottom(91, 139) > 139


def test_a_small_line_close_below_the_last_text_of_a_later_column_goes_on_with_it():
    page = words(60, (40, "No"), (80, "Action"), (200, "Lead"), (260, "By when"), bold=True)
    for number in range(3):
        page += words(80 + 24 * number, (40, f"{number}"), (80, "Mow"), (200, "Vale"), (260, "May"))
    page += words(139, (80, "(if funded)"), size=8)
    assert find_unruled(page, (), ()).grids[0].ys[-1] > 139


def rows_below(*titles: float) -> list[int]:
    """How many rows each table has that has larger titles at these heights among six actions."""
    page = words(60, *HEADS, bold=True)
    for base in (110, 150, 190, 250, 290, 330):
        page += words(base, (40, "Light the park"), (200, "Vale"), (260, "May"))
    for base in titles:
        page += words(base, (40, "A place to make"), size=14, bold=True)
    lines = sorted(page, key=lambda word: (word.base, word.x0))
    return [len(grid.ys) - 1 for grid in find_unruled(lines, (), ()).grids]


def test_titles_larger_than_the_text_stand_over_rows_where_one_stands_right_below_the_heads():
    assert rows_below(90, 230) == [9]  # heads, two titles and six actions


def test_a_larger_title_further_down_ends_a_table_whose_rows_begin_below_its_heads():
    assert rows_below(230)[0] == 4


def test_a_number_and_its_title_set_bold_above_plain_lines_are_no_heads():
    """ "2.1 Extend the scheme" headed the lines of its card, which went to the action below it."""
    page = []
    for at, title in enumerate(("Extend the scheme", "Renew the cameras", "Light the steps")):
        page += words(60 + 60 * at, (40, f"2.{at + 1}"), (70, title), bold=True)
        page += words(76 + 60 * at, (70, "Who? Highways")) + words(90 + 60 * at, (70, "When? May"))
    box = [Rule(y, 30, 400) for y in (40, 220, 240)]
    assert find_unruled(page, box, ()).grids == []


@pytest.mark.parametrize("below", [2, 4])
def test_a_white_title_in_a_bar_below_the_last_row_is_of_the_next_card_but_at_a_pages_foot(below):
    """Ten cards of 23 were lost: their titles were the last rows of the tables above them."""
    page = words(60, (42, "Ref."), (102, "By when?"), (202, "Led by"), bold=True)
    page += words(84, (42, "4.3"), (102, "Summer 2023"), (202, "Police"))
    page += words(100, (102, "and after"))
    white = Style(10.0, True, False, "#ffffff")
    bar = words(126, (42, "Update the handbook so that it reflects the new legislation"))
    page += [word._replace(style=white) for word in bar]
    for line in range(below):
        page += words(160 + 16 * line, (42, "Quarterly data are shared with all of the partners"))
    fills = [Fill(40, 48, 100, 66, "#f3eef8"), Fill(100, 48, 200, 66, "#f3eef8")]
    fills += [Fill(200, 48, 300, 66, "#f3eef8"), Fill(40, 112, 300, 132, "#455a64")]
    (grid,) = find_unruled(page, (), fills).grids
    assert (grid.ys[-1] < 118) == (below > 3)
