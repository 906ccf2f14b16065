"""What stands beneath the title of a section: paragraphs, the rest of its banner, the next row."""

from collections.abc import Sequence

from extractors.blocks import Cell, Paragraph, Table
from extractors.grid import Grid, grid_of
from extractors.lines import Line
from extractors.priorities.text import said_beside, summary_below
from extractors.priorities.words import fold_title, same_title
from extractors.sections import CONTINUED_RE, Section

MIN_SUMMARY_WORDS = 8  # words of a row below a banner that is its summary and no second title
Bands = dict[str, str | None]  # the folded title of a band to what stands below it


class Printed:
    """The lines and banner cells of a document by their block, to find where a title stands.

    Filed once: seeking each of 1,000 bands from the first line on took more than 30 s.
    """

    __slots__ = ("_bands", "_lines", "_places")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._places: dict[int, list[int]] = {}
        for place, line in enumerate(lines):
            self._places.setdefault(line.block, []).append(place)
        self._bands: dict[int, list[Bands]] = {}  # made when the first section of a block is sought

    def summary_of(self, section: Section) -> str | None:
        """What stands below the title of a section; None where nothing does."""
        places = self._places.get(section.block, ())
        texts = (place for place in places if self._lines[place].table is None)
        index = next((place for place in texts if _prints(self._lines[place], section)), None)
        if index is not None:
            return summary_below(self._lines, index)
        if section.block not in self._bands:
            tables = (table for place in places if (table := self._lines[place].table))
            self._bands[section.block] = [_bands_of(table) for table in tables]
        bands = (band.get(fold_title(section.title)) for band in self._bands[section.block])
        return next((text for text in bands if text), None)


def _prints(line: Line, section: Section) -> bool:
    ends = fold_title(section.title).endswith(fold_title(line.text))
    return ends or same_title(line.text, section.title)


def _bands_of(table: Table) -> Bands:
    """The first paragraphs of a table's cells, folded, and what stands below each."""
    grid = grid_of(table)
    bands: dict[str, str | None] = {}
    for cell in table.cells:
        texts = [paragraph for paragraph in cell.paragraphs if paragraph.text]
        title = fold_title(CONTINUED_RE.sub("", texts[0].printed)) if texts else ""
        if title and title not in bands:
            bands[title] = _below_band(cell, texts[1:], grid)
    return bands


def _below_band(cell: Cell, further: Sequence[Paragraph], grid: Grid) -> str | None:
    """The further paragraphs of the banner cell that prints the title, else the row below it."""
    plain = [paragraph.text for paragraph in further if paragraph.marker is None]
    below = cell.row + cell.row_span
    if plain or below >= grid.table.row_count:
        return " ".join(plain) or None
    return _whole_row(grid.covering(below)) or said_beside(grid, below)


def _whole_row(cells: Sequence[Cell]) -> str | None:
    """The text of a row that is one cell, where it is long enough to be a summary.

    A bold one is a second title unless it is a sentence: rows repeated over pages are often bold.
    """
    if len(cells) != 1 or len(cells[0].text.split()) < MIN_SUMMARY_WORDS:
        return None
    if cells[0].bold and not cells[0].text.endswith("."):
        return None
    return cells[0].text
