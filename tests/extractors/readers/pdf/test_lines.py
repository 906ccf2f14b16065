"""Words on a line: which are glued, and which only stand close."""

import pytest

from extractors.readers.pdf.lines import join_words, make_lines
from tests.extractors.readers.pdf_fixtures import words


@pytest.mark.parametrize(
    ("first", "second", "gap", "text"),
    [
        ("DA", "Coordinator", 0.6, "DA Coordinator"),  # blanks set tight, 0.06 of the size
        ("Mac", "Donald", 0.2, "MacDonald"),  # two looks in one name
        ("VC", "S", 0.6, "VCS"),  # capitals set apart
        ("servic", "es", 0.6, "services"),
        ("servic", "es", 2.5, "servic es"),  # moved, not glued
    ],
)
def test_glued_words_are_one_unless_a_name_begins_behind_a_small_gap(first, second, gap, text):
    (one,) = words(100, (40, first))
    (other,) = words(100, (one.x1 + gap, second))
    assert join_words([one, other._replace(glued=True)]) == text


@pytest.mark.parametrize("mark", ["2", "vii", "*"])
def test_raised_marks_of_notes_are_left_out(mark):
    text = words(100, (40, "Open a refuge"))
    raised = words(96.5, (text[-1].x1, mark), size=5.8)
    (line,) = make_lines([*text, *raised])
    assert line.text == "Open a refuge"


def test_the_raised_mark_of_a_note_is_left_out_though_it_has_more_letters_than_its_word():
    cut = words(100, (40, "d"), size=12)  # "Complete" stands on the line above
    mark = words(95.5, (cut[-1].x1 + 0.6, "17"), size=7)
    (line,) = make_lines([*cut, *mark])
    assert line.text == "d"


def test_a_raised_ending_of_a_number_is_kept():
    text = words(100, (40, "By 2"))
    raised = words(96.5, (text[-1].x1, "nd"), size=5.8)
    (line,) = make_lines([*text, *raised])
    assert line.text == "By 2nd"


def test_pieces_of_a_line_stand_further_apart_than_words_and_a_bullet_is_none_alone():
    held = words(100, (40, "BT.1"), (90, "Open a refuge"), (300, "\u2022"), (312, "Two beds"))
    (line,) = make_lines(held)
    texts = [join_words(piece) for piece in line.pieces]
    assert texts == ["BT.1", "Open a refuge", "\u2022 Two beds"]


@pytest.mark.parametrize(
    ("number", "title", "text"),
    [("1", "Homes", "1 Homes"), ("2", "nd", "2nd"), ("T", "He", "THe")],
)
def test_a_number_set_larger_than_the_title_close_behind_it_is_no_part_of_its_first_word(
    number, title, text
):
    (one,) = words(100, (40, number), size=24)
    (other,) = words(100, (one.x1 + 0.4, title), size=14)
    assert join_words([one, other._replace(glued=True)]) == text
