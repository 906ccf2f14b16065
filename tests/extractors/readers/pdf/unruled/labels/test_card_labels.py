"""Cards of labels without column rules: numbered labels, pairs side by side, shaded labels."""

from itertools import pairwise

from extractors.readers.pdf.record import Fill, Rule, Style, Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.labels.label_rows import label_print
from tests.extractors.readers.pdf_fixtures import words


def line(top: float, label: str, text: str, *more: tuple[float, str]) -> list[Word]:
    """A bold label at 40 with its text at 140, and what stands right of it."""
    labels = [(40.0, label), *more[:1]]
    return words(top, *labels, bold=True) + words(top, (140, text), *more[1:])


def rows_of(page: list[Word], rules: tuple[Rule, ...] = (), fills: tuple[Fill, ...] = ()):
    (grid,) = find_unruled(page, rules, fills).grids
    return [[cell.column_span for cell in grid.cells if cell.row == row] for row in rows(grid)]


def rows(grid) -> range:
    return range(len(grid.ys) - 1)


def test_the_number_behind_a_label_makes_no_other_label_of_it():
    assert label_print(words(60, (40, "Action 4"))) == "Action #"
    assert label_print(words(60, (40, "4.2"))) == "4.2"
    page = []
    for top, number in ((60, 1), (140, 2)):
        page += words(top, (140, "Light the towpath from the lock"))
        page += words(top + 6, (40, f"Action {number}"), bold=True)
        page += words(top + 12, (140, "to the old mill"))
        page += line(top + 30, "Lead", "Vale") + line(top + 50, "Due", "2027")
    assert rows_of(page) == [[1, 1]] * 6


def test_pairs_of_labels_stand_side_by_side_below_a_text_that_runs_over_them():
    page = []
    for top in (60, 140):
        page += line(top, "Action", "Light the towpath from the lock to the old mill")
        page += line(top + 20, "Lead", "Vale", (250, "Due"), (320, "2027"))
        page += line(top + 40, "Ref", "B1", (250, "Status"), (320, "Open"))
    assert rows_of(page) == [[1, 3], [1, 1, 1, 1], [1, 1, 1, 1]] * 2


def test_a_label_without_a_text_stays_in_its_card_and_a_title_that_comes_again_does_not():
    """The label was a heading, and what stood below it a card of its own."""
    texts = ("Light the towpath", "", "2027"), ("Map routes", "Vale", "2028"), ("Mow", "Port", "")
    page = []
    for number, said in enumerate(texts, start=1):
        page += words(110 * number - 20, (40, f"Action {number}"), bold=True)
        for step, (label, text) in enumerate(zip(("We will", "Lead", "Due"), said, strict=True)):
            page += line(110 * number + 20 * step, label, text)
    assert [len(grid.ys) - 1 for grid in find_unruled(page, (), ()).grids] == [3, 3, 3]


def cards_of_cut_labels() -> list[Word]:
    """Two cards whose labels take two lines, as far apart as the labels of a card are."""
    page = []
    for top in (60, 140):
        page += line(top, "What we", "Light the towpath") + line(top + 12, "will do", "and mill")
        page += line(top + 30, "Lead", "Vale") + words(top + 42, (40, "officer"), bold=True)
        page += line(top + 60, "Due", "2027")
    return page


def test_rules_below_labels_of_two_lines_part_their_rows():
    heights = [49, 77, 107, 128, 157, 187, 208]
    rules = tuple(Rule(y, 38, 300) for y in heights)
    assert rows_of(cards_of_cut_labels(), rules) == [[1, 1]] * 6


def test_shading_behind_labels_of_two_lines_parts_their_rows():
    heights = [49, 77, 107, 129, 157, 187, 208]
    fills = tuple(Fill(38, a, 130, b, "#dce6f1") for a, b in pairwise(heights))
    assert rows_of(cards_of_cut_labels(), (), fills) == [[1, 1]] * 6


def test_a_frame_around_a_card_parts_no_rows():
    page = [*line(60, "Action", "Light"), *line(80, "Lead", "Vale"), *line(100, "Due", "2027")]
    page += [*line(140, "Action", "Mend"), *line(160, "Lead", "Port"), *line(180, "Due", "2028")]
    frames = tuple(Rule(y, 38, 300) for y in (49, 110, 129, 190))
    assert rows_of(page, frames) == [[1, 1]] * 6


def test_rows_that_say_the_same_twice_are_no_pairs_of_labels():
    page = words(60, (40, "Rank"), (140, "Action"), (250, "Lead"), (320, "By"), bold=True)
    for top in (76, 100, 124):
        page += words(top, (40, "High"), (140, "Light it"), (250, "Vale"), (320, "May"))
        page += words(top + 12, (140, "by the mill"))
    assert rows_of(page) == [[1, 1, 1, 1]] * 4


def test_plain_pairs_among_labels_of_cards_are_labels():
    page = []
    for top in (60, 140):
        page += words(top, (40, "Action"), (140, "Light the towpath from the lock to the mill"))
        page += words(top + 20, (40, "Measure"), (140, "40 lamps"))
        page += words(top + 40, (40, "Lead"), (140, "Vale"), (250, "Due"), (320, "2027"))
    assert rows_of(page) == [[1, 3], [1, 3], [1, 1, 1, 1]] * 2


def test_a_reference_and_a_bold_title_above_the_labels_of_a_card_are_its_first_row():
    """The titles were read as heads, and each card below one as a single row of values."""
    page = []
    for top, number in ((60, "1.1"), (140, "1.2")):
        title = "Light the towpath from the lock to the old mill"
        page += words(top, (40, number), (140, title), bold=True)
        page += words(top + 12, (140, "and on to the weir"), bold=True)
        page += line(top + 28, "Lead", "Vale", (250, "Working"), (320, "Parks"))
        page += words(top + 40, (250, "with"), bold=True)
        page += line(top + 54, "Due", "2027")
    assert rows_of(page) == [[1, 3], [1, 1, 1, 1], [1, 3]] * 2


def test_a_label_of_three_lines_beside_one_line_of_text_is_one_label():
    """Each line of "What success looks like" began a row, for it comes again in every card."""
    page = []
    for top in (60, 170):
        page += line(top, "Ref", "B1") + line(top + 18, "Action", "Light the towpath")
        page += line(top + 36, "Lead", "Vale") + line(top + 54, "What", "Fewer falls")
        page += words(top + 66, (40, "success"), bold=True)
        page += words(top + 78, (40, "looks like"), bold=True)
    assert rows_of(page) == [[1, 1]] * 8


def test_a_second_label_has_its_text_beside_the_rest_of_the_first():
    """The list ended there, and each card below it had the date of the next."""
    page = []
    for top in (60, 160, 260):
        page += line(top, "Action", "Light the towpath") + words(top + 12, (140, "by the mill"))
        page += line(top + 30, "Lead", "Vale", (250, "Partners"), (320, "River trust"))
        page += words(top + 42, (40, "body"), bold=True) + words(top + 42, (320, "and police"))
        page += line(top + 60, "Due", "2027")
    assert rows_of(page) == [[1, 3], [1, 1, 1, 1], [1, 3]] * 3


def test_one_row_of_two_bold_labels_below_each_title_is_a_list_of_its_own():
    """Ruled and shaded, the first row was read as heads and "Lead:" as an action below them."""
    page, rules, fills = [], [], []
    for top in (60, 120, 180):
        page += words(top, (40, "Light the towpath from the lock to the old mill"), bold=True)
        page += line(top + 25, "Lead:", "Vale Council", (250, "When:"), (320, "Spring 2027"))
        for x0, x1, shaded in ((38, 138, 1), (138, 248, 0), (248, 318, 1), (318, 420, 0)):
            rules.append(Rule(top + 35, x0, x1))
            fills += [Fill(x0, top + 14, x1, top + 35, "#d9d9d9")] * shaded
    grids = find_unruled(page, tuple(rules), tuple(fills)).grids
    assert [(len(grid.xs), len(grid.ys)) for grid in grids] == [(5, 2)] * 3


def right(top: float, label: str, text: str) -> list[Word]:
    """A bold label that ends at 130 with its text at 140."""
    width = words(top, (40, label), bold=True)[-1].x1 - 40
    return words(top, (130 - width, label), bold=True) + words(top, (140, text))


def test_labels_that_end_at_one_place_begin_rows():
    page = [
        *right(60, "Planned action", "Dredge the dock before the spring tide"),
        *words(72, (140, "and the slipway after it")),
        *right(92, "Lead", "Vale"),
        *right(107, "Due", "2027"),
        *right(132, "Planned action", "Mend the quay"),
        *right(147, "Lead", "Port"),
        *right(162, "Due", "2028"),
    ]
    assert len(rows_of(page)) == 6


def test_the_next_line_of_a_label_is_no_label_of_its_own():
    page = []
    for top in (60, 160):
        page += line(top, "Lead", "Vale")
        page += line(top + 13, "Due", "2027")
        page += line(top + 26, "Measures of", "Fewer calls")
        page += line(top + 38.5, "success", "Shorter waits")
    grids = find_unruled(page, (), ()).grids
    assert [len(rows(grid)) for grid in grids] == [3, 3]


def test_labels_smaller_than_their_texts_go_on_below_a_short_text():
    page = []
    for top in (60, 160):
        for at, (label, text) in enumerate((("Lead", "Vale and Port"), ("Timescale", "2027"))):
            page += words(top + 14 * at, (40, label), bold=True, size=9.0)
            page += words(top + 14 * at, (140, text), size=10.0)
        page += words(top + 28, (40, "Measures"), bold=True, size=9.0)
        page += words(top + 28, (140, "Fewer calls to the harbour office"), size=10.0)
    grids = find_unruled(page, (), ()).grids
    assert [len(rows(grid)) for grid in grids] == [3, 3]


def test_two_labels_at_the_foot_that_stand_above_as_well_begin_a_card():
    page = []
    for at, label in enumerate(("Ref", "Task", "Lead", "Partners", "Due", "Measure")):
        page += line(60 + 20 * at, label, "2.1")
    page += words(200, (40, "Priority 3"), bold=True, size=16.0)
    page += line(230, "Ref", "3.1") + line(250, "Task", "Dredge")
    grids = find_unruled(page, (), ()).grids
    assert [len(rows(grid)) for grid in grids] == [6, 2]


def test_a_title_below_a_dotted_rule_heads_no_table_with_the_labels_of_its_card():
    """Of nine cards two, each below a rule as wide as the others, were one table, and lost."""
    titles = ("Commission a navigator", "Test knife arches at stations", "Give schools a mentor")
    page, rules = [], []
    for top, title in zip((60, 134, 208), titles, strict=True):
        rules.append(Rule(top - 15.0, 47, 548))
        page += words(top, (52, title), size=12, bold=True)
        for step, (label, text) in enumerate(
            (("Lead", "Unit"), ("By when", "2027"), ("Goal", "40"))
        ):
            page += words(top + 16 + 16 * step, (56, label), size=12, bold=True)
            page += words(top + 16 + 16 * step, (115, text), size=12)
    grids = find_unruled(page, rules, ()).grids
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in grids] == [(2, 3)] * 3


def framed_cards() -> tuple[list[Word], tuple[Rule, ...]]:
    """Three framed cards: a count, what is done in a line below it, and labels set close."""
    page: list[Word] = []
    rules: list[Rule] = []
    for number, top in enumerate((60, 160, 260), start=1):
        page += words(top, (40, f"Action {number}"), bold=True)
        page += words(top + 14, (40, "Publish the gap in what we pay beside the other one"))
        for step, label in enumerate(("Lead", "By when", "Success")):
            page += line(top + 34 + 13 * step, label, f"{label} of {number}")
        rules += [Rule(top - 14, 30, 400), Rule(top + 76, 30, 400)]
    return page, tuple(rules)


def test_the_count_of_the_next_card_is_no_row_below_the_frame_of_one():
    page, rules = framed_cards()
    assert [len(grid.ys) - 1 for grid in find_unruled(page, rules, ()).grids] == [3, 3, 3]


def test_italic_labels_come_again_however_close_their_texts_stand():
    page = []
    for top, sixth in ((60, "Wards"), (160, "All wards")):
        for step, (label, text) in enumerate(
            (("Lead", "Vale"), ("Timescale", "2027"), ("How we shall all know", "40 lamps lit"))
        ):
            said = words(top + 13 * step, (40, label))
            style = said[0].style
            italic = Style(style.size, bold=False, italic=True, colour=style.colour)
            page += [word._replace(style=italic) for word in said]
            page += words(top + 13 * step, (140, text))
        page += words(top + 41, (140, sixth))
    assert [len(grid.ys) - 1 for grid in find_unruled(page, (), ()).grids] == [3, 3]
