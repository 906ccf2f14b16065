"""The parts of a work that is published as a set of pages: the list that names them.

A list is told by what it names ("Foreword", "Priority 2", "Glossary" are parts of one work, where
"Housing strategy" and "Parking plan" are works) or by where its pages lie: below that of a work.
Knows HTML and what works and their parts are called; no actions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from extractors.readers.web.elements.text import without_mark
from extractors.readers.web.page.meta import resolve
from extractors.readers.web.page.page import DOCUMENT_RE, text_of, upwards
from extractors.readers.web.page.pagers import way_of

MIN_LISTED = 3  # entries; two links stand beside one another in any pager
MIN_NAMED = 2  # of them that only parts of a work are called
MIN_BELOW = 4  # entries that lie below the page of a work; the least of 70 sets is four
MOST_WORKS = 0.5  # share of these that are works themselves: "Action plan" is a part
MIN_GROUPS = 2  # of a list of groups; of a site's tree only the branch that one is in is open
MOST_ENTRIES = 2_000  # of a page; a list of all pages of a site tells of no work
COUNT_RE = re.compile(r"^\d{1,2}(?:\.\d+)*[.):]?\s+")
NAMED_RE = re.compile(
    r"(?:foreword|introduction|preface|executive summary|glossary|conclusions?|references"
    r"|acknowledge?ments|bibliography|terms we use|about th(?:is|e) (?:strategy|plan)"
    r"|(?:appendix|annexe?|schedule)\b.*"
    r"|(?:priority|theme|objective|aim|goal|outcome|pillar|ambition|commitment|mission|chapter|part"
    r"|section)\s+(?:\d+|[a-h]|[ivx]+|one|two|three|four|five|six|seven)\b.*)",
    re.IGNORECASE,
)
BETWEEN = " |·•"
WORK_RE = re.compile(
    r"\b(?:strategy|plan|framework|programme|charter|manifesto|roadmap)\b", re.IGNORECASE
)  # "Plans and strategies" are several


@dataclass(frozen=True, slots=True)
class _Entry:
    link: HtmlElement
    text: str
    target: str


def names_part(text: str) -> bool:
    """Whether only a part of a work is called so: "3. Priority 2: Warm homes", "Appendix B"."""
    return NAMED_RE.fullmatch(COUNT_RE.sub("", text.strip())) is not None


def names_work(text: str) -> bool:
    """Whether a work is called so: "Harbour Safety Strategy 2026-2030"."""
    return WORK_RE.search(text) is not None


def list_of_parts(
    body: HtmlElement, title: str, base: str | None, address: str | None
) -> list[HtmlElement]:
    """The entries of the list that names the parts of one work, in its order; [] without one.

    Where several are called as parts are, all that the smallest element around them lists is, "Warm
    homes" too; else what lies right below the page of a work. Entries without a link are ``li``.
    """
    entries = _entries(body, base)
    named = [one for one in entries if names_part(one.text)]
    called = len({one.text for one in named}) >= MIN_NAMED
    if not called:
        named = _below_a_work(entries, address if names_work(title) else None)
    holder = _holder(named, body) if named else None
    if holder is None:
        return []
    linked = {one.link for one in (entries if called else named)}
    found = _whole(holder).iter("a", "li")
    return [one for one in found if one.tag == "li" or one in linked or leads_here(one)]


def _entries(body: HtmlElement, base: str | None) -> list[_Entry]:
    """The links that may be entries of a list; [] where a page has too many to be of one work."""
    entries = []
    for link in body.iter("a"):
        target = resolve(link.get("href") or "", base) if is_entry(link) else None
        text = without_mark(text_of(link)) if target is not None else ""
        if target is not None and text:
            entries.append(_Entry(link, text, target))
        if len(entries) > MOST_ENTRIES:
            return []
    return entries


def is_entry(link: HtmlElement) -> bool:
    """Whether a link may be an entry of a list of pages: no file, no pager, in no sentence."""
    target = link.get("href") or ""
    led = bool(target) and DOCUMENT_RE.search(target) is None and way_of(link) is None
    return led and stands_alone(link)


def leads_here(link: HtmlElement) -> bool:
    """Whether a link leads to a place on the page that it stands on."""
    return (link.get("href") or "").strip().startswith("#")


def stands_alone(link: HtmlElement) -> bool:
    """Whether no words of a sentence stand beside a link; its number and marks may."""
    before = link.getprevious()
    parent = link.getparent()
    beside = before.tail if before is not None else parent.text if parent is not None else ""
    texts = (text.strip() for text in (beside or "", link.tail or ""))
    return not any(COUNT_RE.sub("", f"{text} ").strip(BETWEEN) for text in texts)


def _below_a_work(entries: Sequence[_Entry], own: str | None) -> list[_Entry]:
    """The entries that lie right below the page of a work, which the page names or is itself."""
    folders: dict[str, list[_Entry]] = {}
    for one in entries:
        folders.setdefault(one.target.rstrip("/").rpartition("/")[0], []).append(one)
    works = {one.target.rstrip("/"): None for one in entries if names_work(one.text)}
    found: list[_Entry] = []
    for work in (*works, *((own.rstrip("/"),) if own else ())):
        below = folders.get(work, [])
        texts = {one.text for one in below}
        if len(texts) >= MIN_BELOW and sum(map(names_work, texts)) < MOST_WORKS * len(texts):
            found = max(found, below, key=len)
    return found


def _holder(entries: Sequence[_Entry], body: HtmlElement) -> HtmlElement | None:
    """The smallest element below the body that holds all of some entries, in one print of each."""
    held: dict[HtmlElement, set[str]] = {}
    for one in entries:
        for element in upwards(one.link):
            held.setdefault(element, set()).add(one.text)
    names = held.get(body, set())
    holders = [element for element, texts in held.items() if texts == names and element is not body]
    within = {above for element in holders for above in element.iterancestors()}
    return next((element for element in holders if element not in within), None)


def _whole(group: HtmlElement) -> HtmlElement:
    """The list of groups that a group of entries is one of: "Our priorities" in a list of steps."""
    entry = next(group.iterancestors("li"), None)
    groups = entry.getparent() if entry is not None else None
    if groups is None or sum(_holds_list(one) for one in groups) < MIN_GROUPS:
        return group
    return groups


def _holds_list(entry: HtmlElement) -> bool:
    return next(entry.iter("ol", "ul"), None) is not None
