"""Shaded areas of a scan: dark heads and rows that are grey in turn."""

import numpy as np

from extractors.readers.scan.bands import find_bands

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
