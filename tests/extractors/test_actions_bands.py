"""Rows across a table that name a section, printed whole, cut by a page or by columns."""

from dataclasses import replace

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph

from .tables import document, found, pick, table

HEAD = "Ref|Action|Measures|Lead|By when"


def sections(rows: str, **more) -> list[str | None]:
    return [section for (section,) in pick(found(table(f"{HEAD}\n{rows}", **more)), "section")]


def test_a_row_across_the_table_that_a_page_cut_is_one_section():
    first = "Priority 1: Fewer people are harmed|<|<|<|<\nat home and at work|<|<|<|<"
    rows = f"{first}\n1|Open a refuge|Beds|Vale|2026\nPriority 2: Fair courts|<|<|<|<"
    assert sections(f"{rows}\n2|List sooner|Weeks|HMCTS|2027") == [
        "Priority 1: Fewer people are harmed at home and at work",
        "Priority 2: Fair courts",
    ]


@pytest.mark.parametrize(
    ("rows", "section"),
    [
        ("Priority 1|<|<|<|<\nWarm homes|<|<|<|<", "Priority 1 Warm homes"),
        ("Priority 1: Warm homes // One in ten homes is cold in the winter.|<|<|<|<", None),
        (
            "Warm homes // Why // One in ten homes is cold in the winter. // Acts|<|<|<|<",
            "Warm homes",
        ),
        (
            "Priority 1: Warm homes for every // family in need in all of the borough.|<|<|<|<",
            "Priority 1: Warm homes for every family in need in all of the borough.",
        ),
        ("|**Warm homes**|||", "Warm homes"),
        ("Warm homes // One in ten homes is cold in the winter months.|<|<|<|<", "Warm homes"),
    ],
)
def test_a_title_below_its_number_or_above_a_sentence_is_the_section(rows, section):
    section = section or "Priority 1: Warm homes"
    assert sections(f"{rows}\n1|Insulate lofts|Homes|Vale|2026") == [section]


def test_the_rest_of_a_heading_above_the_first_row_of_a_page_is_no_section():
    """The last line of the head "How we will know" stood alone overleaf."""
    assert sections("||||**know**\n1|Insulate lofts|Homes|Vale|2026") == [None]


def test_labels_of_a_whole_plan_above_its_actions_are_no_action():
    head = "Strategy|Cold homes plan\nPriority|Warm homes\nSponsor|Mayor\nWhy|One in ten is cold."
    rows = found(table(head), table(f"{HEAD}\n1|Insulate lofts|Homes|Vale|2026"))
    assert pick(rows, "section", "activity") == [("Warm homes", "Insulate lofts")]


def test_labels_of_a_plan_that_no_list_knows_above_its_actions_leave_its_priority_in_force():
    head = "Theme|Warm homes\nLead officer|Jo Bell\nReporting period|Q2 2026/27"
    rows = found(table(head), table(f"{HEAD}\n1|Insulate lofts|Homes|Vale|2026"))
    assert pick(rows, "section") == [("Warm homes",)]


def test_an_objective_over_several_rows_keeps_its_number_beside_references():
    rows = "2. Fair courts|A1|List sooner|HMCTS|2027\n|A2|Train ushers|HMCTS|2027"
    actions = found(table(f"Objective|Ref|Action|Lead|By when\n{rows}"))
    assert pick(actions, "objective") == [("2. Fair courts",)] * 2


def test_headings_of_columns_printed_as_one_line_name_no_section():
    rows = found(
        Heading("Priority 2: Fair courts", 2),
        Heading("Ref no. Action Success criteria Lead officer By when", 3),
        table("Ref|Action|Measures|Lead|By when\n1|List sooner|Weeks|HMCTS|2027"),
    )
    assert pick(rows, "section") == [("Priority 2: Fair courts",)]


def test_a_box_beside_the_actions_names_no_section():
    rows = found(
        Heading("Fair courts", 1),
        Heading("Actions", 2),
        Heading("Case study", 3),
        table("Ref|Action|Measures|Lead|By when\n1|List sooner|Weeks|HMCTS|2027"),
    )
    assert pick(rows, "section") == [("Fair courts",)]


@pytest.mark.parametrize("column", ["Priority", "Theme", "Strand"])
def test_a_row_that_says_first_which_priority_it_serves_is_an_action(column):
    rows = "Priority 1|Open a refuge|Vale|2026\nPriority 2|Mend the roofs|Vale|2027"
    actions = found(table(f"{column}|Action|Lead|By when\n{rows}"))
    assert pick(actions, "activity", "section") == [
        ("Open a refuge", "Priority 1"),
        ("Mend the roofs", "Priority 2"),
    ]


def test_a_box_of_a_priority_and_what_it_means_heads_the_table_below_it():
    (row,) = found(
        Heading("Introduction", 1),
        table(
            "Priority 2|Safer streets\nEvery street and park belongs to everyone at every hour.|<"
        ),
        Paragraph("What we will do:"),
        table("Action|Lead|When\nLight the towpath|Vale|May 2027"),
    )
    assert row["section"] == "Safer streets"


def test_a_box_with_texts_side_by_side_below_its_priority_is_no_title():
    (row,) = found(
        Heading("Introduction", 1),
        table("Priority 2|Safer streets\nPubs|Parks"),
        Paragraph("What we will do:"),
        table("Action|Lead|When\nLight the towpath|Vale|May 2027"),
    )
    assert row["section"] == "Introduction"


def test_numbers_before_actions_that_begin_anew_under_each_band_are_references():
    rows = found(
        table(
            "Action|Lead|By when\n"
            "Priority 1: Homes|<|<\n"
            "1. Open a refuge|Vale|May 2026\n"
            "2. Train ushers|Courts|Ongoing\n"
            "Priority 2: Work|<|<\n"
            "1. Map the bus stops|Vale|June 2026"
        )
    )
    assert pick(rows, "ref", "activity") == [
        ("1", "Open a refuge"),
        ("2", "Train ushers"),
        ("1", "Map the bus stops"),
    ]


def test_numbers_without_a_stop_that_begin_anew_beside_each_theme_are_references():
    rows = found(
        table(
            "Theme|Action|Lead|By when\n"
            "Homes|1 Open a refuge|Vale|May 2026\n"
            "^|2 Train ushers|Courts|Ongoing\n"
            "Work|1 Map the bus stops|Vale|June 2026"
        )
    )
    assert pick(rows, "ref", "activity") == [
        ("1", "Open a refuge"),
        ("2", "Train ushers"),
        ("1", "Map the bus stops"),
    ]


def above_rows(*rows: str):
    """The actions of a table with labelled rows, two cells each, above its headings."""
    top = "\n".join(f"{row}|<|<" for row in rows)
    return found(
        table(
            f"{top}\nRef|Action|By when|Measure\n"
            "1.1|Insulate the lofts of flats|May 2026|Lofts done\n"
            "1.2|Visit each boiler room|June 2026|Visits made"
        )
    )


def test_a_lead_in_a_cell_beside_its_label_leads_every_action_below():
    rows = above_rows("Priority 1|Warm homes", "Lead officer|Jane Porter, Housing")
    assert pick(rows, "section", "lead") == [("Warm homes", "Jane Porter, Housing")] * 2


@pytest.mark.parametrize(
    "more", ["Outcome|Trust is built slowly", "Outcome|Nobody is cold at home in the winter."]
)
def test_an_outcome_below_a_counted_objective_describes_it(more):
    rows = above_rows("Objective 1|Warm homes", more)
    assert pick(rows, "section") == [("Warm homes",)] * 2


@pytest.mark.parametrize("label", ["Aim", "Our aim", "Aims", "Outcomes", "Objectives"])
def test_one_aim_below_a_priority_in_a_cell_beside_its_label_describes_it(label):
    rows = above_rows("Priority|Warm homes", f"{label}|Nobody is cold at home")
    assert pick(rows, "section") == [("Warm homes",)] * 2


def test_an_outcome_below_an_aim_that_describes_a_priority_describes_it_too():
    rows = above_rows("Priority|Warm homes", "Aim|Nobody is cold", "Outcome|Fewer people fall ill")
    assert pick(rows, "section") == [("Warm homes",)] * 2


def test_an_outcome_below_the_objective_of_a_priority_leaves_the_objective_the_section():
    rows = above_rows("Priority|Warm homes", "Objective|Lofts keep the heat in", "Outcome|Health")
    assert pick(rows, "section") == [("Lofts keep the heat in",)] * 2


def test_each_of_two_aims_of_a_priority_is_the_section_of_the_rows_below_it():
    rows = found(
        table(
            f"{HEAD}\nPriority|Warm homes|<|<|<\n"
            "Aim|Nobody is cold|<|<|<\n1|Insulate the lofts|Lofts|Vale|2026\n"
            "Aim|Nobody is damp|<|<|<\n2|Mend the roofs|Roofs|Vale|2027"
        )
    )
    assert pick(rows, "section") == [("Nobody is cold",), ("Nobody is damp",)]


def test_a_sentence_that_is_called_the_aim_across_the_table_describes_the_priority_above_it():
    rows = above_rows("Priority 1: Warm homes|<", "Aim: Nobody is cold at home in the winter.|<")
    assert pick(rows, "section") == [("Priority 1: Warm homes",)] * 2
    rows = above_rows("Priority 1: Warm homes|<", "Aim: Lofts keep the heat in|<")
    assert pick(rows, "section") == [("Aim: Lofts keep the heat in",)] * 2


def test_an_objective_below_a_counted_priority_is_the_section():
    rows = above_rows("Priority 1|Warm homes", "Objective|Lofts keep the heat in")
    assert pick(rows, "section") == [("Lofts keep the heat in",)] * 2


def test_a_labelled_row_above_the_headings_is_no_row_of_the_table_before():
    plan = "Action|Measure|Lead|By when\n{}|Lofts done|Vale|May 2026"
    first, second = plan.format("Insulate the lofts"), plan.format("Visit each boiler room")
    band = "What success looks like|A great deal depends on funding decisions|<|<"
    rows = found(table(first), table(f"{band}\n{second}"))
    assert pick(rows, "activity") == [("Insulate the lofts",), ("Visit each boiler room",)]


def actions_and_unread(rows: str) -> tuple[list[str | None], list[str]]:
    result = find_actions(document(table(f"{HEAD}\n{rows}")))
    told = [one.message for one in result.problems if one.code == "unread_row"]
    return [one.row.section for one in result.actions], told


def test_a_row_whose_cells_were_read_as_one_names_no_section_and_is_told():
    """Typst printed "31/03/2028" over the border of its column, and the row lost its columns."""
    whole = "Fund a second van Visits 31/03/2028 counted Vale Homes|<|<|<|<"
    rows = f"1|Open a refuge|Beds|Vale Homes|2026\n{whole}\n2|Train ushers|Posts|HMCTS|2027"
    sections, (told,) = actions_and_unread(rows)
    assert sections == [None, None]
    assert "Fund a second van" in told


def test_an_aim_that_begins_as_actions_do_heads_the_rows_below_it():
    rows = "Reduce harm by March 2028|<|<|<|<\n1|Open a refuge|Beds|Vale Homes|2026"
    assert actions_and_unread(rows) == (["Reduce harm by March 2028"], [])
    assert actions_and_unread(f"{rows}\nPriority 2: Reduce waste|<|<|<|<")[1] == []


NOTES = ["Note: dates may change", "Lead member: Cllr Roe", "* Subject to funding", "¹ TBC"]


@pytest.mark.parametrize("note", NOTES)
def test_a_label_with_its_value_alone_in_a_row_is_no_action_and_is_told(note: str):
    rows = f"1|Open a refuge|Beds|Vale Homes|2026\n|{note}|||\n2|Train ushers|Posts|HMCTS|2027"
    sections, (told,) = actions_and_unread(rows)
    assert len(sections) == 2
    assert note in told


def test_a_sign_before_a_promise_is_a_footnote_where_a_text_of_the_table_bears_it():
    plan = "1|Open a refuge{}|Beds|Vale Homes|2026\n|* Fund it by 2028|||"
    assert len(actions_and_unread(plan.format("*"))[0]) == 1
    assert len(actions_and_unread(plan.format(""))[0]) == 2


def test_a_band_counted_below_a_priority_stands_under_it():
    rows = "Priority 1: Child first|<|<|<|<\n1.1 Earlier help|<|<|<|<\n1.1.1|Open hubs|Use|Vale|26"
    rows = f"{rows}\nPriority 2: Fair courts|<|<|<|<\n2.1 Shorter waits|<|<|<|<"
    actions = find_actions(document(table(f"{HEAD}\n{rows}\n2.1.1|List sooner|Weeks|HMCTS|2027")))
    assert [[one.name for one in action.path] for action in actions.actions] == [
        ["Child first", "1.1 Earlier help"],
        ["Fair courts", "2.1 Shorter waits"],
    ]


def test_a_band_counted_below_another_priority_ends_it():
    rows = "Priority 1: Child first|<|<|<|<\n3.1 Data|<|<|<|<\n3.1.1|Share data|Use|Vale|2026"
    (action,) = find_actions(document(table(f"{HEAD}\n{rows}"))).actions
    assert [one.name for one in action.path] == ["3.1 Data"]


def test_a_title_of_labels_and_values_says_what_the_next_table_serves():
    title = "Priority|4. Warm homes\nOutcome|Nobody is cold.\nSponsor|Head of Homes"
    rows = found(
        table(title), table("Action|Lead officer|By when\nMend the roofs of the court|Vale|2027")
    )
    assert pick(rows, "section") == [("4. Warm homes",)]


BOXED = f"{HEAD}\n1|Open a refuge|Beds|Vale|2026\n2|List sooner|Weeks|HMCTS|2027"


@pytest.mark.parametrize(
    ("box", "section"),
    [
        ("Priority 1: Warm homes", "Priority 1: Warm homes"),
        ("**Warm homes**", "Warm homes"),
        ("Warm homes", None),  # neither counted nor set apart
        ("Warm homes are read of overleaf.", None),
    ],
)
def test_a_box_of_one_title_above_a_table_is_its_section(box, section):
    assert pick(found(table(box), table(BOXED)), "section") == [(section,)] * 2


@pytest.mark.parametrize("term", ["Short term: first year", "Medium to long term", "Quick wins"])
def test_a_stretch_of_time_alone_in_the_first_column_heads_the_rows_below(term):
    rows = found(table(f"**Action**|**Lead**|**Due**\n{term}||\nOpen a refuge|Vale|May 2027"))
    assert pick(rows, "activity", "section") == [("Open a refuge", term)]


def test_a_promise_for_the_short_term_is_an_action():
    text = "**Action**|**Lead**|**Due**\nShort term lets for nurses are paid for by the trust||\n"
    rows = found(table(text + "Open a refuge|Vale|May 2027"))
    assert len(rows) == 2


def test_a_sentence_about_an_aim_below_the_heading_that_names_it_is_no_section():
    rows = found(
        Heading("Commitment 1: Child first", 1),
        table(
            "Aim|Everybody has a part to play.|<\n**Ref**|**Action**|**Lead**\n"
            "1.1|Offer every child a mentor|Vale\n1.2|Open a refuge|Housing"
        ),
    )
    assert pick(rows, "section") == [("Commitment 1: Child first",)] * 2


@pytest.mark.parametrize(
    ("box", "section"),
    [
        ("Priority 2: Safer streets", "Priority 2: Safer streets"),
        ("2.1 Safer streets", "2.1 Safer streets"),
        ("Priority 2", "Safe and well"),  # counted, not named
        ("Safer streets", "Safe and well"),  # boxes among prose say many things
        ("Priority 2 is about safer streets", "Safe and well"),
    ],
)
def test_a_box_of_a_counted_priority_heads_the_table_below_the_text_that_explains_it(box, section):
    (row,) = found(
        Heading("Safe and well", 1),
        table(f"**{box}**"),
        Paragraph("Streets and parks belong to everyone at every hour of the day."),
        table("Ref|Action|Lead|By when\n2.1|Light the towpath|Highways|May 2027"),
    )
    assert row["section"] == section


def test_measures_across_the_table_above_its_heads_are_told():
    rows = f"Outcome 1: Warm homes|<|<|<|<\nMeasures: beds, visits|<|<|<|<\n{HEAD}"
    result = find_actions(document(table(f"{rows}\n1|Open a refuge|Beds|Vale|2026")))
    (said,) = result.said
    assert (said.text, said.problem.code) == ("Measures: beds, visits", "unread_row")


def test_a_box_right_below_a_table_of_actions_is_told_and_is_no_title_alone():
    box = "Key words//CSP - Community Safety Partnership//ICB - Integrated Care Board"
    plan = "Action|Lead|By when\nLight the towpath|Highways|May 2027"
    result = find_actions(document(table(f"{plan}\n{box}|<|<")))
    (said,) = result.said
    assert said.text.startswith("Key words CSP - Community") and said.problem.code == "unread_row"


@pytest.mark.parametrize(
    ("title", "first", "section"),
    [
        ("2|**Safer streets**|||", "2.1", "2 Safer streets"),
        ("2.|**Safer streets**||30%|", "2.1", "2. Safer streets"),
        ("7|**Safer streets**|||", "8", "Safer streets"),  # a count of rows
    ],
)
def test_a_row_of_a_number_and_bold_words_heads_the_rows_below_it(title, first, section):
    rows = f"{title}\n{first}|Light the towpath|Kit seen|Highways|May 2027"
    assert sections(rows) == [section]


@pytest.mark.parametrize(
    "rows",
    [
        "1|**Light the towpath**|||\n2|**Mend the slip**|Kit seen|Vale|2027",  # all are bold
        "1|**Light the towpath**|||\n2|Mend the slip|Kit seen|Vale|2027",  # one alone is bold
        "1|Light the towpath|||\n2|Mend the slip|Kit seen|Vale|2027",
        "1|**Light the towpath**||Highways|\n2|Mend the slip|Kit seen|Vale|2027",
    ],
)
def test_a_row_of_a_number_and_words_that_is_set_as_the_others_is_an_action(rows):
    assert sections(rows) == [None, None]


@pytest.mark.parametrize("legend", ["Key: Green = on time", "RAG key: red is late", "Legend: G, A"])
def test_a_row_that_explains_colours_is_no_section_and_is_told(legend: str):
    rows = "1|Open a refuge|Beds|Vale Homes|2026\n2|Train ushers|Posts|HMCTS|2027"
    plan = table(f"{legend}|<|<|<|<\n{HEAD}\n{rows}")
    blocks = (Heading("Safer evenings", 2), plan)
    assert pick(found(*blocks), "section") == [("Safer evenings",)] * 2
    assert [said.text for said in find_actions(document(*blocks)).said] == [legend]


def test_outcomes_that_stand_above_their_rows_are_sections():
    rows = "Outcome: Homes are warm|<|<|<|<\n1|Fill the lofts|Lofts|Vale|2026"
    more = "Outcome: Streets are lit|<|<|<|<\n2|Mend the lamps|Lamps|Port|2027"
    assert sections(f"{rows}\n{more}") == ["Outcome: Homes are warm", "Outcome: Streets are lit"]
    counted = sections(f"1. {rows}\n2. {more}")
    assert counted == ["1. Outcome: Homes are warm", "2. Outcome: Streets are lit"]


def test_a_lone_outcome_in_each_table_is_the_section_of_its_rows_where_no_aim_stands_above():
    outcomes = ["Outcome: Homes are warm", "Outcome: Streets are lit", "Purpose: Air to breathe."]
    row = "1|Fill the lofts|Lofts|Vale|2026"
    for of in ("{head}\n{own}|<|<|<|<\n{row}", "{own}|<|<|<|<\n{head}\n{row}"):
        plans = [table(of.format(head=HEAD, own=own, row=row)) for own in outcomes]
        text = Paragraph("What we will do is below.")
        rows = found(plans[0], text, plans[1], text, plans[2])
        assert pick(rows, "section") == [(one,) for one in outcomes]
    aims = "Priority 1: Homes|<|<|<|<"
    first, lone = (table(f"{HEAD}\n{own}\n{row}") for own in (aims, f"{outcomes[0]}|<|<|<|<"))
    rows = found(first, Paragraph("What we will do is below."), lone)
    assert pick(rows, "section") == [("Priority 1: Homes",)] * 2


def test_outcomes_below_a_row_or_a_priority_say_more_of_it():
    rows = "1|Fill the lofts|Lofts|Vale|2026\nOutcome: Homes are warm|<|<|<|<"
    assert sections(f"{rows}\n2|Mend the lamps|Lamps|Port|2027") == [None, None]
    rows = "Priority 1: Homes|<|<|<|<\nOutcome: Homes are warm|<|<|<|<\n1|Fill the lofts|||"
    assert sections(rows) == ["Priority 1: Homes"]
    plan = f"{HEAD}\nOutcome: Homes are warm|<|<|<|<\n1|Fill the lofts|Lofts|Vale|2026"
    rows = found(Heading("Priority 1: Homes", 2), table(plan))
    assert pick(rows, "section") == [("Priority 1: Homes",)]


def test_a_title_row_that_only_says_that_a_plan_follows_is_no_section_below_its_theme():
    rows = found(
        Heading("Theme 3: Awareness and training", 2),
        table(
            "THEME 3 ACTION PLAN|<|<\nAction|Lead|By when\n"
            "Train all receptionists|Health Board|May 2026\nOpen a quiet hour|Vale|June 2026"
        ),
    )
    assert pick(rows, "section") == [("Theme 3: Awareness and training",)] * 2


def test_the_last_row_above_a_smaller_caption_of_the_next_table_is_an_action():
    """It was taken for a heading that columns had cut, and left out untold."""
    rows = "1|Extend the bus|Trips|Vale|2026\n2|Put times on screens|Screens|Port|2027"
    plan = table(f"{HEAD}\n{rows}\n**Table 3: Paths for all**||||")
    sizes = {0: 11.0, 1: 11.0, 2: 11.0, 3: 9.0}
    cells = [
        replace(cell, paragraphs=tuple(replace(p, size=sizes[cell.row]) for p in cell.paragraphs))
        for cell in plan.cells
    ]
    texts = [
        text for (text,) in pick(found(replace(plan, cells=tuple(cells), ruled=False)), "activity")
    ]
    assert texts == ["Extend the bus", "Put times on screens"]
