"""A document as a run of lines for readers of prose: headings, paragraphs and tables, in context.

Callout boxes (tables of one cell) are opened, contents pages left out, bold lines that head what
follows are told from text. Knows blocks; knows neither actions nor priorities.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.blocks import NOWHERE, Block, Document, Heading, Paragraph, Place, Table
from extractors.sections import LOOKS_LEVEL, names_aim

MAX_HEADING_WORDS = 16  # words; a longer bold line is a sentence made to stand out
CONTENTS_RE = re.compile(r"^(?:table\s+of\s+)?contents(?:\s+page)?:?$", re.IGNORECASE)
LEADERS_RE = re.compile(
    r"(?:(?<!\.)\.{3,}+|\u2026|(?<!\s\.)(?:\s\.){3,}+|(?<!_)_{3,}+)\s*+\d{1,3}$"
)  # tries each run once: a form's line of 10,000 "_" took seconds
PAGE_AT_END_RE = re.compile(r"^.*\D\s\d{1,3}$")
PAGE_NUMBER_RE = re.compile(r"(?<![\s.])[\s.]*+\d{1,3}$")
DIGITS_RE = re.compile(r"(?<=[^\W\d]\s)\d{1,2}$")
NUMBER_AND_TITLE = (r"0?\d{1,2}[.)]?", r"[^\W\d].*[^.;:,]")  # the cells of a chapter's title
MAX_PANEL_BANDS = 4  # rows of panels below one another
MAX_PANEL_ROWS = 3  # of panels side by side: label, title, text
MIN_CONTENTS = 3  # lines in a row that end in a page number


@dataclass(frozen=True, slots=True)
class Line:
    """One heading, paragraph or table with the headings that stand above it.

    Attributes:
        text: As printed without its marker; "" for a table.
        block: Place in ``Document.blocks``.
        heading: Its level where it is a heading (``LOOKS_LEVEL`` for a bold line), else None.
        above: The titles of the headings in force above it, outermost first, without the
            document's own title.
        table: The table where it is one.
    """

    text: str
    block: int
    place: Place = NOWHERE
    heading: int | None = None
    marker: str | None = None
    level: int = 0
    lead_in: str | None = None
    bold: bool = False
    above: tuple[str, ...] = ()
    table: Table | None = None

    @property
    def is_text(self) -> bool:
        """A paragraph or list item, neither heading nor table."""
        return self.heading is None and self.table is None


def lines_of(document: Document) -> tuple[Line, ...]:
    """Give the lines of a document in reading order, without blank ones and contents pages."""
    lines = [line for line in _open_blocks(document.blocks) if line.text or line.table]
    kept = [line for line, skip in zip(lines, _contents(lines), strict=True) if not skip]
    return tuple(_add_context(kept, document.title))


def _open_blocks(blocks: Sequence[Block]) -> Iterator[Line]:
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield Line(block.text, number, block.place, block.level, block.marker)
        elif isinstance(block, Paragraph):
            yield _from_paragraph(block, number)
        elif len(block.cells) == 1:
            cell = block.cells[0]
            yield from (_from_paragraph(paragraph, number) for paragraph in cell.paragraphs)
            yield from (Line("", number, table.place, table=table) for table in cell.nested)
        elif (head := _numbered_title(block, number)) is not None:
            yield head
        elif rows := _rows_of_panels(block):
            for cell in sorted(block.cells, key=lambda c: (bisect(rows, c.row), c.column, c.row)):
                yield from (_from_paragraph(paragraph, number) for paragraph in cell.paragraphs)
        else:
            yield Line("", number, block.place, table=block)


def _numbered_title(table: Table, number: int) -> Line | None:
    """The title of a chapter beside its number, each in a box: "2" | "Warm homes"; else None."""
    texts = [cell.text.strip() for cell in table.cells]
    if table.row_count > 1 or len(texts) != len(NUMBER_AND_TITLE):
        return None
    if not all(re.fullmatch(*pair) for pair in zip(NUMBER_AND_TITLE, texts, strict=True)):
        return None
    short = len(texts[1].split()) <= MAX_HEADING_WORDS
    return Line(texts[1], number, table.place, LOOKS_LEVEL, texts[0]) if short else None


def _rows_of_panels(table: Table) -> list[int]:
    """The rows that begin panels, read as a table: "Pillar 1 | Pillar 2", titles and texts below.

    The cells of such a row differ by their number alone; the first fills every column. [] where
    the table is none of panels.
    """
    if table.column_count < 2 or table.row_count > MAX_PANEL_ROWS * MAX_PANEL_BANDS:
        return []
    texts: dict[int, list[str]] = {}
    for cell in table.cells:
        texts.setdefault(cell.row, []).extend([cell.text] if cell.text else [])
    first = texts.get(0, [])
    names = {DIGITS_RE.sub("#", text) for text in first}
    if not len(first) == table.column_count == len(set(first)) or len(names) > 1:
        return []
    name = names.pop()
    rows = [row for row in sorted(texts) if {DIGITS_RE.sub("#", t) for t in texts[row]} == {name}]
    heights = [below - row for row, below in pairwise([*rows, table.row_count])]
    return rows if "#" in name and max(heights) <= MAX_PANEL_ROWS else []


def _from_paragraph(paragraph: Paragraph, number: int) -> Line:
    text = paragraph.text.strip()
    heads = (
        paragraph.bold
        and paragraph.marker is None
        and len(text.split()) <= MAX_HEADING_WORDS
        and (not text.endswith((".", ";", ",")) or names_aim(paragraph))
        and any(map(str.isalpha, text))  # "1 2 3 4" stands above panels and is the title of none
    )
    return Line(
        text,
        number,
        paragraph.place,
        LOOKS_LEVEL if heads else None,
        paragraph.marker,
        paragraph.level,
        paragraph.lead_in,
        paragraph.bold,
    )


def _contents(lines: Sequence[Line]) -> list[bool]:
    skip = [bool(LEADERS_RE.search(line.text)) for line in lines]
    last = {line.text.casefold(): index for index, line in enumerate(lines)}
    for start, line in enumerate(lines):
        if CONTENTS_RE.match(line.text) and not skip[start]:
            skip[start] = True
            _skip_run(lines, start + 1, skip, last)
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and (skip[index] or PAGE_AT_END_RE.match(lines[index].text)):
            run.append(index)
            continue
        if len(run) >= MIN_CONTENTS and _pages_rise([lines[i].text for i in run]):
            for i in run:
                skip[i] = True
        run = []
    return skip


def _skip_run(lines: Sequence[Line], start: int, skip: list[bool], last: Mapping[str, int]) -> None:
    """Leave out what follows a "Contents" heading, as far as lines are printed again later.

    Where its lines stand close they are one paragraph: "1 Foreword 3 2 Our aims 5 3 Delivery 7".
    """
    heads = {line.text.casefold() for line in lines[start:] if line.heading is not None}
    for index in range(start, len(lines)):
        text = PAGE_NUMBER_RE.sub("", lines[index].text).casefold()
        again = last.get(text, 0) > index or sum(head in text for head in heads) >= MIN_CONTENTS
        if not skip[index] and not (again and lines[index].is_text):
            return
        skip[index] = True


def _pages_rise(texts: Sequence[str]) -> bool:
    pages = [int(found[0]) for text in texts if (found := re.findall(r"\d{1,3}$", text))]
    return pages == sorted(pages) and len(pages) >= MIN_CONTENTS


def _add_context(lines: Sequence[Line], title: str | None) -> Iterator[Line]:
    chain: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if line.heading is not None:
            while chain and chain[-1][0] >= line.heading:
                chain.pop()
        above = tuple(text for _, text in chain)
        yield Line(
            line.text,
            line.block,
            line.place,
            line.heading,
            line.marker,
            line.level,
            line.lead_in,
            line.bold,
            above,
            line.table,
        )
        is_title = number == 0 or (title is not None and line.text == title)
        if line.heading is not None and not is_title:
            chain.append((line.heading, line.text))
