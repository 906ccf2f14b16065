"""Heads that are nearly values, values that are nearly heads, and names with a date behind them."""

from dataclasses import replace

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.layouts.labels.two_fields import split_date
from extractors.priorities.narrative import find_priorities
from extractors.sections import section_from

from .tables import document, found, of_rows, pick, table


def test_a_grid_with_one_row_and_an_unknown_heading_is_no_form():
    (row,) = found(
        table(
            "**Objective**|**Action**|**Our own words**|**Lead**|**Due**\n"
            "Reach carers|Open a carers' desk|Sixty visits|Vale Council|Annually"
        )
    )
    assert (row["objective"], row["activity"]) == ("Reach carers", "Open a carers' desk")


def test_costs_of_two_years_make_no_budget_of_actions_that_somebody_leads():
    costs = "Lead|Year 1|Year 2\n{}|Vale|20|40\n{}|Harbours|10|30"
    plan = "Action|" + costs.format("Train 40 wardens", "Open a night shelter")
    assert pick(found(table(plan)), "activity", "lead") == [
        ("Train 40 wardens", "Vale"),
        ("Open a night shelter", "Harbours"),
    ]
    assert found(table("Activity|" + costs.format("Street lights", "Refuse and skips"))) == []


def test_values_that_are_headings_elsewhere_begin_no_new_heading_row():
    rows = found(
        table(
            "**Action**|**Outcome**|**End date**|**Status**\n"
            "Train door staff||Year 2|Complete\n"
            "Map the night bus stops|Fewer reports|2025/26|On track"
        )
    )
    assert pick(rows, "due", "status") == [("Year 2", "Complete"), ("2025/26", "On track")]


def test_a_row_that_a_table_style_fills_begins_no_new_headings_by_its_values():
    text = (
        "Priority|No.|Action|Lead|Start date|When\n"
        "Homes|Action 1|Open a refuge|Fire Service|May 2025|June 2026\n"
        "^|Action 2|Train ushers|Housing Desk|Complete|Year 2\n"
        "Work|Action 1|Map the bus stops|Job Centre|June 2026|TBC"
    )
    banded = {(row, column): "#d9e2f3" for row in (0, 2) for column in range(6)}
    rows = of_rows([line.split("|") for line in text.splitlines()], fills=banded)
    assert pick(found(rows), "ref", "lead", "due") == [
        ("Action 1", "Fire Service", "June 2026"),
        ("Action 2", "Housing Desk", "Year 2"),
        ("Action 1", "Job Centre", "TBC"),
    ]


def test_a_transposed_table_may_have_a_row_of_status_words():
    rows = found(
        table(
            "Action number|12|13|14\n"
            "Action|Open a hub|Train staff|Write to schools\n"
            "Lead|Vale|Police|Vale\n"
            "By when|Q3 2026|May 2026|June 2026\n"
            "Status|In progress|On track|In progress"
        )
    )
    assert pick(rows, "ref", "status") == [
        ("12", "In progress"),
        ("13", "On track"),
        ("14", "In progress"),
    ]


@pytest.mark.parametrize("title", ["Action P4.5", "P4.5"])
def test_a_form_takes_its_reference_from_a_title_that_is_nothing_else(title):
    (row,) = found(
        table(f"{title}|<\nAction|Open a hub\nLead|Vale Council\nBy when|May 2026\nStatus|Complete")
    )
    assert row["ref"] == "P4.5"


def test_a_label_of_nine_words_is_known_when_all_of_it_is_known():
    (row,) = found(
        table(
            "Action|Open a hub\nLead|Vale Council\nBy when|May 2026\n"
            "How will we know we have made a difference?|Sixty visits"
        )
    )
    assert row["items"] == ["Sixty visits"]


def test_several_objectives_in_the_band_of_a_priority_are_no_section():
    rows = found(
        table(
            "**Priority**|Safer evenings|<\n"
            "**Objectives**|• Educate//• Prevent|<\n"
            "**Action**|**Lead**|**By when**\n"
            "Light the towpath|Vale|2026"
        )
    )
    assert pick(rows, "section") == [("Safer evenings",)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Town Clerk March 2026", ("Town Clerk", "March 2026")),
        ("Police / by 30th June 2026", ("Police", "by 30th June 2026")),
        ("Youth Justice (May 2025)", ("Youth Justice", "May 2025")),
        ("Probation within 6 months", ("Probation", "within 6 months")),
        ("Education and Early Years Q1", ("Education and Early Years", "Q1")),
        ("Harbour Trust / by the end of May 2026", ("Harbour Trust", "by the end of May 2026")),
        ("Early Years, March 2027", ("Early Years", "March 2027")),
        ("Early Years", None),
        ("by May 2026", None),
        ("By end of 2026", None),
        ("Police", None),
    ],
)
def test_a_name_and_the_date_behind_it_are_told_apart(text, parts):
    assert split_date(text) == parts


def test_a_column_of_lead_and_date_is_split_in_one_line_too():
    (row,) = found(table("Action|Lead / Timescale\nOpen a hub|Vale Council, May 2026"))
    assert (row["lead"], row["due"]) == ("Vale Council", "May 2026")


def test_headings_that_a_number_alone_counts_are_the_aims_above_actions():
    sections = [section_from("1. Safer streets"), section_from("2. Fair services")]
    found = find_priorities(document(), sections)
    assert [(row.label, row.title) for row in found] == [
        ("1", "Safer streets"),
        ("2", "Fair services"),
    ]


def test_chapters_with_a_gap_in_their_numbers_are_no_aims():
    sections = [section_from("3. Safer streets"), section_from("5. Fair services")]
    assert find_priorities(document(), sections) == ()


def test_a_budget_by_activity_and_year_promises_nothing():
    assert not found(table("Activity|Cost|Funder|Year\nAdvice line|£9,000|Home Office|2026"))


@pytest.mark.parametrize(
    ("heading", "label", "name"),
    [
        ("5.1 Priority 2: Warm homes", "Priority 2", "Warm homes"),
        ("1. Strategic Priority 1: Early help", "Strategic Priority 1", "Early help"),
    ],
)
def test_the_number_of_a_chapter_before_a_label_is_no_part_of_it(heading, label, name):
    section = section_from(heading)
    assert (section.title, section.label, section.name) == (heading, label, name)


def test_an_objective_goes_on_under_a_priority_whose_heading_is_as_high():
    actions = find_actions(
        document(
            Heading("Priority 1: Safer evenings", 2),
            Heading("Aim 1 - Light the ways home", 2),
            table("Action|Lead|By when\nLight the towpath|Vale|2026"),
            Heading("Aim 2 - Staff the late bus", 2),
            table("Action|Lead|By when\nTrain drivers|Vale|2026"),
        )
    ).actions
    assert [[section.name for section in one.path] for one in actions] == [
        ["Safer evenings", "Light the ways home"],
        ["Safer evenings", "Staff the late bus"],
    ]


def test_a_line_with_a_marked_label_above_a_table_names_its_section():
    rows = found(
        Paragraph("Priority Safer evenings", lead_in="Priority"),
        Paragraph("Objectives Educate and prevent", lead_in="Objectives"),
        table("Action|Lead|By when\nLight the towpath|Vale|2026"),
    )
    assert pick(rows, "section") == [("Safer evenings",)]


def test_figures_are_no_titles_of_priorities():
    counts = table("Status|Not started|Complete\nPriority 1|6|8\nPriority 2|1|3\nTotal|7|11")
    assert find_priorities(document(counts)) == ()


def test_a_dropped_action_keeps_its_words_marks_and_measures():
    struck = [Paragraph("", "•", struck="Close the desk"), Paragraph("", "•", struck="Tell users")]
    measures = (Paragraph("", "1.", struck="Fewer visits"),)
    plan = table("Action|Lead|How will we know?\n-|-|-\nOpen a desk|Vale|Sixty visits")
    cells = [
        replace(cell, paragraphs=tuple(struck) if cell.column == 0 else measures)
        if cell.row == 1 and cell.column != 1
        else cell
        for cell in plan.cells
    ]
    row = find_actions(document(replace(plan, cells=tuple(cells)))).actions[0].row
    assert row.dropped
    assert row.cells["activity"] == "• Close the desk • Tell users"
    assert row.measures == ("Fewer visits",)


def test_every_text_of_a_column_of_themes_is_an_aim():
    plan = table(
        "Theme|Action|Lead|By when\n"
        "Safer evenings|Light the towpath|Vale|2026\n|Staff the late bus|Vale|2026\n"
        "Fair services|Open a desk|Police|2027"
    )
    sections = find_actions(document(plan)).sections
    assert [(one.name, one.kind) for one in sections] == [
        ("Safer evenings", "priority"),
        ("Fair services", "priority"),
    ]


def test_a_row_of_objectives_across_the_table_leaves_the_priority_above_the_section():
    rows = found(
        table(
            "**Priority 2: Safer streets**|<|<\n"
            "Objectives: People walk home without fear|<|<\n"
            "**Action**|**Lead**|**Due**\n"
            "Light the towpath by the mill|Vale Council|May 2026"
        )
    )
    assert pick(rows, "section") == [("Priority 2: Safer streets",)]


def test_a_counted_objective_across_the_table_is_the_section():
    rows = found(
        table(
            "**Priority 2: Safer streets**|<|<\n"
            "**Objective 1: People walk home without fear**|<|<\n"
            "**Action**|**Lead**|**Due**\n"
            "Light the towpath by the mill|Vale Council|May 2026"
        )
    )
    assert pick(rows, "section") == [("Objective 1: People walk home without fear",)]


def test_a_row_that_joins_headings_into_groups_is_no_row_of_text():
    rows = found(
        table(
            "**Plan**|<|<|<|**Progress**|<|<|<\n"
            "**No**|**Action**|**Lead**|**When**|**Q1 25/6**|**Q2 25/6**|**Q3 25/6**|**Q4 25/6**\n"
            "**Priority 1: Safer streets**|<|<|<|<|<|<|<\n"
            "1.1|Light the towpath|Vale|May 2027|Open|Open||\n"
            "1.2|Fund a patrol|Police|June 2027||Open||"
        )
    )
    assert pick(rows, "ref", "activity", "section") == [
        ("1.1", "Light the towpath", "Priority 1: Safer streets"),
        ("1.2", "Fund a patrol", "Priority 1: Safer streets"),
    ]


def test_the_quarters_of_a_chart_do_not_hide_the_headings_beside_them():
    rows = found(
        table(
            "|||2026/27|<|<|<\nNo|Planned activity|Lead|Q1|Q2|Q3|Q4\n"
            "1.1|Light the towpath|Vale|||x|\n1.2|Fund a patrol|Police|x|||"
        )
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("1.1", "Light the towpath", "Vale"),
        ("1.2", "Fund a patrol", "Police"),
    ]


def test_the_number_of_an_objective_in_a_column_of_its_own_is_no_part_of_the_reference():
    rows = "1|Safe homes|1.1|Open a refuge|Vale\n^|^|1.2|Train ushers|HMCTS"
    actions = found(table(f"Ref|Strategic aim|Ref|Action|Lead\n{rows}"))
    assert pick(actions, "ref", "objective") == [("1.1", "Safe homes"), ("1.2", "Safe homes")]


def test_of_two_columns_of_objectives_the_wider_one_is_the_section():
    rows = "Safe homes|More beds|Open a refuge|Vale\n^|Warm rooms|Mend the roof|Vale"
    actions = found(table(f"Strategic objective|Operational objective|Action|Lead\n{rows}"))
    assert pick(actions, "section", "objective") == [
        ("Safe homes", "More beds"),
        ("Safe homes", "Warm rooms"),
    ]


@pytest.mark.parametrize("number", ["", "1"])
def test_an_objective_in_a_row_of_its_own_above_its_actions_is_no_action(number):
    rows = f"{number}|Safe homes|||\n1.1||Open a refuge|Vale|2026\n1.2||Mend the roof|Vale|2027"
    actions = found(table(f"Ref|Objective|Action|Lead|By when\n{rows}"))
    assert pick(actions, "objective", "activity") == [
        ("Safe homes", "Open a refuge"),
        ("Safe homes", "Mend the roof"),
    ]


def test_an_objective_with_a_lead_and_no_action_is_kept_beside_those_below_it():
    rows = "1|Safe homes||Vale|2026\n1.1||Open a refuge|Vale|2026"
    actions = found(table(f"Ref|Objective|Action|Lead|By when\n{rows}"))
    assert pick(actions, "objective", "activity") == [
        ("Safe homes", ""),
        ("Safe homes", "Open a refuge"),
    ]


def test_what_and_by_when_are_headings_whatever_names_of_bodies_stand_between_them():
    rows = "Open a refuge|Lead|Support||2026\nTrain ushers|Support||Lead|2027"
    actions = found(table(f"Action|Council|Police|Health|By when\n{rows}"))
    assert pick(actions, "activity", "due") == [("Open a refuge", "2026"), ("Train ushers", "2027")]


def test_the_same_headings_hold_the_same_in_every_table():
    """The updates of three tables were the status of two and the update of one."""
    heads = "Action|Lead|Completion date|Update\n"
    plan = table(heads + "Open a hub|Vale|May 2027|Complete\nClose a hub|Ash|June 2027|On track")
    said = table(heads + "Buy homes|Vale|May 2027|Four bought\nSell one|Ash|June 2027|Sold in May")
    rows = found(plan, Heading("Homes", 2), said)
    assert [row["status"] for row in rows] == ["Complete", "On track", "Four bought", "Sold in May"]


@pytest.mark.parametrize("head", ["Area for improvement", "High impact action", "We will achieve"])
def test_what_stands_beside_the_actions_that_answer_it_is_their_objective(head):
    plan = f"**{head}**|**Action**|**Lead**|**Due**\nCalls are answered late|Train staff|Vale|2027"
    (row,) = found(table(plan))
    assert (row["objective"], row["activity"]) == ("Calls are answered late", "Train staff")


def test_position_above_how_far_actions_are_is_their_status():
    rows = found(
        table(
            "**Action**|**Lead**|**Position**\n"
            "Open a carers' desk|Vale Council|On target\nTrain every usher|Courts|Not started"
        )
    )
    assert pick(rows, "lead", "status") == [
        ("Vale Council", "On target"),
        ("Courts", "Not started"),
    ]
