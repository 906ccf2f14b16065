"""A table as a board of squares, so that spans are looked up and never guessed.

Knows the block model alone: neither formats nor actions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Grid:
    """A table and, for each of its squares, the cell that covers it.

    Attributes:
        table: The table itself.
        squares: ``squares[row][column]``: the cell that covers it, None where nothing was printed.
    """

    table: Table
    squares: tuple[tuple[Cell | None, ...], ...]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a square; None outside the table or where nothing was printed."""
        return self.squares[row][column]

    def covering(self, row: int) -> list[Cell]:
        """Every cell that covers a row, once, left to right, spans from rows above included."""
        cells: list[Cell] = []
        for cell in self.squares[row]:
            if cell is not None and (not cells or cell is not cells[-1]):
                cells.append(cell)
        return cells

    def own(self, row: int) -> list[Cell]:
        """The cells that begin in a row, left to right."""
        return [cell for cell in self.covering(row) if cell.row == row]

    def filled(self, row: int) -> list[Cell]:
        """The cells with text that begin in a row, left to right."""
        return list(filter(text_of, self.own(row)))

    def texts(self, row: int) -> list[str]:
        """Their texts."""
        return list(filter(None, map(text_of, self.own(row))))


def grid_of(table: Table) -> Grid:
    """A table with its squares; where two cells claim one, the first keeps it."""
    return Grid(table, table.squares)


def text_of(cell: Cell | None) -> str:
    """All text of a cell as displayed, nested tables after its own paragraphs; "" for no cell."""
    if cell is None:
        return ""
    if not cell.nested:
        return cell.text  # nearly every cell
    return " ".join(part for part in (cell.text, *map(nested_text, cell.nested)) if part)


def title_and_rest(cell: Cell) -> tuple[str, list[Paragraph]]:
    """The bold title with which a cell begins, marker first, and the paragraphs that say more.

    Where nothing is set off, or bold is followed by more bold, the title is the whole text: "1.
    Warm homes" and below it, or behind it on its line, what that means.
    """
    first, *rest = [one for one in cell.paragraphs if one.text] or [Paragraph(text_of(cell))]
    if first.lead_in is not None and first.text.startswith(first.lead_in):
        said = replace(first, text=first.text[len(first.lead_in) :].strip(" :\u2013\u2014-"))
        titled = replace(first, text=first.lead_in.rstrip(" :\u2013\u2014-"), lead_in=None)
        return titled.printed, [replace(said, marker=None, lead_in=None), *rest]
    if first.bold and rest and not any(one.bold for one in rest):
        return first.printed, rest
    return text_of(cell), []


def printed_in(cell: Cell | None) -> str:
    """The text of a cell, or what was struck through where nothing else is left."""
    return "" if cell is None else text_of(cell) or struck_text(cell)


def nested_text(table: Table) -> str:
    """The text of a table in reading order, cells joined by single spaces."""
    return " ".join(text for text in map(text_of, table.cells) if text)


def filled_paragraphs(cells: Sequence[Cell]) -> list[Paragraph]:
    """The paragraphs with text of several cells, nested tables as one paragraph a cell."""
    found: list[Paragraph] = []
    for cell in cells:
        found.extend(paragraph for paragraph in cell.paragraphs if paragraph.printed)
        for table in cell.nested:
            found.extend(filled_paragraphs(table.cells))
    return found


def struck_text(cell: Cell) -> str:
    """The struck-through words of a cell, paragraphs joined by single spaces; "" for none.

    The marker of a paragraph is struck with it when no word of it is left.
    """
    parts = ((p.marker if not p.text else None, p.struck) for p in cell.paragraphs if p.struck)
    return " ".join(part for pair in parts for part in pair if part)


def unstruck(cell: Cell) -> Cell:
    """The cell as it read before whole paragraphs of it were struck through."""
    read = (
        p if p.text or not p.struck else replace(p, text=p.struck, struck=None)
        for p in cell.paragraphs
    )
    return replace(cell, paragraphs=tuple(read))
