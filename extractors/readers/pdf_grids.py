"""Grids from printed rules: which rules belong together, and which squares they close.

Knows rules and fills; knows nothing of text. A grid's cells cover squares of its rows and columns;
a cell is a set of squares that no rule parts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.readers.pdf_pages import Fill, Frame, Rule, Word, inside

SNAP_PT = 1.5  # points; rules nearer than this to the one before are one rule (double lines,
# borders of neighbouring fills); the lines of a double rule lie 0.5 to 1.5 apart
MAX_BAND_PT = 5.5  # points that one rule so put together may be thick: print of 5 points needs a
# row of 6, so that what is narrower is a double frame or the gap between cells, and no cell
JOIN_PT = 3.0  # points of a gap that a rule bridges (dashes, missing corners); pdfplumber's value
REACH_PT = 3.0  # points by which two rules may miss each other at a corner; pdfplumber's value
SPAN_SHARE = 0.7  # of a narrow square's side that a rule must cover to border it
HIGHLIGHT_EM = 1.6  # of the size: height of a highlight; a cell with its padding is higher
HIGHLIGHT_PT = 2.5  # points between words and the ends of their highlight; cells pad by 3 to 6
MIN_FULL_CELLS = 4  # cells with text in a table that only fills draw: two rows, two columns
FULL_SHARE = 0.4  # of the cells of such a table that hold text
NEAR_EM = 1.6  # of the size from a table's edge to the middle of a line that belongs to it
STUB_PT = 6.0  # points by which rules must reach beyond the outermost one to show an open side
DOUBLE_PT = 0.7  # points between two full rules that are the borders of two tables


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its top left square, its spans, and its rectangle."""

    row: int
    column: int
    row_span: int
    column_span: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's skeleton.

    Attributes:
        xs: Column borders, left to right.
        ys: Row borders, top to bottom.
        cells: By row, then by column.
        open_top, open_bottom: Whether no rule closes it there; None where it has no rules.
        aligned: Its columns come from how the text stands.
        filled: Borders of filled rectangles had to stand for rules.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool | None = False
    open_bottom: bool | None = False
    filled: bool = False
    aligned: bool = False

    @property
    def frame(self) -> Frame:
        """The rectangle around it."""
        return Frame(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


@dataclass(slots=True)
class _Run:
    """Rules on one line that touch, as one: ``lines`` are the places of its double lines."""

    at: float
    start: float
    end: float
    lines: list[Rule] = field(default_factory=list)


def find_grids(
    across: Sequence[Rule],
    down: Sequence[Rule],
    fills: Sequence[Fill] = (),
    words: Sequence[Word] = (),
) -> list[Grid]:
    """Find the grids of one page, top to bottom.

    Args:
        across: Horizontal rules; borders of filled rectangles have ``fill`` set.
        down: Vertical rules.
        fills: Filled rectangles: those inside a cell of a grid of printed rules are backgrounds,
            whose borders part nothing.
        words: Of the page: a grid that fills alone draw needs text in its cells, and a fill that
            fits a few words closely marks them and is no cell.
    """
    drawn = _grids([r for r in across if not r.fill], [r for r in down if not r.fill])
    if not any(rule.fill for rule in across):
        return drawn
    free = [fill for fill in fills if not fill.shape and not _is_background(fill, drawn)]
    free = [fill for fill in free if not _is_highlight(fill, words)]
    if not free:
        return drawn
    both = _grids(
        [r for r in across if not r.fill]
        + [Rule(y, f.x0, f.x1, True) for f in free for y in (f.top, f.bottom)],
        [r for r in down if not r.fill]
        + [Rule(x, f.top, f.bottom, True) for f in free for x in (f.x0, f.x1)],
    )
    kept = [
        grid
        for grid in both
        if not grid.filled or (_is_table(grid, words) and not _goes_on(grid, both, words))
    ]
    kept += [grid for grid in drawn if not any(overlap(grid.frame, k.frame) for k in kept)]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def overlap(one: Frame, other: Frame) -> bool:
    """Whether two rectangles share more than their borders."""
    return (
        min(one.x1, other.x1) - max(one.x0, other.x0) > REACH_PT
        and min(one.bottom, other.bottom) - max(one.top, other.top) > REACH_PT
    )


def _is_highlight(fill: Fill, words: Sequence[Word]) -> bool:
    """Whether a fill marks words: it is as high as a line and ends where they end."""
    held = [
        word
        for word in words
        if fill.top <= word.base <= fill.bottom
        and fill.x0 - 1 <= word.x0
        and word.x1 <= fill.x1 + 1
    ]
    if not held or fill.bottom - fill.top > HIGHLIGHT_EM * held[0].style.size:
        return False
    left, right = min(word.x0 for word in held), max(word.x1 for word in held)
    return left - fill.x0 < HIGHLIGHT_PT and fill.x1 - right < HIGHLIGHT_PT


def _goes_on(grid: Grid, grids: Sequence[Grid], words: Sequence[Word]) -> bool:
    """Whether text close above or below a filled grid keeps to its columns.

    Then only every other row is shaded, and its fills alone do not draw the table.
    """
    near: set[int] = set()
    frame = grid.frame
    for word in words:
        y, reach = (word.top + word.bottom) / 2, NEAR_EM * word.style.size
        beside = frame.top - reach < y < frame.top or frame.bottom < y < frame.bottom + reach
        if not beside or not frame.x0 <= word.x0 <= frame.x1:
            continue
        if not any(inside(word.x0, y, other.frame) for other in grids):
            near.add(sum(x <= word.x0 for x in grid.xs))
    return len(near) > 1


def _is_table(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether text stands in several rows and columns of a grid, as it does not in a backdrop."""
    full = {
        (cell.row, cell.column)
        for cell in grid.cells
        if any(inside((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, cell.frame) for w in words)
    }
    rows, columns = {row for row, _ in full}, {column for _, column in full}
    enough = len(full) >= max(MIN_FULL_CELLS, FULL_SHARE * len(grid.cells))
    return enough and len(rows) > 1 and len(columns) > 1


def _is_background(fill: Fill, grids: Sequence[Grid]) -> bool:
    """Whether a fill lies within a grid, so that printed rules say all about its cells."""
    return any(_holds(grid.frame, fill) for grid in grids)


def _holds(frame: Frame, fill: Fill) -> bool:
    return (
        frame.x0 - REACH_PT <= fill.x0
        and fill.x1 <= frame.x1 + REACH_PT
        and frame.top - REACH_PT <= fill.top
        and fill.bottom <= frame.bottom + REACH_PT
    )


def _grids(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    grids = []
    for rows, columns in _components(_runs(across), _runs(down)):
        grids += _build(rows, columns)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _runs(rules: Sequence[Rule]) -> list[_Run]:
    """Put rules on one line together, and their pieces that touch."""
    runs: list[_Run] = []
    for band in _bands(sorted(rules)):
        pieces = sorted(band, key=lambda rule: rule.start)
        current = [pieces[0]]
        end = pieces[0].end
        for rule in pieces[1:]:
            if rule.start > end + JOIN_PT:
                runs.append(_run(current, end))
                current = []
            current.append(rule)
            end = rule.end if len(current) == 1 else max(end, rule.end)
        runs.append(_run(current, end))
    return runs


def _bands(rules: Sequence[Rule]) -> list[list[Rule]]:
    bands: list[list[Rule]] = []
    for rule in rules:
        if (
            bands
            and rule.at - bands[-1][-1].at <= SNAP_PT
            and rule.at - bands[-1][0].at <= MAX_BAND_PT
        ):
            bands[-1].append(rule)
        else:
            bands.append([rule])
    return bands


def _run(rules: Sequence[Rule], end: float) -> _Run:
    drawn = [rule for rule in rules if not rule.fill] or rules
    at = (drawn[0].at + drawn[-1].at) / 2 if len(drawn) < 3 else _mean(drawn)
    return _Run(at, rules[0].start, end, list(drawn))


def _mean(rules: Sequence[Rule]) -> float:
    return sum(rule.at for rule in rules) / len(rules)


def _components(
    rows: Sequence[_Run], columns: Sequence[_Run]
) -> Iterable[tuple[list[_Run], list[_Run]]]:
    """Group the runs that cross or touch one another."""
    parent = list(range(len(rows) + len(columns)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, row in enumerate(rows):
        low, high = row.start - REACH_PT, row.end + REACH_PT
        for j, column in enumerate(columns, len(rows)):
            if (
                low <= column.at <= high
                and column.start - REACH_PT <= row.at <= column.end + REACH_PT
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Run], list[_Run]]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(columns, len(rows)):
        groups.setdefault(root(j), ([], []))[1].append(column)
    return [group for group in groups.values() if group[0] and group[1]]


def _build(rows: list[_Run], columns: list[_Run]) -> list[Grid]:
    """Make the grid of one group of runs; none where they close no square."""
    open_top, open_bottom = _add_open_sides(rows, columns)
    _add_open_sides(columns, rows)
    rows, columns = _useful(rows, columns)
    if len(_places(rows)) < 2 or len(_places(columns)) < 2:
        return []
    xs, ys = _places(columns), _places(rows)
    squares = _Squares(xs, ys, _coverage(rows, ys, xs), _coverage(columns, xs, ys))
    cells = squares.cells()
    if not cells:
        return []
    filled = any(run.lines and run.lines[0].fill for run in (*rows, *columns))
    grid = Grid(tuple(xs), tuple(ys), tuple(cells), open_top, open_bottom, filled)
    return [_tight(part) for part in _split_at_double_rules(grid, rows)]


def _add_open_sides(rows: list[_Run], columns: Sequence[_Run]) -> tuple[bool, bool]:
    """Add an unprinted rule where several columns' rules end together beyond the last row's rule.

    Returns whether that was needed at the start and at the end.
    """
    if len(columns) < 2:
        return False, False
    starts, ends = [run.start for run in columns], [run.end for run in columns]
    first, last = min(run.at for run in rows), max(run.at for run in rows)
    left, right = min(run.at for run in columns), max(run.at for run in columns)
    top, bottom = min(starts), max(ends)
    opened = (
        top < first - STUB_PT and sum(start < top + REACH_PT for start in starts) > 1,
        bottom > last + STUB_PT and sum(end > bottom - REACH_PT for end in ends) > 1,
    )
    if opened[0]:
        rows.append(_Run(top, left, right))
    if opened[1]:
        rows.append(_Run(bottom, left, right))
    return opened


def _useful(rows: list[_Run], columns: list[_Run]) -> tuple[list[_Run], list[_Run]]:
    """Leave out runs that border no whole square: underlines, ticks and ends of boxes."""
    while True:
        xs, ys = _places(columns), _places(rows)
        kept_rows = [run for run in rows if _spans_any(run, xs)]
        kept_columns = [run for run in columns if _spans_any(run, ys)]
        if len(kept_rows) == len(rows) and len(kept_columns) == len(columns):
            return rows, columns
        rows, columns = kept_rows, kept_columns


def _spans_any(run: _Run, places: Sequence[float]) -> bool:
    return any(_spans(run, low, high) for low, high in pairwise(places))


def _spans(run: _Run, low: float, high: float) -> bool:
    need = max(SPAN_SHARE * (high - low), high - low - 2 * MAX_BAND_PT)
    return min(run.end, high) - max(run.start, low) >= need


def _places(runs: Sequence[_Run]) -> list[float]:
    """The places of the runs, those of one line once."""
    places: list[float] = []
    for at in sorted(run.at for run in runs):
        if not places or at - places[-1] > MAX_BAND_PT:
            places.append(at)
    return places


def _coverage(
    runs: Sequence[_Run], places: Sequence[float], crossings: Sequence[float]
) -> list[list[bool]]:
    """For each place, which stretches between crossings a run covers."""
    covered = [[False] * (len(crossings) - 1) for _ in places]
    for run in runs:
        index = min(range(len(places)), key=lambda i: abs(places[i] - run.at))
        for j, (low, high) in enumerate(pairwise(crossings)):
            if _spans(run, low, high):
                covered[index][j] = True
    return covered


@dataclass(frozen=True, slots=True)
class _Squares:
    """The squares between rules: ``above[r][c]`` is a rule over square (r, c), ``left`` beside."""

    xs: Sequence[float]
    ys: Sequence[float]
    above: Sequence[Sequence[bool]]
    left: Sequence[Sequence[bool]]

    def cells(self) -> list[GridCell]:
        """The cells that rules close, by row and column."""
        height, width = len(self.ys) - 1, len(self.xs) - 1
        taken = [[False] * width for _ in range(height)]
        cells = []
        for row in range(height):
            for column in range(width):
                if not taken[row][column]:
                    cells += self._cells_from(row, column, taken)
        return sorted(cells, key=lambda cell: (cell.row, cell.column))

    def _cells_from(self, row: int, column: int, taken: list[list[bool]]) -> list[GridCell]:
        region = self._region(row, column, taken)
        rows = [r for r, _ in region]
        columns = [c for _, c in region]
        box = (min(rows), min(columns), max(rows) + 1, max(columns) + 1)
        if (box[2] - box[0]) * (box[3] - box[1]) == len(region):
            return [self._cell(*box)] if self._closed(*box) else []
        pieces = _rectangles(set(region))
        return [self._cell(*piece) for piece in pieces if self._closed(*piece, loose=True)]

    def _region(self, row: int, column: int, taken: list[list[bool]]) -> list[tuple[int, int]]:
        height, width = len(self.ys) - 1, len(self.xs) - 1
        region, waiting = [], [(row, column)]
        taken[row][column] = True
        while waiting:
            r, c = waiting.pop()
            region.append((r, c))
            for nr, nc, barred in (
                (r - 1, c, self.above[r][c]),
                (r + 1, c, self.above[r + 1][c]),
                (r, c - 1, self.left[c][r]),
                (r, c + 1, self.left[c + 1][r]),
            ):
                if not barred and 0 <= nr < height and 0 <= nc < width and not taken[nr][nc]:
                    taken[nr][nc] = True
                    waiting.append((nr, nc))
        return region

    def _closed(self, top: int, left: int, bottom: int, right: int, loose: bool = False) -> bool:
        """Whether rules stand on the four sides; ``loose``: at least on three of them."""
        sides = (
            all(self.above[top][left:right]),
            all(self.above[bottom][left:right]),
            all(self.left[left][top:bottom]),
            all(self.left[right][top:bottom]),
        )
        return sum(sides) >= (3 if loose else 4)

    def _cell(self, top: int, left: int, bottom: int, right: int) -> GridCell:
        frame = Frame(self.xs[left], self.ys[top], self.xs[right], self.ys[bottom])
        return GridCell(top, left, bottom - top, right - left, frame)


def _rectangles(region: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cut a region of squares that is no rectangle into rectangles, whole rows first."""
    pieces: list[tuple[int, int, int, int]] = []
    for row in sorted({r for r, _ in region}):
        columns = sorted(c for r, c in region if r == row)
        start = columns[0]
        for column, following in pairwise([*columns, columns[-1] + 2]):
            if following == column + 1:
                continue
            piece = next((p for p in pieces if p[1:] == (start, row, column + 1)), None)
            if piece is not None:
                pieces.remove(piece)
            pieces.append((piece[0] if piece else row, start, row + 1, column + 1))
            start = following
    return pieces


def _split_at_double_rules(grid: Grid, rows: Sequence[_Run]) -> list[Grid]:
    """Part tables that lie a hair's breadth below one another, their columns being different.

    Wandsworth prints a band table 1 pt above each main table; a double rule inside one table
    parts rows of the same columns.
    """
    doubles = {
        index
        for index, y in enumerate(grid.ys)
        if 0 < index < len(grid.ys) - 1 and _is_double(y, rows, grid)
    }
    cuts = [index for index in sorted(doubles) if _columns_differ(grid, index)]
    if not cuts or len(doubles) > max(2, (len(grid.ys) - 2) // 2):
        return [grid]
    bounds = [0, *cuts, len(grid.ys) - 1]
    parts = [_part(grid, low, high) for low, high in pairwise(bounds)]
    return [part for part in parts if part.cells]


def _is_double(y: float, rows: Sequence[_Run], grid: Grid) -> bool:
    lines = sorted(line.at for run in rows if abs(run.at - y) <= MAX_BAND_PT for line in run.lines)
    return bool(lines) and lines[-1] - lines[0] >= DOUBLE_PT


def _columns_differ(grid: Grid, row: int) -> bool:
    """Whether columns end at a row border, above as well as below, that do not go on beyond."""
    above = {c.column for c in grid.cells if c.row + c.row_span == row}
    below = {c.column for c in grid.cells if c.row == row}
    crossed = any(c.row < row < c.row + c.row_span for c in grid.cells)
    return not crossed and bool(above - below) and bool(below - above)


def _part(grid: Grid, low: int, high: int) -> Grid:
    cells = tuple(
        GridCell(c.row - low, c.column, c.row_span, c.column_span, c.frame)
        for c in grid.cells
        if low <= c.row < high
    )
    return Grid(
        grid.xs,
        grid.ys[low : high + 1],
        cells,
        bool(grid.open_top) and low == 0,
        bool(grid.open_bottom) and high == len(grid.ys) - 1,
        grid.filled,
    )


def _tight(grid: Grid) -> Grid:
    """The grid without rows and columns at which no cell begins or ends."""
    rows = sorted({e for c in grid.cells for e in (c.row, c.row + c.row_span)})
    columns = sorted({e for c in grid.cells for e in (c.column, c.column + c.column_span)})
    if len(rows) == len(grid.ys) and len(columns) == len(grid.xs):
        return grid
    new_row = {old: new for new, old in enumerate(rows)}
    new_column = {old: new for new, old in enumerate(columns)}
    cells = tuple(
        GridCell(
            new_row[c.row],
            new_column[c.column],
            new_row[c.row + c.row_span] - new_row[c.row],
            new_column[c.column + c.column_span] - new_column[c.column],
            c.frame,
        )
        for c in grid.cells
    )
    xs, ys = tuple(grid.xs[i] for i in columns), tuple(grid.ys[i] for i in rows)
    return Grid(xs, ys, cells, grid.open_top, grid.open_bottom, grid.filled)
