"""The borders of a table's pieces on several pages, brought together.

Knows borders and cells; knows nothing of what a table says.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell, Table

SAME_EDGE_PT = 3.0  # points; borders nearer than this are one border on two pages
SAME_COLUMN_PT = 20.0  # points; borders guessed from text move by less, columns are wider


def all_edges(tables: Sequence[Table]) -> list[float]:
    """Every border of the pieces once, measured from the left edge of the first.

    [] where the pieces have the same columns already, or the format has no borders.
    """
    if not all(table.edges for table in tables) or _are_alike(tables):
        return []
    start = tables[0].edges[0]
    found = sorted({e - t.edges[0] + start for t in tables for e in t.edges})
    edges: list[float] = []
    for edge in found:
        if not edges or edge - edges[-1] > SAME_EDGE_PT:
            edges.append(edge)
    return edges


def _are_alike(tables: Sequence[Table]) -> bool:
    """Whether all pieces have the same columns, at inner borders that alignment may have moved."""
    first = tables[0].edges[1:-1]
    return all(
        len(table.edges) == len(first) + 2
        and all(abs(a - b) <= SAME_COLUMN_PT for a, b in zip(table.edges[1:-1], first, strict=True))
        for table in tables
    )


def nearest(edges: Sequence[float], edge: float) -> int:
    """The place of the border nearest to one."""
    after = min(bisect_left(edges, edge), len(edges) - 1)
    before = max(after - 1, 0)
    return before if edge - edges[before] < edges[after] - edge else after


def on_edges(cell: Cell, places: Sequence[int]) -> Cell:
    """A cell in the columns of all borders; ``places`` are those of its own table among them."""
    if not places:
        return cell
    start = places[cell.column]
    end = places[min(cell.column + cell.column_span, len(places) - 1)]
    return replace(cell, column=start, column_span=max(1, end - start))
