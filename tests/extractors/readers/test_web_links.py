"""The contents list of a set of pages, and what a page says of its place in it."""

from extractors.blocks import Document, Link
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read

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
