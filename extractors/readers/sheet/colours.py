"""The background colours of .xlsx cells: stated, of the theme with a tint, of the old palette.

Knows SpreadsheetML (ECMA-376 part 1, 18.8) and the theme part; knows no cells.
"""

import re
from collections.abc import Sequence

from lxml import etree

from extractors.readers.package import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HEX_RE = re.compile(r"[0-9a-f]{6}")
# the theme lists dark before light; cells count light 1, dark 1, light 2, dark 2
SWAPPED = (1, 0, 3, 2)
WHITE = "ffffff"
NUMBER_RE = re.compile(r"[0-9]{1,4}")  # a colour's place in the theme or the palette
OLD_PALETTE = HEX_RE.findall(  # colours that a file names by number alone (18.8.27)
    "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff "
    "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 "
    "008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff "
    "ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff "
    "ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 "
    "993300 993366 333399 333333"
)


def read_theme(package: Package) -> list[str]:
    """The colours of the workbook's theme as cells count them: ``["ffffff", "000000", ...]``."""
    tree = package.whole("xl/theme/theme1.xml")
    scheme = None if tree is None else tree.find(f".//{DRAWING}clrScheme")
    slots = [_stated(slot) for slot in scheme] if scheme is not None else []
    first = [slots[place] for place in SWAPPED] if len(slots) >= len(SWAPPED) else []
    return [*first, *slots[len(first) :]]


def fill_of(fill: "etree._Element", theme: Sequence[str]) -> str | None:
    """``"#rrggbb"`` of a solid fill; None for white, for none and for what is not known."""
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    colour = pattern.find(f"{MAIN}fgColor")
    code = None if colour is None else _colour(colour, theme)
    return None if code in (None, WHITE) else f"#{code}"


def _stated(slot: "etree._Element") -> str:
    colours = (colour.get("lastClr") or colour.get("val") or "" for colour in slot)
    return next((code.lower() for code in colours if HEX_RE.fullmatch(code.lower())), WHITE)


def _colour(colour: "etree._Element", theme: Sequence[str]) -> str | None:
    code = (colour.get("rgb") or "")[-6:].lower()
    if not HEX_RE.fullmatch(code):
        old = _counted(colour.get("indexed"), OLD_PALETTE)
        code = _counted(colour.get("theme"), theme) or old or ""
    return _tinted(code, colour.get("tint")) if code else None


def _counted(number: str | None, colours: Sequence[str]) -> str | None:
    known = number is not None and NUMBER_RE.fullmatch(number)
    place = int(number or 0) if known else len(colours)
    return colours[place] if place < len(colours) else None


def _tinted(code: str, tint: str | None) -> str:
    """A colour made lighter (tint 0 to 1) or darker (-1 to 0) (18.8.19)."""
    try:
        share = max(-1.0, min(float(tint or 0), 1.0))
    except ValueError:
        share = 0.0
    if not share:
        return code
    parts = (int(code[place : place + 2], 16) for place in (0, 2, 4))
    mixed = (part * (1 + share) if share < 0 else part + (255 - part) * share for part in parts)
    return "".join(f"{round(part):02x}" for part in mixed)
