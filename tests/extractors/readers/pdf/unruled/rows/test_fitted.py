"""Rows that nothing parts are told by where the cells of each of them stand."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.rows.fitted import MISPLACED, best_fit, fitted_rows
from tests.extractors.readers.pdf_fixtures import words

BORDERS = (40.0, 240.0, 340.0, 400.0)
CELLS = (
    (("Light the towpath and the", "steps by the old lock"), ("Parks",), ("May 2026",)),
    (("Train door staff",), ("Police", "and Vale", "Council"), ("July 2026",)),
    (
        ("Open a refuge for the", "north of the county, in", "a house of its own"),
        ("Vale",),
        ("2027",),
    ),
    (("Map the need",), ("Health",), ("Ongoing",)),
)


def table(share: float, row: float, line: float = 12.0) -> list[Word]:
    """Rows ``row`` points apart whose cells stand at a share of what their row leaves free."""
    page: list[Word] = []
    top = 100.0
    for cells in CELLS:
        most = max(map(len, cells))
        for x, texts in zip(BORDERS, cells, strict=False):
            free = share * (most - len(texts)) * line
            for number, text in enumerate(texts):
                page += words(top + free + number * line, (x + 4, text))
        top += (most - 1) * line + row
    return page


def firsts(page: list[Word], rules: tuple[float, ...] = ()) -> list[str]:
    """What the first column says in each row."""
    rows = fitted_rows(make_lines(page), BORDERS, rules)
    return [
        " ".join(word.text for line in row for word in line.words if word.x0 < BORDERS[1])
        for row in rows
    ]


ACTIONS = [" ".join(cells[0]) for cells in CELLS]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("row", [12.0, 13.5, 24.0])
def test_rows_are_told_at_the_top_the_middle_and_the_foot_however_near_they_are(share, row):
    assert firsts(table(share, row)) == ACTIONS


def test_rows_nearer_than_the_lines_of_their_cells_are_rows():
    assert firsts(table(0.0, 9.0)) == ACTIONS


def test_paragraphs_of_a_cell_are_no_rows():
    page = words(100, (44, "Light the towpath."), (244, "Parks"), (344, "May 2026"))
    page += words(118, (44, "Ask what it changed."))
    page += words(142, (44, "Train door staff."), (244, "Police"), (344, "July 2026"))
    page += words(160, (44, "Do so each spring."))
    assert firsts(page) == [
        "Light the towpath. Ask what it changed.",
        "Train door staff. Do so each spring.",
    ]


def test_a_title_in_a_look_of_its_own_is_a_row_however_near():
    page = words(88, (44, "Aim one: light and warmth for all of us here in Vale"), bold=True)
    assert firsts(page + table(1.0, 12.0))[1:] == ACTIONS


def test_rules_of_titles_alone_leave_the_rows_between_them():
    page = words(88, (44, "Aim one: light and warmth for all of us here in Vale"), bold=True)
    assert firsts(page + table(0.5, 20.0), (78.0, 91.0))[1:] == ACTIONS


def test_paragraphs_between_two_rules_stay_one_row():
    page = words(100, (44, "Light the towpath."), (244, "Parks."), (344, "May 2026"))
    page += words(124, (44, "Ask what it changed."), (244, "Vale Council."))
    page += words(148, (44, "Train door staff."), (244, "Police."), (344, "July 2026"))
    assert len(firsts(page, (90.0, 136.0, 156.0))) == 2


def test_each_row_has_one_reference_where_references_stand():
    page: list[Word] = []
    for number in range(3):
        page += words(100 + 24 * number, (44, f"1.{number}"), (244, "Light the"), (344, "May"))
        page += words(112 + 24 * number, (244, "Towpath"), (344, "2026"))
    assert firsts(page) == ["1.0", "1.1", "1.2"]


def test_the_rest_of_a_row_at_a_pages_top_is_a_row_of_its_own():
    page = words(76, (44, "and report to Cabinet each spring."))
    body = make_lines(page + table(0.0, 24.0))
    assert len(fitted_rows(body, BORDERS, goes_on=True)) == 5


def test_lines_of_one_column_at_a_pages_top_are_the_rest_of_one_row_however_far_apart():
    """Four bullets of one action, loosely set, were an action each."""
    page = [
        word for at in range(4) for word in words(100 + 14.4 * at, (44, f"• hold workshop {at}"))
    ]
    assert len(fitted_rows(make_lines(page), BORDERS, goes_on=True)) == 1


def test_one_line_is_one_row_and_none_are_none():
    assert len(fitted_rows(make_lines(words(100, (44, "Light"))), BORDERS)) == 1
    assert fitted_rows([], BORDERS) == []


def test_no_row_has_more_lines_than_a_page_so_that_the_search_of_a_long_text_ends():
    page: list[Word] = []
    for number in range(210):
        page += words(100 + 12 * number, (44, "along the river and"), (144, "with the police"))
    rows = fitted_rows(make_lines(page), (40.0, 140.0, 220.0))
    assert max(map(len, rows)) <= 200
    assert sum(map(len, rows)) == 210


def test_a_year_below_its_month_is_of_the_same_row_though_a_bold_title_begins_it():
    title = words(100, (44, "Safer spaces"), bold=True)
    title += words(100, (244, "Vale"), (344, "By October"))
    text = words(115, (44, "Fund a panel of those"), (244, "Council"), (344, "2026"))
    assert len(firsts([*title, *text, *words(130, (44, "who rent"))])) == 1
    whole = words(115, (44, "Fund a panel of those"), (244, "Council"), (344, "May 2026"))
    assert len(firsts([*title, *whole, *words(130, (44, "who rent"))])) == 2


def test_bullets_with_dates_of_their_own_are_of_the_action_whose_colon_leads_them():
    borders = (40.0, 440.0, 600.0, 700.0)
    page: list[Word] = []
    for base, *texts in (
        (100.0, "Run the repair shop in the old hall as in the", "Head of Parks", "2028/29"),
        (111.9, "winter and the spring:"),
        (125.8, "• Buy a kettle and cups"),
        (141.7, "Map the need in each ward of the city:", "Health and Care", "Ongoing"),
        (155.6, "• Ask each ward what it lacks", "", "Q2 2027/28"),
        (169.5, "• Print a map", "", "End of March 2027"),
        (183.4, "• Check it twice"),
    ):
        page += words(base, *((x + 4, text) for x, text in zip(borders, texts, strict=False)))
    rows = fitted_rows(make_lines(page), borders)
    assert [len(row) for row in rows] == [3, 4]


def test_a_table_that_begins_left_of_the_page_is_read_as_any_other():
    moved = [word._replace(x0=word.x0 - 60, x1=word.x1 - 60) for word in table(0.0, 24.0)]
    rows = fitted_rows(make_lines(moved), [x - 60 for x in BORDERS])
    assert [row[0].words[0].text for row in rows] == ["Light", "Train", "Open", "Map"]


def test_a_list_with_room_below_it_is_the_one_cell_of_its_row_that_stands_out_of_the_middle():
    """A browser sets the margin of the last paragraph below a list, which stands too high."""
    page = words(100, (444, "Report to Board")) + words(118, (444, "Weekly counts"))
    page += words(104, (144, "Train door staff"), (544, "First draft"))
    page += words(111, (14, "VG01"), (44, "Recovery"), (344, "Vale"))
    page += words(118, (144, "and stewards"), (544, "in May"))
    fit = best_fit(make_lines(page), (10, 40, 140, 340, 440, 540, 640))
    assert [len(row) for row in fit.rows] == [4]
    assert MISPLACED <= fit.cost < 2 * MISPLACED
