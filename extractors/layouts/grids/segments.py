"""A table cut into stretches of rows under one set of headings, each row with its sections.

Knows tables, headings and the outline; knows nothing of formats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from extractors.columns.bands import Band, band_of, is_across, is_labelled_text
from extractors.columns.contents import is_promise, is_ref
from extractors.columns.folding import fold_heading
from extractors.columns.headings import read_heading
from extractors.columns.heads import heading_rows
from extractors.grid import Grid, text_of
from extractors.layouts.grids.placed import placed_bands
from extractors.sections import Section

PAIR = 2  # cells of a row of a title's table: a label and its value
MAX_PAIRS = 3  # rows below a title that say more of it; a form has more


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of a table under one set of headings.

    Attributes:
        header: Its heading rows; () where the table has none.
        body: Its rows of text, blank rows left out.
        bands: For each row of text the sections that the table itself has printed above it, the
            widest first.
        by_look: No heading of its heading row is known enough; it is told by its look alone.
    """

    header: tuple[int, ...] = ()
    body: list[int] = field(default_factory=list)
    bands: list[tuple[Section, ...]] = field(default_factory=list)
    by_look: bool = False


@dataclass(frozen=True, slots=True)
class Segments:
    """A table's stretches of rows, and the bands in force at its end.

    ``all_bands`` says that it holds nothing else; ``is_title`` that texts across all of it at most
    stand below them: "Priority 2" | "Safer streets", and what the priority means. ``said`` are the
    labelled rows that say more of a section and begin none: "Outcome" | "Fewer come to harm".
    """

    parts: tuple[Segment, ...]
    bands: tuple[Section, ...]
    all_bands: bool
    is_title: bool = False
    said: tuple[int, ...] = ()


def cut_table(
    grid: Grid, block: int, over: tuple[Section, ...] = (), carried: tuple[Section, ...] = ()
) -> Segments:
    """Tell headings, bands and text apart below ``over``, of which a table named ``carried``."""
    above = over if over and over[-1].kind != "group" else ()
    aimed = any(one.kind != "objective" or one not in carried for one in over)
    cutting = _Cutting(grid, block, above, aimed=aimed)
    for (row, head), (_, after) in pairwise([*_heads(grid), (0, ())]):
        if head:
            cutting.begin(head)
        else:
            cutting.read(row, headed=bool(after))
    filled = tuple(part for part in cutting.parts if part.header or part.body)
    across = all(not part.header and _says_more(grid, part.body) for part in filled)
    only = cutting.labelled and not filled
    is_title = cutting.labelled and across
    return Segments(filled, cutting.bands, only, is_title, tuple(cutting.said))


@dataclass(slots=True)
class _Cutting:
    """A table as far as its rows are told apart.

    ``over`` are the sections in force above it, ``aimed`` says that one is more than an
    outcome in rows of the table before, ``words`` are those of the last heading rows,
    ``labelled`` says that a label names one of its bands, of which ``last`` is the last one's row.
    """

    grid: Grid
    block: int
    over: tuple[Section, ...]
    aimed: bool
    parts: list[Segment] = field(default_factory=lambda: [Segment()])
    bands: tuple[Section, ...] = ()
    said: list[int] = field(default_factory=list)
    words: tuple[str, ...] = ()
    labelled: bool = False
    last: int | None = None

    def begin(self, head: tuple[int, ...]) -> None:
        """Begin a stretch under heading rows, unless they repeat what those before them said."""
        words = _words(self.grid, head)
        if words != self.words:
            self.parts.append(Segment(head))
            self.words = words

    def read(self, row: int, *, headed: bool) -> None:
        """Take a row: a band, or text under the bands in force; headings may stand below it."""
        band = band_of(self.grid, row, self.block, aimed=self.aimed)
        if band is not None:
            self._place(band, row)
        elif headed and _is_explained(self.grid, row):
            self.said.append(row)
        elif self.grid.texts(row) or _struck(self.grid, row):
            self.parts[-1].body.append(row)
            self.parts[-1].bands.append(self.bands)

    def _place(self, band: Band, row: int) -> None:
        below = self.last == row - 1
        placed = placed_bands(self.grid, row, self.bands, self.over, band, below=below)
        if placed is None:
            self.said.append(row)
        else:
            self.bands = placed
        self.labelled = self.labelled or band.label is not None
        self.last = row


def rows_beside(grid: Grid, cut: Segments, read: Sequence[bool]) -> list[int]:
    """The rows of a plan that are none of its actions: what they say of all those below them.

    A text across is none, unless a label tells what it says, "Measures: beds, visits", or it goes
    on below its title in the last row: a box set right below the table.

    Args:
        grid: The table.
        cut: Its stretches.
        read: Of each, whether it gave actions.
    """
    parts = zip(cut.parts, read, strict=True)
    above = (part.body for part, done in parts if not done and not part.header)
    rows = [row for row in (*cut.said, *chain.from_iterable(above)) if grid.texts(row)]
    said = set(cut.said)
    ends = [grid.table.row_count - 1] if _ends_in_box(grid) else []
    return [
        *(r for r in rows if r in said or _is_beside(grid, r)),
        *(row for row in ends if band_of(grid, row, 0) is not None),
    ]


def _is_beside(grid: Grid, row: int) -> bool:
    return not is_across(grid, row) or is_labelled_text(row_text(grid, row))


def _ends_in_box(grid: Grid) -> bool:
    """Whether the last row is one text across, of several paragraphs."""
    last = grid.table.row_count - 1
    texts = [one for cell in grid.own(last) for one in cell.paragraphs if one.text]
    return len(texts) > 1 and is_across(grid, last)


def _says_more(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether rows say more of the title above them: texts across, or "Sponsor | Head of Homes"."""
    pairs = [grid.own(row) for row in rows]
    known = [read_heading(text_of(pair[0])) is not None for pair in pairs if len(pair) == PAIR]
    pairs_alone = 0 < len(known) == len(pairs) <= MAX_PAIRS
    return (pairs_alone and 2 * sum(known) >= len(known)) or _is_text_across(grid, rows)


def _is_explained(grid: Grid, row: int) -> bool:
    """Whether one text stands over all columns but the first: "Why it matters | Too few ask".

    Above headings it says more of the title of their table, whatever the label is: no promise and
    no reference.
    """
    cells = grid.filled(row)
    rest = grid.table.column_count - 1
    if len(cells) != PAIR or rest < PAIR or cells[0].column or cells[1].column_span < rest:
        return False
    label = text_of(cells[0])
    return not (is_promise(label) or is_ref(label))


def _is_text_across(grid: Grid, rows: Sequence[int]) -> bool:
    cells = [cell for row in rows for cell in grid.covering(row) if text_of(cell)]
    return all(cell.column_span == grid.table.column_count for cell in cells)


def head_by_look(grid: Grid, segment: Segment) -> Segment:
    """Take a first row that is set as headings are, and unlike the next, from the rows of text."""
    first = segment.body[0] if segment.body else 0
    if segment.header or first or len(segment.body) < 2:
        return segment
    if not _is_bold(grid, first) or _is_bold(grid, segment.body[1]):
        return segment
    return Segment((first,), segment.body[1:], segment.bands[1:], by_look=True)


def _is_bold(grid: Grid, row: int) -> bool:
    """Whether all text of a row, in two cells or more, is bold; every other row may be shaded."""
    cells = grid.filled(row)
    return len(cells) > 1 and all(cell.bold for cell in cells)


def _heads(grid: Grid) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each row, or each set of heading rows at its first row."""
    row, again = 0, False
    while row < grid.table.row_count:
        below = heading_rows(grid, row + 1, again=again) if row + 1 < grid.table.row_count else ()
        head = below if below and below[0] == row else heading_rows(grid, row, again=again)
        again = again or bool(head)
        yield row, head
        row = max(row, *head) + 1 if head else row + 1


def _words(grid: Grid, head: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(fold_heading(text) for row in head for text in grid.texts(row))


def _struck(grid: Grid, row: int) -> bool:
    return any(p.struck for cell in grid.own(row) for p in cell.paragraphs)


def row_text(grid: Grid, row: int) -> str:
    """What a row prints, its cells apart: ``"SS.01 | Ensure | Police"``."""
    return " | ".join(filter(None, map(text_of, grid.own(row))))
