"""Each word goes to the cell that it belongs to, though narrow columns are too small for some."""

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.page.tables.placing import Placed, place_words
from extractors.readers.pdf.page.tables.tables import make_table
from extractors.readers.pdf.record import Frame, Word
from tests.extractors.readers.pdf_fixtures import words

XS, YS = (0.0, 30.0, 60.0, 160.0), (0.0, 40.0, 80.0)
GRID = Grid(
    XS,
    YS,
    tuple(
        GridCell(row, column, 1, 1, Frame(XS[column], YS[row], XS[column + 1], YS[row + 1]))
        for row in range(2)
        for column in range(3)
    ),
)


def placed(*found: Word) -> dict[int, list[str]]:
    """The letters of each cell; the second row is filled, so that the grid is a table."""
    (one,), _ = place_words([GRID], [*found, *words(60, (4, "a"), (34, "b"), (64, "c"))])
    return {cell: [word.text for word in held] for cell, held in one.words.items() if cell < 3}


def test_a_word_too_long_for_its_column_stays_in_the_column_that_it_begins_in():
    (long,) = words(20, (4, "Immediately"))  # 55 points in a column of 30
    assert placed(long, *words(20, (64, "Parks"))) == {0: ["Immediately"], 2: ["Parks"]}


def test_a_centred_word_that_reaches_out_on_both_sides_stays_in_the_middle():
    (centred,) = words(20, (26, "Quarter"))  # 26 to 61 around a column from 30 to 60
    assert placed(centred) == {1: ["Quarter"]}


def test_letters_that_go_on_a_word_follow_it_over_the_border():
    (start,) = words(20, (4, "Children"))
    (rest,) = words(20, (44.2, "'s"))
    assert placed(start, rest._replace(glued=True)) == {0: ["Children", "'s"]}


def test_a_word_in_the_next_column_is_its_own_even_where_no_gap_parts_them():
    (start,) = words(20, (4, "Highly"))
    (other,) = words(20, (34.5, "Parks"))
    assert placed(start, other._replace(glued=True)) == {0: ["Highly"], 1: ["Parks"]}


def test_a_date_in_the_next_column_does_not_follow_the_word_that_reaches_into_it():
    (long,) = words(20, (4, "Councils"))
    (date,) = words(20, (44.5, "5.5.2027"))
    assert placed(long, date._replace(glued=True)) == {0: ["Councils"], 2: ["5.5.2027"]}


def test_a_sign_between_two_names_follows_the_name_that_reaches_over_the_border():
    (long,) = words(20, (4, "Commission"))
    assert placed(long, *words(20, (57, "/"))) == {0: ["Commission", "/"]}


def test_a_word_that_hangs_out_of_its_cell_says_nothing_of_where_text_may_end():
    """There was no room for "City" behind "Cressford", though another cell's word reaches on."""
    xs, ys = (40.0, 100.0, 160.0), (0.0, 20.0, 40.0)
    frames = [
        GridCell(row, column, 1, 1, Frame(xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(2)
        for column in range(2)
    ]
    held = {
        0: [*words(8, (44, "Cressford")), *words(18, (44, "City"))],
        2: words(30, (44, "Environmentalist")),
    }
    made = make_table(Placed(Grid(xs, ys, tuple(frames)), held, {}), 1, ())
    assert [part.text.split() for part in made.cells[0].paragraphs] == [["Cressford", "City"]]


def test_a_letter_of_no_size_goes_where_it_stands():
    (start,) = words(20, (4, "Children"))
    (rest,) = words(20, (44.2, "s"), size=0.0)
    found = placed(start, rest._replace(glued=True, base=start.base))
    assert found == {0: ["Children"], 1: ["s"]}
