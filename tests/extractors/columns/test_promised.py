"""Which column holds the actions where the headings leave it open."""

import pytest

from extractors.columns.fields import name_columns
from extractors.grid import grid_of
from tests.extractors.tables import table

WHO_AND_WHEN = "Harbour office|May 2027"


def fields(header: str, *first: str) -> list[str | None]:
    """The fields of a table that begins with these texts, a row each, then says who and when."""
    rows = [f"{text}|{WHO_AND_WHEN}" for text in first]
    grid = grid_of(table("\n".join([f"{header}|Lead|By when", *rows])))
    return list(name_columns(grid, [0], range(1, grid.table.row_count)).fields)[:-2]


@pytest.mark.parametrize(
    "answer", ["Our response", "Response", "Management response", "Port authority’s response"]
)
def test_what_a_body_answers_to_a_recommendation_is_the_action_where_it_promises(answer):
    rows = ("Light the quay|Install twelve lamps", "Mend the pier|Replace the rotten piles")
    assert fields(f"Recommendation|{answer}", *rows) == ["objective", "activity"]


@pytest.mark.parametrize("answer", ["Response", "Management response"])
def test_a_recommendation_that_is_only_agreed_to_is_the_action(answer):
    rows = ("Light the quay|Agreed in full", "Mend the pier|Not accepted, no money")
    assert fields(f"Recommendation|{answer}", *rows) == ["activity", "ignore"]


def test_an_answer_beside_two_columns_of_aims_changes_none():
    rows = ("Safety|Light the quay|Install lamps", "Trade|Mend the pier|Replace the piles")
    named = fields("Objective|Recommendation|Response", *rows)
    assert named == ["objective", "activity", "ignore"]


def test_an_answer_left_of_what_is_recommended_is_to_something_else():
    rows = ("Install twelve lamps|Test them monthly", "Replace the rotten piles|Inspect them")
    assert fields("Council response|Recommendation", *rows) == ["ignore", "activity"]


@pytest.mark.parametrize("heading", ["Item", "Workstream", "Matter of moorings"])
def test_promises_below_a_heading_of_another_field_are_the_actions(heading):
    rows = ("Install twelve lamps on the quay", "Replace the rotten piles of the pier")
    assert fields(heading, *rows) == ["activity"]


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Item", ("Lamps on the quay at night", "Rotten piles of the old pier")),
        ("Workstream", ("Improve the safety of visitors", "Reduce the number of falls")),
        ("Theme", ("Build a safe and strong harbour", "Protect crews from all harm")),
        ("Matter of moorings", ("Install twelve lamps on the quay",)),
    ],
)
def test_names_aims_and_a_single_text_below_such_a_heading_are_none(heading, rows):
    assert "activity" not in fields(heading, *rows)


def test_what_we_want_to_do_is_the_action_unless_another_column_says_how():
    rows = ("Light the quay at night|Ash", "Mend the whole of the pier|Ash")
    assert fields("We want to|Partners", *rows) == ["activity", "support"]
    both = ("See by night|Install twelve lamps", "Walk to the end|Replace the piles")
    assert fields("We want to|We will", *both) == ["objective", "activity"]
    assert fields("Where we want to be|We will", *both) == ["objective", "activity"]


def test_what_was_done_or_is_planned_is_the_action_beside_what_was_asked():
    rows = ("Light the quay|Agreed|Install twelve lamps", "Mend the pier|Agreed|Replace the piles")
    named = fields("Concern|Agreed / partly agreed|Response: action taken or planned", *rows)
    assert named == [None, "ignore", "activity"]


def test_steps_that_promise_are_the_actions_beside_improvements_that_only_name_topics():
    rows = ("Quay lights|Install twelve lamps on the quay", "Pier|Replace the piles of the pier")
    assert fields("Improvement|Step", *rows) == ["ignore", "activity"]


def test_improvements_that_promise_stay_the_actions_beside_their_steps():
    rows = (
        "Install twelve lamps on the quay|Order the lamps from a maker",
        "Replace the rotten piles of the pier|Survey the piles with a diver",
    )
    assert fields("Improvement|Step", *rows) == ["activity", "measures"]


def test_what_the_references_of_a_table_count_is_its_action():
    acts = ("AQ1|Anti-idling campaign", "AQ2|Grants for shore power")
    assert fields("Measure No.|Measure", *acts) == ["ref", "activity"]
    assert fields("No.|Measure", *acts) == ["ref", "measures"]


def test_what_the_references_of_a_scorecard_count_is_no_action():
    assert fields("Measure No.|Measure", "M1|Rate of repeat crime", "M2|Fines")[1] == "measures"
    heads = "Measure No.|Measure|Baseline"
    assert fields(heads, "M1|Homes let|20", "M2|Fines|3")[1] == "measures"
