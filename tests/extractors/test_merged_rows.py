"""Rows that were read as one, and parts of one that were read as rows, say so."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Document
from extractors.extract import extract
from extractors.judging.doubts import MERGED_DATES, MERGED_REFS, doubts_of
from extractors.rows import ActionRow
from tests.extractors.tables import document, table


def reasons(*cells: dict) -> list[tuple[str, ...]]:
    return [row.reasons for row in doubts_of([ActionRow(one) for one in cells], [])]


def alone(*of_table: str, **cells: str) -> tuple[str, ...]:
    row = ActionRow({"activity": "Open a hub in the vale", **cells})
    (found,) = doubts_of([row], of_table)
    return found.reasons


@pytest.mark.parametrize("ref", ["2a 2b", "CA3 CA4", "1 2 3", "4.1 4.2"])
def test_two_references_show_two_rows(ref: str):
    assert alone(ref=ref) == (MERGED_REFS,)


@pytest.mark.parametrize("ref", ["2a", "Action 3", "P1. 1", "AB 01", "3 b", "1.1, 1.2", ""])
def test_one_reference_with_a_space_is_one(ref: str):
    assert alone(ref=ref) == ()


def test_a_text_that_counts_on_inside_shows_two_rows():
    (found,) = reasons({"activity": "1.3 Open a hub in the vale 1.4 Train door staff at night"})
    assert found == (MERGED_REFS,)
    assert reasons({"activity": "Meet standards 1.3 and 1.4 in full"}) == [()]


@pytest.mark.parametrize(
    "due",
    [
        "Spring 2027 September 2025",
        "31/03/2026 30.09.2026",
        "Mar-27 Year 2 and ongoing",
        "30 November 2026 1st March 2027",
        "March 2027 Within 18 months",
    ],
)
def test_two_days_with_nothing_between_show_two_rows(due: str):
    assert alone("no ruled grid", due=due) == ("no ruled grid", MERGED_DATES)
    assert alone(due=due) == ()  # rules close the row: each bullet has its day


@pytest.mark.parametrize(
    "due",
    [
        "May 2026 - June 2027",
        "March 2026, March 2027",
        "Ongoing quarterly",
        "March 2026 ongoing",
        "Spring 2027",
        "Complete by July 2026",
        "Q3 2026/27",
        "",
    ],
)
def test_a_span_or_a_day_with_words_is_one_date(due: str):
    assert alone("no ruled grid", due=due) == ("no ruled grid",)


def plan(due: str) -> Document:
    text = f"Action | Lead | By when\nOpen a hub in the vale Train staff | Vale ICB | {due}"
    return document(table(text, page=4, ruled=False), pages=4)


def test_merged_rows_are_told():
    (problem,) = extract(plan("Spring 2027 September 2025")).problems
    assert (problem.code, problem.page) == ("merged_rows", 4)
    assert problem.message.startswith('p.4: "Open a hub in the vale Train staff" may be several')
    assert extract(plan("Spring 2027")).problems == ()


def test_a_row_with_nothing_but_a_text_may_be_a_part_of_one():
    whole = {"activity": "Open a hub in the vale", "lead": "Vale ICB", "due": "2027"}
    bare = {"activity": "Train door staff at night", "lead": "", "due": ""}
    assert "nothing beside the activity" in reasons(whole, bare)[1]


def test_a_list_of_texts_in_a_table_without_leads_is_no_row_of_parts():
    assert (
        reasons(*[{"activity": f"Open hub {n} in the vale", "lead": ""} for n in "abc"]) == [()] * 3
    )


def test_a_month_above_its_year_is_one_date_in_two_rows():
    one = {"activity": "Open a hub for the whole", "due": "June"}
    other = {"activity": "Vale by the market square", "due": "2027"}
    assert all("date parted over rows" in found for found in reasons(one, other))
    ongoing = {**one, "due": "Ongoing"}
    assert all("date parted over rows" not in found for found in reasons(ongoing, other))


def test_no_row_of_a_plain_plan_is_in_doubt():
    (row,) = find_actions(plan("Spring 2027")).actions
    assert row.row.reasons == ("no ruled grid",)
