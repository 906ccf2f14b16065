"""Rows that vertical rules drawn cell by cell state: where their pieces end, a row does.

Knows rules, and where words stand. Browsers draw the sides of each cell as pieces of their own, so
that a table with rules between its columns only still says where its rows meet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.readers.pdf.record import Rule, Word

MIN_RULES = 3  # vertical rules with an end at one height; two are the sides of a box
MIN_MEET = 2  # of these whose pieces meet there: those of a banner's row alone are the outermost
MIN_PIECE_PT = 6.0  # points: less than a line of text, more than a dash
SAME_PT = 2  # points by which the ends of pieces of one row differ
REACH_PT = 3  # points from such a height to a printed rule, which says all


class _Level(NamedTuple):
    """A height at which pieces of vertical rules end or begin: the places of those that do."""

    y: float
    above: frozenset[float]
    below: frozenset[float]

    @property
    def places(self) -> frozenset[float]:
        return self.above | self.below


def pieced_rows(down: Sequence[Rule], across: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The rules across a page that pieces of vertical rules stand for, top to bottom.

    None where printed rules (``across``) part rows, no piece meets another below it, or words stand
    beside the outermost: in columns that are open at the table's sides.
    """
    heights = {round(y) for rule in down for y in (rule.start, rule.end)}
    heights -= {round(rule.at) + off for rule in across for off in range(-REACH_PT, REACH_PT + 1)}
    levels = list(_levels(sorted(heights), down)) if heights else []
    if not any(len(level.above & level.below) >= MIN_MEET for level in levels):
        return []
    rules = [Rule(level.y, min(level.places), max(level.places)) for level in levels]
    return [] if _is_open(rules, words) else rules


def _is_open(rules: Sequence[Rule], words: Sequence[Word]) -> bool:
    low, high = min(rule.start for rule in rules), max(rule.end for rule in rules)
    return any(
        rules[0].at < word.base < rules[-1].at and not low <= word.middle_x <= high
        for word in words
    )


def _levels(heights: Sequence[int], down: Sequence[Rule]) -> Iterator[_Level]:
    """The heights, each once, at which several rules end or begin."""
    ends: dict[int, set[float]] = defaultdict(set)
    starts: dict[int, set[float]] = defaultdict(set)
    for rule in down:
        if rule.end - rule.start >= MIN_PIECE_PT:
            ends[round(rule.end)].add(rule.at)
            starts[round(rule.start)].add(rule.at)
    last = -SAME_PT
    for y in heights:
        near = range(y, y + SAME_PT + 1) if y - last > SAME_PT else ()
        above = frozenset(at for height in near for at in ends.get(height, ()))
        below = frozenset(at for height in near for at in starts.get(height, ()))
        if len(above | below) >= MIN_RULES:
            last = y
            yield _Level(y, above, below)
