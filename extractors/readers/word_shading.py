"""Background colours of Word cells: direct shading, patterns, theme colours, table styles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.readers.word_xml import VAL, A, Element, W

HEX_RE = re.compile(r"^[0-9A-Fa-f]{6}$")
PERCENT_RE = re.compile(r"^pct(\d{1,2})$")
WHITE, BLACK = "ffffff", "000000"
THEME_NAMES = {  # names in a document to names in the theme (17.18.97)
    "background1": "lt1", "background2": "lt2", "text1": "dk1", "text2": "dk2",
    "light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableShading:
    """What a table's style says of its colours: regions such as "firstRow" to a colour.

    ``theme`` holds the document's theme colours: ``{"accent1": "4f81bd"}``.
    """

    regions: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)


def read_theme(root: Element | None) -> dict[str, str]:
    """The colours of ``theme1.xml`` by name; empty where there is none."""
    scheme = None if root is None else root.find(f".//{A}clrScheme")
    colours: dict[str, str] = {}
    for slot in scheme if scheme is not None else ():
        for colour in slot:
            stated = colour.get("lastClr") or colour.get("val") or ""
            if HEX_RE.match(stated):
                colours[slot.tag.rpartition("}")[2]] = stated.lower()
    return colours


def fill_of(properties: Element | None, shading: TableShading, row: int, column: int) -> str | None:
    """The background of a cell as ``"#rrggbb"``; None where it is white or has none."""
    direct = None if properties is None else properties.find(f"{W}shd")
    colour = None if direct is None else shade(direct, shading.theme)
    if direct is None:
        regions = shading.regions
        named = [*(["firstRow"] if row == 0 else []), *(["firstCol"] if column == 0 else [])]
        colour = next((regions[name] for name in named if name in regions), regions.get("whole"))
    return None if colour in (None, WHITE) else f"#{colour}"


def shade(shading: Element, theme: Mapping[str, str]) -> str | None:
    """The colour that a ``w:shd`` gives, its pattern mixed in: ``"92d050"``; None for none."""
    pattern = shading.get(VAL, "clear")
    if pattern == "nil":
        return None
    ground = _colour(shading, "fill", "themeFill", theme)
    ink = _colour(shading, "color", "themeColor", theme) or BLACK
    if pattern == "solid":
        return ink
    percent = PERCENT_RE.match(pattern)
    return ground if percent is None else _mix(ink, ground or WHITE, int(percent[1]) / 100)


def _colour(element: Element, name: str, themed: str, theme: Mapping[str, str]) -> str | None:
    stated = element.get(f"{W}{name}", "auto")
    if HEX_RE.match(stated):
        return stated.lower()
    slot = element.get(f"{W}{themed}")
    colour = theme.get(THEME_NAMES.get(slot, slot)) if slot else None
    if colour is None:
        return None
    tint = _share(element.get(f"{W}{themed}Tint"))
    dark = _share(element.get(f"{W}{themed}Shade"))
    return _mix(_mix(colour, WHITE, tint), BLACK, dark)


def _share(stated: str | None) -> float:
    try:
        return int(stated or "FF", 16) / 255
    except ValueError:
        return 1.0


def _mix(one: str, other: str, share: float) -> str:
    """``share`` of one colour and the rest of the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
