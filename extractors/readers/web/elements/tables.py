"""The grid of an HTML table, and whether it is data or only layout.

Knows the table model of the HTML standard (spans that are clipped, ``rowspan="0"``, ARIA tables);
what stands in the cells is read elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

CELL_TAGS = frozenset(("td", "th"))
CELL_ROLES = frozenset(("cell", "gridcell", "columnheader", "rowheader"))
GROUPS = frozenset(("thead", "tbody", "tfoot"))
DATA_TAGS = frozenset(("th", "caption", "thead"))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCK_TAGS = frozenset(("p", "ul", "ol", "div", "table", "dl"))
MIN_DATA_ROWS = 3  # a grid of panels has one or two rows, a plan with headings in cells has more
MOST_CELL_BLOCKS = 12  # children of one cell; a list of sub-actions as paragraphs had 9
MAX_SPAN = 65_534  # the standard's own bound of rowspan


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell element with the squares of the grid that it covers."""

    element: HtmlElement
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table by row and column; ``cut`` counts cells beyond the column limit."""

    cells: tuple[Placed, ...]
    row_count: int
    column_count: int
    header_rows: int
    cut: int = 0


def is_table(element: HtmlElement) -> bool:
    """A ``<table>``, or an element that plays one."""
    return element.tag == "table" or element.get("role") in ("table", "grid")


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places blocks on the page.

    It says so (``role="presentation"``), or holds the page's heading, or has a single row or
    column, or its cells hold blocks under headings and nothing marks it as data.
    """
    role = table.get("role")
    if role in ("presentation", "none"):
        return True
    rows = [cells for cells in (_cells(row) for row in _rows(table)) if cells]
    if table.find(".//h1") is not None or table.find(".//main") is not None:
        return True
    width = max((len(cells) for cells in rows), default=0)
    marked = role in ("table", "grid") or any(_is_mark(e) for e in _own(table))
    if marked:
        return width < 2 and len(rows) < 2
    return width < 2 or len(rows) < 2 or _holds_panels(rows, width)


def lay_out(table: HtmlElement, most_columns: int) -> Grid:
    """Place every cell of a table on its grid, as a browser does.

    Spans are clipped where they would run into another cell, over the end of the row group or
    over ``most_columns``; a foot that stands before the body comes last.
    """
    groups = _groups(table)
    total = sum(len(rows) for _, rows in groups)
    placed: list[Placed] = []
    row, cut, heads = 0, 0, 0
    for tag, rows in groups:
        free = [0] * most_columns  # first row of the grid at which each column is free again
        end = row + len(rows)
        for element in rows:
            taken, missed = _place_row(_cells(element), row, end, free)
            placed.extend(taken)
            cut += missed
            row += 1
        heads += len(rows) if tag == "thead" and row == len(rows) else 0
    columns = max((cell.column + cell.column_span for cell in placed), default=0)
    return Grid(tuple(placed), total, columns, heads or _leading_heads(placed, total), cut)


def caption_of(table: HtmlElement) -> HtmlElement | None:
    """The element that titles a table; None where there is none."""
    return next((child for child in table if child.tag == "caption"), None)


def _place_row(
    cells: Sequence[HtmlElement], row: int, end: int, free: list[int]
) -> tuple[list[Placed], int]:
    placed: list[Placed] = []
    column = 0
    for number, cell in enumerate(cells):
        while column < len(free) and free[column] > row:
            column += 1
        if column == len(free):
            return placed, len(cells) - number
        wide = _span(cell, "colspan", 1)
        width = 1
        while width < wide and column + width < len(free) and free[column + width] <= row:
            width += 1
        down = _span(cell, "rowspan", 0)
        height = min(down or end - row, end - row)
        free[column : column + width] = [row + height] * width
        placed.append(Placed(cell, row, column, height, width))
        column += width
    return placed, 0


def _span(cell: HtmlElement, name: str, least: int) -> int:
    """A span as the standard reads it: 1 where it is no number; 0 only for ``rowspan``."""
    text = (cell.get(name) or cell.get(f"aria-{name}") or "1").strip()
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    return min(value, MAX_SPAN) if value >= least else 1


def _leading_heads(placed: Sequence[Placed], total: int) -> int:
    """Rows at the top whose cells are all ``<th>``; 0 where every row is one."""
    plain = [cell.row for cell in placed if not is_header(cell.element)]
    first = min(plain, default=0)
    return first if first < total else 0


def is_header(cell: HtmlElement) -> bool:
    """Whether the page marks a cell as heading."""
    return cell.tag == "th" or cell.get("role") in ("columnheader", "rowheader")


def _groups(table: HtmlElement) -> list[tuple[str, list[HtmlElement]]]:
    """Row groups in display order; rows outside any group follow one another as one group.

    The first head stands above and the first foot below, as browsers display them; a page that
    prints a head for each part of a table has the others where they stand.
    """
    groups: list[tuple[str, list[HtmlElement]]] = []
    for row in _rows(table):
        parent = row.getparent()
        tag = str(parent.tag) if parent is not None and parent.tag in GROUPS else ""
        same = groups and groups[-1][1][-1].getparent() is parent
        if same:
            groups[-1][1].append(row)
        else:
            groups.append((tag, [row]))
    tags = [tag for tag, _ in groups]
    top, end = (tags.index(tag) if tag in tags else None for tag in ("thead", "tfoot"))
    body = [group for place, group in enumerate(groups) if place not in (top, end)]
    head = [groups[top]] if top is not None else []
    return [*head, *body, *([groups[end]] if end is not None else [])]


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return [e for e in _own(table) if e.tag == "tr" or e.get("role") == "row"]


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [c for c in row if c.tag in CELL_TAGS or c.get("role") in CELL_ROLES]


def _own(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows, groups, cells and captions of a table, those of tables inside it left out."""
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if is_table(element):
            continue
        yield element
        if element.tag not in CELL_TAGS and element.get("role") not in CELL_ROLES:
            stack.extend(reversed(element))


def _is_mark(element: HtmlElement) -> bool:
    return element.tag in DATA_TAGS or element.get("scope") is not None


def _holds_panels(rows: Sequence[Sequence[HtmlElement]], width: int) -> bool:
    """Whether a table that nothing marks as data holds pieces of a page in its cells."""
    full = sum(len(cells) >= width - 1 for cells in rows)  # a merged cell makes a row one shorter
    if full >= MIN_DATA_ROWS and width > 2:
        return False
    return any(
        _is_panel(cell)
        for number, cells in enumerate(rows)
        for cell in cells
        if len(cells) > 1 and (number > 0 or len(rows) < MIN_DATA_ROWS)
    )


def _is_panel(cell: HtmlElement) -> bool:
    """Whether a cell holds a heading with blocks under it, a table, or a page's worth of blocks."""
    if cell.find(".//table") is not None or len(cell) > MOST_CELL_BLOCKS:
        return True
    heading = next(cell.iter(*HEADINGS), None)
    if heading is None:
        return False
    later = heading.getnext()
    return later is not None and (later.tag in BLOCK_TAGS or bool((heading.tail or "").strip()))
