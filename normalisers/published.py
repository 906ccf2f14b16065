"""Reads the day on which a document says that it was published."""

import re
from datetime import date

from normalisers.dates import normalise_date

ANNOUNCED_RE = re.compile(
    r"\b(?:published|publication date|date of publication|date published|issued|date of issue)"
    r"(?:\s+on)?\s*:?\s+(?P<day>[^\n.;|]{6,40})",
    re.IGNORECASE,
)
LONGEST_DAY_WORDS = 5  # "Friday the 14th February 2025" needs no more


def find_publication_day(text: str) -> date | None:
    """Find the printed day of publication in the opening of a document.

    ``"Published 14 February 2025"`` gives 14 February 2025. None where no such words are printed,
    or where they name no single day ("Published Spring 2024").
    """
    for announced in ANNOUNCED_RE.finditer(text):
        words = announced["day"].split()
        for count in range(min(len(words), LONGEST_DAY_WORDS), 0, -1):
            value = normalise_date(" ".join(words[:count]))
            if (
                value.kind == "date"
                and value.earliest is not None
                and value.earliest == value.latest
            ):
                return value.earliest
    return None
