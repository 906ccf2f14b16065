"""Nights over listings: sitemaps and indexes of them, feeds, CMIS pages, pages for consultation."""

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS
from pipeline.web.feeds import MAX_UNPACKED
from pipeline.web.indexes import MAX_SITEMAPS
from pipeline.web.links import read_page
from tests.pipeline.web.web_server import Answer, only_loopback, serve
from tests.pipeline.web.web_world import OwnReader, World, codes, pdf

PLAN = pdf("Mereshire strategy 2026 to 2029")
FILE = "/media/vawg-strategy-2026-2029.pdf"
XML = "application/xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr("pipeline.web.night.PageReader", OwnReader)
    monkeypatch.setattr("pipeline.web.client.ATTEMPTS", 1)
    with only_loopback(), serve() as site:
        site.file(FILE, PLAN)
        yield World(site, tmp_path)


def index(world: World, paths: Sequence[str]) -> bytes:
    lines = "".join(f"<sitemap><loc>{world.site.root}{path}</loc></sitemap>" for path in paths)
    return f'<?xml version="1.0"?><sitemapindex xmlns="{SPACE}">{lines}</sitemapindex>'.encode()


def sitemap(world: World, *paths: str) -> bytes:
    lines = "".join(f"<url><loc>{world.site.root}{path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="{SPACE}">{lines}</urlset>'.encode()


def test_a_sitemap_index_leads_to_the_files_of_its_sitemaps(world):
    world.source("/sitemap.xml", "sitemap")
    world.site.file("/sitemap.xml", index(world, ["/pages.xml", "/files.xml.gz"]), XML)
    world.site.file("/pages.xml", sitemap(world, "/bins", "/parks"), XML)
    world.site.file("/files.xml.gz", gzip.compress(sitemap(world, FILE)), "application/gzip")
    assert world.night(1) == []
    assert world.holds(PLAN)


def test_an_index_below_an_index_is_followed_and_one_that_names_itself_ends(world):
    world.source("/sitemap.xml", "sitemap")
    world.site.file("/sitemap.xml", index(world, ["/sitemap.xml", "/more.xml"]), XML)
    world.site.file("/more.xml", index(world, ["/sitemap.xml", "/files.xml"]), XML)
    world.site.file("/files.xml", sitemap(world, FILE), XML)
    assert world.night(1) == []
    assert world.holds(PLAN)
    assert world.site.paths().count("/sitemap.xml") == 1


def test_an_index_of_too_many_sitemaps_is_cut_and_told(world):
    world.source("/sitemap.xml", "sitemap")
    paths = [f"/part-{number}.xml" for number in range(MAX_SITEMAPS + 20)]
    world.site.file("/sitemap.xml", index(world, paths), XML)
    for path in paths:
        world.site.file(path, sitemap(world, FILE), XML)
    (problem,) = world.night(1)
    assert problem.code == "many_links"
    assert f"more than {MAX_SITEMAPS} sitemaps" in problem.message
    assert len([path for path in world.site.paths() if "part" in path]) == MAX_SITEMAPS
    assert world.holds(PLAN)


def test_a_sitemap_that_is_not_there_is_told_and_the_others_are_read(world):
    world.source("/sitemap.xml", "sitemap")
    world.site.file("/sitemap.xml", index(world, ["/gone.xml", "/files.xml"]), XML)
    world.site.file("/files.xml", sitemap(world, FILE), XML)
    (problem,) = world.night(1)
    assert problem.code == "many_links"
    assert "/gone.xml: " in problem.message
    assert world.holds(PLAN)


@pytest.mark.fault("D51")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (gzip.compress(b"<urlset>" + b" " * MAX_UNPACKED), "unpacked_size"),
        (gzip.compress(b"<urlset></urlset>" * 99)[:-20], "damaged"),
        (b"\x1f\x8b\x08 and then no such thing", "damaged"),
    ],
    ids=["bomb", "cut", "none"],
)
def test_a_packed_sitemap_is_unpacked_within_bounds(data, code):
    with pytest.raises(UnreadableDocument) as caught:
        read_page(data, "https://www.mereshire.example/sitemap.xml.gz", DEFAULT_LIMITS)
    assert caught.value.code == code


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Council news</title>
<link>{root}/news</link><item><title>New bins</title><link>{root}/news/1</link></item>
<item><title>Council launches strategy to end violence against women</title>
<link>{root}/news/2</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<link rel="self" href="{root}/vawg-strategy-feed"/><entry>
<title>Our violence against women and girls strategy is published</title>
<link rel="self" href="{root}/api/vawg-strategy/2"/>
<link rel="alternate" href="{root}/news/2"/></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["RSS", "Atom"])
def test_a_feed_leads_over_its_news_to_the_file(world, feed):
    world.source("/feed", "feed")
    world.site.file("/feed", feed.format(root=world.site.root).encode(), "application/rss+xml")
    world.site.page(
        "/news/2",
        "<h1>Strategy to end violence against women and girls</h1>"
        f"<p>You can <a href='{FILE}'>download the strategy (PDF)</a>.</p>",
    )
    assert world.night(1) == []
    assert world.holds(PLAN)
    assert not [path for path in world.site.paths() if "bins" in path or "/api/" in path]


CMIS = """<h1>Meeting of Cabinet, 4 March 2026</h1><h2>Agenda</h2><table>
<tr><td>6</td><td>Violence against women and girls strategy</td><td>
<a href="Document.ashx?czJKcaeAi5tUFL1DTL2UE4zNRBcoShgo=report&amp;id=1">Officer report: violence
against women and girls strategy</a><br/>
<a href="Document.ashx?czJKcaeAi5tUFL1DTL2UE4zNRBcoShgo=plan&amp;id=2">Appendix A - Violence
Against Women and Girls Strategy 2026-2029</a></td></tr></table>"""


def test_a_meeting_in_cmis_leads_to_the_plan_and_not_to_the_report_about_it(world):
    world.source("/cmis/Meetings/7/Default.aspx", "cmis")
    world.site.page("/cmis/Meetings/7/Default.aspx", CMIS)
    world.site.file(
        "/cmis/Meetings/7/Document.ashx?czJKcaeAi5tUFL1DTL2UE4zNRBcoShgo=plan&id=2",
        PLAN,
        "application/octet-stream",
    )
    assert world.night(1) == []
    assert world.holds(PLAN)
    assert not [path for path in world.site.paths() if "report" in path]


CONSULTATION = (
    "<h1>Consultation on our violence against women and girls strategy</h1>"
    f"<p>Read the <a href='{FILE}'>VAWG strategy 2026-2029 (PDF)</a> and tell us.</p>"
)


def test_what_a_page_for_consultation_links_is_a_draft_and_no_plan(world):
    world.source("/have-your-say")
    world.site.page("/have-your-say", CONSULTATION)
    assert codes(world.night(1)) == ["draft_found"]
    assert world.held() == 0


def test_the_draft_of_a_known_work_is_not_read_in_its_place_but_the_adopted_text_is(world):
    world.source("/vawg")
    world.known("mereshire-strategy", link_pattern="vawg strategy.*2026", min_actions="5")
    world.site.page("/vawg", f"<h1>Safety</h1><a href='{FILE}'>Draft VAWG strategy 2026-2029</a>")
    assert codes(world.night(1)) == ["draft_found"]
    assert world.held() == 0
    world.site.page("/vawg", f"<h1>Safety</h1><a href='{FILE}'>VAWG strategy 2026-2029</a>")
    assert world.night(2) == []
    assert world.at(FILE).document_id == "mereshire-strategy"
    assert world.holds(PLAN)


def test_a_draft_at_the_address_that_a_person_named_is_the_plan(world):
    world.source("/vawg")
    world.known("mereshire-strategy", FILE)
    world.site.page("/vawg", f"<h1>Safety</h1><a href='{FILE}'>Draft VAWG strategy 2026-2029</a>")
    assert world.night(1) == []
    assert world.holds(PLAN)


def test_what_is_no_sitemap_though_it_is_named_so_is_told(world):
    world.source("/sitemap.xml", "sitemap")
    world.site.pages["/sitemap.xml"] = Answer(b"no sitemap today", XML)
    assert codes(world.night(1)) == ["wrong_content"]
