"""Text in columns that no rules part, cut into pieces by the white between them.

Tesseract's page layout runs lines of neighbouring columns together where they stand half a line
apart, as in tables set to the middle of their rows. Cut at the white corridors between columns and
the white stripes between rows, each piece is a cell, read by itself. Knows the shapes of a page;
knows no letters.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from extractors.readers.pdf.record import Frame
from extractors.readers.scan.pixels.image import Mask
from extractors.readers.scan.pixels.shapes import Shapes

LETTER_INCHES = (0.04, 0.3)  # height of print: small letters of 6 points; what is lower is a mark
WIDE_INCHES = 2.5  # of print; a rule left over is wider
SIZE = 1.7  # times the height of most letters: the size of the type
CORRIDORS = (1.2, 0.9, 0.55)  # of the size: white between columns of one, two, three lines and more
LINE = 1.15  # of the size from one line to the next
DASH = 1.4  # times its height that a dash is wide at least; dust is as high as wide
MARK_GAP = 0.5  # of the size from a letter to the full stop, comma or dash behind it
RIM = 8  # pixels around a table in which pieces of its rules are left
STRIPE = 0.6  # of the widest white stripe of a block that another has at which it is cut too
SLANT = 0.06  # of its width that a letter of a stamp stands above the one before it: 3.5 degrees
MOST_LETTERS = 200  # of a piece that are asked: a stamp has a dozen
SLANTED_LETTERS = 4  # side by side before they tell a slant
LEAST_PRINT = 8  # letters of a page that may stand in columns


def find_pieces(shapes: Shapes, tables: Sequence[Frame], dpi: int) -> list[Frame]:
    """The pieces of text that stand beside others, in pixels.

    Args:
        shapes: Of the page without its rules and bullets, light letters made dark.
        tables: Ruled tables, whose cells are known; no piece is looked for in them.
        dpi: Pixels an inch.
    """
    free = _outside(shapes, tables)
    tall, wide = free[:, 3] - free[:, 1], free[:, 2] - free[:, 0]
    least, most = (inches * dpi for inches in LETTER_INCHES)
    large = (tall >= least) & (tall <= most) & (wide <= WIDE_INCHES * dpi)
    letters = free[large]
    if len(letters) < LEAST_PRINT:
        return []
    size = SIZE * float(np.median(letters[:, 3] - letters[:, 1]))
    marks = free[(tall < least) & (wide < most)]
    dashes = marks[:, 2] - marks[:, 0] >= np.maximum(DASH * (marks[:, 3] - marks[:, 1]), least / 2)
    print_ = np.concatenate((letters, marks[dashes | _beside(marks, letters, MARK_GAP * size)]))
    return [piece for piece in _pieces(print_, size, False) if not _meets(piece, tables)]


def holds_letters(shapes: Shapes, frames: Sequence[Frame], dpi: int) -> bool:
    """Whether anything as high as a letter stands outside the frames; specks are no text."""
    free = _outside(shapes, frames)
    return bool((free[:, 3] - free[:, 1] >= LETTER_INCHES[0] * dpi).any())


def _meets(piece: Frame, tables: Sequence[Frame]) -> bool:
    return any(
        piece.x0 < table.x1 and table.x0 < piece.x1 and piece.top < table.bottom
        and table.top < piece.bottom
        for table in tables
    )  # fmt: skip


def _outside(shapes: Shapes, tables: Sequence[Frame]) -> Shapes:
    x, y = (shapes[:, 0] + shapes[:, 2]) / 2, (shapes[:, 1] + shapes[:, 3]) / 2
    free = np.ones(len(shapes), dtype=np.bool_)
    for x0, top, x1, bottom in tables:
        free &= (x < x0 - RIM) | (x > x1 + RIM) | (y < top - RIM) | (y > bottom + RIM)
    return shapes[free]


def _beside(marks: Shapes, letters: Shapes, reach: float) -> Mask:
    """Which marks are full stops and dashes that a letter stands before, and no dust."""
    found = np.zeros(len(marks), dtype=np.bool_)
    for place, (x0, top, _, bottom, _) in enumerate(marks.tolist()):
        gap = x0 - letters[:, 2]
        level = (letters[:, 1] <= bottom) & (letters[:, 3] + reach >= top)
        found[place] = bool(((gap >= -reach) & (gap <= reach) & level).any())
    return found


def _pieces(block: Shapes, size: float, beside: bool) -> Iterator[Frame]:
    """The parts of a block; a block that is none itself only where something stands beside it."""
    columns = _cut(block, 0, _corridor(block, size))
    if _stand_side_by_side(columns):
        for column in columns:
            yield from _pieces(column, size, True)
        return
    lines = _cut(block, 1, 1.0)
    if len(lines) > 1 and any(len(_cut(line, 0, _corridor(line, size))) > 1 for line in lines):
        for row in _rows(block):
            yield from _pieces(row, size, beside)
    elif beside and not _is_slanted(block):
        yield Frame(*block[:, :2].min(axis=0).tolist(), *block[:, 2:4].max(axis=0).tolist())


def _stand_side_by_side(columns: Sequence[Shapes]) -> bool:
    """Whether any two parts have lines at one height: a header and a footer have not."""
    return any(
        one[:, 1].min() < other[:, 3].max() and other[:, 1].min() < one[:, 3].max()
        for one, other in pairwise(columns)
    )


def _is_slanted(block: Shapes) -> bool:
    """Whether letters climb or fall from one to the next, as those of a stamp do."""
    letters = block[:MOST_LETTERS]
    left, right = letters[:, None], letters[None]
    shared = np.minimum(left[..., 3], right[..., 3]) - np.maximum(left[..., 1], right[..., 1])
    height = np.minimum(left[..., 3] - left[..., 1], right[..., 3] - right[..., 1])
    after = (right[..., 0] > left[..., 0]) & (shared >= height / 2)
    steps = np.where(after, right[..., 0] - left[..., 0], np.iinfo(np.int64).max)
    following = steps.argmin(axis=1)
    ends = after.any(axis=1)
    if ends.sum() < SLANTED_LETTERS:
        return False
    one, other = letters[ends], letters[following[ends]]
    rises = (other[:, 3] - one[:, 3]) / (other[:, 0] - one[:, 0])
    return bool(abs(float(np.median(rises))) >= SLANT)


def _corridor(block: Shapes, size: float) -> float:
    """The white between columns of a block of so many lines, in pixels."""
    height = float(block[:, 3].max() - block[:, 1].min())
    lines = max(round(height / (LINE * size)), 1)
    own = SIZE * float(np.median(block[:, 3] - block[:, 1]))  # that of a heading is larger
    return CORRIDORS[min(lines, len(CORRIDORS)) - 1] * max(size, own)


def _rows(block: Shapes) -> list[Shapes]:
    """A block cut at its widest white stripes."""
    order = block[np.argsort(block[:, 1], kind="stable")]
    reached = np.maximum.accumulate(order[:, 3])[:-1]
    widest = float((order[1:, 1] - reached).max())
    return _cut(block, 1, max(STRIPE * widest, 1.0))


def _cut(block: Shapes, axis: int, least: float) -> list[Shapes]:
    """A block parted where white runs through it: ``axis`` 0 for corridors, 1 for stripes."""
    order = block[np.argsort(block[:, axis], kind="stable")]
    reached = np.maximum.accumulate(order[:, axis + 2])[:-1]
    return np.split(order, np.flatnonzero(order[1:, axis] - reached >= least) + 1)
