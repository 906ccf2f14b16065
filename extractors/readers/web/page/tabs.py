"""Panels that tabs open, under the words of their tabs.

``<a href="#p1" role="tab">Warm homes</a>`` stands in a row of tabs above all panels; a reader of
the page sees the words of the open tab over its panel. Each panel that does not say them itself is
given them as its heading. Knows HTML; scripts are never run.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from extractors.readers.web.elements.hidden import INERT, targets_of
from extractors.readers.web.elements.tables import HEADINGS
from extractors.readers.web.page.page import text_of

TAB_RE = re.compile(r"(?:^|[\s_-])(?:tab|tabs|pill|pills|tablinks?|tablist)(?:[\s_-]|$)", re.I)
# What a script is told: openTab(event, 'p1').
CLICKED_RE = re.compile(r"['\"]([A-Za-z][\w-]*)['\"]")
AROUND = 4  # elements above a link that may say that it is a tab: li, ul, nav, div
MOST_LETTERS = 160  # of a tab's words
LOWEST = 6  # the deepest heading level


def head_panels(body: HtmlElement) -> None:
    """Put the words of each tab of ``body`` over its panel as a heading, unless it says them."""
    parts = {element.get("id"): element for element in body.iter() if element.get("id")}
    level, seen = 1, set()
    for element in list(body.iter()):
        if element.tag in HEADINGS:
            level = int(str(element.tag)[1])
        words = text_of(element, MOST_LETTERS) if _is_tab(element) else ""
        if not 0 < len(words) <= MOST_LETTERS:
            continue
        panel = next((parts[name] for name in _opens(element) if name in parts), None)
        if panel is None or panel in seen or panel.tag in INERT or len(panel) == 0:
            continue
        seen.add(panel)
        if not _says(panel, words):
            _head(panel, words, min(level + 1, LOWEST))


def _is_tab(element: HtmlElement) -> bool:
    """Whether an element is one of a row of tabs, by its role, its class or those around it."""
    if element.tag not in ("a", "button") and element.get("role") != "tab":
        return False
    if any(above.tag in HEADINGS for above in element.iterancestors()):
        return False  # it heads what it opens in its own place
    if element.get("role") == "tab" or element.get("data-bs-toggle") in ("tab", "pill"):
        return True
    near = (element, *list(element.iterancestors())[:AROUND])
    return any(TAB_RE.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in near)


def _opens(tab: HtmlElement) -> Iterator[str]:
    """The ids that a tab names, in an attribute or to a script."""
    yield from targets_of(tab)
    yield from CLICKED_RE.findall(tab.get("onclick") or "")


def _says(panel: HtmlElement, words: str) -> bool:
    """Whether a panel opens with the words of its tab, or they stand directly above it."""
    before = panel.getprevious()
    above = before is not None and text_of(before, MOST_LETTERS) == words
    return above or words in text_of(panel, 2 * MOST_LETTERS)[: 2 * MOST_LETTERS]


def _head(panel: HtmlElement, words: str, level: int) -> None:
    heading = panel.makeelement(f"h{level}", {})
    heading.text = words
    heading.tail, panel.text = panel.text, None
    panel.insert(0, heading)
