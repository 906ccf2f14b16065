"""The ends of a dark head are no sides of a table that has none."""

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.ruling.sides import without_band_ends, without_head_sides
from extractors.readers.scan.ruling.strokes import Segment

DPI = 200
ACROSS = [Segment(y, 100, 1_500) for y in (200, 260, 340, 420)]
INNER = [Segment(500, 200, 500), Segment(900, 200, 500)]
SIDES = [Segment(101, 199, 261), Segment(1_499, 199, 261)]


def test_the_ends_of_a_head_go_where_the_rows_below_end_in_the_air():
    assert without_head_sides(ACROSS, [*SIDES, *INNER], DPI) == INNER


def test_sides_that_go_on_beside_the_rows_stay():
    sides = [*SIDES, Segment(100, 262, 420), Segment(1_500, 262, 420)]
    assert without_head_sides(ACROSS, [*sides, *INNER], DPI) == [*sides, *INNER]


def test_the_sides_of_a_box_without_columns_stay():
    assert without_head_sides(ACROSS[:2], SIDES, DPI) == SIDES


HEAD = Fill(100, 200, 1_500, 260, "#464646")


def test_two_ends_of_a_band_without_ruled_columns_are_no_frame():
    assert without_band_ends(ACROSS, [*SIDES, Segment(60, 0, 900)], [HEAD], DPI) == [
        Segment(60, 0, 900)
    ]


def test_columns_ruled_in_a_band_alone_go_with_its_ends():
    heads = [*SIDES, Segment(700, 200, 260), Segment(1_100, 202, 258)]
    assert without_band_ends(ACROSS, heads, [HEAD], DPI) == []


def test_the_lines_of_a_band_stay_where_rows_below_have_some():
    sides = [Segment(101, 199, 420), Segment(1_499, 199, 420)]
    assert without_band_ends(ACROSS, sides, [HEAD], DPI) == sides
    heads = [*SIDES, Segment(700, 200, 260), Segment(101, 290, 420), Segment(1_499, 290, 420)]
    assert without_band_ends(ACROSS, heads, [HEAD], DPI) == heads


def test_the_sides_of_a_shaded_column_of_labels_stay_where_rules_go_on_beside_it():
    labels = Fill(100, 200, 500, 420, "#d0d0d0")
    down = [Segment(x, 200, 420) for x in (100, 500, 1_500)]
    assert without_band_ends(ACROSS, down, [labels], DPI) == down


def test_the_sides_of_a_shaded_cell_between_white_ones_stay():
    """ "Importance" stood on grey between "SM/04" and "High", and the three were read as one."""
    label = Fill(700, 260, 1_000, 340, "#d0d0d0")
    down = [Segment(x, 259, 341) for x in (700, 1_000)]
    frame = [Segment(x, 200, 420) for x in (100, 1_500)]
    assert without_band_ends(ACROSS, [*frame, *down], [label], DPI) == [*frame, *down]
