"""Marks without a colon: "Lead Police Support Housing" says who leads as "Lead: Police" does.

Knows where a bare word can only be a mark; ``lead_words.csv`` has the marks that are sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from normalisers.leads.piece import Piece
from normalisers.vocabulary import vocabulary

LEADS = frozenset({"lead", "leads"})
SUPPORTS = frozenset({"support", "supporting", "supports", "supported"})


def with_bare_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Read a bare "Lead" and "Support" as marks, where the cell begins with who leads."""
    kept = list(pieces)
    bare = bool(kept) and kept[0].kind == "word" and kept[0].key in LEADS and _names(kept, 1)
    if not bare and (not kept or kept[0].kind != "mark_lead"):
        return kept
    supports = [at for at in range(1, len(kept)) if _is_support(kept, at)]
    if bare and not supports:
        return kept
    for at in supports:
        kept[at] = replace(kept[at], kind="mark_support")
    if bare:
        kept[0] = replace(kept[0], kind="mark_lead")
    return kept


def _is_support(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a bare "Support" stands between two names, and is no word of a team's."""
    before, piece = pieces[at - 1], pieces[at]
    if piece.kind != "word" or piece.key not in SUPPORTS or not piece.text[:1].isupper():
        return False
    ended = before.kind in ("body", "sep", "group", "tail", "area") or before.text[:1].isupper()
    return ended and _names(pieces, at + 1)


def _names(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a name begins here: a body, an area, or a capitalised word that is no post."""
    if at >= len(pieces):
        return False
    piece, words = pieces[at], vocabulary().words
    if piece.kind in ("body", "area"):
        return True
    plain = piece.key in words["post"] | words["team"] | words["noise"]
    return piece.kind == "word" and piece.text[:1].isupper() and not plain
