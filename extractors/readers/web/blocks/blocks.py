"""What reads the elements of a web page: headings, lists, links, panels, tables.

Knows what the tags of HTML mean; which elements are chrome or hidden is told to the walker.
"""

import re

from lxml.html import HtmlElement

from extractors.blocks import Heading, Link, Paragraph
from extractors.readers.web.blocks.cells import read_definitions, read_table
from extractors.readers.web.blocks.inline import BREAK, Item
from extractors.readers.web.blocks.walker import Reader, Walker
from extractors.readers.web.elements.look import Look
from extractors.readers.web.elements.numbers import BULLET, markers_of
from extractors.readers.web.elements.tables import HEADINGS, is_table
from extractors.readers.web.page.page import text_of
from extractors.readers.web.page.panels import opens_panel

NO_WORDS_RE = re.compile(r"[^\w]*")  # "#" or "¶" behind a heading: a link to the heading itself
NOTE_MARK_RE = re.compile(r"\[?(?:(?:foot|end)?note )?\d{1,3}\]?", re.IGNORECASE)


def reader_of(element: HtmlElement) -> Reader | None:
    """What reads an element; None for a block or a piece of a line."""
    if is_table(element):
        return read_table
    if element.get("role") == "heading":
        return _read_heading
    if element.get("role") in ("button", "tab") and element.get("aria-controls"):
        return _read_button
    if opens_panel(element) and not any(one.tag in HEADINGS for one in element.iterancestors()):
        return _read_summary
    return READS.get(str(element.tag))


def _read_heading(walker: Walker, element: HtmlElement, look: Look) -> None:
    level = int(element.tag[1]) if element.tag in HEADINGS else _aria_level(element)
    walker.flush()
    blocks_before = len(walker.blocks)
    line = walker.take(element, look)
    inner = walker.blocks[blocks_before:]  # a heading that holds blocks: <h2><p>Aims</p></h2>
    del walker.blocks[blocks_before:]
    words = [block.text for block in inner if isinstance(block, Paragraph | Heading)]
    walker.level = level
    walker.head(" ".join(part for part in (*words, line) if part), level)


def _read_summary(walker: Walker, element: HtmlElement, look: Look) -> None:
    """The line that opens a panel is the panel's heading, unless it holds one."""
    if any(True for _ in element.iter(*HEADINGS)):
        walker.read_block(element, look)
        return
    walker.head(walker.take(element, look), walker.level + 1)


def _read_panel(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A panel's own headings say nothing of the level of the panels beside it."""
    level = walker.level
    walker.read_block(element, look)
    walker.level = level


def _read_button(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A button prints nothing of the page, but for one that opens a panel of it, or is a heading.

    ``<h2><button data-bs-target="#p1">Warm homes</button></h2>`` is the heading of what it opens,
    ``<th><button>Lead<span class="sr-only">, sort</span></button></th>`` that of a column.
    """
    opens = element.get("aria-controls") is not None or element.get("aria-expanded") is not None
    above = next((one for one in element.iterancestors() if one.tag in (*HEADINGS, "th")), None)
    if above is not None and (opens or text_of(above) == text_of(element)):
        walker.walk_inside(element, look)
    elif opens:
        _read_summary(walker, element, look)


def _read_list(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.flush()
    outer = walker.item
    walker.depth += 1
    walker.markers.update(markers_of(element))
    walker.item = Item(level=walker.depth - 1)
    walker.walk_inside(element, look)
    walker.flush()
    walker.depth -= 1
    walker.item = Item(level=outer.level)


def _read_item(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.flush()
    marker = walker.markers.pop(element, None)
    level = max(walker.depth - 1, 0)
    walker.item = Item(marker, level, marker is not None and marker != BULLET)
    walker.walk_inside(element, look)
    walker.flush()
    walker.item = Item(level=level)


def _read_link(walker: Walker, element: HtmlElement, look: Look) -> None:
    text = text_of(element)
    if (element.get("href") or "").startswith("#") and _is_mark(element, text):
        return
    address = walker.resolve(element.get("href") or "")
    if address and text:
        walker.links.append(Link(text, address))
    walker.walk_inside(element, look)


def _is_mark(link: HtmlElement, text: str) -> bool:
    """Whether a link within the page is no word of it: "#", or the number of a footnote."""
    if NO_WORDS_RE.fullmatch(text):
        return True
    raised = any(e.tag == "sup" for e in (link.getparent(), *link) if e is not None)
    return raised and NOTE_MARK_RE.fullmatch(text) is not None


def _read_break(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.runs.append(BREAK)


def _aria_level(element: HtmlElement) -> int:
    level = element.get("aria-level") or ""
    return int(level) if level.isascii() and level.isdigit() and len(level) == 1 else 2


READS: dict[str, Reader] = {
    **dict.fromkeys(HEADINGS, _read_heading),
    "details": _read_panel,
    "summary": _read_summary,
    "button": _read_button,
    "ul": _read_list,
    "ol": _read_list,
    "menu": _read_list,
    "li": _read_item,
    "a": _read_link,
    "br": _read_break,
    "dl": read_definitions,
}
"""Tag to the function that reads it; other tags are blocks or pieces of a line."""
