"""Headings that name the aim of the actions below them."""

from tests.extractors.tables import found, pick, table

ROWS = "Open a refuge|Vale|May 2027\nFill the lofts|Homes|2028"


def test_an_aim_that_heads_its_actions_is_their_section():
    again = "Priority 2: Streets|Lead|By when\nLight the quay|Port|2027"
    rows = found(table(f"Priority 1: Homes|Lead|By when\n{ROWS}\n{again}"))
    assert pick(rows, "section", "activity") == [
        ("Priority 1: Homes", "Open a refuge"),
        ("Priority 1: Homes", "Fill the lofts"),
        ("Priority 2: Streets", "Light the quay"),
    ]


def test_an_aim_that_heads_what_is_measured_heads_no_actions():
    rows = "Cold homes|Vale|2027\nDark streets|Port|2028\nVisits|Vale|2027"
    (*read,) = found(table(f"Outcome 1: Homes are warm|Lead|By when\n{rows}"))
    assert not any(row["section"] for row in read)


def test_a_label_beside_its_value_is_no_heading_of_actions():
    form = "Priority 1: Homes|Lead\nOpen a refuge|Vale\nFill the lofts|Homes"
    assert found(table(form)) == []
