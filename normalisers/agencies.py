"""Says which organisation a known name means in an area on a day.

Knows areas, dates and successors; it does not know how a cell is written. A generic body
("Police", "Council", "OPCC") is the body of that type that serves the area; initials hold in
their own area; where two bodies fit, or none, the name stays generic and no body is forced.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from normalisers.decided import NOTHING_DECIDED, Decided, Name
from normalisers.names import name_key
from normalisers.reference_records import Agency, Area, Meaning, Role
from normalisers.vocabulary import vocabulary

COUNCIL = "local-authority"
SCORE_NAME, SCORE_ALIAS, SCORE_GENERIC, SCORE_LABEL = 100, 95, 95, 85
SCORE_DECIDED = 100
"""0 to 100: printed as the body's own name, another of its names, a generic name that the area
resolves, a generic name that stands for itself."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that a name means; ``agency_id`` is None where it stays generic.

    ``unit`` is the department that the name itself holds ("Housing", "BCU").
    """

    agency_id: str | None
    name: str
    agency_type: str | None
    unit: str | None
    role_id: str | None
    score: int
    method: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a cell was written: an area code, or None where not known, and a day.

    ``decided`` is what people said that names mean there.
    """

    area_code: str | None
    on: date | None
    decided: Decided = NOTHING_DECIDED


def body_of(meaning: Meaning, place: Place, key: str, at: str | None = None) -> Body:
    """Give the organisation that one meaning of a name is.

    Args:
        meaning: An agency or a role.
        place: Area and day of the document.
        key: The name as matched; an official name scores higher than an alias.
        at: Another area that the cell names beside it: "Essex" in "Essex Police".
    """
    facts = vocabulary()
    if meaning.kind == "agency":
        agency = successor_of(facts.agency_of[meaning.value], place.on)
        exact = key == _own_key(agency.agency_id)
        score, method = (SCORE_NAME, "exact") if exact else (SCORE_ALIAS, "alias")
        return as_body(agency, meaning.unit, None, score, method)
    role = facts.role_of[meaning.value]
    unit = meaning.unit or role.unit
    agency_of_role = _resolve(role, at or place.area_code, place.on)
    if agency_of_role and not place.decided.denies(key, agency_of_role.agency_id):
        return as_body(agency_of_role, unit, role.role_id, SCORE_GENERIC, "alias")
    return Body(None, role.label, role.agency_type, unit, role.role_id, SCORE_LABEL, "alias")


def decided_body(name: Name, text: str) -> Body:
    """Give the body that a person said a name means; without a code it stays as printed."""
    if name.agency_id is None:
        return Body(None, text, None, name.unit, None, SCORE_DECIDED, "override")
    agency = vocabulary().agency_of[name.agency_id]
    return as_body(agency, name.unit, None, SCORE_DECIDED, "override")


def best_meaning(meanings: Sequence[Meaning], place: Place) -> Meaning | None:
    """Choose what a name means here: own initials, then names that hold everywhere, then roles.

    None where it has only meanings of other areas, or two that hold here.
    """
    bodies = [m for m in meanings if m.kind == "agency"]
    for codes in _scopes(place.area_code):
        here = {m.value: m for m in bodies if m.scope in codes}
        if len(here) == 1:
            return next(iter(here.values()))
        if here:
            return None
    if everywhere := [m for m in bodies if m.scope is None]:
        alive = [m for m in everywhere if vocabulary().agency_of[m.value].existed(place.on)]
        return (alive or everywhere)[0]
    return next((m for m in meanings if m.kind != "agency"), None)


def council(place: Place, at: str | None = None) -> Body | None:
    """Give the council of the area; None for a joint area, a police area or no area."""
    agency = serving(at or place.area_code, COUNCIL, place.on)
    return as_body(agency, None, COUNCIL, SCORE_GENERIC, "alias") if agency else None


def is_around(area_code: str, place: Place) -> bool:
    """Tell whether an area is the document's own, or one around it: its county, its nation."""
    scopes = _scopes(place.area_code)
    return not scopes or any(area_code in codes for codes in scopes)


def successor_of(agency: Agency, on: date | None) -> Agency:
    """Give the body itself, or the one that took its area over before the day."""
    if on is None or agency.valid_to is None or on <= agency.valid_to or not agency.area_code:
        return agency
    return serving(agency.area_code, agency.agency_type, on) or agency


@lru_cache(maxsize=16_384)
def serving(area_code: str | None, agency_type: str, on: date | None) -> Agency | None:
    """Give the one body of a type that serves an area on a day (None: today).

    A joint area has a body where all its members share it. An area that was replaced by one
    other gives that one's body. A council is also found shortly before it takes over, because
    plans are written in its name then; None where two bodies fit, or none.
    """
    facts = vocabulary()
    area = facts.area_of.get(area_code or "")
    if area is None:
        return None
    bodies = facts.serving.get((area.area_code, agency_type), ())
    alive = [body for body in bodies if body.existed(on)]
    if alive:
        return alive[0]
    if coming := [b for b in bodies if on and b.valid_from and b.valid_from > on]:
        return coming[0] if len(bodies) == 1 else None
    if area.member_codes:
        shared = {serving(code, agency_type, on) for code in area.member_codes}
        return shared.pop() if len(shared) == 1 else None
    if len(area.replaced_by) == 1:
        return serving(area.replaced_by[0], agency_type, on)
    return None


def _resolve(role: Role, area_code: str | None, on: date | None) -> Agency | None:
    if role.resolves_to is None:
        return None
    named = vocabulary().agency_of.get(role.resolves_to)
    return named or serving(area_code, role.resolves_to, on)


def as_body(agency: Agency, unit: str | None, role: str | None, score: int, method: str) -> Body:
    """Give an agency as the body that a name means."""
    return Body(agency.agency_id, agency.name, agency.agency_type, unit, role, score, method)


@lru_cache(maxsize=4096)
def _own_key(agency_id: str) -> str:
    return name_key(vocabulary().agency_of[agency_id].name)


@lru_cache(maxsize=4096)
def _scopes(area_code: str | None) -> tuple[frozenset[str], ...]:
    """Give the areas whose names hold here, nearest first.

    Its own, then its members and county, its districts, its police area, region and nation.
    """
    facts = vocabulary()
    area = facts.area_of.get(area_code or "")
    if area is None:
        return ()
    around = {*area.member_codes, area.county_code or ""}
    within = {a.area_code for a in facts.areas if a.county_code == area.area_code}
    return frozenset({area.area_code}), frozenset(around), frozenset(within), *_wider(area)


def _wider(area: Area) -> Iterator[frozenset[str]]:
    """Give the police area, the region and the nation of an area."""
    for other in vocabulary().areas:
        kind = other.area_type
        if kind == "police-force-area" and other.police_force_id == area.police_force_id:
            yield frozenset({other.area_code})
    for kind, name in (("region", area.region), ("nation", area.nation)):
        yield frozenset(
            a.area_code for a in vocabulary().areas if a.area_type == kind and a.name == name
        )
