"""Seven nights from a council's web site to a release: editions, states, changes and coverage."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.errors import JobFailed
from pipeline.records import RunReport
from pipeline.releases import latest_release, read_table
from pipeline.run import Stages, fetch, ingest
from tests.pipeline.web.web_server import Site, only_loopback, serve
from tests.pipeline.web.web_world import FIRST, OwnReader, World, timedelta

SAMPLES = Path(__file__).parents[3] / "samples" / "documents"
PDF = (SAMPLES / "mereshire_strategy_2025_2028.pdf").read_bytes()
WORD = (SAMPLES / "calderwick_delivery_plan_2025_26.docx").read_bytes()
PAGE = (SAMPLES / "port_ellery_priorities.html").read_bytes()
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AREAS = {"mereshire": "E06000001", "calderwick": "E06000002", "ellery": "E06000003"}
DRAFT_AREA, BLOCKED_AREA, EMPTY_AREA = "E06000004", "E06000005", "E06000006"
OLD, NEW = "/docs/vawg-strategy-2025-2028.pdf", "/files/7/strategy.pdf"


@dataclass(frozen=True)
class Night:
    report: RunReport
    tables: dict[str, list[dict[str, Any]]]

    def state(self, document_id: str) -> list[str]:
        rows = [d for d in self.tables["documents"] if d["document_id"] == document_id]
        return [row["state"] for row in sorted(rows, key=lambda row: row["fetched_at"])]

    def coverage(self, area: str) -> str:
        (row,) = [row for row in self.tables["coverage"] if row["area_code"] == area]
        state: str = row["state"]
        return state

    def codes(self) -> set[str]:
        return {p["code"] for p in self.tables["problems"] if p["stage"] == "fetch"}

    def actions(self, document_id: str) -> list[dict[str, Any]]:
        return [row for row in self.tables["actions"] if row["document_id"] == document_id]


def link(path: str, words: str) -> str:
    return f"<h1>Strategies and plans</h1><p><a href='{path}'>{words}</a></p>"


def reprint(day: str) -> bytes:
    """The delivery plan with one date put off and nothing else changed."""
    document = docx.Document(io.BytesIO(WORD))
    cells = document.tables[0].rows[1].cells
    cells[4].paragraphs[0].runs[0].text = day
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def publish_sites(world: World, site: Site) -> None:
    for name, area in AREAS.items():
        kind = "page" if name != "ellery" else "news"
        world.source(f"/{name}", kind, source_id=name, area_code=area)
    world.source("/fourth", source_id="fourth", area_code=DRAFT_AREA)
    world.source("/fifth", source_id="fifth", area_code=BLOCKED_AREA)
    world.source("/sixth", source_id="sixth", area_code=EMPTY_AREA)
    world.known("ellery-priorities", "/ellery", source_id="ellery", kind="web_page")
    world.known("mereshire-strategy", source_id="mereshire", link_pattern="vawg strategy 2025-2028")
    world.known("calderwick-plan", "/plan.docx", source_id="calderwick", kind="delivery_plan")
    site.page("/mereshire", link(OLD, "VAWG strategy 2025-2028"))
    site.page("/calderwick", link("/plan.docx", "Domestic abuse delivery plan 2025-26"))
    site.page("/fourth", link("/draft.pdf", "Draft VAWG strategy for consultation"))
    site.status("/fifth", 403)
    site.page("/sixth", "<h1>Bins</h1><p>Collections are on Tuesday.</p>")
    site.file(OLD, PDF)
    site.file("/plan.docx", WORD, WORD_TYPE)
    site.file("/ellery", PAGE, "text/html")


def change_sites(site: Site, number: int) -> None:
    if number == 3:
        site.file("/plan.docx", reprint("Oct-25"), WORD_TYPE)
    if number == 4:
        site.page("/mereshire", link(NEW, "VAWG strategy 2025-2028"))
        site.file(NEW, PDF)
        site.status(OLD, 404)
        site.status("/ellery", 404)
    if number == 5:
        site.file(NEW, PDF[: len(PDF) * 2 // 3])
    if number == 6:
        site.file(NEW, PDF)
        site.page("/fourth", link("/adopted.docx", "VAWG strategy 2026-2029"))
        site.file("/adopted.docx", reprint("Nov-25"), WORD_TYPE)
        site.page("/plan.docx", "<h1>Please accept our cookies</h1><p>Then go on.</p>")
    if number == 7:
        site.status("/mereshire", 503)
        site.status(NEW, 503)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Night]]:
    folder = tmp_path_factory.mktemp("nights")
    patch = pytest.MonkeyPatch()
    patch.setattr("pipeline.web.night.PageReader", OwnReader)
    patch.setattr("pipeline.web.client.ATTEMPTS", 1)
    with only_loopback(), serve() as site:
        world = World(site, folder, more={"workers": 2})
        publish_sites(world, site)
        world.save()
        held = []
        for number in range(1, 8):
            change_sites(site, number)
            held.append(go_through(world, number))
    patch.undo()
    yield [Night(RunReport("none", False), {}), *held]  # counted from one, as people do


def go_through(world: World, number: int) -> Night:
    stages = Stages(fetch=partial(fetch, now=FIRST + timedelta(days=number - 1)))
    report = ingest([], world.settings, stages)
    release = latest_release(world.settings.data_dir)
    assert release is not None
    names = ("documents", "actions", "changes", "coverage", "problems")
    return Night(report, {name: read_table(release, name).to_pylist() for name in names})


PUBLISHED, DRAFT, BLOCKED = "published", "draft", "blocked"
COVERAGE = {
    **dict.fromkeys(AREAS.values(), PUBLISHED),
    DRAFT_AREA: DRAFT,
    BLOCKED_AREA: BLOCKED,
    EMPTY_AREA: "not_found",
}
ADOPTED = "stockton-on-tees-vawg-strategy-2026-2029"
DAYS = {
    # number: what is news, what changed in all so far, what covers the areas other than on night 1
    1: ([], 0, {}),
    2: ([], 0, {}),
    3: ([("calderwick-plan", "changed", 5, 5)], 1, {}),
    4: ([("ellery-priorities", "gone", 0, 0), ("mereshire-strategy", "moved", 10, 10)], 1, {}),
    5: ([("mereshire-strategy", "held", 10, 10)], 1, {}),
    6: (
        [
            ("ellery-priorities", "withdrawn", 0, 0),
            ("mereshire-strategy", "changed", 10, 10),
            (ADOPTED, "new", None, 5),
        ],
        1,
        {AREAS["ellery"]: "withdrawn", DRAFT_AREA: PUBLISHED},
    ),
    7: ([], 1, {AREAS["ellery"]: "withdrawn", DRAFT_AREA: PUBLISHED}),
}


@pytest.mark.fault("R7")
@pytest.mark.parametrize("number", DAYS)
def test_each_night_ends_with_a_release_that_says_what_happened(nights, number):
    news, changes, covered = DAYS[number]
    night = nights[number]
    assert night.report.published
    assert night.report.release.startswith(f"{number:04d}-")
    assert [(n.document_id, n.what, n.before, n.now) for n in night.report.news] == news
    assert len(night.tables["changes"]) == changes
    found = {row["area_code"]: row["state"] for row in night.tables["coverage"]}
    assert found == COVERAGE | covered


@pytest.mark.parametrize("number", DAYS)
def test_no_night_loses_a_row_that_was_published(nights, number):
    for name, count in (("mereshire-strategy", 10), ("calderwick-plan", 5)):
        assert len(nights[number].actions(name)) == count
    if number > 1:
        before = {row["document_id"] for row in nights[number - 1].tables["documents"]}
        assert before <= {row["document_id"] for row in nights[number].tables["documents"]}


@pytest.mark.fault("A3", "F76")
def test_a_file_that_was_broken_at_its_address_is_held_and_comes_back_unchanged(nights):
    assert {"held", "damaged"} <= {row["code"] for row in nights[5].tables["problems"]}
    for number in (5, 6):
        assert nights[number].actions("mereshire-strategy") == nights[1].actions(
            "mereshire-strategy"
        )
    assert not [
        row for row in nights[6].tables["changes"] if row["document_id"] == "mereshire-strategy"
    ]
    assert "held" not in {row["code"] for row in nights[6].tables["problems"]}


def test_a_draft_that_was_adopted_is_a_plan(nights):
    assert nights[5].coverage(DRAFT_AREA) == DRAFT
    assert len(nights[6].actions(ADOPTED)) == 5
    assert "draft_found" not in nights[6].codes()


def test_the_first_night_publishes_what_the_pages_lead_to(nights):
    held = {row["document_id"]: row for row in nights[1].tables["documents"]}
    assert set(held) == {"mereshire-strategy", "calderwick-plan", "ellery-priorities"}
    assert held["mereshire-strategy"]["area_code"] == AREAS["mereshire"]
    assert held["mereshire-strategy"]["source_id"] == "mereshire"
    assert held["mereshire-strategy"]["url"].endswith(OLD)
    assert {row["state"] for row in held.values()} == {"live"}
    assert nights[1].codes() == {"draft_found", "blocked"}


def test_coverage_says_of_each_area_what_there_is(nights):
    first = nights[1]
    assert [first.coverage(area) for area in AREAS.values()] == ["published"] * 3
    assert first.coverage(DRAFT_AREA) == "draft"
    assert first.coverage(BLOCKED_AREA) == "blocked"
    assert first.coverage(EMPTY_AREA) == "not_found"


def test_coverage_says_when_it_was_last_looked_for(nights):
    for number in (1, 2, 6):
        days = {str(row["last_checked"]) for row in nights[number].tables["coverage"]}
        assert days == {f"2026-03-0{number}"}
    last = {row["area_code"]: str(row["last_checked"]) for row in nights[7].tables["coverage"]}
    assert last[AREAS["mereshire"]] == "2026-03-06"  # its site failed on the seventh night


def test_a_night_without_news_changes_no_row(nights):
    assert nights[2].tables["documents"] == nights[1].tables["documents"]
    assert nights[2].tables["actions"] == nights[1].tables["actions"]
    assert nights[2].report.read == 0


@pytest.mark.fault("D60")
def test_60_a_new_edition_supersedes_the_old_one_and_says_what_changed(nights):
    assert nights[3].state("calderwick-plan") == ["superseded", "changed"]
    assert len(nights[3].actions("calderwick-plan")) == len(nights[1].actions("calderwick-plan"))
    found = [
        (row["change"], row["column"], row["before"], row["after"])
        for row in nights[3].tables["changes"]
    ]
    assert ("edited", "due_raw", "Jul-25", "Oct-25") in found
    assert nights[4].state("calderwick-plan") == ["superseded", "live"]


@pytest.mark.fault("D61")
def test_61_a_document_that_moved_is_one_document_with_its_new_address(nights):
    assert nights[4].state("mereshire-strategy") == ["moved"]
    (row,) = [d for d in nights[4].tables["documents"] if d["document_id"] == "mereshire-strategy"]
    assert row["url"].endswith(NEW)
    assert nights[4].actions("mereshire-strategy") == nights[1].actions("mereshire-strategy")


@pytest.mark.fault("D63")
def test_63_what_is_gone_keeps_its_rows_and_after_three_days_counts_as_withdrawn(nights):
    assert [nights[number].state("ellery-priorities") for number in (4, 5, 6, 7)] == [
        ["gone"],
        ["gone"],
        ["withdrawn"],
        ["withdrawn"],
    ]
    assert nights[5].coverage(AREAS["ellery"]) == "published"
    assert nights[6].coverage(AREAS["ellery"]) == "withdrawn"


@pytest.mark.fault("D52")
def test_52_a_page_in_the_place_of_a_plan_leaves_the_last_edition_published(nights):
    assert "wrong_content" in nights[6].codes()
    assert nights[6].actions("calderwick-plan") == nights[3].actions("calderwick-plan")
    assert nights[6].coverage(AREAS["calderwick"]) == "published"


@pytest.mark.fault("D57")
def test_57_a_site_that_asks_for_patience_loses_nothing(nights):
    assert {"busy", "host_resting"} & nights[7].codes()
    assert nights[7].actions("mereshire-strategy") == nights[1].actions("mereshire-strategy")


def test_a_run_without_a_network_publishes_nothing_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.web.night.PageReader", OwnReader)
    monkeypatch.setattr("pipeline.web.client.ATTEMPTS", 1)
    with only_loopback():
        world = World(Site("http://127.0.0.1:9"), tmp_path)
        for number in range(2, 6):
            world.source(f"http://127.0.0.1:{number}/plans", source_id=f"site-{number}")
        world.save()
        with pytest.raises(JobFailed, match="None of 4 sites could be reached"):
            ingest([], world.settings)
    assert latest_release(world.settings.data_dir) is None


def test_an_area_that_the_registry_corrects_goes_into_the_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.web.night.PageReader", OwnReader)
    with only_loopback(), serve() as site:
        world = World(site, tmp_path)
        world.source("/ellery", "news", area_code="E06000003")
        world.known("ellery-priorities", "/ellery", kind="web_page")
        site.file("/ellery", PAGE, "text/html")
        world.save()
        assert go_through(world, 1).coverage("E06000003") == "published"
        world.sources[0]["area_code"] = "E06000002"
        world.save()
        second = go_through(world, 1)
    assert {row["area_code"] for row in second.tables["documents"]} == {"E06000002"}
    assert [row["area_code"] for row in second.tables["coverage"]] == ["E06000002"]
