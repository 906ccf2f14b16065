"""How sure a row is: 0 to 100 with named reasons.

Knows reasons and what they cost; knows neither tables nor formats. A cost says how often rows
with that reason were wrong, not how bad the error is. Of 2,928 rows of 367 made PDFs were wrong,
each reason with others: column inferred from content 51 of 51, words run together 3 of 3, one cell
over several fields 39 of 39, heading known by its words 28 of 33, unknown heading 40 of 64, heading
read through its damage 4 of 34, no ruled grid 130 of 1,278, row joined over pages 4 of 35. Of 6,683
rows of 619 later plans: several references in one row 10 of 10, several dates in one cell 25 of 25,
nothing beside the activity 30 of 30, date parted over rows 8 of 8.

Of 8,104 rows of 874 made plans in three formats 467 were wrong: label inside a value 11 of 11, date
cut short 11 of 11, date in a lead 10 of 10, lead cut at an end 19 of 19, text in a reference 8 of
8, section of headings 38 of 38, no reference where other rows have one 15 of 15, starts in
mid-sentence 45 of 45, no promise where other rows make one 36 of 37, no ruled grid 327 of 3,829,
action text taken from the heading above 5 of 237, one cell over several fields 1 of 27, objective
taken from the row above 1 of 47. The rules of dates in leads, of cut leads and of headings for a
section were narrowed after this count, since real plans print years and small letters in names.
"""

from collections.abc import Iterable

FULL = 100
OTHER_COST = 10  # points; a reason that is not in the list, such as one that a reader gives
COSTS = {
    "column inferred from content": 30,
    "heading known by its words": 15,
    "heading read through its damage": 15,
    "two fields in one column": 25,
    "heading inherited from the table before": 20,
    "heading taken from a later table": 20,
    "unknown heading": 30,
    "no ruled grid": 5,
    "recognised from a picture": 30,
    "words recognised with doubt": 20,
    "reference unlike the others": 20,
    "row joined over pages": 10,
    "row joined without a closing rule to show it": 10,
    "no lead where other rows have one": 5,
    "no date where other rows have one": 5,
    "no reference where other rows have one": 15,
    "no status where other rows have one": 5,
    "no objective where other rows have one": 10,
    "objective taken from the row above": 5,
    "one cell over several fields": 10,
    "no activity": 10,
    "very short activity": 15,
    "unfinished sentence": 15,
    "starts in mid-sentence": 25,
    "words run together": 30,
    "several references in one row": 40,
    "several dates in one cell": 25,
    "nothing beside the activity": 20,
    "label inside a value": 30,
    "date cut short": 30,
    "date in a lead": 25,
    "lead cut at an end": 25,
    "name parted by a space": 25,
    "text in a reference": 30,
    "section of headings": 25,
    "no promise where other rows make one": 10,
    "date parted over rows": 30,
    "reference taken from the text": 5,
    "continuation rows": 10,
    "card": 5,
    "action text taken from the heading above": 5,
}
"""Reason to the points that it takes away."""


def score(reasons: Iterable[str]) -> int:
    """What is left of 100 points after each reason has taken its own, never below 0.

    ``score(["unknown heading", "card"])`` is 85.
    """
    lost = sum(COSTS.get(reason.partition(":")[0], OTHER_COST) for reason in set(reasons))
    return max(0, FULL - lost)
