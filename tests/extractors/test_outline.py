"""What a heading says, and which headings are in force."""

from dataclasses import replace

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.generic import is_generic, repeated_headings
from extractors.outline import (
    LOOKS_LEVEL,
    Outline,
    heading_of,
    is_label,
    lists_aims,
    section_from,
)


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
        ("Stretch Outcome 1: Food", "Stretch Outcome 1", "Food", "objective"),
        ("Police and Crime Priority 2 - Roads", "Police and Crime Priority 2", "Roads", "priority"),
        ("Supports Priority 3", None, "Supports Priority 3", "group"),
        ("how we meet priority 3: roads", None, "how we meet priority 3: roads", "group"),
        ("Outcome 3.1 Trust", "Outcome 3.1", "Trust", "objective"),
        ("General objectives:", None, "General objectives", "group"),
        ("Our commitments", None, "Our commitments", "group"),
        ("Priorities for the vale", None, "Priorities for the vale", "group"),
        ("Priority 4", "Priority 4", "Priority 4", "priority"),
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


@pytest.mark.parametrize(
    "printed",
    [
        "Action plan 2025-26",
        "What we will do",
        "Appendix B",
        "3.",
        "Strategies and actions",
        "View the actions (4)",
        "Section 3: Action plan",
    ],
)
def test_headings_that_name_no_aim(printed):
    assert is_generic(printed)


@pytest.mark.parametrize("printed", ["Prevention", "Safe spaces action plan", "Priority 1"])
def test_headings_that_name_one(printed):
    assert not is_generic(printed)


def test_labels_stand_alone():
    assert is_label("Priority")
    assert is_label("Objectives:")
    assert is_label("Objectives —")  # recognised from a picture with the border beside it
    assert not is_label("Priority H/M/L")
    assert not is_label("Status / Priority")


def titles(outline: Outline) -> list[str]:
    return [section.title for section in outline.path]


def test_a_heading_ends_its_equals_and_what_stands_below_them():
    outline = Outline("Vale plan")
    outline.heading(Heading("Vale plan", 1), 0)
    outline.heading(Heading("Priority 1: Homes", 2), 1)
    outline.heading(Heading("Objective 1.1: Refuges", 3), 2)
    assert titles(outline) == ["Priority 1: Homes", "Objective 1.1: Refuges"]
    outline.heading(Heading("Priority 2: Courts", 2), 3)
    assert titles(outline) == ["Priority 2: Courts"]


def walked(*headings: Heading) -> list[str]:
    outline = Outline("Vale plan", repeated_headings(headings))
    for place, heading in enumerate(headings):
        outline.heading(heading, place)
    return titles(outline)


def test_labels_that_head_a_part_of_several_commitments_are_no_sections():
    parts = [Heading("Objective", 3), Heading("Ambition", 3)]
    first, second = Heading("Commitment 1: Ports", 2), Heading("Commitment 2: Quays", 2)
    assert walked(first, *parts, second, *parts) == ["Commitment 2: Quays"]
    assert walked(first, Heading("Ambition", 3)) == ["Commitment 1: Ports", "Ambition"]


def test_an_action_plan_printed_once_ends_the_chapter_before_it():
    chapters = [Heading("6. Managing risk", 1), Heading("Priority 2: Courts", 1)]
    assert walked(*chapters, Heading("Action plan", 1)) == []


def test_a_heading_printed_below_every_priority_of_its_own_look_ends_none():
    parts = [Heading("Actions 2025", 2), Heading("Priority 2: Courts", 2)]
    last = Heading("Actions 2026", 2)
    assert walked(Heading("Priority 1: Homes", 2), *parts, last) == ["Priority 2: Courts"]
    named = [Heading("Homes", 2), Heading("Actions", 2), Heading("Courts", 2)]
    assert walked(*named, Heading("Actions", 2)) == ["Courts"]


@pytest.mark.parametrize(
    "part", ["Why this matters", "Where we are now", "Case study", "What are the key drivers?"]
)
def test_a_part_of_a_chapter_ends_where_its_actions_begin(part):
    first = [Heading("Homes", 1), Heading(part, 2), Heading("Actions", 2)]
    second = [Heading("Courts", 1), Heading(part, 2), Heading("Actions", 2)]
    assert walked(*first, *second) == ["Courts"]


def test_a_chapter_that_is_an_aim_holds_no_other_beside_its_actions():
    first = [Heading("Priority 1: Homes", 1), Heading("Our partners", 2), Heading("Actions", 2)]
    second = [Heading("Priority 2: Courts", 1), Heading("Local need", 2), Heading("Actions", 2)]
    assert walked(*first, *second) == ["Priority 2: Courts"]


@pytest.mark.parametrize("figure", ["1 in 4", "£4.2m", "68%", "7 out of 10 12% 3,418"])
def test_the_figures_of_a_picture_are_no_headings(figure):
    figures = Heading(figure, 1)
    assert walked(Heading("Priority 1: Homes", 2), figures) == ["Priority 1: Homes"]
    assert walked(figures, Heading("Action plan", 2)) == []


@pytest.mark.parametrize(
    "about",
    [
        "Last updated: 3 June 2026",
        "Version 2.1",
        "Owner: Policy team",
        "Review date: May",
        "Success measures: 40 lofts insulated",
        "What success looks like: no cold homes",
        "Contents",
        "Table of contents",
        "OFFICIAL",
        "Official - Sensitive",
    ],
)
def test_a_line_about_the_document_that_is_set_like_a_title_is_no_section(about):
    assert walked(Heading("Priority 1: Homes", 2), Heading(about, 2)) == ["Priority 1: Homes"]
    assert walked(Heading(about, 1), Heading("Action plan", 2)) == []
    assert walked(Heading("Version control of leases", 2)) == ["Version control of leases"]


@pytest.mark.parametrize("box", ["Did you know?", "Case study: Ashgrove", "Key facts"])
def test_the_title_of_a_box_beside_the_text_ends_no_section(box):
    assert walked(Heading("Priority 1: Homes", 2), Heading(box, 2)) == ["Priority 1: Homes"]


def test_a_band_lasts_until_the_next_heading():
    outline = Outline(None)
    outline.band(section_from("Homes", label="Priority"))
    outline.band(section_from("Objective 1: Refuges"))
    assert titles(outline) == ["Homes", "Objective 1: Refuges"]
    outline.band(section_from("Courts", label="Priority"))
    assert titles(outline) == ["Courts"]
    outline.heading(Heading("Glossary", 1), 4)
    assert titles(outline) == ["Glossary"]


def test_the_number_of_a_table_heads_nothing_below_an_aim():
    outline = Outline("Plan")
    outline.heading(Heading("Priority 1: Homes", 2), 0)
    outline.heading(Heading("Table 2 – actions, leads and dates", 3), 1)
    assert [section.title for section in outline.path] == ["Priority 1: Homes"]


def left(*headings: Heading) -> list[str]:
    """The sections in force once the last of some headings was read as an action's text."""
    outline = Outline("Vale plan")
    for place, heading in enumerate(headings):
        outline.heading(heading, place)
        if heading.text.startswith("Action"):
            outline.leave(place)
    return titles(outline)


def test_actions_set_as_the_aim_above_them_do_not_end_it():
    aim, other = Heading("Priority 1: Homes", 2), Heading("Priority 2: Courts", 2)
    first, second = Heading("Action 1.1: Survey roofs", 2), Heading("Action 1.2: Fit alarms", 2)
    assert left(aim, first, second) == ["Priority 1: Homes"]
    assert left(aim, first, other, second) == ["Priority 2: Courts"]
    assert left(aim, Heading("Objective 1.1: Repairs", 2), first, second) == [
        "Priority 1: Homes",
        "Objective 1.1: Repairs",
    ]


def test_an_action_set_above_the_objective_before_it_ends_that():
    objective = Heading("Objective 1.1: Repairs", 3)
    action = Heading("Action 2: Survey roofs", 2)
    assert left(Heading("Priority 1: Homes", 2), objective, action) == ["Priority 1: Homes"]


def test_a_chapter_that_names_no_aim_ends_at_an_action_set_like_it():
    introduction, action = Heading("Introduction", 2), Heading("Action 1: Survey roofs", 2)
    assert left(Heading("Priority 1: Homes", 2), introduction, action) == []


def test_only_the_lowest_heading_can_be_left():
    outline = Outline("Vale plan")
    outline.leave(0)
    outline.heading(Heading("Priority 1: Homes", 2), 0)
    outline.leave(3)
    assert titles(outline) == ["Priority 1: Homes"]
    outline.band(section_from("Objective 1: Refuges"))
    outline.leave(0)
    assert titles(outline) == ["Priority 1: Homes", "Objective 1: Refuges"]


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


@pytest.mark.parametrize("level", [1, 2, 3])
def test_what_counts_a_title_right_above_it_is_part_of_the_heading(level):
    count, part = Heading("Priority 2", level), Heading("Why it matters", 3)
    assert walked(count, Heading("Warm homes", 2), part)[:1] == ["Priority 2 Warm homes"]


def test_a_line_above_a_heading_counts_it():
    outline = Outline("Vale plan")
    outline.heading(Heading("Warm homes", 2), 4, section_from("Mission 3"))
    (section,) = outline.path
    assert (section.label, section.name, section.kind) == ("Mission 3", "Warm homes", "priority")


@pytest.mark.parametrize("below", ["Why this matters", "Priority 2: Warm homes"])
def test_a_part_of_a_chapter_and_a_counted_title_take_no_count_from_above(below):
    assert walked(Heading("Priority 2", 1), Heading(below, 2))[-1] in ("Priority 2", below)


def test_a_bold_line_that_counts_an_aim_in_a_sentence_is_a_heading():
    line = Paragraph("Outcome 2: Every home is warm and dry.", bold=True)
    assert heading_of(line) == Heading(line.text, LOOKS_LEVEL)
    assert heading_of(replace(line, bold=False)) is None
    assert heading_of(Paragraph("Every home is warm and dry.", bold=True)) is None
    told = "Outcome 2 of the national plan is met by this."
    assert heading_of(Paragraph(told, bold=True)) is None


def test_success_measures_inside_a_chapter_are_no_section():
    outline = Outline(None)
    outline.heading(Heading("Places of learning", 1), 0)
    outline.heading(Heading("Success measures", 2), 1)
    assert [section.title for section in outline.path] == ["Places of learning"]
