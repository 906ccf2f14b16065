"""The contents list of a set of pages, and what a page says of its place in it."""

import pytest

from extractors.blocks import Document, Link
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read
from extractors.readers.web.page.parts import MOST_ENTRIES

SITE = "https://www.mereshire.example"
CHAPTERS = ("Foreword", "Priority 1: Safer streets", "Priority 2: Warm homes")
PATHS = ("/article/12/Foreword", "/article/13/Safer-streets", "/article/14/Warm-homes")


def _page(heading: str, body: str = "<p>Text of the chapter.</p>") -> Document:
    entries = "".join(
        f"<li>{text}</li>" if heading in text else f"<li><a href='{path}'>{text}</a></li>"
        for text, path in zip(CHAPTERS, PATHS, strict=True)
    )
    own = next(p for t, p in zip(CHAPTERS, PATHS, strict=True) if heading in t)
    return read(
        f"<html><head><link rel='canonical' href='{SITE}{own}'></head><body><main>"
        f"<h1>{heading}</h1><nav aria-label='Contents'><ol>{entries}</ol></nav>{body}"
        "</main><nav><ul><li><a href='/bins'>Bins</a></li></ul></nav></body></html>".encode(),
        DEFAULT_LIMITS,
    )


def test_the_contents_list_names_the_pages_of_the_set_and_the_page_itself():
    assert _page("Warm homes").contents == tuple(
        Link(text, f"{SITE}{path}") for text, path in zip(CHAPTERS, PATHS, strict=True)
    )


def test_a_page_of_a_set_knows_its_own_entry():
    assert _page("Warm homes").entry == Link(CHAPTERS[2], f"{SITE}{PATHS[2]}")


def test_a_page_of_no_set_has_no_entry():
    page = "<html><body><h1>Plan</h1><p>Our plan.</p><p><a href='/a'>Read on</a></p></body></html>"
    assert read(page.encode(), DEFAULT_LIMITS).entry is None


LIST = "<li>1. Foreword</li><li><a href='homes.html'>2. Warm homes</a></li>"
REST = "<li><a href='streets.html'>3. Safer streets</a></li>"


def _saved(heading: str, nav: str, text: str = "<p>We are proud of this plan.</p>") -> Document:
    page = f"<html><body><div><h1>{heading}</h1>{text}</div>{nav}</body></html>"
    return read(page.encode(), DEFAULT_LIMITS)


def test_a_page_that_gives_no_address_of_its_own_has_an_entry_all_the_same():
    page = _saved("Foreword", f"<div><h3>Strategy contents</h3><ul>{LIST}{REST}</ul></div>")
    assert page.entry == Link("1. Foreword", "")
    assert [link.address for link in page.contents] == ["", "homes.html", "streets.html"]


def test_a_list_of_pages_that_nothing_names_is_told_by_the_entry_that_is_a_heading():
    page = _saved("Harbour plan", "", f"<ol>{LIST}{REST}</ol><h2>Foreword</h2><p>Our plan.</p>")
    assert page.entry == Link("1. Foreword", "")
    assert [block.text for block in page.blocks] == ["Harbour plan", "Foreword", "Our plan."]


def test_a_list_of_links_with_one_that_is_none_stays_text():
    text = (
        "<ul><li><a href='/a'>Mind</a></li><li><a href='/b'>Shelter</a></li><li>Call us</li></ul>"
    )
    page = _saved("Get help", "", text)
    assert page.contents == ()
    assert [block.text for block in page.blocks][1:] == ["Mind", "Shelter", "Call us"]


def test_a_side_menu_leads_to_the_pages_below_this_one_and_to_no_other():
    menu = (
        "<nav><a href='/plan/homes'>Homes</a><a href='/plan'>Plan</a><a href='/bins'>Bins</a></nav>"
    )
    page = read(
        f"<html><head><link rel='canonical' href='{SITE}/plan'></head><body>{menu}"
        "<main><h1>Harbour plan</h1><p>Our plan.</p></main></body></html>".encode(),
        DEFAULT_LIMITS,
    )
    assert page.links == (Link("Homes", f"{SITE}/plan/homes"),)


def test_the_words_that_mark_the_own_entry_are_none_of_it():
    marked = LIST.replace("1. Foreword", "Foreword <span>(current page)</span>")
    page = _saved("Foreword", "", f"<ul>{marked}{REST}</ul><p>We are proud of this plan.</p>")
    assert page.entry == Link("Foreword", "")


def test_a_contents_list_that_a_click_opens_is_no_text():
    nav = f"<details><summary>Contents of this plan</summary><ul>{LIST}{REST}</ul></details>"
    page = _saved("Foreword", "", f"{nav}<p>We are proud of this plan.</p>")
    assert [block.text for block in page.blocks] == ["Foreword", "We are proud of this plan."]


def test_the_latest_news_is_no_contents_list_though_it_names_the_page():
    news = f"<div class='related'><h2>Latest news</h2><ul>{LIST}{REST}</ul></div>"
    assert _saved("1. Foreword", "", f"<p>The quay opens in May.</p>{news}").contents == ()


def test_a_short_page_is_not_its_menus():
    menu = "".join(f"<li><a href='/{n}'>Service number {n}</a></li>" for n in range(9))
    page = read(
        f"<html><body><header><ul>{menu}</ul></header><main><h1>Review</h1><div class='contents'>"
        f"<ul><li><a href='/f'>Foreword</a></li><li><a href='/r' class='on'>Review</a></li></ul>"
        "</div><p>The board meets each quarter.</p></main></body></html>".encode(),
        DEFAULT_LIMITS,
    )
    assert [block.text for block in page.blocks] == ["Review", "The board meets each quarter."]


@pytest.mark.parametrize(("count", "kept"), [(40, 40), (MOST_ENTRIES + 1, 0)])
def test_a_list_of_all_pages_of_a_site_is_no_contents_list(count, kept):
    entries = "".join(f"<li><a href='/plan/{n}'>Chapter {n}</a></li>" for n in range(count))
    nav = f"<nav aria-label='Contents'><ol>{entries}</ol></nav>"
    assert len(_saved("Warm cabins", nav).contents) == kept
