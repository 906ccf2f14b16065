"""What a visit makes of an address: new bytes into the store, or why there are none."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from extractors.readers import HTML, sniff
from pipeline.records import Source
from pipeline.schema import ProblemRow
from pipeline.sources import KnownDocument
from pipeline.store import RawStore
from pipeline.store.raw_records import Fetch
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead
from pipeline.web.names import file_name
from pipeline.web.reply import Reply
from pipeline.web.state import AddressState

REFUSALS = ("blocked", "robots")
MAY_BE_THE_PLAN = (
    "its link promises a plan, but it is a page that leads to no file. If it is the plan, give it "
    "a line of kind web_page in known_documents.csv; if not, one with standing 'ignored'."
)
MISSING = ("gone", "soft_404")


@dataclass(slots=True)
class Bench:
    """Where bytes go, and what has to be told of them."""

    store: RawStore
    now: datetime
    problems: list[ProblemRow] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Day of the visit."""
        return self.now.date()


def expects_page(held: AddressState, source: Source, known: KnownDocument | None) -> bool:
    """The document is the page itself, and not a file that the page leads to."""
    if held.part is not None:
        return True
    if known is None or (known.address and known.address != held.address):
        return False
    return known.kind in ("web_page", "news") or held.address == source.address


def after_fault(held: AddressState, fault: FetchFault, today: date) -> AddressState:
    """The address gave nothing; what is held of it stays."""
    noted = replace(held, checked_on=today, code=fault.code, message=fault.message)
    if fault.code in MISSING:
        days = held.days_gone if held.checked_on == today else held.days_gone + 1
        return replace(noted, state="gone", days_gone=days)
    if fault.code in REFUSALS:
        return replace(noted, state="blocked")
    was_gone = held.state in ("gone", "withdrawn")  # no answer says nothing new of it
    return replace(noted, state=held.state if was_gone else "failed")


def after_reply(
    bench: Bench,
    held: AddressState,
    reply: Reply,
    read: PageRead | FetchFault | None,
    is_page: bool,
) -> AddressState:
    """The address gave bytes, or said that those that are held still stand.

    Args:
        bench: Where bytes go.
        held: What was known of the address.
        reply: What it gave.
        read: Its page as read; None where it gave a file or nothing new.
        is_page: A page is expected there.
    """
    if reply.data is None:
        return _stands(held, bench.today)
    fault = _fault_in(reply.data, read, is_page)
    if fault is not None and fault.code == "wrong_content" and held.role == "page" and read:
        fault = FetchFault("doubtful_link", MAY_BE_THE_PLAN)
    if fault is not None:
        return after_fault(held, fault, bench.today)
    text_hash = read.text_hash if isinstance(read, PageRead) else ""
    if held.edition_id is not None and text_hash and text_hash == held.text_hash:
        return replace(_stands(held, bench.today), full_on=bench.today)
    return _keep(bench, held, reply, reply.data, text_hash)


def _fault_in(data: bytes, read: PageRead | FetchFault | None, is_page: bool) -> FetchFault | None:
    kind = sniff(data)
    if kind is None:
        return FetchFault("wrong_content", "It gives something of a format that is not read.")
    if kind != HTML:
        return None
    if isinstance(read, FetchFault):
        return read
    if read is not None and read.sign:
        told = {"blocked": "It gives a page that refuses programs, or asks to sign in."}
        return FetchFault(read.sign, told.get(read.sign, "It gives a page that says: not found."))
    if not is_page:
        return FetchFault("wrong_content", "It gives a web page where a document was expected.")
    return None


def _stands(held: AddressState, today: date) -> AddressState:
    return replace(held, state="live", checked_on=today, days_gone=0, code="", message="")


def _keep(
    bench: Bench, held: AddressState, reply: Reply, data: bytes, text_hash: str
) -> AddressState:
    """Put the bytes into the store; bytes that are there already keep the id of their work."""
    known = bench.store.record(hashlib.sha256(data).hexdigest())
    document_id = held.document_id
    if known is not None and known.fetches:
        document_id = known.edition().document_id
    stored = bench.store.add(data, _fetched(bench, held, reply, data, document_id))
    bench.problems.extend(stored.problems)
    edition = stored.record.edition()
    changed = held.edition_id not in (None, edition.edition_id)
    return replace(
        _stands(held, bench.today),
        state="changed" if changed else "live",
        role="document",
        document_id=document_id,
        edition_id=edition.edition_id,
        etag=reply.validators.etag,
        last_modified=reply.validators.last_modified,
        text_hash=text_hash,
        full_on=bench.today,
    )


def _fetched(
    bench: Bench, held: AddressState, reply: Reply, data: bytes, document_id: str
) -> Fetch:
    return Fetch(
        document_id=document_id,
        origin=held.address,
        file_name=file_name(reply.address, sniff(data)),
        fetched_at=bench.now.replace(microsecond=0),
        source_id=held.source_id,
        part=held.part,
        etag=reply.validators.etag,
        last_modified=reply.validators.last_modified,
    )
