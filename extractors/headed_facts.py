"""Headings that go on with facts behind bars: "Warm homes | Lead: Housing | 2026 to 2028".

Knows headings, the shape of such lines and the labels in them. What stands before the first bar is
the name, and each fact a line of text below it, as other plans print them. Such a line alone, below
the title of a sheet, says what the plan is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.generic import is_generic
from extractors.layouts.labels.prose_labels import fields_of, names_who_and_when, read_labels

BAR_RE = re.compile(r"\s[|\u2022\u00b7]\s")
LABELLED_RE = re.compile(r"[A-Z][^:|]{1,40}:\s")
FACT_RE = re.compile(r"\w:\s|\b(?:19|20)\d\d\b|\bversion\b|\bv\d", re.IGNORECASE)
MIN_ALIKE = 2  # headings of a level, each with a name of its own


@dataclass(frozen=True, slots=True)
class _Parts:
    """A heading apart from its facts."""

    name: str
    facts: tuple[str, ...]


def with_facts_below(document: Document) -> Document:
    """The document with the facts behind the bars of its headings below them.

    They stay behind those over labelled lines that say who and when themselves: these are sections
    over several actions, and the facts are of none of them.
    """
    levels = levels_with_facts(document)
    if not levels:
        return document
    blocks = document.blocks
    lines = (line for at in range(len(blocks)) for line in _apart(blocks, at, levels))
    return replace(document, blocks=tuple(lines))


def levels_with_facts(document: Document) -> frozenset[int]:
    """The levels of which several headings have a name and facts; few documents have any."""
    names: defaultdict[int, set[str]] = defaultdict(set)
    for block in document.blocks:
        if isinstance(block, Heading) and block.text != document.title:
            parts = _parts_of(block)
            names[block.level].update([parts.name] if parts is not None else [])
    return frozenset(level for level, own in names.items() if len(own) >= MIN_ALIKE)


def name_before_facts(heading: Heading) -> str | None:
    """The name of a heading with facts behind it: "Warm homes"; None where it has none."""
    parts = _parts_of(heading)
    return parts.name if parts is not None else None


def _apart(blocks: Sequence[Block], at: int, levels: frozenset[int]) -> Iterator[Block]:
    """A block, or those that a heading with facts is."""
    block = blocks[at]
    parts = _parts_of(block) if isinstance(block, Heading) and block.level in levels else None
    if parts is None or not isinstance(block, Heading) or _says_itself(blocks, at):
        yield block
        return
    yield replace(block, text=parts.name)
    yield from (Paragraph(fact, place=block.place) for fact in parts.facts)


def _says_itself(blocks: Sequence[Block], at: int) -> bool:
    """Whether the lines below a heading name both who and when by labels."""
    below = (blocks[place] for place in range(at + 1, len(blocks)))  # copied, pages take minutes
    prose = takewhile(lambda one: isinstance(one, Paragraph), below)
    lines = [line for one in prose if isinstance(one, Paragraph) for line in read_labels(one).lines]
    return names_who_and_when(fields_of(lines), unknown=False)


def _parts_of(heading: Heading) -> _Parts | None:
    """The name and the facts of a heading; None where it has none behind bars, or no name."""
    name, *facts = map(str.strip, BAR_RE.split(heading.text))
    told = all(map(FACT_RE.search, facts)) and any(map(LABELLED_RE.match, facts))
    named = bool(name) and not (FACT_RE.search(name) or is_generic(name))
    return _Parts(name, tuple(facts)) if told and named else None
