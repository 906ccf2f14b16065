"""What of a web page is the site's chrome: menus, banners, breadcrumbs, side columns, footers.

Told by tags, roles, labels, the words of class and id (``chrome.csv``) and the share of words that
are links, never by a site's name. Knows no actions.
"""

import csv
import re
from functools import cache
from itertools import islice
from pathlib import Path

from lxml.html import HtmlElement

from extractors.readers.web.elements.hidden import INERT
from extractors.readers.web.elements.tables import HEADINGS, is_layout
from extractors.readers.web.elements.text import clean, without_mark
from extractors.readers.web.page.page import Page, text_of
from extractors.readers.web.page.parts import stands_alone

WORDS_FILE = Path(__file__).with_name("chrome.csv")
SHORT_WORDS = 60  # a banner or a sign-up box; the longest seen had 41 words
MOST_SHARE = 0.5  # of the page's words: what holds more is the page itself, whatever its class says
CHROME_TAGS = frozenset(
    ("nav", "footer", "menu", "amp-sidebar", "amp-user-notification", "amp-consent")
)
CHROME_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"),
        *("alertdialog", "dialog", "tablist"),
    )
)
JUDGED = frozenset(
    (
        *("div", "section", "aside", "header", "form", "ul", "ol", "p", "a", "td", "dl"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "article", "center", "fieldset", "details"),
    )
)
CONTENTS_RE = re.compile(
    r"(?:[a-z]+ ){0,3}(?:contents|chapters)(?: of this [a-z]+)?"
    r"|(?:pages |also |more |other pages )?in this (?!section)[a-z]+|more from this [a-z]+"
)  # what heads the list of a set's pages: "Publication contents", "Pages in this guide"
PAGER_RE = re.compile(r"(?:[<«‹←]\s*)?(?:previous|next)(?: page)?\b\s*[:>»›→\-–]?", re.IGNORECASE)
COUNT_RE = re.compile(r"^\d{1,2}[.)]?\s+")  # of an entry: "3. Warm homes"
LEAST_LISTED = 2  # links of a list of pages, beside the page itself
MOST_PAGER_LINKS = 2  # the page before and the page after
COLUMNS = frozenset(("div", "td", "section", "aside"))
TOKEN_RE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def find_chrome(page: Page, *, strict: bool = True) -> dict[HtmlElement, str]:
    """Give the topmost elements of the chrome, in page order, each with its kind.

    Args:
        page: From ``look_at``.
        strict: False goes by tags and roles alone, for a page whose class names mislead.

    Returns:
        Element to "around", or to "contents" for the contents list of a set of pages.
    """
    found: dict[HtmlElement, str] = {}
    stack = [page.body]
    while stack:
        element = stack.pop()
        kind = _judge(element, page, strict) if element is not page.body else None
        if kind is not None:
            found[element] = kind
            continue
        if element.tag == "table" and not is_layout(element):
            continue
        stack.extend(child for child in reversed(element) if child.tag not in INERT)
    return found


def _judge(element: HtmlElement, page: Page, strict: bool) -> str | None:
    if element in page.spine:
        return None
    kind = _by_tag(element, page)
    if kind is None and strict and _may_be_judged(element, page):
        judges = (_by_words, _by_heading, _by_opening, _by_itself, _by_place)
        kind = next((kind for judge in judges if (kind := judge(element, page))), None)
    return "contents" if kind is not None and _is_contents(element, page) else kind


def _by_tag(element: HtmlElement, page: Page) -> str | None:
    role = element.get("role") or ""
    inside = element in page.inside
    if element.tag == "footer" and inside and not page.sizes[element].links:
        return None  # the last line of a card: "Lead: Housing"
    if element.tag in CHROME_TAGS or role in CHROME_ROLES:
        return "around"
    if page.main is not None and page.main in page.spine and not inside:
        return "around"
    if element.tag == "header":
        return None if inside and not page.sizes[element].dense else "around"
    if element.tag == "aside" or role == "complementary":
        prose = inside and not page.sizes[element].dense
        return None if prose else "around"
    return None


def _may_be_judged(element: HtmlElement, page: Page) -> bool:
    """Whether class names and link shares may speak: never of data or of the page itself."""
    if element.tag not in JUDGED or element in page.data:
        return False
    if element.tag == "a" and element in page.inside:
        return stands_alone(element)
    if element.tag == "td":
        return _frame(element) in page.spine
    size = page.sizes[element]
    small = size.words <= MOST_SHARE * page.sizes[page.body].words
    listed = _names_itself(element) or "contents" in _kinds(element)
    return small or (size.dense and listed)  # the list of a set beside a foreword of few words


def _by_words(element: HtmlElement, page: Page) -> str | None:
    """Judge by the words of class and id, and by what a label calls it."""
    if element.tag in HEADINGS or (element.tag == "a" and element in page.inside):
        return None
    size = page.sizes[element]
    light = size.words <= SHORT_WORDS and (size.links > 0 or _has_controls(element))
    kinds = _kinds(element)
    if "always" in kinds and (light or element not in page.inside):
        return "around"
    if "light" in kinds and light:
        return "around"
    if element.tag == "form" and (size.dense or size.words <= SHORT_WORDS):
        return "around"
    return "around" if kinds & {"links", "contents"} and size.dense else None


def _by_heading(element: HtmlElement, page: Page) -> str | None:
    """Judge by the words that head it: "Also in this section" above links."""
    size = page.sizes[element]
    if element.tag == "a":
        return None
    if element.tag in HEADINGS:
        announced = element.getnext()
        known = _heading_kind(_folded(element))
        if announced is None:
            return None
        asks = announced.tag == "form" and _folded(element).startswith(_openings())
        return known if known and page.sizes[announced].dense else "around" if asks else None
    if not size.dense and size.words > SHORT_WORDS:
        return None
    before = element.getprevious()
    if before is not None and before.tag in HEADINGS and size.dense:
        known = _heading_kind(_folded(before))
        if known:
            return known
    first = next(element.iter(*HEADINGS, "summary"), None)
    known = _heading_kind(_folded(first)) if first is not None else None
    listed = size.links > 1 and element.find(".//p") is None  # the page itself is no link in it
    fits = size.dense or (size.words <= SHORT_WORDS and (known == "around" or listed))
    return known if known and fits and _starts_with(element, first) else None


def _by_opening(element: HtmlElement, page: Page) -> str | None:
    """Judge links and controls by the words that open them: "Rate this page", "Next: Housing"."""
    size = page.sizes[element]
    if not 0 < size.words <= SHORT_WORDS or element.tag in HEADINGS:
        return None
    if not (size.links or _has_controls(element)):
        return None
    opening = text_of(element).lower()
    pager = size.dense and size.links <= MOST_PAGER_LINKS and PAGER_RE.match(opening) is not None
    return "around" if pager or opening.startswith(_openings()) else None


def _by_itself(element: HtmlElement, page: Page) -> str | None:
    """Judge a list of links by its one entry that is none and that a heading of the page repeats.

    It lists the pages of a set, whatever it is called.
    """
    size = page.sizes[element]
    if element.tag not in ("ol", "ul") or not size.dense or size.links < LEAST_LISTED:
        return None
    plain = [without_mark(text_of(e)) for e in element.iter("li") if e.find(".//a") is None]
    if len(plain) != 1:
        return None
    return "around" if {plain[0], COUNT_RE.sub("", plain[0])} & page.headings else None


def _by_place(element: HtmlElement, page: Page) -> str | None:
    """Judge a column beside the one that holds the page's heading: links alone are a menu."""
    if element.tag not in COLUMNS or page.main is not None:
        return None
    beside = _frame(element) in page.spine and element not in page.inside
    size = page.sizes[element]
    return "around" if beside and size.dense and size.links > 1 else None


def _frame(element: HtmlElement) -> HtmlElement | None:
    """What an element is a column of: the table of a cell, else its parent."""
    return next(element.iterancestors("table" if element.tag == "td" else "*"), None)


def _is_contents(element: HtmlElement, page: Page) -> bool:
    """Whether a piece of chrome lists the pages of the work that this page belongs to."""
    if any(link.get("rel") in ("prev", "next") for link in element.iter("a")):
        return False
    first = next(element.iter(*HEADINGS, "summary"), None)
    inner = next(element.iter("nav"), element)  # the list of a work's pages may stand in a column
    labels = (clean(e.get("aria-label") or "").strip().lower() for e in (element, inner))
    said = {*labels, _folded(first) if first is not None else ""}
    if any(_heading_kind(words) == "around" for words in said):
        return False  # "Latest news"
    if any(_heading_kind(words) == "contents" for words in said):
        return True
    parent = element.getparent()
    around = _tokens(parent) if parent is not None and parent not in page.spine else set()
    tokens = _tokens(element) | around  # of a set's pages the body may be called one of a guide
    named = any(_name_kinds().get(token) == "contents" for token in tokens)
    here = _names_itself(element)
    part = here and element in page.inside and not tokens & {"breadcrumb", "breadcrumbs"}
    return (named or part) and page.sizes[element].links > 1


def _names_itself(element: HtmlElement) -> bool:
    """Whether a list of links names the page itself, by an entry that is no link."""
    if any(e.get("aria-current") == "page" and e.tag != "a" for e in element.iter()):
        return True
    plain = list(islice((e for e in element.iter("li") if e.find(".//a") is None), 2))
    # Digits are the parts of a long list of results.
    return len(plain) == 1 and not text_of(plain[0]).isdigit()


def _has_controls(element: HtmlElement) -> bool:
    return next(element.iter("button", "input", "form", "img"), None) is not None


def _kinds(element: HtmlElement) -> set[str | None]:
    """What the words of its class and id are called in ``chrome.csv``."""
    return {_name_kinds().get(token) for token in _tokens(element)}


def _tokens(element: HtmlElement) -> set[str]:
    named = (
        f"{element.get('class') or ''} {element.get('id') or ''} {element.get('aria-label') or ''}"
    )
    return {token.lower() for token in TOKEN_RE.findall(named)}


def _starts_with(element: HtmlElement, heading: HtmlElement | None) -> bool:
    return heading is not None and text_of(element).startswith(text_of(heading))


def _folded(heading: HtmlElement) -> str:
    return text_of(heading).strip(" :?!.").lower()


@cache
def _openings() -> tuple[str, ...]:
    return tuple(_words_of("opening"))


@cache
def _name_kinds() -> dict[str, str]:
    return _words_of("name")


def _heading_kind(words: str) -> str | None:
    """What the words announce that head a piece of a page; None for its text."""
    known = _heading_kinds().get(words)
    return "contents" if known is None and CONTENTS_RE.fullmatch(words) else known


@cache
def _heading_kinds() -> dict[str, str]:
    return _words_of("heading")


def _words_of(where: str) -> dict[str, str]:
    with WORDS_FILE.open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["kind"] for row in csv.DictReader(lines) if row["where"] == where}
