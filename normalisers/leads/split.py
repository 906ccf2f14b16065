"""One run of a lead cell as the bodies it names, each with its unit.

Knows how a plan writes a body and its department in one breath: "WCC Community Safety Team",
"OPCC Victims Lead", "MPS Central North BCU", "Refuge (Gaia Centre)", several run together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from normalisers.agencies import COUNCIL, Body, Place, body_of, council, is_around
from normalisers.leads.piece import Piece
from normalisers.names import printed
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

WITH_UNITS = frozenset(
    {
        COUNCIL, "police-force", "pcc-office", "combined-authority", "probation", "fire-service",
        "criminal-justice", "voluntary-sector", "nhs-icb", "nhs-trust", "nhs-health-board",
        "nhs-ambulance", "housing-provider", "central-government", "local-authority-company",
        "transport",
    }
)  # fmt: skip
"""Types of body that have departments and posts of their own, so that a department printed right
after one is its unit; after a board ("Safeguarding Partnership Children's Services") it is not."""

BOARDS = frozenset(
    {
        "community-safety-partnership", "vawg-partnership", "domestic-abuse-partnership",
        "safeguarding-partnership", "health-and-wellbeing-board", "criminal-justice-board",
        "sexual-violence-partnership", "marac", "mappa", "matac", "violence-reduction-unit",
    }
)  # fmt: skip
"""Partnerships: a council printed right before one is its host ("LCC Safer Leeds"), not a lead."""

SUBGROUP, VAWG_BOARD, MEMBERS = "vawg-subgroup", "vawg-board", "elected-members"
SAFEGUARDING = "safeguarding"
SERVICES = "specialist-vawg-services"
EVERYONE = "all-partners"


NAMEABLE = frozenset(
    {
        "nhs-trust-role", "further-higher-education", "schools", "ambulance", "prison", "vcs",
        SERVICES, "housing-providers", "sarc", "health-board-role", "hsc-trust-role", "icb-role",
        "mental-health-trust", "businesses", "faith",
    }
)  # fmt: skip
"""Generic roles whose word ends many proper names: "St Elsewhere Hospital", "Newbury College"."""


PRISONS = frozenset({"hmp", "hmpyoi", "hmyoi"})
"""What stands before a prison's name."""

APART = frozenset({"police-force", "probation", "pcc-office", "fire-service", "criminal-justice"})
COUNCILS_OWN = frozenset(
    {
        "childrens-services", "adult-social-care", "housing", "public-health", "education-la",
        "trading-standards", "libraries", "leisure", "registration", "revenues-benefits",
        "economic-development", "planning-highways", "youth-justice",
    }
)  # fmt: skip
"""Departments that only councils have: right after one of :data:`APART` they begin a new body."""

PROVIDERS = frozenset({"providers", "provider", "services", "organisations", "agencies"})
"""Words that only say again that a collective body is many: "Voluntary sector providers"."""


@dataclass(slots=True)
class Draft:
    """A body being read: the pieces before and after its name, the brackets behind it.

    ``other_names`` are printed names of it that another stands for: "Council" "Housing".
    """

    piece: Piece
    body: Body
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    other_names: list[Piece] = field(default_factory=list)
    listed: bool = False
    run: Sequence[Piece] = ()

    def in_order(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Give pieces of the run in the order of the print."""
        wanted = {id(piece) for piece in pieces}
        return [piece for piece in self.run if id(piece) in wanted]


def read_run(pieces: Sequence[Piece], place: Place) -> tuple[list[Draft], list[Piece]]:
    """Read one run.

    Returns:
        The bodies in order, and the pieces left over where the run names none.
    """
    drafts: list[Draft] = []
    waiting: list[Piece] = []
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if piece.kind != "body" or piece.body is None:
            (drafts[-1].after if drafts else waiting).append(piece)
        elif not drafts or not _joins(drafts[-1], piece, following):
            before = waiting if not drafts else _prefix_from(drafts[-1].after)
            drafts.append(_begin(piece, list(before), place))
            drafts[-1].run = pieces
            waiting = []
            _absorb_qualifier(drafts)
    return drafts, waiting


def _begin(piece: Piece, before: list[Piece], place: Place) -> Draft:
    """Begin a body; an area right before a generic name says whose it is ("Essex" "Police")."""
    assert piece.body is not None
    body, areas = piece.body, [p for p in before if p.kind == "area"]
    role = vocabulary().role_of.get(body.role_id or "")
    council_part = body.unit is not None and body.agency_type == COUNCIL
    if council_part and areas and _is_elsewhere(areas[-1], place):
        text = text_of([*before, piece])
        return Draft(piece, Body(None, text, None, None, None, 0, "unresolved"), [])
    if role is not None and len(areas) == 1 and before[-1].kind == "area":
        meaning = Meaning("role", role.role_id, body.unit)
        at_area = body_of(meaning, place, piece.key, at=areas[0].value)
        body = body if at_area.agency_id is None and is_around(areas[0].value, place) else at_area
    return Draft(piece, body, before)


def _is_elsewhere(area: Piece, place: Place) -> bool:
    """Tell whether an area has another council than the document ("Cambridge Education")."""
    there, here = council(place, at=area.value), council(place)
    return there is not None and here is not None and there.agency_id != here.agency_id


def _prefix_from(after: list[Piece]) -> list[Piece]:
    """Take off the end of one body's words what belongs before the next: an area, "Head of"."""
    words = vocabulary().words
    at = len(after)
    while at and after[at - 1].kind == "area":
        at -= 1
    if at == len(after) and after and after[-1].key in ("of", "for"):
        at -= 1
        while at and after[at - 1].key in words["post"]:
            at -= 1
    taken = after[at:]
    del after[at:]
    return taken


def _joins(last: Draft, piece: Piece, following: Piece | None) -> bool:
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
    goes_on = following is not None and following.kind == "word"
    goes_on = goes_on or piece.tokens[-1].key in vocabulary().words["post"]
    charity = own.agency_type == "voluntary-sector" and body.role_id == SERVICES
    named = own.agency_id is not None and own.unit is None and body.agency_id is None
    return charity or (named and goes_on)


def _is_collective(body: Body) -> bool:
    return body.agency_id is None and body.role_id in NAMEABLE | {"health", "substance-misuse"}


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


def _absorb_qualifier(drafts: list[Draft]) -> None:
    """Read a department right before a subgroup as its subject: "Communication Subgroup"."""
    if len(drafts) < 2 or drafts[-1].body.role_id != SUBGROUP or drafts[-1].before:
        return
    subject = drafts[-2]
    if subject.body.unit is not None:
        drafts[-1].before = [*subject.before, subject.piece, *subject.after]
        del drafts[-2]


def is_directorate(piece: Piece) -> bool:
    """Tell whether a department is a division that other teams belong to."""
    meanings = vocabulary().meanings.get(piece.key, ())
    return any(meaning.kind == "directorate" for meaning in meanings)


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
        "voluntary-sector",
        "nhs-trust",
        "transport",
    )


def department(words: str, place: Place) -> Body | None:
    """Give the document's council with a department in its own words."""
    body = council(place)
    return replace(body, unit=words, score=70, method="pattern") if body else None


def text_of(pieces: Sequence[Piece]) -> str:
    """Give pieces as printed, brackets around what stood in them."""
    parts = []
    for piece in pieces:
        shown = f" ({printed(piece.tokens)})" if piece.kind == "group" else printed(piece.tokens)
        spaced = piece.kind == "group" or not piece.tokens or piece.tokens[0].spaced
        parts.append(shown if not spaced or piece.kind == "group" else f" {shown}")
    return "".join(parts).strip()
