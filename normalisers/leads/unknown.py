"""A run that no known name explains: the document's glossary, patterns, then spelling.

Knows how proper names are made; what stays unexplained keeps its text and says
which known name came nearest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalisers.agencies import (
    Body,
    Place,
    as_body,
    body_of,
    council,
    decided_body,
    serving,
)
from normalisers.leads.draft import department, text_of
from normalisers.leads.initials import SCORE_PATTERN, Glossary, from_glossary
from normalisers.leads.kinds import FORCE, GATHERINGS
from normalisers.leads.piece import Piece
from normalisers.leads.spelling import by_spelling
from normalisers.leads.units import subject_team
from normalisers.names import name_key
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

TEAM_WORDS = frozenset({"team", "teams", "department", "dept", "directorate", "division", "unit"})
"""Last words that make unknown words a department of the council: "DAIS Team"."""

DIVISIONS = frozenset({"division", "bcu", "lpa", "lpu", "policing"})
"""What a force calls its part of an area."""

BOARD_ENDS = frozenset({"board", "partnership", "group", "forum", "executive", "alliance"})
BOARD_WORDS = frozenset(
    {"governance", "strategic", "steering", "executive", "delivery", "operational", "local",
     "regional", "county", "joint", "multiagency", "and", "against"}
)  # fmt: skip
ABUSE = frozenset({"da", "dv", "dva", "dasv", "dsva", "dasva", "domestic", "dsv"})
"""Words of the names of boards on domestic abuse; "sexual" alone names another board."""

OUTSIDE = frozenset({"external", "independent"})
"""First words of posts that are not the council's: "External consultant"."""

SERVICE_WORDS = frozenset({"service", "services"})


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a run without a known name is taken for."""

    body: Body
    filler: bool = False
    runner_up: str | None = None
    part: bool = False


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
        from_glossary(text, place, glossary)
        or _from_area(pieces, place)
        or _from_tail(pieces, text)
        or _from_board(pieces, place)
        or _from_subject(pieces, place)
    )
    if body is not None:
        return Unknown(body)
    if (division := _division(pieces, text, place)) is not None:
        return Unknown(division, part=True)
    if _is_bare_post(pieces) or _is_half(pieces):
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


def _division(pieces: Sequence[Piece], text: str, place: Place) -> Body | None:
    """Read "Salford Division" as a part of the police: councils' divisions are of a subject."""
    force = serving(place.area_code, FORCE, place.on)
    places = [p for p in pieces[:-1] if p.kind == "area"]
    if force is None or pieces[-1].key not in DIVISIONS or len(places) != len(pieces) - 1:
        return None
    return as_body(force, text, None, SCORE_PATTERN, "pattern") if places else None


def _from_tail(pieces: Sequence[Piece], text: str) -> Body | None:
    """Read a proper name by its last words: "Wearside Women's Aid", "Elsewhere NHS Trust"."""
    tails = [p for p in pieces if p.kind == "tail"]
    if not tails or len(pieces) < 2 or not text[:1].isupper():
        return None
    name = text.replace("&", "and")
    return Body(None, name, tails[-1].value, None, None, SCORE_PATTERN, "pattern")


def _from_board(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read a board by its subject: "Derby and Derbyshire DA & SV Governance Board"."""
    words = vocabulary().words
    keys = [token.key for p in pieces if p.kind != "area" for token in p.tokens]
    if len(keys) < 2 or keys[-1] not in BOARD_ENDS:
        return None
    if not all(key in words["noise"] | BOARD_WORDS | BOARD_ENDS or key in ABUSE for key in keys):
        return None
    if {"vawg", "vawdasv", "evawg", "vaw", "women", "girls"} & set(keys):
        return body_of(Meaning("role", "vawg-board"), place, "")
    if ABUSE & set(keys):
        return body_of(Meaning("role", "da-partnership-board"), place, "")
    return None


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


def _is_half(pieces: Sequence[Piece]) -> bool:
    """Tell whether words are half of a department's name: "Communities", "Families and Skills"."""
    words = vocabulary().words
    known = words["division"] | words["noise"]
    return all(p.kind == "and" or (p.kind == "word" and p.key in known) for p in pieces) and any(
        p.key in words["division"] for p in pieces
    )


def _headed(pieces: Sequence[Piece], place: Place) -> Body | None:
    """Read "Head of Customer Experience" as that department of the council."""
    posts = vocabulary().words["post"]
    at = next((at for at, p in enumerate(pieces) if p.key in ("of", "for")), 0)
    if not at or not all(p.key in posts for p in pieces[:at]):
        return None
    rest = text_of(pieces[at + 1 :])
    if rest and pieces[-1].key in GATHERINGS:
        board = _from_board(pieces[at + 1 :], place) or _unresolved(rest)
        return replace(board, unit=text_of(pieces[:at]))  # "Chair of DA Governance Board"
    return department(rest, place) if rest else None


def _team(pieces: Sequence[Piece], text: str, place: Place) -> Body | None:
    """Read unknown words that end in a team or a post as a department of the council."""
    words, last = vocabulary().words, pieces[-1]
    if last.kind != "word" or len(pieces) < 2 or pieces[0].key in OUTSIDE:
        return None
    if last.key in TEAM_WORDS or last.key in words["post"] or last.key in SERVICE_WORDS:
        return department(text, place)
    return None


def _unresolved(text: str) -> Body:
    return Body(None, text, None, None, None, 0, "unresolved")
