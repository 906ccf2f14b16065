"""Rows under named columns are actions: cells, headings, references, marks and what is told."""

from dataclasses import replace

import pytest

from extractors.actions import find_actions
from extractors.blocks import Cell, Heading, Paragraph, Table
from extractors.stitching.stitch import stitch

from .tables import document, found, of_rows, pick, table


def test_every_row_with_action_text_is_an_action_with_all_its_cells():
    (row,) = found(
        Heading("Priority 1: Safer evenings", 2),
        table(
            "Ref|Action|How will we know?|Lead|Support|Start|Finish|Status|H/M/L\n"
            "1.1|Light the towpath|Fewer reports|Vale Council|Police|May 2025|Ongoing|In progress|H"
        ),
    )
    assert row == {
        "ref": "1.1",
        "activity": "Light the towpath",
        "measures": "Fewer reports",
        "items": ["Fewer reports"],
        "lead": "Vale Council",
        "support": "Police",
        "start": "May 2025",
        "due": "Ongoing",
        "status": "In progress",
        "rating": "H",
        "section": "Priority 1: Safer evenings",
    }


def test_an_empty_cell_is_empty_and_an_absent_column_is_absent():
    (row,) = found(table("Action|Lead|By when\nOpen a drop-in|Vale|"))
    assert row["due"] == ""
    assert "status" not in row


def test_a_sum_below_the_rows_is_no_action_and_is_told():
    read = find_actions(
        stitch(
            document(table("Ref|Action|Lead\n1|Plant trees|Parks\n2|Lend hives|Parks\nTotal|2|"))
        )
    )
    assert [action.row.cells["ref"] for action in read.actions] == ["1", "2"]
    assert [problem.code for problem in read.problems] == ["unread_row"]


def test_a_row_with_an_objective_and_no_action_is_an_action_of_its_own():
    rows = found(
        table(
            "Objective|Action|Lead|End\n1. Plan|Draft it|Vale|May\n2. Count what is done||Vale|June"
        )
    )
    assert pick(rows, "ref", "objective", "activity") == [
        ("1", "Plan", "Draft it"),
        ("2", "Count what is done", ""),
    ]


@pytest.mark.parametrize("again", ["", "^"])
def test_a_row_that_takes_over_a_numbered_objective_takes_its_reference(again):
    rows = found(
        table(
            "Objective|Action|Lead|Due\n1.1 Warm homes|Insulate lofts|Vale|2027\n"
            f"{again}|Paint doors|Works|2028"
        )
    )
    assert pick(rows, "ref", "objective", "activity") == [
        ("1.1", "Warm homes", "Insulate lofts"),
        ("1.1", "Warm homes", "Paint doors"),
    ]


def test_a_table_of_objectives_alone_has_no_activity():
    rows = found(
        table(
            "Priority H/M/L|Objectives|Lead group\n"
            "M|1. Bring boys and men into the talk about respect|Voices group\n"
            "Н|2. Find more places in refuges for larger families|^"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "rating") == [
        ("1", None, "Voices group", "M"),
        ("2", None, "Voices group", "Н"),
    ]


def test_aims_without_an_action_column_are_the_actions():
    rows = found(
        table("No.|Aims|Lead|Target Date\n1|Set up a forum of survivors|Vale / PCC|May annually")
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1", "Set up a forum of survivors", "Vale / PCC", "May annually")
    ]


def test_a_priority_column_of_levels_is_a_rating():
    rows = found(
        table("Priority|Action|Owner|When\nHigh|Light paths|Vale|2025\nLow|Walk|Police|2026")
    )
    assert pick(rows, "rating", "section") == [("High", None), ("Low", None)]


def test_start_and_end_stand_under_timescale():
    rows = found(
        table(
            "Action|Lead|Timescale|<|Status\n^|^|Start|End|^\nOpen a refuge|Vale|May 2025|2026|Open"
        )
    )
    assert pick(rows, "activity", "start", "due", "status") == [
        ("Open a refuge", "May 2025", "2026", "Open")
    ]


def test_marks_of_who_leads_and_who_helps_make_no_heading_row():
    """Plans of Ireland have a column for each body, with "Lead" or "Partner" in it."""
    rows = found(
        table(
            "**No.**|**Action**|**Timeframe**|**Health**|**Police**|**Vale**\n"
            "1|Light the quay|Years 1-2|Partner|Partner|Lead\n2|Mend it|1-2 years|Lead||Partner"
        )
    )
    assert pick(rows, "ref", "due") == [("1", "Years 1-2"), ("2", "1-2 years")]


def test_headings_repeated_inside_the_table_are_no_rows():
    rows = found(table("Ref|Action|Lead\n1|Teach|Schools\nRef|Action|Lead\n2|Train|Police"))
    assert pick(rows, "ref") == [("1",), ("2",)]


def test_a_table_without_headings_takes_those_of_the_table_before():
    rows = found(
        Heading("Theme A: Homes", 2),
        table("Ref|Action|Lead|By when\nA1|Open a refuge|Vale|May 2025"),
        Heading("Theme B: Streets", 2),
        table("B1|Light the towpath|Vale|June 2025"),
    )
    assert pick(rows, "ref", "activity", "due", "section") == [
        ("A1", "Open a refuge", "May 2025", "Theme A: Homes"),
        ("B1", "Light the towpath", "June 2025", "Theme B: Streets"),
    ]


def test_columns_without_any_heading_are_named_by_what_they_hold():
    result = find_actions(
        document(
            table(
                "V1|Agree how the hospital and the refuge share what they know|ICB|March 2025\n"
                "V2|Train every housing officer to see the signs and to act on them|Vale|Ongoing\n"
                "V3|Ask those who use the hub what they would change, and change it|PCC|2026/27"
            )
        )
    )
    assert [row.row.cells["ref"] for row in result.actions] == ["V1", "V2", "V3"]
    assert [row.row.cells["lead"] for row in result.actions] == ["ICB", "Vale", "PCC"]
    assert all("column inferred from content" in row.row.reasons for row in result.actions)


def test_an_unknown_heading_is_reported_with_what_stands_under_it():
    result = find_actions(
        document(table("Action|Lead|Wellbeing lens\nOpen a hub|Vale|All ages", 12))
    )
    (problem,) = result.problems
    assert problem.code == "unknown_heading"
    assert problem.page == 12
    assert problem.message == (
        'p.12 table 1: heading "Wellbeing lens" is not known. It holds 1 texts, first "All ages". '
        'Add it to extractors/headings.csv, or map it to "ignore".'
    )


def test_headings_of_twenty_words_are_known_by_their_words():
    heads = (
        "**Actions that all partners will take together over the life of this plan**|"
        "**Measures by which the board will judge whether people are any safer than before**|"
        "**Lead organisation and the officer who answers for it to the board each quarter**"
    )
    result = find_actions(document(table(heads + "\nOpen a hub|Visits counted|Vale")))
    (row,) = [action.row for action in result.actions]
    assert row.cells == {"activity": "Open a hub", "measures": "Visits counted", "lead": "Vale"}
    assert "heading known by its words" in row.reasons
    assert row.score < 100


def test_numbers_before_the_actions_are_their_references():
    rows = found(
        table(
            "Milestone|Measurement|Target Date\n2.1 Publish goals|Done|May 2025\n2.2 Hire|Done|2026"
        )
    )
    assert pick(rows, "ref", "activity") == [("2.1", "Publish goals"), ("2.2", "Hire")]


def test_a_list_inside_an_action_is_no_reference():
    rows = found(
        table(
            "Action|Lead|When\nOpen two hubs//1. East//2. West|Vale|2025\n1. Ask//2. Act|PCC|2026"
        )
    )
    assert [row["activity"] for row in rows] == ["Open two hubs 1. East 2. West", "1. Ask 2. Act"]


def test_a_wholly_struck_row_is_a_dropped_action():
    struck = Paragraph("", struck="Move the clinic")
    cells = list(table("Action|Lead|When\nOpen a hub|Vale|2025\nx|y|z").cells)
    cells[6:] = [Cell(2, 0, (struck,)), Cell(2, 1, ()), Cell(2, 2, ())]
    rows = find_actions(document(Table(tuple(cells), 3, 3))).actions
    assert [row.row.dropped for row in rows] == [False, True]
    assert rows[1].row.cells["activity"] == "Move the clinic"


def test_a_table_of_which_every_row_is_struck_holds_dropped_actions():
    struck = [Paragraph("", struck=said) for said in ("Move the clinic", "Vale", "2025")]
    cells = list(table("Action|Lead|When\nx|y|z").cells)
    cells[3:] = [Cell(1, column, (one,)) for column, one in enumerate(struck)]
    (row,) = find_actions(document(Table(tuple(cells), 2, 3))).actions
    assert row.row.dropped
    assert row.row.cells == {"activity": "Move the clinic", "lead": "Vale", "due": "2025"}


def test_a_colour_alone_says_how_an_action_stands():
    one = of_rows(
        [["Action", "Lead", "RAG"], ["Open a hub", "Vale", ""], ["Train", "PCC", ""]],
        fills={(1, 2): "#00b050", (2, 0): "#eeeeee", (2, 1): "#eeeeee", (2, 2): "#eeeeee"},
    )
    rows = [action.row for action in find_actions(document(one)).actions]
    assert rows[0].colours == {"rag": "#00b050"}
    assert rows[1].colours == {}


def test_tables_side_by_side_in_one_grid_are_read_left_to_right():
    rows = found(
        table(
            "Ref|Action|Lead||Ref|Action|Lead\n1|Teach|Vale||3|Train|ICB\n2|Ask|PCC||4|List|HMCTS"
        )
    )
    assert pick(rows, "ref", "lead") == [("1", "Vale"), ("2", "PCC"), ("3", "ICB"), ("4", "HMCTS")]


def test_a_plan_inside_a_table_that_only_arranges_the_page_is_read():
    inner = table("Ref|Action|Lead|When\n1|Open a hub|Vale|2025")
    outer = table("What we heard|Our answer")
    cells = (outer.cells[0], replace(outer.cells[1], nested=(inner,)))
    assert pick(found(replace(outer, cells=cells)), "activity") == [("Open a hub",)]


def test_a_row_of_which_nothing_is_made_is_reported():
    result = find_actions(
        document(table("Ref|Action|Lead|When\n|Teach|Vale|2025\n7||Police|2026", 3))
    )
    assert len(result.actions) == 1
    assert [problem.code for problem in result.problems] == ["unread_row"]
    assert '"7 | Police | 2026"' in result.problems[0].message


def test_one_action_a_row_though_its_cell_lists_several_with_stacked_dates():
    rows = found(
        table(
            "Action|Lead|Timescale\n"
            "• Map what there is//• Buy what is missing//• Judge it|Vale//ICB//PCC|May//June//2026"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("• Map what there is • Buy what is missing • Judge it", "Vale\nICB\nPCC", "May June 2026")
    ]


def test_lead_and_date_in_one_column_are_parted_where_each_has_a_line():
    rows = found(table("Action|Lead / Timescale\nOpen a hub|Vale Council//May 2025\nTrain|Police"))
    assert pick(rows, "lead", "due") == [("Vale Council", "May 2025"), ("Police", "")]


def test_a_column_of_promises_under_an_unknown_heading_is_the_activity():
    result = find_actions(
        document(
            table(
                "Voices from the vale|Lead|By when\n"
                "Open a refuge in the north|Vale|2025\nTrain every officer who answers|PCC|2026"
            )
        )
    )
    assert [action.row.cells["activity"][:7] for action in result.actions] == ["Open a ", "Train e"]
    assert result.actions[0].row.score < 75
    assert [problem.code for problem in result.problems] == ["unknown_heading"]


def test_short_actions_that_say_how_often_are_no_dates():
    rows = found(
        table(
            "Action|Lead|When\nHold a monthly board|Vale|2026\nPublish the quarterly data|ICB|2027"
        )
    )
    assert len(rows) == 2


@pytest.mark.parametrize(("marker", "ref"), [("4.", "4"), ("iv)", "iv"), ("(iv)", "(iv)")])
def test_a_counted_reference_is_read_without_its_stop_and_with_both_its_brackets(marker, ref):
    plain = table("No|Action|Lead\n|Open a hub|Vale")
    cells = [
        replace(cell, paragraphs=(Paragraph("", marker, numbered=True),))
        if (cell.row, cell.column) == (1, 0)
        else cell
        for cell in plain.cells
    ]
    (one,) = find_actions(document(replace(plain, cells=tuple(cells)))).actions
    assert one.row.cells["ref"] == ref


def test_headings_of_a_small_table_inside_one_cell_head_no_column():
    rows = found(
        table(
            "No.|Action|Indicators|<|Owner|By when\n"
            "7|Light the towpath|Counts|<|Vale|May 2026\n"
            "^|^|Indicator|Target|^|^\n"
            "^|^|Fewer reports|40|^|^\n"
            "8|Train door staff|Two sessions|<|Police|June 2026"
        )
    )
    assert pick(rows, "ref", "lead") == [("7", "Vale"), ("8", "Police")]


def test_a_reference_on_a_line_of_its_own_in_the_cell_of_the_action_is_its_reference():
    plan = table("Action|Lead|When\n1.1 // Plant a tree|Parks|2027\n1.2 // Fix lamps|Roads|2027")
    said = {cell: tuple(map(Paragraph, cell.text.split(" // "))) for cell in plan.cells}
    rows = found(replace(plan, cells=tuple(replace(c, paragraphs=said[c]) for c in plan.cells)))
    assert pick(rows, "ref", "activity") == [("1.1", "Plant a tree"), ("1.2", "Fix lamps")]


def test_of_two_columns_in_two_languages_the_english_one_is_read():
    rows = found(
        table(
            "Ref|Action|Gweithred|Lead|Arweinydd|By when\n"
            "1.1|Light the quay|Goleuo'r cei|Vale|Y Fro|May 2027\n"
            "1.2|Mend the slip|Trwsio'r llithrfa|Pilots|Peilotiaid|2028"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Light the quay", "Vale", "May 2027"),
        ("Mend the slip", "Pilots", "2028"),
    ]


def test_a_shaded_row_with_a_count_of_months_is_no_row_of_headings():
    filled = dict.fromkeys([(0, c) for c in range(4)] + [(2, c) for c in range(4)], "#dddddd")
    rows = "Action|Output|Timeline|Lead\nOpen a refuge|A refuge|2026|Vale\n"
    rows += (
        "Train ushers in partnership with courts|Ushers|12 months|Human resources\nLight it|x|y|z"
    )
    held = of_rows([line.split("|") for line in rows.split("\n")], fills=filled)
    assert [row["due"] for row in found(held)] == ["2026", "12 months", "y"]


def test_a_row_whose_values_are_headings_too_is_an_action():
    last = "We will: //• Light the quay//• Mend the steps|Police (lead)|Years 1-2"
    rows = f"Open a second refuge|Vale|Years 2-3\n{last}"
    actions = found(table(f"Action|Lead|When\n{rows}"))
    assert pick(actions, "lead", "due") == [("Vale", "Years 2-3"), ("Police (lead)", "Years 1-2")]


def test_what_people_said_stands_before_the_actions_that_answer_it():
    rows = found(
        table(
            "You said|We will|Who|When\nThe quay is dark|Light the steps|Harbour Trust|May 2027\n"
            "Boats go too fast|Mark a lane for canoes|Pilots|June 2027"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Light the steps", "Harbour Trust", "May 2027"),
        ("Mark a lane for canoes", "Pilots", "June 2027"),
    ]


@pytest.mark.parametrize("label", ["Total", "Grand total:", "Sub-total, year 1"])
def test_a_row_that_adds_up_costs_is_no_action_and_is_told(label):
    rows = f"Open a refuge|Vale|£40,000|2026\nTrain ushers|HMCTS|£15,000|2027\n{label}||£55,000|"
    result = find_actions(document(table(f"Action|Lead|Cost|By when\n{rows}")))
    assert [one.row.cells["activity"] for one in result.actions] == [
        "Open a refuge",
        "Train ushers",
    ]
    assert [problem.code for problem in result.problems] == ["unread_row"]


def test_an_action_that_begins_with_total_is_none_that_adds_up():
    rows = "Total review of the rota|Vale|£40,000|2026\nTrain ushers|HMCTS|£15,000|2027"
    actions = found(table(f"Action|Lead|Cost|By when\n{rows}"))
    assert pick(actions, "activity") == [("Total review of the rota",), ("Train ushers",)]


def test_rows_of_which_few_have_begun_say_how_far_they_are():
    rows = found(
        table(
            "What|Who|When|Progress\n"
            "Open a drop-in|Vale|May 2026|Underway\n"
            "Train nurses in abuse|Vale|June 2026|To start\n"
            "Light the towpath|Port|June 2026|Yet to begin"
        )
    )
    assert pick(rows, "status") == [("Underway",), ("To start",), ("Yet to begin",)]


def test_an_export_of_a_task_planner_has_keys_and_assignees():
    (row,) = found(table("Key|Action|Assignee|Due date\nVAW-1|Open a drop-in|Vale|May 2026"))
    assert (row["ref"], row["lead"]) == ("VAW-1", "Vale")


@pytest.mark.parametrize("heading", ["Description", "What it involves", "What is involved"])
def test_a_scheme_with_a_text_beside_it_is_what_it_says(heading):
    """Tables of schemes were told as holding nothing that surely says what."""
    rows = found(
        table(
            f"Scheme|{heading}|Lead organisation|Timescale|Status\n"
            "Quay Road|Build a cycleway to the college|Vale Council|2026/27|Funded\n"
            "Mill Bridge|Widen the footway and add a crossing|Highways|2028|Bid made"
        )
    )
    assert pick(rows, "activity", "lead", "due", "status") == [
        ("Build a cycleway to the college", "Vale Council", "2026/27", "Funded"),
        ("Widen the footway and add a crossing", "Highways", "2028", "Bid made"),
    ]


def test_schemes_alone_are_the_actions():
    rows = found(
        table(
            "Scheme|Lead|Start|Finish|Status\n"
            "Build a cycleway on Quay Road|Vale Council|2026|2028|Design\n"
            "Bus shelters on Route 12|Highways|2026|2027|Tender"
        )
    )
    assert pick(rows, "activity", "start", "due") == [
        ("Build a cycleway on Quay Road", "2026", "2028"),
        ("Bus shelters on Route 12", "2026", "2027"),
    ]


def test_commitments_without_a_verb_are_actions_where_measure_and_status_follow_who_and_when():
    """17 of a plan were told as unread; "Commitment | Lead | By when" alone heads anything."""
    rows = (
        "Same day clinics in both towns|Health Board|Port|March 2026|200 people seen|On track\n"
        "Monthly boat to the islands|Health Board|Fen|May 2026|12 trips|Delayed\n"
        "Overdose response within 24 hours|Vale|Police|May 2027|All seen|On track\n"
        "Whole family worker in each locality|Vale|Schools|June 2027|Four in post|On track"
    )
    heads = "Commitment|Lead|Partners|By when|Measure|Status"
    assert len(found(Heading("Delivery plan", 2), table(f"{heads}\n{rows}"))) == 4
