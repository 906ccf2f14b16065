"""Aims printed in tables: a column of priorities, numbered panels, label and title rows."""

import re
from collections.abc import Iterator, Sequence

from extractors.blocks import Cell, Paragraph
from extractors.grid import grid_of
from extractors.lines import Line
from extractors.priorities.sets import Found, FoundSet, context_score, shape_score
from extractors.priorities.words import (
    ADJECTIVES,
    NOUN_WEIGHTS,
    PLURAL,
    PLURALS,
    clean_title,
    read_counted,
    read_number,
    read_numbered,
)

MAX_PANEL_CELLS = 60  # cells; larger tables hold data, not panels
PANEL_POINTS = 2  # points for numbered panels side by side
MAX_VALUE_WORDS = 20  # words of a cell that names an aim
MAX_HEADING_WORDS = 6  # words of a heading of an action table
MIN_ACTION_HEADINGS = 2  # who and when, or one of them and how far it is
MAX_TITLE_WORDS = 14  # words of a panel's title
_SINGULAR = "|".join(sorted(NOUN_WEIGHTS, key=len, reverse=True))
PRIORITY_COLUMN_RE = re.compile(
    rf"^{ADJECTIVES}{{0,3}}(?P<noun>{PLURAL}|{_SINGULAR})(?:\s+(?:areas?|themes?|titles?|names?))?\s*:?$",
    re.IGNORECASE,
)
COUNTER_COLUMN_RE = re.compile(r"^(?:no\.?|number|#|ref\.?|)$", re.IGNORECASE)
ACTION_COLUMN_RE = re.compile(
    r"\b(?:lead|owner|who|responsib\w+|when|deadline|due|timescales?|by|status|rag|progress|start|end|"
    r"deliver\s+by|target\s+date|timeline|officer|completion)\b",
    re.IGNORECASE,
)
OTHER_TABLE_RE = re.compile(
    r"\b(?:likelihood|impact\s+score|risk|budget|cost|baseline|responses?|%|per\s*cent|number\s+of|"
    r"rank(?:ing)?|votes?|national|government|other\s+strateg\w+|19\d\d|20\d\d)\b|%|\u00a3",
    re.IGNORECASE,
)
AIM_COLUMN_NOUNS = ("priority", "priority area", "priority theme", "theme", "pillar", "strand")
"""Columns of an action table that hold the aim; "Objective" there is the row's own."""


def from_tables(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Tables with a column of priorities, rows "Priority 1 | Warm homes", and numbered panels."""
    for index, line in enumerate(lines):
        if line.table is None:
            continue
        context = context_score(_text_before(lines, index), line.above, title)
        for found in (_from_column(line), _from_label_rows(line), _from_panels(line)):
            if found is not None:
                points = NOUN_WEIGHTS["priority"] if _below_priorities(line) else 0
                extra = points if found.score < NOUN_WEIGHTS["priority"] + PANEL_POINTS else 0
                yield FoundSet(
                    found.rows, found.score + context + extra + shape_score(found.rows, None)
                )


def from_number_panels(lines: Sequence[Line], title: str | None) -> Iterator[FoundSet]:
    """Panels printed as text: a line "01", a line with the title, then the text."""
    run: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        number = read_number(line.text) if line.table is None else None
        if number is None or index + 1 >= len(lines):
            continue
        if run and number != run[-1][1] + 1:
            yield from _panel_set(lines, run, title)
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
    points = NOUN_WEIGHTS["priority"] if _below_priorities(line) else 0
    score = points + PANEL_POINTS + shape_score(rows, None)
    yield FoundSet(tuple(rows), score + context_score("", line.above, title))


def _panel_row(lines: Sequence[Line], index: int) -> Found | None:
    line, head = lines[index], lines[index + 1]
    if head.table is not None or len(head.text.split()) > MAX_TITLE_WORDS or head.marker:
        return None
    texts: list[str] = []
    for below in lines[index + 2 :]:
        if not below.is_text or below.marker or read_number(below.text) is not None:
            break
        texts.append(below.text)
    summary = " ".join(texts) or None
    return Found(clean_title(head.text), line.text.strip("().:"), summary, line.block, head.place)


def _from_column(line: Line) -> FoundSet | None:
    table = line.table
    if table is None:
        return None
    rows = grid_of(table).squares
    header_at = next((n for n, row in enumerate(rows[:3]) if _aim_column(row) is not None), None)
    if header_at is None:
        return None
    header = rows[header_at]
    texts = [cell.text if cell else "" for cell in header]
    column, noun = _aim_column(header) or (0, "")
    others = [text for n, text in enumerate(texts) if n != column]
    if any(OTHER_TABLE_RE.search(text) for text in others) or len(table.cells) < 4:
        return None
    is_action_table = any(ACTION_COLUMN_RE.search(text) for text in others)
    if is_action_table and noun not in AIM_COLUMN_NOUNS:
        return None
    found: list[Found] = []
    for row in rows[header_at + 1 :]:
        one = _column_row(row, column, texts, line, with_summary=not is_action_table)
        if one is not None and all(one.title != known.title for known in found):
            found.append(one)
    if len(found) < 2 or _merely_marks(found):
        return None
    return FoundSet(tuple(found), NOUN_WEIGHTS[noun] + PANEL_POINTS)


def _aim_column(row: Sequence[Cell | None]) -> tuple[int, str] | None:
    """The column whose heading is a word for aims, and the word; None without one."""
    filled = [cell for cell in row if cell is not None and cell.text]
    if len(filled) < 2:
        return None
    for number, cell in enumerate(row):
        if cell is None or cell.column != number:
            continue
        found = PRIORITY_COLUMN_RE.match(cell.text)
        if found is not None:
            noun = found["noun"].lower()
            return number, PLURALS.get(noun, noun)
    return None


def _column_row(
    row: Sequence[Cell | None],
    column: int,
    header: Sequence[str],
    line: Line,
    *,
    with_summary: bool,
) -> Found | None:
    cell = row[column]
    if cell is None or not cell.text or PRIORITY_COLUMN_RE.match(cell.text):
        return None
    head, *rest = [paragraph for paragraph in cell.paragraphs if paragraph.text]
    if len(head.text.split()) > MAX_VALUE_WORDS:
        return None
    counted = read_counted(head.printed) or read_numbered(head.printed)
    if counted is not None and not counted.title and rest:
        title, rest = clean_title(rest[0].text), rest[1:]
    elif counted is not None and counted.title:
        title = counted.title
    else:
        title = clean_title(head.text)
    label = counted.label if counted is not None else _counter(row, column, header)
    if counted is not None and not title:
        after = next((c for c in row[column + 1 :] if c and c.text), None)
        title = clean_title(after.text) if after else ""
        return Found(title, label, None, line.block, cell.place) if title else None
    summary = " ".join(p.text for p in rest if p.marker is None) or None
    if with_summary and summary is None:
        summary = _text_beside(row, column)
    return Found(title, label, summary, line.block, cell.place) if title else None


def _counter(row: Sequence[Cell | None], column: int, header: Sequence[str]) -> str | None:
    for cell, heading in zip(row[:column], header[:column], strict=True):
        if cell is not None and COUNTER_COLUMN_RE.match(heading):
            number = read_number(cell.text)
            if number is not None:
                return cell.text.strip("().:")
    return None


def _text_beside(row: Sequence[Cell | None], column: int) -> str | None:
    cell = next((c for c in row[column + 1 :] if c is not None and c is not row[column]), None)
    texts = [] if cell is None else [p.text for p in cell.paragraphs if p.text]
    return " ".join(texts) or None


def _from_label_rows(line: Line) -> FoundSet | None:
    """Rows whose first cell is only a label: "Priority 1" | "Warm homes" | text."""
    if line.table is None:
        return None
    found: list[Found] = []
    noun = ""
    squares = grid_of(line.table).squares
    acts = any(map(_heads_actions, squares[:3]))
    for row in squares:
        cells = [cell for n, cell in enumerate(row) if cell and cell.text and cell.column == n]
        counted = read_counted(cells[0].text) if cells else None
        if counted is None or counted.noun is None:
            continue
        cells = cells[:1] if acts and counted.title else cells  # what stands beside is an action
        one = _label_row(cells, counted.title, counted.label, line)
        if one is not None and all(one.label != known.label for known in found):
            noun = counted.noun
            found.append(one)
    if len(found) < 2:
        return None
    return FoundSet(tuple(found), NOUN_WEIGHTS[noun] + PANEL_POINTS)


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
        head, summary = title, None if beside is None else _plain_text(beside.paragraphs)
        return Found(head, label, summary, line.block, cells[0].place)
    if title or len(cells) < 2:
        return None
    texts = [paragraph for paragraph in cells[1].paragraphs if paragraph.text]
    if not texts or len(texts[0].text.split()) > MAX_VALUE_WORDS:
        return None
    summary = _plain_text(texts[1:])
    if summary is None and len(cells) > 2:
        summary = _plain_text(cells[2].paragraphs)
    return Found(clean_title(texts[0].text), label, summary, line.block, cells[1].place)


def _from_panels(line: Line) -> FoundSet | None:
    """A layout table whose cells each begin with a number and a title."""
    if line.table is None or len(line.table.cells) > MAX_PANEL_CELLS:
        return None
    panels = [found for cell in line.table.cells if (found := _panel(cell, line)) is not None]
    panels.sort(key=lambda pair: pair[0])
    numbers = [number for number, _ in panels]
    if len(panels) < 2 or numbers != list(range(1, len(panels) + 1)):
        return None
    return FoundSet(tuple(found for _, found in panels), PANEL_POINTS)


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
    summary = _plain_text(rest)
    return number, Found(clean_title(title), label, summary, line.block, cell.place)


def _plain_text(paragraphs: Sequence[Paragraph]) -> str | None:
    """The paragraphs before the first list item; None where a list follows at once."""
    texts: list[str] = []
    for paragraph in paragraphs:
        if paragraph.marker is not None:
            break
        if paragraph.text:
            texts.append(paragraph.text)
    return " ".join(texts) or None


def _merely_marks(rows: Sequence[Found]) -> bool:
    """H, M, L or numbers: an urgency column, not aims."""
    short = sum(len(row.title) <= 3 or row.title.lower() in _LEVELS for row in rows)
    return short * 2 >= len(rows)


_LEVELS = {"high", "medium", "low", "h", "m", "l", "tbc", "urgent", "critical", "essential"}


def _below_priorities(line: Line) -> bool:
    return bool(line.above) and re.search(rf"\b(?:{PLURAL})\b", line.above[-1], re.I) is not None


def _text_before(lines: Sequence[Line], index: int) -> str:
    return lines[index - 1].text if index and lines[index - 1].is_text else ""
