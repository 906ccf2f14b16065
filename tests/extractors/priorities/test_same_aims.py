"""Which aims, printed in several places, are one."""

import pytest

from extractors.priorities.same import MOST_ALIKE, Titles
from extractors.priorities.sets import Found


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("SAFER EVENINGS IN TOWN", None),
        ("Safer evening in town", None),  # a letter lost in the list of contents
        ("Safer evenings in town for all who work late", "Theme 1"),  # the chapter says more
        ("Safer evenings", "Theme 1"),  # the panel says less
    ],
)
def test_a_title_is_known_in_other_case_with_a_slip_or_longer_under_its_label(title, label):
    titles = Titles([Found("Fair work", "Theme 2"), Found("Safer evenings in town", "Theme 1")])
    assert titles.find(Found(title, label)) == 1


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Quiet roads", "Theme 1"),  # the themes of another plan
        ("Safer evenings", None),
        ("Safer evenings", "Priority 1"),
        ("Earn", None),  # short titles differ by a letter
    ],
)
def test_other_titles_are_other_aims(title, label):
    titles = Titles([Found("Learn", None), Found("Safer evenings in town", "Theme 1")])
    assert titles.find(Found(title, label)) is None


def test_titles_alike_that_are_counted_apart_are_two_aims():
    titles = Titles([Found("Safe homes for young adults", "Priority 2")])
    assert titles.find(Found("Safe homes for young adult", None)) == 0
    assert titles.find(Found("Safe homes for older adults", "Priority 3")) is None
    uncounted = Titles([Found("Safe homes for young adults", None)])
    assert uncounted.find(Found("Safe homes for young adult", "Priority 2")) == 0


def test_among_very_many_titles_only_equal_ones_are_one():
    titles = Titles(Found(f"Quiet roads in the ward of number {n}") for n in range(MOST_ALIKE + 1))
    assert titles.find(Found("Quiet roads in the ward of number 40")) == 40
    assert titles.find(Found("Quiet roads in the wards of number 40")) is None
