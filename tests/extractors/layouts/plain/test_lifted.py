"""Rows across a table that carry their own label: of one action, or of all below."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document, found, pick, table


def test_a_row_across_the_table_with_its_own_label_belongs_to_the_action_above():
    rows = found(
        table(
            "Ref|Action|Lead|By when\n"
            "1|Open a hub|Vale|2025\nSuccess measure: Visits are counted|<|<|<\n"
            "2|Train bar staff|PCC|2026\nSuccess measure: All bars are trained|<|<|<"
        )
    )
    assert pick(rows, "ref", "items", "due") == [
        ("1", ["Visits are counted"], "2025"),
        ("2", ["All bars are trained"], "2026"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Agency: Harbour Office and Coastguard|<|<\n#|Action|By when\n"
        "1|Light the north quay|May\n2|Train the wardens|June\n"
        "Agency: Pilots|<|<\n3|Map the landings|July",
        "#|Action|By when\nAgency: Harbour Office and Coastguard|<|<\n"
        "1|Light the north quay|May\n2|Train the wardens|June\n"
        "Agency: Pilots|<|<\n#|Action|By when\n3|Map the landings|July",
        "Agency: Harbour Office and Coastguard|<|<\nSigns|<|<\n#|Action|By when\n"
        "1|Light the north quay|May\nBoats|<|<\n2|Train the wardens|June\n"
        "Agency: Pilots|<|<\nMaps|<|<\n3|Map the landings|July",
    ],
    ids=["above the headings", "below them, and headings again", "with banners between"],
)
def test_who_leads_in_a_row_before_the_first_action_leads_all_below(text):
    assert pick(found(table(text)), "ref", "lead") == [
        ("1", "Harbour Office and Coastguard"),
        ("2", "Harbour Office and Coastguard"),
        ("3", "Pilots"),
    ]


@pytest.mark.parametrize(
    "above",
    [
        "Lead: Harbour Office|<|<|<",  # the rows say themselves who leads
        "Start: May 2024|<|<|<",  # when the plan starts, not each action
    ],
)
def test_other_rows_above_the_headings_say_nothing_of_the_actions(above):
    rows = found(table(f"{above}\nRef|Action|Lead|By when\n1|Open a hub|Vale|2025"))
    assert pick(rows, "ref", "lead", "start") == [("1", "Vale", None)]


def test_the_row_that_says_who_leads_is_no_part_of_the_actions_place():
    result = find_actions(
        document(table("Agency: Vale|<|<\nRef|Action|When\n1|Open a hub|2025", page=3))
    )
    assert [(box.top, box.bottom) for box in result.actions[0].row.place.boxes] == [(84.0, 96.0)]


def test_one_labelled_row_below_many_actions_is_about_all_of_them_and_told():
    plan = table(
        "Action|Lead|When\nInsulate lofts|Vale|2026\nPlant trees|Parks|2027\n"
        "Open a hub|Haven|2028\nSuccess measures: fewer cold homes|<|<"
    )
    result = find_actions(document(plan))
    assert [one.row.measures for one in result.actions] == [(), (), ()]
    assert [problem.code for problem in result.problems] == ["unread_row"]


def test_a_lead_above_a_table_of_two_columns_leads_its_actions():
    rows = found(
        Heading("Priority 1: Quays", 2),
        Paragraph("Lead officer: Harbour Trust"),
        table("Action|Deadline\nLight the quay|May 2027\nMend the slip|2028"),
    )
    assert pick(rows, "activity", "lead") == [
        ("Light the quay", "Harbour Trust"),
        ("Mend the slip", "Harbour Trust"),
    ]


@pytest.mark.parametrize("beside", ["Objective: Crews have a say", "Outcome: Crews are heard"])
def test_a_line_of_what_for_beside_one_of_who_leads_keeps_nobody_from_leading(beside):
    lines = (Paragraph("Lead agency: Harbour Trust"), Paragraph(beside))
    steps = table("Milestone|Due date\nChoose two quays|May 2027\nReport on them|2028")
    for above in (lines, lines[::-1]):
        rows = found(Heading("Commitment 1: Ask the crews", 2), *above, steps)
        assert pick(rows, "activity", "lead", "due") == [
            ("Choose two quays", "Harbour Trust", "May 2027"),
            ("Report on them", "Harbour Trust", "2028"),
        ]


BOX = "Priority lead|Head of Harbours\nWhat we want to achieve|Nobody is afraid on the quay."
PLAN = (
    "Ref|Action|Measure|Year\n2.1|Light the north quay|Lamps lit|2027\n2.2|Train wardens|Staff|2028"
)


def test_a_box_between_a_priority_and_its_plan_says_who_leads_all_of_it():
    rows = found(Heading("Priority 2: Safer quays", 2), table(BOX), table(PLAN))
    assert pick(rows, "section", "ref", "lead") == [
        ("Priority 2: Safer quays", "2.1", "Head of Harbours"),
        ("Priority 2: Safer quays", "2.2", "Head of Harbours"),
    ]


@pytest.mark.parametrize(
    ("heading", "box"),
    [
        ("Action 2: Light the quays", BOX),
        ("Commitment 2: Light the quays", f"{BOX}\nWhat is the problem?|The quays are dark."),
    ],
)
def test_dated_steps_below_the_form_of_an_action_without_a_day_are_led_by_whom_it_names(
    heading, box
):
    rows = found(Heading(heading, 2), table(box), table(PLAN))
    assert pick(rows, "ref", "lead", "section") == [
        ("2.1", "Head of Harbours", heading),
        ("2.2", "Head of Harbours", heading),
    ]


def test_a_form_of_an_action_that_says_when_is_no_box_of_a_priority():
    form = table(f"{BOX}\nBy when|May 2027")
    rows = found(Heading("Commitment 2: Light the quays", 2), form, table(PLAN))
    assert pick(rows, "activity", "lead")[0] == ("Light the quays", "Head of Harbours")
    assert len(rows) == 3
