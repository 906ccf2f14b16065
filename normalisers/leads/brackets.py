"""What a bracket beside a body holds: its units, its initials, or further bodies.

Knows which bracket says the name before it again; how its words are read, it asks the reader.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.draft import Draft, text_of
from normalisers.leads.kinds import BOARDS, CHARITY, SAFEGUARDING_BOARD, SERVICES, WITH_UNITS
from normalisers.leads.mention import Mention
from normalisers.leads.piece import Piece
from normalisers.leads.reader import Reader
from normalisers.leads.units import SINGULARS
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary

SAFEGUARDING_TEAM = frozenset({"safeguarding", "team", "teams", "lead", "leads", "unit", "service"})

GENERAL_SERVICES = frozenset({SERVICES, "substance-misuse", "by-and-for", "vcs"})
"""General services whose provider a bracket names: "Commissioned DA provider (Refuge)"."""

_CLINICAL = ("health", "nhs-trust", "primary-care", "substance-misuse-service")
SERVICES_OF = {
    "nhs-trust": _CLINICAL,
    "nhs-health-board": _CLINICAL,
    "nhs-icb": ("primary-care",),
    CHARITY: (CHARITY,),
}
"""Types of body, and the types of general service that are a part of one in its bracket."""

LONGEST_INITIALS = 6
"""Letters; "(VAWDASV)" has seven and is a subject, "(MARAC)" five."""


def with_group(
    mentions: list[Mention], group: Piece, draft: Draft, reader: Reader
) -> list[Mention]:
    """Add what a bracket after a body holds: its units, its initials, or further bodies."""
    *others, owner = mentions
    inner = reader.inside(group.children)
    inner = [m for m in inner if not _repeats(m, owner, draft)]
    if owner.own_words:
        return [*mentions, *(m for m in inner if m.body.agency_id and m.body.unit is None)]
    inner = [_safeguarding(m) for m in inner]
    units = [m for m in inner if _is_unit_of(m, owner)]
    bodies = [m for m in inner if m not in units and m.body.method != "unresolved"]
    if units and owner.body.unit is None and draft.body.agency_type in WITH_UNITS | BOARDS:
        made = [_as_unit(m, owner, group) for m in units]
        return [*others, *made, *bodies]
    words = f"({text_of(group.children)})"
    if units and words not in owner.raw:  # a prison has no departments of ours
        owner = replace(owner, raw=f"{owner.raw} {words}")
    if len(bodies) == 1 and owner.body.role_id in GENERAL_SERVICES and _is_charity(bodies[0]):
        return [*others, replace(bodies[0], raw=owner.raw, joiner=owner.joiner)]
    return [*others, owner, *bodies]


def _is_charity(mention: Mention) -> bool:
    return mention.body.agency_id is not None and mention.body.agency_type == CHARITY


def _repeats(inner: Mention, owner: Mention, draft: Draft) -> bool:
    """Tell whether a bracket says the name before it again: "(MARAC)", "GPs (IRIS)", "(ICB)"."""
    key = name_key(inner.raw)
    roles = {m.value for m in vocabulary().meanings.get(key, ()) if m.kind == "role"}
    same = (inner.body.name, inner.body.unit) == (owner.body.name, owner.body.unit)
    initials = inner.raw.isupper() and len(inner.raw) <= LONGEST_INITIALS
    letters = "".join(token.text[0] for token in draft.piece.tokens if token.text[0].isupper())
    if inner.body.agency_id and inner.body.agency_id == owner.body.agency_id:
        same = same or inner.body.unit is None
    spelt = (letters, _initials(owner.raw))
    return same or draft.body.role_id in roles or (initials and inner.raw in spelt)


def _safeguarding(inner: Mention) -> Mention:
    """Read "(safeguarding team)" after a body as its team; alone it is the local partnership."""
    key = name_key(inner.raw)
    if inner.body.role_id != SAFEGUARDING_BOARD or not set(key.split()) <= SAFEGUARDING_TEAM:
        return inner
    return replace(inner, body=Body(None, inner.raw, None, None, None, 0, "unresolved"))


def _is_unit_of(inner: Mention, owner: Mention) -> bool:
    """Tell whether what a bracket holds is a part of the body before it."""
    if inner.hint is not None:
        return False
    if inner.body.method == "unresolved" or inner.filler:
        return True
    if inner.body.agency_id is None and inner.body.agency_type in SERVICES_OF.get(
        owner.body.agency_type or "", ()
    ):
        return owner.body.agency_id is not None
    if inner.body.agency_id and inner.body.agency_id == owner.body.agency_id:
        return inner.body.unit is not None
    return inner.body.unit is not None and inner.body.agency_type == COUNCIL


def _as_unit(inner: Mention, owner: Mention, group: Piece) -> Mention:
    unit = inner.body.unit if inner.body.agency_type == owner.body.agency_type else inner.raw
    post = SINGULARS.get(name_key(inner.raw), unit)
    known = owner.body.method != "unresolved" and inner.body.method != "unresolved"
    body = replace(owner.body, unit=post, method=inner.body.method if known else owner.body.method)
    printed = owner.raw.removesuffix(f" ({text_of(group.children)})")
    return Mention(body, f"{printed} ({inner.raw})", joiner=owner.joiner, listed=True)


def can_provide(body: Body) -> bool:
    """Tell whether a bracketed body is one of its own, not a generic one or a department."""
    return body.unit is None and (body.agency_id is not None or body.role_id is None)


def abbreviates(mention: Mention, group: Piece) -> bool:
    """Tell whether a mention is the initials of what its bracket spells out."""
    letters = "".join(t.text[0] for t in group.tokens if t.text[:1].isupper())
    return mention.raw.isupper() and len(mention.raw) > 1 and mention.raw == letters


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


def with_words(mention: Mention, group: Piece) -> Mention:
    """Keep what a bracket says of a body that is not known: its unit, or its initials."""
    text = text_of(group.children)
    letters = _initials(mention.raw)
    if not any(letter.isalpha() for letter in text) or text == mention.body.unit:
        return mention
    raw = f"{mention.raw} ({text})"
    same = text.isupper() and text[:1] == letters[:1] and len(text) <= LONGEST_INITIALS
    if mention.body.unit is not None or same:
        return replace(mention, raw=raw)
    return replace(mention, raw=raw, body=replace(mention.body, unit=text))


def is_service(mentions: Sequence[Mention], provider: Body) -> bool:
    """Tell whether unknown words before a bracketed charity are its service: "Athena (Refuge)"."""
    return bool(mentions) and provider.agency_type in (CHARITY, "housing-provider")
