"""Coloured words beside the heading of a card, which are no part of it: "In progress".

``<h3>Light the quay <span class="badge">On track</span></h3>`` prints how far the work is in the
line of its name; other sites print it in a line of its own above the name. Both are put behind the
heading as a line of their own. Told by the words of the class; one with a digit ("1.2") counts what
follows and stays where it is. Knows HTML; knows no word's meaning.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from extractors.readers.web.elements.tables import HEADINGS
from extractors.readers.web.page.page import text_of

PIECES = ("span", "strong", "b", "em", "i", "small", "div", "p")
BADGE_RE = re.compile(
    r"(?:^|[\s_-])(?:badge|tag|pill|chip|lozenge|status)(?:[\s_-]|$)", re.IGNORECASE
)
BADGE_LETTERS = 30  # "Completed - business as usual" has 29
LINE_LETTERS = 60  # of the line above a card's heading: a badge, a reference, a year
AROUND = 3  # elements around a heading that hold nothing else before it


def set_badges_apart(body: HtmlElement) -> None:
    """Put the badges beside each heading of ``body`` behind it."""
    for heading in list(body.iter(*HEADINGS)):
        for badge in reversed([*_before(heading), *_behind(heading)]):
            line = heading.makeelement("p", {})
            line.text = text_of(badge)
            badge.drop_tree()
            heading.addnext(line)


def _behind(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The badges that end a heading behind words of its own; one among these is one of them."""
    said = bool((heading.text or "").strip())
    badges: list[HtmlElement] = []
    for piece in heading:
        badge = said and _is_badge(piece)
        if badge:
            badges.append(piece)
        words = ("" if badge else text_of(piece, BADGE_LETTERS)) + (piece.tail or "")
        if any(map(str.isalnum, words)):  # a "#" that links to the heading is no word
            badges, said = [], True
    yield from badges


def _before(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The badges in the line that stands before a heading as the first of its card."""
    inner = heading
    for _ in range(AROUND):
        line = inner.getprevious()
        above = inner.getparent()
        if line is not None or above is None or (above.text or "").strip():
            break
        inner = above
    if line is None or line.getprevious() is not None or (line.tail or "").strip():
        return
    plain = next(line.iter(*HEADINGS), None) is None
    if plain and len(text_of(line, LINE_LETTERS)) <= LINE_LETTERS:
        yield from [piece for piece in line.iter(*PIECES) if _is_badge(piece)]


def _is_badge(piece: HtmlElement) -> bool:
    if piece.tag not in PIECES or BADGE_RE.search(piece.get("class") or "") is None or len(piece):
        return False
    words = text_of(piece)
    return 0 < len(words) <= BADGE_LETTERS and not any(map(str.isdigit, words))
