"""One Excel workbook of a release: a sheet a table, and a sheet of definitions.

Every text is written as text, so that no cell is a formula and no address a link, but for the
links to a document's own address. What Excel cannot hold is written so that it opens all the same:
long texts are cut and say so, and a table with more rows than a sheet has is refused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.errors import JobFailed
from pipeline.export.cells import FORMULA_RE, as_text, rows_of
from pipeline.export.workbook_links import ADDRESS, SOURCE, Link, Sources, is_link
from pipeline.schema import TABLES, columns_of

MAX_ROWS = 1_048_575  # of a sheet, below its heading (Excel's own limit, as are the next three)
MAX_LINKS = 65_530  # of a sheet; addresses beyond are written as text
CELL_LIMIT = 32_767  # UTF-16 units in a cell: an emoji is two
FIRST_YEAR = 1900  # days before are text: Excel counts none
CUT = " [cut: see the Parquet table]"
WIDE, CODE, SOURCE_WIDTH, NARROW = 60, 20, 40, 8  # characters: a hash has 64, an id 16
PLACES = "boxes"  # a column of lists that nobody reads
LONGEST = 200  # rows looked at for a width
NOT_XML_RE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # in no XML; pdfium's soft hyphen is U+FFFE
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
    "remove_timezone": True,
}


@dataclass(frozen=True, slots=True)
class _Look:
    """The formats of a workbook; ``quoted`` keeps a text a text when a person edits its cell."""

    head: Format
    day: Format
    moment: Format
    link: Format
    quoted: Format


_Write = Callable[[int, int, object], object]


def write_workbook(tables: Mapping[str, pa.Table], path: Path) -> None:
    """Write the workbook: frozen and filtered headings, widths by content, definitions last.

    Raises:
        JobFailed: A table has more rows than a sheet.
    """
    for name, table in tables.items():
        if table.num_rows > MAX_ROWS:
            raise JobFailed(
                f"{name} has {table.num_rows:,} rows and a sheet of a workbook holds {MAX_ROWS:,}. "
                "Export with --format csv or duckdb."
            )
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        look = _Look(
            head=book.add_format({"bold": True, "bg_color": "#DDE6E2", "bottom": 1}),
            day=book.add_format({"num_format": "yyyy-mm-dd"}),
            moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            link=book.add_format({"font_color": "#00527F", "underline": 1}),
            quoted=book.add_format({"quote_prefix": True}),
        )
        sources = Sources.of(tables)
        for name, table in tables.items():
            _write_sheet(book.add_worksheet(name), table, sources, look)
        _write_definitions(book.add_worksheet("definitions"), look)


def _write_sheet(sheet: Worksheet, table: pa.Table, sources: Sources, look: _Look) -> None:
    links = sources.links(table)
    names = [*table.column_names, *([SOURCE] if links is not None else [])]
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, table.num_rows), len(names) - 1)
    for place, name in enumerate(names):
        column = table.column(name) if name in table.column_names else None
        sheet.set_column(place, place, _width(name, column))
        sheet.write_string(0, place, name, look.head)
    budget = _LinkWriter(sheet, look)
    writers = [_writer(sheet, column, look, budget) for column in table.schema]
    for number, row in enumerate(rows_of(table), start=1):
        for place, value in enumerate(row):
            if value is not None:
                writers[place](number, place, value)
        if links is not None:
            budget.write(number, len(writers), next(links))


def _writer(sheet: Worksheet, column: pa.Field, look: _Look, links: "_LinkWriter") -> _Write:
    """How the values of a column are written, by their type; null is an empty cell."""
    if pa.types.is_boolean(column.type):
        return lambda row, place, value: sheet.write_boolean(row, place, value)
    if pa.types.is_integer(column.type):
        return lambda row, place, value: sheet.write_number(row, place, value)
    if pa.types.is_date(column.type):
        return lambda row, place, value: _write_day(sheet, row, place, value, look.day)
    if pa.types.is_timestamp(column.type):
        return lambda row, place, value: _write_day(sheet, row, place, value, look.moment)
    if column.name == ADDRESS:
        return lambda row, place, value: links.write(row, place, Link(str(value), str(value)))
    return lambda row, place, value: _write_text(sheet, row, place, _readable(value), look)


def _write_day(sheet: Worksheet, row: int, place: int, value: object, how: Format) -> None:
    assert isinstance(value, date | datetime)
    if value.year < FIRST_YEAR:
        sheet.write_string(row, place, value.isoformat())
    else:
        sheet.write_datetime(row, place, value, how)


def _write_text(sheet: Worksheet, row: int, place: int, text: str, look: _Look) -> None:
    how = look.quoted if FORMULA_RE.match(text) else None
    sheet.write_string(row, place, bounded(text), how)


class _LinkWriter:
    """Writes links to a sheet until it holds as many as Excel takes, then their words alone."""

    def __init__(self, sheet: Worksheet, look: _Look) -> None:
        self._sheet = sheet
        self._look = look
        self._left = MAX_LINKS

    def write(self, row: int, place: int, link: Link) -> None:
        """Write one link, or its words where the address is none that Excel takes."""
        if self._left > 0 and is_link(link.address):
            self._left -= 1
            shown = bounded(link.text)
            self._sheet.write_url(row, place, link.address, self._look.link, string=shown)
        else:
            _write_text(self._sheet, row, place, link.text, self._look)


def bounded(text: str) -> str:
    """A text that a cell can hold: cut where it is longer, without what no XML may hold."""
    clean = NOT_XML_RE.sub("\ufffd", text)
    if len(clean) <= CELL_LIMIT // 2 or _units(clean) <= CELL_LIMIT:
        return clean
    units = clean.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(CUT))]
    return units.decode("utf-16-le", "ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _readable(value: object) -> str:
    """Texts, and those that have headings, as people read them; everything else as in a CSV."""
    texts = [_text_of(item) for item in value] if isinstance(value, list) else [None]
    read = [text for text in texts if text is not None]
    return "; ".join(read) if len(read) == len(texts) else as_text(value)


def _text_of(item: object) -> str | None:
    """What an item of a list says: ``"Funding: Home Office grant"``; None for a place."""
    if isinstance(item, dict) and "text" in item:
        return ": ".join(filter(None, (item["heading"], item["text"])))
    return item if isinstance(item, str) else None


def _width(name: str, column: pa.ChunkedArray | None) -> int:
    """Wide enough for what stands in it; codes and places, which nobody reads, are kept short."""
    if column is None:
        return SOURCE_WIDTH
    values = column.slice(0, LONGEST).to_pylist()
    texts = [_readable(value) for value in values if value is not None]
    are_codes = name == PLACES or not any(" " in text for text in texts)
    longest = max((len(text) for text in texts if text), default=0)
    heading = len(name) + 3  # the arrow of the filter takes three
    return max(NARROW, heading, min(longest, CODE if are_codes else WIDE))


def _write_definitions(sheet: Worksheet, look: _Look) -> None:
    sheet.freeze_panes(1, 0)
    for place, (name, width) in enumerate((("table", 14), ("column", 18), ("meaning", 90))):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, look.head)
    lines = [(table, line) for table in TABLES for line in columns_of(table)]
    for row, (table, line) in enumerate(lines, start=1):
        for place, text in enumerate((table, line.name, line.metadata["meaning"])):
            sheet.write_string(row, place, text)
