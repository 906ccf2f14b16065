"""WordprocessingML as a tree without its wrappers: what is displayed, in order.

Content controls, custom XML, smart tags and revisions wrap what they hold; ``walk`` gives what
stands inside them, with the revision it belongs to. The words that an empty control shows until
somebody fills it in ("Choose an item.") count as a change as well: "prompt". Knows element names
(ECMA-376 part 1) and nothing of numbering, styles or grids.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

Element = etree._Element
Change = Literal["", "inserted", "deleted", "prompt"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

VAL = f"{W}val"
PARAGRAPH, RUN, TABLE, ROW, CELL = f"{W}p", f"{W}r", f"{W}tbl", f"{W}tr", f"{W}tc"
TEXT_BOX = f"{W}txbxContent"

INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_UNWRAPPED = frozenset({f"{W}customXml", f"{W}smartTag", f"{W}dir", f"{W}bdo", f"{W}ruby"})
CONTROL = f"{W}sdt"
_INNER = {CONTROL: f"{W}sdtContent", f"{W}ruby": f"{W}rubyBase"}
_ALTERNATE = f"{MC}AlternateContent"
_WRAPPERS = frozenset(
    {*INSERTED, *DELETED, *_UNWRAPPED, *_INNER, _ALTERNATE, f"{W}sdtContent", f"{W}rubyBase"}
)
_OFF = frozenset({"0", "false", "off", "none"})


PROMPT_RE = re.compile(r"\W*(?:click|tap|choose|select|pick|enter|insert|type)\b", re.IGNORECASE)


class Part(NamedTuple):
    """An element with the change that it stands in ("" where it stands in none)."""

    element: Element
    change: Change


def walk(parent: Element, change: Change = "") -> Iterator[Part]:
    """Give the children of an element in order, those of wrappers in the wrapper's stead.

    Deleted children are given too, marked as such: the rejected reading is made of them.
    """
    for child in parent:
        tag = child.tag
        if tag not in _WRAPPERS:
            yield Part(child, change)
        elif tag == _ALTERNATE:
            branch = alternative(child)
            if branch is not None:
                yield from walk(branch, change)
        elif tag in INSERTED:
            yield from walk(child, change or "inserted")
        elif tag in DELETED:
            yield from walk(child, "deleted")
        else:
            inner = child if tag not in _INNER else child.find(_INNER[tag])
            if inner is not None:
                prompt = change != "deleted" and tag == CONTROL and _shows_prompt(child, inner)
                yield from walk(inner, "prompt" if prompt else change)


def _shows_prompt(control: Element, content: Element) -> bool:
    """Whether a content control shows its prompt because nobody has filled it in.

    The mark alone is no proof: programs that fill in forms leave it there beside their text.
    """
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    styles = [style.get(VAL, "") for style in content.iter(f"{W}rStyle")]
    text = "".join(part.text or "" for part in content.iter(f"{W}t"))
    return any("placeholder" in style.lower() for style in styles) or bool(PROMPT_RE.match(text))


def alternative(element: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` to read, so that nothing is read twice.

    The first choice, as current programs display it; the fallback where the choice holds no text.
    """
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    if choice is None or (fallback is not None and not _has_text(choice) and _has_text(fallback)):
        return fallback
    return choice


def _has_text(element: Element) -> bool:
    return next(element.iter(f"{W}t", f"{A}t"), None) is not None


def text_boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing, a picture or an object, each once."""
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag == _ALTERNATE:
            branch = alternative(child)
            if branch is not None:
                yield from text_boxes(branch)
        elif len(child):
            yield from text_boxes(child)


def is_on(element: Element | None, tag: str) -> bool | None:
    """Read a switch such as ``<w:b/>`` among the children; None where it is not said."""
    found = None if element is None else element.find(tag)
    return None if found is None else found.get(VAL, "1").lower() not in _OFF


def number(element: Element | None, tag: str, attribute: str = VAL) -> int | None:
    """The whole number that a child states: ``<w:sz w:val="22"/>``; None where it states none."""
    found = None if element is None else element.find(tag)
    return None if found is None else whole(found.get(attribute))


def whole(text: str | None) -> int | None:
    """A whole number as Word reads it ("1", "+2", "3.0"); None for anything else."""
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def value(element: Element | None, tag: str) -> str | None:
    """What a child says: ``<w:pStyle w:val="Heading1"/>``; None where it is absent."""
    found = None if element is None else element.find(tag)
    return None if found is None else found.get(VAL)
