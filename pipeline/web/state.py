"""What is known of each watched page and document address, from night to night.

``DIR/state/addresses.json`` is a convenience: when it is lost or damaged it is made again from the
fetches that the raw store has noted. Knows states and days; fetches nothing.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from pipeline.schema import ProblemRow
from pipeline.store.raw_records import Fetch, Record, problem
from pipeline.web.reply import Validators
from pipeline.writing import write_whole

FILE = "addresses.json"
State = Literal["new", "live", "changed", "moved", "gone", "withdrawn", "blocked", "failed"]
Role = Literal["document", "page", "draft", "doubtful", "withdrawn", "ignored"]


@dataclass(frozen=True, slots=True)
class AddressState:
    """An address of a document.

    Attributes:
        address: As linked or as in the registry.
        source_id: Where it was found.
        document_id: The work.
        state: Of the last visit; "new" before the first one.
        role: "page" leads to documents; all but "document" and "page" are not fetched.
        edition_id: The bytes that stand there, or stood there last; None where we have none.
        part: Place in a set of pages.
        title: What the link said.
        reasons: Why the link was taken.
        moved_to: The address that took its place.
        etag, last_modified: What the site said of the bytes.
        text_hash: Of the text of a page, without the code behind it.
        checked_on: Day of the last visit.
        full_on: Day on which the bytes themselves came last; validators may lie.
        days_gone: Days of visits in a row on which it was gone.
        code, message: What is wrong, as in ``problems``; "" where nothing is.
    """

    address: str
    source_id: str
    document_id: str
    state: State = "new"
    role: Role = "document"
    edition_id: str | None = None
    part: int | None = None
    title: str = ""
    reasons: tuple[str, ...] = ()
    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    text_hash: str = ""
    checked_on: date | None = None
    full_on: date | None = None
    days_gone: int = 0
    code: str = ""
    message: str = ""

    @property
    def validators(self) -> Validators | None:
        """What to ask with; None where nothing is held or the site said nothing."""
        if self.edition_id is None or (self.etag, self.last_modified) == (None, None):
            return None
        return Validators(self.etag, self.last_modified)

    @property
    def is_visited(self) -> bool:
        """It is asked for again: no person has to decide, and nothing has taken its place."""
        return self.role in ("document", "page") and self.moved_to is None


@dataclass(frozen=True, slots=True)
class SourceState:
    """A watched page.

    Attributes:
        source_id: Its line of the registry.
        checked_on: Day on which it was last asked for.
        looked_on: Day on which it last gave an answer, were it a refusal.
        links: Documents that it led to when last read.
        code, message: What is wrong, as in ``problems``; "" where nothing is.
    """

    source_id: str
    checked_on: date | None = None
    looked_on: date | None = None
    links: int = 0
    code: str = ""
    message: str = ""


@dataclass(slots=True)
class WebState:
    """All addresses and sources, by address and by ``source_id``."""

    addresses: dict[str, AddressState] = field(default_factory=dict)
    sources: dict[str, SourceState] = field(default_factory=dict)

    def of_source(self, source_id: str) -> list[AddressState]:
        """The addresses that a source led to."""
        return [held for held in self.addresses.values() if held.source_id == source_id]

    def put(self, held: AddressState) -> None:
        """Keep what is now known of an address."""
        self.addresses[held.address] = held


_ADAPTER = TypeAdapter(WebState)


def load_state(data_dir: Path) -> WebState | None:
    """The state as last saved; None where it is not there or cannot be read."""
    try:
        return _ADAPTER.validate_json((data_dir / "state" / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def save_state(data_dir: Path, state: WebState) -> None:
    """Replace the state in one step, in a fixed order of lines."""
    ordered = WebState(dict(sorted(state.addresses.items())), dict(sorted(state.sources.items())))
    text = json.dumps(_ADAPTER.dump_python(ordered, mode="json"), indent=1, ensure_ascii=False)
    write_whole(data_dir / "state" / FILE, f"{text}\n".encode())


def rebuild_state(records: Iterable[Record]) -> WebState:
    """Make the state again from the fetches of the raw store; the newest of an address counts."""
    newest: dict[str, tuple[Fetch, str]] = {}
    for record in records:
        for fetch in record.fetches:
            if fetch.source_id is None or fetch.saved_by is not None:
                continue
            before = newest.get(fetch.origin)
            if before is None or before[0].fetched_at <= fetch.fetched_at:
                newest[fetch.origin] = (fetch, record.edition_id)
    state = WebState()
    for fetch, edition_id in newest.values():
        state.put(_from_fetch(fetch, edition_id))
    return state


def state_lost(had_records: bool) -> list[ProblemRow]:
    """Says that the state was made again, where there was one to lose."""
    if not had_records:
        return []
    message = f"state/{FILE} was lost or damaged; it was made again from the raw store."
    return [problem(message, "state_rebuilt", "notice")]


def moves_of(addresses: Mapping[str, AddressState]) -> dict[str, str]:
    """Address to the one that took its place in the end: ``{"https://old": "https://new"}``."""
    moves = {}
    for address, held in addresses.items():
        seen = {address}
        while held.moved_to is not None and held.moved_to not in seen:
            seen.add(held.moved_to)
            moves[address] = held.moved_to
            held = addresses.get(held.moved_to, held)
    return moves


def _from_fetch(fetch: Fetch, edition_id: str) -> AddressState:
    assert fetch.source_id is not None
    day = fetch.fetched_at.date()
    return AddressState(
        address=fetch.origin,
        source_id=fetch.source_id,
        document_id=fetch.document_id,
        state="live",
        edition_id=edition_id,
        part=fetch.part,
        title=fetch.file_name,
        etag=fetch.etag,
        last_modified=fetch.last_modified,
        checked_on=day,
        full_on=day,
    )
