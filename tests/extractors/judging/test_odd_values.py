"""What the values of one row say against it: labels, dates and names of other cells in them."""

import pytest

from extractors.judging.values import odd_values, reads_as_headings
from extractors.rows import ActionRow


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"lead": "Harbour Office When Year 2"}, "label inside a value"),
        ({"ref": "3.2 Lead officer Vale"}, "label inside a value"),
        ({"due": "Within 12 months Lead officer Vale"}, "label inside a value"),
        ({"lead": "Harbour Office; Who else is involved? University"}, "label inside a value"),
        ({"lead": "Harbour Office Delivery partners: Vale"}, "label inside a value"),
        ({"due": "31/03/202"}, "date cut short"),
        ({"start": "Septembe 2025"}, "date cut short"),
        ({"due": "2027-2 8"}, "date cut short"),
        ({"lead": "Harbour Office March 2027"}, "date in a lead"),
        ({"lead": "Harbour Office by 31/03/2027"}, "date in a lead"),
        ({"lead": "and Health"}, "lead cut at an end"),
        ({"support": "Police, Vale,"}, "lead cut at an end"),
        ({"ref": "GA4 to be agreed"}, "text in a reference"),
    ],
)
def test_a_value_of_other_cells_or_of_a_part_of_one_is_named(cells, reason):
    assert reason in list(odd_values(ActionRow(cells)))


@pytest.mark.parametrize(
    "cells",
    [
        {"lead": "Strategic Lead, Status Offences Team", "due": "Sept 2025"},
        {"lead": "Vale (Lead Officer)", "due": "September 2025", "ref": "Action 3 b"},
        {"lead": "Sure Start / Support Services", "due": "Q2 2025/26 to Dec 2027"},
        {"lead": "Harbour Office", "support": "Age UK (Vale)", "due": "by 31/03/2027"},
        {"lead": "all partners", "support": "tbc"},
        {"lead": "Is it safe? Alliance", "due": "June 2026? To be agreed"},
        {"lead": "Vale Vision 2030 Board", "support": "Offices named in the Harbours Act of 1964"},
    ],
)
def test_names_that_hold_words_of_headings_and_whole_dates_are_not_odd(cells):
    assert list(odd_values(ActionRow(cells))) == []


def test_a_section_that_names_three_columns_is_a_row_of_headings():
    assert reads_as_headings("Key activity Lead Due date Measures")
    assert not reads_as_headings("Lead by example: support and prevention")
    assert not reads_as_headings("A Regional Action Plan on Responsible Fishing and Status at Sea")
    assert not reads_as_headings("Priority 2: Lead, action and measure")


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("Key activity Lead Due date Measures", ["section of headings"]),
        ("Priority 2: Lead, action and measure", []),
        (None, []),
    ],
)
def test_a_row_under_a_section_that_is_a_row_of_headings_says_so(section, said):
    assert list(odd_values(ActionRow({"activity": "Open a hub"}, section=section))) == said
