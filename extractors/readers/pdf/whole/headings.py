"""Which paragraphs are headings, by their look against the look of the text.

Knows sizes, weights and colours; knows no words.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.blocks import Paragraph, Table
from extractors.readers.pdf.page.blocks import Text
from extractors.readers.pdf.page.paragraphs.markers import STRONG_RE
from extractors.readers.pdf.record import is_black

LARGER = 1.1  # times the text's size: set larger on purpose (12 over 11 points is 1.09)
COLOURED_LARGER = 1.04  # times, in a colour of its own: Word sets its second heading 13 over 12
CHROMA = 32  # of 255 between a colour's channels; Word's slate blue has 38, its greys none
MAX_COLOURED_WORDS = 12  # words of a heading that its colour alone marks
TITLE_SIZE = 1.3  # times the text's size, bold: items of lists are set smaller
MEASURED = 1.08  # times by which sizes measured on one picture differ: 14 and 13, 18 and 17
MIN_ALIKE = 2  # headings of one look; a single coloured line may be anything
MUCH_LARGER = 1.6  # times the text's size: no text is set so, whatever it ends in
LITTLE_PROSE = 400  # letters outside tables, below which they do not show the text's size
CONTENTS_RE = re.compile(r"(?:[.…_\-–]\s?){4,}\s*\d*|\t\d+$")  # leaders of a contents page
QUOTE_RE = re.compile("^[\"“‘'].*[\"”’'][.,]?$", re.DOTALL)  # a quotation set large
MAX_LINES = 4  # lines of a heading
MAX_LETTERS = 220  # letters of a heading; longer ones are paragraphs set large
MAX_LEVEL = 6
LABEL_RE = re.compile(r"([A-Z][a-z]+)\s+\d")
SENTENCE_RE = re.compile(r"[.;,]$")
LINKS = frozenset(["#0000ff", "#0000ee", "#0563c1", "#1155cc", "#467886"])  # of Word and browsers

Look = tuple[float, bool, str]


class Looks:
    """How the text of a document looks, and the looks that stand above it, highest first."""

    def __init__(self, blocks: Sequence[Text | Table], *, recognised: bool = False) -> None:
        """Learn the looks of a document, of which some pages may be ``recognised`` pictures."""
        texts = [block for block in blocks if isinstance(block, Text)]
        self.size = _body_size(texts, [block for block in blocks if isinstance(block, Table)])
        self._sizes = _as_printed(texts, LARGER * self.size) if recognised else {}
        colours: Counter[str] = Counter()
        for text in texts:
            colours[text.colour] += len(text.paragraph.text)
        self.colour = colours.most_common(1)[0][0] if colours else "#000000"
        self._marking = self._marking_colours(texts)
        self._shared: frozenset[Look] = frozenset()
        self._counted: frozenset[tuple[Look, str]] = frozenset()
        standing = [text for text in texts if self.stands_out(text, text.paragraph)]
        counts = Counter(self.look(text) for text in standing)
        self._shared = frozenset(look for look, count in counts.items() if count >= MIN_ALIKE)
        stopped = [text for text in texts if self._is_stopped(text)]
        labels = Counter(
            (self.look(text), _label(text.paragraph.text)) for text in (*standing, *stopped)
        )
        self._counted = frozenset(
            one for one, count in labels.items() if one[1] and count >= MIN_ALIKE
        )
        found = self._inside(standing) or counts.keys()
        self._ranks = {
            look: min(rank, MAX_LEVEL)
            for rank, look in enumerate(sorted(found, key=_highest_first), 1)
        }

    def _inside(self, standing: Sequence[Text]) -> set[Look]:
        """The looks that stand out behind the cover, and those that its page shows twice.

        A cover is set larger than anything inside, and must not push the sections' levels down;
        what its page shows twice is no title of the document. Empty where all is on one page.
        """
        cover = min((text.paragraph.place.page or 0 for text in standing), default=0)
        inner = {self.look(text) for text in standing if text.paragraph.place.page != cover}
        counts = Counter(self.look(text) for text in standing)
        return inner and inner | {look for look, count in counts.items() if count > 1}

    def look(self, block: Text) -> Look:
        """What is compared: half points of size, weight, and whether it is coloured."""
        colour = "" if is_black(block.colour) or block.colour == self.colour else "coloured"
        size = round(_size(block.paragraph) * 2) / 2
        return self._sizes.get(size, size), block.paragraph.bold, colour

    def level(self, block: Text) -> int:
        """The level of a heading with this look, 1 to 6; what only a cover shows stands between."""
        look = self.look(block)
        place = _highest_first(look)
        above = [rank for known, rank in self._ranks.items() if _highest_first(known) < place]
        return self._ranks.get(look) or min(max(above, default=0) + 1, MAX_LEVEL)

    def stands_out(self, block: Text, paragraph: Paragraph) -> bool:
        """Whether a paragraph is set apart from the text as headings are."""
        text = paragraph.text.strip()
        if not text or not any(letter.isalpha() for letter in text):
            return False
        if block.lines > MAX_LINES or len(text) > MAX_LETTERS:
            return False
        if self._is_item(paragraph):
            return False
        if CONTENTS_RE.search(text) or QUOTE_RE.match(text):
            return False
        size = _size(paragraph)
        if size >= MUCH_LARGER * self.size:
            return block.lines < MAX_LINES or not SENTENCE_RE.search(text)
        if SENTENCE_RE.search(text):  # "Action 4: Light the quay." among titles without a stop
            look = self.look(block)
            larger = size >= LARGER * self.size and look in self._shared
            alike = larger or (look, _label(text)) in self._counted
            return paragraph.bold and alike and text.endswith(".")
        return paragraph.bold or size >= LARGER * self.size or self._is_coloured(block, size)

    def _is_item(self, paragraph: Paragraph) -> bool:
        """Whether a bullet marks an item; a dot or star before large bold words is a picture."""
        if paragraph.marker is None:
            return False
        titled = paragraph.bold and _size(paragraph) >= TITLE_SIZE * self.size
        bullet = STRONG_RE.match(paragraph.marker) is not None
        return paragraph.level > 0 or (bullet and not titled)

    def _is_stopped(self, block: Text) -> bool:
        """Whether a text is bold, short and set larger, and ends as a sentence does.

        Such titles may be all of their kind, as where a plan heads each action by its text.
        """
        paragraph = block.paragraph
        short = block.lines <= MAX_LINES and len(paragraph.text) <= MAX_LETTERS
        larger = paragraph.bold and _size(paragraph) >= LARGER * self.size
        return short and larger and paragraph.text.endswith(".")

    def _is_coloured(self, block: Text, size: float) -> bool:
        """Whether a colour of its own marks a heading that is little larger than text, or not."""
        if self.look(block)[2] == "" or not _is_chromatic(block.colour):
            return False
        larger = size >= COLOURED_LARGER * self.size
        return larger or ((size, block.colour) in self._marking and _is_short(block))

    def _marking_colours(self, texts: Sequence[Text]) -> frozenset[tuple[float, str]]:
        """The sizes and colours, of those of the text's size, that only short lines are set in."""
        coloured: dict[tuple[float, str], list[bool]] = {}
        for text in texts:
            size = _size(text.paragraph)
            if size == self.size and text.colour != self.colour and not text.paragraph.bold:
                coloured.setdefault((size, text.colour), []).append(_is_short(text))
        return frozenset(
            look for look, short in coloured.items() if all(short) and len(short) >= MIN_ALIKE
        )


def _label(text: str) -> str:
    """The word that counts a heading, as it does others: ``"Action"`` of "Action 3.1: Light"."""
    found = LABEL_RE.match(text)
    return found[1] if found is not None else ""


def heading_level(block: Text, paragraph: Paragraph, looks: Looks) -> int | None:
    """The level of a heading, 1 (highest) to 6; None for other paragraphs."""
    return looks.level(block) if looks.stands_out(block, paragraph) else None


def _body_size(texts: Sequence[Text], tables: Sequence[Table]) -> float:
    """The size of most letters of the prose; where there is little prose, of the tables too."""
    letters: Counter[float] = Counter()
    for text in texts:
        letters[_size(text.paragraph)] += len(text.paragraph.text)
    if sum(letters.values()) < LITTLE_PROSE:
        for table in tables:
            for cell in table.cells:
                for paragraph in cell.paragraphs:
                    letters[_size(paragraph)] += len(paragraph.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_chromatic(colour: str) -> bool:
    """Whether a colour is neither grey nor that of links."""
    channels = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    return max(channels) - min(channels) >= CHROMA and colour not in LINKS


def _is_short(block: Text) -> bool:
    """One line of a few words that begins as headings do and ends no sentence."""
    text = block.paragraph.text.strip()
    begins = text[:1].isupper() or text[:1].isdigit()
    ends = text[-1:] in ".;,:!?"
    return (
        block.lines == 1
        and block.paragraph.marker is None
        and begins
        and not ends
        and len(text.split()) <= MAX_COLOURED_WORDS
    )


def _as_printed(texts: Sequence[Text], least: float) -> dict[float, float]:
    """The sizes of titles as printed, by those measured on a picture.

    Of 17 and 18 points it is the one in which more are set.
    """
    sizes = Counter(round(_size(text.paragraph) * 2) / 2 for text in texts)
    found: dict[float, float] = {}
    for size, _ in sizes.most_common():
        near = (one for one in found.values() if max(one, size) <= MEASURED * min(one, size))
        if size >= least:
            found[size] = next(near, size)
    return found


def _size(paragraph: Paragraph) -> float:
    return paragraph.size or 0.0


def _highest_first(look: Look) -> tuple[float, bool, bool]:
    """Larger looks stand higher, of one size bold ones, of one weight coloured ones."""
    size, bold, colour = look
    return -size, not bold, not colour
