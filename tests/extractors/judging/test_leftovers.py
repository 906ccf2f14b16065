"""A row that a reader could not put into its table is told where it stands below it."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Box, Heading, Paragraph, Place
from extractors.stitching.stitch import stitch
from tests.extractors.tables import document, of_rows

HEADS = ["Action", "Lead", "By when"]
EDGES = [40.0, 280.0, 520.0, 760.0]  # points
ROWS = [
    HEADS,
    ["Open a night shelter in the old mill", "Vale Homes", "June 2026"],
    ["Train door staff to spot harm", "Harbour Trust", "Spring 2027"],
]


def text(said: str, left: float, right: float, top: float = 120, page: int = 1) -> Paragraph:
    return Paragraph(said, place=Place((Box(page, left, top, right, top + 12),)))


def told(*below: Paragraph | Heading) -> list[str]:
    plan = stitch(document(of_rows(ROWS, 1, EDGES), *below))
    return [one.message for one in find_actions(plan).problems if one.code == "unread_row"]


def test_texts_side_by_side_under_the_columns_are_told():
    below = [
        text("Fund a second van for the outreach team", 44, 250),
        text("Vale Homes", 284, 350),
        text("March 2027", 524, 590),
    ]
    (message,) = told(*below)
    assert "Fund a second van for the outreach team | Vale Homes | March 2027" in message
    assert message.startswith("p.1 table 1: text below its rows")


def test_a_line_that_reads_across_the_columns_is_told():
    assert told(text("Fund a second van for the Harbour Trust March 2027 outreach team", 44, 590))


def test_texts_at_the_top_of_the_next_page_are_told():
    below = [
        text("Fund a second van", 44, 250, 60, page=2),
        text("Ongoing", 524, 590, 60, page=2),
    ]
    assert told(*below)


@pytest.mark.parametrize(
    "said",
    [
        "Review meetings with the Harbour Trust are held each year.",
        "Leads meet the Harbour Trust in March 2027",
        "Fund a second van by March 2027",
        "Fund a second van for the Harbour Trust",
    ],
)
def test_prose_below_a_table_is_no_row(said: str):
    assert told(text(said, 44, 590)) == []


def test_texts_beside_one_another_that_begin_at_no_column_are_no_row():
    assert told(text("Fund a second van", 60, 250), text("March 2027", 400, 590)) == []


def test_texts_under_one_another_are_no_row():
    assert told(text("Fund a second van", 44, 250), text("March 2027", 284, 350, top=140)) == []


def test_what_a_heading_parts_from_the_table_is_no_row_of_it():
    below = [text("Fund a second van", 44, 250), text("March 2027", 524, 590)]
    assert told(Heading("Our other work", 1), *below) == []


def lost(*blocks: Paragraph | Heading) -> list[str]:
    found = find_actions(stitch(document(*blocks))).problems
    return [one.message for one in found if one.code == "unread_table"]


def test_headings_of_a_table_that_was_not_seen_are_told():
    below = [
        text("Open a night shelter in the old mill June 2026", 40, 400),
        text("Train door staff to spot harm Spring 2027", 40, 400),
    ]
    (message,) = lost(
        Heading("Key actions By when", 2, place=Place((Box(3, 40, 80, 400, 92),))), *below
    )
    assert message.startswith('p.3: "Key actions By when" reads as the headings')
    assert lost(text("Key actions Lead agency", 40, 400), *below)
    assert lost(
        text("Actions Lead officer", 40, 400), *below
    )  # and not "Action lead" of an officer
    assert lost(text("Actions Lead officer " * 99, 40, 400), *below) == []


@pytest.mark.parametrize(
    ("heads", "below"),
    [
        ("Key actions", "Open a night shelter in the old mill"),
        ("Lead agency By when", "Open a night shelter in the old mill"),
        ("Key actions by when we meet", "Open a night shelter in the old mill"),
        ("Action: Lead", "Open a night shelter in the old mill"),
        ("Key actions Lead", "The board met four times last year."),
    ],
)
def test_lines_that_head_no_plan_are_no_lost_table(heads: str, below: str):
    assert lost(text(heads, 40, 400), text(below, 40, 400)) == []


def test_labels_of_a_form_in_one_line_below_the_heading_that_says_the_action_are_told():
    title = Heading("Action 3.1 – Agree a passport for staff", 2)
    heads = Heading("Expected outcomes Responsible officer Timescale", 3)
    (message,) = lost(title, heads, text("Report to the board Head of Safety", 40, 400))
    assert message.startswith('"Expected outcomes Responsible officer Timescale" reads as')


def test_headings_above_a_plan_that_was_read_are_no_lost_table():
    plan = of_rows(ROWS, 1, EDGES)
    below = text("Open a night shelter in the old mill", 40, 400)
    assert lost(text("Key actions By when", 40, 400), plan, below) == []
