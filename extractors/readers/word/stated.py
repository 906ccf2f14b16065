"""The publication day that a document prints: "Published: 8 March 2024"."""

import re
from collections.abc import Iterable
from datetime import date

MAX_WORDS = 12  # of a line that only states the day; longer ones are sentences of the plan
MONTHS = "january february march april may june july august september october november december"
MONTH_NUMBERS = {name[:3]: at for at, name in enumerate(MONTHS.split(), start=1)}
STATED_RE = re.compile(
    r"^(?:first |date )?(?:published|publication date|date of publication|issued|issue date)"
    r"(?: on)?\s*:?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?[ /.-]"
    r"(?P<month>[a-z]{3,9}|\d{1,2})[ /.,-]+(?P<year>\d{4})\b",
    re.IGNORECASE,
)


def stated_day(texts: Iterable[str]) -> str | None:
    """The first publication day that a text states, ISO: ``"2024-03-08"``; None where none does."""
    for text in texts:
        found = STATED_RE.match(text) if len(text.split()) <= MAX_WORDS else None
        if found is None:
            continue
        month = found["month"].lower()
        number = int(month) if month.isdigit() else MONTH_NUMBERS.get(month[:3], 0)
        try:
            return date(int(found["year"]), number, int(found["day"])).isoformat()
        except ValueError:
            continue
    return None
