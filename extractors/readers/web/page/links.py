"""Where a web page leads: the contents list of the set it belongs to, its body, its documents.

Knows HTML; which of a page is chrome is judged elsewhere.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from extractors.blocks import Link
from extractors.readers.web.elements.text import without_mark
from extractors.readers.web.page.meta import resolve
from extractors.readers.web.page.page import DOCUMENT_RE, Page, text_of
from extractors.readers.web.page.parts import (
    MIN_LISTED,
    MIN_NAMED,
    MOST_ENTRIES,
    leads_here,
    list_of_parts,
)

HERE = ""  # the address of a page that gives none; relative to wherever it stands


def contents_of(
    page: Page, chrome: Mapping[HtmlElement, str], base: str | None, address: str | None
) -> tuple[Link, ...]:
    """The pages that the contents list of a set of pages names, in its order, each once.

    Of several lists the one that names the page itself is the set's. Where none is called a
    contents list, the one is that lists the parts of a work, in a menu or in the text. () where it
    names more than a work has.

    Args:
        page: From ``look_at``.
        chrome: What surrounds the text, by kind, as ``find_chrome`` gives it.
        base: What relative links are relative to.
        address: The address that the page gives for itself; its own entry is no link, and has the
            address "" where the page gives none.
    """
    here = address or HERE
    called = [element for element, kind in chrome.items() if kind == "contents"]
    lists = [_entries(element.iter("a", "li"), base, here) for element in called]
    own = [one for one in lists if any(link.address == here for link in one)]
    listed = list(dict.fromkeys(link for one in own or lists for link in one))
    if len(listed) < MIN_NAMED:  # a group of the list may be all that its heading stands above
        title = text_of(page.title) if page.title is not None else ""
        parts = list_of_parts(page.body, title, base, address)
        named = list(dict.fromkeys(_entries(parts, base, here)))
        listed = named if len(named) >= MIN_LISTED else listed
    return tuple(listed) if len(listed) <= MOST_ENTRIES else ()


def links_of(
    contents: Iterable[Link],
    body: Iterable[Link],
    chrome: Mapping[HtmlElement, str],
    base: str | None,
    address: str | None,
) -> tuple[Link, ...]:
    """Links of the contents list, then of the body, then of what is named around it.

    Of these documents are given, and pages below this one: side menus list the parts of a work.
    """
    below = f"{(address or '').rstrip('/')}/" if urlsplit(address or "").path > "/" else ""
    around = (element for element, kind in chrome.items() if kind != "contents")
    named = (_link(entry, base) for element in around for entry in element.iter("a"))
    kept = (
        link
        for link in named
        if link is not None
        and (DOCUMENT_RE.search(link.address) or (below and link.address.startswith(below)))
    )
    listed = (link for link in contents if link.address != HERE)
    return tuple(dict.fromkeys((*listed, *body, *kept)))


def _entries(found: Iterable[HtmlElement], base: str | None, here: str) -> list[Link]:
    """The entries of a contents list; that of the page itself, no link or "#", has its address."""
    elements = list(found)
    plain = [one for one in elements if one.tag == "li" and one.find(".//a") is None]
    marked = [one for one in elements if one.tag == "a" and leads_here(one) and _is_listed(one)]
    own = set(plain or (marked if len(marked) == 1 else ()))
    return [
        link
        for one in elements
        if (link := _own_entry(one, here) if one in own else _link(one, base)) is not None
    ]


def _own_entry(entry: HtmlElement, here: str) -> Link | None:
    text = without_mark(text_of(entry))
    return Link(text, here) if text else None


def _is_listed(link: HtmlElement) -> bool:
    return next(link.iterancestors("li"), None) is not None


def _link(entry: HtmlElement, base: str | None) -> Link | None:
    target, text = resolve(entry.get("href") or "", base), without_mark(text_of(entry))
    return Link(text, target) if target is not None and text else None
