"""Columns that claim the same field, and those whose cells say otherwise than their heading."""

import pytest

from .test_columns import fields


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Action|Lead|Duplicates an action?", ["activity", "lead", None]),
        ("Task|Does it need a lead?|Owner", ["activity", None, "lead"]),
        ("Action|Measures|Evidence of our progress", ["activity", "measures", "measures"]),
    ],
)
def test_a_heading_that_mentions_a_field_leaves_it_to_the_column_headed_by_it(header, expected):
    assert fields(header, "|".join("some words here" for _ in expected)) == expected
