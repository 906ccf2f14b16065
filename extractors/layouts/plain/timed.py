"""Actions that stand under the time in which they are done: "Year 1 | Year 2", "Short term".

``Objective | Year 1 actions | Year 2 actions | Lead``: each text under a time is an action. They
are put below one another, with the time in a column of its own, so that everything after sees an
ordinary table. Knows tables and headings; knows nothing of formats.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise, repeat

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import opens_promise
from extractors.columns.headings import read_heading
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.labels.choices import is_time

HEAD_ROWS = 3  # rows; where the headings may stand
MIN_TIMES = 2  # columns
TIME_WORDS = 2  # of headings that only say when: "Now | Next | Later", "Year 1 | Year 2"
MIN_PROMISES = 0.8  # share of the texts; "120 homes" and "Review published" are targets
MADE = ("Actions", "Timescale")  # the headings of the columns that are made
BESIDE = frozenset({None, "activity", "due", "start", "against"})  # in tables that are not so
WHAT_RE = re.compile(
    r"\b(?:key|our|planned|priority|actions?|activit(?:y|ies)|in|for|during)\b|[:\u2013-]\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Times:
    """The headings that say when, side by side, and the first row below them."""

    heads: Sequence[Cell]
    below: int

    @property
    def first(self) -> int:
        return self.heads[0].column

    @property
    def end(self) -> int:
        return self.heads[-1].column + 1

    def over(self, cell: Cell) -> bool:
        """Whether a cell stands above or under them, or is one of them."""
        return self.first <= cell.column and cell.column + cell.column_span <= self.end

    def column(self, edge: int) -> int:
        """Where the edge of a column comes to lie when two columns hold all that they head."""
        inside = min(edge, self.first + 1)
        return inside if edge < self.end else edge - len(self.heads) + len(MADE)


def list_times(grid: Grid) -> Table:
    """The table with each action under a time in a row of its own; any other as it is."""
    rows = range(min(HEAD_ROWS, grid.table.row_count - 1))
    times = next((found for row in rows if (found := _times(grid, row)) is not None), None)
    if times is None:
        return grid.table
    held = [_under(grid, row, times) for row in range(times.below, grid.table.row_count)]
    alone = len(times.heads) == grid.table.column_count
    actions = _are_actions(held) and not (alone and _are_targets(held))
    return _listed(grid.table, times, held) if actions else grid.table


def _times(grid: Grid, row: int) -> _Times | None:
    """The headings of a row that say when; None where others say so, or head actions.

    Right of a measure the texts are its targets: "Measure | Year 1 | Year 2".
    """
    cells = [cell for cell in grid.covering(row) if text_of(cell)]
    heads = [cell for cell in cells if is_time(_time(cell)) and cell.column_span == 1]
    known = {_field(cell): cell.column for cell in reversed(cells) if cell not in heads}
    short = [cell for cell in heads if len(_time(cell).split()) <= TIME_WORDS]
    alone = len(short) == grid.table.column_count
    if len(heads) < MIN_TIMES or not (known or alone) or known.keys() & BESIDE:
        return None
    if known.get("measures", heads[0].column) < heads[0].column:
        return None
    beside = all(one.column + 1 == other.column for one, other in pairwise(heads))
    below = {cell.row + cell.row_span for cell in heads}
    return _Times(heads, *below) if beside and len(below) == 1 else None


def _field(head: Cell) -> str | None:
    """What a heading beside times heads; "Aim" and "Goal" head no actions there."""
    meaning = read_heading(text_of(head))
    if meaning is None:
        return None
    line = meaning.line
    return line.otherwise if line.otherwise == "objective" else line.field


def _time(head: Cell) -> str:
    """When, of a heading of actions: "Year 1" of "Year 1 actions"."""
    return " ".join(WHAT_RE.sub(" ", text_of(head)).split())


def _under(grid: Grid, row: int, times: _Times) -> list[Cell]:
    """The texts that a row has under times, each item of a list of promises in its own cell."""
    cells = [cell for cell in grid.covering(row) if text_of(cell) and times.over(cell)]
    return [part for cell in cells for part in _items(cell)]


def _items(cell: Cell) -> Sequence[Cell]:
    """The items of a list of promises as cells of their own; any other cell alone."""
    items = filled_paragraphs([cell])
    if not all(one.marker is not None and opens_promise(one.text) for one in items):
        return [cell]
    return [
        replace(cell, paragraphs=(replace(one, marker=None),), place=one.place) for one in items
    ]


def _are_actions(held: Sequence[Sequence[Cell]]) -> bool:
    """Whether most texts promise, each in a cell of its own."""
    cells = [cell for own in held for cell in own]
    alone = all(cell.row_span == cell.column_span == 1 for cell in cells)
    promised = sum(opens_promise(text_of(cell)) for cell in cells)
    return alone and promised >= MIN_PROMISES * len(cells) > 0


def _are_targets(held: Sequence[Sequence[Cell]]) -> bool:
    """Whether most rows say one thing again but for its figure: "Cut fires by 5%", "by 10%"."""
    said = [[re.sub(r"\d[\d,.]*", "", text_of(cell)) for cell in row] for row in held]
    return 2 * sum(len({*row}) < len(row) for row in said) > len(held)


def _listed(table: Table, times: _Times, held: Sequence[Sequence[Cell]]) -> Table:
    """The table with the texts under times below one another."""
    counts = [1] * times.below + [max(len(cells), 1) for cells in held]
    starts = list(accumulate(counts, initial=0))
    cells = [_moved(cell, starts, times) for cell in table.cells if not times.over(cell)]
    cells += _made(table, times, starts, held)
    joined = (repeat(*of_row) for of_row in zip(table.joined, counts, strict=False))
    return replace(
        table,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        row_count=starts[-1],
        column_count=times.column(table.column_count),
        edges=(*table.edges[: times.first + len(MADE)], *table.edges[times.end :]),
        joined=tuple(chain.from_iterable(joined)),
    )


def _moved(cell: Cell, starts: Sequence[int], times: _Times) -> Cell:
    """A cell beside the times, as high as the rows that its own have become."""
    row, column = starts[cell.row], times.column(cell.column)
    down = starts[cell.row + cell.row_span] - row
    across = times.column(cell.column + cell.column_span) - column
    return replace(cell, row=row, column=column, row_span=down, column_span=across)


def _made(
    table: Table, times: _Times, starts: Sequence[int], held: Sequence[Sequence[Cell]]
) -> Iterator[Cell]:
    """The cells of the two columns: their headings, and each text with its time."""
    said = {head.column: _time(head) for head in times.heads}
    top = min(cell.row for cell in table.cells if times.over(cell))
    for column, (head, text) in enumerate(zip(times.heads, MADE, strict=False), times.first):
        words = (Paragraph(text, bold=head.bold),)
        yield replace(head, row=top, column=column, paragraphs=words, row_span=times.below - top)
    for row, cells in enumerate(held, start=times.below):
        for at, cell in enumerate(cells, start=starts[row]):
            yield replace(cell, row=at, column=times.first)
            when = (Paragraph(said[cell.column]),)
            yield Cell(at, times.first + 1, when, place=cell.place)
