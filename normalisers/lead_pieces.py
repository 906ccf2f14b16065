"""A lead cell as pieces: names that mean something here, marks, words, and bracketed groups.

Knows which phrases are names and how brackets nest; it does not decide who leads.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from normalisers.agencies import Body, Place, best_meaning, body_of, council, decided_body
from normalisers.match import Span, finder
from normalisers.names import Token, printed
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
SEPARATORS = frozenset(",;/|+•·▪●◦*\\><\uf0b7")
SILENT = frozenset("?!\"“”'_=#~^…")
DECIDED = "decided"  # kind of a meaning that a person gave
MAX_DEPTH = 8
"""Nested brackets; deeper ones are read as flat (a hostile cell may open ten thousand)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a cell.

    ``kind`` is body, word, area, sep, and, dash, colon, group, or a kind of ``lead_words.csv``
    (mark_support, tag_lead, tail, ...); ``value`` is its code; ``children``
    is what a bracket holds.
    """

    kind: str
    tokens: tuple[Token, ...]
    key: str
    value: str = ""
    body: Body | None = None
    children: tuple["Piece", ...] = ()

    @property
    def text(self) -> str:
        """Give the piece as printed."""
        return printed(self.tokens)


def read_pieces(tokens: Sequence[Token], place: Place) -> tuple[Piece, ...]:
    """Read a cell's tokens as pieces; an opened bracket that never closes ends with the cell."""
    flat = list(_councils(_flat(tokens, place), place))
    return _nest(iter(flat), depth=0)


def _councils(pieces: Iterable[Piece], place: Place) -> Iterator[Piece]:
    """Read an area and a council's suffix as that council: "Newport" "CC"."""
    area: Piece | None = None
    for piece in pieces:
        body = council(place, at=area.value) if area and piece.kind == "council_suffix" else None
        if area is not None and body is not None:
            yield Piece("body", area.tokens + piece.tokens, f"{area.key} {piece.key}", "", body)
            area = None
            continue
        if area is not None:
            yield area
        area = piece if piece.kind == "area" else None
        if area is None:
            yield piece
    if area is not None:
        yield area


def _flat(tokens: Sequence[Token], place: Place) -> Iterator[Piece]:
    chosen = {span.start: (span, meaning) for span, meaning in _choose(tokens, place)}
    at = 0
    while at < len(tokens):
        if at in chosen:
            span, meaning = chosen[at]
            yield _known(span, meaning, tuple(tokens[at : span.end]), place)
            at = span.end
        else:
            yield from _mark_or_word(tokens, at)
            at += 1


def _choose(tokens: Sequence[Token], place: Place) -> Iterator[tuple[Span, Meaning]]:
    """Choose the longest phrases that mean something in this place and do not overlap."""
    meanings, taken = vocabulary().meanings, bytearray(len(tokens))
    for span in _phrases(tokens, place):
        if any(taken[span.start : span.end]):
            continue
        if span.key.endswith(" -") and span.start and tokens[span.start - 1].key.isalpha():
            continue  # "Strategic Lead - VAWG" is a post, "Lead - Housing" a mark
        if place.decided.named(span.key):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            yield span, Meaning(DECIDED, span.key)
            continue
        shown = [
            meaning
            for meaning in meanings[span.key]
            if _shows(meaning, tokens[span.start : span.end])
            and not place.decided.denies(span.key, meaning.value)
        ]
        if meaning := best_meaning(shown, place):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            yield span, meaning


def _phrases(tokens: Sequence[Token], place: Place) -> list[Span]:
    """Give every known phrase, longest first; what people decided goes before the reference."""
    known = finder(vocabulary()).find(tokens)
    if not place.decided.names:
        return known
    decided = place.decided.find([token.key for token in tokens])
    return sorted([*decided, *known], key=lambda span: span.start - span.end)


def _shows(meaning: Meaning, tokens: Sequence[Token]) -> bool:
    """Tell whether short initials are printed as such: 'SEA' is a charity, 'sea' is not."""
    return not meaning.capitals or not printed(tokens).islower()


def _known(span: Span, meaning: Meaning, tokens: tuple[Token, ...], place: Place) -> Piece:
    if meaning.kind == DECIDED and (name := place.decided.named(span.key)):
        return Piece("body", tokens, span.key, "", decided_body(name, printed(tokens)))
    if meaning.kind in ("agency", "role"):
        return Piece("body", tokens, span.key, meaning.value, body_of(meaning, place, span.key))
    return Piece(meaning.kind, tokens, span.key, meaning.value)


def _mark_or_word(tokens: Sequence[Token], at: int) -> Iterator[Piece]:
    token = tokens[at]
    key = token.key
    if key == ".":
        ends = at + 1 < len(tokens) and tokens[at + 1].spaced and tokens[at + 1].text[0].isupper()
        initial = at > 0 and len(tokens[at - 1].text) == 1
        if ends and not initial:
            yield Piece("sep", (token,), ";")
    elif key not in SILENT:
        yield Piece(_kind_of(key), (token,), key)


def _kind_of(key: str) -> str:
    if key in SEPARATORS:
        return "sep"
    if key in OPENING or key in CLOSING:
        return "open" if key in OPENING else "close"
    return {"and": "and", "-": "dash", ":": "colon"}.get(key, "word")


def _nest(pieces: Iterator[Piece], depth: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind == "open" and depth < MAX_DEPTH:
            inside = _nest(pieces, depth + 1)
            tokens = tuple(token for child in inside for token in child.tokens)
            found.append(Piece("group", tokens, "", children=inside))
        elif piece.kind == "close":
            if depth:
                break
        elif piece.kind != "open":
            found.append(piece)
    return tuple(found)
