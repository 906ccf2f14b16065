"""Cards that are printed in a cell each: boxes of text, and cards set in the squares of a table.

``Action 4 // Review the rota // Lead: Housing // By when: May 2026`` in a frame of its own, or in
each square of a table of two or three columns. Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell, join_places
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.forms.prose_cards import cards_in
from extractors.layouts.labels.cards import Card
from extractors.layouts.labels.prose_labels import NONE, Labels


def cell_cards(grid: Grid, learned: Labels = NONE) -> list[Card]:
    """The cards of a table of which each filled cell is read as prose of cards; [] for any other.

    Cells come row by row. A cell that holds a table has labels of its own there. ``learned`` are
    labels that the document tells.
    """
    filled = [cell for cell in grid.table.cells if text_of(cell)]
    if any(cell.nested for cell in filled):
        return []
    found = [_cards_in([cell], learned, titled=len(filled) > 1) for cell in filled]
    if all(found):
        return [card for cards in found for card in cards]
    whole = _cards_in(filled, learned, titled=True) if grid.table.column_count == 1 else []
    return whole if len(whole) == 1 else []


def _cards_in(cells: Sequence[Cell], learned: Labels, *, titled: bool) -> list[Card]:
    """The cards of cells that are read as one text, with these as their place."""
    cards = cards_in(filled_paragraphs(cells), titled=titled, learned=learned)
    place = join_places(cell.place for cell in cells)
    return [
        Card(
            [replace(one, place=place) for one in card.title],
            [replace(line, cells=tuple(cells)) for line in card.lines],
        )
        for card in cards
    ]
