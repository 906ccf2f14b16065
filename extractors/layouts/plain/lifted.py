"""Rows across a table that carry their own label: "Success measure: visits counted".

Such a row belongs to the action above it. Where who leads stands before the first action ("Lead:
Harbour Office" above the headings), it says so of every action down to the next such row. It is
lifted into a column of its own under its label, so that everything after sees an ordinary table.
Knows tables and headings; nothing of formats.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.blocks import NOWHERE, Cell, Paragraph, Table
from extractors.columns.bands import band_of, is_across
from extractors.columns.folding import fold_heading
from extractors.columns.headings import Meaning, read_heading
from extractors.columns.heads import first_heads, heading_rows
from extractors.grid import Grid, grid_of, text_of
from extractors.layouts.labels.cards import INLINE_RE, label_of
from extractors.layouts.labels.row_labels import RowLabel, heads_steps, is_form_over, row_label
from extractors.rows import WHO, WHO_AND_WHEN

PAIR = 2  # cells of a row of a box: a label and its value
ABOUT_AIM = frozenset({"objective", "section", "measures"})  # what a box says of a priority
OWN_ROWS = 0.5  # labelled rows a row of text; one "Success measures: ..." closes a whole table


def lift_labelled_rows(grid: Grid) -> Table:
    """The table with labelled rows as columns at its right; the same table where it has none."""
    table = grid.table
    head = first_heads(grid)
    groups = _labelled_groups(grid, head) if head else []
    if not groups:
        return table
    heads = _heads(grid, head)
    gone = {id(cell) for group in groups for one in group.values() for cell in one.cells}
    cells = [cell for cell in table.cells if id(cell) not in gone]
    for column, group in enumerate(groups, table.column_count):
        first = next(iter(group.values()))
        cells += [
            Cell(rows[0], column, (Paragraph(first.label, bold=True),), len(rows)) for rows in heads
        ]
        cells += _for_all_below(grid, group, column) if first.leads else _beside(group, column)
    return widened(table, cells, len(groups))


def under_leads(table: Table, above: Sequence[Paragraph]) -> Table:
    """The table with lines above it that say who leads all its actions as rows across its top.

    ``above`` are the paragraphs between the last heading and the table. Where they say when as
    well, they are an action's own; where the table has such a column, it says it better.
    """
    grid = grid_of(table)
    said = {id(line): field for line in above if (field := _field_of(line.text)) is not None}
    head = first_heads(grid)
    named = {meaning.line.field for meaning in _meanings(grid, head)}
    lines = [line for line in above if said.get(id(line)) in WHO]
    # Who leads may be said of all rows below; a date is the plan's.
    about = WHO | ABOUT_AIM | {"ignore"}
    if not lines or not about.issuperset(said.values()) or WHO & named or not head:
        return table
    count, width = len(lines), table.column_count
    top = [Cell(row, 0, (line,), column_span=width) for row, line in enumerate(lines)]
    below = [replace(cell, row=cell.row + count) for cell in table.cells]
    heads = table.header_rows + count if table.header_rows else 0
    tall = table.row_count + count
    return replace(table, cells=(*top, *below), row_count=tall, header_rows=heads)


def leads_of_box(box: Table, below: Table | None) -> dict[int, Paragraph]:
    """Who leads all actions of the plan ``below``, as lines by their row in a box that says so.

    ``Priority lead | Parks`` and ``What we want to achieve | ...`` between the title of a priority
    and its actions describe the priority. {} for a form of an action, which says when as well, and
    for any other table.
    """
    if below is None:
        return {}
    pairs = [grid_of(box).own(row) for row in range(box.row_count)]
    meanings = [label_of(text_of(row[0])) for row in pairs if len(row) == PAIR]
    said = {meaning.line.field if meaning is not None else None for meaning in meanings}
    if len(meanings) < len(pairs) or not said <= WHO | ABOUT_AIM:
        return {}
    grid = grid_of(below)
    head = first_heads(grid)
    # "Milestone | Start | End" heads the steps of a form
    fields = {meaning.line.field for meaning in _meanings(grid, head) if not meaning.line.yields}
    if "activity" not in fields or not fields & (WHO_AND_WHEN | {"measures"}):
        return {}
    return {
        place: Paragraph(f"{text_of(row[0]).rstrip(':')}: {text_of(row[1])}", place=row[1].place)
        for place, (row, meaning) in enumerate(zip(pairs, meanings, strict=True))
        if meaning is not None and meaning.line.field in WHO
    }


def _field_of(line: str) -> str | None:
    """The field that a line's label names for sure: "lead" of "Lead: Parks"; else None."""
    found = INLINE_RE.fullmatch(line)
    meaning = label_of(found[1]) if found and found[2] else None
    return meaning.line.field if meaning is not None and meaning.sure else None


def _meanings(grid: Grid, head: Sequence[int]) -> list[Meaning]:
    """What the headings in some rows mean, where they are known."""
    return [m for row in head for text in grid.texts(row) if (m := read_heading(text))]


def _labelled_groups(grid: Grid, head: Sequence[int]) -> list[dict[int, RowLabel]]:
    """The rows to lift by their labels: those below an action, and those that lead all below."""
    count = grid.table.row_count
    named = {meaning.line.field for meaning in _meanings(grid, head)}
    found = {row: one for row in range(count) if (one := row_label(grid, row)) is not None}
    whole = {row for row, one in found.items() if len(one.cells) == 1}
    below = takewhile(lambda row: row in whole, range(head[-1] + 1, count))
    # In a form each label has its value in a cell beside it, and one of them says the action.
    if heads_steps(grid, head) or is_form_over(grid, head[0]):
        return []
    plan = "activity" in named and not _says_action(grid, head[0])
    top = {row for row in found if row < head[0] and (row in whole or plan)} | set(below)
    groups: dict[str, dict[int, RowLabel]] = {}
    for row, one in found.items():
        label = fold_heading(one.label)
        leads = row in top and one.field in WHO and one.field not in named
        if leads or (row not in top and (row in whole or label in groups)):
            groups.setdefault(label, {})[row] = replace(one, leads=leads)
    texts = sum(_is_text(grid, row) for row in range(head[-1] + 1, count))
    return [group for group in groups.values() if _is_of_rows(group, texts)]


def _says_action(grid: Grid, end: int) -> bool:
    """Whether a label before a row says an action: "Brief description | Publish the leases"."""
    firsts = [cells[0].text for row in range(end) if len(cells := grid.own(row)) > 1]
    meanings = [read_heading(text) for text in firsts]
    return any(m is not None and m.sure and m.line.field == "activity" for m in meanings)


def _is_of_rows(group: Mapping[int, RowLabel], texts: int) -> bool:
    """Whether labelled rows belong to single actions: one below many is about all of them."""
    leads = next(iter(group.values())).leads
    return leads or len(group) > OWN_ROWS * texts


def _heads(grid: Grid, first: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The sets of heading rows of a table, which may be printed again further down."""
    heads = [first]
    for row in range(first[-1] + 1, grid.table.row_count):
        if row > heads[-1][-1] and (rows := heading_rows(grid, row, again=True)):
            heads.append(rows)
    return heads


def _beside(group: Mapping[int, RowLabel], column: int) -> Iterator[Cell]:
    for row, one in group.items():
        yield replace(one.cells[0], row=row, column=column, column_span=1, paragraphs=one.value)


def _for_all_below(grid: Grid, group: Mapping[int, RowLabel], column: int) -> Iterator[Cell]:
    """One cell beside each stretch of rows of text, down to the next row of the same label."""
    for row, end in pairwise([*group, grid.table.row_count]):
        start = row + 1
        for below in range(row + 1, end + 1):
            if below < end and _is_text(grid, below):
                continue
            if start < below:
                yield Cell(start, column, group[row].value, below - start, place=NOWHERE)
            start = below + 1


def _is_text(grid: Grid, row: int) -> bool:
    """Neither headings nor a row across the table, nor one of a label and its value."""
    return not (
        heading_rows(grid, row, again=True)
        or is_across(grid, row)
        or band_of(grid, row, 0)
        or row_label(grid, row)
    )


def widened(table: Table, cells: Iterable[Cell], more: int) -> Table:
    """The table with other cells in more columns, of no width, as they are printed nowhere."""
    return replace(
        table,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        column_count=table.column_count + more,
        edges=(*table.edges, *table.edges[-1:] * more),
    )
