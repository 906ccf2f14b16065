"""Reads the names of bodies, roles and areas, and finds names that mean two bodies in one area.

Knows the files of names (``aliases.csv``, ``role_phrases.csv``, ``area_aliases.csv``,
``lead_words.csv``, ``serves.csv``); it does not choose between meanings.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from normalisers.names import name_key
from normalisers.reference_records import Agency, Area, Meaning, Role
from normalisers.reference_rows import Fact, read_facts

LONGEST_INITIALS = {"agency": 4, "role": 2, "area": 4}
"""Letters; initials up to this long must be printed in capitals, because in small letters they
are words: "sea" and "ava" are no charities, "it" and "he" no departments. "opcc" still counts."""

WORD_KINDS = (
    "post",
    "team",
    "division",
    "noise",
    "orgnoun",
    "honorific",
    "given_name",
    "vawg_subject",
    "abuse_subject",
)
"""Kinds of ``lead_words.csv`` that are single words, looked up by word and never as a phrase."""

FIRE_FORMS = ("Fire and Rescue", "Fire Service", "Fire", "FRS", "Fire Brigade")
"""How "X Fire and Rescue Service" is written otherwise."""

Meanings = dict[str, list[Meaning]]


def read_meanings(
    folder: Path,
    agencies: Mapping[str, Agency],
    areas: Mapping[str, Area],
    roles: Mapping[str, Role],
) -> dict[str, tuple[Meaning, ...]]:
    """Give every phrase with all it can mean: bodies first, then roles, areas and marks.

    Raises:
        ReferenceDataError: An unknown code, or a name for two bodies in one area.
    """
    found: Meanings = {}
    _add_agencies(found, folder, agencies, areas)
    _add_roles(found, folder, roles)
    _add_areas(found, folder, areas)
    for fact in read_facts(folder / "lead_words.csv", ("word", "kind", "value")):
        if fact["kind"] not in WORD_KINDS:
            _add(found, fact["word"], Meaning(fact["kind"], fact["value"]))
    return {key: tuple(meanings) for key, meanings in found.items() if key}


def read_words(folder: Path) -> dict[str, frozenset[str]]:
    """Give the closed word classes: ``{"post": {"lead", "officer"}, "given_name": {...}}``."""
    words: dict[str, set[str]] = {kind: set() for kind in WORD_KINDS}
    for fact in read_facts(folder / "lead_words.csv", ("word", "kind")):
        if fact["kind"] in words:
            words[fact["kind"]].add(name_key(fact["word"]))
    for fact in read_facts(folder / "given_names.csv", ("name",)):
        words["given_name"].add(name_key(fact["name"]))
    return {kind: frozenset(keys) for kind, keys in words.items()}


def read_serving(
    served: Iterable[Fact], agencies: Mapping[str, Agency], areas: Mapping[str, Area]
) -> dict[tuple[str, str], tuple[Agency, ...]]:
    """Give the bodies that serve an area, by area code and agency type.

    Raises:
        ReferenceDataError: An unknown code, or two bodies of one type in one area at one time.
    """
    serving: dict[tuple[str, str], list[Agency]] = {}
    for fact in served:
        area = fact.known("area_code", areas, "areas.csv")
        agency = agencies[fact.known("agency_id", agencies, "agencies.csv")]
        bodies = serving.setdefault((area, agency.agency_type), [])
        for body in bodies:
            if overlap(body, agency):
                found = f"{agency.agency_id} and {body.agency_id} both serve {area} as "
                raise fact.fault(found + agency.agency_type, "Give one of them valid_to.")
        bodies.append(agency)
    return {key: tuple(bodies) for key, bodies in serving.items()}


def overlap(one: Agency, other: Agency) -> bool:
    """Tell whether two bodies existed on one day."""
    first, second = sorted((one, other), key=lambda body: str(body.valid_from or ""))
    if first.valid_to is None or second.valid_from is None:
        return True
    return second.valid_from <= first.valid_to


def _add_agencies(
    found: Meanings, folder: Path, agencies: Mapping[str, Agency], areas: Mapping[str, Area]
) -> None:
    aliases = list(read_facts(folder / "aliases.csv", ("alias", "agency_id", "area_code", "unit")))
    local = {fact["agency_id"] for fact in aliases if _is_own_name(fact, agencies)}
    for agency in agencies.values():
        for name in (agency.name, *written_otherwise(agency)):
            if agency.agency_id not in local:
                capitals = needs_capitals(name, "agency")
                _add(found, name, Meaning("agency", agency.agency_id, capitals=capitals))
    for fact in aliases:
        agency = agencies[fact.known("agency_id", agencies, "agencies.csv")]
        scope = fact.known("area_code", areas, "areas.csv") or None
        meaning = Meaning(
            "agency",
            agency.agency_id,
            fact.get("unit"),
            scope,
            needs_capitals(fact["alias"], "agency"),
        )
        _check_one_body(fact, found.get(name_key(fact["alias"]), []), meaning, agencies)
        _add(found, fact["alias"], meaning)


def _is_own_name(fact: Fact, agencies: Mapping[str, Agency]) -> bool:
    """Tell whether a line says where alone a body's own name means it: "RISE" in Sussex.

    Other places have bodies of the same name.
    """
    agency = agencies.get(fact["agency_id"])
    return agency is not None and bool(fact["area_code"]) and fact["alias"] == agency.name


def written_otherwise(agency: Agency) -> list[str]:
    """Give the other ways in which an NHS body's or a commissioner's full name is written."""
    if agency.agency_type == "pcc-office":
        return [agency.name.removeprefix("Office of the ")]
    if agency.agency_type == "fire-service":
        place = agency.name.removesuffix(" and Rescue Service").removesuffix(" Fire")
        return [f"{place} {form}" for form in FIRE_FORMS] if place != agency.name else []
    if agency.agency_type == "nhs-icb":
        return [agency.name.removesuffix(" Integrated Care Board")]
    short = agency.name.removesuffix(" NHS Foundation Trust").removesuffix(" NHS Trust")
    if agency.agency_type != "nhs-trust" or short == agency.name:
        return []
    short = short.removeprefix("The ").removeprefix("the ")
    forms = [f"{short} {form}" for form in ("NHS Trust", "NHS Foundation Trust", "NHS FT", "Trust")]
    plain = short.removesuffix(" University").removesuffix(" Teaching")
    return [*forms, *({short, plain} if _is_clinical(plain) else ())]


def _is_clinical(name: str) -> bool:
    """Tell whether a trust's short name says that it is one: "West London" alone is a place."""
    return name.rsplit(" ", 1)[-1] in ("Healthcare", "Hospitals", "Hospital", "Care")


def _check_one_body(
    fact: Fact, known: Iterable[Meaning], new: Meaning, agencies: Mapping[str, Agency]
) -> None:
    for old in known:
        same_place = old.kind == "agency" and old.scope == new.scope
        if (
            same_place
            and old.value != new.value
            and overlap(agencies[old.value], agencies[new.value])
        ):
            where = f"in {new.scope}" if new.scope else "everywhere"
            raise fact.fault(
                f"{fact['alias']!r} means {old.value} and {new.value} {where}",
                "Give the alias an area_code, or take one line out.",
            )


def _add_roles(found: Meanings, folder: Path, roles: Mapping[str, Role]) -> None:
    for fact in read_facts(folder / "role_phrases.csv", ("phrase", "role_id", "unit")):
        role_id = fact.known("role_id", roles, "roles.csv")
        key = name_key(fact["phrase"])
        if any(old.kind == "role" and old.value != role_id for old in found.get(key, [])):
            raise fact.fault(f"{fact['phrase']!r} means two roles", "Take one of the lines out.")
        capitals = needs_capitals(fact["phrase"], "role")
        _add(found, fact["phrase"], Meaning("role", role_id, fact.get("unit"), None, capitals))


def _add_areas(found: Meanings, folder: Path, areas: Mapping[str, Area]) -> None:
    for area in areas.values():
        _add(found, area.name, Meaning("area", area.area_code))
    for fact in read_facts(folder / "area_aliases.csv", ("alias", "area_code")):
        code = fact.known("area_code", areas, "areas.csv")
        capitals = needs_capitals(fact["alias"], "area")
        _add(found, fact["alias"], Meaning("area", code, None, None, capitals))


def needs_capitals(alias: str, kind: str) -> bool:
    """Tell whether an alias is a short run of capitals, which in small letters is a word."""
    return alias.isupper() and len(alias) <= LONGEST_INITIALS[kind]


def _add(found: Meanings, phrase: str, meaning: Meaning) -> None:
    meanings = found.setdefault(name_key(phrase), [])
    if meaning not in meanings:
        meanings.append(meaning)
