"""The rows of a table as Python values and as texts, none of which can start a formula."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

FORMULA_RE = re.compile(r"[\s\"'\u00a0\ufeff]*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]")
ROWS_AT_ONCE = 10_000  # rows held as Python values while a table is written


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula: ``"=1+1"`` becomes ``"'=1+1"``.

    Full-width signs and leading white space or quotes count too (OWASP, CSV injection).
    """
    return f"'{text}" if FORMULA_RE.match(text) else text


def as_text(value: object) -> str:
    """A value as a cell of a CSV: lists as JSON, days as ISO, null as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def rows_of(table: "pa.Table") -> Iterator[tuple[object, ...]]:
    """The rows of a table as Python values, a part at a time."""
    for part in table.to_batches(max_chunksize=ROWS_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in part.columns), strict=True)
