"""Times of a procedure, counted from each case that comes in: "Within 5 working days".

Knows single texts.
"""

import re
from collections.abc import Sequence

from extractors.months import PART_OF_YEAR

MAX_DATED = 0.4  # share of the times of a procedure that are of a year
DATED_RE = re.compile(rf"\b{PART_OF_YEAR}\b|\b20\d\d\b|\bon-?going\b|\d/\d", re.IGNORECASE)
WORKING_RE = re.compile(
    r"\b(?:(?:working|business)[ -]days?|hours?|minutes?|after \w+ days?|day \d+)\b"
    r"|\d\s?[ap]\.?m\b",
    re.IGNORECASE,
)
YEAR_RE = re.compile(r"\b20\d\d\b")


def are_turnarounds(times: Sequence[str]) -> bool:
    """Whether some times are counted from each case, and few are days or years of a plan."""
    dated = sum(DATED_RE.search(text) is not None for text in times)
    return any(map(is_turnaround, times)) and dated <= MAX_DATED * len(times)


def is_turnaround(text: str) -> bool:
    """Whether a time is counted from each case that comes in: "Within 5 working days".

    "By 9am on 1 May 2026" is a day of the plan.
    """
    return WORKING_RE.search(text) is not None and YEAR_RE.search(text) is None
