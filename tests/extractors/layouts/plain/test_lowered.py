"""Rows across a table that print an action above headings that say only who and when."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading
from tests.extractors.tables import document, found, pick, table


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


def test_a_name_across_a_table_of_leads_and_dates_is_no_action():
    assert found(table("Housing board|<|<\nLead|Deadline|Status\nVale|May 2026|Complete")) == []


def test_a_title_without_a_verb_across_who_and_when_is_an_action():
    card = "A new business case for the allotments|<|<\nLead|Deadline|Status\nVale|May 2026|Started"
    (row,) = found(table(card))
    assert row["activity"] == "A new business case for the allotments"


def test_who_helps_and_when_without_what_is_told():
    walked = find_actions(document(table("Lead|Partners|Due\nVale|Fen|May 2026\nFen|Vale|2027")))
    assert [problem.code for problem in walked.problems] == ["unread_table"]


@pytest.mark.parametrize(("number", "ref"), [("1.2", "1.2"), ("1", "Commitment 1")])
def test_a_commitment_that_promises_above_who_and_when_is_the_action(number, ref):
    row = table("Lead|When\nPort|2027")
    blocks = [Heading(f"Commitment {number}: Review the quay wall", 2), row]
    assert pick(found(*blocks), "ref", "activity", "lead") == [
        (ref, "Review the quay wall", "Port")
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


def test_the_number_in_the_heads_of_a_card_is_its_reference():
    card = "Action {}|Lead|Date\n{}|Vale|May 2027\nSuccess measure: 40 lamps|<|<"
    rows = found(
        table(card.format("1.1", "Light the quay")), table(card.format("1.2", "Open a refuge"))
    )
    assert pick(rows, "ref", "activity") == [("1.1", "Light the quay"), ("1.2", "Open a refuge")]


COUNTED = (
    "Action {0}|<|<\n{1}|<|<\nLead|Timescale|Status\nVale|May 2026|Begun\n"
    "Success measures|<|<\n• Forty lamps lit|<|<"
)


def test_a_count_across_a_card_stands_above_the_text_that_it_counts():
    cards = table(
        COUNTED.format("2.1", "Light the towpath by the lock")
        + "\n"
        + COUNTED.format("2.2", "Train the door staff of every bar")
    )
    assert pick(found(cards), "ref", "activity", "lead", "due", "measures") == [
        ("2.1", "Light the towpath by the lock", "Vale", "May 2026", "• Forty lamps lit"),
        ("2.2", "Train the door staff of every bar", "Vale", "May 2026", "• Forty lamps lit"),
    ]


def test_a_heading_that_counts_a_card_gives_its_reference_where_a_page_break_parts_them():
    _, card = COUNTED.format("", "Light the towpath by the lock").split("\n", 1)
    assert pick(found(Heading("Action 2.2", 3), table(card)), "ref", "activity") == [
        ("2.2", "Light the towpath by the lock")
    ]


def test_a_counted_measure_above_who_and_when_begins_the_next_card():
    """Plans against corruption: "Measure 1.2: ..." was read as what shows that 1.1 works."""
    card = (
        "Measure {0}: {1}|<|<|<\n**Competent authority**|**Co-competent authorities**|"
        "**Deadline for implementation**|**Indicators of implementation**\nVale|Ash|2027|{2}\n"
    )
    cards = card.format("1.1", "Declare gifts", "Declared") + card.format(
        "1.2", "Publish the leases", "Published"
    )
    assert pick(found(table(cards.strip())), "ref", "activity", "measures", "support") == [
        ("1.1", "Declare gifts", "Declared", "Ash"),
        ("1.2", "Publish the leases", "Published", "Ash"),
    ]


def test_a_counted_commitment_stands_above_tiers_and_a_label_across_explains_it():
    rows = found(
        table(
            "**Commitment 1: Insulate lofts**|<|<\nOWNER|PARTNERS|DELIVER BY\n"
            "Vale|Homes|May 2026\nSTART|STATUS|COST\n2025|Begun|£2m\n"
            "THE ISSUE|<|<\nHalf of the lofts are bare.|<|<"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "support", "start", "due", "status") == [
        ("Commitment 1", "Insulate lofts", "Vale", "Homes", "2025", "May 2026", "Begun")
    ]


def test_a_name_that_counts_the_text_below_it_heads_the_card():
    """The name was taken for the action, so that the table was told as unread."""
    card = "Action H1.{}: {}|<\n{}|<\n**By when**|**Lead**\nMay 2027|Vale"
    first = table(card.format(1, "Early help", "Write a passport for the ward"))
    second = table(card.format(2, "Better places", "Map benches in the park"))
    assert pick(found(Heading("Aim 1: Health", 1), first, second), "ref", "activity", "lead") == [
        ("H1.1", "Write a passport for the ward", "Vale"),
        ("H1.2", "Map benches in the park", "Vale"),
    ]


def test_a_sentence_across_below_the_title_of_a_card_is_part_of_its_action():
    card = (
        "**{}**|<|<\nThis builds on the pilot of 2025.|<|<\n"
        "**Who**|**Partners**|**When**\n{}|Port|2027"
    )
    cards = [table(card.format(*one)) for one in (("Map it", "Vale"), ("Repair it", "Hull"))]
    assert pick(found(Heading("Quiet rivers", 2), *cards), "activity", "lead") == [
        ("Map it This builds on the pilot of 2025.", "Vale"),
        ("Repair it This builds on the pilot of 2025.", "Hull"),
    ]
