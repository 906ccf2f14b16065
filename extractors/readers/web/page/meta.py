"""What a web page says of itself: its address, site, publication day, and names around it.

Knows ``<meta>``, ``<link>``, JSON-LD and labelled dates; knows no actions.
"""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from extractors.months import iso_day
from extractors.readers.web.elements.text import clean
from extractors.readers.web.page.page import DOCUMENT_RE, Page, text_of, upwards

TITLE_SEPARATORS = ("|", "»", "::", "–", "—", "·", "-")  # the first that a title has parts it
PUBLISHED_META = (
    *("article:published_time", "og:article:published_time", "dcterms.issued", "dc.date.issued"),
    *("dcterms.date", "dc.date", "dcterms.created", "datepublished", "date", "pubdate"),
    *("publish_date", "publication_date", "govuk:first-published-at", "sailthru.date"),
)
JSON_PUBLISHED_RE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
DAY_PATTERN = (
    r"(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<day>\d{1,2})(?:st|nd|rd|th)?[ /.-]"
    r"(?P<month>[a-z]{3,9}|\d{1,2})[ /.,-]+(?P<year>\d{4}|\d\d)\b"
    r"|(?P<named>[a-z]{3,9})\.? (?P<nth>\d{1,2})(?:st|nd|rd|th)?,? (?P<of>\d{4})\b)"
)
DATE_PATTERN = r"(?: date)?(?: on| in)?\s*:?\s*(?:[a-z]+day,? )?" + DAY_PATTERN
PUBLISHED_RE = re.compile(
    r"\b(?:published|publication date|date published|date of publication|posted|issued|released)"
    + DATE_PATTERN,
    re.IGNORECASE,
)
UPDATED_RE = re.compile(
    r"(?:\b(?:last (?:updated|modified|changed)|(?:page|content) updated)|^updated)" + DATE_PATTERN,
    re.IGNORECASE,
)
DAY_RE = re.compile(rf"(?<![\d.]){DAY_PATTERN}", re.IGNORECASE)
DATED_RE = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lished|lish)?[_-]?date|date|published|posted|byline|submitted|created)"
    r"(?:\s|$|[_-])",
    re.IGNORECASE,
)  # in class or id: "article-date", "post_published", "byline"
DATED_WORDS = 12  # of such an element: "Submitted by admin on Thu, 6 March 2025 - 10:12"
FIRST_DAY = date(1995, 1, 1)  # no page of a public body is older
LAST_DAY = date(2100, 1, 1)  # fixed, so that the same bytes give the same day for ever
LABEL_WORDS = 25  # longest text in which "Published: ..." is a label and no sentence of the plan
FURNITURE_LETTERS = 200  # longest text that is kept of the chrome
MOST_FURNITURE = 40  # texts
SEARCH_WORDS = 200_000  # longest page that is searched for a date; the longest seen has 60,000


def address_of(root: HtmlElement) -> str | None:
    """The address that the page gives for itself: canonical, else og:url, else the short link."""
    for rel in ("canonical", "shortlink"):
        for link in root.iter("link"):
            if rel in (link.get("rel") or "").lower().split() and is_web(link.get("href")):
                return str(link.get("href")).strip()
        found = meta(root, ("og:url", "dcterms.identifier", "twitter:url"))
        if found is not None and is_web(found):
            return found
    return None


def base_of(root: HtmlElement, address: str | None) -> str | None:
    """What relative links are relative to; None where the page does not say where it stands."""
    base = next((e.get("href") for e in root.iter("base") if e.get("href")), None)
    if base is None:
        return address
    full = urljoin(address or "", base)
    return full if is_web(full) else address


def resolve(href: str, base: str | None) -> str | None:
    """The full address of a link; None for anchors, scripts and mail.

    Where the page does not say where it stands, a relative address is given as it is; who fetched
    the page can complete it.
    """
    # As browsers do: breaks go, a space inside belongs to the name, as of ModernGov's files.
    href = "".join(href.strip().splitlines()).replace("\t", "").replace(" ", "%20")
    if not href or href.startswith("#"):
        return None
    try:
        full = urljoin(base or "", href)
        scheme = urlsplit(full).scheme
    except ValueError:
        return None
    return full if is_web(full) or (base is None and not scheme) else None


def is_web(address: str | None) -> bool:
    """Whether it is an http or https address with a host."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def meta(root: HtmlElement, names: Iterable[str]) -> str | None:
    """The first of the named ``<meta>`` values that is not empty; None where there is none."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), clean(element.get("content") or "").strip())
    return next((found[name] for name in names if found.get(name)), None)


def title_parts(root: HtmlElement) -> list[str]:
    """The parts of ``<title>``: ``["What we plan to do", "Northborough Council"]``."""
    title = next(root.iter("title"), None)
    text = clean(title.text or "").strip() if title is not None else ""
    separator = next((mark for mark in TITLE_SEPARATORS if f" {mark} " in text), None)
    parts = text.split(f" {separator} ") if separator is not None else [text]
    return [part.strip() for part in parts if part.strip()]


def site_name(root: HtmlElement, chrome: Iterable[HtmlElement], title: str | None) -> str | None:
    """Who publishes the site: og:site_name, else the logo's words, else the end of ``<title>``."""
    named = meta(root, ("og:site_name", "application-name", "dcterms.publisher", "dc.publisher"))
    if named is not None:
        return named
    logo = next((alt for element in chrome for alt in logo_words(element)), None)
    parts = [part for part in title_parts(root) if part != title]
    return logo or (parts[-1] if parts and title is not None else None)


def logo_words(element: HtmlElement) -> list[str]:
    """What the linked pictures of a header are called: ``["Northborough Council"]``."""
    pictures = [i for i in element.iter("img") if any(a.tag == "a" for a in i.iterancestors())]
    words = (clean(picture.get("alt") or "").strip() for picture in pictures)
    return [re.sub(r"\s*\blogo\b\s*$", "", alt, flags=re.I) for alt in words if len(alt) > 3]


def furniture_of(chrome: Iterable[HtmlElement], page: Page) -> list[str]:
    """The short texts of the chrome that are no menus, once each: they often name the publisher."""
    texts: dict[str, None] = {}
    for element in chrome:
        for words in (*logo_words(element), *_lines_of(element, page)):
            if 0 < len(words) <= FURNITURE_LETTERS and len(texts) < MOST_FURNITURE:
                texts.setdefault(words)
    return list(texts)


def published_on(root: HtmlElement, page: Page) -> str | None:
    """The day that the page says it was published on: ``"2024-03-08"``; None where it does not.

    Asked in this order: meta fields, JSON-LD, a text such as "Published: 8 March 2024", a
    ``<time>``, an element that its class calls a date or byline, and the day on which the page was
    "Last updated" (its words are of that day). A day in the text of a plan is none of them.
    """
    named = meta(root, PUBLISHED_META)
    found = _iso(named) if named is not None else None
    scripts = "".join(e.text or "" for e in root.iter("script") if "json" in (e.get("type") or ""))
    linked = JSON_PUBLISHED_RE.search(scripts)
    if found is None and linked is not None:
        found = _iso(linked[1])
    if found is not None or page.sizes[page.body].words > SEARCH_WORDS:
        return found
    return (
        _labelled(page, PUBLISHED_RE)
        or _timed(page)
        or _marked_up(page)
        or _labelled(page, UPDATED_RE)
    )


def _timed(page: Page) -> str | None:
    """The first day that a ``<time>`` outside tables states."""
    for element in page.body.iter("time"):
        day = _iso(element.get("datetime") or "")
        if day is not None and next(element.iterancestors("table"), None) is None:
            return day
    return None


def _labelled(page: Page, label: re.Pattern[str]) -> str | None:
    for element in page.body.iter("p", "div", "span", "li", "td", "time", "dl", "header"):
        if page.sizes[element].words > LABEL_WORDS:
            continue
        found = label.search(text_of(element))
        day = _from_parts(found) if found is not None else None
        if day is not None and not _is_of_document(element, page):
            return day
    return None


def _is_of_document(element: HtmlElement, page: Page) -> bool:
    """Whether a line stands in an entry of a list of documents, whose own day it then prints."""
    around = (one for one in upwards(element) if one.tag in ("li", "tr"))
    entries = (one for one in around if page.sizes[one].words <= LABEL_WORDS)
    return any(DOCUMENT_RE.search(a.get("href") or "") for one in entries for a in one.iter("a"))


def _from_parts(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return _iso(found["iso"])
    month, day = found["month"] or found["named"], found["day"] or found["nth"]
    printed = found["year"] or found["of"]
    year = f"20{printed}" if len(printed) == 2 else printed
    return _iso(iso_day(day, month, year) or "")


def _iso(text: str) -> str | None:
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day.isoformat() if FIRST_DAY <= day <= LAST_DAY else None


def _marked_up(page: Page) -> str | None:
    """The day in the first short element that its class or id calls a date, outside tables."""
    for element in page.body.iter("p", "div", "span", "footer", "header"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if page.sizes[element].words > DATED_WORDS or DATED_RE.search(named) is None:
            continue
        found = DAY_RE.search(text_of(element))
        day = _from_parts(found) if found is not None else None
        if day is not None and next(element.iterancestors("table", "dl", "li"), None) is None:
            return day
    return None


def _lines_of(element: HtmlElement, page: Page) -> list[str]:
    """A trail of links as one line; else the paragraphs that are neither links nor buttons."""
    label = " ".join(element.get(name) or "" for name in ("class", "id", "aria-label")).lower()
    if "breadcrumb" in label:
        return [text_of(element)]
    if "cookie" in label or element.tag == "a":
        return []
    lines = [e for e in element.iter("p", "h1") if not page.sizes[e].dense or "name" in _named(e)]
    plain = not lines and not page.sizes[element].dense and element.find(".//button") is None
    return [text_of(line) for line in ([element] if plain else lines)]


def _named(element: HtmlElement) -> str:
    return (element.get("class") or "").lower()
