"""Where the cells of a Word table stand, before anything in them is read.

Knows ``w:tbl``, ``w:tr`` and ``w:tc`` (ECMA-376 part 1, 17.4); knows nothing of what they hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.readers.word.xml import (
    CELL,
    ROW,
    VAL,
    Change,
    Element,
    W,
    number,
    walk,
    whole,
)

SLIVER_TWIPS = 227  # twentieths of a point (4 mm): edges dragged by hand miss by less, and no
# column of text is as narrow
PROPERTIES, SPAN = f"{W}tcPr", f"{W}gridSpan"
DOWN, RIGHT = f"{W}vMerge", f"{W}hMerge"


class Slot(NamedTuple):
    """One cell: its first column and how many it spans, and how it is merged.

    ``down`` and ``right`` are "restart" (the first of merged cells), "continue" or None.
    """

    element: Element
    properties: Element | None
    change: Change
    column: int
    span: int
    down: str | None
    right: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its cells from left to right; ``cut`` where it is wider than the limit."""

    element: Element
    properties: Element | None
    change: Change
    slots: Sequence[Slot]
    cut: bool = False


def lay_out(table: Element, change: Change, columns: int) -> list[Row]:
    """Give the rows of a table, deleted ones too, each cell with its place.

    Grid columns that exist only because edges of different rows miss one another by a hair are
    taken out, so that a cell stands under its heading.

    Args:
        table: The ``w:tbl``.
        change: The tracked change that it stands in.
        columns: The most columns that are read.
    """
    rows = [_row(row, within, columns) for row, within in walk(table, change) if row.tag == ROW]
    slivers = _slivers(table, rows)
    return [_without(row, slivers) for row in rows] if slivers else rows


def _row(row: Element, change: Change, columns: int) -> Row:
    properties = row.find(f"{W}trPr")
    change = _row_change(properties, change)
    column = max(0, min(number(properties, f"{W}gridBefore") or 0, columns))
    slots: list[Slot] = []
    for cell, within in walk(row, change):
        if cell.tag != CELL:
            continue
        if column >= columns:
            return Row(row, properties, change, slots, cut=True)
        slot = _slot(cell, within, column, columns - column)
        slots.append(slot)
        column += slot.span
    return Row(row, properties, change, slots)


def _slot(cell: Element, change: Change, column: int, room: int) -> Slot:
    properties = cell.find(PROPERTIES)
    if properties is None:
        return Slot(cell, None, change, column, 1, None, None)
    span, down, right = 1, None, None
    for line in properties:
        tag = line.tag
        if tag == SPAN:
            span = max(1, min(whole(line.get(VAL)) or 1, room))
        elif tag == DOWN:
            down = line.get(VAL, "continue")
        elif tag == RIGHT:
            right = line.get(VAL, "continue")
        elif tag == f"{W}cellMerge":
            down = {"rest": "restart", "cont": "continue"}.get(line.get(f"{W}vMerge", ""))
        elif tag == f"{W}cellDel":
            change = "deleted"
    return Slot(cell, properties, change, column, span, down, right)


def _row_change(properties: Element | None, change: Change) -> Change:
    if properties is None:
        return change
    if change == "deleted" or properties.find(f"{W}del") is not None:
        return "deleted"
    return "inserted" if properties.find(f"{W}ins") is not None else change


def _slivers(table: Element, rows: Sequence[Row]) -> set[int]:
    """Narrow grid columns that no cell fills by itself."""
    widths = [whole(c.get(f"{W}w")) for c in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    narrow = {at for at, width in enumerate(widths) if width is not None and width < SLIVER_TWIPS}
    if not narrow:
        return narrow
    for slot in _slots(rows):
        own = range(slot.column, slot.column + slot.span)
        if all(column in narrow for column in own):
            narrow.difference_update(own)
    return narrow


def _slots(rows: Sequence[Row]) -> Iterator[Slot]:
    for row in rows:
        yield from row.slots


def _without(row: Row, slivers: set[int]) -> Row:
    slots = [_shifted(slot, slivers) for slot in row.slots]
    return Row(row.element, row.properties, row.change, slots, row.cut)


def _shifted(slot: Slot, slivers: set[int]) -> Slot:
    own = range(slot.column, slot.column + slot.span)
    before = sum(1 for sliver in slivers if sliver < slot.column)
    inside = sum(1 for sliver in slivers if sliver in own)
    return slot._replace(column=slot.column - before, span=slot.span - inside)
