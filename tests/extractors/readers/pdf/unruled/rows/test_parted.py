"""Merged cells between horizontal rules alone: the rules between their rows stop at them."""

from dataclasses import replace

from extractors.blocks import tables_of
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, Fill, PageRecord, Rule, Word
from extractors.readers.pdf.unruled.carry import PageEnd
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import column_of, words

HEADS = words(60, (42, "Action"), (202, "Lead"), (302, "When"), bold=True)
WHOLE, LEFT, RIGHT = (40, 400), (40, 198), (298, 400)


def row(base: float, action: str, when: str) -> list[Word]:
    return words(base, (42, action), (302, when))


def rules(reach: tuple[float, float], *heights: float) -> list[Rule]:
    return [Rule(y, *reach) for y in heights]


def test_a_rule_on_either_side_of_a_merged_lead_parts_two_rows_and_not_three():
    page = (
        HEADS + row(80, "Light the towpath", "May 2027") + row(104, "Train door staff", "Ongoing")
    )
    page += row(128, "Map safe routes", "June 2026")
    page += words(92, (202, "Parks Team")) + words(128, (202, "Roads"))
    drawn = rules(WHOLE, 66, 112, 136) + rules(LEFT, 88) + rules(RIGHT, 88.4)
    (grid,) = find_unruled(page, drawn, ()).grids
    assert column_of(grid, 1, page) == [(1, 2, "Parks Team"), (3, 1, "Roads")]


def test_a_merged_lead_overleaf_takes_the_rows_that_its_rules_leave_it():
    first = PageRecord(
        number=1,
        width=595,
        height=842,
        words=tuple(
            words(700, (42, "Action"), (202, "Lead"), (302, "When"), bold=True)
            + words(720, (42, "Light the towpath"), (202, "Parks"), (302, "May 2027"))
            + words(740, (42, "Train door staff"), (202, "Police"), (302, "Ongoing"))
            + words(760, (42, "Open a second hub"), (202, "Health"), (302, "Ongoing"))
        ),
        across=tuple(rules(WHOLE, 706, 726, 746, 766)),
    )
    page = row(60, "Map safe routes", "June 2026") + row(84, "Fund a refuge", "May 2026")
    page += row(108, "Close the old office", "Ongoing") + row(132, "Buy a van", "Ongoing")
    page += words(72, (202, "Roads Team")) + words(108, (202, "Estates"))
    page += words(132, (202, "Fleet"))
    second = replace(
        first,
        number=2,
        words=tuple(page),
        across=tuple(rules(WHOLE, 92, 116, 140) + rules(LEFT, 68) + rules(RIGHT, 68)),
    )
    before = page_blocks(first, About(), before=PageEnd()).end
    (table,) = tables_of(page_blocks(second, About(), before=before).blocks)
    held = [(cell.row, cell.row_span, cell.text) for cell in table.cells if cell.column == 1]
    assert held == [(0, 2, "Roads Team"), (2, 1, "Estates"), (3, 1, "Fleet")]


def test_prose_between_the_shaded_heads_of_two_tables_is_no_row_of_the_first():
    edges = ((40, 198), (198, 298), (298, 400))
    fills = [Fill(a, y, b, y + 18, "#c8d6e5") for y in (48, 178) for a, b in edges]
    page = HEADS + words(80, (42, "Light the towpath"), (202, "Parks"), (302, "May 2027"))
    page += words(104, (42, "Train door staff"), (202, "Police"), (302, "Ongoing"))
    for y in (130, 142):
        page += words(
            y, (40, "We asked people in all of our towns"), (230, "what they want us to do")
        )
    page += words(160, (40, "Our second aim"), size=14, bold=True)
    page += words(190, (42, "Action"), (202, "Lead"), (302, "When"), bold=True)
    page += words(212, (42, "Map safe routes"), (202, "Roads"), (302, "May 2026"))
    grids = find_unruled(page, (), fills).grids
    assert [len(grid.ys) - 1 for grid in grids] == [3, 2]
    across_the_page = rules((20, 560), 30, 500, 800)
    assert find_unruled(page, across_the_page, fills).grids


def test_plain_heads_stand_above_the_first_row_of_a_table_whose_second_is_shaded():
    heads = ((42, "Action"), (202, "Lead"), (302, "When"), (402, "Measure"))
    rows = ("Light the towpath", "Train door staff", "Map safe routes", "Fund a refuge")
    page = words(60, *heads)
    for at, text in enumerate(rows):
        page += words(84 + 24 * at, (42, text), (202, "Parks"), (302, "May 2027"), (402, "Done"))
    fills = [Fill(40, 94 + 48 * at, 500, 118 + 48 * at, "#d9e8e6") for at in range(2)]
    (grid,) = find_unruled(page, (), fills).grids
    assert len(grid.ys) - 1 == 5
    assert grid.ys[0] < 60


def test_rules_that_all_stop_at_a_merged_theme_part_the_rows_beside_it():
    page = words(60, (42, "Theme"), (112, "Action"), (202, "Lead"), (302, "When"), bold=True)
    for number, (action, lead) in enumerate(
        (("Light the towpath", "Parks"), ("Train door staff", "Police"), ("Buy a van", "Fleet"))
    ):
        base = 80 + 24 * number
        page += words(base, (112, action), (202, lead), (302, "May 2027"))
    page += words(104, (42, "Safety"))
    drawn = rules(WHOLE, 46, 66, 136) + rules((108, 400), 88, 112)
    (grid,) = find_unruled(page, drawn, ()).grids
    firsts = [(cell.row, cell.row_span) for cell in grid.cells if cell.column == 0]
    assert firsts == [(0, 1), (1, 3)]
    assert column_of(grid, 1, page) == [
        (1, 1, "Light the towpath"),
        (2, 1, "Train door staff"),
        (3, 1, "Buy a van"),
    ]


def test_rules_of_rows_with_round_corners_merge_no_references_at_their_ends():
    page = words(60, (42, "Ref"), (112, "Action"), (202, "Lead"), (302, "When"), bold=True)
    for number in range(3):
        base = 80 + 24 * number
        page += words(base, (42, f"A{number}"), (112, "Light it"), (202, "Parks"), (302, "Ongoing"))
    drawn = rules(WHOLE, 46, 66, 136) + rules((108, 298), 86, 90, 110, 114)
    (grid,) = find_unruled(page, drawn, ()).grids
    assert all(cell.row_span == 1 for cell in grid.cells)
    assert len(grid.ys) - 1 == 4


def test_rules_of_a_sheet_made_small_part_rows_though_text_begins_hard_by_them():
    page = words(60, (42, "Theme"), (112, "Action"), (202, "Lead"), (302, "When"), bold=True)
    page += words(80, (42, "Safety"))
    for base, action in ((80, "Light the towpath"), (104, "Train door staff")):
        page += words(base, (112.2, action), (202, "Parks"), (302, "May 2027"))
    page += words(128, (42, "Home"), (112.2, "Buy a van"), (202, "Fleet"), (302, "2028"))
    drawn = rules(WHOLE, 46, 66, 114, 136) + rules((112, 400), 90)
    (grid,) = find_unruled(page, drawn, ()).grids
    assert [(c.row, c.row_span) for c in grid.cells if c.column == 0] == [(0, 1), (1, 2), (3, 1)]


def merged_aims(*fills: Fill, drawn: list[Rule]) -> list[tuple[int, int, str]]:
    """The cells of a first column: an aim in the middle of two rows, and one of one row."""
    page = words(60, (42, "Aim"), (122, "Action"), (302, "When"), bold=True)
    for base, action in ((80, "Light the towpath"), (104, "Train staff"), (128, "Map routes")):
        page += words(base, (122, action), (302, "May 2027"))
    page += words(92, (42, "Safe streets")) + words(128, (42, "Warm homes"))
    (grid,) = find_unruled(page, drawn, fills).grids
    return column_of(grid, 0, page)


def test_two_wide_rules_and_one_that_stops_at_a_merged_aim_part_its_rows():
    drawn = rules(WHOLE, 66, 136) + rules((118, 400), 88) + rules(WHOLE, 112)
    assert merged_aims(drawn=drawn) == [(1, 2, "Safe streets"), (3, 1, "Warm homes")]


def test_where_shading_alone_ends_at_a_row_two_white_cells_beside_it_stay_two():
    """White cells show no border: the aims of both rows were read as one."""
    drawn = rules(WHOLE, 66, 136)
    light = Fill(118, 88, 400, 112, "#eef2f6")
    texts = [text for *_, text in merged_aims(light, drawn=drawn)]
    assert "Safe streets Warm homes" not in texts


def test_rules_beside_a_merged_aim_close_the_last_row_of_a_page():
    page = words(60, (42, "Aim"), (122, "Action"), (302, "When"), bold=True)
    page += words(80, (42, "Safe streets"), (122, "Light the towpath"), (302, "May 2027"))
    page += words(104, (42, "Warm homes"), (122, "Train staff"), (302, "May 2027"))
    drawn = rules(WHOLE, 54, 66, 88)
    assert [grid.open_bottom for grid in find_unruled(page, drawn, ()).grids] == [True]
    (grid,) = find_unruled(page, drawn + rules((118, 400), 112), ()).grids
    assert grid.open_bottom is False


def test_a_band_that_no_rule_parts_from_the_row_below_it_is_a_row_of_its_own():
    """Every other row is shaded but for the merged aim, whose column the band stands in."""
    page = words(60, (42, "Objective"), (142, "Action"), (242, "Lead"), (322, "When"), bold=True)
    page += words(80, (42, "Aim 1: parks"), bold=True)
    page += words(100, (42, "Safe paths"), (142, "Light them"), (242, "Parks"), (322, "2027"))
    page += words(120, (42, "Safe homes"), (142, "Map locks"), (242, "Vale"), (322, "2026"))
    page += words(140, (142, "Fund locks"), (242, "Vale"), (322, "2027"))
    fills = [Fill(40, 48, 400, 68, "#c8d6e5"), Fill(138, 128, 400, 148, "#eef2f6")]
    (grid,) = find_unruled(page, rules(WHOLE, 48, 68, 108, 148), fills).grids
    assert column_of(grid, 0, page) == [
        (1, 1, "Aim 1: parks"),
        (2, 1, "Safe paths"),
        (3, 2, "Safe homes"),
    ]
