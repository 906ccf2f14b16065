"""Boxes of a page whose text is read on its own: framed cells, cards side by side, side bars.

Knows frames, fills and words; knows nothing of what stands in them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.page.regions.facts import Facts, facts_beside
from extractors.readers.pdf.page.regions.panels import (
    framed_cards,
    holds_text,
    outside_cards,
    panel_rows,
    row_frame,
)
from extractors.readers.pdf.page.regions.shaded_facts import shaded_facts
from extractors.readers.pdf.page.regions.side_bars import is_titled, side_bars
from extractors.readers.pdf.page.regions.title_bars import cards_under_bars
from extractors.readers.pdf.record import Fill, Frame, Word, holds
from extractors.readers.pdf.ruled.grids import overlap
from extractors.readers.pdf.unruled.rows.titles import look
from extractors.readers.pdf.unruled.strips.framed import abreast

MIN_LABELS = 2  # of a shaded card that another prints as well, each before its value
CARD_PT = (120.0, 50.0)  # points; cards are as wide and as high at least, cells seldom both


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page.

    Attributes:
        framed: Grids of one column, as ``find_grids`` gives them, and shaded cards abreast.
        cells: Their cells.
        panels: Cards side by side, row by row.
        bars: Shaded strips beside the text.
        facts: The labels with their values right of each card's text.
        rows: The texts beside facts, and the rows of both.
    """

    framed: list[Frame]
    cells: list[Frame]
    panels: list[list[Frame]]
    bars: list[Frame]
    facts: list[Frame]
    rows: list[Frame]

    def clear(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words in no row of cards, side bar with a title or facts, which hold no table."""
        bars = [bar for bar in self.bars if is_titled(bar, words)]
        within = [*map(row_frame, self.panels), *bars, *self.facts]
        if not within:
            return words
        return [word for word in words if not any(holds(frame, word) for frame in within)]

    def beside(self, tables: Sequence[Grid]) -> list[Frame]:
        """All boxes, once the tables among the words are known; those of cells are no boxes."""
        cells = [
            box
            for box in (*self.cells, *self.rows, *self.bars, *self.facts)
            if not any(overlap(box, one.frame) for one in tables)
        ]
        cards = framed_cards(self.framed, tables)
        panels = outside_cards(self.panels, cards)
        return [*cells, *map(row_frame, panels), *chain.from_iterable(panels), *cards]


def find_boxes(
    grids: Sequence[Grid],
    fills: Sequence[Fill],
    words: Sequence[Word],
    around: Sequence[Sequence[Word]] = (),
) -> Boxes:
    """Find the boxes of a page; the bars and rows of cards that have columns are no panels.

    Args:
        grids: Its ruled tables, and boxes.
        fills: Its filled areas.
        words: Those that stand in no ruled table.
        around: Those of the pages before and after, which may print the same labels.
    """
    framed = [grid for grid in grids if len(grid.xs) == 2]
    cells = [cell.frame for grid in framed for cell in grid.cells]
    abreast_rows = panel_rows(fills, cells, words)
    headed = cards_under_bars(abreast_rows, fills, words)
    frames = [*(grid.frame for grid in framed), *_shaded_cards(fills, words), *headed]
    cards = [one for one in abreast(frames) if not holds_text(one, words)]
    panels = outside_cards(abreast_rows, [*cards, *headed])
    facts = _outside(facts_beside(words, around), headed)
    known = [*headed, *(one.row for one in facts)]
    facts += _outside(shaded_facts(fills, words, around), known)
    other = [*frames, *(one.bar for one in facts)]
    bars = [bar for bar in side_bars(fills, words) if not any(overlap(bar, one) for one in other)]
    rows = [frame for one in facts for frame in (one.row, one.text)]
    return Boxes(frames, cells, panels, bars, [one.bar for one in facts], rows)


def _outside(facts: Sequence[Facts], known: Sequence[Frame]) -> list[Facts]:
    """The facts that stand in none of these frames: a label of the card abreast is none."""
    return [one for one in facts if not any(overlap(one.row, other) for other in known)]


def _shaded_cards(fills: Sequence[Fill], words: Sequence[Word]) -> list[Frame]:
    """The shaded cards beside one another that print the same labels over values or before them."""
    large = {
        Frame(*fill[:4])
        for fill in fills
        if fill.x1 - fill.x0 >= CARD_PT[0] and fill.bottom - fill.top >= CARD_PT[1]
    }
    cards = abreast(sorted(large))
    lines = [make_lines([word for word in words if holds(card, word)]) for card in cards]
    return [
        card
        for card, heads, labels in zip(
            cards, _again(map(_heads, lines)), _again(map(_labels, lines)), strict=True
        )
        if heads or len(labels) >= MIN_LABELS
    ]


def _again(said: Iterable[set[str]]) -> list[set[str]]:
    """Of the texts of each card those that another says as well."""
    each = list(said)
    times = Counter(chain.from_iterable(each))
    return [{text for text in own if times[text] > 1} for own in each]


def _heads(lines: Sequence[Line]) -> set[str]:
    """The lines of several pieces in a card that are bold from end to end."""
    apart = (line for line in lines if len(line.pieces) > 1)
    return {line.text for line in apart if all(word.style.bold for word in line.words)}


def _labels(lines: Sequence[Line]) -> set[str]:
    """The pieces at the front of lines that are set apart from the rest: "Lead" in bold letters."""
    apart = [line.pieces for line in lines if len(line.pieces) > 1]
    return {
        " ".join(word.text for word in first)
        for first, *rest in apart
        if not {*map(look, first)}.intersection(map(look, chain.from_iterable(rest)))
    }
