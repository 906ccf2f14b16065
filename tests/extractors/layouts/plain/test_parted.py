"""Cells that hold several labelled lines: each is a field, except where a heading says the same."""

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
