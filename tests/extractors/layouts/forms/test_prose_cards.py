"""Actions without a table: a title with labelled lines or labelled items below it."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document, found, pick


def test_labelled_lines_under_a_title_are_an_action_without_a_table():
    rows = found(
        Heading("Priority 2: Courts", 2),
        Paragraph("Courts must be quicker and kinder to those who come to them."),
        Paragraph("2.1 List cases of abuse sooner", bold=True),
        Paragraph("Lead: HMCTS"),
        Paragraph("By when: March 2026"),
        Paragraph("Success measures:"),
        Paragraph("Fewer delays", "•"),
        Paragraph("Fewer who give up", "•"),
        Paragraph("2.2 Train every usher", bold=True),
        Paragraph("Lead: HMCTS and Vale Women"),
        Paragraph("By when: Ongoing"),
    )
    assert pick(rows, "ref", "activity", "lead", "due", "items", "section") == [
        (
            "2.1",
            "List cases of abuse sooner",
            "HMCTS",
            "March 2026",
            ["Fewer delays", "Fewer who give up"],
            "Priority 2: Courts",
        ),
        ("2.2", "Train every usher", "HMCTS and Vale Women", "Ongoing", [], "Priority 2: Courts"),
    ]


def test_a_heading_that_promises_is_the_action_of_the_lines_below_it():
    (row,) = found(
        Heading("Theme 1: Homes", 1),
        Heading("Open a second refuge", 2),
        Paragraph("Lead: Vale"),
        Paragraph("Timescale: May 2025"),
        Paragraph("Partners: Police"),
    )
    assert (row["activity"], row["section"]) == ("Open a second refuge", "Theme 1: Homes")


def test_labelled_lines_of_a_contact_are_no_action():
    assert not found(
        Heading("Contact", 1),
        Paragraph("For more about this plan ask the team."),
        Paragraph("Lead: A Reed"),
        Paragraph("Email: team@vale.example"),
        Paragraph("Date: May 2025"),
    )


def test_a_counted_heading_is_the_action_of_the_lines_below_it():
    (row,) = found(
        Heading("Theme 1: Homes", 1),
        Heading("Action 4: Open a second refuge", 2),
        Paragraph("Lead: Vale"),
        Paragraph("Timescale: May 2025"),
    )
    assert (row["ref"], row["activity"]) == ("4", "Open a second refuge")


def test_a_priority_with_a_lead_and_a_date_is_no_action():
    assert not found(
        Heading("Priority 2: Deliver safer homes", 1),
        Paragraph("Lead: Vale"),
        Paragraph("Timescale: May 2025"),
    )


def test_an_aim_printed_twice_is_no_label_of_a_card():
    overview = [Heading("Goal 1: Warm homes", 2), Heading("Goal 2: Choice in support", 2)]
    chapter = [
        Heading("Goal 1: Warm homes", 2),
        Heading("What we will do", 2),
        Paragraph("Open a refuge", "•"),
        Heading("Measures", 2),
        Paragraph("Beds", "•"),
        Heading("Goal 2: Choice in support", 2),
        Paragraph("People are asked what they want."),
    ]
    assert found(Heading("Our goals", 1), *overview, *chapter) == []


def test_items_of_a_list_with_labelled_items_inside_are_actions():
    rows = found(
        Heading("Theme 1: Homes", 1),
        Paragraph("Open a second refuge", "•"),
        Paragraph("Lead: Vale", "•", 1),
        Paragraph("By when: May 2025", "•", 1),
        Paragraph("Train every usher", "•"),
        Paragraph("Lead: Courts", "•", 1),
        Paragraph("By when: Ongoing", "•", 1),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale", "May 2025"),
        ("Train every usher", "Courts", "Ongoing"),
    ]


def test_items_of_one_depth_part_where_a_label_is_said_again():
    rows = found(
        Heading("Theme 1: Homes", 1),
        *(
            Paragraph(text, "•")
            for text in (
                *("Open a second refuge", "Lead: Vale", "By when: May 2025"),
                *("Train every usher", "Lead: Courts", "By when: Ongoing"),
            )
        ),
    )
    assert pick(rows, "activity", "due") == [
        ("Open a second refuge", "May 2025"),
        ("Train every usher", "Ongoing"),
    ]


def test_a_sentence_above_a_labelled_action_is_not_its_section():
    (row,) = found(
        Heading("Priority 2: Courts", 2),
        Paragraph("Courts must be quicker and kinder to those who come to them."),
        Paragraph("Action: List cases of abuse sooner"),
        Paragraph("Lead: HMCTS"),
        Paragraph("By when: March 2026"),
    )
    assert (row["activity"], row["section"]) == (
        "List cases of abuse sooner",
        "Priority 2: Courts",
    )


def test_a_label_that_begins_other_lines_and_stands_alone_has_no_value_and_is_part_of_none():
    lines = [
        ("Action", "Light the quay"), ("Lead", "Vale"), ("Partners", "Police"), ("Due", "2026"),
        ("Action", "Mend the pier"), ("Lead", "Port"), ("Partners", ""), ("Due", "2027"),
    ]  # fmt: skip
    paragraphs = [Paragraph(f"{a} {b}".strip(), lead_in=a if b else None) for a, b in lines]
    rows = found(Heading("Quays", 2), *paragraphs)
    assert pick(rows, "lead", "support", "due") == [
        ("Vale", "Police", "2026"),
        ("Port", "", "2027"),
    ]
    paragraphs[6] = Heading("Partners", 3)
    rows = found(Heading("Quays", 2), *paragraphs)
    assert pick(rows, "lead", "due") == [("Vale", "2026"), ("Port", "2027")]


def test_an_action_and_its_day_under_sure_labels_are_enough():
    heading = Heading("Action 4 of 9: Pier", 3)
    lines = (Paragraph("Action: Mend the pier"), Paragraph("Delivery date: May 2027"))
    (row,) = found(Heading("Quays", 2), heading, *lines)
    assert pick([row], "ref", "activity", "due") == [("4", "Mend the pier", "May 2027")]


def test_a_question_or_a_colon_is_mark_enough_of_a_label_above_its_value():
    rows = found(
        Heading("Quays", 2),
        *(
            block
            for number, action in enumerate(("Light the quay", "Mend the pier", "Buy a crane"), 1)
            for block in (
                Heading(f"1.{number}: Works", 3),
                Paragraph("Our pledge:"),
                Paragraph(action),
                Paragraph("Who is responsible?"),
                Paragraph("Vale, Port"),
                Paragraph("Done by:"),
                Paragraph(f"May 202{number}"),
            )
        ),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Light the quay", "Vale, Port", "May 2021"),
        ("Mend the pier", "Vale, Port", "May 2022"),
        ("Buy a crane", "Vale, Port", "May 2023"),
    ]


def test_the_related_strategy_of_an_action_speaks_against_no_plan():
    heading = Heading("A1 – Pier", 3)
    said = ("Action: Mend the pier", "Related strategy: Local Plan", "Lead: Vale", "Due: 2027")
    (row,) = found(Heading("Quays", 2), heading, *map(Paragraph, said))
    assert pick([row], "activity", "lead", "due") == [("Mend the pier", "Vale", "2027")]


@pytest.mark.parametrize(
    "line", ["Baseline: 12 in 2024", "Contact: vale@sea.example", "Risk rating: High", "Where: Bay"]
)
def test_one_label_that_speaks_against_a_plan_is_kept_beside_who_and_when(line):
    label, value = line.split(": ")
    lines = [Paragraph(text) for text in ("Lead: Vale", "Timescale: May 2026", line)]
    plan = document(
        *(Heading("Action 1: Open a refuge", 3), *lines),
        *(Heading("Action 2: Train the crews", 3), *lines),
    )
    rows = [one.row for one in find_actions(plan).actions]
    assert [row.cells["activity"] for row in rows] == ["Open a refuge", "Train the crews"]
    assert [(cell.heading, cell.text) for cell in rows[0].other_cells] == [(label, value)]


def test_a_card_of_which_many_labels_speak_against_a_plan_is_told():
    lines = ["Action: Open a refuge", "Lead: Vale", "By when: May 2026"]
    against = ["Risk: No site", "Likelihood: High", "Mitigation: Ask the port"]
    result = find_actions(document(*map(Paragraph, [*lines, *against])))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_a_heading_that_seems_to_promise_is_the_section_of_several_that_say_their_actions():
    rows = found(
        Heading("Support that people trust", 2),
        Paragraph("Demand for help has grown, and money is short."),
        Paragraph("Place advisers in drug services (Lead: Vale; Deadline: March 2027)", "•"),
        Paragraph("Take objects to care homes (Lead: Museum; Deadline: May 2027)", "•"),
    )
    assert pick(rows, "activity", "lead", "section") == [
        ("Place advisers in drug services", "Vale", "Support that people trust"),
        ("Take objects to care homes", "Museum", "Support that people trust"),
    ]


def test_a_heading_that_promises_is_the_action_that_plain_text_above_its_labels_explains():
    """The titles of the next cards are bold lines, for they end as sentences do."""
    said = Paragraph("Lead: Vale; By when: May 2026")
    rows = found(
        Heading("Prevent", 1),
        *(Heading("Appoint a navigator who speaks Romanian", 2), Paragraph("Few ask for help.")),
        said,
        *(
            Paragraph("Check all suppliers against the register.", bold=True),
            Paragraph("Demand has doubled."),
            said,
        ),
    )
    assert pick(rows, "activity", "section") == [
        ("Appoint a navigator who speaks Romanian", "Prevent"),
        ("Check all suppliers against the register.", "Prevent"),
    ]


def test_a_state_below_a_title_is_no_label_of_the_text_below_it():
    blocks = [
        block
        for title, state in (("Review the rota", "On track"), ("Train every usher", "Completed"))
        for block in (
            Heading(title, 3),
            Paragraph(state),
            Paragraph("The pilot reached 140 people in its first year."),
            Paragraph("Lead:", bold=True),
            Paragraph("Vale"),
            Paragraph("By when:", bold=True),
            Paragraph("May 2027"),
        )
    ]
    assert pick(found(Heading("Homes", 1), *blocks), "activity", "status", "lead") == [
        ("Review the rota", "On track", "Vale"),
        ("Train every usher", "Completed", "Vale"),
    ]


def test_promises_that_say_who_alone_in_brackets_are_actions_where_several_do():
    items = [
        Paragraph("Open a second refuge (Lead: Vale)", "•"),
        Paragraph("Train every usher (Lead: Vale Women and the Port)", "•"),
    ]
    assert pick(found(Heading("Homes", 1), *items), "activity", "lead") == [
        ("Open a second refuge", "Vale"),
        ("Train every usher", "Vale Women and the Port"),
    ]
    assert not found(Heading("Homes", 1), items[0])
    events = [Paragraph(f"Meet the team again (when: {day} May 2026)", "•") for day in (5, 6)]
    assert not found(Heading("Events", 1), *events)
    inside = Paragraph("Open a hub (lead: Vale), and close the old one.")
    assert not found(Heading("Homes", 1), items[0], inside)


def test_questions_in_brackets_with_or_without_a_colon_are_labels():
    rows = found(
        Heading("Homes", 1),
        Paragraph("Open a refuge (Who is responsible?: Vale; By when?: May 2027)", "•"),
        Paragraph("Train every usher (Who is responsible? Port; By when? June 2027)", "•"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a refuge", "Vale", "May 2027"),
        ("Train every usher", "Port", "June 2027"),
    ]


def test_a_promise_whose_day_is_left_empty_is_an_action_beside_one_with_the_same_labels():
    rows = found(
        Heading("Homes", 1),
        Paragraph("Open a second refuge"),
        Paragraph("By when:", bold=True),
        Paragraph("Owner: Vale", lead_in="Owner:"),
        Paragraph("Train every usher"),
        Paragraph("By when: Ongoing", lead_in="By when:"),
        Paragraph("Owner: Port", lead_in="Owner:"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale", ""),
        ("Train every usher", "Port", "Ongoing"),
    ]


def test_measures_of_two_labels_stay_in_their_order():
    (row,) = found(
        Heading("Action 1.1: Open a second refuge", 2),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2027"),
        Paragraph("Measure of success: Fewer turned away"),
        Paragraph("Milestones: Launch in May"),
    )
    assert row["items"] == ["Fewer turned away", "Launch in May"]


@pytest.mark.parametrize(
    ("who", "lead", "due"),
    [
        ("Lead: Estates; March 2028", "Estates", "March 2028"),
        ("Lead: Community Halls Network, May 2027", "Community Halls Network", "May 2027"),
        ("Lead: Age Friendly Alliance; every October", "Age Friendly Alliance", "every October"),
        ("Lead: Fire and Rescue Service; each year", "Fire and Rescue Service", "each year"),
        ("Lead: PCSP; every two months", "PCSP", "every two months"),
        ("Lead: PCSP; twice a year", "PCSP", "twice a year"),
        ("Lead: Every Child Matters", "Every Child Matters", None),
        ("Lead: Year 6 teachers", "Year 6 teachers", None),
        ("Lead: Housing, Spring House", "Housing, Spring House", None),
        ("Lead: Derek Green, May Brown", "Derek Green, May Brown", None),
        ("Lead: Police / Summer Reading Challenge", "Police / Summer Reading Challenge", None),
        ("Lead: Commonwealth Games Team, 2022", "Commonwealth Games Team, 2022", None),
        ("Lead: Games 2026 Team", "Games 2026 Team", None),
    ],
)
def test_a_date_behind_who_says_when_where_no_label_asks_for_it(who, lead, due):
    """The lead of nine actions of a printed plan held their dates."""
    rows = found(
        Heading("Space to meet", 1),
        Paragraph("Together we will:"),
        Paragraph(f"write a register of rooms ({who})", "•"),
        Paragraph("offer leases on four buildings (Lead: Estates; June 2026)", "•"),
    )
    assert pick(rows, "lead", "due")[:1] == [(lead, due)]


def test_items_with_who_in_brackets_are_promised_below_we_will_whatever_they_begin_with():
    """An item of twelve was lost untold; "warn" stood in no list of verbs."""
    items = (
        Paragraph("fit grab rails [Lead: Health Trust; from April 2026]", "•"),
        Paragraph("rustle up a column in the weekly [Lead: PCSP; ongoing]", "•"),
    )
    rows = found(Heading("Safe and warm", 1), Paragraph("Over three years we will:"), *items)
    assert pick(rows, "activity", "due") == [
        ("fit grab rails", "from April 2026"),
        ("rustle up a column in the weekly", "ongoing"),
    ]
    assert len(found(Heading("Safe and warm", 1), Paragraph("Three facts."), *items)) < len(rows)
