"""The items of a measures cell: each printed test of success by itself.

Knows paragraphs and rows of cells; knows nothing of formats.
"""

import re
from collections.abc import Sequence

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_list_mark
from extractors.grid import filled_paragraphs, text_of

CLAUSE_RE = re.compile(
    r"(?:and|or|but|with|where|when|while|which|so|this|it|they)\b", re.IGNORECASE
)
OPEN_RE = re.compile(r"\([^();]*;")  # within brackets it parts no measures
MAX_PART_WORDS = 12  # words; "Every recommendation answered within 60 days" has six


def measures_of(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """List the measures of one action without their markers.

    Args:
        rows: For each printed row of the action its measures cells, left to right: one cell, or
            the number and the text side by side.

    A row with the number in a cell of its own is one item, whatever paragraphs it has. Elsewhere
    every marked paragraph begins an item and the words before the first marker are the stem, which
    is no item; without markers each paragraph is one, or several: "25 trained; 60 shops completed".
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
        return [text for one in paragraphs if one.text for text in _parted(one.text)]
    items: list[list[str]] = []
    for paragraph in paragraphs:
        if paragraph.marker:
            items.append([paragraph.text])
        elif items:
            items[-1].append(paragraph.text)
    return [text for text in (" ".join(filter(None, parts)) for parts in items) if text]


def _parted(text: str) -> list[str]:
    """The tests of success that semicolons part: "Shelter built; design vote of 100 or more".

    None of 5,254 annotated measures holds one. A long sentence goes on behind its semicolon, and
    so does a clause: "Fewer calls; and they are shorter".
    """
    if ";" not in text:
        return [text]
    parts = [part.strip() for part in text.rstrip("; ").split(";")]
    short = all(0 < len(part.split()) <= MAX_PART_WORDS for part in parts)
    clauses = any(map(CLAUSE_RE.match, parts[1:])) or OPEN_RE.search(text) is not None
    clauses = clauses or ":" in text  # "Calls: baseline 40; target 20"
    return parts if short and not clauses else [text]
