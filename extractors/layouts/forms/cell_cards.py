"""Cards that are printed in a cell each: boxes of text, and cards set in the squares of a table.

``Action 4 // Review the rota // Lead: Housing // By when: May 2026`` in a frame of its own, or in
each square of a table of two or three columns, perhaps beside or below the aim they serve. Knows
tables and labels; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell
from extractors.columns.contents import is_date, is_ref
from extractors.columns.folding import fold_heading
from extractors.grid import Grid, filled_paragraphs, text_of
from extractors.layouts.forms.prose_cards import cards_in, says_who_and_when
from extractors.layouts.labels.cards import Card, label_of
from extractors.layouts.labels.form_refs import bare_ref
from extractors.layouts.labels.prose_labels import NONE, Labels, field_of, read_labels
from extractors.places import join_places
from extractors.rows import WHO_AND_WHEN

TOLD = WHO_AND_WHEN | {"activity"}  # which an aside says of nothing
MIN_SQUARES = 2  # cards beside aims; one cell beside another may as well be a box beside a text


def cell_cards(grid: Grid, learned: Labels = NONE) -> list[Card]:
    """The cards of a table of which each filled cell is read as prose of cards; [] for any other.

    Cells come row by row. A cell that holds a table has labels of its own there. Where the
    cards have titles of their own, the first column or rows across may name their aims. ``learned``
    are labels that the document tells.
    """
    filled = [cell for cell in grid.table.cells if text_of(cell)]
    if any(cell.nested for cell in filled):
        return []
    found = [_cards_in([cell], learned, titled=len(filled) > 1) for cell in filled]
    if all(found) and not _go_on_beside(filled, found):
        return [card for cards in found for card in cards]
    if grid.table.column_count > 1:
        return _under_aims(grid, filled, found) or _beside_asides(filled, found, learned)
    whole = _cards_in(filled, learned, titled=True)
    return whole if len(whole) == 1 else []


def asides_of(grid: Grid, cards: Sequence[Card]) -> list[Cell]:
    """The filled cells of a table that none of its cards holds."""
    held = [cell for card in cards for line in card.lines for cell in line.cells]
    held += [cell for card in cards for cell in card.over]
    places = {(cell.row, cell.column) for cell in held}
    cells = (cell for cell in grid.table.cells if text_of(cell))
    return [cell for cell in cells if (cell.row, cell.column) not in places]


def _beside_asides(
    filled: Sequence[Cell], found: Sequence[list[Card]], learned: Labels
) -> list[Card]:
    """The cards of a table of which some squares hold a quote, a story or figures instead.

    Each has a title of its own and says what, who and when, and the others print no label of
    these ("Nobody had ever rung me back before." beside "Street lighting audit"); [] otherwise.
    """
    cards = [card for one in found for card in one]
    whole = (one.title and says_who_and_when(one) and one.says_what for one in cards)
    asides = [cell for cell, own in zip(filled, found, strict=True) if not own]
    lines = (paragraph for cell in asides for paragraph in filled_paragraphs([cell]))
    labels = (line for paragraph in lines for line in read_labels(paragraph, learned).lines)
    told = any(field_of(line) in TOLD for line in labels)
    return cards if cards and all(whole) and not told else []


def _go_on_beside(filled: Sequence[Cell], found: Sequence[list[Card]]) -> bool:
    """Whether cells of labels alone go on with the titled card at their left.

    What is done, "Partners" and "Measures" on the left of "Lead", "By when" and "Cost" in a panel:
    none of its labels stands on the left, as those of a card of its own would.
    """
    rows: dict[int, list[Card]] = {}
    for cell, cards in zip(filled, found, strict=True):
        rows.setdefault(cell.row, []).extend(cards)
    return all(_is_one(cards) for cards in rows.values())


def _is_one(cards: Sequence[Card]) -> bool:
    """Whether the first of some cards is titled, and the rest say what it does not."""
    labels = [fold_heading(line.label) for card in cards for line in card.lines]
    titled = [bool(card.title) for card in cards]
    return len(cards) > 1 and titled[0] and not any(titled[1:]) and len({*labels}) == len(labels)


def _under_aims(grid: Grid, filled: Sequence[Cell], found: Sequence[list[Card]]) -> list[Card]:
    """The cards of a table whose other cells name their sections; [] for any other table.

    These stand in the first column beside them, or in rows across above them.
    """
    pairs = list(zip(filled, found, strict=True))
    first = next((cell.row for cell, cards in pairs if cards), 0)
    plain = [
        cell for cell, cards in pairs if not cards and (cell.row >= first or _across(grid, cell))
    ]
    squares = [(cell, cards) for cell, cards in pairs if cards]
    left = any(not cell.column for cell, _ in squares)
    named = all(_names_aim(grid, cell, left=left) for cell in plain)
    titled = all(card.title for _, cards in squares for card in cards)
    heads = [label_of(text_of(cell)) for cell, _ in pairs if cell.row < first and not cell.column]
    other = any(m is not None and m.line.field in WHO_AND_WHEN for m in heads)
    if not (plain and named and titled) or other or first > 1 or len(squares) < MIN_SQUARES:
        return []
    for cell, cards in squares:
        while plain and plain[0].row <= cell.row:
            cards[0].over.append(plain.pop(0))
    return [card for _, cards in squares for card in cards] if not plain else []


def _names_aim(grid: Grid, cell: Cell, *, left: bool) -> bool:
    """Whether a cell may name the aim of cards; "Action 4" counts one, "May 2026" says when.

    ``left`` says that cards stand in the first column.
    """
    text = text_of(cell)
    if is_ref(text) or is_date(text) or bare_ref(text) is not None:
        return False
    return _across(grid, cell) or not (left or cell.column)


def _across(grid: Grid, cell: Cell) -> bool:
    return cell.column_span == grid.table.column_count


def _cards_in(cells: Sequence[Cell], learned: Labels, *, titled: bool) -> list[Card]:
    """The cards of cells that are read as one text, with these as their place."""
    cards = cards_in(filled_paragraphs(cells), titled=titled, learned=learned)
    place = join_places(cell.place for cell in cells)
    return [
        Card(
            [replace(one, place=place) for one in card.title],
            [replace(line, cells=tuple(cells)) for line in card.lines],
        )
        for card in cards
    ]
