"""The content of a body, a cell, a text box or a note: paragraphs and tables in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.readers.package import relation_id
from extractors.readers.word.diagrams import diagram_text
from extractors.readers.word.frames import frame_cells
from extractors.readers.word.reading import Reading
from extractors.readers.word.runs import Piece, close_instructions, read_runs
from extractors.readers.word.styles import (
    BODY_OUTLINE,
    ParagraphStyle,
    has_leader,
    wish_of,
)
from extractors.readers.word.tabbed import Cells, cells_of, table_of
from extractors.readers.word.tables import read_table
from extractors.readers.word.text import UNNUMBERED, Numbered, make_paragraphs
from extractors.readers.word.xml import (
    PARAGRAPH,
    TABLE,
    Change,
    Element,
    W,
    is_on,
    number,
    value,
    walk,
)

PROPERTIES, STYLE, LETTERS = f"{W}pPr", f"{W}pStyle", f"{W}rPr"
LISTED, LIST, DEPTH = f"{W}numPr", f"{W}numId", f"{W}ilvl"
OUTLINE, BREAK_BEFORE = f"{W}outlineLvl", f"{W}pageBreakBefore"
ASIDE = frozenset({"right", "end"})
CHUNK = f"{W}altChunk"
LOST_PARTS = {CHUNK: "an embedded file", f"{W}subDoc": "another document"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph or table of the body before headings are told from text.

    Attributes:
        block: What was read.
        outline: 0 for the highest heading level by style; None for body text.
        title: It has Word's "Title" style.
        contents: It is a line of a table of contents.
        aside: It is set to the right, or is a caption: a source or a signature, no heading.
        page: 0 up to the first page break that the file knows of, then 1.
        tabbed: What stands between its tabs, where there are enough for a row of a table.
    """

    block: Paragraph | Table
    outline: int | None = None
    title: bool = False
    contents: bool = False
    aside: bool = False
    page: int = 0
    tabbed: Cells = ()


@dataclass(slots=True)
class _Story:
    """One container while it is read."""

    reading: Reading
    name: str
    drafts: list[Draft] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    page: int = 0
    in_cell: bool = False


def read_body(body: Element, reading: Reading) -> list[Draft]:
    """Read the body of a document, or a part of its own (a note, a header)."""
    story = _Story(reading, "")
    _read(story, body, "")
    return list(_with_tabbed_tables(story.drafts))


def _with_tabbed_tables(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts with one table for lines that tabs part into as many cells each."""
    for cells, group in groupby(drafts, key=lambda draft: len(draft.tabbed)):
        lines = list(group)
        table = table_of([line.tabbed for line in lines]) if cells else None
        yield from lines if table is None else [Draft(table, page=lines[0].page)]


def _read_cell(
    cell: Element, reading: Reading, change: Change
) -> tuple[list[Paragraph], list[Table]]:
    story = _Story(reading, f"{reading.where}, ", in_cell=True)
    _read(story, cell, change)
    blocks = [draft.block for draft in story.drafts]
    return (
        [block for block in blocks if isinstance(block, Paragraph)],
        [block for block in blocks if isinstance(block, Table)],
    )


def _read(story: _Story, container: Element, change: Change) -> None:
    for element, within in walk(container, change):
        if element.tag == PARAGRAPH:
            _read_paragraph(story, element, within)
        elif element.tag == TABLE:
            _flush(story)
            _read_table(story, element, within)
        elif element.tag in LOST_PARTS:
            _flush(story)
            _read_part(story, element)
    _flush(story)


def _read_part(story: _Story, element: Element) -> None:
    """Take the text of a web page that stands in the document as a file; tell of any other."""
    reading = story.reading
    chunk = reading.open_chunk(relation_id(element)) if element.tag == CHUNK else None
    if chunk is not None:
        story.drafts.extend(_draft_of(block, story.page) for block in chunk.blocks)
        reading.problems.extend(chunk.problems)
        return
    reading.tell(
        "active_content",
        f"{LOST_PARTS[element.tag]} that belongs to the text was not opened; "
        "open the file in Word and save it as one document",
        warning=True,
    )


def _draft_of(block: Block, page: int) -> Draft:
    if isinstance(block, Heading):
        return Draft(Paragraph(block.text, block.marker), block.level - 1, page=page)
    return Draft(block, page=page)


def _read_table(story: _Story, element: Element, change: Change) -> None:
    frame = frame_cells(element, story.reading.styles)
    if frame:
        for cell in frame:
            _read(story, cell, change)
        return
    story.tables += 1
    name = f"{story.name}table {story.tables}"
    table = read_table(element, name, story.reading, _read_cell, change)
    if table is not None:
        story.drafts.append(Draft(table, page=story.page))


def _read_paragraph(story: _Story, element: Element, change: Change) -> None:
    reading = story.reading
    story.paragraphs += 1
    if not len(element):
        return
    if not story.name:
        reading.where = f"paragraph {story.paragraphs}"
    properties = element.find(PROPERTIES)
    style = reading.styles.paragraph(value(properties, STYLE))
    contents = reading.in_contents
    look = style.look._replace(bold=True) if reading.bold else style.look
    runs = read_runs(element, look, reading, change)
    contents = contents or reading.in_contents or style.contents
    close_instructions(reading)
    story.page += not story.page and is_on(properties, BREAK_BEFORE) is True
    story.carried.extend(runs.pieces)
    mark = None if properties is None else properties.find(LETTERS)
    if not _mark_is_deleted(mark, change):
        _end_paragraph(story, mark, properties, style, contents=contents)
    for box in runs.boxes:
        _read_box(story, box, change)
    for diagram in runs.diagrams:
        root = reading.open_part(diagram)
        found = [] if root is None else diagram_text(root)
        story.drafts.extend(Draft(paragraph, page=story.page) for paragraph in found)
    if not story.page and not story.name:
        story.page = _breaks(element, properties)


def _end_paragraph(
    story: _Story,
    mark: Element | None,
    properties: Element | None,
    style: ParagraphStyle,
    *,
    contents: bool,
) -> None:
    """Make paragraphs of the pieces that were carried up to here; ``mark`` is the look of the end.

    The paragraph before one whose mark is deleted ends with it: their pieces are one text.
    """
    reading = story.reading
    pieces, story.carried = story.carried, []
    numbered = UNNUMBERED if _is_hidden(mark, pieces) else _count(reading, properties, style)
    leader = _has_leader(pieces, contents, properties, style)
    made = make_paragraphs(pieces, numbered, reading, leader=leader, in_cell=story.in_cell)
    outline = _outline(properties, style)
    aside = style.name == "caption" or value(properties, f"{W}jc") in ASIDE
    tabbed = () if leader or len(made) != 1 else cells_of(pieces, reading)
    story.drafts.extend(
        Draft(paragraph, outline, style.title, contents, aside, story.page, tabbed)
        for paragraph in made
    )


def _is_hidden(mark: Element | None, pieces: list[Piece]) -> bool:
    """Nothing of the paragraph is displayed, its number neither."""
    if mark is None or not wish_of(mark).hidden:
        return False
    return all(piece.look.hidden for piece in pieces)


def _has_leader(
    pieces: list[Piece], contents: bool, properties: Element | None, style: ParagraphStyle
) -> bool:
    if not any("\t" in piece.text for piece in pieces):
        return False
    return contents or style.leader or has_leader(properties)


def _read_box(story: _Story, box: Element, change: Change) -> None:
    inner = _Story(story.reading, f"{story.reading.where}, text box, ", page=story.page)
    _read(inner, box, change)
    story.drafts.extend(inner.drafts)


def _flush(story: _Story) -> None:
    """Give text whose paragraph mark is deleted but that no paragraph follows."""
    if story.carried:
        made = make_paragraphs(story.carried, UNNUMBERED, story.reading, in_cell=story.in_cell)
        story.drafts.extend(Draft(paragraph, page=story.page) for paragraph in made)
        story.carried = []


def _mark_is_deleted(mark: Element | None, change: Change) -> bool:
    """Whether the paragraph goes on in the next one once the change is accepted."""
    if change == "deleted":
        return True
    return mark is not None and (
        mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
    )


def _count(reading: Reading, properties: Element | None, style: ParagraphStyle) -> Numbered:
    direct = None if properties is None else properties.find(LISTED)
    own_list = number(direct, LIST)
    num_id = style.num_id if own_list is None else own_list
    if not num_id:
        return UNNUMBERED
    level = number(direct, DEPTH)
    if level is None and own_list is None:
        level = style.list_level
        linked = reading.numbering.level_of(num_id, style.ids)
        level = linked if level is None else level
    return Numbered(reading.numbering.marker(num_id, level or 0), level or 0)


def _outline(properties: Element | None, style: ParagraphStyle) -> int | None:
    direct = number(properties, OUTLINE)
    if direct is None:
        return style.outline
    return direct if 0 <= direct < BODY_OUTLINE else None


def _breaks(element: Element, properties: Element | None) -> int:
    """Page breaks in or after a paragraph: asked for, or where Word last broke the page."""
    breaks = element.iter(f"{W}br", f"{W}lastRenderedPageBreak")
    inside = any(b.tag != f"{W}br" or b.get(f"{W}type") == "page" for b in breaks)
    section = properties is not None and properties.find(f"{W}sectPr") is not None
    return int(inside or section)
