"""Background colours of Word cells: direct shading, patterns, theme colours, table styles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractors.readers.word.styles import Styles, wish_of
from extractors.readers.word.xml import VAL, A, Element, W, value

HEX_RE = re.compile(r"^[0-9A-Fa-f]{6}$")
PERCENT_RE = re.compile(r"^pct(\d{1,2})$")
LOOK_BITS = 0x04A0  # header row, first column, no column bands: what Word sets for a new table
LOOKS = (  # regions, the attribute that switches them, its bit in the older value
    (("firstRow",), "firstRow", 0x0020),
    (("firstCol",), "firstColumn", 0x0080),
    (("band1Horz", "band2Horz"), "noHBand", 0x0200),
)
DOTS = frozenset("●⬤•■◆▲▼")  # as symbol fonts are read, too
WHITE, BLACK = "ffffff", "000000"
THEME_NAMES = {  # names in a document to names in the theme (17.18.97)
    "background1": "lt1", "background2": "lt2", "text1": "dk1", "text2": "dk2",
    "light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableShading:
    """What a table's style says of the regions that are switched on for one table.

    Attributes:
        fills: Colour of a region: ``{"firstRow": "1b5e3a", "whole": "f2f2f2"}``.
        bold: Regions whose letters are bold.
        regions: Regions that are switched on; "whole" always is.
        theme: The document's theme colours: ``{"accent1": "4f81bd"}``.
    """

    fills: Mapping[str, str | None] = field(default_factory=dict)
    bold: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    theme: Mapping[str, str] = field(default_factory=dict)

    def is_bold(self, row: int, column: int) -> bool:
        """Whether the style makes the letters of a cell bold."""
        return bool(self.bold) and any(name in self.bold for name in self._at(row, column))

    def fill(self, row: int, column: int) -> str | None:
        """The colour that the style gives a cell; None for none."""
        if not self.fills:
            return None
        return next((self.fills[n] for n in self._at(row, column) if n in self.fills), None)

    def _at(self, row: int, column: int) -> list[str]:
        """Regions that a cell stands in, the one that wins first."""
        headed = "firstRow" in self.regions
        band = "band1Horz" if (row - headed) % 2 == 0 else "band2Horz"
        stands = [
            *(["firstRow"] if row == 0 else []),
            *(["firstCol"] if column == 0 else []),
            *([band] if row >= headed else []),
            "whole",
        ]
        return [name for name in stands if name in self.regions]


def table_shading(table: Element, styles: Styles, theme: Mapping[str, str]) -> TableShading:
    """What the style of a table says, for the regions that the table switches on."""
    style_id = value(table.find(f"{W}tblPr"), f"{W}tblStyle")
    if style_id is None:
        return TableShading(theme=theme)
    fills: dict[str, str | None] = {}
    bold: dict[str, bool] = {}
    for style in styles.chain(style_id):
        for name, part in _regions(style):
            shading = part.find(f"{W}tcPr/{W}shd")
            if shading is not None:
                fills.setdefault(name, shade(shading, theme))
            switched = wish_of(part.find(f"{W}rPr")).bold
            if switched is not None:
                bold.setdefault(name, switched)
    on = frozenset(name for name in bold if bold[name])
    return TableShading(fills, on, _switched_on(table.find(f"{W}tblPr/{W}tblLook")), theme)


def _regions(style: Element) -> Iterator[tuple[str, Element]]:
    yield "whole", style
    for part in style.iterfind(f"{W}tblStylePr"):
        name = part.get(f"{W}type", "")
        yield ("whole" if name == "wholeTable" else name), part


def _switched_on(look: Element | None) -> frozenset[str]:
    """Regions of a ``w:tblLook``: by its attributes, else by the bits of its value (17.4.56)."""
    try:
        bits = LOOK_BITS if look is None else int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = LOOK_BITS
    names = {"whole"}
    for name, attribute, bit in LOOKS:
        stated = None if look is None else look.get(f"{W}{attribute}")
        on = bool(bits & bit) if stated is None else stated in ("1", "true", "on")
        if on != attribute.startswith("no"):
            names.update(name)
    return frozenset(names)


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
        colour = shading.fill(row, column)
    return None if colour in (None, WHITE) else f"#{colour}"


def dot_colour(cell: Element, text: str, theme: Mapping[str, str]) -> str | None:
    """The colour of a cell that shows nothing but a dot, as a rating: ``"#00b050"``.

    It says what a filled cell says; None for any other text, and for black and white dots.
    """
    if text not in DOTS:
        return None
    inks = (_colour(ink, "val", "themeColor", theme) for ink in cell.iter(f"{W}color"))
    colours = {ink for ink in inks if ink not in (None, BLACK, WHITE)}
    return f"#{colours.pop()}" if len(colours) == 1 else None


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
