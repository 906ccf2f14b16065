"""How an element of a web page looks: bold, struck through, coloured, a picture.

Knows tags, ``style`` attributes and ``bgcolor``; style sheets that stand elsewhere are not fetched.
"""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement
from PIL import ImageColor

from extractors.readers.labels import LABEL_RE
from extractors.readers.web.elements.hidden import style_of

BOLD_TAGS = frozenset(("b", "strong", "th"))
LABEL_CLASS_RE = re.compile(r"(?:^|[\s_-])(?:label|key|term)(?:\s|$)", re.IGNORECASE)
LABEL_LETTERS = 60  # of a label; the longest of headings.csv has 46
HEADING_CLASS_RE = re.compile(
    r"(?:^|[\s_-])(?:heading|headline|subheading|title|h[1-6])(?:[\s_-]|$)", re.IGNORECASE
)
SAID_BY = ("alt", "title", "aria-label")  # attributes that say what a picture shows
HEADING_TAGS = frozenset(("p", "div", "span"))
HEADING_LETTERS = 160  # of a line that a class calls a heading; a longer one is a block of the page
STRUCK_TAGS = frozenset(("del", "s", "strike"))
BOLD_STYLE_RE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
THIN_STYLE_RE = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
STRUCK_STYLE_RE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
FILL_STYLE_RE = re.compile(
    r"background(?:-color)?\s*:\s*(#\w+|rgba?\([^)]*\)|[a-z]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the elements above a text say of it."""

    bold: bool = False
    struck: bool = False
    depth: int = 0


UNMARKED = Look()


def look_of(element: HtmlElement, look: Look) -> Look:
    """The look of the text in an element, given that of what stands around it."""
    style = style_of(element)
    bold = look.bold or element.tag in BOLD_TAGS or BOLD_STYLE_RE.search(style) is not None
    bold = bold or _is_label(element) or _is_called_heading(element)
    if THIN_STYLE_RE.search(style):
        bold = False
    struck = look.struck or element.tag in STRUCK_TAGS or STRUCK_STYLE_RE.search(style) is not None
    return Look(bold, struck, look.depth + 1)


def _is_label(element: HtmlElement) -> bool:
    """Whether it is the label of what stands behind it, as sites set labels bold.

    Its class calls it one, or it is a ``<span>`` around nothing but a label and its colon.
    """
    if len(element) > 1:
        return False
    if LABEL_CLASS_RE.search(element.get("class") or "") is None:
        words = (element.text or "").strip()
        return element.tag == "span" and LABEL_RE.fullmatch(words) is not None
    short = sum(map(len, element.itertext())) <= LABEL_LETTERS
    return short and (element.getnext() is not None or bool((element.tail or "").strip()))


def _is_called_heading(element: HtmlElement) -> bool:
    """Whether its class calls a short line a heading, as sites set one larger or bold."""
    if element.tag not in HEADING_TAGS or len(element) > 1:
        return False
    if HEADING_CLASS_RE.search(element.get("class") or "") is None:
        return False
    return sum(map(len, element.itertext())) <= HEADING_LETTERS


def fill_of(cell: HtmlElement) -> str | None:
    """Background colour of a cell or of its row as ``"#rrggbb"``; None for white or none."""
    for element in (cell, cell.getparent()):
        found = FILL_STYLE_RE.search(style_of(element)) if element is not None else None
        name = found[1] if found else element.get("bgcolor") if element is not None else None
        if name is None:
            continue
        try:
            red, green, blue = ImageColor.getrgb(name)[:3]
        except ValueError:
            continue
        return None if (red, green, blue) == (255, 255, 255) else f"#{red:02x}{green:02x}{blue:02x}"
    return None


def picture_words(element: HtmlElement) -> list[str]:
    """What the pictures of a cell without words stand for: ``alt="Amber"`` of a RAG light.

    Else what its icons do: ``<i title="On track"></i>``, or hidden words beside them.
    """
    pictures = [alt for image in element.iter("img") if (alt := said_of(image))]
    spoken = (said_of(inner) for inner in element.iterdescendants())
    icons = list(dict.fromkeys(filter(None, spoken)))  # a drawing and its title say the same
    hidden = " ".join("".join(element.itertext()).split())
    return pictures or icons or ([hidden] if 0 < len(hidden) <= LABEL_LETTERS else [])


def said_of(picture: HtmlElement) -> str:
    """What a picture or an icon says that it shows; "" where it does not."""
    said = (picture.get(name) or "" for name in SAID_BY)
    drawn = (element.text or "" for element in picture.iter("title"))
    return next((words.strip() for words in (*said, *drawn) if words.strip()), "")
