"""The unit that the words around a body's name make: a department, a team, a post.

Knows which words say something and which are filler; it does not know organisations.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.agencies import COUNCIL, Body
from normalisers.lead_pieces import Piece
from normalisers.lead_split import BOARDS, SUBGROUP, WITH_UNITS, Draft, is_directorate, text_of
from normalisers.vocabulary import vocabulary

SINGULARS = {"chairs": "Chair", "leads": "Lead", "coordinators": "Coordinator", "heads": "Head"}

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
    after = [p for p in draft.after if p.kind not in ("group", "and")]
    if body.role_id == SUBGROUP:
        return replace(body, unit=_subject(draft)), False
    if body.agency_type == COUNCIL and body.unit is not None and draft.piece.body is not None:
        return _department(draft)
    if body.unit is not None:
        return body, False
    if post := _post_before(draft):
        return replace(body, unit=post), False
    text = _unit_text(draft, after)
    if text and body.agency_type == COUNCIL and not _tells(after):
        return body, False
    return replace(body, unit=text or None), bool(text) and body.agency_type == COUNCIL


def _department(draft: Draft) -> tuple[Body, bool]:
    """Give a known department, or its own words where unknown ones make it another team."""
    before = [p for p in draft.before if p.kind == "word" and says_something(p)]
    after = [p for p in draft.after if p.kind == "word" and says_something(p)]
    if not (before or after) or (after and not before and not _ends_in_team(draft.after)):
        return draft.body, False
    if before and not _ends_in_team(draft.after):
        return draft.body, False
    text = text_of([*_from_first(draft.before), draft.piece, *trimmed(draft.after)])
    return replace(draft.body, unit=text, score=70, method="pattern"), True


def _from_first(pieces: Sequence[Piece]) -> Sequence[Piece]:
    start = next((at for at, p in enumerate(pieces) if says_something(p)), len(pieces))
    return pieces[start:]


def _ends_in_team(pieces: Sequence[Piece]) -> bool:
    words = vocabulary().words
    last = next((p for p in reversed(pieces) if p.kind == "word"), None)
    return last is not None and (last.key in words["team"] or last.key in words["post"])


def _subject(draft: Draft) -> str | None:
    """Give what a subgroup is about: "Harmful Practices" of "VAWG Harmful Practices Subgroup"."""
    general = {"vawg", "vawdasv", "strategy", "strategic", "the", "partnership"}
    pieces = [p for p in draft.before if p.kind != "area" and p.key not in general]
    if draft.after and not draft.before:
        return _unit_text(draft, draft.after) or None
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


def _unit_text(draft: Draft, after: Sequence[Piece]) -> str:
    """Give the words after a body's name that name its unit or a post in it; "" for mere filler."""
    pieces = trimmed([p for p in draft.after if p in after or p.kind == "group"])
    words = vocabulary().words
    kept = [p for p in pieces if p.kind != "group"]
    if not kept or not any(_tells_unit(p) for p in kept):
        return ""
    if draft.body.agency_type not in WITH_UNITS and draft.body.agency_type not in BOARDS:
        return "" if draft.body.agency_id is None and not _is_post_only(kept) else shown(pieces)
    if len(kept) == 1 and kept[0].key in SINGULARS and kept[0].key in words["post"]:
        return SINGULARS[kept[0].key]
    return shown(pieces if draft.body.agency_type == COUNCIL else kept)


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


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Take dashes, areas and filler off both ends."""
    kept = list(pieces)
    while kept and _is_filler(kept[-1]):
        kept.pop()
    while kept and _is_filler(kept[0]):
        kept.pop(0)
    return kept


def _is_filler(piece: Piece) -> bool:
    return piece.kind in ("dash", "area", "and") or (piece.kind == "word" and piece.key in FILLERS)


def _tells_unit(piece: Piece) -> bool:
    teams = vocabulary().words["team"]
    if piece.kind == "word":
        return piece.key not in teams and piece.key not in FILLERS and says_something(piece, None)
    return piece.kind in ("body", "directorate", "tail")


def _tells(pieces: Sequence[Piece]) -> bool:
    """Tell whether words after a council name more than a bare post or team."""
    words = vocabulary().words
    plain = words["post"] | words["team"] | FILLERS
    return any(p.kind in ("body", "directorate") or p.key not in plain for p in trimmed(pieces))


def _is_post_only(pieces: Sequence[Piece]) -> bool:
    posts = vocabulary().words["post"]
    return any(piece.key in posts for piece in pieces)


def says_something(piece: Piece, common: Sequence[str] | None = ("noise", "post", "team")) -> bool:
    """Tell whether a word has content: letters, and none of the common kinds of plan words."""
    if piece.kind != "word" or not any(letter.isalpha() for letter in piece.key):
        return False
    words = vocabulary().words
    return not any(piece.key in words[kind] for kind in common or ())
