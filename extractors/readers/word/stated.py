"""The publication day that a document prints: "Published: 8 March 2024"."""

import re
from collections.abc import Iterable

from extractors.months import iso_day

MAX_WORDS = 12  # of a line that only states the day; longer ones are sentences of the plan
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
        day = iso_day(found["day"], found["month"], found["year"]) if found is not None else None
        if day is not None:
            return day
    return None
