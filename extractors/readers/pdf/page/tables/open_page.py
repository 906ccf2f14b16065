"""What a page draws outside the tables that printed rules close.

Knows a page's record and the tables found on it; knows nothing of text.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.grid import around
from extractors.readers.pdf.page.tables.placing import Placed
from extractors.readers.pdf.record import Frame, PageRecord
from extractors.readers.pdf.unruled.marks.stacks import SAME_RULE_PT


def outside_tables(record: PageRecord, tables: Sequence[Placed]) -> PageRecord:
    """The page without the rules and fills of its closed tables.

    They say nothing of the lines between two tables: numbered headings above each stand above one
    another as rows do. Shading may draw but a part of a table, whose other rows it goes on marking.
    """
    closed = [one.grid.frame for one in tables if not one.grid.filled]
    if not closed:
        return record
    across = tuple(rule for rule in record.across if not _is_of(rule.frame, closed))
    fills = tuple(fill for fill in record.fills if not _is_of(Frame(*fill[:4]), closed))
    return replace(record, across=across, fills=fills)


def _is_of(drawn: Frame, tables: Sequence[Frame]) -> bool:
    """Whether something is drawn within one of these tables, or at its border."""
    return any(around(table, drawn, SAME_RULE_PT) for table in tables)
