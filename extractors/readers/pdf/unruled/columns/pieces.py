"""Columns that rules drawn cell by cell state: pieces end where columns do.

Knows horizontal rules alone. Browsers and office suites draw the line under a row as one piece a
cell, so that a table with hairlines only still says where its columns meet.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from extractors.readers.pdf.grid import are_alike
from extractors.readers.pdf.record import Rule
from extractors.readers.pdf.unruled.columns.shaded import ShadedRow

TOUCH_PT = 1.0  # points between the pieces of one rule; three producers leave 0 to 0.3
MIN_PIECES = 3  # of one rule; two may be halves of a page
SAME_PT = 1.0  # points by which the ends of the pieces of two rules of a table differ


def pieced_rules(across: Sequence[Rule]) -> list[ShadedRow]:
    """The rules drawn cell by cell as rows of no height, top to bottom.

    The pieces of two rules at least must end alike; a table whose rules run through whole gives
    none.
    """
    whole = sorted(rule for rule in across if not rule.fill)
    drawn = []
    for at, pieces in groupby(whole, key=lambda rule: round(rule.at)):
        edges = _edges(sorted(pieces, key=lambda rule: rule.start))
        if len(edges) > MIN_PIECES:
            drawn.append((float(at), edges))
    rows = [ShadedRow(at, at, edges) for at, edges in drawn]
    alike = [are_alike(one.edges, other.edges, SAME_PT) for one, other in pairwise(rows)]
    return [
        row
        for row, above, below in zip(rows, [False, *alike], [*alike, False], strict=False)
        if above or below
    ]


def _edges(pieces: Sequence[Rule]) -> tuple[float, ...]:
    """Where the pieces of one rule begin and end; () where they leave gaps."""
    edges = [pieces[0].start, pieces[0].end]
    for piece in pieces[1:]:
        if piece.start < edges[-1] - TOUCH_PT:
            continue  # the same piece drawn twice
        if piece.start > edges[-1] + TOUCH_PT:
            return ()
        edges.append(piece.end)
    return tuple(edges)
