"""The colour in which a page prints its text sets nothing apart."""

from dataclasses import replace

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Word, is_black
from extractors.readers.pdf.unruled.heads.heads import set_apart
from extractors.readers.pdf.unruled.marks.inks import with_black_text
from tests.extractors.readers.pdf_fixtures import words


@pytest.mark.parametrize(
    ("colour", "black"),
    [
        ("#000000", True),
        ("#231f20", True),  # of a printing press
        ("#0b0c0c", True),  # GOV.UK
        ("#212b32", True),  # NHS.UK
        ("#414042", True),
        ("#1d3557", False),
        ("#006747", False),
        ("#767676", False),
    ],
)
def test_very_dark_greys_are_black(colour: str, black: bool) -> None:
    assert is_black(colour) is black


def inked(line: list[Word], colour: str) -> list[Word]:
    return [word._replace(style=replace(word.style, colour=colour)) for word in line]


def test_text_in_the_dark_blue_of_its_page_is_not_set_apart_and_other_colours_are() -> None:
    text = inked(words(80, (40, "Nobody should be cold at home in the winter")), "#1d3557")
    heads = inked(words(60, (40, "Action"), (200, "Lead")), "#c8102e")
    red, blue = make_lines(with_black_text([*heads, *text], [*heads, *text]))
    assert set_apart(red, ())
    assert not set_apart(blue, ())


@pytest.mark.parametrize("ink", ["#ffffff", "#b0b0b0"])
def test_pale_text_stands_on_a_dark_page_and_stays_as_it_is(ink: str) -> None:
    text = inked(words(80, (40, "Nobody should be cold at home in the winter")), ink)
    assert with_black_text(text, text) == text


def test_a_page_in_inks_of_which_none_prints_the_most_stays_as_it_is() -> None:
    blue = inked(words(80, (40, "Warm homes")), "#1d3557")
    green = inked(words(60, (40, "Clean rivers")), "#006747")
    assert with_black_text(blue, [*blue, *green]) == blue
