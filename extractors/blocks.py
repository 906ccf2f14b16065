"""The block model: what a reader gives and everything after it takes.

One model serves PDF, Word, web pages, spreadsheets and scans: headings, paragraphs and tables in
reading order, each with its place. Knows neither formats nor actions, and of ours how scans lie.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from extractors.records import record
from extractors.slant import Slant


@record(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the top left corner of the page as displayed.

    ``Box(page=20, x0=56.7, top=118.2, x1=785.2, bottom=176.0)``; ``page`` is 1-based.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@record(frozen=True, slots=True)
class Place:
    """Where something is printed: one box for each page (or column) that it touches.

    ``Place()`` with no boxes means that the format has no pages (Word, web, spreadsheet).
    """

    boxes: tuple[Box, ...] = ()

    @property
    def page(self) -> int | None:
        """The 1-based page on which it starts; None where the format has no pages."""
        return self.boxes[0].page if self.boxes else None

    @property
    def page_end(self) -> int | None:
        """The 1-based page on which it ends; None where the format has no pages."""
        return self.boxes[-1].page if self.boxes else None


NOWHERE = Place()


@record(frozen=True, slots=True)
class Paragraph:
    """One paragraph or list item, in the body or in a cell.

    Attributes:
        text: As printed with single spaces, without its list marker and without struck-through
            letters: ``"Understand how to report it"``. "" for a blank paragraph.
        marker: The marker shown before it, as printed: ``"(a)"``, ``"1."``, ``"•"``, ``"o"``;
            None where there is none.
        level: How deep the list item is nested, from 0.
        numbered: True where the format counts the marker by itself (Word numbering, ``<ol>``), so
            that it is displayed but stands nowhere in the text.
        lead_in: The bold words at its start when the rest is not bold, or those before a tab:
            ``"Prevention and earlier intervention:"``; None elsewhere.
        bold: Every letter is bold.
        size: Size of most of its letters in points; None where the format does not say.
        struck: The struck-through words that stand in it: ``"Review the refuge contract"``; None
            where nothing is struck. A wholly struck paragraph has ``text == ""``.
        place: Where it is printed.
    """

    text: str
    marker: str | None = None
    level: int = 0
    numbered: bool = False
    lead_in: str | None = None
    bold: bool = False
    size: float | None = None
    struck: str | None = None
    place: Place = NOWHERE

    @property
    def printed(self) -> str:
        """The paragraph as displayed, its marker first: ``"(a) Understand how to report it"``.

        "" where all of it is struck through, its marker too.
        """
        if self.struck is not None and not self.text:
            return ""
        if not self.marker:
            return self.text
        return f"{self.marker} {self.text}" if self.text else self.marker


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: by style, tag or outline where the format has one, else by its look.

    ``Heading("Our plan of action", level=1, place=...)``. ``level`` runs from 1 (highest) to 6;
    ``marker`` is its printed or counted number (``"1."``, ``"Priority 1:"`` stays in ``text``).
    ``struck`` are the struck-through words that stand in it; None where nothing is struck.
    """

    text: str
    level: int
    marker: str | None = None
    size: float | None = None
    place: Place = NOWHERE
    struck: str | None = None


@record(frozen=True, slots=True)
class Cell:
    """One cell of a table's grid, with its spans.

    ``row`` and ``column`` count from 0 and name the top left square that the cell covers. ``fill``
    is the background colour as ``"#rrggbb"``, or that of the mark which is all that it holds; None
    where there is none (white counts as none).
    ``header`` is True where the format marks the cell as a heading (``<th>``). ``nested`` holds the
    tables that stand inside the cell; their text is no part of ``paragraphs``.
    """

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...] = ()
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    header: bool = False
    nested: tuple["Table", ...] = ()
    place: Place = NOWHERE
    _text: str | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def text(self) -> str:
        """All paragraphs as displayed, markers kept, joined by single spaces."""
        if self._text is None:  # most cells are asked some thirty times
            text = " ".join([text for p in self.paragraphs if (text := p.printed)])
            object.__setattr__(self, "_text", text)
            return text
        return self._text

    @property
    def bold(self) -> bool:
        """Every paragraph with text in it is bold, and there is one."""
        texts = [p for p in self.paragraphs if p.text]
        return bool(texts) and all(p.bold for p in texts)


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells as it stands on one page, or as the format holds it.

    Attributes:
        cells: Every cell once, by row, then by column; spans cover squares that no other cell has.
            Squares covered by no cell were not printed.
        row_count: Rows of the grid.
        column_count: Columns of the grid.
        header_rows: Rows at the top that the format itself marks as header; 0 where it does not
            say (every PDF).
        edges: x of the column borders in points, left to right, ``column_count + 1`` of them; empty
            where the format has no places. With them a table is recognised on its next page.
        open_top: No closing rule above the first row: it may go on from the page before. None
            where the format or the layout has no rules.
        open_bottom: The same below the last row.
        joined: For each row, the named reasons why it was put together from pieces on several
            pages (given by ``stitch``): ``((), ("no closing rule", "no reference"))``; ``()`` where
            nothing was joined.
        ruled: The grid was read from printed rules; False when inferred from the text's alignment.
        uncertain: What else made reading it doubtful: ``("columns from tab stops",)``.
        place: Where it is printed.
    """

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    header_rows: int = 0
    edges: tuple[float, ...] = ()
    open_top: bool | None = None
    open_bottom: bool | None = None
    joined: tuple[tuple[str, ...], ...] = ()
    ruled: bool = True
    uncertain: tuple[str, ...] = ()
    place: Place = NOWHERE
    _squares: tuple[tuple[Cell | None, ...], ...] | None = field(
        default=None, init=False, compare=False, repr=False
    )

    @property
    def squares(self) -> tuple[tuple[Cell | None, ...], ...]:
        """For each row the cell that covers each of its squares, None where nothing was printed.

        Where two cells claim a square, the first keeps it.
        """
        if self._squares is None:  # some thirty readers of layouts ask
            object.__setattr__(self, "_squares", self._laid_out())
        assert self._squares is not None
        return self._squares

    def _laid_out(self) -> tuple[tuple[Cell | None, ...], ...]:
        rows: list[list[Cell | None]] = [[None] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            for line in rows[cell.row : cell.row + cell.row_span]:
                for column in range(cell.column, min(cell.column + cell.column_span, len(line))):
                    if line[column] is None:
                        line[column] = cell
        return tuple(map(tuple, rows))


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the text: ``Link("Read the strategy", "https://example.org/strategy.pdf")``."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was not read or not understood: a row of the ``problems`` table.

    ``Problem("read", "page_unreadable", "warning", "page 7: ...", page=7)``. ``code`` comes from
    the list in ``extractors/errors.py``; ``message`` says what, where and what to do, in one line.
    ``subject`` is the print that it is about, whole: problems with one subject are mended together.
    """

    stage: Literal["fetch", "read", "extract", "normalise", "check"]
    code: str
    severity: Literal["error", "warning", "notice"]
    message: str
    page: int | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of one edition: its blocks in reading order, and what it says of itself.

    Attributes:
        media_type: As sniffed from the bytes: ``"application/pdf"``.
        blocks: In reading order, without running headers, page numbers and a web site's chrome.
        title: The largest heading of the first page, ``<h1>``, or the file's own field; else None.
        author: The file's author field or site name; None where absent.
        published_on: The day that the document itself states, ISO: ``"2024-03-08"``; else None.
        furniture: Running headers, footers, watermarks and site names: they may name the publisher.
        address: The address that the page gives for itself (``<link rel="canonical">``); else None.
        pages: Number of pages; None where the format has none.
        scanned: 1-based pages that are pictures without a text layer.
        unsure: Where text stands that was recognised with doubt, or not at all.
        slants: How crooked scans lie; places on these pages are those of the straightened page.
        links: Links in the body, in order.
        contents: Of a page of a set: the pages that its contents list names, in order; else ().
        neighbours: Of a web page: the page before it and the one after it, as its links say.
        notes: Footnotes and endnotes that are kept apart from the text (Word), by their numbers.
        problems: What could not be read.
    """

    media_type: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    author: str | None = None
    published_on: str | None = None
    furniture: tuple[str, ...] = ()
    address: str | None = None
    pages: int | None = None
    scanned: tuple[int, ...] = ()
    unsure: tuple[Box, ...] = ()
    slants: tuple[Slant, ...] = ()
    links: tuple[Link, ...] = ()
    contents: tuple[Link, ...] = ()
    neighbours: tuple[Link | None, Link | None] = (None, None)
    notes: tuple[Paragraph, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def entry(self) -> Link | None:
        """Its own entry in the contents list of its set of pages; None without one."""
        title = (self.title or "").casefold()
        own = (one for one in self.contents if one.address == (self.address or ""))
        named = (one for one in self.contents if one.text.casefold() == title)
        return next(chain(own, named), None) if len(self.contents) > 1 else None


def tables_of(blocks: Sequence[Block]) -> list[Table]:
    """The tables among the blocks, in reading order."""
    return [block for block in blocks if isinstance(block, Table)]
