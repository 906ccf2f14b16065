"""Where the next of several forms in one table begins.

Nothing but its labels tells it: they are said again, in the same words or in others ("Action no."
after "Reference"), or a row across names the next form. Knows cards and grids; knows nothing of
formats.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from extractors.blocks import Cell
from extractors.columns.contents import is_promise, is_ref
from extractors.columns.refs import split_title
from extractors.grid import Grid, text_of
from extractors.layouts.labels.cards import Card, Line, row_lines
from extractors.layouts.labels.form_refs import own_ref
from extractors.sections import section_from

FIRST = frozenset({"ref", "activity"})  # fields with which a form begins
ASKED = frozenset({"lead", "due"})  # fields that a form says once


def parts_forms(card: Card, grid: Grid, cells: Sequence[Cell], rows: Sequence[int]) -> bool:
    """Whether a row is an aim alone, "Goal 2: Ports", below which a form begins as this one did.

    "Commitment 2: Ports" is the next form's name where this one has such a name as well. ``rows``
    are those below it.
    """
    filled = [text_of(cell) for cell in cells if text_of(cell)]
    if not card.lines or len(filled) != 1 or section_from(filled[0]).kind == "group":
        return False
    if own_ref(filled[0]) is not None and any(own_ref(text_of(cell)) for cell in card.title):
        return False
    return begins_form(card, (lines for lines in lines_in(grid, rows) if lines))


def names_next(card: Card, grid: Grid, cells: Sequence[Cell], rows: Sequence[int]) -> bool:
    """Whether a row across a form is the name of the next, as the labels of ``rows`` below tell.

    They are said again; where the form's first label is said again further down, the next form
    begins there. Below a promise or a counted name they may be said again in other words.
    """
    said = {line.label for line in card.lines}
    if _is_name(cells) and _says_again(card, lines_in(grid, rows)):
        return True
    for place, lines in enumerate(lines_in(grid, rows)):
        if not lines and not continues(grid, rows[place]):
            return False
        if lines and _same_label(card, lines[0]):
            return place == 0
        if any(line.label in said for line in lines):
            return True
    return False


def begins_form(card: Card, below: Iterable[Sequence[Line]]) -> bool:
    """Whether rows begin the next form: the first says again what the form began with.

    It may in other words where the rows below say again who and when: "Reference", "Activity",
    "Owner" after "Action no.", "Action", "Lead". ``below`` are the lines of these rows.
    """
    rows = iter(below)
    lines = next(rows, [])
    if not card.lines or not lines:
        return not card.lines
    if _same_label(card, lines[0]):
        return True
    field = _field(card.lines[0])
    alike = field in FIRST and field == _field(lines[0])
    return alike and _says_again(card, chain([lines], rows))


def continues(grid: Grid, row: int) -> bool:
    """Whether a row without a label goes on under one: its first square is covered or blank."""
    first = grid.at(row, 0)
    return first is None or first.row < row or not text_of(first)


def lines_in(grid: Grid, rows: Iterable[int]) -> Iterator[list[Line]]:
    """The labels with their values of each row; [] for a row without one."""
    for row in rows:
        yield row_lines([cell for cell in grid.covering(row) if cell.row == row])[0]


def _same_label(card: Card, line: Line) -> bool:
    """Whether a line has the first label of a form, which may count it: "Action 2", "Action B1"."""
    return _uncounted(line.label) == _uncounted(card.lines[0].label)


def _uncounted(label: str) -> str:
    """A label without the reference that ends it: "Action" of "Action 2" and of "Action B1"."""
    name, _, last = label.rpartition(" ")
    return name if is_ref(last) else label.rstrip("0123456789.")


def _is_name(cells: Sequence[Cell]) -> bool:
    """Whether a row across may be the name of a form: it promises something, or is counted."""
    split = split_title([cell for cell in cells if text_of(cell)])
    return split.ref is not None or is_promise(split.text)


def _says_again(card: Card, rows: Iterable[Sequence[Line]]) -> bool:
    """Whether rows say who and when as the form above them does, before they say either twice."""
    asked = {_field(line) for line in card.lines} & ASKED
    seen: set[str] = set()
    for line in (line for lines in rows for line in lines):
        field = _field(line)
        if field in seen:
            return False
        seen.update({field} & (FIRST | ASKED))
        if asked and asked <= seen:
            return True
    return False


def _field(line: Line) -> str:
    """The field that a label surely names; "" where it names none."""
    return line.meaning.line.field if line.meaning is not None and line.meaning.sure else ""
