"""What one page holds, in reading order: paragraphs with their look, and tables.

Knows one page; what needs all pages (headings, running headers, words cut at line ends) is left
to ``whole.document``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.blocks import Box, Link, Paragraph, Problem, Table
from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.page.paragraphs.groups import group_lines
from extractors.readers.pdf.page.paragraphs.paragraphs import make_paragraphs
from extractors.readers.pdf.page.printed.margins import running_words
from extractors.readers.pdf.page.printed.printed import links_of, printed
from extractors.readers.pdf.page.printed.seen import is_scan
from extractors.readers.pdf.page.printed.set_apart import with_labels
from extractors.readers.pdf.page.printed.turn import (
    main_turn,
    turned_paragraph,
    turned_record,
    turned_table,
)
from extractors.readers.pdf.page.regions.atoms import Region
from extractors.readers.pdf.page.regions.boxes import find_boxes
from extractors.readers.pdf.page.regions.numerals import on_their_lines
from extractors.readers.pdf.page.regions.regions import reading_order
from extractors.readers.pdf.page.regions.title_bars import before_their_titles
from extractors.readers.pdf.page.tables.open_page import outside_tables
from extractors.readers.pdf.page.tables.placing import Placed, place_words
from extractors.readers.pdf.page.tables.tables import framed_tables, make_table, turned_lines
from extractors.readers.pdf.record import (
    About,
    Frame,
    PageRecord,
    Word,
)
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.pdf.ruled.lone_heads import headed, lone_heads, with_head_cells
from extractors.readers.pdf.unruled.carry import PageEnd, carried_on
from extractors.readers.pdf.unruled.columns.corridors import columns_of
from extractors.readers.pdf.unruled.find import Unruled, find_unruled
from extractors.readers.pdf.unruled.headed import MAX_FOOTER_LINES
from extractors.readers.pdf.unruled.marks.inks import with_black_text

MIN_CARRIED_COLUMNS = 3  # of a table that may go on; two columns of text are told by rules


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the body with what tells a heading from the rest.

    Attributes:
        paragraph: Its text still holds the line ends.
        colour: Of most of its letters.
        lines: How many it has.
        left, right: Where the text of its column begins and may end, in points.
        turned: It is read in another direction than across the page.
    """

    paragraph: Paragraph
    colour: str
    lines: int
    left: float
    right: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """One page as read, before the whole document is known.

    Attributes:
        number: 1-based.
        blocks: In reading order.
        scanned: The page is a picture without text.
        garbled: Fonts of it name no letters, or the wrong ones.
        across: What is printed across its words: ``("DRAFT",)``.
        unsure: Where text stands that was recognised with doubt, or not at all.
        slant: Degrees by which a scan was turned anticlockwise to stand straight.
        end: How it ends for the next page; None where that depends on the page before it.
        framed: Frames without columns at its top and at its foot, as tables: rows across a table
            on the page before or after, or boxes of text, as which they stand among ``blocks``.
        again: What it is read from again once the page before it is known; None where that says
            no more of it.
    """

    number: int
    width: float
    height: float
    blocks: tuple[Text | Table, ...] = ()
    links: tuple[Link, ...] = ()
    scanned: bool = False
    garbled: bool = False
    problems: tuple[Problem, ...] = ()
    about: About = field(default_factory=About)
    across: tuple[str, ...] = ()
    unsure: tuple[Box, ...] = ()
    slant: float = 0.0
    end: PageEnd | None = None
    again: "Again | None" = None
    framed: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """What a page is read from: its record, and those of the pages before and after it."""

    record: PageRecord
    beside: tuple[PageRecord, ...]


def page_blocks(
    record: PageRecord,
    about: About,
    beside: Sequence[PageRecord] = (),
    before: PageEnd | None = None,
) -> PageBlocks:
    """Read one page's record into blocks.

    ``about`` is what the file says of itself, ``beside`` are the pages before and after it,
    ``before`` is how the page before it ends; None where that is not known yet.
    """
    turn = main_turn(record)
    if turn:
        return _turned_blocks(record, turn, about, beside, before)
    text = printed(record, beside)
    laid = _laid_out(record, text.words, text.struck, beside, before)
    open_top = before is None and bool(laid.unruled.opening)
    page = PageBlocks(
        record.number,
        record.width,
        record.height,
        tuple(laid.blocks),
        tuple(links_of(record, text.words)),
        is_scan(record),
        text.garbled or bool(record.unread),
        problems=(*record.problems, *text.problems),
        about=about,
        across=text.across,
        unsure=_unsure(record),
        slant=record.slant,
        framed=laid.framed,
        again=Again(record, tuple(beside)) if open_top else None,
    )
    waits = open_top and laid.unruled.columns is None
    return page if waits else replace(page, end=_end(record, laid.unruled, laid.blocks))


def _unsure(record: PageRecord) -> tuple[Box, ...]:
    """Where text stands that was recognised with doubt or not, on the page as displayed."""
    return tuple(Box(record.number, *frame) for frame in record.unsure)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """The tables without vertical rules among the words of a page, its blocks and its frames."""

    unruled: Unruled
    blocks: list[Text | Table]
    framed: tuple[Table, ...]


def _laid_out(
    record: PageRecord,
    words: Sequence[Word],
    struck: frozenset[Word],
    beside: Sequence[PageRecord],
    before: PageEnd | None,
) -> _LaidOut:
    """Find the tables among the words of a page, and put all that it holds in order."""
    grids = find_grids(record.across, record.down, record.fills, words)
    around = [one.words for one in beside]
    alone = lone_heads(grids, record.across, words, around)
    grids = [grid for grid in grids if grid not in alone]
    placed, rest = place_words(grids, words)
    rest = with_labels(rest, beside)
    rest = before_their_titles(on_their_lines(rest, record.fills), record.fills)
    boxes = find_boxes(grids, record.fills, rest, around)
    known = before.columns_for(record.width) if before is not None and not placed else None
    open_page = outside_tables(record, placed)
    open_page = replace(open_page, fills=with_head_cells(open_page.fills, alone))
    own = _without_running(boxes.clear(rest), record, beside)
    text = with_black_text(own, open_page.words)
    drawn = (open_page.across, open_page.fills, boxes.framed)
    unruled = find_unruled(text, *drawn, known, around)
    if before is not None:
        ruled = [one.grid.frame for one in placed]
        unruled = carried_on(unruled, before, record.width, ruled) or unruled
    if alone:
        unruled = replace(unruled, grids=headed(unruled.grids, alone))
    framed = framed_tables(record, grids, rest, struck)
    blocks = _blocks(record, (placed, rest), unruled.grids, boxes.beside(unruled.grids), struck)
    return _LaidOut(unruled, blocks, framed)


def _end(record: PageRecord, unruled: Unruled, blocks: Sequence[Text | Table]) -> PageEnd:
    """How a page ends: with the columns of its last table, but for a footer."""
    tail = blocks[-MAX_FOOTER_LINES - 1 :]
    last = next((block for block in reversed(tail) if isinstance(block, Table)), None)
    columns, left = unruled.columns, 0.0
    wide = last is not None and last.column_count >= MIN_CARRIED_COLUMNS
    if last is not None and wide and (last.ruled or columns is None):
        columns, left = columns_of(last.edges), last.edges[0]
    return PageEnd(columns, record.width, left)


def _without_running(
    words: Sequence[Word], record: PageRecord, beside: Sequence[PageRecord]
) -> Sequence[Word]:
    """The words without running headers and footers, which are no rows of a table."""
    running = running_words(record, beside) if words else ()
    if not running:
        return words
    bases = {word.base for word in running}  # told first: a number is sooner looked up than a word
    return [word for word in words if word.base not in bases or word not in running]


def _turned_blocks(
    record: PageRecord,
    turn: int,
    about: About,
    beside: Sequence[PageRecord],
    before: PageEnd | None,
) -> PageBlocks:
    """Read a page whose text stands sideways; its places are those on the page as displayed."""
    around = [turned_record(one, turn) for one in beside]
    page = page_blocks(turned_record(record, turn), about, around, before)
    width, height = record.width, record.height
    blocks: list[Text | Table] = []
    for block in page.blocks:
        if isinstance(block, Table):
            blocks.append(turned_table(block, turn, width, height))
        else:
            paragraph = turned_paragraph(block.paragraph, turn, width, height)
            blocks.append(replace(block, paragraph=paragraph))
    again = page.again and Again(record, tuple(beside))
    framed = tuple(turned_table(box, turn, width, height) for box in page.framed)
    found = replace(page, width=width, height=height, blocks=tuple(blocks), framed=framed)
    return replace(found, unsure=_unsure(record), again=again)


def _blocks(
    record: PageRecord,
    found: tuple[list[Placed], list[Word]],
    aligned: Sequence[Grid],
    boxes: Sequence[Frame],
    struck: frozenset[Word],
) -> list[Text | Table]:
    placed, rest = found
    if aligned:
        more, rest = place_words(aligned, rest)
        placed += more
    fills = (*record.fills, *record.dots)
    tables = [make_table(one, record.number, fills, struck, record.doubts) for one in placed]
    upright = [word for word in rest if word.turn == 0]
    blocks: list[Text | Table] = []
    for region in reading_order(upright, tables, boxes):
        if isinstance(region, Table):
            blocks.append(region)
        else:
            blocks += _texts(region, record.number, struck)
    for turn in (270, 90, 180):
        turned = [word for word in rest if word.turn == turn]
        blocks += _turned_texts(turned, turn, record.number)
    return blocks


def _texts(region: Region, page: int, struck: frozenset[Word]) -> list[Text]:
    groups = group_lines(region.lines, region.left, region.right)
    paragraphs = make_paragraphs(groups, page, struck, region.right)
    return [
        Text(paragraph, _colour(group.lines), len(group.lines), region.left, region.right)
        for paragraph, group in zip(paragraphs, groups, strict=True)
    ]


def _turned_texts(words: Sequence[Word], turn: int, page: int) -> list[Text]:
    lines = turned_lines(words, turn)
    if not lines:
        return []
    paragraphs = make_paragraphs(group_lines(lines, 0.0, 0.0), page)
    return [Text(paragraph, "#000000", 1, 0.0, 0.0, turned=True) for paragraph in paragraphs]


def _colour(lines: Sequence[Line]) -> str:
    """The colour of most letters; of those behind it where a label before a colon is set apart."""
    words = [word for line in lines for word in line.words]
    end = next((at for at, word in enumerate(words, 1) if word.text.endswith(":")), len(words))
    letters: dict[str, int] = {}
    for word in words[end:] or words:
        letters[word.style.colour] = letters.get(word.style.colour, 0) + len(word.text)
    return max(letters, key=lambda colour: letters[colour])
