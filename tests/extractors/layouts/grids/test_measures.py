"""A measures cell item by item."""

import pytest

from extractors.blocks import Cell, Paragraph
from extractors.layouts.grids.measures import measures_of, split_items


@pytest.mark.parametrize(
    ("paragraphs", "items"),
    [
        ([Paragraph("Fewer calls"), Paragraph("More trust")], ["Fewer calls", "More trust"]),
        (
            [Paragraph("Fewer calls", "(a)"), Paragraph("More trust", "(b)")],
            ["Fewer calls", "More trust"],
        ),
        ([Paragraph("Pupils:"), Paragraph("feel safe", "•")], ["feel safe"]),
        ([Paragraph("Calls", "1."), Paragraph("counted each week")], ["Calls counted each week"]),
        ([Paragraph("25 trained; 60 shops done")], ["25 trained; 60 shops done"]),
        ([], []),
    ],
)
def test_items_lose_their_markers_and_the_stem_is_none(paragraphs, items):
    assert split_items(paragraphs) == items


def test_a_number_in_a_cell_of_its_own_makes_one_item_of_the_row():
    number = Cell(0, 2, (Paragraph("", "1."),))
    text = Cell(0, 3, (Paragraph("Forum in place"), Paragraph("and heard at every board")))
    assert measures_of([[number, text]]) == ("Forum in place and heard at every board",)
