"""Dates with their labels behind a name, in the row of a form that has a label for the name."""

import pytest

from extractors.blocks import Heading
from extractors.grid import grid_of
from extractors.layouts.plain.dated import part_dates
from tests.extractors.tables import found, pick, table

FORM = (
    "Action|Clear the backlog of overdue assessments\n"
    "Accountable officer|Assistant Director, SEND\n"
    "Supported by|{}\n"
    "Success measure|No assessment older than 20 weeks"
)


@pytest.mark.parametrize(
    "form",
    [
        FORM.format("Psychology Service Start Nov 2025 End July 2026"),
        "Action|Clear the backlog of overdue assessments|<|<\n"
        "Accountable officer|Assistant Director, SEND|<|<\n"
        "Supported by|Psychology Service|Start Nov 2025|End July 2026\n"
        "Success measure|No assessment older than 20 weeks|<|<",
    ],
    ids=["one cell", "three cells"],
)
def test_dates_behind_who_supports_are_in_the_row_of_a_form(form):
    """A council's plan for children with special needs, of sheets of one action each."""
    rows = found(Heading("Area for action 1: Plans in time", 1), table(form))
    assert pick(rows, "lead", "support", "start", "due") == [
        ("Assistant Director, SEND", "Psychology Service", "Nov 2025", "July 2026")
    ]


@pytest.mark.parametrize(
    "value",
    [
        "Psychology Service",
        "Start Well Partnership",  # a name that holds the word
        "Psychology Service and the Fresh Start Team",
        "Psychology Service Start Nov 2025",  # one date may be of either
        "Start Nov 2025 End July 2026",  # nobody
    ],
)
def test_other_values_are_left_as_they_are(value):
    form = table(FORM.format(value))
    assert part_dates(grid_of(form)) is form
