"""Joins moments: to their years, to ranges ("March - June 2024") and to lists ("Nov/Dec 2023").

Each pass takes the items of a cell and gives them back with fewer loose words. What an expression
is for is known to ``cell.py``, what the cell as a whole means to ``reading.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from normalisers.dates.modifiers import guess_year
from normalisers.dates.numbers import Item
from normalisers.dates.printed import year_of_kind
from normalisers.dates.reasons import YEAR_GUESSED
from normalisers.dates.values import (
    FIRST_MONTH,
    MONTHS_A_YEAR,
    Context,
    Moment,
    YearKind,
    in_year,
    whole_year,
)

GAPS_TO_YEAR = ("colon", "comma", "open", "close", "dash", "quiet", "quote", "dot")
"""What may stand between a month and its year: "March (2024)", "March, in 2024"."""
LONGEST_GAP = 3
RANGE_JOINTS = ("to", "dash", "until")
LIST_JOINTS = ("and", "plus", "slash", "comma")
SHORTEST_YEAR_DAYS = 364
"""Days from the first to the last of a year."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One stretch of time as printed: ``Expression(march, june)``; start is end for one moment.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        limit: The word that limits it: "by", "before", "from", "after"; "" for none.
        role: "review", "was" (a date since changed), "now" (the changed date); "" for none.
    """

    start: Moment
    end: Moment
    limit: str = ""
    role: str = ""

    @property
    def is_relative(self) -> bool:
        """True where it was reckoned from the document's own time."""
        return self.start.relative

    @property
    def is_guessed(self) -> bool:
        """True where its year is not printed."""
        return YEAR_GUESSED in self.end.reasons

    @property
    def month_numbers(self) -> set[int]:
        """The months of the year that it touches, 1 to 12."""
        first, last = self.start.first, self.end.last
        apart = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
        months = range(first.month - 1, first.month + min(apart, MONTHS_A_YEAR))
        return {month % MONTHS_A_YEAR + 1 for month in months}

    @property
    def is_long(self) -> bool:
        """True for a year or more, whose days say little."""
        return (self.end.last - self.start.first).days >= SHORTEST_YEAR_DAYS


def join_years(items: Sequence[Item]) -> list[Item]:
    """Give months, quarters and days the year that stands near: "2024/25 Q1", "March (2024)"."""
    joined: list[Item] = []
    place = 0
    while place < len(items):
        item = items[place]
        if item.kind in FIRST_MONTH:
            item = _kind_of_year(joined, item.kind)
        beside = _across_gap(items, place) if item.moment is not None else None
        if beside is None or item.moment is None:
            joined.append(item)
            place += 1
            continue
        joined.append(_put_together(item.moment, _moment_at(items, beside)))
        place = beside + 1
    return joined


def _kind_of_year(joined: list[Item], kind: str) -> Item:
    """Read "financial year" after its number, or alone as one whose number is not printed."""
    if joined and joined[-1].moment is not None and joined[-1].moment.is_year:
        return year_of_kind(joined.pop().moment or whole_year(0), kind)
    year_kind: YearKind = "fiscal" if kind == "fiscal" else "school"
    if kind == "calendar":
        return Item("quiet")
    return Item("moment", moment=replace(whole_year(2000, year_kind), year=None))


def _across_gap(items: Sequence[Item], place: int) -> int | None:
    """Find the year of a moment without one, or the moment without a year of a year."""
    beside = place + 1
    while beside < len(items) and beside - place <= LONGEST_GAP:
        if items[beside].kind not in GAPS_TO_YEAR:
            break
        beside += 1
    here = items[place].moment
    if here is None or beside >= len(items) or items[beside].moment is None:
        return None
    there = _moment_at(items, beside)
    if here.is_open and there.is_year:
        return beside
    if here.is_year and there.is_open and there.months != MONTHS_A_YEAR:
        after = _across_gap(items, beside)
        return None if after == beside + 1 or _is_joint(items, beside + 1) else beside
    return None


def _is_joint(items: Sequence[Item], place: int) -> bool:
    return place < len(items) and items[place].kind in (*RANGE_JOINTS, *LIST_JOINTS)


def _put_together(here: Moment, there: Moment) -> Item:
    year, moment = (there, here) if here.is_open else (here, there)
    found = in_year(moment, year)
    return Item("damaged", "unclear year") if found is None else Item("moment", moment=found)


def _moment_at(items: Sequence[Item], place: int) -> Moment:
    moment = items[place].moment
    if moment is None:
        raise ValueError("no moment stands at this place")
    return moment


def share(items: Sequence[Item], context: Context) -> list[Item]:
    """Give days their month and moments their year from the one that they are joined to.

    "25 and 26 March 2024", "Nov - Feb 2024" (November 2023), "Sept 2024 - March" (2025). What
    then has no year takes the first one that is not over at publication, and is unsure.
    """
    done = list(items)
    for place in range(len(done) - 3, -1, -1):
        following = done[place + 2].moment
        if following is not None and _is_joint(done, place + 1):
            done[place] = _borrow(done[place], following, done[place + 1].kind)
    for place, item in enumerate(done):
        if item.moment is None or not item.moment.is_open:
            continue
        before = done[place - 2].moment if place >= 2 and _is_joint(done, place - 1) else None
        if before is not None and not before.is_open:
            done[place] = Item("moment", moment=_next_after(item.moment, before))
        elif context.published is None:
            done[place] = Item("unresolved", "no date of publication")
        elif item.moment.months == MONTHS_A_YEAR:
            done[place] = Item("unresolved", "unclear year")  # "academic year" without a number
        else:
            done[place] = Item("moment", moment=guess_year(item.moment, context))
    return done


def _borrow(item: Item, following: Moment, joint: str) -> Item:
    if item.kind == "bare" and following.day:
        number = int(item.value)
        if not 1 <= number <= following.day:
            return Item("damaged", "no such day")
        return Item("moment", moment=replace(following, day=number))
    if item.moment is None or not item.moment.is_open or following.year is None:
        return item
    moment = item.moment
    if (moment.style, moment.basis, following.basis) == ("season", "calendar", "school"):
        moment = replace(moment, style="block", basis="school", months=4 if moment.month > 3 else 3)
    earlier = (moment.month, moment.day) > (following.month, following.day or 31)
    if earlier and joint == "comma" and moment.basis == "calendar":
        return item  # "December, January 2024" may be of either year
    found = in_year(replace(moment, basis="calendar"), whole_year(following.year - earlier))
    if found is None:
        return Item("damaged", "no such day")
    flags = replace(found, decade=following.decade, relative=following.relative)
    return Item("moment", moment=flags.because(*following.reasons))


def _next_after(moment: Moment, before: Moment) -> Moment:
    later = (moment.month, moment.day or 31) < (before.month, before.day)
    year = before.last.year if before.months > 1 else before.first.year
    found = in_year(replace(moment, basis="calendar"), whole_year(year + later))
    unsure = replace(found or moment, unsure=before.unsure)
    return unsure.because("year taken from the date beside it", *before.reasons)


def find_expressions(items: Sequence[Item]) -> list[Item | Expression]:
    """Join moments into ranges and lists, and set the limits that stand before and after them."""
    found: list[Item | Expression] = []
    place = 0
    while place < len(items):
        if items[place].moment is None:
            found.append(items[place])
            place += 1
            continue
        expression, place = _grow(items, place)
        found.append(expression)
        if _runs_backwards(items, place, expression):
            found.append(Item("damaged", "ends before it begins"))
    return found


def _runs_backwards(items: Sequence[Item], place: int, expression: Expression) -> bool:
    """Tell "March 2024 - January 2024", where a date or its year is misprinted."""
    if place + 1 >= len(items) or items[place].kind not in RANGE_JOINTS:
        return False
    following = items[place + 1].moment
    if following is None or following.relative != expression.is_relative:
        return False
    return _is_before(following, expression.end)


def _is_before(following: Moment, last: Moment) -> bool:
    """Tell a second end that begins or ends before the first: no range runs so."""
    return following.first < last.first or following.last < last.last


def _grow(items: Sequence[Item], place: int) -> tuple[Expression, int]:
    first = _moment_at(items, place)
    expression = Expression(first, first)
    revised = place > 0 and items[place - 1].kind == "was"
    while place + 2 < len(items) and items[place + 2].moment is not None and not revised:
        joint, following = items[place + 1].kind, _moment_at(items, place + 2)
        if not _continues(expression, joint, following):
            break
        expression = replace(expression, end=following)
        place += 2
    return expression, place + 1


def _continues(expression: Expression, joint: str, following: Moment) -> bool:
    """Tell whether a range or list goes on: any "to", and lists of neighbours ("Nov/Dec")."""
    last = expression.end
    if last.relative != following.relative or _is_before(following, last):
        return False
    if joint in RANGE_JOINTS:
        return True
    return joint in LIST_JOINTS and following.first <= last.last + timedelta(days=1)
