"""Days, months, quarters and years as plans mean them, and how each is written in EDTF.

Knows the calendar and the conventions of ``LABELLING.md`` (day first, financial year from April,
school terms, winter running over New Year); knows no words.
"""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

Style = Literal["day", "month", "season", "year", "block"]
YearKind = Literal["calendar", "fiscal", "school"]

SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month of a season to its EDTF code (ISO 8601-2: 21 spring to 24 winter)."""

FIRST_MONTH: dict[YearKind, int] = {"calendar": 1, "fiscal": 4, "school": 9}
YEARS = range(1990, 2100)
"""Years that a plan may print; anything else beside a month is a misreading."""

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says of its own time.

    ``Context((2022, 2025), date(2022, 11, 25))``; None where it says nothing.
    """

    period: tuple[int, int] | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One printed expression of time: a day, or a run of whole months.

    Attributes:
        style: How it is written: "day" 2024-03-31, "month" 2024-03, "season" 2024-21, "year" 2024
            or 2022/2025, "block" 2024-04/2024-06 (quarters, terms, financial years).
        year: Year of its first day; None where none is printed ("March").
        month: 1 to 12, its first month.
        day: 1 to 31 for a day, else 0.
        months: How many whole months it runs; 0 for a day.
        basis: Which year a year printed beside it means: Q4 of 2024 begins in January 2025.
        decade: The last digit of the year is missing ("06.12.202").
        approx: Printed with "circa"; EDTF "~".
        unsure: Its year was inferred or it is provisional; EDTF "?".
        short_year: Its year is printed in two figures.
        relative: Reckoned from the document's period or publication.
        reasons: Why its reading is less than sure; keys of ``date_reasons.COSTS``.
    """

    style: Style
    year: int | None
    month: int
    day: int = 0
    months: int = 1
    basis: YearKind = "calendar"
    decade: bool = False
    approx: bool = False
    unsure: bool = False
    relative: bool = False
    short_year: bool = False
    reasons: tuple[str, ...] = field(default=())

    @property
    def is_year(self) -> bool:
        """True for one whole year, of whichever kind, whose number is known."""
        return self.year is not None and self.months == MONTHS_A_YEAR and not self.day

    @property
    def is_open(self) -> bool:
        """True where no year is printed."""
        return self.year is None

    @property
    def first(self) -> date:
        """The first day that it covers."""
        return date(_known(self.year), self.month, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it covers."""
        year = _known(self.year) + (9 if self.decade else 0)
        if self.day:
            return date(year, self.month, self.day)
        years, month = divmod(self.month + self.months - 2, MONTHS_A_YEAR)
        return date(year + years, month + 1, monthrange(year + years, month + 1)[1])

    @property
    def start_text(self) -> str:
        """Its EDTF as the left end of an interval."""
        year = _known(self.year)
        text = f"{year // 10}X" if self.decade else f"{year:04}"
        if self.style == "day":
            text += f"-{self.month:02}-{self.day:02}"
        elif self.style == "season":
            text += f"-{SEASON_CODES[self.month]}"
        elif self.style != "year":
            text += f"-{self.month:02}"
        return text + self._mark

    @property
    def end_text(self) -> str:
        """Its EDTF as the right end of an interval."""
        if self.style == "year":
            return f"{self.last.year:04}{self._mark}"
        if self.style == "block":
            return f"{self.last.year:04}-{self.last.month:02}{self._mark}"
        return self.start_text

    @property
    def _mark(self) -> str:
        return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
            (self.approx, self.unsure), ""
        )

    def because(self, *reasons: str) -> "Moment":
        """Give the same moment with more reasons for doubt."""
        return replace(self, reasons=self.reasons + reasons)


def _known(year: int | None) -> int:
    if year is None:
        raise ValueError("a moment without a year has no days; give it one with in_year")
    return year


def day(year: int | None, month: int, number: int) -> Moment | None:
    """Give a day; None where the calendar has none such (31 February)."""
    leap_or_known = 2024 if year is None else year
    if not 1 <= month <= MONTHS_A_YEAR or not 1 <= number <= monthrange(leap_or_known, month)[1]:
        return None
    return Moment("day", year, month, number, months=0)


def day_of(on: date) -> Moment:
    """Give a calendar day as a moment."""
    return Moment("day", on.year, on.month, on.day, months=0)


def whole_year(year: int, kind: YearKind = "calendar") -> Moment:
    """Give a year of a kind by the number of the year in which it begins."""
    style: Style = "year" if kind == "calendar" else "block"
    return Moment(style, year, FIRST_MONTH[kind], months=MONTHS_A_YEAR, basis=kind)


def years(first: int, last: int) -> Moment:
    """Give several calendar years, both named ones included: 2022 to 2025."""
    return Moment("year", first, 1, months=MONTHS_A_YEAR * (last - first + 1))


def quarter(number: int) -> Moment:
    """Give a quarter of the financial year, its year unknown: the first is April to June."""
    month = (number * 3) % MONTHS_A_YEAR + 1
    return Moment("block", None, month, months=3, basis="fiscal")


def in_year(moment: Moment, year: Moment) -> Moment | None:
    """Put a moment without a year into a printed year.

    The months of a financial or school year are found in its one or other calendar year:
    March of 2024/25 is in 2025. A quarter of one calendar year is one of the financial year that
    begins in it. None where the two do not settle it ("Spring 2024/25" runs over the end).
    """
    number = _known(year.year)
    if year.basis == "calendar":
        if moment.basis != "fiscal":
            return _in_calendar_year(moment, year)
        moment = moment.because("quarter of a single year")
    kind = "fiscal" if moment.basis == "fiscal" else year.basis
    if moment.basis == "school":
        kind = "school"
    begins = FIRST_MONTH["fiscal" if kind == "calendar" else kind]
    if moment.style == "season" and moment.month < begins < moment.month + moment.months:
        return None
    later = number + 1 if moment.month < begins else number
    return _dated(moment, later, year)


def _in_calendar_year(moment: Moment, year: Moment) -> Moment | None:
    return _dated(moment, _known(year.year), year)


def _dated(moment: Moment, number: int, year: Moment) -> Moment | None:
    if moment.day and day(number, moment.month, moment.day) is None:
        return None
    if year.decade and (moment.style not in ("day", "month") or moment.month == 2):
        return None  # EDTF has no season of a decade, and its February no one last day
    return replace(
        moment,
        year=number,
        decade=year.decade,
        approx=moment.approx or year.approx,
        unsure=moment.unsure or year.unsure,
        relative=moment.relative or year.relative,
        short_year=year.short_year,
        reasons=moment.reasons + year.reasons,
    )


def first_after(moment: Moment, on: date) -> Moment:
    """Give a moment without a year its first occurrence that is not over on a day."""
    leap = moment.month == 2 and moment.day > 28
    for number in range(on.year - 1, on.year + 9):
        if leap and monthrange(number, 2)[1] < moment.day:
            continue
        found = replace(moment, year=number)
        if found.last >= on:
            return found
    raise ValueError(f"no such day within nine years of {on}")


def end_of(moment: Moment) -> Moment:
    """Give the last day: 31 March 2025 for March 2025 and for 2024/25."""
    if not moment.is_open:
        last = day_of(moment.last)
        return replace(
            moment, style="day", year=last.year, month=last.month, day=last.day, months=0
        )
    if moment.day:
        return moment
    month = (moment.month + moment.months - 2) % MONTHS_A_YEAR + 1
    return replace(moment, style="day", month=month, day=monthrange(2023, month)[1], months=0)


def start_of(moment: Moment) -> Moment:
    """Give the first month of a longer stretch, the first day of a month."""
    if moment.months > 1:
        return replace(moment, style="month", months=1)
    return replace(moment, style="day", day=moment.day or 1, months=0)


def third_of(moment: Moment, number: int) -> Moment:
    """Give early (0), mid (1) or late (2): four months of a calendar year.

    Of anything else the whole is given, with the reason: no convention says where its parts lie.
    """
    if moment.style == "year" and moment.months == MONTHS_A_YEAR:
        return replace(moment, style="block", month=1 + 4 * number, months=4)
    return moment.because("part of a month, season or term")


def half_of(moment: Moment, number: int) -> Moment:
    """Give the first (1) or second (2) six months of a year of any kind."""
    if moment.months != MONTHS_A_YEAR:
        return moment.because("part of a month, season or term")
    years_on, month = divmod(moment.month - 1 + 6 * (number - 1), MONTHS_A_YEAR)
    year = None if moment.year is None else moment.year + years_on
    return replace(moment, style="block", year=year, month=month + 1, months=6)


def week_of(on: date) -> tuple[Moment, Moment]:
    """Give the Monday and the Sunday of the week that holds a day."""
    monday = on - timedelta(days=on.weekday())
    return day_of(monday), day_of(monday + timedelta(days=6))


def add_months(on: date, months: int) -> date:
    """Give the same day some months on, or the last of a shorter month."""
    years_on, month = divmod(on.month - 1 + months, MONTHS_A_YEAR)
    year = on.year + years_on
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
