"""The aim that one page of a set is about: its title, where the contents list counts several.

A strategy that is published as a set of pages gives each priority a page of its own, "Priority 2:
Warm homes"; alone it would be one aim, which no plan has. Knows documents; nothing of formats.
"""

from collections.abc import Iterator, Sequence

from extractors.blocks import Document
from extractors.lines import Line
from extractors.priorities.sets import MIN_SCORE, Found, FoundSet
from extractors.priorities.text import summary_below
from extractors.priorities.words import COUNTED_WEIGHTS, read_counted

MIN_COUNTED = 2  # entries of the contents list that are counted with one word


def from_page_of_set(lines: Sequence[Line], document: Document) -> Iterator[FoundSet]:
    """The priority that the page's own entry counts as the contents list counts others."""
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
