"""Rows and heads of tables without vertical rules, where neither gaps nor rules part every row."""

from extractors.readers.pdf.record import Rule, Style, Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

HEADS = ((40.0, "Ref"), (90.0, "Action"), (250.0, "Lead"), (330.0, "Due"))


def rows_of(page: list[Word], rules: tuple[float, ...] = ()) -> int:
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in rules], ()).grids
    return len(grid.ys) - 1


def test_references_of_one_form_begin_rows_that_stand_as_close_as_their_lines():
    page = words(60, *HEADS, bold=True)
    for number in range(3):
        base = 74 + 24 * number
        page += words(base, (40, f"HP.0{number}"), (90, "Light the towpath"), (250, "Vale"))
        page += words(base + 12, (90, "by the old mill"))
    assert rows_of(page) == 4


def test_references_in_the_middle_of_their_cells_begin_no_rows():
    page = words(60, *HEADS, bold=True)
    for number in range(3):
        base = 80 + 50 * number
        page += words(base, (90, "Light the towpath"))
        page += words(base + 12, (40, f"HP.0{number}"), (90, "by the old mill"), (250, "Vale"))
        page += words(base + 24, (90, "before the winter"))
    assert rows_of(page) == 4


def test_lines_as_full_as_the_first_begin_rows_where_nothing_parts_them():
    page = words(60, *HEADS, bold=True)
    for number in range(3):
        base = 74 + 24 * number
        page += words(base, (40, "Open"), (90, "Light the path"), (250, "Vale"), (330, "May"))
        page += words(base + 12, (40, "now"), (90, "by the old mill"))
    assert rows_of(page) == 4


def test_a_full_line_and_the_lines_below_it_are_one_row():
    page = words(60, *HEADS, bold=True)
    page += words(74, (40, "Open"), (90, "Light the path"), (250, "Vale"), (330, "May"))
    page += words(86, (40, "now"), (90, "by the old mill"))
    assert rows_of(page) == 2


def test_rules_that_stand_as_far_apart_as_many_lines_part_rows():
    page = words(60, *HEADS, bold=True)
    for number in range(3):
        base = 80 + 120 * number
        page += words(base, (90, "Light the towpath"), (250, "Vale"), (330, "May"))
        for line in range(1, 9):
            page += words(base + 12 * line, (90, "and every step below it"))
    assert rows_of(page, (48, 66, 186, 306, 430)) == 4


def sections(titles: tuple[str, str]) -> list[Word]:
    """Three rows, their references in the middle, below each of two bold titles."""
    page = words(60, *HEADS, bold=True)
    for part, title in enumerate(titles):
        page += words(78 + 150 * part, (40, title), bold=True)
        for number in range(3):
            base = 98 + 150 * part + 42 * number
            page += words(base, (90, "Light the towpath"), (250, "Vale Council"))
            page += words(base + 6, (40, f"{part + 1}.{number + 1}"), (330, "May"))
            page += words(base + 12, (90, "by the old mill"), (250, "and Police"))
    return page


def test_rules_of_titles_part_sections_and_references_the_rows_between_them():
    page = sections(("Aim one: light", "Aim two: warmth"))
    assert rows_of(page, (48, 66, 84, 216, 234, 360)) == 9


def test_the_edges_of_shaded_titles_part_no_rows_that_have_none_between_them():
    """Three rows below a shaded title were read as one."""
    page = words(60, *HEADS[1:], bold=True)
    rules = [48.0, 66.0]
    for part in range(2):
        top = 66 + 80 * part
        page += words(top + 12, (90, f"Aim {part}: light"), bold=True)
        rules += [top, top + 18]
        for base in range(top + 30, top + 80, 20):
            page += words(
                base, (90, "Light the dark old towpath"), (250, "Vale County"), (330, "May")
            )
    assert rows_of(page, tuple(sorted({*rules}))) == 9


def test_two_rules_above_a_title_close_one_box_and_open_the_next():
    """The lines of each of three boxes were weighed as if no rule closed them."""
    page = words(60, (48, "Action 3.1"), (250, "Action 3.2"), bold=True)
    page += words(80, (48, "Light the dark old towpath"), (250, "Open a second refuge"))
    page += words(92, (48, "Lead: Vale County"), (250, "Lead: Housing"))
    page += words(120, (48, "Action 3.3"), bold=True)
    page += words(140, (48, "Train home care agencies in delirium"))
    page += words(152, (48, "Lead: Probation"))
    assert rows_of(page, (48, 66, 98, 106, 126, 158)) == 4


def test_a_bold_title_over_a_column_border_is_one_cell():
    page = sections(("Objective: light", "Objective: warmth"))
    (grid,) = find_unruled(
        page, [Rule(y, 38.0, 400.0) for y in (48, 66, 84, 216, 234, 360)], ()
    ).grids
    assert [cell.column_span for cell in grid.cells if cell.row in (1, 5)] == [4, 4]


def test_start_and_end_stand_a_padded_rule_below_their_timescale():
    page = words(60, (40, "Action"), (200, "Lead"), (300, "Timescale"), bold=True)
    page += words(79, (300, "Start"), (360, "End"), bold=True)
    for base in (98, 118):
        page += words(base, (40, "Light the towpath"), (200, "Vale"), (300, "May"), (360, "July"))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (48, 85, 104, 124)], ()).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (4, 4)
    heads = [(cell.row, cell.row_span, cell.column_span) for cell in grid.cells[:5]]
    assert heads == [(0, 2, 1), (0, 2, 1), (0, 1, 2), (1, 1, 1), (1, 1, 1)]


def test_cells_set_to_their_middle_make_one_row_between_two_rules():
    page = words(60, *HEADS, bold=True)
    rules = [68.0]
    for number in range(2):
        top = 68 + 130 * number
        for line in range(10):
            page += words(top + 12 + 12 * line, (90, "a long promise to light it"))
        for line in range(5):
            page += words(top + 44 + 12 * line, (250, "one of the leads"))
        page += words(top + 67, (40, str(number)), (330, "May"))
        rules.append(top + 130.0)
    assert rows_of(page, (50.0, *rules)) == 3


def test_a_running_header_above_shaded_heads_opens_no_table():
    page = words(44, (40, "Wexcombe Partnership"), (200, "Delivery plan"))
    page += words(66, *HEADS, bold=True)
    for number in range(2):
        base = 84 + 20 * number
        page += words(base, (40, str(number)), (90, "Light the path"), (250, "Vale"), (330, "May"))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (54, 72, 92, 112)], ()).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (4, 3)


def test_one_reference_in_the_middle_of_its_cell_is_one_row():
    page = words(60, *HEADS, bold=True)
    page += words(76, (90, "Light the towpath"), (250, "The first of the"))
    page += words(88, (90, "by the old mill"), (250, "leads named"))
    page += words(94, (40, "2.1"), (330, "May"))
    page += words(100, (90, "before winter"))
    assert rows_of(page) == 2


def test_a_bullet_and_its_text_are_one_piece_of_a_line():
    page = words(60, (40, "Measures"), (140, "•"), (155, "Lamps are lit"))
    page += words(74, (140, "•"), (155, "Fewer falls"))
    for base, label, value in ((94, "Lead", "Vale Council"), (114, "When", "May 2026")):
        page += words(base, (40, label), (140, value))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (48, 80, 100, 120)], ()).grids
    assert len(grid.xs) - 1 == 2


def test_a_row_of_many_lines_stands_above_the_first_rule_of_its_page():
    page = words(60, (40, "Open"), (90, "Light the towpath"), (250, "Vale"), (330, "May"))
    for base in (72, 84, 96, 108, 120):
        page += words(base, (90, "and every step below it"))
    for base in (146, 172):
        page += words(base, (40, "Open"), (90, "Train door staff"), (250, "Vale"), (330, "June"))
    assert rows_of(page, (130, 156, 182)) == 3


def test_label_and_value_printed_twice_are_no_heads_again():
    page = []
    for base in (60, 80, 100, 120):
        page += words(base, (40, "Lead"), (140, "Vale Council"))
    page += words(140, (40, "When"), (140, "May 2026"))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (66, 86, 106, 126)], ()).grids
    assert len(grid.ys) - 1 == 5


def test_a_hairline_that_stops_at_a_merged_cell_parts_the_rows_beside_it():
    page = words(60, (40, "Aim"), (90, "Action"), (250, "Lead"), (330, "Due"), bold=True)
    page += words(80, (40, "Safe"), (90, "Light the towpath"), (250, "Vale"), (330, "May"))
    page += words(100, (40, "parks"), (90, "Train rangers"), (250, "Vale"), (330, "June"))
    page += words(120, (40, "Homes"), (90, "Open a refuge"), (250, "Vale"), (330, "July"))
    rules = [Rule(y, 38.0, 400.0) for y in (48, 66, 106, 126)] + [Rule(86, 86.0, 400.0)]
    (grid,) = find_unruled(page, rules, ()).grids
    assert len(grid.ys) - 1 == 4
    assert [c.row_span for c in grid.cells if c.column == 0] == [1, 2, 1]
    assert [c.row_span for c in grid.cells if c.column == 1] == [1, 1, 1, 1]


def test_a_hairline_under_a_heading_of_two_columns_parts_no_rows():
    page = words(60, (40, "Action"), (200, "Lead"), (300, "Timescale"), bold=True)
    page += words(79, (300, "Start"), (360, "End"), bold=True)
    for base in (98, 118):
        page += words(base, (40, "Light the towpath"), (200, "Vale"), (300, "May"), (360, "July"))
    rules = [Rule(y, 38.0, 400.0) for y in (48, 85, 104, 124)] + [Rule(66, 298.0, 400.0)]
    (grid,) = find_unruled(page, rules, ()).grids
    assert len(grid.ys) - 1 == 4


def test_heads_below_a_head_over_several_columns_open_them():
    page = words(60, (40, "Ref"), (90, "Action"), (250, "Responsibility and time"), bold=True)
    page += words(76, (250, "Lead"), (310, "Due"), bold=True)
    for number in range(3):
        base = 96 + 20 * number
        page += words(base, (40, f"A{number}"), (90, "Light it"), (250, "Vale"), (310, "May"))
    (grid,) = find_unruled(page, (), ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [88, 248, 308]


def test_the_text_behind_a_bullet_opens_no_column():
    page = words(60, (40, "Action"), (150, "Tests"), (280, "Lead"), bold=True)
    for base in (80, 104):
        page += words(base, (40, "Light the towpath"), (150, "•"), (185, "Lamps are lit"))
        page += words(base, (280, "Vale"))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (48, 66, 90, 114)], ()).grids
    assert len(grid.xs) - 1 == 3


def test_a_heading_little_larger_than_the_heads_below_it_is_none_of_them():
    style = Style(11.5, True, False, "#000000")
    page = [
        Word("Aim", 40, 38, 60, 50, 47, style),
        *words(60, *HEADS, bold=True),
        *words(80, (40, "1"), (90, "Light the path"), (250, "Vale"), (330, "May")),
        *words(100, (40, "2"), (90, "Train rangers"), (250, "Vale"), (330, "June")),
    ]
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (66, 86, 106)], ()).grids
    assert grid.ys[0] > 49


def test_a_head_hard_by_the_next_is_cut_where_its_second_line_is():
    page = words(60, (40, "Action"), (150, "How we know it"), (226, "Lead"), bold=True)
    page += words(72, (150, "works"), (226, "body"), bold=True)
    for base in (92, 112, 132):
        page += words(base, (40, "Light the towpath"), (150, "Fewer falls"), (226, "Vale"))
    (grid,) = find_unruled(page, [Rule(78, 38.0, 400.0)], ()).grids
    assert len(grid.xs) - 1 == 3


def test_the_last_line_of_a_text_hard_above_the_heads_is_none_of_them():
    page = words(48, (40, "much of it can be avoided in the end"))
    page += words(60, *HEADS, bold=True)
    for base in (80, 100, 120):
        page += words(base, (40, "1"), (90, "Light the path"), (250, "Vale"), (330, "May"))
    (grid,) = find_unruled(page, [Rule(y, 38.0, 400.0) for y in (66, 86, 106, 126)], ()).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (4, 4)


TWO_ROWS = words(60, (40, "Action"), (190, "Lead"), (316, "Timescale"), bold=True)


def test_start_and_end_far_below_the_middle_of_their_timescale_open_two_columns():
    page = TWO_ROWS + words(90, (292, "Start"), (368, "End"), bold=True)
    for base in (118, 142):
        page += words(base, (40, "Light it"), (190, "Vale"), (292, "May"), (368, "July"))
    (grid,) = find_unruled(page, (), ()).grids
    heads = [(c.row, c.column, c.row_span, c.column_span) for c in grid.cells if c.row < 2]
    assert heads == [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (1, 2, 1, 1), (1, 3, 1, 1)]
    assert len(grid.ys) - 1 == 4


def test_start_and_end_far_below_the_left_of_their_timescale_open_two_columns():
    page = TWO_ROWS + words(90, (316, "Start"), (390, "End"), bold=True)
    for base in (118, 142):
        page += words(base, (40, "Light it"), (190, "Vale"), (316, "May"), (390, "July"))
    (grid,) = find_unruled(page, (), ()).grids
    assert len(grid.xs) - 1 == 4


def test_a_bold_row_below_the_heads_is_no_second_row_of_them():
    page = TWO_ROWS + words(90, (40, "Light it"), (190, "Vale"), (316, "May"), bold=True)
    page += words(120, (40, "Train staff"), (190, "Vale"), (316, "July"))
    assert rows_of(page) == 3


def test_heads_of_one_line_beside_heads_of_two_stand_over_none_of_them():
    page = words(50, (40, "Agreed"), (290, "Money"), bold=True)
    page += words(56, (160, "Lead"), bold=True)
    page += words(62, (40, "action"), (290, "needed"), bold=True)
    for base in (82, 102):
        page += words(base, (40, "Light it"), (160, "Vale"), (290, "None"))
    (grid,) = find_unruled(page, (), ()).grids
    assert (len(grid.xs) - 1, len(grid.ys) - 1) == (3, 3)


def test_lines_that_fill_both_of_two_columns_begin_rows_where_nothing_parts_them():
    heads = ((40.0, "What we will do"), (250.0, "By when"))
    page = words(60, *heads, bold=True)
    for at, text in enumerate(("Light the path", "Mend the roofs", "Plant six oaks")):
        page += words(74 + 24 * at, (40, text), (250, "May 2027"))
        page += words(86 + 24 * at, (40, f"of ward {at} before winter"))
    assert rows_of(page, (48, 64, 300)) == 4


PLAN = ((40.0, "Action"), (200.0, "Lead"), (260.0, "Start"), (330.0, "Due"))


def paragraphs(*, bold: bool = False) -> list[Word]:
    page = words(60, *PLAN, bold=True)
    for base, text in ((80, "Light the towpath"), (140, "Mend the quay roofs")):
        page += words(base, (40, text), (200, "Vale"), (260, "May"), (330, "July"))
        page += words(base + 12, (40, "before winter comes"))
        page += words(base + 32, (40, "Ask what it changed"), bold=bold)
    return page


def test_a_paragraph_in_the_first_column_alone_goes_on_with_the_full_row_above_it():
    assert rows_of(paragraphs()) == 3


def test_a_bold_line_in_the_first_column_alone_is_a_row():
    assert rows_of(paragraphs(bold=True)) == 5


def test_paragraphs_nearer_than_rows_stay_in_their_rows_though_others_have_empty_cells():
    page = paragraphs() + words(200, (40, "Plant six oaks"), (200, "Vale"))
    page += words(212, (40, "on the old green"))
    assert rows_of(page) == 4
