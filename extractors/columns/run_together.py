"""Texts that are a whole row of an action table, whose cells a reader put into one.

Knows texts and tables; knows nothing of formats, and reads nothing itself.
"""

from itertools import islice

from extractors.blocks import Table
from extractors.columns.contents import DATE_WORD_RE, is_promise, opens_promise
from extractors.columns.refs import leading_ref

MIN_VALUE = 4  # letters; a shorter value of a cell ("1", "Low") may stand in any sentence
SAMPLE_CELLS = 500  # cells; who leads and how it stands come again every few rows of a long table


def promises(text: str) -> bool:
    """Whether a text, behind a reference, begins as actions do: ``"2.3 Open a refuge"``."""
    found = leading_ref(text)
    return (
        opens_promise(text)
        if found is None
        else opens_promise(found.rest) or is_promise(found.rest)
    )


def reads_as_row(text: str, table: Table) -> bool:
    """Whether one text holds a promise, a day and a value that stands alone in another row."""
    day = DATE_WORD_RE.search(text)
    if day is None or not promises(text) or text.endswith("."):
        return False
    cells = (cell for cell in islice(table.cells, SAMPLE_CELLS) if cell.column)
    return any(len(value) >= MIN_VALUE and value in text for value in (one.text for one in cells))
