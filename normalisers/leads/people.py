"""Takes the names of people out of a lead cell, so that a post is left and a person is not.

Knows titles, given names and what stands beside a post; no list of people. It leans towards
taking out: a team lost is a row for review, a name published is not taken back.
"""

from collections.abc import Sequence

from normalisers.leads.piece import Piece
from normalisers.leads.plan_words import is_like_plan_word, place_words, plan_words
from normalisers.names import Token
from normalisers.vocabulary import vocabulary

LONGEST_NAME = 4
"""Words after a title; 'Dr Anne-Marie van der Berg' has five with the particle."""

SURNAMES = frozenset({"west", "north", "young", "cross", "law", "post", "hall", "room", "town"})
"""Words of plans that are surnames as often: "Jane West"."""

ENDS = frozenset(
    {"sep", "and", "dash", "colon", "group", "mark_support", "mark_lead", "mark_joint"}
)


def names_doubtful(pieces: Sequence[Piece]) -> bool:
    """Tell whether words are taken for a person's only because no body is known by them.

    Such words are left out of what is published, and a person should look at the cell.
    """
    return any(
        names_doubtful(piece.children) or _is_doubtful(pieces, at)
        for at, piece in enumerate(pieces)
    )


def _is_doubtful(pieces: Sequence[Piece], at: int) -> bool:
    piece = pieces[at]
    start = at == 0 or pieces[at - 1].kind in ENDS
    if not start or piece.kind != "word" or _is_given(piece) or not _capital(piece):
        return False
    length = _run_of_names(pieces, at)
    person = length > 0 and _person_at(pieces, at) == length
    return person and not _beside_post(pieces, at, length)


def without_people(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the pieces without people's names, in brackets too."""
    kept: list[Piece] = []
    at = 0
    while at < len(pieces):
        if length := _person_at(pieces, at):
            at += length
            continue
        piece = pieces[at]
        kept.append(_inside(piece, kept[-1] if kept else None))
        at += 1
    return tuple(kept)


def _inside(piece: Piece, owner: Piece | None) -> Piece:
    if piece.kind != "group":
        return piece
    inside = without_people(piece.children)
    if owner is not None and _is_post(owner) and _like_name(inside):
        inside = ()
    tokens = tuple(token for child in inside for token in child.tokens)
    return Piece("group", tokens, "", children=inside)


def _person_at(pieces: Sequence[Piece], at: int) -> int:
    """Give how many pieces a person's name takes here; 0 where none begins."""
    words = vocabulary().words
    piece = pieces[at]
    before = pieces[at - 1] if at else None
    if before is not None and before.kind == "body" and _is_title(before):
        return _titled(pieces, at)
    if piece.kind == "word" and _is_title(piece):
        name = _titled(pieces, at + 1)
        return name + 1 if name else 0
    if _is_namesake(piece):
        length = 1 + _run_of_names(pieces, at + 1)
        return length if length > 1 and _unheard_of(pieces[at + 1 : at + length]) else 0
    if piece.kind != "word":
        return 0
    if length := _in_capitals(pieces, at) or _surname_first(pieces, at):
        return length
    if not _capital(piece):
        return 0
    length = _run_of_names(pieces, at)
    if piece.key in words["given_name"] or len(piece.text.rstrip(".")) == 1:
        length += _surname(pieces, at + length) if length == 1 else 0
        return length if length > 1 or _alone(pieces, at, length) else 0
    whole = _begins(pieces, at) and _ends(pieces, at + length)
    if whole and length == 1:
        return _one_name(pieces, at)
    if not whole or not 2 <= length <= 3:
        return 0
    unknown = pieces[at : at + (1 if _beside_post(pieces, at, length) else length)]
    return length if _unheard_of(unknown) else 0


def _unheard_of(pieces: Sequence[Piece]) -> bool:
    """Tell whether no word is one of plans, so that only a person is left.

    A word of another body's name says nothing: charities bear names of people. A body lost so
    is a cell for review; a name published is not taken back.
    """
    known, places = plan_words(), place_words()
    if any(
        p.key in known or p.key in places or p.text.isupper() or not p.key.isalpha() for p in pieces
    ):
        return False
    return not all(is_like_plan_word(piece.key) for piece in pieces)


def _is_namesake(piece: Piece) -> bool:
    """Tell whether an area or a body has a given name: "Angus", "Amina" before a surname."""
    if piece.kind not in ("area", "body"):
        return False
    return piece.key in vocabulary().words["given_name"] and _capital(piece)


def _begins(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a name may begin here: first, behind a mark, or behind a post.

    "Head of Service" "Jane Doe".
    """
    before, words = pieces[at - 1] if at else None, vocabulary().words
    if before is None or before.kind in ENDS:
        return True
    return before.kind == "word" and before.key in words["post"] | words["team"]


def _titled(pieces: Sequence[Piece], at: int) -> int:
    """Give the length of a name after a title; its last word may be a place ("DCI Jo Bolton")."""
    length = 1 if at < len(pieces) and _is_namesake(pieces[at]) else 0
    length += _run_of_names(pieces, at + length, titled=True)
    return length + _surname(pieces, at + length)


def _surname(pieces: Sequence[Piece], at: int) -> int:
    """Give 1 where a surname is a place or a body's one word: "Jane Bolton", "Ms Refuge"."""
    if at >= len(pieces) or not _ends(pieces, at + 1) or len(pieces[at].tokens) != 1:
        return 0
    piece = pieces[at]
    meanings = vocabulary().meanings.get(piece.key, ())
    named = piece.body is not None and piece.body.role_id is None
    named = named and not any(meaning.kind == "tail" for meaning in meanings)  # "Ashdown Mind"
    named = named or piece.kind == "area" or piece.key in SURNAMES
    return 1 if named and _capital(piece) else 0


def _one_name(pieces: Sequence[Piece], at: int) -> int:
    """Give the length of one unknown word that only its post says is a name: "Ody (Housing)".

    With a comma it is a surname before its given name: "Doe, Ody (Housing)".
    """
    if at + 1 >= len(pieces) or not _unheard_of(pieces[at : at + 1]):
        return 0
    after = pieces[at + 1]
    if after.kind == "group":
        return 1 if any(map(_is_office, after.children)) else 0
    further = pieces[at + 2 : at + 4]
    if after.key != "," or len(further) < 2 or further[1].kind != "group":
        return 0
    named = further[0].kind == "word" and _capital(further[0]) and _unheard_of(further[:1])
    return 3 if named and any(map(_is_office, further[1].children)) else 0


def _is_office(piece: Piece) -> bool:
    """Tell whether a piece is a post or a department, as stands in a bracket behind a name."""
    return _is_post(piece) or (piece.body is not None and piece.body.unit is not None)


def _in_capitals(pieces: Sequence[Piece], at: int) -> int:
    """Give the length of a name all in capitals ("JANE DOE"), known by its given name."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if not _is_given(pieces[at]) or after is None or after.kind != "word":
        return 0
    shouted = pieces[at].text.isupper() and after.text.isupper()
    return 2 if shouted and not _is_plan_word(after.key) else 0


def _surname_first(pieces: Sequence[Piece], at: int) -> int:
    """Give the length of "Doe, Jane" with its comma."""
    start = at == 0 or pieces[at - 1].kind in ENDS
    if not start or not _nameable(pieces[at]) or at + 2 >= len(pieces):
        return 0
    comma, given = pieces[at + 1], pieces[at + 2]
    return 3 if comma.key == "," and _is_given(given) and _ends(pieces, at + 3) else 0


def _is_given(piece: Piece) -> bool:
    return piece.kind == "word" and piece.key in vocabulary().words["given_name"]


def could_be_person(pieces: Sequence[Piece]) -> bool:
    """Tell whether words that stand beside a body may be a person's: two or three bare names."""
    words = [piece for piece in pieces if piece.kind == "word"]
    return (
        2 <= len(words) <= LONGEST_NAME and len(words) == len(pieces) and all(map(_nameable, words))
    )


def _is_title(piece: Piece) -> bool:
    words = vocabulary().words["honorific"]
    if piece.kind == "word":
        return piece.key in words and piece.text[0].isupper()
    return piece.kind == "body" and piece.tokens[-1].key in words


def _run_of_names(pieces: Sequence[Piece], at: int, *, titled: bool = False) -> int:
    """Count the words that may be a name; after a title common words are names too ("Dr West")."""
    length = 0
    while at + length < len(pieces) and length < LONGEST_NAME:
        piece = pieces[at + length]
        if piece.kind != "word" or not (_nameable(piece) or (titled and _may_be_name(piece))):
            break
        length += 1
    return length


def _nameable(piece: Piece) -> bool:
    """Tell whether a word may be part of a name: capital first, no word of plans."""
    return _capital(piece) and (len(piece.key) == 1 or not _is_plan_word(piece.key))


def _may_be_name(piece: Piece) -> bool:
    words = vocabulary().words
    return _capital(piece) and not (piece.key in words["post"] or piece.key in words["team"])


def _is_plan_word(key: str) -> bool:
    words = vocabulary().words
    return any(key in words[kind] for kind in ("post", "team", "noise", "orgnoun"))


def _capital(piece: Piece) -> bool:
    text = piece.tokens[0].text.lstrip("-")
    return text[:1].isupper() and not (len(text) > 1 and text.isupper()) and not text.isdigit()


def _ends(pieces: Sequence[Piece], at: int) -> bool:
    return at >= len(pieces) or pieces[at].kind in ENDS


def _alone(pieces: Sequence[Piece], at: int, length: int) -> bool:
    starts = at == 0 or pieces[at - 1].kind in ENDS
    return starts and _ends(pieces, at + length)


def _beside_post(pieces: Sequence[Piece], at: int, length: int) -> bool:
    """Tell whether a post stands in the bracket after, or across a comma or dash."""
    after = pieces[at + length : at + length + 1]
    if after and after[0].kind == "group":
        return any(_is_post(child) for child in after[0].children)
    across = _part_after(pieces, at + length + 1) if after else ()
    before = _part_before(pieces, at - 1)
    return any(map(_is_post, across)) or any(map(_is_post, before))


def _part_after(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    end = next((i for i in range(at, len(pieces)) if pieces[i].kind in ENDS), len(pieces))
    return pieces[at:end]


def _part_before(pieces: Sequence[Piece], end: int) -> Sequence[Piece]:
    if end < 0 or pieces[end].kind not in ENDS:
        return ()
    start = next((i for i in range(end - 1, -1, -1) if pieces[i].kind in ENDS), -1)
    return pieces[start + 1 : end]


def _is_post(piece: Piece) -> bool:
    posts = vocabulary().words["post"]
    return piece.kind in ("word", "body") and any(token.key in posts for token in piece.tokens)


def _like_name(pieces: Sequence[Piece]) -> bool:
    """Tell whether a bracket after a post holds a name or its initials: (Jane Doe), (JD)."""
    if any(piece.kind not in ("word", "sep", "and") for piece in pieces):
        return False
    tokens: list[Token] = [p.tokens[0] for p in pieces if p.kind == "word"]
    if len(tokens) == 1:
        return 2 <= len(tokens[0].text) <= 3 and tokens[0].text.isupper()
    return 1 < len(tokens) <= LONGEST_NAME and all(
        _nameable(piece) for piece in pieces if piece.kind == "word"
    )
