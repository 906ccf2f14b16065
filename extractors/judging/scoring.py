"""How sure a row is: 0 to 100 with named reasons.

Knows reasons and what they cost; knows neither tables nor formats. A cost says how often rows
with that reason were wrong, not how bad the error is: 40 and 45 where nine in ten and more were, 20
to 40 where every third to most, 10 and less where a few in a hundred more than others. Below 60 the
document must be opened.

Counted in rows of made plans at their first reading, each in two halves by sets of documents: the
first of a pair is wrong rows, the second all with that reason. Of 1,928 plans, most of them cards,
forms and whole publications, 1,696/9,192 and 1,701/9,964 were wrong:

- 185/195, 37/38: section of its own; 107/109, 93/102: section without a number; 160/184, 116/122:
  section reads as no title; 232/285, 131/254: one section over all; 163/268, 294/449: serves none;
  261/269, 84/173: section is not the priority; 39/39, 46/46: no reference; 19/19, 83/83: lead of
  several lines; 111/114, 179/179: value in a column of no field; 47/48, 137/137: very short
- 121/331, 227/422: promises nothing; 15/25, 25/39: hardly another action; 83/130, 61/148: beside a
  table not read; 313/451, 445/567: unknown heading; 70/292, 84/339: heading known by its words;
  17/49, 79/107: column inferred; 747/2,730, 888/2,483: card; 22/201, 9/43: from a picture

Of 102,600 rows of earlier plans, most of them tables, 2,165/49,808 and 2,404/52,758 were wrong:

- 423/433, 406/432: lacks a column (116/163, 173/228 of those above); 191/221, 257/278: activity in
  several rows (53/235, 176/386); 98/98, 33/33: reference in the text (26/26, 1/41); 45/45, 41/41:
  lead is no name; 69/69, 75/85: due is no date (19/43, 6/27); 263/325, 267/395: neither who nor
  when; 37/37, 36/36: starts in mid-sentence; 29/29, 17/17: label inside a value; 78/78, 39/53: date
  in a lead; 92/134, 22/22: lead cut at an end; 490/10,285, 781/11,158: no ruled grid

Real plans are kinder than made ones. They print years, small letters and several lines in names,
and sections beside their priorities (of 281 later plans 18/116 that serve none); the second table
of two real plans has fewer columns than the first and 17 right rows: such reasons are narrow, or
cost less than their counts say.
"""

from collections.abc import Iterable

FULL = 100
OTHER_COST = 10  # points; a reason that is not in the list, such as one that a reader gives
COSTS = {
    "column inferred from content": 35,
    "heading known by its words": 15,
    "label known by its values": 15,
    "heading read through its damage": 10,
    "two fields in one column": 25,
    "heading inherited from the table before": 10,
    "heading taken from a later table": 20,
    "unknown heading": 30,
    "no ruled grid": 5,
    "recognised from a picture": 20,
    "words recognised with doubt": 15,
    "reference unlike the others": 30,
    "row joined over pages": 10,
    "row joined without a closing rule to show it": 10,
    "no lead where other rows have one": 5,
    "no date where other rows have one": 5,
    "no reference where other rows have one": 40,
    "no status where other rows have one": 5,
    "no objective where other rows have one": 10,
    "objective taken from the row above": 15,
    "objectives may stand below their rows": 40,
    "one cell over several fields": 20,
    "no activity": 10,
    "very short activity": 45,
    "unfinished sentence": 20,
    "starts in mid-sentence": 45,
    "words run together": 45,
    "several references in one row": 30,
    "several dates in one cell": 20,
    "nothing beside the activity": 20,
    "label inside a value": 45,
    "date cut short": 40,
    "date in a lead": 45,
    "lead cut at an end": 30,
    "name parted by a space": 25,
    "text in a reference": 45,
    "section of headings": 25,
    "date parted over rows": 30,
    "reference taken from the text": 5,
    "continuation rows": 10,
    "card": 10,
    "action text taken from the heading above": 5,
    "lacks a column that most rows have": 25,
    "activity printed in several rows": 15,
    "reference in the text": 30,
    "figure at the end of a name": 45,
    "lead is no name": 45,
    "due is no date": 25,
    "several status words in one cell": 45,
    "neither who nor when": 30,
    "beside a row read at the wrong borders": 15,
    "section of its own, and no reference": 40,
    "section reads as no title": 35,
    "section without a number where others have one": 30,
    "serves none of the priorities": 10,
    "section is not the priority that it serves": 30,
    "hardly another action was read": 20,
    "beside a table that was not read": 15,
    "one section over all rows": 25,
    "value in a column of no field": 40,
    "lead of several lines": 25,
    "text that promises nothing": 15,
}
"""Reason to the points that it takes away."""


def score(reasons: Iterable[str]) -> int:
    """What is left of 100 points after each reason has taken its own, never below 0.

    ``score(["unknown heading", "card"])`` is 85.
    """
    lost = sum(COSTS.get(reason.partition(":")[0], OTHER_COST) for reason in set(reasons))
    return max(0, FULL - lost)
