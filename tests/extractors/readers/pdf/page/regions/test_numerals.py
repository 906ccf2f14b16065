"""Large numbers at the left of a title and its text stand before the title."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.regions.numerals import on_their_lines, with_numerals
from extractors.readers.pdf.record import Fill
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


def test_a_numeral_that_hardly_reaches_up_to_its_title_counts_it_as_well() -> None:
    numeral = words(118, (48, "1"), size=26, bold=True)
    first, _ = make_lines(with_numerals([*TITLE, *numeral, *TEXT]))
    assert first.text == "1 Safer streets"


def test_a_numeral_on_the_line_of_its_title_stays() -> None:
    numeral = words(100, (48, "1"), size=26, bold=True)
    assert with_numerals([*numeral, *TITLE, *TEXT]) == [*numeral, *TITLE, *TEXT]


@pytest.mark.parametrize(("text", "size"), [("38%", 26), ("1", 12), ("2026", 26)])
def test_figures_and_numbers_in_the_size_of_the_text_stay(text: str, size: int) -> None:
    figure = words(116, (30, text), size=size)
    assert with_numerals([*TITLE, *figure, *TEXT]) == [*TITLE, *figure, *TEXT]


LINES = [
    *words(100, (82, "Light the towpath and")),
    *words(112, (82, "the steps below it")),
]


@pytest.mark.parametrize("height", [22, 60, 200])
@pytest.mark.parametrize("ref", ["7", "12", "2.1", "A3"])
def test_a_number_on_a_badge_stands_on_the_first_line_beside_it(ref: str, height: int) -> None:
    number = words(105, (54, ref))
    (moved, *rest) = on_their_lines([*number, *LINES], [Fill(48, 92, 72, 92 + height, "#c00000")])
    assert (moved.text, moved.x0, moved.base) == (ref, 54, 100)
    assert rest == LINES


def test_a_large_number_in_the_middle_of_a_high_bar_stands_before_the_first_line() -> None:
    number = words(122, (52, "7"), size=16, bold=True)
    title = words(100, (90, "Light the towpath and the steps"), size=10, bold=True)
    more = words(112, (90, "below it"), size=10, bold=True)
    moved = with_numerals(
        on_their_lines([*number, *title, *more], [Fill(48, 88, 72, 140, "#c00000")])
    )
    lines = [line.text for line in make_lines(moved)]
    assert lines == ["7 Light the towpath and the steps", "below it"]


def test_a_number_on_the_shaded_side_of_a_card_stands_on_the_first_line() -> None:
    """A side of 45.4 points was no badge; "P2" joined the lead on the line that it stood on."""
    number = words(106, (54, "P2"), size=13)
    (moved, *_) = on_their_lines([*number, *LINES], [Fill(30, 88, 75.4, 118, "#b11016")])
    assert moved.base == 100


def test_a_number_in_a_shaded_column_of_a_table_stays_in_its_row() -> None:
    quarter = words(112, (54, "12"))
    strip = Fill(30, 88, 82, 118, "#e2efd9")
    assert on_their_lines([*quarter, *LINES], [strip]) == [*quarter, *LINES]


def test_words_and_a_number_among_others_stay() -> None:
    badge = Fill(48, 88, 72, 118, "#c00000")
    for held in (words(105, (54, "New")), words(105, (50, "7 8"))):
        assert on_their_lines([*held, *LINES], [badge]) == [*held, *LINES]


def test_a_number_on_a_wide_fill_stays() -> None:
    number = words(105, (54, "7"))
    wide = Fill(48, 92, 400, 114, "#c00000")
    assert on_their_lines([*number, *LINES], [wide]) == [*number, *LINES]


def test_a_reference_in_the_middle_of_a_shaded_cell_is_on_no_badge() -> None:
    number = words(106, (54, "LW1"))
    cells = [Fill(48, 90, 80, 118, "#e2efd9"), Fill(80, 90, 300, 118, "#e2efd9")]
    assert on_their_lines([*number, *LINES], cells) == [*number, *LINES]


def test_a_number_on_a_bar_beside_a_body_of_another_colour_stands_on_its_first_line() -> None:
    number = words(106, (54, "7"))
    bar, body = Fill(48, 90, 76, 118, "#c00000"), Fill(76, 90, 300, 118, "#f2f2f2")
    assert on_their_lines([*number, *LINES], [bar, body])[0].base == 100


@pytest.mark.parametrize("ref", ["H1.1", "CS2", "A3"])
def test_a_large_reference_with_letters_counts_its_text_as_a_number_does(ref: str) -> None:
    numeral = words(116, (36, ref), size=22, bold=True)
    first, _ = make_lines(with_numerals([*TITLE, *numeral, *TEXT]))
    assert first.text == f"{ref} Safer streets"
