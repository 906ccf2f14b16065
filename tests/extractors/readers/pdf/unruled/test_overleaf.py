"""What stands at a page's top goes on with a table without vertical rules of the page before."""

from dataclasses import replace

import pytest

from extractors.blocks import tables_of
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, Fill, PageRecord, Rule, Word
from extractors.readers.pdf.unruled.carry import PageEnd
from extractors.readers.pdf.unruled.overleaf import carried_table, whole_page
from tests.extractors.readers.pdf_fixtures import words

COLUMNS = (40, 90, 300, 420)


def page(number: int, lines: list[list[Word]], rules: tuple[Rule, ...]) -> PageRecord:
    made = tuple(word for line in lines for word in line)
    return PageRecord(number=number, width=595, height=842, words=made, across=rules)


def row(y: float, *texts: str, bold: bool = False) -> list[Word]:
    return words(y, *zip(COLUMNS, texts, strict=True), bold=bold)


def overleaf(x: float, *rules: Rule) -> list[list[str]]:
    """The tables of a page of which two lines from ``x`` on stand above a heading and a table."""
    ends = tuple(Rule(y, 38, 540) for y in (708, 728, 748, 772))
    first = [
        row(700, "Ref", "Action", "Lead", "When", bold=True),
        row(720, "1.1", "Light the towpath", "Housing", "May 2026"),
        row(740, "1.2", "Train door staff", "Police", "June 2026"),
        row(760, "1.3", "Agree the standard that", "Health", "July 2026"),
    ]
    below = [
        words(60, (x, "clinics keep to, and")),
        words(74, (x, "publish it each year")),
        words(110, (40, "Safer journeys home"), bold=True),
        row(140, "Ref", "Action", "Lead", "When", bold=True),
        row(160, "2.1", "Map safe routes", "Police", "May 2027"),
    ]
    more = tuple(Rule(y, 38, 540) for y in (148, 168))
    before = page_blocks(page(1, first, ends), About(), before=PageEnd()).end
    found = page_blocks(page(2, below, (*rules, *more)), About(), before=before)
    return [[cell.text for cell in table.cells] for table in tables_of(found.blocks)]


TOP, FOOT = Rule(48, 38, 540), Rule(82, 38, 540)


def test_the_rest_of_one_cell_between_rules_across_the_table_goes_on_overleaf():
    rest, _ = overleaf(90, TOP, FOOT)
    assert list(filter(None, rest)) == ["clinics keep to, and\npublish it each year"]


def test_the_rest_of_one_cell_goes_on_overleaf_where_rules_close_rows_alone():
    rest, _ = overleaf(90, FOOT)
    assert list(filter(None, rest)) == ["clinics keep to, and\npublish it each year"]


@pytest.mark.parametrize(
    ("x", "rules"),
    [(40, (TOP, FOOT)), (130, (TOP, FOOT)), (90, ()), (90, (TOP, Rule(82, 38, 300)))],
)
def test_lines_left_of_the_second_column_or_without_rules_alike_go_on_with_nothing(x, rules):
    (table,) = overleaf(x, *rules)
    assert table[:2] == ["Ref", "Action"]


def test_the_rest_of_a_row_whose_lead_stands_in_its_middle_goes_on_overleaf():
    """Its first lines were prose, the last one an action of its own."""
    first = [
        row(700, "Ref", "Action", "Lead", "When", bold=True),
        row(720, "1.1", "Light the towpath", "Housing", "May 2026"),
        row(740, "1.2", "Agree the standard that", "", "July 2026"),
    ]
    ends = tuple(Rule(y, 38, 540) for y in (708, 728, 748))
    before = page_blocks(page(1, first, ends), About(), before=PageEnd()).end
    assert before is not None and before.columns is not None
    rest = words(60, (90, "clinics keep")) + words(74, (90, "to, and"))
    rest += words(82, (300, "Public Health")) + words(88, (90, "publish it"))
    rules = (Rule(48, 38, 540), Rule(96, 38, 540))
    carried = carried_table(make_lines(rest), before.columns, rules)
    assert carried is not None and (carried.end, len(carried.grid.ys)) == (4, 2)


def test_rows_on_a_bar_each_other_time_go_on_overleaf_though_the_first_looks_like_heads():
    def shaded(number: int, *rows: list[Word]) -> PageRecord:
        bars = tuple(Fill(38, row[0].base - 10, 540, row[0].base + 4, "#d3d3d3") for row in rows)
        return replace(page(number, list(rows), ()), fills=bars[::2])

    heads = row(60, "Ref", "Action", "Lead", "When", bold=True)
    texts = [(f"1.{at}", "Train door staff", "Police", f"May {2020 + at}") for at in range(6)]
    rows = [row(80 + 20 * at, *held) for at, held in enumerate(texts)]
    first, second = shaded(1, heads, *rows), shaded(2, *rows)
    before = page_blocks(first, About(), before=PageEnd()).end
    assert before is not None and before.columns is not None
    known = before.columns_for(595)
    carried = whole_page(make_lines(second.words), known, (), second.fills)
    assert carried is not None and len(carried.grid.ys) == len(rows) + 1


def test_heads_and_a_band_at_the_foot_of_a_table_that_goes_on_belong_to_it_as_rows_overleaf_do():
    """The band was a table of its own, without heads, and the rows overleaf had none."""
    first = [row(60, "Ref", "Action", "Lead", "When", bold=True)]
    first += [row(60 + 20 * at, f"1.{at}", "Light", "Housing", "May") for at in (1, 2)]
    second = [row(40 + 20 * at, f"1.{at + 2}", "Map routes", "Police", "June") for at in (1, 2)]
    second.append(row(120, "Ref", "Action", "Lead", "When", bold=True))
    second.append(words(140, (40, "Aim 2: homes that are warm in all winters and safe"), bold=True))
    rules = tuple(Rule(y, 38, 540) for y in (48, 68, 88, 126))
    before = page_blocks(page(1, first, rules), About(), before=PageEnd()).end
    found = page_blocks(page(2, second, rules), About(), before=before)
    (table,) = tables_of(found.blocks)
    assert [cell.column_span for cell in table.cells if cell.row == 3] == [4]


def test_nothing_goes_on_below_the_title_of_a_table_with_heads_of_its_own():
    """The funds ended their page; the heads of the plan overleaf were read in their columns."""
    funds = [
        words(700, (60, "Source"), (260, "Allocation"), (350, "Purpose"), bold=True),
        words(718, (60, "Police Commissioner"), (260, "96,000"), (350, "Town centres and victims")),
        words(736, (60, "Torbeck Council"), (260, "48,500"), (350, "Mediation and cameras")),
        words(754, (60, "Fire and Rescue"), (260, "12,000"), (350, "Arson reduction")),
    ]
    heads = ((58, "Ref"), (100, "Action"), (385, "Owner"), (490, "Target"), (560, "Measure"))
    texts = ((100, "Patrol the bus interchange and the market row"), (385, "Housing"))
    plan = [
        words(60, (54, "Action plan"), size=15, bold=True),
        words(88, *heads, bold=True),
        words(116, (58, "THEME ONE: SAFER STREETS AND SPACES"), bold=True),
        words(138, (58, "CS1"), *texts, (490, "May 2027"), (560, "Fewer fights")),
        words(160, (58, "CS2"), *texts, (490, "Ongoing"), (560, "Cameras")),
        words(182, (58, "CS3"), *texts, (490, "June 2027"), (560, "Order sealed")),
    ]
    grey = tuple(Fill(54, y - 14, 640, y + 6, "#e3edf2") for y in (138, 182))
    before = page_blocks(page(1, funds, ()), About(), before=PageEnd()).end
    record = replace(page(2, plan, ()), fills=grey)
    found = page_blocks(record, About(), before=before)
    (table,) = tables_of(found.blocks)
    assert [cell.text for cell in table.cells][:6] == [
        "Ref",
        "Action",
        "Owner",
        "Target",
        "Measure",
        "THEME ONE: SAFER STREETS AND SPACES",
    ]


def test_rows_go_on_below_a_title_with_a_line_about_it():
    """What looked like heads was a line about the aim, and all rows of the page were lost."""
    first = [
        row(700, "Ref", "Action", "Lead", "When", bold=True),
        row(720, "1.1", "Light the towpath", "Housing", "May 2026"),
        row(740, "1.2", "Train door staff", "Police", "June 2026"),
        row(760, "1.3", "Open a hub", "Health", "July 2026"),
    ]
    over = [
        words(60, (40, "Aim 2: Warm homes"), size=14, bold=True),
        words(80, (40, "Sponsor: Ann Lee"), (300, "Board: Homes"), bold=True),
        row(100, "2.1", "Insulate lofts", "Housing", "May 2027"),
        row(120, "2.2", "Mend boilers", "Health", "June 2027"),
        row(140, "2.3", "Fit new doors", "Housing", "July 2027"),
    ]
    before = page_blocks(page(1, first, ()), About(), before=PageEnd()).end
    found = page_blocks(page(2, over, ()), About(), before=before)
    (table,) = tables_of(found.blocks)
    texts = [cell.text for cell in table.cells]
    assert texts[texts.index("2.1") :][:4] == ["2.1", "Insulate lofts", "Housing", "May 2027"]
