"""Which rows of a table are its headings.

Knows tables and headings; knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import Cell
from extractors.columns.bands import (
    COUNTED_TIME_RE,
    MAX_PLAIN_WORDS,
    UNSURE,
    is_across,
    is_labelled_band,
)
from extractors.columns.contents import is_status
from extractors.columns.headings import Meaning, read_heading
from extractors.columns.near_heads import is_inside, is_labelled_row, without_periods
from extractors.grid import Grid, text_of
from extractors.rows import WHO_AND_WHEN

KNOWN_SHARE = 0.6  # of a heading row's filled cells are known; body rows of two plans reach 0.4
MAX_SUB_HEADING_WORDS = 4  # words; Start, End, Lead officer: what stands under a wider heading
MIN_UNSURE = 3  # headings known by a word inside them alone; two such cells are often plain text
MAX_HEAD_HEIGHT = 3  # rows; headings of three rows were seen, never of four


def heading_rows(grid: Grid, row: int, *, again: bool = False) -> tuple[int, ...]:
    """The rows of headings that begin at a row, top to bottom; () when it holds no headings.

    ``again`` says that the table has headings already: then only sure ones begin new ones.
    """
    if not is_heading_row(grid, row, again=again):
        return ()
    height = max((c.row_span for c in grid.own(row) if text_of(c)), default=1)
    rows = tuple(range(row, min(row + min(height, MAX_HEAD_HEIGHT), grid.table.row_count)))
    below = rows[-1] + 1
    if below < grid.table.row_count and (
        _is_sub_heading(grid, row, below) or _is_head_of_groups(grid, row, below)
    ):
        rows = (*rows, below)
    return (row - 1, *rows) if row and _is_parent(grid, row - 1) else rows


def first_heads(grid: Grid) -> tuple[int, ...]:
    """The first rows of headings of a table; () where it has none."""
    return next(filter(None, (heading_rows(grid, row) for row in range(grid.table.row_count))), ())


def is_heading_row(grid: Grid, row: int, *, again: bool = False) -> bool:
    """Whether a row holds column headings: most are known, and they are two or more.

    Headings of tables that are no plan count as well, so that such a table is known for one.
    """
    cells = without_periods(grid.filled(row))
    if len(cells) < 2 or is_inside(grid, row, cells) or (again and any(map(_lists, cells))):
        return False
    styled = row < grid.table.header_rows or _is_styled(cells)
    meanings = [_as_heading(text_of(cell), styled=styled, again=again) for cell in cells]
    known = [meaning for meaning in meanings if meaning is not None]
    fields = {meaning.line.heading for meaning in known}
    sure = {m.line.heading for m in known if m.sure}
    if not (sure or styled) or is_labelled_band(cells, meanings):
        return False
    if len(fields) < (2 if sure else MIN_UNSURE):
        return False
    if (again and len(sure) < 2) or (not styled and is_labelled_row(grid, row)):
        return False
    # A row of text may say the same again: "Lead | Partner | Partner".
    once = dict(zip(map(text_of, cells), meanings, strict=True))
    share = _weight([meaning for meaning in once.values() if meaning is not None]) / len(once)
    return (
        share >= KNOWN_SHARE or _looks_like_head(grid, row, known) or (not row and _says_all(known))
    )


def _says_all(known: Sequence[Meaning]) -> bool:
    """Whether headings say what, and who or when: "Action | Vale | Police | By when"."""
    fields = {meaning.line.field for meaning in known if meaning.sure}
    return "activity" in fields and bool(fields & WHO_AND_WHEN)


def _lists(cell: Cell) -> bool:
    """Whether a cell lists items, as no heading does: a value beside it may be one as well."""
    return sum(paragraph.marker is not None for paragraph in cell.paragraphs) > 1


def _as_heading(text: str, *, styled: bool, again: bool) -> Meaning | None:
    """What a cell means as a heading; a long one is text unless it is printed as headings are.

    "Complete", "Year 2" and "1-2 years" are values too, and no sure headings, where nothing marks
    these and below the first of a table: every second row of Word's table styles is filled.
    """
    meaning = read_heading(text)
    if meaning is None or (styled and not again):
        return meaning
    if is_status(text) or COUNTED_TIME_RE.fullmatch(text.strip()):
        return replace(meaning, sure=False)
    if meaning.sure or styled:
        return meaning
    return meaning if len(text.split()) <= MAX_PLAIN_WORDS else None


def _weight(known: list[Meaning]) -> float:
    """Headings known by their words count half: body text has such words as well."""
    return sum(1.0 if meaning.sure else UNSURE for meaning in known)


def _looks_like_head(grid: Grid, row: int, known: list[Meaning]) -> bool:
    """Printed as headings are: marked by the format, or bold or coloured unlike the text below."""
    cells = grid.filled(row)
    if len(known) * 2 < len(cells):
        return False
    if row < grid.table.header_rows or all(cell.header for cell in cells):
        return True
    return _is_styled(cells) and not _is_styled(_text_below(grid, row))


def _text_below(grid: Grid, row: int) -> list[Cell]:
    """The cells with text of the next row that is no banner; [] where there is none."""
    rows = range(row + 1, grid.table.row_count)
    own = (grid.filled(at) for at in rows if not is_across(grid, at))
    return next(own, [])


def _is_styled(cells: list[Cell]) -> bool:
    return bool(cells) and (all(c.bold for c in cells) or all(c.fill for c in cells))


def _is_sub_heading(grid: Grid, row: int, below: int) -> bool:
    """Short cells that stand under a wider heading, with nothing beside them.

    A heading is wide that spans columns, or has blank cells at its right where no rule says so.
    """
    heads = grid.filled(row)
    ends = [cell.column for cell in heads[1:]] + [grid.table.column_count]
    over = [range(one.column, end) for one, end in zip(heads, ends, strict=True)]
    filled = grid.filled(below)
    for cell in filled:
        known = read_heading(text_of(cell)) is not None
        width = next((len(wide) for wide in over if cell.column in wide), 1)
        short = len(text_of(cell).split()) <= MAX_SUB_HEADING_WORDS
        if not (known and short) or cell.column_span >= width:
            return False
    return len(filled) > 1


def _is_head_of_groups(grid: Grid, row: int, below: int) -> bool:
    """Whether a row only joins the headings below it: "Plan" | "Progress", some over several."""
    cells, heads = (grid.filled(at) for at in (row, below))
    joins = any(cell.column_span > 1 for cell in cells) and len(heads) > len(cells)
    return joins and is_heading_row(grid, below)


def _is_parent(grid: Grid, row: int) -> bool:
    """A row above the headings that joins some of them: Timescale over Start and End."""
    cells = grid.filled(row)
    count = grid.table.column_count
    if not cells or not any(1 < cell.column_span < count for cell in cells):
        return False
    meanings = [read_heading(text_of(cell)) for cell in cells]
    return all(meaning is not None and meaning.sure for meaning in meanings)
