"""Sets of saved pages without a contents list: each leads to the page before it and the one after.

News and minutes have such pagers too; a set is told by pages that only parts of a work are called,
or that all have the title of one work.
Knows saved pages, not how they are read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractors.readers.web.page.parts import MIN_NAMED, names_part, names_work
from pipeline.discover.saved_pages import SavedPage, SavedSet
from pipeline.discover.sets import key_of

MIN_CHAIN = 3  # pages that are saved; two that lead to one another may be anything


def chains_among(pages: Sequence[SavedPage]) -> list[SavedSet]:
    """The sets that pagers alone hold together, in their order.

    A page that was not saved has a place where both its neighbours name it, or the last page does.
    """
    page_of = {key: page for page in pages for key in page.keys}
    after = _links(pages, page_of)
    links = (link for page in pages for link in page.neighbours if link is not None)
    called = {_key(link.address, page_of): link.text for link in links if link.text}
    starts = after.keys() - after.values()
    chains = (_walk(key, after) for key in after if key in starts)
    found = (_set_of(chain, page_of, called) for chain in chains)
    return [one for one in found if one is not None]


def are_one_work(titles: Iterable[str], called: Iterable[str] = ()) -> bool:
    """Whether pages that lead to one another are one work, by their titles and what links say.

    ``["Foreword", "Warm homes", "Appendix A"]``; or all are "Harbour plan 2026".
    """
    own = set(titles)
    is_one = len(own) == 1 and all(map(names_work, own))
    return is_one or sum(map(names_part, own | set(called))) >= MIN_NAMED


def _links(pages: Sequence[SavedPage], page_of: Mapping[str, SavedPage]) -> dict[str, str]:
    """Which page comes after which, by key; what two pages say otherwise is left out."""
    after: dict[str, set[str]] = {}
    for page in pages:
        here, (before, later) = page.keys[0], page.neighbours
        if later is not None:
            after.setdefault(here, set()).add(_key(later.address, page_of))
        if before is not None:
            after.setdefault(_key(before.address, page_of), set()).add(here)
    single = {key: next(iter(later)) for key, later in after.items() if len(later) == 1}
    named = Counter(single.values())
    return {key: later for key, later in single.items() if named[later] == 1}


def _key(address: str, page_of: Mapping[str, SavedPage]) -> str:
    """The first key of the page at an address, under whichever of its names; else the address's."""
    key = key_of(address, whole=True)
    return page_of[key].keys[0] if key in page_of else key


def _walk(start: str, after: Mapping[str, str]) -> list[str]:
    """The pages from a first one on: no page leads to it, and none has two before it."""
    chain = [start]
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    return chain


def _set_of(
    chain: Sequence[str], page_of: Mapping[str, SavedPage], called: Mapping[str, str]
) -> SavedSet | None:
    """The set of a chain, where its pages are called as one work or its parts are; else None.

    ``called`` is what links call the pages, by key.
    """
    held = {key: page_of[key] for key in chain if key in page_of}
    titles = [page.title for page in held.values()]
    if len(held) < MIN_CHAIN or not are_one_work(titles, (called.get(key, "") for key in chain)):
        return None
    places = {held[key].origin: n for n, key in enumerate(chain, 1) if key in held}
    missing = [called.get(key, key) for key in chain if key not in held]
    return SavedSet(places, tuple(missing))
