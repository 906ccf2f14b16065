"""Visits many addresses: several hosts at a time, one request at a time to each host.

Pages are read in worker processes. Every address ends as a reply or as a fault.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from pipeline.settings import Settings
from pipeline.web.client import WebClient
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead, read_page
from pipeline.web.reply import Reply, Validators
from pipeline.workers import Done, WorkerPool

ReadPage = Callable[[str], PageRead | FetchFault]
"""Asks for one more page, at this address, and reads it."""

HOSTS_AT_A_TIME = 8  # threads; they wait for sites, the reading is done elsewhere


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to ask for; with validators only if it has changed."""

    address: str
    validators: Validators | None = None
    ca_bundle: str = ""


def visit_all(client: WebClient, visits: Sequence[Visit]) -> dict[str, Reply | FetchFault]:
    """Ask for many addresses; a host that fails or is slow holds up no other.

    Returns:
        Reply or fault by address, in the order of the visits.
    """
    by_host: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_host[urlsplit(visit.address).netloc.lower()].append(visit)
    with ThreadPoolExecutor(HOSTS_AT_A_TIME, "fetch") as threads:
        groups = threads.map(lambda group: _visit_host(client, group), by_host.values())
        found = {address: reply for group in groups for address, reply in group.items()}
    return {visit.address: found[visit.address] for visit in visits}


def _visit_host(client: WebClient, visits: Sequence[Visit]) -> dict[str, Reply | FetchFault]:
    found: dict[str, Reply | FetchFault] = {}
    for visit in visits:
        try:
            found[visit.address] = client.get(visit.address, visit.validators, visit.ca_bundle)
        except FetchFault as fault:
            found[visit.address] = fault
        except Exception as fault:  # a case that nobody thought of costs one address, no night
            told = f"A fault of planbook itself ({type(fault).__name__}); please report it."
            found[visit.address] = FetchFault("unexpected", told)
    return found


class PageReader:
    """Reads pages in worker processes, which start when there is a page to read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: WorkerPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.close()

    def read(self, pages: Mapping[str, Reply]) -> dict[str, PageRead | FetchFault]:
        """Read the pages that addresses gave; one that cannot be read is a fault."""
        if not pages:
            return {}
        if self._pool is None:
            settings = self._settings
            self._pool = WorkerPool(settings.workers, settings.job_limits).__enter__()
        jobs = [(reply.data, reply.address, self._settings.limits) for reply in pages.values()]
        outcomes = self._pool.run(read_page, jobs)
        return {
            address: outcome.value
            if isinstance(outcome, Done)
            else FetchFault("wrong_content", f"The page could not be read: {outcome.message}.")
            for address, outcome in zip(pages, outcomes, strict=True)
        }


def read_at(
    client: WebClient, reader: PageReader, ca_bundle: str, address: str
) -> PageRead | FetchFault:
    """Ask for one page and read it."""
    (reply,) = visit_all(client, [Visit(address, ca_bundle=ca_bundle)]).values()
    return reply if isinstance(reply, FetchFault) else reader.read({address: reply})[address]
