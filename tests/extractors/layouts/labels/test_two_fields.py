"""One column, two fields: which part of a cell is which."""

import pytest

from extractors.extract import extract
from extractors.layouts.labels.two_fields import split_date, split_fields
from tests.extractors.tables import document, table


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Green: two cohorts are trained.", ("Green", "two cohorts are trained.")),
        ("Amber Two cohorts are trained.", ("Amber", "Two cohorts are trained.")),
        ("Red (no budget)", ("Red", "(no budget)")),
        ("Green - on track. Tender let.", ("Green - on track", "Tender let.")),
        ("In progress / survey sent in May", ("In progress", "survey sent in May")),
        ("Complete", ("Complete", "")),
        ("A draft is with the lawyers.", ("", "A draft is with the lawyers.")),
        ("Green spaces were surveyed.", ("", "Green spaces were surveyed.")),
        ("Delivered training to forty.", ("", "Delivered training to forty.")),
        ("", ("", "")),
    ],
)
def test_a_state_begins_what_is_said_of_an_action_or_there_is_none(cell, parts):
    assert split_fields("rag", "update", [cell]) == parts
    assert split_fields("update", "status", [cell]) == parts[::-1]


def test_a_state_may_be_a_paragraph_of_its_own():
    said = ["Amber", "Two cohorts are trained.", "A third begins in May."]
    parts = ("Amber", "Two cohorts are trained. A third begins in May.")
    assert split_fields("status", "update", said) == parts


@pytest.mark.parametrize(
    ("first", "second", "texts", "parts"),
    [
        ("lead", "due", ["Police by May 2026"], ("Police", "by May 2026")),
        ("lead", "due", ["Police", "Probation", "May 2026"], ("Police Probation", "May 2026")),
        ("lead", "due", ["Police"], None),
        ("lead", "support", ["Police, Probation"], None),
        ("lead", "support", ["Housing (Vale Council)"], None),
        ("activity", "lead", ["Fit locks (Housing)"], ("Fit locks", "Housing")),
        ("activity", "lead", ["Fit locks (200 homes)"], None),
        ("lead", "due", [], None),
        (
            "activity",
            "lead",
            ["Fit locks in 200 homes", "Housing"],
            ("Fit locks in 200 homes", "Housing"),
        ),
        ("activity", "lead", ["Fit locks in 200 homes", "Train forty wardens"], None),
    ],
)
def test_the_last_paragraph_or_the_date_is_the_second_field(first, second, texts, parts):
    assert split_fields(first, second, texts) == parts


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("April 2025 - March 2026", ("April 2025", "March 2026")),
        ("Apr 2025–Mar 2026", ("Apr 2025", "Mar 2026")),
        ("June 2025 to September 2026", ("June 2025", "September 2026")),
        ("2025-26", ("", "2025-26")),
        ("Ongoing", ("", "Ongoing")),
        ("From April 2025", ("From April 2025", "")),
        ("April 2025 onwards", ("April 2025 onwards", "")),
        ("April 2025 –", ("April 2025 –", "")),
        ("To be agreed with the police", ("", "To be agreed with the police")),
    ],
)
def test_a_column_of_start_and_end_holds_two_dates_or_the_end(cell, parts):
    assert split_fields("start", "due", [cell]) == parts


@pytest.mark.parametrize("heading", ["Start / End", "Start - end", "From – to", "Start and finish"])
def test_a_heading_names_start_and_end_however_it_parts_them(heading):
    plan = document(
        table(
            f"Action|Lead|{heading}\n"
            "Open a refuge|Vale|April 2025 - May 2026\n"
            "Train forty wardens|Vale|Ongoing"
        )
    )
    said = [(row.cells["start"], row.cells["due"]) for row in extract(plan).actions]
    assert said == [("April 2025", "May 2026"), ("", "Ongoing")]


def test_comments_beside_a_rag_are_no_rag():
    plan = document(
        table(
            "Action|Lead|Deadline|RAG and comments\n"
            "Open a refuge|Vale|May 2026|Green: lease signed\n"
            "Train forty wardens|Vale|June 2026|The first course was full."
        )
    )
    said = [(row.cells["rag"], row.cells["update"]) for row in extract(plan).actions]
    assert said == [("Green", "lease signed"), ("", "The first course was full.")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Police / by May 2026", ("Police", "by May 2026")),
        ("Public Health (March 2027)", ("Public Health", "March 2027")),
        ("Early Years, within six months", ("Early Years", "within six months")),
        ("Neighbourhood Team 2, May 2026", ("Neighbourhood Team 2", "May 2026")),
        ("Primary Care Network 4 by June", ("Primary Care Network 4", "by June")),
        ("Phase 2 / 2027", ("Phase 2", "2027")),
        ("Vale CVS, 2 May 2026", ("Vale CVS", "2 May 2026")),
        ("Parks, 2\u20135 May", ("Parks", "2\u20135 May")),
        ("Winter Support Team, November 2026", ("Winter Support Team", "November 2026")),
        ("Vale CVS, Spring Bank Ward Forum, May", ("Vale CVS, Spring Bank Ward Forum", "May")),
        ("Schools, Spring Term 2026", ("Schools", "Spring Term 2026")),
        ("Police, end of Academic Year 2026", ("Police", "end of Academic Year 2026")),
        ("Early Years", None),  # a team, not a time
        ("by May 2026", None),
        ("Police", None),
    ],
)
def test_a_name_and_the_date_behind_it_are_parted(text, parts):
    assert split_date(text) == parts
