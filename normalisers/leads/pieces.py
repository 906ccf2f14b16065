"""A lead cell as pieces: names that mean something here, marks, words, and bracketed groups.

Knows which phrases are names and how brackets nest; it does not decide who leads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalisers.agencies import Place, best_meaning, body_of, decided_body
from normalisers.leads.councils import with_councils
from normalisers.leads.initials import Glossary, with_initials
from normalisers.leads.marks import with_bare_marks
from normalisers.leads.piece import Piece
from normalisers.match import Span, finder
from normalisers.names import Token, printed
from normalisers.reference_records import Meaning
from normalisers.vocabulary import vocabulary

NO_TERMS: Glossary = {}
SEXUAL = frozenset({"sv", "sa", "sva", "fgm", "hbv", "hba", "fm", "cse"})
"""Short forms of other harms: subjects beside domestic abuse without a team of their own."""

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
SEPARATORS = frozenset(",;/|+•·▪●◦*\\><\uf0b7")
SILENT = frozenset("?!\"“”'_=#~^…")
DIGITS = str.maketrans("015", "ols"), str.maketrans("015", "ois")
"""Digits that a scan prints for letters: "Po1ice"; "5chools" begins with one, too."""

DECIDED = "decided"  # kind of a meaning that a person gave
MAX_WRAP = 6
"""Words on each side of a line break in which a name that it cuts is looked for."""

MAX_DEPTH = 8
"""Nested brackets; deeper ones are read as flat (a hostile cell may open ten thousand)."""


def read_pieces(
    tokens: Sequence[Token], place: Place, glossary: Glossary = NO_TERMS
) -> tuple[Piece, ...]:
    """Read a cell's tokens as pieces; an opened bracket that never closes ends with the cell."""
    known = with_initials(list(_flat(_unwrapped(_mended(tokens)), place)), place, glossary)
    flat = with_bare_marks(with_councils(_subjects(known), place))
    return _nest(iter(flat), depth=0)


def _subjects(pieces: Sequence[Piece]) -> list[Piece]:
    """Read the mark in "DA/VAWG Sub-Group", "DA & SV Lead" as a word: subjects are no bodies."""
    words = vocabulary().words
    subjects = words["vawg_subject"] | words["abuse_subject"] | SEXUAL
    kept = list(pieces)
    for at in range(1, len(kept) - 1):
        beside = kept[at - 1].kind == "word" and kept[at - 1].key in subjects
        if kept[at].key in ("/", "and") and beside and kept[at + 1].tokens[0].key in subjects:
            kept[at] = Piece("word", kept[at].tokens, "and")
    return kept


def _mended(tokens: Sequence[Token]) -> list[Token]:
    """Read digits that a scan prints for letters as those letters, where a known word comes out."""
    known = finder(vocabulary())
    kept = list(tokens)
    for at, token in enumerate(tokens):
        if token.key.isalnum() and not token.key.isalpha() and not token.key.isdigit():
            meant = [token.key.translate(table) for table in DIGITS]
            words = [word for word in meant if word.isalpha() and known.has_word(word)]
            if words and not known.has_word(token.key):
                kept[at] = replace(token, key=words[0])
    return kept


def _unwrapped(tokens: Sequence[Token]) -> list[Token]:
    """Take out the line breaks inside names: "Community" / "Safety" in a narrow cell.

    A break goes where a name stands across it and one of its halves is no name alone; two names,
    one on each line, stay two.
    """
    breaks = [at for at, token in enumerate(tokens) if token.is_break]
    if not breaks:
        return list(tokens)
    known, gone = finder(vocabulary()), set()
    for at in breaks:
        near = [*tokens[max(0, at - MAX_WRAP) : at], *tokens[at + 1 : at + 1 + MAX_WRAP]]
        place = min(at, MAX_WRAP)
        spans = [span for span in known.find(near) if span.start < place < span.end]
        for span in spans:
            left = " ".join(token.key for token in near[span.start : place])
            right = " ".join(token.key for token in near[place : span.end])
            if not (known.has(left) and known.has(right)):
                gone.add(at)
    return [
        replace(token, spaced=True) if at - 1 in gone else token
        for at, token in enumerate(tokens)
        if at not in gone
    ]


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
        if _is_list(span, tokens):
            continue
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


def _is_list(span: Span, tokens: Sequence[Token]) -> bool:
    """Tell whether a name is the end of a list: "Safety, Education" and "Children's Services".

    Both halves are names, and a comma stands before the first.
    """
    joined = [token.text.lower() for token in tokens[span.start : span.end]].count("and") == 1
    if not joined or not span.start or tokens[span.start - 1].text != ",":
        return False
    if span.end < len(tokens) and tokens[span.end].text == ",":
        return False
    return all(_is_department(half) for half in span.key.split(" and ", 1)) and not any(
        meaning.kind == "directorate" for meaning in vocabulary().meanings[span.key]
    )


def _is_department(key: str) -> bool:
    roles = vocabulary().role_of
    meanings = vocabulary().meanings.get(key, ())
    return any(roles[m.value].unit is not None for m in meanings if m.kind == "role")


def _phrases(tokens: Sequence[Token], place: Place) -> list[Span]:
    """Give every known phrase, longest first; what people decided goes before the reference."""
    known = finder(vocabulary()).find(tokens)
    if not place.decided.names:
        return known
    decided = place.decided.find([token.key for token in tokens])
    return sorted([*decided, *known], key=lambda span: span.start - span.end)


def _shows(meaning: Meaning, tokens: Sequence[Token]) -> bool:
    """Tell whether short initials are printed as such: "SEA" is a charity, "sea" is not.

    With one capital ("Rise") they count where they hold alone, if nobody is called so.
    """
    if not meaning.capitals or (text := printed(tokens)).isupper():
        return True
    known = vocabulary().words["given_name"]
    return meaning.scope is not None and not text.islower() and tokens[0].key not in known


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
    return {"and": "and", "plus": "and", "-": "dash", ":": "colon"}.get(key, "word")


def _nest(pieces: Iterator[Piece], depth: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind == "open" and depth < MAX_DEPTH:
            inside = _nest(pieces, depth + 1)
            tokens = tuple(token for child in inside for token in child.tokens)
            if found and found[-1].key == "," and len(found) > 1:
                found.pop()  # "Council, (Housing)"
            found.append(Piece("group", tokens, "", children=inside))
        elif piece.kind == "close":
            if depth:
                break
        elif piece.kind != "open":
            found.append(piece)
    return tuple(found)
