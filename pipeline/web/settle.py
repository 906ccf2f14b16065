"""After all visits: what moved, what was withdrawn, and what to tell of each address."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from pipeline.schema import ProblemRow
from pipeline.sources import Registry
from pipeline.store.raw_records import problem
from pipeline.web.names import ending_of
from pipeline.web.state import AddressState, WebState

DAYS_TO_WITHDRAWN = 3  # days on which it was gone and no page linked it; sites are mended in two
LIVE = ("live", "changed")
MISSING = ("gone", "withdrawn")
UNDECIDED = ("draft", "doubtful")


def settle(
    state: WebState, registry: Registry, linked: Mapping[str, Collection[str]], today: date
) -> None:
    """Tell what moved from what is gone.

    Args:
        state: Changed in place.
        registry: Its word on a withdrawn document counts.
        linked: The addresses that each source names today; a source that could not be read lacks.
        today: Addresses that were not visited today stay as they are.
    """
    for held in list(state.addresses.values()):
        if held.checked_on != today or held.edition_id is None or held.moved_to is not None:
            continue
        names = linked.get(held.source_id)
        target = _found_again(held, state) or _followed_by(held, state, names)
        if target is not None:
            moved = replace(held, state="moved", moved_to=target.address, code="", message="")
            state.put(moved)
        elif held.state == "gone" and _is_withdrawn(held, names):
            state.put(replace(held, state="withdrawn", code="withdrawn"))
    _forget_undecided(state, registry, linked)
    for line in registry.documents:
        _mark_withdrawn(state, line.document_id, line.standing == "withdrawn")


def problems_of(state: WebState, registry: Registry, by_hand: Collection[str]) -> list[ProblemRow]:
    """All that is wrong with sources and addresses, those not visited today included.

    Args:
        state: As settled.
        registry: What is expected.
        by_hand: Works of which a person has saved a copy: they are not missed.
    """
    return [
        *_source_problems(state, registry),
        *_address_problems(state, registry, by_hand),
        *_same_bytes(state),
        *_not_found(state, registry, by_hand),
    ]


def _found_again(held: AddressState, state: WebState) -> AddressState | None:
    """The same bytes at another address, while this one gives none."""
    if held.state not in MISSING:
        return None
    for other in state.addresses.values():
        if other.edition_id == held.edition_id and other.state in LIVE:
            return other
    return None


def _followed_by(
    held: AddressState, state: WebState, names: Collection[str] | None
) -> AddressState | None:
    """The address that took its place on the page: the same work and format, linked instead."""
    if names is None or held.address in names or held.part is not None:
        return None
    for other in state.addresses.values():
        if (
            other.address in names
            and other.document_id == held.document_id
            and other.state in LIVE
            and ending_of(other.address) == ending_of(held.address)
        ):
            return other
    return None


def _is_withdrawn(held: AddressState, names: Collection[str] | None) -> bool:
    announced = names is not None and held.address in names
    return held.days_gone >= DAYS_TO_WITHDRAWN and not announced


def _forget_undecided(
    state: WebState, registry: Registry, linked: Mapping[str, Collection[str]]
) -> None:
    """A draft or a doubtful link that no page names any more asks for no decision."""
    named = {line.address for line in registry.documents}
    for held in list(state.addresses.values()):
        names = linked.get(held.source_id)
        is_open = held.role in UNDECIDED and held.edition_id is None
        if is_open and names is not None and held.address not in {*names, *named}:
            del state.addresses[held.address]


def _mark_withdrawn(state: WebState, document_id: str, withdrawn: bool) -> None:
    if not withdrawn:
        return
    for held in list(state.addresses.values()):
        if held.document_id == document_id:
            state.put(
                replace(held, state="withdrawn", code="withdrawn", message="The registry says so.")
            )


def _source_problems(state: WebState, registry: Registry) -> Iterator[ProblemRow]:
    for source in registry.sources:
        held = state.sources.get(source.source_id)
        if held is not None and held.code:
            message = f"{source.source_id}: {held.message}"
            yield problem(message, held.code, "error", url=source.address)


def _address_problems(
    state: WebState, registry: Registry, by_hand: Collection[str]
) -> Iterator[ProblemRow]:
    for address, held in sorted(state.addresses.items()):
        if held.source_id not in registry.source_of:
            continue
        if held.role in UNDECIDED and held.moved_to is None:
            yield _undecided(held)
        elif held.code and not (held.document_id in by_hand and held.edition_id is None):
            yield problem(
                f"{held.title or held.document_id}: {held.message}",
                held.code,
                _severity(held),
                document_id=held.document_id,
                edition_id=held.edition_id,
                url=address,
            )


def _severity(held: AddressState) -> str:
    """A document that we lack is an error; one that we hold, or a page about one, is none."""
    return "error" if held.edition_id is None and held.role == "document" else "warning"


def _same_bytes(state: WebState) -> Iterator[ProblemRow]:
    """A row for each address that gives what another one gives as well."""
    first: dict[str, str] = {}
    for address, held in sorted(state.addresses.items()):
        if held.state not in LIVE or held.edition_id is None:
            continue
        other = first.setdefault(held.edition_id, address)
        if other != address:
            yield problem(
                f"{address} gives the same bytes as {other}; they are read once.",
                "duplicate_bytes",
                "notice",
                document_id=held.document_id,
                edition_id=held.edition_id,
                url=address,
            )


def _undecided(held: AddressState) -> ProblemRow:
    if held.role == "draft":
        message = f"{held.title}: a draft for consultation, which is no plan yet."
        return problem(message, "draft_found", "notice", url=held.address)
    reasons = "; ".join(held.reasons)
    message = (
        f"{held.title}: this may be a plan ({reasons}). If it is, give it a line in "
        "known_documents.csv; if not, a line with standing 'ignored'."
    )
    return problem(message, "doubtful_link", "warning", url=held.address)


def _not_found(
    state: WebState, registry: Registry, by_hand: Collection[str]
) -> Iterable[ProblemRow]:
    met = {held.document_id for held in state.addresses.values()}
    for line in registry.documents:
        if line.standing == "plan" and line.document_id not in met | set(by_hand):
            message = f"{line.document_id}: no link of {line.source_id} leads to it."
            yield problem(message, "not_found", "notice", document_id=line.document_id)
