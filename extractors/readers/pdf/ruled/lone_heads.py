"""Heads that rules close on all sides, above rows that hairlines alone part, or nothing at all.

Knows grids, rules and words; knows nothing of what they say. Such heads are no table: with the
rows below them they are one, whose columns no rule shows but theirs. Sheets are printed so, with
rules or shading round the heads alone, and browsers print the heads of a table again on each page,
the last of which may have one row, which no shading marks.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.readers.pdf.grid import Grid, are_alike, around, is_tiered_head
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Fill, Frame, Rule, Word, holds, inside
from extractors.readers.pdf.ruled.runs import Run, join_rules
from extractors.readers.pdf.unruled.ends import ends_table
from extractors.readers.pdf.unruled.heads.heads import set_apart

MIN_HEADS = 3  # cells; two may be a label and its value
MIN_RULES = 2  # hairlines as wide as the heads below them; one may close a chapter
SAME_END_PT = 3.0  # points by which the rules of one table begin and end apart
NEAR_EM = 3.0  # of the size from heads to the first line of rows that no rule parts
SEEN_LINES = 12  # lines below heads that tell whether the text keeps to their columns
MIN_FULL = 2  # of these lines that stand in several columns
MIN_ROW = 4  # columns with a text of their own in one line, which is then a row by itself
OVER_PT = 1.0  # points by which a word may reach over a border
UNSEEN = "#ffffff"  # the colour of a cell that rules close: it sets no text apart


def lone_heads(
    grids: Sequence[Grid],
    across: Sequence[Rule],
    words: Sequence[Word],
    beside: Sequence[Sequence[Word]] = (),
) -> list[Grid]:
    """The grids that are heads alone, above hairlines of their width or text in their columns.

    They are one row, or two of which some stand over others: "Timescale" over "Start" and "End".

    Args:
        grids: All of the page.
        across: Its horizontal rules, without the borders of fills.
        words: Its words: heads are bold or coloured.
        beside: The words of the pages before and after, which may print the same heads.
    """
    rows = [grid for grid in grids if _is_row(grid)]
    if not rows:
        return []
    frames = [_with_edges(grid.frame) for grid in grids]
    free = [
        run
        for run in join_rules(across)
        if not any(inside((run.start + run.end) / 2, run.at, frame) for frame in frames)
    ]
    return [
        grid
        for grid in rows
        if _is_set_apart(grid, words)
        and _rows_below(
            grid, _rules_below(grid, free), frames, words, again=_say_again(grid, words, beside)
        )
    ]


def with_head_cells(fills: Sequence[Fill], heads: Iterable[Grid]) -> tuple[Fill, ...]:
    """The fills with a fill for each cell of lone heads, which states a column of the rows below.

    Office suites shade the heads of a sheet as one; that fill is parted at their borders.
    """
    found = list(fills)
    for grid in heads:
        whole = [fill for fill in found if around(grid.frame, Frame(*fill[:4]), SAME_END_PT)]
        wide = next((fill for fill in whole if _spans(fill, grid)), None)
        colour = UNSEEN if wide is None else wide.colour
        found = [fill for fill in found if fill not in whole or not _spans(fill, grid)]
        found += [Fill(*cell.frame, colour) for cell in grid.cells]
    return tuple(found)


def headed(grids: Sequence[Grid], heads: Sequence[Grid]) -> list[Grid]:
    """The tables made of lone heads and the rows below, with the cells of the heads as rules close
    them: "How we will measure it" may stand over "Output" and "Outcome", close by the border.
    """
    return [next(filter(None, (_with_heads(grid, one) for one in heads)), grid) for grid in grids]


def _with_heads(grid: Grid, heads: Grid) -> Grid | None:
    """A table with these heads; None where its first rows are others."""
    bottom = heads.ys[-1]
    rows = sum(top + low < 2 * bottom for top, low in pairwise(grid.ys))
    held = rows and heads.ys[0] - SAME_END_PT <= grid.ys[0] and rows < len(grid.ys) - 1
    inner = are_alike(grid.xs[1:-1], heads.xs[1:-1], SAME_END_PT)
    if not (held and inner) or any(one.row < rows < one.row + one.row_span for one in grid.cells):
        return None
    down = len(heads.ys) - 1 - rows
    body = (replace(one, row=one.row + down) for one in grid.cells if one.row >= rows)
    ys = (*heads.ys, *grid.ys[rows + 1 :])
    return replace(grid, ys=ys, cells=(*heads.cells, *body))


def _spans(fill: Fill, grid: Grid) -> bool:
    """Whether a fill reaches over most columns of a grid."""
    return fill.x1 - fill.x0 > (grid.xs[-1] - grid.xs[0]) / 2


def _with_edges(frame: Frame) -> Frame:
    """The frame of a grid and the rules along its edges, which are drawn somewhat off them."""
    x0, top, x1, bottom = frame
    return Frame(x0, top - SAME_END_PT, x1, bottom + SAME_END_PT)


def _is_row(grid: Grid) -> bool:
    return len(grid.cells) >= MIN_HEADS and (len(grid.ys) == 2 or is_tiered_head(grid))


def _rules_below(grid: Grid, runs: Sequence[Run]) -> list[float]:
    """Where rules in no grid follow that begin and end as a grid does."""
    return [
        run.at
        for run in runs
        if run.at > grid.ys[-1]
        and abs(run.start - grid.xs[0]) <= SAME_END_PT
        and abs(run.end - grid.xs[-1]) <= SAME_END_PT
    ]


def _say_again(grid: Grid, words: Sequence[Word], beside: Sequence[Sequence[Word]]) -> bool:
    """Whether a page beside prints the same heads at the same places."""
    heads = {(word.text, round(word.x0)) for word in words if holds(grid.frame, word)}
    return any(heads <= {(word.text, round(word.x0)) for word in page} for page in beside)


def _rows_below(
    grid: Grid,
    rules: Sequence[float],
    frames: Sequence[Frame],
    words: Sequence[Word],
    *,
    again: bool,
) -> bool:
    """Whether such rules, or lines in no grid, follow at once as the rows of a grid.

    The words of the lines keep to the columns; a line set apart may run over them: the banner of
    a group of rows. One rule closes the only row; without one, a line that fills most columns of
    many is a row as well, whatever text follows; so is one below heads that stand on a page beside
    too (``again``). The heading of what follows ends them.
    """
    if len(rules) >= MIN_RULES:
        return True
    bottom = grid.ys[-1]
    end = min([*rules, *(one.top for one in frames if one.top > bottom)], default=float("inf"))
    lines = make_lines([word for word in words if bottom < word.base < end and not word.turn])
    if not lines or lines[0].top - bottom > NEAR_EM * lines[0].size:
        return False
    size = lines[0].size
    own = takewhile(lambda line: not ends_table(line, size), lines[:SEEN_LINES])
    kept = [_columns_kept(line, grid.xs) for line in own if not set_apart(line, ())]
    if any(len(columns) >= max(MIN_ROW, len(grid.xs) / 2) for columns in takewhile(bool, kept)):
        return True
    full = sum(len(columns) > 1 for columns in kept)
    return all(kept) and full >= MIN_FULL - (again or len(rules))


def _columns_kept(line: Line, xs: Sequence[float]) -> set[int]:
    """The columns in which the words of a line stand; none where one stands in no single column."""
    found: set[int] = set()
    for word in line.words:
        at = bisect_right(xs, word.middle_x) - 1
        if not 0 <= at < len(xs) - 1:
            return set()
        if word.x0 < xs[at] - OVER_PT or word.x1 > xs[at + 1] + OVER_PT:
            return set()
        found.add(at)
    return found


def _is_set_apart(grid: Grid, words: Sequence[Word]) -> bool:
    frame = grid.frame
    lines = make_lines([word for word in words if holds(frame, word)])
    return bool(lines) and all(set_apart(line, ()) for line in lines)
