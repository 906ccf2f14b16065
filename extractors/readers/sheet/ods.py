"""The sheets of an OpenDocument spreadsheet: texts as shown, spans, fills, hidden rows.

An .ods file keeps the shown text of every cell beside its value ("Mar-24"), so it is read from the
XML and not through python-calamine, which gives the value alone. Knows OpenDocument 1.3 tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.package import Package
from extractors.readers.sheet.tables import MAX_ROWS, Sheet, Square

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = f"{OASIS}office:1.0}}", f"{OASIS}table:1.0}}", f"{OASIS}text:1.0}}"
STYLE, LOOKS = f"{OASIS}style:1.0}}", f"{OASIS}xsl-fo-compatible:1.0}}"
NUMBERS = frozenset(("float", "date", "percentage", "currency", "time"))
HIDDEN = frozenset(("collapse", "filter"))

Element = etree._Element


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str | None = None
    bold: bool = False
    struck: bool = False
    shown: bool = True


def read_ods(package: Package, limits: Limits, problems: list[Problem]) -> list[Sheet]:
    """The sheets that show something; what is hidden is left out and noted in ``problems``.

    Raises:
        UnreadableDocument: ``damaged``, ``encrypted``, ``doctype`` or ``unpacked_size``.
    """
    manifest = package.read("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise UnreadableDocument(
            "encrypted", "The spreadsheet is protected by a password. Save it without one."
        )
    content = package.tree("content.xml")
    if content is None:
        raise UnreadableDocument("damaged", "The spreadsheet has no content. Save it again.")
    looks = {style.get(f"{STYLE}name", ""): _look(style) for style in content.iter(f"{STYLE}style")}
    sheets = []
    for table in content.iter(f"{TABLE}table"):
        name = table.get(f"{TABLE}name", "")
        if not looks.get(table.get(f"{TABLE}style-name", ""), _Look()).shown:
            problems.append(_note(f'sheet "{name}" is hidden and was left out'))
            continue
        sheets.append(_sheet(table, name, looks, limits, problems))
    return sheets


def _sheet(
    table: Element, name: str, looks: dict[str, _Look], limits: Limits, problems: list[Problem]
) -> Sheet:
    squares: dict[tuple[int, int], Square] = {}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    row = 0
    hidden = False
    for line in table.iter(f"{TABLE}table-row"):
        cells = list(_cells(line, looks, limits.columns))
        times = _number(line.get(f"{TABLE}number-rows-repeated"))
        if line.get(f"{TABLE}visibility") in HIDDEN:
            hidden = hidden or bool(cells)
            row += times
            continue
        for copy in range(min(times, MAX_ROWS - row) if cells else 0):
            for column, square, span in cells:
                squares[row + copy, column] = square
                if span != (1, 1):
                    merged[row + copy, column] = span
        row += times
        if cells and row > MAX_ROWS:
            message = f'sheet "{name}": only {MAX_ROWS:,} rows were read'
            problems.append(Problem("read", "page_objects", "warning", message))
            break
    if hidden:
        problems.append(_note(f'sheet "{name}": hidden rows were left out'))
    return Sheet(name, squares, merged)


def _cells(
    line: Element, looks: dict[str, _Look], most: int
) -> Iterator[tuple[int, Square, tuple[int, int]]]:
    """The filled cells of a row: column from 0, what it shows, its rows and columns."""
    column = 0
    for cell in line:
        times = _number(cell.get(f"{TABLE}number-columns-repeated"))
        if cell.tag == f"{TABLE}table-cell":
            look = looks.get(cell.get(f"{TABLE}style-name", ""), _Look())
            text = _text(cell)
            number = cell.get(f"{OFFICE}value-type") in NUMBERS
            square = Square(text, look.fill, look.bold, look.struck, number)
            span = (
                _number(cell.get(f"{TABLE}number-rows-spanned")),
                _number(cell.get(f"{TABLE}number-columns-spanned")),
            )
            # Repeated cells without text are the coloured rest of a row, out to column 16,384.
            shown = bool(text.strip()) or (look.fill is not None and times == 1)
            for copy in range(min(times, most - column) if shown else 0):
                yield column + copy, replace(square), span
        column += times


def _text(cell: Element) -> str:
    """The paragraphs of a cell, a line each; comments are no part of it."""
    return "\n".join("".join(_pieces(part)) for part in cell if part.tag == f"{TEXT}p")


def _pieces(part: Element) -> Iterator[str]:
    yield part.text or ""
    for child in part:
        if child.tag in (f"{TEXT}s", f"{TEXT}tab"):
            yield " "
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag != f"{OFFICE}annotation":
            yield from _pieces(child)
        yield child.tail or ""


def _look(style: Element) -> _Look:
    shown = fill = None
    bold = struck = False
    for line in style:
        shown = line.get(f"{TABLE}display") or shown
        colour = (line.get(f"{LOOKS}background-color") or "").lower()
        fill = colour if len(colour) == 7 and colour != "#ffffff" else fill
        bold = bold or line.get(f"{LOOKS}font-weight") == "bold"
        struck = struck or line.get(f"{STYLE}text-line-through-style", "none") != "none"
    return _Look(fill, bold, struck, shown != "false")


def _number(text: str | None) -> int:
    digits = text or ""
    return max(int(digits), 1) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def _note(message: str) -> Problem:
    return Problem("read", "hidden_text", "notice", message)
