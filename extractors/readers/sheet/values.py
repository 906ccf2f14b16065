"""One value of a spreadsheet cell as the sheet shows it.

Knows number formats; knows no tables. Where the format is not known (.xls, whose formats
python-calamine does not give), a date is printed as DD/MM/YYYY: a cell that shows "Mar 2024" there
holds the first of March and cannot be told from a cell that shows the day.
"""

import re
from datetime import date, datetime, time, timedelta

from extractors.months import MONTHS

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
NOISE_RE = re.compile(r'\[[^\]]*\]|\\(?=.)|"|_.|\*.')
DATE_TOKEN_RE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM", re.IGNORECASE)
NUMBER_RE = re.compile(r"[#,]*0(?:\.(?P<places>0+))?(?P<percent>%?)$")
QUARTER_OF_FLOAT = 15  # significant digits that a spreadsheet shows of a number

Value = str | int | float | bool | date | datetime | time | timedelta | None


def show(value: Value, form: str | None) -> str:
    """Print a value: ``show(datetime.date(2024, 3, 1), "mmm-yy")`` is ``"Mar-24"``.

    Args:
        value: As python-calamine gives it.
        form: The cell's number format; None where it has none or it is not known.

    Returns:
        The text that the cell shows; ``""`` for an empty one. Whole numbers have no ".0"; 1.1 is
        "1.1" unless the format asks for "1.10".
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return _show_date(value, form)
    if isinstance(value, int | float):
        return _show_number(value, form)
    return str(value)


def _show_number(value: float, form: str | None) -> str:
    found = NUMBER_RE.match(_plain(form)) if form is not None else None
    if found is not None:
        places = len(found["places"] or "")
        percent = found["percent"]
        return f"{value * 100 if percent else value:.{places}f}{percent}"
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.{QUARTER_OF_FLOAT}g}"


def _show_date(value: date, form: str | None) -> str:
    pattern = _plain(form) if form is not None else ""
    tokens = DATE_TOKEN_RE.findall(pattern)
    if not any(token.lower() in ("yyyy", "yy", "mmm", "mmmm") for token in tokens):
        timed = isinstance(value, datetime) and value.time() != time()
        return value.strftime("%d/%m/%Y %H:%M" if timed else "%d/%m/%Y")
    hours = False
    pieces: list[str] = []
    last = 0
    for found in DATE_TOKEN_RE.finditer(pattern):
        token = found[0].lower()
        hours = hours or token.startswith("h")
        pieces += [pattern[last : found.start()], _token(value, token, hours)]
        last = found.end()
    return "".join((*pieces, pattern[last:])).strip()


def _token(value: date, token: str, hours: bool) -> str:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    minutes = hours and token in ("m", "mm")
    month, day = MONTHS[value.month - 1], DAYS.split()[value.weekday()]
    shown = {
        **{"yyyy": f"{value.year:04d}", "yy": f"{value.year % 100:02d}"},
        **{"mmmm": month, "mmm": month[:3]},
        **{"mm": f"{moment.minute if minutes else value.month:02d}"},
        **{"m": str(moment.minute if minutes else value.month)},
        **{"dddd": day, "ddd": day[:3], "dd": f"{value.day:02d}", "d": str(value.day)},
        **{"hh": f"{moment.hour:02d}", "h": str(moment.hour)},
        **{"ss": f"{moment.second:02d}", "s": str(moment.second)},
    }
    return shown.get(token, "")


def _plain(form: str | None) -> str:
    """The first section of a format without colours, locales, quotes and padding."""
    return NOISE_RE.sub("", (form or "").split(";")[0]).strip().removesuffix("@")
