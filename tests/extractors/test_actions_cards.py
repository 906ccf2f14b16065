"""Forms and cards: labels with their values, what is the action of one, and what is none."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.extract import extract

from .tables import document, found, of_rows, pick, table


def test_a_form_with_labels_on_the_left_is_one_action():
    (row,) = found(
        Heading("Priority 3: Courts", 2),
        table(
            "Commitment|List cases of abuse sooner\nLead organisation|HMCTS\n"
            "Supporting organisations|Police, CPS\nTimescale|March 2026\n"
            "What will success look like?|• Fewer delays//• Fewer who give up\nResources|None"
        ),
    )
    assert row == {
        "activity": "List cases of abuse sooner",
        "lead": "HMCTS",
        "support": "Police, CPS",
        "due": "March 2026",
        "measures": "• Fewer delays • Fewer who give up",
        "items": ["Fewer delays", "Fewer who give up"],
        "section": "Priority 3: Courts",
    }


def test_a_small_card_has_two_labels_in_a_row_and_a_reference_in_the_first():
    (row,) = found(
        table("Action 2.1|Open a refuge|<|<\nLead|Vale|By when|May 2025\nMeasure|Full by June|<|<")
    )
    assert (row["ref"], row["activity"], row["lead"], row["due"]) == (
        "2.1",
        "Open a refuge",
        "Vale",
        "May 2025",
    )


def test_the_title_of_a_card_is_its_action_where_no_label_is():
    (row,) = found(table("1.4 Open a refuge|<\nLead|Vale\nPartners|Police\nDeadline|May 2025"))
    assert (row["ref"], row["activity"], row["support"]) == ("1.4", "Open a refuge", "Police")


def test_the_title_of_a_card_with_an_action_is_its_section():
    (row,) = found(
        table(
            "2. Share what we know|<\nLead|Vale\nMain objective|Trust\nDescription|Sign it\nDue|May"
        )
    )
    assert pick([row], "ref", "activity", "objective", "section") == [
        ("2", "Sign it", "Trust", "2. Share what we know")
    ]


def test_the_heading_above_a_card_is_its_action_where_nothing_else_is():
    (row,) = found(
        Heading("Theme 1: Homes", 1),
        Heading("Open a second refuge", 2),
        table("Lead|Vale\nPartners|Police\nTimescale|May 2025\nMeasure|Full by June"),
    )
    assert (row["activity"], row["section"]) == ("Open a second refuge", "Theme 1: Homes")


def test_labels_may_stand_in_the_cell_with_their_values():
    (row,) = found(
        table(
            "Action: Train bar staff|<\nLead: Vale Council|By when: May 2025\nMeasure: All bars|<"
        )
    )
    assert pick([row], "activity", "lead", "due", "measures") == [
        ("Train bar staff", "Vale Council", "May 2025", "All bars")
    ]


def test_a_form_without_a_readable_action_is_reported():
    result = find_actions(
        document(table("Wellbeing lens|All\nLead|Vale\nPartners|Police\nTimescale|2026", 9))
    )
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unknown_heading", "unread_table"]
    assert result.problems[1].page == 9


def test_a_rag_status_of_a_card_that_names_no_colour_is_its_status():
    card = "Action|Light the towpath\nLead|Vale Council\nDeadline|2026\nRAG status|"
    assert pick(found(table(f"{card}Complete")), "status", "rag") == [("Complete", None)]
    assert pick(found(table(f"{card}Amber")), "status", "rag") == [(None, "Amber")]


def test_two_labels_are_a_form_below_a_heading_that_promises():
    (row,) = found(
        Heading("Theme 1: Homes", 1),
        Heading("Open a second refuge", 2),
        table("Lead | Vale\nTarget date | May 2025"),
    )
    assert (row["activity"], row["lead"], row["due"]) == (
        "Open a second refuge",
        "Vale",
        "May 2025",
    )


def test_a_small_card_may_say_its_action_across_and_have_two_labels_below():
    rows = found(
        table("SL-1 Review the lighting of parks|<\nLead agency|Vale Council\nBy when|May 2026")
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("SL-1", "Review the lighting of parks", "Vale Council", "May 2026")
    ]


def test_a_bold_line_above_a_card_is_its_action_and_heads_nothing():
    rows = found(
        Heading("Theme 1: Warm homes", 1),
        Paragraph("1a Insulate the lofts of 40 flats.", bold=True),
        table("Lead|Housing\nBy when|May 2027"),
        Paragraph("7 Train the wardens.", bold=True),
        table("Lead|Vale Council\nBy when|June 2027"),
    )
    assert pick(rows, "ref", "activity", "section") == [
        ("1a", "Insulate the lofts of 40 flats.", "Theme 1: Warm homes"),
        ("7", "Train the wardens.", "Theme 1: Warm homes"),
    ]


def test_a_plain_line_above_a_card_is_no_action():
    line = Paragraph("The board will keep the list below under review.")
    assert found(line, table("Lead|Housing\nBy when|May 2027")) == []


def test_a_heading_that_was_an_action_heads_no_card_below_it():
    rows = found(
        Heading("Theme 1: Warm homes", 1),
        Heading("Insulate the lofts", 2),
        table("Lead|Housing\nPartners|Vale\nBy when|May 2027"),
        table("Action|Train the wardens\nLead|Vale\nBy when|June 2027"),
    )
    assert pick(rows, "activity", "section") == [
        ("Insulate the lofts", "Theme 1: Warm homes"),
        ("Train the wardens", "Theme 1: Warm homes"),
    ]


def test_headings_that_are_actions_leave_an_aim_set_like_them_in_force():
    rows = found(
        Heading("Priority 1: Warm homes", 2),
        Heading("Action 1.1: Insulate the lofts", 2),
        table("Lead|Due date\nHousing|May 2027"),
        Heading("Action 1.2: Train the wardens", 2),
        table("Lead|Due date\nVale|June 2027"),
        Heading("Priority 2: Dry cellars", 2),
        Heading("Action 2.1: Clear the drains", 2),
        table("Lead|Due date\nHighways|July 2027"),
    )
    assert pick(rows, "ref", "section") == [
        ("1.1", "Priority 1: Warm homes"),
        ("1.2", "Priority 1: Warm homes"),
        ("2.1", "Priority 2: Dry cellars"),
    ]


def test_a_form_may_say_itself_what_it_serves():
    rows = found(
        table("Theme|Warm homes\nAction|Insulate lofts on the estate\nLead|Vale\nBy when|May 2026")
    )
    assert pick(rows, "section", "activity", "due") == [
        ("Warm homes", "Insulate lofts on the estate", "May 2026")
    ]


def test_a_priority_that_is_high_or_low_is_no_section_of_a_form():
    (row,) = found(
        table("Action|Insulate lofts on the estate\nPriority|High\nLead|Vale\nBy when|May 2026")
    )
    assert (row["section"], row["rating"]) == (None, "High")


def test_progress_told_in_one_word_is_the_status_of_a_card():
    card = "Action|Mend the quay\nLead|Port\nDue|2027\nProgress|{}"
    assert pick(found(table(card.format("On hold"))), "status") == [("On hold",)]
    assert pick(found(table(card.format("On target"))), "status") == [("On target",)]
    told = "Two of the four cranes have been moved to the east side"
    assert pick(found(table(card.format(told))), "status", "update") == [(None, told)]


def test_a_sentence_beside_a_label_for_aims_names_no_section():
    # Self-assessments of national plans say under "Ambition" what a commitment is for.
    rows = found(
        Heading("Theme 2: Open rivers", 2),
        table(
            "Lead|Vale\nMain objective|Clean water\nDescription|Test the water each week\n"
            "Ambition|This will make rivers safer to swim in.\nDue|May 2026"
        ),
        table(
            "Lead|Vale\nMain objective|Dry homes\nDescription|Clear the drains each week\n"
            "Ambition|Safe homes\nDue|May 2026"
        ),
    )
    assert pick(rows, "activity", "section") == [
        ("Test the water each week", "Theme 2: Open rivers"),
        ("Clear the drains each week", "Safe homes"),
    ]


def test_who_leads_a_form_is_not_lifted_over_the_small_table_of_its_milestones():
    form = (
        "Country|Wollen|<\nNumber and name of the commitment|3. Open quays|<\n"
        "Brief description|Publish each lease within a month|<\nCommitment lead|Harbour Office|<\n"
        "Supporting stakeholders|Quay Club|<\nPeriod covered|2026-2028|<\n"
        "Milestones|Expected outputs|Completion date\n"
        "Agree the form|One page|May 2026"
    )
    (row,) = found(table(form))
    assert pick([row], "activity", "lead") == [
        ("Publish each lease within a month", "Harbour Office")
    ]


def test_a_box_that_tells_of_an_aim_is_no_action():
    said = "We will look at streets as well as people. Some carry more than their share of harm."
    rows = found(
        Heading("Pillar 2: Safe speeds", 1),
        Paragraph(said),
        table(
            "Why this matters|Half of all drivers pass the limit\n"
            "What good looks like|Nobody is hurt on the way to school\nSponsor|Vale Council"
        ),
    )
    assert rows == []


def test_an_outcome_above_the_action_of_a_form_is_its_aim_and_below_it_a_test():
    form = "Actions required|Print signs in two languages\nTarget date|2027\nResponsibility|Roads"
    (above,) = found(table(f"Desired outcome|Both tongues are seen\n{form}"))
    (below,) = found(table(f"{form}\nDesired outcome|Both tongues are seen"))
    assert (above["objective"], above.get("measures")) == ("Both tongues are seen", None)
    assert (below.get("objective"), below["measures"]) == (None, "Both tongues are seen")


MILESTONES = "Milestone|Start date|End date\nDraft the rules|May 2026|2027\nTest it|2027|2028"


def test_milestones_with_days_below_the_form_of_a_commitment_are_actions_that_its_body_leads():
    """Action plans of the Open Government Partnership print a table of them below each form."""
    form = table("Commitment|Publish the register\nLead agency|Vale\nOther actors|Ash")
    steps = table(MILESTONES)
    walked = find_actions(document(Heading("Commitment 1", 2), form, steps))
    cells = [dict(action.row.cells) for action in walked.actions]
    assert pick(cells, "activity", "lead", "support", "due") == [
        ("Draft the rules", "Vale", "Ash", "2027"),
        ("Test it", "Vale", "Ash", "2028"),
    ]
    assert {action.row.section for action in walked.actions} == {"Publish the register"}
    assert not walked.problems
    apart = find_actions(document(form, Heading("Goal 2: Piers", 2), steps))
    assert len(apart.actions) == 3


def test_milestones_below_the_form_of_an_action_with_its_own_days_are_told_and_are_its_steps():
    form = table("Action|Publish the register\nLead agency|Vale\nBy when|May 2028")
    walked = find_actions(document(Heading("Goal 1: Open ports", 2), form, table(MILESTONES)))
    assert [action.row.cells["activity"] for action in walked.actions] == ["Publish the register"]
    assert "steps of the action above it" in walked.problems[0].message


@pytest.mark.parametrize("ends", ["", "\nCommitment start and end date|May 2026 to May 2028"])
def test_milestones_with_one_day_and_a_state_below_a_form_are_its_body_s_actions_too(ends):
    form = table(f"Objective|Ships see the tides\nLead agency|Vale{ends}")
    steps = table("Milestones|Due date|Status\nDraft the rules|2027|Open\nTest it|2028|Open")
    rows = found(Heading("Commitment 1: Open tides", 2), form, steps)
    assert pick(rows, "activity", "lead", "due", "section") == [
        ("Draft the rules", "Vale", "2027", "Commitment 1: Open tides"),
        ("Test it", "Vale", "2028", "Commitment 1: Open tides"),
    ]
    own = table("Objective|Ships see the tides\nLead agency|Vale\nDue date|May 2028")
    walked = find_actions(document(Heading("Commitment 1: Open tides", 2), own, steps))
    assert [action.row.cells["activity"] for action in walked.actions] == ["Open tides"]
    assert "steps of the action above it" in walked.problems[0].message


REPORT = "Lead|Vale\nStatus|Green\nNext steps|Evaluate take-up in May.\nTarget date|June 2027"


@pytest.mark.parametrize(
    ("blocks", "named"),
    [
        ([table(f"Action A1: Review the school grant|<\n{REPORT}")], "Review the school grant"),
        ([table(f"Action A1: School grants|<\n{REPORT}")], "School grants"),
        ([Heading("Action A1: School grants", 3), table(REPORT)], "School grants"),
        ([Heading("Priority 1: Schools", 3), table(REPORT)], "Evaluate take-up in May."),
    ],
)
def test_next_steps_are_the_action_only_where_no_title_counts_it(blocks, named):
    (row,) = found(*blocks)
    assert pick([row], "activity", "due") == [(named, "June 2027")]


def test_a_box_of_who_and_when_between_headings_leads_the_milestones_below_it():
    """The parts of each commitment have the same titles, which are no sections."""
    parts = []
    for count, name, body in ((1, "Open ports", "Vale"), (2, "Safe quays", "Ports")):
        parts += [
            Heading(f"Commitment {count}: {name}", 2),
            Heading("Ambition", 3),
            Paragraph("Everybody sees what the harbour pays, and asks."),
            table(f"Lead agency|{body}\nLead contact|Rosa Penhale\nTimeline|2026 to 2028"),
            Heading("Milestones", 3),
            table(MILESTONES),
        ]
    rows = [action.row for action in find_actions(document(*parts)).actions]
    assert [(row.section, row.cells["lead"]) for row in rows] == [
        *[("Commitment 1: Open ports", "Vale")] * 2,
        *[("Commitment 2: Safe quays", "Ports")] * 2,
    ]
    assert {cell.text for cell in rows[0].other_cells} == {"Rosa Penhale", "2026 to 2028"}


@pytest.mark.parametrize(
    ("fills", "colours"),
    [
        ({(3, 1): "#00b050"}, {"rag": "#00b050"}),
        ({(3, 0): "#dddddd", (3, 1): "#00b050"}, {"rag": "#00b050"}),
        ({(3, 0): "#dddddd", (3, 1): "#dddddd"}, {}),  # a form whose rows are shaded
    ],
)
def test_the_background_of_a_form_s_value_is_its_rating_where_it_differs_from_the_label_s(
    fills, colours
):
    rows = [["Action", "Mend the lamps"], ["Lead", "Fenmere"], ["By when", "May 2027"], ["RAG", ""]]
    form = of_rows(rows, 1, fills=fills)
    (action,) = find_actions(document(Heading("Evening plan", 1), form)).actions
    assert action.row.colours == colours


FORM = "{}|<\nAction|{}\nLead|Vale\nBy when|2027"
NAMES = ("1. Refuges", "2. Lofts", "3. Ushers")
ACTIONS = ("Open a second refuge", "Insulate the lofts", "Train every usher")


def test_the_counted_names_of_forms_are_no_priorities():
    forms = [table(FORM.format(*one)) for one in zip(NAMES, ACTIONS, strict=True)]
    result = extract(document(Heading("What we will do", 2), *forms))
    assert [row.section for row in result.actions] == list(NAMES)
    assert not result.priorities


@pytest.mark.parametrize(("above", "start"), [("Safer homes", 3), ("Theme 1: Safer homes", 0)])
def test_a_name_is_no_section_below_one_though_it_be_counted_below_an_aim(above, start):
    forms = [table(FORM.format(one[start:], act)) for one, act in zip(NAMES, ACTIONS, strict=True)]
    rows = found(Heading(above, 2), *forms)
    assert pick(rows, "activity", "section") == [(act, above) for act in ACTIONS]


def test_a_number_that_begins_with_a_nought_counts_the_title_of_a_card():
    """Of "02 Fit solar panels", which begins with no known verb, the number stayed in the text."""
    cards = [
        block
        for title in ("02 Fit the depot with solar panels", "03 Open a depot")
        for block in (Heading(title, 3), table("Lead|Port\nPartners|Parks\nWhen|2028"))
    ]
    assert pick(found(Heading("1. Our buildings", 2), *cards), "ref", "activity") == [
        ("02", "Fit the depot with solar panels"),
        ("03", "Open a depot"),
    ]


@pytest.mark.parametrize("title", ["01 April 2026 Review of rents", "0 Waste homes by 2030"])
def test_a_day_or_a_nought_at_the_front_of_a_title_is_no_reference(title):
    card = table("Lead|Port\nPartners|Parks\nWhen|2028")
    rows = found(Heading("1. Our buildings", 2), Heading(title, 3), card)
    assert pick(rows, "ref", "activity") == [("", title)]


def test_a_letter_may_end_a_reference_of_figures():
    rows = "1.1.a Open a hub|Health|2028\n1.1.b Train the staff|Health|2029"
    assert pick(found(table(f"Activity|Lead|Date\n{rows}")), "ref", "activity") == [
        ("1.1.a", "Open a hub"),
        ("1.1.b", "Train the staff"),
    ]


@pytest.mark.parametrize(
    ("word", "own"), [("Project", "Project 2: Piers"), ("Action", None), ("Task", None)]
)
def test_a_counted_name_above_its_only_action_is_a_section_where_it_counts_no_action(word, own):
    one = "Action|Lead|By when\nReview the rota for carers|Vale|May 2027"
    two = table(f"{one}\nTrain ten wardens|Fen|June 2027")
    names = [Heading(f"{word} {at}: {of}", 2) for at, of in enumerate(("Homes", "Piers", "Air"), 1)]
    rows = found(Heading("Plan", 1), names[0], two, names[1], table(one), names[2], two)
    assert pick(rows, "section")[2] == (own,)
