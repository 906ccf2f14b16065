"""Tables that are forms: one action each, one after another, side by side or in columns.

Knows tables and labels; knows nothing of formats.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from extractors.blocks import Cell
from extractors.columns.claims import NOT_FIELDS
from extractors.columns.contents import is_ref
from extractors.columns.headings import Meaning
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.forms.inner_tables import heads_grid, inner_rows, is_inner
from extractors.layouts.forms.next_forms import (
    begins_form,
    continues,
    lines_in,
    names_next,
    parts_forms,
)
from extractors.layouts.labels.cards import (
    Card,
    Line,
    are_of_no_plan,
    inline_meaning,
    is_sure,
    label_of,
    line_of,
    row_lines,
    start_meaning,
    without_rest,
)
from extractors.layouts.labels.form_refs import bare_ref, own_ref
from extractors.layouts.labels.row_labels import MIN_FIELDS, heads_steps, is_form_over
from extractors.rows import WHO_AND_WHEN
from extractors.sections import section_from

HEAD_ROWS = 6  # rows; where the headings of a grid may stand
LABELLED = 0.5  # labels that are known, for each row of a form; a strip of them is one row
NO_LABELS = NOT_FIELDS | {"section"}
PART_RE = re.compile(  # "Section 2: Delivery" is a part of a form, "Section 21 evictions" a subject
    r"(?i:section|part)\s+(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})\s*(?:$|[:.)\-\u2013\u2014]|(?=[A-Z]))"
)
JUDGED_ROWS = 2_000  # rows by which a table is judged; a longer one need not be looked at whole


def cards_of(grid: Grid, least: int = MIN_FIELDS, *, promised: bool = False) -> list[Card]:
    """Read a table as forms, one after another or side by side; [] when it is none.

    ``least`` is how many fields its labels name: one less below a heading that says the action, as
    ``promised`` tells, and where several tables of the document have the same labels.
    """
    table = grid.table
    if table.row_count < 2 and least == MIN_FIELDS:
        return []
    rows = [row for row in range(table.row_count) if grid.texts(row) and not _parts(grid, row)]
    if _has_heads(grid, rows[:HEAD_ROWS]) or not _is_form(
        grid, rows[:JUDGED_ROWS], least, promised=promised
    ):
        return []
    if _is_transposed(grid, rows):
        cards = _columns_as_cards(grid, rows)
    else:
        cards = without_rest(_rows_as_cards(grid, rows))
    return [card for card in cards if card.lines]


def _parts(grid: Grid, row: int) -> bool:
    """Whether a row only names a part of a form: "Section 2: Delivery", which is no label."""
    return len(texts := grid.texts(row)) == 1 and PART_RE.match(texts[0]) is not None


def _has_heads(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether one of the rows heads a grid, and no small table inside a form."""
    head = next((row for row in rows if heads_grid(grid, row)), None)
    return head is not None and not heads_steps(grid, [head]) and not is_form_over(grid, head)


def _is_form(grid: Grid, rows: Sequence[int], least: int, *, promised: bool) -> bool:
    pairs = zip(rows, [*rows[1:], None], strict=False)  # no row, no pair
    small = inner_rows(grid, rows)
    kept = [row for row, after in pairs if row not in small and not _heads_rows(grid, row, after)]
    firsts = [grid.own(row) for row in kept]
    starts = [next((text_of(c) for c in cells if text_of(c)), "") for cells in firsts if cells]
    meanings = [m for text in starts if (m := start_meaning(text)) is not None]
    fields = {m.line.field for m in meanings} - NO_LABELS
    inner = {m.line.field for m in _inner_labels(grid, rows)} - NO_LABELS
    if len(fields | inner) < least or not fields & {"lead", "due", "activity", "objective"}:
        return False
    sure = {meaning.line.field for meaning in meanings if meaning.sure} | inner
    if not sure & (WHO_AND_WHEN | {"activity"}):
        return False  # "A good start", "Those who served": titles of aims hold words of labels
    count = len(meanings) + _in_strips(grid, kept)
    labelled = count >= LABELLED * len(starts) or least < MIN_FIELDS - 1
    named = [*(meaning.line.field for meaning in meanings), *inner]
    said = least < MIN_FIELDS or named[:1] != ["against"]
    return labelled and not are_of_no_plan(named, said=said, promised=promised)


def _in_strips(grid: Grid, rows: Iterable[int]) -> int:
    """Labels behind the first of rows that hold nothing else: "Lead: Hub | By when: May 2026"."""
    meanings = ([inline_meaning(text) for text in grid.texts(row)] for row in rows)
    return sum(len(strip) - 1 for strip in meanings if strip and None not in strip)


def _heads_rows(grid: Grid, row: int, after: int | None) -> bool:
    """Whether a row names what is below and is no part of it: "Goal 2: Ports", "1.1 | Review".

    ``after`` is the row below; the counted rows of a grid stand below one another.
    """
    texts = grid.texts(row)
    if len(texts) == 1:
        return _names_aim(texts[0])
    return _is_counted(texts) and after is not None and not _is_counted(grid.texts(after))


def _is_counted(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and is_ref(texts[0]) and not is_sure(texts[0])


def _inner_labels(grid: Grid, rows: Iterable[int]) -> list[Meaning]:
    """Labels further right in a row: ``Lead | Police | By when | May 2025``."""
    found = []
    for row in rows:
        for cell in grid.filled(row)[1:]:
            meaning = inline_meaning(text_of(cell)) or label_of(text_of(cell))
            if meaning is not None and meaning.sure:
                found.append(meaning)
    return found


def _is_transposed(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether most labels have several values beside them, one for each action."""
    wide = 0
    labelled = 0
    for row in rows:
        cells = grid.own(row)
        if not cells or label_of(text_of(cells[0])) is None:
            continue
        labelled += 1
        values = [text_of(cell) for cell in cells[1:]]
        labelled_too = any(
            value.endswith(":") or is_sure(value) or inline_meaning(value) for value in values
        )
        wide += len(values) > 1 and not labelled_too
    return labelled > 0 and wide * 2 > labelled


def _columns_as_cards(grid: Grid, rows: Sequence[int]) -> list[Card]:
    """A transposed table: each column right of the labels is one action."""
    return [card for part in _said_again(grid, rows) for card in _cards_beside(grid, part)]


def _said_again(grid: Grid, rows: Sequence[int]) -> list[list[int]]:
    """The rows of a transposed table, parted where its labels begin again, as they do overleaf.

    A first label that comes again at once is that of a row which a page break cut.
    """
    parts: list[list[int]] = [[]]
    firsts: list[str] = []
    for row in rows:
        label = text_of(cell) if (cell := grid.at(row, 0)) is not None else ""
        if firsts and label == firsts[0] and len(set(firsts)) > 1:
            parts.append([])
            firsts = []
        parts[-1].append(row)
        firsts += [label] if label else []
    return parts


def _cards_beside(grid: Grid, rows: Sequence[int]) -> list[Card]:
    """The actions of the columns beside labels of which each is said once."""
    cards = []
    for column in range(1, grid.table.column_count):
        card = Card()
        for row in rows:
            label, value = grid.at(row, 0), grid.at(row, column)
            if label is None or value is None or label is value or label.row != row:
                continue
            if text_of(label):
                card.lines.append(line_of(text_of(label), (value,), (value,)))
            elif card.lines:
                _extend(card, [value])  # the rest of a text that rules or shading part
            elif text_of(value):
                card.title.append(value)
        if any(line.value for line in card.lines):
            cards.append(card)
    return cards


def _rows_as_cards(grid: Grid, rows: Sequence[int]) -> list[Card]:
    cards = [Card()]
    inner = False
    for place, row in enumerate(rows):
        cells = [cell for cell in grid.covering(row) if cell.row == row]
        below = rows[place + 1 :]
        if parts_forms(cards[-1], grid, cells, below):
            cards[-1].bands.extend(cell for cell in cells if text_of(cell))
            cards.append(Card())
            continue
        is_title = _is_counted_title(grid, cells, first=not cards[-1].cells)
        lines, loose = ([], cells) if is_title else row_lines(cells)
        inner = bool(cards[-1].lines) and is_inner(grid, row, cells, inner=inner)
        if inner:
            cards[-1].lines.append(_unknown(cells))
        elif cards[-1].lines and _is_part_of_label(grid, row, lines):
            _extend(cards[-1], cells)
        elif not lines and cards[-1].lines and continues(grid, row):
            _extend(cards[-1], loose)
        elif not lines and _has_begun(cards[-1]) and not names_next(cards[-1], grid, cells, below):
            cards[-1].bands.extend(loose)
        elif not lines or begins_form(cards[-1], chain([lines], lines_in(grid, below))):
            _begin_form(cards, grid, lines, loose)
        else:
            cards[-1].lines.extend(lines)
            _extend(cards[-1], loose)
    return cards


def _begin_form(cards: list[Card], grid: Grid, lines: list[Line], loose: list[Cell]) -> None:
    """Begin the next form with a row, which may say its title; a form without labels takes it."""
    if _has_begun(cards[-1]):
        cards.append(Card())
    elif loose:
        _put_aim_over(cards[-1], grid)
    cards[-1].title.extend(loose)
    cards[-1].lines.extend(lines)


def _has_begun(card: Card) -> bool:
    """Whether labels of a form stand above a row, and more than the aim that it serves."""
    return any(line.meaning is None or line.meaning.line.field != "section" for line in card.lines)


def _is_part_of_label(grid: Grid, row: int, lines: Sequence[Line]) -> bool:
    """Whether a label over several rows stands beside a row: "Other actors" | "Civil society"."""
    first = grid.at(row, 0)
    over = first is not None and first.row < row and bool(text_of(first))
    return over and not any(line.meaning for line in lines)


def _put_aim_over(card: Card, grid: Grid) -> None:
    """A row across that names an aim heads the form whose title stands below it.

    "Commitment 4" is the reference of that title.
    """
    across = len(card.title) == 1 and card.title[0].column_span == grid.table.column_count
    if across and _names_aim(text_of(card.title[0])):
        card.over.append(card.title.pop())


def _names_aim(text: str) -> bool:
    return bare_ref(text) is None and section_from(text).kind != "group"


def _is_counted_title(grid: Grid, cells: Sequence[Cell], *, first: bool) -> bool:
    """Whether a row across is a form's name and no label: "Action 1: A lighting fund".

    In the ``first`` row of one it may count an aim: "Goal 2: Ports".
    """
    across = len(cells) == 1 and cells[0].column_span == grid.table.column_count > 1
    if not across:
        return False
    label = section_from(text_of(cells[0])).label if first else None
    counted = label is not None and any(map(str.isdigit, label))
    return counted or own_ref(text_of(cells[0])) is not None


def _unknown(cells: Sequence[Cell]) -> Line:
    """A row of a small table, which is no label with its value and is told as unknown."""
    first, *rest = [cell for cell in cells if text_of(cell)]
    return Line(text_of(first), None, tuple(filled_paragraphs(rest)), tuple(cells), inner=True)


def _extend(card: Card, cells: Sequence[Cell]) -> None:
    """Add cells without a label of their own to the value above them."""
    if not cells or not card.lines:
        return
    last = card.lines[-1]
    value = (*last.value, *filled_paragraphs(cells))
    card.lines[-1] = Line(last.label, last.meaning, value, (*last.cells, *cells))
