"""The blocks of a web page, in the order of its elements.

Knows what the tags of HTML mean; which elements are chrome or hidden is told to it.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from extractors.blocks import Block, Cell, Heading, Link, Paragraph, Table
from extractors.readers.web.cell_labels import repeated_labels, stated_heads
from extractors.readers.web.hidden import INERT
from extractors.readers.web.inline import BREAK, PLAIN, Item, Run, to_line, to_paragraphs
from extractors.readers.web.look import UNMARKED, Look, fill_of, look_of, picture_words
from extractors.readers.web.numbers import BULLET, markers_of
from extractors.readers.web.page import text_of
from extractors.readers.web.tables import (
    Placed,
    caption_of,
    is_header,
    is_layout,
    is_table,
    lay_out,
)

MAX_DEPTH = 150  # elements above one another; pages have 10 to 40, and each costs three frames
BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "blockquote", "pre", "figure", "figcaption"),
        *("fieldset", "legend", "address", "center", "form", "header", "footer", "aside", "nav"),
        *("hgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "table", "body", "hr", "dt", "dd"),
        *("dl", "ul", "ol", "li", "details", "summary", "menu", "dir", "caption"),
    )
)
NOTE_MARK_RE = re.compile(r"\[?(?:(?:foot|end)?note )?\d{1,3}\]?", re.IGNORECASE)
LOWEST = 6  # the deepest heading level


@dataclass(slots=True)
class Walker:
    """Collects the blocks of a page, or of one cell, while its elements are visited in order.

    Attributes:
        left_out: Chrome and hidden elements.
        resolve: Gives the full address of a link, or None where it leads nowhere.
        most_columns: Columns of a grid; what stands beyond is cut and counted in ``cut``.
        in_cell: Headings become bold paragraphs, definition lists paragraphs.
    """

    left_out: Collection[HtmlElement]
    resolve: Callable[[str], str | None]
    most_columns: int
    in_cell: bool = False
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    cut: int = 0
    _runs: list[Run] = field(default_factory=list)
    _markers: dict[HtmlElement, str] = field(default_factory=dict)
    _item: Item = PLAIN
    _depth: int = 0
    _level: int = 0

    def walk(self, element: HtmlElement, look: Look = UNMARKED) -> None:
        """Read one element with all below it."""
        if element in self.left_out or element.tag in INERT:
            return
        if look.depth > MAX_DEPTH:
            self._runs.append(Run(f" {text_of(element)} ", look.bold, look.struck))
            return
        look = look_of(element, look)
        reads = READS.get(str(element.tag))
        if is_table(element):
            reads = _read_table
        elif element.get("role") in ("button", "tab") and element.get("aria-controls"):
            reads = _read_button
        if reads is not None:
            reads(self, element, look)
        elif element.tag in BLOCKS or "-" in str(element.tag):
            self._read_block(element, look)
        else:
            self.walk_inside(element, look)

    def walk_inside(self, element: HtmlElement, look: Look) -> None:
        """Read what stands inside an element: its text, and its children with what follows them."""
        self._say(element.text, look)
        for child in element:
            self.walk(child, look)
            self._say(child.tail, look)

    def flush(self) -> None:
        """End the paragraph that was being collected."""
        paragraphs = to_paragraphs(self._runs, self._item)
        self._runs = []
        if paragraphs:
            self.blocks.extend(paragraphs)
            self._item = Item(level=self._item.level)

    def head(self, text: str, level: int) -> None:
        """Add a heading; in a cell it is a bold paragraph."""
        item, self._item = self._item, Item(level=self._item.level)
        if not text:
            self._item = item
        elif self.in_cell:
            self.blocks.append(Paragraph(text, item.marker, item.level, item.numbered, bold=True))
        else:
            marker = item.marker if item.numbered else None
            self.blocks.append(Heading(text, max(1, min(level, LOWEST)), marker))

    def take(self, element: HtmlElement, look: Look) -> str:
        """Read an element as one line, without making a block of it."""
        self.flush()
        self.walk_inside(element, look)
        line, self._runs = to_line(self._runs), []
        return line

    def cell_walker(self) -> "Walker":
        """A walker for the inside of a cell; its links are the page's."""
        return replace(
            self, in_cell=True, blocks=[], cut=0, _runs=[], _item=PLAIN, _depth=0, _level=0
        )

    def _say(self, text: str | None, look: Look) -> None:
        if text:
            self._runs.append(Run(text, look.bold, look.struck))

    def _read_block(self, element: HtmlElement, look: Look) -> None:
        self.flush()
        self.walk_inside(element, look)
        self.flush()


def _read_heading(walker: Walker, element: HtmlElement, look: Look) -> None:
    level = int(element.tag[1]) if element.tag in LEVELS else _aria_level(element)
    walker.flush()
    blocks_before = len(walker.blocks)
    line = walker.take(element, look)
    inner = walker.blocks[blocks_before:]  # a heading that holds blocks: <h2><p>Aims</p></h2>
    del walker.blocks[blocks_before:]
    words = [block.text for block in inner if isinstance(block, Paragraph | Heading)]
    walker._level = level
    walker.head(" ".join(part for part in (*words, line) if part), level)


def _read_summary(walker: Walker, element: HtmlElement, look: Look) -> None:
    """The line that opens a panel is the panel's heading, unless it holds one."""
    if element.find(".//h2") is not None or element.find(".//h3") is not None:
        walker._read_block(element, look)
        return
    walker.head(walker.take(element, look), walker._level + 1)


def _read_panel(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A panel's own headings say nothing of the level of the panels beside it."""
    level = walker._level
    walker._read_block(element, look)
    walker._level = level


def _read_button(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A button prints nothing of the page, but for one that opens a panel of it."""
    if element.get("aria-controls") is None and element.get("aria-expanded") is None:
        return
    if any(above.tag in LEVELS for above in element.iterancestors()):
        walker.walk_inside(element, look)
    else:
        _read_summary(walker, element, look)


def _read_list(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.flush()
    outer = walker._item
    walker._depth += 1
    walker._markers.update(markers_of(element))
    walker._item = Item(level=walker._depth - 1)
    walker.walk_inside(element, look)
    walker.flush()
    walker._depth -= 1
    walker._item = Item(level=outer.level)


def _read_item(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.flush()
    marker = walker._markers.pop(element, None)
    level = max(walker._depth - 1, 0)
    walker._item = Item(marker, level, marker is not None and marker != BULLET)
    walker.walk_inside(element, look)
    walker.flush()
    walker._item = Item(level=level)


def _read_link(walker: Walker, element: HtmlElement, look: Look) -> None:
    text = text_of(element)
    mark = (element.get("href") or "").startswith("#") and NOTE_MARK_RE.fullmatch(text) is not None
    if mark and any(e.tag == "sup" for e in (element.getparent(), *element) if e is not None):
        return  # the number of a footnote is no word of the sentence
    address = walker.resolve(element.get("href") or "")
    if address and text:
        walker.links.append(Link(text, address))
    walker.walk_inside(element, look)


def _read_break(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker._runs.append(BREAK)


def _read_definitions(walker: Walker, element: HtmlElement, look: Look) -> None:
    """A definition list is a table of terms and what is said of them."""
    walker.flush()
    rows: list[tuple[list[Paragraph], list[Paragraph]]] = []
    before = "dd"
    for part in element.iter("dt", "dd"):
        above = next(part.iterancestors("dl", "dt", "dd"), None)
        if above is not element or part in walker.left_out:
            continue  # of a list inside, or an unclosed <dd> that holds the next one
        inner = walker.cell_walker()
        inner.walk_inside(part, replace(look, bold=look.bold or part.tag == "dt"))
        inner.flush()
        paragraphs = [block for block in inner.blocks if isinstance(block, Paragraph)]
        if part.tag == "dt" and before == "dd":  # after an empty <dd> too
            rows.append((paragraphs, []))
        elif not rows:
            rows.append(([], paragraphs))
        else:
            rows[-1][part.tag == "dd"].extend(paragraphs)
        before = str(part.tag)
    if walker.in_cell:
        walker.blocks.extend(paragraph for row in rows for side in row for paragraph in side)
    elif rows:
        cells = tuple(
            Cell(number, column, tuple(side), header=column == 0)
            for number, row in enumerate(rows)
            for column, side in enumerate(row)
        )
        walker.blocks.append(Table(cells, len(rows), 2, ruled=False))


def _read_table(walker: Walker, element: HtmlElement, look: Look) -> None:
    walker.flush()
    if is_layout(element):
        walker._read_block(element, look)
        return
    caption = caption_of(element)
    if caption is not None and caption not in walker.left_out:
        walker.head(walker.take(caption, look), walker._level + 1)
    grid = lay_out(element, walker.most_columns)
    walker.cut += grid.cut
    shown = (cell for cell in grid.cells if cell.element not in walker.left_out)
    whole = walker.left_out
    if labels := repeated_labels(grid):
        walker.left_out = {*whole, *labels}
    cells = tuple(_read_cell(walker, cell, look) for cell in shown)
    walker.left_out = whole
    if any(cell.text or cell.nested for cell in cells):
        table = Table(cells, grid.row_count, grid.column_count, grid.header_rows)
        walker.blocks.append(_with_heads(table, stated_heads(grid)))


def _with_heads(table: Table, heads: Mapping[int, str]) -> Table:
    """The table below a row of headings, where there are any."""
    if not heads:
        return table
    first = (Cell(0, c, (Paragraph(text, bold=True),), header=True) for c, text in heads.items())
    below = (replace(cell, row=cell.row + 1) for cell in table.cells)
    return replace(table, cells=(*first, *below), row_count=table.row_count + 1, header_rows=1)


def _read_cell(walker: Walker, placed: Placed, look: Look) -> Cell:
    element = placed.element
    look = look_of(element, look)
    if len(element) == 0:  # most cells; a walker costs ten times as much as their text
        run = Run(element.text or "", look.bold, look.struck)
        paragraphs: tuple[Paragraph, ...] = tuple(to_paragraphs([run]))
        nested: tuple[Table, ...] = ()
    else:
        paragraphs, nested = _read_inside(walker, element, look)
    return Cell(
        row=placed.row,
        column=placed.column,
        paragraphs=paragraphs,
        row_span=placed.row_span,
        column_span=placed.column_span,
        fill=fill_of(element),
        header=is_header(element),
        nested=nested,
    )


def _read_inside(
    walker: Walker, element: HtmlElement, look: Look
) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
    """Paragraphs of a cell, and the tables that stand in it."""
    inner = walker.cell_walker()
    inner.walk_inside(element, look)
    inner.flush()
    walker.cut += inner.cut
    paragraphs = tuple(block for block in inner.blocks if isinstance(block, Paragraph))
    if not inner.blocks:
        paragraphs = tuple(Paragraph(text) for text in picture_words(element))
    return paragraphs, tuple(block for block in inner.blocks if isinstance(block, Table))


def _aria_level(element: HtmlElement) -> int:
    level = element.get("aria-level") or ""
    return int(level) if level.isascii() and level.isdigit() and len(level) == 1 else 2


LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
READS: dict[str, Callable[[Walker, HtmlElement, Look], None]] = {
    **dict.fromkeys(LEVELS, _read_heading),
    "details": _read_panel,
    "summary": _read_summary,
    "button": _read_button,
    "ul": _read_list,
    "ol": _read_list,
    "menu": _read_list,
    "li": _read_item,
    "a": _read_link,
    "br": _read_break,
    "dl": _read_definitions,
}
"""Tag to the function that reads it; other tags are blocks or pieces of a line."""
