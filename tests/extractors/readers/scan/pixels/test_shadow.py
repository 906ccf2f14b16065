"""Shadows of the fold at a page's edge are lightened; bars and dark edges are left."""

import numpy as np
import pytest

from extractors.readers.scan.contrast import is_printed
from extractors.readers.scan.pixels.shadow import without_shadow
from extractors.readers.scan.words.words import SeenWord


def _page() -> np.ndarray:
    """Paper of 250 with a line of print every thirty rows."""
    page = np.full((600, 800), 250, dtype=np.uint8)
    page[::30, 100:700] = 20
    return page


def _shaded(page: np.ndarray) -> np.ndarray:
    share = np.ones(800)
    share[600:] = np.linspace(1, 0.6, 200)
    return (page * share).astype(np.uint8)


def test_paper_in_the_shadow_of_the_fold_is_as_light_as_elsewhere():
    lit = without_shadow(_shaded(_page()))
    assert lit[5, 600:].min() >= 240
    assert lit[30, 650] < 60  # print stays print


def test_a_shadow_at_the_left_edge_is_lightened_too():
    lit = without_shadow(_shaded(_page())[:, ::-1])
    assert lit[5, :200].min() >= 240


def test_the_fold_of_a_page_that_was_scanned_sideways_is_lightened_too():
    shaded = np.ascontiguousarray(_shaded(_page()).T)
    assert without_shadow(shaded)[600:, 5].min() >= 240


@pytest.mark.parametrize("tone", [160, 40])
def test_a_bar_or_a_dark_edge_ends_with_a_step_and_stays(tone):
    page = _page()
    page[:, 720:] = tone
    assert np.array_equal(without_shadow(page), page)


def test_an_even_page_stays_as_it_is():
    page = _page()
    assert np.array_equal(without_shadow(page), page)


@pytest.mark.parametrize(
    ("paper", "ink", "printed"),
    [(245, 30, True), (245, 180, True), (70, 240, True), (245, 222, False), (245, 245, False)],
)
def test_what_shines_through_from_the_back_is_no_print(paper, ink, printed):
    grey = np.full((40, 120), paper, dtype=np.uint8)
    grey[10:30, 10:110:8] = ink
    assert is_printed(grey, SeenWord("lamps", 8, 8, 112, 32, 40.0, (1, 1, 1))) is printed
