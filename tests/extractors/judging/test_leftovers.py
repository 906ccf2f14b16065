"""Headings and labels of tables that were not recognised are told."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Box, Heading, Paragraph, Place, Table
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


def card(title: str, said: str, *below: str) -> list[Paragraph | Heading]:
    return [
        Heading(title, 2),
        Heading("WHAT WE WILL DO", 3),
        text(said, 40, 400),
        *(Heading(one, 3) if one.isupper() else text(one, 40, 400) for one in below),
    ]


def test_a_card_whose_labels_are_printed_and_that_gave_no_action_is_told():
    read = card(
        "Custody coaches",
        "Place a coach in the custody suite on four evenings a week",
        *("LEAD", "Custody Inspector", "BY WHEN", "January 2027"),
    )
    said = "Station community wardens on the Millgate route at the end of the school day"
    run_together = ("LEAD BY WHEN", "Community Safety Term-time from Manager September 2026")
    (message,) = lost(*read, *card("Safe routes home", said, *run_together))
    assert message == (
        f'p.1: "{said}" stands in a card that says who or when, but no action was made of it. '
        "Check the page."
    )
    assert lost(*read) == []


def test_a_chapter_that_says_what_is_done_and_of_none_who_or_when_is_no_card():
    assert lost(*card("Custody coaches", "Coaches sit with every child for an hour.")) == []


def test_a_form_like_others_that_gave_actions_is_told_where_it_gives_none():
    """Six cards of eleven were lost in silence: a name that seems to promise stood above them."""

    def form(name: str, said: str, number: int) -> list[Heading | Paragraph | Table]:
        labels = [[f"Reference number: {number}", "Lead department: Planning Policy"]]
        return [Heading(name, 2), text(said, 40, 400), of_rows(labels)]

    read = form("Plain letters", "Rewrite our letters and test them with readers.", 1)
    unread = form("Review of the survey", "Audit how well the survey is being used.", 2)
    told = find_actions(document(*read, *unread)).problems
    (message,) = [one.message for one in told if one.code == "unread_table"]
    assert message.startswith("table 2: a form says who or when, but no label")
    assert find_actions(document(*unread)).problems == []  # a form alone may be of anything


def test_a_card_that_was_read_is_not_told_for_the_reference_before_its_text():
    below = ("LEAD", "Custody Inspector", "BY WHEN", "January 2027")
    coaches = "Place a coach in the custody suite on four evenings a week"
    wardens = "1.2 Station wardens on the Millgate route at the end of the school day"
    assert lost(*card("Coaches", coaches, *below), *card("Wardens", wardens, *below)) == []


def test_what_introduces_a_table_is_no_card():
    said = "The table below sets out what each of us will do in the year."
    chapters = [*card("Homes", said), of_rows(ROWS), *card("Streets", said), of_rows(ROWS)]
    assert lost(*chapters, text("Lead By when", 40, 400)) == []


def test_a_blank_form_among_others_is_not_told():
    labels = ("Action", "Lead", "By when")
    filled = [["Open a hub in town", "Vale", "May 2027"], ["Fund a post", "Vale", "May 2027"]]
    first, second = (of_rows(list(zip(labels, said, strict=True))) for said in filled)
    blank = of_rows([[label, ""] for label in labels])
    assert find_actions(document(first, blank, second)).problems == []
