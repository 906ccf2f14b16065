"""Borders in dark heads of scans that print cannot show, and thick rules rubbed out."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.ruling.heads import dark_heads, through_heads, through_labels
from extractors.readers.scan.ruling.rubbing import rub_out
from extractors.readers.scan.ruling.strokes import Segment

DPI = 200
XS = (100, 700, 1100, 1500)
ACROSS = (Segment(200, 100, 1500), Segment(270, 100, 1500), Segment(400, 100, 1500))
SIDES = [Segment(100, 200, 400), Segment(1500, 200, 400)]
INNER = [Segment(700, 270, 400), Segment(1100, 268, 400)]


def _black_head(*titles: tuple[int, str]) -> Grey:
    """A table's head in black, with white titles at some x, and its lines below in black."""
    page = Image.new("L", (1600, 500), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((100, 200, 1500, 270), fill=0)
    for x in XS:
        draw.line((x, 270, x, 400), fill=0, width=4)
    for x, title in titles:
        draw.text((x, 215), title, fill=255, font=ImageFont.load_default(28))
    return np.array(page)


def test_the_lines_below_a_black_head_part_it_where_each_part_has_its_title():
    grey = _black_head((120, "Commitment"), (720, "Owner"), (1120, "Deadline"))
    down = through_heads(grey, ACROSS, [*SIDES, *INNER], DPI)
    assert sorted((line.at, line.start) for line in down) == [(x, 200) for x in XS]


def test_a_black_row_with_one_title_over_all_columns_stays_whole():
    down = [*SIDES, *INNER]
    long = (
        "Theme 3: Safer streets, stations and parks for all who live, work or travel in Marsh Vale"
    )
    for title in ("Theme 3: Safer streets", long):
        assert through_heads(_black_head((120, title)), ACROSS, down, DPI) == down


def test_a_head_on_white_paper_is_left_as_its_lines_are():
    grey = 255 - _black_head((120, "Commitment"), (720, "Owner"), (1120, "Deadline"))
    assert through_heads(grey, ACROSS, [*SIDES, *INNER], DPI) == [*SIDES, *INNER]


def test_a_dark_head_between_two_lines_is_found_though_a_pen_crosses_its_edge():
    grey = _black_head((120, "Commitment"))
    grey[180:206, 900:1_000] = 30
    (head,) = dark_heads(grey, ACROSS, DPI)
    assert head[:4] == (100, 200, 1_500, 270)


def test_white_dots_of_a_copy_on_a_hidden_border_are_no_print():
    grey = _black_head((120, "Commitment"), (720, "Owner"), (1120, "Deadline"))
    for y in range(210, 260, 8):
        grey[y : y + 2, 701:703] = 255
    assert len(through_heads(grey, ACROSS, INNER, DPI)) == 2
    assert {line.start for line in through_heads(grey, ACROSS, INNER, DPI)} == {200}


def test_a_thick_rule_goes_and_the_letter_two_pixels_from_it_stays():
    grey = np.full((300, 200), 250, dtype=np.uint8)
    grey[:, 96:104] = 110
    grey[40:60, 106:109] = 20
    clean = rub_out(grey, [], [Segment(95, 0, 300), Segment(102, 0, 300)])
    assert (clean[:, 90:105] == 250).all()
    assert (clean[40:60, 106:109] == 20).all()


def test_a_thin_rule_goes_with_its_blur():
    grey = np.full((200, 300), 250, dtype=np.uint8)
    grey[99:102] = ((200,), (90,), (200,))
    assert (rub_out(grey, [Segment(100.5, 0, 300)], []) == 250).all()


def test_a_rule_that_wanders_goes_all_along():
    grey = np.full((200, 1_200), 250, dtype=np.uint8)
    for x in range(1_200):
        y = 97 + 6 * x // 1_200
        grey[y : y + 3, x] = 20
    assert (rub_out(grey, [Segment(101, 0, 1_200)], []) == 250).all()


def _black_labels(*titles: tuple[int, str]) -> Grey:
    """A table's first column in black, with white labels at some y, and its rows beside it."""
    page = Image.new("L", (1000, 500), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((100, 100, 400, 400), fill=0)
    for y in (200, 300):
        draw.line((400, y, 900, y), fill=0, width=4)
    for y, title in titles:
        draw.text((120, y + 30), title, fill=255, font=ImageFont.load_default(28))
    return np.array(page)


@pytest.mark.parametrize(
    ("titles", "starts"),
    [
        (((100, "Action"), (200, "Lead"), (300, "By when")), [100, 100]),
        (((200, "Safer streets"),), [400, 350]),
    ],
)
def test_rows_go_on_through_a_black_column_where_each_has_its_label(titles, starts):
    down = [Segment(x, 100, 400) for x in (100, 400, 900)]
    rows = [Segment(200, 400, 900), Segment(300, 350, 900)]  # of one a little shows in the black
    borders = [Segment(y, 100, 900) for y in (100, 400)]
    found = through_labels(_black_labels(*titles), [*borders, *rows], down, DPI)
    assert [line.start for line in sorted(found, key=lambda line: line.at)[1:3]] == starts
