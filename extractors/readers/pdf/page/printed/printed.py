"""The text of a page before it is laid out: which words are seen, and which are struck through.

Knows one page and those beside it; knows nothing of lines, tables or paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.blocks import Link, Problem
from extractors.readers.pdf.page.printed.dots import drawn_bullets
from extractors.readers.pdf.page.printed.garbled import names_no_letters
from extractors.readers.pdf.page.printed.overprints import part_overprints
from extractors.readers.pdf.page.printed.seen import seen_words, with_signs
from extractors.readers.pdf.page.printed.struck import struck_words, without_strokes
from extractors.readers.pdf.page.printed.tracked import with_whole_words
from extractors.readers.pdf.record import PageRecord, Word


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a page.

    Attributes:
        words: Those that are seen, without what is printed across them.
        struck: Those of them that are struck through.
        across: What is printed across them: ``("DRAFT",)``.
        garbled: Their fonts name no letters, so that they say nothing.
        problems: What was left out, and what is garbled.
    """

    words: list[Word]
    struck: frozenset[Word]
    across: tuple[str, ...]
    garbled: bool
    problems: list[Problem]


def printed(record: PageRecord, beside: Sequence[PageRecord]) -> Printed:
    """The text of a page; ``beside`` are the pages before and after it."""
    seen, problems = seen_words(record)
    uncrossed, crossed = without_strokes(seen)
    words, across = part_overprints(with_whole_words(uncrossed), record, beside)
    words += drawn_bullets(record.dots, words)
    garbled = names_no_letters(record, words)
    if garbled or record.unread:
        problems.append(_garbled_problem(record, garbled))
    words = words if garbled else with_signs(words)
    struck = struck_words(words, record.across, record.struck) | crossed
    return Printed(words, struck, across, garbled, problems)


def _garbled_problem(record: PageRecord, whole: bool) -> Problem:
    number = record.number
    message = f"page {number}: its fonts name no letters, so its text makes no words"
    if not whole:
        count = len(record.unread)
        message = f"page {number}: {count} words left out, whose font names no letters"
    return Problem("read", "garbled", "warning", message, number)


def links_of(record: PageRecord, words: Sequence[Word]) -> list[Link]:
    """The links of a page, each with the words that stand in it."""
    if not record.links:
        return []
    middles = [(word.middle_x, word.middle_y, word.text) for word in words]
    links = []
    for link in record.links:
        x0, top, x1, bottom = link.frame
        held = [text for x, y, text in middles if top <= y <= bottom and x0 <= x <= x1]
        links.append(Link(" ".join(held), link.address))
    return links
