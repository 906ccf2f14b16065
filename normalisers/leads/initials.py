"""Short forms that the document or its area explains: a glossary's, an area's, a body's initials.

Knows how initials are made of names; what is known by a name of its own never comes here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from normalisers.agencies import (
    Body,
    Place,
    as_body,
    best_meaning,
    body_of,
    council,
    serving,
)
from normalisers.leads.kinds import BOARDS, FORCE
from normalisers.leads.piece import Piece
from normalisers.names import name_key
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

Glossary = Mapping[str, str]

SCORE_GLOSSARY, SCORE_PATTERN = 90, 75
GLOSSARY_WORDS = 12
"""Words; a longer definition explains a thing and does not name a body."""

LEAST_LETTERS = 3
"""Letters; two letters are too often something else ("ED", "PH")."""

SERVES = (FORCE, "pcc-office", "fire-service", "community-safety-partnership",
          "nhs-health-board")  # fmt: skip
"""Types of body that serve an area one each, whose initials its plans use: RBFRS, SWFRS."""


def with_initials(pieces: Sequence[Piece], place: Place, glossary: Glossary) -> list[Piece]:
    """Put bodies for the short forms that the glossary or the area explains."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "word":
            kept.append(_explained(piece, place, glossary))
        elif piece.kind == "area" and kept and (nhs := _nhs_of(kept[-1], piece, place)):
            kept[-1] = nhs
        else:
            kept.append(piece)
    return kept


def _nhs_of(before: Piece, area: Piece, place: Place) -> Piece | None:
    """Read "NHS Glos" as the body of the area's full name: "NHS Gloucestershire"."""
    key = f"nhs {name_key(vocabulary().area_of[area.value].name)}" if before.key == "nhs" else ""
    meaning = best_meaning(vocabulary().meanings.get(key, ()), place)
    if meaning is None or meaning.kind != "agency":
        return None
    return Piece(
        "body", before.tokens + area.tokens, key, meaning.value, body_of(meaning, place, key)
    )


def _explained(piece: Piece, place: Place, glossary: Glossary) -> Piece:
    body = from_glossary(piece.text, place, glossary)
    if body is None and piece.text.isupper() and len(piece.text) >= LEAST_LETTERS:
        body = _from_area(piece.text, place)
    if body is None and "&" in piece.text and piece.text in _joined(place.area_code):
        return replace(piece, kind="area", value=place.area_code or "")
    if body is None or place.decided.denies(piece.key, body.agency_id):
        return piece
    return replace(piece, kind="body", body=body)


def from_glossary(text: str, place: Place, glossary: Glossary) -> Body | None:
    """Give the body that the document's own glossary says a short form is; None where none."""
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


@lru_cache(maxsize=16_384)
def _from_area(text: str, place: Place) -> Body | None:
    """Read an area's initials in a short form: "BCSP" in Bexley, "OSPCC" in Sussex, "RBFRS"."""
    members = [code for code in _members(place.area_code) if _is_council(code, text)]
    if len(members) == 1 and (body := council(place, at=members[0])) is not None:
        return replace(body, role_id=None, score=SCORE_PATTERN, method="pattern")
    if _is_council(place.area_code, text) and (body := council(place)) is not None:
        return replace(body, role_id=None, score=SCORE_PATTERN, method="pattern")
    for known, rest in _initial_roles(place.area_code, text):
        body = body_of(Meaning("role", known), place, rest)
        return replace(body, score=SCORE_PATTERN, method="pattern")
    return _of_served(text, place)


def _of_served(text: str, place: Place) -> Body | None:
    """Read the initials of a body that serves the area by the words of its name: "RBFRS"."""
    bodies = [serving(place.area_code, kind, place.on) for kind in SERVES]
    found = [body for body in bodies if body is not None and text in _spelt(body.name)]
    return as_body(found[0], None, None, SCORE_PATTERN, "pattern") if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _spelt(name: str) -> frozenset[str]:
    words = name_key(name).split()
    short = [word for word in words if word not in ("and", "of", "the", "for")]
    return frozenset("".join(word[0] for word in made).upper() for made in (words, short))


@lru_cache(maxsize=1024)
def _joined(area_code: str | None) -> frozenset[str]:
    """Give an area's initials with an ampersand: "D&G" for Dumfries and Galloway."""
    area = vocabulary().area_of.get(area_code or "")
    parts = name_key(area.name).split(" and ") if area is not None else []
    made = "&".join("".join(word[0] for word in part.split()).upper() for part in parts)
    return frozenset({made} if "&" in made else ())


def _members(area_code: str | None) -> tuple[str, ...]:
    area = vocabulary().area_of.get(area_code or "")
    return area.member_codes or area.replaced_by if area is not None else ()


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
    return [
        (meaning.value, rest.lower())
        for rest in _rests(area_code, text)
        for meaning in vocabulary().meanings.get(rest.lower(), ())
        if meaning.kind == "role" and _has_initials(meaning.value)
    ]


def _rests(area_code: str | None, text: str) -> Iterator[str]:
    """Give what is left of a short form without its area: "BCSP", "OSPCC", "OPCCN"."""
    for prefix in sorted(_initials(area_code), key=len, reverse=True):
        rests = [text[len(prefix) :]] if text.startswith(prefix) else []
        if text.startswith(f"O{prefix}P"):
            rests.append(f"O{text[1 + len(prefix) :]}")
        if text.endswith(f"PCC{prefix}"):
            rests.append(text.removesuffix(prefix))
        yield from (rest for rest in rests if len(rest) >= LEAST_LETTERS)


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
