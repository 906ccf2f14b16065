"""A row with words that were recognised with doubt says so and scores lower."""

from extractors.blocks import Box, Place
from extractors.judging.doubts import doubt_unsure
from extractors.rows import ActionRow

ROW = Place((Box(2, 40, 100, 500, 130),))
PICTURE = ("recognised from a picture",)


def _row(place: Place) -> ActionRow:
    return ActionRow({"ref": "4.1", "activity": "Light the quay"}, place=place, reasons=PICTURE)


def test_a_doubtful_word_lowers_the_row_that_it_stands_in_alone():
    other = Place((Box(2, 40, 130, 500, 160),))
    doubted, sure = doubt_unsure([_row(ROW), _row(other)], [Box(2, 45, 104, 60, 116)])
    assert doubted.reasons == (*PICTURE, "words recognised with doubt")
    assert doubted.score == 50
    assert sure.reasons == PICTURE


def test_the_same_place_on_another_page_is_not_the_rows():
    (row,) = doubt_unsure([_row(ROW)], [Box(3, 45, 104, 60, 116)])
    assert row.reasons == PICTURE
