"""All pages of a PDF to one document: furniture, headings, words and paragraphs over page ends.

Knows what needs all pages; knows nothing of how a page was read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import is_

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Problem, Table
from extractors.places import join_places
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.page.paragraphs.groups import ENDS_SENTENCE_RE
from extractors.readers.pdf.whole.carry import carry_on
from extractors.readers.pdf.whole.cut_cells import row_of_rest
from extractors.readers.pdf.whole.furniture import split_furniture
from extractors.readers.pdf.whole.headings import MAX_LINES, Looks, heading_level
from extractors.readers.pdf.whole.over_pages import join_over_pages
from extractors.readers.pdf.whole.page_cuts import with_cut_words
from extractors.readers.pdf.whole.rows_across import with_rows_across
from extractors.readers.pdf.whole.text import Vocabulary, settle
from extractors.slant import Slant

MEDIA_TYPE = "application/pdf"
JOINED_SIZE = 1.3  # times the text's size: headings so large that they take several lines
HEADING_GAP_EM = 0.5  # of the size between the boxes of a heading's lines
TITLE_SIZE = 1.15  # times the text's size: a title is set larger
NAME_RE = re.compile(r"[^\W\d]{3}")  # letters of a word; a title has one at least
TITLE_LENGTH = 250  # letters; a longer largest paragraph on a cover is no title
NUMBER_RE = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=\S)")


def assemble(pages: Sequence[PageBlocks]) -> Document:
    """Put the pages of a document together.

    Args:
        pages: All of them, in order, as ``read_pages`` gives them.
    """
    pages = tuple(carry_on(pages))
    kept, furniture = split_furniture(pages)
    kept = with_rows_across(join_over_pages(kept))
    vocabulary = Vocabulary(_texts(page.blocks for page in kept))
    flow = _joined([block for page in kept for block in page.blocks])
    looks = Looks(flow, recognised=any(page.scanned for page in kept))
    flow = _joined_headings(flow, looks)
    settled = [_block(block, looks, vocabulary) for block in flow]
    blocks = tuple(with_cut_words(settled, vocabulary))
    about = pages[0].about if pages else None
    return Document(
        MEDIA_TYPE,
        blocks,
        title=_title(blocks, looks) or (about.title if about else None),
        author=about.author if about else None,
        furniture=tuple(_along(furniture, pages, vocabulary)),
        pages=len(pages),
        scanned=tuple(page.number for page in pages if page.scanned),
        unsure=tuple(box for page in pages for box in page.unsure),
        slants=tuple(
            Slant(page.number, page.slant, page.width, page.height) for page in pages if page.slant
        ),
        links=tuple(link for page in pages for link in page.links),
        problems=tuple(_problems(pages, blocks)),
    )


def _texts(pages: Iterable[Sequence[Text | Table]]) -> Iterable[str]:
    for blocks in pages:
        for block in blocks:
            if isinstance(block, Text):
                yield block.paragraph.text
            else:
                yield from _cell_texts(block)


def _cell_texts(table: Table) -> Iterable[str]:
    for cell in table.cells:
        for paragraph in cell.paragraphs:
            yield paragraph.text
        for inner in cell.nested:
            yield from _cell_texts(inner)


def _joined(blocks: Sequence[Text | Table]) -> list[Text | Table]:
    """Join a paragraph, or a cell, that a page or column end cuts in the middle of a sentence."""
    joined: list[Text | Table] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Text) and isinstance(last, Text) and _goes_on(last, block):
            joined[-1] = replace(last, paragraph=_continued(last.paragraph, block.paragraph))
        elif isinstance(block, Text) and isinstance(last, Table):
            joined.append(row_of_rest(last, block.paragraph) or block)
        else:
            joined.append(block)
    return joined


def _goes_on(one: Text, other: Text) -> bool:
    first, second = one.paragraph, other.paragraph
    above, below = first.place.boxes[-1], second.place.boxes[0]
    beside = below.x0 > above.x1 and below.top < above.top  # the next column
    return (
        (above.page != below.page or beside)
        and second.marker is None
        and second.text[:1].islower()
        and first.size == second.size
        and first.bold == second.bold
        and not ENDS_SENTENCE_RE.search(first.text)
    )


def _joined_headings(blocks: Sequence[Text | Table], looks: Looks) -> list[Text | Table]:
    """Join the lines of a heading that were taken for paragraphs of their own."""
    joined: list[Text | Table] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Text) and isinstance(last, Text) and _one_heading(last, block, looks):
            paragraph = _continued(last.paragraph, block.paragraph)
            joined[-1] = replace(last, paragraph=paragraph, lines=last.lines + block.lines)
        else:
            joined.append(block)
    return joined


def _one_heading(one: Text, other: Text, looks: Looks) -> bool:
    """Whether two paragraphs set large, in one look, follow as closely as lines do."""
    first, second = one.paragraph, other.paragraph
    size = first.size or 0.0
    above, below = first.place.boxes[-1], second.place.boxes[0]
    return (
        size >= JOINED_SIZE * looks.size
        and looks.look(one) == looks.look(other)
        and second.marker is None
        and above.page == below.page
        and 0 <= below.top - above.bottom <= HEADING_GAP_EM * size
        and one.lines + other.lines <= MAX_LINES
    )


def _continued(first: Paragraph, second: Paragraph) -> Paragraph:
    text = f"{first.text}\n{second.text}"
    return replace(first, text=text, place=join_places((first.place, second.place)))


def _block(block: Text | Table, looks: Looks, vocabulary: Vocabulary) -> Block:
    if isinstance(block, Table):
        return _table(block, vocabulary)
    paragraph = _settled(block.paragraph, vocabulary)
    level = heading_level(block, paragraph, looks)
    if level is None:
        return paragraph
    text, marker = paragraph.text, paragraph.marker
    number = NUMBER_RE.match(text)
    if marker is None and number is not None:
        marker, text = number.group(1), text[number.end() :]
    return Heading(text, level, marker, paragraph.size, paragraph.place, paragraph.struck)


def _table(table: Table, vocabulary: Vocabulary) -> Table:
    return replace(table, cells=tuple(_cell(cell, vocabulary) for cell in table.cells))


def _cell(cell: Cell, vocabulary: Vocabulary) -> Cell:
    if not cell.paragraphs and not cell.nested:
        return cell
    paragraphs = tuple([_settled(paragraph, vocabulary) for paragraph in cell.paragraphs])
    nested = tuple([_table(inner, vocabulary) for inner in cell.nested])
    unchanged = not nested and all(map(is_, paragraphs, cell.paragraphs))
    return cell if unchanged else replace(cell, paragraphs=paragraphs, nested=nested)


def _settled(paragraph: Paragraph, vocabulary: Vocabulary) -> Paragraph:
    text = settle(paragraph.text, vocabulary)
    struck = paragraph.struck and settle(paragraph.struck, vocabulary)
    unchanged = text == paragraph.text and struck == paragraph.struck
    return paragraph if unchanged else replace(paragraph, text=text, struck=struck)


def _title(blocks: Sequence[Block], looks: Looks) -> str | None:
    """The largest heading of the first page that has text, with those of its size right below it.

    Chapters of a page without a title are set alike: "Introduction", its text, "Glossary". Years
    may be set larger than the title: "2025 to 2030".
    """
    first = next((block.place.page for block in blocks if not isinstance(block, Table)), None)
    headings = {
        number: block
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.place.page == first
    }
    named = (one for one in headings.values() if NAME_RE.search(one.text))
    largest = max((heading.size or 0.0 for heading in named), default=0.0)
    if not headings or largest < TITLE_SIZE * looks.size:
        return None
    large = [number for number, heading in headings.items() if heading.size == largest]
    run = takewhile(lambda number: headings.keys() >= {*range(large[0], number)}, large)
    title = " ".join(headings[number].text for number in run)
    return title if title and len(title) <= TITLE_LENGTH else None


def _along(
    lines: Sequence[str], pages: Sequence[PageBlocks], vocabulary: Vocabulary
) -> Iterable[str]:
    """What runs along the pages, and across them, once each."""
    across = (text for page in pages for text in page.across)
    return dict.fromkeys((*(settle(line, vocabulary) for line in lines), *across))


def _problems(pages: Sequence[PageBlocks], blocks: Sequence[Block]) -> Iterable[Problem]:
    for read in pages:
        yield from read.problems
    if not blocks and not any(read.problems for read in pages):
        yield Problem("read", "no_text", "warning", "The PDF has pages, but nothing on them")
