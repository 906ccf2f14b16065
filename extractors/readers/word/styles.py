"""What a Word file's styles say of letters and paragraphs: bold, size, struck, outline, list.

Reads ``styles.xml``; follows ``basedOn`` and the document defaults (ECMA-376 part 1, 17.7).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import NamedTuple

from extractors.readers.word.xml import VAL, Element, W, is_on, number, value, whole

BOLD, SIZE, VANISH = f"{W}b", f"{W}sz", f"{W}vanish"
STRIKE, DOUBLE_STRIKE = f"{W}strike", f"{W}dstrike"
HALF_POINTS = 2  # sizes are stated in half points
BODY_OUTLINE = 9  # w:outlineLvl 9 says: body text
MAX_BASED_ON = 64  # styles above a style; Word itself allows 11, a cycle never ends
HEADING_NAME_RE = re.compile(r"^heading ([1-9])$")


class Look(NamedTuple):
    """How letters are displayed; ``size`` in points, None where nothing states it."""

    bold: bool = False
    size: float | None = None
    struck: bool = False
    hidden: bool = False


class Wish(NamedTuple):
    """What one ``w:rPr`` or one style asks of letters; None where it says nothing."""

    bold: bool | None = None
    size: float | None = None
    struck: bool | None = None
    hidden: bool | None = None


PLAIN_LOOK = Look()
NO_WISH = Wish()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all that it inherits.

    Attributes:
        ids: Its id, then those that it is based on.
        name: Its name in small letters: ``"heading 1"``, also in a localised Word.
        outline: 0 for the highest heading level; None for body text.
        title: It is, or is based on, Word's "Title".
        contents: It is one of Word's "toc" styles.
        num_id: The list that it belongs to; None where it says nothing.
        list_level: The level in that list; None where the list names the style instead.
        leader: Its tab stops are led to by dots.
        look: How its letters are displayed.
    """

    ids: tuple[str, ...] = ()
    name: str = ""
    outline: int | None = None
    title: bool = False
    contents: bool = False
    num_id: int | None = None
    list_level: int | None = None
    leader: bool = False
    look: Look = PLAIN_LOOK


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document; read on demand and kept."""

    elements: dict[str, Element] = field(default_factory=dict)
    default_paragraph: str = ""
    defaults: Look = PLAIN_LOOK
    paragraphs: dict[str | None, ParagraphStyle] = field(default_factory=dict)
    wishes: dict[str, Wish] = field(default_factory=dict)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The paragraph style of that id; the default one for None and for an unknown id."""
        known = self.paragraphs.get(style_id)
        if known is None:
            found = style_id if style_id in self.elements else self.default_paragraph
            known = self.paragraphs[style_id] = _paragraph_style(self, found or "")
        return known

    def wish(self, style_id: str | None) -> Wish:
        """What a character style asks, with all that it is based on."""
        if style_id is None or style_id not in self.elements:
            return NO_WISH
        known = self.wishes.get(style_id)
        if known is None:
            chain = reversed(list(self.chain(style_id)))
            known = reduce(_overrule, (wish_of(s.find(f"{W}rPr")) for s in chain), Wish())
            self.wishes[style_id] = known
        return known

    def chain(self, style_id: str) -> Iterator[Element]:
        """The style of that id and those that it is based on, nearest first."""
        seen: set[str] = set()
        next_id: str | None = style_id
        while next_id in self.elements and next_id not in seen and len(seen) < MAX_BASED_ON:
            seen.add(next_id)
            yield self.elements[next_id]
            next_id = value(self.elements[next_id], f"{W}basedOn")


def read_styles(root: Element | None) -> Styles:
    """Read ``styles.xml``; empty styles where the package has none."""
    if root is None:
        return Styles()
    elements = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}
    default = next(
        (
            key
            for key, style in elements.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        ),
        "",
    )
    stated = wish_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return Styles(elements, default, displayed(PLAIN_LOOK, NO_WISH, stated))


def wish_of(properties: Element | None) -> Wish:
    """Read a ``w:rPr``: what it asks of the letters by itself, its style left aside."""
    if properties is None or not len(properties):
        return NO_WISH
    half_points = number(properties, SIZE)
    struck = is_on(properties, STRIKE)
    return Wish(
        is_on(properties, BOLD),
        None if half_points is None else half_points / HALF_POINTS,
        is_on(properties, DOUBLE_STRIKE) or struck,
        is_on(properties, VANISH),
    )


def displayed(base: Look, style: Wish, direct: Wish) -> Look:
    """Lay a character style and direct formatting over the paragraph's look.

    A switch in a character style turns the paragraph style's one over (17.7.3), a direct one wins.
    """
    if style is NO_WISH and direct is NO_WISH:
        return base
    return Look(
        _switch(base.bold, style.bold, direct.bold),
        direct.size or style.size or base.size,
        _switch(base.struck, style.struck, direct.struck),
        _switch(base.hidden, style.hidden, direct.hidden),
    )


def _switch(base: bool, style: bool | None, direct: bool | None) -> bool:
    if direct is not None:
        return direct
    return base != bool(style)


def _overrule(base: Wish, own: Wish) -> Wish:
    return Wish(
        base.bold if own.bold is None else own.bold,
        base.size if own.size is None else own.size,
        base.struck if own.struck is None else own.struck,
        base.hidden if own.hidden is None else own.hidden,
    )


def _paragraph_style(styles: Styles, style_id: str) -> ParagraphStyle:
    chain = list(styles.chain(style_id))
    if not chain:
        return ParagraphStyle(look=styles.defaults)
    names = [(value(style, f"{W}name") or "").lower() for style in chain]
    wishes = [wish_of(style.find(f"{W}rPr")) for style in reversed(chain)]
    direct = reduce(_overrule, wishes, Wish())
    number_at = next((s for s in chain if s.find(f"{W}pPr/{W}numPr/{W}numId") is not None), None)
    return ParagraphStyle(
        ids=tuple(style.get(f"{W}styleId", "") for style in chain),
        name=names[0],
        outline=_outline(chain, names),
        title="title" in names,
        contents=any(name.startswith("toc ") for name in names),
        num_id=number(number_at, f"{W}pPr/{W}numPr/{W}numId"),
        list_level=number(number_at, f"{W}pPr/{W}numPr/{W}ilvl"),
        leader=any(has_leader(style.find(f"{W}pPr")) for style in chain),
        look=displayed(styles.defaults, Wish(), direct),
    )


def has_leader(properties: Element | None) -> bool:
    """Whether a ``w:pPr`` sets a tab stop that dots or a line lead to."""
    if properties is None:
        return False
    stops = properties.iterfind(f"{W}tabs/{W}tab")
    return any(stop.get(f"{W}leader", "none") != "none" for stop in stops)


def _outline(chain: list[Element], names: list[str]) -> int | None:
    for style, name in zip(chain, names, strict=True):
        stated = whole(_outline_text(style))
        if stated is not None:
            return stated if 0 <= stated < BODY_OUTLINE else None
        heading = HEADING_NAME_RE.match(name)
        if heading:
            return int(heading[1]) - 1
    return None


def _outline_text(style: Element) -> str | None:
    found = style.find(f"{W}pPr/{W}outlineLvl")
    return None if found is None else found.get(VAL)
