"""Rows of scanned pages say so, and what of them was recognised with doubt; they score lower."""

from dataclasses import replace

from extractors.blocks import Box, Place
from extractors.judging.recognised import doubt_recognised
from extractors.rows import ActionRow

ROW = Place((Box(2, 40, 100, 500, 130),))
PICTURE = ("recognised from a picture",)
DOUBTFUL = [Box(2, 45, 104, 60, 116), Box(2, 70, 104, 90, 116)]


def _row(place: Place = ROW, ref: str = "4.1", reasons: tuple[str, ...] = ()) -> ActionRow:
    return ActionRow({"ref": ref, "activity": "Light the quay"}, place=place, reasons=reasons)


def test_doubtful_words_lower_the_row_that_they_stand_in_alone():
    other = Place((Box(2, 40, 130, 500, 160),))
    single = Box(2, 45, 134, 60, 146)
    doubted, sure = doubt_recognised([_row(), _row(other)], (2,), [*DOUBTFUL, single])
    assert doubted.reasons == (*PICTURE, "words recognised with doubt")
    assert doubted.score == 65
    assert (sure.reasons, sure.score) == (PICTURE, 80)


def test_the_same_place_on_another_page_is_not_the_rows():
    (row,) = doubt_recognised([_row()], (2,), [replace(box, page=3) for box in DOUBTFUL])
    assert row.reasons == PICTURE


def test_a_card_of_a_scanned_page_scores_as_a_row_of_a_table_does():
    (card,) = doubt_recognised([_row(reasons=("card",))], (2,), [])
    assert card.reasons == ("card", *PICTURE)


def test_rows_of_printed_pages_stay_as_they_are_and_doubtful_words_of_broken_fonts_count():
    row = _row()
    assert doubt_recognised([row], (1,), []) == (row,)
    (doubted,) = doubt_recognised([row], (), DOUBTFUL)
    assert doubted.reasons == ("words recognised with doubt",)
