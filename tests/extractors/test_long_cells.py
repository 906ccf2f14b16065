"""Cells of very many spaces or words are judged in time that grows with their length alone."""

import time
from collections.abc import Callable

import pytest

from extractors.columns.contents import is_number
from extractors.columns.headings import read_heading
from extractors.layouts.labels.two_fields import split_date
from extractors.sections import section_from

SPACES = " " * 10_000
MOST = 0.2  # seconds; each takes 0.01 at most, and took 1 s or more while it tried every space anew


@pytest.mark.parametrize(
    ("judge", "text"),
    [
        (read_heading, f"Lead{SPACES}Timescale"),
        (read_heading, f"Lead{SPACES}agency"),
        (is_number, f"1{SPACES}lamps"),
        (is_number, f"1{SPACES}k{SPACES}lamps"),
        (split_date, f"Harbour{SPACES}Trust May 2026"),
        (split_date, "Early Years " * 3_000),
        (section_from, f"Homes{SPACES}{'(' * 10_000}lamps"),
    ],
)
def test_a_cell_of_ten_thousand_spaces_is_judged_in_a_moment(
    judge: Callable[[str], object], text: str
):
    began = time.perf_counter()
    judge(text)
    assert time.perf_counter() - began < MOST
