"""How sure a row is: 0 to 100 with named reasons.

Knows reasons and what they cost; knows neither tables nor formats. A cost says how often rows
with that reason were wrong, not how bad the error is. Of 2,928 rows of 367 made PDFs were wrong,
each reason with others: column inferred from content 51 of 51, words run together 3 of 3, one cell
over several fields 39 of 39, heading known by its words 28 of 33, unknown heading 40 of 64, heading
read through its damage 4 of 34, no ruled grid 130 of 1,278, row joined over pages 4 of 35. Of 6,683
rows of 619 later plans: several references in one row 10 of 10, several dates in one cell 25 of 25,
nothing beside the activity 30 of 30, date parted over rows 8 of 8.
"""

from collections.abc import Iterable

FULL = 100
OTHER_COST = 10  # points; a reason that is not in the list, such as one that a reader gives
COSTS = {
    "column inferred from content": 30,
    "heading known by its words": 25,
    "heading read through its damage": 15,
    "two fields in one column": 25,
    "heading inherited from the table before": 20,
    "heading taken from a later table": 20,
    "unknown heading": 30,
    "no ruled grid": 15,
    "recognised from a picture": 30,
    "words recognised with doubt": 20,
    "row joined over pages": 10,
    "row joined without a closing rule to show it": 10,
    "no lead where other rows have one": 5,
    "no date where other rows have one": 5,
    "objective taken from the row above": 15,
    "one cell over several fields": 30,
    "no activity": 10,
    "very short activity": 15,
    "unfinished sentence": 15,
    "starts in mid-sentence": 25,
    "words run together": 30,
    "several references in one row": 40,
    "several dates in one cell": 25,
    "nothing beside the activity": 20,
    "date parted over rows": 30,
    "reference taken from the text": 5,
    "continuation rows": 5,
    "card": 5,
    "action text taken from the heading above": 15,
}
"""Reason to the points that it takes away."""


def score(reasons: Iterable[str]) -> int:
    """What is left of 100 points after each reason has taken its own, never below 0.

    ``score(["unknown heading", "card"])`` is 85.
    """
    lost = sum(COSTS.get(reason.partition(":")[0], OTHER_COST) for reason in set(reasons))
    return max(0, FULL - lost)
