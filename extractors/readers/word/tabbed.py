"""Tables that a writer made of tab stops: lines one below another with tabs in the same places.

Knows drafts of a body; knows nothing of XML.
"""

from collections.abc import Sequence

from extractors.blocks import Cell, Paragraph, Table
from extractors.readers.word.reading import Reading
from extractors.readers.word.runs import Piece
from extractors.readers.word.text import UNNUMBERED, make_paragraphs

MIN_CELLS = 3  # of a line; one tab parts a term from its meaning, or a label from its value
MIN_LINES = 3  # of a table with blanks between its tabs; two such lines are for signatures
MIN_FILLED_LINES = 2  # of a table without blanks: headings and one row
FROM_TABS = "columns from tab stops"

Cells = tuple[tuple[Paragraph, ...], ...]
"""What stands between the tabs of one line, left to right; () for a line with too few of them."""


def cells_of(pieces: Sequence[Piece], reading: Reading) -> Cells:
    r"""Cut the pieces of a paragraph at its tabs: ``"1.1\tReview lamps\tPolice"`` is three."""
    if sum(piece.text.count("\t") for piece in pieces) < MIN_CELLS - 1:
        return ()
    shown = [p for p in pieces if p.change not in ("deleted", "prompt") and not p.look.hidden]
    cells: list[list[Piece]] = [[]]
    for piece in shown:
        first, *others = piece.text.split("\t")
        cells[-1].append(piece._replace(text=first, change=""))
        cells.extend([piece._replace(text=text, change="")] for text in others)
    return tuple(tuple(make_paragraphs(cell, UNNUMBERED, reading)) for cell in cells)


def table_of(lines: Sequence[Cells]) -> Table | None:
    """The table that lines with as many tabs each make; None where they are too few."""
    count = len(lines[0])
    filled = all(all(line) for line in lines)
    if count < MIN_CELLS or len(lines) < (MIN_FILLED_LINES if filled else MIN_LINES):
        return None
    cells = tuple(
        Cell(row, column, paragraphs)
        for row, line in enumerate(lines)
        for column, paragraphs in enumerate(line)
    )
    return Table(cells, len(lines), count, ruled=False, uncertain=(FROM_TABS,))
