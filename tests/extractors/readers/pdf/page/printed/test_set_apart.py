"""Labels that their look alone sets apart from their values."""

from extractors.readers.pdf.page.printed.set_apart import with_labels
from extractors.readers.pdf.record import Style, Word

BLACK = Style(10.0, False, False, "#222222")
BLUE = Style(10.0, False, False, "#0b5394")
BOLD = Style(10.0, True, False, "#222222")


def line(top, *parts, gap=2.5):
    """The words of one line: texts with their looks, ``gap`` points apart."""
    x, words = 50.0, []
    for text, style in parts:
        for word in text.split():
            words.append(Word(word, x, top, x + 5 * len(word), top + 10, top + 8, style))
            x = words[-1].x1 + 2.5
        x += gap - 2.5
    return words


def texts(words):
    return " ".join(word.text for word in words)


def card(top, label=BLUE, gap=2.5):
    return [
        *line(top, ("Insulate the lofts of the quay", BLACK)),
        *line(top + 14, ("Led by", label), ("Housing", BLACK), gap=gap),
        *line(top + 28, ("Due", label), ("May 2027", BLACK), gap=gap),
    ]


def test_labels_that_come_again_in_a_colour_are_bold_and_before_a_colon():
    found = with_labels([*card(100), *card(200)], ())
    assert texts(found[6:11]) == "Led by: Housing Due: May"
    assert [word.style.bold for word in found[6:11]] == [True, True, False, True, False]


def test_a_label_with_a_gap_behind_it_needs_no_colon():
    found = with_labels([*card(100, gap=30.0), *card(200, gap=30.0)], ())
    assert texts(found[6:9]) == "Led by Housing"
    assert found[6].style.bold


def test_a_label_may_stand_behind_the_value_of_another():
    pairs = [("Led by", BOLD), ("Housing", BLACK), ("Due", BOLD), ("2027", BLACK)]
    prose = line(50, ("We will look after the homes of the quay", BLACK))
    found = with_labels([*prose, *line(100, *pairs), *line(150, *pairs)], ())
    assert texts(found).endswith("Led by: Housing Due: 2027 Led by: Housing Due: 2027")


def test_what_a_text_sets_bold_is_no_label():
    again = [("We will", BOLD), ("insulate the lofts", BLACK)]
    other = [("We are", BOLD), ("glad of any help", BLACK)]
    words = [w for top in (100, 150) for w in (*line(top, *again), *line(top + 14, *other))]
    assert with_labels(words, ()) == words
    once = [*card(100), *line(200, ("Who cares", BLUE), ("Families", BLACK))]
    assert with_labels(once, ()) == once


def test_names_in_colour_that_a_text_prints_in_any_order_are_no_labels():
    names = ("Home Office", "Women's Aid", "Home Office", "Crown Court", "Women's Aid")
    found = [
        word
        for n, name in enumerate(names)
        for word in line(100 + 14 * n, (name, BLUE), ("Guidance says what to do first", BLACK))
    ]
    assert with_labels(found, ()) == found


def test_a_label_of_two_lines_is_bold_in_both():
    def long_card(top):
        more = line(top + 42, ("How we will", BLUE), ("• Fewer calls", BLACK), gap=30.0)
        return [*card(top, gap=30.0), *more, *line(top + 56, ("know", BLUE))]

    found = with_labels([*long_card(100), *long_card(200)], ())
    know = [word for word in found if word.text == "know"]
    assert [word.style.bold for word in know] == [True, True]


def test_a_label_on_a_bar_of_its_own_stands_before_a_colon():
    found = with_labels([*card(100, gap=9.0), *card(200, gap=9.0)], ())
    assert texts(found[6:11]) == "Led by: Housing Due: May"


def test_plain_values_are_no_labels_where_most_words_are_bold():
    pairs = [("Led by", BOLD), ("Housing", BLACK), ("With", BOLD), ("Port", BLACK), ("Due", BOLD)]
    title = line(80, ("Insulate the lofts of the quay", BOLD))
    page = [word for top in (100, 150) for word in (*title, *line(top, *pairs, gap=30.0))]
    assert with_labels(page, ()) == page


def test_a_question_in_a_colour_is_a_label():
    """The line was a heading, and the day lost untold."""

    def asked(top):
        due = line(top + 28, ("When will we do it?", BLUE), ("May 2027", BLACK))
        lead = line(top + 14, ("Led by", BLUE), ("Housing", BLACK))
        return [*line(top, ("Insulate the lofts of the quay", BLACK)), *lead, *due]

    assert "do it?: May" in texts(with_labels([*asked(100), *asked(200)], ()))
