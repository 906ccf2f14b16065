"""Which paragraphs are headings, by their look against the look of the text.

Knows sizes, weights and colours; knows no words.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.blocks import Paragraph, Table
from extractors.readers.pdf_flow import Text
from extractors.readers.pdf_paragraphs import STRONG_RE

LARGER = 1.1  # times the text's size: set larger on purpose (12 over 11 points is 1.09)
MAX_LINES = 4  # lines of a heading
MAX_LETTERS = 220  # letters of a heading; longer ones are paragraphs set large
MAX_LEVEL = 6
SENTENCE_RE = re.compile(r"[.;,]$")
GREYS = frozenset(["#000000", "#0d0d0d", "#1a1a1a", "#231f20", "#262626", "#333333", "#404040"])

Look = tuple[float, bool, str]


class Looks:
    """How the text of a document looks, and the looks that stand above it, highest first."""

    def __init__(self, blocks: Sequence[Text | Table]) -> None:
        letters: Counter[float] = Counter()
        colours: Counter[str] = Counter()
        for block in blocks:
            if isinstance(block, Text):
                letters[_size(block.paragraph)] += len(block.paragraph.text)
                colours[block.colour] += len(block.paragraph.text)
            else:
                for cell in block.cells:
                    for paragraph in cell.paragraphs:
                        letters[_size(paragraph)] += len(paragraph.text) // 3
        self.size = letters.most_common(1)[0][0] if letters else 0.0
        self.colour = colours.most_common(1)[0][0] if colours else "#000000"
        found = {
            self.look(block)
            for block in blocks
            if isinstance(block, Text) and self.stands_out(block, block.paragraph)
        }
        self._ranks = {
            look: min(rank, MAX_LEVEL)
            for rank, look in enumerate(sorted(found, key=lambda look: (-look[0], not look[1])), 1)
        }

    def look(self, block: Text) -> Look:
        """What is compared: half points of size, weight, and whether it is coloured."""
        colour = "" if block.colour in GREYS or block.colour == self.colour else "coloured"
        return round(_size(block.paragraph) * 2) / 2, block.paragraph.bold, colour

    def level(self, block: Text) -> int:
        """The level of a heading with this look, 1 to 6."""
        return self._ranks.get(self.look(block), MAX_LEVEL)

    def stands_out(self, block: Text, paragraph: Paragraph) -> bool:
        """Whether a paragraph is set apart from the text as headings are."""
        text = paragraph.text.strip()
        if not text or not any(letter.isalpha() for letter in text):
            return False
        if block.lines > MAX_LINES or len(text) > MAX_LETTERS:
            return False
        if paragraph.marker is not None and (STRONG_RE.match(paragraph.marker) or paragraph.level):
            return False
        larger = _size(paragraph) >= LARGER * self.size
        if not larger and not paragraph.bold:
            return False
        return larger or not SENTENCE_RE.search(text)


def heading_level(block: Text, paragraph: Paragraph, looks: Looks) -> int | None:
    """The level of a heading, 1 (highest) to 6; None for other paragraphs."""
    return looks.level(block) if looks.stands_out(block, paragraph) else None


def _size(paragraph: Paragraph) -> float:
    return paragraph.size or 0.0
