"""Forms of one table that say who and when in other words than the form before."""

from extractors.blocks import Heading
from extractors.grid import grid_of
from extractors.layouts.forms.card_tables import cards_of
from tests.extractors.tables import found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
FIRST = "Action no.|R1\nAction|Dredge the lower basin\nLead|Canal Trust\nBy when|May 2027\n"


def test_a_form_begins_again_in_other_words_where_who_and_when_are_said_again():
    second = "Reference|R2\nActivity|Mend the lock gates\nDeadline|2028\nOwner|Parks\nStatus|Late"
    assert pick(found(GOAL, table(FIRST + second)), "ref", "activity", "lead", "due", "status") == [
        ("R1", "Dredge the lower basin", "Canal Trust", "May 2027", None),
        ("R2", "Mend the lock gates", "Parks", "2028", "Late"),
    ]


def test_a_second_reference_of_a_form_begins_no_other():
    more = "Strategy reference|PV3\nPartners|Rowing club\nStatus|Late"
    (form,) = cards_of(grid_of(table(FIRST + more)))
    assert len(form.lines) == 7


def test_a_promise_across_a_form_names_the_next_above_other_labels():
    forms = table(
        "R1 Dredge the lower basin|<\nLead|Canal Trust\nBy when|May 2027\nStatus|Late\n"
        "R2 Mend the lock gates|<\nDeadline|2028\nOwner|Parks\nPartners|Rowing club"
    )
    assert pick(found(GOAL, forms), "ref", "activity", "lead", "due") == [
        ("R1", "Dredge the lower basin", "Canal Trust", "May 2027"),
        ("R2", "Mend the lock gates", "Parks", "2028"),
    ]


def test_a_name_across_a_form_names_the_next_where_another_label_than_the_first_is_said_again():
    forms = table(
        "The lower basin|<\nLead|Canal Trust\nBy when|May 2027\n"
        "The lock gates|<\nBy when|2028\nStatus|Late"
    )
    assert pick(found(GOAL, forms), "activity", "lead", "due") == [
        ("The lower basin", "Canal Trust", "May 2027"),
        ("The lock gates", None, "2028"),
    ]


def test_a_row_across_that_names_nothing_parts_a_form_though_who_is_said_again():
    form = table(
        "R1 Dredge the lower basin|<\nLead|Canal Trust\nBy when|May 2027\n"
        "Delivery team|<\nOwner|Parks\nDeadline for replies|2028"
    )
    assert len(cards_of(grid_of(form), 2)) == 1


def test_a_counted_label_without_a_value_is_the_name_of_the_form_below_it():
    form = "{}|\nWhat we will do|{}\nWho will lead|{}\nComplete by|{}\nProgress|{}\n"
    forms = table(
        form.format("Action 2.2", "Dredge the lower basin", "Canal Trust", "May 2027", "Late")
        + form.format("Action 2.3", "Mend the lock gates", "Parks", "2028", "On track").rstrip()
    )
    above = Heading("Action 2.1", 3)
    assert pick(found(GOAL, above, forms), "ref", "activity", "lead") == [
        ("2.2", "Dredge the lower basin", "Canal Trust"),
        ("2.3", "Mend the lock gates", "Parks"),
    ]


def test_the_next_form_begins_where_the_label_of_the_first_is_said_again_with_another_letter():
    forms = table(
        "Action A3|Dredge the lower basin\nLead|Canal Trust\nBy when|May 2027\n"
        "Action B1|Mend the lock gates\nLead|Parks\nBy when|2028"
    )
    assert pick(found(GOAL, forms), "ref", "activity", "lead", "due") == [
        ("A3", "Dredge the lower basin", "Canal Trust", "May 2027"),
        ("B1", "Mend the lock gates", "Parks", "2028"),
    ]
