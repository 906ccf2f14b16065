"""Reads the date cell of an action plan: EDTF, first and last day, ongoing or not, review.

Knows what a cell as a whole means (``LABELLING.md``: "by" has no first day, revised dates win,
a review is no deadline); the words and the calendar are known to the ``date_*`` modules.
Whatever is damaged or could mean two things gives no day at all, with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from normalisers.dates.cell import Cell, read_cell
from normalisers.dates.grammar import (
    Expression,
    find_expressions,
    join_years,
    share,
)
from normalisers.dates.items import read_items
from normalisers.dates.modifiers import apply_modifiers
from normalisers.dates.reasons import COSTS
from normalisers.dates.values import Context, Moment, day_of
from normalisers.dates.words import read_words
from normalisers.text import fold

DateKind = Literal["date", "interval", "ongoing", "relative", "tbc", "none"]

MAX_CHARACTERS = 1_000
"""Characters; the longest due cell of the corpus has 59. A longer cell is prose, not a date."""
FARTHEST_YEARS = 20
"""Years from publication; a farther date is a misreading (or the title of an old law)."""
SHORT_YEARS = range(-3, 6)
"""Years from publication that two figures may name; the day of "Dec 31" is no year."""
CENTURY = 2020
"""The year that "01.04.2023" seems to be of where a cell's edge cuts it after the 20."""
MANY_WORDS = 6
"""Unknown words; with more, a cell is a sentence that may be about another date."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date cell says.

    Attributes:
        edtf: ``"2023-04/2024-03"``; None for a cell without a date.
        earliest: First day that the expression covers; None where open or unknown.
        latest: Last day that it covers; None where open or unknown.
        kind: "none" for an empty cell, for a status, and for what was not understood
            (then ``score`` is 0 and ``reasons`` says why).
        ongoing: True where the work goes on or comes back.
        review_edtf: ``"2023-10"`` for a dated review; None for none or a recurring one.
        score: 0 to 100, how sure the reading is.
        reasons: What lowered the score; keys of ``reasons.COSTS``.
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    kind: DateKind = "none"
    ongoing: bool = False
    review_edtf: str | None = None
    score: int = 100
    reasons: tuple[str, ...] = ()


def normalise_date(
    raw: str | None,
    period: tuple[str, str | None] | None = None,
    published: str | None = None,
) -> DateValue:
    """Read a printed date.

    Args:
        raw: The cell as printed: ``"By end of Q2 2024/25"``; None and "" are an empty cell.
        period: First and last year of the document: ``("2022", "2025")``; None if unknown. With
            the first alone, nothing is reckoned from it.
        published: ISO date of publication, ``"2023-02-16"``; None if unknown.

    Returns:
        Its value; ``DateValue()`` for an empty cell. Never raises.
    """
    if raw is None or not raw.strip():
        return DateValue()
    if len(raw) > MAX_CHARACTERS:
        return _unknown("longer than a date")
    return _read(raw, Context(_period(period), _day(published)))


def _period(period: Sequence[str | None] | None) -> tuple[int, int] | None:
    if period is None or len(period) != 2:
        return None
    first, last = ((text or "")[:4] for text in period)
    if not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()):
        return None
    return (int(first), int(last)) if 1900 <= int(first) <= int(last) <= 2200 else None


def _day(text: str | None) -> date | None:
    try:
        found = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2200 else None


@lru_cache(maxsize=8192)
def _read(raw: str, context: Context) -> DateValue:
    words = read_words(fold(raw))
    items = join_years(read_items(words.tokens, context))
    items = share(apply_modifiers(items, context), context)
    cell = read_cell(find_expressions(items))
    value = _undated(cell) if cell.doubt is not None or not cell.main else _dated(cell, context)
    return _scored(value, words.reasons) if value.edtf is not None else value


def _undated(cell: Cell) -> DateValue:
    """Give the value of a cell without a due date: ongoing, to be confirmed, a status, unknown."""
    review = _review(cell)
    if cell.doubt is not None:
        kind: DateKind = "relative" if cell.is_relative else "none"
        return replace(_unknown(cell.doubt), kind=kind, review_edtf=review)
    if cell.ongoing:
        reasons = ("other words",) if cell.words else ()
        return _scored(
            DateValue("../..", kind="ongoing", ongoing=True, review_edtf=review), reasons
        )
    if cell.tbc:
        return DateValue(kind="tbc", review_edtf=review)
    if review is not None:
        return _scored(DateValue(review_edtf=review), ("review without another date",))
    return DateValue() if cell.nothing else _unknown()


def _review(cell: Cell) -> str | None:
    """Write a dated review; one after so many months has no printed date."""
    if cell.review is None or cell.review.is_relative:
        return None
    return _text(cell.review.start, cell.review.end)


def _dated(cell: Cell, context: Context) -> DateValue:
    """Give the value of a cell with a due date, or with several, covered from first to last."""
    stretches = [_stretch(expression, cell) for expression in cell.main]
    start = None if any(one[0] is None for one in stretches) else stretches[0][0]
    end = None if any(one[1] is None for one in stretches) else stretches[0][1]
    for first, last in stretches:
        start = first if start and first and first.first < start.first else start
        end = last if end and last and last.last > end.last else end
    known = [moment for moment in (start, end) if moment is not None]
    doubt = _doubt(cell, known, start, end, context)
    if doubt is not None:
        return _unknown(doubt)
    return _value(cell, start, end)


def _value(cell: Cell, start: Moment | None, end: Moment | None) -> DateValue:
    known = [moment for moment in (start, end) if moment is not None]
    ongoing = cell.ongoing or any(one.limit == "from" and one.start is one.end for one in cell.main)
    edtf = _text(start, end)
    kind: DateKind = "interval" if "/" in edtf else "date"
    if any(moment.relative for moment in known):
        kind = "relative"
    value = DateValue(
        edtf,
        None if start is None else start.first,
        None if end is None else end.last,
        "ongoing" if ongoing else kind,
        ongoing,
        _review(cell),
    )
    return _scored(value, [*_reasons(cell, known), *(why for one in known for why in one.reasons)])


def _reasons(cell: Cell, known: Sequence[Moment]) -> list[str]:
    reasons = []
    if len(cell.main) > 1:
        reasons.append("several dates")
    if cell.tbc:
        reasons.append("to be confirmed")
    if not known:
        reasons.append("date beside ongoing not understood")
    if any(moment.relative for moment in known):
        reasons.append("reckoned from the document")
    if cell.words:
        reasons.append("many other words" if cell.words >= MANY_WORDS else "other words")
    return reasons


def _doubt(
    cell: Cell,
    known: Sequence[Moment],
    start: Moment | None,
    end: Moment | None,
    context: Context,
) -> str | None:
    """Say why no day may be given after all; None where nothing is against it."""
    if start is not None and end is not None and end.last < start.first:
        return "ends before it begins"
    alone = len(cell.main) == 1 and start is end
    if not alone and any(moment.decade for moment in known):
        return "unreadable year"
    if cell.vague and all(one.is_long for one in cell.main):
        return "no date understood"
    if cell.numbers and all(one.is_long for one in cell.main):
        return "unreadable number"
    if cell.words >= MANY_WORDS and all(one.is_long for one in cell.main):
        return "many other words"
    return None if context.published is None else _far(known, context.published.year)


def _far(known: Sequence[Moment], published: int) -> str | None:
    """Say that a date lies where no plan of that day would set it; None where it does not."""
    for moment in known:
        apart = moment.first.year - published
        cut_short = moment.first.year == CENTURY and apart < -1
        if moment.short_year and (apart not in SHORT_YEARS or cut_short):
            return "year in two figures may be cut short or a day"
        if abs(apart) > FARTHEST_YEARS:
            return "far from the publication"
    return None


def _stretch(expression: Expression, cell: Cell) -> tuple[Moment | None, Moment | None]:
    """Give the first and last moment of an expression under its limit; None for an open end."""
    start, end, limit = expression.start, expression.end, expression.limit
    limit = "" if limit == "began" and not cell.ongoing else limit
    if cell.ongoing and not limit:
        return _beside_ongoing(expression, cell)
    if limit in ("by", "until"):
        return (None, None) if cell.ongoing and cell.ongoing_after else (None, _marked(end, cell))
    if limit == "before":
        return None, replace(
            _marked(day_of(start.first - timedelta(days=1)), cell), reasons=start.reasons
        )
    if limit == "after":
        return replace(day_of(end.last + timedelta(days=1)), reasons=end.reasons), None
    if limit == "not_before" or (limit in ("from", "began") and start is end):
        return _marked(start, cell), None
    return _marked(start, cell), _marked(end, cell)


def _beside_ongoing(expression: Expression, cell: Cell) -> tuple[Moment | None, Moment | None]:
    """Read a date beside "ongoing": "March 2024 and ongoing" begins, "Ongoing 2024/25" lasts.

    "Ongoing - March 2025" may begin or end then: no day is given.
    """
    if cell.ongoing_after:
        return expression.start, None
    if expression.is_long or expression.start is not expression.end:
        return expression.start, expression.end
    return None, None


def _marked(moment: Moment, cell: Cell) -> Moment:
    return replace(moment, unsure=True) if cell.tbc else moment


def _text(start: Moment | None, end: Moment | None) -> str:
    """Write an expression in EDTF."""
    first = ".." if start is None else start.start_text
    last = ".." if end is None else end.end_text
    return first if first == last != ".." else f"{first}/{last}"


def _unknown(*reasons: str) -> DateValue:
    return DateValue(score=0, reasons=reasons or ("no date understood",))


def _scored(value: DateValue, reasons: Sequence[str]) -> DateValue:
    every = tuple(dict.fromkeys((*value.reasons, *reasons)))
    return replace(value, reasons=every, score=max(0, 100 - sum(COSTS[why] for why in every)))
