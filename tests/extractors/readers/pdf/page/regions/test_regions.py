"""The reading order of a page: what stands in columns is read column by column."""

from extractors.blocks import Box, Place, Table
from extractors.readers.pdf.page.regions.atoms import Region
from extractors.readers.pdf.page.regions.regions import reading_order
from extractors.readers.pdf.record import Style, Word


def words(base: float, x: float, text: str) -> list[Word]:
    style = Style(10.0, False, False, "#000000")
    made = []
    for word in text.split():
        made.append(Word(word, x, base - 8, x + 5 * len(word), base + 2, base, style))
        x += 5 * len(word) + 3
    return made


def table(x0: float, x1: float) -> Table:
    return Table((), 3, 2, edges=(x0, x1), place=Place((Box(1, x0, 120, x1, 300),)))


def test_headings_over_tables_side_by_side_stand_each_above_its_own():
    page = [
        *words(40, 40, "Delivery plan"),
        *words(70, 40, "A longer title that ends before the right table does"),
        *words(110, 40, "Pillar 1: Homes"),
        *words(110, 340, "Pillar 2: Streets"),
    ]
    order = reading_order(page, [table(40, 320), table(336, 620)], ())
    said = [one.lines[-1].text if isinstance(one, Region) else one.edges[0] for one in order]
    assert said == [
        "A longer title that ends before the right table does",
        "Pillar 1: Homes",
        40,
        "Pillar 2: Streets",
        336,
    ]


def test_a_title_beside_the_rows_of_the_table_at_its_left_stands_above_its_own():
    page = [
        *words(40, 40, "Delivery plan"),
        *words(110, 40, "Aim 1: Homes"),
        *words(150, 340, "Who to ask"),
        *words(162, 340, "Call us at any time."),
    ]
    low = Table((), 3, 2, edges=(336, 620), place=Place((Box(1, 336, 174, 620, 250),)))
    order = reading_order(page, [table(40, 320), low], ())
    said = [one.lines[0].text if isinstance(one, Region) else one.edges[0] for one in order]
    assert said == ["Delivery plan", "Aim 1: Homes", 40, "Who to ask", 336]


def test_a_title_above_the_first_of_two_cards_that_begin_level_heads_both():
    page = [*words(110, 40, "Aim 1: Homes"), *words(330, 40, "Aim 2: Streets")]
    below = [
        Table((), 7, 2, edges=(x, x + 280), place=Place((Box(1, x, 340, x + 280, 500),)))
        for x in (40, 336)
    ]
    order = reading_order(page, [table(40, 320), table(336, 620), *below], ())
    said = [one.lines[0].text if isinstance(one, Region) else one.edges[0] for one in order]
    assert said == ["Aim 1: Homes", 40, 336, "Aim 2: Streets", 40, 336]


LEFT = "Many people who answered told us that help had come late"
RIGHT = "Creative firms grow twice as fast as all others in towns"


def columns(*below: tuple[int, int, str]) -> list[str]:
    """The first line of each region of a page with two columns, of which the right is short."""
    lines = [word for n in range(6) for word in words(40 + 12 * n, 40, LEFT)]
    lines += [word for n in range(5) for word in words(40 + 12 * n, 360, RIGHT)]
    lines += [word for base, x, text in below for word in words(base, x, text)]
    return [one.lines[0].text for one in reading_order(lines, [], ()) if isinstance(one, Region)]


def test_the_left_column_goes_on_below_a_heading_where_the_right_one_has_ended():
    below = [(130, 40, "Priority 2: Warm homes"), *((142 + 12 * n, 40, LEFT) for n in range(4))]
    assert columns(*below, (300, 330, "Page 2")) == [LEFT, RIGHT, "Page 2"]


def test_text_as_wide_as_the_page_stands_below_both_columns():
    wide = f"{LEFT} and from {RIGHT}"
    below = [(130, 40, "Priority 2: Warm homes"), *((142 + 12 * n, 40, wide) for n in range(4))]
    assert columns(*below) == [LEFT, RIGHT, "Priority 2: Warm homes"]
