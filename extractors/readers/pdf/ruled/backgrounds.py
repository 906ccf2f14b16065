"""Fills that are no cells: backgrounds, pages' colours, highlights; and shaded rows' edges.

Knows fills, words and grids of printed rules; knows nothing of what words say.
"""

from collections.abc import Sequence

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.record import Fill, Frame, Rule, Word

REACH_PT = 3.0  # points by which two rules may miss each other at a corner; pdfplumber's value
HIGHLIGHT_EM = 1.6  # of the size: height of a highlight; a cell with its padding is higher
HIGHLIGHT_PT = 2.5  # points between words and the ends of their highlight; cells pad by 3 to 6
STRIPE_SHARE = 0.8  # of a table's width that is shaded in a stripe; two outer columns are half


def cells_among(fills: Sequence[Fill], drawn: Sequence[Grid], words: Sequence[Word]) -> list[Fill]:
    """The fills that may be cells, as none of them lies in a grid of rules or marks words.

    Args:
        fills: Of the page.
        drawn: The grids of its printed rules.
        words: Of the page.
    """
    free = [fill for fill in fills if not fill.shape and not _is_background(fill, drawn)]
    free = [fill for fill in free if not _is_backdrop(fill, drawn)]
    bases = Heights(words, [word.base for word in words])
    return [fill for fill in free if not _is_highlight(fill, bases)]


def stripes_of(fills: Sequence[Fill], grids: Sequence[Grid]) -> list[Rule]:
    """The edges of shaded rows that run over a grid's whole width where no rule parts its rows."""
    rows: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if not fill.shape:
            rows.setdefault((round(fill.top), round(fill.bottom)), []).append(fill)
    edges = []
    for row in rows.values():
        left, right = min(fill.x0 for fill in row), max(fill.x1 for fill in row)
        inked = sum(fill.x1 - fill.x0 for fill in row)
        whole = Fill(left, row[0].top, right, row[0].bottom, row[0].colour)
        for grid in grids:
            if abs(left - grid.xs[0]) > REACH_PT or abs(right - grid.xs[-1]) > REACH_PT:
                continue
            if inked < STRIPE_SHARE * (right - left):
                continue
            if _holds(grid.frame, whole) and not _has_rules(grid, whole):
                edges += [Rule(y, grid.xs[0], grid.xs[-1]) for y in (whole.top, whole.bottom)]
    return edges


def _has_rules(grid: Grid, fill: Fill) -> bool:
    """Whether a grid has borders where a fill begins and ends."""
    return all(min(abs(y - at) for at in grid.ys) <= REACH_PT for y in (fill.top, fill.bottom))


def _is_background(fill: Fill, grids: Sequence[Grid]) -> bool:
    """Whether a fill lies within a grid, so that printed rules say all about its cells.

    That of a merged cell which goes on overleaf may hang below the last rule.
    """
    return any(_holds(grid.frame, fill) or _hangs(grid, fill) for grid in grids)


def _hangs(grid: Grid, fill: Fill) -> bool:
    """Whether a fill begins at a border between rows of a grid and ends below all of them."""
    frame = grid.frame
    within = frame.x0 - REACH_PT <= fill.x0 and fill.x1 <= frame.x1 + REACH_PT
    begins = any(abs(fill.top - y) <= REACH_PT for y in grid.ys[1:-1])
    return within and begins and fill.bottom > frame.bottom + REACH_PT


def _is_backdrop(fill: Fill, grids: Sequence[Grid]) -> bool:
    """Whether a fill lies behind ruled tables and what stands above and below: a page's colour.

    One that begins or ends with its table may hold a band row of it that no rule marks.
    """
    held = [grid.frame for grid in grids if _holds(Frame(*fill[:4]), Fill(*grid.frame, ""))]
    above = any(frame.top - fill.top > REACH_PT for frame in held)
    below = any(fill.bottom - frame.bottom > REACH_PT for frame in held)
    return above and below


def _is_highlight(fill: Fill, bases: Heights) -> bool:
    """Whether a fill marks words: it is as high as a line and ends where they end."""
    held = [
        word
        for word in bases.between(fill.top, fill.bottom)
        if fill.x0 - 1 <= word.x0 and word.x1 <= fill.x1 + 1
    ]
    if not held or fill.bottom - fill.top > HIGHLIGHT_EM * held[0].style.size:
        return False
    left, right = min(word.x0 for word in held), max(word.x1 for word in held)
    return left - fill.x0 < HIGHLIGHT_PT and fill.x1 - right < HIGHLIGHT_PT


def _holds(frame: Frame, fill: Fill) -> bool:
    return (
        frame.x0 - REACH_PT <= fill.x0
        and fill.x1 <= frame.x1 + REACH_PT
        and frame.top - REACH_PT <= fill.top
        and fill.bottom <= frame.bottom + REACH_PT
    )
