"""Shaded panels right of the text of each card."""

from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.page.regions.shaded_facts import shaded_facts
from extractors.readers.pdf.record import About, Fill, PageRecord, Style, Word
from tests.extractors.readers.pdf_fixtures import words

GREY = Style(10.0, False, False, "#777777")


def grey(made: list[Word]) -> list[Word]:
    return [Word(w.text, w.x0, w.top, w.x1, w.bottom, w.base, GREY) for w in made]


def card(top: float, label: str = "Timescale", value: str = "Mid 2027") -> list[Word]:
    """A text of three lines, and beside it a label in grey above its value."""
    page = [word for at in range(3) for word in words(top + 12 * at, (50, "Rooms are short in"))]
    return [*page, *grey(words(top, (300, label))), *words(top + 12, (300, value))]


def panel(top: float, x: float = 292.0) -> Fill:
    return Fill(x, top - 12, 420, top + 32, "#eef3f8")


def test_panels_below_one_another_that_begin_with_one_label_are_facts():
    page = [*card(100), *card(200)]
    first, second = shaded_facts([panel(100), panel(200)], page)
    assert first.text.x1 < first.bar.x0 < second.bar.x1
    assert shaded_facts([panel(100)], page) == []


def test_the_only_panel_of_a_page_is_told_by_the_page_before():
    assert shaded_facts([panel(100)], card(100)) == []
    assert len(shaded_facts([panel(100)], card(100), [card(300)])) == 1


def test_shaded_values_under_one_head_are_no_facts():
    page = [*card(100, "Complete"), *card(200, "Ongoing")]
    assert shaded_facts([panel(100), panel(200)], page) == []
    plain = [word for top in (100, 200) for word in words(top, (50, "Open a hub"), (300, "Done"))]
    assert shaded_facts([panel(100), panel(200)], plain) == []


def test_shaded_cards_side_by_side_are_no_facts():
    beside = [Fill(40, top - 12, 280, top + 32, "#eef3f8") for top in (100, 200)]
    assert shaded_facts([*beside, panel(100), panel(200)], [*card(100), *card(200)]) == []


def test_the_text_of_a_card_is_read_before_its_panel():
    page = (*card(100), *card(200))
    record = PageRecord(1, 595, 842, words=page, fills=(panel(100), panel(200)))
    texts = [one.paragraph.text for one in page_blocks(record, About()).blocks]
    assert texts[1:3] == ["Timescale", "Mid 2027"]
    assert texts[4:] == ["Timescale", "Mid 2027"]
