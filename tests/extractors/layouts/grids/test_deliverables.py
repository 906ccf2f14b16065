"""Deliverables below an action: actions themselves where each says who and when, else measures."""

import pytest

from tests.extractors.tables import found, pick, table

HEAD = "Action|Deliverable|Timeline|Responsibility"


def rows(*tables: str) -> list[tuple]:
    return pick(found(*map(table, tables)), "objective", "activity", "lead", "due")


def test_each_deliverable_with_its_own_lead_and_date_is_an_action():
    forum = "Hold a forum of islanders|Invite the elders|May 2026|Harbour trust"
    assert rows(f"{HEAD}\n{forum}\n^|Hire the net loft|June 2026|Clerk") == [
        ("Hold a forum of islanders", "Invite the elders", "Harbour trust", "May 2026"),
        ("Hold a forum of islanders", "Hire the net loft", "Clerk", "June 2026"),
    ]


def test_a_later_table_of_the_same_headings_is_read_alike():
    forum = "Hold a forum of islanders|Invite the elders|May 2026|Harbour trust"
    first = f"{HEAD}\n{forum}\n^|Hire the net loft|June 2026|Clerk"
    last = rows(first, f"{HEAD}\nMend the slipway|Order new stone|July 2026|Clerk")[-1]
    assert last == ("Mend the slipway", "Order new stone", "Clerk", "July 2026")


@pytest.mark.parametrize(
    "below",
    [
        "^|Hire the net loft|June 2026|^",  # its lead is that of the action
        "^|Loft full on the day|June 2026|Clerk",  # it promises nothing
    ],
)
def test_other_deliverables_are_measures_of_their_action(below):
    forum = "Hold a forum of islanders|Invite the elders|May 2026|Harbour trust"
    assert [row[1] for row in rows(f"{HEAD}\n{forum}\n{below}")] == ["Hold a forum of islanders"]


def test_a_row_below_whose_measures_begin_as_promises_do_makes_no_measure_an_action():
    forum = "Hold a forum of islanders|Forty islanders come|May 2026|Harbour trust"
    slip = "Mend the slipway|Slipway open all year|June 2026|Clerk"
    below = "^|Publish a report|July 2026|Vale"
    acts = ["Hold a forum of islanders", "Mend the slipway"]
    assert [row[1] for row in rows(f"{HEAD}\n{forum}\n{slip}\n{below}")] == acts


def test_of_two_columns_of_actions_the_one_over_several_of_the_other_is_the_objective():
    head = "Strategic action|Planned activities|Responsible|End date"
    body = "Safe harbours|Mend the slipway|Clerk|July 2026\n^|Train the pilots|Vale|May 2027"
    assert rows(f"{head}\n{body}") == [
        ("Safe harbours", "Mend the slipway", "Clerk", "July 2026"),
        ("Safe harbours", "Train the pilots", "Vale", "May 2027"),
    ]
