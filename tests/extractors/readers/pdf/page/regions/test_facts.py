"""Facts beside cards: labels with their values right of the text of each card."""

from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.page.regions.facts import facts_beside
from extractors.readers.pdf.record import About, Frame, PageRecord
from tests.extractors.readers.pdf_fixtures import words

TITLES = ("Open a night refuge", "Train the wardens")


def card(top, title, x=300):
    """A title with two lines of text, and beside them who and when, each above its value."""
    page = words(top, (50, title), size=12, bold=True)
    page += words(top + 16, (50, "Rooms for families are")) + words(top + 28, (50, "short in May."))
    for at, (label, value) in enumerate((("Lead", "Vale"), ("By when", "May 2027"))):
        page += words(top + 28 * at, (x, label), bold=True)
        page += words(top + 14 + 28 * at, (x, value))
    return page


def cards(x=300):
    return [word for at, title in enumerate(TITLES) for word in card(100 + 90 * at, title, x)]


def test_labels_above_their_values_beside_each_card_are_its_facts():
    first, second = facts_beside(cards())
    assert first.bar == Frame(298.5, 92, 338, 144)
    assert (first.text.x0, round(first.text.x1)) == (50, 157)
    assert second.row.top > first.row.bottom


def test_the_facts_of_the_only_card_of_a_page_are_told_by_the_page_before():
    alone = card(100, "Light the lower quay")
    assert facts_beside(alone) == []
    assert len(facts_beside(alone, [cards()])) == 1


def test_labels_that_cards_abreast_print_in_several_columns_are_none():
    assert facts_beside([*cards(300), *cards(450)]) == []


def test_labels_beside_labels_are_columns_and_no_facts():
    page = []
    for top in (100, 160):
        for at, (one, other) in enumerate((("Lead", "By when"), ("Cost", "Status"))):
            page += words(top + 28 * at, (50, one), (300, other), bold=True)
            page += words(top + 14 + 28 * at, (50, "Vale"), (300, "May 2027"))
    assert facts_beside(page) == []


def test_the_text_of_a_card_is_read_before_its_facts():
    record = PageRecord(1, 595, 842, words=tuple(cards()))
    texts = [one.paragraph.text for one in page_blocks(record, About()).blocks]
    assert texts[:3] == ["Open a night refuge", "Rooms for families are\nshort in May.", "Lead"]
