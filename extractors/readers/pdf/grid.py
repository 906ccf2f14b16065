"""The skeleton of a table: where its columns and rows meet, whatever told it.

Knows places alone; rules, shading, heads and gaps make grids, and words are put into them.
"""

from dataclasses import dataclass

from extractors.readers.pdf.record import Frame


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its top left square, its spans, and its rectangle."""

    row: int
    column: int
    row_span: int
    column_span: int
    frame: Frame


@dataclass(frozen=True, slots=True)
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
