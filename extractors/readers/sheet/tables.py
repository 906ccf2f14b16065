"""The filled squares of one sheet to headings, paragraphs and tables.

Knows where a table on a sheet starts and ends; knows no files and no actions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Block, Cell, Heading, Paragraph, Table
from extractors.readers.labels import LABEL_RE
from extractors.readers.sheet.record import Sheet, Square
from extractors.readers.sheet.sides import TABLE_COLUMNS, side_by_side
from extractors.readers.sheet.titles import SHEET_LEVEL
from extractors.readers.web.blocks.inline import Run, to_paragraphs

MAX_ROWS = 20_000  # rows of a sheet that are read; the longest plan seen has 640
MAX_FILLED = 250_000  # filled squares of a sheet; a plan of 640 rows and 14 columns has 9,000
TITLE_LEVEL = 3  # below the heading that names the sheet
TITLE_WORDS = 20  # longest single cell above a table that is its title and no note
LEAST_ROWS = 3  # of two cells that are a table of their own; fewer are notes above the next one
NOTE_CELLS = 2  # filled cells of a line above a table: "Owner" and a name
HEADER_WORDS = 8  # longest heading of a column; the longest seen in plans have 20 but are bold
LETTERS_RE = re.compile(r"[\W_]")  # a sheet's name may not hold : / ? * [ ]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a sheet that shows something; ``columns`` are its filled ones."""

    row: int
    columns: tuple[int, ...]


def to_blocks(sheet: Sheet) -> list[Block]:
    """Make blocks of a sheet: its name as heading, then titles, notes and tables in order.

    A title row that begins with the sheet's name stands in its place.
    """
    blocks: list[Block] = []
    for part in side_by_side(sheet):
        for lines in _tables(part, _bands(part)):
            blocks.extend(_read_table(part, lines))
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and _begins_with(block, sheet):
            blocks[place] = replace(block, level=SHEET_LEVEL)
            return blocks
        if isinstance(block, Table):
            break
    return [Heading(sheet.name, SHEET_LEVEL), *blocks]


def _begins_with(title: Heading, sheet: Sheet) -> bool:
    """Whether a title row says in full what the sheet's name says: names end at 31 letters.

    ``"Priority 1 Safer streets and pu"`` for "Priority 1: Safer streets and public places".
    """
    name, said = (LETTERS_RE.sub("", text).casefold() for text in (sheet.name, title.text))
    return bool(name) and said.startswith(name)


def _bands(sheet: Sheet) -> list[list[_Line]]:
    """Rows that show something, parted at empty rows; a merged cell bridges what it covers."""
    by_row: dict[int, list[int]] = {}
    for row, column in sheet.squares:
        by_row.setdefault(row, []).append(column)
    covered = {
        below
        for (row, _), (height, _) in sheet.merged.items()
        for below in range(row + 1, row + height)
    }
    bands: list[list[_Line]] = []
    last = None
    for row in sorted(by_row):
        gap = last is None or any(r not in covered for r in range(last + 1, row))
        if gap:
            bands.append([])
        bands[-1].append(_Line(row, tuple(sorted(by_row[row]))))
        last = row
    return bands


def _tables(sheet: Sheet, bands: Sequence[Sequence[_Line]]) -> Iterator[list[_Line]]:
    """Put bands together that an empty row parts without a new table beginning.

    Single cells between empty rows name the rows that follow them; without such rows they are a
    note of their own.
    """
    lines: list[_Line] = []
    for number, band in enumerate(bands):
        after = bands[number + 1] if number + 1 < len(bands) else None
        lone = all(len(line.columns) == 1 for line in band)
        note = lone and (after is None or _begins_table(sheet, lines or band, after))
        if lines and (note or _begins_table(sheet, lines, band)):
            yield lines
            lines = []
        lines.extend(band)
    if lines:
        yield lines


def _begins_table(sheet: Sheet, before: Sequence[_Line], band: Sequence[_Line]) -> bool:
    """Whether a band after an empty row is a new table: it has a header row, or other columns."""
    width = max(len(line.columns) for line in before)
    first = next((line for line in band if len(line.columns) > NOTE_CELLS), None)
    if first is None:
        return width < TABLE_COLUMNS or len(band) > 1 or _is_long(sheet, band[0])
    if width < TABLE_COLUMNS:
        return sum(len(line.columns) > 1 for line in before) >= LEAST_ROWS
    again = _first_label(sheet, band) == _first_label(sheet, before)
    if _is_labelled(sheet, band) and (again or not _is_labelled(sheet, before)):
        return True
    extent = {column for line in before for column in line.columns}
    return _is_header(sheet, first) or not extent.intersection(first.columns)


def _is_header(sheet: Sheet, line: _Line) -> bool:
    """Whether a row names columns: words and no numbers, all bold or filled, or all short."""
    squares = [sheet.squares[line.row, column] for column in line.columns]
    if len(squares) < TABLE_COLUMNS or any(square.number for square in squares):
        return False
    if all(square.bold or square.fill is not None for square in squares):
        return True
    styled = any(square.bold for square in sheet.squares.values())
    texts = {square.text.lower() for square in squares}
    short = all(len(square.text.split()) <= HEADER_WORDS for square in squares)
    return short and not styled and len(texts) == len(squares)


def _is_labelled(sheet: Sheet, lines: Sequence[_Line]) -> bool:
    """Whether rows begin with a label that stands out, and their values do not: a form."""
    rows = [line for line in lines if len(line.columns) > 1]
    edge = min(column for line in lines for column in line.columns)
    return len(rows) > 1 and all(
        line.columns[0] == edge and _stands_out(sheet, line) for line in rows
    )


def _first_label(sheet: Sheet, lines: Sequence[_Line]) -> str | None:
    full = next((line for line in lines if len(line.columns) > 1), None)
    return None if full is None else sheet.squares[full.row, full.columns[0]].text


def _stands_out(sheet: Sheet, line: _Line) -> bool:
    first, *others = (sheet.squares[line.row, column] for column in line.columns)
    marked = any(square.bold for square in others)
    return first.bold and not marked


def _is_long(sheet: Sheet, line: _Line) -> bool:
    return any(len(sheet.squares[line.row, c].text.split()) > TITLE_WORDS for c in line.columns)


def _read_table(sheet: Sheet, lines: Sequence[_Line]) -> Iterator[Block]:
    """Titles and notes above the first full row, then the table, then notes below it."""
    widest = max(len(line.columns) for line in lines)
    start = 0
    if widest >= TABLE_COLUMNS:
        most = NOTE_CELLS if widest > TABLE_COLUMNS or _stands_apart(lines) else 1
        edge = max(column for line in lines for column in line.columns)
        start = next(
            i
            for i, line in enumerate(lines)
            if len(line.columns) > most or _is_wide_pair(sheet, line, edge)
        )
    elif widest == 1:
        start = len(lines)
    else:
        start = next(i for i, line in enumerate(lines) if not _is_title_of_two(sheet, line))
    bold = start > 0 and _stands_out(sheet, lines[0])
    for number, line in enumerate(lines[:start]):
        explains = number > 0 and bold and not _stands_out(sheet, line)
        above = start < len(lines) and not explains
        yield from _title(sheet, line, first=number == 0, above=above)
    if start < len(lines):
        yield _table(sheet, lines[start:])


def _stands_apart(lines: Sequence[_Line]) -> bool:
    """Whether an empty row parts short lines from the first full one: "Sponsor | Mayor"."""
    full = next(i for i, line in enumerate(lines) if len(line.columns) > NOTE_CELLS)
    return full > 0 and lines[full].row > lines[full - 1].row + 1


def _is_wide_pair(sheet: Sheet, line: _Line, edge: int) -> bool:
    """Whether a row is a label with a value merged to the edge of the table: a form's first."""
    last = line.columns[-1]
    _, width = sheet.merged.get((line.row, last), (1, 1))
    return len(line.columns) == 2 and width > 1 and last + width > edge


def _is_title_of_two(sheet: Sheet, line: _Line) -> bool:
    """A single cell above two columns names them, unless it is merged over just these two."""
    _, width = sheet.merged.get((line.row, line.columns[0]), (1, 1))
    return len(line.columns) == 1 and width != 2


def _title(sheet: Sheet, line: _Line, *, first: bool, above: bool) -> Iterator[Block]:
    squares = [sheet.squares[line.row, column] for column in line.columns]
    text = " ".join(" ".join(square.text.split()) for square in squares)
    alone = len(squares) == 1 and len(text.split()) <= TITLE_WORDS
    label = _label(text) if alone and not first and not squares[0].bold else None
    if label is not None:
        yield Paragraph(text, lead_in=label)
    elif alone and (above or first or squares[0].bold) and not text.endswith("."):
        yield Heading(text, TITLE_LEVEL)
    elif len(squares) == 1:
        yield from _paragraphs(squares[0])
    else:
        yield Paragraph(text, lead_in=" ".join(squares[0].text.split()) or None)


def _label(text: str) -> str | None:
    """What a plain line under a title calls its value: "Sponsor:" of "Sponsor: Councillor Ash".

    None where it counts a title: "Priority 2: Orchards".
    """
    found = LABEL_RE.match(text)
    if found is None or not found[0].endswith(":") or any(map(str.isdigit, found[0])):
        return None
    return found[0]


def _table(sheet: Sheet, lines: Sequence[_Line]) -> Table:
    rows = {line.row: number for number, line in enumerate(lines)}
    filled = sorted({column for line in lines for column in line.columns})
    columns = {column: number for number, column in enumerate(filled)}
    cells = []
    for line in lines:
        for column in line.columns:
            height, width = sheet.merged.get((line.row, column), (1, 1))
            square = sheet.squares[line.row, column]
            cells.append(
                Cell(
                    row=rows[line.row],
                    column=columns[column],
                    paragraphs=tuple(_paragraphs(square)),
                    row_span=sum(row in rows for row in range(line.row, line.row + height)),
                    column_span=sum(c in columns for c in range(column, column + width)),
                    fill=square.fill,
                )
            )
    return Table(_with_empty(cells, len(rows), len(columns)), len(rows), len(columns))


def _with_empty(cells: Sequence[Cell], rows: int, columns: int) -> tuple[Cell, ...]:
    """The cells with an empty one on every square of the grid that none of them covers."""
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    squares = ((row, column) for row in range(rows) for column in range(columns))
    empty = (Cell(row, column) for row, column in squares if (row, column) not in taken)
    return tuple(sorted((*cells, *empty), key=lambda cell: (cell.row, cell.column)))


def _paragraphs(square: Square) -> list[Paragraph]:
    """A paragraph a line of the cell; typed list markers are parted from their text."""
    return [paragraph for line in _lines(square) for paragraph in to_paragraphs(line)]


def _lines(square: Square) -> list[list[Run]]:
    """The pieces of a cell, line by line."""
    runs = square.runs or (Run(square.text, square.bold, square.struck),)
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.splitlines(keepends=False) or [""]):
            if number:
                lines.append([])
            lines[-1].append(replace(run, text=text))
        if run.text.endswith("\n"):
            lines.append([])
    return lines
