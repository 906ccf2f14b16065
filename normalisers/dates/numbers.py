"""Reads runs of numbers: 03/04/2023, 2024/25, 2022-2025, 01/04/2023-31/03/2024.

Knows how plans write dates in figures (day first, two-digit years are 20YY); knows no words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from normalisers.dates.values import (
    MONTHS_A_YEAR,
    YEARS,
    Moment,
    day,
    whole_year,
    years,
)
from normalisers.dates.words import Token

SEPARATORS = {"slash": "/", "dash": "-", "dot": "."}
LONGEST_RUN = 7
"""Numbers; two whole dates and one more. A longer run ("1.1.1.1...") is no date."""
LONGEST_SPAN_YEARS = 30
"""A strategy runs 1 to 10 years; farther apart, two numbers are no span of years."""
EARLIEST_SHORT_PAIR = 13
"""From 13/14 on, two figures cannot be a day and a month as well as a financial year."""
SHORT_YEARS_AFTER_A_DIGIT = range(21, 36)
"""Two figures that make "3/24" a month; other such pairs are counts ("1/12", "3/4")."""


class Item(NamedTuple):
    """A piece of a date expression: a moment, a number alone, or a word that joins them.

    ``Item("moment", moment=march)``, ``Item("by")``, ``Item("bare", "25")`` (a day whose month
    follows), ``Item("damaged", "no such day")`` (why nothing may be concluded).
    """

    kind: str
    value: str = ""
    moment: Moment | None = None


class Run(NamedTuple):
    """Numbers with the signs between them, and how many tokens they take."""

    numbers: list[str]
    signs: list[str]
    taken: int


def gather_run(tokens: Sequence[Token], place: int) -> Run:
    """Collect the numbers that stand in a row with / - or . between them.

    A number before the name of a month belongs to that month and ends the run: the 10 of
    "25 Nov 2023-10 Dec 2023". A full stop joins only where no space is printed.
    """
    numbers: list[str] = []
    signs: list[str] = []
    end = place
    while end < len(tokens) and tokens[end].kind == "num" and not _is_day_of(tokens, end):
        numbers.append(tokens[end].text)
        end += 1
        if not _joins(tokens, end):
            break
        signs.append(SEPARATORS[tokens[end].kind])
        end += 1
    if len(signs) == len(numbers) and signs:
        signs.pop()
        end -= 1
    return Run(numbers, signs, end - place)


def _joins(tokens: Sequence[Token], place: int) -> bool:
    if place + 1 >= len(tokens) or tokens[place].kind not in SEPARATORS:
        return False
    sign, number = tokens[place], tokens[place + 1]
    tight = sign.glued and number.glued
    return number.kind == "num" and (sign.kind != "dot" or tight)


def _is_day_of(tokens: Sequence[Token], place: int) -> bool:
    if _is_year_of_month(tokens, place):
        return False
    after = place + 1
    if after < len(tokens) and tokens[after].kind in SEPARATORS and tokens[after].glued:
        after += 1
    return len(tokens[place].text) <= 2 and after < len(tokens) and tokens[after].kind == "month"


def _is_year_of_month(tokens: Sequence[Token], place: int) -> bool:
    """Tell the 23 of "Oct 23-Mar 24", "Oct'23-Mar'24" and "Mar-23 Jun-23" from the 10 of
    "25 Nov-10 Dec": it stands close behind a month that has no day of its own.
    """
    month = place - 1
    if month > 0 and tokens[month].kind in ("quote", *SEPARATORS) and tokens[place].glued:
        month -= 1 if tokens[month].glued else 0
    if month < 0 or tokens[month].kind != "month":
        return False
    return month == 0 or tokens[month - 1].kind not in ("num", "ordinal")


def read_run(run: Run) -> list[Item]:
    """Read a run as moments: one, or two joined by Item("to")."""
    if len(run.numbers) > LONGEST_RUN:
        return [Item("damaged", "unreadable number")]
    items: list[Item] = []
    for numbers, sign in _pieces(run):
        items += ([Item("to")] if items else []) + _read_piece(numbers, sign)
    return items


def _pieces(run: Run) -> list[tuple[list[str], str]]:
    """Cut "01/04/2023-31/03/2024" where the other sign stands; one sign throughout: no cut."""
    kinds = set(run.signs)
    if len(kinds) < 2:
        whole = (run.numbers, run.signs[0] if run.signs else "")
        if len(run.numbers) == 6:
            return [(run.numbers[:3], whole[1]), (run.numbers[3:], whole[1])]
        return [whole]
    rarest = min(sorted(kinds), key=lambda sign: (run.signs.count(sign), sign != "-"))
    pieces: list[tuple[list[str], str]] = [([run.numbers[0]], "")]
    for sign, number in zip(run.signs, run.numbers[1:], strict=True):
        if sign == rarest:
            pieces.append(([number], ""))
        else:
            pieces[-1] = ([*pieces[-1][0], number], sign)
    return pieces


def _read_piece(numbers: list[str], sign: str) -> list[Item]:
    if len(numbers) == 1:
        return [_read_one(numbers[0])]
    if len(numbers) == 2:
        return _read_two(numbers[0], numbers[1], sign)
    if len(numbers) == 3:
        return [_read_three(numbers)]
    return [Item("damaged", "unreadable number")]


def _read_one(number: str) -> Item:
    if len(number) == 4 and int(number) in YEARS:
        return Item("moment", moment=whole_year(int(number)))
    return Item("bare", number)


def read_year(text: str) -> Moment | None:
    """Read a year beside a month: four figures, two ('24), or three whose last is lost (202)."""
    if len(text) == 3 and text.startswith("20"):
        lost = Moment("year", int(text) * 10, 1, months=MONTHS_A_YEAR, decade=True)
        return lost.because("last digit of the year is missing")
    if len(text) == 2:
        return replace(whole_year(2000 + int(text)), short_year=True)
    return whole_year(int(text)) if len(text) == 4 and int(text) in YEARS else None


def _read_three(numbers: list[str]) -> Item:
    if len(numbers[0]) == 4:
        year, month, number = (whole_year(int(numbers[0])), numbers[1], numbers[2])
    else:
        given = read_year(numbers[2])
        if given is None:
            return Item("damaged", "unreadable year")
        year, month, number = (given, numbers[1], numbers[0])
    found = dated_day(year, int(month[:3]), int(number[:3]))
    return Item("damaged", "no such day") if found is None else Item("moment", moment=found)


def dated_day(year: Moment, month: int, number: int) -> Moment | None:
    """Give a day of a year as printed; None where the calendar has none such."""
    if year.year is None or year.year not in YEARS:
        return None
    found = day(year.year, month, number)
    if found is None or (year.decade and (month, number) == (2, 29)):
        return None
    return replace(found, decade=year.decade, short_year=year.short_year, reasons=year.reasons)


def _read_two(first: str, second: str, sign: str) -> list[Item]:
    if len(first) == 4 and sign != "." and int(first) in YEARS:
        return [_year_and(int(first), second, sign)]
    if len(second) == 4 and int(second) in YEARS and len(first) <= 2:
        if 1 <= int(first) <= MONTHS_A_YEAR:
            return [_month(int(second), int(first))]
        return [Item("damaged", "no such month")]
    if len(first) <= 2 and len(second) == 3 and second.startswith("20") and sign != "-":
        return [Item("damaged", "unreadable year")]
    if len(first) <= 2 and len(second) <= 2 and (sign != "." or len(first + second) == 4):
        return _short_pair(first, second, sign)
    if max(len(first), len(second)) >= 4:
        return [Item("damaged", "unreadable number")]
    return [Item("word")]


def _year_and(year: int, second: str, sign: str) -> Item:
    """Read what follows a full year: 2024/25, 2024/5, 2024-2025, 2025-28, 2022-2025, 2024-09."""
    number = int(second)
    if len(second) == 4:
        apart = number - year
    else:
        apart = (number - year) % 10 ** len(second) if len(second) <= 2 else 0
    if apart == 1:
        return Item("moment", moment=whole_year(year, "fiscal"))
    if len(second) == 2 and 1 <= number <= MONTHS_A_YEAR:
        return _month(year, number)
    if len(second) in (2, 4) and 1 < apart <= LONGEST_SPAN_YEARS:
        return Item("moment", moment=years(year, year + apart))
    return Item("damaged", "unreadable years")


def _short_pair(first: str, second: str, sign: str) -> list[Item]:
    """Read two numbers of one or two figures: 24/25, 09/24, 25/11; else give them as they are."""
    one, two = int(first), int(second)
    if len(first) == 2 and len(second) == 2 and sign != ".":
        if two == one + 1 and one >= EARLIEST_SHORT_PAIR:
            return [Item("moment", moment=whole_year(2000 + one, "fiscal"))]
        if 1 <= one <= MONTHS_A_YEAR and two > one + 1 and two >= EARLIEST_SHORT_PAIR:
            return [_short_month(two, one)]
        if one > MONTHS_A_YEAR and two > one + 1 and two - one <= LONGEST_SPAN_YEARS:
            return [Item("damaged", "unreadable years")]
    if len(first) == 1 and sign == "/" and one > 0 and two in SHORT_YEARS_AFTER_A_DIGIT:
        return [_short_month(two, one)]
    found = day(None, two, one) if one > MONTHS_A_YEAR else None
    if found is not None:
        return [Item("moment", moment=found)]
    if len(first + second) == 4 and sign == "." and max(one, two) <= MONTHS_A_YEAR:
        return [Item("damaged", "unreadable number")]
    return [Item("bare", first), Item("to"), Item("bare", second)]


def _short_month(year: int, month: int) -> Item:
    """Give 09/24 and 3/24."""
    return Item("moment", moment=Moment("month", 2000 + year, month, short_year=True))


def _month(year: int, month: int) -> Item:
    return Item("moment", moment=Moment("month", year, month))
