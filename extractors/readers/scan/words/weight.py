"""Which recognised words are set bold, told by the width of their strokes.

Knows grey pixels and word boxes; knows no tables. Tesseract says nothing of a word's weight, and
headings of columns without rules are told by it.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.readers.scan.pixels.image import Grey
from extractors.readers.scan.words.words import SeenWord

BOLD = 1.2  # times a page's plain stroke; 5,600 plain words had 0.9 to 1.17, bold ones 1.21 on
LIGHTEST = 10  # per cent of a page's words that are plain at least, where it has plain ones
PLAIN_REACH = 1.25  # times the stroke of the lightest words, up to which words are plain
AROUND = 0.25  # of a word's height around it: paper, of which a bold word's own box has too little
LETTERS = 3  # of a word whose strokes can be measured; shorter ones go with their neighbour
MOST = 0.6  # of a text's words that are bold before all are: noise hides the weight of some
PIECE_EM = 1.0  # of the size: white between the texts of two columns; words stand a third apart
INK = 0.5  # of the way from paper to the darkest pixel, from which on a pixel is ink


def bold_words(grey: Grey, lines: Sequence[tuple[Sequence[SeenWord], float]]) -> set[int]:
    """The places, by ``id``, of the words that are bold.

    Args:
        grey: The straightened page.
        lines: The words of each line, and the size of its letters in pixels.
    """
    widths = {
        id(word): _stroke(grey, word) / size
        for words, size in lines
        for word in words
        if sum(map(str.isalnum, word.text)) >= LETTERS
    }
    if not widths:
        return set()
    least = BOLD * _plain_stroke(np.array(list(widths.values())))
    return {
        place
        for words, size in lines
        for piece in _parted(words, PIECE_EM * size)
        for place in _bold_places(piece, words, widths, least)
    }


def _bold_places(
    piece: Sequence[SeenWord],
    row: Sequence[SeenWord],
    widths: Mapping[int, float],
    least: float,
) -> list[int]:
    """The bold words of a text; one of short words alone is as those beside it."""
    measured = [word for word in piece if id(word) in widths]
    measured = measured or [word for word in row if id(word) in widths]
    heavy = {id(word) for word in measured if widths[id(word)] >= least}
    if not heavy or len(heavy) >= MOST * len(measured):
        return [id(word) for word in piece if heavy]
    nearest = [min(measured, key=lambda one: abs(one.x0 - word.x0)) for word in piece]
    return [id(word) for word, near in zip(piece, nearest, strict=True) if id(near) in heavy]


def _parted(words: Sequence[SeenWord], gap: float) -> list[list[SeenWord]]:
    """The words of a row by the texts that stand beside one another in it."""
    row = sorted(words, key=lambda word: word.x0)
    cuts = [at for at, (one, other) in enumerate(pairwise(row), 1) if other.x0 - one.x1 > gap]
    return [row[start:end] for start, end in pairwise((0, *cuts, len(row)))]


def _plain_stroke(widths: NDArray[np.float64]) -> float:
    """The stroke of a page's plain words: also of one whose actions are all bold."""
    lightest = float(np.percentile(widths, LIGHTEST))
    return float(np.median(widths[widths <= PLAIN_REACH * lightest]))


def _stroke(grey: Grey, word: SeenWord) -> float:
    """The mean width of a word's strokes in pixels: twice its ink by the length of its outline."""
    box = _cut(grey, word, 0).astype(np.float64)
    if box.size == 0:
        return 0.0
    depth = np.abs(box - np.median(_cut(grey, word, round(AROUND * (word.bottom - word.top)))))
    depth /= max(float(depth.max()), 1.0)
    ink = np.pad(depth > INK, 1)
    outline = (ink[1:] != ink[:-1]).sum() + (ink[:, 1:] != ink[:, :-1]).sum()
    return 2 * float(depth.sum()) / max(int(outline), 1)


def _cut(grey: Grey, word: SeenWord, around: int) -> Grey:
    rows = slice(max(word.top - around, 0), word.bottom + around)
    return grey[rows, max(word.x0 - around, 0) : word.x1 + around]
