"""Which elements of a web page are never displayed, by attribute, class or in-page style.

Knows HTML and a little CSS; style sheets that stand elsewhere are not fetched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from extractors.readers.web.elements.screens import on_wide_screens

INERT = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "base"),
        *("iframe", "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map"),
        *("input", "select", "textarea", "datalist", "option", "progress", "meter", "dialog"),
    )
)
"""Tags that print no text of the page, or whose text is a program's."""

SPOKEN_CLASSES = frozenset(
    (
        *("visually-hidden", "visuallyhidden", "govuk-visually-hidden", "sr-only", "screen-reader"),
        *("screen-reader-text", "screenreader", "element-invisible", "offscreen", "off-screen"),
        *("assistive-text", "nhsuk-u-visually-hidden"),
    )
)
"""Classes of what is for those alone who listen to a page: no click shows it."""

UNSEEN_CLASSES = SPOKEN_CLASSES | frozenset(
    (
        *("hidden", "d-none", "u-hidden", "govuk-!-display-none", "print-only", "printonly"),
        *("only-print", "visible-print", "visible-print-block", "show-for-print", "hide-screen"),
        *("screen-hidden",),
    )
)
UNLESS_WIDE = frozenset(("d-none", "hidden"))  # class names that another takes back
TARGETS = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href")
PANEL_RE = re.compile(r"accordion|collaps|panel|tab|toggle|expand|reveal|details", re.IGNORECASE)
UNSEEN_STYLE_RE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]",
    re.IGNORECASE,
)
DISPLAY_RE = re.compile(r"display\s*:\s*[\w-]+", re.IGNORECASE)
WIDE_RE = re.compile(
    r"\s*@media\b(?!.*\b(?:print|max-width)).*\b(?:min-width|screen|all)\b", re.DOTALL
)
COMMENT_RE = re.compile(r"<!--|-->|/\*.*?(?:\*/|\Z)", re.DOTALL)
BRACE_RE = re.compile(r"([{}])")
CLASS_RE = re.compile(r"\s*\w*\.([\w-]+)\s*")  # ".sr" or "p.sr", and nothing around it
MAX_STYLE = 200_000  # characters of in-page style that are looked at
MAX_OWN_STYLE = 2_000  # characters of one style attribute; word processors write up to 600


def class_styles(root: HtmlElement) -> dict[str, str]:
    """What the page's own ``<style>`` says of each class: ``{"sr": "position:absolute"}``.

    Rules inside ``@media`` are for paper or phones and do not count, but those for wide screens
    do: what they display is displayed.
    """
    style = " ".join(element.text or "" for element in root.iter("style"))[:MAX_STYLE]
    styles: dict[str, str] = {}
    for selectors, body in _rules(COMMENT_RE.sub("", style)):
        for found in filter(None, map(CLASS_RE.fullmatch, selectors.split(","))):
            before = styles.get(found[1], "")
            if DISPLAY_RE.search(body):
                before = DISPLAY_RE.sub("", before).strip(";")  # the last one holds
            styles[found[1]] = f"{before};{body}"
    return styles


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule that holds on a wide screen, in order."""
    above: list[tuple[str, bool]] = []  # what opened each brace, and whether what it holds counts
    text = ""
    for piece in BRACE_RE.split(style):
        if piece == "{":
            opening = text.rpartition(";")[2]
            inside = not above or above[-1][1]
            counts = "@" not in opening or WIDE_RE.match(opening) is not None
            above.append((opening, inside and counts))
        elif piece == "}" and above:
            selectors, counts = above.pop()
            if counts:
                yield selectors, text
        text = "" if piece in ("{", "}") else piece


def unseen_classes(styles: Mapping[str, str]) -> frozenset[str]:
    """Class names that hide what bears them, everywhere or by the page's own ``styles``."""
    return UNSEEN_CLASSES | {name for name, body in styles.items() if UNSEEN_STYLE_RE.search(body)}


def style_of(element: HtmlElement) -> str:
    """The start of an element's own style; "" where it has none."""
    return (element.get("style") or "")[:MAX_OWN_STYLE]


def opened_by_click(inside: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """The elements of a page's main part that a button or link in it shows when it is clicked."""
    parts = {element.get("id"): element for element in inside if element.get("id")}
    named = (name for element in inside for name in targets_of(element))
    return frozenset(parts[name] for name in named if name in parts)


def targets_of(element: HtmlElement) -> list[str]:
    """The ids that a button or link names: ``aria-controls="panel-1"``, or its link's place."""
    if element.tag not in ("a", "button") and element.get("role") not in ("button", "tab"):
        return []
    values = (element.get(name) or "" for name in TARGETS)
    return [value.strip().removeprefix("#") for value in values if value.strip("# ")]


def is_hidden(
    element: HtmlElement, classes: frozenset[str], opened: frozenset[HtmlElement] = frozenset()
) -> bool:
    """Whether an element is not displayed.

    Panels of accordions and tabs are: a click shows them; those in ``opened`` are known to be.
    ``aria-hidden`` hides nothing from the eye, so it does not count. What is hidden on wide screens
    is hidden, and what is shown on these alone is not.
    """
    names = set((element.get("class") or "").split())
    wide = on_wide_screens(names) if names else None
    if wide is False:
        return True
    if wide:
        names -= UNLESS_WIDE
    if names & SPOKEN_CLASSES:
        return True
    styled = UNSEEN_STYLE_RE.search(style_of(element)) is not None
    if not styled and element.get("hidden") is None and not names & classes:
        return False
    return element not in opened and not _is_panel(element)


def _is_panel(element: HtmlElement) -> bool:
    """Whether a button or a link shows it."""
    if element.get("role") == "tabpanel" or element.get("hidden") == "until-found":
        return True
    if element.get("aria-labelledby") is not None:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return PANEL_RE.search(named) is not None
