from datetime import date

import pytest

from normalisers.published import find_publication_day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Safe at Home\nPublished 14 February 2025\nForeword", date(2025, 2, 14)),
        ("Date of publication: 03/04/2023", date(2023, 4, 3)),
        ("This plan was published on 1st March 2024 by the partnership", date(2024, 3, 1)),
        ("Issued: 2 June 2022 | Version 3", date(2022, 6, 2)),
        ("Published Spring 2024", None),
        ("Published 2024", None),
        ("The Government published its strategy in July 2021.", None),
        ("The survey of 14 February 2025 was answered by many.", None),
        ("", None),
    ],
)
def test_only_a_day_that_is_announced_as_that_of_publication_counts(opening, day):
    assert find_publication_day(opening) == day
