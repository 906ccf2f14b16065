"""Words by height: each answer is what a look at all words of the page would give."""

from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.record import Frame, holds
from tests.extractors.readers.pdf_fixtures import words

FRAME = Frame(40.0, 90.0, 200.0, 110.0)


def test_words_in_a_frame_come_in_the_order_of_the_page():
    page = words(106, (150, "2027"), (44, "March")) + words(94, (44, "By"), (220, "Vale"))
    assert [word.text for word in Heights(page).within(FRAME)] == ["2027", "March", "By"]
    assert Heights(page).within(FRAME) == [word for word in page if holds(FRAME, word)]


def test_words_can_be_asked_for_by_their_bases():
    page = words(100, (44, "on")) + words(112, (44, "below")) + words(100, (80, "base"))
    bases = Heights(page, [word.base for word in page])
    assert [word.text for word in bases.between(100.0, 100.0)] == ["on", "base"]


def test_a_page_without_words_has_none_in_any_frame():
    assert Heights([]).within(FRAME) == []
