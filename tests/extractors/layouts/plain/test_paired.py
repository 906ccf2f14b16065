"""Cards whose labels stand partly above and partly beside their values."""

import pytest

from extractors.blocks import Heading
from extractors.grid import grid_of
from extractors.layouts.plain.paired import pair_labels
from tests.extractors.tables import found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
BESIDE = "**Action 1.1**|<\n**Activity:**|Dredge the lower basin\n**Measures:**|Two miles dredged\n"


def test_labels_above_values_abreast_are_of_the_card_whose_other_labels_stand_beside_theirs():
    card = table(
        BESIDE + "**Status**|**Lead**\nDelayed|Canal Trust\n**Partners**|**When**\nPort|2027"
    )
    assert pick(found(GOAL, card), "ref", "activity", "lead", "due", "status", "items") == [
        ("1.1", "Dredge the lower basin", "Canal Trust", "2027", "Delayed", ["Two miles dredged"])
    ]


def test_labels_across_a_card_stand_above_their_values_as_those_abreast_do():
    card = table(
        "**Action 1.1: Deep water**|<\n**What will we do?**|<\nDredge the lower basin|<\n"
        "**Who is responsible?**|**Due date**\nCanal Trust|\n**Resources**|<\nTwo barges|<"
    )
    assert pick(found(GOAL, card), "activity", "lead", "due") == [
        ("Dredge the lower basin", "Canal Trust", "")
    ]


def test_rows_below_the_heads_of_a_plan_are_no_values_of_a_card():
    plan = table("**Action**|**Lead**\nDredge the basin|Canal Trust\nMend the lock|Port")
    assert pair_labels(grid_of(plan)) is plan


def test_the_aims_beside_a_label_in_the_last_row_are_no_labels():
    """The third aim of a table above a plan was its section."""
    aims = table(
        "Priority|Quiet rivers|<|<|<\nObjectives|Educate|Prevention|Raise awareness|Empower"
    )
    assert pair_labels(grid_of(aims)) is aims


def test_an_aim_above_the_heads_of_a_plan_is_its_section_though_one_row_stands_below():
    """A table of one action gave it its aim as an objective, one of two as their section."""
    plan = "Priority|Quiet rivers|<\nOutcome|Clean water|<\nAction|Lead|By when\n"
    row = "Dredge the basin|Canal Trust|2027"
    for rows in (row, f"{row}\nMend the lock|Port|2027"):
        acts = found(table(plan + rows))
        assert {(one["section"], "objective" in one) for one in acts} == {("Quiet rivers", False)}


IN_CELLS = (
    "**CS1**|**Offer visits to new tenants**|<\n"
    "Lead partner // Port|Supporting partners|Target date // 2027\n"
    "Measure of success // Two hundred visits|<|<\n"
)


def test_labels_in_the_cells_of_their_values_need_no_colon():
    """Of such cards nothing was read, or "Supporting partners" as who leads."""
    other = IN_CELLS.replace("CS1", "CS2").replace("Offer visits to", "Repair homes of")
    assert pick(
        found(GOAL, table(IN_CELLS + other)),
        *("ref", "activity", "lead", "support", "due", "items"),
    ) == [
        ("CS1", "Offer visits to new tenants", "Port", "", "2027", ["Two hundred visits"]),
        ("CS2", "Repair homes of new tenants", "Port", "", "2027", ["Two hundred visits"]),
    ]


def test_how_far_an_action_is_may_stand_at_the_end_of_its_title():
    card = table(IN_CELLS.replace("new tenants**|<", "new tenants**|On track"))
    assert pick(found(GOAL, card), "ref", "lead", "status") == [("CS1", "Port", "On track")]


def test_heads_with_what_they_ask_for_are_no_labels_with_their_values():
    plan = table("Ref // No.|Lead // Who answers for it|Timescale // By when\n1.1|Port|2027")
    assert pair_labels(grid_of(plan)) is plan


def test_a_cell_that_begins_with_a_label_is_no_value_of_the_cell_beside_it():
    """ "Supporting partners // Canal Trust" led, and "Measure of success // Visits" was due."""
    card = table(
        "Action: Offer visits|<\nLead partner // Port|Supporting partners // Canal Trust\n"
        "Target date // 2027|Measure of success // Visits\nSee the plan of the Port|for the year"
    )
    assert not found(GOAL, card)


def test_a_plain_value_that_reads_as_a_label_is_none_below_bold_labels():
    card = table(BESIDE + "**Owner:**|**Due date:**\nHuman Resources|Short term")
    assert pick(found(GOAL, card), "lead", "due") == [("Human Resources", "Short term")]


def test_a_body_that_is_called_as_a_heading_is_has_no_label_for_its_value():
    """ "Complete by" led and supported."""
    card = table(
        "Action|Buy back sixty homes\nLead|Finance\nComplete by|2028\nMeasures|Sixty homes"
    )
    assert pick(found(GOAL, card), "lead", "due") == [("Finance", "2028")]


@pytest.mark.parametrize("title", ["Deep water", "1. Deep water", "Action 1", ""])
def test_a_label_before_a_colon_across_a_card_whose_heads_stand_over_values_is_no_title(title):
    rows = (
        "Activity: Dredge the lower basin|<|<\nHow we will know: Two miles dredged|<|<\n"
        "**Lead**|**Partners**|**When?**\nCanal Trust|Port|2027"
    )
    card = table(f"**{title}**|<|<\n{rows}" if title else rows)
    assert (
        pick(found(GOAL, card, card), "activity", "lead", "due", "items")
        == [("Dredge the lower basin", "Canal Trust", "2027", ["Two miles dredged"])] * 2
    )
