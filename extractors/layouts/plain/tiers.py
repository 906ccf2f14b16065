"""Cards that a reader found in pieces: a title, then heads with their values again and again.

``1.1 Review the rota``, below it ``Lead | Partners`` over one row of values, below that ``Start |
End | Status`` over another, at last ``Measures`` over a line. Nothing holds the columns of such
tiers together where no rule stands between them, so that each is a table of its own, and the last
is prose. They are put into one table, as ``lowered`` reads it. Knows blocks and headings.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.blocks import Block, Cell, Heading, Paragraph, Table
from extractors.grid import Grid, grid_of, text_of
from extractors.layouts.forms.titles import LOWEST_LEVEL, says_action
from extractors.layouts.labels.cards import is_sure
from extractors.layouts.labels.form_refs import own_ref
from extractors.layouts.labels.prose_labels import as_line, cell_of, lone_label, read_labels
from extractors.layouts.labels.ticked import chosen
from extractors.layouts.plain.lowered import heads_tier, lower_titles
from extractors.layouts.plain.paired import laid_out
from extractors.places import join_places

FORM_COLUMNS = 2  # of a form at least: a label and its value
TIER_ROWS = 2  # of a tier: heads, and one row of values
MIN_TIERS = 2  # of a card in pieces; a title above one is read where it stands
MAX_ROWS = 12  # rows of the tiers in one table; six tiers are more than was seen
MAX_COLUMNS = 24  # of the squares that tiers share; four over three are twelve

Rows = list[tuple[Cell, ...]]


def join_tiers(found: Sequence[Block]) -> list[Block]:
    """The blocks with each card that stands in tiers as one table; all else as it is."""
    blocks = [one for at in range(len(found)) for one in _in_lines(found, at)]
    again = _printed_again(blocks)
    joined: list[Block] = []
    at = 0
    while at < len(blocks):
        card, count = _card(blocks, at)
        if card is None:
            card, count = _form(blocks, at, again)
        joined.append(blocks[at] if card is None else card)
        at += count
    return joined


def _in_lines(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """A block; of labels with their values set apart in one line, above another, each as a line.

    "Who: Probation", far right of it "When: May 2026", and below them "How we will know: visits".
    """
    table, below = blocks[at], blocks[at + 1 : at + 2]
    if not isinstance(table, Table) or table.ruled or table.row_count > 1:
        return (table,)
    said = [paragraph for cell in table.cells for paragraph in cell.paragraphs if paragraph.text]
    goes_on = bool(below) and isinstance(below[0], Paragraph) and _is_labelled(below[0])
    return said if goes_on and all(map(_is_labelled, said)) else (table,)


def _is_labelled(line: Paragraph) -> bool:
    """Whether a line begins with a label that a value follows: "Who: Probation"."""
    read = read_labels(line)
    return bool(read.lines) and not read.title and all(one.value for one in read.lines)


def _card(blocks: Sequence[Block], at: int) -> tuple[Table | None, int]:
    """The card that begins with the title at a place, and its blocks; None with 1 for none."""
    title, above = _line(blocks[at]), _line(blocks[at - 1]) if at else None
    plain = isinstance(blocks[at], Paragraph) and not (title and title.bold)
    said = plain and above is not None and lone_label(above) is not None  # "What we will do"
    if title is None or said or not _titles(title, blocks[at + 1 : at + 2]):
        return None, 1
    tables = list(_tiers(blocks[at + 1 :]))
    rows = [row for table in tables for row in _rows(table)]
    after = at + 1 + len(tables)
    cut = bool(tables) and tables[-1].row_count % TIER_ROWS > 0
    rest = _value(blocks[after:]) if cut else ()
    below = [rest] if rest else []
    below += _labelled(blocks[after + len(rest) :], title.size)
    tiers = len(rows) + len(below[:cut]) >= MIN_TIERS * TIER_ROWS
    if not (tiers or (rows and below)) or (cut and not rest):
        return None, 1
    one = _stacked([(cell_of(title),), *rows, *((cell_of(*lines),) for lines in below)], tables)
    read = one is not None and lower_titles(grid_of(one)) is not one
    return (one, 1 + len(tables) + sum(map(len, below))) if read else (None, 1)


def _printed_again(blocks: Sequence[Block]) -> frozenset[str]:
    """The texts of headings and bold paragraphs right below tables that are so more than once."""
    pairs = ((above, _line(block)) for above, block in pairwise(blocks) if isinstance(above, Table))
    times = Counter(line.text for _, line in pairs if line is not None and line.bold)
    return frozenset(text for text, count in times.items() if count > 1)


def _form(blocks: Sequence[Block], at: int, again: Collection[str]) -> tuple[Table | None, int]:
    """A form with the label alone that stands below it, as below others: "How we will know".

    None with 1 where no form begins at a place, or its labels are all.
    """
    table, below = blocks[at], blocks[at + 1 : at + 2]
    label = _line(below[0]) if below else None
    if not isinstance(table, Table) or label is None or table.column_count < FORM_COLUMNS:
        return None, 1
    grid, last = grid_of(table), table.row_count - 1
    firsts = [texts[0] for row in range(table.row_count) if (texts := grid.texts(row))]
    if len(firsts) < FORM_COLUMNS or not all(map(is_sure, firsts)):
        return None, 1
    counted = isinstance(below[0], Paragraph) and label.marker is not None  # no "2. Better homes"
    if counted and _is_label_alone(grid, last):
        value, kept = _value(blocks[at + 1 :]), [c for c in table.cells if c.row < last]
        heads = [replace(grid.own(last)[0], column_span=1)]
        return _with_row(table, kept, heads, value), 1 + len(value)
    value = _value(blocks[at + 2 :]) if lone_label(label) is not None else ()
    if not value or label.text not in again or own_ref(value[0].text) is not None:
        return None, 1  # "Our commitment" above "Action 1.2: Light the quay" heads the next card
    heads = [replace(cell_of(label), row=last + 1)]
    return _with_row(table, table.cells, heads, value), 2 + len(value)


def _with_row(
    table: Table, kept: Sequence[Cell], heads: Sequence[Cell], value: Sequence[Paragraph]
) -> Table:
    """A form of some cells with a last row of a label and its value."""
    row = heads[0].row
    wide = table.column_count - 1
    cells = (*kept, *heads, replace(cell_of(*value), row=row, column=1, column_span=wide))
    place = join_places(cell.place for cell in cells)
    return replace(table, cells=cells, row_count=row + 1, place=place)


def _line(block: Block) -> Paragraph | None:
    """A heading or paragraph as a line of a card; None for a table."""
    if isinstance(block, Heading):
        return as_line(block)
    return block if isinstance(block, Paragraph) else None


def _titles(line: Paragraph, below: Sequence[Block]) -> bool:
    """Whether a line above a table says an action."""
    heading = Heading(line.text, LOWEST_LEVEL + 1, line.marker, line.size, line.place)
    return bool(line.text and below) and isinstance(below[0], Table) and says_action(heading)


def _tiers(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables at the start of some blocks that hold heads over one row of values each."""
    for block in blocks:
        if not isinstance(block, Table) or not _is_tiers(block):
            return
        yield block
        if block.row_count % TIER_ROWS:
            return


def _is_tiers(table: Table) -> bool:
    """Whether a table holds heads over one row of values each; the last label's may follow it."""
    grid, count = grid_of(table), table.row_count
    odd = count % TIER_ROWS and not _is_label_alone(grid, count - 1)
    whole = 0 < count <= MAX_ROWS and not odd
    return whole and all(
        heads_tier(grid, row) or (row > 0 and _is_label_alone(grid, row))
        for row in range(0, count, TIER_ROWS)
    )


def _is_label_alone(grid: Grid, row: int) -> bool:
    """Whether a row holds one known label and nothing else: "How we will know"."""
    texts = grid.texts(row)
    return len(texts) == 1 and is_sure(texts[0])


def _value(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The value of a label that some blocks begin with: a paragraph, or a whole list."""
    first = _line(blocks[0]) if blocks else None
    if first is None:
        return ()
    items = takewhile(lambda one: _is_item(one, first), blocks[1:])
    return (first, *(one for one in items if isinstance(one, Paragraph)))


def _is_item(block: Block, first: Paragraph) -> bool:
    """Whether a block goes on with the list that begins with a line."""
    return isinstance(block, Paragraph) and None is not first.marker == block.marker


def _labelled(blocks: Sequence[Block], size: float | None) -> Iterator[tuple[Paragraph, ...]]:
    """The labels at the start of some blocks, each before its value or alone above it.

    ``size`` is that of the card's title; what is set larger is a heading.
    """
    at = 0
    while at < len(blocks) and (label := _line(blocks[at])) is not None:
        if size is not None and (label.size or 0.0) > size:
            return
        said = read_labels(label)
        if len(said.lines) == 1 and said.lines[0].value and not said.title:
            (line,) = said.lines
            told = chosen(line.text)
            text = f"{line.label}: {line.text if told is None else told}"
            yield (replace(label, text=text),)
            at += 1
            continue
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if lone_label(label) is None or not isinstance(below, Paragraph) or not below.text:
            return
        if lone_label(below) is not None:
            return
        value = _value(blocks[at + 1 :])
        yield from ((label,), value)
        at += 1 + len(value)


def _rows(table: Table) -> Rows:
    """The cells of each row with text."""
    cells = [cell for cell in table.cells if text_of(cell)]
    return [tuple(c for c in cells if c.row == row) for row in range(table.row_count)]


def _stacked(rows: Rows, tables: Sequence[Table]) -> Table | None:
    """The rows one below the other over squares that they share; None where these are too many.

    A cell alone in its row reaches across; ``2`` columns over ``3`` stand on six squares.
    """
    count = math.lcm(*(table.column_count for table in tables))
    widths = [table.column_count for table in tables for _ in range(table.row_count)]
    if count > MAX_COLUMNS:
        return None
    lines = len(rows) - 1 - len(widths)  # the title stands above the tables, labels below
    cells = [
        _at(cell, row, count // width, count if len(own) == 1 else 0)
        for row, (own, width) in enumerate(zip(rows, [1, *widths, *[1] * lines], strict=True))
        for cell in own
    ]
    return laid_out(tables[0], cells, len(rows), count)


def _at(cell: Cell, row: int, scale: int, across: int) -> Cell:
    """A cell in a row of the card, over as many squares as a column of its table is."""
    span = across or cell.column_span * scale
    column = 0 if across else cell.column * scale
    return replace(cell, row=row, row_span=1, column=column, column_span=span)
