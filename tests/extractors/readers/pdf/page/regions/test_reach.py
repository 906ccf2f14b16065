"""Where the text of a column may end."""

from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.page.paragraphs.groups import group_lines
from extractors.readers.pdf.page.regions.reach import text_end
from extractors.readers.pdf.record import Frame, Style, Word

PLAIN = Style(10.0, False, False, "#000000")
TABLE = Frame(34.6, 200, 560, 400)  # Word sets the text 5.4 points inside of it


def lines(*texts: str, left: float = 40.0) -> list[Line]:
    made = []
    for number, text in enumerate(texts):
        x, base = left, 100.0 + 14 * number
        for word in text.split():
            made.append(Word(word, x, base - 7.6, x + 5 * len(word), base + 2.2, base, PLAIN))
            x += 5 * len(word) + 3
    return make_lines(made)


def test_short_paragraphs_above_a_table_may_end_where_its_text_does():
    said = lines("Priority 3: Support after a diagnosis", "One household in four has no car.")
    assert text_end(said, [TABLE]) == 560 - 5.4
    assert len(group_lines(said, 40.0, text_end(said, [TABLE]))) == 2
    assert len(group_lines(said, 40.0, text_end(said, []))) == 1


def test_a_sentence_that_goes_on_below_a_line_with_room_tells_of_a_narrower_column():
    said = lines("Every street in the town", "will be lit by May.")
    assert text_end(said, [TABLE]) == said[0].x1


def test_a_table_that_begins_elsewhere_says_nothing():
    said = lines("Priority 3: Support", "One household in four.")
    assert text_end(said, [Frame(120, 200, 560, 400)]) == said[1].x1
