"""Mentions of one cell put together: posts that two bodies share, an owner and its departments.

Knows what a comma, a colon or an "and" between two mentions says of them.
"""

from dataclasses import replace

from normalisers.agencies import COUNCIL
from normalisers.leads.mention import Mention
from normalisers.leads.split import BOARDS, MEMBERS
from normalisers.leads.units import SINGULARS
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary

FORCE = "police-force"

MEMBER_ENDS = (["member"], ["holder"], ["lead"], ["councillor"])
"""Last words of one councillor's post; "Elected Members, Housing" are two."""


def add_mention(found: list[Mention], new: Mention) -> None:
    """Add a mention; posts that two bodies share go to both, a colleague's post to its body."""
    last = found[-1] if found else None
    follows = new.joiner == ":" or (
        new.joiner == "," and last is not None and (last.listed or _is_named_council(last))
    )
    if last is not None and follows and _is_department_of(new, last):
        found.pop()
        new = replace(new, raw=f"{last.raw}{new.joiner} {new.raw}")
    elif last is not None and new.joiner == "," and _is_one_officer(last, new):
        found[-1] = _officer(last, new)
        return
    elif last is not None and new.joiner == "," and _is_brief_of(new, last):
        found[-1] = replace(last, raw=f"{last.raw}, {new.raw}")
        return
    if last is not None and new.joiner == "and":
        post = new.body.unit in SINGULARS.values()
        if post and last.listed and new.body.role_id and last.body.unit != new.body.unit:
            new = replace(new, body=replace(last.body, unit=new.raw), listed=True)
        elif _is_post_of(new, last):
            unit = new.body.unit if new.own_words else new.raw
            new = replace(new, body=replace(last.body, unit=unit), listed=True)
        elif post and _plural(new) and last.body.unit is None and last.body.agency_type in BOARDS:
            found[-1] = replace(last, body=replace(last.body, unit=new.body.unit))
    found.append(new)


def _is_post_of(new: Mention, last: Mention) -> bool:
    """Tell whether a post that no body is known by is of the body of the post before it.

    "OPCC - Victims Lead & Grants Manager": not the council's, whose posts stand alone.
    """
    other = last.body.agency_type != COUNCIL and last.body.agency_id is not None
    loose = new.own_words or new.body.role_id is not None
    owned = new.body.agency_id is None or new.body.agency_type == COUNCIL
    post = name_key(new.raw).split()[-1:] and name_key(new.raw).split()[-1] in _posts()
    return last.listed and last.body.unit is not None and other and loose and owned and bool(post)


def _posts() -> frozenset[str]:
    return vocabulary().words["post"]


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


def _is_department_of(new: Mention, last: Mention) -> bool:
    """Tell whether a body printed before a colon is the owner: "Brent Council: Housing"."""
    same = new.body.agency_id is not None and new.body.agency_id == last.body.agency_id
    return same and new.body.unit is not None and last.body.unit is None


def _is_named_council(mention: Mention) -> bool:
    """Tell whether a council is printed by its own name: "Brent Council", not "Council"."""
    return mention.body.agency_type == COUNCIL and mention.body.role_id is None


def _plural(mention: Mention) -> bool:
    return mention.raw.lower().rsplit(" ", 1)[-1] in SINGULARS
