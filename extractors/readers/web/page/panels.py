"""What opens a panel of a page and is no heading by its tag: an accordion's bar, a button.

``<div class="expand-control">Warm homes</div>`` above ``<div class="expand-content">`` is the
panel's heading, and so is a button of class "collapsible". Told by the words of the class and by
what follows. Knows HTML.
"""

import re

from lxml.html import HtmlElement

from extractors.readers.web.page.page import text_of

PANELS = frozenset(
    ("accordion", "collapse", "collapsible", "expand", "expander", "expandable", "toggle", "panel")
)
BARS = frozenset(
    ("header", "head", "heading", "title", "control", "trigger", "button", "btn", "label", "toggle")
)
BAR_TAGS = frozenset(("div", "span", "p", "a", "button"))
WORD_RE = re.compile(r"[A-Z]?[a-z]+")
MOST_LETTERS = 160  # of the words on a bar
SWITCH_RE = re.compile(r"(?:show|hide|open|close|expand|collapse)(?: this section)?", re.IGNORECASE)
ALL_RE = re.compile(r"(?:open|show|hide|close|expand|collapse)\b", re.IGNORECASE)  # "Open all"


def drop_toggles(body: HtmlElement) -> None:
    """Take the words of switches off the bars of a page's panels: "Warm homes, Show".

    A script prints them there when a page is saved from a browser.
    """
    for element in list(body.iter("span", "i", "em", "div")):
        if "toggle" not in (element.get("class") or "").lower():
            continue
        if SWITCH_RE.fullmatch(text_of(element, MOST_LETTERS)):
            element.drop_tree()


def opens_panel(element: HtmlElement) -> bool:
    """Whether an element is the bar of a panel that stands directly behind it."""
    if element.tag not in BAR_TAGS or not element.get("class"):
        return False
    words = {word.lower() for word in WORD_RE.findall(element.get("class") or "")}
    bar = words & BARS and len(words & (PANELS | BARS)) > 1  # "toggle" alone may be anything
    if not (words & PANELS and (bar or element.tag == "button")):
        return False
    text = text_of(element, MOST_LETTERS)
    return 0 < len(text) <= MOST_LETTERS and ALL_RE.match(text) is None and _has_panel(element)


def _has_panel(bar: HtmlElement) -> bool:
    """Whether something printed follows a bar, or the element that it is all of."""
    above = bar.getparent()
    alone = above is not None and len(above) == 1 and not (above.text or "").strip()
    following = above.getnext() if alone else bar.getnext()
    return following is not None and len(following) > 0 and text_of(following, 0) != ""
