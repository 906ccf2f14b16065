"""Pages that a person saved: which of them are one document, under one contents list.

The pages of a set name one another, by their addresses, by the names of the saved files, or by the
entries of the contents list that they all print; sets without a list are told by their pagers
(``chains``). Pages are not trusted: ``read_saved`` runs in a worker process. Knows pages and their
contents lists, not plans.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from extractors.blocks import Link
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from pipeline.discover.chains import chains_among
from pipeline.discover.saved_pages import NOWHERE, SavedPage, SavedSet
from pipeline.discover.sets import MIN_PAGES, key_of, listed_pages
from pipeline.web.links import read_page

ALIKE = 0.5  # share of the entries of two contents lists that are the same


@dataclass(slots=True)
class _Group:
    """Pages with one contents list, and its entries, of which a page may leave out its own."""

    entries: list[Link]
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
    return SavedPage(at, origin, page.address, page.title, page.contents, page.neighbours)


def sets_among(pages: Sequence[SavedPage]) -> list[SavedSet]:
    """The sets among saved pages, each with the place of its pages in its contents list.

    A page that holds the list and is not named in it is the first of its set, where it is the only
    one. A page that no list names and no pager leads to is of no set.
    """
    groups: list[_Group] = []
    for page in pages:
        if len(page.contents) < MIN_PAGES:
            continue
        group = next((one for one in groups if _are_alike(one.pages[0], page)), None)
        if group is None:
            group = _Group([])
            groups.append(group)
        group.entries = _merged(group.entries, _entries(page))
        group.pages.append(page)
    found: list[SavedSet] = []
    left = list(pages)
    for group in sorted(groups, key=lambda one: len(_places(one, pages)), reverse=True):
        one = _set_of(group, left)
        if one is not None:
            found.append(one)
            left = [page for page in left if page.origin not in one.places]
    return [*found, *chains_among(left)]


def _entries(page: SavedPage) -> list[Link]:
    """The entries of a page's list that are pages, each once, without those of other works."""
    own = page.own
    others = (link.address for link in page.contents if link != own)
    listed = listed_pages(page.contents, page.address or next(others, page.at))
    kept = [link for link in page.contents if link.address in listed or link == own]
    return list({key_of(link.address, whole=True): link for link in kept}.values())


def _merged(entries: Sequence[Link], more: Iterable[Link]) -> list[Link]:
    """The entries of a list with what another page's print of it names more, at its place.

    Each page of "More in this strategy" leaves out itself.
    """
    merged, place = list(entries), 0
    texts = [link.text.casefold() for link in merged]
    for link in more:
        text = link.text.casefold()
        if text not in texts:
            merged.insert(place, link)
            texts.insert(place, text)
        place = texts.index(text) + 1
    return merged


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


def _set_of(group: _Group, pages: Sequence[SavedPage]) -> SavedSet | None:
    """The set of a group's list: the pages that it names, below the one that alone holds it."""
    places = _places(group, pages)
    roots = [page for page in group.pages if page in pages and page.origin not in places]
    held = set(places.values())
    missing = [link.text for n, link in enumerate(group.entries, 1) if n not in held]
    if len(places) < MIN_PAGES:
        return None
    if len(roots) == 1:
        places = {roots[0].origin: 1} | {origin: n + 1 for origin, n in places.items()}
    return SavedSet(places, tuple(missing))


def _places(group: _Group, pages: Sequence[SavedPage]) -> dict[str, int]:
    """The place in a group's list of each of its pages, and of those that it names alone."""
    by_key = {key_of(link.address, whole=True): n for n, link in enumerate(group.entries, 1)}
    by_text = {link.text.casefold(): n for n, link in enumerate(group.entries, 1)}
    members = {page.at for page in group.pages}
    places: dict[str, int] = {}
    for page in pages:
        own, place = page.own, None
        if page.at in members:  # a list that leaves out its page may name it on another
            place = by_text.get((own.text if own is not None else page.title).casefold())
        if place is None:
            place = next((by_key[key] for key in page.keys if key in by_key), None)
        if place is not None:
            places[page.origin] = place
    return places


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
