"""Small tables inside forms: their headings, and the rows below these.

Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.blocks import Cell
from extractors.columns.contents import is_ref, is_status
from extractors.columns.headings import read_heading
from extractors.columns.near_heads import is_labelled_row, is_told_head
from extractors.grid import Grid, text_of
from extractors.layouts.labels.cards import is_sure
from extractors.layouts.labels.row_labels import is_form_over
from extractors.rows import AIMS, WHO_AND_WHEN

MIN_HEADS = 3  # headings of a grid; two are as often a label and its value
HEAD_SHARE = 0.6  # of a heading row's cells are known; a row "Lead | Police | When | May" has 0.5


def heads_grid(grid: Grid, row: int) -> bool:
    """A row of headings, and not the labels of a form of which a value reads as one."""
    return _is_grid_head(grid, row) and not is_labelled_row(grid, row)


def inner_rows(grid: Grid, rows: Sequence[int]) -> set[int]:
    """The rows of small tables below the labels of a form."""
    found: set[int] = set()
    for row in rows:
        heads = heads_grid(grid, row) and is_form_over(grid, row)
        cells = grid.texts(row)
        below = row - 1 in found and len(cells) > 2 and not is_sure(cells[0])
        found |= {row} if heads or below else set()
    return found


def is_inner(grid: Grid, row: int, cells: Sequence[Cell], *, inner: bool) -> bool:
    """Whether a row is one of a small table in a form: headings, or what stands below them."""
    filled = [text_of(cell) for cell in cells if text_of(cell)]
    known = bool(filled) and is_sure(filled[0])
    return heads_grid(grid, row) or (inner and len(filled) > 1 and not known)


def _is_grid_head(grid: Grid, row: int) -> bool:
    """A row of headings, with no value among them: its values stand below.

    One unknown heading makes no form of a grid: ``Objective | Action | Our tests | Lead | When``.
    Words that say one field again and again are values: ``Status | On track | Complete``. So is a
    reference behind the label of one: ``Action ref | PV3 | Deadline | Complete``.
    """
    cells = grid.texts(row)
    if any(_says(label, value) for label, value in pairwise(cells)):
        return False
    known = [meaning for text in cells if (meaning := read_heading(text)) is not None]
    if len(cells) == 2 == grid.table.column_count:
        sure = {meaning.line.field for meaning in known if meaning.sure}
        two = len(sure & WHO_AND_WHEN) > 1  # "Lead | By when": a label has no other for its value
        named = two or bool(sure & AIMS and sure & WHO_AND_WHEN)
        told = len(sure) == len(cells) and is_told_head(grid, row)
        return told or (named and _has_values_below(grid, row))
    if len(cells) < MIN_HEADS or len(known) < HEAD_SHARE * len(cells):
        return False
    told = len(known) == len(cells) or is_told_head(grid, row)
    counted = known if told else [m for m in known if m.sure]
    fields = {m.line.heading if m.line.field == "against" else m.line.field for m in counted}
    return len(fields) >= MIN_HEADS


def _has_values_below(grid: Grid, row: int) -> bool:
    """Whether no label begins the next row: "Start | Year 1" above "End | Year 2" is a label's."""
    below = grid.own(row + 1) if row + 1 < grid.table.row_count else []
    return bool(below) and not is_sure(text_of(below[0]))


def _says(label: str, value: str) -> bool:
    """Whether a label stands before its value: "Action ref | PV3", "How it is going | At risk"."""
    meaning = read_heading(label)
    name = meaning.line.field if meaning is not None else ""
    return (name == "ref" and is_ref(value)) or (name == "status" and is_status(value))
