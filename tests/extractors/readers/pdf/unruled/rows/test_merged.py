"""Objectives merged over several rows and set to their middle, where no rule parts rows."""

from extractors.readers.pdf.record import Rule, Word, inside
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import column_of, words

HEADS = words(60, (40, "Aim"), (150, "Action"), (300, "Lead"), (400, "When"), bold=True)


def row(base: float, action: str) -> list[Word]:
    return words(base, (150, action), (300, "Parks"), (400, "May 2027"))


def firsts_of(page: list[Word]) -> list[tuple[int, int, str]]:
    (grid,) = find_unruled(page, (), ()).grids
    return column_of(grid, 0, page)


def test_an_objective_in_the_middle_of_its_rows_is_of_them_all():
    page = HEADS + row(80, "Light the towpath") + row(104, "Train door staff")
    page += row(128, "Map safe routes") + row(152, "Open a hub")
    page += (
        words(92, (40, "Safer streets"))
        + words(134, (40, "Homes for all"))
        + words(146, (40, "who need one"))
    )
    assert firsts_of(page) == [
        (1, 2, "Safer streets"),
        (3, 2, "Homes for all who need one"),
    ]


def test_an_objective_beside_the_second_of_three_rows_is_of_all_three():
    page = HEADS + row(80, "Light the towpath") + row(104, "Train door staff")
    page += row(128, "Map safe routes") + row(152, "Open a hub") + row(176, "Fund a refuge")
    page += words(104, (40, "Safer streets")) + words(164, (40, "Homes for all"))
    assert firsts_of(page) == [(1, 3, "Safer streets"), (4, 2, "Homes for all")]


def test_objectives_at_the_top_of_their_rows_are_merged_with_none():
    page = HEADS + row(80, "Light the towpath") + row(104, "Train door staff")
    page += row(128, "Map safe routes") + row(152, "Open a hub")
    page += words(80, (40, "Safer streets")) + words(128, (40, "Homes for all"))
    assert [span for _, span, _ in firsts_of(page)] == [1, 1, 1, 1]


def test_a_text_in_no_middle_of_rows_merges_nothing():
    page = HEADS + row(80, "Light the towpath") + row(104, "Train door staff")
    page += row(128, "Map safe routes") + words(118, (40, "Safer streets"))
    assert all(span == 1 for _, span, _ in firsts_of(page))


def rows_of(page: list[Word], *rules: float) -> list[tuple[int, int, str]]:
    """Of each cell of the first column its row, how many rows it takes, and its text."""
    (grid,) = find_unruled(page, [Rule(y, 38.0, 470.0) for y in rules], ()).grids
    return [
        (
            cell.row,
            cell.row_span,
            " ".join(word.text for word in page if inside(word.x0, word.base, cell.frame)),
        )
        for cell in grid.cells
        if cell.column == 0 and cell.row
    ]


LEADS = words(60, (40, "Lead"), (150, "Action"), (400, "When"), bold=True)


def test_a_lead_between_two_rules_is_of_all_rows_beside_it():
    page = LEADS + words(80, (150, "Light the towpath"), (400, "May 2027"))
    page += words(100, (150, "Train door staff"), (400, "2028")) + words(90, (40, "Parks team"))
    page += words(120, (40, "Police"), (150, "Map safe routes"), (400, "2027"))
    assert rows_of(page, 66, 106, 126) == [(1, 2, "Parks team"), (3, 1, "Police")]


def test_two_paragraphs_of_one_date_between_rules_are_one_row():
    page = LEADS + words(80, (40, "Parks team"), (150, "Light the towpath"), (400, "May 2027"))
    page += words(100, (150, "A survey comes first"))
    page += words(120, (40, "Police"), (150, "Map safe routes"), (400, "2027"))
    assert [span for _, span, _ in rows_of(page, 66, 106, 126)] == [1, 1]


def test_leads_and_dates_in_turn_beside_one_wide_action_are_one_row():
    page = words(60, (40, "Action"), (300, "Lead"), (400, "When"), bold=True)
    page += words(80, (300, "Parks team"), (400, "May 2027")) + words(90, (40, "Light the towpath"))
    page += words(100, (300, "Police"), (400, "2028"))
    page += words(120, (40, "Map safe routes"), (300, "Police"), (400, "2027"))
    assert [span for _, span, _ in rows_of(page, 66, 106, 126)] == [1, 1]


def test_a_paragraph_of_its_own_between_rules_is_of_the_row_above_it():
    page = LEADS + words(80, (150, "Light the towpath"), (400, "May 2027"))
    page += words(100, (150, "A survey comes first")) + words(90, (40, "Parks team"))
    page += words(120, (150, "Train door staff"), (400, "2028"))
    page += words(140, (40, "Police"), (150, "Map safe routes"), (400, "2027"))
    assert rows_of(page, 66, 126, 146) == [(1, 2, "Parks team"), (3, 1, "Police")]


def test_rows_whose_objective_stands_on_the_page_before_are_parted_between_rules():
    page = HEADS + row(80, "Light the towpath") + words(92, (150, "and the quay"))
    page += (
        row(112, "Train door staff") + words(136, (40, "Homes for all")) + row(136, "Map routes")
    )
    rules = [Rule(y, 38.0, 460.0) for y in (66.0, 124.0, 146.0)]
    (grid,) = find_unruled(page, rules, ()).grids
    assert [(c.row, c.row_span) for c in grid.cells if c.column == 0] == [(0, 1), (1, 2), (3, 1)]
