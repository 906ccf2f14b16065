"""The markers of HTML lists: bullets, and the numbers that a browser counts."""

import re

from lxml.html import HtmlElement

from extractors.readers.roman import MOST_ROMAN, roman
from extractors.readers.web.elements.hidden import style_of

BULLET = "•"
NO_MARKER_RE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
STYLE_RE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(lower|upper)-(alpha|latin|roman)", re.I)
TYPES = ("a", "A", "i", "I")


def markers_of(parent: HtmlElement) -> dict[HtmlElement, str]:
    """The marker that a browser shows before each item of a list.

    ``"3."`` or ``"c."`` for the third item of an ``<ol>``, ``"•"`` in any other list; ``{}`` where
    the list's own style asks for none.
    """
    if NO_MARKER_RE.search(style_of(parent)):
        return {}
    items = parent.findall("li")
    if parent.tag != "ol":
        return dict.fromkeys(items, BULLET)
    down = parent.get("reversed") is not None
    start = _whole(parent.get("start"))
    number = start if start is not None else len(items) if down else 1
    kind = _type(parent)
    markers: dict[HtmlElement, str] = {}
    for item in items:
        own = _whole(item.get("value"))
        number = number if own is None else own
        markers[item] = f"{_letters(number, kind)}."
        number += -1 if down else 1
    return markers


def _type(parent: HtmlElement) -> str:
    found = STYLE_RE.search(style_of(parent))
    if found is None:
        kind = parent.get("type") or "1"
        return kind if kind in TYPES else "1"
    kind = "i" if found[2].lower() == "roman" else "a"
    return kind.upper() if found[1].lower() == "upper" else kind


def _letters(number: int, kind: str) -> str:
    """A number as digits, letters (``27`` is ``"aa"``) or Roman digits."""
    if kind not in TYPES or not 0 < number <= MOST_ROMAN:
        return str(number)
    text = roman(number) if kind in "iI" else _alphabetic(number)
    return text.upper() if kind.isupper() else text


def _alphabetic(number: int) -> str:
    text = ""
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text


def _whole(text: str | None) -> int | None:
    digits = (text or "").strip()
    short = digits.removeprefix("-").isdigit() and digits.isascii() and len(digits) < 7
    return int(digits) if short else None
