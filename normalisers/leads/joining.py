"""Mentions of one cell put together: posts that two bodies share, an owner and its departments.

Knows what a comma, a colon or an "and" between two mentions says of them.
"""

from dataclasses import replace

from normalisers.agencies import COUNCIL
from normalisers.leads.kinds import BOARDS, CHARITY, FORCE, MEMBERS, SERVICES
from normalisers.leads.mention import Mention
from normalisers.leads.units import SINGULARS
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary

MEMBER_ENDS = (["member"], ["holder"], ["lead"], ["councillor"])
"""Last words of one councillor's post; "Elected Members, Housing" are two."""


def add_mention(found: list[Mention], new: Mention) -> None:
    """Add a mention; posts that two bodies share go to both, a colleague's post to its body."""
    if not found:
        found.append(new)
        return
    last = found[-1]
    if (one := _as_one(last, new)) is not None:
        found[-1] = one
        return
    if new.joiner == "and":
        found[-1], new = _sharing_posts(last, new)
    found.append(new)


def _as_one(last: Mention, new: Mention) -> Mention | None:
    """Give the one body that two mentions are; None where they are two."""
    follows = new.joiner == ":" or (new.joiner == "," and (last.listed or _is_named_council(last)))
    if follows and _is_department_of(new, last):
        return replace(new, raw=f"{last.raw}{new.joiner} {new.raw}")
    if _is_provider_of(new, last):
        return replace(new, raw=f"{last.raw} - {new.raw}", joiner=last.joiner)
    if new.joiner != ",":
        return None
    if _is_one_officer(last, new):
        return _officer(last, new)
    if _is_brief_of(new, last) or _is_owner_of(new, last):
        return replace(last, raw=f"{last.raw}, {new.raw}")
    return None


def _sharing_posts(last: Mention, new: Mention) -> tuple[Mention, Mention]:
    """Give both mentions with the posts that an "and" says they have."""
    post = new.body.unit in SINGULARS.values()
    if post and last.listed and new.body.role_id and last.body.unit != new.body.unit:
        return last, replace(new, body=replace(last.body, unit=new.raw), listed=True)
    if _is_post_of(new, last):
        unit = new.body.unit if new.own_words else new.raw
        return last, replace(new, body=replace(last.body, unit=unit), listed=True)
    if post and _plural(new) and last.body.unit is None and last.body.agency_type in BOARDS:
        return replace(last, body=replace(last.body, unit=new.body.unit)), new
    return last, new


def _is_post_of(new: Mention, last: Mention) -> bool:
    """Tell whether a post that no body is known by is of the body of the post before it.

    "OPCC - Victims Lead & Grants Manager": not the council's, whose posts stand alone.
    """
    other = last.body.agency_type != COUNCIL and last.body.agency_id is not None
    loose = new.own_words or new.body.role_id is not None
    owned = new.body.agency_id is None or new.body.agency_type == COUNCIL
    post = any(word in vocabulary().words["post"] for word in name_key(new.raw).split()[-1:])
    return last.listed and last.body.unit is not None and other and loose and owned and post


def _is_one_officer(last: Mention, new: Mention) -> bool:
    """Tell whether a rank, its division and its force are one: "Supt, Salford Division, GMP"."""
    same = new.body.agency_id is not None and new.body.agency_id == last.body.agency_id
    return same and last.body.agency_type == FORCE and (last.part or new.part)


def _officer(last: Mention, new: Mention) -> Mention:
    """Give an officer's unit: that of the division, else that of the rank."""
    known = last if new.body.unit is None or (last.part and not last.rank) else new
    raw = f"{last.raw}, {new.raw}"
    return replace(last, raw=raw, body=known.body, part=True, rank=last.rank and new.rank)


def _is_brief_of(new: Mention, last: Mention) -> bool:
    """Tell whether a department is what one councillor answers for: "Cabinet Member, Housing"."""
    member = last.body.role_id == MEMBERS and name_key(last.raw).split()[-1:] in MEMBER_ENDS
    return member and new.body.agency_type == COUNCIL and new.body.unit is not None


def _is_owner_of(new: Mention, last: Mention) -> bool:
    """Tell whether a council's own name only says whose the department was: "Housing, LBE"."""
    return _is_named_council(new) and new.body.unit is None and _is_department_of(last, new)


def _is_provider_of(new: Mention, last: Mention) -> bool:
    """Tell whether a charity after a dash provides a service: "DA Service - Hestia"."""
    named = new.body.agency_id is not None and new.body.agency_type == CHARITY
    return named and not new.joiner and last.listed and last.body.role_id == SERVICES


def _is_department_of(new: Mention, last: Mention) -> bool:
    """Tell whether a body printed before a colon is the owner: "Brent Council: Housing"."""
    same = new.body.agency_id is not None and new.body.agency_id == last.body.agency_id
    return same and new.body.unit is not None and last.body.unit is None


def _is_named_council(mention: Mention) -> bool:
    """Tell whether a council is printed by its own name: "Brent Council", not "Council"."""
    return mention.body.agency_type == COUNCIL and mention.body.role_id is None


def _plural(mention: Mention) -> bool:
    return mention.raw.lower().rsplit(" ", 1)[-1] in SINGULARS
