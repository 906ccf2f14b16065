"""Dates: a printed cell or phrase becomes an EDTF text with its first and last day.

``reading.py`` is the way in; ``words.py`` holds the lists of ``phrases.csv``.
"""

from normalisers.dates.reading import DateValue, normalise_date
from normalisers.dates.reasons import COSTS

__all__ = ["COSTS", "DateValue", "normalise_date"]
