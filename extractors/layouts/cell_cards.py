"""Cards that are printed in a cell each: boxes of text, and cards set in the squares of a table.

``Action 4 // Review the rota // Lead: Housing // By when: May 2026`` in a frame of its own, or in
each square of a table of two or three columns. Knows tables and labels; knows nothing of formats.
"""

from dataclasses import replace

from extractors.blocks import Cell
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.cards import Card
from extractors.layouts.prose_cards import cards_in
from extractors.layouts.prose_labels import NONE_LEARNED, Learned


def cell_cards(grid: Grid, learned: Learned = NONE_LEARNED) -> list[Card]:
    """The cards of a table of which each filled cell is read as prose of cards; [] for any other.

    Cells come row by row. A cell that holds a table has labels of its own there. ``learned`` are
    labels that the document tells.
    """
    filled = [cell for cell in grid.table.cells if text_of(cell)]
    cards: list[Card] = []
    for cell in filled:
        if cell.nested:
            return []
        found = cards_in(filled_paragraphs([cell]), titled=len(filled) > 1, learned=learned)
        if not found:
            return []
        cards.extend(_in_cell(card, cell) for card in found)
    return cards


def _in_cell(card: Card, cell: Cell) -> Card:
    """The card with the cell as its place."""
    title = [replace(one, place=cell.place) for one in card.title]
    return Card(title, [replace(line, cells=(cell,)) for line in card.lines])
