"""A run that no known name explains: the document's glossary, initials, patterns, then spelling.

Knows how proper names and initials are made; what stays unexplained keeps its text and says
which known name came nearest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from normalisers.agencies import (
    Body,
    Place,
    as_body,
    best_meaning,
    body_of,
    council,
    decided_body,
    serving,
)
from normalisers.leads.piece import Piece
from normalisers.leads.spelling import by_spelling
from normalisers.leads.split import BOARDS, department, text_of
from normalisers.leads.units import subject_team
from normalisers.names import name_key
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

Glossary = Mapping[str, str]

SCORE_GLOSSARY, SCORE_PATTERN = 90, 75
GLOSSARY_WORDS = 12
"""Words; a longer definition explains a thing and does not name a body."""

TEAM_WORDS = frozenset({"team", "teams", "department", "dept", "directorate", "division", "unit"})
"""Last words that make unknown words a department of the council: "DAIS Team"."""

FORCE = "police-force"

SERVICE_WORDS = frozenset({"service", "services"})


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a run without a known name is taken for."""

    body: Body
    filler: bool = False
    runner_up: str | None = None


def read_unknown(pieces: Sequence[Piece], place: Place, glossary: Glossary) -> Unknown | None:
    """Read a run without a known name; None where it has no word of content ("etc")."""
    pieces = _trim(pieces)
    text = text_of(pieces)
    if not any(letter.isalpha() for letter in text) or _is_idle(pieces):
        return None
    if name := place.decided.named(name_key(text)):
        return Unknown(decided_body(name, text))
    found = _read_unknown(pieces, text, place, glossary)
    if place.decided.denies(name_key(text), found.body.agency_id):
        return Unknown(_unresolved(text))
    return found


def _read_unknown(pieces: Sequence[Piece], text: str, place: Place, glossary: Glossary) -> Unknown:
    body = (
        _from_glossary(text, place, glossary)
        or _from_area(pieces, place)
        or _from_initials(pieces, place)
        or _from_tail(pieces, text)
        or _from_subject(pieces, place)
    )
    if body is not None:
        return Unknown(body)
    if _is_bare_post(pieces):
        return Unknown(_unresolved(text), filler=True)
    if (team := _headed(pieces, place) or _team(pieces, text, place)) is not None:
        return Unknown(team)
    body, runner_up = by_spelling(text, place)
    return Unknown(body or _unresolved(text), runner_up=runner_up)


def _trim(pieces: Sequence[Piece]) -> list[Piece]:
    kept = [p for p in pieces if p.kind != "group"]
    idle = ("dash", "and", "colon")
    while kept and (kept[-1].kind in idle or kept[-1].key == "etc"):
        kept.pop()
    while kept and (kept[0].kind in idle or kept[0].key in ("the", "a", "our")):
        kept.pop(0)
    return kept


def _is_idle(pieces: Sequence[Piece]) -> bool:
    """Tell whether only small words are left over: "including", "and other"."""
    noise = vocabulary().words["noise"]
    return all(p.kind == "word" and p.key in noise and p.text.islower() for p in pieces)


def _from_glossary(text: str, place: Place, glossary: Glossary) -> Body | None:
    meaning = _folded(tuple(glossary.items())).get(name_key(text)) if glossary else None
    if not meaning or len(meaning.split()) > GLOSSARY_WORDS:
        return None
    key = name_key(meaning)
    known = best_meaning(vocabulary().meanings.get(key, ()), place)
    if known is not None and known.kind in ("agency", "role"):
        body = body_of(known, place, key)
        return replace(body, score=min(body.score, SCORE_GLOSSARY), method="glossary")
    return Body(None, meaning, None, None, None, SCORE_PATTERN, "glossary")


@lru_cache(maxsize=64)
def _folded(items: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {name_key(term): meaning for term, meaning in items}


def _from_area(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read "Newport CC", and an area's name alone, as its council."""
    areas = [p for p in pieces if p.kind == "area"]
    if len(areas) == 1 and len(pieces) == 2 and pieces[1].value == FORCE:
        force = serving(areas[0].value, FORCE, place.on)
        return as_body(force, None, None, SCORE_PATTERN, "pattern") if force else None
    others = [p for p in pieces if p.kind not in ("area", "council_suffix")]
    if len(areas) != 1 or others or not vocabulary().area_of[areas[0].value].domain:
        return None
    body = council(place, at=areas[0].value)
    return replace(body, role_id=None) if body else None


def _from_initials(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read an area's initials before a known acronym: "BCSP" in Bexley, "OSPCC" in Sussex."""
    if len(pieces) != 1 or not pieces[0].text.isupper():
        return None
    text = pieces[0].text
    members = [code for code in _members(place.area_code) if _is_council(code, text)]
    if len(members) == 1 and (body := council(place, at=members[0])) is not None:
        return replace(body, role_id=None, score=SCORE_PATTERN, method="pattern")
    if _is_council(place.area_code, text) and (body := council(place)) is not None:
        return replace(body, role_id=None, score=SCORE_PATTERN, method="pattern")
    for known, rest in _initial_roles(place.area_code, text):
        body = body_of(Meaning("role", known), place, rest)
        return replace(body, score=SCORE_PATTERN, method="pattern")
    return None


def _members(area_code: str | None) -> tuple[str, ...]:
    area = vocabulary().area_of.get(area_code or "")
    return area.member_codes if area is not None else ()


def _is_council(area_code: str | None, text: str) -> bool:
    """Tell whether initials are the area's own council: "WCC" in Westminster, "LBX" in X."""
    suffixes = vocabulary().meanings
    for prefix in _initials(area_code):
        rest = text[len(prefix) :].lower() if text.startswith(prefix) else ""
        if text in (f"LB{prefix}", f"RB{prefix}"):
            return True
        if any(meaning.kind == "council_suffix" for meaning in suffixes.get(rest, ())):
            return True
    return False


def _initial_roles(area_code: str | None, text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for prefix in sorted(_initials(area_code), key=len, reverse=True):
        rests = [text[len(prefix) :]] if text.startswith(prefix) else []
        if text.startswith(f"O{prefix}P"):
            rests.append(f"O{text[1 + len(prefix) :]}")
        for rest in rests:
            meanings = vocabulary().meanings.get(rest.lower(), ()) if len(rest) > 2 else ()
            roles = [m.value for m in meanings if m.kind == "role"]
            found += [(role, rest.lower()) for role in roles if _has_initials(role)]
    return found


def _has_initials(role_id: str) -> bool:
    """Tell whether a role is one body of an area, so that its initials may stand before it."""
    role = vocabulary().role_of[role_id]
    return role.unit is None and (role.resolves_to is not None or role.agency_type in BOARDS)


@lru_cache(maxsize=1024)
def _initials(area_code: str | None) -> frozenset[str]:
    """Give the initials that stand for an area: B and LBB for Bexley, BH for Brighton and Hove."""
    facts = vocabulary()
    area = facts.area_of.get(area_code or "")
    if area is None:
        return frozenset()
    forces = [a for a in facts.areas if a.police_force_id and a.area_type == "police-force-area"]
    around = [a for a in forces if a.police_force_id == area.police_force_id]
    around += [a for a in facts.areas if a.area_code == area.county_code]
    words = [name_key(a.name).replace(" and ", " ").split() for a in (area, *around)]
    full = [name_key(a.name).split() for a in (area, *around)]
    made = {"".join(word[0] for word in name).upper() for name in (*words, *full)}
    return frozenset(made | {area.name[:1].upper()})


def _from_tail(pieces: Sequence[Piece], text: str) -> Body | None:
    """Read a proper name by its last words: "Wearside Women's Aid", "Elsewhere NHS Trust"."""
    tails = [p for p in pieces if p.kind == "tail"]
    if not tails or len(pieces) < 2 or not text[:1].isupper():
        return None
    name = text.replace("&", "and")
    return Body(None, name, tails[-1].value, None, None, SCORE_PATTERN, "pattern")


def _from_subject(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read a post about the plan's subject as its team: "VAWG Commissioning Manager"."""
    role = subject_team(pieces)
    if role is None:
        return None
    return replace(body_of(Meaning("role", role), place, role), score=SCORE_PATTERN)


def _is_bare_post(pieces: Sequence[Piece]) -> bool:
    words = vocabulary().words
    return all(p.kind == "word" for p in pieces) and (
        any(p.key in words["post"] for p in pieces)
        and all(p.key in words["post"] | words["noise"] | words["team"] for p in pieces)
        and not {"domestic", "abuse", "violence", "vawg", "da", "crime"} & {p.key for p in pieces}
    )


def _headed(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read "Head of Customer Experience" as that department of the council."""
    posts = vocabulary().words["post"]
    at = next((at for at, p in enumerate(pieces) if p.key == "of"), 0)
    if not at or not all(p.key in posts for p in pieces[:at]):
        return None
    rest = text_of(pieces[at + 1 :])
    return department(rest, place) if rest else None


def _team(pieces: Sequence[Piece], text: str, place: Place) -> Body | None:
    """Read unknown words that end in a team or a post as a department of the council."""
    words, last = vocabulary().words, pieces[-1]
    if last.kind != "word" or len(pieces) < 2:
        return None
    if last.key in TEAM_WORDS or last.key in words["post"] or last.key in SERVICE_WORDS:
        return department(text, place)
    return None


def _unresolved(text: str) -> Body:
    return Body(None, text, None, None, None, 0, "unresolved")
