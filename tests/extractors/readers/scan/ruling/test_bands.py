"""Shaded areas of a scan: dark heads and rows that are grey in turn."""

import numpy as np

from extractors.readers.pdf.record import Fill
from extractors.readers.scan.ruling.bands import find_bands, lighten, snap
from extractors.readers.scan.ruling.strokes import Segment

DPI = 200
EDGE = 8  # pixels by which the border of a band may be off


def _page() -> np.ndarray:
    """White paper with the grain of a scan."""
    grain = np.random.default_rng(3).normal(248, 4, (800, 1_200))
    return np.clip(grain, 0, 255).astype(np.uint8)


def test_a_dark_head_and_a_pale_row_below_it_are_two_bands():
    page = _page()
    page[100:160, 90:1_100] = 60
    page[120:140, 200:230] = 240  # a light letter
    page[160:240, 90:1_100] -= 16
    page[190:210, 200:230] = 20  # a dark one
    head, row = find_bands(page, DPI)
    assert head.colour == "#3c3c3c"
    assert abs(head.top - 100) <= EDGE
    assert abs(head.bottom - 160) <= EDGE
    assert abs(row.bottom - 240) <= EDGE
    assert (abs(row.x0 - 90) <= EDGE, abs(row.x1 - 1_100) <= EDGE) == (True, True)


def test_the_dark_edge_of_a_scan_and_a_letter_are_no_bands():
    page = _page()
    page[:, :60] = 40
    page[300:330, 400:420] = 30
    assert find_bands(page, DPI) == []


def test_the_shadow_of_a_fold_is_no_band():
    page = _page().astype(np.int16)
    page -= np.linspace(80, 0, 1_200).astype(np.int16)
    assert find_bands(page.astype(np.uint8), DPI) == []


def test_print_that_touches_a_pale_band_is_no_part_of_it():
    page = _page()
    page[160:240, 90:1_100] -= 16
    page[240:272, 120:160] = 20  # a bold letter on the line below
    (band,) = find_bands(page, DPI)
    assert abs(band.bottom - 240) <= EDGE


def test_light_letters_on_a_dark_band_become_dark_ones_on_paper():
    page = np.full((400, 1_200), 250, dtype=np.uint8)
    page[101:161, 93:1_095] = 60
    page[120:140, 200:204] = 245
    even = lighten(page, find_bands(page, DPI))
    assert even[130, 202] < 80
    assert np.median(even[96:166, 88:1_100]) >= 245
    assert (even < 200).sum() == 20 * 4


def test_the_sides_of_a_band_lie_on_the_rules_beside_them():
    band = Fill(112, 160, 1_208, 240, "#d6d6d6")
    across, down = [Segment(163, 118, 1_200)], [Segment(118, 163, 400), Segment(700, 163, 400)]
    assert snap([band], across, down) == [Fill(118, 163, 1_208, 240, "#d6d6d6")]
