"""Columns that claim the same field, and those whose cells say otherwise than their heading."""

import pytest

from tests.extractors.columns.test_fields import fields


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Action|Lead|Duplicates an action?", ["activity", "lead", None]),
        ("Task|Does it need a lead?|Owner", ["activity", None, "lead"]),
        ("Portfolio|Action|Lead", ["ignore", "activity", "lead"]),
        (
            "Evidence and rationale|Planned action|Outputs and milestones|Owner|Success measures",
            ["ignore", "activity", "ignore", "lead", "measures"],
        ),
        ("Action|Implementation by|Timescale", ["activity", "lead", "due"]),
        ("Action|Measures|Evidence of our progress", ["activity", "measures", "measures"]),
    ],
)
def test_a_heading_that_mentions_a_field_leaves_it_to_the_column_headed_by_it(header, expected):
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


def test_the_second_of_two_columns_of_bodies_says_when_where_it_holds_dates():
    dates = "Open a workshop|Library|May 2027\nLend saws|Museum|June 2027"
    assert fields("We will|Led by|Delivered by", dates) == ["activity", "lead", "due"]
    bodies = "Open a workshop|Library|Friends of Oak Lane"
    assert fields("We will|Led by|Delivered by", bodies) == ["activity", "lead", "support"]


@pytest.mark.parametrize("heading", ["Timescale (months)", "Quarter"])
def test_figures_say_when_but_below_a_counted_year(heading):
    figures = "Open a workshop|Library|2\nLend saws|Museum|3"
    assert fields(f"Action|Lead|{heading}", figures) == ["activity", "lead", "due"]
    assert fields("Action|Lead|Year 1", figures) == ["activity", "lead", "ignore"]


def test_a_time_is_when_an_action_is_due_where_it_holds_dates_and_none_in_a_programme():
    dates = "Open a workshop|Library|May 2027\nLend saws|Museum|June 2027"
    assert fields("Activity|Responsible|Time", dates) == ["activity", "lead", "due"]
    hours = "Open a workshop|Library|10.00\nLend saws|Museum|11.30"
    assert fields("Activity|Responsible|Time", hours) == ["activity", "lead", "against"]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("Set up a lending library of tools\nTrain forty members to mend saws", "activity"),
        ("Four hundred tools lent\nForty members trained in mending", "ignore"),
    ],
)
def test_outputs_are_the_actions_where_they_promise_and_no_others_are_named(cells, field):
    body = "\n".join(f"Tools for all|{cell}|Library|2027|Loans" for cell in cells.split("\n"))
    named = fields("Outcome|Output|Lead agency|Timeframe|Indicators", body)
    assert named == ["objective", field, "lead", "due", "measures"]


def test_an_intended_outcome_right_of_the_measures_that_are_the_actions_is_a_test_of_them():
    body = "Set up a lending library of tools|Tools are shared|Loans|Library|2027"
    header = "Measures|Intended outcome|Performance indicator|Ownership|Timescale"
    assert fields(header, body) == ["activity", "measures", "measures", "lead", "due"]


def test_levels_below_impact_show_no_success():
    body = "Open a workshop|{}|Library|May 2027\nLend saws|{}|Museum|June 2027"
    header = "Action|Impact|Lead|By when"
    assert fields(header, body.format("High", "Low")) == ["activity", "ignore", "lead", "due"]
    told = body.format("More tools are mended", "Fewer are bought")
    assert fields(header, told) == ["activity", "measures", "lead", "due"]


@pytest.mark.parametrize(
    ("heading", "figures", "field"),
    [
        ("Priority", "13", "rating"),
        ("Priority", "17", "section"),
        ("Links to priority", "13", "section"),
        ("Theme", "12", "section"),
    ],
)
def test_figures_below_priority_rate_an_action_unless_they_count_the_aims(heading, figures, field):
    rows = "\n".join(f"Open a workshop {figure}|{figure}|Library|2027" for figure in figures)
    named = fields(f"Action|{heading}|Lead|By when", rows)
    assert named == ["activity", field, "lead", "due"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("WRES/WDES aim|Action|Owner", ["objective", "activity", "lead"]),
        ("Equality goal|Action|Owner", ["objective", "activity", "lead"]),
        ("Aim|Owner|Deadline", ["activity", "lead", "due"]),
        ("Rationale|Planned action|Owner", ["ignore", "activity", "lead"]),
    ],
)
def test_a_kind_of_aim_is_what_actions_serve_and_why_they_are_needed_is_none(header, expected):
    """A trust's race and disability plan, and a university's, whose rationales are no aims."""
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            "What difference will it make?|Actions for 2026/27|Lead officer|Measures of success",
            ["objective", "activity", "lead", "measures"],
        ),
        (
            "Action|Lead officer|What difference will it make?",
            ["activity", "lead", "measures"],
        ),
        (
            "Driver|Intended outcome|Action|Lead|How impact will be assessed",
            ["section", "objective", "activity", "lead", "measures"],
        ),
        ("Driver|Action|Lead", ["objective", "activity", "lead"]),
    ],
)
def test_outcomes_beside_measures_are_what_actions_serve(header, expected):
    """A council's improvement plan in Northern Ireland, and a Scottish report on child poverty."""
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


def test_a_state_is_told_at_one_time_and_of_several_none_is_the_actions():
    states = "Light the quay|Port|Delayed|On track\nShut the lock|Port|On track|Delayed"
    header = "Action|Lead|Status at review|Comments"
    assert fields(header, states)[2] == "status"
    header = "Action|Lead|Status at March 2026|Status at June 2026"
    assert fields(header, states) == ["activity", "lead", None, None]


def test_risk_ratings_say_how_urgent_actions_with_a_date_are_and_no_more_in_a_register():
    """A landlord's fire risk assessment; a register of risks has other columns of its own."""
    rows = "1|Fit a self-closing door|{}|Caretaker|31/05/2026\n2|Seal gaps|{}|Surveyor|30/06/2026"
    levels = rows.format("High", "Low")
    header = "Item|Remedial action|Risk rating|Responsible person|Target completion"
    assert fields(header, levels)[2] == "rating"
    assert fields(header, rows.format("12", "20"))[2] == "against"
    header = "Risk|Mitigating action|Risk rating|Risk owner|Target completion"
    assert fields(header, levels)[2] == "against"
