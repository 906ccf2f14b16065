from dataclasses import replace
from datetime import date

import pytest

from pipeline.check import check_release
from pipeline.check.bounds import Expected
from pipeline.errors import JobFailed
from pipeline.publish import write_release
from pipeline.releases.baseline import Baseline, baseline_of, find_baseline
from tests.pipeline.release_tables import PDF, action, document, lead, report, tables

ACTIONS = [action(f"{number:016x}", ordinal=number) for number in range(20)]


def last_release(tmp_path, **rows) -> Baseline:
    return baseline_of(write_release(tmp_path / "curated", tables(**rows), {}, report()))


def test_sound_tables_pass_without_a_word():
    assert check_release(tables(actions=ACTIONS)) == ()


@pytest.mark.fault("R7")
@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (
            {"actions": [action("0" * 16), action("0" * 16)]},
            "actions.action_id: several rows have the same key",
        ),
        ({"actions": [action("0" * 16, score=101)]}, "actions.score"),
        ({"actions": [action("0" * 16, status="finished")]}, "actions.status.*finished"),
        ({"actions": [action("0" * 16, edition_id="c" * 64)]}, "actions.edition_id.*not in"),
        ({"actions": [action("0" * 16, theme_id="prevetnion")]}, "actions.theme_id.*prevetnion"),
        (
            {"actions": [action("0" * 16, due_earliest=date(2028, 1, 1))]},
            "due_earliest is after due_latest",
        ),
        ({"documents": [document(state="lost")]}, "documents.state.*lost"),
        ({"documents": [document(title=None), document(PDF)]}, "documents.*edition_id"),
    ],
)
def test_a_fault_keeps_the_release_from_being_published_and_is_named(broken, told):
    with pytest.raises(JobFailed, match=told) as failed:
        check_release(tables(**broken))
    assert "please report it. Nothing was published." in str(failed.value)


@pytest.mark.fault("R7")
def test_a_release_that_lost_most_actions_is_held_back(tmp_path):
    last = last_release(tmp_path, actions=ACTIONS)
    with pytest.raises(JobFailed, match=r"had 20 \(bound: 30% fewer\).*--accept-losses"):
        check_release(tables(actions=ACTIONS[:13]), last)
    assert check_release(tables(actions=ACTIONS[:15]), last) == ()


def test_a_loss_that_a_person_has_looked_at_is_published(tmp_path):
    last = last_release(tmp_path, actions=ACTIONS)
    assert check_release(tables(actions=ACTIONS[:2]), last, accept_losses=True) == ()


def test_a_document_of_the_last_release_may_not_vanish(tmp_path):
    last = last_release(tmp_path, documents=[document(), document("c" * 64, document_id="gone")])
    with pytest.raises(JobFailed, match=r"gone was in release 0001.*--accept-losses"):
        check_release(tables(), last)


@pytest.mark.fault("R7")
def test_fewer_rows_than_the_registry_expects_are_not_published():
    expected = Expected(minimum={"mereshire-strategy": 25, "of-another-night": 5})
    with pytest.raises(JobFailed, match=r"20 rows from mereshire-strategy.* at least 25"):
        check_release(tables(actions=ACTIONS), expected=expected)
    assert check_release(tables(actions=ACTIONS), None, accept_losses=True, expected=expected) == ()


def test_more_rows_than_the_registry_expects_are_published_with_a_warning():
    told = check_release(tables(actions=ACTIONS), expected=Expected({}, {"mereshire-strategy": 12}))
    assert told == ("actions: 20 rows from mereshire-strategy, the registry expects at most 12",)


@pytest.mark.fault("R7")
@pytest.mark.parametrize("year", [1926, 2202])
def test_a_date_that_no_plan_can_mean_is_warned_of(year):
    odd = {"due_earliest": date(year, 1, 1), "due_latest": date(year, 12, 31)}
    (warning,) = check_release(tables(actions=[*ACTIONS, action("f" * 16, **odd)]))
    assert "actions.due: 1 dates lie outside 2000 to 2075, such as in ffffffffffffffff" in warning


@pytest.mark.fault("R7")
@pytest.mark.parametrize("column", ["ref", "lead_raw", "due_raw"])
def test_a_column_that_is_no_longer_found_holds_the_release_back(tmp_path, column):
    full = [action(f"{n:016x}", ordinal=n, ref="1.1", lead_raw="Housing") for n in range(20)]
    last = last_release(tmp_path, actions=full)
    lost = [replace(row, **{column: ""}) for row in full[:8]] + full[8:]
    with pytest.raises(JobFailed, match=f"{column}: filled in 60% .* 100% .*--accept-losses"):
        check_release(tables(actions=lost), last)
    fewer = [replace(row, **{column: None}) for row in full[:4]] + full[4:]
    (warning,) = check_release(tables(actions=fewer), last)
    assert f"{column}: filled in 80%" in warning


@pytest.mark.fault("R7")
def test_leads_that_are_resolved_no_more_hold_the_release_back(tmp_path):
    def leads(method):
        return [lead(row.action_id, 1, "Housing", method=method, agency_id=None) for row in ACTIONS]

    last = last_release(tmp_path, actions=ACTIONS, leads=leads("pattern"))
    with pytest.raises(JobFailed, match="100% of the bodies named are unresolved, 0% were"):
        check_release(tables(actions=ACTIONS, leads=leads("unresolved")), last)


def test_a_damaged_last_release_is_no_measure_and_is_named_as_what_stands(tmp_path):
    release = write_release(tmp_path / "curated", tables(actions=ACTIONS), {}, report())
    (release.path / "actions.parquet").write_bytes(b"PAR1")
    last = find_baseline(tmp_path)
    assert check_release(tables(actions=ACTIONS[:2]), last) == ()
    with pytest.raises(JobFailed, match="Release 0001-2026-03-01 stands"):
        check_release(tables(actions=[action("0" * 16, score=101)]), last)
