"""The items of a measures cell: each printed test of success by itself.

Knows paragraphs and rows of cells; knows nothing of formats.
"""

from collections.abc import Sequence

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_list_mark
from extractors.grid import filled_paragraphs, text_of


def measures_of(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """List the measures of one action without their markers.

    Args:
        rows: For each printed row of the action its measures cells, left to right: one cell, or
            the number and the text side by side.

    A row with the number in a cell of its own is one item, whatever paragraphs it has. Elsewhere
    every marked paragraph begins an item and the words before the first marker are the stem, which
    is no item; without markers each paragraph is one, whatever parts it: "30 trained; 60 in work".
    """
    return tuple(item for cells in rows for item in _items(cells))


def _items(cells: Sequence[Cell]) -> list[str]:
    if len(cells) > 1 and (is_list_mark(text_of(cells[0])) or not text_of(cells[0])):
        text = " ".join(text for text in map(text_of, cells[1:]) if text)
        return [text] if text else []
    return split_items(filled_paragraphs(cells))


def split_items(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The items among the paragraphs of one cell, in order, without markers."""
    if not any(paragraph.marker for paragraph in paragraphs):
        return [one.text for one in paragraphs if one.text]
    items: list[list[str]] = []
    for paragraph in paragraphs:
        if paragraph.marker:
            items.append([paragraph.text])
        elif items:
            items[-1].append(paragraph.text)
    return [text for text in (" ".join(filter(None, parts)) for parts in items) if text]
