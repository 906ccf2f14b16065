"""The page before a web page and the page after it, as its pagers say; knows no actions."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from extractors.blocks import Link
from extractors.readers.web.elements.look import said_of
from extractors.readers.web.page.meta import resolve
from extractors.readers.web.page.page import DOCUMENT_RE, text_of

STEP_RE = re.compile(
    r"(?:[<«‹←]\s*)?(?P<way>prev(?:ious)?|next)(?:\s+(?:page|part|section|chapter))?"
    r"(?:\s*[:>»›→–-]+\s*(?P<title>.*)|\s*)"
    r"|(?:continue|onwards?|on) to:?\s+(?P<named>.+)",
    re.IGNORECASE | re.DOTALL,
)  # "Next", "« Previous page", "Continue to Warm homes"; "Next steps" is a chapter
WAYS = {"prev": "before", "previous": "before", "next": "after"}
ARROWS = " <>«»‹›←→"
NAME_RE = re.compile(r"[a-z]+")
NUMBER_RE = re.compile(r"[1-9]\d?")  # of a page
MOST = 10  # letters of a link that are looked at for a number
MIN_NUMBERS = 2  # of other pages


def way_of(link: HtmlElement) -> str | None:
    """Where a link to the page "before" or "after" this one leads; None for any other link."""
    rel = (link.get("rel") or "").lower().split()
    said = next((WAYS[word] for word in rel if word in WAYS), None)
    if said is not None:
        return said
    first = next(iter(link), None)
    shown = (text_of(first), said_of(first)) if first is not None else ()
    for text in (text_of(link), link.get("aria-label") or "", *shown):
        found = STEP_RE.fullmatch(text.strip())
        if found is not None:
            return WAYS[(found["way"] or "next").lower()]
    names = {word for e in (link, link.getparent()) for word in _names(e)}
    ways = {WAYS[word] for word in names & WAYS.keys()}
    return ways.pop() if len(ways) == 1 else None


def neighbours_of(body: HtmlElement, base: str | None) -> tuple[Link | None, Link | None]:
    """The page before this one and the page after it, where its links say so and agree."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    steps = [(link, way_of(link)) for link in body.iter("a")]
    named = [(link, way, _title_of(link)) for link, way in steps if way is not None]
    for link, way, title in named or _numbered(body):
        target = resolve(link.get("href") or "", base)
        if target is not None and not DOCUMENT_RE.search(target):
            found[way].setdefault(target, title)
    before, after = (
        Link(*reversed(next(iter(one.items())))) if len(one) == 1 else None
        for one in found.values()
    )
    return before, after


def _numbered(body: HtmlElement) -> list[tuple[HtmlElement, str, str]]:
    """The links to the pages before and after in a row of page numbers, which leaves out its own.

    ``1 [2] 3 4`` on the second of four pages.
    """
    links = {int(text): a for a in body.iter("a") if NUMBER_RE.fullmatch(text := text_of(a, MOST))}
    missing = set(range(1, len(links) + 2)) - links.keys()
    if len(links) < MIN_NUMBERS or len(missing) != 1:
        return []
    own = missing.pop()
    beside = ((own - 1, "before"), (own + 1, "after"))
    return [(links[number], way, "") for number, way in beside if number in links]


def _title_of(link: HtmlElement) -> str:
    """What a link calls the page it leads to: "Warm homes" of "Next: Warm homes"; "" for "Next"."""
    text = text_of(link)
    found = STEP_RE.fullmatch(text)
    if found is not None:
        return (found["title"] or found["named"] or "").strip(ARROWS)
    first = next(iter(link), None)
    mark = text_of(first) if first is not None else ""
    return (text.removeprefix(mark) if STEP_RE.fullmatch(mark) else text).strip(ARROWS)


def _names(element: HtmlElement | None) -> Iterable[str]:
    return NAME_RE.findall((element.get("class") or "").lower()) if element is not None else ()
