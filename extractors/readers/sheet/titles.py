"""The title that a workbook prints above its first table; a table's own title is none of it.

Knows blocks and how works are named; knows no files and no actions.
"""

import re
from collections.abc import Container, Iterable

from extractors.blocks import Block, Heading, Table

SHEET_LEVEL = 2
WORK_RE = re.compile(r"\b(?:strategy|plan|framework|programme|charter|tracker)\b", re.IGNORECASE)


def title_of(blocks: Iterable[Block], names: Container[str]) -> str | None:
    """The title of a workbook: its first title row, or the first of several that names a work.

    "Northshire Council" stands above "Housing Strategy". None where no row is one, and where tables
    with the same headings stand below "Homes action plan" and "Streets action plan".

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
        alike = len(first) == len(other) == 1 and below == heads and other != first
        if alike and _names_work(first[0]) == _names_work(other[0]):
            return None
    return next(filter(_names_work, first), next(iter(first), None))


def _names_work(title: str) -> bool:
    return WORK_RE.search(title) is not None
