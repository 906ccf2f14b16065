"""From the links of a page to documents: which are taken, which wait for a person, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.blocks import Link
from extractors.limits import DEFAULT_LIMITS
from pipeline.discover import discover, is_file, words_of
from pipeline.discover.sets import pages_of_set
from pipeline.records import Source
from pipeline.sources import KnownDocument, load_registry
from pipeline.web.links import PageRead, read_page

SOURCE = Source("mereshire", "Mereshire Council", "E06000001", "https://m.example/plans", "page")
ABOUT = "Violence against women and girls"


def verdict(text: str, path: str, title: str = "Strategies and plans") -> str | None:
    page = PageRead(title, (Link(text, f"https://m.example/{path}"),))
    found = discover(page, SOURCE, ())
    return found[0].verdict if found else None


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Violence Against Women and Girls Strategy 2024-27 (PDF, 2MB)", "media/12.pdf"),
        ("VAWG delivery plan", "documents/s1204/Appendix B.pdf"),
        ("Domestic Abuse & Sexual Violence Strategy", "sites/default/files/da-strategy.docx"),
        ("Domestic abuse strategy 2021", "mgConvert2PDF.aspx?ID=4412"),
        ("Tackling violence against women: action plan", "Document.ashx?czJKcaeAi5tUFL1DTL2U"),
        ("Action plan", "downloads/file/77/vawg-action-plan"),
        ("Read more", "media/VAWGStrategy2025.pdf"),
        ("VAWG annual report 2025", "media/report.pdf"),
    ],
)
def test_a_file_whose_words_say_subject_and_kind_is_taken(text, path):
    assert verdict(text, path) == "document"


@pytest.mark.parametrize("text", ["Download the strategy (PDF)", "Strategy", "Action plan 2025"])
def test_a_link_that_says_little_takes_its_subject_from_the_page(text):
    assert verdict(text, "media/12.pdf", f"{ABOUT} strategy") == "document"


def test_a_page_about_a_strategy_is_looked_at():
    assert verdict("Our domestic abuse strategy", "domestic-abuse") == "page"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Appendix 1", f"{ABOUT} strategy 2026"),
        ("VAWG Strategy - easy read", "Plans"),
        ("Domestic abuse safe accommodation strategy", "Plans"),
    ],
)
def test_a_file_that_may_be_something_else_waits_for_a_person(text, title):
    assert verdict(text, "media/12.pdf", title) == "doubtful"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Draft VAWG strategy", "Plans"),
        ("VAWG strategy consultation document", "Plans"),
        ("Download the strategy", f"Have your say: {ABOUT} strategy"),
    ],
)
def test_a_draft_is_no_plan(text, title):
    assert verdict(text, "media/12.pdf", title) == "draft"


def test_a_final_text_is_none():
    assert verdict("Final VAWG strategy after consultation", "media/12.pdf") == "document"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Equality impact assessment of the VAWG strategy", "media/eia.pdf"),
        ("Minutes of the domestic abuse strategy group", "media/m.pdf"),
        ("Housing strategy 2024", "media/housing.pdf"),
        ("Domestic abuse", "domestic-abuse"),
        ("Get help", "help"),
        ("Strategic plan for parks", "media/parks.pdf"),
        ("Local plan", "planning/local-plan.pdf"),
    ],
)
def test_what_is_no_plan_of_ours_is_left(text, path):
    assert verdict(text, path) is None


def test_a_housing_strategy_on_a_page_about_the_subject_does_not_inherit_it():
    assert verdict("Housing strategy", "media/housing.pdf", f"{ABOUT} strategy") is None


def test_the_folders_above_a_page_say_nothing_of_it():
    assert verdict("Contact us", "vawg-strategy-2024/contact") is None


def test_the_strongest_come_first_with_their_reasons():
    links = (
        Link("VAWG strategy", "https://m.example/a.pdf"),
        Link("Violence against women and girls delivery plan 2026", "https://m.example/b.pdf"),
    )
    first, second = discover(PageRead("Plans", links), SOURCE, ())
    assert first.address.endswith("b.pdf")
    assert first.reasons == (
        "subject: violence against women",
        "kind: delivery plan",
        "year",
        "file",
    )
    assert second.points < first.points


def test_a_known_work_is_told_by_its_pattern_but_not_what_only_goes_with_it():
    known = [KnownDocument("mereshire-plan", "mereshire", link_pattern="safer streets.*strategy")]
    links = (
        Link("Safer Streets Strategy", "https://m.example/a.pdf"),
        Link("Safer Streets Strategy: equality impact assessment", "https://m.example/b.pdf"),
    )
    found = discover(PageRead("Plans", links), SOURCE, known)
    assert [(link.address[-5:], link.document_id) for link in found] == [
        ("a.pdf", "mereshire-plan")
    ]


def test_a_pattern_of_the_source_takes_links_whatever_their_words():
    source = Source(
        "m", "Mereshire", "E06000001", "https://m.example/", "page", link_pattern="/media/9"
    )
    page = PageRead("Plans", (Link("Open", "https://m.example/media/9.pdf"),))
    assert discover(page, source, ())[0].reasons == ("pattern of the registry",)


def test_a_news_page_of_the_corpus_leads_to_the_strategy_behind_its_link(corpus):
    registry = load_registry()
    source = registry.source_of["llr-commissioner-news"]
    data = (corpus / "documents" / "llr_pcc_news.html").read_bytes()
    page = read_page(data, source.address, DEFAULT_LIMITS)
    (found,) = discover(page, source, registry.documents_of(source.source_id))
    assert found.document_id == "llr-vawg-strategy-2024-2026"
    (unknown,) = discover(page, source, ())
    assert unknown.verdict == "page"


def test_a_set_of_the_corpus_lists_its_pages_in_order(corpus):
    root = load_registry().source_of["bexley-strategy-2023"].address
    data = (corpus / "documents" / "bexley_objectives_action_plan.html").read_bytes()
    address = f"{root}/objectives-and-action-plan"
    parts = pages_of_set(read_page(data, address, DEFAULT_LIMITS), address, {})
    assert [part.part for part in parts] == list(range(1, 8))
    assert parts[4].address == address


def links_to(*names: str) -> PageRead:
    return PageRead("Plan", tuple(Link(name, f"https://m.example/plan/{name}") for name in names))


def contents_of(*paths: str) -> PageRead:
    listed = tuple(Link(path, f"https://m.example/{path}") for path in paths)
    return PageRead("Plan", (*listed, Link("Bins", "https://m.example/bins")), contents=listed)


@pytest.mark.parametrize(
    "paths",
    [
        ("article/12/foreword", "article/13/homes", "article/14/streets"),  # a folder a page
        ("plan?chapter=1", "plan?chapter=2", "plan?chapter=3"),
        ("plan", "plan/2", "plan/3"),
    ],
)
def test_a_contents_list_that_names_the_page_itself_is_the_set(paths):
    parts = pages_of_set(contents_of(*paths), f"https://m.example/{paths[0]}", {})
    assert [(part.part, part.title) for part in parts] == list(enumerate(paths, start=1))


def test_what_a_contents_list_names_beside_the_pages_of_the_set_is_none_of_them():
    paths = ("plan/foreword", "plan/homes", "plan/streets", "plan/help", "contact-us")
    parts = pages_of_set(contents_of(*paths), "https://m.example/plan/homes", {})
    assert [part.title for part in parts] == list(paths[:-1])


def test_the_first_page_of_a_set_may_lie_above_the_others():
    paths = ("plans/homes", "plans/homes/pages/2", "plans/homes/pages/3", "plans/homes/pages/4")
    parts = pages_of_set(contents_of(*paths), "https://m.example/plans/homes", {})
    assert [part.title for part in parts] == list(paths)


def test_a_page_that_is_put_between_two_others_renumbers_none():
    first = pages_of_set(links_to("one", "two"), "https://m.example/plan", {})
    known = {part.address: part.part for part in first}
    second = pages_of_set(links_to("one", "new", "two"), "https://m.example/plan", known)
    assert {part.title: part.part for part in second} == {"one": 1, "two": 2, "new": 3}


def test_a_set_holds_each_page_once_however_it_is_linked():
    page = PageRead(
        "Plan",
        (
            Link("One", "https://www.m.example/plan/one"),
            Link("One again", "https://m.example/plan/one/?print=1"),
            Link("Two", "https://m.example/plan/two"),
            Link("Deeper", "https://m.example/plan/two/notes"),
            Link("File", "https://m.example/plan/three.pdf"),
        ),
    )
    parts = pages_of_set(page, "https://m.example/plan/", {})
    assert [part.title for part in parts] == ["One", "Two"]


FEED = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<entry><title>New VAWG strategy</title><link href="/media/vawg-strategy.pdf"/></entry></feed>"""
RSS = b"""<rss version="2.0"><channel><link>https://m.example/</link><item>
<title>New VAWG strategy</title><link>https://m.example/media/vawg-strategy.pdf</link></item>
</channel></rss>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://m.example/media/vawg-strategy.pdf</loc></url>
<url><loc>https://m.example/bins</loc></url></urlset>"""


@pytest.mark.parametrize("data", [FEED, RSS, SITEMAP])
def test_feeds_and_sitemaps_lead_to_documents(data):
    page = read_page(data, "https://m.example/feed", DEFAULT_LIMITS)
    (found,) = discover(page, SOURCE, ())
    assert found.address == "https://m.example/media/vawg-strategy.pdf"


def test_entities_of_a_feed_are_not_fetched_nor_multiplied():
    bomb = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">
<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><rss><channel><item><title>&a;&c;</title>
<link>https://m.example/x</link></item></channel></rss>"""
    (link,) = read_page(bomb, "https://m.example/", DEFAULT_LIMITS).links
    assert "root" not in link.text


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("https://m.example/a.PDF?x=1", True),
        ("https://m.example/documents/s55/Plan", True),
        ("https://m.example/mgConvert2PDF.aspx?ID=1", True),
        ("https://m.example/get?file=plan.pdf", True),
        ("https://m.example/pdf-guidance", False),
        ("https://m.example/plan.html", False),
    ],
)
def test_a_file_is_told_by_the_form_of_its_address(address, file):
    assert is_file(address) is file


@given(st.text(), st.text())
def test_any_text_gives_words(text, address):
    assert words_of(text) == words_of(text).lower()
    page = PageRead(text, (Link(text, "https://m.example/" + address),))
    discover(page, SOURCE, ())
