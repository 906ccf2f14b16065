"""Aims in one row of a plan on a page: "Priorities | Warm homes | Clean travel | Fair work"."""

import re
from collections.abc import Sequence

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import names_time
from extractors.columns.headings import read_heading
from extractors.grid import grid_of
from extractors.lines import Line
from extractors.phrases import one_of
from extractors.priorities.finders.columns import PRIORITY_COLUMN_RE
from extractors.priorities.finders.lists import split_titles
from extractors.priorities.sets import USUAL, FoundSet
from extractors.priorities.text import MAX_VALUE_WORDS, PARENT_POINTS, TABLE_POINTS
from extractors.priorities.words import NOUN_WEIGHTS, PLURALS

OTHER_ROW_RE = re.compile(  # what else such a page names at its left
    rf"(?:(?:our|the|key|core|guiding|shared)\s+)*{one_of('beside priorities')}\s*:?", re.IGNORECASE
)


def from_named_row(line: Line) -> FoundSet | None:
    """The cells, or the items of the one cell, at the right of "Priorities"; else None.

    "Vision", "Values" or the like stand at the left of another row: no row of heads is taken.
    """
    if line.table is None:
        return None
    rows = [_cells(row) for row in grid_of(line.table).squares]
    if not any(row and OTHER_ROW_RE.fullmatch(row[0].text) for row in rows):
        return None
    for first, *rest in filter(None, rows):
        found = PRIORITY_COLUMN_RE.match(first.text)
        noun = PLURALS.get(found["noun"].lower()) if found is not None else None
        aims = split_titles(_items(rest, line)) if noun is not None else ()
        if noun is None or len(aims) < USUAL.start:
            continue
        if all(len(aim.title.split()) <= MAX_VALUE_WORDS for aim in aims) and not any(
            _heads(aim.title) for aim in aims
        ):
            return FoundSet(aims, NOUN_WEIGHTS[noun] + TABLE_POINTS + PARENT_POINTS)
    return None


def _heads(title: str) -> bool:
    """Whether what stands right of "Priorities" heads a column: "Lead", "Q1", "2026/27"."""
    known = read_heading(title)
    return names_time(title) or (known is not None and known.sure)


def _cells(row: Sequence[Cell | None]) -> list[Cell]:
    """The filled cells of a row, each once."""
    return [cell for n, cell in enumerate(row) if cell and cell.text and cell.column == n]


def _items(cells: Sequence[Cell], line: Line) -> list[tuple[Line, list[str]]]:
    """What each cell names, with its further texts; of a cell that is alone, each paragraph."""
    texts = [[one for one in cell.paragraphs if one.text] for cell in cells]
    if len(texts) == 1:
        return [(_line(one, line), []) for one in texts[0]]
    return [(_line(one[0], line), [other.text for other in one[1:]]) for one in texts if one]


def _line(one: Paragraph, line: Line) -> Line:
    return Line(one.text, line.block, one.place, None, one.marker, one.level, one.lead_in, one.bold)
