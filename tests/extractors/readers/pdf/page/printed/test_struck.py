"""Words are struck by a rule, by a mark over them, or by strokes combined with their letters."""

from extractors.readers.pdf.page.printed.struck import struck_words, without_strokes
from extractors.readers.pdf.record import Frame, Rule
from tests.extractors.readers.pdf_fixtures import words

LINE = words(200, (40, "Sept 2025 March 2026"))
SEPT, YEAR, *KEPT = LINE


def struck(*rules: Rule, marks: tuple[Frame, ...] = ()) -> set[str]:
    return {word.text for word in struck_words(LINE, rules, marks)}


def test_a_rule_through_the_middle_of_the_letters_strikes_them():
    assert struck(Rule(197.0, SEPT.x0, YEAR.x1)) == {"Sept", "2025"}


def test_a_rule_below_or_above_the_letters_does_not():
    assert struck(Rule(201.0, SEPT.x0, YEAR.x1), Rule(190.0, SEPT.x0, YEAR.x1)) == set()


def test_the_border_of_a_row_too_low_for_its_text_strikes_nothing():
    # LibreOffice Calc prints the last line of such a cell across the border below it.
    assert struck(Rule(197.0, 28.0, 770.0)) == set()


def test_one_line_through_the_cells_of_a_row_strikes_them_all():
    line = words(200, (40, "1.4 Mend the weir"), (160, "Canal Trust"), (260, "May 2026"))
    assert len(struck_words(line, [Rule(197.0, 38.0, 310.0)])) == len(line)


def test_a_reviewer_s_mark_strikes_the_words_that_it_lies_over():
    mark = Frame(SEPT.x0 - 1, SEPT.top, YEAR.x1 + 1, YEAR.bottom)
    assert struck(marks=(mark,)) == {"Sept", "2025"}
    assert struck(Rule(197.0, KEPT[0].x0, KEPT[0].x1), marks=(mark,)) == {"Sept", "2025", "March"}


def test_strokes_that_combine_with_every_letter_strike_the_word_and_go():
    stroked = SEPT._replace(text="S\u0336e\u0336p\u0336t\u0336")
    kept, crossed = without_strokes([stroked, YEAR])
    assert [word.text for word in kept] == ["Sept", "2025"]
    assert crossed == {SEPT}


def test_a_stroke_over_a_blank_is_no_word_and_one_over_a_letter_strikes_none():
    blank, letter = SEPT._replace(text="\u0336"), SEPT._replace(text="Lo\u0335dz")
    kept, crossed = without_strokes([blank, letter])
    assert [word.text for word in kept] == ["Lodz"]
    assert crossed == frozenset()
