"""The borders of a table's pieces on several pages, brought together.

Knows borders and cells; knows nothing of what a table says.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell, Table
from extractors.columns.contents import is_ref

EDGE_TOLERANCE_PT = 3.0  # points; the same border lies within 1 on every page of two plans
LOOSE_TOLERANCE_PT = 10.0  # points; borders guessed from the alignment of text jump by a letter
SHARED_EDGES = 0.6  # of the inner borders of the piece with fewer of them stand in the other
SAME_EDGE_PT = 3.0  # points; borders nearer than this are one border on two pages
WHOLE = 0.8  # of the rows of a form that are parted at all are parted into label and value
SAME_COLUMN_PT = 20.0  # points; borders guessed from text move by less, columns are wider


def fits(last: Table, table: Table, *, loose: bool) -> bool:
    """Whether the borders of two pieces are those of one table."""
    if is_bare(last):
        return heads_over(last, table) is not None
    if not last.edges or not table.edges:
        return last.column_count == table.column_count
    if max(last.column_count, table.column_count) < 2:
        return bool(last.open_bottom or table.open_top)
    if last.ruled and table.ruled:
        tolerance, one, other = EDGE_TOLERANCE_PT, _relative(last.edges), _relative(table.edges)
        if abs(one[-1] - other[-1]) > (2 * tolerance if loose else tolerance):
            return False
    else:  # the outer borders are only where the text of this page begins and ends
        tolerance, one, other = LOOSE_TOLERANCE_PT, list(last.edges), list(table.edges)
    if last.ruled and table.ruled and min(len(one), len(other)) == 2:
        return True  # rows across the table, and nothing else of it on their page
    if last.ruled and table.ruled and _part_alike(last, table, tolerance):
        return True
    few, many = sorted((one[1:-1], other[1:-1]), key=len)
    shared = sum(any(abs(a - b) <= tolerance for b in many) for a in few)
    return loose or (bool(few) and shared >= max(1.0, SHARED_EDGES * len(few)))


def _part_alike(last: Table, table: Table, tolerance: float) -> bool:
    """Whether both pieces are parted at the same place, between the labels and values of a form.

    Its steps and its values have other borders besides, which stand on one of the pages alone.
    """
    parts = [_parted_at(one) for one in (last, table)]
    return None not in parts and abs((parts[0] or 0.0) - (parts[1] or 0.0)) <= tolerance


def _parted_at(table: Table) -> float | None:
    """The one inner border that more rows have than any other, from the left edge; else None."""
    rows = Counter[int]()
    for cell in table.cells:
        rows[cell.column] += cell.row_span if cell.column else 0
    most = rows.most_common(2)
    alone = bool(most) and most[0][1] > (most[1][1] if len(most) > 1 else 0)
    parted = {cell.row for cell in table.cells if cell.column}
    whole = alone and most[0][1] >= WHOLE * len(parted)
    return table.edges[most[0][0]] - table.edges[0] if whole else None


def _relative(edges: Sequence[float]) -> list[float]:
    """Borders from the table's own left edge: facing pages have other margins."""
    return [edge - edges[0] for edge in edges]


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


def is_bare(table: Table) -> bool:
    """Whether a piece is heads at a page's foot, which no rows show the borders of."""
    return not table.ruled and table.row_count == 1


def heads_over(heads: Table, rows: Table) -> Table | None:
    """Heads at a page's foot in the columns of the rows overleaf; None where these are others.

    Nothing stands above a first column of numbers alone, as lists have.
    """
    if heads.column_count == rows.column_count:
        return replace(heads, edges=rows.edges)
    firsts = [cell.text for cell in rows.cells if cell.column == 0 and cell.text]
    if heads.column_count + 1 != rows.column_count or not firsts or not all(map(is_ref, firsts)):
        return None
    cells = tuple(replace(cell, column=cell.column + 1) for cell in heads.cells)
    return replace(heads, cells=cells, column_count=rows.column_count, edges=rows.edges)


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
