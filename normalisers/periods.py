"""Reads from a document's title which years it is for and what kind of document it is.

Knows titles and the grammar of dates; knows no document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from normalisers.dates.grammar import Expression, find_expressions, join_years, share
from normalisers.dates.items import read_items
from normalisers.dates.modifiers import apply_modifiers
from normalisers.dates.numbers import Item
from normalisers.dates.values import Context
from normalisers.dates.words import read_words
from normalisers.openings import read_opening, words_of
from normalisers.phrases import phrases_of
from normalisers.text import fold

Kind = Literal["strategy", "delivery_plan", "progress_report", "web_page", "news"]

LONGEST_TITLE = 200
"""Characters; a longer text is prose, where most years are those of figures and laws."""
LONGEST_PROSE = 4_000
"""Characters of an opening that are looked at."""
NEAR_PLAN_WORD = 3
"""Items; in prose the years of a plan stand beside its name: "our strategy for 2023 to 2026"."""
LONGEST_PERIOD_YEARS = 15
"""Years; the longest strategies of public bodies run ten."""
GOALS = ("by", "before", "until", "from", "after", "to", "now", "was")
"""Words after which a single year is a goal or a date of something else ("Safer by 2030")."""
KIND_RANKS: tuple[Kind, ...] = ("progress_report", "delivery_plan", "strategy", "news")
"""Of several kinds in a title the first counts: an update of an action plan is a report."""
WEB = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a document is for: ``Period("2022", "2025", 2022-01-01, 2025-12-31)``.

    Attributes:
        start: The first year as printed.
        end: The last year as printed, in full ("2023-24" ends in "2024"); None for a single year.
        first: First day: 1 April for a financial year.
        last: Last day.
    """

    start: str
    end: str | None
    first: date
    last: date


def normalise_period(text: str) -> Period | None:
    """Find the years in a title ("Delivery Plan 2023-24") or in the opening of a document.

    None where no years are printed, or several single ones. In prose only years beside the
    name of a plan count. Of several periods in a title the last is the document's own
    ("Strategy 2022-2025: delivery plan 2023-24").
    """
    words = read_words(fold(text[:LONGEST_PROSE])).tokens
    context = Context()
    items = share(apply_modifiers(join_years(read_items(words, context)), context), context)
    pieces = find_expressions(items)
    is_title = len(text) <= LONGEST_TITLE
    spans = [
        piece
        for place, piece in enumerate(pieces)
        if isinstance(piece, Expression) and _is_period(piece)
        if is_title or _is_beside_plan(pieces, place)
    ]
    if spans:
        return _period(spans[-1] if is_title else spans[0])
    year = _single_year(pieces) if is_title else None
    return None if year is None else _period(year)


def _is_period(expression: Expression) -> bool:
    first, last = expression.start.first, expression.end.last
    if expression.start.decade or expression.end.decade or expression.start.unsure:
        return False
    apart = last.year - first.year
    return expression.is_long and 1 <= apart <= LONGEST_PERIOD_YEARS


def _is_beside_plan(pieces: Sequence[Item | Expression], place: int) -> bool:
    for piece in pieces[max(0, place - NEAR_PLAN_WORD) : place + 2]:
        if isinstance(piece, Item) and piece.kind in ("plan", "stop"):
            return piece.kind == "plan"
    return False


def _single_year(pieces: Sequence[Item | Expression]) -> Expression | None:
    """Give the one time that a title names, if it is a year and no goal."""
    found = [piece for piece in pieces if isinstance(piece, Expression)]
    if len(found) != 1 or not found[0].start.is_year or found[0].start is not found[0].end:
        return None
    place = pieces.index(found[0])
    before = pieces[place - 1] if place else None
    return None if isinstance(before, Item) and before.kind in GOALS else found[0]


def _period(expression: Expression) -> Period:
    first, last = expression.start.first, expression.end.last
    end = None if last.year == first.year else str(last.year)
    return Period(str(first.year), end, first, last)


def normalise_kind(title: str, media_type: str | None = None) -> Kind | None:
    """Tell the kind of a document from its title; None where the title does not say.

    A web page is "news" if its title reads like one and "web_page" otherwise, whatever it is about.
    """
    found = _kinds_in(fold(title))
    if (media_type or "").split(";")[0].strip().lower() in WEB:
        return "news" if "news" in found else "web_page"
    return next((kind for kind in KIND_RANKS if kind in found), None)


def _kinds_in(folded: str) -> set[Kind]:
    words = words_of(folded)
    found: set[Kind] = set()
    place = 0
    while place < len(words):
        opening = read_opening(words[place : place + 8], _kinds())
        if opening is None:
            place += 1
            continue
        found.add(cast(Kind, opening.value))
        place += len(opening.phrase.split())
    return found


@cache
def _kinds() -> dict[str, str]:
    return {" ".join(words_of(phrase)): value for phrase, value in phrases_of("kind").items()}
