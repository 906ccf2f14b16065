"""Web pages: text without chrome, in order, with what the page says of itself."""

import json
import time

import pytest

from extractors.blocks import Document, Heading, Link, Paragraph, tables_of
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read

MOST_SECONDS = 6.0  # of CPU under load; about 1 on a quiet machine, 12 and more before

GUIDE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Appendix B - Action Plan | Safety Strategy 2024-2028 | Northmere Council</title>
<link rel="canonical" href="https://www.northmere.example/safety-strategy/appendix-b"></head><body>
<div id="cookies" class="cookie-bar">Northmere uses cookies. <button>OK</button></div>
<header role="banner"><a href="/"><img alt="Northmere Council logo" src="x"></a>
<form action="/search"><label>Search this site</label><input></form></header>
<nav class="breadcrumb"><a href="/">Home</a> &gt; <a href="/s">Safety Strategy 2024-2028</a></nav>
<main><div><p class="guide-title">Safety Strategy 2024-2028</p>
<h1>Appendix B &amp; Action Plan</h1></div>
<nav aria-label="Contents"><h2>Contents</h2><ol>
<li><a href="/safety-strategy/foreword">Foreword</a></li>
<li><span aria-current="page">Appendix B - Action Plan</span></li></ol></nav>
<h2>Priority&nbsp;1 - Prevention</h2>
<table><thead><tr><th>No.</th><th>Aims</th><th>Lead</th><th>Target Date</th></tr></thead><tbody>
<tr><td>1</td><td><p>Work with every secondary school</p><ul><li>train staff</li></ul></td>
<td>NMC / Met</td><td>November annually</td></tr>
<tr><td>2</td><td>Review lighting</td><td rowspan="2">NMC</td><td>March 2025</td></tr>
<tr><td>3</td><td>Publish a map</td><td>2026</td></tr></tbody></table>
<p>See <a href="docs/plan.pdf">the full plan</a>.</p></main>
<aside><h2>Also in this section</h2><ul><li><a href="/x">Licensing</a></li></ul></aside>
<footer><p>Northmere Council, Civic Hall</p></footer></body></html>"""

COMMITTEE = b"""<HTML><HEAD>
<TITLE>Agenda item - Safer Evenings Plan - Marlingford District Council</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD><BODY>
<TABLE><TR><TD COLSPAN=3><A HREF="/"><IMG SRC=l.gif ALT="Marlingford District Council"></A>
<A HREF="mgHome.aspx">Home</A> | <A HREF="mgCalendar.aspx">Calendar</A></TD></TR>
<TR><TD VALIGN=top><B>Meetings</B><BR>
<A HREF="a.aspx">Browse meetings</A><BR><A HREF="b.aspx">Forward plans</A></TD>
<TD><H2>Agenda item</H2><H3>Safer Evenings Plan</H3><P>Published: 14 May 2024</P>
<P>The board\x92s plan is below.</P>
<TABLE BORDER=1><TR><TD><B>Ref</B></TD><TD><B>Action</B></TD><TD><B>RAG</B></TD></TR>
<TR><TD>1.1</TD><TD>Walk the route <S>monthly</S> quarterly</TD><TD BGCOLOR=green>&nbsp;</TD></TR>
<TR><TD>1.2</TD><TD>Train door staff<BR>in first aid</TD><TD><IMG ALT=Amber SRC=x></TD></TR></TABLE>
</TD>
<TD><B>Quick links</B><BR><A HREF="x">Pay</A><BR><A HREF="y">Report</A></TD></TR></TABLE>
</BODY></HTML>"""

ACCORDION = """<html><head><title>Our priorities &#8211; Eastvale Partnership</title>
<meta property="article:published_time" content="2023-11-25T09:00:00+00:00"></head><body>
<header id="masthead"><h1 class="site-title"><a href="/">Eastvale</a></h1></header>
<article><header><h1>Our priorities</h1></header><div class="entry-content">
<p>Four aims guide us.</p>
<h3><button aria-expanded="false" aria-controls="c1">1. Early help</button>
</h3><div id="c1" class="collapse" style="display:none"><p>We work with families.</p></div>
<details><summary>2. Justice</summary><p>Hold to account those who harm.</p></details>
<div class="share"><a href="#">Share on X</a></div></div></article>
<aside class="widget-area"><h2>Recent posts</h2>
<ul><li><a href="/f">Funding won</a></li></ul></aside>
<footer class="site-footer">© Eastvale Partnership</footer></body></html>"""


def _read(page: str | bytes) -> Document:
    return read(page.encode() if isinstance(page, str) else page, DEFAULT_LIMITS)


def _outline(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading | Paragraph)]


def test_a_guide_page_gives_its_text_without_the_chrome_around_it():
    assert _outline(_read(GUIDE)) == [
        "Appendix B & Action Plan",
        "Priority 1 - Prevention",
        "See the full plan.",
    ]


def test_an_action_table_keeps_headings_spans_and_bullets():
    (table,) = tables_of(_read(GUIDE).blocks)
    assert (table.row_count, table.column_count, table.header_rows) == (4, 4, 1)
    assert [cell.text for cell in table.cells if cell.row == 1] == [
        "1",
        "Work with every secondary school • train staff",
        "NMC / Met",
        "November annually",
    ]
    assert [(cell.row, cell.row_span) for cell in table.cells if cell.text == "NMC"] == [(2, 2)]


def test_what_a_guide_page_says_of_itself():
    document = _read(GUIDE)
    assert document.title == "Appendix B & Action Plan"
    assert document.author == "Northmere Council"
    assert document.address == "https://www.northmere.example/safety-strategy/appendix-b"
    assert "Safety Strategy 2024-2028" in document.furniture
    assert "Northmere Council, Civic Hall" in document.furniture


def test_the_parts_of_a_page_set_come_first_among_the_links_and_in_order():
    base = "https://www.northmere.example/safety-strategy"
    assert _read(GUIDE).links == (
        Link("Foreword", f"{base}/foreword"),
        Link("Appendix B - Action Plan", f"{base}/appendix-b"),
        Link("the full plan", f"{base}/docs/plan.pdf"),
    )


def test_a_committee_page_laid_out_by_tables_gives_its_middle_column():
    document = _read(COMMITTEE)
    assert _outline(document) == [
        "Agenda item",
        "Safer Evenings Plan",
        "Published: 14 May 2024",
        "The board’s plan is below.",  # windows-1252, though the page says ISO-8859-1
    ]
    assert document.published_on == "2024-05-14"
    assert document.author == "Marlingford District Council"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated: 15 September 2024", "2024-09-15"),
        ("Page last updated 03/02/2025", "2025-02-03"),
        ("Last updated on February 21st, 2025", "2025-02-21"),
        ("Updated 3 March 2026", "2026-03-03"),
        ("The map of moorings was updated 3 March 2026", None),
        ("Published: 1 May 2024. Last updated: 15 September 2024", "2024-05-01"),
        ("Last reviewed by the board", None),
    ],
)
def test_the_day_of_the_last_change_stands_for_a_day_of_publication_that_is_not_said(line, day):
    page = f"<html><body><h1>Plan</h1><p>Light the quay.</p><p>{line}</p></body></html>"
    assert read(page.encode(), DEFAULT_LIMITS).published_on == day


def test_the_dates_of_a_plan_are_no_day_of_publication():
    row = "<tr><td>Light the quay</td><td><time datetime='2027-12-31'>31/12/2027</time></td></tr>"
    head = "<tr><th>Action</th><th>Due</th></tr>"
    page = (
        f"<html><body><main><h1>Plan</h1><table>{head}{row * 2}</table>"
        "<p>Last updated: 15 September 2024</p></main></body></html>"
    )
    assert read(page.encode(), DEFAULT_LIMITS).published_on == "2024-09-15"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ('<span class="article-date">12 May 2024</span>', "2024-05-12"),
        ('<div class="submitted">By admin on Thu, 06/03/2025 - 10:12</div>', "2025-03-06"),
        ("<p><strong>Due</strong><br>30/09/2026</p>", None),
        ('<ul><li class="date">12 May 2026</li></ul>', None),
    ],
)
def test_an_element_called_a_date_says_the_day_and_a_day_of_the_plan_does_not(line, day):
    page = f"<html><body><main><h1>Plan</h1><p>Light the quay.</p>{line}</main></body></html>"
    assert read(page.encode(), DEFAULT_LIMITS).published_on == day


def test_a_rag_cell_keeps_its_colour_or_the_words_of_its_picture():
    (table,) = tables_of(_read(COMMITTEE).blocks)
    assert [(cell.fill, cell.text) for cell in table.cells if cell.column == 2] == [
        (None, "RAG"),
        ("#008000", ""),
        (None, "Amber"),
    ]


def test_struck_words_stand_beside_the_text_and_a_line_break_is_a_space():
    (table,) = tables_of(_read(COMMITTEE).blocks)
    walk, train = (cell.paragraphs[0] for cell in table.cells if cell.column == 1 and cell.row)
    assert (walk.text, walk.struck) == ("Walk the route quarterly", "monthly")
    assert train.text == "Train door staff in first aid"


def test_accordions_are_headings_with_their_panels_and_the_site_name_is_no_title():
    document = _read(ACCORDION)
    assert _outline(document) == [
        "Our priorities",
        "Four aims guide us.",
        "1. Early help",
        "We work with families.",
        "2. Justice",
        "Hold to account those who harm.",
    ]
    assert (document.title, document.published_on) == ("Our priorities", "2023-11-25")


def test_hidden_text_is_left_out_and_noted():
    page = "<body><h1>Plan</h1><p>Shown.</p><div style='display:none'>Old draft</div></body>"
    document = _read(f"<html>{page}</html>")
    assert _outline(document) == ["Plan", "Shown."]
    assert [problem.code for problem in document.problems] == ["hidden_text"]


@pytest.mark.fault("C44")
def test_characters_that_turn_the_text_round_are_left_out_and_noted():
    document = _read("<html><body><p>Lead: \u202epolice\u202c and &#8238;health</p></body></html>")
    assert _outline(document) == ["Lead: police and health"]
    assert [problem.code for problem in document.problems] == ["hidden_text"]


def test_a_page_that_a_script_fills_is_unreadable():
    with pytest.raises(UnreadableDocument) as caught:
        _read("<html><body><div id='root'></div><script>render()</script></body></html>")
    assert caught.value.code == "no_text"


@pytest.mark.fault("C41")
def test_scripts_and_their_words_never_appear():
    document = _read(
        "<html><body><h1>Plan</h1><script>alert('x')</script><p onclick='y()'>Text "
        "<a href='javascript:z()'>here</a></p></body></html>"
    )
    assert _outline(document) == ["Plan", "Text here"]
    assert document.links == ()


@pytest.mark.fault("C43")
@pytest.mark.parametrize("tag", ["div", "b"])
def test_a_page_nested_a_hundred_thousand_deep_is_read_and_noted(tag):
    page = f"<html><body><h1>Plan</h1>{f'<{tag}>' * 100_000}<p>Deep words</p></body></html>"
    document = _read(page)
    assert "Deep words" in _outline(document)
    assert [problem.code for problem in document.problems] == ["damaged"]


@pytest.mark.fault("C43")
@pytest.mark.parametrize(
    "around",
    ["<span>{}</span>", "<table><tr><td>{}</td></tr></table>", "<ul><li>Lead {}</li></ul>"],
)
def test_text_inside_many_elements_is_not_read_once_for_each_of_them(around):
    """1,500 nested spans took 140 s for 170 KB, 500 tables 11 s."""
    opening, closing = (part * 500 for part in around.split("{}"))
    words = "<p>Lead: Harbours by May 2027.</p>" * 3_000
    start = time.process_time()
    document = _read(f"<html><body><h1>Plan</h1>{opening}{words}{closing}</body></html>")
    assert time.process_time() - start < MOST_SECONDS
    assert "Harbours" in " ".join(_outline(document))


@pytest.mark.fault("C43")
def test_a_megabyte_on_one_line_is_one_paragraph():
    document = _read("<html><body><p>" + "word " * 200_000 + "</p></body></html>")
    assert [len(block.text) for block in document.blocks] == [999_999]


@pytest.mark.parametrize(
    "name", ["bexley_objectives_action_plan", "llr_pcc_news", "what_we_plan_to_do"]
)
def test_priorities_of_the_corpus_pages_are_headings_items_or_lead_ins_in_order(corpus, name):
    document = _read((corpus / "documents" / f"{name}.html").read_bytes())
    gold = json.loads((corpus / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    printed = [
        (block.lead_in or block.text).rstrip(":") if isinstance(block, Paragraph) else block.text
        for block in document.blocks
        if isinstance(block, Heading | Paragraph)
    ]
    titles = [priority["title"] for priority in gold["priorities"]]
    assert [text for text in printed if text in titles] == titles
    whole = " ".join(_outline(document)).lower()
    assert not any(word in whole for word in ("cookie", "breadcrumb", "skip to", "latest news"))
    for priority in gold["priorities"]:
        assert (priority["summary"] or "").lower() in whole
    assert document.title == gold["document"]["title"]


def test_the_title_that_a_word_processor_sets_is_no_chapter_and_no_chapter_is_the_title():
    body = (
        "<p class=MsoTitle>Harbour plan</p><p>What we shall do.</p>"
        "<h1>Safer quays</h1><p>Quays are dark.</p><h1>Clean water</h1><p>It is not.</p>"
    )
    document = _read(f"<html><body><div class=WordSection1>{body}</div></body></html>".encode())
    assert document.title == "Harbour plan"
    assert [block.text for block in document.blocks][:3] == [
        "Harbour plan",
        "What we shall do.",
        "Safer quays",
    ]


def test_the_day_of_a_listed_document_is_not_the_page_s():
    entry = '<li><a href="/m.pdf">Minutes</a> <span>Published: 1 March 2026</span></li>'
    page = f"<html><body><h1>Papers</h1><p>Of the board.</p><ul>{entry}</ul></body></html>"
    assert read(page.encode(), DEFAULT_LIMITS).published_on is None


def test_a_pdf_that_was_turned_into_a_page_is_told():
    piece = "<div class='t m0 x1 y1'>Light the quay</div>"
    page = f"<html><body><div class='pf' data-page-no='1'>{piece}</div></body></html>"
    (problem,) = _read(page.encode()).problems
    assert (problem.code, problem.severity) == ("unread_table", "warning")
    assert "Fetch the PDF" in problem.message


def test_the_foot_of_an_article_says_the_day_though_its_links_are_chrome():
    foot = "<footer><a href='/e'>Edit this page</a> <p>Last updated on Feb 21, 2025</p></footer>"
    article = f"<article><h1>Plan</h1><p>Light the quay.</p>{foot}</article>"
    document = _read(f"<html><body><main>{article}</main></body></html>".encode())
    assert document.published_on == "2025-02-21"
    assert [block.text for block in document.blocks] == ["Plan", "Light the quay."]
