"""Places on crooked scans: those of the straightened page are told on the page as displayed."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.blocks import Box, Place
from extractors.extract import as_displayed, extract
from extractors.readers import pdf
from extractors.rows import ActionRow
from extractors.slant import STEP_PT, Slant

DOCUMENTS = Path(__file__).parent.parent / "documents"
A4 = (595.0, 842.0)


def _row(*boxes: Box) -> ActionRow:
    return ActionRow({"activity": "Repair the harbour lamps"}, place=Place(boxes))


def test_a_page_that_was_turned_anticlockwise_stands_lower_on_the_right_as_displayed():
    x, y = Slant(1, 2.0, *A4).displayed(597.5, 421.0)
    assert (x, y) == (pytest.approx(597.3, abs=0.1), pytest.approx(431.5, abs=0.1))


@given(st.floats(-3.5, 3.5), st.floats(0, 595), st.floats(0, 842))
def test_there_and_back_is_the_same_place(angle, x, y):
    slant = Slant(1, angle, *A4)
    assert slant.straightened(*slant.displayed(x, y)) == (pytest.approx(x), pytest.approx(y))


@given(st.floats(-3.5, 3.5), st.floats(60, 500), st.floats(60, 760))
def test_every_word_of_a_row_lies_in_its_boxes_as_displayed(angle, x, y):
    slant = Slant(1, angle, *A4)
    right, down = slant.displayed(x, y)
    boxes = slant.boxes(60, 50, 535, 780)
    assert any(a <= right <= c and b <= down <= d for a, b, c, d in boxes)


def test_a_long_row_of_a_crooked_page_takes_no_neighbour_along():
    boxes = Slant(1, 3.0, *A4).boxes(40, 400, 555, 420)
    assert len(boxes) == 5
    assert max(bottom - top for _, top, _, bottom in boxes) <= 20 + STEP_PT
    assert boxes[-1][1] - boxes[0][1] > 20  # in one box it would be twice as high


def test_only_boxes_of_crooked_pages_are_moved():
    straight, crooked = Box(1, 40, 100, 555, 120), Box(2, 40, 100, 555, 120)
    (row,) = as_displayed([_row(straight, crooked)], [Slant(2, 0.5, *A4)])
    assert row.place.boxes[0] == straight
    assert [(box.page, round(box.top), round(box.bottom)) for box in row.place.boxes[1:]] == [
        (2, 98, 122)
    ]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract")
@pytest.mark.parametrize("corner", [(66, 266), (757, 205)])  # inside the row's cells as displayed
def test_the_boxes_of_a_crooked_scan_cover_the_row_from_its_lower_left_to_its_upper_right(corner):
    x, y = corner
    first, *others = extract(pdf.read((DOCUMENTS / "scan_skewed.pdf").read_bytes())).actions
    assert any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for box in first.place.boxes)
    assert not any(
        box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
        for row in others
        for box in row.place.boxes
    )
