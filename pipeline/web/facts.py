"""What the nights over the registry tell a release: states of documents, and of areas."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from pipeline.sources import Registry
from pipeline.web.state import AddressState, WebState, load_state, moves_of

TOLD = ("changed", "moved", "gone", "withdrawn")
"""States that go into ``documents``; whatever else happened, the document counts as live."""


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What was looked for in an area.

    Attributes:
        checked_on: Day on which one of its sources was last looked at; None for never.
        has_draft: A draft for consultation was found, or stands in the registry.
        is_blocked: A site refuses programs.
    """

    checked_on: date | None = None
    has_draft: bool = False
    is_blocked: bool = False


@dataclass(frozen=True, slots=True)
class WebFacts:
    """What is known of addresses, as far as it decides a release.

    Attributes:
        states: edition_id to state in ``documents``: ``{"3fa1…": "gone"}``.
        moves: Address to the one that took its place.
        stands: Address to the edition_id that stands there, whenever it was first fetched.
        superseded: Works whose publisher has announced the one that follows.
        kinds: document_id to what the registry says that it is: ``{"mereshire-news": "news"}``.
        publishers: source_id to publisher.
        areas: By area_code.
    """

    states: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[str, str] = field(default_factory=dict)
    stands: Mapping[str, str] = field(default_factory=dict)
    superseded: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, AreaFacts] = field(default_factory=dict)

    def digest(self) -> str:
        """The same for the same facts, in whatever order they were gathered."""
        held = asdict(self) | {"superseded": sorted(self.superseded)}
        text = json.dumps(held, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


NO_FACTS = WebFacts()


def web_facts(data_dir: Path, registry: Registry) -> WebFacts:
    """Gather the facts; before the first night they are those of the registry alone."""
    state = load_state(data_dir) or WebState()
    held = [h for h in state.addresses.values() if h.edition_id is not None]
    return WebFacts(
        states=_states(held),
        moves=moves_of(state.addresses),
        stands={h.address: h.edition_id for h in held if h.edition_id is not None},
        superseded=frozenset(
            line.supersedes
            for line in registry.documents
            if line.supersedes and line.standing == "plan"
        ),
        kinds={line.document_id: line.kind for line in registry.documents},
        publishers={s.source_id: s.publisher for s in registry.sources if s.publisher},
        areas=_areas(state, registry),
    )


def _states(held: Iterable[AddressState]) -> dict[str, str]:
    """The state of each edition; where it stands at several addresses, one that is live wins."""
    states: dict[str, str] = {}
    for address in held:
        assert address.edition_id is not None
        told = address.state if address.state in TOLD else "live"
        before = states.get(address.edition_id)
        if before is None or told == "moved" or before in ("gone", "withdrawn"):
            states[address.edition_id] = told
    return states


def _areas(state: WebState, registry: Registry) -> dict[str, AreaFacts]:
    areas: dict[str, AreaFacts] = {}
    for source in registry.sources:
        seen = areas.get(source.area_code, AreaFacts())
        watched = state.sources.get(source.source_id)
        addresses = state.of_source(source.source_id)
        known = registry.documents_of(source.source_id)
        days = [day for day in (seen.checked_on, watched and watched.looked_on) if day]
        refused = watched is not None and watched.code in ("blocked", "robots")
        areas[source.area_code] = AreaFacts(
            checked_on=max(days, default=None),
            has_draft=seen.has_draft
            or any(h.role == "draft" for h in addresses)
            or any(line.standing == "draft" for line in known),
            is_blocked=seen.is_blocked or refused or any(h.state == "blocked" for h in addresses),
        )
    return areas
