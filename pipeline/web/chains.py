"""Follows the pagers of a watched page: a set of pages without a contents list is named whole."""

from dataclasses import replace

from extractors.blocks import Link
from pipeline.discover.chains import are_one_work
from pipeline.discover.sets import MIN_PAGES, key_of
from pipeline.records import Source
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead
from pipeline.web.visit import ReadPage

MAX_PARTS = 60  # pages either way; the longest of 34 sets has ten
BEFORE, AFTER = 0, 1


def with_chain(page: PageRead, source: Source, read: ReadPage) -> PageRead:
    """A watched page of a set that has no contents list, with the pages before and after it.

    Args:
        page: The page as read.
        source: Where it is watched, and as what.
        read: Asks for another page of that source.

    Returns:
        The page with those of its set in order as ``contents``; as it is where it is none of a
        set, or where its pagers lead to other works. A page that could not be read ends the set;
        it is named, so that its visit tells why.
    """
    listed = len(page.contents) >= MIN_PAGES
    if source.kind != "page_set" or listed or not any(page.neighbours):
        return page
    before = _walk(page, source.address, read, BEFORE)
    after = _walk(page, source.address, read, AFTER)
    chain = (*reversed(before), Link(page.title, source.address), *after)
    return replace(page, contents=chain) if are_one_work(link.text for link in chain) else page


def _walk(page: PageRead, address: str, read: ReadPage, way: int) -> list[Link]:
    """The pages that follow one another one way, without the first; none is asked for twice."""
    links: list[Link] = []
    asked = {key_of(address, whole=True)}
    step = page.neighbours[way]
    while step is not None and len(links) < MAX_PARTS:
        key = key_of(step.address, whole=True)
        if key in asked:
            break
        asked.add(key)
        below = read(step.address)
        if isinstance(below, FetchFault):
            links.append(step)
            break
        links.append(Link(below.title or step.text, step.address))
        step = below.neighbours[way]
    return links
