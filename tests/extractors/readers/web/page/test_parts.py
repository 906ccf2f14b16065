"""Lists that name the parts of a work, and the links to the page before and the page after."""

import lxml.html
import pytest

from extractors.blocks import Document, Link
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read
from extractors.readers.web.page.pagers import neighbours_of
from extractors.readers.web.page.parts import names_part

MENU = ("Welcome", "Priority 1: Safer quays", "Priority 2: Warm cabins", "Governance")


@pytest.mark.parametrize(
    ("entry", "is_part"),
    [
        ("Foreword", True),
        ("3. Priority 2: Warm cabins", True),
        ("Annex B", True),
        ("Part four: delivery", True),
        ("Housing strategy", False),
        ("Parking plan 2026", False),
        ("Contact us", False),
        ("Themes", False),
    ],
)
def test_parts_of_a_work_are_told_by_what_they_are_called(entry, is_part):
    assert names_part(entry) is is_part


def _read(body: str) -> Document:
    return read(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS)


def _menu(*titles: str) -> str:
    items = "".join(f"<li><a href='{n}.html'>{title}</a></li>" for n, title in enumerate(titles))
    return f"<nav><ul><li><a href='/bins'>Bins</a></li></ul></nav><aside><ul>{items}</ul></aside>"


TEXT = "<main><h1>Warm cabins</h1><p>Boats are cold in winter, and so are those on them.</p></main>"


def test_a_menu_of_parts_is_a_contents_list_whatever_it_is_called():
    contents = _read(_menu(*MENU) + TEXT).contents
    assert [link.text for link in contents] == list(MENU)


def test_a_menu_of_works_is_none():
    assert _read(_menu("Housing strategy", "Tree strategy", "Parking plan") + TEXT).contents == ()


def test_parts_that_prose_links_are_no_list():
    prose = (
        "<p>As <a href='/a'>Chapter 2</a> says, and <a href='/b'>Chapter 3</a> repeats, and as "
        "<a href='/c'>Annex A</a> shows in figures, boats are cold.</p>"
    )
    assert _read(f"<main><h1>Warm cabins</h1>{prose}</main>").contents == ()


PAGES = "".join(
    f"<li><a href='/homes/plan/{name}'>{name}</a></li>" for name in ("a", "b", "c", "d")
)


def test_pages_right_below_that_of_a_work_are_its_parts_whatever_they_are_called():
    side = f"<div><h2><a href='/homes/plan'>Homes strategy 2026</a></h2><ul>{PAGES}</ul></div>"
    assert [link.text for link in _read(side + TEXT).contents] == ["a", "b", "c", "d"]


def test_pages_below_that_of_an_office_are_none():
    side = f"<div><h2><a href='/homes/plan'>Homes office</a></h2><ul>{PAGES}</ul></div>"
    assert _read(side + TEXT).contents == ()


def test_works_below_that_of_another_are_none():
    works = PAGES.replace(">a<", ">Tree strategy<").replace(">b<", ">Parking plan<")
    side = f"<div><a href='/homes/plan'>Our plan and others</a><ul>{works}</ul></div>"
    assert _read(side + TEXT).contents == ()


def test_the_entry_of_a_list_that_leads_to_its_own_page_is_the_page():
    steps = _menu(*MENU).replace("href='0.html'", "href='#content'")
    assert _read(steps + TEXT).contents[0] == Link("Welcome", "")


@pytest.mark.parametrize(
    ("pager", "before", "after"),
    [
        ("<a href='/a'>Previous</a> <a href='/c'>Next</a>", Link("", "/a"), Link("", "/c")),
        ("<a href='/c'>Next: Warm cabins</a>", None, Link("Warm cabins", "/c")),
        (
            "<a href='/a' rel='prev'>‹ Foreword</a><a href='/c' rel='next'>Cabins ›</a>",
            Link("Foreword", "/a"),
            Link("Cabins", "/c"),
        ),
        ("<a href='/c'><span>Next</span> <b>Cabins</b></a>", None, Link("Cabins", "/c")),
        ("<a href='/c'><img alt='Next page' src='f.gif'></a>", None, Link("", "/c")),
        ("<a href='/c'>Continue to Warm cabins</a>", None, Link("Warm cabins", "/c")),
        ("<a href='/c'>Next steps</a>", None, None),
        ("<a href='/a'>1</a> <b>2</b> <a href='/c'>3</a>", Link("", "/a"), Link("", "/c")),
        ("<a href='/a'>1</a> <a href='/b'>2</a> <b>3</b>", Link("", "/b"), None),
        ("<a href='/a'>1</a> <a href='/c'>5</a>", None, None),
        ("<a href='/c'>Next</a> <a href='/d'>Next</a>", None, None),
        ("<a href='/c'>Next meeting</a>", None, None),
    ],
)
def test_the_page_before_and_the_page_after_are_those_that_links_agree_on(pager, before, after):
    body = lxml.html.document_fromstring(f"<body><div>{pager}</div></body>").find("body")
    assert neighbours_of(body, None) == (before, after)
