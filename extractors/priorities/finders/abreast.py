"""Aims printed side by side: a bold title in each column, and what it means below it.

Such panels are read as a table, of which each line of a title may be a row: "A fair and caring" |
"A clean borough", then "borough" | "Streets are what people see".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.headings import read_heading
from extractors.grid import grid_of
from extractors.lines import Line
from extractors.priorities.finders.panels import MAX_PANEL_CELLS, MAX_TITLE_WORDS
from extractors.priorities.sets import USUAL, Found, FoundSet
from extractors.priorities.text import NOT_PARENT_RE, TABLE_POINTS, below_priorities
from extractors.priorities.words import clean_title, read_number

MIN_TEXT_WORDS = 3  # words below a title that say what it means


@dataclass(slots=True)
class _Panel:
    """The number above a title, the bold paragraphs of the title and the texts below it.

    Those that are no list items are ``plain``: "what we will do" is no summary.
    """

    number: str | None = None
    title: list[Paragraph] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)


def from_columns_abreast(line: Line) -> FoundSet | None:
    """The aims of a table whose columns, or counted rows, are titles with their texts; else None.

    Nothing but the heading above it tells such a table from one with a row of headings: it names
    priorities, and no title is a known heading.
    """
    table = line.table
    if table is None or len(table.cells) > MAX_PANEL_CELLS or not below_priorities(line):
        return None
    if any(cell.column_span > 1 for cell in table.cells):
        return None
    for panels in (_in_columns(table), _in_rows(table), _beside_texts(table, line.above[-1])):
        if panels and all(map(_is_aim, panels)):
            return FoundSet(tuple(_found(panel, line) for panel in panels), TABLE_POINTS)
    return None


def _in_columns(table: Table) -> list[_Panel]:
    """The panels of each column, those of one height left to right; [] where they are not even."""
    cells = sorted(table.cells, key=lambda cell: cell.row)
    columns = [
        _panels(cell for cell in cells if cell.column == column)
        for column in range(table.column_count)
    ]
    counts = [len(panels) for panels in columns]
    even = len(columns) > 1 and max(counts) - min(counts) < 2 and sum(counts) in USUAL
    rows = zip_longest(*columns) if even else ()
    return [panel for row in rows for panel in row if panel is not None]


def _in_rows(table: Table) -> list[_Panel]:
    """The panels of rows that are counted from 1: "1" | "Warm homes", and what that means."""
    cells = sorted(table.cells, key=lambda cell: cell.column)
    rows = [_panels(c for c in cells if c.row == row) for row in range(table.row_count)]
    panels = [panel for row in rows for panel in row]
    numbers = [read_number(panel.number or "") for panel in panels]
    return panels if numbers == list(range(1, table.row_count + 1)) else []


def _beside_texts(table: Table, above: str) -> list[_Panel]:
    """The rows of two cells, a title and what it means: a list of definitions; else none.

    Not below "How we chose our priorities", where the rows may tell of anything.
    """
    rows = grid_of(table).squares
    if table.column_count != 2 or table.row_count not in USUAL or NOT_PARENT_RE.search(above):
        return []
    panels = [
        _Panel(None, list(head.paragraphs), [text.text], [text.text])
        for head, text in rows
        if head is not None and text is not None and len(head.text) < len(text.text)
    ]
    return panels if len(panels) == table.row_count else []


def _panels(column: Iterable[Cell]) -> list[_Panel]:
    """What the cells of one column, or row, hold one after another."""
    panels = [_Panel()]
    for paragraph in (paragraph for cell in column for paragraph in cell.paragraphs):
        number = read_number(paragraph.text)
        if panels[-1].texts and (paragraph.bold or number is not None):
            panels.append(_Panel())
        if number is not None and not panels[-1].title:
            panels[-1].number = paragraph.text.strip("().:")
        elif paragraph.bold:
            panels[-1].title.append(paragraph)
        elif paragraph.text:
            panels[-1].texts.append(paragraph.text)
            panels[-1].plain += [paragraph.text] if paragraph.marker is None else []
    return panels


def _is_aim(panel: _Panel) -> bool:
    title = " ".join(paragraph.text for paragraph in panel.title)
    said = len(" ".join(panel.texts).split()) >= MIN_TEXT_WORDS
    known = read_heading(title)
    return said and 0 < len(title.split()) <= MAX_TITLE_WORDS and not (known and known.sure)


def _found(panel: _Panel, line: Line) -> Found:
    title = clean_title(" ".join(paragraph.text for paragraph in panel.title))
    text = " ".join(panel.plain) or None
    return Found(title, panel.number, text, line.block, panel.title[0].place)
