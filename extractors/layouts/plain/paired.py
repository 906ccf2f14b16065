"""Cards whose labels stand partly above and partly beside their values, or with them, as forms.

``Action | Review the rota``, below it ``Lead | By when`` over ``Vale | 2027``, below that ``Cost``
across over its value; or ``Lead // Vale | By when // 2027``, label and value in one cell. Each
label is put beside its value in a row of two cells, so that everything after sees an ordinary form.
Knows tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import is_date, is_ref, is_status
from extractors.columns.refs import number_in
from extractors.grid import Grid, filled_paragraphs, text_of, title_and_rest
from extractors.layouts.labels.cards import MAX_LABEL_WORDS, is_sure, label_of, row_lines
from extractors.layouts.labels.prose_labels import fields_of
from extractors.layouts.labels.row_labels import is_form_over
from extractors.layouts.plain.lowered import heads_tier, lower_titles
from extractors.places import join_places
from extractors.rows import WHO_AND_WHEN

FORM_COLUMNS = 2  # a label and its value
MAX_ROWS = 60  # rows of the cards in one table; a longer one is a grid
COLONS = (":", "\u2013", "\u2014", "-")  # what parts a label from its value on one line

AIMS = frozenset({"section", "objective", "measures"})  # what stands above the heads of a plan

Pair = tuple[Cell, Cell | None]
"""A label and its value, None for none; or a title, which is no label."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What some rows hold, titles or labels with values, and how many they are.

    The labels stand ``over`` the row of their values, or ``inside`` the cells of these.
    """

    pairs: tuple[Pair, ...]
    rows: int = 1
    labels: bool = True
    over: bool = False
    inside: bool = False


def pair_labels(grid: Grid) -> Table:
    """The table with every label beside its value; the same table where it is no such card."""
    steps = read_steps(grid)
    above = any(step.over and len(step.pairs) > 1 for step in steps)
    plan = all(_is_of_plan(step) for step in steps if step.labels)
    above = above and not plan and _is_mixed(steps) and lower_titles(grid) is grid.table
    if not above and not _ends_inside(steps):
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
    return laid_out(like, cells, len(pairs), FORM_COLUMNS)


def laid_out(like: Table, cells: Sequence[Cell], rows: int, columns: int) -> Table:
    """A table of these cells without heads and borders, in all else like another."""
    return replace(
        like,
        cells=tuple(cells),
        row_count=rows,
        column_count=columns,
        header_rows=0,
        edges=(),
        joined=(),
        place=join_places(cell.place for cell in cells),
    )


def is_label(cell: Cell) -> bool:
    """Whether a cell is a label: known as a whole, or short and before a colon."""
    return _labels(text_of(cell))


def _labels(text: str) -> bool:
    if is_status(text) or (is_date(text) and number_in(text)):
        return False  # "Year 1" is a day; "Complete by" asks for one
    return is_sure(text) or (text.endswith(":") and len(text.split()) <= MAX_LABEL_WORDS)


def _is_mixed(steps: Sequence[_Step]) -> bool:
    """Whether labels are printed in more than one step, and not all above values abreast."""
    said = [step for step in steps if step.labels]
    return len(said) > 1 and any(not step.over or len(step.pairs) == 1 for step in said)


def _ends_inside(steps: Sequence[_Step]) -> bool:
    """Whether cells hold several labels with their values, below a title, to the table's end.

    Below heads with what they ask for, "Lead // Who answers for it", stand rows without labels.
    """
    inside = {text_of(label) for step in steps if step.inside for label, _ in step.pairs}
    said = [step for step in steps if step.pairs]
    return len(inside) > 1 and said[-1].labels and not all(step.labels for step in said)


def _is_of_plan(step: _Step) -> bool:
    """Whether rows are the heads of actions over one of them, or name the aim above such heads."""
    known = (label_of(text_of(label)) for label, _ in step.pairs)
    lines = [meaning.line for meaning in known if meaning is not None]
    if step.over:
        return {"activity"} < {line.field for line in lines}
    return all(AIMS.intersection((line.field, line.otherwise)) for line in lines)


def _step(grid: Grid, row: int) -> _Step | None:
    """What the rows from one on begin with; None where they are no card's."""
    own = grid.filled(row)
    held = list(takewhile(bool, map(_held, own)))
    if own and len(held) == len(own) and any(value is not None for _, value in chain(*held)):
        return _Step(tuple(chain(*held)), inside=True)
    told = [is_label(cell) for cell in own]
    if not any(told):
        return _labelled(own) or _title(grid, own)
    if len(own) % FORM_COLUMNS == 0 and all(told[::2]) and not any(told[1::2]):
        return _Step(tuple(zip(own[::2], own[1::2], strict=True)))
    if len(own) > 1 and (all(told) or (sum(told) * 2 >= len(own) and heads_tier(grid, row))):
        return _over(grid, row, own)
    if len(own) > 1:
        return None
    return _over(grid, row, own) if _stands_over(grid, row, own[0]) else _Step(((own[0], None),))


def _labelled(own: Sequence[Cell]) -> _Step | None:
    """A cell alone in its row that is a label before a colon and its value; None for any other.

    "Action 4: Review the rota" is a title, and "Lead: Vale" may lead all actions of a plan below.
    """
    lines, _ = row_lines(own) if len(own) == 1 else ([], [])
    titles = any(number_in(line.label) for line in lines)
    if not lines or titles or fields_of(lines) & WHO_AND_WHEN:
        return None
    texts = (((Paragraph(line.label),), line.value) for line in lines)
    pairs = ([replace(own[0], paragraphs=text) for text in pair] for pair in texts)
    return _Step(tuple((label, value) for label, value in pairs))


def _title(grid: Grid, own: Sequence[Cell]) -> _Step | None:
    """A row without a label: blank, or one text across, perhaps behind its reference.

    How far its action is may stand at its end: ``CS01 | Offer visits | On track``.
    """
    if not own:
        return _Step((), labels=False)
    states = [cell for cell in own[FORM_COLUMNS:] if is_status(text_of(cell))]
    across = own[0].column_span >= grid.table.column_count
    counted = len(own) - len(states) == FORM_COLUMNS and is_ref(text_of(own[0]))
    if not (across or counted) or len(states) > 1:
        return None
    titled = (own[0], own[1] if counted else None)
    said = [(replace(cell, paragraphs=(Paragraph("Status"),)), cell) for cell in states]
    return _Step((titled, *said), labels=False)


def _stands_over(grid: Grid, row: int, label: Cell) -> bool:
    """Whether a label alone in its row has its value in the row below, alone there as well."""
    below = _texts(grid, row + 1)
    alone = len(below) == 1 and below[0].column == label.column
    return alone and not (_held(below[0]) or _labelled(below))


def _held(cell: Cell) -> list[Pair]:
    """The labels that a cell holds without a colon, each above or, in bold, before its value.

    [] where it does not begin with one; ``[(label, None)]`` for a label alone.
    """
    found: list[tuple[Paragraph, list[Paragraph]]] = []
    lines: Sequence[Paragraph] = () if cell.nested else filled_paragraphs([cell])
    value = bool(lines) and (is_date(lines[-1].text) or is_status(lines[-1].text))
    if len(lines) > 1 and is_sure(text_of(cell)) and not value:
        return []  # "Lead // officer"; "2027" and "On hold" are no parts of a label
    for one in lines:
        title, said = title_and_rest(replace(cell, paragraphs=(one,)))
        colon = one.text[len(title) :].lstrip()[:1] in COLONS or title.endswith(":")
        marked = one.bold or bool(said) or not found
        if marked and not colon and _labels(title):
            found.append((replace(one, text=title, lead_in=None), said))
        elif found:
            found[-1][1].append(one)
        else:
            return []
    return [
        (
            replace(cell, paragraphs=(label,)),
            replace(cell, paragraphs=tuple(said)) if said else None,
        )
        for label, said in found
    ]


def _over(grid: Grid, row: int, heads: Sequence[Cell]) -> _Step | None:
    """Labels above one row of values, each right below its label; None where one is below none."""
    if row + 1 == grid.table.row_count:
        return None
    below = _texts(grid, row + 1)
    held = {cell.column: cell for cell in below}
    alike = {head.bold for head in heads}  # plain below bold heads "Human Resources" leads
    if (
        _heads_actions(grid, row)
        or any(is_label(cell) and cell.bold in alike for cell in below)
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
    return grid.filled(row) if row < grid.table.row_count else []
