"""The registry: one schema, faults that name file and line, drafts from a page, files by hand."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractors.blocks import Link
from pipeline.cli import app
from pipeline.errors import UsageError
from pipeline.fetch import fetch_inbox
from pipeline.sources import DOCUMENTS, SOURCES, Registry, load_registry
from pipeline.sources.draft import append, draft_entry
from pipeline.store import RawStore
from pipeline.store.inbox import NOTE_ENDING
from pipeline.web.links import PageRead
from tests.pipeline.web.web_server import Site, only_loopback, serve
from tests.pipeline.web.web_world import AREA, OwnReader, World, codes, pdf

SOURCE_HEAD = "source_id,publisher,area_code,address,kind,link_pattern,cadence_days,ca_bundle\n"
GOOD = "mereshire,Mereshire Council,E06000001,https://mereshire.example/plans,page,,,\n"
DOCUMENT_HEAD = (
    "document_id,source_id,address,link_pattern,standing,supersedes,min_actions,max_actions\n"
)


def folder_with(tmp_path: Path, sources: str, documents: str = "") -> Path:
    (tmp_path / SOURCES).write_text(SOURCE_HEAD + sources, "utf-8")
    (tmp_path / DOCUMENTS).write_text(DOCUMENT_HEAD + documents, "utf-8")
    return tmp_path


def test_the_projects_own_registry_is_well_formed_and_begins_with_all_publishers():
    registry = load_registry()
    shared = Path(__file__).parents[4] / "shared" / "reference" / "publishers.csv"
    if not shared.is_file():
        pytest.skip(f"{shared} is absent")
    with shared.open(encoding="utf-8", newline="") as lines:
        seen = {row["address"] for row in csv.DictReader(lines)}
    assert seen == {source.address for source in registry.sources}


def test_what_a_line_leaves_out_has_its_default(tmp_path):
    (source,) = load_registry(folder_with(tmp_path, GOOD)).sources
    assert (source.cadence_days, source.min_documents, source.link_pattern) == (1, 0, "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (GOOD.replace("E06000001", "E99"), "sources.csv: mereshire: area_code E99 is not in areas"),
        (GOOD.replace("https:", "ftp:"), "is no http or https address"),
        (GOOD.replace("https://mereshire", "http://[mereshire"), "is malformed"),
        (GOOD.replace(",page,", ",leaflet,"), "sources.csv line 2: kind: Input should be 'page'"),
        (GOOD.replace(",page,,", ",page,(,"), "link_pattern ( is no regular expression"),
        (GOOD.replace(",,,\n", ",,0,\n"), "cadence_days 0 is not from 1 to 365"),
        (GOOD.replace(",,,\n", ",,often,\n"), "cadence_days: Input should be a valid integer"),
        (GOOD.replace(",,,\n", ",,,/no/such.pem\n"), "ca_bundle /no/such.pem is not there"),
        (GOOD + GOOD, "sources.csv line 3: source_id 'mereshire' is there already"),
        ("mereshire,Mereshire Council\n", "sources.csv line 2: too many or few values"),
        (GOOD.replace("mereshire,Mer", ",Mer"), "source_id"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(tmp_path, line, told):
    with pytest.raises(UsageError) as fault:
        load_registry(folder_with(tmp_path, line))
    assert told in str(fault.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("plan,mereshire,,,,,,\n", "plan: it has neither address nor link_pattern"),
        ("plan,elsewhere,https://m.example/,,,,,\n", "source_id elsewhere is not in sources.csv"),
        ("plan,mereshire,,vawg,,older,,\n", "supersedes older, which is not in"),
        ("plan,mereshire,,vawg,,,9,3\n", "max_actions 3 is below min_actions 9"),
        ("My Plan,mereshire,,vawg,,,,\n", "document_id: String should match pattern"),
        ("plan,mereshire,,vawg,perhaps,,,\n", "standing: Input should be 'plan', 'draft'"),
    ],
)
def test_a_wrong_document_is_named_with_what_is_wrong(tmp_path, line, told):
    with pytest.raises(UsageError) as fault:
        load_registry(folder_with(tmp_path, GOOD, line))
    assert told in str(fault.value)


def test_an_unknown_column_is_refused(tmp_path):
    (tmp_path / SOURCES).write_text("source_id,colour\nmereshire,blue\n", "utf-8")
    with pytest.raises(UsageError, match="unknown columns colour"):
        load_registry(tmp_path)


def test_a_registry_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="the registry cannot be read"):
        load_registry(tmp_path)


PAGE = PageRead(
    title="Violence against women and girls strategy",
    links=(
        Link("Download the strategy 2026-2029 (PDF)", "https://www.hartlepool.gov.uk/s.pdf"),
        Link("Draft action plan for consultation", "https://www.hartlepool.gov.uk/vawg-draft.pdf"),
        Link("Pay your council tax", "https://www.hartlepool.gov.uk/tax"),
    ),
    opening="Hartlepool Borough Council",
)


def test_a_page_drafts_its_own_lines():
    draft = draft_entry(PAGE, "https://www.hartlepool.gov.uk/vawg", Registry())
    assert draft.doubts == ()
    assert (draft.source.source_id, draft.source.area_code) == ("hartlepool-page", "E06000001")
    assert [(line.document_id, line.standing) for line in draft.documents] == [
        ("hartlepool-draft-action-plan-for-consultation", "draft"),
        ("hartlepool-violence-against-women-and-girls-strategy-2026-2029", "plan"),
    ]


def test_drafted_lines_are_written_in_order_and_well_formed(tmp_path):
    folder = tmp_path
    for name in (SOURCES, DOCUMENTS):
        own = (Path(__file__).parents[3] / "pipeline" / "sources" / name).read_text("utf-8")
        (folder / name).write_text(own, "utf-8")
    draft = draft_entry(PAGE, "https://www.hartlepool.gov.uk/vawg", load_registry(folder))
    append(draft, folder)
    registry = load_registry(folder)
    assert registry.source_of["hartlepool-page"] == draft.source
    assert set(draft.documents) <= set(registry.documents)
    with pytest.raises(UsageError, match="in the registry already"):
        draft_entry(PAGE, "https://www.hartlepool.gov.uk/vawg", registry)


def test_a_page_that_hides_its_area_is_not_written(tmp_path):
    page = PageRead("Our strategy", (), opening="Welcome")
    draft = draft_entry(page, "https://plans.example/1", Registry())
    assert "The page does not tell its area; give it with --area." in draft.doubts
    with pytest.raises(UsageError, match="The area is not known"):
        append(draft, tmp_path)


@pytest.fixture
def world(tmp_path, monkeypatch):
    with only_loopback(), serve() as site:
        monkeypatch.setattr("pipeline.web.night.PageReader", OwnReader)
        monkeypatch.setattr("pipeline.sources.trial.PageReader", OwnReader)
        made = World(site, tmp_path)
        monkeypatch.setenv("PLANBOOK_REGISTRY", str(tmp_path / "registry"))
        monkeypatch.setenv("PLANBOOK_DATA_DIR", str(tmp_path / "data"))
        monkeypatch.setenv("PLANBOOK_ALLOW_HOSTS", "127.0.0.1")
        monkeypatch.setenv("PLANBOOK_PACE_SECONDS", "0")
        yield made


def call(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["sources", *words])
    return done.exit_code, done.output


def test_sources_check_shows_what_the_nights_have_noted(world):
    site: Site = world.site
    site.page("/plans", "<a href='/vawg.pdf'>VAWG strategy 2026</a>")
    site.file("/vawg.pdf", pdf("strategy"))
    site.status("/other", 403)
    world.source("/plans")
    world.source("/other")
    world.night(1)
    status, shown = call("check")
    assert status == 0
    assert "2026-03-01" in shown
    assert "1 live" in shown
    assert "blocked" in shown


def test_sources_check_with_fetch_tries_the_addresses_and_keeps_nothing(world):
    world.site.page("/plans", "<h1>Plans of Mereshire</h1><p>All our plans are here.</p>")
    world.source("/plans")
    world.save()
    assert call("check", "--fetch")[0] == 0
    world.source("/gone")
    world.save()
    status, shown = call("check", "--fetch")
    assert (status, "gone" in shown) == (1, True)
    assert not world.settings.data_dir.exists()


def test_sources_add_drafts_lines_of_a_page_and_writes_them_when_told(world):
    world.site.page("/plans", "<h1>Plans</h1><p><a href='/v.pdf'>VAWG strategy 2026</a></p>")
    world.save()
    status, shown = call("add", f"{world.site.root}/plans", "--area", AREA, "--write")
    assert status == 0
    assert "hartlepool-vawg-strategy-2026" in shown
    registry = load_registry(world.settings.registry)
    assert [line.document_id for line in registry.documents] == ["hartlepool-vawg-strategy-2026"]


def test_a_document_of_a_site_that_refuses_programs_is_kept_by_hand(world, tmp_path):
    world.site.status("/vawg.pdf", 403)
    world.source("/plans", "document")
    world.known("mereshire-strategy", "/vawg.pdf")
    assert "blocked" in codes(world.night(1))
    saved = tmp_path / "Strategy of Mereshire.PDF"
    saved.write_bytes(pdf("saved by hand"))
    url = f"{world.site.root}/vawg.pdf"
    assert call("add", str(saved), "--from", url, "--by", "Ann Example")[0] == 0
    store = RawStore(world.settings.data_dir)
    fetched = fetch_inbox(store, world.settings)
    (edition,) = fetched.editions
    assert (edition.document_id, edition.url) == ("mereshire-strategy", url)
    assert (edition.source_id, fetched.problems) == ("mereshire-1", ())
    record = store.record(edition.edition_id)
    assert record is not None
    assert record.fetches[0].saved_by == "Ann Example"
    assert "blocked" not in [p.code for p in world.night(2) if p.document_id]


def test_a_note_that_cannot_be_read_loses_no_document(world):
    store = RawStore(world.settings.data_dir)
    store.inbox.mkdir(parents=True)
    (store.inbox / "plan.pdf").write_bytes(pdf("plan"))
    (store.inbox / f"plan.pdf{NOTE_ENDING}").write_text("{half", "utf-8")
    fetched = fetch_inbox(store, world.settings)
    assert len(fetched.editions) == 1
    assert [problem.code for problem in fetched.problems] == ["inbox_note"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["plan.pdf"], "For a file, say --from ADDRESS and --by NAME"),
        (["plan.pdf", "--from", "https://m.example/", "--by", "Ann"], "plan.pdf cannot be read"),
    ],
)
def test_what_is_off_in_a_call_is_told(world, words, told):
    world.save()
    done = CliRunner().invoke(app, ["sources", "add", *words])
    assert told in str(done.exception)
