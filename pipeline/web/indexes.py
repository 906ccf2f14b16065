"""Follows sitemap indexes: a watched index names what all the sitemaps below it name."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records import Source
from pipeline.web.client import WebClient
from pipeline.web.faults import FetchFault
from pipeline.web.links import MAX_LINKS, PageRead
from pipeline.web.visit import PageReader, Visit, visit_all

MAX_SITEMAPS = 50  # below one index; indexes of councils name one to twenty


def follow_indexes(
    client: WebClient,
    reader: PageReader,
    sources: Sequence[Source],
    pages: Mapping[str, PageRead | FetchFault],
) -> dict[str, PageRead | FetchFault]:
    """Read the sitemaps that watched sitemap indexes name.

    Args:
        client: Asks for them, politely.
        reader: Reads them in worker processes.
        sources: That are due.
        pages: The watched pages as read, by address.

    Returns:
        The pages that are indexes, with the links of all sitemaps below them and ``left_out``
        where some could not be read or are more than are followed.
    """
    found: dict[str, PageRead | FetchFault] = {}
    for source in sources:
        page = pages.get(source.address)
        if isinstance(page, PageRead) and page.sitemaps:
            found[source.address] = _followed(client, reader, source, page)
    return found


def _followed(client: WebClient, reader: PageReader, source: Source, page: PageRead) -> PageRead:
    links = {link.address: link for link in page.links}
    asked = {source.address}
    ahead = deque(page.sitemaps)
    left_out = page.left_out
    while ahead:
        address = ahead.popleft()
        if address in asked:
            continue
        if len(asked) > MAX_SITEMAPS or len(links) >= MAX_LINKS:
            left_out = f"it names more than {MAX_SITEMAPS} sitemaps or {MAX_LINKS} addresses"
            break
        asked.add(address)
        below = _read(client, reader, address, source.ca_bundle)
        if isinstance(below, FetchFault):
            left_out = f"{address}: {below.message}"
            continue
        links |= {link.address: link for link in below.links}
        left_out = below.left_out or left_out
        ahead += below.sitemaps
    return replace(page, links=tuple(links.values()), left_out=left_out)


def _read(
    client: WebClient, reader: PageReader, address: str, bundle: str
) -> PageRead | FetchFault:
    (reply,) = visit_all(client, [Visit(address, ca_bundle=bundle)]).values()
    return reply if isinstance(reply, FetchFault) else reader.read({address: reply})[address]
