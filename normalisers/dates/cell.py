"""Decides what each expression of a date cell is for: the due date, a review, a date since changed.

Knows the order in which plans print these things; knows nothing of EDTF.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalisers.dates.grammar import Expression
from normalisers.dates.numbers import Item

LIMITS = ("began", "by", "before", "after", "not_before", "from", "until", "between")
ROLES = ("review", "was", "now")
"""With "done", the day on which something was finished ("Due March 2024, completed May 2024")."""
TRANSPARENT = ("quiet", "colon", "dot", "quote", "approx", "unsure", "year_word")
"""Kinds of item that may stand between a limiting word and its date."""
LIMITS_AFTER = {"by": "by", "not_before": "not_before"}
"""Words after a date that limit it ("March 2024 at the latest"); others say that it goes on."""
ENDS_REVIEW = ("stop", "close", "recurring", "ongoing", "tbc", "now", "was")
NOTHING = ("none", "status")
MARKS = frozenset(("dash", "slash", "comma", "open", "close", "stop", "dot", "colon", "quote"))
SAYS_NOTHING = MARKS | {*NOTHING, *TRANSPARENT}
# fmt: off
NO_WORDS = SAYS_NOTHING | {
    *LIMITS, *ROLES, "ongoing", "recurring", "tbc", "onwards", "throughout", "and", "plus", "to",
    "first", "time", "damaged", "number", "unresolved", "vague", "vague_relative", "plan", "end",
    "start", "early", "late",
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
        tbc: "To be confirmed" or the like is printed.
        vague: A time that has no fixed days is printed: "Easter".
        numbers: Numbers alone are printed, which are no years.
        nothing: What is printed says that there is no date: "n/a", "Complete", "-".
        is_relative: The doubt is about a time reckoned from the document.
        doubt: Why no date may be given; None where nothing stands against it.
        words: How many words are about something else.
    """

    main: tuple[Expression, ...] = ()
    review: Expression | None = None
    ongoing: bool = False
    ongoing_after: bool = False
    tbc: bool = False
    vague: bool = False
    numbers: bool = False
    nothing: bool = False
    is_relative: bool = False
    doubt: str | None = None
    words: int = 0


def read_cell(pieces: Sequence[Item | Expression]) -> Cell:
    """Give every expression its role and keep those that count."""
    pieces = _review_before(_limited(pieces))
    kinds = [piece.kind if isinstance(piece, Item) else "" for piece in pieces]
    main = _main(pieces, "recurring" in kinds)
    review = _dated_review(pieces, "recurring" in kinds)
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
        "tbc" in kinds,
        "vague" in kinds,
        "bare" in kinds,
        _says_nothing(kinds),
        "unresolved" in kinds or "vague_relative" in kinds,
        _doubt(pieces, main, bool(ongoing) or "tbc" in kinds),
        words,
    )


def _dated_review(pieces: Sequence[Item | Expression], recurring: bool) -> Expression | None:
    """Give the first dated review; "annual review in April" has a month but no date."""
    for one in _expressions(pieces):
        if one.role == "review" and not (recurring and one.is_guessed):
            return one
    return None


def _says_nothing(kinds: Sequence[str]) -> bool:
    """Tell "n/a", "Complete", "-" from words that were not understood ("in the next year")."""
    if not SAYS_NOTHING.issuperset(kinds):
        return False
    return any(kind in NOTHING for kind in kinds) or MARKS.issuperset(kinds)


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
        if _marks_last(pieces, place):
            _mark_last(done, piece.kind)
        elif piece.kind == "to" and kind_of(pieces, place - 1) in ("ongoing", "recurring"):
            limit = "until"
        elif piece.kind == "status" and _has_dates(pieces):
            role, limit = "done", ""
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


def kind_of(pieces: Sequence[Item | Expression], place: int) -> str:
    """Give the kind of the item at a place; "" for an expression and beyond either end."""
    piece = pieces[place] if 0 <= place < len(pieces) else None
    return piece.kind if isinstance(piece, Item) else ""


def _has_dates(pieces: Sequence[Item | Expression]) -> bool:
    return len(_expressions(pieces)) > 1


def _marks_last(pieces: Sequence[Item | Expression], place: int) -> bool:
    """Tell a word that speaks of the date before it: "onwards", "2024+", "(revised)"."""
    following = pieces[place + 1 : place + 2]
    kind, after = kind_of(pieces, place), kind_of(pieces, place + 1)
    if kind == "plus":
        return not following or (after != "" and after != "ongoing")
    last = not following or after in ("close", "stop")
    return kind == "onwards" or (last and kind in ("was", "now", "by", "not_before"))


def _mark_last(done: list[Item | Expression], kind: str) -> None:
    """Apply "onwards", "(revised)" or "(original)" to the expression just before."""
    for place in range(len(done) - 1, max(len(done) - 4, -1), -1):
        piece = done[place]
        if isinstance(piece, Expression):
            if kind in ROLES:
                done[place] = replace(piece, role=kind)
            elif piece.limit == "":
                done[place] = replace(piece, limit=LIMITS_AFTER.get(kind, "from"))
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
    kept = [one for one in _expressions(pieces) if one.role in ("", "now", "done")]
    if any(one.role != "done" for one in kept):
        kept = [one for one in kept if one.role != "done"]
    if any(one.role == "now" for one in kept):
        kept = [one for one in kept if one.role == "now"]
    if recurring:
        kept = [one for one in kept if one.limit == "from" or not one.is_guessed]
    kept = _printed(kept)
    if any(not one.is_guessed for one in kept):
        kept = [one for one in kept if not one.is_guessed]
    return tuple(dict.fromkeys(kept))


def _printed(kept: list[Expression]) -> list[Expression]:
    """Keep printed dates before reckoned ones, with the limit that the reckoned one has.

    "By the end of the strategy (March 2025)" is by March 2025.
    """
    printed = [one for one in kept if not one.is_relative]
    limits = {one.limit for one in kept if one.is_relative}
    if len(printed) == 1 and len(limits) == 1 and not printed[0].limit:
        return [replace(printed[0], limit=limits.pop())]
    return printed or kept


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
    if kind_of(pieces, len(pieces) - 1) == "dash" and main and not settled:
        return "unfinished range"
    guessed = [one for one in _expressions(pieces) if one.is_guessed and one.role == ""]
    if main and not settled and not all(_is_within(one, main) for one in guessed):
        return "unclear year"
    if settled or any(not one.is_relative for one in main):
        return None
    for item in items:
        if item.kind == "unresolved":
            return item.value
    if not main and any(item.kind == "vague_relative" for item in items):
        return "a term without a length"
    return None


def _is_within(guessed: Expression, main: Sequence[Expression]) -> bool:
    """Tell whether a time without a year only repeats the date that counts: "Q1 (April - June)".

    Beside a whole year it does not: "Sep t 2024" was cut or misread.
    """
    if guessed in main:
        return True
    months = {month for one in main if not one.is_long for month in one.month_numbers}
    wider = not guessed.start.day and months and months < guessed.month_numbers  # Q1, April 2024
    return bool(wider) or months.issuperset(guessed.month_numbers)
