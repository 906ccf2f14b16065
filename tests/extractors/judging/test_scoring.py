"""A score says how sure a row is."""

import pytest

from extractors.judging.doubts import doubts_of
from extractors.judging.scoring import COSTS, FULL, score
from extractors.rows import ActionRow


def test_a_row_without_reasons_is_sure():
    assert score([]) == FULL


def test_each_reason_takes_its_points_once():
    assert (
        score(["card", "card", "unknown heading"])
        == FULL - COSTS["card"] - COSTS["unknown heading"]
    )


def test_a_score_is_never_below_nothing():
    assert score([f"reason {n}" for n in range(40)]) == 0


def rows(*leads: str) -> list[ActionRow]:
    return [
        ActionRow({"activity": f"Open hub number {n} in the vale", "lead": lead})
        for n, lead in enumerate(leads)
    ]


def test_a_missing_lead_is_odd_where_the_other_rows_have_one():
    judged = doubts_of(rows("Vale", "Police", "", "ICB", "PCC", "Vale"), [])
    assert [row.score < FULL for row in judged] == [False, False, True, False, False, False]


def test_missing_leads_are_not_odd_where_they_are_usual():
    assert all(row.score == FULL for row in doubts_of(rows("", "", "Vale", ""), []))


def test_doubts_of_the_table_lower_every_row():
    judged = doubts_of(rows("Vale", "ICB"), ["no ruled grid"])
    assert [row.reasons for row in judged] == [("no ruled grid",)] * 2


def test_text_that_ends_in_the_middle_is_doubtful():
    (row,) = doubts_of([ActionRow({"activity": "Open a hub in the vale and"})], [])
    assert row.reasons == ("unfinished sentence",)


@pytest.mark.parametrize(
    "due", ["ImmediateMarch 2026", "Immediate30 June", "31/03/20252026/27", "2026Complete"]
)
def test_words_run_together_in_a_short_cell_are_doubtful(due: str):
    (row,) = doubts_of([ActionRow({"activity": "Open a hub in the vale", "due": due})], [])
    assert row.reasons == ("words run together",)


@pytest.mark.parametrize(
    "due",
    ["March 2026", "FY24/25", "Q3 2026/27", "31/03/2026", "1st May", "Sept2024", "Phase1", "TBC"],
)
def test_printed_dates_are_not_words_run_together(due: str):
    (row,) = doubts_of([ActionRow({"activity": "Open a hub in the vale", "due": due})], [])
    assert row.reasons == ()
