"""Cells that hold labelled lines: each is a field, except where another heading says the same."""

from tests.extractors.tables import found, pick, table


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


def test_who_leads_and_who_helps_in_one_cell_are_parted_below_the_heading_lead():
    rows = found(
        table(
            "Action|Lead|When\nInsulate lofts|Lead: Vale//Support: Parks|2026\n"
            "Plant trees|Lead: Parks / Support: Vale|2027\n"
            "Mend the slip|Harbours//Supported by: Vale|2027\n"
            "Light the quay|Highways|2028"
        )
    )
    assert pick(rows, "lead", "support", "due") == [
        ("Vale", "Parks", "2026"),
        ("Parks", "Vale", "2027"),
        ("Harbours", "Vale", "2027"),
        ("Highways", "", "2028"),
    ]


def test_labels_that_another_heading_says_stay_in_their_cell():
    rows = found(
        table(
            "Action|Lead|Partners\nInsulate lofts|Lead: Vale//Support: Parks|Kirk\n"
            "Plant trees|Lead: Parks//Support: Vale|Kirk"
        )
    )
    assert [row["lead"] for row in rows] == [
        "Lead: Vale\nSupport: Parks",
        "Lead: Parks\nSupport: Vale",
    ]


def test_labelled_lines_in_two_cells_of_a_row_all_come_out():
    rows = found(
        table(
            "Action|Responsibility|Timescale\n"
            "Insulate lofts|Lead: Vale//Support: Parks|Start: May 2025//End: June 2026\n"
            "Plant trees|Lead: Parks//Support: Vale|Start: May 2026//End: June 2027"
        )
    )
    assert pick(rows, "lead", "support", "start", "due") == [
        ("Vale", "Parks", "May 2025", "June 2026"),
        ("Parks", "Vale", "May 2026", "June 2027"),
    ]


def test_the_one_label_below_each_action_is_a_field_of_its_own():
    rows = found(
        table(
            "Action|By when\nInsulate lofts//Lead: Vale|2026\nPlant trees//Lead: Parks|2027\n"
            "Open a repair shop//Lead: Kirk|2027"
        )
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Insulate lofts", "Vale", "2026"),
        ("Plant trees", "Parks", "2027"),
        ("Open a repair shop", "Kirk", "2027"),
    ]


def test_a_label_that_a_full_line_runs_into_is_the_label_of_the_other_rows():
    rows = found(
        table(
            "Action|When\nInsulate lofts//Lead: Vale|2026\nPlant trees//Lead: Parks|2027\n"
            "Open a repair shop in each of the three towns Lead: Kirk|2027"
        )
    )
    assert pick(rows, "activity", "lead")[2] == (
        "Open a repair shop in each of the three towns",
        "Kirk",
    )


def test_action_and_lead_in_one_column_are_two_fields():
    rows = found(
        table(
            "Action and lead|Timescale\nInsulate lofts//Lead: Vale|2026\n"
            "Plant trees//Lead: Parks|2027"
        )
    )
    assert pick(rows, "activity", "lead") == [("Insulate lofts", "Vale"), ("Plant trees", "Parks")]
    rows = found(table("Action / Owner|When\nInsulate lofts//Vale|2026\nPlant trees//Parks|2027"))
    assert pick(rows, "activity", "lead") == [("Insulate lofts", "Vale"), ("Plant trees", "Parks")]


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
