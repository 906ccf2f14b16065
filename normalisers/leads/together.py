"""Whether a name in a run belongs to the body before it: its unit, its post or a second name.

Knows how a plan writes a body and its parts in one breath; it begins no body of its own.
"""

from dataclasses import replace

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.draft import Draft, is_directorate
from normalisers.leads.kinds import (
    APART,
    BOARDS,
    CHARITY,
    COUNCILS_OWN,
    EVERYONE,
    MEMBERS,
    NAMEABLE,
    PRISONS,
    PROVIDERS,
    SAFEGUARDING,
    SERVICES,
    SUBGROUP,
    VAWG_BOARD,
    WITH_UNITS,
)
from normalisers.leads.piece import Piece
from normalisers.vocabulary import vocabulary


def joins(last: Draft, piece: Piece, following: Piece | None) -> bool:
    """Add a name to the body before it where it is that body's unit, post or second name."""
    body, own = piece.body, last.body
    assert body is not None
    if any(p.kind == "group" for p in last.after) and body.unit is None:
        return False
    if piece.key in PRISONS:
        return False
    every = own.role_id == EVERYONE and last.piece.key == "all" and not last.after
    if every and body.agency_id is None:
        last.other_names.append(last.piece)
        last.piece, last.body = piece, body  # "All district councils"
        return True
    if own.role_id == EVERYONE and [p.key for p in last.after[:1]] in (["of"], ["in"], ["on"]):
        last.other_names += [last.piece, *last.after]
        last.after.clear()
        last.piece, last.body = piece, body  # "All members of the CSP"
        return True
    if _is_second_name(last, piece):
        return True
    if _is_post_of(last, piece, following):
        last.after.append(piece)
        return True
    departments = own.agency_type in WITH_UNITS and not _is_generic(own)
    if departments and body.unit is not None and body.agency_type == COUNCIL:
        return _joins_department(last, piece)
    return False


def _is_second_name(last: Draft, piece: Piece) -> bool:
    """Read two names of one body as one: host and partnership, name and initials, long names."""
    body, own = piece.body, last.body
    assert body is not None
    hosts = own.agency_type == COUNCIL and own.unit is None and _is_bare(last)
    if hosts and body.agency_type in BOARDS:
        last.other_names.append(last.piece)
        last.body, last.piece = body, piece
        return True
    if _is_same(own, body):
        last.other_names.append(piece)
        last.body = replace(own, unit=own.unit or body.unit)
        return True
    if own.role_id in NAMEABLE and body.role_id in NAMEABLE and not last.after and last.before:
        last.before.append(last.piece)
        last.piece, last.body = piece, body
        return True
    return False


def _is_post_of(last: Draft, piece: Piece, following: Piece | None) -> bool:
    """Tell whether a name is part of a post or filler of the body before it.

    "OPCC LCJB Lead", "Safeguarding Partnership Business Manager", "VCS partners", "Solace IDVAs".
    """
    body, own = piece.body, last.body
    assert body is not None
    if body.role_id == EVERYONE or piece.key == "members":
        return True
    if piece.key in PROVIDERS and not last.after and _is_collective(own):
        return True
    if _is_own_commissioner(last, piece) or _is_provided(last, piece):
        return True
    if own.role_id == MEMBERS and (body.unit is not None or last.after):
        return True
    if own.agency_type in BOARDS:
        if body.role_id == SUBGROUP and own.role_id != VAWG_BOARD and _is_of_subject(last):
            return True
        post = following is not None and following.key in vocabulary().words["post"]
        return post and body.agency_type not in BOARDS
    if piece.key == SAFEGUARDING and own.agency_id is not None and own.agency_type in WITH_UNITS:
        return own.unit is None
    if own.agency_type not in WITH_UNITS or _is_generic(own) or body.unit is not None:
        return False
    if own.agency_type in APART and _ends_in_post_for(last) and body.agency_type not in BOARDS:
        return body.agency_id is None  # "OPCC Lead for Victims"
    goes_on = following is not None and following.kind == "word"
    goes_on = goes_on or piece.tokens[-1].key in vocabulary().words["post"]
    charity = own.agency_type == CHARITY and body.role_id == SERVICES
    named = own.agency_id is not None and own.unit is None and body.agency_id is None
    return charity or (named and goes_on)


def _ends_in_post_for(last: Draft) -> bool:
    """Tell whether a post waits for what it is for: "Lead for"."""
    words = [p.key for p in last.after[-2:] if p.kind == "word"]
    return len(words) == 2 and words[0] in vocabulary().words["post"] and words[1] in ("for", "of")


def _is_own_commissioner(last: Draft, piece: Piece) -> bool:
    """Tell whether a national commissioner's title is a council's post: "OCC DA Commissioner"."""
    body, own = piece.body, last.body
    national = body is not None and body.agency_type == "central-government"
    post = piece.tokens[-1].key in vocabulary().words["post"]
    return national and post and own.agency_type == COUNCIL and not last.after


def _is_collective(body: Body) -> bool:
    return body.agency_id is None and body.role_id in NAMEABLE | {"health", "substance-misuse"}


def _is_provided(last: Draft, piece: Piece) -> bool:
    """Tell whether a department's subject only says what is provided: "Training provider"."""
    part = last.body.agency_type == COUNCIL and last.body.unit is not None and not last.after
    return part and piece.key in ("provider", "providers")


def _joins_department(last: Draft, piece: Piece) -> bool:
    own, body = last.body, piece.body
    assert body is not None
    if own.agency_type in APART and body.role_id in COUNCILS_OWN and not last.after:
        return False
    if own.agency_type != COUNCIL or (own.unit is not None and _is_post(piece, last)):
        last.after.append(piece)
        return True
    if own.unit is None and _is_bare(last):
        last.listed = any(p.kind == "dash" for p in last.after)
        last.other_names += [last.piece, *last.after]
        last.after.clear()
        last.body = replace(own, unit=body.unit, role_id=body.role_id)
        last.piece = piece
        return True
    if own.unit is None and is_directorate(piece):
        last.after.append(piece)
        return True
    if own.unit is None and not any(p.kind in ("group", "dash") for p in last.after):
        last.after.append(piece)
        return True
    return False


def _is_post(piece: Piece, last: Draft) -> bool:
    """Tell whether a department's name is a post in the one before: "Housing" "Data Analyst"."""
    return piece.tokens[-1].key in vocabulary().words["post"] and not last.after


def _is_of_subject(last: Draft) -> bool:
    """Tell whether a board is followed by no more than a dash and the plan's subject."""
    words = vocabulary().words
    subjects = words["vawg_subject"] | words["abuse_subject"]
    return all(p.kind == "dash" or p.key in subjects for p in last.after)


def _is_bare(draft: Draft) -> bool:
    return all(piece.kind in ("dash", "and") for piece in draft.after)


def _is_same(one: Body, other: Body) -> bool:
    if one.unit is not None and other.unit is not None and one.unit != other.unit:
        return False
    if one.agency_type == COUNCIL and (one.unit is None) != (other.unit is None):
        return False
    return (one.name, one.agency_type) == (other.name, other.agency_type)


def _is_generic(body: Body) -> bool:
    """Tell whether a name stands for many bodies, which have no department in common."""
    return body.agency_id is None and body.agency_type in (
        CHARITY,
        "nhs-trust",
        "transport",
    )
