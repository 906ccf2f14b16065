"""Applies the words that change one moment: "end of", "early", "first half of", "circa", "w/c"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from normalisers.dates.numbers import Item
from normalisers.dates.reasons import YEAR_GUESSED
from normalisers.dates.reckoned import lifetime
from normalisers.dates.values import (
    MONTHS_A_YEAR,
    Context,
    Moment,
    day_of,
    end_of,
    first_after,
    half_of,
    start_of,
    third_of,
    week_of,
    whole_year,
)

SKIPPED = ("quiet", "dash", "dot", "quote", "weekday", "year_word")
"""What may stand between a modifier and its moment: "mid-2024", "w/c Monday 4 March"."""
THIRDS = {"early": 0, "mid": 1, "late": 2}


def apply_modifiers(items: Sequence[Item], context: Context) -> list[Item]:
    """Apply "end of", "early", "circa", "w/c" and the like to the moment that follows them."""
    done: list[Item] = []  # from right to left, so that "circa end of March" ends first
    for item in reversed(items):
        if item.kind in _MODIFIERS or item.kind in THIRDS:
            done = _modify(item, done, context)
        else:
            done.append(item)
    done.reverse()
    return _apply_after(done)


def _modify(item: Item, done: list[Item], context: Context) -> list[Item]:
    place = len(done) - 1
    skipped = (*SKIPPED, "colon") if item.kind in ("approx", "unsure") else SKIPPED
    while place >= 0 and done[place].kind in skipped:
        place -= 1
    following = done[place] if place >= 0 else Item("")
    if item.kind in THIRDS:
        other = _other_third(item, done)
        if other is not None:
            return [*done, other]
    if following.kind == "plan" and item.kind in ("end", "start"):
        following = lifetime(context)
    if following.moment is None:
        return [*done, item] if following.kind != "unresolved" else [*done[:place], following]
    if following.moment.decade:
        return [*done[:place], Item("damaged", "unreadable year")]
    if item.kind in THIRDS:
        changed = [Item("moment", moment=third_of(following.moment, THIRDS[item.kind]))]
    else:
        changed = _MODIFIERS[item.kind](following.moment, item, context)
    return [*done[:place], *reversed(changed)]


def _other_third(item: Item, done: list[Item]) -> Item | None:
    """Read the "mid" of "mid to late 2024", once "late 2024" has been read."""
    if len(done) < 2 or done[-1].kind not in ("to", "slash", "dash", "and"):
        return None
    late = done[-2].moment
    if late is None or late.year is None or (late.style, late.months) != ("block", 4):
        return None
    return Item("moment", moment=third_of(whole_year(late.year), THIRDS[item.kind]))


def _week(moment: Moment, item: Item, context: Context) -> list[Item]:
    if moment.is_open and context.published is not None:
        moment = guess_year(moment, context)
    if moment.is_open or not moment.day or moment.decade:
        return [Item("moment", moment=moment.because("part of a month, season or term"))]
    first, last = week_of(moment.first)
    if item.kind == "week_ending":
        first, last = day_of(moment.first - timedelta(days=6)), day_of(moment.first)
    flags = (moment.approx, moment.unsure, moment.relative, moment.reasons)
    ends = [
        replace(end, approx=flags[0], unsure=flags[1], relative=flags[2], reasons=flags[3])
        for end in (first, last)
    ]
    return [Item("moment", moment=ends[0]), Item("to"), Item("moment", moment=ends[1])]


def _year_ending(moment: Moment, item: Item, context: Context) -> list[Item]:
    if moment.year is None or moment.months > 1:
        return [Item("damaged", "unclear year")]
    ending = moment.year * MONTHS_A_YEAR + moment.month
    year, month = divmod(ending - MONTHS_A_YEAR, MONTHS_A_YEAR)
    return [Item("moment", moment=Moment("block", year, month + 1, 0, MONTHS_A_YEAR))]


_MODIFIERS: dict[str, Callable[[Moment, Item, Context], list[Item]]] = {
    "end": lambda moment, item, context: [Item("moment", moment=end_of(moment))],
    "start": lambda moment, item, context: [Item("moment", moment=start_of(moment))],
    "half": lambda moment, item, context: [Item("moment", moment=half_of(moment, int(item.value)))],
    "approx": lambda moment, item, context: [Item("moment", moment=replace(moment, approx=True))],
    "unsure": lambda moment, item, context: [Item("moment", moment=replace(moment, unsure=True))],
    "week": _week,
    "week_ending": _week,
    "year_ending": _year_ending,
}


def _apply_after(items: Sequence[Item]) -> list[Item]:
    """Apply a doubt that is printed after its moment: "March 2024?", "June 2024 (approx)"."""
    done: list[Item] = []
    for item in items:
        target = len(done) - 1
        if item.kind in ("approx", "unsure"):
            while target >= 0 and done[target].kind in ("open", "dash", "comma", "dot"):
                target -= 1
            moment = done[target].moment if target >= 0 else None
            if moment is not None:
                mark = replace(
                    moment,
                    approx=moment.approx or item.kind == "approx",
                    unsure=moment.unsure or item.kind == "unsure",
                )
                done[target] = Item("moment", moment=mark)
                continue
        done.append(item)
    return done


def guess_year(moment: Moment, context: Context) -> Moment:
    """Give a moment without a year its first occurrence on or after publication, unsure."""
    if context.published is None:
        return moment
    found = first_after(moment, context.published)
    return replace(found, unsure=True).because(YEAR_GUESSED)
