"""Months by name, and days that a document states."""

import re

import pytest

from extractors.months import MONTHS, PART_OF_YEAR, iso_day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        (("8", "March", "2024"), "2024-03-08"),
        (("01", "SEPT", "2026"), "2026-09-01"),
        (("29", "2", "2028"), "2028-02-29"),
        (("29", "2", "2027"), None),
        (("3", "Mercury", "2027"), None),
        (("3", "13", "2027"), None),
    ],
)
def test_a_stated_day_is_read_where_there_is_such_a_day(printed, day):
    assert iso_day(*printed) == day


@pytest.mark.parametrize("name", [*MONTHS, "Sept", "jan", "autumn", "Q3"])
def test_months_quarters_and_seasons_are_parts_of_a_year(name):
    assert re.fullmatch(PART_OF_YEAR, name, re.IGNORECASE)


@pytest.mark.parametrize("name", ["Q5", "week 3", "2027"])
def test_other_words_are_no_parts_of_a_year(name):
    assert re.fullmatch(PART_OF_YEAR, name, re.IGNORECASE) is None
