"""Labels across a form above their values, among labels with their values beside them."""

from extractors.actions import find_actions
from extractors.blocks import Heading
from extractors.grid import grid_of
from extractors.layouts.plain.unstacked import unstack_labels
from tests.extractors.tables import document, found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
TOP = "**Project 1: River basin**|<|<|<\n**Ref**|R1|**Lead**|Vale\n**Start**|2026|**End**|2027\n"


def test_a_label_across_a_form_has_the_text_below_it_as_its_value():
    form = table(
        TOP + "**What we will do**|<|<|<\nDredge the lower basin|<|<|<\n"
        "**Background**|<|<|<\nThe basin silted up.|<|<|<\n"
        "**Success measures**|<|<|<\nTwo miles dredged|<|<|<"
    )
    assert pick(found(GOAL, form), "ref", "activity", "lead", "due", "items") == [
        ("R1", "Dredge the lower basin", "Vale", "2027", ["Two miles dredged"])
    ]


def test_a_form_that_a_page_ends_after_the_label_of_its_action_is_told_and_not_named_otherwise():
    result = find_actions(document(GOAL, table(TOP + "**What we will do**|<|<|<")))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_bands_above_rows_of_a_plan_keep_the_text_below_them():
    plan = table(
        "**Action**|**Lead**|**Deadline**\nDredge the basin|Vale|2026\n"
        "**Measures**|<|<\nThe locks come next.|<|<\nMend the lock|Port|2027"
    )
    assert unstack_labels(grid_of(plan)) is plan


def test_the_name_of_the_next_form_above_its_first_label_in_a_cell_begins_that_form():
    form = "{}Action|{}\nLead|Vale\nBy when|2026"
    told = "\n".join((form.format("", "Dredge"), form.format("Action 2//", "Mend the lock")))
    assert pick(found(GOAL, table(told)), "ref", "activity") == [
        (None, "Dredge"),
        ("2", "Mend the lock"),
    ]
