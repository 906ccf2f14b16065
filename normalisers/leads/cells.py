"""Reads a printed lead cell as the bodies that lead and support, with their units.

The order of the work: people's names out, names found (in this area, on this day), the cell cut
into runs, each run read, parts given. Nothing here knows a name: names are in ``reference/``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from normalisers.agencies import Place
from normalisers.areas import area_code
from normalisers.decided import NOTHING_DECIDED, Decided
from normalisers.leads.mention import Mention
from normalisers.leads.mentions import read_mentions
from normalisers.leads.people import names_doubtful, without_people
from normalisers.leads.piece import Piece
from normalisers.leads.pieces import NO_TERMS, read_pieces
from normalisers.leads.plan_words import plan_words
from normalisers.names import MAX_NAME_CHARS, Token, name_key, tokenise

_ADDRESS = re.compile(r"\S{1,64}@\S{1,255}")
"""A mail address, which holds a name; lengths are the limits of RFC 5321."""

UNDECIDED = "tbc"
"""The role of "TBC", "N/A", "Vacant": a cell that says that nobody leads yet."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One body that a lead cell names.

    Attributes:
        agency_id: Our code; None where the name stays generic or is not known.
        agency_name: The body's name; a generic label ("Schools"); the printed words where unknown.
        agency_type: What sort of body it is; None where not known.
        unit: Department, team or post in it.
        role: lead (alone), joint (one of several), or support.
        raw: The printed words that name it, without names of people.
        score: 0 to 100; 0 is not understood.
        method: exact, alias, glossary, pattern, fuzzy, override (a person decided), or unresolved.
        runner_up: The next best body, where the choice was close or failed.
    """

    agency_id: str | None
    agency_name: str
    agency_type: str | None
    unit: str | None
    role: str
    raw: str
    score: int
    method: str
    runner_up: str | None


def normalise_leads(
    raw: str | None,
    area: str | None,
    glossary: Mapping[str, str] = NO_TERMS,
    on: date | None = None,
    decided: Decided = NOTHING_DECIDED,
) -> tuple[Lead, ...]:
    """Read a lead cell; () where it is empty, a dash or "TBC".

    Args:
        raw: The cell: ``"Police and Council (Housing, Public Health) with input from CPS"``.
        area: The document's area, by code or name: ``"E08000016"``, ``"Barnsley"``; None where
            not known, and then generic bodies stay generic.
        glossary: The document's own short forms: ``{"DAPB": "Domestic Abuse Partnership Board"}``.
        on: Day of the document; None is today. It decides between a council and its successor.
        decided: What people said that names mean in this area.
    """
    if not raw or not raw.strip():
        return ()
    return _normalise(raw, area, tuple(sorted(glossary.items())), on, decided)


def without_names(raw: str | None, area: str | None = None, instead: str = "[name]") -> str:
    """Give a printed cell with people's names replaced: ``"[name], Head of Housing"``.

    For raw columns of a release that must hold no names; the words are those that
    :func:`normalise_leads` leaves out. Titles go with the name, posts stay.
    """
    text = _ADDRESS.sub(instead, raw or "")
    pieces = read_pieces(tokenise(text), Place(area_code(area), None))
    kept = {id(token) for token in _tokens(without_people(pieces))}
    names = [token.text for token in _tokens(pieces) if id(token) not in kept]
    for name in sorted(set(names), key=len, reverse=True):
        if any(letter.isalpha() for letter in name):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "\x00", text)
    return re.sub("\x00[\x00 .'-]*\x00|\x00", instead, text)


@lru_cache(maxsize=4096)
def is_unread(raw: str | None, area: str | None = None) -> bool:
    """Tell whether a cell prints words that may name a body and that no lead keeps.

    True for a cell that names a person alone, and for words that no list of names or bodies
    holds ("Zibbleton Quorum"): they may be a person's, so a person has to look. False for an
    empty cell, one that says "TBC", and a person's name beside a body.
    """
    text = _ADDRESS.sub(" ", (raw or "")[:MAX_NAME_CHARS])
    place = Place(area_code(area), None)
    pieces = read_pieces(tokenise(text), place)
    worded = [p for p in pieces if any(letter.isalpha() for letter in p.text)]
    if not [p for p in worded if p.body is None or p.body.role_id != UNDECIDED]:
        return False
    leads = normalise_leads(raw, area)
    return not leads or names_doubtful(pieces) or _loses(without_people(pieces), leads)


def _loses(pieces: Sequence[Piece], leads: Sequence[Lead]) -> bool:
    """Tell whether a word of no plan stands in none of the leads."""
    kept = " ".join(f"{lead.raw} {lead.agency_name} {lead.unit or ''}" for lead in leads)
    known = plan_words().union(name_key(kept).split())
    words = [token for token in _tokens(pieces) if token.text[:1].isupper()]
    return any(t.key not in known and t.key.isalpha() and len(t.key) > 1 for t in words)


def _tokens(pieces: Sequence[Piece]) -> list[Token]:
    return [token for piece in pieces for token in piece.tokens]


@lru_cache(maxsize=32_768)
def _normalise(
    raw: str,
    area: str | None,
    terms: tuple[tuple[str, str], ...],
    on: date | None,
    decided: Decided,
) -> tuple[Lead, ...]:
    place = Place(area_code(area), on, decided)
    text = _ADDRESS.sub(" ", raw[:MAX_NAME_CHARS])
    glossary = dict(terms)
    pieces = without_people(read_pieces(tokenise(text), place, glossary))
    mentions = _without_fillers(read_mentions(pieces, place, glossary))
    return _distinct(_with_parts(mentions))


def _without_fillers(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out a bare post ("Service Manager") where the cell names a body beside it."""
    bodies = [mention for mention in mentions if not mention.filler]
    return bodies or list(mentions)


def _with_parts(mentions: Sequence[Mention]) -> list[Lead]:
    """Give each body its part: alone it leads, with others it leads jointly, or it supports."""
    tagged = any(mention.hint == "lead" for mention in mentions)
    leading = [m for m in mentions if _leads(m, tagged=tagged)]
    if not leading:
        leading, tagged = list(mentions), False
    names = {(m.body.name, m.body.unit) for m in leading}
    together = "joint" if len(names) > 1 else "lead"
    return [_lead(m, together if _among(m, leading) else "support") for m in mentions]


def _leads(mention: Mention, *, tagged: bool) -> bool:
    return mention.hint in ("lead", "joint") or (mention.hint is None and not tagged)


def _among(mention: Mention, leading: Sequence[Mention]) -> bool:
    return any(mention is other for other in leading)


def _lead(mention: Mention, role: str) -> Lead:
    body = mention.body
    return Lead(
        body.agency_id,
        body.name,
        body.agency_type,
        body.unit if body.unit != body.name else None,
        role,
        mention.raw,
        body.score,
        body.method,
        mention.runner_up,
    )


def _distinct(leads: Sequence[Lead]) -> tuple[Lead, ...]:
    """Give each body and unit once, in its strongest part, with all its printed words."""
    found: dict[tuple[str, str | None], Lead] = {}
    for lead in leads:
        key = (lead.agency_name, lead.unit)
        if (first := found.setdefault(key, lead)) is lead:
            continue
        raw = first.raw if lead.raw in first.raw else f"{first.raw}; {lead.raw}"
        role = lead.role if first.role == "support" else first.role
        found[key] = replace(first, raw=raw, role=role)
    return tuple(found.values())
