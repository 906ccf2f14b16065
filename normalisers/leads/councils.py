"""Councils that a cell names by an area or by a name of their own: "Newport" "CC".

Knows how a council's name ends and that several areas may share one "Councils"; a council that is
in no reference file keeps its printed name.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.agencies import COUNCIL, Body, Place, council
from normalisers.leads.piece import Piece
from normalisers.names import Token, name_key, printed
from normalisers.vocabulary import vocabulary

LONGEST_OWN_NAME = 3
"""Words before "Council"; longer names ("Bath and North East Somerset") are known areas."""

KINDS = ("city", "county", "borough", "district")
"""Words between an area and a shared "Councils": "Leicester City and Leicestershire County"."""


def with_councils(pieces: Sequence[Piece], place: Place) -> list[Piece]:
    """Put the pieces of each council's name together."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.key == "councils" and (shared := _sharing(kept, place)):
            start, councils = shared
            kept[start:] = councils
        elif _ends_name(piece) and kept and (joined := _with_area(kept[-1], piece, place)):
            kept[-1] = joined
        elif _ends_name(piece) and (words := _own_name(kept)):
            kept[len(kept) - words :] = [_unknown(kept[len(kept) - words :], piece)]
        else:
            kept.append(piece)
    return kept


def _ends_name(piece: Piece) -> bool:
    meanings = vocabulary().meanings.get(piece.key, ()) if piece.key else ()
    return any(meaning.kind == "council_suffix" for meaning in meanings)


def _area(piece: Piece) -> str | None:
    """Give the area that a piece is or may be: "Cherwell" is a charity and a district."""
    if piece.kind == "area":
        return piece.value
    meanings = vocabulary().meanings.get(piece.key, ()) if piece.kind == "body" else ()
    return next((meaning.value for meaning in meanings if meaning.kind == "area"), None)


def _with_area(before: Piece, suffix: Piece, place: Place) -> Piece | None:
    area = _area(before)
    body = council(place, at=area) if area else None
    if area is None or body is None:
        return None
    tokens = before.tokens + suffix.tokens
    if _is_other(body, suffix):
        return Piece("body", tokens, f"{before.key} {suffix.key}", "", _as_printed(tokens))
    if suffix.kind == "body" and before.kind == "area":
        return None  # the draft reads "Essex" "County Council" with the words around it
    return Piece("body", tokens, f"{before.key} {suffix.key}", "", body)


def _is_other(body: Body, suffix: Piece) -> bool:
    """Tell whether a suffix is of another kind of council: a county has no "City Council"."""
    name = name_key(body.name)
    opposite = {"county council": "city council", "city council": "county council"}
    return name.endswith(opposite.get(suffix.key, "\0"))


def _sharing(kept: Sequence[Piece], place: Place) -> tuple[int, list[Piece]] | None:
    """Read "Cumberland and Westmorland & Furness Councils" as the councils of its areas."""
    found: list[Piece] = []
    at, start = len(kept) - 1, len(kept)
    while at >= 0:
        if kept[at].key in KINDS:
            at -= 1
            continue
        area = _area(kept[at])
        body = council(place, at=area) if area and kept[at].kind == "area" else None
        if body is None:
            break
        found.insert(0, replace(kept[at], kind="body", body=body, value=""))
        start = at
        if at and (kept[at - 1].kind == "and" or kept[at - 1].key == ","):
            found.insert(0, kept[at - 1])
            at -= 1
        at -= 1
    if found and found[0].kind in ("and", "sep"):
        found.pop(0)
        start = start if kept[start].kind == "area" else start + 1
    return (start, found) if len(found) > 1 else None


def _own_name(kept: Sequence[Piece]) -> int:
    """Count the words before "Council" that can only be its name; 0 where there are none."""
    count = 0
    while count < min(LONGEST_OWN_NAME, len(kept)) and _names_place(kept[-1 - count]):
        count += 1
    return count


def _names_place(piece: Piece) -> bool:
    words = vocabulary().words
    text = piece.text
    plain = piece.kind == "word" and text[:1].isupper() and not text.isupper()
    return (
        plain
        and text.isalpha()
        and not any(
            piece.key in words[kind]
            for kind in ("noise", "post", "team", "orgnoun", "honorific", "given_name")
        )
    )


def _unknown(words: Sequence[Piece], suffix: Piece) -> Piece:
    tokens = tuple(token for piece in words for token in piece.tokens) + suffix.tokens
    key = " ".join(token.key for token in tokens)
    return Piece("body", tokens, key, "", _as_printed(tokens))


def _as_printed(tokens: Sequence[Token]) -> Body:
    return Body(None, printed(tokens), COUNCIL, None, None, 0, "unresolved")
