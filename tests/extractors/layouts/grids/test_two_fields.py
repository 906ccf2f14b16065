"""One column, two fields: which part of a cell is which."""

import pytest

from extractors.extract import extract
from extractors.layouts.grids.two_fields import split_fields
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
        ("lead", "due", [], None),
    ],
)
def test_the_last_paragraph_or_the_date_is_the_second_field(first, second, texts, parts):
    assert split_fields(first, second, texts) == parts


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
