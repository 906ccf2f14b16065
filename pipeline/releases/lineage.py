"""How the editions of a document follow one another: which one to use, which are superseded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.records import Edition
from pipeline.web.facts import NO_FACTS, WebFacts

MAX_DOCUMENT_LOSS = 0.30  # of a document's actions; the bound of the fault list, not measured by us
MIN_COUNTED = 10  # actions; below this a share says nothing, and only a loss of all is one


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an edition stands among those of its document.

    Attributes:
        current: The one to use of its document (or part).
        superseded: Newer bytes were published at its own address.
        supersedes: edition_id of the edition before it at its address; None for the first.
    """

    current: bool
    superseded: bool = False
    supersedes: str | None = None


def stand(
    editions: Iterable[Edition], actions: Mapping[str, int], web: WebFacts = NO_FACTS
) -> dict[str, Standing]:
    """Tell for each edition where it stands.

    Args:
        editions: All known editions.
        actions: edition_id to the number of actions read from it.
        web: Which addresses took the place of others, and which edition stands at each now,
            whatever the clock said when it was fetched.

    Returns:
        Standing by edition_id. At one address the newest fetch supersedes the others. A document
        published in several formats has several editions that supersede nothing; the one to use
        has most actions, then pages to point to, then the newest fetch.
    """
    works: dict[tuple[str, int | None], list[Edition]] = defaultdict(list)
    for edition in editions:
        works[edition.document_id, edition.part].append(edition)
    standings: dict[str, Standing] = {}
    for work in works.values():
        standings |= _stand_in_work(work, actions, web)
    return standings


def predecessors(
    editions: Iterable[Edition], standings: Mapping[str, Standing], actions: Mapping[str, int]
) -> dict[str, str]:
    """The edition that each one is to be compared with, by edition_id.

    As a rule that which it superseded. One that lost too much against what came before it and is
    followed by a whole one was held back: nobody has seen its rows, and nothing is new that only
    came back.
    """
    works: dict[tuple[str, int | None], list[Edition]] = defaultdict(list)
    for edition in editions:
        works[edition.document_id, edition.part].append(edition)
    pairs = {}
    for work in works.values():
        for edition in work:
            before = standings[edition.edition_id].supersedes
            while before is not None and _came_back(before, edition.edition_id, work, actions):
                before = standings[before].supersedes
            if before is not None:
                pairs[edition.edition_id] = before
    return pairs


def lost_too_much(before: int, now: int) -> bool:
    """So many of a document's actions are gone that a fault is likelier than a shorter plan."""
    many = before >= MIN_COUNTED and now < before * (1 - MAX_DOCUMENT_LOSS)
    return many or before > 0 == now


def _came_back(old: str, new: str, work: Sequence[Edition], actions: Mapping[str, int]) -> bool:
    """An edition gave far less than one fetched before it, and than the one after it."""
    fetched = next(edition.fetched_at for edition in work if edition.edition_id == old)
    earlier = [edition.edition_id for edition in work if edition.fetched_at < fetched]
    had = max((actions.get(name, 0) for name in earlier), default=0)
    has = actions.get(old, 0)
    return lost_too_much(had, has) and lost_too_much(actions.get(new, 0), has)


def _stand_in_work(
    work: list[Edition], actions: Mapping[str, int], web: WebFacts
) -> dict[str, Standing]:
    lines: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(work, key=lambda e: _order(e, web)):
        lines[_address(edition, web)].append(edition)
    live = [line[-1] for line in lines.values()]
    best = max(live, key=lambda edition: _preference(edition, actions))
    standings = {}
    for line in lines.values():
        before: str | None = None
        for edition in line:
            superseded = edition is not line[-1]
            standings[edition.edition_id] = Standing(edition is best, superseded, before)
            before = edition.edition_id
    return standings


def _address(edition: Edition, web: WebFacts) -> str:
    """Where the edition stands, or stood last."""
    return web.moves.get(edition.origin, edition.origin)


def _order(edition: Edition, web: WebFacts) -> tuple[bool, datetime, str]:
    """The edition that stands at the address comes last; before it, the order of fetches."""
    stands = web.stands.get(_address(edition, web)) == edition.edition_id
    return stands, edition.fetched_at, edition.edition_id


def _preference(edition: Edition, actions: Mapping[str, int]) -> tuple[int, bool, float, str]:
    has_pages = edition.media_type == "application/pdf"
    fetched = edition.fetched_at.timestamp()
    return (actions.get(edition.edition_id, 0), has_pages, fetched, edition.edition_id)
