"""Pages that a person saved: which of them are one document, under one contents list.

The pages of a set name one another, by their addresses, by the names of the saved files, or by the
entries of the contents list that they all print; sets without a list are told by their pagers
(``chains``). Pages are not trusted: ``read_saved`` runs in a worker process. Knows pages and their
contents lists, not plans.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from extractors.blocks import Link
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.web.page.parts import MOST_ENTRIES
from pipeline.discover.chains import chains_among
from pipeline.discover.saved_pages import NOWHERE, SavedPage, SavedSet
from pipeline.discover.sets import MIN_PAGES, key_of, listed_pages
from pipeline.web.links import read_page

ALIKE = 0.5  # share of the entries of two contents lists that are the same


@dataclass(slots=True)
class _Group:
    """Pages with one contents list, and its entries, of which a page may leave out its own.

    ``texts`` are the entries of the first page by what they say, in small letters.
    """

    texts: Mapping[str, Link]
    entries: list[Link] = field(default_factory=list)
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
    groups = _groups(pages)
    keys = {page.at: page.keys for page in pages}
    places = [_places(group, pages, keys) for group in groups]
    found: list[SavedSet] = []
    left = {page.origin: page for page in pages}
    for group, held in sorted(zip(groups, places, strict=True), key=_size, reverse=True):
        one = _set_of(group, {at: place for at, place in held.items() if at in left}, left)
        if one is not None:
            found.append(one)
            left = {at: page for at, page in left.items() if at not in one.places}
    return [*found, *chains_among(list(left.values()))]


def _size(one: tuple[_Group, Mapping[str, int]]) -> int:
    return len(one[1])


def _groups(pages: Iterable[SavedPage]) -> list[_Group]:
    """The pages that print a contents list, by list; each goes with the first that is like its own.

    Lists are compared where they share an entry: a folder may hold a thousand lists.
    """
    groups: list[_Group] = []
    with_text: dict[str, list[int]] = {}
    for page in pages:
        if len(page.contents) < MIN_PAGES:
            continue
        texts = {link.text.casefold(): link for link in page.contents}
        shared = Counter(place for text in texts for place in with_text.get(text, ()))
        likely = (groups[place] for place in sorted(shared) if shared[place] >= ALIKE * len(texts))
        group = next((one for one in likely if _are_alike(one, page, texts)), None)
        if group is None:
            group = _Group(texts)
            for text in texts:
                with_text.setdefault(text, []).append(len(groups))
            groups.append(group)
        group.entries = _merged(group.entries, _entries(page))
        group.pages.append(page)
    return groups


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
    merged, before = list(entries), ""
    texts = [link.text.casefold() for link in merged]
    known = set(texts)
    for link in more:
        text = link.text.casefold()
        if text not in known and len(merged) < MOST_ENTRIES:
            place = texts.index(before) + 1 if before in known else 0
            merged.insert(place, link)
            texts.insert(place, text)
            known.add(text)
        before = text
    return merged


def _are_alike(group: _Group, page: SavedPage, texts: Mapping[str, Link]) -> bool:
    """Whether a page prints a group's contents list, and its entries lead to the same pages."""
    shared = group.texts.keys() & texts.keys()
    if len(shared) < ALIKE * len(group.texts.keys() | texts.keys()):
        return False
    own = (group.pages[0].own, page.own)
    both = [(group.texts[text], texts[text]) for text in shared]
    told = [(a, b) for a, b in both if a not in own and b not in own]
    same = sum(key_of(a.address, whole=True) == key_of(b.address, whole=True) for a, b in told)
    return same >= ALIKE * len(told)


def _set_of(
    group: _Group, places: Mapping[str, int], left: Mapping[str, SavedPage]
) -> SavedSet | None:
    """The set of a group's list: the pages that it names, below the one that alone holds it.

    Args:
        group: Of pages with one list.
        places: Of those of its pages that are of no other set, by ``origin``.
        left: All such pages.
    """
    roots = [one.origin for one in group.pages if one.origin in left and one.origin not in places]
    held = set(places.values())
    missing = [link.text for n, link in enumerate(group.entries, 1) if n not in held]
    if len(places) < MIN_PAGES:
        return None
    if len(roots) == 1:
        places = {roots[0]: 1} | {origin: n + 1 for origin, n in places.items()}
    return SavedSet(places, tuple(missing))


def _places(
    group: _Group, pages: Iterable[SavedPage], keys: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The place in a group's list of each of its pages, and of those that it names alone.

    ``keys`` are those of each page, by ``at``.
    """
    by_key = {key_of(link.address, whole=True): n for n, link in enumerate(group.entries, 1)}
    by_text = {link.text.casefold(): n for n, link in enumerate(group.entries, 1)}
    members = {page.at for page in group.pages}
    places: dict[str, int] = {}
    for page in pages:
        place = None
        if page.at in members:  # a list that leaves out its page may name it on another
            own = page.own
            place = by_text.get((own.text if own is not None else page.title).casefold())
        if place is None:
            place = next((by_key[key] for key in keys[page.at] if key in by_key), None)
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
