"""Which recognised words are set bold, told by the width of their strokes.

Knows grey pixels and word boxes; knows no tables. Tesseract says nothing of a word's weight, and
headings of columns without rules are told by it.
"""

from collections.abc import Sequence

import numpy as np

from extractors.readers.scan.image import Grey
from extractors.readers.scan.words import SeenWord

BOLD = 1.2  # times the page's usual stroke for its size; plain words had 0.9 to 1.08, bold 1.3 on
LETTERS = 3  # of a word whose strokes can be measured; shorter ones go with their neighbour
MOST = 0.6  # of a line's words that are bold before all are: noise hides the weight of some
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
    usual = float(np.median(list(widths.values())))
    bold: set[int] = set()
    for words, _ in lines:
        measured = [word for word in words if id(word) in widths]
        heavy = [word for word in measured if widths[id(word)] >= BOLD * usual]
        whole = len(heavy) >= MOST * len(measured)
        for word in words if heavy else ():
            near = min(measured, key=lambda one: abs(one.x0 - word.x0))
            if whole or near in heavy:
                bold.add(id(word))
    return bold


def _stroke(grey: Grey, word: SeenWord) -> float:
    """The mean width of a word's strokes in pixels: twice its ink by the length of its outline."""
    box = grey[max(word.top, 0) : word.bottom, max(word.x0, 0) : word.x1].astype(np.float64)
    if box.size == 0:
        return 0.0
    depth = np.abs(box - np.median(box))
    depth /= max(float(depth.max()), 1.0)
    ink = np.pad(depth > INK, 1)
    outline = (ink[1:] != ink[:-1]).sum() + (ink[:, 1:] != ink[:, :-1]).sum()
    return 2 * float(depth.sum()) / max(int(outline), 1)
