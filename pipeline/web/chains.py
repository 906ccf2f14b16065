"""Follows the pagers of a watched page: a set of pages without a contents list is named whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.blocks import Link
from pipeline.discover.chains import are_one_work
from pipeline.discover.sets import MIN_PAGES, key_of
from pipeline.records import Source
from pipeline.web.client import WebClient
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead
from pipeline.web.visit import PageReader, Visit, visit_all

MAX_PARTS = 60  # pages either way; the longest of 34 sets has ten
BEFORE, AFTER = 0, 1


def follow_pagers(
    client: WebClient,
    reader: PageReader,
    sources: Sequence[Source],
    pages: Mapping[str, PageRead | FetchFault],
) -> dict[str, PageRead | FetchFault]:
    """Read the pages before and after each watched page of a set that has no contents list.

    Args:
        client: Asks for them, politely.
        reader: Reads them in worker processes.
        sources: That are due.
        pages: The watched pages as read, by address.

    Returns:
        Those watched pages, with the pages of their set in order as ``contents``; not those whose
        pagers lead to other works. A page that could not be read ends the set; it is named, so that
        its visit tells why.
    """
    found: dict[str, PageRead | FetchFault] = {}
    for source in sources:
        page = pages.get(source.address)
        if source.kind != "page_set" or not isinstance(page, PageRead):
            continue
        if len(page.contents) < MIN_PAGES and any(page.neighbours):
            before = _walk(client, reader, source, page, BEFORE)
            after = _walk(client, reader, source, page, AFTER)
            chain = (*reversed(before), Link(page.title, source.address), *after)
            if are_one_work(link.text for link in chain):
                found[source.address] = replace(page, contents=chain)
    return found


def _walk(
    client: WebClient, reader: PageReader, source: Source, page: PageRead, way: int
) -> list[Link]:
    """The pages that follow one another one way, without the first; none is asked for twice."""
    links: list[Link] = []
    asked = {key_of(source.address, whole=True)}
    step = page.neighbours[way]
    while step is not None and len(links) < MAX_PARTS:
        key = key_of(step.address, whole=True)
        if key in asked:
            break
        asked.add(key)
        (reply,) = visit_all(client, [Visit(step.address, ca_bundle=source.ca_bundle)]).values()
        read = reply if isinstance(reply, FetchFault) else reader.read({step.address: reply})
        below = read if isinstance(read, FetchFault) else read[step.address]
        if isinstance(below, FetchFault):
            links.append(step)
            break
        links.append(Link(below.title or step.text, step.address))
        step = below.neighbours[way]
    return links
