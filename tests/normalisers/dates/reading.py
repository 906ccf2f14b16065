"""Reads a date with the period and publication of an invented strategy."""

from normalisers.dates import DateValue, normalise_date

PERIOD = ("2022", "2025")
PUBLISHED = "2023-02-16"


def read(printed: str | None) -> DateValue:
    """Read a cell of that strategy."""
    return normalise_date(printed, PERIOD, PUBLISHED)
