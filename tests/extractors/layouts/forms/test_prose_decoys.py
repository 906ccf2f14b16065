"""Lines that say who and when and are no action: news, events, contacts, procedures."""

from itertools import chain

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document, found, pick


@pytest.mark.parametrize(
    "text", ["Make the tide tables free to download", "Publish the map of berths as a PDF"]
)
def test_an_action_about_a_file_is_no_name_of_one(text):
    rows = found(
        Heading("1. Berths", 2),
        *(Heading("Action", 3), Paragraph(text), Heading("Lead", 3), Paragraph("Vale")),
        *(Heading("By when", 3), Paragraph("May 2027")),
        Heading("2. Slips", 2),
        *(Heading("Action", 3), Paragraph("Mend the slip"), Heading("Lead", 3), Paragraph("Vale")),
        *(Heading("By when", 3), Paragraph("June 2027")),
    )
    assert pick(rows, "activity") == [(text,), ("Mend the slip",)]


def test_one_page_about_a_project_is_no_action_and_is_told():
    result = find_actions(
        document(Heading("Night bus", 1), Paragraph("Lead: Vale"), Paragraph("By when: May 2025"))
    )
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_events_with_a_place_are_no_actions():
    assert not found(
        Heading("What is on", 1),
        *(
            block
            for name in ("Plant a tree with the rangers", "Join the spring clean")
            for block in (
                Heading(name, 3),
                *(Heading("When", 4), Paragraph("12 May 2025")),
                *(Heading("Where", 4), Paragraph("Town Hall")),
                *(Heading("Who", 4), Paragraph("Everyone")),
            )
        ),
    )


def test_one_line_of_news_above_who_and_when_is_no_action():
    assert not found(
        Heading("New strategy launched", 1),
        Paragraph("More than 900 people told us what matters to them."),
        Paragraph("Who: the Safer Board"),
        Paragraph("When: from May 2025"),
    )


def test_answers_below_questions_of_who_and_when_are_no_action():
    assert not found(
        Heading("Frequently asked questions", 1),
        Paragraph("The plan will be reviewed every year."),
        *(Heading("Who leads the work?", 2), Paragraph("The council leads with partners.")),
        *(Heading("When will it start?", 2), Paragraph("Work will start in April 2026.")),
    )


def test_stages_of_a_procedure_are_no_actions():
    stages = [
        block
        for number in (1, 2)
        for block in (
            Heading(f"Stage {number}", 2),
            Paragraph("Responsible: service manager. Timescale: ten working days."),
        )
    ]
    assert found(Heading("Complaints policy", 1), *stages) == []


def test_below_a_heading_of_a_section_who_leads_it_is_not():
    assert not found(Heading("Safe harbours", 2), Paragraph("Responsible: Harbours"))


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("Loss of grants", "Likelihood: High|Impact: High|Owner: Vale|Review date: May 2026"),
        ("Repeat victims", "Lead: Vale|Target: 25%|Target date: May 2027|Baseline: 30% in 2024"),
        ("Leave policy", "Owner: Vale|Legislation: Leave Act|Review date: May 2027|Status: Agreed"),
    ],
)
def test_risks_and_indicators_under_headings_are_told_where_labels_say_who_and_when(title, labels):
    cards = [
        (Heading(f"{title}{end}", 3), *map(Paragraph, labels.split("|")))
        for end in ("", " of children", " of adults")
    ]
    result = find_actions(document(Heading("What we watch", 1), *chain.from_iterable(cards)))
    assert result.actions == []
    told = "Likelihood" not in labels  # a register of risks begins with what no plan says
    assert {problem.code for problem in result.problems} == ({"unread_table"} if told else set())


def test_a_table_of_contents_is_no_card():
    lines = [
        "2. Foreword 4",
        "3. The team 5",
        "9. How we will deliver 11",
        "11. Appendix: Risks 13",
    ]
    rows = found(*(Paragraph(text.partition(" ")[2], text.split(".")[0]) for text in lines))
    assert not rows


def test_news_with_owner_and_date_is_told_and_no_action():
    """What was built and what tenants may do were read as actions, for two labels beside them."""
    told = {
        "New homes in Mill Lane": "Forty council homes were finished in spring.",
        "Review of rents": "Review your rent account online. Letters go out in March.",
    }
    lines = (Paragraph("Owner: Income Team"), Paragraph("Date: March 2027"))
    boxes = ((Heading(heading, 2), Paragraph(text), *lines) for heading, text in told.items())
    read = find_actions(document(Heading("Housing news", 1), *chain.from_iterable(boxes)))
    assert not read.actions
    assert [problem.code for problem in read.problems] == ["unread_table"] * 2
