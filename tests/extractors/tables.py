"""A small way to write tables in a test: a line a row, cells between bars.

``^`` goes on with the cell above, ``<`` with the cell to the left, ``//`` begins a paragraph;
``(a)``, ``1.`` and ``•`` before a paragraph are its marker; ``**bold**`` makes a cell bold.
"""

import re
from collections.abc import Sequence

from extractors.actions import find_actions
from extractors.blocks import Block, Box, Cell, Document, Paragraph, Place, Table
from extractors.stitching.stitch import stitch

MARKER_RE = re.compile(r"(?P<marker>\([a-z]\)|\d{1,2}\.|•|o)\s+(?P<text>.+)", re.DOTALL)
WIDTH = 720.0  # points; a landscape page without its margins
LINE = 12.0  # points


def table(text: str, page: int | None = None, **more) -> Table:
    """The table that a reader would make of the text."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return of_rows(rows, page, **more)


def of_rows(
    rows: Sequence[Sequence[str]],
    page: int | None = None,
    edges: Sequence[float] | None = None,
    fills: dict[tuple[int, int], str] | None = None,
    **more,
) -> Table:
    width = max(len(row) for row in rows)
    steps = [40.0 + WIDTH * n / width for n in range(width + 1)]
    edges = tuple(edges or (steps if page else ()))
    cells = []
    for r, row in enumerate(rows):
        for c, said in enumerate(row):
            if said in ("^", "<"):
                continue
            across = 1 + _run([row[k] == "<" for k in range(c + 1, len(row))])
            down = 1 + _run([rows[k][c] == "^" for k in range(r + 1, len(rows))])
            place = _place(page, edges, r, c, down, across)
            fill = (fills or {}).get((r, c))
            cells.append(Cell(r, c, _paragraphs(said), down, across, fill=fill, place=place))
    place = _place(page, edges, 0, 0, len(rows), width)
    return Table(tuple(cells), len(rows), width, edges=edges, place=place, **more)


def _run(flags: list[bool]) -> int:
    return next((n for n, flag in enumerate(flags) if not flag), len(flags))


def _place(page, edges, row, column, down, across) -> Place:
    if page is None:
        return Place()
    top = 60.0 + row * LINE
    return Place((Box(page, edges[column], top, edges[column + across], top + down * LINE),))


def _paragraphs(said: str) -> tuple[Paragraph, ...]:
    bold = said.startswith("**") and said.endswith("**") and len(said) > 4
    parts = said.strip("*").split("//") if bold else said.split("//")
    return tuple(_paragraph(part.strip(), bold) for part in parts if part.strip())


def _paragraph(said: str, bold: bool) -> Paragraph:
    found = MARKER_RE.fullmatch(said)
    if found is None:
        return Paragraph(said, bold=bold)
    return Paragraph(found["text"], found["marker"], bold=bold)


def document(*blocks: Block, pages: int | None = None, title: str | None = None) -> Document:
    return Document("application/pdf", tuple(blocks), title=title, pages=pages)


def texts(one: Table) -> list[list[str]]:
    """What a table prints, row by row, cells where they begin."""
    rows: list[list[str]] = [[] for _ in range(one.row_count)]
    for cell in one.cells:
        rows[cell.row].append(cell.text)
    return rows


def found(*blocks: Block, pages: int | None = None, title: str | None = None) -> list[dict]:
    """The actions of a document as plain records: fields, measures, section."""
    result = find_actions(stitch(document(*blocks, pages=pages, title=title)))
    return [
        {**one.row.cells, "section": one.row.section, "items": list(one.row.measures)}
        for one in result.actions
    ]


def pick(rows: list[dict], *names: str) -> list[tuple]:
    return [tuple(row.get(name) for name in names) for row in rows]
