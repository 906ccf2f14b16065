"""Heads that rules close on all sides, above rows that hairlines alone part.

Knows grids, rules and words; knows nothing of what they say. Such heads are no table: with the
rows below them they are one, whose columns no rule shows.
"""

from collections.abc import Sequence

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Frame, Rule, Word, holds, inside
from extractors.readers.pdf.ruled.runs import Run, join_rules
from extractors.readers.pdf.unruled.heads import set_apart

MIN_HEADS = 3  # cells; two may be a label and its value
MIN_RULES = 2  # hairlines as wide as the heads below them; one may close a chapter
SAME_END_PT = 3.0  # points by which the rules of one table begin and end apart


def without_lone_heads(
    grids: Sequence[Grid], across: Sequence[Rule], words: Sequence[Word]
) -> list[Grid]:
    """The grids that are more than one row of heads above hairlines of their width.

    Args:
        grids: All of the page.
        across: Its horizontal rules, without the borders of fills.
        words: Its words: heads are bold or coloured.
    """
    if not across or not any(_is_row(grid) for grid in grids):
        return list(grids)
    frames = [_with_edges(grid.frame) for grid in grids]
    free = [
        run
        for run in join_rules(across)
        if not any(inside((run.start + run.end) / 2, run.at, frame) for frame in frames)
    ]
    return [
        grid
        for grid in grids
        if not (_is_row(grid) and _rules_below(grid, free) and _is_set_apart(grid, words))
    ]


def _with_edges(frame: Frame) -> Frame:
    """The frame of a grid and the rules along its edges, which are drawn somewhat off them."""
    x0, top, x1, bottom = frame
    return Frame(x0, top - SAME_END_PT, x1, bottom + SAME_END_PT)


def _is_row(grid: Grid) -> bool:
    return len(grid.ys) == 2 and len(grid.cells) >= MIN_HEADS


def _rules_below(grid: Grid, runs: Sequence[Run]) -> bool:
    """Whether rules in no grid follow that begin and end as a grid does."""
    alike = [
        run
        for run in runs
        if run.at > grid.ys[-1]
        and abs(run.start - grid.xs[0]) <= SAME_END_PT
        and abs(run.end - grid.xs[-1]) <= SAME_END_PT
    ]
    return len(alike) >= MIN_RULES


def _is_set_apart(grid: Grid, words: Sequence[Word]) -> bool:
    frame = grid.frame
    lines = make_lines([word for word in words if holds(frame, word)])
    return bool(lines) and all(set_apart(line, ()) for line in lines)
