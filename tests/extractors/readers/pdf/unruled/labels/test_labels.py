"""Lists of bold labels with their texts beside them are tables of two columns."""

from extractors.readers.pdf.record import Style, Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers import pdf_fixtures


def words(
    base: float, label: str, text: str, *, bold: bool = False, strong: bool = True
) -> list[Word]:
    """A bold label at 40 and a text at 140, 10 points high; a letter is 5 wide."""
    made = []
    for x, piece, heavy in ((40.0, label, strong), (140.0, text, bold)):
        for word in piece.split():
            style = Style(10.0, heavy, False, "#000000")
            made.append(Word(word, x, base - 8, x + 5 * len(word), base + 2, base, style))
            x += 5 * len(word) + 3
    return made


GLOSSARY = [
    *words(60, "ICB", "The board that plans health"),
    *words(72, "", "services in the county"),
    *words(92, "Harm from", "Anything that makes a person"),
    *words(104, "others", "afraid at home"),
    *words(124, "Panel", "A group of survivors"),
]


def rows_of(page: list[Word]) -> list[tuple[int, int]]:
    return [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in find_unruled(page, (), ()).grids]


def test_labels_and_texts_of_several_lines_are_rows():
    assert rows_of(GLOSSARY) == [(2, 3)]


def test_bold_heads_above_belong_to_the_list():
    assert rows_of([*words(40, "Term", "Meaning", bold=True), *GLOSSARY]) == [(2, 4)]


def test_two_labels_are_no_list():
    assert rows_of([*words(60, "Aim", "Safer homes"), *words(74, "Goal", "Fewer calls")]) == []


def test_texts_that_begin_at_different_places_are_no_list():
    page = [*words(60, "ICB", "The board")]
    for step, label in enumerate(("Panel", "Harm", "Hub"), 1):
        moved = words(60 + 20 * step, label, "A group of people")
        page += [word._replace(x0=word.x0 + 9 * step * (not word.style.bold)) for word in moved]
    assert rows_of(page) == []


def card(top: float) -> list[Word]:
    """Two plain labels with their texts, the second in the middle beside its text."""
    return [
        *words(top, "Lead", "Vale Council", strong=False),
        *words(top + 24, "", "May 2027, or as soon", strong=False),
        *words(top + 30, "By when", "", strong=False),
        *words(top + 36, "", "as the grant is paid", strong=False),
    ]


def test_plain_labels_that_come_again_make_cards():
    page = [*card(60), *words(126, "Train the wardens", "", strong=False), *card(150)]
    assert rows_of(page) == [(2, 2), (2, 2)]


def test_plain_labels_printed_once_are_prose():
    assert rows_of([*card(60), *words(116, "Owner", "The board", strong=False)]) == []


def test_prose_in_two_columns_that_says_a_thing_twice_is_no_list():
    lines = ["The lead of the plan", "is the county board"]
    page = [
        word
        for step, line in enumerate(lines * 2)
        for word in words(60 + 12 * step, line, "and its chair is elected", strong=False)
    ]
    assert rows_of(page) == []


def test_the_first_line_of_heads_is_no_label_though_each_page_prints_it_again():
    """LibreOffice sets heads to the middle: "Start", "Target" stand above "Action", "Lead"."""
    page: list[Word] = []
    for top in (60.0, 200.0):
        page += pdf_fixtures.words(top, (300, "Start"), (380, "Target"), bold=True)
        page += pdf_fixtures.words(top + 6, (40, "No."), (80, "Action"), (220, "Lead"), bold=True)
        page += pdf_fixtures.words(top + 12, (300, "date"), (380, "date"), bold=True)
        for row, (text, lead) in enumerate([("Sweep paths", "Parks"), ("Mend lamps", "Roads")], 1):
            cells = ((40, f"{row}."), (80, text), (220, lead), (300, "May 2026"), (380, "2027"))
            page += pdf_fixtures.words(top + 12 + 20 * row, *cells)
    assert rows_of(page) == [(5, 3), (5, 3)]


def plain_terms(below: float) -> list[Word]:
    """Terms in plain letters, each with a text of two lines 12 apart and the next ``below``."""
    page: list[Word] = []
    for place, term in enumerate(("Carbon neutral", "Co-production", "Hub", "Third sector")):
        top = 60 + place * (12 + below)
        page += words(top, term, "What is given off is taken up", strong=False)
        page += words(top + 12, "", "again in the same year", strong=False)
    return page


def test_plain_terms_stand_further_from_one_another_than_the_lines_of_their_texts():
    """Their long terms made a column of text of their own, and their meanings the next."""
    assert rows_of(plain_terms(16)) == [(2, 4)]
    assert rows_of(plain_terms(12)) == []  # as the lines of two columns of prose


def test_the_labels_of_the_one_card_of_a_page_come_again_on_the_next():
    page = [*words(60, "Lead", "Vale Council"), *words(80, "By when", "May 2027")]
    assert rows_of(page) == []
    grids = find_unruled(page, (), (), beside=[page]).grids
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in grids] == [(2, 2)]


def test_an_abbreviation_that_begins_small_is_a_label_and_no_rest_of_the_one_above():
    """A hospital's green plan: "tCO2e" below "MDI"; "others" below "Harm from" goes on with it."""
    page = [
        *words(60, "LED", "Light-emitting diode"),
        *words(78, "MDI", "Metered dose inhaler"),
        *words(96, "tCO2e", "Tonnes of carbon dioxide equivalent"),
        *words(114, "ULEV", "Ultra-low emission vehicle"),
    ]
    assert rows_of(page) == [(2, 4)]
