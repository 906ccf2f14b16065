"""Glyphs of the Symbol and Wingdings fonts, which Word and its PDFs keep at private code points.

``U+F0B7`` in Symbol is a bullet; no other font displays it. The tables name the glyphs that lists
and status cells use; the fonts' own charts are their source.
"""

import re

SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
    0xD0: "∠", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒", 0xE0: "◊",
}  # fmt: skip
WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "○",
    0xA3: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xAC: "✶", 0xB7: "•",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0x95: "•", 0x96: "•", 0x97: "●",
    0xA2: "■", 0xA3: "□",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}

PRIVATE = range(0xF000, 0xF100)  # where Word stores byte 0x00 to 0xFF of a symbol font
ANY_FONT = {**WINGDINGS, 0xB7: "•", 0x2D: "−"}  # for text whose font is not one of the three
PRIVATE_RE = re.compile("[\uf000-\uf0ff]")


def glyphs(text: str, font: str = "", unknown: str | None = None) -> str:
    """Give text with the glyphs of symbol fonts as common characters.

    Args:
        text: As stored: the private code point F0B7.
        font: The font's name: ``"Symbol"``; "" where it is not said.
        unknown: What stands for a private glyph that no table names; None leaves it as it is.
    """
    table = FONTS.get(font.lower())
    if text.isascii() and table is None:
        return text
    return "".join(_glyph(letter, table, unknown) for letter in text)


def _glyph(letter: str, table: dict[int, str] | None, unknown: str | None) -> str:
    code = ord(letter)
    if code not in PRIVATE and (table is None or code > 0xFF):
        return letter
    known = (ANY_FONT if table is None else table).get(code & 0xFF)
    if known is not None:
        return known
    return letter if unknown is None or code not in PRIVATE else unknown
