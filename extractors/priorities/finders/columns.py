"""Aims printed in a column of a table: below "Priority", or below "Theme" in a plan's actions."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_number
from extractors.columns.headings import read_heading
from extractors.columns.heads import is_heading_row
from extractors.grid import Grid, grid_of, text_of, title_and_rest
from extractors.lines import Line
from extractors.phrases import one_of
from extractors.priorities.sets import Found, FoundSet
from extractors.priorities.text import ACTION_COLUMN_RE, MAX_VALUE_WORDS, TABLE_POINTS, plain_text
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
from extractors.rows import WHO_AND_WHEN
from extractors.sections import lists_aims

_SINGULAR = "|".join(sorted(NOUN_WEIGHTS, key=len, reverse=True))
PRIORITY_COLUMN_RE = re.compile(
    rf"^{ADJECTIVES}{{0,3}}(?P<noun>{PLURAL}|{_SINGULAR})(?:\s+(?:areas?|themes?|titles?|names?))?\s*:?$",
    re.IGNORECASE,
)
COUNTER_COLUMN_RE = re.compile(r"^(?:no\.?|number|#|ref\.?|code|)$", re.IGNORECASE)
TITLE_COLUMN_RE = re.compile(r"^(?:titles?|names?|description|focus)\b", re.IGNORECASE)
CODE_RE = re.compile(r"[A-Z]{1,3}\s?\d{1,2}")  # "SP1" counts as "1" does
OTHER_TABLE_RE = re.compile(
    rf"\b(?:{one_of('other table')}|(?:19|20)\d\d)\b|%|\u00a3", re.IGNORECASE
)
LEVELS = frozenset(
    {"high", "medium", "low", "h", "m", "l", "tbc", "urgent", "critical", "essential"}
)
AIM_COLUMN_NOUNS = ("priority", "priority area", "priority theme", "theme", "pillar", "strand")
"""Columns of an action table that hold the aim; "Objective" there is the row's own."""


def from_column(line: Line) -> FoundSet | None:
    """A column headed "Priority" or "Our aims", each aim once; None where no heading says so."""
    table = line.table
    if table is None:
        return None
    grid = grid_of(table)
    rows = grid.squares
    header_at = next((n for n, row in enumerate(rows[:3]) if _aim_column(row) is not None), None)
    if header_at is None or _stands_above_heads(grid, header_at):
        return None
    header = rows[header_at]
    texts = [cell.text if cell else "" for cell in header]
    column, noun = _aim_column(header) or (0, "")
    body = header_at + (header[column] or table.cells[0]).row_span  # heads may be of two rows
    heads = [cell.text for row in rows[header_at + 1 : body] for cell in row if cell]
    others = [text for n, text in enumerate(texts) if n != column] + heads
    if any(map(_is_of_another_table, others)) or len(table.cells) < 4:
        return None
    is_action_table = any(ACTION_COLUMN_RE.search(text) for text in others)
    if is_action_table and noun not in AIM_COLUMN_NOUNS:
        return None
    if not is_action_table and not all(map(COUNTER_COLUMN_RE.match, texts[:column])):
        return None  # "Request | Department | Outcome": what became of the subject of the row
    found = _aims_in(rows[body:], column, texts, line, with_summary=not is_action_table)
    if len(found) < 2 or _merely_marks(found) or _merely_labels(found) or _counts(found):
        return None
    return FoundSet(tuple(found), NOUN_WEIGHTS[noun] + TABLE_POINTS)


def _stands_above_heads(grid: Grid, row: int) -> bool:
    """Whether a label with its value stands above headings: "Objectives" above "Action | Lead"."""
    below = row + 1
    if below == grid.table.row_count or not is_heading_row(grid, below):
        return False
    return all(cell.row_span == 1 for cell in grid.own(row)) and all(map(text_of, grid.own(below)))


def _aim_column(row: Sequence[Cell | None]) -> tuple[int, str] | None:
    """The column whose heading is a word for aims, and the word; None without one."""
    filled = [cell for cell in row if cell is not None and cell.text]
    if len(filled) < 2 or any(read_number(cell.text) is not None for cell in filled):
        return None  # "Our priorities | 4" is a line of a contents page
    for number, cell in enumerate(row):
        if cell is None or cell.column != number:
            continue
        found = PRIORITY_COLUMN_RE.match(cell.text)
        if found is not None:
            noun = found["noun"].lower()
            return number, PLURALS.get(noun, noun)
    return None


def _aims_in(
    rows: Sequence[Sequence[Cell | None]],
    column: int,
    header: Sequence[str],
    line: Line,
    *,
    with_summary: bool,
) -> list[Found]:
    """Each aim of a column once; what stands beside an empty cell goes on with the row above it."""
    found: list[Found] = []
    for row in rows:
        one = _column_row(row, column, header, line, with_summary=with_summary)
        if one is not None and all(one.title != known.title for known in found):
            found.append(one)
        elif found and found[-1].summary and not text_of(row[column]):
            texts = (found[-1].summary, _text_beside(row, column, header))
            found[-1] = replace(found[-1], summary=" ".join(filter(None, texts)))
    return found


def _column_row(
    row: Sequence[Cell | None],
    column: int,
    header: Sequence[str],
    line: Line,
    *,
    with_summary: bool,
) -> Found | None:
    cell = row[column]
    filled = [paragraph for paragraph in cell.paragraphs if paragraph.text] if cell else []
    if cell is None or not filled or PRIORITY_COLUMN_RE.match(cell.text):
        return None
    head, rest = _head_and_rest(cell, filled)
    if len(head.split()) > MAX_VALUE_WORDS:
        return None
    counted = read_counted(head) or read_numbered(head)
    if counted is not None and not counted.title and rest:
        title, rest = clean_title(rest[0].text), rest[1:]
    elif counted is not None and counted.title:
        title = counted.title
    else:
        title = clean_title(head)
    label = counted.label if counted is not None else _counter(row, column, header)
    beside = next((c for c in row[column + 1 :] if c and c.text), None)
    if beside is not None and _counts_alone(title, beside, header, told=with_summary):
        label, title, column = label or title, clean_title(beside.text), beside.column
    summary = " ".join(p.text for p in rest if p.marker is None) or None
    if with_summary and summary is None:
        summary = _text_beside(row, column, header)
    return Found(title, label, summary, line.block, cell.place) if title else None


def _counts_alone(title: str, beside: Cell, header: Sequence[str], *, told: bool) -> bool:
    """Whether the title stands beside its count: "Priority 1 | Warm homes", or "1" below "Theme".

    A bare figure may be a rank ("Priority | Scheme"), so that "Title" must head what is beside it.
    """
    figure = read_number(title) is not None
    return not title or (
        told and figure and TITLE_COLUMN_RE.match(header[beside.column]) is not None
    )


def _head_and_rest(cell: Cell, filled: Sequence[Paragraph]) -> tuple[str, list[Paragraph]]:
    """The title of an aim and what its cell says of it: behind bold letters, or on other lines."""
    head, rest = title_and_rest(cell)
    return (head, rest) if rest else (filled[0].printed, [*filled[1:]])


def _counter(row: Sequence[Cell | None], column: int, header: Sequence[str]) -> str | None:
    for cell, heading in zip(row[:column], header[:column], strict=True):
        if cell is None or not COUNTER_COLUMN_RE.match(heading):
            continue
        if read_number(cell.text) is not None or CODE_RE.fullmatch(cell.text):
            return cell.text.strip("().:")
    return None


def _text_beside(row: Sequence[Cell | None], column: int, header: Sequence[str]) -> str | None:
    """What the next cell says of an aim; who answers for it, or a list for it, is no summary."""
    cell = next((c for c in row[column + 1 :] if c is not None and c is not row[column]), None)
    known = read_heading(header[cell.column]) if cell is not None else None
    if known is not None and known.sure and known.line.field in WHO_AND_WHEN:
        return None
    if cell is not None and lists_aims(f"{header[cell.column]}:"):
        return plain_text(cell.paragraphs)
    texts = [] if cell is None else [p.text for p in cell.paragraphs if p.text]
    return " ".join(texts) or None


def _is_of_another_table(heading: str) -> bool:
    """Whether a heading beside the aims is of statistics or a consultation: "What we heard"."""
    meaning = read_heading(heading)
    against = meaning is not None and meaning.sure and meaning.line.field == "against"
    return against or OTHER_TABLE_RE.search(heading) is not None


def _merely_marks(rows: Sequence[Found]) -> bool:
    """H, M, L or numbers: an urgency column, not aims."""
    levels = {row.title.lower() for row in rows} & LEVELS
    short = sum(len(row.title) <= 3 or row.title.lower() in LEVELS for row in rows)
    return short * 2 >= len(rows) or len(levels) > 1  # between bands, which are no levels


def _counts(rows: Sequence[Found]) -> bool:
    """Figures beside the aims: how many chose each, and no plan's table of them."""
    return sum(is_number(row.summary or "") for row in rows) * 2 > len(rows)


def _merely_labels(rows: Sequence[Found]) -> bool:
    """The labels of a form and not aims: "Lead", "Milestones", "End date" below "Commitment"."""
    labels = [row for row in rows if (known := read_heading(row.title)) and known.sure]
    return len(labels) * 2 > len(rows)
