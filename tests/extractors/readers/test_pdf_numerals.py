"""Large numbers at the left of a title and its text stand before the title."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.numerals import with_numerals
from tests.extractors.readers.pdf_fixtures import words

TITLE = words(100, (82, "Safer streets"), size=12, bold=True)
TEXT = words(116, (82, "Lamps will be lit in every park"), size=12)


@pytest.mark.parametrize("number", ["1", "02", "3."])
def test_a_numeral_as_high_as_two_lines_counts_the_first(number: str) -> None:
    numeral = words(116, (48, number), size=26, bold=True)
    first, second = make_lines(with_numerals([*TITLE, *numeral, *TEXT]))
    assert first.text == f"{number} Safer streets"
    assert (first.size, first.base) == (12, 100)
    assert second.text == "Lamps will be lit in every park"


def test_a_numeral_on_the_line_of_its_title_stays() -> None:
    numeral = words(100, (48, "1"), size=26, bold=True)
    assert with_numerals([*numeral, *TITLE, *TEXT]) == [*numeral, *TITLE, *TEXT]


@pytest.mark.parametrize(("text", "size"), [("38%", 26), ("1", 12), ("2026", 26)])
def test_figures_and_numbers_in_the_size_of_the_text_stay(text: str, size: int) -> None:
    figure = words(116, (30, text), size=size)
    assert with_numerals([*TITLE, *figure, *TEXT]) == [*TITLE, *figure, *TEXT]
