"""Which rows below an action are its own: footnotes and labelled lines are none."""

from tests.extractors.tables import found, pick, table

PLAN = "Ref|Action|Lead\n1|Open a hub|Vale\n2|Train door staff{sign}|Police\n"


def activities(last: str, sign: str = "") -> list[str]:
    rows = found(table(PLAN.format(sign=sign) + last))
    return [activity for (activity,) in pick(rows, "activity")]


def test_a_note_below_the_rows_is_a_footnote_though_no_row_prints_its_sign():
    assert activities("|* Subject to funding|") == ["Open a hub", "Train door staff"]


def test_a_promise_behind_a_sign_is_a_footnote_where_a_row_prints_the_sign_as_well():
    assert len(activities("|* Light the quay|", sign="*")) == 2
    assert "* Light the quay" in " ".join(activities("|* Light the quay|"))
