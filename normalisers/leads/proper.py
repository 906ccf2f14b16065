"""Proper names that end in, or hold, a general word: "Burton Refuge", "HMP Somewhere".

Knows when words around a general name make it another body's name; it keeps them as printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.covered import goes_on, is_name, is_other_body
from normalisers.leads.draft import Draft, text_of
from normalisers.leads.kinds import BOARDS, CHARITY, EVERYONE, NAMEABLE, PRISONS, SUBGROUP
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece
from normalisers.leads.units import says_something
from normalisers.match import finder
from normalisers.vocabulary import vocabulary

INITIALS = frozenset({"icb-role", "sarc"})
"""General bodies whose initials end a name: "Mereshire ICB", "St Elsewhere's SARC"."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands before a body's name: unknown words and areas; ``proper``: all capitalised."""

    draft: Draft
    unknown: Sequence[Piece]
    areas: Sequence[Piece]
    proper: bool


def proper_name(draft: Draft) -> Mention | None:
    """Find a name that only ends in a known word: "Burton Refuge", "St Elsewhere Hospital"."""
    unknown = [p for p in draft.before if p.kind == "word" and says_something(p)]
    areas = [p for p in draft.before if p.kind == "area"]
    proper = bool(unknown) and all(p.text[:1].isupper() for p in unknown)
    around = _Around(draft, unknown, areas, proper)
    if (kind := _ends_in(around)) is not None:
        return _named(draft, kind)
    if is_other_body(draft, unknown) or _is_unlisted(around):
        return _unresolved(draft)
    if _is_nameable(around):
        kind = "housing-provider" if draft.body.role_id == "housing" else draft.body.agency_type
        return _named(draft, kind)
    return None


def _ends_in(around: _Around) -> str | None:
    """Give the type of a name that ends in a charity's or trust's: "Burton Refuge"."""
    draft = around.draft
    tails = [m for m in vocabulary().meanings.get(draft.piece.key, ()) if m.kind == "tail"]
    short = draft.body.role_id is None and len(draft.piece.tokens) == 1
    named = draft.body.agency_type in (CHARITY, "nhs-trust")
    places = [p for p in draft.after if p.kind == "area"]
    if not draft.body.agency_id:
        return None
    if short and named and (around.unknown or around.areas):
        return draft.body.agency_type
    if draft.body.role_id is not None and not around.unknown:
        return None  # "Herts Constabulary": the area's own
    local = [p for p in draft.after[:1] if p.kind == "word" and is_name(p)]
    beside = around.unknown or around.areas or places or local
    return tails[0].value if tails and beside else None


def _is_unlisted(around: _Around) -> bool:
    """Tell whether capitalised words make a general word a name that no file holds."""
    draft = around.draft
    if around.proper and draft.body.role_id in (EVERYONE, COUNCIL):
        return True
    near = draft.before[-1:] if draft.piece.key == "partnership" else []
    if any(p.kind == "word" and p.text[:1].isupper() for p in near):
        return True  # "Violence & Abuse Partnership"
    if around.proper and _is_other_board(draft, around.unknown, around.areas):
        return True
    return _is_inside_name(draft, around.unknown, around.areas)


def _is_nameable(around: _Around) -> bool:
    """Tell whether a general word is the end of a name that says what it is: "Newbury College"."""
    draft, role = around.draft, around.draft.body.role_id
    last = draft.piece.tokens[-1].key
    singular = last in vocabulary().words["orgnoun"] and not last.endswith("s")
    known = bool(around.areas) and role != "sarc"
    if role == "housing":
        return bool(around.areas) and around.proper and draft.before[-1].kind == "word"
    if draft.piece.key in PRISONS and draft.after[:1] and _is_place(draft.after[0]):
        return True
    if role in INITIALS and draft.piece.text.isupper():
        return around.proper or known or _of_somewhere(draft)
    if role not in NAMEABLE:
        return False
    if singular and (around.proper or around.areas or _of_somewhere(draft)):
        return True
    return bool(around.areas) and _is_spelt_out(draft)


def _is_spelt_out(draft: Draft) -> bool:
    """Tell whether a bracket spells a name with its place: "Hull DA Service (HDAS)"."""
    words = [t.text for p in (*draft.before, draft.piece) for t in p.tokens]
    letters = "".join(word[0] for word in words if word[0].isupper())
    groups = [p.tokens[0].text for p in draft.after if p.kind == "group" and len(p.tokens) == 1]
    return any(len(text) > 2 and text == letters for text in groups)


def _is_other_board(draft: Draft, unknown: Sequence[Piece], areas: Sequence[Piece]) -> bool:
    """Tell whether a board is of a place that we do not know: "Mereshire Safeguarding Board"."""
    body = draft.body
    if body.role_id is None or body.agency_type not in BOARDS or body.role_id == SUBGROUP:
        return False
    named = [p for p in unknown if not p.text.isupper() and p.text.isalpha()]
    near = draft.before[-1] if draft.before else None
    known = finder(vocabulary())
    return not areas and bool(named) and near is named[-1] and not known.has_word(near.key)


def _is_inside_name(draft: Draft, unknown: Sequence[Piece], areas: Sequence[Piece]) -> bool:
    """Tell whether a general word stands inside a name: "Kingdom Abuse Survivors Project"."""
    after = draft.after[0] if draft.after else None
    if draft.body.agency_id or draft.body.unit or after is None or after.kind != "word":
        return False
    noun = after.text[:1].isupper() and after.key in vocabulary().words["orgnoun"]
    goes_on = noun and after.key not in vocabulary().words["post"] | vocabulary().words["team"]
    return goes_on and bool(unknown or areas) and draft.body.agency_type not in BOARDS


def _is_place(piece: Piece) -> bool:
    return piece.kind == "area" or (piece.kind == "word" and piece.text[:1].isupper())


def _unresolved(draft: Draft) -> Mention:
    """Keep a name that only ends in a general word: "Keeping Barset Safe Partnership"."""
    nouns = vocabulary().words["orgnoun"]
    inside = draft.after[:1]
    more = [p for p in inside if p.kind == "word" and p.key in nouns and p.text[:1].isupper()]
    if goes_on(draft):
        more = [p for p in draft.after if p.kind != "group"]
    text = text_of([*draft.before, draft.piece, *more])
    return Mention(Body(None, text, None, None, None, 0, "unresolved"), text)


def _of_somewhere(draft: Draft) -> bool:
    """Tell whether a name goes on with a place: "University" "of Barchester"."""
    after = draft.after[:2]
    if len(after) < 2 or after[0].key != "of":
        return False
    return after[1].kind == "area" or (after[1].kind == "word" and after[1].text[:1].isupper())


def _named(draft: Draft, agency_type: str | None) -> Mention:
    after: list[Piece] = []
    for piece in draft.after:
        if piece.kind == "group":
            break
        after.append(piece)
    last = max((at for at, p in enumerate(after) if p.kind == "area"), default=-1)
    last = max(last, 1) if _of_somewhere(draft) else last
    nouns = vocabulary().words["orgnoun"]
    if last < 0 and after and after[0].key in nouns and after[0].text[:1].isupper():
        last = 0  # "Family Crisis" "Centre"
    if last < 0 and draft.piece.key in PRISONS:
        last = 0
    text = text_of([*draft.before, draft.piece, *after[: last + 1]]).replace("&", "and")
    return Mention(Body(None, text, agency_type, None, None, 65, "pattern"), text)
