"""The entries of glossary tables: "Term | Definition", "Abbreviation | In full | Meaning"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Table
from extractors.glossary.terms import in_glossary, own_acronym, split_acronym, stands_for
from extractors.grid import grid_of
from extractors.layouts.plain.sides import split_sides
from extractors.lines import Line
from extractors.places import join_places
from extractors.rows import GlossaryRow

PAIRED = (2, 4, 6)  # columns of terms, each with its definition at its right
MAX_COLUMNS = 4  # columns: term, alternatives, definition, and a source at most

TERM_RE = re.compile(
    r"^(?:key\s+)?(?:terms?|words?|phrases?|glossary(?:\s+terms?)?|expressions?|jargon|concepts?|"
    r"terminology)(?:\s*(?:/|or|and|&)\s*\w+)?$",
    re.IGNORECASE,
)
ACRONYM_RE = re.compile(
    r"^(?:acronyms?|abbreviations?|initials?|alternatives?|also\s+known\s+as|short\s+(?:form|for))"
    r"(?:\s*(?:/|or|and|&)\s*(?:acronyms?|abbreviations?|alternatives?|initials?|terms?))*$",
    re.IGNORECASE,
)
FULL_RE = re.compile(
    r"^(?:full\s+(?:name|term|title|form)|in\s+full|expansion|stands\s+for|what\s+it\s+stands\s+for|"
    r"name)$",
    re.IGNORECASE,
)
DEFINITION_RE = re.compile(
    r"^(?:(?:full\s+)?definitions?|meanings?|descriptions?|explanations?|what\s+(?:it|this|they|we)\s+"
    r"means?(?:\s+by\s+(?:it|this|that))?|what\s+do(?:es)?\s+(?:it|this|they)\s+mean\??|what\s+(?:it|this)\s+is|details?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the table has no such column."""

    term: int
    acronym: int | None
    definition: int | None


def from_tables(lines: Sequence[Line], whole: bool) -> Iterator[GlossaryRow]:
    """The rows of tables that head terms and meanings, or stand in a glossary without any head.

    ``whole`` is True where the document is nothing but a glossary.
    """
    before: tuple[int, tuple[_Columns, ...]] | None = None
    for line in lines:
        if line.table is None:
            before = None
        for table in split_sides(grid_of(line.table)) if line.table is not None else ():
            grid = _own_rows(table)
            head = _header_at(grid)
            named = None if head is None else _columns(grid[head])
            sides: tuple[_Columns, ...] = () if named is None else (named,)
            count = len(grid[0]) if grid else 0
            if not sides and before is not None and before[0] == count:
                sides = before[1]
            if not sides and in_glossary(line, whole):
                sides = _guess_columns(count, grid)
            before = (count, sides) if sides else None
            for columns in sides:
                yield from _table_rows(grid[0 if head is None else head + 1 :], columns)


def _header_at(grid: Sequence[Sequence[Cell | None]]) -> int | None:
    """The header row: the first, or the second below a title that spans the table."""
    return next((n for n, row in enumerate(grid[:2]) if _columns(row) is not None), None)


def _columns(row: Sequence[Cell | None]) -> _Columns | None:
    """Read a header row; None where it does not head a glossary."""
    texts = [_text(cell).rstrip(":").strip() for cell in row]
    if len(texts) > MAX_COLUMNS:
        return None
    term, acronym = _first(texts, TERM_RE), _first(texts, ACRONYM_RE)
    full, definition = _first(texts, FULL_RE), _first(texts, DEFINITION_RE)
    if acronym is not None and term is None and (full is not None or definition is not None):
        if definition is None or full is None:
            return _Columns(acronym, acronym, definition if full is None else full)
        return _Columns(full, acronym, definition)
    if term is None or (acronym is None and definition is None and full is None):
        return None
    return _Columns(term, acronym, definition if definition is not None else full)


def _first(texts: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((number for number, text in enumerate(texts) if pattern.match(text)), None)


def _guess_columns(count: int, grid: Sequence[Sequence[Cell | None]]) -> tuple[_Columns, ...]:
    """Columns of a table without header below "Glossary": term first, definition last.

    Four or six are such pairs side by side where what stands right of each term is longer; no term
    is a figure: "Jo Ray | Head of Homes | 01234 567 | jo.ray@vale.example".
    """
    if count == 3:
        return (_Columns(0, 1, 2),)
    if count not in PAIRED:
        return ()
    firsts = range(0, count, 2)
    texts = [(_text(row[n]), _text(row[n + 1])) for row in grid for n in firsts]
    longer = sum(len(term) < len(text) for term, text in texts)
    figures = any(term and not any(map(str.isalpha, term)) for term, _ in texts)
    if count > 2 and (figures or longer * 2 <= sum(map(any, texts))):
        return ()
    return tuple(_Columns(first, None, first + 1) for first in firsts)


def _table_rows(grid: Sequence[Sequence[Cell | None]], columns: _Columns) -> Iterator[GlossaryRow]:
    last: GlossaryRow | None = None
    for row in grid:
        if _columns(row) is not None or len({id(cell) for cell in row if _text(cell)}) == 0:
            continue
        one = _table_row(row, columns)
        if several := _abreast(row, columns):
            yield from (last, *several) if last is not None else several
            last = None
        elif one.term:
            if last is not None:
                yield last
            last = None if _is_banner(row) else one
        elif last is not None and one.definition is not None:
            joined = " ".join(text for text in (last.definition, one.definition) if text)
            short = last.acronym or own_acronym(last.term, joined)
            place = join_places((last.place, one.place))
            last = replace(last, acronym=short, definition=joined, place=place)
    if last is not None:
        yield last


def _table_row(row: Sequence[Cell | None], columns: _Columns) -> GlossaryRow:
    term = _text(row[columns.term])
    acronym = None if columns.acronym is None else _text(row[columns.acronym])
    definition = None if columns.definition is None else _text(row[columns.definition])
    place = join_places(cell.place for cell in row if cell is not None)
    term, bracketed = split_acronym(term)
    acronym = acronym or bracketed or own_acronym(term, definition)
    return GlossaryRow(term, acronym, definition or None, place)


def _abreast(row: Sequence[Cell | None], columns: _Columns) -> list[GlossaryRow]:
    """The abbreviations of a row that is read from several lines: "CSP VRU" and what each means."""
    term = row[columns.term]
    definition = None if columns.definition is None else row[columns.definition]
    short = _text(term).split()
    texts = [one.text for one in definition.paragraphs] if definition is not None else []
    if len(short) < 2 or len(short) != len(texts) or not all(map(stands_for, short, texts)):
        return []
    place = join_places(cell.place for cell in (term, definition) if cell is not None)
    return [GlossaryRow(one, one, text, place) for one, text in zip(short, texts, strict=True)]


def _is_banner(row: Sequence[Cell | None]) -> bool:
    """A row that spans the table or holds one text: a letter or the name of a group."""
    return len({id(cell) for cell in row if _text(cell)}) == 1


def _text(cell: Cell | None) -> str:
    return "" if cell is None else cell.text.strip()


def _own_rows(table: Table) -> list[list[Cell | None]]:
    """The rows of a table, without empty columns; a cell that spans rows stands in its first."""
    squares = grid_of(table).squares
    filled = sorted({cell.column for cell in table.cells if _text(cell)})
    return [
        [cell if (cell := row[n]) is not None and cell.row == number else None for n in filled]
        for number, row in enumerate(squares)
    ]
