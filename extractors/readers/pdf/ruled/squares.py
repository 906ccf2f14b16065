"""The squares between rules, and the cells that they make.

Knows where rules stand between squares; knows nothing of pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.record import Frame


@dataclass(frozen=True, slots=True)
class Squares:
    """The squares between rules: ``above[r][c]`` is a rule over square (r, c), ``left`` beside."""

    xs: Sequence[float]
    ys: Sequence[float]
    above: Sequence[Sequence[bool]]
    left: Sequence[Sequence[bool]]

    def cells(self) -> list[GridCell]:
        """The cells that rules close, by row and column."""
        height, width = len(self.ys) - 1, len(self.xs) - 1
        taken = [[False] * width for _ in range(height)]
        cells = []
        for row in range(height):
            for column in range(width):
                if taken[row][column]:
                    continue
                if self._closed(row, column, row + 1, column + 1):
                    cells.append(self._cell(row, column, row + 1, column + 1))
                else:
                    cells += self._cells_from(row, column, taken)
        return sorted(cells, key=lambda cell: (cell.row, cell.column))

    def _cells_from(self, row: int, column: int, taken: list[list[bool]]) -> list[GridCell]:
        region = self._region(row, column, taken)
        rows = [r for r, _ in region]
        columns = [c for _, c in region]
        box = (min(rows), min(columns), max(rows) + 1, max(columns) + 1)
        if (box[2] - box[0]) * (box[3] - box[1]) == len(region):
            return [self._cell(*box)] if self._closed(*box) else []
        pieces = _rectangles(set(region))
        return [self._cell(*piece) for piece in pieces if self._closed(*piece, loose=True)]

    def _region(self, row: int, column: int, taken: list[list[bool]]) -> list[tuple[int, int]]:
        height, width = len(self.ys) - 1, len(self.xs) - 1
        region, waiting = [], [(row, column)]
        taken[row][column] = True
        while waiting:
            r, c = waiting.pop()
            region.append((r, c))
            for nr, nc, barred in (
                (r - 1, c, self.above[r][c]),
                (r + 1, c, self.above[r + 1][c]),
                (r, c - 1, self.left[c][r]),
                (r, c + 1, self.left[c + 1][r]),
            ):
                if not barred and 0 <= nr < height and 0 <= nc < width and not taken[nr][nc]:
                    taken[nr][nc] = True
                    waiting.append((nr, nc))
        return region

    def _closed(self, top: int, left: int, bottom: int, right: int, loose: bool = False) -> bool:
        """Whether rules stand on the four sides; ``loose``: at least on three of them.

        Three are enough beside the grid's own top or bottom: a browser closes a merged cell that a
        page break cuts on neither page. So they are round a row that is one cell: a title over
        more columns than its page has is closed on one side alone.
        """
        sides = (
            all(self.above[top][left:right]),
            all(self.above[bottom][left:right]),
            all(self.left[left][top:bottom]),
            all(self.left[right][top:bottom]),
        )
        outermost = (top == 0 and not sides[0]) or (bottom == len(self.ys) - 1 and not sides[1])
        whole = (left, right, bottom - top) == (0, len(self.xs) - 1, 1)
        return sum(sides) >= (3 if loose or outermost or whole else 4)

    def _cell(self, top: int, left: int, bottom: int, right: int) -> GridCell:
        frame = Frame(self.xs[left], self.ys[top], self.xs[right], self.ys[bottom])
        return GridCell(top, left, bottom - top, right - left, frame)


def _rectangles(region: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cut a region of squares that is no rectangle into rectangles, whole rows first."""
    pieces: list[tuple[int, int, int, int]] = []
    for row in sorted({r for r, _ in region}):
        columns = sorted(c for r, c in region if r == row)
        start = columns[0]
        for column, following in pairwise([*columns, columns[-1] + 2]):
            if following == column + 1:
                continue
            piece = next((p for p in pieces if p[1:] == (start, row, column + 1)), None)
            if piece is not None:
                pieces.remove(piece)
            pieces.append((piece[0] if piece else row, start, row + 1, column + 1))
            start = following
    return pieces
