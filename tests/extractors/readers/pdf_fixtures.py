"""Words as a PDF page prints them, for tests of what is made of them."""

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Style, Word, inside


def words(
    base: float, *pieces: tuple[float, str], size: float = 10.0, bold: bool = False
) -> list[Word]:
    """The words of one line, from the places at which its pieces begin.

    A letter is half a size wide and a blank 0.3 of it: 5 and 3 points at the size of 10.
    """
    style = Style(size, bold, False, "#000000")
    made = []
    for x, piece in pieces:
        for word in piece.split():
            end = x + size / 2 * len(word)
            made.append(Word(word, x, base - 0.8 * size, end, base + 0.2 * size, base, style))
            x = end + 0.3 * size
    return made


def column_of(grid: Grid, column: int, page: list[Word]) -> list[tuple[int, int, str]]:
    """Of each cell of a column below its head: its row, how many rows it takes, and its text."""
    return [
        (
            cell.row,
            cell.row_span,
            " ".join(word.text for word in page if inside(word.x0, word.base, cell.frame)),
        )
        for cell in grid.cells
        if cell.column == column and cell.row
    ]
