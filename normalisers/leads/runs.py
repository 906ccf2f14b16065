"""A lead cell's pieces cut into runs: what stands between two separators, with its part.

Knows punctuation, "and", and the words that say who leads and who supports; it does not know
which organisation a run names.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalisers.agencies import COUNCIL
from normalisers.leads.kinds import PRISONS
from normalisers.leads.piece import Piece
from normalisers.vocabulary import vocabulary

HINTS = {"mark_lead": "lead", "mark_support": "support", "mark_joint": "joint"}
TAGS = {"tag_lead": "lead", "tag_support": "support", "tag_joint": "joint"}
LONGEST_INITIALS = 4
"""Letters; a short unknown word in small letters may be a body's initials ("whg")."""

GENERAL = frozenset({"all-partners", "tbc"})


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces between two separators.

    ``hint`` is lead, support or joint where a word says so; ``joiner`` is the mark before it:
    ``","``, ``"and"``, ``":"`` (it stands in the list that a colon opens), ``""`` at the start.
    """

    pieces: tuple[Piece, ...]
    hint: str | None
    joiner: str


def cut_runs(pieces: Sequence[Piece], hint: str | None = None) -> list[Run]:
    """Cut pieces at separators and marks.

    "Police, CPS with input from Housing and Health" gives Police and CPS without a hint, Housing
    and Health as support. A tag such as "(lead)" hints the run before it alone.
    """
    runs: list[Run] = []
    held: list[Piece] = []
    joiner = ""
    for piece in (*pieces, Piece("sep", (), "")):
        if piece.kind in TAGS:
            runs += [replace(run, hint=TAGS[piece.kind]) for run in _cut_and(held, hint, joiner)]
            held, joiner = [], ","
        elif piece.kind in HINTS:
            runs += _cut_and(held, hint, joiner)
            held, joiner, hint = [], ",", HINTS[piece.kind]
        elif piece.kind == "sep":
            runs += _cut_and(held, hint, joiner)
            held, joiner = [], piece.key
        elif piece.kind == "dash" and _is_unknown_name(held):
            runs += _cut_and(held, hint, joiner)
            held, joiner = [], ","
        elif piece.kind == "colon":
            runs += [] if _introduces(held) else _cut_and(held, hint, joiner)
            held, joiner = [], ":"
        else:
            held.append(piece)
    return runs


def _introduces(pieces: Sequence[Piece]) -> bool:
    """Tell whether the words before a colon only announce a list: "all other agencies:"."""
    bodies = [piece.value for piece in pieces if piece.kind == "body"]
    if any(piece.kind == "tail" for piece in pieces) or (len(pieces) == 1 and _short(pieces[0])):
        return False  # "Barnet Homes: Housing", "whg: Housing"
    if _is_unknown_name(pieces):
        return False
    return not bodies or bodies[0] in GENERAL


def _is_unknown_name(pieces: Sequence[Piece]) -> bool:
    """Tell a name that no file holds, whatever stands behind it: "Kingdom Abuse Project"."""
    words = vocabulary().words
    return (
        len(pieces) > 1
        and all(piece.kind == "word" and piece.text[:1].isupper() for piece in pieces)
        and pieces[0].key not in words["noise"] | words["orgnoun"]
        and pieces[-1].key in words["orgnoun"]
    )


def _short(piece: Piece) -> bool:
    """Tell whether a word may be a body's initials, in capitals or not."""
    noise = vocabulary().words["noise"]
    initials = piece.kind == "word" and piece.key.isalpha() and len(piece.key) <= LONGEST_INITIALS
    return initials and piece.key not in noise and not _closes(piece)


def _cut_and(pieces: Sequence[Piece], hint: str | None, joiner: str) -> list[Run]:
    """Cut a run at each "and" between two things that can stand alone."""
    if _is_spelt(pieces):
        return [Run(tuple(pieces), hint, joiner)]
    parts: list[list[Piece]] = [[]]
    joiners = [joiner]
    for at, piece in enumerate(pieces):
        if piece.kind != "and" or _is_one_name(parts[-1], piece, pieces[at + 1 :]):
            parts[-1].append(piece)
        elif _stands_alone(parts[-1]) and _can_follow(parts[-1], _until_and(pieces[at + 1 :])):
            parts.append([])
            joiners.append("and")
        elif parts[-1]:
            parts[-1].append(piece)
    return [Run(tuple(p), hint, j) for p, j in zip(parts, joiners, strict=True) if p]


def _is_spelt(pieces: Sequence[Piece]) -> bool:
    """Tell whether a bracket at the end has the initials of all words: "A & B Project (ABP)"."""
    if len(pieces) < 3 or pieces[-1].kind != "group" or len(pieces[-1].tokens) != 1:
        return False
    words = [token.text for piece in pieces[:-1] for token in piece.tokens]
    letters = "".join(word[0] for word in words if word[0].isupper())
    return not _has_body(pieces[:-1]) and pieces[-1].tokens[0].text == letters


def _is_one_name(left: Sequence[Piece], mark: Piece, right: Sequence[Piece]) -> bool:
    """Tell whether an ampersand stands inside an unknown name: "Safe & Sound Board"."""
    if mark.text != "&" or _has_body([*left, *right]) or not left or not right:
        return False
    nouns = vocabulary().words["orgnoun"]
    if left[-1].key in nouns and all(p.kind == "word" and p.key in nouns for p in right[:1]):
        return len(left) > 1  # "West End Women & Girls"
    if len(left) != 1 or len(right) < 2:
        return False
    return all(piece.kind == "word" for piece in (*left, *right)) and (
        right[-1].key in vocabulary().words["orgnoun"]
    )


def _until_and(pieces: Sequence[Piece]) -> Sequence[Piece]:
    end = next((at for at, piece in enumerate(pieces) if piece.kind == "and"), len(pieces))
    return pieces[:end]


def _stands_alone(pieces: Sequence[Piece]) -> bool:
    """Tell whether a run is whole before an "and": ends in a name, a team, a post, a bracket.

    "OPCC Grants" is not, because "OPCC Grants & Commissioning Lead" is one post.
    """
    if not pieces:
        return False
    if not _has_body(pieces):
        return not all(piece.kind == "area" for piece in pieces)
    last = pieces[-1]
    if len(pieces) > 1 and pieces[-2].key in ("of", *PRISONS) and last.kind in ("area", "word"):
        return True  # "University of Sussex and ...", "HMP Eastwood and ..."
    return last.kind in ("body", "group", "tail", "suffix") or _closes(last)


def _can_follow(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Tell whether what follows an "and" is a thing of its own."""
    if not right:
        return False
    if _has_body(right) and _has_body(left):
        return not _is_one_post(left, right)
    if _has_body(right):
        return not _is_loose(left)
    if _has_body(left):
        loose = _closes(right[-1]) and not _names_body(left)
        return not loose and not _is_one_post(left, right)
    return not _closes(right[-1]) and not any(piece.kind == "tail" for piece in right)


def _is_one_post(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Tell whether two departments are one post in another body: "OPCC Policy" & "Housing Lead"."""
    owners = [piece.body for piece in left[:-1] if piece.body is not None]
    parts = [piece.body for piece in (left[-1], *right) if piece.body is not None]
    posts = vocabulary().words["post"]
    ends = [piece.tokens[-1].key in posts for piece in (left[-1], right[-1]) if piece.tokens]
    post = ends == [False, True]
    other = any(body.unit is None and body.agency_type != COUNCIL for body in owners)
    return post and other and all(body.unit and body.agency_type == COUNCIL for body in parts)


def _is_loose(pieces: Sequence[Piece]) -> bool:
    """Tell whether unknown words before "and" are half of a longer name, not a body."""
    words = vocabulary().words
    if pieces and _closes(pieces[-1]):
        return False
    return all(
        piece.kind == "area"
        or piece.key in words["noise"]
        or (piece.text.islower() and len(piece.key) > LONGEST_INITIALS)
        for piece in pieces
    )


def _names_body(pieces: Sequence[Piece]) -> bool:
    """Tell whether a run names a body of its own, not a department."""
    return any(piece.body is not None and piece.body.unit is None for piece in pieces)


def _has_body(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind == "body" for piece in pieces)


def _closes(piece: Piece) -> bool:
    words = vocabulary().words
    key = piece.tokens[-1].key if piece.tokens else ""
    return piece.kind == "word" and (key in words["post"] or key in words["team"])
