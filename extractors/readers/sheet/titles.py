"""The title that a workbook prints above its first table; a table's own title is none of it.

Knows blocks and how works are named; knows no files and no actions.
"""

import re
from collections.abc import Container, Iterable

from extractors.blocks import Block, Heading, Table

SHEET_LEVEL = 2
WORK_RE = re.compile(r"\b(?:strategy|plan|framework|programme|charter|tracker)\b", re.IGNORECASE)
COUNTED_RE = re.compile(r"(\w+)\s+\d{1,2}\b")  # "Strand 1: Homes"


def title_of(blocks: Iterable[Block], names: Container[str]) -> str | None:
    """The title of a workbook: its first title row, or the first of several that names a work.

    "Northshire Council" stands above "Housing Strategy". None where no row is one, and where two
    tables stand below "Homes action plan" and "Streets action plan", "Strand 1: Homes" and
    "Strand 2: Streets", or, with the same headings, below "Homes" and "Streets".

    Args:
        blocks: Of all its sheets, each below the sheet's name or the title row in its place.
        names: The names of the sheets, which are no title rows.
    """
    tables: list[tuple[list[str], list[object]]] = []  # titles of each, and its headings
    titles: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            own = block.level > SHEET_LEVEL or block.text not in names
            titles += [block.text] if own else []
        elif isinstance(block, Table):
            tables.append((titles, [cell.paragraphs for cell in block.cells if cell.row == 0]))
            titles = []
    (first, heads), *others = [one for one in tables if one[0]] or [(titles, [])]
    for other, below in others:
        each = len(first) == len(other) == 1 and other != first
        if each and _alike(first[0], other[0], same_heads=below == heads):
            return None
    return next(filter(_names_work, first), next(iter(first), None))


def _alike(title: str, other: str, *, same_heads: bool) -> bool:
    """Whether two titles each name a part of what a workbook holds."""
    if _names_work(title) != _names_work(other):
        return False
    words = [found[1] for one in (title, other) if (found := COUNTED_RE.match(one))]
    counted = len(words) > len({*words}) > 0
    one, two = title.casefold().split(), other.casefold().split()
    plans = one[-1] == two[-1] and WORK_RE.fullmatch(one[-1]) is not None
    return same_heads or counted or (plans and len(one) == len(two))


def _names_work(title: str) -> bool:
    return WORK_RE.search(title) is not None
