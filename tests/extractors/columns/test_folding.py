"""Headings that are printed in several ways are looked up under one key."""

import pytest

from extractors.columns.folding import fold_heading, fold_words


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Success Measure(s) and/or Targets", "success measure target"),
        ("Respon- sible", "Responsible"),
        ("How we'll know", "How we will know"),
        ("The L\u0415\u0410D", "Lead"),  # Cyrillic Ie and A
        ("Programme organization", "program organisation"),
    ],
)
def test_two_printings_of_one_heading_have_one_key(printed, plain):
    assert fold_heading(printed) == fold_heading(plain)


def test_endings_that_are_no_plural_stay():
    assert fold_words("Status of access") == ("status", "of", "access")
