"""What is known of each source: when it was looked at, what it led to, what is wrong."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.records import Source
from pipeline.sources import Registry
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead
from pipeline.web.reply import Reply
from pipeline.web.state import WebState


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A line of ``planbook sources check``.

    Attributes:
        source_id: Its line of the registry.
        looked_on: Day of the last answer: ``"2026-03-01"``; "never" before the first.
        state: "ok", or the code of what is wrong.
        documents: ``"2 live, 1 gone"``; "" where none is known.
        told: What is wrong, for people; "" where nothing is.
    """

    source_id: str
    looked_on: str
    state: str
    documents: str
    told: str = ""


def report_sources(registry: Registry, state: WebState) -> list[SourceReport]:
    """Report on every source from what the last nights have noted."""
    return [_from_state(source, state) for source in registry.sources]


def report_tries(
    registry: Registry,
    replies: Mapping[str, Reply | FetchFault],
    pages: Mapping[str, PageRead | FetchFault],
) -> list[SourceReport]:
    """Report on every source from what its address has just given."""
    return [_from_try(source, replies[source.address], pages) for source in registry.sources]


def _from_state(source: Source, state: WebState) -> SourceReport:
    held = state.sources.get(source.source_id)
    counts = Counter(
        address.state if address.role == "document" else address.role
        for address in state.of_source(source.source_id)
        if address.role not in ("page", "ignored")
    )
    shown = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    if held is None:
        return SourceReport(source.source_id, "never", "new", shown)
    looked_on = "never" if held.looked_on is None else held.looked_on.isoformat()
    return SourceReport(source.source_id, looked_on, held.code or "ok", shown, held.message)


def _from_try(
    source: Source,
    reply: Reply | FetchFault,
    pages: Mapping[str, PageRead | FetchFault],
) -> SourceReport:
    fault = reply if isinstance(reply, FetchFault) else pages.get(source.address)
    if isinstance(fault, FetchFault):
        return SourceReport(source.source_id, "now", fault.code, "", fault.message)
    if isinstance(fault, PageRead) and fault.sign:
        told = "The page only says that it is not there, or not for programs."
        return SourceReport(source.source_id, "now", fault.sign, "", told)
    title = fault.title if isinstance(fault, PageRead) else "a file"
    return SourceReport(source.source_id, "now", "ok", "", title)
