"""What the commands on the registry do with the web and the inbox; a run does none of it."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from extractors.readers import HTML, sniff
from normalisers.areas import area_code
from pipeline.errors import JobFailed, UsageError
from pipeline.settings import Settings
from pipeline.sources import Registry, load_registry
from pipeline.sources.draft import Draft, draft_entry
from pipeline.sources.report import SourceReport, report_tries
from pipeline.store import RawStore, inbox
from pipeline.web.client import WebClient
from pipeline.web.faults import FetchFault
from pipeline.web.guard import Guard
from pipeline.web.links import PageRead
from pipeline.web.reply import Reply
from pipeline.web.state import WebState, load_state
from pipeline.web.visit import PageReader, Visit, visit_all


def try_sources(registry: Registry, settings: Settings) -> list[SourceReport]:
    """Ask for the address of every source and say what it gave; nothing is kept."""
    visits = [Visit(source.address, ca_bundle=source.ca_bundle) for source in registry.sources]
    with _client(settings) as client, PageReader(settings) as reader:
        replies = visit_all(client, visits)
        return report_tries(registry, replies, _read(reader, replies))


def draft_from(address: str, settings: Settings, area: str | None = None) -> Draft:
    """Draft the entry of a page.

    Args:
        address: Of the page.
        settings: How to behave towards its site.
        area: Code or name of its area; None where the page tells it.

    Raises:
        UsageError: It is in the registry already, or the area is unknown.
        JobFailed: The page could not be fetched or read.
    """
    registry = load_registry(settings.registry)
    if area is not None and area_code(area) is None:
        raise UsageError(f"--area {area} is no area that is known, by code or by name.")
    with _client(settings) as client, PageReader(settings) as reader:
        reply = visit_all(client, [Visit(address)])[address]
        page = reply if isinstance(reply, FetchFault) else reader.read({address: reply})[address]
    if isinstance(page, FetchFault):
        raise JobFailed(f"{address}: {page.message}")
    return draft_entry(page, address, registry, area=area)


def keep_by_hand(
    file: Path, settings: Settings, origin: str, by: str, document_id: str | None
) -> Path:
    """Keep a file that a person has saved, with who, when and from where.

    Raises:
        UsageError: It is no document, or the address is none of the web.
    """
    registry = load_registry(settings.registry)
    state = load_state(settings.data_dir) or WebState()
    note = inbox.note_for(origin, by, registry, state.addresses, document_id)
    return inbox.save(file, note, RawStore(settings.data_dir).inbox)


def _read(
    reader: PageReader, replies: Mapping[str, Reply | FetchFault]
) -> dict[str, PageRead | FetchFault]:
    pages = {
        address: reply
        for address, reply in replies.items()
        if isinstance(reply, Reply) and reply.data and sniff(reply.data) in (HTML, None)
    }
    return reader.read(pages)


@contextmanager
def _client(settings: Settings) -> Iterator[WebClient]:
    with closing(WebClient(settings.web_limits, Guard(settings.allowed_hosts))) as client:
        yield client
