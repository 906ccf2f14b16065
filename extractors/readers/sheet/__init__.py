"""Spreadsheets (.xlsx, .xlsm, .ods, .xls): bytes to a ``Document``, a table or more a sheet.

Values of .xlsx and .xls come from python-calamine, their look (formats, fills, hidden rows) from
the XML of .xlsx; .ods is read from its XML alone.
Knows formats and not actions. Formulas are not computed: what the file stores as their result is
read, and nothing is fetched.
"""

import io
from collections.abc import Container, Iterator
from contextlib import suppress
from datetime import date

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from extractors.blocks import Document, Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import ODS, XLS, XLSX
from extractors.readers.package import Package, open_package, tell_cut
from extractors.readers.sheet.ods import read_ods
from extractors.readers.sheet.record import Sheet, Square
from extractors.readers.sheet.rich import displayed
from extractors.readers.sheet.styles import PLAIN, SheetLook, read_looks
from extractors.readers.sheet.tables import MAX_FILLED, MAX_ROWS, to_blocks
from extractors.readers.sheet.titles import title_of
from extractors.readers.sheet.values import show

BROKEN = (CalamineError, ZipError, XmlError, OSError, ValueError)  # of a part that is not whole
NEEDED = frozenset(("sharedStrings", "styles"))  # texts; formats tell dates from numbers
MAX_SQUARES = 20_000_000  # rows x columns: python-calamine holds every one in memory, 24 bytes each
LOST = ("damaged", "unpacked_size")  # codes of a sheet that was left out
NOTHING = ("no_text", "No sheet of the file shows anything.")
MACROS = "The file carries macros; they were not opened."
ODS_START = 200  # bytes; an OpenDocument file names its type in its first, uncompressed member
DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, limits: Limits) -> Document:
    """Read a spreadsheet; sheets, rows and columns that are hidden are left out and noted.

    Args:
        data: The bytes of the file.
        limits: ``unpacked_bytes``, ``part_bytes`` and ``columns`` are kept.

    Raises:
        UnreadableDocument: ``damaged``, ``encrypted``, ``unpacked_size``, ``doctype`` or
            ``no_text``.
    """
    package = open_package(data, limits) if data.startswith(b"PK") else None
    problems: list[Problem] = []
    if package is None:
        media_type, sheets = XLS, _calamine_sheets(data, {}, limits, problems)
    elif ODS.encode() in data[:ODS_START]:
        media_type, sheets = ODS, read_ods(package, limits, problems)
    else:
        media_type, sheets = XLSX, _xlsx_sheets(package, limits, problems)
    blocks = [block for sheet in sheets if sheet.squares for block in to_blocks(sheet)]
    if not blocks:
        lost = next((one for one in problems if one.code in LOST), None)
        raise UnreadableDocument(*((lost.code, lost.message) if lost else NOTHING))
    if package is not None:
        problems.extend(tell_cut(package, package.relations("xl/workbook.xml")))
        if package.has("xl/vbaProject.bin"):
            problems.append(Problem("read", "active_content", "notice", MACROS))
    title, author = _about(package) if media_type == XLSX and package is not None else (None, None)
    return Document(
        media_type=media_type,
        blocks=tuple(blocks),
        title=title or title_of(blocks, {sheet.name for sheet in sheets}),
        author=author,
        problems=tuple(problems),
    )


def _refuse_cut(package: Package) -> None:
    """Refuse a file cut short without its texts or formats: its cells would be empty, or numbers.

    Raises:
        UnreadableDocument: ``damaged``.
    """
    lines = package.relations("xl/workbook.xml").values() if package.cut else ()
    lost = [line.target for line in lines if line.kind in NEEDED and not package.has(line.target)]
    if lost:
        raise UnreadableDocument(
            "damaged",
            f"The spreadsheet is cut short: {', '.join(lost)} is lost, without which its cells "
            "cannot be read. Fetch or save it again.",
        )


def _xlsx_sheets(package: Package, limits: Limits, problems: list[Problem]) -> list[Sheet]:
    _refuse_cut(package)
    looks = read_looks(package)
    package.read("xl/sharedStrings.xml")  # inflated within its budget before calamine does it
    return _calamine_sheets(package.data, looks, limits, problems)


def _calamine_sheets(
    data: bytes, looks: dict[str, SheetLook], limits: Limits, problems: list[Problem]
) -> list[Sheet]:
    sheets = []
    wide = {name: look for name, look in looks.items() if look.rows * look.columns > MAX_SQUARES}
    for meta, sheet in _open_sheets(data, wide):
        if meta.visible != SheetVisibleEnum.Visible:
            problems.append(_hidden(f'sheet "{meta.name}" is hidden and was left out'))
        elif meta.name in wide:
            problems.append(_too_wide(meta.name, wide[meta.name]))
        elif sheet is None:
            message = (
                f'sheet "{meta.name}" is broken and was left out. Fetch or save the file again.'
            )
            problems.append(Problem("read", "damaged", "warning", message))
        else:
            squares = _squares(sheet, looks.get(meta.name, SheetLook()), limits, problems)
            sheets.append(Sheet(meta.name, squares, _merged(sheet)))
    return sheets


def _open_sheets(
    data: bytes, wide: Container[str]
) -> Iterator[tuple[SheetMetadata, CalamineSheet | None]]:
    """The sheets of the book in their order; None beside one that is broken or too wide."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise UnreadableDocument(
            "encrypted", "The spreadsheet is protected by a password. Save it without one."
        ) from error
    except BROKEN as error:
        raise UnreadableDocument(
            "damaged", f"The spreadsheet is broken ({error}). Fetch or save it again."
        ) from error
    for meta in book.sheets_metadata:
        if meta.typ == SheetTypeEnum.WorkSheet:
            sheet = None
            with suppress(*BROKEN):
                sheet = None if meta.name in wide else book.get_sheet_by_name(meta.name)
            yield meta, sheet


def _too_wide(name: str, look: SheetLook) -> Problem:
    message = (
        f'sheet "{name}" spans {look.rows:,} rows and {look.columns:,} columns and was left out; '
        f"at most {MAX_SQUARES:,} squares are read. Clear what stands far from its tables."
    )
    return Problem("read", "unpacked_size", "warning", message)


def _squares(
    sheet: CalamineSheet, look: SheetLook, limits: Limits, problems: list[Problem]
) -> dict[tuple[int, int], Square]:
    squares: dict[tuple[int, int], Square] = {}
    hidden: set[int] = set()
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True, nrows=MAX_ROWS)):
        if len(squares) > MAX_FILLED:
            message = f'sheet "{sheet.name}": only its first {row:,} rows were read'
            problems.append(Problem("read", "page_objects", "warning", message))
            break
        for column, value in enumerate(values[: limits.columns]):
            place = (top + row, left + column)
            text = look.errors.get(place) or show(value, look.cells.get(place, PLAIN).format)
            if not text.strip() and look.cells.get(place, PLAIN).fill is None:
                continue
            if place[0] in look.hidden_rows or place[1] in look.hidden_columns:
                hidden.add(place[0])
                continue
            style = look.cells.get(place, PLAIN)
            number = isinstance(value, int | float | date)
            runs = look.rich.get(place, ())
            shown = displayed(runs) if runs else text
            squares[place] = Square(shown, style.fill, style.bold, style.struck, number, runs)
    if hidden:
        problems.append(_hidden(f'sheet "{sheet.name}": hidden rows or columns were left out'))
    if sheet.height > MAX_ROWS or sheet.width > limits.columns:
        message = f'sheet "{sheet.name}": only {MAX_ROWS:,} rows and {limits.columns} columns read'
        problems.append(Problem("read", "page_objects", "warning", message))
    return squares


def _merged(sheet: CalamineSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Top left square of each merged range to its rows and columns; {} where not known (.xls)."""
    ranges = sheet.merged_cell_ranges or ()
    return {
        (top, left): (bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in ranges
    }


def _about(package: Package) -> tuple[str | None, str | None]:
    """Title and author field of the file; None where it has none."""
    core = package.tree("docProps/core.xml")
    if core is None:
        return None, None
    title, author = (core.findtext(f"{DUBLIN}{name}") or "" for name in ("title", "creator"))
    return title.strip() or None, author.strip() or None


def _hidden(message: str) -> Problem:
    return Problem("read", "hidden_text", "notice", message)
