"""Cards whose labels stand above their values in one cell, or in the cell below it.

``Lead // Police | By when // May 2026``: a strip of cells below the title of an action, each with
its label on top; or a table of one column, ``Action``, ``Train staff``, ``Lead``, ``Police``. Knows
tables and labels; knows nothing of formats.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_promise
from extractors.columns.folding import fold_heading
from extractors.columns.refs import split_title
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.forms.prose_cards import MIN_LABELS
from extractors.layouts.labels.cards import Card, Line, are_of_no_plan
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.labelled_cells import Parted, marked, part_cell
from extractors.layouts.labels.prose_labels import field_of, fields_of, lone_label
from extractors.rows import WHO_AND_WHEN


def strip_cards(grid: Grid) -> list[Card]:
    """The cards of a table in which labels stand above their values; [] for any other table.

    A row of one cell that has no label is the title of the card below it. Where a label is said
    again the next card begins.
    """
    if grid.table.column_count == 1:
        return _sure(_below_one_another(grid))
    rows = map(grid.filled, range(grid.table.row_count))
    return _sure(_beside_one_another(filter(None, rows)))


def _sure(cards: Sequence[Card]) -> list[Card]:
    """The cards if each says who or when, with another field; else none."""
    return list(cards) if all(map(_is_sure, cards)) else []


def _is_sure(card: Card) -> bool:
    lines = [line for line in card.lines if line.value]
    fields = fields_of(lines)
    promised = is_promise(split_title(card.title).text)
    plan = not are_of_no_plan(list(map(field_of, lines)), said=promised, promised=promised)
    return len(fields) >= MIN_LABELS and bool(fields & WHO_AND_WHEN) and plan


def _beside_one_another(rows: Iterable[Sequence[Cell]]) -> list[Card]:
    """Cards of strips of labelled cells; [] where another cell stands among them.

    A field may be left empty beside others; in a row of its own it is, where labels stand on top of
    their values above it and no title comes next, which would be that value.
    """
    cards: list[Card] = []
    above = empty = False
    count = 0
    for cells in rows:  # the first of most tables tells that they hold no cards
        count += 1
        stands = any(_stands_above(marked(cell)) for cell in cells)
        parted = _parted(cells, above=above, stands=stands)
        whole = all(one.lines and not text_of(one.cell) for one in parted)
        lines = [
            _at(line, cell) for one, cell in zip(parted, cells, strict=True) for line in one.lines
        ]
        below = bool(cards)
        filled = any(line.value for line in lines) or (above and len(cells) == 1)
        if whole and (len(cells) > 1 or below or stands) and filled:
            above = above or stands
            empty = not any(line.value for line in lines)
            _add(cards, lines)
        elif len(cells) == 1 and not any(one.lines for one in parted) and not empty:
            cards += [] if cards and not cards[-1].lines else [Card()]
            cards[-1].title.extend(cells)  # the name of a card may stand above its text
        else:
            return []
    return cards if above or count == 1 else []


def _parted(cells: Sequence[Cell], *, above: bool, stands: bool) -> list[Parted]:
    """The cells of a row, parted into their labels and values.

    Args:
        cells: Of one row; "Commitment 1" alone in one counts the card below it.
        above: Labels of a row above stand on top of their values.
        stands: One of this row does.
    """
    if len(cells) == 1 and bare_ref(text_of(cells[0])) is not None:
        parted = [Parted(cells[0], ())]
    else:
        alone = stands and len(cells) > 1
        parted = [part_cell(marked(cell, alone=alone)) for cell in cells]
    told = above or (any(one.lines for one in parted) and len(cells) > 1)
    return [_told(one) if told else one for one in parted]


def _told(one: Parted) -> Parted:
    """A cell beside labelled ones whose first paragraph alone is bold: its label is not known."""
    first, *rest = filled_paragraphs([one.cell]) or [Paragraph("")]
    if one.lines or not rest or not first.bold or any(p.bold for p in rest):
        return one
    line = Line(first.text.rstrip(": "), None, tuple(rest), (one.cell,))
    return Parted(replace(one.cell, paragraphs=()), (line,))


def _stands_above(cell: Cell) -> bool:
    """Whether the first paragraph of a cell is a label, and its value stands below it."""
    paragraphs = filled_paragraphs([cell])
    return len(paragraphs) > 1 and lone_label(paragraphs[0]) is not None


def _below_one_another(grid: Grid) -> list[Card]:
    """Cards of one column; [] where no label stands in a cell of its own."""
    cards: list[Card] = []
    alone = 0
    for cell in filter(text_of, grid.table.cells):
        label = next(_label_alone(cell), None)
        if label is not None:
            _add(cards, [label])
            alone += 1
        elif cards and cards[-1].lines and not cards[-1].lines[-1].value:
            last = cards[-1].lines.pop()
            value = tuple(filled_paragraphs([cell]))
            cards[-1].lines.append(replace(last, value=value, cells=(*last.cells, cell)))
        else:
            cards.append(Card([cell]))
    return cards if alone >= MIN_LABELS and all(card.lines for card in cards) else []


def _label_alone(cell: Cell) -> Iterator[Line]:
    """The label that a cell of one paragraph prints, set bold, filled or before a colon."""
    paragraphs = filled_paragraphs([cell])
    if len(paragraphs) == 1:
        marked = replace(paragraphs[0], bold=paragraphs[0].bold or cell.fill is not None)
        label = lone_label(marked)
        if label is not None:
            yield replace(label, cells=(cell,))


def _add(cards: list[Card], lines: Sequence[Line]) -> None:
    """Add lines to the last card, or begin another where it has said one of them."""
    said = {fold_heading(line.label) for line in cards[-1].lines} if cards else set()
    if not cards or any(fold_heading(line.label) in said for line in lines):
        cards.append(Card())
    cards[-1].lines.extend(lines)


def _at(line: Line, cell: Cell) -> Line:
    """The line with the cell that prints it as its place."""
    return replace(line, cells=(cell,))
