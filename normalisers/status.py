"""Reads how far an action has come, from a status cell or the first words of a progress update.

Knows when a status word that opens a sentence is the status of the action; the words themselves
are facts in ``phrases.csv``.
"""

import re
from functools import cache, lru_cache
from typing import Literal, cast

from normalisers.openings import Opening, read_opening, skip_marks, words_of
from normalisers.phrases import phrases_of
from normalisers.text import fold

Status = Literal["not_started", "in_progress", "complete", "delayed", "dropped", "ongoing"]

MOST_LEADING_WORDS = 4
"""Words such as "this action has been" that may stand before the status."""

_PERCENT = re.compile(r"\D{0,12}?(\d{1,3}) ?%(?: complete[d]?| done)?(?![\w.])")


def normalise_status(text: str) -> Status | None:
    """Read a status.

    Args:
        text: The cell as printed: ``"Completed - policy agreed by the board"``.

    Returns:
        Its code; None for an empty cell, one that opens with no known status, and one whose
        words contradict it ("Complete but awaiting sign-off").
    """
    return _read(fold(text))


@lru_cache(maxsize=4096)
def _read(folded: str) -> Status | None:
    mark = phrases_of("status_mark").get(folded[:1])
    if mark is not None and not folded[1:].strip("\ufe0f ."):
        return cast(Status, mark)
    percent = _PERCENT.fullmatch(folded)
    if percent is not None:
        return _of_percent(int(percent[1]))
    opening = _status_opening(_without_rating(words_of(folded)))
    return None if opening is None else _status(opening)


def _of_percent(percent: int) -> Status | None:
    if percent > 100:
        return None
    return {0: "not_started", 100: "complete"}.get(percent, "in_progress")  # type: ignore[return-value]


def _without_rating(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a rating printed before the status: "Green - on track"."""
    rating = read_opening(words, _ratings())
    if rating is None or not rating.rest or not rating.ends_clause:
        return words
    return skip_marks(rating.rest)


@cache
def _ratings() -> dict[str, str]:
    ratings = phrases_of("rag") | phrases_of("rag_done")
    return {phrase: value for phrase, value in ratings.items() if len(phrase) > 1}


def _status_opening(words: tuple[str, ...]) -> Opening | None:
    words = skip_marks(words)
    for _ in range(MOST_LEADING_WORDS):
        opening = read_opening(words, phrases_of("status"))
        if opening is not None:
            return opening
        leading = read_opening(words, phrases_of("status_lead"))
        if leading is None:
            return None
        words = skip_marks(leading.rest)
    return None


def _status(opening: Opening) -> Status | None:
    if not opening.value or not _stands_alone(opening):
        return None
    following = read_opening(skip_marks(opening.rest), phrases_of("status"))
    if following is None and opening.rest[:1] in (("and",), ("&",)):
        following = read_opening(opening.rest[1:], phrases_of("status"))
    if following is not None and opening.value == "complete":
        if opening.phrase in phrases_of("status_closed") and following.value == "dropped":
            return "dropped"
        if following.value == "ongoing" and following.ends_clause:
            return "ongoing"  # "Completed and ongoing": set up, and now carried on
    return cast(Status, opening.value)


def _stands_alone(opening: Opening) -> bool:
    """Tell a status from a word that only opens a sentence ("Met with schools", "Open day")."""
    if opening.ends_clause or " " in opening.phrase:
        return True
    following = opening.rest[0]
    if following.isdigit() or following in phrases_of("month"):
        return True
    opens = opening.phrase in phrases_of("status_opening")
    return opens or following in phrases_of("status_connective") or following in "&+>="
