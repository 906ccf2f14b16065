"""How the editions of a document follow one another: which one to use, which are superseded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.records import Edition
from pipeline.web.facts import NO_FACTS, WebFacts


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
