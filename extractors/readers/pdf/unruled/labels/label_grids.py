"""The grid of a list of labels: a row for each label, some of two labels with their texts.

Knows rows of lines and where labels and texts begin; knows nothing of what is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame
from extractors.readers.pdf.unruled.heads.heads import is_at
from extractors.readers.pdf.unruled.rows.stripes import row_borders

SIDE_PT = 2.0  # points of room at either side of the list


@dataclass(frozen=True, slots=True)
class Labels:
    """Where labels and their texts begin on a page.

    ``again`` are the labels printed more than once, of a page of cards; () where they are no cards,
    and ``twice`` those printed more than once there.
    ``second`` is where labels and their texts begin that stand beside these; None where none do.
    """

    left: float
    right: float
    bold: bool
    again: frozenset[str] = frozenset()
    second: tuple[float, float] | None = None
    twice: frozenset[str] = frozenset()


def label_grid(labels: Labels, rows: Sequence[Sequence[Line]], head: Line | None) -> Grid:
    """The grid of rows of lines; ``head`` is the line that heads its two columns, None for none.

    A text with no second label beside it goes on to the end.
    """
    ys = row_borders(rows, SIDE_PT)
    pairs = [_has_second(row, labels) for row in rows]
    if head is not None:
        ys.insert(0, head.top - SIDE_PT)
        pairs.insert(0, False)
    end = max(line.x1 for row in rows for line in row) + SIDE_PT
    starts = (labels.left, labels.right, *((labels.second or ()) if any(pairs) else ()))
    xs = (*(start - SIDE_PT for start in starts), end)
    last = len(xs) - 1
    cells = []
    for row, ((top, bottom), pair) in enumerate(zip(pairwise(ys), pairs, strict=True)):
        for first, other in pairwise(range(last + 1) if pair else (0, 1, last)):
            frame = Frame(xs[first], top, xs[other], bottom)
            cells.append(GridCell(row, first, 1, other - first, frame))
    return Grid(xs, tuple(ys), tuple(cells), open_top=None, open_bottom=None, aligned=True)


def seconds(held: Sequence[Line], least: int) -> tuple[float, float] | None:
    """Where the second labels of most lines of two, ``least`` or more, begin, and their texts."""
    pairs = [pieces for line in held if len(pieces := line.pieces) > 2]
    starts = [(pieces[2][0].x0, pieces[3][0].x0) for pieces in pairs]
    for left, right in starts[:1]:
        same = sum(is_at(one, left) and is_at(other, right) for one, other in starts)
        return (left, right) if same >= max(least, len(starts) / 2) else None
    return None


def _has_second(row: Sequence[Line], labels: Labels) -> bool:
    """Whether a row has a second label beside its first text."""
    if labels.second is None:
        return False
    starts = [words[0] for line in row for words in line.pieces]
    return any(is_at(word.x0, labels.second[0]) for word in starts)
