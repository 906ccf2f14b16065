"""Why the reading of a date is less than sure, and what each reason costs.

Knows the reasons as people read them in the review queue; nothing of dates.
"""

YEAR_GUESSED = "year taken from the publication"

COSTS = {
    "longer than a date": 100,
    "no date understood": 100,
    "unreadable number": 100,
    "unreadable year": 100,
    "unreadable years": 100,
    "no such day": 100,
    "no such month": 100,
    "a number too many": 100,
    "unclear year": 100,
    "financial year of a single year": 100,
    "ends before it begins": 100,
    "far from the publication": 100,
    "year in two figures may be cut short or a day": 100,
    "unfinished range": 100,
    "no date of publication": 100,
    "no period of the document": 100,
    "not a year of the document's period": 100,
    "reckoned from another event": 100,
    "a term without a length": 100,
    "date beside ongoing not understood": 50,
    "last digit of the year is missing": 70,
    "quarter of a single year": 50,
    YEAR_GUESSED: 40,
    "several dates": 50,
    "year taken from the date beside it": 10,
    "to be confirmed": 40,
    "part of a month, season or term": 20,
    "letters and digits confused": 20,
    "month misspelt": 10,
    "reckoned from the document": 10,
    "review without another date": 40,
    "many other words": 40,
    "other words": 10,
}
"""Reason to what it takes from the score of 100; those of 100 give no day."""
