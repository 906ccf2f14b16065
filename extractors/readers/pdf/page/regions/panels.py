"""Panels: boxes of one width side by side, filled or ruled, each with a text of its own.

Knows words and frames. "1 Safer streets", "2 Warm homes" on coloured cards are two texts, not a
table of two columns, and each is read to its end before the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from extractors.readers.pdf.grid import Grid, around
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Fill, Frame, Word, holds
from extractors.readers.pdf.ruled.grids import overlap
from extractors.readers.pdf.unruled.rows.titles import look
from extractors.readers.pdf.unruled.strips.framed import abreast

MIN_WIDTH_PT = 80.0  # points; narrower fills side by side are cells or bars
MIN_TILE_PT = 60.0  # points; narrower ones hold no title of several words
MAX_TITLE_LINES = 3  # lines of a number and a title on a tile
MIN_CELL_PT = 20.0  # points; narrower fills between cards are bars, a column of dates has 35 to 70
MIN_HEIGHT_PT = 12.0  # points; lower ones are the coloured edge of a card, 3 to 6 points high
SAME_WIDTH_PT = 2.0  # points; columns of a table are seldom of one width, cards always
GAP_PT = (4.0, 60.0)  # points between neighbours; cells touch, or leave 1 to 3 for a white rule
TOUCH_PT = 1.0  # points between the bar of a card and its body, or by which they overlap
MIN_LINES = 2  # lines, as a number and a title; what a page break leaves of a card has no more
ROOM_EM = 2.0  # of the size: what the text of a tile leaves free; cells of a head leave up to 1.2
SQUARE = 0.1  # of its width by which the height of a circle or square differs
FRAME_PT = 2.0  # points by which the room of a table's text may pass the frame drawn round it
GUTTER_EM = 2.0  # of the size; wider gaps within a line are those of a table inside the fill


def panel_rows(
    fills: Sequence[Fill], boxes: Sequence[Frame], words: Sequence[Word]
) -> list[list[Frame]]:
    """The panels of a page, row by row, each row left to right.

    Args:
        fills: The page's filled areas.
        boxes: Rules round text: tables of one cell.
        words: Those that stand in no ruled table.
    """
    filled = [Frame(*fill[:4]) for fill in fills if not fill.shape]
    found = [
        [_around(stack) for stack in row]
        for row in _rows_of_stacks(filled)
        if all(holds_text(_around(stack), words) for stack in row)
    ]
    parts = [panel for row in found for panel in row]
    rounded = [Frame(*fill[:4]) for fill in fills if fill.shape]
    wide = {
        frame
        for frame in (*filled, *rounded, *boxes)
        if _is_large(frame) and not any(around(panel, frame, FRAME_PT) for panel in parts)
    }
    ordered = sorted(wide, key=lambda frame: (round(frame.top), frame.x0))
    for _, row in groupby(ordered, key=lambda frame: round(frame.top)):
        for run in _runs(row):
            if len(run) < 2 or any(_has_cell_between(*pair, filled) for pair in pairwise(run)):
                continue
            uneven = len({round(one.bottom) for one in run}) > 1
            if uneven and any(_stands_in_column(one, rounded) for one in run if one in rounded):
                continue  # columns of cards, each below a heading of its own
            if all(holds_text(frame, words) for frame in run):
                found.append(run)
    known = {panel for row in found for panel in row}
    tiles = {*filled, *rounded, *boxes} - known
    return [*found, *_rows_of_tiles(tiles, words), *_rows_of_rounds(fills, words)]


def _rows_of_rounds(fills: Sequence[Fill], words: Sequence[Word]) -> Iterator[list[Frame]]:
    """Circles and squares of one size side by side, which may hold a single line each.

    What clips a circle is not known: WeasyPrint fills the square around it.
    """
    frames = {Frame(*fill[:4]) for fill in fills}
    rounds = [one for one in frames if _is_wide(one) and _is_square(one)]
    ordered = sorted(rounds, key=lambda frame: (round(frame.top), frame.x0))
    for _, group in groupby(ordered, key=lambda frame: round(frame.top)):
        row = list(group)
        sizes = [one.x1 - one.x0 for one in row]
        apart = all(other.x0 - one.x1 >= GAP_PT[0] for one, other in pairwise(row))
        alike = max(sizes) - min(sizes) <= SAME_WIDTH_PT
        if len(row) > 1 and apart and alike and all(holds_text(one, words, 1) for one in row):
            yield row


def _rows_of_tiles(frames: Iterable[Frame], words: Sequence[Word]) -> list[list[Frame]]:
    """Tiles that hold little more than a title, of one height and beside one another.

    The fullest of them leaves room for more; the cells of a head are as high as their fullest, and
    those of a table's row have others in the same columns that are full, or texts abreast.
    """
    ordered = sorted(frames, key=lambda one: (round(one.top), round(one.bottom), one.x0))
    rows = []
    for _, group in groupby(ordered, key=lambda one: (round(one.top), round(one.bottom))):
        row = list(group)
        gaps = [other.x0 - one.x1 for one, other in pairwise(row)]
        if gaps and GAP_PT[0] <= min(gaps) and max(gaps) <= GAP_PT[1]:
            rows.append(row)
    said = [one for one in ordered if holds_text(one, words, 1)] if rows else []
    tiles = {*said}
    rows = [row for row in rows if tiles.issuperset(row)]
    full = {_column(one) for one in said if not _has_room(one, words)}
    full |= {_column(one) for row in rows if _are_cells(row, words) for one in row}
    return [row for row in rows if full.isdisjoint(map(_column, row))]


def _are_cells(row: Sequence[Frame], words: Sequence[Word]) -> bool:
    """Whether frames have texts abreast in their columns, close above or below.

    Tiles of one width stand above one another as well, with texts in the same look.
    """
    widths = [one.x1 - one.x0 for one in row]
    alike = max(widths) - min(widths) <= SAME_WIDTH_PT
    own = {look(word) for word in words if any(holds(one, word) for one in row)}
    top, bottom, height = row[0].top, row[0].bottom, row[0].bottom - row[0].top
    near = (top - height, top), (bottom, bottom + height)
    lines = make_lines([word for word in words if any(a < word.middle_y < b for a, b in near)])
    return any(
        len(line.pieces) > 1
        and _keeps_columns(line, row)
        and not (alike and own.intersection(map(look, line.words)))
        for line in lines
    )


def _keeps_columns(line: Line, row: Sequence[Frame]) -> bool:
    """Whether each piece of a line stands above or below one frame of a row."""
    return all(
        any(one.x0 <= words[0].x0 and words[-1].x1 <= one.x1 for one in row)
        for words in line.pieces
    )


def _column(frame: Frame) -> tuple[int, int]:
    return round(frame.x0), round(frame.x1)


def _has_room(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether the text of a frame is a title of few lines and leaves the height of more free."""
    lines = make_lines([word for word in words if holds(frame, word)])
    narrow = frame.x1 - frame.x0 < MIN_TILE_PT
    if narrow or len(lines) > MAX_TITLE_LINES:
        return False
    height = lines[-1].frame.bottom - lines[0].frame.top
    return frame.bottom - frame.top - height >= ROOM_EM * lines[0].size


def _rows_of_stacks(filled: Sequence[Frame]) -> list[list[list[Frame]]]:
    """Cards of several fills each, a bar above a body, row by row, left to right.

    Their parts end at other heights than those beside them, as the cells of a row do not.
    """
    columns: dict[tuple[int, int], list[Frame]] = {}
    for one in sorted({frame for frame in filled if _is_wide(frame)}, key=lambda one: one.top):
        columns.setdefault((round(one.x0), round(one.x1)), []).append(one)
    stacks = [stack for column in columns.values() for stack in _touching(column)]
    stacks.sort(key=lambda stack: (round(stack[0].top), stack[0].x0))
    found = []
    for _, row in groupby(stacks, key=lambda stack: round(stack[0].top)):
        held = {_around(stack): stack for stack in row}
        for run in _runs(held):
            cuts = {tuple(round(one.bottom) for one in held[frame][:-1]) for frame in run}
            if len(cuts) > 1 and all(len(held[frame]) > 1 for frame in run):
                found.append([held[frame] for frame in run])
    return found


def _touching(column: Sequence[Frame]) -> Iterator[list[Frame]]:
    """The fills of one column that touch, top to bottom, in stacks."""
    stack: list[Frame] = []
    for frame in column:
        if stack and not abs(frame.top - stack[-1].bottom) <= TOUCH_PT:
            yield stack
            stack = []
        stack.append(frame)
    if stack:
        yield stack


def _around(stack: Sequence[Frame]) -> Frame:
    return Frame(stack[0].x0, stack[0].top, stack[0].x1, stack[-1].bottom)


def row_frame(row: Sequence[Frame]) -> Frame:
    """The frame round a row of panels, which are read together."""
    return Frame(
        row[0].x0,
        min(panel.top for panel in row),
        row[-1].x1,
        max(panel.bottom for panel in row),
    )


def _is_large(frame: Frame) -> bool:
    return _is_wide(frame) and frame.bottom - frame.top >= MIN_HEIGHT_PT


def _is_square(frame: Frame) -> bool:
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    return abs(width - height) <= SQUARE * width


def _is_wide(frame: Frame) -> bool:
    return frame.x1 - frame.x0 >= MIN_WIDTH_PT


def _runs(row: Iterable[Frame]) -> Iterator[list[Frame]]:
    """Neighbours of one width with a gap between them, left to right."""
    run: list[Frame] = []
    for frame in row:
        if run and not _are_neighbours(run[-1], frame):
            yield run
            run = []
        run.append(frame)
    yield run


def _are_neighbours(one: Frame, other: Frame) -> bool:
    same = abs((one.x1 - one.x0) - (other.x1 - other.x0)) <= SAME_WIDTH_PT
    return same and GAP_PT[0] <= other.x0 - one.x1 <= GAP_PT[1]


def _stands_in_column(frame: Frame, others: Iterable[Frame]) -> bool:
    """Whether another frame of the same width stands in the same column, above it or below it."""
    return any(
        abs(one.x0 - frame.x0) <= SAME_WIDTH_PT
        and abs(one.x1 - frame.x1) <= SAME_WIDTH_PT
        and abs(one.top - frame.top) > SAME_WIDTH_PT
        for one in others
    )


def _has_cell_between(one: Frame, other: Frame, filled: Sequence[Frame]) -> bool:
    """Whether a narrow fill as high stands between two of one width: they are cells of a row."""
    return any(
        one.x1 <= frame.x0
        and frame.x1 <= other.x0
        and frame.x1 - frame.x0 >= MIN_CELL_PT
        and round(frame.top) == round(one.top)
        for frame in filled
    )


def holds_text(frame: Frame, words: Sequence[Word], least: int = MIN_LINES) -> bool:
    """Whether several lines stand in a frame, none of them in columns."""
    lines = make_lines([word for word in words if holds(frame, word)])
    return len(lines) >= least and not any(
        after.x0 - before.x1 > GUTTER_EM * line.size
        for line in lines
        for before, after in pairwise(line.words)
    )


def framed_cards(frames: Sequence[Frame], tables: Sequence[Grid]) -> list[Frame]:
    """The frames drawn round whole tables without vertical rules or round cards, and their rows.

    A title in a frame is read with the table below it, and not with the titles beside it, labels
    and values that rules part with their own title; a row of cards is read before what stands below
    its shortest, and cards in columns each below what heads their column.
    """
    cards = [
        frame
        for frame in frames
        if (held := [one.frame for one in tables if overlap(frame, one.frame)])
        and all(around(frame, one, FRAME_PT) for one in held)
    ]
    cards += [
        frame
        for frame in abreast(frames)
        if frame not in cards and not any(overlap(frame, one.frame) for one in tables)
    ]
    rows: list[list[Frame]] = []
    for card in sorted(cards, key=lambda one: one.top):
        if rows and card.top < max(one.bottom for one in rows[-1]):
            rows[-1].append(card)
        else:
            rows.append([card])
    level = (row for row in rows if min(one.bottom for one in row) > max(one.top for one in row))
    return [*cards, *(row_frame(sorted(row)) for row in level if len(row) > 1)]


def outside_cards(panels: Sequence[list[Frame]], cards: Sequence[Frame]) -> list[list[Frame]]:
    """The rows of panels but those that are the shaded titles of cards, or of larger panels.

    Each of them stands in a card of its own; one drawn twice stands in no other.
    """
    whole, outside = {*cards, *chain.from_iterable(panels)}, []
    for row in panels:
        held = [[one for one in row if _holds(card, one)] for card in whole]
        outside += [] if all([one] in held for one in row) else [row]
    return outside


def _holds(card: Frame, panel: Frame) -> bool:
    """Whether a frame is drawn round another, and not along it."""
    return around(card, panel, FRAME_PT) and not around(panel, card, FRAME_PT)
