"""Rules under headings, which are as wide as the tables below them and belong to none.

Knows lines and rules; knows nothing of tables but that a banner row has little room.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Rule

# What was seen, in 191 made and real PDFs: at underlines of headings, and at other rules.
LARGER = 1.15  # times the size of the text below the rule: a heading's from 1.17, a row's to 1.0
NEAR_EM = 1.2  # of the size from a heading's base to its underline: 0.11 to 1.14
STEP_EM = 1.6  # of the size from line to line of one heading
MAX_PIECES = 2  # of an underline: 1 or 2; rules of rows are often drawn cell by cell, in 5
ROOM_EM = 2.0  # of the size from the rule before to the underline: from 2.2; a banner row's to 2.0


def underlined(rules: Sequence[Rule], lines: Sequence[Line]) -> tuple[frozenset[float], list[Rule]]:
    """Tell the underlines of headings from the rules of tables.

    Args:
        rules: The horizontal ones of a page, in any order.
        lines: Of the page, top to bottom.

    Returns:
        The bases of the first lines of underlined headings, and the rules without underlines.
    """
    bases = [line.base for line in lines]
    places = sorted(rule.at for rule in rules)
    above = {rule: _heading_above(rule, lines, bases, places) for rule in rules}
    headings = frozenset(base for base in above.values() if base is not None)
    return headings, [rule for rule in rules if above[rule] is None]


def _heading_above(
    rule: Rule, lines: Sequence[Line], bases: Sequence[float], places: Sequence[float]
) -> float | None:
    """The base of the heading that a rule underlines; None where it underlines none."""
    below = bisect_right(bases, rule.at)
    if not 0 < below < len(lines):
        return None
    heading, text = lines[below - 1], lines[below]
    if rule.at - heading.base > NEAR_EM * heading.size or heading.size < LARGER * text.size:
        return None
    block = _block(lines, below - 1)
    if not all(len(line.pieces) == 1 and line.size == heading.size for line in block):
        return None
    first = bisect_left(places, rule.at - 1)  # one rule may be drawn as two hard by one another
    pieces = bisect_right(places, rule.at + 1) - first
    room = rule.at - places[first - 1] if first else rule.at
    return block[0].base if pieces <= MAX_PIECES and room > ROOM_EM * heading.size else None


def _block(lines: Sequence[Line], last: int) -> list[Line]:
    """The lines that stand close above one another, down to a line: a heading's, or a row's."""
    first = last
    while first and lines[first].base - lines[first - 1].base < STEP_EM * lines[last].size:
        first -= 1
    return list(lines[first : last + 1])
