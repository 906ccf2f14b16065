"""Notes which addresses are to be visited: those of the registry, and those that pages link."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.discover import Found, discover
from pipeline.discover.sets import pages_of_set
from pipeline.records import Source
from pipeline.sources import Registry
from pipeline.web.faults import FetchFault
from pipeline.web.links import PageRead
from pipeline.web.names import ending_of, new_id
from pipeline.web.state import AddressState, SourceState, WebState

NO_ANSWER = ("unreachable", "timeout", "tls", "busy", "server_error", "host_resting", "cut_body")
MAX_TAKEN = 60  # documents of one page, strongest first; no council seen here names half of that
UNREAD = ("draft", "doubtful", "ignored", "withdrawn")


@dataclass(slots=True)
class Notes:
    """What is known while a night goes on.

    ``linked`` holds the addresses that pages name tonight, by source; a source whose page could
    not be read is not in it. ``crowded`` holds the sources that name more than are taken.
    """

    registry: Registry
    state: WebState
    today: date
    linked: dict[str, set[str]] = field(default_factory=dict)
    crowded: set[str] = field(default_factory=set)


def note_registry(notes: Notes, source: Source, gives_file: bool) -> None:
    """Note the known addresses of a source: they are visited whether or not a page links them."""
    known = notes.registry.documents_of(source.source_id)
    if source.kind != "page_set":
        for line in known:
            if line.address:
                role = "document" if line.standing == "plan" else line.standing
                held = notes.state.addresses.get(line.address)
                base = held or AddressState(line.address, source.source_id, line.document_id)
                notes.state.put(replace(base, role=role, document_id=line.document_id))
    is_document = source.kind == "document" or gives_file
    if is_document and source.address not in notes.state.addresses:
        name = known[0].document_id if known else new_id(source.address, "", source, (), ())
        notes.state.put(AddressState(source.address, source.source_id, name))


def note_page(notes: Notes, source: Source, page: PageRead, address: str) -> None:
    """Note what a watched page leads to; ``address`` is where it was found in the end."""
    notes.linked[source.source_id] = set()
    if source.kind == "page_set":
        _note_set(notes, source, page, address)
    note_links(notes, source, page)


def note_links(
    notes: Notes, source: Source, page: PageRead, through: AddressState | None = None
) -> int:
    """Note the documents that a page links; one behind a known address is that document.

    Returns:
        How many links lead to documents, or to pages about them.
    """
    count = 0
    discovered = discover(page, source, notes.registry.documents_of(source.source_id))
    if len(discovered) > MAX_TAKEN:
        notes.crowded.add(source.source_id)
    for found in discovered[:MAX_TAKEN]:
        if source.kind == "page_set" and found.verdict == "page":
            continue
        count += found.address != (through.address if through else None)
        linked = notes.linked.setdefault(source.source_id, set())
        held = notes.state.addresses.get(found.address)
        if held is None:
            held = _new_address(notes, source, found, through)
        elif held.role in UNREAD:
            held = replace(held, role=found.verdict)
        linked.add(found.address)
        notes.state.put(replace(held, title=found.title, reasons=found.reasons))
    return count


def note_source(
    notes: Notes, source: Source, page: PageRead | None, fault: FetchFault | None
) -> None:
    """Note how a watched page was found, and whether it leads to as much as before."""
    before = notes.state.sources.get(source.source_id) or SourceState(source.source_id)
    links = len(notes.linked.get(source.source_id, ()))
    code = message = ""
    if fault is not None:
        code, message = fault.code, fault.message
    elif page is not None and page.sign:
        code, message = page.sign, "The page only says that it is not there, or not for programs."
    elif links < max(source.min_documents, min(before.links, 1)):
        code = "no_links"
        message = (
            f"It names {links} documents where {max(source.min_documents, before.links)} are "
            "expected; it may have been built anew. Look at it and mend its line in sources.csv."
        )
    elif source.source_id in notes.crowded:
        code, message = "many_links", f"It names more than {MAX_TAKEN} documents; the rest is left."
    elif page is not None and page.left_out:
        code, message = "many_links", f"Not all of it was looked at: {page.left_out}."
    kept = before.links if code and code != "many_links" else links
    looked_on = before.looked_on if code in NO_ANSWER else notes.today
    noted = SourceState(source.source_id, notes.today, looked_on, kept, code, message)
    notes.state.sources[source.source_id] = noted


def _note_set(notes: Notes, source: Source, page: PageRead, address: str) -> None:
    held = {h.address: h for h in notes.state.of_source(source.source_id) if h.part is not None}
    parts = {place: h.part for place, h in held.items() if h.part is not None}
    known = notes.registry.documents_of(source.source_id)
    name = known[0].document_id if known else new_id(source.address, page.title, source, (), ())
    for part in pages_of_set(page, address, parts):
        notes.linked[source.source_id].add(part.address)
        base = held.get(part.address) or AddressState(part.address, source.source_id, name)
        notes.state.put(replace(base, part=part.part, title=part.title))


def _new_address(
    notes: Notes, source: Source, found: Found, through: AddressState | None
) -> AddressState:
    """A new address: a known work, that of the page it was found through, or a new one."""
    linked = notes.linked[source.source_id]
    name = found.document_id
    if name is None and through is not None and through.document_id in notes.registry.document_of:
        name = through.document_id
    if name is None or _is_taken(notes, found.address, name, linked):
        others = notes.state.of_source(source.source_id)
        name = new_id(found.address, found.title, source, others, linked)
    return AddressState(found.address, source.source_id, name, role=found.verdict)


def _is_taken(notes: Notes, address: str, name: str, linked: Collection[str]) -> bool:
    """Another file of the same format goes by this id and is linked tonight as well."""
    return any(
        held.document_id == name
        and held.role == "document"
        and held.address in linked
        and ending_of(held.address) == ending_of(address)
        for held in notes.state.addresses.values()
    )
