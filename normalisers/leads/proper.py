"""Proper names that end in, or hold, a general word: "Burton Refuge", "HMP Somewhere".

Knows when words around a general name make it another body's name; it keeps them as printed.
"""

from collections.abc import Sequence

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece
from normalisers.leads.split import BOARDS, EVERYONE, NAMEABLE, SUBGROUP, Draft, text_of
from normalisers.leads.units import says_something
from normalisers.match import finder
from normalisers.vocabulary import vocabulary

PRISONS = frozenset({"hmp", "hmpyoi", "hmyoi"})
"""What stands before a prison's name."""


def proper_name(draft: Draft) -> Mention | None:
    """Find a name that only ends in a known word: "Burton Refuge", "St Elsewhere Hospital"."""
    unknown = [p for p in draft.before if p.kind == "word" and says_something(p)]
    tails = [m for m in vocabulary().meanings.get(draft.piece.key, ()) if m.kind == "tail"]
    areas = [p for p in draft.before if p.kind == "area"]
    short = draft.body.role_id is None and len(draft.piece.tokens) == 1
    named = draft.body.agency_type in ("voluntary-sector", "nhs-trust")
    if short and named and (unknown or areas) and draft.body.agency_id:
        return _named(draft, draft.body.agency_type)
    proper = unknown and all(p.text[:1].isupper() for p in unknown)
    last = draft.piece.tokens[-1].key
    initials = draft.piece.text.isupper() and draft.body.role_id == "icb-role"
    singular = last in vocabulary().words["orgnoun"] and not last.endswith("s")
    places = [p for p in draft.after if p.kind == "area"]
    if tails and draft.body.agency_id and (unknown or areas or places):
        return _named(draft, tails[0].value)
    if draft.body.role_id in (EVERYONE, COUNCIL) and unknown and proper:
        return _unresolved(draft)
    if _is_other_board(draft, unknown, areas) and proper:
        return _unresolved(draft)
    if _is_inside_name(draft, unknown, areas):
        return _unresolved(draft)
    if (
        draft.body.role_id == "housing"
        and areas
        and unknown
        and proper
        and draft.before[-1].kind == "word"
    ):
        return _named(draft, "housing-provider")
    if draft.piece.key in PRISONS and draft.after[:1] and _is_place(draft.after[0]):
        return _named(draft, draft.body.agency_type)
    if draft.body.role_id in NAMEABLE and (singular or initials) and _of_somewhere(draft):
        return _named(draft, draft.body.agency_type)
    if draft.body.role_id in NAMEABLE and (singular or initials) and (proper or areas):
        return _named(draft, draft.body.agency_type)
    return None


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
