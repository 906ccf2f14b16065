"""Letters set apart are words."""

import pytest

from extractors.readers.pdf.page.printed.tracked import with_whole_words
from extractors.readers.pdf.record import Style, Word

STYLE = Style(9.0, False, False, "#777777")
WIDTHS = {"M": 7.5, "N": 6.5, "I": 2.5, "J": 4.5, "F": 5.5, "x": 4.5}  # points, of Helvetica


def letters(text: str, apart: float, blank: float) -> list[Word]:
    x, made = 40.0, []
    for letter in text:
        if letter == " ":
            x += blank
            continue
        wide = WIDTHS.get(letter, 6.0)
        made.append(Word(letter, x, 92.0, x + wide, 102.0, 100.0, STYLE))
        x += wide + apart
    return made


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in with_whole_words(words)]


@pytest.mark.parametrize("apart", [0.5, 2.0, 4.0])
def test_letters_set_apart_are_joined_and_parted_where_a_blank_stands(apart):
    printed = letters("AMBITION ONE", apart, 2.5 + apart)
    assert texts(printed) == ["AMBITION", "ONE"]
    assert with_whole_words(printed)[0].x1 == printed[7].x1


def test_marks_in_columns_and_few_letters_stay_apart():
    assert texts(letters("RAGRAGRAG", 40.0, 0.0)) == [*"RAGRAGRAG"]
    assert texts(letters("ABCDE", 2.0, 2.5)) == [*"ABCDE"]


@pytest.mark.parametrize("centred", [0.0, 0.5])
@pytest.mark.parametrize("marks", ["JFMAMJJASOND", "xxxxxx", "YNYNYN"])
def test_marks_in_narrow_even_columns_stay_apart(marks, centred):
    placed = [
        word._replace(
            x0=x - centred * (word.x1 - word.x0), x1=x + (1 - centred) * (word.x1 - word.x0)
        )
        for x, word in zip(range(40, 400, 13), letters(marks, 0.0, 0.0), strict=False)
    ]
    assert texts(placed) == [*marks]
