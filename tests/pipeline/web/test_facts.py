"""What the nights tell a release: coverage of areas, and which edition stands at an address."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.assemble.coverage import coverage
from pipeline.records import Edition, Source
from pipeline.releases.lineage import stand
from pipeline.sources import KnownDocument, Registry
from pipeline.web.facts import AreaFacts, WebFacts, web_facts
from pipeline.web.state import AddressState, SourceState, WebState, moves_of, save_state
from tests.pipeline.release_tables import document

AREA = "E06000001"
HELD = {"area_code": AREA, "kind": "strategy", "title": "Mereshire strategy"}


@pytest.mark.parametrize(
    ("rows", "facts", "state"),
    [
        ([HELD], AreaFacts(), "published"),
        ([HELD | {"state": "gone"}], AreaFacts(), "published"),
        ([HELD | {"state": "withdrawn"}], AreaFacts(is_blocked=True), "withdrawn"),
        ([HELD | {"state": "superseded"}], AreaFacts(), "superseded"),
        ([HELD | {"state": "superseded"}, HELD], AreaFacts(), "published"),
        ([HELD | {"title": "Draft strategy"}], AreaFacts(), "draft"),
        ([HELD | {"kind": "news"}], AreaFacts(), "not_found"),
        ([], AreaFacts(has_draft=True), "draft"),
        ([], AreaFacts(has_draft=True, is_blocked=True), "draft"),
        ([], AreaFacts(is_blocked=True), "blocked"),
        ([], AreaFacts(), "not_found"),
    ],
)
def test_coverage_says_the_best_that_is_known_of_an_area(rows, facts, state):
    documents = [document(f"{place:064x}", **row) for place, row in enumerate(rows)]
    (row,) = coverage(documents, {AREA: facts})
    assert row.state == state


def test_coverage_names_the_plan_and_not_a_page_about_it():
    page = document("c" * 64, document_id="page", area_code=AREA, kind="web_page", actions=9)
    plan = document("d" * 64, document_id="plan", area_code=AREA, kind="strategy", actions=2)
    (row,) = coverage([plan, page], {})
    assert row.document_id == "plan"


def edition(name: str, day: int, origin: str) -> Edition:
    fetched = datetime(2026, 3, day, tzinfo=UTC)
    return Edition(name * 64, "mereshire", "plan.pdf", "application/pdf", 9, fetched, origin)


OLD, NEW = "https://m.example/old.pdf", "https://m.example/new.pdf"


def test_an_edition_that_comes_back_stands_whatever_the_clock_said():
    first, second = edition("a", 1, OLD), edition("b", 2, OLD)
    web = WebFacts(stands={OLD: first.edition_id})
    standings = stand([first, second], {}, web)
    assert standings[first.edition_id].current
    assert standings[second.edition_id].superseded
    assert standings[first.edition_id].supersedes == second.edition_id


def test_an_edition_at_a_new_address_supersedes_that_of_the_old_one():
    first, second = edition("a", 1, OLD), edition("b", 2, NEW)
    assert not stand([first, second], {})[first.edition_id].superseded
    standings = stand([first, second], {}, WebFacts(moves={OLD: NEW}))
    assert standings[second.edition_id].supersedes == first.edition_id


def test_moves_are_followed_to_the_end_and_a_circle_ends():
    states = [
        AddressState("a", "s", "d", moved_to="b"),
        AddressState("b", "s", "d", moved_to="c"),
        AddressState("c", "s", "d"),
        AddressState("x", "s", "d", moved_to="y"),
        AddressState("y", "s", "d", moved_to="x"),
    ]
    assert moves_of({held.address: held for held in states}) == {
        "a": "c",
        "b": "c",
        "x": "y",
        "y": "x",
    }


SOURCE = Source("mereshire", "Mereshire Council", AREA, "https://m.example/", "page")


def test_a_work_that_a_later_one_follows_is_superseded(tmp_path):
    older = KnownDocument("plan-2022", "mereshire", OLD)
    newer = KnownDocument("plan-2025", "mereshire", NEW, supersedes="plan-2022")
    facts = web_facts(tmp_path, Registry((SOURCE,), (older, newer)))
    assert facts.superseded == {"plan-2022"}
    drafted = Registry((SOURCE,), (older, replace(newer, standing="draft")))
    assert web_facts(tmp_path, drafted).superseded == frozenset()
    assert web_facts(tmp_path, drafted).areas == {AREA: AreaFacts(has_draft=True)}


def test_facts_are_the_same_however_they_were_gathered(tmp_path):
    day = date(2026, 3, 1)
    held = [
        AddressState(OLD, "mereshire", "plan", "gone", edition_id="a" * 64),
        AddressState(NEW, "mereshire", "plan", "live", edition_id="a" * 64),
    ]
    digests = set()
    for order in (held, held[::-1]):
        sources = {"mereshire": SourceState("mereshire", day, day)}
        save_state(tmp_path, WebState({h.address: h for h in order}, sources))
        facts = web_facts(tmp_path, Registry((SOURCE,)))
        assert facts.states == {"a" * 64: "live"}
        assert facts.areas[AREA].checked_on == day
        digests.add(facts.digest())
    assert len(digests) == 1
