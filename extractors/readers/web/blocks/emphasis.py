"""Headings that a page prints as bold paragraphs of their own.

Editors of sites write ``<p><strong>Priority 1: Safer evenings</strong></p>`` where they mean a
heading. Knows blocks; knows no tags.
"""

from collections import Counter
from collections.abc import Sequence

from extractors.blocks import Block, Heading, Paragraph
from extractors.readers.labels import LABEL_RE

LEAST = 2  # bold lines of a page that head something; a single one is a warning or a notice
AGAIN = 2  # times that a page prints a bold line before it is a label: "By when" in every card
WORDS = 16  # longest bold line that heads something; the longest heading of the pages seen has 14
LOWEST = 6  # the deepest heading level


def with_bold_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with bold lines as headings, a level below the heading that stands over them all.

    A heading of a lower level among them stands below a bold line and does not move the next one.
    A line that is printed again and again heads nothing.
    """
    lines = Counter(_text_of(block).casefold() for block in blocks if _is_bold_line(block))
    again = {text for text, times in lines.items() if times >= AGAIN}
    bold = [
        place
        for place, block in enumerate(blocks)
        if _heads(blocks, place) and _text_of(block).casefold() not in again
    ]
    if len(bold) < LEAST:
        return tuple(blocks)
    made: list[Block] = []
    above, heads = 1, frozenset(bold)
    top = next((place for place, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    first = next((place for place in bold if place > top), bold[0])
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and (place < first or block.level <= above):
            above = block.level
        if place in heads and isinstance(block, Paragraph):
            level = min(above + 1, LOWEST)
            block = Heading(block.text, level, block.marker, place=block.place, struck=block.struck)
        made.append(block)
    return tuple(made)


def _text_of(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _heads(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is a bold line with something other than a bold line below it."""
    block = blocks[place]
    above = blocks[place - 1] if place else None
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    if above is not None and _is_labelled(above) and _is_labelled(block):
        return False  # "Lead: Police" and "By when: May" in bold
    if not _is_bold_line(block) or below is None or isinstance(below, Heading):
        return False
    counted = isinstance(block, Paragraph) and block.marker is not None
    listed = isinstance(below, Paragraph) and below.marker is not None
    return not _is_bold_line(below) and not (counted and listed)


def _is_labelled(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.bold and LABEL_RE.match(block.text) is not None


def _is_bold_line(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.bold
        and (block.marker is None or _is_typed_number(block))
        and block.level == 0
        and len(block.text.split()) <= WORDS
        and not block.text.endswith((".", ":", ";", ",", "!", "?"))
    )


def _is_typed_number(line: Paragraph) -> bool:
    """Whether a line is counted by hand and is no item of a list: "2. Warm homes"."""
    return line.marker is not None and not line.numbered and line.marker[:1].isdigit()
