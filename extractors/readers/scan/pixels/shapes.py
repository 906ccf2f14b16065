"""The dark shapes of a page, one for each letter, dot or mark, and which of them are bullets.

Knows pixels; knows no letters. Tesseract reads a bullet as "e", "¢" or "«", or not at all, and
what follows it worse; its shape is plain: round, full, and alone before a line.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.image import DARK_UNDER_PAPER, Grey, Mask, paper_of

Shapes = NDArray[np.int64]
"""A row a shape: x0, top, x1, bottom in pixels, and how many of them are dark."""

# Bullets of 8 to 12 points are 1.9 to 5 points wide, full stops and the dots of "i" 1 to 2.
DOT_INCHES = (0.026, 0.08)
ROUNDNESS = 1.4  # longer by shorter side of a dot; dashes have 2 and more
ROUNDED = (
    1  # pixels by which a side is longer than printed where it is cut into whole ones: 7 by 10
)
FULLNESS = 0.66  # of its box that is dark: a circle 0.79, a square 1; "o" and "e" 0.4 to 0.6
NEARLY_FULL = 0.6  # of one below or above a full one as large: in a fax, 8 pixels across have 0.65
TEXT_INCHES = 0.35  # from a bullet to its text: 25 points, a deep indent
ALONE_DOTS = 0.9  # widths of a dot below it without a letter
GAP_SHARE = 0.4  # of a dot's width to its right without a letter; full letters stand 0.1 to 0.3 off
# Of the letter's height to the left of a dot without a letter: 188 bullets of 20 scans have 0.94
# and more, a colon has 0.2, an "a" that a copy has filled 0.5 to 0.6, the blank before it.
ALONE_SHARE = 0.75
DOT_SHARE = 0.25  # of the letter's height that a bullet has at least: it has 0.4, a colon 0.2
MIDDLE = (0.15, 0.9)  # of the first letter's height, from its top, where the middle of a bullet is
LETTER_SHARE = 0.9  # of the dot's height that the letter after it has at least
TALL_INCHES = 0.5  # a taller shape is no letter: the frame of a table, which encloses its bullets

HOLE_INCHES = (0.17, 0.35)  # across a punch hole: 6 mm, a quarter of an inch; a copy smears it
HOLE_EDGE_INCHES = 0.8  # from the page's edge to the far side of one: 15 mm and the skew

LETTER_INCHES = (0.04, 0.2)  # height of a letter: small ones of 6 points, capitals of 20
NEAR_SHARE = 0.8  # of the letters' height between two of one text
UNREAD_INCHES = 1.2  # the widest text that may be of any letters; wider marks are drawn by hand
LINE_LETTERS = 10  # at least, of a wider text that is print: Tesseract passes over whole lines
LETTER_EM = 1.0  # of the line's height that each of its letters takes at most, blanks counted
JOINED_INK = (0.4, 0.85)  # of the box of a word whose letters a copy has joined; pens, rules: not
JOINED_EM = 0.6  # of the height that each letter of such a word takes


def find_shapes(dark: Mask) -> Shapes:
    """The connected shapes of a mask, those that touch by a corner together.

    ``[[40, 12, 46, 26, 61]]`` is one shape, six pixels wide and fourteen high. No rows: none.
    """
    rows, starts, ends = _runs(dark)
    if rows.size == 0:
        return np.zeros((0, 5), dtype=np.int64)
    _, group = np.unique(_connected(rows, starts, ends, dark.shape), return_inverse=True)
    count = int(group.max()) + 1
    shapes = np.zeros((count, 5), dtype=np.int64)
    shapes[:, :2] = dark.size
    np.minimum.at(shapes[:, 0], group, starts)
    np.minimum.at(shapes[:, 1], group, rows)
    np.maximum.at(shapes[:, 2], group, ends)
    np.maximum.at(shapes[:, 3], group, rows + 1)
    shapes[:, 4] = np.bincount(group, ends - starts, count)
    return shapes


def _runs(dark: Mask) -> tuple[Shapes, Shapes, Shapes]:
    """Row, start and end of each stretch of dark pixels, row by row."""
    steps = np.diff(np.pad(dark.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(steps == 1)
    return rows, starts, np.nonzero(steps == -1)[1]


def _connected(rows: Shapes, starts: Shapes, ends: Shapes, shape: tuple[int, int]) -> Shapes:
    """For each stretch the number of the first one that it hangs together with."""
    width = shape[1] + 2  # wider than a row, so that the end of one touches no start of the next
    above = (rows - 1) * width
    low = np.searchsorted(rows * width + ends, above + starts)
    high = np.searchsorted(rows * width + starts, above + ends, side="right")
    counts = np.maximum(high - low, 0)
    lower = np.repeat(np.arange(rows.size), counts)
    upper = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts - low, counts)
    names = np.arange(rows.size)
    while True:
        least = np.minimum(names[lower], names[upper])
        named = names.copy()
        for place in (names[lower], names[upper], lower, upper):
            np.minimum.at(named, place, least)
        while not np.array_equal(named, named[named]):
            named = named[named]
        if np.array_equal(named, names):
            return names
        names = named


def dark_pixels(grey: Grey) -> Mask:
    """What is printed on the paper; all of a dark band is."""
    return np.asarray(grey < paper_of(grey) - DARK_UNDER_PAPER)


def find_bullets(shapes: Shapes, dpi: int) -> list[Frame]:
    """The dots that stand before a line as bullets do, in pixels."""
    dots = shapes[_are_discs(shapes, DOT_INCHES[0] * dpi, DOT_INCHES[1] * dpi, NEARLY_FULL)]
    height = shapes[:, 3] - shapes[:, 1]
    print_ = shapes[height <= TALL_INCHES * dpi]
    bullets = np.array([dot for dot in dots if _before_text(dot, print_, dpi)]).reshape(-1, 5)
    full = bullets[_are_full(bullets, FULLNESS)]
    return [Frame(*dot[:4].tolist()) for dot in bullets if _is_among(dot, full)]


def _is_among(dot: Shapes, full: Shapes) -> bool:
    """Whether a dot is full, or stands below or above a full one that is as large."""
    off = np.abs(full[:, (0, 2)] - dot[[0, 2]])
    return bool((off <= 2 * ROUNDED).all(axis=1).any())


def find_holes(shapes: Shapes, size: tuple[int, int], dpi: int) -> list[Frame]:
    """The dark discs near the edges that punch holes leave, in pixels; read, they are an "O".

    Args:
        shapes: Of the straightened page.
        size: Its height and width in pixels.
        dpi: Pixels an inch.
    """
    least, most = HOLE_INCHES[0] * dpi, HOLE_INCHES[1] * dpi
    edge = HOLE_EDGE_INCHES * dpi
    near = (shapes[:, 2] <= edge) | (shapes[:, 3] <= edge)
    near |= (shapes[:, 0] >= size[1] - edge) | (shapes[:, 1] >= size[0] - edge)
    return [Frame(*disc[:4].tolist()) for disc in shapes[near & _are_discs(shapes, least, most)]]


def _are_full(shapes: Shapes, share: float) -> Mask:
    """Which shapes have so much ink of their boxes."""
    size = (shapes[:, 2] - shapes[:, 0]) * (shapes[:, 3] - shapes[:, 1])
    return np.asarray(shapes[:, 4] >= share * size)


def _are_discs(shapes: Shapes, least: float, most: float, share: float = FULLNESS) -> Mask:
    """Which shapes are round, full, and between two sizes in pixels."""
    width, height = shapes[:, 2] - shapes[:, 0], shapes[:, 3] - shapes[:, 1]
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    full = _are_full(shapes, share)
    return np.asarray(
        full & (least <= shorter) & (longer <= most) & (longer <= ROUNDNESS * shorter + ROUNDED)
    )


def without(shapes: Shapes, frames: Sequence[Frame]) -> Shapes:
    """The shapes but for those whose boxes are given."""
    boxes = set(map(tuple, frames))
    kept = [tuple(box) not in boxes for box in shapes[:, :4].tolist()]
    return shapes[np.array(kept, dtype=np.bool_)]


def _before_text(dot: Shapes, shapes: Shapes, dpi: int) -> bool:
    """Whether a line begins right of a dot, which stands alone at half its height."""
    x0, top, x1, bottom = dot[:4].tolist()
    alone = ALONE_DOTS * (x1 - x0)
    below = (shapes[:, 1] >= bottom) & (shapes[:, 1] <= bottom + alone)
    if (below & (shapes[:, 0] < x1) & (shapes[:, 2] > x0)).any():
        return False  # the dot of an "i"
    beside = shapes[(shapes[:, 1] < bottom) & (shapes[:, 3] > top)]
    right = beside[(beside[:, 0] >= x1) & (beside[:, 0] <= x1 + TEXT_INCHES * dpi)]
    if not right.size:
        return False
    start, high, _, low, _ = right[np.argmin(right[:, 0])].tolist()
    tall = low - high
    left = beside[(beside[:, 2] > x0 - ALONE_SHARE * tall) & (beside[:, 0] < x0)]
    if left.size or bottom - top < DOT_SHARE * tall:
        return False
    place = ((top + bottom) / 2 - high) / tall
    return bool(
        start - x1 >= GAP_SHARE * (x1 - x0)
        and tall >= LETTER_SHARE * (bottom - top)
        and MIDDLE[0] <= place <= MIDDLE[1]
    )


def find_unread(shapes: Shapes, words: Sequence[Frame], dpi: int) -> list[Frame]:
    """Where letters stand that lie in no word: texts of a line each, in pixels.

    Args:
        shapes: Of the straightened page.
        words: The boxes of the words that were read.
        dpi: Pixels an inch.
    """
    tall = shapes[:, 3] - shapes[:, 1]
    wide = shapes[:, 2] - shapes[:, 0]
    least, most = LETTER_INCHES[0] * dpi, LETTER_INCHES[1] * dpi
    ink = shapes[:, 4] / np.maximum(tall * wide, 1)
    joined = (ink >= JOINED_INK[0]) & (ink <= JOINED_INK[1])
    letters = shapes[(tall >= least) & (tall <= most) & ((wide <= 2 * most) | joined)]
    free = letters[~_covered(letters, words)]
    texts: list[Frame] = []
    counts: list[int] = []
    for letter in free[np.argsort(free[:, 0], kind="stable")].tolist():
        own = Frame(*letter[:4])
        beside = next((at for at, text in enumerate(texts) if _follows(text, own)), None)
        if beside is None:
            texts.append(own)
            counts.append(_letters_in(own))
        else:
            text = texts[beside]
            top, bottom = min(text.top, own.top), max(text.bottom, own.bottom)
            texts[beside] = Frame(text.x0, top, max(text.x1, own.x1), bottom)
            counts[beside] += _letters_in(own)
    return [
        text
        for text, count in zip(texts, counts, strict=True)
        if text.x1 - text.x0 <= UNREAD_INCHES * dpi or _is_print(text, count)
    ]


def _letters_in(shape: Frame) -> int:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    return max(round(width / (JOINED_EM * height)), 1)


def _is_print(text: Frame, letters: int) -> bool:
    """Whether so many letters fill the text as a printed line's do: strokes of a pen are joined."""
    width, height = text.x1 - text.x0, text.bottom - text.top
    return letters >= LINE_LETTERS and width <= LETTER_EM * height * letters


def _covered(letters: Shapes, words: Sequence[Frame]) -> Mask:
    """Which letters have their middle in a word."""
    x, y = (letters[:, 0] + letters[:, 2]) / 2, (letters[:, 1] + letters[:, 3]) / 2
    covered = np.zeros(len(letters), dtype=np.bool_)
    for x0, top, x1, bottom in words:
        covered |= (x0 <= x) & (x <= x1) & (top <= y) & (y <= bottom)
    return covered


def _follows(text: Frame, letter: Frame) -> bool:
    """Whether a letter goes on with the text to its left."""
    shared = min(text.bottom, letter.bottom) - max(text.top, letter.top)
    height = max(text.bottom - text.top, letter.bottom - letter.top)
    return letter.x0 - text.x1 <= NEAR_SHARE * height and shared >= height / 2
