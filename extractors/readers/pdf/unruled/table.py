"""A table among the lines of a page, as every way of finding one gives it."""

from dataclasses import dataclass

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.unruled.columns.corridors import Columns


@dataclass(frozen=True, slots=True)
class LineTable:
    """A table, the number of the line after it, and the columns that may go on overleaf."""

    grid: Grid
    end: int
    columns: Columns
