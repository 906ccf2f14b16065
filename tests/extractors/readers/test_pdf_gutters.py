"""Tables side by side under heads of their own: titles, rules or shading show the gutter."""

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Rule
from extractors.readers.pdf.unruled.halves import find_halves
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
