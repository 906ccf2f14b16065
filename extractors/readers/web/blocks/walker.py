"""The state of a page while its elements are visited in order, and the blocks that they give.

Knows blocks of HTML and pieces of lines; which elements are chrome or hidden, and what reads an
element of another kind, is told to it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from extractors.blocks import Block, Heading, Link, Paragraph
from extractors.readers.labels import LABEL_RE
from extractors.readers.web.blocks.inline import BREAK, PLAIN, Item, Run, to_line, to_paragraphs
from extractors.readers.web.elements.hidden import INERT
from extractors.readers.web.elements.look import UNMARKED, Look, look_of
from extractors.readers.web.page.page import text_of

MAX_DEPTH = 150  # elements above one another; pages have 10 to 40, and each costs three frames
BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "blockquote", "pre", "figure", "figcaption"),
        *("fieldset", "legend", "address", "center", "form", "header", "footer", "aside", "nav"),
        *("hgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "table", "body", "hr", "dt", "dd"),
        *("dl", "ul", "ol", "li", "details", "summary", "menu", "dir", "caption"),
    )
)
LOWEST = 6  # the deepest heading level


@dataclass(slots=True)
class Walker:
    """Collects the blocks of a page, or of one cell, while its elements are visited in order.

    Attributes:
        left_out: Chrome and hidden elements.
        resolve: Gives the full address of a link, or None where it leads nowhere.
        most_columns: Columns of a grid; what stands beyond is cut and counted in ``cut``.
        reader_of: Gives what reads an element; None for one that is a block or a piece of a line.
        in_cell: Headings become bold paragraphs, definition lists paragraphs.
        runs: The pieces of the paragraph that is being collected.
        markers: The marker of each list item that is still to come.
        item: What the list around gives the next paragraph.
        depth: Lists around the element that is being read.
        level: Level of the last heading.
    """

    left_out: Collection[HtmlElement]
    resolve: Callable[[str], str | None]
    most_columns: int
    reader_of: Callable[[HtmlElement], "Reader | None"]
    in_cell: bool = False
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    cut: int = 0
    runs: list[Run] = field(default_factory=list)
    markers: dict[HtmlElement, str] = field(default_factory=dict)
    item: Item = PLAIN
    depth: int = 0
    level: int = 0

    def walk(self, element: HtmlElement, look: Look = UNMARKED) -> None:
        """Read one element with all below it."""
        if element in self.left_out or element.tag in INERT:
            return
        if look.depth > MAX_DEPTH:
            self.runs.append(Run(f" {text_of(element)} ", look.bold, look.struck))
            return
        look = look_of(element, look)
        reads = self.reader_of(element)
        if reads is not None:
            reads(self, element, look)
        elif element.tag in BLOCKS or "-" in str(element.tag):
            self.read_block(element, look)
        else:
            self._begin_line(element)
            self._part_words(element)
            self.walk_inside(element, look)

    def walk_inside(self, element: HtmlElement, look: Look) -> None:
        """Read what stands inside an element: its text, and its children with what follows them."""
        self._say(element.text, look)
        for child in element:
            self.walk(child, look)
            self._say(child.tail, look)

    def flush(self) -> None:
        """End the paragraph that was being collected."""
        paragraphs = to_paragraphs(self.runs, self.item, in_cell=self.in_cell)
        self.runs = []
        if paragraphs:
            self.blocks.extend(paragraphs)
            self.item = Item(level=self.item.level)

    def head(self, text: str, level: int) -> None:
        """Add a heading; in a cell it is a bold paragraph."""
        item, self.item = self.item, Item(level=self.item.level)
        if not text:
            self.item = item
        elif self.in_cell:
            self.blocks.append(Paragraph(text, item.marker, item.level, item.numbered, bold=True))
        else:
            marker = item.marker if item.numbered else None
            self.blocks.append(Heading(text, max(1, min(level, LOWEST)), marker))

    def take(self, element: HtmlElement, look: Look) -> str:
        """Read an element as one line, without making a block of it."""
        self.flush()
        self.walk_inside(element, look)
        line, self.runs = to_line(self.runs), []
        return line

    def cell_walker(self) -> "Walker":
        """A walker for the inside of a cell; its links are the page's."""
        return replace(self, in_cell=True, blocks=[], cut=0, runs=[], item=PLAIN, depth=0, level=0)

    def _begin_line(self, element: HtmlElement) -> None:
        """Break the line before a piece of it that begins with a label: ``<b>Lead: Police</b>``."""
        if LABEL_RE.match((element.text or "").strip()) is None:
            return
        printed = (run for run in reversed(self.runs) if run is BREAK or run.text.strip())
        if next(printed, BREAK) is not BREAK:
            self.runs.append(BREAK)

    def _part_words(self, element: HtmlElement) -> None:
        """Part a piece from the one before it, which a style sheet sets apart: "2027" "On track".

        A word that goes on in another element does so in small letters.
        """
        before = self.runs[-1].text[-1:] if self.runs and element.tag == "span" else ""
        first = (element.text or "")[:1]
        beside = element.getprevious()
        apart = beside is not None and beside.tag == "span" and not beside.tail
        if apart and first.isupper() and (before.isdigit() or before.islower()):
            self.runs.append(Run(" "))

    def _say(self, text: str | None, look: Look) -> None:
        if text:
            self.runs.append(Run(text, look.bold, look.struck))

    def read_block(self, element: HtmlElement, look: Look) -> None:
        """Read an element whose text is a paragraph of its own."""
        self.flush()
        self.walk_inside(element, look)
        self.flush()


Reader = Callable[[Walker, HtmlElement, Look], None]
"""Reads one element, and adds its blocks to those of the walker."""
