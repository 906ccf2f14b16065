"""Nights over a registry against a local site: faults 52, 53, 60 to 65, and what pages lead to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store import RawStore
from pipeline.web.state import load_state
from pipeline.web.visit import PageReader
from tests.pipeline.web.web_server import Answer, only_loopback, serve
from tests.pipeline.web.web_world import OwnReader, World, codes, pdf

STRATEGY = pdf("Mereshire strategy 2026 to 2029")
LINK = '<a href="/media/vawg-strategy-2026-2029.pdf">VAWG strategy 2026-2029 (PDF, 2MB)</a>'
FILE = "/media/vawg-strategy-2026-2029.pdf"
LISTING = f"<main><h1>Our strategies</h1><p>{LINK}</p></main>"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr("pipeline.web.night.PageReader", OwnReader)
    with only_loopback(), serve() as site:
        site.page("/strategies", LISTING)
        site.file(FILE, STRATEGY, etag='"one"')
        made = World(site, tmp_path)
        made.source("/strategies")
        yield made


def test_a_strategy_that_a_watched_page_links_is_fetched(world):
    assert world.night(1) == []
    assert world.holds(STRATEGY)
    held = world.at(FILE)
    assert (held.state, held.document_id) == ("live", "hartlepool-vawg-strategy-2026-2029")
    assert held.reasons == ("subject: vawg", "kind: strategy", "year", "file")


def test_what_has_not_changed_is_asked_for_with_its_validators(world):
    world.night(1)
    assert world.night(2) == []
    (asked,) = [headers for path, headers in world.site.asked if path == FILE]
    assert asked["If-None-Match"] == '"one"'
    record = next(RawStore(world.settings.data_dir).records()).record
    assert [fetch.etag for fetch in record.fetches] == ['"one"']


@pytest.mark.fault("D52")
def test_52_a_page_in_the_place_of_a_file_is_no_document_and_the_old_one_stays(world):
    world.night(1)
    world.site.page(FILE, "<h1>We have moved</h1><p>Our new site has all you need.</p>")
    assert codes(world.night(2)) == ["wrong_content"]
    assert world.holds(STRATEGY)
    assert world.held() == 1
    assert world.at(FILE).state == "failed"
    assert codes(world.night(3)) == ["wrong_content"]


@pytest.mark.fault("D52")
@pytest.mark.parametrize("words", ["Sign in to continue", "Just a moment..."])
def test_52_a_wall_in_the_place_of_a_file_is_a_refusal(world, words):
    world.site.page(FILE, f"<h1>{words}</h1><p>One more step and you are there.</p>")
    assert codes(world.night(1)) == ["blocked"]
    assert world.held() == 0


@pytest.mark.fault("D53")
def test_53_a_pdf_of_unknown_type_and_name_is_taken_by_its_bytes(world):
    world.site.page("/strategies", "<p><a href='/download/7'>VAWG strategy 2026-2029</a></p>")
    world.site.file("/download/7", STRATEGY, "application/octet-stream")
    assert world.night(1) == []
    assert world.holds(STRATEGY)
    assert world.at("/download/7").role == "document"


@pytest.mark.fault("D60")
def test_60_new_bytes_at_the_same_address_are_a_new_edition_and_the_old_one_is_kept(world):
    world.night(1)
    newer = pdf("Mereshire strategy, second print")
    world.site.file(FILE, newer, etag='"two"')
    assert world.night(2) == []
    assert world.at(FILE).state == "changed"
    assert world.holds(STRATEGY)
    assert world.holds(newer)
    world.night(3)
    assert world.at(FILE).state == "live"


@pytest.mark.fault("D61")
def test_61_a_file_that_is_found_elsewhere_by_its_bytes_has_moved(world):
    world.night(1)
    world.site.page("/strategies", "<a href='/files/99/vawg-plan.pdf'>VAWG action plan</a>")
    world.site.file("/files/99/vawg-plan.pdf", STRATEGY)
    world.site.status(FILE, 404)
    assert world.night(2) == []
    assert (world.at(FILE).state, world.held()) == ("moved", 1)
    assert world.at("/files/99/vawg-plan.pdf").document_id == world.at(FILE).document_id
    world.night(3)
    assert FILE not in world.site.paths()


@pytest.mark.fault("D61")
def test_61_the_same_file_at_two_live_addresses_is_held_once(world):
    world.site.page("/strategies", LISTING + "<a href='/copy.pdf'>VAWG action plan</a>")
    world.site.file("/copy.pdf", STRATEGY)
    assert codes(world.night(1)) == ["duplicate_bytes"]
    assert codes(world.night(2)) == ["duplicate_bytes"]
    assert world.held() == 1


def test_a_new_file_name_for_the_same_work_takes_over_its_id(world):
    world.night(1)
    newer = pdf("Mereshire strategy, revised")
    link = LISTING.replace(FILE, "/media/vawg-strategy-v2.pdf")
    world.site.page("/strategies", link)
    world.site.file("/media/vawg-strategy-v2.pdf", newer)
    assert world.night(2) == []
    assert world.at(FILE).state == "moved"
    assert world.at(FILE).document_id == world.at("/media/vawg-strategy-v2.pdf").document_id
    assert world.held() == 2


def test_a_second_format_of_a_work_shares_its_id(world):
    world.site.page("/strategies", LISTING + LISTING.replace(".pdf", ".odt").replace("PDF", "ODT"))
    world.site.file(FILE.replace(".pdf", ".odt"), b"{\\rtf1 Mereshire strategy}")
    world.night(1)
    assert world.at(FILE.replace(".pdf", ".odt")).document_id == world.at(FILE).document_id


@pytest.mark.fault("D62")
def test_62_an_etag_that_lies_is_found_out_by_a_full_fetch(world):
    world.night(1)
    newer = pdf("Mereshire strategy, changed in silence")
    world.site.file(FILE, newer, etag='"one"')
    world.night(2)
    assert not world.holds(newer)
    world.night(8)
    assert world.holds(newer)
    assert world.at(FILE).state == "changed"


@pytest.mark.fault("D63")
@pytest.mark.parametrize("status", [404, 410])
def test_63_a_known_document_that_is_gone_stays_held_and_is_withdrawn_after_three_days(
    world, status
):
    world.night(1)
    world.site.status(FILE, status)
    assert codes(world.night(2)) == ["gone"]
    world.site.page("/strategies", "<p>All our strategies are under review.</p>")
    assert codes(world.night(3)) == ["no_links", "gone"]
    assert codes(world.night(4)) == ["no_links", "withdrawn"]
    assert world.holds(STRATEGY)
    world.site.page("/strategies", LISTING)
    world.site.file(FILE, STRATEGY)
    assert world.night(5) == []
    assert world.at(FILE).state == "live"


@pytest.mark.fault("D63")
def test_63_a_dead_link_that_is_still_announced_is_gone_and_not_withdrawn(world):
    world.night(1)
    world.site.status(FILE, 404)
    for number in range(2, 6):
        assert codes(world.night(number)) == ["gone"]
    assert world.at(FILE).days_gone == 4


@pytest.mark.fault("D63")
def test_63_two_runs_of_one_day_count_as_one(world):
    world.night(1)
    world.site.status(FILE, 404)
    world.night(2)
    world.night(2)
    assert world.at(FILE).days_gone == 1


@pytest.mark.fault("D64")
def test_64_a_watched_page_that_was_built_anew_is_an_error_and_its_documents_stay(world):
    world.night(1)
    world.site.page("/strategies", "<div id='app'><p>Welcome to our new website</p></div>")
    assert codes(world.night(2)) == ["no_links"]
    assert world.at(FILE).state == "live"
    assert world.night(2)[0].severity == "error"


@pytest.mark.fault("D64")
def test_64_a_page_that_names_fewer_than_the_registry_expects_is_an_error_at_once(world):
    world.sources[0]["min_documents"] = "2"
    assert codes(world.night(1)) == ["no_links"]


@pytest.mark.fault("D65")
def test_65_what_robots_txt_forbids_is_recorded_as_blocked(world):
    world.site.file("/robots.txt", b"User-agent: *\nDisallow: /media/\n", "text/plain")
    assert codes(world.night(1)) == ["robots"]
    assert world.at(FILE).state == "blocked"
    assert FILE not in world.site.paths()


def test_a_site_that_refuses_programs_is_blocked_and_the_others_go_on(world):
    with serve("127.0.0.2") as other:
        other.status("/strategies", 403)
        world.source(f"{other.root}/strategies")
        assert codes(world.night(1)) == ["blocked"]
        assert world.holds(STRATEGY)


def test_a_source_is_looked_at_by_its_cadence(world):
    world.sources[0]["cadence_days"] = "7"
    world.night(1)
    world.night(4)
    assert world.site.asked == []
    world.night(8)
    assert world.site.asked != []


def test_what_is_wrong_is_told_on_nights_without_a_visit_too(world):
    world.site.status(FILE, 404)
    world.sources[0]["cadence_days"] = "7"
    assert codes(world.night(1)) == ["gone"]
    assert codes(world.night(2)) == ["gone"]


def test_a_state_that_is_lost_is_made_again_from_the_raw_store(world):
    world.night(1)
    before = load_state(world.settings.data_dir)
    assert before is not None
    (world.settings.data_dir / "state" / "addresses.json").write_text("{half")
    assert codes(world.night(1)) == ["state_rebuilt"]
    assert load_state(world.settings.data_dir) == before
    assert [p for p, h in world.site.asked if "If-None-Match" in h] == [FILE]


@pytest.mark.fault("E70")
def test_70_a_clock_that_was_set_back_stops_nothing(world):
    world.night(9)
    newer = pdf("Mereshire strategy, printed before it was fetched")
    world.site.file(FILE, newer)
    world.night(2)
    assert world.holds(newer)


def test_a_news_page_leads_through_a_page_to_the_file(world):
    world.sources.clear()
    world.source("/news/1", kind="news")
    world.known("mereshire-vawg-strategy", "/VAWG-Strategy-2026-2029", kind="strategy")
    link = "<a href='/VAWG-Strategy-2026-2029'>here</a>"
    world.site.page("/news/1", f"<h1>New plan for safety</h1><p>Read it at {link}.</p>")
    world.site.status("/VAWG-Strategy-2026-2029", 301, Location="/vawg/landing")
    world.site.page(
        "/vawg/landing",
        "<h1>Violence against women and girls strategy</h1>"
        "<p><a href='/media/1/full.pdf'>Download the strategy</a></p>",
    )
    world.site.file("/media/1/full.pdf", STRATEGY)
    assert world.night(1) == []
    assert world.at("/media/1/full.pdf").document_id == "mereshire-vawg-strategy"
    assert world.held() == 1
    assert world.night(2) == []


def test_a_draft_for_consultation_is_not_read(world):
    link = "<a href='/draft.pdf'>Draft VAWG strategy 2026-2029 for consultation</a>"
    world.site.page("/strategies", link)
    world.site.file("/draft.pdf", STRATEGY)
    assert codes(world.night(1)) == ["draft_found"]
    assert world.held() == 0
    assert "/draft.pdf" not in world.site.paths()


def test_a_doubtful_link_waits_for_a_person_and_is_fetched_when_the_registry_names_it(world):
    page = (
        "<h1>Violence against women and girls strategy</h1><p><a href='/a1.pdf'>Appendix 1</a></p>"
    )
    world.site.page("/strategies", page)
    world.site.file("/a1.pdf", STRATEGY)
    (problem,) = world.night(1)
    assert problem.code == "doubtful_link"
    assert "subject of the page: violence against women" in problem.message
    assert world.held() == 0
    world.known("mereshire-appendix", "/a1.pdf")
    assert world.night(2) == []
    assert world.holds(STRATEGY)


def test_a_draft_or_doubtful_link_that_is_named_no_more_is_forgotten(world):
    draft = "<a href='/draft.pdf'>Draft VAWG strategy 2026-2029 for consultation</a>"
    doubt = "<a href='/easy.pdf'>VAWG strategy: easy read</a>"
    world.site.page("/strategies", f"<p>{draft}</p><p>{doubt}</p>")
    assert codes(world.night(1)) == ["draft_found", "doubtful_link"]
    world.site.page("/strategies", LISTING)
    assert world.night(2) == []
    assert world.paths() == {FILE}


def test_a_link_that_the_registry_ignores_is_not_told_again(world):
    page = (
        "<h1>Violence against women and girls strategy</h1><p><a href='/a1.pdf'>Appendix 1</a></p>"
    )
    world.site.page("/strategies", page)
    world.known("mereshire-appendix", "/a1.pdf", standing="ignored")
    assert world.night(1) == []
    assert "/a1.pdf" not in world.site.paths()


def set_page(title: str, text: str) -> str:
    entries = "".join(
        f"<li><a href='/plan/{name}'>{name.title()}</a></li>"
        for name in ("foreword", "priorities", "action-plan")
    )
    return f"<nav aria-label='Contents'><ol>{entries}</ol></nav><main><h1>{title}</h1>{text}</main>"


@pytest.fixture
def pages(world: World) -> World:
    world.sources.clear()
    world.source("/plan", kind="page_set")
    world.known("mereshire-plan", "/plan")
    world.site.page("/plan", set_page("Our plan", "<p>Choose a page.</p>"))
    for name in ("foreword", "priorities", "action-plan"):
        text = f"<p>The {name} of Mereshire tells what partners promise to do.</p>"
        world.site.page(f"/plan/{name}", set_page(name.title(), text))
    return world


def test_a_set_of_pages_is_one_document_with_parts(pages):
    assert pages.night(1) == []
    editions = RawStore(pages.settings.data_dir).editions()
    assert {edition.document_id for edition in editions} == {"mereshire-plan"}
    parts = {edition.part: edition.origin.rpartition("/")[2] for edition in editions}
    assert parts == {1: "foreword", 2: "priorities", 3: "action-plan"}


def chained(world: World, *titles: str) -> None:
    """Pages ``/plan``, ``/plan/1`` ... that lead to the one before and the one after alone."""
    world.sources.clear()
    world.source("/plan", kind="page_set")
    world.known("mereshire-plan", "/plan")
    paths = ["/plan", *(f"/plan/{n}" for n in range(1, len(titles)))]
    for n, title in enumerate(titles):
        before = f"<a rel='prev' href='{paths[n - 1]}'>Previous</a>" if n else ""
        after = f"<a rel='next' href='{paths[n + 1]}'>Next</a>" if n + 1 < len(titles) else ""
        text = f"<main><h1>{title}</h1><p>What partners promise in part {n}.</p></main>"
        world.site.page(paths[n], f"{text}<div>{before} {after}</div>")


def test_a_set_that_only_pagers_hold_together_is_one_document(world):
    chained(world, "Foreword", "Safer quays", "Warm cabins", "Appendix A")
    assert world.night(1) == []
    editions = RawStore(world.settings.data_dir).editions()
    assert {edition.document_id for edition in editions} == {"mereshire-plan"}
    assert sorted(edition.part for edition in editions) == [1, 2, 3, 4]


def test_pagers_that_lead_to_news_make_no_set(world):
    chained(world, "Quay opens", "Buoys are painted", "Ferry grant")
    world.night(1)
    assert world.held() == 1


def test_a_page_whose_text_is_the_same_is_no_new_edition(pages):
    pages.night(1)
    text = "<p>The foreword of Mereshire tells what partners promise to do.</p>"
    token = "<script>var token = 'b81f'</script>"
    pages.site.page("/plan/foreword", token + set_page("Foreword", text))
    pages.night(2)
    assert pages.held() == 3
    pages.site.page("/plan/foreword", set_page("Foreword", text.replace("promise", "pledge")))
    pages.night(3)
    assert pages.held() == 4


def test_a_page_that_says_not_found_with_status_200_is_not_kept(pages):
    pages.night(1)
    pages.site.page("/plan/foreword", "<h1>Page not found</h1><p>Try the search.</p>")
    assert codes(pages.night(2)) == ["soft_404"]
    assert pages.held() == 3
    assert pages.at("/plan/foreword").state == "gone"


def test_pages_are_read_in_worker_processes(world, monkeypatch):
    monkeypatch.setattr("pipeline.web.night.PageReader", PageReader)
    assert world.night(1) == []
    assert world.holds(STRATEGY)


def test_two_addresses_of_one_night_go_through_their_lists_of_answers(world):
    world.site.pages[FILE] = [Answer(status=502), Answer(STRATEGY, "application/pdf")]
    assert world.night(1) == []


@pytest.mark.fault("D55")
def test_55_a_link_to_a_private_address_is_refused_without_a_connection(world):
    link = '<a href="http://10.0.0.8/vawg-strategy.pdf">VAWG strategy</a>'
    world.site.page("/strategies", LISTING + link)
    (problem,) = world.night(1)
    assert (problem.code, problem.url) == ("blocked_address", "http://10.0.0.8/vawg-strategy.pdf")
    assert world.holds(STRATEGY)


def test_a_redirect_to_a_malformed_address_costs_one_address(world):
    world.site.status(FILE, 302, Location="http://[::1/plan.pdf")
    assert codes(world.night(1)) == ["bad_response"]


def test_an_etag_that_cannot_be_sent_back_is_not_kept(world):
    world.site.file(FILE, STRATEGY, headers={"ETag": '"caf\u00e9"'})
    assert world.night(1) == []
    assert world.at(FILE).etag is None
    assert world.night(2) == []


def test_a_page_with_a_flood_of_links_is_cut_and_told(world):
    flood = "".join(f"<li><a href='/f/{n}.pdf'>VAWG strategy {n}</a></li>" for n in range(70))
    world.site.page("/strategies", f"<ul>{flood}</ul>")
    world.site.pages |= {f"/f/{n}.pdf": Answer(status=404) for n in range(70)}
    told = codes(world.night(1))
    assert told.count("many_links") == 1
    assert told.count("gone") == 60


def test_a_page_that_promises_a_plan_and_leads_nowhere_waits_for_a_person(world):
    world.site.page("/strategies", "<p><a href='/vawg'>Our VAWG strategy 2026</a></p>")
    world.site.page("/vawg", "<h1>Our promise</h1><p>We promise to make Mereshire safe.</p>")
    (problem,) = world.night(1)
    assert (problem.code, problem.severity) == ("doubtful_link", "warning")
    assert world.held() == 0
    world.known("mereshire-promise", "/vawg", kind="web_page")
    assert world.night(2) == []
    assert world.held() == 1


def test_a_lost_state_makes_no_new_edition_of_a_page_whose_text_is_the_same(pages):
    pages.night(1)
    (pages.settings.data_dir / "state" / "addresses.json").unlink()
    text = "<p>The foreword of Mereshire tells what partners promise to do.</p>"
    token = "<script>var token = 'b81f'</script>"
    pages.site.page("/plan/foreword", token + set_page("Foreword", text))
    assert codes(pages.night(2)) == ["state_rebuilt"]
    assert pages.held() == 3


MODERNGOV = """<div id="modgov"><div class="mgContent"><h1 class="mgMainTitle">Issue details</h1>
<h2 class="mgSubTitleTxt">Violence Against Women and Girls Strategy 2026-29</h2>
<p class="mgWordPara">Cabinet is asked to adopt the strategy.</p>
<h3>Decisions:</h3><ul class="mgBulletList"><li>
<a href="ieDecisionDetails.aspx?ID=7">Decision</a></li></ul>
<h3>Additional documents:</h3><ul class="mgBulletList">
<li><a href="documents/s901/Cabinet report VAWG strategy.pdf">Cabinet report VAWG strategy</a>
PDF 240 KB</li>
<li><a href="documents/s902/Appendix 1 - VAWG Strategy 2026-29.pdf"
 title="Link to document">Appendix 1 - VAWG Strategy 2026-29</a> PDF 3 MB</li>
<li><a href="documents/s903/Appendix 2 - Equality Impact Assessment.pdf">Appendix 2 - Equality
Impact Assessment</a> PDF 90 KB</li></ul></div></div>"""


def test_an_issue_page_leads_to_the_strategy_among_its_additional_documents(world):
    world.sources.clear()
    world.source("/ieIssueDetails.aspx?IId=9", "moderngov")
    world.site.page("/ieIssueDetails.aspx?IId=9", MODERNGOV)
    world.site.file("/documents/s902/Appendix%201%20-%20VAWG%20Strategy%202026-29.pdf", STRATEGY)
    told = world.night(1)
    assert codes(told) == [], (told, world.site.paths())
    assert world.holds(STRATEGY)
    fetched = [path for path in world.site.paths() if "/documents/" in path]
    assert fetched == ["/documents/s902/Appendix%201%20-%20VAWG%20Strategy%202026-29.pdf"]
