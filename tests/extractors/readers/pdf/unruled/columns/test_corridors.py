"""What lines leave free between columns, and words too long for the cell that they begin."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Frame, Style, Word
from extractors.readers.pdf.unruled.columns.corridors import (
    Columns,
    columns_below,
    columns_of,
    fits,
    narrowed_by,
    starts_below,
)
from tests.extractors.readers.pdf_fixtures import words

HEADS = tuple(Frame(x0, 50.0, x1, 60.0) for x0, x1 in ((40, 55), (90, 120), (250, 270), (330, 350)))
SHADED = Columns(
    tuple(Frame(a, 50.0, b, 60.0) for a, b in ((40, 86), (90, 246), (250, 326), (330, 380))),
    (((86.0, 90.0),), ((246.0, 250.0),), ((326.0, 330.0),)),
    stated=True,
)
OPEN = columns_below(HEADS)


def line_of(*pieces):
    """A line of 10 points, each letter 5 wide and 3 between words."""
    style = Style(10.0, False, False, "#000000")
    made = []
    for x, piece in pieces:
        for text in piece.split():
            made.append(Word(text, x, 70, x + 5 * len(text), 80, 78, style))
            x += 5 * len(text) + 3
    (line,) = make_lines(made)
    return line


def narrowed(columns, *pieces):
    """What a line leaves free of the columns."""
    return narrowed_by(columns, line_of(*pieces))


def test_text_of_a_column_narrows_what_is_free_after_it():
    free = narrowed(OPEN, (40, "A1"), (90, "Light the towpath"), (250, "Parks"), (330, "May"))
    assert free.free == [(55.0, 90.0), (171.0, 250.0), (275.0, 330.0)]


def test_text_between_two_heads_leaves_a_stretch_free_on_either_side():
    columns = narrowed(OPEN, (90, "Light the towpath"), (285, "Parks"), (330, "May"))
    assert columns.gaps[2] == ((270.0, 285.0), (310.0, 330.0))
    assert narrowed(columns, (272, "All the neighbours")) is None


def test_a_full_line_alone_that_begins_as_its_column_does_keeps_to_it():
    """The row of the one line that filled its column to 2 points before the next was a title."""
    full = narrowed(OPEN, (90, "Light the towpath and the old brid"))
    assert full is not None and full.free[1] == (248.0, 250.0)
    assert narrowed(OPEN, (100, "Light the towpath and the old br")) is None
    assert narrowed(OPEN, (90, "Light the towpath and the old brid ge for all")) is None


def test_a_line_that_ends_before_a_narrow_border_keeps_to_it():
    close = narrowed(OPEN, (40, "A1"), (90, "Light the towpath and the old brid"), (250, "Parks"))
    low, high = close.free[1]
    assert high - low < 3
    assert narrowed(close, (90, "by May")) == close


@pytest.mark.parametrize("columns", [OPEN, SHADED])
def test_a_word_too_long_for_its_cell_closes_no_column_where_the_next_begins(columns):
    assert narrowed(columns, (90, "Light it"), (250, "Communicationsteams"), (330, "May"))
    assert narrowed(columns, (250, "Communicationsteams"))


@pytest.mark.parametrize("columns", [OPEN, SHADED])
def test_a_heading_over_the_columns_keeps_to_none(columns):
    assert narrowed(columns, (40, "Preventionandearly intervention in every school")) is None
    assert narrowed(columns, (40, "Safer journeys by day and by night for everyone here")) is None


def test_a_bullet_hard_by_a_shaded_border_stands_in_the_column_after_it():
    line = (90, "Light the towpath by the old mi"), (246.5, "•"), (258, "Lit by May")
    assert narrowed(SHADED, *line) == SHADED


def test_a_heading_that_runs_over_a_border_fills_no_columns():
    heading = make_lines(words(60, (40, "Priority 3: Promote media safety"), size=16))
    short = make_lines(words(80, (40, "Careful reports save lives")))
    row = make_lines(words(100, (40, "Map the need"), (250, "Health")))
    known = columns_of((30.0, 200.0, 400.0))
    assert heading[0].x1 > 200
    assert not fits([*heading, *short], known, 1)
    assert fits([*heading, *row], known, 1)


def test_two_heads_as_close_as_words_are_cut_where_texts_below_begin():
    heads = line_of((40, "Action"), (180, "Lead"), (260, "Timeframe KPI"))
    assert [words[0].text for words in heads.pieces] == ["Action", "Lead", "Timeframe"]
    first = line_of((40, "Light the towpath"), (180, "Parks"), (260, "2025"), (308, "Lamps lit"))
    full = line_of((40, "Survey paths"), (180, "Roads"), (260, "2024-2025"), (308, "Maps"))
    later = line_of((40, "Train wardens"), (180, "Parks"), (260, "Annual"), (308, "Wardens"))
    assert starts_below([heads], [first, full, later]) == [308.0]
    across = line_of((260, "Every spring and autumn"))
    assert starts_below([heads], [first, full, across, later]) == []


@pytest.mark.parametrize(
    ("head", "second", "texts"),
    [
        ("By when", 193, (("31", "March"), ("30", "June"), ("31", "May"))),  # one text a row
        ("Key actions", 198, (("1.", "Light"), ("2.", "Survey"), ("3.", "Train"))),  # its items
    ],
)
def test_a_head_of_two_words_over_one_text_stays_one(head, second, texts):
    heads = line_of((40, "Aim"), (100, "Lead"), (180, head))
    assert heads.words[-1].x0 == second
    body = [line_of((40, "Parks"), (100, "Roads"), (180, a), (second, b)) for a, b in texts]
    assert starts_below([heads], body) == []


@pytest.mark.parametrize(("second", "starts"), [(61, [61.0]), (58, [])])
def test_heads_wider_apart_than_words_need_no_text_below_the_left_one(second, starts):
    """Above the rest of a row that a page's end cut "Ref  Action" was one head."""
    heads = line_of((40, "Ref"), (second, "Action"), (180, "Lead"))
    assert len(heads.pieces) == 2
    body = [line_of((second, "already on offer")), line_of((second, "to all of them."))]
    assert starts_below([heads], body) == starts


def test_a_word_too_long_for_its_cell_closes_no_column_where_an_item_stands_clear_of_it():
    """The item is indented behind its mark, and begins no column."""
    assert narrowed(OPEN, (90, "Board"), (250, "Commissioning,xyz"), (365, "cases")) == narrowed(
        OPEN, (90, "Board")
    )
    assert narrowed(OPEN, (250, "Commissioning,xyz of services")) is None
