"""Finds the area that a document covers, and who published it.

Weighs what a document shows: the registry's hint, the web address, the title, page furniture and
the text. Knows names and domains of areas; joint areas and plans of several boroughs are areas of
their own, so that such a plan is counted once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from normalisers.names import Token, name_key, printed, tokenise
from normalisers.reference_records import Area
from normalisers.vocabulary import vocabulary

POINTS = {"address": 60.0, "title": 50.0, "furniture": 40.0, "text": 8.0}
"""Points for a name in each place; a repeated footer or a host name is chosen by the publisher,
a name in running text may be a neighbour's. The text counts at most :data:`TEXT_TIMES` times."""

TEXT_TIMES = 5
AUTHORITY_FACTOR = 1.6
"""An authority's own name ("Rutland County Council") says more than the place's ("Rutland")."""

WIDE_FACTOR = 0.3
"""Regions, nations and combined authorities are often named as context: "London", "England"."""

LEAST_POINTS = 16.0
"""Points; two passing mentions in running text, or one anywhere else."""

MAX_CHARS = 6_000
"""Characters of text that are read: the first two or three pages, where a plan says whose it is."""

LONGEST_NAME = 12
"""Words of the longest area name, official names included."""

WIDE = frozenset(
    {"region", "nation", "combined-authority", "strategic-authority", "police-force-area"}
)
RANKS = ("joint-area", "county", "district", "nation", "region", "police-force-area")
"""Of areas of one name the local authority comes first, except that these stand in this order."""


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """The area of a document.

    ``score`` is 0 to 100; ``method`` names the place that decided: hint, address, title,
    furniture or text. ``publisher`` is the body that its names show, else the area's authority.
    """

    code: str
    name: str
    publisher: str
    score: int
    method: str


def find_area(
    title: str | None = None,
    text: str | None = None,
    furniture: str | None = None,
    address: str | None = None,
    hint: str | None = None,
) -> AreaMatch | None:
    """Find the area of a document; None where nothing names one.

    Args:
        title: Its title: ``"Rutland and Melton VAWG Strategy"``.
        text: Its first pages.
        furniture: What repeats on its pages: headers, footers, navigation.
        address: Where it was fetched from: ``"https://www.rutland.gov.uk/strategies"``.
        hint: Code or name from the registry; it settles the question.
    """
    places = {"title": title, "furniture": furniture, "text": (text or "")[:MAX_CHARS]}
    publisher = _publisher(address, places)
    if code := area_code(hint):
        return _match(vocabulary().area_of[code], publisher, 100, "hint")
    points: dict[str, dict[str, float]] = {}
    if code := _area_of_host(address):
        points[code] = {"address": POINTS["address"]}
    for place, words in places.items():
        for found, weight in _names_in(words or ""):
            own = points.setdefault(found, {})
            most = POINTS[place] * (TEXT_TIMES if place == "text" else AUTHORITY_FACTOR)
            own[place] = min(own.get(place, 0.0) + POINTS[place] * weight, most)
    _join_members(points)
    return _best(points, publisher)


@lru_cache(maxsize=4096)
def area_code(area: str | None) -> str | None:
    """Give the code of an area named by code or by name; None where unknown."""
    facts = vocabulary()
    if not area or not area.strip():
        return None
    if area.strip() in facts.area_of:
        return area.strip()
    return _by_name().get(name_key(area))


def _best(points: Mapping[str, Mapping[str, float]], publisher: str | None) -> AreaMatch | None:
    totals = {code: sum(own.values()) for code, own in points.items()}
    ranked = sorted(totals, key=lambda code: (-totals[code], code))
    if not ranked or totals[ranked[0]] < LEAST_POINTS:
        return None
    best = ranked[0]
    rival = totals[ranked[1]] if len(ranked) > 1 else 0.0
    score = round(min(99.0, 50 + 49 * (totals[best] - rival) / totals[best]))
    own = points[best]
    method = max(own, key=lambda place: own[place])
    return _match(vocabulary().area_of[best], publisher, score, method)


def _match(area: Area, publisher: str | None, score: int, method: str) -> AreaMatch:
    return AreaMatch(area.area_code, area.name, publisher or area.official_name, score, method)


def _join_members(points: dict[str, dict[str, float]]) -> None:
    """Read all members of a joint area in one title as the joint area: "Kingston and Richmond"."""
    for area in vocabulary().areas:
        members = [points.get(code, {}) for code in area.member_codes]
        if not members:
            continue
        for place in ("title", "furniture"):
            if all(own.get(place) for own in members):
                own = points.setdefault(area.area_code, {})
                own[place] = sum(member[place] for member in members)


def _names_in(text: str) -> Iterator[tuple[str, float]]:
    """Give the areas that a text names with capitals, longest name first at each word."""
    tokens, at = tokenise(text), 0
    names = _by_name()
    while at < len(tokens):
        length = _longest(tokens, at, names)
        if length:
            name = tokens[at : at + length]
            code = names[" ".join(token.key for token in name)]
            if printed(name)[:1].isupper():
                yield code, _weight(code, name)
        at += length or 1


def _longest(tokens: list[Token], at: int, names: Mapping[str, str]) -> int:
    key, found = "", 0
    for length, token in enumerate(tokens[at : at + LONGEST_NAME], start=1):
        key = f"{key} {token.key}".strip()
        if key in names:
            found = length
    return found


def _weight(code: str, name: list[Token]) -> float:
    area = vocabulary().area_of[code]
    if area.area_type in WIDE:
        return WIDE_FACTOR
    keys = {token.key for token in name}
    return AUTHORITY_FACTOR if keys & {"council", "borough", "corporation", "county"} else 1.0


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Give every name of an area; a name of several means the one that a plan most often covers."""
    facts, found = vocabulary(), {}
    for key, meanings in facts.meanings.items():
        codes = [meaning.value for meaning in meanings if meaning.kind == "area"]
        if codes:
            found[key] = min(codes, key=_rank)
    for area in facts.areas:
        found.setdefault(name_key(area.official_name), area.area_code)
    return found


def _rank(code: str) -> tuple[bool, int, str]:
    area = vocabulary().area_of[code]
    rank = RANKS.index(area.area_type) + 1 if area.area_type in RANKS else 0
    wide = (
        len(RANKS) + 1 if area.area_type in ("combined-authority", "strategic-authority") else rank
    )
    return area.status == "former", wide, code


def _area_of_host(address: str | None) -> str | None:
    """Give the area whose authority or force keeps the web site of an address."""
    host = _host(address)
    while "." in host:
        if code := _by_domain().get(host):
            return code
        host = host.partition(".")[2]
    return None


def _host(address: str | None) -> str:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    return (parts.netloc or parts.path.partition("/")[0]).lower().partition(":")[0]


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, str]:
    return {area.domain: area.area_code for area in vocabulary().areas if area.domain}


def _publisher(address: str | None, places: Mapping[str, str | None]) -> str | None:
    """Give the commissioner or council that the address, the furniture or the title names."""
    if code := _area_of_host(address):
        return vocabulary().area_of[code].official_name
    for place in ("furniture", "title"):
        for agency in _agencies_in(places[place] or ""):
            return agency
    return None


def _agencies_in(text: str) -> Iterator[str]:
    tokens, at = tokenise(text), 0
    names = _publishers()
    while at < len(tokens):
        length = _longest(tokens, at, names)
        if length:
            yield names[" ".join(token.key for token in tokens[at : at + length])]
        at += length or 1


@lru_cache(maxsize=1)
def _publishers() -> dict[str, str]:
    facts, found = vocabulary(), {}
    for key, meanings in facts.meanings.items():
        for meaning in meanings:
            agency = facts.agency_of.get(meaning.value) if meaning.kind == "agency" else None
            council = agency is not None and agency.agency_type in ("local-authority", "pcc-office")
            if agency is not None and council and meaning.scope is None:
                found[key] = agency.name
    return found
