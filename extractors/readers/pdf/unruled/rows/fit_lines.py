"""What the lines of a table say of its rows, each by itself: the measures that partings weigh.

Knows lines and column borders; knows nothing of what is printed but the form of references and
where a sentence plainly goes on.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractors.months import PART_OF_YEAR
from extractors.readers.pdf.lines import Line, begins_small
from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.rows.titles import (
    Pieces,
    by_column,
    look,
    runs_on,
    titles_among,
)

OPEN_RE = re.compile(
    r"(?:[,/&\-–(]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|our|their))$", re.I
)
MONTH_RE = re.compile(PART_OF_YEAR, re.I)
YEAR_RE = re.compile(r"20\d\d(?:[/\u2013-]\d\d(?:\d\d)?)?")
BULLET_RE = re.compile(r"^[^\w\s(\"'“‘£]+$")
SAME_FORM = 0.8  # of the texts of a first column have one form where they count its rows
MAX_MARK = 7  # signs of the form of a reference: "a.9.9" of "BT.1.12"
ROOM_EM = 0.6  # of the size left after the next word would have fitted: the break was meant
TIGHT_EM = 0.9  # of the size; lines of one text are never set closer
USUAL_EM = 1.25  # of the size: the distance of lines where no sentence tells it
MIN_WITHIN = 3  # of the distances by which sentences go on, before they tell the usual one
NEAREST_EM = 0.7  # of the size: Typst sets rows 0.83 apart where cells have no padding
ODD_ONES = 20  # of so many distances one may be less, where letters of two sizes stand below
PADDING_EM = 2.0  # of the size from where a cell's text may end to the next column
SAME_PT = 0.6  # points; equal distances differ by less
NEXT_LINE = 1.15  # times the usual distance of lines: one cell's lines are never further apart
PARAGRAPH = 2.2  # times the same: paragraphs of one cell
FAR = 3.5  # times the same: hardly one cell
RULE_EM = 0.3  # of the size above its base at which a rule stands above a line
# Costs, in units of one cell that stands where its row's alignment does not put it.
GAP = 0.5  # a cell goes on after a gap as wide as between paragraphs
WIDE_GAP = 1.0
FAR_GAP = 2.0
SHORT = 0.3  # a cell's line ends although the next word would have fitted
STYLE = 0.7  # a cell goes on in another style
SMALL = 0.7  # a cell begins with a small letter
PARTED_DATE = 4.0  # a year below its month: more than all that is odd in the rest of a row
LISTED = 2.0  # a bullet of a list that a text with a colon leads, with a date of its own
OPEN = 0.5  # the cell above ends with a word after which a sentence goes on


class CellLine(NamedTuple):
    """One line of one cell.

    Attributes:
        before: The number of the line above it in its column, -1 for none.
        joins: What it costs that it goes on with that line.
        opens: What it costs that it begins a cell.
    """

    before: int
    joins: float
    opens: float


class _Below(NamedTuple):
    """The words of a line in one column, and those above them there.

    Attributes:
        at, before: The numbers of both lines.
        column: In which they stand.
        step: From one baseline to the other, in points.
        opens: What it costs that they begin a cell.
    """

    at: int
    before: int
    column: int
    step: float
    opens: float


class FitLines:
    """The lines of a table with their measures.

    Attributes:
        count: How many they are.
        bases: The baseline of each, in points.
        steps: From each to the line above it, 0 for the first.
        size: Of the letters, in points.
        leading: The usual distance of two lines of one cell.
        distances: Those that may be the distance of rows, from line to line.
        cells: Of each line, by column.
        used: The columns that have text.
        marks: For each line whether it holds a reference of the usual form.
        marked: Every row has such a reference.
        titles: For each line whether it is a title between rows: alone, and in a look of its own.
        cuts: The lines above which a rule stands.
    """

    def __init__(
        self, body: Sequence[Line], borders: Sequence[float], rules: Sequence[float] = ()
    ) -> None:
        self.count = len(body)
        self.bases = [line.base for line in body]
        self.steps = [0.0, *(b - a for a, b in pairwise(self.bases))]
        pieces = [by_column(line, borders) for line in body]
        self.used = sorted({column for held in pieces for column in held})
        self.size = body[0].size
        below = list(_all_below(pieces, self.bases))
        self.leading = _leading(below, self.size)
        self.distances = _distances(self.steps[1:], self.size)
        alone = [len(held) == 1 or runs_on(held) for held in pieces]
        rows = [held for held, one in zip(pieces, alone, strict=True) if len(held) == 1 or not one]
        reach = _reach(rows, borders, self.used, self.size)
        self.cells = _cells(pieces, below, reach, self.leading)
        forms = [form_of(held[0]) if 0 in held else "" for held in pieces]
        usual = _usual_form(forms)
        self.marks = [bool(usual) and form == usual for form in forms]
        self.marked = bool(usual)
        self.titles = titles_among(pieces, alone, borders)
        above = [bisect_left(rules, line.base - RULE_EM * line.size) for line in body]
        self.cuts = {at for at in range(1, self.count) if above[at] != above[at - 1]}


def _all_below(pieces: Sequence[Pieces], bases: Sequence[float]) -> Iterator[_Below]:
    """What stands below something in its column, top to bottom.

    A text that ends with a colon leads a list, of which are the bullets below and what is indented.
    """
    last: dict[int, int] = {}
    lists: dict[int, float] = {}
    for at, held in enumerate(pieces):
        for column, words in held.items():
            before = last.get(column)
            listed = column in lists and BULLET_RE.match(words[0].text) is not None
            if before is not None:
                opens = _opens(pieces[before][column][-1].text, words[0].text)
                step = bases[at] - bases[before]
                yield _Below(at, before, column, step, LISTED if listed else opens)
            last[column] = at
            if words[-1].text.endswith(":"):
                lists[column] = words[0].x0
            elif not listed and column in lists and words[0].x0 <= lists[column] + SAME_PT:
                del lists[column]


def _leading(below: Sequence[_Below], size: float) -> float:
    """The usual distance of two lines of one cell, in points.

    Told by sentences that plainly go on; without any it is the least of all, as rows are hardly
    ever nearer (Typst alone sets them so, where cells have no padding).
    """
    near = [one for one in below if one.step >= TIGHT_EM * size]
    within = [one.step for one in near if one.opens >= SMALL]
    if len(within) >= MIN_WITHIN:
        return sorted(within)[len(within) // 2]
    steps = sorted(one.step for one in near)
    least = steps[len(steps) // ODD_ONES] if steps else USUAL_EM * size
    return min(least, USUAL_EM * size)


def _distances(steps: Sequence[float], size: float) -> list[float]:
    """The distances of neighbouring lines that rows may have, each of several alike once."""
    found: list[float] = []
    for step in sorted(steps):
        if step >= NEAREST_EM * size and (not found or step - found[-1] > SAME_PT):
            found.append(step)
    return found or [USUAL_EM * size]


def _reach(
    rows: Sequence[Pieces], borders: Sequence[float], used: Sequence[int], size: float
) -> dict[int, float]:
    """Where the text of each column may end, told by lines that are no titles over several."""
    reach = {c: max((held[c][-1].x1 for held in rows if c in held), default=0.0) for c in used}
    for column in used:
        if column + 2 < len(borders):
            reach[column] = max(reach[column], borders[column + 1] - PADDING_EM * size)
    return reach


def _cells(
    pieces: Sequence[Pieces], below: Sequence[_Below], reach: Mapping[int, float], leading: float
) -> list[dict[int, CellLine]]:
    found = [dict.fromkeys(held, CellLine(-1, 0.0, 0.0)) for held in pieces]
    for at, before, column, step, opens in below:
        last, first = pieces[before][column][-1], pieces[at][column][0]
        joins = _joins(last, first, step / leading, reach[column])
        found[at][column] = CellLine(before, joins, opens)
    return found


def _joins(last: Word, first: Word, step: float, reach: float) -> float:
    """What it costs that a line goes on with the one above, so many usual distances below it."""
    cost = 0.0
    if step > NEXT_LINE:
        cost += GAP if step <= PARAGRAPH else WIDE_GAP if step <= FAR else FAR_GAP
    short = last.x1 + first.x1 - first.x0 + ROOM_EM * first.style.size < reach
    other = last.style is not first.style and look(first) != look(last)
    if (short or other) and BULLET_RE.match(first.text) is None:
        cost += SHORT * short + STYLE * other
    return cost


def _opens(before: str, first: str) -> float:
    """What it costs that a word begins a cell below the one that ends with another."""
    parted = YEAR_RE.fullmatch(first) is not None and MONTH_RE.fullmatch(before) is not None
    return SMALL * begins_small(first) + OPEN * _is_open(before) + PARTED_DATE * parted


@lru_cache(maxsize=4096)
def _is_open(word: str) -> bool:
    """Whether a sentence goes on after a word; remembered, since it is asked twice of each line."""
    return OPEN_RE.search(word) is not None


def form_of(words: Iterable[Word]) -> str:
    """The form of what stands in a first column: "a.9" of "BT.01"; "" for nothing."""
    text = " ".join(word.text for word in words)
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text))


def _usual_form(forms: Sequence[str]) -> str:
    """The form of references where almost all that the first column holds has one; "" for none."""
    counts = Counter(filter(None, forms))
    usual, count = counts.most_common(1)[0] if counts else ("", 0)
    alike = count >= max(2.0, SAME_FORM * counts.total())
    return usual if alike and "9" in usual and len(usual) <= MAX_MARK else ""
