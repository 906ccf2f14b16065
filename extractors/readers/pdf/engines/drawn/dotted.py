"""Rules that are printed as rows of dots, each a small shape of its own.

Browsers draw ``border: dotted`` so (a page of a made plan held 2,730 dots and no line). Knows dots;
knows nothing of tables. A dash pattern is one stroke and needs none of this.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.record import MAX_RULE_PT, Fill, Rule

MIN_DOTS = 8  # in a row; marks out of five and the three dots of an ellipsis are fewer
MAX_STEP = 3.0  # times a dot's width from one to the next: Chromium 1.5 to 2, drawn circles 2.5;
# bullets of lines below one another stand 4 apart and more
OFF_LINE_PT = 0.5  # points by which the middles of one row's dots may differ

Middle = Callable[[Fill], float]


@dataclass(frozen=True, slots=True)
class Dotted:
    """The rules that dots draw, and the dots that draw none."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    rest: tuple[Fill, ...]


def part_dotted(dots: Sequence[Fill]) -> Dotted:
    """Tell dots in straight close rows from those that stand alone, which are bullets and marks."""
    small = [dot for dot in dots if dot.x1 - dot.x0 <= MAX_RULE_PT]
    if len(small) < MIN_DOTS:
        return Dotted((), (), tuple(dots))
    rows = _rows(small, _middle_y, _middle_x)
    columns = _rows(small, _middle_x, _middle_y)
    used = {dot for row in (*rows, *columns) for dot in row}
    return Dotted(
        tuple(Rule(_middle_y(row[0]), row[0].x0, row[-1].x1) for row in rows),
        tuple(Rule(_middle_x(row[0]), row[0].top, row[-1].bottom) for row in columns),
        tuple(dot for dot in dots if dot not in used),
    )


def _middle_x(dot: Fill) -> float:
    return (dot.x0 + dot.x1) / 2


def _middle_y(dot: Fill) -> float:
    return (dot.top + dot.bottom) / 2


def _rows(dots: Sequence[Fill], line: Middle, along: Middle) -> list[list[Fill]]:
    """The dots in rows: ``line`` is where a row stands, ``along`` where a dot stands in it."""
    found: list[list[Fill]] = []
    for band in _bands(sorted(dots, key=line), line):
        ordered = sorted(band, key=along)
        row = ordered[:1]
        for before, dot in pairwise(ordered):
            if along(dot) - along(before) > MAX_STEP * (dot.x1 - dot.x0):
                found.append(row)
                row = []
            row.append(dot)
        found.append(row)
    return [row for row in found if len(row) >= MIN_DOTS]


def _bands(ordered: Sequence[Fill], line: Middle) -> list[list[Fill]]:
    bands = [[ordered[0]]]
    for dot in ordered[1:]:
        if line(dot) - line(bands[-1][0]) <= OFF_LINE_PT:
            bands[-1].append(dot)
        else:
            bands.append([dot])
    return bands
