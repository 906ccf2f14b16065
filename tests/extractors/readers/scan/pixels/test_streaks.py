"""Streaks of a scanner's feeder are wiped from the page; rules of tables stay."""

import numpy as np
import pytest

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.pixels.streaks import without_streaks


def _paper() -> Grey:
    grain = np.random.default_rng(5).normal(240, 5, (1_000, 700))
    return np.clip(grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("wide", "deep"), [(1, 200), (2, 40), (3, 60)])
def test_a_streak_from_edge_to_edge_is_wiped(wide, deep):
    page = _paper()
    page[:, 300 : 300 + wide] -= np.uint8(deep)
    page[200:500, 280:330] = 30  # print hides it
    clean = without_streaks(page)
    assert clean[:190, 300 : 300 + wide].mean() > 225
    assert (clean[200:500, 290:320] == 30).all()


def test_a_rule_that_ends_within_the_margins_stays():
    page = _paper()
    page[40:960, 300:303] = 60
    assert (without_streaks(page) == page).all()


def test_a_page_narrower_than_a_streak_and_its_sides_stays():
    page = np.full((400, 8), 240, dtype=np.uint8)
    assert without_streaks(page).shape == (400, 8)
