"""The numbers and bullets that Word counts by itself and that stand nowhere in the text.

Reads ``numbering.xml`` (ECMA-376 part 1, 17.9) and counts in document order, as Word does: lists of
one ``abstractNum`` count together until one of them states a start of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractors.readers.symbols import glyphs
from extractors.readers.word.figures import figure
from extractors.readers.word.xml import VAL, Element, W, is_on, number, value, whole

MAX_TEXT = 255  # characters of what a level displays; Word takes no more
LEVELS = 9  # levels of a list, 0 to 8
PLACEHOLDER_RE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: The first number.
        style: Word's name of the figures: ``"decimal"``, ``"lowerLetter"``, ``"bullet"`` ...
        custom: The pattern of a custom style: ``"001, 002, 003, ..."``; else None.
        text: What is displayed, with a place for the number of each level: ``"%1.%2"``.
        legal: Numbers of the other levels are displayed as figures whatever their own style.
        restart: Count of higher levels that restart it; None for all, 0 for none.
        hidden: The number is not displayed.
        paragraph_style: The style that is linked to this level; None where none is.
    """

    start: int = 1
    style: str = "decimal"
    custom: str | None = None
    text: str = ""
    legal: bool = False
    restart: int | None = None
    hidden: bool = False
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """One ``w:num``: its levels, what counts it together with others, and the starts it states."""

    counted_with: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted.

    ``begun`` holds the lists and levels whose own start has been applied, which happens once.
    """

    lists: Mapping[int, NumberedList] = field(default_factory=dict)
    counts: dict[int, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[int, int]] = field(default_factory=set)

    def marker(self, num_id: int, level: int) -> str | None:
        """Count one paragraph and give the marker displayed before it; None where there is none."""
        counted = self.lists.get(num_id)
        if counted is None or level not in counted.levels:
            return None
        counts = self.counts.setdefault(counted.counted_with, {})
        if level in counted.starts and (num_id, level) not in self.begun:
            self.begun.add((num_id, level))
            counts.pop(level, None)
        own = counted.levels[level]
        for higher in range(level):  # a level that is passed over is begun, and counted from there
            if higher in counted.levels:
                counts.setdefault(higher, counted.levels[higher].start)
        counts[level] = counts[level] + 1 if level in counts else _start(counted, level)
        for deeper in [key for key in counts if key > level]:
            restart = counted.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                del counts[deeper]
        return None if own.hidden else _displayed(counted, level, counts)

    def level_of(self, num_id: int, style_ids: tuple[str, ...]) -> int:
        """The level that a list links to a paragraph style, or to one it is based on; else 0."""
        counted = self.lists.get(num_id)
        levels = {} if counted is None else counted.levels
        linked = {level.paragraph_style: depth for depth, level in levels.items()}
        return next((linked[style] for style in style_ids if style in linked), 0)


def read_numbering(root: Element | None, style_lists: Mapping[str, int]) -> Numbering:
    """Read ``numbering.xml``; no lists where the package has none.

    Args:
        root: The root of the part.
        style_lists: Id of each numbering style to the ``numId`` that it names.
    """
    if root is None:
        return Numbering()
    abstracts = {
        key: item
        for item in root.iterfind(f"{W}abstractNum")
        if (key := whole(item.get(f"{W}abstractNumId"))) is not None
    }
    nums = {
        key: item
        for item in root.iterfind(f"{W}num")
        if (key := whole(item.get(f"{W}numId"))) is not None
    }
    pictured = _PICTURED if root.find(f"{W}numPicBullet") is not None else _PLAIN
    lists: dict[int, NumberedList] = {}
    for key, item in nums.items():
        abstract_id = _linked(number(item, f"{W}abstractNumId"), abstracts, nums, style_lists)
        if abstract_id in abstracts:
            lists[key] = _read_list(item, abstract_id, abstracts[abstract_id], pictured)
    return Numbering(lists)


_PICTURED, _PLAIN = True, False


def _linked(
    abstract_id: int | None,
    abstracts: Mapping[int, Element],
    nums: Mapping[int, Element],
    style_lists: Mapping[str, int],
) -> int:
    """The list that holds the levels: a list may point to a numbering style that points on."""
    if abstract_id is None or abstract_id not in abstracts:
        return -1
    link = value(abstracts[abstract_id], f"{W}numStyleLink")
    num = nums.get(style_lists.get(link or "", -1))
    target = number(num, f"{W}abstractNumId")
    return abstract_id if target is None else target


def _read_list(item: Element, abstract_id: int, abstract: Element, pictured: bool) -> NumberedList:
    levels = dict(_read_level(level, pictured) for level in abstract.iterfind(f"{W}lvl"))
    starts: dict[int, int] = {}
    for override in item.iterfind(f"{W}lvlOverride"):
        depth = whole(override.get(f"{W}ilvl")) or 0
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[depth] = _read_level(own, pictured)[1]
        start = number(override, f"{W}startOverride")
        if start is not None:
            starts[depth] = start
    levels = {depth: level for depth, level in levels.items() if 0 <= depth < LEVELS}
    return NumberedList(abstract_id, levels, starts)


def _read_level(item: Element, pictured: bool) -> tuple[int, Level]:
    depth = whole(item.get(f"{W}ilvl")) or 0
    form = item.find(f".//{W}numFmt")
    level = Level(
        start=_or(number(item, f"{W}start"), 1),
        style="decimal" if form is None else form.get(VAL, "decimal"),
        custom=None if form is None else form.get(f"{W}format"),
        text=(value(item, f"{W}lvlText") or "")[:MAX_TEXT],
        legal=bool(is_on(item, f"{W}isLgl")),
        restart=number(item, f"{W}lvlRestart"),
        hidden=bool(is_on(item.find(f"{W}rPr"), f"{W}vanish")),
        paragraph_style=value(item, f"{W}pStyle"),
    )
    if level.style != "bullet":
        return depth, level
    if pictured and item.find(f"{W}lvlPicBulletId") is not None:
        return depth, replace(level, text="•")
    fonts = item.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    return depth, replace(level, text=glyphs(level.text, font, unknown="•"))


def _or(stated: int | None, otherwise: int) -> int:
    return otherwise if stated is None else stated


def _start(counted: NumberedList, level: int) -> int:
    return counted.starts.get(level, counted.levels.get(level, Level()).start)


def _displayed(counted: NumberedList, level: int, counts: Mapping[int, int]) -> str | None:
    own = counted.levels[level]
    if own.style == "bullet":
        return own.text.strip() or None

    def number_of(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        shown = counted.levels.get(depth, Level(style="none"))
        style = "decimal" if own.legal and shown.style not in ("none", "bullet") else shown.style
        return figure(counts.get(depth, _start(counted, depth)), style, shown.custom)

    return " ".join(PLACEHOLDER_RE.sub(number_of, own.text, count=LEVELS).split()) or None
