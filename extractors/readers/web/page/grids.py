"""Tables that a page makes of other elements: by style, or by rows of equal blocks.

Such elements are given the ARIA roles that they play (table, row, columnheader, cell), so that they
are read as every other table. Knows HTML, a little CSS and the words of class names.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from lxml.html import HtmlElement

from extractors.readers.web.elements.hidden import style_of
from extractors.readers.web.elements.tables import HEADINGS
from extractors.readers.web.page.page import text_of

ROWS = frozenset(("div", "section", "li", "ul", "ol", "article", "dl"))
HOLDERS = frozenset(("body", "main", "form", "td"))  # may hold rows among other things
CELLS = frozenset(("div", "span", "p", "section", "li", "dd", "dt"))
ROW_RE = re.compile(r"display\s*:\s*table-row(?![-\w])", re.IGNORECASE)
CELL_RE = re.compile(r"display\s*:\s*table-cell", re.IGNORECASE)
GRID_RE = re.compile(r"grid-template-columns\s*:\s*([^;]+)", re.IGNORECASE)
REPEAT_RE = re.compile(r"repeat\(\s*(\d{1,2})\s*,[^()]*(?:\([^()]*\))?[^()]*\)", re.IGNORECASE)
TRACK_RE = re.compile(r"[^\s()]+(?:\([^()]*\))?")
ROW_WORDS = frozenset(("row", "rows", "tr", "line", "record", "entry", "header", "head", "item"))
CELL_WORDS = frozenset(("cell", "col", "column", "td", "th", "field", "item"))
HEAD_WORDS = frozenset(("header", "head", "heading", "headings", "th", "thead", "title"))
WORD_RE = re.compile(r"[a-z]+", re.IGNORECASE)
LEAST_PLAIN_ROWS = 3  # a head and two rows, where nothing marks the head
SHORTER = 2.0  # times as long as the head is a row below it, in the middle; plans have 3 and more
LEAST_ROWS, LEAST_COLUMNS = 2, 3  # a head and a row; two columns are more often a page's layout
MOST_LETTERS = 1_000  # of a cell that are measured; heads of ten columns have 200
HEAD_LETTERS = 60  # of a column's heading; the longest of headings.csv has 46
MOST_CUT_WORDS = 2  # of a heading that ends with a stop: "Ref no.", "Resp. off."; "We lit it."
HEAD_PARTS = 3  # elements in a column's heading: the words, a break, a mark that it can be sorted
PLAIN_ROLES = (None, "presentation", "none")  # of an element that plays no part
NO_HEADS = ("table", "img", "nav", "form")
NO_CELLS = (*HEADINGS, *NO_HEADS, "button")


def mark_grids(body: HtmlElement, styles: Mapping[str, str]) -> None:
    """Give roles to the elements of ``body`` that make a table without being one.

    ``styles`` are those of the page's classes, as ``hidden.class_styles`` gives them.
    """
    for element in list(body.iter(*ROWS, *HOLDERS)):
        plays = element.tag in ROWS and element.get("role") not in PLAIN_ROLES
        if plays or (element.tag in ROWS and _mark_whole(element, styles)):
            continue
        for run in _runs(element):
            if rows := _rows_of(run, styles):
                _mark(_wrapped(run), rows)
    _mark_alike(body)


def _mark_whole(element: HtmlElement, styles: Mapping[str, str]) -> bool:
    """Mark an element whose children are the rows of a table; True where they are."""
    width = _stated_columns(element, styles) or _headed_columns(element)
    if width >= LEAST_COLUMNS and _is_flat(element, width):
        _wrap_rows(element, width)
    rows = _rows_of(_lines(element), styles)
    if rows:
        _mark(element, rows)
    return bool(rows)


def _runs(element: HtmlElement) -> list[list[HtmlElement]]:
    """The rows of like width that follow one another among other things: below a heading."""
    runs: list[list[HtmlElement]] = [[]]
    for child in element:
        plain = child.get("role") in PLAIN_ROLES and _is_line(child)
        if runs[-1] and not (plain and len(child) == len(runs[-1][0])):
            runs.append([])
        if plain:
            runs[-1].append(child)
    return [run for run in runs if len(run) >= LEAST_ROWS]


def _wrapped(run: Sequence[HtmlElement]) -> HtmlElement:
    """An element of its own around rows that have none."""
    table = run[0].makeelement("div", {})
    run[0].addprevious(table)
    table.extend(run)
    return table


def _mark_alike(body: HtmlElement) -> None:
    """Mark what has the headings of a table that is marked, and may be too short to show itself."""
    plain = [element for element in body.iter(*ROWS) if element.get("role") in PLAIN_ROLES]
    firsts = [row for row in body.iter(*ROWS) if row.get("role") == "row"]
    heads = {_heads_of(row) for row in firsts if row.getprevious() is None}
    for element in plain if heads else ():
        rows = [list(line) for line in _lines(element)]
        if len(rows) >= LEAST_ROWS and _heads_of(rows[0]) in heads and _is_even(rows):
            _mark(element, rows)


def _heads_of(row: Iterable[HtmlElement]) -> tuple[str, ...]:
    """What the cells of a row say, as far as a heading may go."""
    return tuple(text_of(cell, HEAD_LETTERS) for cell in row)


def _stated_columns(element: HtmlElement, styles: Mapping[str, str]) -> int:
    """Columns of a CSS grid as its style states them: 3 of "2fr 1fr 1fr"; 0 for none."""
    named = (styles.get(name, "") for name in (element.get("class") or "").split())
    found = GRID_RE.search(";".join((style_of(element), *named)))
    if found is None:
        return 0
    repeated = sum(int(number) for number in REPEAT_RE.findall(found[1]))
    return repeated + len(TRACK_RE.findall(REPEAT_RE.sub(" ", found[1])))


def _headed_columns(element: HtmlElement) -> int:
    """Columns of a grid as its headings tell: as many as stand bold before the first that is not.

    0 where the element holds anything but cells, or nothing stands below the headings.
    """
    cells = list(element)
    if len(cells) < LEAST_ROWS * LEAST_COLUMNS or any(cell.tag not in CELLS for cell in cells):
        return 0
    plain = (place for place, cell in enumerate(cells) if not _is_head(cell))
    return next(plain, 0)


def _is_head(cell: HtmlElement) -> bool:
    if len(cell) > HEAD_PARTS:
        return False
    return _is_strong(cell) or (_is_named(cell, HEAD_WORDS) and cell.find(".//div") is None)


def _is_flat(element: HtmlElement, width: int) -> bool:
    """Whether the children of a grid are the cells of whole rows, under a row of headings."""
    cells = list(element)
    even = len(cells) >= LEAST_ROWS * width and len(cells) % width == 0
    rows = [cells[:width], cells[width:]]
    return even and all(cell.tag in CELLS for cell in cells) and _has_heads(rows)


def _wrap_rows(element: HtmlElement, width: int) -> None:
    """Put each row of cells into an element of its own, named as such."""
    cells = list(element)
    for start in range(0, len(cells), width):
        row = element.makeelement("div", {"class": "row"})
        for cell in cells[start : start + width]:
            cell.set("class", f"{cell.get('class') or ''} cell".strip())
            row.append(cell)
        element.append(row)


def _rows_of(lines: Sequence[HtmlElement], styles: Mapping[str, str]) -> list[list[HtmlElement]]:
    """The cells of each of the rows of an element that make a table; [] where they make none."""
    if len(lines) < LEAST_ROWS:
        return []
    rows = [list(line) for line in lines]
    if _all_styled(lines, ROW_RE) and all(_all_styled(row, CELL_RE) for row in rows):
        return rows
    named = all(_is_named(line, ROW_WORDS) for line in lines) and all(
        _is_named(cell, CELL_WORDS) or cell.tag == "span" for row in rows for cell in row
    )
    headed = all(map(_is_strong, rows[0])) and not any(map(_is_strong, rows[1]))
    told = named or headed or _has_short_top(rows) or _are_grids(lines, styles)
    return rows if told and _is_even(rows) and _has_heads(rows) else []


def _are_grids(lines: Sequence[HtmlElement], styles: Mapping[str, str]) -> bool:
    """Whether each row is a CSS grid of its own cells, and the first is called a head."""
    even = all(_stated_columns(line, styles) == len(line) for line in lines)
    return even and _is_named(lines[0], HEAD_WORDS)


def _has_short_top(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Whether nothing but the texts tell a head: rows built alike below one of short words.

    Sites built by programs name their classes "css-1x7"; a list of cards has rows of like length.
    """
    if len(rows) < LEAST_PLAIN_ROWS or len({tuple(map(_built, row)) for row in rows[1:]}) != 1:
        return False
    top, *below = ["".join(text_of(cell, MOST_LETTERS) for cell in row) for row in rows]
    heads_only = top != "" and not any(letter.isdigit() or letter == ":" for letter in top)
    return heads_only and SHORTER * len(top) <= median(map(len, below))


def _built(cell: HtmlElement) -> tuple[str, str]:
    return str(cell.tag), cell.get("class") or ""


def _lines(element: HtmlElement) -> list[HtmlElement]:
    """The rows: children, or those of a head and a body inside the element."""
    lines: list[HtmlElement] = []
    for child in element:
        if child.tag not in ROWS or child.get("role") not in PLAIN_ROLES:
            return []
        group = len(child) > 0 and all(_is_line(inner) for inner in child)
        lines.extend(child if group else (child,))
    return lines if all(_is_line(line) for line in lines) else []


def _is_line(element: HtmlElement) -> bool:
    return (
        element.tag in ROWS
        and len(element) > 1
        and not (element.text or "").strip()
        and all(cell.tag in CELLS and not (cell.tail or "").strip() for cell in element)
    )


def _all_styled(elements: Iterable[HtmlElement], pattern: re.Pattern[str]) -> bool:
    return all(pattern.search(style_of(element)) for element in elements)


def _is_named(element: HtmlElement, words: frozenset[str]) -> bool:
    found = WORD_RE.findall((element.get("class") or "").lower())
    return not words.isdisjoint(found)


def _is_even(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    width = len(rows[0])
    return width >= LEAST_COLUMNS and all(len(row) == width for row in rows)


def _has_heads(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Whether the first row names columns, and no cell holds what stands in panels of a page."""
    texts = _heads_of(rows[0])
    return (
        all(0 < len(text) <= HEAD_LETTERS and not _is_sentence(text) for text in texts)
        and len({text.lower() for text in texts}) == len(texts)
        and not any(True for row in rows[1:] for cell in row for _ in cell.iter(*NO_CELLS))
        and not any(True for cell in rows[0] for _ in cell.iter(*NO_HEADS))
    )


def _is_sentence(text: str) -> bool:
    """Whether a text says something; "Ref no." is a heading that is cut short."""
    return text.endswith(".") and len(text.split()) > MOST_CUT_WORDS


def _mark(element: HtmlElement, rows: Sequence[Sequence[HtmlElement]]) -> None:
    element.set("role", "table")
    for number, row in enumerate(rows):
        line = row[0].getparent()
        line.set("role", "row")
        head = number == 0 and (_is_named(line, HEAD_WORDS) or all(_is_strong(c) for c in row))
        for cell in row:
            cell.set("role", "columnheader" if head else "cell")


def _is_strong(cell: HtmlElement) -> bool:
    """Whether all of a cell's words are set bold, or are a heading."""
    strong = " ".join(text_of(part) for part in cell.iter("b", "strong", *HEADINGS))
    return bool(strong) and strong == text_of(cell)
