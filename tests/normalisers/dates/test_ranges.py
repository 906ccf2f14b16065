"""Ranges, lists and odd cells."""

from datetime import date

import pytest

from tests.normalisers.dates.reading import read


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("March - June 2024", "2024-03/2024-06"),
        ("Nov 2023 – Feb 2024", "2023-11/2024-02"),
        ("Nov – Feb 2024", "2023-11/2024-02"),
        ("from April 2023 to March 2024", "2023-04/2024-03"),
        ("Between March and June 2024", "2024-03/2024-06"),
        ("Oct 23-Mar 24", "2023-10/2024-03"),
        ("01/04/2023 - 31/03/2024", "2023-04-01/2024-03-31"),
        ("01/04/2023-31/03/2024", "2023-04-01/2024-03-31"),
        ("1-5 March 2024", "2024-03-01/2024-03-05"),
        ("25th - 29th March 2024", "2024-03-25/2024-03-29"),
        ("25 and 26 March 2024", "2024-03-25/2024-03-26"),
        ("25 Nov to 10 Dec 2024", "2024-11-25/2024-12-10"),
        ("April 2023 until March 2024", "2023-04/2024-03"),
        ("2023 & 2024", "2023/2024"),
        ("Jan, Feb and March 2024", "2024-01/2024-03"),
        ("March (2024)", "2024-03"),
        ("2024 (March)", "2024-03"),
    ],
)
def test_ranges_and_lists_cover_their_first_to_their_last_day(printed, edtf):
    assert read(printed).edtf == edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("March 2024/25", "2025-03"),
        ("Sept 2023/24", "2023-09"),
        ("March 2024?", "2024-03?"),
        ("March 2024 (was Dec 2023)", "2024-03"),
        ("Dec 2023 – revised to March 2024", "2024-03"),
        ("Revised: June 2024", "2024-06"),
        ("Revised March 2024 (originally Dec 2023)", "2024-03"),
        ("Originally Dec 2023, now March 2024", "2024-03"),
        ("Dec 2023 extended to March 2024", "2024-03"),
        ("March 2024 (revised from January 2024)", "2024-03"),
        ("Dec 2023 (original) March 2024 (revised)", "2024-03"),
        ("extended from March 2024 to June 2024", "2024-06"),
        ("07.11.202", "202X-11-07"),
        ("March 202", "202X-03"),
        ("April 2023 (data collected)", "2023-04"),
        ("Launch event 25 November 2023", "2023-11-25"),
        ("Phase 1 March 2024", "2024-03"),
        ("Completed March 2023", "2023-03"),
        ("Complete - June 2023", "2023-06"),
        ("not before April 2024", "2024-04/.."),
        ("year ending March 2025", "2024-04/2025-03"),
        ("24.11.2022 06.12.2022", "2022-11-24/2022-12-06"),
        ("31 March 2024 (end of Q4)", "2024-03-31"),
    ],
)
def test_odd_cells_keep_the_date_that_counts(printed, edtf):
    assert read(printed).edtf == edtf


def test_several_dates_are_covered_and_say_so():
    value = read("24.11.2023 06.12.2023 16.02.2024")
    assert value.edtf == "2023-11-24/2024-02-16"
    assert value.reasons == ("several dates",)


def test_a_range_that_says_from_has_an_end():
    value = read("from 1 April 2024 to 31 March 2025")
    assert (value.ongoing, value.kind, value.latest) == (False, "interval", date(2025, 3, 31))
