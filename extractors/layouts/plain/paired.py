"""Cards whose labels stand partly above and partly beside their values, as forms.

``Action | Review the rota``, below it ``Lead | By when`` over ``Vale | 2027``, below that ``Cost``
across over its value. Each label is put beside its value in a row of two cells, so that everything
after sees an ordinary form. Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Table
from extractors.columns.contents import is_date, is_ref, is_status
from extractors.grid import Grid, text_of
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, is_sure, label_of
from extractors.layouts.labels.row_labels import is_form_over
from extractors.layouts.plain.lowered import heads_tier, lower_titles
from extractors.places import join_places

FORM_COLUMNS = 2  # a label and its value
MAX_ROWS = 60  # rows of the cards in one table; a longer one is a grid

AIMS = frozenset({"section", "objective"})  # what stands above the heads of a plan

Pair = tuple[Cell, Cell | None]
"""A label and its value, None for none; or a title, which is no label."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What some rows hold, titles or labels with values, and how many they are."""

    pairs: tuple[Pair, ...]
    rows: int = 1
    labels: bool = True
    over: bool = False


def pair_labels(grid: Grid) -> Table:
    """The table with every label beside its value; the same table where it is no such card."""
    steps = read_steps(grid)
    above = any(step.over and len(step.pairs) > 1 for step in steps)
    plan = all(_is_of_plan(step) for step in steps if step.labels)
    if not above or plan or not _is_mixed(steps) or lower_titles(grid) is not grid.table:
        return grid.table
    return form_of([pair for step in steps for pair in step.pairs], grid.table)


def read_steps(grid: Grid) -> list[_Step]:
    """The rows of a table as titles and labels with their values; [] where some row is neither."""
    steps: list[_Step] = []
    row = 0
    if grid.table.row_count > MAX_ROWS:
        return []
    while row < grid.table.row_count:
        step = _step(grid, row)
        if step is None:
            return []
        steps.append(step)
        row += step.rows
    return steps


def form_of(pairs: Sequence[Pair], like: Table) -> Table:
    """A table of two columns, a row for each label with its value, titles across."""
    cells: list[Cell] = []
    for row, (label, value) in enumerate(pairs):
        wide = FORM_COLUMNS if value is None and not is_label(label) else 1
        cells.append(replace(label, row=row, column=0, row_span=1, column_span=wide))
        if wide == 1:
            beside = value or Cell(row, 1)
            cells.append(replace(beside, row=row, column=1, row_span=1, column_span=1))
    return replace(
        like,
        cells=tuple(cells),
        row_count=len(pairs),
        column_count=FORM_COLUMNS,
        header_rows=0,
        edges=(),
        joined=(),
        place=join_places(cell.place for cell in cells),
    )


def is_label(cell: Cell) -> bool:
    """Whether a cell is a label: known as a whole, or short and before a colon."""
    text = text_of(cell)
    if is_status(text) or is_date(text):
        return False
    return is_sure(text) or (text.endswith(":") and len(text.split()) <= MAX_LABEL_WORDS)


def _is_mixed(steps: Sequence[_Step]) -> bool:
    """Whether labels are printed in more than one step, and not all above values abreast."""
    said = [step for step in steps if step.labels]
    return len(said) > 1 and any(not step.over or len(step.pairs) == 1 for step in said)


def _is_of_plan(step: _Step) -> bool:
    """Whether rows are the heads of actions over one of them, or name the aim above such heads."""
    known = (label_of(text_of(label)) for label, _ in step.pairs)
    lines = [meaning.line for meaning in known if meaning is not None]
    if step.over:
        return {"activity"} < {line.field for line in lines}
    return all(AIMS.intersection((line.field, line.otherwise)) for line in lines)


def _step(grid: Grid, row: int) -> _Step | None:
    """What the rows from one on begin with; None where they are no card's."""
    own = [cell for cell in grid.own(row) if text_of(cell)]
    told = [is_label(cell) for cell in own]
    if not any(told):
        return _title(grid, own)
    if len(own) % FORM_COLUMNS == 0 and all(told[::2]) and not any(told[1::2]):
        return _Step(tuple(zip(own[::2], own[1::2], strict=True)))
    if len(own) > 1 and (all(told) or (sum(told) * 2 >= len(own) and heads_tier(grid, row))):
        return _over(grid, row, own)
    if len(own) > 1:
        return None
    return _over(grid, row, own) if _stands_over(grid, row, own[0]) else _Step(((own[0], None),))


def _title(grid: Grid, own: Sequence[Cell]) -> _Step | None:
    """A row without a label: blank, or one text across, perhaps behind its reference."""
    if not own:
        return _Step((), labels=False)
    across = own[0].column_span >= grid.table.column_count
    counted = len(own) == FORM_COLUMNS and is_ref(text_of(own[0]))
    if not across and not counted:
        return None
    return _Step(((own[0], own[1] if counted else None),), labels=False)


def _stands_over(grid: Grid, row: int, label: Cell) -> bool:
    """Whether a label alone in its row has its value in the row below, alone there as well."""
    below = _texts(grid, row + 1)
    return len(below) == 1 and below[0].column == label.column and not is_label(below[0])


def _over(grid: Grid, row: int, heads: Sequence[Cell]) -> _Step | None:
    """Labels above one row of values, each right below its label; None where one is below none."""
    if row + 1 == grid.table.row_count:
        return None
    below = _texts(grid, row + 1)
    held = {cell.column: cell for cell in below}
    if (
        _heads_actions(grid, row)
        or any(map(is_label, below))
        or not held.keys() <= {head.column for head in heads}
    ):
        return None
    pairs = tuple((head, held.get(head.column)) for head in heads)
    return _Step(pairs, 2, over=True)


def _heads_actions(grid: Grid, row: int) -> bool:
    """Whether a row of heads inside a form names actions of their own: its steps."""
    meanings = (label_of(text) for text in grid.texts(row))
    named = {meaning.line.field for meaning in meanings if meaning is not None}
    return "activity" in named and len(named) > 1 and is_form_over(grid, row)


def _texts(grid: Grid, row: int) -> list[Cell]:
    """The cells with text that begin in a row; [] below the table."""
    return [cell for cell in grid.own(row) if text_of(cell)] if row < grid.table.row_count else []
