"""Which rows below an action are its own: footnotes and labelled lines are none."""

import pytest

from extractors.actions import find_actions
from tests.extractors.tables import document, found, pick, table

PLAN = "Ref|Action|Lead\n1|Open a hub|Vale\n2|Train door staff{sign}|Police\n"


def activities(last: str, sign: str = "") -> list[str]:
    rows = found(table(PLAN.format(sign=sign) + last))
    return [activity for (activity,) in pick(rows, "activity")]


def test_a_note_below_the_rows_is_a_footnote_though_no_row_prints_its_sign():
    assert activities("|* Subject to funding|") == ["Open a hub", "Train door staff"]


def test_a_promise_behind_a_sign_is_a_footnote_where_a_row_prints_the_sign_as_well():
    assert len(activities("|* Light the quay|", sign="*")) == 2
    assert "* Light the quay" in " ".join(activities("|* Light the quay|"))


@pytest.mark.parametrize(
    ("first", "last", "ruled", "told"),
    [
        ("", "Safer streets", False, True),
        ("", "Safer streets", True, False),
        ("Safer streets", "", False, False),
    ],
)
def test_aims_at_the_foot_of_their_rows_are_told_where_no_rules_say_whose_they_are(
    first, last, ruled, told
):
    rows = f"{first}|Light the quay|Vale\n|Train door staff|Police\n{last}|Map safe routes|Vale"
    plan = table(f"Objective|Action|Lead\n{rows}", ruled=ruled)
    (row, *_) = find_actions(document(plan)).actions
    assert ("objectives may stand below their rows" in row.row.reasons) is told
