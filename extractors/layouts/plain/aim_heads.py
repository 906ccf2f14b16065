"""Headings that name the aim of the actions below them: "Priority 1: Warm homes | Lead | By when".

The aim is put across the table, above its row of headings, and "Actions" in its place, so that
everything after sees an ordinary table. Knows tables and headings; knows nothing of formats.
"""

from dataclasses import replace
from itertools import accumulate

from extractors.blocks import Cell, Paragraph, Table
from extractors.columns.contents import opens_promise
from extractors.columns.headings import read_heading
from extractors.grid import Grid, text_of
from extractors.rows import WHO_AND_WHEN
from extractors.sections import counts_and_names, section_from

MIN_HEADS = 3  # with the aim's; "Priority 1: Warm homes | Lead" may be a label with its value
PROMISED = 0.6  # share of the texts below that begin as actions do; measures stand there as well


def part_aim_heads(grid: Grid) -> Table:
    """The table with such aims above their headings; the same table where it has none."""
    table = grid.table
    aims = {row: aim for row in range(table.row_count) if (aim := _aim(grid, row)) is not None}
    if not aims or not _promise(grid, aims):
        return table
    moved = list(accumulate((row in aims for row in range(table.row_count)), initial=0))
    heads = {id(aim) for aim in aims.values()}
    cells = [replace(aim, row=row + moved[row], column=0) for row, aim in aims.items()]
    cells = [replace(cell, column_span=table.column_count) for cell in cells]
    for cell in table.cells:
        words = (Paragraph("Actions", bold=cell.bold),) if id(cell) in heads else cell.paragraphs
        cells.append(replace(cell, row=cell.row + moved[cell.row + 1], paragraphs=words))
    joined = [(why, why) if row in aims else (why,) for row, why in enumerate(table.joined)]
    return replace(
        table,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        row_count=table.row_count + len(aims),
        header_rows=table.header_rows + sum(row < table.header_rows for row in aims),
        joined=tuple(why for both in joined for why in both),
    )


def _aim(grid: Grid, row: int) -> Cell | None:
    """The heading of a row that names a counted aim, all others being who, when and the like."""
    cells = grid.filled(row)
    if len(cells) < MIN_HEADS or any(cell.row_span > 1 for cell in cells):
        return None
    aim = next((c for c in cells[:2] if counts_and_names(section_from(text_of(c)))), None)
    known = [read_heading(text_of(cell)) for cell in cells if aim is not None and cell is not aim]
    fields = {one.line.field for one in known if one is not None and one.sure}
    sure = all(one is not None and one.sure for one in known)
    return aim if sure and fields & WHO_AND_WHEN and "activity" not in fields else None


def _promise(grid: Grid, aims: dict[int, Cell]) -> bool:
    """Whether most texts in the columns of aims begin as actions do."""
    columns = {aim.column for aim in aims.values()}
    below = (c for c in grid.table.cells if c.column in columns and c.row > min(aims))
    texts = [text for cell in below if cell.row not in aims and (text := text_of(cell))]
    return sum(map(opens_promise, texts)) >= PROMISED * len(texts) > 0
