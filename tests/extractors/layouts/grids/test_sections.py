"""Which priority, theme or objective a row stands under: bands, headings, first columns."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading
from extractors.extract import extract
from tests.extractors.tables import document, found, pick, table


def test_bands_in_the_table_name_the_section():
    rows = found(
        Heading("Our plan of action", 1),
        table(
            "Priority|Early help|<|<\nAims|Ask|Listen|Act\nRef|Action|Lead|By when\n"
            "E1|Ask in clinics|ICB|2025"
        ),
    )
    assert pick(rows, "section") == [("Early help",)]


def test_a_band_table_names_the_section_of_the_table_below_it():
    rows = found(
        table("Priority|Safety and support|<|<\nObjectives|Safe|Support|Heard"),
        table("Ref|Action|Lead|By when\nS1|Open a refuge|Vale|2026"),
    )
    assert pick(rows, "section") == [("Safety and support",)]


def test_full_width_rows_name_the_priority_and_then_its_objective():
    rows = found(
        table(
            "Ref|Action|Lead|By when\n"
            "Priority 1: Prevention|<|<|<\n"
            "Objective 1.1: Lessons|<|<|<\n1|Teach|Schools|2025\n"
            "Objective 1.2: Clubs|<|<|<\n2|Visit|Police|2025\n"
            "Priority 2: Courts|<|<|<\n3|List sooner|HMCTS|2026"
        )
    )
    assert pick(rows, "section") == [
        ("Objective 1.1: Lessons",),
        ("Objective 1.2: Clubs",),
        ("Priority 2: Courts",),
    ]


def test_a_theme_column_is_the_section_of_its_rows():
    rows = found(
        table("Theme|Action|Owner|When\nPlaces|Light paths|Vale|2025\n^|Walk them|Police|2026")
    )
    assert pick(rows, "section", "activity") == [("Places", "Light paths"), ("Places", "Walk them")]


@pytest.mark.parametrize(
    ("before", "section"),
    [
        ([Heading("Vale plan", 1), Heading("Strand 2: Homes", 2)], "Strand 2: Homes"),
        ([Heading("Strand 2: Homes", 2), Heading("Action plan", 3)], "Strand 2: Homes"),
        ([Heading("Vale plan", 1)], None),
        ([Heading("Strand 2: Homes", 2), Heading("Strand 3: Courts", 2)], "Strand 3: Courts"),
        ([Heading("Strand 2: Homes", 2), Heading("Appendix 1: Action plan 2025", 1)], None),
    ],
)
def test_the_nearest_heading_that_names_an_aim_is_the_section(before, section):
    rows = found(*before, table("Action|Lead|When\nOpen a hub|Vale|2025"), title="Vale plan")
    assert pick(rows, "section") == [(section,)]


def test_a_note_across_the_table_is_reported_and_names_no_section():
    result = find_actions(
        document(
            table(
                "Ref|Action|Lead|When\n1|Open a hub|Vale|2025\n"
                "Red means that the action is late and green that it is done.|<|<|<\n2|Ask|PCC|2026"
            )
        )
    )
    assert [action.row.section for action in result.actions] == [None, None]
    assert [problem.code for problem in result.problems] == ["unread_row"]


def test_a_blank_theme_means_the_theme_above():
    rows = found(
        table("Theme|Ref|Action|Lead\nPlaces|1|Light|Vale\n|2|Walk|PCC\nHomes|3|Open|Vale")
    )
    assert pick(rows, "section") == [("Places",), ("Places",), ("Homes",)]


def test_an_aim_beside_objectives_is_the_section_and_the_objective_stays():
    rows = found(table("Aim|Objective|Action|By whom\nA safe vale|Fewer repeats|Map them|Police"))
    assert pick(rows, "section", "objective") == [("A safe vale", "Fewer repeats")]


def test_a_title_row_that_names_the_plan_leaves_the_heading_above_the_section():
    (row,) = found(
        Heading("Priority 2: Safe homes", 2),
        table(
            "Delivery plan 2025-26 | < | < | <\n"
            "Ref | Action | Lead | By when\n"
            "2.1 | Open a second refuge | Vale | May 2026"
        ),
    )
    assert (row["ref"], row["section"]) == ("2.1", "Priority 2: Safe homes")


def test_a_counted_outcome_across_a_table_is_a_section_and_no_measure():
    rows = found(
        table(
            "Action|Lead|When|Status\nOutcome 1: Safer homes|<|<|<\nOpen a refuge|Vale|2026|Open\n"
            "Outcome 2: Safer parks|<|<|<\nCut the hedges|Vale|2027|Open"
        )
    )
    assert pick(rows, "activity", "section") == [
        ("Open a refuge", "Outcome 1: Safer homes"),
        ("Cut the hedges", "Outcome 2: Safer parks"),
    ]


def test_a_merged_first_column_without_heading_says_what_its_rows_serve():
    rows = found(
        table(
            "|Action|Lead|When\n"
            "Safe at night|Light the towpath|Vale|2026\n^|Train bar staff|Police|2027\n"
            "Help close to home|Open a hub|Haven|2026\n^|Publish a map|Vale|2027"
        )
    )
    assert pick(rows, "section", "activity") == [
        ("Safe at night", "Light the towpath"),
        ("Safe at night", "Train bar staff"),
        ("Help close to home", "Open a hub"),
        ("Help close to home", "Publish a map"),
    ]


def test_a_first_column_of_counted_aims_needs_no_heading():
    rows = found(
        table(
            "|Action|Lead|When\nPriority 1: Warm homes|Insulate lofts|Vale|2026\n"
            "Priority 2: Clean air|Plant trees|Parks|2027"
        )
    )
    assert [row["section"] for row in rows] == ["Priority 1: Warm homes", "Priority 2: Clean air"]


def test_a_first_column_of_names_without_heading_is_no_section():
    rows = found(table("|Action|When\nVale|Insulate lofts|2026\nParks|Plant trees|2027"))
    assert pick(rows, "section", "lead") == [(None, "Vale"), (None, "Parks")]


def test_a_counted_title_in_the_first_column_that_says_anything_is_a_section():
    """Sheets printed with a blank first column; the title was an action without a lead."""
    rows = found(
        table(
            "|Action|Lead|By when\n|Light the park|Vale|May 2027\n|Aim 2: safer homes||\n"
            "|Action|Lead|By when\n|Fit second locks|Homes|June 2027"
        )
    )
    assert pick(rows, "section") == [(None,), ("Aim 2: safer homes",)]


@pytest.mark.parametrize(
    "said", ["Why this matters: Waiting is no care.", "Rationale: It is slow."]
)
def test_why_an_aim_matters_is_no_section_below_it(said):
    plan = "Action|Lead|By when\nCut the wait for a first visit|Health Board|2028"
    rows = found(table(f"**Objective 2: Shorter waits**|<|<\n{said}|<|<\n{plan}"))
    assert pick(rows, "section") == [("Objective 2: Shorter waits",)]
    named = found(table("Action|Lead|By when\nPurpose: Short waits|<|<\nHire staff|Vale|2028"))
    assert pick(named, "section") == [("Purpose: Short waits",)]


def test_what_is_said_of_a_title_above_the_headings_is_told_and_no_action():
    """Each of two tables that a plan repeats its headings in began with a false action."""
    heads = "Improvement action|Lead partner|Timescale|Indicator"
    rows = (
        f"Aim 1: Homes|<|<|<\nWhy it matters|Too few ask for help.|<|<\n{heads}\n"
        "Open a hub|Vale|2026|90 visits\nLight the quay|Port|2026|No falls\n"
        f"Aim 2: Work|<|<|<\nWhy it matters|Courts are slow at this.|<|<\n{heads}\n"
        "Train staff|Police|2027|All trained"
    )
    read = extract(document(table(rows)))
    assert [action.cells["activity"] for action in read.actions] == [
        "Open a hub",
        "Light the quay",
        "Train staff",
    ]
    told = [problem.message for problem in read.problems]
    assert sum("Why it matters" in message for message in told) == 2


def test_a_short_sentence_below_a_counted_title_explains_it():
    rows = (
        "PRIORITY C: Stalking|<|<\nStill one in five crimes.|<|<\nAction|Lead|By when\n"
        "Pay for an advocate|Office of the PCC|2026\nTrain barbers|College|2027"
    )
    assert pick(found(table(rows)), "section") == [("PRIORITY C: Stalking",)] * 2


def test_an_action_with_one_merged_cell_beside_it_above_repeated_headings_is_an_action():
    heads = "Action|Lead|By when"
    plan = (
        f"{heads}\nOpen a hub|Vale|2026\nReview the lease|Head of Estates|<\n{heads}\nTrain|A|2027"
    )
    assert ("Review the lease",) in pick(found(table(plan)), "activity")


def test_a_sentence_that_explains_a_counted_title_is_told_where_no_priority_says_it():
    rows = (
        "Action|Lead|By when\nOpen a hub|Vale|2026\nPriority 2: Buses|<|<\nIt is slow.|<|<\n"
        "Add a night bus|Vale Buses|2027"
    )
    read = extract(document(table(rows)))
    kept = [cell.text for action in read.actions for cell in action.other_cells]
    said = [one.summary or "" for one in read.priorities]
    told = [problem.message for problem in read.problems]
    assert any("It is slow." in text for text in (*kept, *said, *told))
