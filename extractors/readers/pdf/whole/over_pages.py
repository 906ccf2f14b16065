"""Tables too wide for their paper: a printed sheet's last columns stand on pages of their own.

A sheet is printed down first and then over, so that the rows of page 1 go on right of it some pages
later, at the very same heights. Knows tables and where their cells stand; knows nothing of what
they say but where a page repeats the first column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from extractors.blocks import Box, Cell, Table
from extractors.readers.pdf.grid import are_alike
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.whole.rows_across import holds

SAME_PT = 1.0  # points by which the same border differs from page to page; 0 to 0.2 were seen
MIN_ROWS = 3  # with the heads
MAX_DOWN = 20  # pages of rows before the last columns begin; time grows with the pages so, and not
# with their square
VARIED_PT = 2.0  # points by which rows below the heads differ: pages full of rows of one height are
# alike in any document


@dataclass(slots=True)
class _Sheet:
    """The tables of a page, and the texts beside them."""

    tables: tuple[Table, ...]
    texts: tuple[str, ...]
    _levels: tuple[tuple[float, ...], ...] = ()

    @property
    def levels(self) -> tuple[tuple[float, ...], ...]:
        """At which heights the rows below the first of a table stand, which may hold the heads.

        The borders of the rows; where no rules print them, the tops, the middles and the feet of
        what each row says, of which the same stand at one height on both pages.
        """
        if not self._levels:
            ruled = all(table.ruled for table in self.tables)
            tables = [(_borders(one),) if ruled else _places(one) for one in self.tables]
            self._levels = tuple(tuple(chain(*ys)) for ys in zip(*tables, strict=True))
        return self._levels

    def says_more(self, other: "_Sheet") -> bool:
        """Whether it says what another does not, but for the rest of a line too long for that."""
        known = {word for text in other.texts for word in text.split()}
        return any(not text[:1].islower() and set(text.split()) - known for text in self.texts)


def join_over_pages(pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """The pages, each table with the columns that stand on a page further on, which is left out."""
    joined, opened = list(pages), [_with_frame(page) for page in pages]
    sheets = [_sheet_of(page) for page in opened]
    first = 0
    while first < len(joined):
        down = _pages_down(sheets, first)
        if not down:
            first += 1
            continue
        for at in range(first, first + down):
            left, right = sheets[at], sheets[at + down]
            assert left is not None and right is not None
            pairs = zip(left.tables, right.tables, strict=True)
            whole = tuple(_side_by_side(one, _without_repeated(one, other)) for one, other in pairs)
            made = iter(whole)
            blocks = opened[at].blocks
            blocks = tuple(next(made) if isinstance(one, Table) else one for one in blocks)
            joined[at] = opened[at] = replace(opened[at], blocks=blocks)
            sheets[at] = _Sheet(whole, left.texts)
        for held in (joined, opened, sheets):
            held[first + down : first + 2 * down] = []
    return joined


def _with_frame(page: PageBlocks) -> PageBlocks:
    """The page; where a frame without columns holds its only rows, with these as a table.

    So a sheet prints its widest column, or its last one, on pages of their own.
    """
    if len(page.framed) != 1 or any(isinstance(block, Table) for block in page.blocks):
        return page
    box = page.framed[0]
    inside = [isinstance(block, Text) and holds(box, block) for block in page.blocks]
    around = [block for block, held in zip(page.blocks, inside, strict=True) if not held]
    at = inside.index(True) if True in inside else 0
    return replace(page, blocks=(*around[:at], box, *around[at:]), framed=())


def _sheet_of(page: PageBlocks) -> _Sheet | None:
    """The tables of a page that has some."""
    tables = tuple(block for block in page.blocks if isinstance(block, Table))
    if not tables:
        return None
    texts = (block.paragraph.text for block in page.blocks if not isinstance(block, Table))
    return _Sheet(tables, tuple(texts))


def _borders(table: Table) -> tuple[float, ...]:
    """Where rows end, in points, top to bottom."""
    boxes = [box for cell in table.cells for box in cell.place.boxes]
    found: list[float] = []
    for y in sorted({y for box in boxes for y in (box.top, box.bottom)}):
        if not found or y - found[-1] > SAME_PT:
            found.append(y)
    return tuple(found[1:])


def _places(table: Table) -> tuple[tuple[float, ...], ...]:
    """The tops, middles and feet of what rows say, in points, top to bottom."""
    rows: list[list[Box]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row] += [box for one in cell.paragraphs for box in one.place.boxes]
    ends = [(min(b.top for b in row), max(b.bottom for b in row)) for row in rows[1:] if row]
    middles = ((top + bottom) / 2 for top, bottom in ends)
    return tuple(top for top, _ in ends), tuple(middles), tuple(bottom for _, bottom in ends)


def _pages_down(sheets: Sequence[_Sheet | None], first: int) -> int:
    """How many pages a table takes before its last columns begin; 0 where none are further on."""
    if sheets[first] is None:
        return 0
    for down in range(1, min(MAX_DOWN, (len(sheets) - first) // 2) + 1):
        if not _are_beside(sheets[first], sheets[first + down]):
            continue
        held = sheets[first : first + down]
        pairs = zip(held, sheets[first + down : first + 2 * down], strict=True)
        if all(_are_beside(left, right) for left, right in pairs):
            steps = [pairwise(sheet.levels[0]) for sheet in held if sheet is not None]
            heights = [low - high for rows in steps for high, low in rows]
            varied = len(heights) >= MIN_ROWS - 1 and max(heights) - min(heights) > VARIED_PT
            if varied and not _are_forms(sheets[first], sheets[first + down]):
                return down
    return 0


def _are_beside(left: _Sheet | None, right: _Sheet | None) -> bool:
    """Whether a page holds nothing but more columns of the rows of another.

    With columns that each page repeats it repeats the title above them, or as much as fits.
    """
    if left is None or right is None or len(left.tables) != len(right.tables):
        return False
    pairs = list(zip(left.tables, right.tables, strict=True))
    if all(one.column_count == other.column_count == 1 for one, other in pairs):
        return False  # text in boxes
    if any((a.row_count, a.ruled) != (b.row_count, b.ruled) for a, b in pairs):
        return False
    if any(are_alike(one.edges, other.edges, SAME_PT) for one, other in pairs) or right.says_more(
        left
    ):
        return False
    return any(are_alike(*pair, SAME_PT) for pair in zip(left.levels, right.levels, strict=True))


def _are_forms(left: _Sheet | None, right: _Sheet | None) -> bool:
    """Whether tables of two pages have labels in common, so that each is a form of its own."""
    if left is None or right is None:
        return False
    return any(map(_share_labels, left.tables, right.tables))


def _share_labels(one: Table, other: Table) -> bool:
    """Whether each has the same labels, bold beside their values or above another one in a cell."""
    labels = [[c.text for c in table.cells if c.bold] for table in (one, other)]
    if labels[0] == labels[1] and all(c.bold == (not c.column) for c in other.cells if c.text):
        return True
    firsts = {(c.row, c.column, c.paragraphs[0].text): c.text for c in one.cells if c.paragraphs}
    over = [(c, (c.row, c.column, c.paragraphs[0].text)) for c in other.cells if c.paragraphs[1:]]
    return any(firsts.get(key, cell.text) != cell.text for cell, key in over)


def _without_repeated(left: Table, right: Table) -> Table:
    """The table without those of its first columns that repeat the other's, as sheets may."""
    for column in range(left.column_count):
        first = [cell for cell in right.cells if cell.column == 0 and cell.column_span == 1]
        known = {(cell.row, cell.text) for cell in left.cells if cell.column == column}
        said = [cell for cell in first if cell.text]
        if right.column_count < 2 or not said or any((c.row, c.text) not in known for c in said):
            break
        right = _without_first(right)
    return right


def _without_first(table: Table) -> Table:
    cells = (
        replace(cell, column=0, column_span=cell.column_span - 1)
        if cell.column == 0
        else replace(cell, column=cell.column - 1)
        for cell in table.cells
        if cell.column or cell.column_span > 1
    )
    count = table.column_count - 1
    return replace(table, cells=tuple(cells), column_count=count, edges=table.edges[1:])


def _side_by_side(left: Table, right: Table) -> Table:
    """One table of two with the same rows; a title across both is one cell."""
    shift = left.edges[-1] - right.edges[0]
    width = left.column_count + right.column_count
    titles = {row: cell for row, cell in _across(left).items() if _may_span(cell, row, right)}
    cells = [cell for cell in left.cells if cell.row not in titles]
    cells += [replace(cell, column=0, column_span=width) for cell in titles.values()]
    cells += [
        replace(cell, column=cell.column + left.column_count)
        for cell in right.cells
        if cell.row not in titles
    ]
    return replace(
        left,
        cells=tuple(sorted(cells, key=_place_in)),
        column_count=width,
        edges=(*left.edges, *(x + shift for x in right.edges[1:])),
    )


def _across(table: Table) -> dict[int, Cell]:
    """The cells over several columns, or all, that alone say something in their row, by rows."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    alone = (held[0] for held in rows.values() if len(held) == 1 and held[0].row_span == 1)
    least = min(2, table.column_count)
    return {cell.row: cell for cell in alone if cell.column_span >= least}


def _may_span(title: Cell, row: int, right: Table) -> bool:
    """Whether the columns further on say nothing beside a title, or repeat it.

    One in the only column of its page is an action without a lead or day where those are parted.
    """
    beside = [cell for cell in right.cells if cell.row == row]
    parted = title.column_span < 2 and len(beside) > 1
    return not parted and all(cell.text in ("", title.text) for cell in beside)


def _place_in(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
