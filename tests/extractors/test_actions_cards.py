"""Forms of labels and values: one action each."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph

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


def test_a_value_that_reads_as_a_heading_is_none_where_a_label_stands_below_it():
    """A card lost in silence: "Start" beside "Year 1", or "Lead" beside "Partners"."""
    years = found(table("No.|2\nAction|Train bar staff\nLead|Vale\nStart|Year 1\nEnd|Q3 2025/26"))
    assert pick(years, "ref", "lead", "start", "due") == [("2", "Vale", "Year 1", "Q3 2025/26")]
    bodies = found(table("Action|Train bar staff\nLead|Partners\nBy when|May 2027"))
    assert pick(bodies, "lead", "due") == [("Partners", "May 2027")]


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


def test_several_cards_in_one_table_are_told_apart():
    rows = found(
        table(
            "Action|Open a refuge\nLead|Vale\nTimescale|2025\n"
            "Action|Train bar staff\nLead|Police\nTimescale|2026"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a refuge", "Vale", "2025"),
        ("Train bar staff", "Police", "2026"),
    ]


def test_a_table_of_a_thousand_cards_gives_each_of_them():
    """Tables of more than 2,000 rows were no forms, and vanished untold."""
    cards = (f"Action|Light lane {n}\nLead|Vale\nBy when|May 2027" for n in range(1_000))
    assert len(found(table("\n".join(cards)))) == 1_000


def test_a_transposed_table_has_an_action_in_each_column():
    rows = found(
        table("Ref|4.1|4.2\nAction|Open a refuge|Train staff\nLead|Vale|Police\nDue|2025|2026")
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("4.1", "Open a refuge", "Vale", "2025"),
        ("4.2", "Train staff", "Police", "2026"),
    ]


def test_labels_said_again_below_a_transposed_table_begin_further_actions():
    first = "Ref|4.1|4.2\nAction|Open a refuge|Train staff\nLead|Vale|Police\nDue|2025|2026\n"
    rows = found(table(first + "Ref|4.3|\nAction|Mend locks|\nLead|Homes|\nDue|2027|"))
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("4.1", "Open a refuge", "Vale", "2025"),
        ("4.2", "Train staff", "Police", "2026"),
        ("4.3", "Mend locks", "Homes", "2027"),
    ]


def test_a_form_cut_by_a_page_inside_a_cell_is_whole():
    (row,) = found(
        table("Lead|Vale\nTimescale|2026\nCommitment|Open a refuge for families and", 3),
        table("|women without children\nMeasure|Full by June", 4),
        pages=4,
    )
    assert row["activity"] == "Open a refuge for families and women without children"
    assert row["measures"] == "Full by June"


def test_a_form_without_a_readable_action_is_reported():
    result = find_actions(
        document(table("Wellbeing lens|All\nLead|Vale\nPartners|Police\nTimescale|2026", 9))
    )
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unknown_heading", "unread_table"]
    assert result.problems[1].page == 9


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


def test_a_table_of_two_columns_and_few_rows_is_no_form():
    rows = found(
        table(
            "Objective 1: Safer parks|<\nAction|By when\n"
            "Review the action log of the park rangers|Dec-26\nPlan owner walks|Annually"
        )
    )
    assert pick(rows, "activity", "due") == [
        ("Review the action log of the park rangers", "Dec-26"),
        ("Plan owner walks", "Annually"),
    ]


def test_a_value_that_is_also_a_heading_makes_no_heading_row_of_a_form():
    (row,) = found(
        Heading("Priority 3: Courts", 2),
        table(
            "Action ref | PV3 | Deadline | Complete\n"
            "Action | Train every usher | < | <\n"
            "Lead agency | HMCTS | < | <"
        ),
    )
    assert (row["ref"], row["activity"], row["due"]) == ("PV3", "Train every usher", "Complete")


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


def test_labelled_lines_in_a_cell_are_fields_of_their_own():
    rows = found(
        table(
            "**Action**|**Delivery**\n"
            "Insulate lofts on the estate|Lead: Vale//By when: May 2026\n"
            "Plant trees in each street|Lead: Parks//and Highways//By when: Ongoing\n"
            "Open a repair shop|To be agreed"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Insulate lofts on the estate", "Vale", "May 2026"),
        ("Plant trees in each street", "Parks and Highways", "Ongoing"),
        ("Open a repair shop", "", ""),
    ]


def test_labels_below_a_heading_that_says_the_same_stay_in_their_cell():
    rows = found(
        table(
            "Action|Lead|When\nInsulate lofts|Lead: Vale//Support: Parks|2026\n"
            "Plant trees|Lead: Parks//Support: Vale|2027"
        )
    )
    assert [row["lead"] for row in rows] == [
        "Lead: Vale\nSupport: Parks",
        "Lead: Parks\nSupport: Vale",
    ]


def test_a_row_across_the_table_above_who_and_when_is_the_action_of_the_row_below():
    rows = found(
        table(
            "Action 1.1: Insulate lofts|<|<\nLead|Deadline|Status\nVale|May 2026|Begun\n"
            "Action 1.2: Plant trees|<|<\nLead|Deadline|Status\nParks|Ongoing|Complete"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Insulate lofts", "Vale", "May 2026"),
        ("1.2", "Plant trees", "Parks", "Ongoing"),
    ]


def test_a_reference_beside_an_action_stands_above_its_headings_as_well():
    cards = table(
        "**PL4**|**Safer lighting in the lanes**|<\n**Owner**|**Due**|**Measures**\n"
        "Vale|May 2027|40 lamps\n"
        "**PL5**|**Wardens at the fair**|<\n**Owner**|**Due**|**Measures**\nHomes|2028|No theft"
    )
    assert pick(found(cards), "ref", "activity", "lead", "due", "measures") == [
        ("PL4", "Safer lighting in the lanes", "Vale", "May 2027", "40 lamps"),
        ("PL5", "Wardens at the fair", "Homes", "2028", "No theft"),
    ]


def test_progress_told_in_one_word_is_the_status_of_a_card():
    card = "Action|Mend the quay\nLead|Port\nDue|2027\nProgress|{}"
    assert pick(found(table(card.format("On hold"))), "status") == [("On hold",)]
    assert pick(found(table(card.format("On target"))), "status") == [("On target",)]
    told = "Two of the four cranes have been moved to the east side"
    assert pick(found(table(card.format(told))), "status", "update") == [(None, told)]


def test_a_name_across_a_table_of_leads_and_dates_is_no_action():
    assert found(table("Housing board|<|<\nLead|Deadline|Status\nVale|May 2026|Complete")) == []


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


NATIONAL = (
    "1. Publish what the port pays|<|<|<\nLead implementing agency|Harbour Office|<|<\n"
    "Commitment description|<|<|<\n"
    "What is the public problem that the commitment will address?|Nobody sees who dredges.|<|<\n"
    "What is the commitment?|Publish each contract within a month|<|<\n"
    "Why is this commitment relevant to OGP values?|Transparency|<|<\n"
    "Milestone activity with a verifiable deliverable|New or ongoing|Start date|End date\n"
    "Agree the form of the list|New|May 2025|June 2025\n"
    "Publish the list of 2024|New|July 2025|May 2026\n"
    "Contact information|<|<|<\nName of responsible person|Rosa Penhale|<|<\n"
    "Other actors involved|Open Ports Club|<|<"
)


def test_a_form_of_a_national_plan_is_one_action_whatever_parts_it():
    # Its rows across it part it, and its milestones are a table of their own.
    result = find_actions(document(table(NATIONAL)))
    rows = [action.row for action in result.actions]
    assert pick([dict(row.cells) for row in rows], "ref", "activity", "lead", "support") == [
        ("1", "Publish each contract within a month", "Harbour Office", "Open Ports Club")
    ]
    assert "start" not in rows[0].cells
    assert [problem.subject for problem in result.problems] == [
        "Milestone activity with a verifiable deliverable",
        "Agree the form of the list",
        "Publish the list of 2024",
    ]


def test_forms_in_one_table_are_parted_by_titles_although_one_lacks_a_label():
    rows = found(
        table(
            "1. Open a hub|<\nLead|Vale\nPartners|Police\nDue|May\n"
            "2. Train staff|<\nPartners|Courts\nLead|PCC\nDue|June"
        )
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("1", "Open a hub", "Vale"),
        ("2", "Train staff", "PCC"),
    ]


def test_a_value_that_reads_as_a_heading_does_not_make_headings_of_a_row_of_labels():
    (row,) = found(
        table(
            "2a Open a refuge|<|<|<\nLead|J Marsh / T Okafor|Timescale|Complete\n"
            "Partners|Public Health|Status|Open"
        )
    )
    assert (row["ref"], row["activity"], row["lead"]) == (
        "2a",
        "Open a refuge",
        "J Marsh / T Okafor",
    )
    assert (row["due"], row["support"], row["status"]) == ("Complete", "Public Health", "Open")


def test_labels_below_a_row_of_labels_and_values_say_that_it_holds_no_headings():
    (row,) = found(
        table(
            "Action B.3|Open a refuge|<|<\n"
            "Lead|Refuge manager & Night patrol officer|By when|Complete\n"
            "Success measures|Two beds are ready|<|<"
        )
    )
    assert (row["ref"], row["lead"], row["due"]) == (
        "B.3",
        "Refuge manager & Night patrol officer",
        "Complete",
    )


def test_rows_of_a_card_that_a_page_break_cut_leave_the_others_whole():
    card = "PL{}|Mend the roofs\n**Lead**|**By when**\nHomes|June 2027\n"
    rows = f"Vale|May 2027\n{card.format(2)}{card.format(3)}PL4|Open a refuge"
    assert pick(found(table(rows)), "ref") == [("PL2",), ("PL3",)]


def test_a_title_without_a_verb_across_who_and_when_is_an_action():
    card = "A new business case for the allotments|<|<\nLead|Deadline|Status\nVale|May 2026|Started"
    (row,) = found(table(card))
    assert row["activity"] == "A new business case for the allotments"


def test_who_helps_and_when_without_what_is_told():
    walked = find_actions(document(table("Lead|Partners|Due\nVale|Fen|May 2026\nFen|Vale|2027")))
    assert [problem.code for problem in walked.problems] == ["unread_table"]


@pytest.mark.parametrize("number", ["1.2", "1"])
def test_a_commitment_that_promises_above_who_and_when_is_the_action(number):
    row = table("Lead|When\nPort|2027")
    blocks = [Heading(f"Commitment {number}: Review the quay wall", 2), row]
    assert pick(found(*blocks), "ref", "activity", "lead") == [
        (number, "Review the quay wall", "Port")
    ]
    assert found(Heading(f"Commitment {number}: A safe quay", 2), row) == []


def test_rows_of_labels_with_their_values_below_a_title_across_are_its_card():
    rows = found(
        table(
            "**1.1 Light the quay**|<|<\nLead: Harbour Trust|Deadline: May 2027|KPI: Fewer falls\n"
            "**1.2 Mend the slip**|<|<\nLead: Pilots|Deadline: 2028|KPI: In use by spring"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due", "measures") == [
        ("1.1", "Light the quay", "Harbour Trust", "May 2027", "Fewer falls"),
        ("1.2", "Mend the slip", "Pilots", "2028", "In use by spring"),
    ]


def test_a_row_that_parts_a_form_begins_no_other_where_the_next_form_follows_in_the_table():
    form = (
        "Commitment {}: Open quays|<\nLead agency|{}\nPartners|Fen\n"
        "What is the commitment?|Publish each lease\nContact information|<\n"
        "Name of responsible person|Rosa Penhale\nOther actors involved|Quay Club\n"
    )
    rows = found(table((form.format(1, "Vale") + form.format(2, "Port")).rstrip()))
    assert pick(rows, "lead", "support") == [("Vale", "Fen\nQuay Club"), ("Port", "Fen\nQuay Club")]


def test_a_name_that_stands_with_the_number_of_a_form_is_its_title():
    form = (
        "Country|Wollen\nNumber and name of the commitment|3. Open quays\n"
        "Brief description of the commitment|Publish each lease within a month\n"
        "Commitment lead|Harbour Office\nSupporting stakeholders|Quay Club"
    )
    (row,) = found(Heading("Theme 2: Ports", 2), table(form))
    assert pick([row], "ref", "activity", "lead", "support", "section") == [
        ("3", "Publish each lease within a month", "Harbour Office", "Quay Club", "3. Open quays")
    ]


def test_rows_of_a_reference_beside_a_text_and_its_labelled_lines_are_cards():
    rows = found(
        table(
            "Action 1.1|Light the quay//Lead: Harbour Trust//Timescale: May 2027\n"
            "Action 1.2|Mend the slip//Lead: Pilots//Timescale: 2028"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Light the quay", "Harbour Trust", "May 2027"),
        ("1.2", "Mend the slip", "Pilots", "2028"),
    ]


def test_labels_before_colons_take_turns_with_values_whatever_these_read_as():
    card = (
        "1.1 Mend the quay|<|<|<\nLead:|R Penhale|Partners:|Fen\n"
        "Completion date:|Year 2|Status:|In progress\nDeliverables:|Two walls|<|<"
    )
    (row,) = found(table(card))
    assert pick([row], "due", "status", "measures") == [("Year 2", "In progress", "Two walls")]


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


def test_a_row_without_a_label_in_a_transposed_table_goes_on_with_the_texts_above():
    rows = found(
        table(
            "Action|Open a refuge|Train the ushers\n|for families|of both courts\n"
            "Lead|Vale|Police\nDue|2025|2026"
        )
    )
    assert pick(rows, "activity") == [
        ("Open a refuge for families",),
        ("Train the ushers of both courts",),
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


def test_milestones_below_the_form_of_a_commitment_are_told_and_are_no_actions_of_their_own():
    """Action plans of the Open Government Partnership print a table of them below each form."""
    form = table("Commitment|Publish the register\nLead agency|Vale\nOther actors|Ash")
    steps = table("Milestone|Start date|End date\nDraft the rules|May 2026|2027\nTest it|2027|2028")
    walked = find_actions(document(Heading("Commitment 1", 2), form, steps))
    assert [action.row.cells["activity"] for action in walked.actions] == ["Publish the register"]
    assert [problem.code for problem in walked.problems] == ["unread_table"]
    assert "steps of the action above it" in walked.problems[0].message
    apart = find_actions(document(form, Heading("Goal 2: Piers", 2), steps))
    assert len(apart.actions) == 3


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
