"""Reads feeds (RSS, Atom) and sitemaps: the addresses that they name, and sitemaps below them.

Runs in a worker process, since what sites send is not trusted. Knows XML and no plans.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from extractors.blocks import Link
from extractors.errors import UnreadableDocument

FEED_RE = re.compile(rb"<(?:[\w-]+:)?(?:urlset|sitemapindex|rss|feed|RDF)[\s>]", re.IGNORECASE)
FEED_START = 2_000  # bytes within which a feed or sitemap says that it is one
GZIP = b"\x1f\x8b\x08"  # a sitemap may be a packed file; what HTTP packs is unpacked before
GZIP_ONLY = 31  # zlib's window bits: a header of gzip is expected
MAX_UNPACKED = 50_000_000  # bytes of a packed sitemap; sitemaps.org allows 50 MB
OTHER_RELATIONS = frozenset({"self", "edit", "replies", "hub", "next", "prev", "previous", "first"})
"""Links of an Atom entry that lead to the feed itself or to answers to it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or a sitemap names.

    Attributes:
        links: Entries with their titles; addresses of a sitemap without.
        sitemaps: The sitemaps that a sitemap index names.
    """

    links: tuple[Link, ...]
    sitemaps: tuple[str, ...] = ()


def unpacked(data: bytes) -> bytes:
    """The bytes of a file packed by gzip; others as they are.

    Raises:
        UnreadableDocument: It unpacks to more than ``MAX_UNPACKED``, or is damaged.
    """
    if not data.startswith(GZIP):
        return data
    unpacker = zlib.decompressobj(GZIP_ONLY)
    try:
        plain = unpacker.decompress(data, MAX_UNPACKED)
    except zlib.error:
        raise UnreadableDocument("damaged", "The packed file cannot be unpacked.") from None
    if unpacker.unconsumed_tail:
        most = MAX_UNPACKED // 1_000_000
        raise UnreadableDocument("unpacked_size", f"The packed file has more than {most} MB.")
    if not unpacker.eof:
        raise UnreadableDocument("damaged", "The packed file was cut short.")
    return plain


def is_listing(data: bytes) -> bool:
    """The bytes are a feed or a sitemap."""
    return FEED_RE.search(data[:FEED_START]) is not None


def read_listing(data: bytes) -> Listing:
    """Read a feed or a sitemap.

    Raises:
        UnreadableDocument: It is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise UnreadableDocument("damaged", "The feed or sitemap is no XML.")
    links = [link for entry in root.iter("{*}item", "{*}entry", "{*}url") for link in _links(entry)]
    below = [
        text for line in root.iter("{*}sitemap") for text in _texts(line.iterchildren("{*}loc"))
    ]
    return Listing(tuple(links), tuple(below))


def _links(entry: "etree._Element") -> Iterator[Link]:
    title = " ".join((entry.findtext("{*}title") or "").split())
    places = [
        place
        for place in entry.iterchildren("{*}link", "{*}loc")
        if place.get("rel", "") not in OTHER_RELATIONS
    ]
    for target in _texts(places):
        yield Link(title, target)


def _texts(places: Iterable["etree._Element"]) -> Iterator[str]:
    for place in places:
        target = (place.get("href") or place.text or "").strip()
        if target:
            yield target
