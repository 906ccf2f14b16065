"""Which rows of a table are its headings, which name a section, and which are text.

Knows tables and headings; knows nothing of formats.
"""

import re
from dataclasses import dataclass, replace

from extractors.blocks import Cell, join_places
from extractors.columns.contents import is_status
from extractors.columns.headings import Meaning, read_heading
from extractors.columns.near_heads import is_inside, is_labelled_row, without_periods
from extractors.columns.run_together import reads_as_row
from extractors.grid import Grid, text_of
from extractors.outline import Section, is_label, lists_aims, section_from

KNOWN_SHARE = 0.6  # of a heading row's filled cells are known; body rows of two plans reach 0.4
MAX_SUB_HEADING_WORDS = 4  # words; Start, End, Lead officer: what stands under a wider heading
MIN_UNSURE = 3  # headings known by a word inside them alone; two such cells are often plain text
MAX_PLAIN_WORDS = 8  # words; longer headings are bold or coloured in every plan seen
MAX_HEAD_HEIGHT = 3  # rows; headings of three rows were seen, never of four
LARGER_PT = 2.0  # points; headings are 2 to 8 larger than the text of the tables below them
BANNER_SHARE = 0.6  # of a table's columns are covered by a row that names a section
MIN_WIDE_COLUMNS = 3  # columns; in a table of two a cell over both may be an action of its own
COUNT = r"\d{1,2}(?:\s*(?:[-\u2013/&]|to|and)\s*\d{1,2})?"
COUNTED_TIME_RE = re.compile(
    rf"(?:(?:(?:year|quarter|phase|month)s?|q)\s*{COUNT}|{COUNT}\s*(?:year|quarter|month|week)s?)"
    r"(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
HORIZON_RE = re.compile(
    r"(?:(?:short|medium|long(?:er)?|near)(?:[\s\u2011-]+to[\s\u2011-]+\w+)?[\s\u2011-]+terms?"
    rf"|quick\s+wins?|{COUNTED_TIME_RE.pattern})\b",
    re.IGNORECASE,
)
"""A stretch of time that heads the rows below it: "Short term: first year", "Quick wins"."""
NOTED = frozenset({"measures", "lead", "due", "support", "update", "ignore"})
"""What a text before a colon names where the text is neither an action nor the title of some."""
MAX_BANNER_WORDS = 40  # words; longer text across a table is a note, not a heading


@dataclass(frozen=True, slots=True)
class Band:
    """What a row that names a section says.

    Attributes:
        section: The section that it begins; None for a row of objectives under a priority.
        label: The words of its label cell: ``"Priority"``; None for a row across the table.
    """

    section: Section | None
    label: str | None


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


def is_heading_row(grid: Grid, row: int, *, again: bool = False) -> bool:
    """Whether a row holds column headings: most are known, and they are two or more.

    Headings of tables that are no plan count as well, so that such a table is known for one.
    """
    cells = without_periods([cell for cell in grid.own(row) if text_of(cell)])
    if len(cells) < 2 or is_inside(grid, row, cells) or (again and any(map(_lists, cells))):
        return False
    styled = row < grid.table.header_rows or _is_styled(cells)
    meanings = [_as_heading(text_of(cell), styled=styled, again=again) for cell in cells]
    known = [meaning for meaning in meanings if meaning is not None]
    fields = {meaning.line.heading for meaning in known}
    sure = {m.line.heading for m in known if m.sure}
    if _is_labelled_band(cells, meanings) or not (sure or styled):
        return False
    if len(fields) < (2 if sure else MIN_UNSURE):
        return False
    if (again and len(sure) < 2) or (not styled and is_labelled_row(grid, row)):
        return False
    # A row of text may say the same again: "Lead | Partner | Partner".
    once = dict(zip(map(text_of, cells), meanings, strict=True))
    share = _weight([meaning for meaning in once.values() if meaning is not None]) / len(once)
    return share >= KNOWN_SHARE or _looks_like_head(grid, row, known)


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
    return sum(1.0 if meaning.sure else 0.5 for meaning in known)


def _looks_like_head(grid: Grid, row: int, known: list[Meaning]) -> bool:
    """Printed as headings are: marked by the format, or bold or coloured unlike the text below."""
    cells = [cell for cell in grid.own(row) if text_of(cell)]
    if len(known) * 2 < len(cells):
        return False
    if row < grid.table.header_rows or all(cell.header for cell in cells):
        return True
    return _is_styled(cells) and not _is_styled(_text_below(grid, row))


def _text_below(grid: Grid, row: int) -> list[Cell]:
    """The cells with text of the next row that is no banner; [] where there is none."""
    rows = range(row + 1, grid.table.row_count)
    own = ([c for c in grid.own(at) if text_of(c)] for at in rows if not is_across(grid, at))
    return next(own, [])


def _is_styled(cells: list[Cell]) -> bool:
    return bool(cells) and (all(c.bold for c in cells) or all(c.fill for c in cells))


def _is_sub_heading(grid: Grid, row: int, below: int) -> bool:
    """Short cells that stand under a wider heading, with nothing beside them."""
    wide = [c for c in grid.own(row) if text_of(c) and c.column_span > 1]
    filled = [cell for cell in grid.own(below) if text_of(cell)]
    if not wide or len(filled) < 2:
        return False
    for cell in filled:
        known = read_heading(text_of(cell)) is not None
        over = next((w for w in wide if w.column <= cell.column < w.column + w.column_span), None)
        short = len(text_of(cell).split()) <= MAX_SUB_HEADING_WORDS
        if over is None or not (known and short) or cell.column_span >= over.column_span:
            return False
    return True


def _is_head_of_groups(grid: Grid, row: int, below: int) -> bool:
    """Whether a row only joins the headings below it: "Plan" | "Progress" over several columns."""
    cells = [cell for cell in grid.own(row) if text_of(cell)]
    return all(cell.column_span > 1 for cell in cells) and is_heading_row(grid, below)


def _is_parent(grid: Grid, row: int) -> bool:
    """A row above the headings that joins some of them: Timescale over Start and End."""
    cells = [cell for cell in grid.own(row) if text_of(cell)]
    count = grid.table.column_count
    if not cells or not any(1 < cell.column_span < count for cell in cells):
        return False
    meanings = [read_heading(text_of(cell)) for cell in cells]
    return all(meaning is not None and meaning.sure for meaning in meanings)


def band_of(grid: Grid, row: int, block: int) -> Band | None:
    """What a row says of the section of the rows below it; None for an ordinary row.

    A label with its value (``Priority | Changing attitudes``) or one text across the table.
    """
    covering = grid.covering(row)
    cells = [cell for cell in covering if text_of(cell)]
    if not cells or any(cell.row != row for cell in cells):
        return None
    if not grid.table.ruled and _is_large(grid, row, cells):
        text = " ".join(map(text_of, cells))
        return Band(section_from(text, block, join_places(c.place for c in cells)), None)
    if not grid.table.ruled and (aim := _cut_aim(cells)) is not None:
        return Band(section_from(aim, block, join_places(c.place for c in cells)), None)
    meanings = [read_heading(text_of(cell)) for cell in cells]
    if _is_labelled_band(cells, meanings):
        return _labelled(cells, block)
    if len(cells) == 1 and _is_banner(grid, cells[0]):
        title = _title_of(cells[0])
        held = section_from(title, block, cells[0].place)
        return Band(None if lists_aims(title) else held, None)
    return None


def _cut_aim(cells: list[Cell]) -> str | None:
    """A counted aim that the alignment of columns has cut: "Objective" | "1.1: Warm homes".

    Each later piece goes on as no cell of a row begins: with the number, or in small letters.
    """
    first, *later = map(text_of, cells)
    goes_on = all(text[0].islower() or (text[0].isdigit() and is_label(first)) for text in later)
    joined = " ".join((first, *later))
    if cells[0].column or not later or not goes_on or len(joined.split()) > MAX_BANNER_WORDS:
        return None
    section = section_from(joined)
    return joined if section.label is not None and section.name != section.title else None


def _title_of(cell: Cell) -> str:
    """The title in a cell: its first paragraph where that is set as one and prose follows."""
    printed = [paragraph for paragraph in cell.paragraphs if paragraph.printed]
    if len(printed) < 2:
        return text_of(cell)
    first, *rest = printed
    larger = (first.size or 0.0) > (rest[0].size or 0.0)
    return first.printed if larger or (first.bold and not rest[0].bold) else text_of(cell)


def _is_large(grid: Grid, row: int, cells: list[Cell]) -> bool:
    """Set larger than the row below: a heading that the alignment of columns has cut to pieces."""
    below = grid.own(row + 1) if row + 1 < grid.table.row_count else []
    sizes = [p.size for cell in cells for p in cell.paragraphs if p.size is not None]
    under = [p.size for cell in below for p in cell.paragraphs if p.size is not None]
    return bool(sizes and under) and min(sizes) >= max(under) + LARGER_PT


def _is_labelled_band(cells: list[Cell], meanings: list[Meaning | None]) -> bool:
    if len(cells) < 2 or not is_label(text_of(cells[0])):
        return False
    headings = sum(m is not None and m.sure for m in meanings[1:])
    return headings * 2 < len(cells) - 1 and not _says_what_it_serves(cells)


def _says_what_it_serves(cells: list[Cell]) -> bool:
    """A row of text that begins with its aim: "Priority 2" | "Open a refuge" | "Vale".

    "Objectives" without a number beside several texts is none, nor "Priority 1" beside a label.
    """
    counted = section_from("", label=text_of(cells[0])).label is not None
    return counted and len(cells) > 2 and not any(is_label(text_of(cell)) for cell in cells[1:])


def _labelled(cells: list[Cell], block: int) -> Band:
    label = text_of(cells[0])
    values = [text_of(cell) for cell in cells[1:]]
    if len(values) > 1 or _is_list_of_aims(cells[1], label):
        return Band(None, label)
    return Band(section_from(values[0], block, cells[0].place, label), label)


def _is_list_of_aims(value: Cell, label: str) -> bool:
    """Several objectives in one cell are what a priority holds; none of them is the section."""
    filled = [paragraph for paragraph in value.paragraphs if paragraph.text]
    return len(filled) > 1 and section_from(label, label=label).kind == "objective"


def is_across(grid: Grid, row: int) -> bool:
    """Whether one cell with text stands across most columns of a row: a banner or a note."""
    cells = [cell for cell in grid.covering(row) if text_of(cell)]
    count = grid.table.column_count
    wide = len(cells) == 1 and cells[0].column_span >= BANNER_SHARE * count
    return wide and count >= MIN_WIDE_COLUMNS


def _is_banner(grid: Grid, cell: Cell) -> bool:
    count = grid.table.column_count
    text = _title_of(cell)
    words = len(text.split())
    if count < 2 or words > MAX_BANNER_WORDS or _is_note(text, words):
        return False
    if section_from(text).label is None and reads_as_row(text, grid.table):
        return False
    if cell.column_span >= max(2, BANNER_SHARE * count):
        return True
    marked = cell.bold or cell.fill is not None or cell.header
    marked = marked or (words <= MAX_PLAIN_WORDS and HORIZON_RE.match(text) is not None)
    return cell.column == 0 and (is_label(text.split(":")[0]) or (marked and count > 2))


def _is_note(text: str, words: int) -> bool:
    """A sentence that names no aim, or a label with its value."""
    if section_from(text).label is not None:
        return False  # "Outcome 2: Safer homes" is counted
    if (said := _before_colon(text)) is not None:
        return said in NOTED
    sentence = text.endswith(".") and words > MAX_PLAIN_WORDS
    return sentence and section_from(text).kind == "group"


def is_labelled_text(text: str) -> bool:
    """Whether a text is a label with its value: "Measure: visits counted", "Note: see page 4"."""
    return _before_colon(text) in NOTED and section_from(text).label is None


def _before_colon(text: str) -> str | None:
    """The field that a text names before a colon; None where it surely names none."""
    before, colon, _ = text.partition(":")
    meaning = read_heading(before) if colon else None
    return meaning.line.field if meaning is not None and meaning.sure else None
