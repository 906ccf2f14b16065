"""One Excel workbook of a release: a sheet a table, and a sheet of definitions.

Every text is written as text, so that no cell is a formula and no address a link, but for the
links to a document's own address.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.export import as_text, rows_of
from pipeline.schema import TABLES, columns_of

CELL_LIMIT = 32_767  # characters that Excel holds in a cell
CUT = " [cut: see the Parquet table]"
WIDE, NARROW, LONGEST = 60, 8, 200  # widths in characters; rows looked at for a width
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
    "remove_timezone": True,
}


def write_workbook(tables: Mapping[str, pa.Table], path: Path) -> None:
    """Write the workbook: frozen and filtered headings, widths by content, definitions last."""
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#DDE6E2", "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, table in tables.items():
            _write_sheet(book.add_worksheet(name), table, head, day)
        _write_definitions(book.add_worksheet("definitions"), head)


def _write_sheet(sheet: Worksheet, table: pa.Table, head: Format, day: Format) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, table.num_rows, table.num_columns - 1)
    for place, name in enumerate(table.column_names):
        sheet.set_column(place, place, _width(name, table.column(name)))
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(rows_of(table), start=1):
        for place, value in enumerate(row):
            _write_cell(sheet, number, place, value, day, table.column_names[place] == "url")


def _write_cell(
    sheet: Worksheet, row: int, place: int, value: object, day: Format, is_address: bool
) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif isinstance(value, date | datetime):
        sheet.write_datetime(row, place, value, day)
    elif is_address and str(value).startswith(("https://", "http://")):
        sheet.write_url(row, place, str(value), string=_bounded(str(value)))
    else:
        sheet.write_string(row, place, _bounded(as_text(value)))


def _bounded(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT)] + CUT


def _width(name: str, column: pa.ChunkedArray) -> int:
    texts = (as_text(value) for value in column.slice(0, LONGEST).to_pylist())
    longest = max((len(text) for text in texts), default=0)
    return max(NARROW, min(WIDE, max(longest, len(name) + 3)))


def _write_definitions(sheet: Worksheet, head: Format) -> None:
    sheet.freeze_panes(1, 0)
    for place, (name, width) in enumerate((("table", 14), ("column", 18), ("meaning", 90))):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    lines = [(table, line) for table in TABLES for line in columns_of(table)]
    for row, (table, line) in enumerate(lines, start=1):
        for place, text in enumerate((table, line.name, line.metadata["meaning"])):
            sheet.write_string(row, place, text)
