"""The skeleton of a table: where its columns and rows meet, whatever told it.

Knows places alone; rules, shading, heads and gaps make grids, and words are put into them.
"""

from collections.abc import Sequence

from extractors.readers.pdf.record import Frame
from extractors.records import record


@record(frozen=True, slots=True)
class GridCell:
    """A cell: its top left square, its spans, and its rectangle."""

    row: int
    column: int
    row_span: int
    column_span: int
    frame: Frame


@record(frozen=True, slots=True)
class Grid:
    """A table's skeleton.

    Attributes:
        xs: Column borders, left to right.
        ys: Row borders, top to bottom.
        cells: By row, then by column.
        open_top, open_bottom: Whether no rule closes it there; None where it has no rules.
        aligned: Its columns come from how the text stands.
        filled: Borders of filled rectangles had to stand for rules.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool | None = False
    open_bottom: bool | None = False
    filled: bool = False
    aligned: bool = False

    @property
    def frame(self) -> Frame:
        """The rectangle around it."""
        return Frame(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def squares_of(grid: Grid) -> dict[tuple[int, int], int]:
    """The number of the cell on each square, by row and column."""
    return {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def are_alike(one: Sequence[float], other: Sequence[float], within: float) -> bool:
    """Whether borders are as many, and each as near as so many points to its like."""
    return len(one) == len(other) and all(
        abs(a - b) <= within for a, b in zip(one, other, strict=True)
    )


def is_tiered_head(grid: Grid) -> bool:
    """Whether a grid is one row of heads, of which some stand over two others: no table."""
    spans = {(cell.row_span, cell.column_span > 1) for cell in grid.cells if not cell.row}
    return len(grid.ys) == 3 and spans == {(2, False), (1, True)}


def area(frame: Frame) -> float:
    """Square points."""
    return (frame.x1 - frame.x0) * (frame.bottom - frame.top)


def around(outer: Frame, inner: Frame, over: float = 1.0) -> bool:
    """Whether a rectangle holds another, but for so many points."""
    return (
        outer.x0 <= inner.x0 + over
        and outer.top <= inner.top + over
        and outer.x1 >= inner.x1 - over
        and outer.bottom >= inner.bottom - over
    )
