"""Rows that are cards of their own: a title beside its labelled lines, or values under headings.

Knows tables and headings; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell
from extractors.columns.contents import is_ref
from extractors.columns.headings import read_heading
from extractors.columns.heads import heading_rows
from extractors.columns.named import Columns
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.forms.prose_cards import MIN_LABELS
from extractors.layouts.forms.titles import Title
from extractors.layouts.grids.segments import Segment
from extractors.layouts.labels.cards import Card, Line
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.labelled_cells import part_cell
from extractors.layouts.labels.prose_labels import fields_of
from extractors.places import join_places
from extractors.rows import WHO_AND_WHEN
from extractors.sections import section_from


def titled_rows(grid: Grid) -> list[Card]:
    """The cards of a table without headings whose rows are a title and its labelled lines.

    ``Review the rota | Lead: Housing // By when: May 2026``, as a list of definitions prints it,
    ``Action 1.1 | Review the rota // Lead: Housing // By when: May 2026``, or ``By when: May 2026 |
    Review the rota // Lead: Housing``; [] for any other table.
    """
    rows = [row for row in range(grid.table.row_count) if grid.texts(row)]
    if grid.table.column_count not in (2, 3) or any(heading_rows(grid, row) for row in rows[:1]):
        return []
    cards = [_titled(cells) for cells in _whole_rows(grid, rows)]
    whole = [card for card in cards if card is not None]
    return whole if len(whole) == len(cards) else []


def _whole_rows(grid: Grid, rows: Sequence[int]) -> list[list[Cell]]:
    """The cells of each row, with what a page's end has put below: ``"" | Lead: Housing``."""
    whole: list[list[Cell]] = []
    for row in rows:
        first, *others = grid.own(row)
        if whole and others and not text_of(first) and len(whole[-1]) == len(others) + 1:
            head, *above = whole[-1]
            whole[-1] = [head, *map(_joined, above, others)]
        else:
            whole.append([first, *others])
    return whole


def _joined(above: Cell, below: Cell) -> Cell:
    place = join_places((above.place, below.place))
    return replace(above, paragraphs=(*above.paragraphs, *below.paragraphs), place=place)


def _titled(cells: Sequence[Cell]) -> Card | None:
    filled = [cell for cell in cells if text_of(cell)]
    if len(filled) == 3 and is_ref(text_of(filled[0])):
        below = part_cell(filled[2])
        whole = below.promises and not text_of(below.cell)
        return Card(filled[:2], list(below.lines)) if whole else None
    if len(filled) != 2 or section_from(text_of(filled[0])).kind != "group":
        return None
    first, second = map(part_cell, filled)
    beside = bool(first.lines) and not text_of(first.cell)  # labelled lines on both sides
    own = [second.cell] if text_of(second.cell) else []
    lines = [*(first.lines if beside or not own else ()), *second.lines]
    whole = not own or beside or bare_ref(text_of(filled[0])) is not None
    promises = second.promises or (beside and first.promises)
    if not whole or len(fields_of(lines)) < MIN_LABELS or not promises or not second.lines:
        return None
    title = [] if beside else filled[:1] if own else [first.cell]
    return Card([*title, *own], lines)


def row_card(grid: Grid, segment: Segment, columns: Columns) -> Card | None:
    """The only row of a table as a card, each heading the label of its cell; None for more rows.

    Rows of which each fills other columns are one: "Progress: two wards lit" across the table
    below its values has a column of its own here.
    """
    covering = (cell for row in segment.body for cell in grid.covering(row) if text_of(cell))
    cells = list({id(cell): cell for cell in covering}.values())
    if not cells or not segment.header or len({cell.column for cell in cells}) < len(cells):
        return None
    heads = [(columns.headings[cell.column], cell) for cell in cells]
    return Card(
        lines=[
            Line(head, read_heading(head), tuple(filled_paragraphs([cell])), (cell,))
            for head, cell in heads
            if head
        ]
    )


def title_says(columns: Columns, segment: Segment, above: Title | None) -> bool:
    """Whether the title of one row says its action, and no heading of the row does.

    "1.2 Map the culverts" above "Owner | When | Measure" and "Highways | May | Survey done", which
    only seems to promise; or above "Aim | Owner | When", where it is the title of a card.
    """
    read = [read_heading(columns.headings[column]) for column in columns.of("activity")]
    names = {one.line.field if one is not None else "activity" for one in read}
    told = bool(columns.names & WHO_AND_WHEN) and "activity" not in names
    if not told or len(segment.body) != 1 or above is None or not above.says_what:
        return False
    own = above.says_one or above.among
    return "measures" not in columns.names if names == {"measures"} else own
