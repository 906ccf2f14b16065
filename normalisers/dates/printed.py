"""Reads moments as they are printed: days, months, seasons, terms, quarters, financial years.

Each reader is given the place of the word that starts one, and gives its items or None.
"""

from collections.abc import Sequence
from typing import NamedTuple

from normalisers.dates.numbers import Item, dated_day, gather_run, read_run, read_year
from normalisers.dates.values import YEARS, Context, Moment, day, in_year, quarter, whole_year
from normalisers.dates.words import Token

BEFORE_YEAR = ("dot", "dash", "slash", "quote", "comma")
JOINING = {"and": "and", "to": "to", "dash": "to", "slash": "slash", "comma": "comma"}


class Found(NamedTuple):
    """What stands at a place: its items and how many tokens they take."""

    items: list[Item]
    taken: int


def kind_at(tokens: Sequence[Token], place: int) -> str:
    """Give the kind of the word at a place; "" beyond either end."""
    return tokens[place].kind if 0 <= place < len(tokens) else ""


def moment_item(moment: Moment | None) -> Item:
    """Give a moment as an item; None is a day that the calendar has not."""
    return Item("damaged", "no such day") if moment is None else Item("moment", moment=moment)


def is_year(number: str) -> bool:
    """Tell a year in four figures from any other number."""
    return len(number) == 4 and int(number) in YEARS


def read_month(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read a month, with a year after it, or in American order with its day (Mar. 31, 2024)."""
    month = int(tokens[place].value)
    number = place + 1 + (kind_at(tokens, place + 1) == "dot")
    if kind_at(tokens, number) in ("num", "ordinal") and len(tokens[number].text) <= 2:
        year = number + 1 + (kind_at(tokens, number + 1) == "comma")
        given = tokens[year].text if kind_at(tokens, year) == "num" else ""
        if is_year(given):
            return Found(
                [moment_item(dated_day(whole_year(int(given)), month, int(tokens[number].text)))],
                year + 1 - place,
            )
        if tokens[number].kind == "ordinal":
            found = moment_item(day(None, month, int(tokens[number].text)))
            return Found([found], number + 1 - place)
    return with_year(Moment("month", None, month), tokens, place + 1, place)


def with_year(moment: Moment, tokens: Sequence[Token], after: int, start: int) -> Found:
    """Give a moment the year that is printed right after it, if one is."""
    place = after
    while place < after + 2 and kind_at(tokens, place) in BEFORE_YEAR:
        place += 1
    run = gather_run(tokens, place)
    if not run.numbers:
        abbreviated = kind_at(tokens, after) == "dot" and tokens[after].glued
        return Found([moment_item(moment)], after + abbreviated - start)
    comma = any(token.kind == "comma" for token in tokens[after:place])
    if moment.months <= 1:
        items = _year_and_rest(run.numbers, run.signs, read_run(run), comma)
    else:
        items = _year_of_months(run.numbers, read_run(run))
    if items is None or items[0].moment is None:
        return Found([moment_item(moment)], after - start)
    dated = in_year(moment, items[0].moment)
    return Found([moment_item(dated), *items[1:]], place + run.taken - start)


def _year_and_rest(
    numbers: Sequence[str], signs: Sequence[str], items: list[Item], comma: bool
) -> list[Item] | None:
    """Give the run after a month as a year first and what follows it; None if no year is first.

    ``March 2024-2025`` runs from that month to a year; ``March 24`` is a year, never a day;
    ``March, 24`` is not read as one.
    """
    if len(numbers) == 1 and not (comma and len(numbers[0]) == 2):
        year = read_year(numbers[0])
        return None if year is None else [Item("moment", moment=year)]
    first = items[0].moment
    if first is None or not first.is_year:
        return _split_years(numbers, signs)
    if first.basis == "fiscal" and len(numbers) == 2 and len(numbers[1]) == 4 and "-" in signs:
        return _split_years(numbers, signs)
    return items


def _year_of_months(numbers: Sequence[str], items: list[Item]) -> list[Item] | None:
    """Give the year of a quarter, term or season first: "2024-25", "2024-2025", "24"."""
    if len(numbers) == 1:
        year = read_year(numbers[0])
        return None if year is None else [Item("moment", moment=year)]
    return items if items[0].moment is not None and items[0].moment.is_year else None


def _split_years(numbers: Sequence[str], signs: Sequence[str]) -> list[Item] | None:
    first = read_year(numbers[0])
    last = read_year(numbers[1]) if len(numbers) == 2 and len(numbers[1]) == 4 else None
    if first is None or last is None or signs[0] != "-":
        return None
    return [Item("moment", moment=first), Item("to"), Item("moment", moment=last)]


def read_season(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "Spring 2023", "Winter 22/23"."""
    moment = Moment("season", None, int(tokens[place].value), months=3)
    return with_year(moment, tokens, place + 1, place)


def read_term(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "Autumn term 2023" with the months that ``phrases.csv`` gives."""
    month, months = map(int, tokens[place].value.split())
    moment = Moment("block", None, month, months=months, basis="school")
    return with_year(moment, tokens, place + 1, place)


def read_named_day(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "White Ribbon Day 2024"."""
    return with_year(_yearless(tokens[place].value), tokens, place + 1, place)


def read_named_span(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "16 Days of Activism 2024" as its first day to its last."""
    first, last = (_yearless(end) for end in tokens[place].value.split())
    found = with_year(last, tokens, place + 1, place)
    return Found([moment_item(first), Item("to"), *found.items], found.taken)


def _yearless(text: str) -> Moment:
    """Give the day of a "11-25" as ``phrases.csv`` writes it."""
    month, number = map(int, text.split("-"))
    return Moment("day", None, month, number, 0)


def read_quarter(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read Q1, Q1 2024/25, Q1-3 2024/25, quarters 1 and 2."""
    number, after = tokens[place].value, place + 1
    if tokens[place].kind == "quarter_word":
        number, after = _quarter_number(tokens, place + 1), place + 2
    if not number:
        return None
    first = quarter(int(number))
    joint = JOINING.get(kind_at(tokens, after), "")
    second = _quarter_number(tokens, after + 1) if joint else ""
    if second and kind_at(tokens, after + 2) not in ("slash", "dot"):
        rest = with_year(quarter(int(second)), tokens, after + 2, place)
        return Found([moment_item(first), Item(joint), *rest.items], rest.taken)
    return with_year(first, tokens, after, place)


def _quarter_number(tokens: Sequence[Token], place: int) -> str:
    text = tokens[place].text if kind_at(tokens, place) == "num" else ""
    return text if text in ("1", "2", "3", "4") and kind_at(tokens, place + 1) != "month" else ""


def read_kind_of_year(tokens: Sequence[Token], place: int, context: Context) -> Found | None:
    """Read "FY24/25", "financial year 2026-2027", "academic year 2024"; alone it stays a word."""
    after = place + 1
    while kind_at(tokens, after) in ("quote", "dot", "dash", "comma"):
        after += 1
    run = gather_run(tokens, after)
    kind = tokens[place].kind
    if not run.numbers:
        return Found([Item(kind)], 1)
    number = run.numbers[0]
    if kind == "fiscal" and len(run.numbers) == 1 and len(number) == 4:
        first, second = int(number[:2]), int(number[2:])
        if second == first + 1 and first != 20:
            return Found([moment_item(whole_year(2000 + first, "fiscal"))], after + 1 - place)
    if len(run.numbers) == 1 and len(number) == 2 and kind == "fiscal":
        return Found([Item("damaged", "financial year of a single year")], after + 1 - place)
    items = read_run(run)
    if items[0].moment is None or not items[0].moment.is_year:
        return Found([Item(kind)], 1)
    return Found([year_of_kind(items[0].moment, kind), *items[1:]], after + run.taken - place)


def year_of_kind(year: Moment, kind: str) -> Item:
    """Give a printed year as one of a kind: "2024" as the academic year that begins in it.

    A financial year named by one number may begin or end in it, so nothing is concluded.
    """
    if kind == "school" and year.year is not None:
        return moment_item(whole_year(year.year, "school"))
    if kind == "fiscal" and year.basis == "calendar":
        return Item("damaged", "financial year of a single year")
    return moment_item(year)
