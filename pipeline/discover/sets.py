"""A document published as a set of web pages: which pages, in the order of its contents list."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from extractors.blocks import Link
from extractors.readers.web.page.parts import names_part
from pipeline.discover import is_file
from pipeline.web.links import PageRead

MIN_PAGES = 2  # pages below the watched one that make it the root of a set
MOST = 0.7  # share of a list's pages that lie in one folder; what lies elsewhere is of no set
INDEX_RE = re.compile(r"/(?:index|default)\.[a-z]{3,5}$", re.IGNORECASE)  # of a folder's own page
DEEP = 2  # slashes of a folder below the site's own: "mereshire.example/plan/"
OWN_TEXT_WORDS = 150  # words; a root with fewer is a list of its pages and no page of the plan


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a set: ``Part("https://…/foreword", 1, "Foreword")``; parts count from 1."""

    address: str
    part: int
    title: str


def pages_of_set(page: PageRead, address: str, known: Mapping[str, int]) -> list[Part]:
    """List the pages of a set from its contents list.

    A list that names the page itself is the set's, wherever its pages lie; else the pages in the
    folder below the watched one are, in the order in which they are named, or those beside it.

    Args:
        page: The watched page: the root of the set, or any page of it.
        address: Where it was found.
        known: Parts that pages have already; they keep them for good, so that a page that is put
            between two others renumbers none.

    Returns:
        The pages in the order of the contents list.
    """
    listed = listed_pages(page.contents, address)
    below = _folder(address)
    titles = {link.address: link.text for link in page.links if _is_in(link.address, below)}
    if len(listed) >= MIN_PAGES and address in listed:
        return _numbered(listed, known)
    if len(titles) >= MIN_PAGES:
        entries = {address: page.title} if page.words >= OWN_TEXT_WORDS else {}
        return _numbered(entries | titles, known)
    if len(listed) >= MIN_PAGES:
        return _numbered(listed, known)
    beside = _folder(address.rstrip("/").rpartition("/")[0])
    titles = {link.address: link.text for link in page.links if _is_in(link.address, beside)}
    entries = {} if key_of(address) in map(key_of, titles) else {address: page.title}
    return _numbered(entries | titles, known)


def listed_pages(contents: Iterable[Link], address: str) -> dict[str, str]:
    """The pages that a contents list names, address to title, without files and other works.

    ``address`` is where the list stands: its pages are of the same site.
    """
    return _without_strangers(
        {link.address: link.text for link in contents if _is_page(link.address, address)}
    )


def key_of(address: str, *, whole: bool = False) -> str:
    """The same for ways to write one page: with www, a slash, "index.html" or a query, or without.

    With ``whole`` the query tells pages apart: ``"mereshire.example/plan?chapter=2"``.
    """
    parts = urlsplit(address)
    key = f"{_host(parts.netloc)}{INDEX_RE.sub('', parts.path.rstrip('/'))}"
    return f"{key}?{parts.query}" if whole else key


def _without_strangers(listed: Mapping[str, str]) -> dict[str, str]:
    """The pages of a list without those that lie elsewhere than most: "Contact us".

    Where the pages lie in several folders, or most of them beside the site's own, all are kept.
    """
    folders = Counter(_folder(address.rstrip("/").rpartition("/")[0]) for address in listed)
    common, times = next(iter(folders.most_common(1)), ("", 0))
    if times < MOST * len(listed) or not _is_deep(common):
        return dict(listed)
    return {
        at: text
        for at, text in listed.items()
        if _folder(at).startswith(common)
        or (_is_deep(_folder(at)) and common.startswith(_folder(at)))
        or names_part(text)
    }


def _is_deep(folder: str) -> bool:
    """Whether a folder lies below the site's own: the root of a set lies above its pages."""
    return folder.count("/") >= DEEP


def _is_page(address: str, other: str) -> bool:
    """A page of the same site as another, and no file."""
    hosts = {_host(urlsplit(one).netloc) for one in (address, other)}
    return len(hosts) == 1 and not is_file(address)


def _numbered(titles: Mapping[str, str], known: Mapping[str, int]) -> list[Part]:
    by_query = len(titles) > 1 and len(set(map(key_of, titles))) == 1  # "?chapter=2"
    taken = {key_of(address, whole=by_query): part for address, part in known.items()}
    unique: dict[str, str] = {}
    for address in titles:
        unique.setdefault(key_of(address, whole=by_query), address)
    parts = []
    for place, (key, address) in enumerate(unique.items(), start=1):
        number = taken.get(key)
        if number is None:
            number = place if place not in taken.values() else max(taken.values()) + 1
            taken[key] = number
        parts.append(Part(address, number, titles[address]))
    return parts


def _folder(address: str) -> str:
    """Host and path of what lies below a page: ``"mereshire.example/plans/strategy/"``."""
    parts = urlsplit(address)
    return f"{_host(parts.netloc)}{parts.path.rstrip('/')}/"


def _is_in(address: str, folder: str) -> bool:
    """A page that lies directly in a folder; files and what lies deeper do not."""
    rest = key_of(address).removeprefix(folder)
    return rest != key_of(address) and bool(rest) and "/" not in rest and not is_file(address)


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")
