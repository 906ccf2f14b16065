"""Decides what each expression of a date cell is for: the due date, a review, a date since changed.

Knows the order in which plans print these things; knows nothing of EDTF.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalisers.date_grammar import Expression
from normalisers.date_numbers import Item

LIMITS = ("by", "before", "after", "not_before", "from", "until", "between")
ROLES = ("review", "was", "now")
TRANSPARENT = ("quiet", "colon", "dot", "quote", "approx", "unsure", "year_word", "weekday")
"""Kinds of item that may stand between a limiting word and its date."""
ENDS_REVIEW = ("stop", "close", "recurring", "ongoing", "tbc", "now", "was")
NOTHING = ("none", "status")
SAYS_NOTHING = frozenset(
    (*NOTHING, *TRANSPARENT, "dash", "slash", "comma", "open", "close", "stop")
)
# fmt: off
NO_WORDS = SAYS_NOTHING | {
    *LIMITS, *ROLES, "ongoing", "recurring", "tbc", "onwards", "throughout", "and", "to", "time",
    "damaged", "number", "unresolved", "vague", "vague_relative", "plan", "end", "start",
    "early", "late",
}
# fmt: on
"""Kinds of item that do not count as words of another matter."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a date cell holds.

    Attributes:
        main: The expressions that say when the action is due; () for none.
        review: The dated review; None without one.
        ongoing: "Ongoing", "annually" or the like is printed.
        ongoing_after: It stands after the date: "March 2024 and ongoing".
        ongoing_dash: A dash leads from it to the date: "Ongoing - March 2025".
        tbc: "To be confirmed" or the like is printed.
        vague: A time that has no fixed days is printed: "Easter".
        nothing: What is printed says that there is no date: "n/a", "Complete", "-".
        is_relative: The doubt is about a time reckoned from the document.
        doubt: Why no date may be given; None where nothing stands against it.
        words: How many words are about something else.
    """

    main: tuple[Expression, ...] = ()
    review: Expression | None = None
    ongoing: bool = False
    ongoing_after: bool = False
    ongoing_dash: bool = False
    tbc: bool = False
    vague: bool = False
    nothing: bool = False
    is_relative: bool = False
    doubt: str | None = None
    words: int = 0


def read_cell(pieces: Sequence[Item | Expression]) -> Cell:
    """Give every expression its role and keep those that count."""
    pieces = _review_before(_limited(pieces))
    kinds = [piece.kind if isinstance(piece, Item) else "" for piece in pieces]
    main = _main(pieces, "recurring" in kinds)
    review = next((one for one in _expressions(pieces) if one.role == "review"), None)
    words = sum(kind not in NO_WORDS and kind != "" for kind in kinds)
    ongoing = _ongoing_places(pieces, kinds, bool(main))
    tbc_first = "tbc" in kinds and _first_place(pieces, main) > kinds.index("tbc")
    main = () if tbc_first and not ongoing else main
    at = _first_place(pieces, main)
    return Cell(
        main,
        review,
        bool(ongoing),
        bool(ongoing) and ongoing[-1] > at,
        bool(ongoing) and set(kinds[ongoing[-1] + 1 : at]) & {"dash", "to"} != set(),
        "tbc" in kinds,
        "vague" in kinds,
        not words and all(kind in SAYS_NOTHING for kind in kinds),
        "unresolved" in kinds or "vague_relative" in kinds,
        _doubt(pieces, main, bool(ongoing) or "tbc" in kinds),
        words,
    )


def _expressions(pieces: Sequence[Item | Expression]) -> list[Expression]:
    return [piece for piece in pieces if isinstance(piece, Expression)]


def _first_place(pieces: Sequence[Item | Expression], main: Sequence[Expression]) -> int:
    """Give the place of the first expression that counts; that of the end if none does."""
    return next((place for place, piece in enumerate(pieces) if piece in main), len(pieces))


def _limited(pieces: Sequence[Item | Expression]) -> list[Item | Expression]:
    """Set on each expression the limit and the role that the words around it give."""
    done: list[Item | Expression] = []
    limit = role = ""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Expression):
            done.append(replace(piece, limit=limit, role=role))
            limit = role = ""
            continue
        if piece.kind == "onwards" or _in_own_brackets(pieces, place):
            _mark_last(done, piece.kind)
        elif piece.kind in LIMITS:
            limit = piece.kind
        elif piece.kind in ROLES:
            role, limit = piece.kind, ""
        elif piece.kind not in TRANSPARENT:
            limit = ""
            role = role if _keeps_role(role, piece.kind) else ""
        done.append(piece)
    return done


def _keeps_role(role: str, kind: str) -> bool:
    if role == "review":
        return kind not in ENDS_REVIEW
    return role != "" and kind in ("dash", "stop")


def _in_own_brackets(pieces: Sequence[Item | Expression], place: int) -> bool:
    """Tell "(revised)" and "(original)", which speak of the date before them."""
    piece, following = pieces[place], pieces[place + 1 : place + 2]
    closes = not following or (isinstance(following[0], Item) and following[0].kind == "close")
    return isinstance(piece, Item) and piece.kind in ("was", "now") and closes


def _mark_last(done: list[Item | Expression], kind: str) -> None:
    """Apply "onwards", "(revised)" or "(original)" to the expression just before."""
    for place in range(len(done) - 1, max(len(done) - 4, -1), -1):
        piece = done[place]
        if isinstance(piece, Expression):
            if kind != "onwards":
                done[place] = replace(piece, role=kind)
            elif piece.limit == "":
                done[place] = replace(piece, limit="from")
            return
        if piece.kind not in ("quiet", "comma", "open", "close", "and", "dash", "dot"):
            return


def _review_before(pieces: list[Item | Expression]) -> list[Item | Expression]:
    """Read "Ongoing (March 2024 review)": a date right before the word is the review's."""
    done = list(pieces)
    others = len(_expressions(pieces)) > 1 or any(
        isinstance(piece, Item) and piece.kind in ("ongoing", "recurring") for piece in pieces
    )
    for place in range(1, len(done)):
        piece, before = done[place], done[place - 1]
        if isinstance(piece, Expression) or piece.kind != "review" or not others:
            continue
        following = done[place + 1 :]
        dated = following and isinstance(following[0], Expression)
        if isinstance(before, Expression) and before.role == "" and not dated:
            done[place - 1] = replace(before, role="review")
    return done


def _main(pieces: Sequence[Item | Expression], recurring: bool) -> tuple[Expression, ...]:
    """Keep the expressions that set the due date.

    Changed dates win over those they replace; printed dates over those reckoned from the
    document, and over months whose year is not printed; "annually in March" names no one March.
    """
    kept = [one for one in _expressions(pieces) if one.role in ("", "now")]
    if any(one.role == "now" for one in kept):
        kept = [one for one in kept if one.role == "now"]
    if recurring:
        kept = [one for one in kept if one.limit == "from" or not one.is_guessed]
    if any(not one.is_relative for one in kept):
        kept = [one for one in kept if not one.is_relative]
    if any(not one.is_guessed for one in kept):
        kept = [one for one in kept if not one.is_guessed]
    return tuple(dict.fromkeys(kept))


def _ongoing_places(
    pieces: Sequence[Item | Expression], kinds: Sequence[str], has_date: bool
) -> list[int]:
    """Find the words for going on. "Reviewed annually" counts only where no date is printed."""
    review = {place for place, kind in enumerate(kinds) if kind == "review"}
    places = []
    for place, kind in enumerate(kinds):
        beside = {place - 1, place + 1, place - 2} & review
        if kind == "ongoing" or (kind == "recurring" and not (beside and has_date)):
            places.append(place)
    if not places and not has_date:
        places = [place for place, kind in enumerate(kinds) if kind == "throughout"]
    return places


def _doubt(
    pieces: Sequence[Item | Expression], main: Sequence[Expression], settled: bool
) -> str | None:
    items = [piece for piece in pieces if isinstance(piece, Item)]
    for item in items:
        if item.kind == "damaged":
            return item.value
    if settled or any(not one.is_relative for one in main):
        return None
    for item in items:
        if item.kind == "unresolved":
            return item.value
    if not main and any(item.kind == "vague_relative" for item in items):
        return "a term without a length"
    return None
