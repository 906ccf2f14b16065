"""Loads the reference CSVs once and checks them: bodies, roles, areas, themes.

Knows what the files hold and how they hang together. It does not know how a cell is split or
which of two meanings a name has in a document: see ``agencies.py`` and ``split.py``.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from normalisers.errors import ReferenceDataError
from normalisers.reference_names import read_meanings, read_serving, read_words
from normalisers.reference_records import Agency, Area, Meaning, Role, Theme, Vocabulary
from normalisers.reference_rows import Fact, check_new, read_facts
from normalisers.reference_themes import read_crosswalk, read_frameworks, read_themes

__all__ = ["Agency", "Area", "Meaning", "Role", "Theme", "Vocabulary", "load", "vocabulary"]

REFERENCE = Path(__file__).parent / "reference"
FIELD_COLUMNS = ("fact", "value")


def load(folder: Path = REFERENCE) -> Vocabulary:
    """Load a folder of reference CSVs, once for each state of its files.

    Raises:
        ReferenceDataError: A duplicate id, a name for two bodies in one area, an unknown code or a
            malformed line; the message names the file and the line.
    """
    return _load(folder, fingerprint(folder))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Give the project's own facts, loaded once for a process."""
    return load()


def fingerprint(folder: Path = REFERENCE) -> str:
    """Give a hash of all reference CSVs: compiled forms and releases are told apart by it."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _load(folder: Path, print_of_files: str) -> Vocabulary:
    areas = _areas(folder)
    served = list(read_facts(folder / "serves.csv", ("area_code", "agency_id")))
    agencies = _agencies(folder, areas, served)
    roles = _roles(folder, agencies)
    themes = read_themes(folder)
    return Vocabulary(
        fingerprint=print_of_files,
        agencies=tuple(agencies.values()),
        areas=tuple(areas.values()),
        themes=tuple(themes.values()),
        crosswalk=read_crosswalk(folder, themes, read_frameworks(folder)),
        expected=_expected(folder),
        agency_of=agencies,
        area_of=areas,
        role_of=roles,
        serving=read_serving(served, agencies, areas),
        meanings=read_meanings(folder, agencies, areas, roles),
        words=read_words(folder),
    )


def _areas(folder: Path) -> dict[str, Area]:
    areas: dict[str, Area] = {}
    for fact in read_facts(folder / "areas.csv", ("area_code", "name", "county_code")):
        code = check_new(fact, "area_code", areas)
        areas[code] = Area(
            code,
            fact["name"].strip(),
            fact["official_name"].strip(),
            fact["area_type"],
            fact.get("nation"),
            fact.get("region"),
            fact.get("police_force_id"),
            fact.get("domain"),
            fact.get("status"),
            fact.day("valid_from"),
            fact.day("valid_to"),
            fact.codes("replaced_by"),
            fact.codes("member_codes"),
            fact.get("county_code"),
        )
    return areas


def _agencies(folder: Path, areas: Mapping[str, Area], served: Iterable[Fact]) -> dict[str, Agency]:
    area_codes: dict[str, set[str]] = {}
    for fact in served:
        area_codes.setdefault(fact["agency_id"], set()).add(fact["area_code"])
    agencies: dict[str, Agency] = {}
    for fact in read_facts(folder / "agencies.csv", ("agency_id", "name", "agency_type")):
        agency_id = check_new(fact, "agency_id", agencies)
        codes = area_codes.get(agency_id, set()) & areas.keys()
        agencies[agency_id] = Agency(
            agency_id,
            fact["name"],
            fact["agency_type"],
            fact.get("parent_id"),
            next(iter(codes)) if len(codes) == 1 else None,
            fact.get("external_id"),
            fact.day("valid_from"),
            fact.day("valid_to"),
        )
    return agencies


def _roles(folder: Path, agencies: Mapping[str, Agency]) -> dict[str, Role]:
    types = {agency.agency_type for agency in agencies.values()} | {"none"}
    roles: dict[str, Role] = {}
    for fact in read_facts(folder / "roles.csv", ("role_id", "label", "agency_type")):
        role_id = check_new(fact, "role_id", roles)
        target = fact.known("resolves_to", types | agencies.keys(), "agencies.csv")
        resolves_to = None if target in ("", "none") else target
        roles[role_id] = Role(
            role_id, fact["label"], fact["agency_type"], resolves_to, fact.get("unit")
        )
    return roles


def _expected(folder: Path) -> str:
    facts = {
        fact["fact"]: fact["value"] for fact in read_facts(folder / "field.csv", FIELD_COLUMNS)
    }
    if "expected" not in facts:
        raise ReferenceDataError(
            "field.csv: no line 'expected'. Say what each area should publish."
        )
    return facts["expected"]
