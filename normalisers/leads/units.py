"""The unit that the words around a body's name make: a department, a team, a post.

Knows which words say something and which are filler; it does not know organisations.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.agencies import COUNCIL, Body
from normalisers.leads.draft import Draft, is_directorate, text_of
from normalisers.leads.kinds import BOARDS, EVERYONE, SUBGROUP, WITH_UNITS
from normalisers.leads.people import could_be_person
from normalisers.leads.piece import Piece
from normalisers.names import name_key
from normalisers.vocabulary import vocabulary

SUBJECTS = {"vawg_subject": "vawg-team", "abuse_subject": "domestic-abuse-team"}
"""Kinds of subject words of ``lead_words.csv``, and the team whose posts have one in the title."""

SINGULARS = {"chairs": "Chair", "leads": "Lead", "coordinators": "Coordinator", "heads": "Head"}

COMPASS = frozenset({"north", "south", "east", "west", "central"})
"""Words that only say which part of an area a body serves."""

FILLERS = frozenset(
    {
        "the", "of", "for", "in", "at", "by", "to", "our", "etc", "partners", "partner", "staff",
        "colleagues", "colleague", "representatives", "representative", "reps", "rep", "as", "a",
        "and", "local", "including", "eg", "ie", "all", "members", "where", "appropriate", "other",
        "agencies", "providers", "organisations", "services", "partnership", "with", "their",
    }
)  # fmt: skip
"""Words beside a name that add nothing to it: "Police colleagues", "all relevant VCS partners"."""


def with_unit(draft: Draft) -> tuple[Body, bool]:
    """Give the body with the unit that the words around its name make, and whether they are new."""
    body = draft.body
    if body.role_id == SUBGROUP:
        return replace(body, unit=_subject(draft)), False
    if body.agency_type == COUNCIL and body.unit is not None and draft.piece.body is not None:
        return _department(draft)
    if body.unit is not None:
        return replace(body, unit=_unit_of_rank(draft) or body.unit), False
    if post := _post_before(draft):
        return replace(body, unit=post), False
    if body.agency_type == COUNCIL and (team := subject_team(trimmed(draft.after))):
        return replace(body, unit=vocabulary().role_of[team].unit), False
    text = _unit_text(draft)
    if body.agency_type == COUNCIL and (team := _subject_alone(text)):
        return replace(body, unit=team), False
    if text and body.agency_type == COUNCIL and not _tells(draft.after):
        return body, False
    return replace(body, unit=text or None), bool(text) and body.agency_type == COUNCIL


def _department(draft: Draft) -> tuple[Body, bool]:
    """Give a known department, or its own words where unknown ones make it another team."""
    if (team := _subject_team(draft)) is not None:
        return replace(draft.body, unit=team), False
    before = [p for p in draft.before if p.kind == "word" and says_something(p)]
    after = [p for p in draft.after if p.kind == "word" and says_something(p)]
    if after and not before and draft.after[0].kind == "and":
        text = text_of([draft.piece, *trimmed_end(draft.after)])
        return replace(draft.body, unit=text, score=70, method="pattern"), True
    if not (before or after) or (after and not before and not _ends_in_team(draft.after)):
        return draft.body, False
    if before and not _ends_in_team(draft.after):
        return draft.body, False
    text = text_of([*_from_first(draft.before), draft.piece, *trimmed(draft.after)])
    return replace(draft.body, unit=text, score=70, method="pattern"), True


def subject_team(pieces: Sequence[Piece]) -> str | None:
    """Give the team (its role) that a post about the plan's subject is in: "VAWG & DA Lead"."""
    words = vocabulary().words
    keys = [token.key for p in pieces if p.key != "and" for token in p.tokens]
    if not any(key in words["post"] for key in keys) or not all(map(_is_common, keys)):
        return None
    return next((role for kind, role in SUBJECTS.items() if words[kind].intersection(keys)), None)


def _is_common(key: str) -> bool:
    words = vocabulary().words
    return key in words["post"] or key in words["noise"] or key in words["team"]


def _subject_alone(text: str) -> str | None:
    """Give the team of a unit that is the plan's subject and no more: "Council VAWG"."""
    facts, keys = vocabulary(), set(name_key(text).split())
    for kind, role_id in SUBJECTS.items():
        if keys and keys <= facts.words[kind]:
            return facts.role_of[role_id].unit
    return None


def _subject_team(draft: Draft) -> str | None:
    """Give the subject's team for a post that commissions for it: "VAWG Commissioning Manager"."""
    facts, keys = vocabulary(), {piece.key for piece in draft.before}
    posts = facts.words["post"]
    in_post = any(t.key in posts for p in (draft.piece, *draft.after) for t in p.tokens)
    if draft.body.role_id != "commissioning" or not in_post:
        return None
    for kind, role_id in SUBJECTS.items():
        if facts.words[kind] & keys:
            return facts.role_of[role_id].unit
    return None


def _unit_of_rank(draft: Draft) -> str | None:
    """Give the unit after an officer's rank: "Superintendent for Public Protection"."""
    if draft.piece.tokens[-1].key not in vocabulary().words["honorific"]:
        return None
    return next((piece.text for piece in draft.after if piece.kind == "body"), None)


def _from_first(pieces: Sequence[Piece]) -> Sequence[Piece]:
    start = next((at for at, p in enumerate(pieces) if says_something(p)), len(pieces))
    return pieces[start:]


def _ends_in_team(pieces: Sequence[Piece]) -> bool:
    words = vocabulary().words
    last = next((p for p in reversed(pieces) if p.kind == "word"), None)
    return last is not None and (last.key in words["team"] or last.key in words["post"])


def _subject(draft: Draft) -> str | None:
    """Give what a subgroup is about: "Harmful Practices" of "VAWG Harmful Practices Subgroup"."""
    subjects = vocabulary().words["vawg_subject"] | vocabulary().words["abuse_subject"]
    general = {"strategy", "strategic", "the", "partnership", "vawg"}
    posts = [p for p in draft.after if p.key in vocabulary().words["post"]]
    if all(p.kind == "area" or p.key in subjects | {"and"} for p in draft.before) and posts:
        return SINGULARS.get(posts[0].key, text_of(posts[:1]))
    pieces = [p for p in draft.before if p.kind != "area" and p.key not in general]
    if draft.after and not draft.before:
        return _unit_text(draft) or None
    return text_of(pieces) or None


def _post_before(draft: Draft) -> str | None:
    """Give the post in "Chair of the Safeguarding Adults Board"."""
    posts, keys = vocabulary().words["post"], [p.key for p in draft.before]
    if not any(key in posts for key in keys) or not {"of", "for"} & set(keys):
        return None
    if draft.body.agency_type == COUNCIL:
        return None
    end = next(at for at, key in enumerate(keys) if key in ("of", "for"))
    return text_of([p for p in draft.before[:end] if p.key != "the"]) or None


def _unit_text(draft: Draft) -> str:
    """Give the words after a body's name that name its unit or a post in it; "" for mere filler."""
    posts = vocabulary().words["post"]
    own_type = draft.body.agency_type
    if could_be_person(draft.after):
        return ""
    after = [p for p in draft.after if p.kind != "tail" or p.value != own_type]
    kept = trimmed([p for p in after if p.kind != "group" and not _is_of_board(p, own_type)])
    if not any(map(_tells_unit, kept)):
        return ""
    if draft.body.agency_type not in WITH_UNITS | BOARDS and not draft.body.agency_id:
        return shown(kept) if any(piece.key in posts for piece in kept) else ""
    if len(kept) == 1 and kept[0].key in SINGULARS:
        return SINGULARS[kept[0].key]
    return shown(trimmed(draft.after)) if draft.body.agency_type == COUNCIL else shown(kept)


def shown(pieces: Sequence[Piece]) -> str:
    """Print a unit; a division behind a team stands after a comma, as in an address."""
    parts: list[str] = []
    for at, piece in enumerate(pieces):
        joined = piece.kind == "directorate" or (piece.kind == "body" and is_directorate(piece))
        if at and joined:
            parts.append(",")
        if piece.kind != "dash":
            parts.append(text_of([piece]) if piece.kind != "group" else f" {text_of([piece])}")
            parts[-1] = parts[-1] if not at or piece.kind == "group" else _spaced(piece, parts[-1])
    return "".join(parts).strip()


def _spaced(piece: Piece, text: str) -> str:
    glued = bool(piece.tokens) and not piece.tokens[0].spaced and text[:1] == "-"
    return text if glued else f" {text}"


def trimmed_end(pieces: Sequence[Piece]) -> list[Piece]:
    """Take dashes, areas, brackets and filler off the end alone."""
    kept = [piece for piece in pieces if piece.kind != "group"]
    while kept and _is_filler(kept[-1]):
        kept.pop()
    return kept


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Take dashes, areas and filler off both ends."""
    kept = list(pieces)
    while kept and _is_filler(kept[-1]):
        kept.pop()
    while kept and _is_filler(kept[0]):
        kept.pop(0)
    return kept


def _is_filler(piece: Piece) -> bool:
    if piece.value == EVERYONE or piece.key == "members":
        return True
    if piece.key in COMPASS and piece.text[:1].isupper():
        return True  # "CPS London North"
    return piece.kind in ("dash", "area", "and") or (
        piece.kind in ("word", "body") and piece.key in FILLERS
    )


def _is_of_board(piece: Piece, own_type: str | None) -> bool:
    """Tell whether a word only says again that a partnership is one: "Safer Leeds Executive"."""
    return own_type in BOARDS and piece.key in ("executive", "board", "group", "partnership")


def _tells_unit(piece: Piece) -> bool:
    teams = vocabulary().words["team"]
    if piece.kind == "word":
        return piece.key not in teams and piece.key not in FILLERS and says_something(piece, None)
    return piece.kind in ("body", "directorate", "tail")


def _tells(pieces: Sequence[Piece]) -> bool:
    """Tell whether words after a council name more than a bare post or team."""
    words = vocabulary().words
    return any(
        p.kind in ("body", "directorate")
        or not (p.key in words["post"] or p.key in words["team"] or p.key in FILLERS)
        for p in trimmed(pieces)
    )


def says_something(piece: Piece, common: Sequence[str] | None = ("noise", "post", "team")) -> bool:
    """Tell whether a word has content: letters, and none of the common kinds of plan words."""
    if piece.kind != "word" or not any(letter.isalpha() for letter in piece.key):
        return False
    words = vocabulary().words
    return not any(piece.key in words[kind] for kind in common or ())
