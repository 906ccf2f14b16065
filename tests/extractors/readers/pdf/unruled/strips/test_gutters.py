"""Tables side by side under heads of their own: titles, rules or shading show the gutter."""

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Rule, Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.strips.halves import find_halves
from tests.extractors.readers.pdf_fixtures import words

UNLIKE = (
    words(100, (40, "Action"), (150, "Lead"), (320, "Ref"), (360, "Task"), (460, "By"), bold=True)
    + words(120, (40, "Light the lanes"), (150, "Vale"), (320, "B1"), (360, "Plant"), (460, "2027"))
    + words(140, (40, "Mend the quay"), (150, "Port"), (320, "B2"), (360, "Prune"), (460, "2028"))
)


def test_titles_of_two_sides_part_tables_whose_heads_differ():
    titles = words(70, (40, "Safer lanes"), (320, "Greener streets"), size=14.0, bold=True)
    halves = find_halves(make_lines(titles + UNLIKE))
    assert halves is not None
    assert (halves.first, halves.last) == (0, 4)
    assert 170 < halves.x < 320


def test_rules_that_end_before_a_gutter_part_tables_whose_heads_differ():
    rules = [Rule(104, 38, 200), Rule(104, 318, 500)]
    halves = find_halves(make_lines(UNLIKE), rules)
    assert halves is not None
    assert 170 < halves.x < 320
    assert find_halves(make_lines(UNLIKE), [Rule(104, 38, 500)]) is None


def test_rules_under_groups_of_heads_part_no_table():
    # Chromium and Typst draw a rule under each head of two rows: 4 points apart.
    assert find_halves(make_lines(UNLIKE), [Rule(90, 38, 312), Rule(90, 316, 500)]) is None


def test_a_page_of_rules_without_words_has_no_sides():
    assert find_halves([], [Rule(104, 38, 200), Rule(104, 318, 500)]) is None


def card(top: float, x: float, lead: str, step: float = 20.0) -> list[Word]:
    labels = ("Action", "Lead", "Due")
    texts = ("Light the lanes", lead, "2027")
    page = []
    for number, (label, text) in enumerate(zip(labels, texts, strict=True)):
        page += words(top + step * number, (x, label), bold=True)
        page += words(top + step * number, (x + 60, text))
    return page


def shapes(page: list[Word]) -> list[tuple[int, int]]:
    return [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in find_unruled(page, (), ()).grids]


def test_cards_two_abreast_are_read_one_after_the_other():
    page = card(60, 40, "Vale") + card(60, 340, "Port", step=26.0)
    page += words(150, (40, "Aim 2"), size=14.0, bold=True)
    page += card(180, 40, "Homes") + card(180, 340, "Parks")
    assert shapes(page) == [(2, 3)] * 4


def framed(x: float) -> tuple[list[Word], list[Rule]]:
    """Two cards of a title and two labels, between rules as wide as they."""
    page: list[Word] = []
    rules: list[Rule] = []
    for top in (60, 160):
        page += words(top, (x, "Light the lanes"), bold=True)
        for step, label, text in ((20, "Lead", "Vale"), (40, "Due", "2027")):
            page += words(top + step, (x, label), bold=True) + words(top + step, (x + 60, text))
        rules += [Rule(top + step, x - 4, x + 156) for step in (-14, 6, 26, 46)]
    return page, rules


def test_cards_of_two_labels_three_abreast_are_parted_where_rules_show_the_gutters():
    cards = [framed(40), framed(220), framed(400)]
    page = [word for held, _ in cards for word in held]
    rules = sorted(rule for _, drawn in cards for rule in drawn)
    grids = find_unruled(page, rules, ()).grids
    assert [round(grid.xs[0]) for grid in grids] == [38, 38, 218, 218, 398, 398]


def test_heads_of_two_lines_beside_a_gutter_are_heads():
    rules = [Rule(116, 38, 200), Rule(116, 318, 500)]
    heads = words(98, (150, "Lead"), bold=True) + words(104, (40, "Action"), bold=True)
    heads += words(104, (320, "Ref"), (360, "Task"), (460, "By"), bold=True)
    heads += words(110, (150, "officer"), bold=True)
    rows = [word for word in UNLIKE if word.base > 110]
    halves = find_halves(make_lines(heads + rows), rules)
    assert halves is not None
    assert halves.first == 0


def test_a_bold_title_above_wider_heads_ends_two_sides():
    titles = words(70, (40, "Safer lanes"), (320, "Greener streets"), size=14.0, bold=True)
    below = words(180, (40, "Money"), bold=True)
    below += words(194, (40, "Service"), (150, "Grant"), (320, "2026"), (460, "2027"), bold=True)
    halves = find_halves(make_lines(titles + UNLIKE + below))
    assert halves is not None
    assert halves.last == 4


def test_a_row_above_smaller_prose_is_no_line_of_titles():
    """Text of a table set larger than the body: a coloured heading and a head are no two heads."""
    page = words(40, (40, "Open a hub in the old mill and"), (320, "Vale Homes"), size=11.0)
    page += words(54, (40, "a second one"), (320, "and the Port"), size=11.0)
    page += words(80, (40, "These commitments were agreed in spring."), size=8.0)
    page += words(100, (36, "Priority 2: Fair courts"), bold=True)
    page += words(120, (40, "Action"), (320, "Lead"), (440, "By when"), size=11.0, bold=True)
    page += words(140, (40, "List sooner"), (320, "HMCTS"), (440, "2027"), size=11.0)
    assert find_halves(make_lines(page)) is None
