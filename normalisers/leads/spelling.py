"""The nearest known name to a text that nothing else explains, and what came next.

Knows which names a misspelling may be of in an area; it never turns one set of initials into
another.
"""

from dataclasses import replace
from functools import lru_cache

from normalisers.agencies import COUNCIL, Body, Place, best_meaning, body_of
from normalisers.match import NameIndex, is_sure, nearest
from normalisers.names import name_key
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary


def by_spelling(text: str, place: Place) -> tuple[Body | None, str | None]:
    """Give the body that a misspelt text means, and the runner-up.

    The body is None where no name is near enough or two are; then the runner-up is the nearest.
    """
    near = nearest(text, _names_everywhere(), _names_of(place.area_code))
    if near is None:
        return None, None
    body = _meant(near.key, place)
    if body is None or not is_sure(near) or not _keeps_initials(text, near.key):
        return None, _shown(body)
    rival = _meant(near.runner_up, place) if near.runner_up else None
    return replace(body, score=round(near.score * 0.9), method="fuzzy"), _shown(rival)


def _keeps_initials(text: str, key: str) -> bool:
    """Tell whether a name keeps the capitals of a text: one letter of "CDP" makes another body."""
    words = key.split()
    return all(name_key(word) in words for word in text.split() if word.isupper())


def _shown(body: Body | None) -> str | None:
    if body is None:
        return None
    return f"{body.name} / {body.unit}" if body.unit else body.name


def _meant(key: str, place: Place) -> Body | None:
    meaning = best_meaning(vocabulary().meanings.get(key, ()), place)
    if meaning is None or meaning.kind not in ("agency", "role"):
        return None
    return body_of(meaning, place, key)


@lru_cache(maxsize=512)
def _names_of(area_code: str | None) -> NameIndex:
    """Give the names of the bodies that serve one area alone."""
    place, names = Place(area_code, None), {}
    for key in _keys_by_area().get(area_code or "", ()):
        meaning = best_meaning(vocabulary().meanings[key], place)
        if meaning is not None and meaning.kind in ("agency", "role"):
            names[key] = f"{meaning.kind}:{meaning.value}"
    return NameIndex(names)


@lru_cache(maxsize=1)
def _names_everywhere() -> NameIndex:
    """Give the names that may be meant in any area: roles, charities, national bodies."""
    facts = vocabulary()
    names: dict[str, str] = {}
    for key, meanings in facts.meanings.items():
        meaning = best_meaning(meanings, Place(None, None))
        if meaning is not None and (meaning.kind == "role" or _is_everywhere(meaning)):
            names[key] = f"{meaning.kind}:{meaning.value}"
    return NameIndex(names)


@lru_cache(maxsize=1)
def _keys_by_area() -> dict[str, list[str]]:
    """Give the names of the bodies that serve one area alone, by that area."""
    facts = vocabulary()
    keys: dict[str, list[str]] = {}
    for key, meanings in facts.meanings.items():
        for meaning in meanings:
            agency = facts.agency_of.get(meaning.value) if meaning.kind == "agency" else None
            if agency is not None and agency.area_code is not None:
                keys.setdefault(agency.area_code, []).append(key)
    return keys


def _is_everywhere(meaning: Meaning) -> bool:
    """Tell whether a body is of no one place: a charity or national body, no trust or council."""
    if meaning.kind != "agency":
        return False
    agency = vocabulary().agency_of[meaning.value]
    return agency.area_code is None and agency.agency_type not in (COUNCIL, "nhs-trust")
