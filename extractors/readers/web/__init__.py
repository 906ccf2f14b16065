"""Web pages: bytes of HTML to a ``Document``, without the site's chrome.

Knows pages and not actions. Scripts are never run and nothing is fetched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.html
import trafilatura
from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, HTMLParser

from extractors.blocks import Block, Document, Heading, Problem, Table
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import HTML
from extractors.readers.web.blocks.blocks import reader_of
from extractors.readers.web.blocks.emphasis import with_bold_headings
from extractors.readers.web.blocks.walker import Walker
from extractors.readers.web.elements.hidden import (
    class_styles,
    is_hidden,
    opened_by_click,
    unseen_classes,
)
from extractors.readers.web.elements.text import decode, has_overrides
from extractors.readers.web.page import meta as web_meta
from extractors.readers.web.page.badges import set_badges_apart
from extractors.readers.web.page.chrome import find_chrome
from extractors.readers.web.page.copies import find_copies
from extractors.readers.web.page.grids import mark_grids
from extractors.readers.web.page.links import contents_of, links_of
from extractors.readers.web.page.page import Page, look_at, text_of
from extractors.readers.web.page.pagers import neighbours_of
from extractors.readers.web.page.panels import drop_toggles
from extractors.readers.web.page.set_apart import mark_labels
from extractors.readers.web.page.sheets import drop_frames
from extractors.readers.web.page.tabs import head_panels

PARSER_DEPTH = 2_000  # elements; libxml2 gives up at 2,048 and drops what follows
WRAPPER_RE = re.compile(
    r"</?(?:div|span|font|b|i|em|strong|center|section|u|small|big)\b[^>]*>", re.I
)
XML_DECLARATION_RE = re.compile(r"^\s*<\?xml[^>]*\?>")
SPANS_RE = re.compile(r"\b(?:row|col)span\s*=\s*[\"']?\d+[\"']?", re.IGNORECASE)
LEAST_SHARE = 0.5  # of the words outside links; below it class names may have misled us
MOST_SHARE = 0.9  # of all words of a page; what half of them are links has no such main text
CHECKED_CHARACTERS = 1_000_000  # longest page that is read a second time to check the first
CONTROLS = [bytes((code,)) for code in (*range(1, 9), *range(14, 32))]  # 0 stands in UTF-16
CONTROL_SHARE = 0.01  # of a page's bytes; pages of word processors hold a few stray ones
TITLE_WORDS = 20  # longest line above the page's heading that is its series and no prose


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way of telling a page's text from its chrome."""

    walker: Walker
    chrome: dict[HtmlElement, str]
    words: int


def read(data: bytes, limits: Limits) -> Document:
    """Read a web page.

    Args:
        data: The page as fetched, in any encoding.
        limits: ``columns`` bounds the grid of a table.

    Raises:
        UnreadableDocument: "no_text" where it prints nothing, as a page that a script fills.
    """
    text = decode(data)
    root, problems = _parse(text)
    body = root.find("body")
    if body is None:
        raise UnreadableDocument("no_text", "The page has no body. Fetch it again.")
    page, hidden = _seen(root, body)
    address = web_meta.address_of(root)
    base = web_meta.base_of(root, address)
    reading = _read_best(page, hidden, base, limits, "" if problems else text)
    above, blocks = _split_off_series(with_bold_headings(reading.walker.blocks), page)
    if not blocks:
        raise UnreadableDocument(
            "no_text", "The page prints no text of its own; a script may fill it in a browser."
        )
    title = _title(page, root, blocks)
    contents = contents_of(page, reading.chrome, base, address)
    return Document(
        media_type=HTML,
        blocks=blocks,
        title=title,
        author=web_meta.site_name(root, reading.chrome, title),
        furniture=_furniture(root, page, reading, above, title),
        address=address,
        links=links_of(contents, reading.walker.links, reading.chrome, base, address),
        contents=contents,
        neighbours=neighbours_of(body, base),
        problems=(*problems, *_not_text(data), *_notices(body, hidden, reading)),
        published_on=_published_on(root, page, [*reading.chrome, *hidden]),
    )


def _seen(root: HtmlElement, body: HtmlElement) -> tuple[Page, list[HtmlElement]]:
    """The page with its tables, labels and panels marked, and the elements that nobody sees."""
    drop_frames(body)
    styles = class_styles(root)
    mark_grids(body, styles)
    classes = unseen_classes(styles)
    mark_labels(body, classes)
    head_panels(body)
    drop_toggles(body)
    set_badges_apart(body)
    page = look_at(body)
    opened = opened_by_click(page.inside)
    hidden = [element for element in body.iter() if is_hidden(element, classes, opened)]
    return page, hidden + find_copies(body, hidden)


def _parse(text: str) -> tuple[HtmlElement, list[Problem]]:
    """Parse a page; one that is nested deeper than the parser goes is read without wrappers."""
    root = _parse_once(text)
    if _depth(root) < PARSER_DEPTH:
        return root, []
    message = (
        f"Elements are nested more than {PARSER_DEPTH:,} deep; "
        "the page was read without its wrapping elements and may miss text."
    )
    return _parse_once(WRAPPER_RE.sub(" ", text)), [Problem("read", "damaged", "warning", message)]


def _parse_once(text: str) -> HtmlElement:
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        # a declared encoding would have lxml refuse text that is decoded already
        parser_input = XML_DECLARATION_RE.sub("", text, count=1)
        root: HtmlElement = lxml.html.document_fromstring(parser_input, parser=parser)
    except ParserError as error:
        raise UnreadableDocument("no_text", "The page holds no text and no elements.") from error
    return root


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _read_best(
    page: Page, hidden: list[HtmlElement], base: str | None, limits: Limits, text: str
) -> _Reading:
    """Read with all signs of chrome; with fewer where that loses most of the text.

    Where less than half of the page's prose is left, trafilatura's own reading of the main text
    decides whether too much was taken for chrome. ``text`` is "" where it is not to be asked.
    """
    reading = _read_once(page, find_chrome(page), hidden, base, limits)
    whole = page.sizes[page.body]
    if reading.words >= LEAST_SHARE * (whole.words - whole.linked):
        return reading
    main_text = None
    if len(text) <= CHECKED_CHARACTERS:
        # Spans go: one merged cell of 65,534 rows keeps trafilatura 2.1 busy for minutes.
        main_text = trafilatura.extract(SPANS_RE.sub(" ", text))
    words = len((main_text or "").split())
    if whole.dense and words > MOST_SHARE * whole.words:
        words = 0  # a page of few words, of which it gives the menus too, tells nothing
    for attempt in (find_chrome(page, strict=False), {}):
        if reading.words >= max(1.0, LEAST_SHARE * words):
            break
        reading = _read_once(page, attempt, hidden, base, limits)
    return reading


def _read_once(
    page: Page,
    chrome: dict[HtmlElement, str],
    hidden: list[HtmlElement],
    base: str | None,
    limits: Limits,
) -> _Reading:
    walker = Walker(
        left_out=frozenset((*chrome, *hidden)),
        resolve=lambda href: web_meta.resolve(href, base),
        most_columns=limits.columns,
        reader_of=reader_of,
    )
    walker.walk(page.body)
    return _Reading(walker, chrome, sum(_count_words(block) for block in walker.blocks))


def _count_words(block: Block) -> int:
    if isinstance(block, Table):
        return sum(cell.text.count(" ") + 1 for cell in block.cells)
    return block.text.count(" ") + 1


def _split_off_series(blocks: Sequence[Block], page: Page) -> tuple[list[str], tuple[Block, ...]]:
    """Part the short lines above the page's heading, which name its series, from the body."""
    title = text_of(page.title) if page.title is not None else None
    for place, block in enumerate(blocks):
        if isinstance(block, Table) or _count_words(block) > TITLE_WORDS:
            break
        if isinstance(block, Heading) and block.text == title:
            above = [line.text for line in blocks[:place] if not isinstance(line, Table)]
            return above, tuple(blocks[place:])
    return [], tuple(blocks)


def _title(page: Page, root: HtmlElement, blocks: Sequence[Block]) -> str | None:
    if page.title is not None:
        return text_of(page.title)
    parts = web_meta.title_parts(root)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    printed = [part for part in parts if part in headings]
    return next(iter((*printed[-1:], *parts[:1], *headings[:1])), None)


def _furniture(
    root: HtmlElement, page: Page, reading: _Reading, above: list[str], title: str | None
) -> tuple[str, ...]:
    named = web_meta.meta(root, ("og:site_name",))
    parts = [part for part in web_meta.title_parts(root) if part != title]
    texts = (
        *above,
        *((named,) if named else ()),
        *parts,
        *web_meta.furniture_of(reading.chrome, page),
    )
    return tuple(dict.fromkeys(texts))


def _published_on(root: HtmlElement, page: Page, left_out: Sequence[HtmlElement]) -> str | None:
    """Find the day of publication; takes chrome and hidden text off the page for it.

    The foot of an article stays: it is where wikis and blogs print the day.
    """
    for element in left_out:
        foot = element.tag == "footer" and element in page.inside
        if element.getparent() is not None and not foot:
            element.drop_tree()
    return web_meta.published_on(root, page)


def _not_text(data: bytes) -> Iterator[Problem]:
    """A warning where bytes stand in the page that no text holds."""
    found = sum(map(data.count, CONTROLS))
    if found > CONTROL_SHARE * len(data):
        message = f"{found:,} bytes of the page are no text and were left out. Fetch it again."
        yield Problem("read", "garbled", "warning", message)


def _is_placed(body: HtmlElement) -> bool:
    """Whether a page is a converted PDF: pdf2htmlEX numbers its pages."""
    pages = (element for element in body.iter("div") if element.get("data-page-no"))
    return next(pages, None) is not None


def _notices(
    body: HtmlElement, hidden: Sequence[HtmlElement], reading: _Reading
) -> Iterator[Problem]:
    around = set(reading.chrome)
    unseen = [
        text
        for element in hidden
        if not around.intersection((element, *element.iterancestors()))
        and (text := text_of(element))
    ]
    if unseen:
        message = (
            f'{len(unseen)} pieces that are not displayed were left out, as "{unseen[0][:80]}".'
        )
        yield Problem("read", "hidden_text", "notice", message)
    if has_overrides("".join(body.itertext())):
        message = "Characters that reverse the direction of the text were left out of it."
        yield Problem("read", "hidden_text", "notice", message)
    if _is_placed(body):
        message = (
            "Each piece of text stands at a place of its own, as in a PDF that was turned into a "
            "page; tables in it are not seen. Fetch the PDF."
        )
        yield Problem("read", "unread_table", "warning", message)
    if reading.walker.cut:
        message = f"{reading.walker.cut} cells beyond the column limit of a table were left out."
        yield Problem("read", "unread_table", "warning", message)
