"""The colour of a cell is its background, or that of the one mark that it holds."""

from dataclasses import replace

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.page.tables.colours import cell_colours
from extractors.readers.pdf.record import Fill, Frame, Word
from tests.extractors.readers.pdf_fixtures import words

RED, GREEN = "#c00000", "#00b050"
CELL = GridCell(0, 0, 1, 1, Frame(0.0, 0.0, 60.0, 30.0))
GRID = Grid((0.0, 60.0), (0.0, 30.0), (CELL,))


def colour(*fills: Fill, held: str = "", ink: str = "#000000") -> str | None:
    here: list[Word] = [
        word._replace(style=replace(word.style, colour=ink)) for word in words(20, (10, held))
    ]
    return cell_colours(GRID, fills, {0: here} if here else {}).get(0)


def test_the_last_background_over_most_of_a_cell_is_its_colour():
    assert colour(Fill(0, 0, 60, 30, RED), Fill(1, 1, 59, 29, GREEN)) == GREEN
    assert colour(Fill(0, 0, 60, 30, "#ffffff")) is None


def test_a_small_shape_in_an_empty_cell_is_a_mark():
    assert colour(Fill(20, 10, 30, 20, RED, True)) == RED
    assert colour(Fill(20, 10, 30, 20, RED)) == RED
    assert colour(Fill(0, 0, 60, 30, "#eef3f8"), Fill(20, 10, 30, 20, RED, True)) == RED


def test_a_shape_beside_words_or_over_the_border_or_in_black_says_nothing():
    assert colour(Fill(2, 10, 8, 20, RED, True), held="Parks") is None
    assert colour(Fill(50, 10, 70, 20, RED, True)) is None
    assert colour(Fill(20, 10, 30, 20, "#333333", True)) is None


def test_a_coloured_letter_that_draws_a_mark_is_one_and_a_coloured_word_is_none():
    assert colour(held="●", ink=RED) == RED
    assert colour(held="\uf06c", ink=GREEN) == GREEN
    assert colour(held="Late", ink=RED) is None
    assert colour(Fill(0, 0, 60, 30, GREEN), held="✓", ink="#000000") == GREEN


def test_marks_of_two_colours_tell_none():
    assert colour(Fill(5, 10, 15, 20, RED, True), Fill(30, 10, 40, 20, GREEN, True)) is None
