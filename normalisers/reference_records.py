"""Records of the reference facts: agencies, areas, themes, generic roles, names.

Knows their shape, not where they are read from; ``vocabulary.py`` fills them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation that leads actions; a row of the table ``agencies``.

    ``area_code`` is the one area it serves (None where it serves several or none of ours);
    ``valid_from`` and ``valid_to`` are None where not known, long ago, or still in being.
    """

    agency_id: str
    name: str
    agency_type: str
    parent_id: str | None
    area_code: str | None
    external_id: str | None
    valid_from: date | None
    valid_to: date | None

    def existed(self, on: date | None) -> bool:
        """Tell whether it existed on a day; None asks about now."""
        if on is None:
            return self.valid_to is None
        after = self.valid_from is None or self.valid_from <= on
        return after and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Area:
    """An area with a public body of its own; a row of the table ``areas``."""

    area_code: str
    name: str
    official_name: str
    area_type: str
    nation: str | None
    region: str | None
    police_force_id: str | None
    domain: str | None
    status: str | None
    valid_from: date | None
    valid_to: date | None
    replaced_by: tuple[str, ...]
    member_codes: tuple[str, ...]
    county_code: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of ours; a row of the table ``themes``."""

    theme_id: str
    label: str
    parent_id: str | None
    facet: str | None
    definition: str | None


@dataclass(frozen=True, slots=True)
class Framework:
    """A published framework of the policy field: ``Framework("uk_2021", "Tackling ...", None)``."""

    framework_id: str
    name: str
    publisher: str | None


@dataclass(frozen=True, slots=True)
class CrosswalkLine:
    """What a framework calls a theme of ours; a row of the table ``crosswalk``."""

    theme_id: str
    framework_id: str
    framework_name: str
    title: str


@dataclass(frozen=True, slots=True)
class Role:
    """A generic body ("Police") or department ("Housing") that a plan names.

    ``resolves_to`` is the agency type, or the agency_id, that it stands for in an area;
    ``unit`` is the department's name where the role is one.
    """

    role_id: str
    label: str
    agency_type: str
    resolves_to: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase can mean: ``Meaning("agency", "solace")``, ``Meaning("role", "police")``.

    ``kind`` is agency, role, area or a kind of ``lead_words.csv``; ``scope`` is the area in which
    alone it holds; ``capitals`` says that it counts only when printed in capitals.
    """

    kind: str
    value: str
    unit: str | None = None
    scope: str | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All reference facts, checked, with their names as keys of ``names.name_key``.

    ``expected`` says what document the field expects of each area.
    """

    fingerprint: str
    agencies: tuple[Agency, ...]
    areas: tuple[Area, ...]
    themes: tuple[Theme, ...]
    crosswalk: tuple[CrosswalkLine, ...]
    expected: str
    agency_of: Mapping[str, Agency]
    area_of: Mapping[str, Area]
    role_of: Mapping[str, Role]
    serving: Mapping[tuple[str, str], tuple[Agency, ...]]
    meanings: Mapping[str, tuple[Meaning, ...]] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
