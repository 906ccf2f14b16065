"""Pages that a person saved: which of them are one document, under one contents list.

The pages of a set name one another, by their addresses, by the names of the saved files, or by the
entries of the contents list that they all print. Pages are not trusted: ``read_saved`` runs in a
worker process. Knows pages and their contents lists, not plans.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from extractors.blocks import Link
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from pipeline.discover.sets import MIN_PAGES, key_of, listed_pages
from pipeline.web.links import read_page

NOWHERE = "https://saved.invalid/"  # where a saved page stands in for the web (RFC 2606)
ALIKE = 0.5  # share of the entries of two contents lists that are the same


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved page says of the set that it is one of.

    Attributes:
        at: Where its file stands in for the web: ``"https://saved.invalid/plan/homes.html"``.
        origin: Path of the file below the folder: ``"plan/homes.html"``.
        address: The address that it gives for itself; "" for none.
        title: As printed.
        contents: The pages that its contents list names, in order; () where it has none.
    """

    at: str
    origin: str
    address: str
    title: str
    contents: tuple[Link, ...]

    @property
    def own(self) -> Link | None:
        """Its own entry in its contents list; None where it has none."""
        keys, title = {key_of(self.at), key_of(self.address)}, self.title.casefold()
        here = (link for link in self.contents if key_of(link.address) in keys)
        named = (link for link in self.contents if link.text.casefold() == title)
        return next(here, None) or next(named, None)


@dataclass(slots=True)
class _Group:
    """Pages with one contents list, which is that of the first."""

    entries: Sequence[Link]
    pages: list[SavedPage] = field(default_factory=list)


def read_saved(files: Sequence[tuple[Path, str]], limits: Limits) -> list[SavedPage]:
    """Read saved pages; those that cannot be read are left out, extraction tells why.

    Args:
        files: Each with its path below the folder: ``"plan/homes.html"``.
        limits: What reading may cost.
    """
    return [page for path, origin in files if (page := _read(path, origin, limits)) is not None]


def _read(path: Path, origin: str, limits: Limits) -> SavedPage | None:
    at = f"{NOWHERE}{quote(origin)}"
    try:
        page = read_page(path.read_bytes(), at, limits)
    except (UnreadableDocument, OSError):
        return None
    return SavedPage(at, origin, page.address, page.title, page.contents)


def sets_among(pages: Sequence[SavedPage]) -> list[dict[str, int]]:
    """The sets among saved pages: for each, place in the contents list by ``origin``, from 1.

    ``[{"plan/foreword.html": 1, "plan/homes.html": 3}]``: a place that no page has was not saved. A
    page that its list does not name is of no set, and neither is a page without a list that none
    names.
    """
    groups: list[_Group] = []
    for page in pages:
        if len(page.contents) < MIN_PAGES or page.own is None:
            continue
        group = next((one for one in groups if _are_alike(one.pages[0], page)), None)
        if group is None:
            group = _Group(_entries(page))
            groups.append(group)
        group.pages.append(page)
    found = [_places(group, pages) for group in groups]
    return [places for places in found if len(places) >= MIN_PAGES]


def _entries(page: SavedPage) -> list[Link]:
    """The entries of a page's list that are pages, each once, without those of other works."""
    own = page.own
    others = (link.address for link in page.contents if link != own)
    listed = listed_pages(page.contents, page.address or next(others, page.at))
    kept = [link for link in page.contents if link.address in listed or link == own]
    return list({key_of(link.address, whole=True): link for link in kept}.values())


def _are_alike(one: SavedPage, other: SavedPage) -> bool:
    """Whether two pages print one contents list, and its entries lead to the same pages."""
    first, second = ({link.text.casefold(): link for link in p.contents} for p in (one, other))
    shared = first.keys() & second.keys()
    if len(shared) < ALIKE * len(first.keys() | second.keys()):
        return False
    own = (one.own, other.own)
    both = [(first[text], second[text]) for text in shared]
    told = [(a, b) for a, b in both if a not in own and b not in own]
    same = sum(key_of(a.address, whole=True) == key_of(b.address, whole=True) for a, b in told)
    return same >= ALIKE * len(told)


def _places(group: _Group, pages: Sequence[SavedPage]) -> dict[str, int]:
    """The place in a group's list of each of its pages, and of those that it names alone."""
    by_key = {key_of(link.address, whole=True): n for n, link in enumerate(group.entries, 1)}
    by_text = {link.text.casefold(): n for n, link in enumerate(group.entries, 1)}
    members = {page.at for page in group.pages}
    places: dict[str, int] = {}
    for page in pages:
        own = page.own if page.at in members else None
        place = by_text.get(own.text.casefold()) if own is not None else None
        if place is None:
            place = next((by_key[key] for key in _keys(page) if key in by_key), None)
        if place is not None:
            places[page.origin] = place
    return places


def _keys(page: SavedPage) -> list[str]:
    """The ways in which a list may name a page: its address, its file, its file without ending."""
    path = PurePosixPath(urlsplit(page.at).path)
    bare = f"{NOWHERE.rstrip('/')}{path.with_suffix('')}"
    named = (page.address, page.at, bare) if page.address else (page.at, bare)
    return [key_of(address, whole=True) for address in named]


def folder_of(places: Mapping[str, int]) -> str:
    """The folder, below the one that was asked for, of all pages of a set: ``"bexley/plan"``.

    "" where they lie in the folder itself.
    """
    paths = [PurePosixPath(origin).parent.parts for origin in places]
    common: list[str] = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "/".join(common)
