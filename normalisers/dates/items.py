"""Turns the words of a date cell into items: moments with their years, and the words between.

Knows which reader takes which word; how moments are joined to ranges is known to
``grammar.py``.
"""

from collections.abc import Callable, Sequence

from normalisers.dates import printed, reckoned
from normalisers.dates.numbers import Item, gather_run, read_run
from normalisers.dates.printed import Found, is_year, kind_at
from normalisers.dates.values import Context, day
from normalisers.dates.words import Token

SEPARATING = ("dash", "slash", "dot", "comma", "quote")

BEFORE_COLON = ("from", "to", "by", "until", "between", "and")
"""Words that a form prints with a colon: "From: April 2024 To: March 2025"."""


def read_items(tokens: Sequence[Token], context: Context) -> list[Item]:
    """Read every token, in order, as part of a moment or as a word of its own."""
    items: list[Item] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        reader = _READERS.get(token.kind)
        found = reader(tokens, place, context) if reader is not None else None
        if found is None:
            found = Found([_plain(tokens, place, items)], 1)
        if token.kind != "colon" or not items or items[-1].kind not in BEFORE_COLON:
            items += found.items
        place += found.taken
    return items


def _plain(tokens: Sequence[Token], place: int, items: list[Item]) -> Item:
    token = tokens[place]
    if token.kind not in ("num", "ordinal"):
        return Item(token.kind, token.value)
    beside = place > 0 and tokens[place - 1].kind in ("num", "month")
    if beside and items and items[-1].kind in ("moment", "bare"):
        return Item("damaged", "a number too many")
    return Item("bare" if len(token.text) <= 2 else "word", token.text)


def _read_number(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read a number: a day with its month, a duration ("6 months"), or a run of figures."""
    month = place + 1
    if kind_at(tokens, month) in SEPARATING:
        month += 1
    if kind_at(tokens, month) == "month" and len(tokens[place].text) <= 2:
        number = int(tokens[place].text)
        found = day(None, int(tokens[month].value), number)
        if found is None:
            return Found([Item("damaged", "no such day")], month + 1 - place)
        return printed.with_year(found, tokens, month + 1, place)
    if tokens[place].kind == "ordinal":
        return None
    duration = reckoned.read_duration(tokens, place, context)
    if duration is not None:
        return duration
    run = gather_run(tokens, place)
    if not run.numbers or (len(run.numbers) == 1 and not is_year(run.numbers[0])):
        return None
    return Found(read_run(run), run.taken)


def _read_label(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Skip "Phase 1", "Objective 2.1", "Action 3": their numbers are no days."""
    run = 0
    while kind_at(tokens, place + 1 + run) == "num" and len(tokens[place + 1 + run].text) <= 2:
        run += 1
        if kind_at(tokens, place + 1 + run) != "dot" or not tokens[place + 1 + run].glued:
            break
        run += 1
    return Found([Item("word")], 1 + run)


def _read_title(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Skip the year in the name of a law or a document: "Domestic Abuse Act 2021"."""
    return Found([Item("word")], 2 if kind_at(tokens, place + 1) == "num" else 1)


_READERS: dict[str, Callable[[Sequence[Token], int, Context], Found | None]] = {
    "num": _read_number,
    "ordinal": _read_number,
    "month": printed.read_month,
    "season": printed.read_season,
    "term": printed.read_term,
    "named_day": printed.read_named_day,
    "named_span": printed.read_named_span,
    "quarter": printed.read_quarter,
    "quarter_word": printed.read_quarter,
    "fiscal": printed.read_kind_of_year,
    "school": printed.read_kind_of_year,
    "year_n": reckoned.read_plan_year,
    "year_word": reckoned.read_plan_year,
    "lifetime": reckoned.read_lifetime,
    "immediate": reckoned.read_immediate,
    "this_year": reckoned.read_this_year,
    "each": reckoned.read_each,
    "within": reckoned.read_within,
    "number": reckoned.read_number_word,
    "label": _read_label,
    "title": _read_title,
}
