"""Lines that run along the top and bottom of pages, told before tables are made of lines.

Knows the words of a page and of the pages beside it. Without this a table that no vertical rule
parts takes a footer or a running header for a row, since nothing but white space stands between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import PageRecord, Word

# Seen at 328 running lines of 191 made and real PDFs.
MARGIN = 0.13  # of the page's height where furniture stands, at the top and bottom: to 0.08
SAME_PLACE_PT = 6.0  # points by which furniture moves from page to page: 318 by 0, ten by 1 to 6
SAME_BASE_PT = 1.0  # points between the bases of bold and plain words of one line: to 0.1
EDGE_LINES = 4  # lines from the top and from the bottom that may be furniture
SAME_START_PT = 4.0  # points by which heads and the text below them start apart
TITLE_SIZE = 1.8  # times the size of the lines below, banner rows of tables 1.0 to 1.5
FAR_EM = 2.0  # of its size above what follows: heads printed again stand 0 to 1.5, in 72 cases
FURTHER = 1.5  # times the widest gap between the lines below it, in a table with wide padding
ROWS_BELOW = 4  # lines below a line at the top that show whether it heads columns
ROMAN_RE = re.compile(r"(?<= )[ivxl]{1,6}$")  # page numbers of a preface
DIGITS_RE = re.compile(r"\d+")
TAKEN_ALIKE = str.maketrans("l|!", "iii")  # "pian" for "plan": seen in three of 27 made scans
NAMED_NUMBER_RE = re.compile(r"^(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.I)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge: how far from it, in points, and whether it may be a row of heads."""

    line: Line
    pattern: str
    at: float
    bottom: bool
    heads: bool = False


def pattern(text: str) -> str:
    """What two lines of furniture have in common: ``"Page 3 of 9"`` gives ``"page # of #"``.

    Letters that a scan takes for one another count as one: "Delivery pian" repeats "Delivery plan";
    a bar alone, as in "Council | Official", it may pass over.
    """
    words = [word for word in text.split() if any(map(str.isalnum, word))] or text.split()
    plain = ROMAN_RE.sub("#", DIGITS_RE.sub("#", " ".join(words).lower()))
    return plain.replace("rn", "m").translate(TAKEN_ALIKE)


def running_words(record: PageRecord, beside: Sequence[PageRecord]) -> frozenset[Word]:
    """The words of running headers, footers and page numbers.

    Args:
        record: The page.
        beside: The pages before and after it: a line that one of them has in the same place runs
            along the edge. A line that says "Page 3" needs no other.
    """
    edges = _edges(record)
    others = [other for one in beside if edges for other in _edges(one)]
    running = [
        edge
        for edge in edges
        if not edge.heads and (_is_named(edge) or any(_alike(edge, other) for other in others))
    ]
    return frozenset(
        word
        for edge in running
        if not _comes_again(edge, running, record)
        for word in edge.line.words
    )


def _comes_again(edge: _Edge, running: Sequence[_Edge], record: PageRecord) -> bool:
    """Whether the page prints the line elsewhere as well, but for its figures: "Action no. 5".

    The label of a card, one of which happens to stand at the same edge of the next page. A line
    that runs along both edges ("OFFICIAL") does not come again: the same words at the other edge,
    which the page beside has there too, are no label.
    """
    first = edge.line.words[0]
    opposite = {
        word
        for other in running
        if other.bottom != edge.bottom and other.line.text == edge.line.text
        for word in other.line.words
    }
    bases = [
        word.base
        for word in record.words
        if word.text == first.text
        and word not in opposite
        and abs(word.x0 - first.x0) <= SAME_START_PT
        and abs(word.base - first.base) > SAME_BASE_PT
    ]
    return any(
        pattern(line.text) == edge.pattern
        for base in bases
        for line in make_lines([w for w in record.words if abs(w.base - base) <= SAME_BASE_PT])
    )


def _is_named(edge: _Edge) -> bool:
    return NAMED_NUMBER_RE.match(edge.line.text) is not None


def _alike(one: _Edge, other: _Edge) -> bool:
    same = one.bottom == other.bottom and one.pattern == other.pattern
    return same and abs(one.at - other.at) <= SAME_PLACE_PT


@lru_cache(maxsize=4)
def _edges(record: PageRecord) -> tuple[_Edge, ...]:
    """The lines near the edges; a page is asked for them three times, beside others too."""
    height = record.height
    lowest, highest = 2 * MARGIN * height, (1 - MARGIN) * height
    low = make_lines([word for word in record.words if word.top > highest and not word.turn])
    high = make_lines([word for word in record.words if word.bottom < lowest and not word.turn])
    edges = [
        _Edge(line, pattern(line.text), height - line.bottom, bottom=True)
        for line in low[-EDGE_LINES:]
    ]
    for index, line in enumerate(high[:EDGE_LINES]):
        if line.bottom < MARGIN * height:
            below = high[index + 1 : index + 1 + ROWS_BELOW]
            heads = _heads(line, below)
            edges.append(_Edge(line, pattern(line.text), line.top, bottom=False, heads=heads))
    return tuple(edges)


def _heads(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line may head columns, as a head row printed again does.

    It is bold, and no title far larger than the lines below it, or these begin where its pieces do.
    It stands close above them, as close as they stand to one another: rows may be wide apart.
    """
    if all(word.style.bold for word in line.words):
        return all(line.size < TITLE_SIZE * one.size for one in below)
    gaps = [lower.top - upper.bottom for upper, lower in pairwise([line, *below])]
    if gaps and gaps[0] >= max(FAR_EM * line.size, FURTHER * max(gaps[1:], default=0.0)):
        return False
    starts = [words[0].x0 for one in below for words in one.pieces]
    aligned = sum(
        any(abs(words[0].x0 - x) <= SAME_START_PT for x in starts) for words in line.pieces
    )
    return aligned > 1
