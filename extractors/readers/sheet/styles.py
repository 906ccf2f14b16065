"""How the cells of an .xlsx sheet are shown: number formats, fills, bold, struck, hidden rows.

python-calamine gives values without their look; this reads the look from the sheet's own XML.
Knows SpreadsheetML; knows no tables. Formats by condition are not evaluated.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractors.errors import UnreadableDocument
from extractors.readers.package import Package
from extractors.readers.sheet.colours import fill_of, read_theme
from extractors.readers.sheet.rich import Runs, read_rich, runs_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy"},
    **{15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy hh:mm"},
}
"""Number formats that a file names by number alone (ECMA-376 part 1, 18.8.30)."""

REF_RE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")


@dataclass(frozen=True, slots=True)
class CellLook:
    """How one cell is shown; ``format`` is the number format ("mmm-yy"), None for general."""

    format: str | None = None
    fill: str | None = None
    bold: bool = False
    struck: bool = False


PLAIN = CellLook()


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The look of a sheet; rows and columns count from 0.

    ``rows`` and ``columns`` are the extent of its cells with a value, counted without reading any;
    ``errors`` the cells that show ``"#REF!"`` and the like, which python-calamine gives as empty;
    ``rich`` those of which only some letters are bold or struck.
    """

    cells: dict[tuple[int, int], CellLook] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    rich: dict[tuple[int, int], Runs] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    rows: int = 0
    columns: int = 0


def read_looks(package: Package) -> dict[str, SheetLook]:
    """The look of every worksheet by its name.

    Raises:
        UnreadableDocument: ``doctype``, ``damaged`` or ``unpacked_size``.
    """
    workbook = package.tree("xl/workbook.xml")
    if workbook is None:
        raise UnreadableDocument("damaged", "The spreadsheet has no workbook. Save it again.")
    relations = package.relations("xl/workbook.xml")
    styles, strings = _read_styles(package), read_rich(package)
    looks: dict[str, SheetLook] = {}
    for sheet in workbook.iter(f"{MAIN}sheet"):
        relation = relations.get(sheet.get(f"{OFFICE}id", ""))
        if relation is None or relation.external or not package.has(relation.target):
            continue
        tree = package.whole(relation.target)
        if tree is not None:  # the caller cannot read its values either
            looks[sheet.get("name", "")] = _sheet_look(tree, styles, strings)
    return looks


def _sheet_look(
    tree: "etree._Element", styles: list[CellLook], strings: Mapping[int, Runs]
) -> SheetLook:
    cells: dict[tuple[int, int], CellLook] = {}
    rich: dict[tuple[int, int], Runs] = {}
    errors: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    rows = columns = 0
    for element in tree.iter(f"{MAIN}row"):
        row = _number(element.get("r")) - 1 if element.get("r") else rows
        if element.get("hidden") in ("1", "true"):
            hidden.add(row)
        column = -1
        for cell in element.iter(f"{MAIN}c"):
            found = REF_RE.match(cell.get("r") or "")
            column = _column(found[1]) if found is not None else column + 1
            place = (int(found[2]) - 1 if found is not None else row), column
            if len(cell):  # a formatted one alone is no square that is held
                rows, columns = max(rows, place[0] + 1), max(columns, column + 1)
            style = _number(cell.get("s"))
            if 0 < style < len(styles) and styles[style] != PLAIN:
                cells[place] = styles[style]
            if cell.get("t") == "e":
                errors[place] = cell.findtext(f"{MAIN}v") or ""
            runs = _runs(cell, strings)
            if runs:
                rich[place] = runs
    return SheetLook(
        cells, errors, rich, frozenset(hidden), frozenset(_hidden_columns(tree)), rows, columns
    )


def _runs(cell: "etree._Element", strings: Mapping[int, Runs]) -> Runs:
    kind = cell.get("t")
    if kind == "s":
        return strings.get(_number(cell.findtext(f"{MAIN}v")), ()) if strings else ()
    inline = cell.find(f"{MAIN}is") if kind == "inlineStr" else None
    return () if inline is None else runs_of(inline)


def _hidden_columns(tree: "etree._Element") -> Iterator[int]:
    for band in tree.iter(f"{MAIN}col"):
        if band.get("hidden") in ("1", "true"):
            first, last = _number(band.get("min")), _number(band.get("max"))
            yield from range(first - 1, min(last, 16_384))


def _read_styles(package: Package) -> list[CellLook]:
    tree = package.tree("xl/styles.xml")
    if tree is None:
        return []
    formats = {
        _number(line.get("numFmtId")): line.get("formatCode") or ""
        for line in tree.iter(f"{MAIN}numFmt")
    }
    fonts = [_font(font) for font in tree.iterfind(f"{MAIN}fonts/{MAIN}font")]
    theme = read_theme(package)
    fills = [fill_of(fill, theme) for fill in tree.iterfind(f"{MAIN}fills/{MAIN}fill")]
    looks = []
    for line in tree.iterfind(f"{MAIN}cellXfs/{MAIN}xf"):
        number = _number(line.get("numFmtId"))
        font, fill = _number(line.get("fontId")), _number(line.get("fillId"))
        bold, struck = fonts[font] if font < len(fonts) else (False, False)
        looks.append(
            CellLook(
                formats.get(number) or BUILT_IN.get(number),
                fills[fill] if fill < len(fills) else None,
                bold,
                struck,
            )
        )
    return looks


def _font(font: "etree._Element") -> tuple[bool, bool]:
    return _is_on(font.find(f"{MAIN}b")), _is_on(font.find(f"{MAIN}strike"))


def _is_on(mark: "etree._Element | None") -> bool:
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _number(text: str | None) -> int:
    digits = text or ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0
