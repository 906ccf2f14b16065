"""Labels side by side above one row of values, again and again: each pair of rows is a table."""

from dataclasses import replace

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.labels.tiers import tier_tables
from tests.extractors.readers.pdf_fixtures import words


def card(top: float, title: str, lead: str, *more: str) -> list[Word]:
    """A title over all columns, three small labels, and a value below each."""
    page = words(top, (44, title))
    page += words(top + 18, (44, "OWNER"), (200, "START"), (360, "END"), size=7.5)
    page += words(top + 31, (44, lead), (200, "May 2026"), (360, "June 2027"))
    for at, text in enumerate(more):
        page += words(top + 44 + 13 * at, (200, text))
    return page


def sizes(page: list[Word]) -> list[tuple[int, int]]:
    return [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in find_unruled(page, (), ()).grids]


def test_one_row_of_values_below_labels_that_come_again_is_a_table_whatever_its_title():
    page = card(60, "1.1 Adopt a document on the carbon that new buildings hold", "Vale")
    page += card(130, "1.2 Mend the quay", "Port Office")
    assert sizes(page) == [(3, 2), (3, 2)]


def test_columns_as_wide_as_their_texts_make_a_table_of_each_card():
    """A value ends close before the next, and the second label stands elsewhere in each card."""
    page = []
    for top, lead, at in ((60, "Vale", 110), (130, "The office of the port", 154)):
        page += words(top, (44, "OWNER"), (at, "BY WHEN"), size=7.5)
        page += words(top + 13, (44, lead), (at, "May 2026"))
    assert sizes(page) == [(2, 2), (2, 2)]


def test_a_value_of_several_lines_is_one_row():
    page = card(60, "1.1 Mend the quay", "Vale", "to June", "2026") + card(160, "Dredge", "Port")
    assert sizes(page) == [(3, 2), (3, 2)]


def abreast(top: float, *lines: tuple[str, str, str]) -> list[Word]:
    """Three small labels, and lines of a value below each; "" where one has ended."""
    page = words(top, (44, "OWNER"), (124, "START"), (244, "SUCCESS"), size=7.5)
    for at, texts in enumerate(lines):
        held = [(x, text) for x, text in zip((44, 124, 244), texts, strict=True) if text]
        page += words(top + 13 + 11 * at, *held)
    return page


def test_a_row_of_which_all_values_go_on_is_one_where_those_of_other_cards_stand_as_close():
    """The card was lost untold: "Community Safety / Manager" beside "Term-time from / September
    2026" and "Children say they feel safer in yearly / survey" (a youth justice plan)."""
    page = abreast(60, ("Chief", "July 2026", "Sweeps with staff"), ("Inspector", "", ""))
    page += words(120, (44, "Safe routes home"))
    page += abreast(
        138, ("Safety", "Term-time", "They feel safer in"), ("Team", "2026", "a survey")
    )
    assert sizes(page) == [(3, 2), (3, 2)]


def test_rows_that_stand_as_close_as_lines_but_break_off_nowhere_are_several():
    page = abreast(60, ("Chief", "July 2026", "Sweeps with staff"), ("Inspector", "", ""))
    page += words(120, (44, "Safe routes home"))
    page += abreast(138, ("Safety", "May 2026", "They feel safer"), ("Port", "June 2026", "Fewer"))
    assert tier_tables(make_lines(page)) == {}


def test_a_value_of_several_lines_around_the_others_is_one_row():
    """Set to the middle of the row, as browsers do; all cards of the page were lost."""
    page = card(60, "1.1 Mend the quay", "Vale")
    page += words(160, (44, "OWNER"), (200, "START"), (360, "END"), size=7.5)
    for at, line in enumerate(
        ([(44, "The office")], [(44, "of the"), (200, "May"), (360, "June")], [(44, "port")])
    ):
        page += words(172 + 12 * at, *line)
    assert sizes(page) == [(3, 2), (3, 2)]


def test_a_row_with_a_blank_cell_close_above_a_full_one_is_no_line_of_its_values():
    """The rows of two tables with the same heads were one action each."""
    page = []
    for top in (60, 160):
        page += words(top, (44, "ACTION"), (200, "LEAD"), (360, "BY WHEN"), size=7.5)
        page += words(top + 13, (44, "Mend the quay"), (360, "June"))
        page += words(top + 26, (44, "Dredge"), (200, "Port"), (360, "July"))
    assert tier_tables(make_lines(page)) == {}


def test_a_label_alone_with_its_value_belongs_to_the_labels_above():
    page = []
    for top in (60, 160):
        page += card(top, "1.1 Mend the quay", "Vale")
        page += words(top + 50, (44, "HOW WE WILL KNOW"), size=7.5)
        page += words(top + 63, (44, "Nine of ten homes have read of the work"))
    assert sizes(page) == [(3, 4), (3, 4)]


def test_heads_over_several_rows_on_a_page_are_those_of_a_table():
    page = card(60, "Theme 1", "Vale")
    page += words(115, (44, "Port"), (200, "May 2027"), (360, "June 2028"))
    page += card(160, "Theme 2", "Homes")
    assert tier_tables(make_lines(page)) == {}


def test_heads_of_two_tables_on_a_page_stand_over_rows_whose_lists_are_indented():
    page = []
    for top in (60, 200):
        page += words(top, (44, "Action"), (200, "Measure"), (360, "When"), bold=True)
        for at in (20, 54):
            page += words(top + at, (44, "Light the quay"), (200, "• Nine of ten"), (360, "2027"))
            page += words(top + at + 12, (44, "and the slip"), (208, "lamps are lit"))
    assert tier_tables(make_lines(page)) == {}
    assert sizes(page) == [(3, 3), (3, 3)]


def test_heads_of_two_tables_on_a_page_stand_over_rows_set_to_their_middle():
    page = []
    for top in (60, 200):
        page += words(top, (44, "Ref"), (100, "Action"), (360, "When"), bold=True)
        for at in (20, 54):
            page += words(top + at, (100, "Light the quay"))
            page += words(top + at + 6, (44, "B1"), (360, "2027"))
            page += words(top + at + 12, (100, "and the slip"))
    assert tier_tables(make_lines(page)) == {}


def test_labels_in_small_capitals_are_of_one_look():
    page = []
    for top in (60, 160):
        page += card(top, "1.1 Mend the quay", "Vale")
        page = [
            w._replace(style=replace(w.style, size=7.5)) if w.text == "END" else w for w in page
        ]
        page = [
            w._replace(style=replace(w.style, size=9.0)) if w.text == "OWNER" else w for w in page
        ]
    assert sizes(page) == [(3, 2), (3, 2)]


def test_bullets_larger_than_the_texts_of_their_list_make_no_row_of_labels():
    """The second table with the same heads was read as labels above the first lines of a row."""
    page = []
    for top in (60, 200):
        page += words(top, (44, "Action"), (200, "Measure"), (360, "When"), bold=True)
        bullets = [words(top + at, (200, "•"), size=12)[0] for at in (20, 32)]
        page += words(top + 20, (44, "Light the quay"), (208, "Nine of ten"), (360, "2027"))
        page += words(top + 32, (208, "Lamps are lit")) + bullets
        page += words(top + 44, (208, "Slips are dry"))
        page += words(top + 64, (44, "Mend the slip"), (208, "It is dry"), (360, "2028"))
    assert tier_tables(make_lines(page)) == {}


def test_rows_that_stand_close_are_no_row_of_values_where_a_column_goes_on_far_below():
    """Two rows set 1.5 times their size apart, below heads that a table above has as well."""
    page = []
    for top, count in ((60, 1), (200, 2)):
        page += words(top, (44, "Action"), (200, "Lead"), (360, "When"), bold=True)
        for row in range(count):
            base = top + 15 + 30 * row
            page += words(base, (44, "Light the quay"), (200, "Vale"))
            page += words(base + 15, (44, "and the slip"))
    assert tier_tables(make_lines(page)) == {}


def test_a_band_below_heads_that_come_again_is_no_row_of_values():
    page = []
    for top in (60, 120):
        page += words(top, (44, "Action"), (200, "Measure"), (360, "When"), size=9, bold=True)
        page += words(top + 13, (44, "Aim 1: safer parks"), bold=True)
        page += words(top + 26, (44, "Light the quay"), (200, "Nine of ten"), (360, "2027"))
    assert tier_tables(make_lines(page)) == {}


def test_labels_at_the_foot_of_a_page_whose_values_stand_overleaf_leave_those_above_their_own():
    page = card(60, "1.1 Mend the lock", "Vale") + card(130, "1.2 Mend the quay", "Port Office")
    page += [word for word in card(200, "1.3 Light the pier", "Vale") if word.base < 220]
    tiers = tier_tables(make_lines(page))
    assert [len(table.grid.ys) - 1 for table in tiers.values()] == [2, 2]


def test_labels_of_the_one_card_of_a_page_are_told_by_those_of_the_page_beside_it():
    """Its columns are as wide as its texts; the last card of a plan was no table, and lost."""
    page = words(60, (44, "OWNER"), (110, "BY WHEN"), size=7.5)
    page += words(73, (44, "Vale"), (110, "May 2026"))
    other = words(300, (44, "OWNER"), (154, "BY WHEN"), size=7.5)
    assert tier_tables(make_lines(page), [words(300, (44, "OWNER"), size=7.5)]) == {}
    assert [
        (len(one.grid.xs), len(one.grid.ys))
        for one in tier_tables(make_lines(page), [other]).values()
    ] == [(3, 3)]


def test_heads_that_a_table_prints_on_each_page_are_no_labels_of_a_card():
    """A band below the first row of the page made a card of it, and the rows below were lost."""
    heads = words(60, (44, "OWNER"), (154, "BY WHEN"), size=7.5)
    page = heads + words(73, (44, "Vale"), (154, "May 2026"))
    page += words(93, (44, "Priority 2: Fair courts"), bold=True)
    page += words(113, (44, "Port"), (154, "June 2026"))
    assert tier_tables(make_lines(page), [heads]) == {}


def test_one_label_of_two_cards_side_by_side_is_no_row_of_labels():
    """Cards of a national park, a page for each theme; the first two of one were mixed."""
    page = words(60, (44, "Success looks like:"), (300, "Success looks like:"), bold=True)
    page += words(73, (44, "36 homes on site"), (300, "Six apprentices a year"))
    page += [word._replace(top=word.top + 90, bottom=word.bottom + 90, base=word.base + 90)
             for word in page]  # fmt: skip
    assert tier_tables(make_lines(page)) == {}


def test_labels_in_italics_are_set_apart_from_their_values():
    page = []
    for top, lead in ((60, "Vale"), (130, "The office of the port")):
        labels = words(top, (44, "Owner"), (200, "By when"))
        page += [word._replace(style=replace(word.style, italic=True)) for word in labels]
        page += words(top + 13, (44, lead), (200, "May 2026"))
    assert sizes(page) == [(2, 2), (2, 2)]
