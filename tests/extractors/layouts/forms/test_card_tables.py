"""Tables that are forms: where one card ends and the next begins, labels at the side or on top."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Cell, Heading, Paragraph, Table
from extractors.extract import extract
from extractors.rows import OtherCell
from tests.extractors.tables import document, found, pick, table

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


def test_a_value_that_reads_as_a_heading_is_none_where_a_label_stands_below_it():
    """A card lost in silence: "Start" beside "Year 1", or "Lead" beside "Partners"."""
    years = found(table("No.|2\nAction|Train bar staff\nLead|Vale\nStart|Year 1\nEnd|Q3 2025/26"))
    assert pick(years, "ref", "lead", "start", "due") == [("2", "Vale", "Year 1", "Q3 2025/26")]
    bodies = found(table("Action|Train bar staff\nLead|Partners\nBy when|May 2027"))
    assert pick(bodies, "lead", "due") == [("Partners", "May 2027")]


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


def test_the_milestones_of_a_national_plan_are_actions_under_their_form_whatever_parts_it():
    # Its rows across it part it, and its milestones are a table of their own.
    result = find_actions(document(table(NATIONAL)))
    rows = [action.row for action in result.actions]
    assert pick(
        [dict(row.cells) for row in rows], "activity", "lead", "support", "start", "due"
    ) == [
        (
            "Agree the form of the list",
            "Harbour Office",
            "Open Ports Club",
            "May 2025",
            "June 2025",
        ),
        ("Publish the list of 2024", "Harbour Office", "Open Ports Club", "July 2025", "May 2026"),
    ]
    assert {row.section for row in rows} == {"1. Publish what the port pays"}
    others = {cell.heading: cell.text for cell in rows[0].other_cells}
    assert others["What is the commitment?"] == "Publish each contract within a month"
    assert others["Name of responsible person"] == "Rosa Penhale"
    assert not result.problems


def test_a_label_over_several_rows_has_all_that_stands_beside_it():
    rows = found(
        table(
            "Action|Publish the register|<\nLead|Vale|<\nOther actors|Government|Ash\n"
            "^|Civil society|Open Ports Club\nDue|May 2027|<"
        )
    )
    assert pick(rows, "lead", "support", "due") == [
        ("Vale", "Government\nAsh\nCivil society\nOpen Ports Club", "May 2027")
    ]


def test_forms_over_tables_of_actions_are_parted_where_the_next_begins():
    """Labels of the second form were read as rows below the headings of the first."""
    form = (
        "Commitment {0}|<|<|<\n{1}|<|<|<\nResponsible body|Vale|<|<\nPartners|Ash|<|<\n"
        "Main goal|{2}|<|<\n**Activity**|**Lead**|**Start**|**End**\n{3}|Ports|May 2026|June 2026\n"
    )
    one = form.format(1, "Open ports", "Show who pays", "Publish the leases")
    two = form.format(2, "Safe quays", "Nobody drowns", "Light the steps of the old quay")
    rows = found(table((one + two).strip()))
    assert pick(rows, "objective", "activity", "lead", "support", "due") == [
        ("Show who pays", "Publish the leases", "Ports", "Ash", "June 2026"),
        ("Nobody drowns", "Light the steps of the old quay", "Ports", "Ash", "June 2026"),
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


def test_labels_before_colons_take_turns_with_values_whatever_these_read_as():
    card = (
        "1.1 Mend the quay|<|<|<\nLead:|R Penhale|Partners:|Fen\n"
        "Completion date:|Year 2|Status:|In progress\nDeliverables:|Two walls|<|<"
    )
    (row,) = found(table(card))
    assert pick([row], "due", "status", "measures") == [("Year 2", "In progress", "Two walls")]


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


def test_counted_rows_below_two_rows_of_heads_are_no_titles_of_forms():
    """A plan lost in silence: without its counted rows the heads were a form of labels alone."""
    rows = found(
        table(
            "Ref|Action|Delivery|<\n^|^|Lead|Timescale\n1.1|Light the lanes|Vale|May 2027\n"
            "1.2|Mend the locks|Homes|June 2027\n1.3|Train bar staff|Police|2028"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Light the lanes", "Vale", "May 2027"),
        ("1.2", "Mend the locks", "Homes", "June 2027"),
        ("1.3", "Train bar staff", "Police", "2028"),
    ]


STEPS_INSIDE = (
    "**Commitment 4: Open the data of every school**|<|<\n**Lead department**|Education|<\n"
    "**Commitment start date**|May 2026|<\n**Commitment end date**|June 2027|<\n"
)


def test_steps_in_the_form_of_an_action_are_no_actions():
    steps = "**Milestone**|**Start date**|**End date**\nScope agreed|May 2026|July 2026\n"
    (row,) = found(table(STEPS_INSIDE + steps + "First version tested|July 2026|May 2027"))
    assert (row["ref"], row["activity"], row["lead"], row["start"], row["due"]) == (
        "Commitment 4",
        "Open the data of every school",
        "Education",
        "May 2026",
        "June 2027",
    )


def test_actions_with_leads_of_their_own_in_the_form_of_a_commitment_are_actions():
    steps = "**Action**|**Lead**|**By when**\nPublish the lists|Schools|July 2026\n"
    rows = found(table(STEPS_INSIDE + steps + "Train two officers in each|Ports|May 2027"))
    assert pick(rows, "activity", "lead", "due") == [
        ("Publish the lists", "Schools", "July 2026"),
        ("Train two officers in each", "Ports", "May 2027"),
    ]


def test_a_counted_line_right_above_a_form_is_its_reference():
    form = "We will|{}\nLed by|Vale\nDate for completion|May 2027"
    rows = found(
        Heading("Priority 1: Warm homes", 1),
        Paragraph("Homes are cold."),
        Paragraph("Action 1.1"),
        table(form.format("Audit every hostel")),
        Paragraph("Action 1.2"),
        table(form.format("Open a second refuge")),
    )
    assert pick(rows, "ref", "activity", "section") == [
        ("1.1", "Audit every hostel", "Priority 1: Warm homes"),
        ("1.2", "Open a second refuge", "Priority 1: Warm homes"),
    ]


def test_a_label_that_ends_in_by_asks_when_where_a_date_answers_it():
    form = "Action|Audit every hostel\nMeasures|Fewer beds\nLed by|Vale\nTo be delivered by|{}"
    dated, named = found(table(form.format("By May 2027"))), found(table(form.format("The port")))
    assert pick(dated, "lead", "due") == [("Vale", "By May 2027")]
    assert pick(named, "lead", "support") == [("Vale", "The port")]


def test_a_label_of_start_and_end_gives_both():
    rows = found(table("Action 1.1|Open a refuge\nTeam|Vale\nStart - end|Q1 2025/26 - May 2027"))
    assert pick(rows, "ref", "start", "due") == [("1.1", "Q1 2025/26", "May 2027")]


def test_a_band_of_theme_number_and_colour_stands_above_a_form():
    """The colour had been read as the action: "Action 1.1 | Green"."""
    rows = found(
        table(
            "Theme: Homes|<|<\n**Action 1.1**|<|Green\n**Open a second refuge**|<|<\n"
            "Need|The one we have is full.|<\nLead|Vale|<\nBy when|May 2027|<"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due", "rag", "section") == [
        ("1.1", "Open a second refuge", "Vale", "May 2027", "Green", "Homes")
    ]


def test_milestones_are_parts_of_a_form_that_says_what_who_and_when():
    rows = found(
        table(
            "**Project 3**|<|<\nTask|Open a second refuge|<\nLead|Vale|<\nBy when|May 2027|<\n"
            "**Key milestones**|<|<\n**Milestone**|**Responsible**|**Month**\n"
            "Lease signed|Legal team|May 2026\nDoors open|Housing|March 2027"
        )
    )
    assert pick(rows, "ref", "activity", "lead") == [("3", "Open a second refuge", "Vale")]


def test_how_it_goes_stands_beside_its_label_and_heads_no_small_table():
    rows = found(
        table(
            "What we will do|Open a second refuge|<|<\nLead|Vale|Partners|Homes\n"
            "Start|2026|By when|May 2027\nStatus|At risk|What it will cost|£45,000"
        )
    )
    assert pick(rows, "activity", "status", "due") == [
        ("Open a second refuge", "At risk", "May 2027")
    ]


def test_what_a_page_end_cut_from_a_row_of_labelled_lines_belongs_to_it():
    rows = found(
        table(
            "**2.1**|**Open a second refuge**\n|Lead: Vale//By when: May 2027\n"
            "**2.2**|Train every usher//Lead: Courts//By when: 2028"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("2.1", "Open a second refuge", "Vale", "May 2027"),
        ("2.2", "Train every usher", "Courts", "2028"),
    ]


def test_who_and_when_over_labels_of_their_own_are_no_labels():
    rows = found(
        table(
            "Ref|1.1|<\nActivity|Open a second refuge|<\nWho|Lead|Vale\n^|Partners|Homes\n"
            "When|Start date|May 2026\n^|Complete by|July 2027"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "support", "start", "due") == [
        ("1.1", "Open a second refuge", "Vale", "Homes", "May 2026", "July 2027")
    ]


def test_pairs_of_labels_are_told_by_their_colons_and_backgrounds():
    """A day had been read as the lead of an action of its own, and one as part of the partners."""
    above = Heading("1.1 Open a second refuge", 3)
    colons = table("Owned by:|Vale|Pier open:|May 2027\nPartners:|Homes|State of it:|On track")
    fills = {(row, column): "#dddddd" for row in range(2) for column in (0, 2)}
    filled = table("Owned by|Vale|Pier open|May 2027\nPartners|Homes|State of it|Open", fills=fills)
    for form in (colons, filled):
        assert pick(found(above, form), "activity", "lead", "support") == [
            ("Open a second refuge", "Vale", "Homes")
        ]


def test_a_label_known_by_a_word_gives_way_to_one_that_surely_says_the_same():
    rows = found(table("Action|Open a refuge\nLead|Vale\nOthers who care|Homes\nBy when|May 2027"))
    assert pick(rows, "lead", "due") == [("Vale", "May 2027")]


def test_a_number_and_a_text_stand_left_of_a_small_form():
    inner = table("Lead|Vale\nBy when|May 2027")
    rows = [
        [Cell(row, 0, (Paragraph(f"1.{row + 1}"),)), Cell(row, 1, (Paragraph(what),))]
        for row, what in enumerate(("Open a refuge", "Train every usher"))
    ]
    cells = [one for row, pair in enumerate(rows) for one in (*pair, Cell(row, 2, nested=(inner,)))]
    assert pick(found(Table(tuple(cells), 2, 3)), "ref", "activity", "lead") == [
        ("1.1", "Open a refuge", "Vale"),
        ("1.2", "Train every usher", "Vale"),
    ]


def test_a_form_whose_day_is_left_blank_is_an_action_where_it_promises_one():
    (row,) = found(table("Key actions|Open a walking route\nLead agency|Parks\nDeadline|"))
    assert (row["lead"], row["due"]) == ("Parks", "")


def test_one_label_of_a_risk_beside_what_who_and_when_is_no_register():
    """Such forms were lost without a word."""
    form = "Action|{}|<|<\nLead|Vale|By when|2027\nRisks|Nobody applies|<|<"
    rows = found(
        Heading("Homes", 2),
        *(Heading("Action 1.1: Refuge", 3), table(form.format("Open a second refuge"))),
        *(Heading("Action 1.2: Lofts", 3), table(form.format("Insulate the lofts"))),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Open a second refuge", "Vale", "2027"),
        ("1.2", "Insulate the lofts", "Vale", "2027"),
    ]
    register = "Risk|Nobody applies\nMitigating action|Ask again\nOwner|Vale\nReview date|2027"
    assert not found(Heading("Risks", 2), table(register), table(register))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Early help", "Hold drop-ins for carers"),
        ("Preventing loneliness among young carers", "Appoint a navigator for schools"),
        ("Advice hubs", "This project will train 40 advisers"),
    ],
)
def test_a_name_in_bold_letters_begins_the_text_that_it_names(name, text):
    """It stood nowhere else in the row, as the bold words of a cell in a table do."""
    form = "**1.{} {}**|<\n{}|<\nLead|Vale\nBy when|May 2027"
    rows = found(*(table(form.format(n, name, text)) for n in (1, 2)))
    assert pick(rows, "ref", "activity") == [("1.1", f"{name} {text}"), ("1.2", f"{name} {text}")]


def test_a_name_above_what_a_label_calls_the_action_is_kept_beside_it():
    form = "**Action {}: {}**|<\nWhat we will do|{}\nLead|Vale\nBy when|May 2027"
    first = table(form.format(1, "Early help", "Hold drop-ins for carers"))
    second = table(form.format(2, "Fair work", "Ask every ward for figures"))
    one, other = extract(document(first, second)).actions
    assert (one.cells["ref"], one.cells["activity"]) == ("1", "Hold drop-ins for carers")
    assert one.other_cells == (OtherCell("Title", "Early help"),)
    assert other.other_cells == (OtherCell("Title", "Fair work"),)


def test_a_promise_in_bold_letters_above_a_text_that_promises_is_of_the_action():
    """It was lost, and is told of nowhere else."""
    form = "**{}**|<\n{}|<\nLead|Vale\nBy when|May 2027"
    first = table(form.format("1.1 Deliver 500 warm homes", "Work with landlords street by street"))
    second = table(form.format("1.2 Open two advice hubs", "Ask every ward for a place"))
    assert pick(found(first, second), "ref", "activity") == [
        ("1.1", "Deliver 500 warm homes Work with landlords street by street"),
        ("1.2", "Open two advice hubs Ask every ward for a place"),
    ]


def test_what_a_text_says_of_the_name_above_it_is_no_action_without_the_name():
    form = "**{}**|<\n{}|<\nLead|Vale\nBy when|May 2027"
    first = table(form.format("Fit insulation in 500 homes", "This will cut bills"))
    second = table(form.format("Advice hubs", "They will help carers"))
    assert pick(found(first, second), "activity") == [
        ("Fit insulation in 500 homes This will cut bills",),
        ("Advice hubs They will help carers",),
    ]


def test_a_line_that_each_card_prints_above_its_number_is_no_part_of_the_action():
    form = "Action card//Action 1.{}//{}|<\nLead|Vale\nBy when|May 2027"
    first, second = (
        table(form.format(n, t)) for n, t in ((1, "Hold drop-ins"), (2, "Map benches"))
    )
    assert pick(found(first, second), "ref", "activity") == [
        ("1.1", "Hold drop-ins"),
        ("1.2", "Map benches"),
    ]


def test_a_name_and_a_text_above_a_strip_of_labelled_cells_are_an_action():
    """Read as columns headed "Lead: Tenancy Team" where no table of such cards had two rows."""
    cards = [
        table(
            f"{name}|<|<\n{text}|<|<\nLead: {lead}|By when: {when}|Success: {success}",
        )
        for name, text, lead, when, success in (
            ("1. Ring-back", "Call each tenant the next day.", "Hub", "May 2026", "95% called"),
            (
                "2. Mediation",
                "Offer talks before a letter.",
                "Tenancy Team",
                "June 2026",
                "Half end",
            ),
        )
    ]
    assert pick(found(*cards), "ref", "activity", "lead", "due", "items") == [
        ("1", "Ring-back Call each tenant the next day.", "Hub", "May 2026", ["95% called"]),
        ("2", "Mediation Offer talks before a letter.", "Tenancy Team", "June 2026", ["Half end"]),
    ]


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("PROJECT DELIVERY FORM LB/01", "LB/01"),
        ("Delivery form DF-12", "DF-12"),
        ("Resurfacing of the A40", None),
    ],
)
def test_a_code_behind_the_words_of_a_form_s_title_is_its_reference(title, ref):
    rows = found(table(f"**{title}**|<\nProject|Lend 60 tablets\nLead|Vale\nBy when|2027"))
    assert pick(rows, "ref", "activity") == [(ref, "Lend 60 tablets")]


def test_a_title_that_counts_and_promises_the_action_begins_the_text_behind_its_label():
    """A landlord's plan: the text alone does not say what is renewed."""
    form = "**{}**|<\nWhat we will do|All homes will have a quiet fan.\nLead|Vale\nBy when|2027"
    renew, fans = (
        found(table(form.format(title)))
        for title in ("Action 4 Renew extractor fans", "Action 4: Extractor fans")
    )
    text = "All homes will have a quiet fan."
    assert pick(renew, "ref", "activity") == [("4", f"Renew extractor fans {text}")]
    assert pick(fans, "ref", "activity") == [("4", text)]


def test_the_project_that_a_form_names_beside_its_action_is_no_section():
    """ "Youth shelter" headed its one action, and "Safer parks" above both forms headed none."""
    form = "Project|{}\nAction|{}\nLead|Vale\nBy when|2027"
    plan = document(
        Heading("Safer parks", 1),
        table(form.format("Youth shelter", "Build a shelter by the skate park")),
        table(form.format("Warm room", "Open the Corn Exchange in winter")),
    )
    rows = [one.row for one in find_actions(plan).actions]
    assert [row.section for row in rows] == ["Safer parks", "Safer parks"]
    assert [row.other_cells for row in rows] == [
        (OtherCell("Project", "Youth shelter"),),
        (OtherCell("Project", "Warm room"),),
    ]
