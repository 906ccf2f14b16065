"""Aims printed beside their label: rows, or small tables, that begin "Priority 1 | Warm homes"."""

from collections.abc import Iterator, Sequence

from extractors.blocks import Cell
from extractors.grid import grid_of
from extractors.lines import Line
from extractors.priorities.sets import Found, FoundSet, context_score, shape_score
from extractors.priorities.text import (
    ACTION_COLUMN_RE,
    MAX_VALUE_WORDS,
    TABLE_POINTS,
    plain_text,
)
from extractors.priorities.words import COUNTED_WEIGHTS, clean_title, read_counted, read_number

MAX_HEADING_WORDS = 6  # words of a heading of an action table
MIN_ACTION_HEADINGS = 2  # who and when, or one of them and how far it is


def from_labelled_tables(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """A small table for each aim, which begins "Priority 1 | Warm homes"."""
    pool: list[tuple[str, Found, Line]] = []
    for line in lines:
        labelled = _label_rows(line)
        if len(labelled) == 1:
            pool.append((*labelled[0], line))
    for noun in dict.fromkeys(noun for noun, _, _ in pool):
        rows = tuple(one for name, one, _ in pool if name == noun)
        above = next(line.above for name, _, line in pool if name == noun)
        if len(rows) > 1:
            score = COUNTED_WEIGHTS[noun] + TABLE_POINTS + shape_score(rows, None)
            yield FoundSet(rows, score + context_score("", above, title))


def from_label_rows(line: Line) -> FoundSet | None:
    """A table with a row for each aim: "Priority 1" | "Warm homes" | text; else None."""
    labelled = _label_rows(line)
    if len(labelled) < 2:
        return None
    rows = tuple(one for _, one in labelled)
    return FoundSet(rows, COUNTED_WEIGHTS[labelled[-1][0]] + TABLE_POINTS)


def _label_rows(line: Line) -> list[tuple[str, Found]]:
    """Rows whose first cell is only a label: "Priority 1" | "Warm homes" | text; with its noun."""
    if line.table is None:
        return []
    found: list[tuple[str, Found]] = []
    squares = grid_of(line.table).squares
    acts = any(map(_heads_actions, squares[:3]))
    for row in squares:
        cells = [cell for n, cell in enumerate(row) if cell and cell.text and cell.column == n]
        counted = read_counted(cells[0].text) if cells else None
        if counted is None or counted.noun is None:
            continue
        cells = cells[:1] if acts and counted.title else cells  # what stands beside is an action
        one = _label_row(cells, counted.title, counted.label, line)
        if one is not None and all(one.label != known.label for _, known in found):
            found.append((counted.noun, one))
    return found


def _heads_actions(row: Sequence[Cell | None]) -> bool:
    """Whether a row holds short headings of who and when: the table is one of actions."""
    texts = {cell.text for cell in row if cell is not None and cell.text}
    short = [text for text in texts if len(text.split()) <= MAX_HEADING_WORDS]
    return sum(ACTION_COLUMN_RE.search(text) is not None for text in short) >= MIN_ACTION_HEADINGS


def _label_row(cells: Sequence[Cell], title: str, label: str, line: Line) -> Found | None:
    if title and len(title.split()) <= MAX_VALUE_WORDS:
        beside = cells[1] if len(cells) > 1 else None
        if beside is not None and read_number(beside.text) is not None:
            return None  # a contents page: "Priority 1: Warm homes" | "7"
        if beside is not None and read_counted(beside.text) is not None:
            return None  # panels side by side: "Priority 1 Warm homes" | "Priority 2 Courts"
        head, summary = title, None if beside is None else plain_text(beside.paragraphs)
        return Found(head, label, summary, line.block, cells[0].place)
    if title or len(cells) < 2:
        return None
    texts = [paragraph for paragraph in cells[1].paragraphs if paragraph.text]
    if not texts or len(texts[0].text.split()) > MAX_VALUE_WORDS:
        return None
    summary = plain_text(texts[1:])
    if summary is None and len(cells) > 2:
        summary = plain_text(cells[2].paragraphs)
    return Found(clean_title(texts[0].text), label, summary, line.block, cells[1].place)
