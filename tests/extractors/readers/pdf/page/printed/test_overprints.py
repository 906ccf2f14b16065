"""Watermarks, stamps, shadows and words printed twice are told from the text under them."""

import pytest

from extractors.readers.pdf.page.printed.overprints import part_overprints, without_copies
from extractors.readers.pdf.record import PageRecord, Rule, Style, Word
from tests.extractors.readers.pdf_fixtures import words

PALE = "#d0d0d0"
TEXT = [
    *words(200, (40, "Fit better lamps on the towpath"), (300, "Vale Council")),
    *words(212, (40, "before the clocks go back"), (300, "Streets team")),
]


def set_large(word: str, base: float, colour: str = PALE, turn: int = 0) -> Word:
    (made,) = words(base, (60, word), size=60.0)
    return made._replace(style=Style(60.0, True, False, colour), turn=turn)


def page(*found: Word, down: tuple[Rule, ...] = ()) -> PageRecord:
    return PageRecord(1, 500.0, 400.0, found, down=down)


def across(*large: Word, down: tuple[Rule, ...] = (), beside: tuple[PageRecord, ...] = ()) -> str:
    found = [*TEXT, *large]
    parted = part_overprints(found, page(*found, down=down), beside)
    assert [word for word in parted.words if word in TEXT] == TEXT
    return " / ".join(parted.across)


@pytest.mark.parametrize("turn", [35, 305, 60])
def test_large_letters_at_a_slant_are_a_watermark_wherever_they_stand(turn):
    assert across(set_large("DRAFT", 350.0, "#000000", turn)) == "DRAFT"


def test_slanted_letters_of_the_text_s_size_stay_and_stand_upright_or_sideways():
    heads = [word._replace(turn=turn) for word, turn in zip(TEXT[:2], (45, 60), strict=True)]
    parted = part_overprints([*TEXT, *heads], page())
    assert parted.across == ()
    assert [word.turn for word in parted.words[-2:]] == [0, 90]


def test_large_letters_over_words_of_the_text_are_a_watermark_in_any_colour():
    assert across(set_large("DRAFT", 230.0, "#c00000")) == "DRAFT"


def test_large_letters_that_hit_nothing_are_a_title():
    assert across(set_large("Safer", 120.0, "#1f497d")) == ""
    assert across(set_large("2030", 120.0)) == ""  # pale, as the first letters of a chapter are


def test_pale_large_letters_with_a_rule_through_them_are_a_watermark():
    through = Rule(150.0, 40.0, 300.0)
    assert across(set_large("DRAFT", 120.0), down=(through,)) == "DRAFT"
    assert across(set_large("DRAFT", 120.0, "#1f497d"), down=(through,)) == ""
    assert across(set_large("DRAFT", 120.0), down=(Rule(150.0, 130.0, 300.0),)) == ""


def test_pale_large_letters_in_one_place_on_two_pages_are_a_watermark():
    mark = set_large("DRAFT", 300.0)
    assert across(mark, beside=(page(mark),)) == "DRAFT"
    assert across(mark, beside=(page(set_large("DRAFT", 320.0)),)) == ""


def test_the_words_of_a_watermark_are_told_together():
    mark = [set_large("NOT", 230.0), set_large("FINAL", 230.0)._replace(x0=180.0, x1=330.0)]
    assert across(*mark) == "NOT FINAL"


def test_a_word_printed_twice_or_with_a_shadow_is_read_once_as_painted_last():
    (shadow,) = words(200, (40.9, "Refuge"))
    shadow = shadow._replace(base=200.9, style=Style(10.0, False, False, "#999999"))
    (word,) = words(200, (40, "Refuge"))
    assert without_copies([shadow, word]) == [word]
    assert without_copies([word, word]) == [word]


def test_the_same_word_in_the_next_line_or_column_is_another():
    one, below, beside = (
        words(base, (x, "TBC"))[0] for base, x in ((200, 40), (210, 40), (200, 56))
    )
    assert without_copies([one, below, beside]) == [one, below, beside]
