"""Aims that a contents page counts: chapters headed by their names alone, or pages of a set."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.blocks import Block, Document, Paragraph, Table
from extractors.lines import Line
from extractors.priorities.finders.headings import HEADING_POINTS
from extractors.priorities.sets import MIN_SCORE, Found, FoundSet, shape_score
from extractors.priorities.text import summary_below
from extractors.priorities.words import (
    COUNTED_WEIGHTS,
    Counted,
    clean_title,
    fold_title,
    read_counted,
)

PAGE_RE = re.compile(r"[\s.\u2026_]+\d{1,3}(?=\s+[A-Z]|$)")  # what follows may be the next entry
MAX_FRONT = 100  # blocks in which the contents stand
MAX_COLUMNS = 3  # of a contents page that is read as a table
MIN_COUNTED = 2  # entries that one word counts


def from_contents(lines: Sequence[Line], document: Document) -> Iterator[FoundSet]:
    """The chapters that "Priority 1: Warm homes ... 4" and the like on the contents page count.

    A chapter is headed "Warm homes"; that its words stand in the contents as well tells that the
    entry is no other plan's. Each must be found.
    """
    heads: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.heading is not None:
            heads.setdefault(fold_title(line.text), index)
    entries: dict[str, dict[int, Counted]] = {}
    for text in _texts(document.blocks[:MAX_FRONT]):
        counted = read_counted(text)
        title = "" if counted is None else PAGE_RE.split(counted.title)[0]
        if counted is not None and counted.noun is not None and title:
            named = replace(counted, title=clean_title(title))
            entries.setdefault(counted.noun, {}).setdefault(counted.number, named)
    for noun, counts in entries.items():
        places = [heads.get(fold_title(one.title)) for one in counts.values()]
        if len(counts) < MIN_COUNTED or None in places:
            continue
        known = zip(counts.values(), (place for place in places if place is not None), strict=True)
        rows = tuple(_row(lines, place, counted) for counted, place in known)
        yield FoundSet(rows, COUNTED_WEIGHTS[noun] + HEADING_POINTS + shape_score(rows, None))


def from_page_of_set(lines: Sequence[Line], document: Document) -> Iterator[FoundSet]:
    """The priority that the page's own entry counts as the contents list of the set counts others.

    Of a strategy that is published as a set of pages each may be about one; alone it would be one
    aim, which no plan has.
    """
    own = read_counted(document.entry.text) if document.entry is not None else None
    if own is None or not own.title:
        return
    entries = [read_counted(link.text) for link in document.contents]
    if sum(entry is not None and entry.noun == own.noun for entry in entries) < MIN_COUNTED:
        return
    index = next((n for n, line in enumerate(lines) if line.text == document.title), None)
    line = lines[index] if index is not None else None
    summary = summary_below(lines, index) if index is not None else None
    row = Found(own.title, own.label, summary, *((line.block, line.place) if line else ()))
    yield FoundSet((row,), MIN_SCORE + COUNTED_WEIGHTS.get(own.noun or "", 0))


def _row(lines: Sequence[Line], place: int, counted: Counted) -> Found:
    line = lines[place]
    summary = summary_below(lines, place)
    return Found(counted.title, counted.label, summary, line.block, line.place)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.printed
        elif isinstance(block, Table) and block.column_count <= MAX_COLUMNS:
            yield from (cell.text for cell in block.cells)
