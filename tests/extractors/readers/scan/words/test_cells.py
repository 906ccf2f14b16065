"""Cells of a scanned table, set one below another to be recognised."""

import numpy as np
import pytest

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.words.cells import MARGIN, stack_cells

HALF = 128  # grey levels; where Tesseract parts print from paper


@pytest.mark.parametrize(("tone", "letters"), [(187, 255), (60, 250), (255, 30), (200, 40)])
def test_the_letters_of_a_cell_are_dark_on_white_whatever_its_tint(tone: int, letters: int):
    page = np.full((100, 400), tone, dtype=np.uint8)
    page[30:60, 100:120] = letters
    (stack,) = stack_cells(page, [Frame(0, 0, 400, 100)])
    cell = stack.grey[MARGIN:-MARGIN, MARGIN:-MARGIN]
    dark = (cell < HALF).mean()
    assert 0.01 < dark < 0.03  # the letters fill 600 of 35,100 pixels
    assert np.median(cell) > 250


def test_the_grain_of_an_empty_tinted_cell_is_not_made_print():
    grain = np.random.default_rng(7).normal(190, 8, (100, 400)).clip(0, 255).astype(np.uint8)
    grain[20:24, 20:24] = 100  # a speck
    for stack in stack_cells(grain, [Frame(0, 0, 400, 100)]):
        assert (stack.grey < HALF).mean() < 0.002
