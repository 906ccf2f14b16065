"""Reads times that are reckoned from the document: "Year 2", "within 6 months", "immediate".

Everything here needs the document's period or its day of publication; without them the item is
"unresolved", with the reason.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from normalisers.dates.numbers import Item
from normalisers.dates.printed import JOINING, Found, kind_at
from normalisers.dates.values import (
    FIRST_MONTH,
    MONTHS_A_YEAR,
    Context,
    Moment,
    YearKind,
    add_months,
    day_of,
    whole_year,
    years,
)
from normalisers.dates.words import Token

LONGEST_DURATION = {"day": 1000, "week": 260, "month": 120, "year": 10}
"""More of a unit than this is a count of something else."""

_YEAR_KINDS: dict[str, YearKind] = {kind: kind for kind in FIRST_MONTH}
ANCHORS = ("anchor", "plan", "quiet", "after", "from", "start", "began", "immediate")
DATED = ("month", "num", "ordinal", "season", "quarter", "term", "named_day")
CLAUSE_ENDS = ("stop", "dot", "open", "close", "comma", "dash", "slash", "and")


def read_plan_year(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "Year 2", "Years 1-3", "Final year" as calendar years of the document's period."""
    if tokens[place].kind == "year_n":
        return Found([_plan_year(int(tokens[place].value), context)], 1)
    figure = _single_figure(tokens, place + 1)
    if not figure:
        return Found([Item("quiet")], 1)
    items, end = [_plan_year(int(figure), context)], place + 2
    joint = JOINING.get(kind_at(tokens, end), "")
    while joint and (figure := _single_figure(tokens, end + 1)):
        items += [Item(joint), _plan_year(int(figure), context)]
        end += 2
        joint = JOINING.get(kind_at(tokens, end), "")
    return Found(items, end - place)


def _single_figure(tokens: Sequence[Token], place: int) -> str:
    if kind_at(tokens, place) != "num" or len(tokens[place].text) > 1:
        return ""
    return "" if kind_at(tokens, place + 1) in ("month", "unit") else tokens[place].text


def _plan_year(number: int, context: Context) -> Item:
    if context.period is None:
        return Item("unresolved", "no period of the document")
    first, last = context.period
    year = last if number < 0 else first + number - 1
    if not first <= year <= last:
        return Item("unresolved", "not a year of the document's period")
    return Item("moment", moment=_relative(whole_year(year)))


def _relative(moment: Moment) -> Moment:
    return replace(moment, relative=True)


def read_lifetime(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "lifetime of the strategy"."""
    taken = 2 if kind_at(tokens, place + 1) == "plan" else 1
    return Found([lifetime(context)], taken)


def lifetime(context: Context) -> Item:
    """Give all the years of the document's period."""
    if context.period is None:
        return Item("unresolved", "no period of the document")
    return Item("moment", moment=_relative(years(*context.period)))


def read_immediate(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "immediate" as the day of publication."""
    if context.published is None:
        return Found([Item("unresolved", "no date of publication")], 1)
    return Found([Item("moment", moment=_relative(day_of(context.published)))], 1)


def read_this_year(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "next financial year" as reckoned from the day of publication."""
    if context.published is None:
        return Found([Item("unresolved", "no date of publication")], 1)
    later, name = tokens[place].value.split()
    kind: YearKind = _YEAR_KINDS[name]
    year = context.published.year - (context.published.month < FIRST_MONTH[kind]) + int(later)
    return Found([Item("moment", moment=_relative(whole_year(year, kind)))], 1)


def read_each(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "every 4 months", "each November" as something that comes back."""
    after = place + 1
    if kind_at(tokens, after) in ("num", "number"):
        after += 1
    if kind_at(tokens, after) in ("unit", "year_word"):
        return Found([Item("recurring")], after + 1 - place)
    return Found([Item("recurring")], 1)


def read_within(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "within" with its duration; before anything else it only says where to look."""
    start = place + 1 + (kind_at(tokens, place + 1) == "first")
    found = read_duration(tokens, start, context)
    if found is None:
        return Found([Item("quiet")], 1)
    return Found(found.items, found.taken + start - place)


def read_number_word(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "six months"."""
    return read_duration(tokens, place, context)


def read_duration(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "6 months of publication", "twelve to eighteen months" from the day of publication.

    Reckoned from anything else ("6 months of the award of the contract") it is not resolved.
    """
    first, after = _count(tokens, place)
    last = first
    if first is not None and JOINING.get(kind_at(tokens, after)) == "to":
        second, end = _count(tokens, after + 1)
        if second is not None and kind_at(tokens, end) in ("unit", "year_word"):
            last, after = second, end
    if first is None or last is None or kind_at(tokens, after) not in ("unit", "year_word"):
        return None
    unit = tokens[after].value or "year"
    end = after + 1
    while end < len(tokens) and tokens[end].kind in ANCHORS:
        end += 1
    if max(first, last) > LONGEST_DURATION[unit]:
        return Found([Item("word")], after + 1 - place)
    sure = end >= len(tokens) or tokens[end].kind in CLAUSE_ENDS
    if kind_at(tokens, end) in ("review", "recurring", "ongoing"):
        return Found([Item("word")], after + 1 - place)
    if kind_at(tokens, end) in DATED:
        return Found([Item("damaged", "reckoned from another event")], end - place)
    if not sure or kind_at(tokens, place - 1) in ("after", "before", "from"):
        return Found([Item("unresolved", "reckoned from another event")], end - place)
    return Found(_from_publication(first, last, unit, context), end - place)


def _count(tokens: Sequence[Token], place: int) -> tuple[int | None, int]:
    kind = kind_at(tokens, place)
    if kind == "num" and len(tokens[place].text) <= 3:
        return int(tokens[place].text), place + 1
    if kind == "number":
        return int(tokens[place].value), place + 1
    if kind == "quiet" and tokens[place].text in ("a", "an"):
        return 1, place + 1
    return None, place


def _from_publication(first: int, last: int, unit: str, context: Context) -> list[Item]:
    if context.published is None:
        return [Item("unresolved", "no date of publication")]
    ends = []
    for count in (0 if first == last else first, last):
        if unit in ("month", "year"):
            months = count * (MONTHS_A_YEAR if unit == "year" else 1)
            on = add_months(context.published, months)
        else:
            on = context.published + timedelta(days=count * (7 if unit == "week" else 1))
        ends.append(Item("moment", moment=_relative(day_of(on))))
    return [ends[0], Item("to"), ends[1]]
