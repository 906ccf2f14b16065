"""Follows sitemap indexes: a watched index names what all the sitemaps below it name."""

from collections import deque
from dataclasses import replace

from pipeline.records import Source
from pipeline.web.faults import FetchFault
from pipeline.web.links import MAX_LINKS, PageRead
from pipeline.web.visit import ReadPage

MAX_SITEMAPS = 50  # below one index; indexes of councils name one to twenty


def with_sitemaps(page: PageRead, source: Source, read: ReadPage) -> PageRead:
    """A watched sitemap index with the links of all sitemaps below it.

    Args:
        page: The page as read; one that names no sitemaps stays as it is.
        source: Where it is watched.
        read: Asks for another page of that source.

    Returns:
        The page with ``left_out`` where some could not be read or are more than are followed.
    """
    if not page.sitemaps:
        return page
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
        below = read(address)
        if isinstance(below, FetchFault):
            left_out = f"{address}: {below.message}"
            continue
        links |= {link.address: link for link in below.links}
        left_out = below.left_out or left_out
        ahead += below.sitemaps
    return replace(page, links=tuple(links.values()), left_out=left_out)
