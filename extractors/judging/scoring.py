"""How sure a row is: 0 to 100 with named reasons.

Knows reasons and what they cost; knows neither tables nor formats. A cost says how often rows
with that reason were wrong, not how bad the error is: 45 where nine in ten and more were, so that
one such reason alone says that the document must be opened (below 60), 20 to 40 where every third
to most, 10 and less where a few in a hundred more than others.

Counted over 102,600 rows read from made plans (35,600 of them before anything was mended for these
plans), about half of the designs to find the rules with (train), half to measure them (test); of
each pair the first is wrong rows, the second all with that reason:

- train 423/433, test 406/432: lacks a column that most rows have; 191/221, 257/278: activity
  printed in several rows; 98/98, 33/33: reference in the text; 45/45, 41/41: lead is no name;
  69/69, 75/85: due is no date; 18/18, 14/14: figure at the end of a name; 12/12, 43/43: several
  status words in one cell; 263/325, 267/395: neither who nor when; 22/30, 47/65: reference unlike
  the others; 119/509, 99/388: beside a row read at the wrong borders
- 101/101, 142/142: very short activity; 37/37, 36/36: starts in mid-sentence; 29/29, 17/17: label
  inside a value; 78/78, 39/53: date in a lead; 19/19, 0/0: words run together; 16/16, 6/6: text in
  a reference; 92/134, 22/22: lead cut at an end; 21/31, 7/38: unfinished sentence; 102/209,
  121/263: no promise; 78/121, 67/214: one cell over several fields; 19/119, 59/80: several dates
- 278/2,269, 372/2,233: unknown heading; 178/1,336, 306/1,537: heading known by its words; 118/558,
  230/497: column inferred; 613/5,981, 372/6,148: card; 490/10,285, 781/11,158: no ruled grid;
  2,165/49,808, 2,404/52,758: all rows

Real plans are kinder than made ones. They print years and small letters in names, so that the rules
of dates in leads, of cut leads and of headings for a section are narrow; and the second table of
two real plans has fewer columns than the first and 17 right rows, so that a column that it lacks
costs less than 45.
"""

from collections.abc import Iterable

FULL = 100
OTHER_COST = 10  # points; a reason that is not in the list, such as one that a reader gives
COSTS = {
    "column inferred from content": 30,
    "heading known by its words": 15,
    "label known by its values": 15,
    "heading read through its damage": 15,
    "two fields in one column": 25,
    "heading inherited from the table before": 10,
    "heading taken from a later table": 20,
    "unknown heading": 30,
    "no ruled grid": 5,
    "recognised from a picture": 30,
    "words recognised with doubt": 20,
    "reference unlike the others": 30,
    "row joined over pages": 10,
    "row joined without a closing rule to show it": 10,
    "no lead where other rows have one": 5,
    "no date where other rows have one": 5,
    "no reference where other rows have one": 30,
    "no status where other rows have one": 5,
    "no objective where other rows have one": 10,
    "objective taken from the row above": 5,
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
    "no promise where other rows make one": 20,
    "date parted over rows": 30,
    "reference taken from the text": 5,
    "continuation rows": 15,
    "card": 10,
    "action text taken from the heading above": 5,
    "lacks a column that most rows have": 30,
    "activity printed in several rows": 40,
    "reference in the text": 45,
    "figure at the end of a name": 45,
    "lead is no name": 45,
    "due is no date": 40,
    "several status words in one cell": 45,
    "neither who nor when": 40,
    "beside a row read at the wrong borders": 15,
}
"""Reason to the points that it takes away."""


def score(reasons: Iterable[str]) -> int:
    """What is left of 100 points after each reason has taken its own, never below 0.

    ``score(["unknown heading", "card"])`` is 85.
    """
    lost = sum(COSTS.get(reason.partition(":")[0], OTHER_COST) for reason in set(reasons))
    return max(0, FULL - lost)
