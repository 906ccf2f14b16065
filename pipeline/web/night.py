"""One night over the registry: watched pages, the documents they lead to, what became of each.

Pages are asked first, then the documents that the registry or their links name; a page among
these leads on, at most twice. Knows the order; what a reply means is told by ``outcome.py``.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit

from extractors.readers import HTML, sniff
from pipeline.errors import JobFailed
from pipeline.records import Source
from pipeline.schema import ProblemRow
from pipeline.settings import Settings
from pipeline.sources import Registry
from pipeline.store import RawStore
from pipeline.store.raw_records import Record
from pipeline.web.chains import with_chain
from pipeline.web.client import WebClient
from pipeline.web.faults import FetchFault
from pipeline.web.guard import Guard
from pipeline.web.indexes import with_sitemaps
from pipeline.web.links import PageRead
from pipeline.web.notes import Notes, note_links, note_page, note_registry, note_source
from pipeline.web.outcome import Bench, after_fault, after_reply, expects_page
from pipeline.web.reply import Reply, Validators
from pipeline.web.settle import problems_of, settle
from pipeline.web.state import (
    AddressState,
    SourceState,
    load_state,
    rebuild_state,
    save_state,
    state_lost,
)
from pipeline.web.visit import PageReader, Visit, read_at, visit_all

MAX_ROUNDS = 3  # a news page leads to a page about the strategy, and that to the file
MIN_HOSTS = 3  # that fail together; fewer may be down by themselves
OFFLINE = "unreachable"
PAGES = (HTML, None)  # a feed or sitemap is of no format that documents have


@dataclass(slots=True)
class _Night:
    """The tools of a night, and what it has brought so far, by address."""

    notes: Notes
    settings: Settings
    bench: Bench
    client: WebClient
    reader: PageReader
    replies: dict[str, Reply] = field(default_factory=dict)
    pages: dict[str, PageRead | FetchFault] = field(default_factory=dict)


def fetch_web(
    registry: Registry, settings: Settings, now: datetime, guard: Guard | None = None
) -> list[ProblemRow]:
    """Look at every source that is due and bring what is new into the raw store.

    Args:
        registry: Sources and known documents.
        settings: Where the data are, and how to behave towards the sites.
        now: Decides what is due, and stands in ``document.json``.
        guard: Decides what may be connected to; by default that of the settings.

    Returns:
        What could not be fetched, what a person should decide, what is gone.

    Raises:
        JobFailed: The store cannot be written.
    """
    store = RawStore(settings.data_dir)
    stored = list(store.records())
    problems = [problem for entry in stored for problem in entry.problems]
    state = load_state(settings.data_dir)
    if state is None:
        state = rebuild_state(entry.record for entry in stored)
        problems += state_lost(bool(state.addresses))
    notes = Notes(registry, state, now.date())
    bench = Bench(store, now)
    client = WebClient(settings.web_limits, guard or Guard(settings.allowed_hosts))
    with closing(client), PageReader(settings) as reader:
        _go_round(_Night(notes, settings, bench, client, reader))
    settle(state, registry, notes.linked, notes.today)
    save_state(settings.data_dir, state)
    by_hand = _by_hand(entry.record for entry in stored)
    return [*problems, *bench.problems, *problems_of(state, registry, by_hand)]


def _by_hand(records: Iterable[Record]) -> set[str]:
    """Works of which a person has saved a copy."""
    return {
        fetch.document_id
        for record in records
        for fetch in record.fetches
        if fetch.source_id is None or fetch.saved_by is not None
    }


def _go_round(night: _Night) -> None:
    notes = night.notes
    due = [source for source in notes.registry.sources if _is_due(source, notes)]
    _watch(night, due)
    ids = {source.source_id for source in due}
    visited: set[str] = set()
    for _ in range(MAX_ROUNDS):
        ahead = [
            held
            for held in notes.state.addresses.values()
            if held.source_id in ids and held.is_visited and held.address not in visited
        ]
        if not ahead:
            break
        visited |= {held.address for held in ahead}
        _visit(night, ahead)


def _is_due(source: Source, notes: Notes) -> bool:
    """Its cadence says so, it went wrong last time, or the clock was set back."""
    held = notes.state.sources.get(source.source_id, SourceState(source.source_id))
    if held.checked_on is None or held.code:
        return True
    days = (notes.today - held.checked_on).days
    return days >= source.cadence_days or days <= 0


def _watch(night: _Night, due: Sequence[Source]) -> None:
    """Read the watched pages and note the addresses that they and the registry name."""
    replies = visit_all(night.client, [Visit(s.address, ca_bundle=s.ca_bundle) for s in due])
    _refuse_without_network(replies)
    came = {address: r for address, r in replies.items() if isinstance(r, Reply)}
    _read(night, came)
    night.replies |= came
    for source in due:
        page = night.pages.get(source.address)
        if isinstance(page, PageRead):
            below = partial(read_at, night.client, night.reader, source.ca_bundle)
            page = with_chain(with_sitemaps(page, source, below), source, below)
            night.pages[source.address] = page
    for source in due:
        reply, page = replies[source.address], night.pages.get(source.address)
        gives_file = isinstance(reply, Reply) and source.address not in night.pages
        note_registry(night.notes, source, gives_file)
        if isinstance(reply, Reply) and isinstance(page, PageRead) and not page.sign:
            note_page(night.notes, source, page, reply.address)
        fault = reply if isinstance(reply, FetchFault) else page
        note_source(
            night.notes,
            source,
            page if isinstance(page, PageRead) else None,
            fault if isinstance(fault, FetchFault) else None,
        )


def _refuse_without_network(replies: Mapping[str, Reply | FetchFault]) -> None:
    """Where no site at all can be reached, the fault is on our side and nothing is known."""
    hosts = {urlsplit(address).netloc for address in replies}
    unreached = [r for r in replies.values() if isinstance(r, FetchFault) and r.code == OFFLINE]
    if len(hosts) >= MIN_HOSTS and len(unreached) == len(replies):
        raise JobFailed(
            f"None of {len(hosts)} sites could be reached. Look at the network of this machine, "
            "then run again; nothing was noted of the sites."
        )


def _read(night: _Night, replies: Mapping[str, Reply]) -> None:
    """Read those replies that are pages and are not read yet; files are left out."""
    night.pages |= night.reader.read(
        {
            address: reply
            for address, reply in replies.items()
            if address not in night.pages and reply.data and sniff(reply.data) in PAGES
        }
    )


def _visit(night: _Night, ahead: Sequence[AddressState]) -> None:
    """Ask for addresses and note what became of each."""
    here = {h.address: night.replies[h.address] for h in ahead if h.address in night.replies}
    asked = [_visit_of(night, held) for held in ahead if held.address not in here]
    replies = visit_all(night.client, asked) | here
    _read(night, {a: reply for a, reply in replies.items() if isinstance(reply, Reply)})
    for held in ahead:
        _note_outcome(night, held, replies[held.address])


def _visit_of(night: _Night, held: AddressState) -> Visit:
    """Validators go with it, but for a full fetch now and then: what they say may be a lie."""
    bundle = night.notes.registry.source_of[held.source_id].ca_bundle
    since = None if held.full_on is None else (night.notes.today - held.full_on).days
    is_full = since is None or not 0 <= since < night.settings.full_fetch_days
    return Visit(held.address, None if is_full else held.validators, bundle)


def _note_outcome(night: _Night, held: AddressState, reply: Reply | FetchFault) -> None:
    notes, page = night.notes, night.pages.get(held.address)
    if isinstance(reply, FetchFault):
        notes.state.put(after_fault(held, reply, notes.today))
        return
    source = notes.registry.source_of[held.source_id]
    is_page = expects_page(held, source, notes.registry.document_of.get(held.document_id))
    if not is_page and isinstance(page, PageRead) and _leads_on(night, source, held, page):
        state = replace(held, role="page", state="live", checked_on=notes.today, days_gone=0)
        notes.state.put(replace(state, code="", message=""))
        return
    held = replace(held, text_hash=held.text_hash or _text_held(night, held))
    notes.state.put(after_reply(night.bench, held, reply, page, is_page))


def _text_held(night: _Night, held: AddressState) -> str:
    """The hash of the text that we hold of a page, where it was lost with the state."""
    if held.edition_id is None or not isinstance(night.pages.get(held.address), PageRead):
        return ""
    data = night.bench.store.read(held.edition_id)
    page = night.reader.read({held.address: Reply(held.address, data, Validators())})
    found = page[held.address]
    return found.text_hash if isinstance(found, PageRead) else ""


def _leads_on(night: _Night, source: Source, held: AddressState, page: PageRead) -> bool:
    """A page where no file was before, that names files or pages about them."""
    if page.sign or held.edition_id is not None:
        return False
    return note_links(night.notes, source, page, held) > 0
