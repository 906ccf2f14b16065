"""A web page measured: its heading, its main part, and how much of each element is links.

Knows HTML; which of it is chrome is judged elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from extractors.readers.web.elements.hidden import INERT
from extractors.readers.web.elements.tables import HEADINGS, is_layout
from extractors.readers.web.elements.text import clean

FEW_ELEMENTS = 100  # around a short text; bars of accordions have up to 8
LINK_SHARE = 0.5  # of an element's words; side columns of 3 sites had 0.6 to 1.0, prose under 0.2
PROSE_SHARE = 0.6  # of the words that are no links; the text column of 6 pages had 0.7 to 0.97
WRAPPERS = frozenset(
    (
        *("div", "form", "section", "article", "center", "table", "tbody", "tr", "td", "font"),
        *("span", "fieldset"),
    )
)
DOCUMENT_RE = re.compile(
    r"\.(?:pdf|docx?|docm|odt|rtf|xlsx?|xlsm|ods|csv)(?:[?#]|$)", re.IGNORECASE
)
OPENERS = ("aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle", "data-target")
TITLE_STYLES = frozenset(("MsoTitle", "title"))  # of Word and of Google Docs
NO_MENU_RE = re.compile(rf"^\s*(?:mailto|tel):|{DOCUMENT_RE.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Size:
    """Words of an element with all below it, those of them in links, and how many links.

    A link to a document (``.pdf``) or a person (``mailto:``), or that opens a panel of the page, is
    no navigation and does not count.
    """

    words: int
    linked: int
    links: int

    @property
    def dense(self) -> bool:
        """Half of its words are links."""
        return self.links > 0 and self.linked >= LINK_SHARE * self.words


@dataclass(frozen=True, slots=True)
class Page:
    """What the judging of one element needs to know of the page around it.

    ``spine`` holds the page's heading, its ``<main>`` and all that stands above them; ``inside``
    what stands in the main part, or without one in an article or in the block that the page's
    heading opens; ``data`` what stands above its tables of data; ``headings`` are what all its
    headings say.
    """

    body: HtmlElement
    main: HtmlElement | None
    title: HtmlElement | None
    spine: frozenset[HtmlElement]
    inside: frozenset[HtmlElement]
    sizes: dict[HtmlElement, Size]
    data: frozenset[HtmlElement]
    headings: frozenset[str]


def look_at(body: HtmlElement) -> Page:
    """Measure a page, and find its heading and its main part."""
    sizes = _measure(body)
    mains = [e for e in body.iter() if e.tag == "main" or e.get("role") == "main"]
    main = max(mains, key=lambda e: sizes[e].words) if mains else None
    if main is not None and sizes[main].words == 0:
        main = None
    title = _find_title(body, main)
    spine = {above for top in (main, title) if top is not None for above in upwards(top)}
    homes = [main] if main is not None else list(body.iter("article"))
    if main is None and title is not None and title.getparent() is not body:
        homes.append(title.getparent())
    if not homes or (main is None and _is_slight(homes, body, sizes)):
        homes.append(_find_prose(body, sizes))
        spine |= set(upwards(homes[-1]))
    inside = frozenset(below for home in homes for below in home.iter())
    tables = (e for e in body.iter("table") if e in inside and _is_data(e))
    data = frozenset(above for table in tables for above in table.iterancestors())
    headings = frozenset(map(text_of, body.iter(*HEADINGS)))
    return Page(body, main, title, frozenset(spine | {body}), inside, sizes, data, headings)


def text_of(element: HtmlElement, most: int | None = None) -> str:
    """All text of an element with single spaces, scripts and the like left out.

    Of a text of more than ``most`` letters only the start, at least so long, and of one in very
    many elements that of the first: what asks whether a short text stands in each of 1,500 nested
    elements would read a page as many times.
    """
    pieces = _pieces(element) if most is None else _first_pieces(element, most)
    return clean(" ".join(pieces)).strip()


def _first_pieces(element: HtmlElement, most: int) -> Iterator[str]:
    """The pieces of an element's text until they have more than so many letters."""
    letters = 0
    for piece in _pieces(element, FEW_ELEMENTS):
        yield piece
        letters += len(piece.strip())
        if letters > most:
            return


def _pieces(element: HtmlElement, elements: int | None = None) -> Iterator[str]:
    if element.tag in INERT:
        return
    for event in islice(element.iter(), elements):
        if event.tag not in INERT and event.text:
            yield event.text
        if event is not element and event.tail:
            yield event.tail


def _find_title(body: HtmlElement, main: HtmlElement | None) -> HtmlElement | None:
    """The ``<h1>`` of the page and not of the site: in the main part, else not a logo or link.

    Word processors set the title as a paragraph of that style, and every chapter as ``<h1>``.
    """
    first = next((paragraph for paragraph in body.iter("p") if text_of(paragraph)), None)
    if first is not None and TITLE_STYLES & set((first.get("class") or "").split()):
        return first
    for part in (main, body):
        for heading in part.iter("h1") if part is not None else ():
            linked = heading.find(".//a") is not None and part is body
            if text_of(heading) and not (linked and _in_site_header(heading)):
                return heading
    return None


def _is_slight(homes: list[HtmlElement], body: HtmlElement, sizes: dict[HtmlElement, Size]) -> bool:
    """Whether these hold few of the words that are no links: a banner around the heading alone."""
    held = sum(sizes[home].words - sizes[home].linked for home in homes)
    return held < (1 - PROSE_SHARE) * (sizes[body].words - sizes[body].linked)


def _find_prose(body: HtmlElement, sizes: dict[HtmlElement, Size]) -> HtmlElement:
    """The innermost column that holds most of the words that are no links."""
    home = body
    wanted = PROSE_SHARE * (sizes[body].words - sizes[body].linked)
    while True:
        inner = (e for e in home if e.tag in WRAPPERS and not _is_data(e))
        best = max(inner, key=lambda e: sizes[e].words - sizes[e].linked, default=None)
        if best is None or sizes[best].words - sizes[best].linked < wanted:
            return home
        home = best


def _is_data(element: HtmlElement) -> bool:
    return element.tag == "table" and not is_layout(element)


def _in_site_header(heading: HtmlElement) -> bool:
    return any(above.tag in ("header", "nav", "footer") for above in upwards(heading))


def _measure(body: HtmlElement) -> dict[HtmlElement, Size]:
    sizes: dict[HtmlElement, Size] = {}
    for element in reversed(list(body.iter())):
        if element.tag in INERT:
            sizes[element] = Size(0, 0, 0)
            continue
        words = _count(element.text)
        words += sum(sizes[child].words + _count(child.tail) for child in element)
        if element.tag == "a" and _leads_on(element):
            sizes[element] = Size(words, words, 1)
            continue
        linked = sum(sizes[child].linked for child in element)
        sizes[element] = Size(words, linked, sum(sizes[child].links for child in element))
    return sizes


def _leads_on(link: HtmlElement) -> bool:
    """Whether a link is one of a menu: no document, no person, and no panel that it opens."""
    opens = any(link.get(name) is not None for name in OPENERS)
    return not opens and NO_MENU_RE.search(link.get("href") or "") is None


def _count(text: str | None) -> int:
    """Words of a text, near enough, without a list of them: a hostile page has 50 MB in one."""
    words = (text or "").strip()
    return words.count(" ") + 1 if words else 0


def upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and all that stand above it, innermost first."""
    yield element
    yield from element.iterancestors()
