"""The sheets of an OpenDocument spreadsheet: texts as shown, spans, fills, hidden rows.

An .ods file keeps the shown text of every cell beside its value ("Mar-24"), so it is read from the
XML and not through python-calamine, which gives the value alone; of a cell that a program wrote
without its text the value is printed. Knows OpenDocument 1.3 tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.package import Package
from extractors.readers.sheet.tables import MAX_FILLED, MAX_ROWS, Sheet, Square
from extractors.readers.sheet.values import show

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = f"{OASIS}office:1.0}}", f"{OASIS}table:1.0}}", f"{OASIS}text:1.0}}"
STYLE, LOOKS = f"{OASIS}style:1.0}}", f"{OASIS}xsl-fo-compatible:1.0}}"
NUMBERS = frozenset(("float", "date", "percentage", "currency", "time"))
HIDDEN = frozenset(("collapse", "filter"))
PARENTS = 10  # styles above a style that are asked; LibreOffice's deepest has 3

Element = etree._Element


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str | None = None
    bold: bool = False
    struck: bool = False
    shown: bool = True


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell that shows something: its column from 0, and how many rows and columns it covers."""

    column: int
    square: Square
    span: tuple[int, int]


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
    looks = _looks([tree for tree in (package.tree("styles.xml"), content) if tree is not None])
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
    columns = _hidden_columns(table, limits.columns)
    row = 0
    hidden = False
    for line in table.iter(f"{TABLE}table-row"):
        filled = list(_cells(line, looks, limits.columns))
        cells = [cell for cell in filled if cell.column not in columns]
        times = _number(line.get(f"{TABLE}number-rows-repeated"))
        unseen = line.get(f"{TABLE}visibility") in HIDDEN
        hidden = hidden or (bool(filled) and (unseen or len(cells) < len(filled)))
        room = min(MAX_ROWS - row, (MAX_FILLED - len(squares)) // max(len(cells), 1))
        for copy in range(0 if unseen or not cells else min(times, room)):
            for cell in cells:
                squares[row + copy, cell.column] = cell.square
                if cell.span != (1, 1):
                    merged[row + copy, cell.column] = cell.span
        row += times
        if cells and not unseen and times > room:
            message = (
                f'sheet "{name}": only its first {max(row - times + room, 0):,} rows were read'
            )
            problems.append(Problem("read", "page_objects", "warning", message))
            break
    if hidden:
        problems.append(_note(f'sheet "{name}": hidden rows or columns were left out'))
    return Sheet(name, squares, merged)


def _hidden_columns(table: Element, most: int) -> frozenset[int]:
    """The columns from 0 that the sheet does not show, up to ``most``."""
    hidden: set[int] = set()
    column = 0
    for line in table.iter(f"{TABLE}table-column"):
        times = _number(line.get(f"{TABLE}number-columns-repeated"))
        if line.get(f"{TABLE}visibility") in HIDDEN:
            hidden.update(range(column, min(column + times, most)))
        column += times
    return frozenset(hidden)


def _cells(line: Element, looks: dict[str, _Look], most: int) -> Iterator[_Filled]:
    """The filled cells of a row, repeated ones once each, up to column ``most``."""
    column = 0
    for cell in line:
        times = _number(cell.get(f"{TABLE}number-columns-repeated"))
        if cell.tag == f"{TABLE}table-cell":
            look = looks.get(cell.get(f"{TABLE}style-name", ""), _Look())
            text = _text(cell) or _value(cell)
            number = cell.get(f"{OFFICE}value-type") in NUMBERS
            square = Square(text, look.fill, look.bold, look.struck, number)
            span = (
                min(_number(cell.get(f"{TABLE}number-rows-spanned")), MAX_ROWS),
                min(_number(cell.get(f"{TABLE}number-columns-spanned")), most),
            )
            # Repeated cells without text are the coloured rest of a row, out to column 16,384.
            shown = bool(text.strip()) or (look.fill is not None and times == 1)
            for copy in range(min(times, most - column) if shown else 0):
                yield _Filled(column + copy, square, span)
        column += times


def _value(cell: Element) -> str:
    """The value of a cell without text, as a sheet shows it that states no format."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "string":
        return cell.get(f"{OFFICE}string-value") or ""
    if kind == "boolean":
        return (cell.get(f"{OFFICE}boolean-value") or "").upper()
    try:
        if kind == "date":
            return show(date.fromisoformat((cell.get(f"{OFFICE}date-value") or "")[:10]), None)
        value = float(cell.get(f"{OFFICE}value") or "")
    except ValueError:
        return ""
    return show(value, "0%" if kind == "percentage" else None)


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


def _looks(trees: list[Element]) -> dict[str, _Look]:
    """Every style by its name; one without a property of its own has that of its parent."""
    styles = {
        style.get(f"{STYLE}name", ""): style
        for tree in trees
        for style in tree.iter(f"{STYLE}style")
    }
    return {name: _look(style, styles) for name, style in styles.items()}


def _look(style: Element, styles: dict[str, Element]) -> _Look:
    shown = fill = weight = line = None
    for _ in range(PARENTS):
        for part in style:
            shown = shown or part.get(f"{TABLE}display")
            fill = fill or part.get(f"{LOOKS}background-color")
            weight = weight or part.get(f"{LOOKS}font-weight")
            line = line or part.get(f"{STYLE}text-line-through-style")
        parent = styles.get(style.get(f"{STYLE}parent-style-name", ""))
        if parent is None:
            break
        style = parent
    colour = (fill or "").lower()
    known = len(colour) == 7 and colour != "#ffffff"
    struck = (line or "none") != "none"
    return _Look(colour if known else None, weight == "bold", struck, shown != "false")


def _number(text: str | None) -> int:
    digits = text or ""
    return max(int(digits), 1) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def _note(message: str) -> Problem:
    return Problem("read", "hidden_text", "notice", message)
