"""Running headers and footers are told from rows before tables without rules are made."""

from extractors.blocks import Table
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.page.printed.margins import running_words
from extractors.readers.pdf.record import About, PageRecord, Word
from tests.extractors.readers.pdf_fixtures import words

HEADS = ((40.0, "Ref"), (90.0, "Action"), (250.0, "Lead"), (330.0, "Due"))


def page(number: int, *lines: list[Word]) -> PageRecord:
    return PageRecord(number, 500.0, 400.0, tuple(word for line in lines for word in line))


def rows(first: int, top: float, count: int) -> list[Word]:
    made = []
    for number in range(count):
        made += words(
            top + 24 * number,
            (40, f"HP.0{first + number}"),
            (90, "Light the path"),
            (250, "Vale"),
            (330, "May"),
        )
    return made


def running(record: PageRecord, *beside: PageRecord) -> set[str]:
    return {word.text for word in running_words(record, beside)}


def test_a_line_in_the_same_place_on_the_next_page_runs_along_the_edge():
    one = page(1, words(30, (40, "Wexcombe Partnership")), words(390, (200, "3 | Plan")))
    two = page(2, words(30, (40, "Wexcombe Partnership")), words(390, (200, "4 | Plan")))
    assert running(one, two) == {"Wexcombe", "Partnership", "3", "|", "Plan"}
    assert running(one) == set()


def test_a_bar_that_a_scan_passes_over_makes_no_other_footer():
    one = page(1, words(390, (40, "Wexcombe | Official")))
    two = page(2, words(390, (40, "Wexcombe Official")))
    assert running(one, two) == {"Wexcombe", "|", "Official"}


def test_a_running_header_that_a_scan_misreads_is_one_all_the_same():
    one = page(1, words(30, (40, "Modern Travel Plan")))
    two = page(2, words(31, (40, "Modem Travel Pian")))
    assert running(one, two) == {"Modern", "Travel", "Plan"}
    assert running(one, page(2, words(31, (40, "Modern Travel Plot")))) == set()


def test_a_line_elsewhere_on_the_next_page_does_not():
    one = page(1, words(30, (40, "Wexcombe Partnership")))
    two = page(2, words(46, (40, "Wexcombe Partnership")))
    assert running(one, two) == set()


def test_a_page_number_that_says_so_needs_no_other_page():
    assert running(page(1, words(390, (200, "Page 1 of 3")))) == {"Page", "1", "of", "3"}


def test_heads_printed_again_at_the_top_of_each_page_are_no_running_header():
    bold = [page(n, words(30, *HEADS, bold=True), rows(n, 54, 3)) for n in (1, 2)]
    plain = [page(n, words(30, *HEADS), rows(n, 44, 3)) for n in (1, 2)]
    assert running(bold[0], bold[1]) == set()
    assert running(plain[0], plain[1]) == set()


def test_a_running_header_far_above_heads_is_none_though_its_ends_begin_where_two_columns_do():
    header = words(20, (40, "Wexcombe Commissioner"), (330, "Plan"))
    one, two = (page(n, header, words(64, *HEADS), rows(n, 88, 4)) for n in (1, 2))
    assert running(one, two) == {"Wexcombe", "Commissioner", "Plan"}
    close = (page(n, header, rows(n, 32, 4)) for n in (1, 2))
    assert running(*close) == set()
    airy = [word for base in (60, 100, 140) for word in rows(1, base, 1)]  # rows as far apart
    assert running(*(page(n, words(20, *HEADS), airy) for n in (1, 2))) == set()


def test_a_footer_close_below_a_table_without_rules_is_no_row():
    record = page(
        1, words(280, *HEADS, bold=True), rows(1, 304, 3), words(376, (40, "Page 1 of 2"))
    )
    (table,) = [b for b in page_blocks(record, About()).blocks if isinstance(b, Table)]
    assert [c.text for c in table.cells if c.column == 0] == ["Ref", "HP.01", "HP.02", "HP.03"]


def test_a_label_that_the_page_prints_in_every_card_is_no_footer():
    one = page(1, words(200, (40, "Action no. 4")), words(390, (40, "Action no. 5")))
    two = page(2, words(200, (40, "Action no. 9")), words(391, (40, "Action no. 10")))
    assert running(one, two) == set()


def test_words_that_run_along_both_edges_are_furniture_and_no_label_printed_twice():
    site = "vale.example.org/plan"
    one, two = (page(n, words(12, (40, site)), words(390, (40, site))) for n in (1, 2))
    assert running(one, two) == {site}


def test_words_at_both_edges_and_between_them_are_a_label():
    tops = (12, 200, 390)
    one, two = (page(n, *(words(top, (40, "Complete by")) for top in tops)) for n in (1, 2))
    assert running(one, two) == set()


def test_the_title_that_slides_repeat_is_no_head_of_the_rows_that_go_on_below_it():
    title = words(40, (40, "Safer Vale action plan"), size=20, bold=True)
    one, two = (page(n, title, rows(n, 70, 3)) for n in (1, 2))
    assert running(one, two) == {"Safer", "Vale", "action", "plan"}
