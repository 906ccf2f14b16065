"""Cards in parts: rows of labels above their values, labelled rows below, bars between them."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading
from extractors.grid import grid_of
from extractors.layouts.forms.card_tables import PART_RE
from extractors.layouts.plain.sides import without_groups
from tests.extractors.tables import document, found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
CARD = "{} Dredge the lower basin|<\n**Lead**|**Deadline**\n{}|{}\n"


@pytest.mark.parametrize(
    "below",
    [
        "Success measures: Two miles dredged|<",
        "**Success measures**//Two miles dredged|<",
        "**Success measures**|<\nTwo miles dredged|<",
    ],
)
def test_a_labelled_row_below_the_values_of_a_card_is_part_of_it(below):
    cards = CARD.format("1.1", "Vale", 2026) + below, CARD.format("1.2", "Port", 2027) + below
    for one in (found(GOAL, *map(table, cards)), found(GOAL, table("\n".join(cards)))):
        assert pick(one, "ref", "activity", "lead", "due", "items") == [
            ("1.1", "Dredge the lower basin", "Vale", "2026", ["Two miles dredged"]),
            ("1.2", "Dredge the lower basin", "Port", "2027", ["Two miles dredged"]),
        ]


def test_a_row_that_nothing_labels_below_the_values_of_a_card_leaves_it_unread():
    card = table(CARD.format("1.1", "Vale", 2026) + "The basin silted up in the floods of 1998.|<")
    result = find_actions(document(GOAL, card))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


@pytest.mark.parametrize("bar", ["Section {}: {}", "Part {} – {}"])
def test_bars_that_name_the_parts_of_a_form_begin_no_other_form(bar):
    form = (
        f"Commitment {{0}}: Basin|<\n{bar.format(1, 'About this commitment')}|<\n"
        f"Background|Silt\nWhat we will do|{{1}}\n{bar.format(2, 'Delivery')}|<\n"
        "Lead|Canal Trust\nBy when|May 2027"
    )
    forms = form.format(1, "Dredge the lower basin"), form.format(2, "Mend the lock gates")
    assert pick(found(GOAL, table("\n".join(forms))), "ref", "activity", "lead", "due") == [
        ("Commitment 1", "Dredge the lower basin", "Canal Trust", "May 2027"),
        ("Commitment 2", "Mend the lock gates", "Canal Trust", "May 2027"),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Section 2: Delivery", True),
        ("SECTION B", True),
        ("Part iv - Costs", True),
        ("Section 21 evictions: publish advice", False),
        ("Part of the plan", False),
    ],
)
def test_a_part_of_a_form_is_counted_and_a_subject_is_none(text, part):
    assert (PART_RE.match(text) is not None) == part


def test_a_heading_that_looks_back_is_no_action_of_a_card_without_a_date():
    card = table("Achievement|Basin reopened\nDelivered by|Canal Trust\nCompleted|May 2024")
    result = find_actions(document(Heading("What the last plan brought", 2), card))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_a_finished_project_is_no_action():
    card = "Project|Quiet moorings\nOrganisation|Vale\nGrant|£900\nCompleted|{}\nBaseline|4"
    assert found(GOAL, table(card.format("March 2025"))) == []


def test_heads_with_their_values_below_those_of_a_card_are_part_of_it():
    card = (
        "{} Dredge the lower basin|<|<|<|<|<\n**Lead**|<|<|**Partners**|<|<\nVale|<|<|Port|<|<\n"
        "**Start**|<|**Deadline**|<|**Status**|<\nMay 2026|<|{}|<|Not started|<"
    )
    cards = card.format("1.1", "June 2027"), card.format("1.2", "2028")
    for rows in (found(GOAL, *map(table, cards)), found(GOAL, table("\n".join(cards)))):
        assert pick(rows, "ref", "lead", "support", "start", "due", "status") == [
            ("1.1", "Vale", "Port", "May 2026", "June 2027", "Not started"),
            ("1.2", "Vale", "Port", "May 2026", "2028", "Not started"),
        ]


def test_a_date_at_the_side_of_a_card_is_its_date():
    side = "By when://**Year 1**|{} Dredge the lower basin//Lead: Canal Trust"
    for number in ("1.1", "1.2"):
        (row,) = found(GOAL, table(side.format(number).replace("**", "")))
        assert pick([row], "ref", "activity", "lead", "due") == [
            (number, "Dredge the lower basin", "Canal Trust", "Year 1")
        ]


@pytest.mark.parametrize("above", ["Risk 7", "Case study: the lower basin"])
def test_a_form_below_a_heading_of_no_plan_is_no_action(above):
    form = table("Description|Deliver the silt away\nOwner|Canal Trust\nReview date|May 2027")
    assert found(Heading(above, 2), form) == []


GROUPED = (
    "What|Ref|{0}\n^|Description|Dredge the lower basin\n^|Success measures|Two miles dredged\n"
    "Who|Lead|Canal Trust\n^|Partners|Port\nWhen|Start|May 2026\n^|End|{1}\n"
)


def test_names_of_the_parts_of_a_form_at_its_side_are_no_labels():
    cards = GROUPED.format("1.1", "June 2027"), GROUPED.format("1.2", "2028")
    for rows in (found(GOAL, *map(table, cards)), found(GOAL, table("".join(cards)))):
        assert pick(rows, "ref", "activity", "lead", "support", "start", "due", "items") == [
            (
                ref,
                "Dredge the lower basin",
                "Canal Trust",
                "Port",
                "May 2026",
                due,
                ["Two miles dredged"],
            )
            for ref, due in (("1.1", "June 2027"), ("1.2", "2028"))
        ]


def test_the_titles_of_actions_at_the_side_of_their_labels_are_kept():
    card = "{}|Lead|Canal Trust\n^|Partners|Port\n^|Deadline|{}\n"
    both = card.format("Dredge the lower basin", "May 2027") + card.format("Mend the locks", "2028")
    assert without_groups(grid_of(table(both))).column_count == 3


def test_what_is_done_with_each_case_that_comes_in_is_no_action_and_is_told():
    blocks = Heading("Complaint handling", 3), table("Stage|1\nWho|Port\nTimescale|10 working days")
    result = find_actions(document(GOAL, *blocks))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]
    promise = Heading("Publish the log of complaints", 3), blocks[1]
    assert pick(found(GOAL, *promise), "activity") == [("Publish the log of complaints",)]


def test_the_end_of_a_card_that_a_page_break_cut_is_not_the_beginning_of_the_next():
    card = "Ref|{}\nAction|Improve the basin\nLead|Port\nStatus|{}\n"
    rest = "Status|Complete\n" + card.format("1.2", "Late") + card.format("1.3", "Not started")
    result = find_actions(document(GOAL, table(rest)))
    cells = [one.row.cells for one in result.actions]
    assert pick(cells, "ref", "status") == [("1.2", "Late"), ("1.3", "Not started")]
    assert [problem.code for problem in result.problems] == ["unread_table"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("**Ref**|**Action**|<\n{}|Dredge the lower basin|<", "**Lead**|**Deadline**|**Status**"),
        ("**Action**|**Ref**|**Lead**\nDredge|{}|Vale", "**Start**|**Deadline**|**Status**"),
    ],
)
def test_heads_that_name_the_action_above_heads_of_who_and_when_are_one_card(first, second):
    card = f"{first}\n{second}\nVale|2026|Late\n**Measures**|<|<\nTwo miles dredged|<|<\n"
    cards = card.format("R1") + card.format("R2")
    for one in (
        found(GOAL, table(cards)),
        found(GOAL, table(card.format("R1")), table(card.format("R2"))),
    ):
        assert pick(one, "ref", "lead", "due", "status", "items") == [
            ("R1", "Vale", "2026", "Late", ["Two miles dredged"]),
            ("R2", "Vale", "2026", "Late", ["Two miles dredged"]),
        ]


def test_heads_above_several_rows_of_actions_are_no_tier_of_a_card():
    plan = table(
        "**Action**|**Lead**|**Deadline**\nDredge the basin|Vale|2026\nMend the lock|Port|2027\n"
        "**Risk**|**Owner**|**Review**\nSilt comes back|Vale|2028"
    )
    assert pick(found(GOAL, plan), "activity", "lead") == [
        ("Dredge the basin", "Vale"),
        ("Mend the lock", "Port"),
    ]


def test_two_forms_with_a_blank_column_between_them_are_two_actions():
    rows = found(
        table(
            "Action|1.1 Open a refuge||Action|1.2 Light the quay\n"
            "Lead|Vale||Lead|Port\nWhen|May 2027||When|June 2027\nStatus|Completed||Status|Delayed"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due", "status") == [
        ("1.1", "Open a refuge", "Vale", "May 2027", "Completed"),
        ("1.2", "Light the quay", "Port", "June 2027", "Delayed"),
    ]
