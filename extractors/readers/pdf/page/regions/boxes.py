"""Boxes of a page whose text is read on its own: framed cells, cards side by side, side bars.

Knows frames, fills and words; knows nothing of what stands in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.page.regions.panels import (
    framed_cards,
    holds_text,
    outside_cards,
    panel_rows,
    row_frame,
)
from extractors.readers.pdf.page.regions.side_bars import card_rows, is_titled, side_bars
from extractors.readers.pdf.record import Fill, Frame, Word, holds
from extractors.readers.pdf.ruled.grids import overlap
from extractors.readers.pdf.unruled.strips.framed import abreast


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page.

    Attributes:
        framed: Grids of one column, as ``find_grids`` gives them.
        cells: Their cells.
        panels: Cards side by side, row by row.
        bars: Shaded strips beside the text.
        rows: The rows of low ones and the text beside each.
    """

    framed: list[Frame]
    cells: list[Frame]
    panels: list[list[Frame]]
    bars: list[Frame]
    rows: list[Frame]

    def clear(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words in no row of cards and in no side bar with a title, which hold no table."""
        bars = [bar for bar in self.bars if is_titled(bar, words)]
        within = [*map(row_frame, self.panels), *bars]
        if not within:
            return words
        return [word for word in words if not any(holds(frame, word) for frame in within)]

    def beside(self, tables: Sequence[Grid]) -> list[Frame]:
        """All boxes, once the tables among the words are known; those of cells are no boxes."""
        cells = [
            box
            for box in (*self.cells, *self.rows, *self.bars)
            if not any(overlap(box, one.frame) for one in tables)
        ]
        cards = framed_cards(self.framed, tables)
        panels = outside_cards(self.panels, cards)
        return [*cells, *map(row_frame, panels), *chain.from_iterable(panels), *cards]


def find_boxes(grids: Sequence[Grid], fills: Sequence[Fill], words: Sequence[Word]) -> Boxes:
    """Find the boxes of a page; the bars and rows of cards that have columns are no panels.

    Args:
        grids: Its ruled tables, and boxes.
        fills: Its filled areas.
        words: Those that stand in no ruled table.
    """
    framed = [grid for grid in grids if len(grid.xs) == 2]
    cells = [cell.frame for grid in framed for cell in grid.cells]
    frames = [grid.frame for grid in framed]
    cards = [one for one in abreast(frames) if not holds_text(one, words)]
    panels = outside_cards(panel_rows(fills, cells, words), cards)
    bars = side_bars(fills, words)
    return Boxes(frames, cells, panels, bars, card_rows(bars, words))
