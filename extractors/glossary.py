"""The terms that a document explains: glossary tables, definition lists, lists of abbreviations.

Runs on the stitched document. A term introduced in the running text ("the Independent Domestic
Violence Adviser (IDVA)") counts only inside a glossary: elsewhere it is no entry of one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from extractors.blocks import Cell, Document, Place, Table, join_places
from extractors.grid import grid_of
from extractors.layouts.sides import split_sides
from extractors.lines import Line, lines_of
from extractors.rows import GlossaryRow

MIN_ENTRIES = 2  # entries; one line with a colon below "Definitions" is no glossary
MAX_ENTRY = 5_000  # characters of a term and its definition; the longest of 1,271 has 447
MAX_TERM_WORDS = 9  # words; the longest of 1,271 terms, made and of the corpus, has 5
MAX_ALONE_WORDS = 6  # words of a term alone on its line, which nothing else marks
MAX_COLUMNS = 4  # columns: term, alternatives, definition, and a source at most
MAX_HEADING_WORDS = 10  # words; longer headings are sentences about something else

GLOSSARY_RE = re.compile(
    r"\b(?:glossary|abbreviations?|acronyms?|jargon|terminology|key\s+terms|terms\s+used|"
    r"(?:explanation|list)\s+of\s+terms|useful\s+terms|words\s+(?:we\s+use|explained)|"
    r"(?:words|terms)\s+mean)\b|^(?:\d+\.?\s+)?(?:appendix\s+\w+\s*[:.\u2013-]?\s*)?(?:key\s+)?"
    r"(?:terms\s+and\s+)?definitions(?:\s+(?:and\s+\w+|of\s+terms))?:?$",
    re.IGNORECASE,
)
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
    r"means?|what\s+do(?:es)?\s+(?:it|this|they)\s+mean\??|what\s+(?:it|this)\s+is|details?)$",
    re.IGNORECASE,
)
ENTRY_RE = re.compile(
    r"^(?P<term>[^:;.]{1,90}?)(?:\s*:\s+|\s+[\u2013\u2014-]\s+|\s*=\s*)(?P<rest>\S.*)$"
)
BRACKETED_RE = re.compile(r"^(?P<term>[^()]{3,90}?)\s*\((?P<acronym>[A-Z][\w&/+-]{1,11})\)\.?$")
ACRONYM_FIRST_RE = re.compile(r"^(?P<acronym>[A-Z][A-Za-z&+]{1,9})\s+(?P<rest>[A-Z].*)$")
NEXT_ENTRY_RE = re.compile(r"(?<=[a-z)]\.)\s+([A-Z][^.:;]{2,60}:\s+[A-Z])")
DAY_RE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
LETTER_RE = re.compile(r"^[A-Z](?:\s*(?:[\u2013-]|to)\s*[A-Z])?$")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the table has no such column."""

    term: int
    acronym: int | None
    definition: int | None


@dataclass(slots=True)
class _Entry:
    term: str
    texts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def find_glossary(document: Document) -> tuple[GlossaryRow, ...]:
    """Find the terms that the document explains, each once, in reading order.

    A table headed "Abbreviation | Meaning" gives the abbreviation as term and as acronym, its
    meaning as definition. () where the document has no glossary.
    """
    lines = lines_of(document)
    whole = document.title is not None and _names_glossary(document.title)
    whole = whole or bool(lines and lines[0].heading and _names_glossary(lines[0].text))
    found = [*_from_tables(lines, whole)]
    found += [] if _asks(lines, whole) else _from_text(lines, whole)
    once: dict[str, GlossaryRow] = {}
    for row in found:
        once.setdefault(f"{row.term.casefold()}|{(row.definition or '').casefold()}", row)
    return tuple(once.values())


def _asks(lines: Sequence[Line], whole: bool) -> bool:
    """Whether "Definitions" stands above questions and their answers, which explain no terms."""
    return any(
        line.heading and line.text.endswith("?") and _in_glossary(line, whole) for line in lines
    )


def _names_glossary(heading: str) -> bool:
    return len(heading.split()) <= MAX_HEADING_WORDS and GLOSSARY_RE.search(heading) is not None


def _in_glossary(line: Line, whole: bool) -> bool:
    return whole or any(_names_glossary(heading) for heading in line.above)


def _from_tables(lines: Sequence[Line], whole: bool) -> Iterator[GlossaryRow]:
    before: tuple[int, _Columns] | None = None
    for line in lines:
        if line.table is None:
            before = None
        for table in split_sides(grid_of(line.table)) if line.table is not None else ():
            grid = _own_rows(table)
            head = _header_at(grid)
            columns = None if head is None else _columns(grid[head])
            if columns is None and before is not None and before[0] == table.column_count:
                columns = before[1]
            if columns is None and _in_glossary(line, whole):
                columns = _guess_columns(table)
            before = None if columns is None else (table.column_count, columns)
            if columns is not None:
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


def _guess_columns(table: Table) -> _Columns | None:
    """Columns of a table without header below "Glossary": term first, definition last."""
    if table.column_count == 2:
        return _Columns(0, None, 1)
    return _Columns(0, 1, 2) if table.column_count == 3 else None


def _table_rows(grid: Sequence[Sequence[Cell | None]], columns: _Columns) -> Iterator[GlossaryRow]:
    last: GlossaryRow | None = None
    for row in grid:
        if _columns(row) is not None or len({id(cell) for cell in row if _text(cell)}) == 0:
            continue
        one = _table_row(row, columns)
        if one.term:
            if last is not None:
                yield last
            last = None if one.definition is None and _is_banner(row) else one
        elif last is not None and one.definition is not None:
            joined = " ".join(text for text in (last.definition, one.definition) if text)
            last = replace(last, definition=joined, place=join_places((last.place, one.place)))
    if last is not None:
        yield last


def _table_row(row: Sequence[Cell | None], columns: _Columns) -> GlossaryRow:
    term = _text(row[columns.term])
    acronym = None if columns.acronym is None else _text(row[columns.acronym])
    definition = None if columns.definition is None else _text(row[columns.definition])
    place = join_places(cell.place for cell in row if cell is not None)
    acronym = acronym or _bracketed_acronym(term) or _own_acronym(term, definition)
    return GlossaryRow(term, acronym, definition or None, place)


def _is_banner(row: Sequence[Cell | None]) -> bool:
    """A row that spans the table or holds one text: a letter or the name of a group."""
    return len({id(cell) for cell in row if _text(cell)}) == 1


def _text(cell: Cell | None) -> str:
    return "" if cell is None else cell.text.strip()


def _own_rows(table: Table) -> list[list[Cell | None]]:
    """The rows of a table; a cell that spans rows stands in its first alone."""
    return [
        [cell if cell is not None and cell.row == number else None for cell in row]
        for number, row in enumerate(grid_of(table).squares)
    ]


def _from_text(lines: Sequence[Line], whole: bool) -> list[GlossaryRow]:
    entries: list[_Entry] = []
    headed = ended = False  # terms are headings; a heading that is no term has ended the glossary
    for line in chain.from_iterable(map(_parted, lines)):
        if line.table is not None or not _in_glossary(line, whole):
            continue
        if line.heading is not None:
            if LETTER_RE.match(line.text) or _names_glossary(line.text):
                ended = ended and not _names_glossary(line.text)
                continue
            headed = headed or not entries
            ended = ended or not headed
            if headed:
                entries.append(_Entry(_clean(line.text), [], [line.place]))
        elif ended:
            continue
        elif (entry := _read_entry(line)) is not None:
            entries.append(entry)
        elif entries:
            entries[-1].texts.append(line.text)
            entries[-1].places.append(line.place)
    rows = [_text_row(entry) for entry in entries if _is_entry(entry)]
    if len(rows) < MIN_ENTRIES:
        rows = _from_pairs([line for line in lines if line.is_text and _in_glossary(line, whole)])
    return rows if len(rows) >= MIN_ENTRIES else []


def _parted(line: Line) -> Iterator[Line]:
    """The entries that a reader took for one paragraph: "Term: what it means. Next: that too."."""
    if not line.is_text or line.lead_in is not None or ": " not in line.text:
        yield line
        return
    starts = [0, *(found.start(1) for found in NEXT_ENTRY_RE.finditer(line.text))]
    for start, end in pairwise([*starts, len(line.text)]):
        yield replace(line, text=line.text[start:end].rstrip())


def _from_pairs(lines: Sequence[Line]) -> list[GlossaryRow]:
    """A term alone on its line, what it means below: a list of definitions without any mark."""
    entries: list[_Entry] = []
    for line in lines:
        short = len(line.text.split()) <= MAX_ALONE_WORDS
        if short and line.text[:1].isupper() and not line.text.endswith((".", ",", ":", ";")):
            entries.append(_Entry(_clean(line.text), [], [line.place]))
        elif entries:
            entries[-1].texts.append(line.text)
            entries[-1].places.append(line.place)
        else:
            return []  # the section begins with prose
    return [_text_row(entry) for entry in entries] if all(one.texts for one in entries) else []


def _is_entry(entry: _Entry) -> bool:
    """A heading without text below it is the name of a group of terms."""
    short = 0 < len(entry.term.split()) <= MAX_TERM_WORDS
    return short and (bool(entry.texts) or BRACKETED_RE.match(entry.term) is not None)


def _read_entry(line: Line) -> _Entry | None:
    """Read "Term: definition", "Term \u2013 definition" or "ABC Name in full"; else None."""
    if len(line.text) > MAX_ENTRY:
        return None
    if line.lead_in is not None and line.text.startswith(line.lead_in):
        rest = line.text[len(line.lead_in) :].strip(" :\u2013\u2014-")
        return _Entry(_clean(line.lead_in), [rest] if rest else [], [line.place])
    found = ENTRY_RE.match(line.text)
    if found is not None and DAY_RE.fullmatch(found["rest"]):
        return None  # "Last updated: 12 March 2025"
    if found is not None and len(found["term"].split()) <= MAX_TERM_WORDS:
        return _Entry(_clean(found["term"]), [found["rest"]], [line.place])
    bracketed = BRACKETED_RE.match(line.text)
    if bracketed is not None:
        return _Entry(line.text.rstrip("."), [], [line.place])
    first = ACRONYM_FIRST_RE.match(line.text)
    if first is not None and _stands_for(first["acronym"], first["rest"]):
        return _Entry(first["acronym"], [first["rest"]], [line.place])
    return None


def _stands_for(acronym: str, words: str) -> bool:
    """The capitals of an acronym are the initials of the words: "FGM Female Genital Mutilation"."""
    initials = [word[0].upper() for word in re.findall(r"[A-Za-z]+", words)]
    capitals = [letter for letter in acronym if letter.isupper()]
    rest = iter(initials)
    return len(capitals) > 1 and all(letter in rest for letter in capitals)


def _text_row(entry: _Entry) -> GlossaryRow:
    bracketed = BRACKETED_RE.match(entry.term)
    definition = " ".join(entry.texts) or None
    if bracketed is not None and definition is None:
        term, acronym = bracketed["term"], bracketed["acronym"]
        return GlossaryRow(term, acronym, None, join_places(entry.places))
    acronym = _bracketed_acronym(entry.term) or _own_acronym(entry.term, definition)
    return GlossaryRow(entry.term, acronym, definition, join_places(entry.places))


def _own_acronym(term: str, definition: str | None) -> str | None:
    """The term itself where it abbreviates its definition: "ICB" for "Integrated Care Board"."""
    return term if definition and " " not in term and _stands_for(term, definition) else None


def _bracketed_acronym(term: str) -> str | None:
    found = BRACKETED_RE.match(term)
    return found["acronym"] if found else None


def _clean(text: str) -> str:
    return text.strip(" :\u2013\u2014-=")
