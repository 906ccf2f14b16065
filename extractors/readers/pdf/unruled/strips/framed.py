"""Cards in frames beside one another, laid below one another so that they read as one column.

A page of cards two or three abreast prints the same labels in each frame; side by side the lines
of one stand among those of the next. Knows frames, words, rules and fills; knows nothing of what is
printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.readers.pdf.grid import Grid, area, around
from extractors.readers.pdf.record import Fill, Frame, Rule, Word, holds
from extractors.readers.pdf.unruled.strips.halves import Side

SAME_WIDTH_PT = 4.0  # points by which the frames of cards abreast differ; 0 to 1.5 were seen
APART_PT = 60.0  # points between frames laid below one another: more than any two rows of a card
EDGE_PT = 2.0  # points by which rules and shading of a card pass its frame, and the room of a table
ROOM_PT = 20.0  # points by which the room of a table's last row may pass its card; 3 was seen
MAX_FRAMES = 100  # of a page; more are the boxes of a form, and each is sought among all words
MAX_HEIGHT_PT = 400.0  # points, half of an A4 page: a higher frame is a column of it and no card


@dataclass(frozen=True, slots=True)
class Pile:
    """Cards laid below one another.

    Attributes:
        side: Their words, rules and fills where they lie now.
        cards: Each frame as it stands on the page, and where it lies.
    """

    side: Side
    cards: tuple[tuple[Frame, Frame], ...]

    def back(self, grid: Grid) -> Grid | None:
        """A table where it stands on the page, and no larger than its card; None for one that
        reaches over several.
        """
        for frame, laid in self.cards:
            if around(laid, grid.frame, ROOM_PT):
                return _clipped(_moved_grid(grid, frame.x0 - laid.x0, frame.top - laid.top), frame)
        return None


def piled(
    words: Sequence[Word], across: Sequence[Rule], fills: Sequence[Fill], frames: Sequence[Frame]
) -> Pile | None:
    """Lay the framed cards of a page below one another; None where none stand abreast."""
    cards = abreast(frames)
    if not cards:
        return None
    left, top = min(card.x0 for card in cards), 0.0
    side = Side([], [], [])
    laid = []
    for card in sorted(cards, key=lambda one: (round(one.top), one.x0)):
        right, down = left - card.x0, top - card.top
        _lay(side, card, (words, across, fills), right, down)
        laid.append((card, _moved(card, right, down)))
        top += card.bottom - card.top + APART_PT
    return Pile(side, tuple(laid))


def abreast(frames: Sequence[Frame]) -> list[Frame]:
    """The cards of a page: frames of one width of which some stand beside one another."""
    low = [one for one in frames if one.bottom - one.top <= MAX_HEIGHT_PT]
    if len(low) > MAX_FRAMES:
        return []
    outer = [one for one in low if not any(_is_in(one, other) for other in low)]
    beside = {one for one in outer for other in outer if _are_beside(one, other)}
    return [one for one in outer if any(_are_alike(one, other) for other in beside)]


def uneven(frames: Sequence[Frame]) -> list[Frame]:
    """The cards abreast that end at other heights than those beside them.

    Columns of a table in frames of their own end together; the lines of such cards stand beside
    those of the next by chance, and are no row.
    """
    cards = abreast(frames)
    return [
        one
        for one in cards
        if any(
            _are_beside(one, other) and abs(one.bottom - other.bottom) > EDGE_PT for other in cards
        )
    ]


def _is_in(inner: Frame, outer: Frame) -> bool:
    return area(outer) > area(inner) and around(outer, inner)


def _are_alike(one: Frame, other: Frame) -> bool:
    return abs((one.x1 - one.x0) - (other.x1 - other.x0)) <= SAME_WIDTH_PT


def _are_beside(one: Frame, other: Frame) -> bool:
    apart = one.x1 < other.x0 or other.x1 < one.x0
    return apart and one.top < other.bottom and other.top < one.bottom and _are_alike(one, other)


def _lay(
    side: Side,
    card: Frame,
    printed: tuple[Sequence[Word], Sequence[Rule], Sequence[Fill]],
    right: float,
    down: float,
) -> None:
    """Put what a card holds to the rest of the pile."""
    words, across, fills = printed
    held = (word for word in words if word.turn == 0 and holds(card, word))
    side.words.extend(_moved_word(word, right, down) for word in held)
    rules = (rule for rule in across if around(card, rule.frame, EDGE_PT))
    side.across.extend(
        rule._replace(at=rule.at + down, start=rule.start + right, end=rule.end + right)
        for rule in rules
    )
    shaded = (fill for fill in fills if around(card, Frame(*fill[:4]), EDGE_PT))
    side.fills.extend(
        fill._replace(
            x0=fill.x0 + right, x1=fill.x1 + right, top=fill.top + down, bottom=fill.bottom + down
        )
        for fill in shaded
    )


def _moved_word(word: Word, right: float, down: float) -> Word:
    return word._replace(
        x0=word.x0 + right,
        x1=word.x1 + right,
        top=word.top + down,
        bottom=word.bottom + down,
        base=word.base + down,
    )


def _moved(frame: Frame, right: float, down: float) -> Frame:
    return Frame(frame.x0 + right, frame.top + down, frame.x1 + right, frame.bottom + down)


def _clipped(grid: Grid, card: Frame) -> Grid:
    """A table cut where its card ends."""
    cells = tuple(replace(cell, frame=_within(cell.frame, card)) for cell in grid.cells)
    xs = tuple(min(max(x, card.x0), card.x1) for x in grid.xs)
    ys = tuple(min(max(y, card.top), card.bottom) for y in grid.ys)
    return replace(grid, xs=xs, ys=ys, cells=cells)


def _within(frame: Frame, card: Frame) -> Frame:
    return Frame(
        max(frame.x0, card.x0),
        max(frame.top, card.top),
        min(frame.x1, card.x1),
        min(frame.bottom, card.bottom),
    )


def _moved_grid(grid: Grid, right: float, down: float) -> Grid:
    cells = tuple(replace(cell, frame=_moved(cell.frame, right, down)) for cell in grid.cells)
    return replace(
        grid,
        xs=tuple(x + right for x in grid.xs),
        ys=tuple(y + down for y in grid.ys),
        cells=cells,
    )
