"""Copies of a table for narrow screens, whose class names say nothing of it.

Style sheets that stand elsewhere show either the table or its cards, one behind the other in the
page. What says again all that the table's cells say, and little else, is its copy. Knows HTML.
"""

from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

from extractors.readers.web.elements.tables import is_header, is_layout, lay_out
from extractors.readers.web.page.page import text_of

LEAST_TEXTS = 3  # filled cells below the headings; fewer may stand beside by chance
MOST_COLUMNS = 30  # of a table that is printed twice
SPARE = 1.2  # times the words of the table with its headings said in each row


def find_copies(body: HtmlElement, unseen: Collection[HtmlElement]) -> list[HtmlElement]:
    """The elements beside tables that say the same again; ``unseen`` are not displayed anyway."""
    gone = set(unseen)
    found: list[HtmlElement] = []
    for table in body.iter("table"):
        if gone.intersection((table, *table.iterancestors())) or is_layout(table):
            continue
        for beside in _beside(table):
            if beside not in gone and _says_the_same(table, beside):
                gone.add(beside)
                found.append(beside)
    return found


def _beside(table: HtmlElement) -> Iterator[HtmlElement]:
    """What stands directly before and behind a table, or behind it where it is a table itself."""
    outer = table
    while (above := outer.getparent()) is not None and len(above) == 1 and above.tag != "body":
        outer = above
    before, after = outer.getprevious(), outer.getnext()
    if before is not None and before.tag != "table" and before.find(".//table") is None:
        yield before
    if after is not None:
        yield after


def _says_the_same(table: HtmlElement, beside: HtmlElement) -> bool:
    if len(beside) == 0:
        return False
    grid = lay_out(table, MOST_COLUMNS)
    heads = [text_of(c.element) for c in grid.cells if c.row < grid.header_rows]
    cells = [c for c in grid.cells if c.row >= grid.header_rows and not is_header(c.element)]
    texts = [text for cell in cells if (text := text_of(cell.element))]
    said = f" {text_of(beside)} "
    most = SPARE * (_words(texts) + grid.row_count * (_words(heads) + 1))
    if len(texts) < LEAST_TEXTS or said.count(" ") > most:
        return False
    return all(text in said for text in texts)


def _words(texts: Collection[str]) -> int:
    return sum(text.count(" ") + 1 for text in texts)
