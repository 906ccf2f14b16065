from datetime import UTC, datetime

import pytest

from pipeline.check import check_release
from pipeline.check.account import account_for
from pipeline.check.hold import hold_losses
from pipeline.records import CuratedEdition
from pipeline.releases.baseline import Baseline
from tests.pipeline.release_tables import PDF, WORD, action, document, lead, tables

OTHER = "d" * 64
OLD = [action(f"{number:016x}", ordinal=number, activity=f"Old {number}") for number in range(20)]
SIXTEEN = "0123456789abcdef"


def last(**rows) -> Baseline:
    held = {
        "documents": [document(actions=20), document(OTHER, document_id="other", actions=1)],
        "actions": [*OLD, action(SIXTEEN, document_id="other", edition_id=OTHER)],
        "leads": [lead(row.action_id, 1, "Housing", agency_id=None) for row in OLD],
    }
    return Baseline("0007-2026-03-01", tables(**held | rows))


def now(number: int, **values) -> dict:
    """The document has a new edition with so many actions; the other one is as it was."""
    new = [action(f"{n:015x}n", edition_id=WORD, activity=f"New {n}") for n in range(number)]
    newer = datetime(2026, 3, 2, tzinfo=UTC)
    return tables(
        documents=[
            document(PDF, current=False, state="superseded", actions=20),
            document(WORD, supersedes=PDF, fetched_at=newer, **{"actions": number} | values),
            document(OTHER, document_id="other", actions=1),
        ],
        actions=[*new, action(SIXTEEN, document_id="other", edition_id=OTHER)],
        leads=[lead(row.action_id, 1, "Police", edition_id=WORD, agency_id=None) for row in new],
    )


@pytest.mark.fault("F76")
def test_76_a_document_that_lost_a_third_keeps_its_last_good_rows():
    kept = hold_losses(now(13), last(), {})
    activities = kept.tables["actions"]["activity"].to_pylist()
    assert [text for text in activities if text.startswith("Old")] == [row.activity for row in OLD]
    assert len(activities) == len(OLD) + 1  # and the row of the other document
    assert set(kept.tables["leads"]["agency_name"].to_pylist()) == {"Housing"}
    (told,) = kept.tables["problems"].to_pylist()
    assert (told["code"], told["edition_id"]) == ("held", WORD)
    assert "13 actions were read, release 0007-2026-03-01 has 20" in told["message"]
    assert "--accept-losses" in told["message"]


def test_the_new_edition_of_a_held_document_is_listed_and_not_in_use():
    kept = hold_losses(now(0), last(), {})
    lines = {row["edition_id"]: row for row in kept.tables["documents"].to_pylist()}
    assert [lines[name]["current"] for name in (PDF, WORD, OTHER)] == [True, False, True]
    assert lines[PDF]["state"] == "live"
    assert check_release(kept.tables, last()) == ()


@pytest.mark.parametrize("number", [14, 20, 45])
def test_a_document_that_lost_little_or_grew_is_published(number):
    kept = hold_losses(now(number), last(), {})
    assert kept.losses == ()
    assert kept.tables == now(number)


def test_a_document_that_can_be_read_no_more_is_held_even_without_actions():
    before = last(documents=[document(actions=0)], actions=[], leads=[])
    kept = hold_losses(now(0, actions=None), before, {})
    assert [loss.readable for loss in kept.losses] == [False]
    assert "it could not be read" in kept.tables["problems"]["message"][0].as_py()


def test_a_document_below_the_registry_s_minimum_is_held_where_it_was_not_before():
    assert [loss.now for loss in hold_losses(now(18), last(), {"mereshire-strategy": 20}).losses]
    assert not hold_losses(now(18), last(), {"mereshire-strategy": 25}).losses


def test_a_few_actions_fewer_of_few_are_no_loss_but_the_last_one_is():
    before = last(documents=[document(actions=4)], actions=OLD[:4], leads=[])
    assert not hold_losses(now(1), before, {}).losses
    assert hold_losses(now(0), before, {}).losses


def test_before_the_first_release_nothing_is_held():
    assert hold_losses(now(0), Baseline(), {}).tables == now(0)


def test_rows_held_from_an_older_release_stay_held_the_next_night():
    first = hold_losses(now(5), last(), {})
    second = hold_losses(now(5), Baseline("0008-2026-03-02", first.tables), {})
    for name in ("actions", "leads", "documents"):
        rows = [sorted(map(str, kept.tables[name].to_pylist())) for kept in (first, second)]
        assert rows[0] == rows[1], name


def curated(edition_id: str = PDF, number: int = 20, **values) -> CuratedEdition:
    rows = tuple(action(f"{n:016x}", edition_id=edition_id) for n in range(number))
    return CuratedEdition(document(edition_id, **{"actions": number} | values), actions=rows)


@pytest.mark.fault("R6")
def test_r6_accounts_balance_where_every_edition_and_row_went_somewhere():
    held = tables(documents=[document(actions=20)], actions=OLD)
    accounts = account_for([PDF], [curated()], held, [])
    assert accounts.faults == ()
    assert accounts.counts == {"known": 1, "published": 1, "rows_read": 20, "rows_published": 20}


@pytest.mark.fault("R6")
@pytest.mark.parametrize(
    ("fetched", "known", "published", "told"),
    [
        ([OTHER], [curated()], {"actions": OLD}, f"{OTHER}: was fetched and is not in documents"),
        ([], [curated(OTHER)], {"actions": OLD}, f"{OTHER}: is known and not in documents"),
        ([], [curated()], {"actions": OLD[:19]}, "20 actions were read, 19 are in actions"),
        ([], [curated(number=0, actions=None)], {}, "could not be read and no problem says so"),
    ],
)
def test_r6_what_is_lost_in_silence_is_found(fetched, known, published, told):
    held = tables(documents=[document(actions=20)], **published)
    assert any(told in fault for fault in account_for(fetched, known, held, []).faults)
