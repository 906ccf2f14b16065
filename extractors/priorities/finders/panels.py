"""Aims printed on numbered panels: cells of a layout table, or a number above each title."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.blocks import Cell
from extractors.grid import Grid, grid_of
from extractors.lines import Line
from extractors.priorities.sets import Found, FoundSet, context_score, shape_score
from extractors.priorities.text import TABLE_POINTS, below_priorities, label_before, plain_text
from extractors.priorities.words import (
    NOUN_WEIGHTS,
    clean_title,
    read_counted,
    read_number,
    read_numbered,
)
from extractors.rows import WHO_AND_WHEN

CARD = WHO_AND_WHEN | {"activity"}  # fields of labels that begin a card
MAX_PANEL_CELLS = 60  # cells; larger tables hold data, not panels
MAX_TITLE_WORDS = 14  # words of a panel's title
PANEL_SHARE = 0.4  # of the filled cells; half where each text has a cell below its panel's title


def from_number_panels(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Panels printed as text: a line "01", a line with the title, then the text."""
    run: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        number = read_number(line.text) if line.table is None else None
        if number is None or index + 1 >= len(lines):
            continue
        if run and number != run[-1][1] + 1:
            lost = number == run[-1][1] + 2  # a page break may part a number from its panel
            yield from () if lost else _panel_set(lines, run, title)
            run = []
        if run or number == 1:
            run.append((index, number))
    yield from _panel_set(lines, run, title)


def _panel_set(
    lines: Sequence[Line], run: Sequence[tuple[int, int]], title: str | None
) -> Iterator[FoundSet]:
    rows = [row for index, _ in run if (row := _panel_row(lines, index)) is not None]
    if len(rows) < 2 or len(rows) < len(run):
        return
    line = lines[run[0][0]]
    points = NOUN_WEIGHTS["priority"] if below_priorities(line) else 0
    score = points + TABLE_POINTS + shape_score(rows, None)
    yield FoundSet(tuple(rows), score + context_score("", line.above, title))


def _panel_row(lines: Sequence[Line], index: int) -> Found | None:
    line, head = lines[index], lines[index + 1]
    if head.table is not None or len(head.text.split()) > MAX_TITLE_WORDS or head.marker:
        return None
    if label_before(head.text) in CARD:
        return None  # "1" above "Action: Open a refuge"
    texts: list[str] = []
    for below in lines[index + 2 :]:
        if not below.is_text or below.marker or read_number(below.text) is not None:
            break
        texts.append(below.text)
    summary = " ".join(texts) or None
    return Found(clean_title(head.text), line.text.strip("().:"), summary, line.block, head.place)


def from_panels(line: Line) -> FoundSet | None:
    """A layout table whose cells each begin with a number and a title."""
    if line.table is None or len(line.table.cells) > MAX_PANEL_CELLS:
        return None
    cells = [cell for cell in line.table.cells if cell.text]
    panels = [(cell, *found) for cell in cells if (found := _panel(cell, line)) is not None]
    panels.sort(key=lambda panel: panel[1])
    numbers = [number for _, number, _ in panels]
    if len(panels) < 2 or numbers != list(range(1, len(panels) + 1)):
        return None
    if len(panels) < PANEL_SHARE * len(cells):
        return None  # "1 day" and "2 hours" in a column of courses
    grid, taken = grid_of(line.table), [cell for cell, _, _ in panels]
    rows = (_with_text_below(found, cell, grid, taken) for cell, _, found in panels)
    return FoundSet(tuple(rows), TABLE_POINTS)


def _with_text_below(found: Found, cell: Cell, grid: Grid, taken: Sequence[Cell]) -> Found:
    """A panel of a title alone with what the cell below it says, where no panel stands there."""
    row = cell.row + cell.row_span
    if found.summary is not None or row >= grid.table.row_count:
        return found
    below = grid.at(row, cell.column)
    if below is None or below in taken or below.column_span != cell.column_span:
        return found
    return replace(found, summary=plain_text(below.paragraphs))


def _panel(cell: Cell, line: Line) -> tuple[int, Found] | None:
    texts = [paragraph for paragraph in cell.paragraphs if paragraph.text]
    if not texts:
        return None
    head = texts[0]
    alone = read_number(head.text)
    if alone is not None and head.marker is None and len(texts) > 1:
        label, title, rest = head.text.strip("().:"), texts[1].text, texts[2:]
        number = alone
    else:
        counted = read_counted(head.printed) or read_numbered(head.printed)
        if counted is None:
            return None
        label, title, rest, number = counted.label, counted.title, texts[1:], counted.number
        if not title and rest:
            title, rest = rest[0].text, rest[1:]
    if not title or len(title.split()) > MAX_TITLE_WORDS:
        return None
    summary = plain_text(rest)
    return number, Found(clean_title(title), label, summary, line.block, cell.place)
