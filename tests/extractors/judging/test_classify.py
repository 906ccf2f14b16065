"""Whether a table promises actions: by its headings and by what its cells hold."""

from dataclasses import replace

import pytest

from extractors.columns.fields import name_columns
from extractors.grid import grid_of
from extractors.judging.classify import classify
from extractors.judging.doubts import table_doubts
from tests.extractors.tables import table


def verdict(text: str) -> str:
    grid = grid_of(table(text))
    body = range(1, grid.table.row_count)
    return classify(grid, name_columns(grid, (0,), body), body)


@pytest.mark.parametrize(
    "actions",
    [
        ("Open a hub", "Train door staff"),
        ("Hold monthly talks with landlords", "Run weekly drop-ins on the quay"),  # not dates
        ("A second hub on the quay", "A handbook for door staff"),  # names of what is promised
    ],
)
def test_what_is_to_be_done_with_who_and_when_beside_it_is_a_plan(actions):
    one, other = actions
    text = f"Action|Lead|By when\n{one}|Vale Council|May 2027\n{other}|Police|June 2027"
    assert verdict(text) == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "Action|Lead|By when\nMay 2027|Vale|May 2027\nJune 2027|Police|June 2027",  # dates alone
        "Measure|2024|2025\nCrimes recorded|1,204|1,180\nVictims asked|310|295",
        "Description|Notes\nSpace bar|Fires\nArrow keys|Steer the boat",
    ],
)
def test_dates_figures_and_keys_of_a_keyboard_are_no_plan(text):
    assert verdict(text) == "other"


def test_what_was_done_is_no_plan_and_is_told():
    done = "Opened a hub|Vale|May 2025\nTrained door staff|Police|June 2025"
    assert verdict(f"Action|Lead|Date\n{done}") == "unread"


def test_a_table_of_headings_alone_is_no_plan():
    assert verdict("Action|Lead|By when") == "other"


@pytest.mark.parametrize("beside", ["Lead|Harbour office", "By when|May 2027", "Status|On track"])
def test_promises_below_action_are_told_beside_one_field_and_a_heading_of_other_tables(beside):
    heading, text = beside.split("|")
    rows = f"Market day|Open a hub|{text}\nRegatta|Train door staff|{text}"
    assert verdict(f"Event|Action|{heading}\n{rows}") == "unread"


def test_risks_names_and_facts_below_action_are_not():
    rows = "{}|Harbour office\n{}|Vale"
    lamps = rows.format("Dark quay|Install lamps", "Rotten pier|Replace piles")
    assert verdict(f"Risk|Action|Owner\n{lamps}") == "other"
    names = rows.format("Regatta|Twelve lamps", "Market day|The old pier")
    assert verdict(f"Event|Action|Lead\n{names}") == "other"
    assert verdict(f"Event|Project|Lead\n{lamps}") == "other"


def test_what_was_doubtful_in_reading_or_naming_a_table_counts_against_each_row():
    read = replace(table("Action|Whim\nOpen a hub|Blue"), ruled=False, uncertain=("cut words",))
    columns = name_columns(grid_of(read), (0,), (1,))
    assert table_doubts(read, columns) == ["table: cut words", "no ruled grid", "unknown heading"]
