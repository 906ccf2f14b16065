"""Tables that stand side by side in one grid, and what only names the rows of a form at its side.

The same headings printed twice in one row, or the same labels in several rows; "Who" beside the
rows "Lead" and "Partners" of a form.

Knows tables and headings; knows nothing of formats.
"""

from collections import defaultdict

from extractors.blocks import Cell, Table
from extractors.columns.folding import fold_heading
from extractors.columns.heads import is_heading_row
from extractors.grid import Grid, text_of
from extractors.layouts.labels.cards import is_sure, label_of
from extractors.layouts.labels.row_labels import MIN_FIELDS
from extractors.layouts.plain.abreast import cards_abreast, side_of
from extractors.rows import WHO_AND_WHEN

MIN_HEADINGS = 2  # columns of one side; a single repeated heading is two columns of one field
TOP_ROWS = 6  # rows; where the headings stand
MIN_GROUPS = 2  # of the rows of a form: "What", "Who", "When"


def split_sides(grid: Grid) -> list[Table]:
    """The tables that a grid holds side by side, left to right; the grid's own table if one."""
    table = grid.table
    if cards := cards_abreast(grid):
        return cards
    for row in range(min(TOP_ROWS, table.row_count)):
        starts = _starts(grid, row) if is_heading_row(grid, row) else []
        if len(starts) > 1:
            ends = [*starts[1:], table.column_count]
            return [side_of(table, a, b) for a, b in zip(starts, ends, strict=True)]
    columns = [c for c in range(table.column_count - 1) if not 0 < c < MIN_HEADINGS]
    starts = [column for column in columns if _is_twin(grid, column)]
    ends = [*starts[1:], table.column_count][: len(starts)]
    sides = [(a, _filled_end(grid, a, b)) for a, b in zip(starts, ends, strict=True)]
    whole = not sides or sides == [(0, table.column_count)]
    return [table] if whole else [side_of(table, a, b) for a, b in sides]


def _filled_end(grid: Grid, start: int, end: int) -> int:
    """The end of a side without the blank columns beside it; two stay.

    They part it from the next, or are where the last card of an odd number has none beside it.
    """
    while end - start > MIN_HEADINGS and not any(text_of(line[end - 1]) for line in grid.squares):
        end -= 1
    return end


def _is_twin(grid: Grid, column: int) -> bool:
    """Whether a column holds the labels of the first: of a form, or one beside it with the same.

    ``Lead | Vale | Lead | Port`` above ``Due | May | Due | June``; a blank column may part them.
    """
    rows = range(grid.table.row_count)
    pairs = [(grid.at(row, 0), grid.at(row, column)) for row in rows]
    said = [(text_of(a), text_of(b)) for a, b in pairs if a is not None and b is not None]
    again = {one for one, other in said if one == other and is_sure(one)}
    other = [pair for pair in said if pair[0] != pair[1] and any(map(is_sure, pair))]
    return len(again) >= MIN_HEADINGS and not other


def _starts(grid: Grid, row: int) -> list[int]:
    """The first column of each side; one of them where the headings do not repeat."""
    cells = grid.filled(row)
    words = [fold_heading(text_of(cell)) for cell in cells]
    for size in range(MIN_HEADINGS, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return [cells[place].column for place in range(0, len(cells), size)]
    return []


def without_groups(grid: Grid) -> Table:
    """The table without a first column that only names groups of a form's rows.

    ``What | Action | Dredge``, ``^ | Measures | Silt``, ``Who | Lead | Vale``, ``^ | Support |
    Port``: a label stands under one name alone; one that comes again under another is of the next
    aim or action, whose title the first column then is. Any other table stays as it is.
    """
    table = grid.table
    if table.column_count <= MIN_HEADINGS:
        return table
    names: defaultdict[str, set[str]] = defaultdict(set)
    groups: dict[int, Cell] = {}
    for row in range(table.row_count):
        name, label = grid.at(row, 0), grid.at(row, 1)
        if name is None or label is None or name.column_span > 1:
            continue
        meaning = label_of(text_of(label))
        if not text_of(name) or meaning is None or not meaning.sure:
            return table
        names[meaning.line.field].add(text_of(name))
        groups[id(name)] = name
    parted = [text_of(cell) for cell in groups.values() if cell.row_span > 1]
    alone = all(len(one) == 1 for one in names.values())
    form = alone and len(names) >= MIN_FIELDS and bool(names.keys() & WHO_AND_WHEN)
    return (
        side_of(table, 1, table.column_count) if form and len(set(parted)) >= MIN_GROUPS else table
    )
