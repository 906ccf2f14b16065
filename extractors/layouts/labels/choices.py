"""Choices of which a mark tells one: "Not started | In progress | Complete", a tick under one.

A tick says nothing without the words that it stands under. Marks are therefore replaced by those
words, so that everything after sees an ordinary cell: ``In progress``. Forms print the choices
beside a label and the marks in the row below; grids print them as headings of narrow columns, with
or without a wider heading above. Knows tables and headings; knows nothing of formats.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import (
    BLANK_RE,
    CROSS_RE,
    TICK_RE,
    is_colour,
    is_date,
    is_level,
    is_status,
    is_tick,
)
from extractors.columns.folding import fold_heading
from extractors.columns.headings import read_heading
from extractors.grid import Grid, text_of
from extractors.layouts.labels.ticked import chosen
from extractors.places import join_places
from extractors.rows import STANDING, WHO_AND_WHEN

HEAD_ROWS = 6  # rows; where the headings of a grid may stand
MIN_CHOICES = 2  # columns; a single ticked column is a field of its own
MAX_CHOICE_WORDS = 4  # words; "Partially complete / delayed" has four
MARKED = STANDING | {"rating"}  # what the choices of a form are about
CHOSEN = MARKED | WHO_AND_WHEN  # headings that stand over choices
# "a, c and d": the parts of an action that are so far
PART = r"\(?[a-z0-9]{1,2}[.)]?"
PARTS_RE = re.compile(rf"{PART}(?:(?:\s*[,;&]\s*|\s+and\s+|\s+){PART})*")
TERM_RE = re.compile(  # of a plan
    r"(?:short|medium|long)(?:er)?(?:[ -]term)?|now|next|later", re.IGNORECASE
)


def is_time(text: str) -> bool:
    """A date, or a term that is one among choices alone: "Short", "Medium", "Long"."""
    return TERM_RE.fullmatch(text.strip()) is not None or is_date(text)


KINDS: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("RAG", "rag", is_colour),
    ("Status", "status", is_status),
    ("Rating", "rating", is_level),
    ("Timescale", "due", is_time),
)  # what choices without a heading above them are about: the heading, its field, and what they are


@dataclass(frozen=True, slots=True)
class _Settled:
    """Cells of a table, and the cell in their place that says the same without marks."""

    old: Sequence[Cell]
    new: Cell


def settle_choices(grid: Grid) -> Table:
    """The table with the words chosen in the place of marks; the same table where it has none."""
    settled = list(_in_forms(grid)) or list(_in_columns(grid)) or list(_in_cells(grid))
    if not settled:
        return grid.table
    gone = {id(cell) for one in settled for cell in one.old}
    cells = [cell for cell in grid.table.cells if id(cell) not in gone]
    cells += [one.new for one in settled]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(grid.table, cells=tuple(cells))


def _in_forms(grid: Grid) -> Iterator[_Settled]:
    """Choices beside the label of a form, marked in the row below."""
    for row in range(grid.table.row_count - 1):
        filled = grid.filled(row)
        label, choices = next(iter(filled), None), filled[1:]
        if label is None or not _are_choices(choices) or _field_of(label) not in MARKED:
            continue
        below = grid.at(row + 1, label.column)
        marks = [grid.at(row + 1, choice.column) for choice in choices]
        said = _said(choices, marks, parts=True) if below is label or not text_of(below) else None
        if said or (said is not None and below is label):
            yield _settled([*choices, *marks], said)


def _in_cells(grid: Grid) -> Iterator[_Settled]:
    """Choices that one cell prints with their marks."""
    for cell in grid.table.cells:
        said = chosen(" ".join(paragraph.printed for paragraph in cell.paragraphs))
        if said is not None:
            yield _Settled([cell], replace(cell, paragraphs=(Paragraph(said),) if said else ()))


def _in_columns(grid: Grid) -> Iterator[_Settled]:
    """Choices that head columns of marks."""
    taken: set[int] = set()
    for row in range(min(HEAD_ROWS, grid.table.row_count)):
        for heading, choices in _headed(grid, row):
            first = max(choice.row + choice.row_span for choice in choices)
            lines = [_line(grid, below, choices) for below in range(first, grid.table.row_count)]
            said = [_said(choices, line) for line in lines if line]
            if None in said or not any(said) or taken & set(map(id, choices)):
                continue
            taken.update(map(id, choices))
            yield heading
            for line, words in zip(filter(None, lines), said, strict=True):
                if any(mark is not None for mark in line):
                    yield _settled(line, words or [])


def _headed(grid: Grid, row: int) -> Iterator[tuple[_Settled, list[Cell]]]:
    """Each set of choices in a row of headings, and the one heading that stands for it."""
    cells = grid.filled(row)
    beside = {_field_of(cell) for cell in grid.covering(row) if cell.row < row}
    for over, *blank in _heads_over(grid, row):
        end = over.column + over.column_span + sum(cell.column_span for cell in blank)
        under = [cell for cell in cells if over.column <= cell.column < end]
        whole = sum(cell.column_span for cell in under) == end - over.column
        if whole and _are_choices(under) and _field_of(over) in CHOSEN - beside:
            down = max(cell.row + cell.row_span for cell in under) - over.row
            wide = replace(over, row_span=down, column_span=end - over.column)
            yield _Settled([over, *blank, *under], wide), under
    for name, field, is_kind in KINDS:
        may_be = (cell for cell in cells if is_kind(text_of(cell)))  # "Update (Q2)" is no time
        choices = [cell for cell in may_be if _field_of(cell) not in STANDING - {field}]
        named = beside | {_field_of(cell) for cell in cells if cell not in choices}
        if _are_choices(choices) and field not in named:
            yield _Settled(choices, _heading(name, choices)), choices


def _heads_over(grid: Grid, row: int) -> list[list[Cell]]:
    """Each heading of the row above with the blank cells at its right, which it may stand over."""
    heads: list[list[Cell]] = []
    for cell in grid.own(row - 1) if row else []:
        if text_of(cell) or not heads:
            heads.append([])
        heads[-1].append(cell)
    return heads


def _heading(name: str, choices: Sequence[Cell]) -> Cell:
    """A heading over choices that have none: what they are about."""
    return replace(_one_cell(choices, [name]), fill=choices[0].fill, header=choices[0].header)


def _line(grid: Grid, row: int, choices: Sequence[Cell]) -> list[Cell | None]:
    """What a row prints under each of the choices; [] where one cell stands across them."""
    marks = [grid.at(row, choice.column) for choice in choices]
    return [] if len({id(mark) for mark in marks if mark}) == 1 else marks


def _are_choices(cells: Sequence[Cell]) -> bool:
    """Short texts side by side, each said once, and no marks themselves."""
    if len(cells) < MIN_CHOICES or any(
        one.column + one.column_span != other.column for one, other in pairwise(cells)
    ):
        return False
    texts = list(map(text_of, cells))
    if any(len(text.split()) > MAX_CHOICE_WORDS or is_tick(text) for text in texts):
        return False
    return len(set(map(fold_heading, texts))) == len(texts)


def _field_of(cell: Cell) -> str | None:
    meaning = read_heading(text_of(cell).strip().rstrip(":"))
    return meaning.line.field if meaning is not None and meaning.sure else None


def _said(
    choices: Sequence[Cell], marks: Sequence[Cell | None], *, parts: bool = False
) -> list[str] | None:
    """The words of the choices that are marked; None where other things than marks stand there.

    A cross marks a choice where no tick stands beside it. With ``parts`` the parts of an action
    may stand in the place of a mark, and are kept: "Substantial b".
    """
    texts = [text_of(mark) for mark in marks]
    ticked = any(TICK_RE.fullmatch(text) for text in texts)
    said = []
    for choice, mark, text in zip(choices, marks, texts, strict=True):
        if mark is not None and not _stands_under(choice, mark):
            return None
        if (TICK_RE if ticked else CROSS_RE).fullmatch(text):
            said.append(text_of(choice))
        elif not BLANK_RE.fullmatch(text) and not (ticked and CROSS_RE.fullmatch(text)):
            if not parts or not PARTS_RE.fullmatch(text):
                return None
            said.append(f"{text_of(choice)} {text}")
    return said


def _stands_under(choice: Cell, mark: Cell) -> bool:
    same = (mark.column, mark.column_span) == (choice.column, choice.column_span)
    return same and mark.row_span == 1


def _settled(old: Sequence[Cell | None], said: Sequence[str]) -> _Settled:
    printed = [cell for cell in old if cell is not None]
    return _Settled(printed, _one_cell(printed, said))


def _one_cell(old: Sequence[Cell], said: Sequence[str]) -> Cell:
    """One cell over the squares of several; filled as the only one of them that is."""
    row, column = min(cell.row for cell in old), min(cell.column for cell in old)
    fills = {cell.fill for cell in old if text_of(cell)} - {None}
    return Cell(
        row,
        column,
        tuple(map(Paragraph, said)),
        max(cell.row + cell.row_span for cell in old) - row,
        max(cell.column + cell.column_span for cell in old) - column,
        fill=fills.pop() if len(fills) == 1 else None,
        place=join_places(cell.place for cell in old),
    )
