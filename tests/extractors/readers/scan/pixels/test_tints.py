"""Colours of a scan's cells: what may be a rating is kept, grey and pale shades are not."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.readers.pdf.record import Fill, Rule
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.scan.pixels.tints import DPI, straightened

PIXELS = DPI / 72
ACROSS = tuple(Rule(y, 72.0, 432.0) for y in (72.0, 108.0, 144.0, 180.0))
DOWN = tuple(Rule(x, 72.0, 180.0) for x in (72.0, 360.0, 432.0))
RED, GREEN, PALE, GREY = "#dc3c34", "#5aa84f", "#fbe4d5", "#8c8c8c"


def _page(*colours: str | None, text: str = "") -> np.ndarray:
    """Three rows of a table, the last cell of each in a colour; letters on it are black."""
    page = Image.new("RGB", (round(500 * PIXELS), round(250 * PIXELS)), "#f4f4f2")
    draw = ImageDraw.Draw(page)
    for row, colour in enumerate(colours):
        top = (72 + 36 * row) * PIXELS
        if colour is not None:
            draw.rectangle((360 * PIXELS, top, 432 * PIXELS, top + 36 * PIXELS), fill=colour)
        draw.text((370 * PIXELS, top + 12), text, fill="#101010")
    return np.asarray(page)


def test_cells_in_a_strong_colour_are_filled_with_it():
    grids = find_grids(ACROSS, DOWN)
    fills = straightened(_page(RED, None, GREEN, text="Late"), 0.0, DPI).fills(grids)
    assert fills == [Fill(360, 72, 432, 108, RED), Fill(360, 144, 432, 180, GREEN)]


def test_the_cells_of_a_page_too_large_for_a_full_picture_are_too():
    half = np.ascontiguousarray(_page(RED, None, GREEN)[::2, ::2])
    fills = straightened(half, 0.0, DPI // 2).fills(find_grids(ACROSS, DOWN))
    assert fills == [Fill(360, 72, 432, 108, RED), Fill(360, 144, 432, 180, GREEN)]


@pytest.mark.parametrize("colour", [PALE, GREY, "#202830"])
def test_pale_grey_and_dark_cells_are_not(colour):
    page = _page(colour, RED, RED)
    fills = straightened(page, 0.0, DPI).fills(find_grids(ACROSS, DOWN))
    assert [fill.top for fill in fills] == [108, 144]


def test_a_cell_that_changes_its_colour_where_a_row_ends_is_two():
    lost = Rule(ACROSS[1].at, 72.0, 360.0), Rule(ACROSS[2].at, 72.0, 360.0)
    rules = (ACROSS[0], *lost, ACROSS[3])
    tints = straightened(_page(GREEN, GREEN, RED), 0.0, DPI)
    assert tints.cuts(find_grids(rules, DOWN)) == [Rule(144, 360, 432)]
    grids = find_grids((*rules, Rule(144, 360, 432)), DOWN)
    assert [(fill.top, fill.bottom, fill.colour) for fill in tints.fills(grids)] == [
        (72, 144, GREEN),
        (144, 180, RED),
    ]


def test_a_cell_half_red_half_green_in_one_row_says_nothing():
    page = _page(RED, None, None).copy()
    page[: round(90 * PIXELS), round(396 * PIXELS) :] = (90, 168, 79)
    page[round(90 * PIXELS) : round(108 * PIXELS), round(360 * PIXELS) :] = (20, 90, 220)
    assert straightened(page, 0.0, DPI).fills(find_grids(ACROSS, DOWN)) == []


def test_colours_are_looked_for_where_they_stand_after_straightening():
    page = _page(None, GREEN, None)
    crooked = np.asarray(Image.fromarray(page).rotate(2.5, fillcolor=(244, 244, 242)))
    (fill,) = straightened(crooked, -2.5, DPI).fills(find_grids(ACROSS, DOWN))
    assert (fill.top, fill.colour) == (108, GREEN)


def test_a_grey_page_has_no_colours():
    assert straightened(_page(GREY, None, "#000000"), 1.0, DPI).straight is None
