"""Which rows of a table name the section of the rows below them.

Knows tables and headings; knows nothing of formats.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.blocks import Cell, Paragraph
from extractors.columns.contents import is_promise, is_ref
from extractors.columns.headings import Meaning, read_heading
from extractors.columns.run_together import reads_as_row
from extractors.grid import Grid, text_of
from extractors.places import join_places
from extractors.sections import Section, counts_alone, is_label, lists_aims, section_from

MAX_PLAIN_WORDS = 8  # words; longer headings are bold or coloured in every plan seen
LARGER_PT = 2.0  # points; headings are 2 to 8 larger than the text of the tables below them
BANNER_SHARE = 0.6  # of a table's columns are covered by a row that names a section
MIN_WIDE_COLUMNS = 3  # columns; in a table of two a cell over both may be an action of its own
UNSURE = 0.5  # of a sure heading weighs one known by its words alone: body text has such words too
COUNT = r"\d{1,2}(?:\s*(?:[-\u2013/&]|to|and)\s*\d{1,2})?"
COUNTED_TIME_RE = re.compile(
    rf"(?:(?:(?:year|quarter|phase|month)s?|q)\s*{COUNT}|{COUNT}\s*(?:year|quarter|month|week)s?)"
    r"(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
NUMERALS = "0123456789.) "  # before "Outcome: Homes are warm"
NUMBER_RE = re.compile(r"(?:\d{1,3}|[A-Z])[.)]?")
TALLY_RE = re.compile(r"\d{1,3}(?:\.\d+)?\s*%?")  # no year: that says when
HORIZON_RE = re.compile(
    r"(?:(?:short|medium|long(?:er)?|near)(?:[\s\u2011-]+to[\s\u2011-]+\w+)?[\s\u2011-]+terms?"
    rf"|quick\s+wins?|{COUNTED_TIME_RE.pattern})\b",
    re.IGNORECASE,
)
"""A stretch of time that heads the rows below it: "Short term: first year", "Quick wins"."""
LEGEND_RE = re.compile(
    r"(?:(?:rag|colour|status) )?(?:key|legend)(?: to \w+(?: \w+)?)?", re.IGNORECASE
)
NOTED = frozenset({"measures", "lead", "due", "support", "update", "ignore"})
"""What a text before a colon names where the text is neither an action nor the title of some."""
SEEN_CELLS = 200  # of a table, which show whether its first columns are blank
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


def band_of(grid: Grid, row: int, block: int, *, aimed: bool = True) -> Band | None:
    """What a row says of the section of the rows below it; None for an ordinary row.

    A label with its value (``Priority | Changing attitudes``) or one text across the table.
    ``aimed`` says that an aim may be in force above the table.
    """
    covering = grid.covering(row)
    cells = [cell for cell in covering if text_of(cell)]
    if not cells or any(cell.row != row for cell in cells):
        return None
    if not grid.table.ruled and _is_large(grid, row, cells):
        text = " ".join(map(text_of, cells))
        return Band(section_from(text, block, join_places(c.place for c in cells)), None)
    meanings = [read_heading(text_of(cell)) for cell in cells]
    if is_labelled_band(cells, meanings):
        return _labelled(cells, block)
    if (counted := _counted_title(grid, row, cells)) is not None:
        return Band(section_from(counted, block, join_places(c.place for c in cells)), None)
    if len(cells) == 1 and _is_banner(grid, cells[0], aimed=aimed):
        title = _title_of(cells[0])
        held = section_from(title, block, cells[0].place)
        return Band(None if lists_aims(title) else held, None)
    return None


def is_labelled_band(cells: list[Cell], meanings: list[Meaning | None]) -> bool:
    """Whether a row is a label of the outline with its value: "Priority 2" | "Warm homes"."""
    if len(cells) < 2 or not is_label(text_of(cells[0])):
        return False
    several = len(cells) > 2 and section_from("", label=text_of(cells[0])).label is None
    unsure = UNSURE if several else 0.0  # "Priority | Year 1 actions | Year 2 actions"
    headings = sum(1.0 if m.sure else unsure for m in meanings[1:] if m is not None)
    return headings * 2 < len(cells) - 1 and not _says_what_it_serves(cells)


def is_across(grid: Grid, row: int) -> bool:
    """Whether one cell with text stands across most columns of a row: a banner or a note."""
    cells = [cell for cell in grid.covering(row) if text_of(cell)]
    count = grid.table.column_count
    wide = len(cells) == 1 and cells[0].column_span >= BANNER_SHARE * count
    return wide and count >= MIN_WIDE_COLUMNS


def is_labelled_text(text: str) -> bool:
    """Whether a text is a label with its value: "Measure: visits counted", "Note: see page 4"."""
    return _before_colon(text) in NOTED and section_from(text).label is None


def _counted_title(grid: Grid, row: int, cells: list[Cell]) -> str | None:
    """The title in a row of its number and bold words alone, above rows that say more.

    ``1 | **Safer streets** | | |`` above ``1.1 | Light the towpath | Highways | May 2027 |``. A
    tally of what is done below it may stand beside it: "30%". A promise above the next number
    is an action.
    """
    last = row + 1 == grid.table.row_count
    below = [] if last else grid.filled(row + 1)
    first, second = [[cell.column for cell in line[:2]] for line in (cells, below)]
    if not first == second == [0, 1] or len(below) <= max(len(cells), 2):
        return None
    if not cells[1].bold or below[1].bold or not all(map(_is_tally, cells[2:])):
        return None
    number, title = map(text_of, cells[:2])
    meaning = read_heading(title)
    if NUMBER_RE.fullmatch(number) is None or title.endswith((".", ";")):
        return None
    if is_promise(title) and _next_of(number) == text_of(below[0]).rstrip(".)"):
        return None  # "1 | **Light the towpath** | " above "2 | Mend the quay | Port"
    if meaning is not None and meaning.sure:
        return None
    under = text_of(below[0]).startswith(f"{number.rstrip('.)')}.")
    return f"{number} {title}" if under else title


def _next_of(number: str) -> str:
    """The number or letter behind one: "3" of "2.", "B" of "A"."""
    plain = number.rstrip(".)")
    return str(int(plain) + 1) if plain.isdigit() else chr(ord(plain) + 1)


def _is_tally(cell: Cell) -> bool:
    return TALLY_RE.fullmatch(text_of(cell)) is not None


def _title_of(cell: Cell) -> str:
    """The title in a cell: its first paragraph where that is set as one and prose follows."""
    printed = [paragraph for paragraph in cell.paragraphs if paragraph.printed]
    if len(printed) < 2:
        return text_of(cell)
    first, *rest = printed
    larger = (first.size or 0.0) > (rest[0].size or 0.0)
    heads = larger or (first.bold and not rest[0].bold) or _is_prose_below(first, rest)
    if not heads:
        return text_of(cell)
    counted = counts_alone(section_from(first.printed)) and len(rest) > 1
    return f"{first.printed} {rest[0].printed}" if counted else first.printed


def _is_prose_below(first: Paragraph, rest: Sequence[Paragraph]) -> bool:
    """Whether a line of a title stands above a sentence: "Warm homes", "One in ten is cold."."""
    if first.text.endswith(".") or rest[0].text[:1].islower():
        return False  # the title goes on in the next line
    texts = (paragraph.text for paragraph in rest if len(paragraph.text.split()) > MAX_PLAIN_WORDS)
    return any(text.endswith(".") for text in texts)


def _is_large(grid: Grid, row: int, cells: list[Cell]) -> bool:
    """Set larger than the row below: a heading that the alignment of columns has cut to pieces.

    It is larger than most of the table: below its last row may stand a small caption of the next.
    """
    below = grid.own(row + 1) if row + 1 < grid.table.row_count else []
    sizes = [p.size for cell in cells for p in cell.paragraphs if p.size is not None]
    under = [p.size for cell in below for p in cell.paragraphs if p.size is not None]
    larger = bool(sizes and under) and min(sizes) >= max(under) + LARGER_PT
    return larger and min(sizes) > _usual_size(grid, row)


def _usual_size(grid: Grid, row: int) -> float:
    """The size of most letters of a table beside a row, in points."""
    letters: Counter[float] = Counter()
    cells = (cell for cell in grid.table.cells if cell.row != row)
    for one in (one for cell in cells for one in cell.paragraphs):
        letters[one.size or 0.0] += len(one.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


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


def _is_banner(grid: Grid, cell: Cell, *, aimed: bool) -> bool:
    count = grid.table.column_count
    text = _title_of(cell)
    words = len(text.split())
    if count < 2 or words > MAX_BANNER_WORDS:
        return False
    if _is_note(text, words) and not _heads_rows(grid, text, aimed=aimed):
        return False
    if section_from(text).label is None and reads_as_row(text, grid.table):
        return False
    if cell.column_span >= max(2, BANNER_SHARE * count):
        return True
    marked = cell.bold or cell.fill is not None or cell.header
    marked = marked or (words <= MAX_PLAIN_WORDS and HORIZON_RE.match(text) is not None)
    left = cell.column == 0 or _heads_counted(grid, cell) or _is_first(grid, cell)
    return left and (is_label(text.split(":")[0]) or (marked and count > 2))


def _heads_rows(grid: Grid, text: str, *, aimed: bool) -> bool:
    """Whether "Outcome: Homes are warm" is one of several such rows, each above rows of its own.

    The first then stands right below the headings; below an aim, in the table or above it, a lone
    one explains the aim. Where each table has one and no aim stands above, each heads its rows.
    """
    label = text.partition(":")[0].lstrip(NUMERALS)
    if section_from(text).kind != "objective" or lists_aims(text):
        return False
    rows = enumerate(map(grid.texts, range(grid.table.row_count)))
    named = [row for row, line in rows if line and line[0].lstrip(NUMERALS).startswith(label)]
    first = named[0] if named else 0
    above = grid.texts(first - 1) if first else []
    heads = not first or (len(above) > 1 and all(map(read_heading, above)))
    return heads and (len(named) > 1 or not aimed)


def _is_first(grid: Grid, cell: Cell) -> bool:
    """Whether columns left of a cell say nothing: a printed sheet begins in its second, say."""
    seen = grid.table.cells[:SEEN_CELLS]
    return not any(text_of(one) for one in seen if one.column < cell.column)


def _heads_counted(grid: Grid, cell: Cell) -> bool:
    """Whether a bold title without a number stands above a row with one: "| **Warm homes** |".

    It stands right beside the number's column; "know" further right is the rest of a heading.
    """
    row = cell.row + 1
    below = grid.own(row) if row < grid.table.row_count else []
    counted = bool(below) and below[0].column == 0 and is_ref(text_of(below[0]))
    plain = not any(other.bold for other in below if other.column == cell.column)
    beside = cell.bold and cell.column == 1
    return beside and counted and plain and not is_promise(text_of(cell))


def _is_note(text: str, words: int) -> bool:
    """A sentence that names no aim, or a label with its value."""
    if section_from(text).label is not None:
        return False  # "Outcome 2: Safer homes" is counted
    if (said := _before_colon(text)) is not None:
        why = said == "objective" and text.casefold().startswith(("why", "rationale"))
        return said in NOTED or (why and text.endswith("."))  # "Why this matters: It is slow."
    sentence = text.endswith(".") and words > MAX_PLAIN_WORDS
    return sentence and section_from(text).kind == "group"


def _before_colon(text: str) -> str | None:
    """The field that a text names before a colon; None where it surely names none.

    What explains colours or states names none of an action: "Key: green = on track".
    """
    before, colon, _ = text.partition(":")
    if colon and LEGEND_RE.fullmatch(before.strip()):
        return "ignore"
    meaning = read_heading(before) if colon else None
    return meaning.line.field if meaning is not None and meaning.sure else None
