"""The parts of a work that is published as a set of pages: a list of them, and the way through.

A list is told by what it names: "Foreword", "Priority 2", "Glossary" are parts of one work, where
"Housing strategy" and "Parking plan" are works. Knows HTML and what parts are called; no actions.
"""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from extractors.blocks import Link
from extractors.readers.web.elements.text import without_mark
from extractors.readers.web.page.meta import resolve
from extractors.readers.web.page.page import DOCUMENT_RE, text_of, upwards

MIN_LISTED = 3  # entries; two links stand beside one another in any pager
MIN_NAMED = 2  # of them that only parts of a work are called
MIN_GROUPS = 2  # of a list of groups; of a site's tree only the branch that one is in is open
MOST_NAMED = 200  # of a page; the longest contents list of 60 sets has 14
COUNT_RE = re.compile(r"^\d{1,2}(?:\.\d+)*[.):]?\s+")
NAMED_RE = re.compile(
    r"(?:foreword|introduction|preface|executive summary|glossary|conclusions?|references"
    r"|acknowledge?ments|bibliography|terms we use|about th(?:is|e) (?:strategy|plan)"
    r"|(?:appendix|annexe?|schedule)\b.*"
    r"|(?:priority|theme|objective|aim|goal|outcome|pillar|ambition|commitment|mission|chapter|part"
    r"|section)\s+(?:\d+|[a-h]|[ivx]+|one|two|three|four|five|six|seven)\b.*)",
    re.IGNORECASE,
)
STEP_RE = re.compile(
    r"(?:[<«‹←]\s*)?(?P<way>prev(?:ious)?|next)(?:\s+(?:page|part|section|chapter))?"
    r"(?:\s*[:>»›→–-]+\s*(?P<title>.*)|\s*)",
    re.IGNORECASE | re.DOTALL,
)  # "Next", "« Previous page", "Next: Warm homes"; "Next steps" is a chapter
WAYS = {"prev": "before", "previous": "before", "next": "after"}
ARROWS = " <>«»‹›←→"
NAME_RE = re.compile(r"[a-z]+")


def names_part(text: str) -> bool:
    """Whether only a part of a work is called so: "3. Priority 2: Warm homes", "Appendix B"."""
    return NAMED_RE.fullmatch(COUNT_RE.sub("", text.strip())) is not None


def list_of_parts(body: HtmlElement) -> HtmlElement | None:
    """The smallest element that holds all links of a page to parts of a work; None without two.

    What it lists is for the caller to say: other entries stand among them, "Warm homes".
    """
    above: dict[HtmlElement, set[str]] = {}
    named = ((one, without_mark(text_of(one))) for one in body.iter("a") if is_entry(one))
    links = ((link, text) for link, text in named if names_part(text))
    for count, (link, text) in enumerate(links):
        if count == MOST_NAMED:
            return None
        for element in upwards(link):
            above.setdefault(element, set()).add(text)
    names = above.get(body, set())
    if len(names) < MIN_NAMED:
        return None
    holders = [element for element, held in above.items() if held == names and element is not body]
    within = {one for element in holders for one in element.iterancestors()}
    found = next((element for element in holders if element not in within), None)
    return _whole(found) if found is not None else None


def _whole(group: HtmlElement) -> HtmlElement:
    """The list of groups that a group of entries is one of: "Our priorities" in a list of steps."""
    entry = next(group.iterancestors("li"), None)
    groups = entry.getparent() if entry is not None else None
    if groups is None or sum(_holds_list(one) for one in groups) < MIN_GROUPS:
        return group
    return groups


def _holds_list(entry: HtmlElement) -> bool:
    return next(entry.iter("ol", "ul"), None) is not None


def _stands_alone(link: HtmlElement) -> bool:
    """Whether a link is all that its parent says, or stands among others: no word of a sentence."""
    parent = link.getparent()
    beside = (
        (parent.text or "", *(child.tail or "" for child in parent)) if parent is not None else ()
    )
    return not any(COUNT_RE.sub("", f"{text.strip()} ").strip(" |·•") for text in beside)


def is_entry(link: HtmlElement) -> bool:
    """Whether a link may be an entry of a list of pages: no file, no pager, in no sentence."""
    target = link.get("href") or ""
    led = bool(target) and DOCUMENT_RE.search(target) is None and way_of(link) is None
    return led and _stands_alone(link)


def way_of(link: HtmlElement) -> str | None:
    """Where a link to the page "before" or "after" this one leads; None for any other link."""
    rel = (link.get("rel") or "").lower().split()
    said = next((WAYS[word] for word in rel if word in WAYS), None)
    if said is not None:
        return said
    first = next(iter(link), None)
    label = link.get("aria-label") or ""
    for text in (text_of(link), label, text_of(first) if first is not None else ""):
        found = STEP_RE.fullmatch(text.strip())
        if found is not None:
            return WAYS[found["way"].lower()]
    names = {word for e in (link, link.getparent()) for word in _names(e)}
    ways = {WAYS[word] for word in names & WAYS.keys()}
    return ways.pop() if len(ways) == 1 else None


def neighbours_of(body: HtmlElement, base: str | None) -> tuple[Link | None, Link | None]:
    """The page before this one and the page after it, where its links say so and agree."""
    found: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for link in body.iter("a"):
        way = way_of(link)
        target = resolve(link.get("href") or "", base) if way is not None else None
        if way is not None and target is not None and not DOCUMENT_RE.search(target):
            found[way].setdefault(target, _title_of(link))
    before, after = (
        Link(*reversed(next(iter(one.items())))) if len(one) == 1 else None
        for one in found.values()
    )
    return before, after


def _title_of(link: HtmlElement) -> str:
    """What a link calls the page it leads to: "Warm homes" of "Next: Warm homes"; "" for "Next"."""
    text = text_of(link)
    found = STEP_RE.fullmatch(text)
    if found is not None:
        return (found["title"] or "").strip(ARROWS)
    first = next(iter(link), None)
    mark = text_of(first) if first is not None else ""
    return (text.removeprefix(mark) if STEP_RE.fullmatch(mark) else text).strip(ARROWS)


def _names(element: HtmlElement | None) -> Iterable[str]:
    return NAME_RE.findall((element.get("class") or "").lower()) if element is not None else ()
