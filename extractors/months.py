"""The months by name, and the day that a document states.

Knows the calendar in English; what a date means is for the normalisers to say.
"""

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ENDINGS = {name[:3]: rf"(?:{name[3]}|[a-z]*{name[3:][-2:]})?" for name in MONTHS if name[3:]}
MONTH = rf"(?:{'|'.join(name[:3] + _ENDINGS.get(name[:3], '') for name in MONTHS)})"
"""Pattern of a month, whole, shortened or with a slip inside: "Sept", "Febuary"; not "Mayor"."""
PART_OF_YEAR = rf"(?:{MONTH}|spring|summer|autumn|winter|q[1-4])"
"""Pattern, for any case, of what stands before a year: "March", "Autumn", "Q3"."""
EACH = (
    r"(?:(?:each|every)(?:\s+(?:other|second|two|three|four|six))?"
    r"|(?:once|twice|(?:two|three|four|six)\s+times)(?:\s+(?:an?|each|every|per))?)"
)
"""Pattern, for any case, of what stands before a time that comes back: "every", "twice a"."""
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}


def iso_day(day: str, month: str, year: str) -> str | None:
    """A printed day in ISO form, None where there is no such day.

    Args:
        day: Figures: ``"8"``.
        month: Figures or a name, whole or shortened: ``"3"``, ``"Sept"``.
        year: Four figures.
    """
    number = int(month) if month.isdigit() else _NUMBERS.get(month[:3].lower(), 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
