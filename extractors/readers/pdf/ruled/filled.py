"""Tables that fills draw, without printed rules: whether one is whole.

Knows grids, shaded rows and words; knows nothing of what they say.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from extractors.readers.pdf.grid import Grid, GridCell, are_alike, is_tiered_head
from extractors.readers.pdf.heights import Heights
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Fill, Frame, Rule, Word, holds, inside, is_light
from extractors.readers.pdf.unruled.columns.shaded import START_PT, ShadedRow

REACH_PT = 3.0  # points by which the borders of two shaded rows may miss each other
MIN_FULL_CELLS = 4  # cells with text in a table that only fills draw: two rows, two columns
FULL_SHARE = 0.4  # of the cells of such a table that hold text
LARGER = 1.1  # times the text's size: set larger on purpose, as headings are
NEAR_EM = 1.6  # of the size from a table's edge to the middle of a line that belongs to it
WHITE_ROW_EM = 5.0  # of the size: height in which the text of a first white row begins
MIN_STARTS = 2  # columns in which the text of a white row begins
PAINTED_FROM = 250  # of 255 in each channel: paper; heads and every other row are shaded from 242
MIN_WHITE_CELLS = 2  # cells painted white; a single one may be a panel, or a hole in a backdrop


def draws_table(
    grid: Grid,
    grids: Sequence[Grid],
    rows: Sequence[ShadedRow],
    words: Heights,
    fills: Sequence[Fill] = (),
) -> bool:
    """Whether fills alone draw a whole table, and not a backdrop or some rows of a longer one.

    Args:
        grid: Whose rules are the borders of fills.
        grids: All of the page.
        rows: The shaded rows of the page.
        words: Of the page.
        fills: Of the page: where they paint cells white, none of the table's rows is unpainted.
    """
    if len(grid.cells) < MIN_FULL_CELLS or is_tiered_head(grid):
        return False  # most fills of a chart or a calendar; what follows looks at every word
    if _is_painted(grid, fills):
        return _is_table(grid, words)
    if _goes_on(grid, grids, words) or _has_white_rows(grid, grids, words):
        return False
    return not _is_part(grid, rows, words) and _is_table(grid, words)


def tops_ruled(grid: Grid, drawn: Sequence[Grid]) -> bool:
    """Whether fills only add the heads of a grid that printed rules draw (one of ``drawn``)."""
    return any(
        one.ys[0] > grid.ys[0] + REACH_PT
        and max(abs(a - b) for a, b in zip(_foot(one), _foot(grid), strict=True)) <= REACH_PT
        for one in drawn
    )


def _foot(grid: Grid) -> tuple[float, float, float]:
    return grid.xs[0], grid.xs[-1], grid.ys[-1]


def is_piece_of(grid: Grid, kept: Sequence[Grid], words: Heights) -> bool:
    """Whether one shaded row has the columns of a shaded table of its page, all of them with text.

    It is the first row of a card that goes on overleaf, too little to be a table by itself; heads
    above white rows are none.
    """
    alike = any(one.filled and are_alike(one.xs, grid.xs, REACH_PT) for one in kept)
    if not alike or len(grid.ys) != 2 or any(grid.frame == one.frame for one in kept):
        return False
    if _goes_on(grid, [grid], words) or _has_white_rows(grid, [grid], words):
        return False
    return all(holds_words(cell, words) for cell in grid.cells)


def _is_painted(grid: Grid, fills: Sequence[Fill]) -> bool:
    """Whether cells are painted white, as in tables whose gaps show the colour behind them.

    White heads alone tell nothing: every other row below them may be shaded, the rest be paper.
    """
    white = [fill for fill in fills if is_light(fill.colour, PAINTED_FROM)]
    body = (cell for cell in grid.cells if cell.row)
    cells = (cell for cell in body if any(fits(cell.frame, fill) for fill in white))
    return len(list(islice(cells, MIN_WHITE_CELLS))) == MIN_WHITE_CELLS


def fits(frame: Frame, fill: Fill) -> bool:
    """Whether a fill is the background of the cell with this frame."""
    return all(abs(one - other) <= REACH_PT for one, other in zip(frame, fill[:4], strict=True))


def marks_rows(grid: Grid, words: Heights, fills: Sequence[Fill], across: Sequence[Rule]) -> bool:
    """Whether fills draw a light a row alone, beside texts in several columns.

    Rows that are shaded throughout, heads and banners, say nothing of it; nor do shaded first cells
    over several rows, where no hairline parts these.
    """
    shaded = [cell for cell in grid.cells if any(fits(cell.frame, fill) for fill in fills)]
    wide = Counter(row for cell in shaded for row in [cell.row] * cell.column_span)
    marked = [cell for cell in shaded if wide[cell.row] < len(grid.xs) - 1]
    if len({(cell.column, cell.column_span) for cell in marked}) != 1:
        return False
    hairlines = any(abs(rule.at - y) <= REACH_PT for rule in across for y in grid.ys)
    if marked[0].column == 0 and not hairlines:
        return False
    parted = [_beside(cell, grid, words) for cell in marked]
    return sum(any(len(line.pieces) > 1 for line in held) for held in parted) > len(parted) / 2


def _beside(cell: GridCell, grid: Grid, words: Heights) -> list[Line]:
    """The lines of the text beside a cell in its row."""
    row = cell.frame._replace(x0=grid.xs[0], x1=grid.xs[-1])
    return make_lines([word for word in words.within(row) if not holds(cell.frame, word)])


def holds_words(cell: GridCell, words: Heights) -> bool:
    """Whether the words of the square stand in it whole: text that runs on beyond is no cell."""
    held = words.within(cell.frame)
    return bool(held) and all(w.x0 >= cell.frame.x0 and w.x1 <= cell.frame.x1 for w in held)


def _goes_on(grid: Grid, grids: Sequence[Grid], words: Heights) -> bool:
    """Whether text close above or below a filled grid keeps to its columns.

    Then only every other row is shaded, and its fills alone do not draw the table.
    """
    near: set[int] = set()
    frame = grid.frame
    size = _size_in(frame, words)
    reach = NEAR_EM * size
    for word in words.between(frame.top - reach, frame.bottom + reach):
        if word.style.size > LARGER * size:
            continue  # a heading
        y = word.middle_y
        beside = frame.top - reach < y < frame.top or frame.bottom < y < frame.bottom + reach
        if not beside or not frame.x0 <= word.x0 <= frame.x1:
            continue
        if not any(inside(word.x0, y, other.frame) for other in grids):
            near.add(sum(x <= word.x0 for x in grid.xs))
    return len(near) > 1


def _has_white_rows(grid: Grid, grids: Sequence[Grid], words: Heights) -> bool:
    """Whether white rows follow the shaded ones: text begins where half of the columns do.

    Such text stands in the middle of its rows, and its first lines lower than the others.
    """
    frame, size = grid.frame, _size_in(grid.frame, words)
    below = [
        word
        for word in words.words
        if frame.bottom < word.base < frame.bottom + WHITE_ROW_EM * size
        and frame.x0 <= word.x0 < frame.x1
        and not any(inside(word.x0, word.base, other.frame) for other in grids)
    ]
    begun = {
        column
        for word in below
        for column, x in enumerate(grid.xs[:-1])
        if 0 <= word.x0 - x <= START_PT and not _follows(word, below)
    }
    return len(begun) >= max(MIN_STARTS, (len(grid.xs) - 1) / 2)


def _follows(word: Word, words: Sequence[Word]) -> bool:
    """Whether another word of its line ends close before a word, which then begins no text."""
    return any(
        other.base == word.base and 0 <= word.x0 - other.x1 < word.style.size for other in words
    )


def _size_in(frame: Frame, words: Heights) -> float:
    """The middle one of the sizes of the words inside; 0 without any."""
    sizes = sorted(word.style.size for word in words.within(frame))
    return sizes[len(sizes) // 2] if sizes else 0.0


def _is_part(grid: Grid, rows: Sequence[ShadedRow], words: Heights) -> bool:
    """Whether a filled grid is the first shaded rows of a table with white rows between others.

    Text between it and a shaded row of the same columns begins where several of these do.
    """
    for row in rows:
        if len(row.edges) != len(grid.xs):
            continue
        below, above = row.top - grid.ys[-1], grid.ys[0] - row.bottom
        apart = max(abs(edge - x) for edge, x in zip(row.edges, grid.xs, strict=True))
        if apart > REACH_PT or max(below, above) <= REACH_PT:
            continue
        low, high = (grid.ys[-1], row.top) if below > 0 else (row.bottom, grid.ys[0])
        between = [word.x0 for word in words.between(low, high)]
        starts = sum(any(0 <= at - x <= START_PT for at in between) for x in grid.xs[:-1])
        if starts >= max(MIN_STARTS, (len(grid.xs) - 1) / 2):
            return True
    return False


def _is_table(grid: Grid, words: Heights) -> bool:
    """Whether text stands in several rows and columns of a grid, as it does not in a backdrop."""
    full = {(cell.row, cell.column) for cell in grid.cells if words.within(cell.frame)}
    rows, columns = {row for row, _ in full}, {column for _, column in full}
    enough = len(full) >= max(MIN_FULL_CELLS, FULL_SHARE * len(grid.cells))
    return enough and len(rows) > 1 and len(columns) > 1
