"""Reads from a page what discovery needs: its title, links and a hash of its text.

Runs in a worker process, since pages are not trusted. Knows pages, feeds and sitemaps, not plans.
"""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from extractors.blocks import Block, Document, Link, Table
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML, read, sniff
from pipeline.web.feeds import Listing, is_listing, read_listing, unpacked

MAX_LINKS = 50_000  # of one page; a sitemap may name so many (sitemaps.org), a page none so many
MISSING_RE = re.compile(
    r"\b(?:404|page|document|file|content|item)?\b.{0,30}\b(?:not found|no longer (?:exists?|"
    r"available)|(?:can(?:no|')t|could not|couldn't) (?:be )?f(?:ind|ound)|does not exist)\b",
    re.IGNORECASE,
)
WALL_RE = re.compile(
    r"\b(?:just a moment|access denied|attention required|verify (?:that )?you are (?:a )?human|"
    r"checking your browser|request (?:rejected|unsuccessful)|sign in|log ?in required)\b",
    re.IGNORECASE,
)
MAX_HEAD_WORDS = 15  # words; a longer line tells a story and no status
MAX_NOTICE_WORDS = 250  # words; a page that says "not found" says little else


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page says of itself and where it leads.

    Attributes:
        title: As printed; "" where it has none.
        links: Text and absolute address, contents list first; each address once.
        contents: The same of the contents list alone; () where the page belongs to no set.
        neighbours: The page before it and the page after it, where it says so.
        address: Where the page itself says that it stands; "" where it does not.
        text_hash: Of the text alone, so that what changes at each visit in the code behind a
            page makes no new edition. "" for feeds and sitemaps.
        words: In the text.
        opening: Its first words, and what stands around them, to tell its area by.
        left_out: Why not all that it names is in ``links``; "" where all is.
        sitemaps: Absolute addresses of the sitemaps that a sitemap index names.
        sign: "soft_404" or "blocked" where it only says that there is nothing, or nothing for us.
    """

    title: str
    links: tuple[Link, ...]
    text_hash: str = ""
    words: int = 0
    opening: str = ""
    left_out: str = ""
    sitemaps: tuple[str, ...] = ()
    sign: str = ""
    contents: tuple[Link, ...] = ()
    neighbours: tuple[Link | None, Link | None] = (None, None)
    address: str = ""


def read_page(data: bytes, address: str, limits: Limits) -> PageRead:
    """Read a page, a feed or a sitemap: ``read_page(data, "https://mereshire.example/", limits)``.

    A sitemap may be packed by gzip.

    Raises:
        UnreadableDocument: It is none of them, or holds nothing.
    """
    data = unpacked(data)
    if is_listing(data) and sniff(data) != HTML:
        return _listed(read_listing(data), address)
    if sniff(data) != HTML:
        raise UnreadableDocument("unknown_format", "it is neither a page, a feed nor a sitemap")
    document = read(data, "page.html", limits)
    texts = [_text_of(block) for block in document.blocks]
    words = sum(len(text.split()) for text in texts)
    title = document.title or ""
    return PageRead(
        title=title,
        links=_links(document.links, address),
        left_out=_left_out(document.links),
        text_hash=hashlib.sha256("\n".join(texts).encode("utf-8", "replace")).hexdigest(),
        words=words,
        opening=_opening(document, texts),
        sign=_sign(title, texts, words),
        contents=_links(document.contents, address),
        neighbours=_neighbours(document, address),
        address=document.address or "",
    )


def _neighbours(document: Document, address: str) -> tuple[Link | None, Link | None]:
    before, after = (_links([one] if one else [], address) for one in document.neighbours)
    return next(iter(before), None), next(iter(after), None)


def _listed(listing: Listing, address: str) -> PageRead:
    below = _links([Link("", target) for target in listing.sitemaps], address)
    return PageRead(
        title="",
        links=_links(listing.links, address),
        left_out=_left_out(listing.links),
        sitemaps=tuple(link.address for link in below),
    )


def _left_out(links: Collection[Link]) -> str:
    return f"it names more than {MAX_LINKS} addresses" if len(links) > MAX_LINKS else ""


def _text_of(block: Block) -> str:
    return "\t".join(cell.text for cell in block.cells) if isinstance(block, Table) else block.text


def _opening(document: Document, texts: Iterable[str]) -> str:
    return "\n".join((*document.furniture, document.author or "", *texts))[:3_000]


def _sign(title: str, texts: list[str], words: int) -> str:
    """A short page whose title or first line says so stands for no document."""
    if words > MAX_NOTICE_WORDS:
        return ""
    heads = [head for head in (title, *texts[:2]) if len(head.split()) <= MAX_HEAD_WORDS]
    if any(WALL_RE.search(head) for head in heads):
        return "blocked"
    return "soft_404" if any(MISSING_RE.search(head) for head in heads) else ""


def _links(found: Iterable[Link], address: str) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    for link in found:
        try:
            target = urldefrag(urljoin(address, link.address)).url
        except ValueError:
            continue
        if target.startswith(("http://", "https://")) and target not in links:
            links[target] = Link(link.text, target)
            if len(links) == MAX_LINKS:
                break
    return tuple(links.values())
