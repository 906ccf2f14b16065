"""The sheets of an OpenDocument spreadsheet: texts as shown, spans, fills, hidden rows.

An .ods file keeps the shown text of every cell beside its value ("Mar-24"), so it is read from the
XML and not through python-calamine, which gives the value alone; of a cell that a program wrote
without its text the value is printed. Knows OpenDocument 1.3 tables.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.blocks import Problem
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers.markup import Element
from extractors.readers.package import Package
from extractors.readers.sheet.record import Sheet, Square
from extractors.readers.sheet.rich import displayed
from extractors.readers.sheet.tables import MAX_FILLED, MAX_ROWS
from extractors.readers.sheet.values import show
from extractors.readers.web.blocks.inline import Run

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = f"{OASIS}office:1.0}}", f"{OASIS}table:1.0}}", f"{OASIS}text:1.0}}"
STYLE, LOOKS = f"{OASIS}style:1.0}}", f"{OASIS}xsl-fo-compatible:1.0}}"
NUMBERS = frozenset(("float", "date", "percentage", "currency", "time"))
HIDDEN = frozenset(("collapse", "filter"))
BOLD_WEIGHTS = frozenset(("bold", "600", "700", "800", "900"))
PARENTS = 10  # styles above a style that are asked; LibreOffice's deepest has 3


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style shows a cell or some of its letters; None where it says nothing of it."""

    fill: str | None = None
    bold: bool | None = None
    struck: bool | None = None
    shown: bool = True


NOTHING_SAID = _Look()


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
            square = _square(cell, looks, look)
            span = (
                min(_number(cell.get(f"{TABLE}number-rows-spanned")), MAX_ROWS),
                min(_number(cell.get(f"{TABLE}number-columns-spanned")), most),
            )
            # Repeated cells without text are the coloured rest of a row, out to column 16,384.
            shown = bool(square.text.strip()) or (look.fill is not None and times == 1)
            for copy in range(min(times, most - column) if shown else 0):
                yield _Filled(column + copy, square, span)
        column += times


def _square(cell: Element, looks: dict[str, _Look], look: _Look) -> Square:
    runs = _runs(cell, looks, look)
    text = displayed(runs) or _value(cell)
    number = cell.get(f"{OFFICE}value-type") in NUMBERS
    rich = runs if _is_rich(runs, look) else ()
    return Square(text, look.fill, bool(look.bold), bool(look.struck), number, rich)


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


def _runs(cell: Element, looks: dict[str, _Look], base: _Look) -> tuple[Run, ...]:
    """The paragraphs of a cell, a line each, in pieces of one look; comments are no part of it."""
    runs: list[Run] = []
    for part in cell:
        if part.tag == f"{TEXT}p":
            runs.extend([Run("\n")] if runs else [])
            runs.extend(_pieces(part, looks, base))
    return tuple(runs)


def _pieces(part: Element, looks: dict[str, _Look], look: _Look) -> Iterator[Run]:
    bold, struck = bool(look.bold), bool(look.struck)
    yield Run(part.text or "", bold, struck)
    for child in part:
        if child.tag in (f"{TEXT}s", f"{TEXT}tab"):
            yield Run(" ", bold, struck)
        elif child.tag == f"{TEXT}line-break":
            yield Run("\n")
        elif child.tag != f"{OFFICE}annotation":
            own = looks.get(child.get(f"{TEXT}style-name", ""), NOTHING_SAID)
            inner = replace(
                look,
                bold=look.bold if own.bold is None else own.bold,
                struck=look.struck if own.struck is None else own.struck,
            )
            yield from _pieces(child, looks, inner)
        yield Run(child.tail or "", bold, struck)


def _is_rich(runs: Sequence[Run], look: _Look) -> bool:
    """Whether some letters look otherwise than the cell."""
    filled = [run for run in runs if run.text.strip()]
    return any((run.bold, run.struck) != (bool(look.bold), bool(look.struck)) for run in filled)


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
            line = line or _struck(part)
        parent = styles.get(style.get(f"{STYLE}parent-style-name", ""))
        if parent is None:
            break
        style = parent
    colour = (fill or "").lower()
    known = len(colour) == 7 and colour != "#ffffff"
    bold = None if weight is None else weight in BOLD_WEIGHTS
    struck = None if line is None else line != "none"
    return _Look(colour if known else None, bold, struck, shown != "false")


def _struck(part: Element) -> str | None:
    """What a property says of a line through the letters: "solid", "none"; None for nothing."""
    style = part.get(f"{STYLE}text-line-through-style")
    return style or part.get(f"{STYLE}text-line-through-type")


def _number(text: str | None) -> int:
    digits = text or ""
    return max(int(digits), 1) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def _note(message: str) -> Problem:
    return Problem("read", "hidden_text", "notice", message)
