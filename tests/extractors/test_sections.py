"""What a title counts and names."""

from dataclasses import replace

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.sections import (
    LOOKS_LEVEL,
    heading_of,
    is_label,
    lists_aims,
    section_from,
    section_of_caption,
)
from tests.extractors.tables import found, pick, table


@pytest.mark.parametrize(
    ("printed", "label", "name", "kind"),
    [
        ("Priority 2: Early help", "Priority 2", "Early help", "priority"),
        ("PRIORITY TWO – Early help", "PRIORITY TWO", "Early help", "priority"),
        ("Objective 1 - Fewer repeats:", "Objective 1", "Fewer repeats", "objective"),
        ("Strategic aim: a safe vale", None, "a safe vale", "objective"),
        ("Thema 2 / Theme 2: Homes", "Thema 2 / Theme 2", "Homes", "priority"),
        ("Line of Effort 2: Homes", "Line of Effort 2", "Homes", "priority"),
        ("Blaenoriaeth / Priority 2: Homes", "Blaenoriaeth / Priority 2", "Homes", "priority"),
        ("Mission 3 - Homes", "Mission 3", "Homes", "priority"),
        ("Theme B: Streets", "Theme B", "Streets", "priority"),
        ("Theme B · Streets", "Theme B", "Streets", "priority"),
        ("Objective GR1: Homes", "Objective GR1", "Homes", "objective"),
        ("Stretch Outcome 1: Food", "Stretch Outcome 1", "Food", "objective"),
        ("Police and Crime Priority 2 - Roads", "Police and Crime Priority 2", "Roads", "priority"),
        ("Supports Priority 3", None, "Supports Priority 3", "group"),
        ("how we meet priority 3: roads", None, "how we meet priority 3: roads", "group"),
        ("Outcome 3.1 Trust", "Outcome 3.1", "Trust", "objective"),
        ("General objectives:", None, "General objectives", "group"),
        ("Our commitments", None, "Our commitments", "group"),
        ("Priorities for the vale", None, "Priorities for the vale", "group"),
        ("Priority 4", "Priority 4", "Priority 4", "priority"),
        ("Action plan for priority 1: Homes", "priority 1", "Homes", "priority"),
        ("Appendix A: Delivery plan – Priority 4", "Priority 4", "Priority 4", "priority"),
        ("Actions to deliver Priority 1 well", None, "Actions to deliver Priority 1 well", "group"),
        ("Case study for Priority 1: Homes", None, "Case study for Priority 1: Homes", "group"),
        ("Aim 1: Jobs – work programme", "Aim 1", "Jobs – work programme", "objective"),
        ("Aim 2: Delivery – Local Plan", "Aim 2", "Delivery – Local Plan", "objective"),
        ("Progress on priority 1: Homes", None, "Progress on priority 1: Homes", "group"),
        ("Aim 2: Warm homes – action plan", "Aim 2", "Warm homes", "objective"),
        ("Aim 2: Homes – what we did in 2024", "Aim 2", "Homes – what we did in 2024", "objective"),
    ],
)
def test_a_heading_is_taken_apart(printed, label, name, kind):
    section = section_from(printed)
    assert (section.title, section.label, section.name, section.kind) == (
        printed,
        label,
        name,
        kind,
    )


def test_a_label_beside_a_title_counts_it():
    section = section_from("Early help", label="Priority 2")
    assert (section.title, section.label, section.kind) == ("Early help", "Priority 2", "priority")


def test_continued_is_no_part_of_a_title():
    assert section_from("Priority 1: Homes (continued)").title == "Priority 1: Homes"


def test_labels_stand_alone():
    assert is_label("Priority")
    assert is_label("Objectives:")
    assert is_label("Objectives —")  # recognised from a picture with the border beside it
    assert not is_label("Priority H/M/L")
    assert not is_label("Status / Priority")


@pytest.mark.parametrize(
    "label",
    ["Pledge 2", "Key Area 2", "Area for priority action 2", "Domain 2", "Work stream B"],
)
def test_what_a_plan_calls_its_highest_aims(label):
    section = section_from(f"{label}: Warm homes")
    assert (section.label, section.name, section.kind) == (label, "Warm homes", "priority")


def test_a_domain_that_nothing_counts_is_no_aim():
    assert section_from("Domain: warwick.example").kind == "group"


def test_a_counted_output_is_an_objective_and_a_column_of_outputs_names_none():
    assert section_from("Output 1.2: Boats fit for the sea").kind == "objective"
    assert not is_label("Output")


@pytest.mark.parametrize(
    ("printed", "lists"),
    [
        ("Objectives: People feel safe", True),
        ("Objective: People feel safe", False),
        ("Objective 3: People feel safe", False),
        ("Objectives and aims", False),
        ("People feel safe", False),
    ],
)
def test_only_a_plural_without_a_number_lists_the_aims_of_the_section_above(printed, lists):
    assert lists_aims(printed) is lists


def test_a_bold_line_that_counts_an_aim_in_a_sentence_is_a_heading():
    line = Paragraph("Outcome 2: Every home is warm and dry.", bold=True)
    assert heading_of(line) == Heading(line.text, LOOKS_LEVEL)
    assert heading_of(replace(line, bold=False)) is None
    assert heading_of(Paragraph("Every home is warm and dry.", bold=True)) is None
    told = "Outcome 2 of the national plan is met by this."
    assert heading_of(Paragraph(told, bold=True)) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (Paragraph("Priority 2 – Support victims"), True),
        (Paragraph("Priority 2: Support victims"), True),
        (Paragraph("Priority 2 – Support victims."), False),
        (Paragraph("Priority 2 is to support victims"), False),
        (Paragraph("Priority 2"), False),
        (Paragraph("Priority 2: Support victims", "•"), False),
        (Paragraph("Recommendation 5: Surgeries know whom to call."), False),
        (Paragraph("Recommendation 5: Surgeries know whom to call.", bold=True), True),
        (Paragraph("Table 5: Surgeries", bold=True), False),
        (Paragraph("Appendix 2: The full plan.", bold=True), False),
        (Paragraph("Page 2 - Continued.", bold=True), False),
        (Paragraph("Outcome 3 - On track"), False),
        (Paragraph("Goal 2: Zero hunger, Goal 5: Gender equality"), False),
        (Paragraph("Action 5: Open a surgery", bold=True), False),
        (Paragraph("The five surgeries", bold=True), False),
    ],
)
def test_the_line_right_above_a_table_names_it_where_it_counts_an_aim(line, names):
    section = section_of_caption(line)
    assert (section is not None and section.title == line.text) is names


def test_actions_below_captions_that_count_aims_are_filed_under_each():
    plan = table("Action|Lead|By when\nOpen a hub|Vale|May 2027\nFund a post|Vale|June 2027")
    captions = [Paragraph("Priority 1 – Prevent"), Paragraph("Priority 2 – Support")]
    rows = found(Heading("Action plan", 1), captions[0], plan, captions[1], plan)
    assert (
        pick(rows, "section") == [("Priority 1 – Prevent",)] * 2 + [("Priority 2 – Support",)] * 2
    )
