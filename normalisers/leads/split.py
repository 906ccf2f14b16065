"""One run of a lead cell as the bodies it names, each with its unit.

Knows how a plan writes a body and its department in one breath: "WCC Community Safety Team",
"OPCC Victims Lead", "MPS Central North BCU", "Refuge (Gaia Centre)", several run together.
"""

from collections.abc import Sequence

from normalisers.agencies import COUNCIL, Body, Place, body_of, council, is_around
from normalisers.leads.draft import Draft, text_of
from normalisers.leads.kinds import SUBGROUP
from normalisers.leads.piece import Piece
from normalisers.leads.together import joins
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary


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
        elif not drafts or not joins(drafts[-1], piece, following):
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


def _absorb_qualifier(drafts: list[Draft]) -> None:
    """Read a department right before a subgroup as its subject: "Communication Subgroup"."""
    if len(drafts) < 2 or drafts[-1].body.role_id != SUBGROUP or drafts[-1].before:
        return
    subject = drafts[-2]
    if subject.body.unit is not None:
        drafts[-1].before = [*subject.before, subject.piece, *subject.after]
        del drafts[-2]
