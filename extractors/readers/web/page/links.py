"""Where a web page leads: the contents list of the set it belongs to, its body, its documents.

Knows HTML; which of a page is chrome is judged elsewhere.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from extractors.blocks import Link
from extractors.readers.web.elements.text import without_mark
from extractors.readers.web.page.meta import resolve
from extractors.readers.web.page.page import DOCUMENT_RE, text_of

HERE = ""  # the address of a page that gives none; relative to wherever it stands


def contents_of(
    chrome: Mapping[HtmlElement, str], base: str | None, address: str | None
) -> tuple[Link, ...]:
    """The pages that the contents list of a set of pages names, in its order, each once.

    Of several lists the one that names the page itself is the set's.

    Args:
        chrome: What surrounds the text, by kind, as ``find_chrome`` gives it.
        base: What relative links are relative to.
        address: The address that the page gives for itself; its own entry is no link, and has the
            address "" where the page gives none.
    """
    lists = [
        [link for e in element.iter("a", "li") if (link := _entry(e, base, address)) is not None]
        for element, kind in chrome.items()
        if kind == "contents"
    ]
    own = [one for one in lists if any(link.address == (address or HERE) for link in one)]
    return tuple(dict.fromkeys(link for one in own or lists for link in one))


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


def _entry(entry: HtmlElement, base: str | None, address: str | None) -> Link | None:
    """An entry of a contents list; that of the page itself, which is no link, has its address."""
    if entry.tag == "a":
        return _link(entry, base)
    text = without_mark(text_of(entry))
    return Link(text, address or HERE) if text and entry.find(".//a") is None else None


def _link(entry: HtmlElement, base: str | None) -> Link | None:
    target, text = resolve(entry.get("href") or "", base), text_of(entry)
    return Link(text, target) if target is not None and text else None
