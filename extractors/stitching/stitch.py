"""Tables cut by page breaks become one table, and rows cut by them one row.

No general tool does this (pdfplumber #922, docling #2976, PyMuPDF #3208, camelot #383). Knows
blocks and headings; knows nothing of formats. The work is in three parts: which tables go on
(here), whether a row was cut (``joins``) and putting pieces into one grid (``pieces``).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from rapidfuzz import fuzz

from extractors.blocks import Block, Cell, Document, Heading, Paragraph, Table
from extractors.columns.bands import band_of, is_across
from extractors.columns.folding import fold_heading
from extractors.columns.heads import is_heading_row
from extractors.grid import Grid, grid_of
from extractors.places import join_places
from extractors.sections import CONTINUED_RE
from extractors.stitching.borders import fits, heads_over, is_bare
from extractors.stitching.forms import heads_steps_of
from extractors.stitching.pieces import Piece, join_pieces

HEAD_ROWS = 6  # rows; titles, bands and headings at the top of a table, of which some are repeated
MISREAD = 2  # letters; a heading that is longer by more has other text in its cell
MIN_CARDS = 2  # times that a page prints the headings of cards; those of a table once
SMALLER = 0.9  # times the size of a table's text: footnotes are 0.75 to 0.85 of it
NOTE_RE = re.compile(r"(?:\d{1,3}|[*†‡§])\s+[^\W\d_]")  # "1 See page 4", in the table's own size
SAME_WORDS = 90.0  # 0-100; a heading read twice from a picture differs by a letter or two


@dataclass(slots=True)
class _Run:
    """Pieces of one table so far, and what stands between them.

    Of ``held``, what stands below the last piece, repeated titles are dropped where the table goes
    on; footnotes are ``kept`` behind it.
    """

    pieces: list[Piece]
    heads: tuple[tuple[str, ...], ...]
    titles: frozenset[str]
    held: list[Heading | Paragraph] = field(default_factory=list)
    kept: list[Block] = field(default_factory=list)


def stitch(document: Document) -> Document:
    """Join the tables and rows that page breaks cut; every other block stays as it is."""
    if document.pages == 1:
        return document
    parts = list(_parted(document.blocks))
    alike: dict[tuple[str, ...], list[Piece]] = {}
    for part in parts:
        if isinstance(part, _Run) and part.heads:
            first = Piece(part.pieces[0].grid, len(part.heads))
            alike.setdefault(part.heads[-1], []).append(first)
    return replace(document, blocks=tuple(_joined(parts, alike)))


def _joined(
    parts: Sequence[Block | _Run], alike: Mapping[tuple[str, ...], Sequence[Piece]]
) -> Iterator[Block]:
    """The blocks in order; ``alike`` are the pieces under the same headings, told by these."""
    for part in parts:
        if isinstance(part, _Run):
            yield join_pieces(part.pieces, alike.get(part.heads[-1], ()) if part.heads else ())
            yield from (*part.kept, *part.held)
        else:
            yield part


def _parted(blocks: Sequence[Block]) -> Iterator[Block | _Run]:
    """Every block as it is, and the pieces of each table together."""
    run: _Run | None = None
    titles: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            grid = grid_of(block)
            piece = _continuation(run, grid) if run else None
            if run is not None and piece is not None:
                run.pieces[-1] = _with_borders(run.pieces[-1], block)
                run.pieces.append(piece)
                run.kept += [held for held in run.held if not _is_repeated(held, run)]
                run.held = []
                continue
            if run is not None:
                yield run
            run = _Run([_piece(grid, 0)], _heads(grid), frozenset(titles[-2:]))
        elif run is not None and _may_stand_between(block, run):
            run.held.append(block)
        else:
            if run is not None:
                yield run
            run = None
            titles.append(_plain(block))
            yield block
    if run is not None:
        yield run


def _may_stand_between(block: Heading | Paragraph, run: _Run) -> bool:
    """A title that is said again, or a footnote."""
    return _is_repeated(block, run) or _is_footnote(block, run.pieces[-1].grid.table)


def _is_repeated(block: Heading | Paragraph, run: _Run) -> bool:
    """Nothing, or the title of the table said again: "Priority 1: Prevention (continued)"."""
    plain = _plain(block)
    return not plain or plain in run.titles or any(plain == "".join(row) for row in run.heads)


def _is_footnote(block: Heading | Paragraph, table: Table) -> bool:
    """Whether a paragraph below a table, on its last page, is counted as notes are, or smaller."""
    if isinstance(block, Heading) or block.place.page != table.place.page_end:
        return False
    if NOTE_RE.match(block.printed):
        return True
    if block.size is None:
        return False
    sizes = Counter(p.size for cell in table.cells for p in cell.paragraphs if p.size is not None)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return block.size <= SMALLER * usual


def _plain(block: Heading | Paragraph) -> str:
    return fold_heading(CONTINUED_RE.sub("", block.text))


def _heads(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The words of the titles, bands and headings at the top, which the next page may repeat.

    A text across the table above headings is one of them: what a priority means, below its title.
    Where none is recognised the first row may be headings of a kind that is not known.
    """
    found = []
    rows = range(min(HEAD_ROWS, grid.table.row_count))
    named = {row for row in rows if row < grid.table.header_rows or is_heading_row(grid, row)}
    tall = [cell for row in named for cell in grid.own(row) if cell.text]
    named.update(chain(*(range(cell.row, cell.row + cell.row_span) for cell in tall)))
    for row in rows:
        above = row < max(named, default=0) and is_across(grid, row)
        if row and row not in named and not above and band_of(grid, row, 0) is None:
            break
        found.append(_words(grid, row))
    return tuple(found)


def _words(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(fold_heading(CONTINUED_RE.sub("", text)) for text in grid.texts(row))


def _continuation(run: _Run, grid: Grid) -> Piece | None:
    """The table as the next piece of the run; None when it is a table of its own."""
    first, last = run.pieces[0].grid, run.pieces[-1].grid.table
    page, table = last.place.page_end, grid.table
    if page is None or table.place.page != page + 1:
        return None
    repeated = _repeated_rows(run, grid)
    if (parted := _without_head(run, grid, repeated)) is not None:
        return _piece(parted, repeated) if fits(_widest(run), table, loose=True) else None
    if not fits(_widest(run), table, loose=repeated > 0):
        return None
    own = repeated == 0 and _has_own_head(first, grid)
    if own and not heads_steps_of(run.pieces[-1].grid, grid):
        return None
    return _piece(grid, repeated)


def _piece(grid: Grid, repeated: int) -> Piece:
    last = grid.table.row_count - 1
    closed = last >= 0 and (is_heading_row(grid, last) or band_of(grid, last, 0) is not None)
    return Piece(grid, repeated, closed or (last == 0 and grid.table.header_rows > 0))


def _repeated_rows(run: _Run, grid: Grid) -> int:
    """How many rows at the top say again what the top of the table said."""
    known = [words for words in run.heads if words]
    count = 0
    for row in range(min(HEAD_ROWS, grid.table.row_count)):
        words = _words(grid, row)
        again = len(words) > 1 or _is_title_again(count, known, words)
        if not words or not again or not any(_same(words, other) for other in known):
            break
        count = row + 1
    return count


def _without_head(run: _Run, grid: Grid, row: int) -> Grid | None:
    """The piece without repeated headings that stand in one cell with the rest of a cut row.

    Producers that draw no rule above such a rest leave no border between the two. None where
    the row, the first below repeated titles, does not begin with the headings.
    """
    own = grid.own(row) if row < grid.table.row_count else []
    cells = [cell for cell in own if cell.paragraphs]
    for head in run.heads:
        if len(head) > 1 and len(head) == len(cells):
            rest = [_rest_of(cell, word) for cell, word in zip(cells, head, strict=True)]
            if all(one is not None for one in rest) and any(one and one.text for one in rest):
                parted = {id(cell): one for cell, one in zip(cells, rest, strict=True)}
                whole = tuple(parted.get(id(cell)) or cell for cell in grid.table.cells)
                return grid_of(replace(grid.table, cells=whole))
    return None


def _rest_of(cell: Cell, heading: str) -> Cell | None:
    """A cell without the heading with which it begins; None where it begins with another text."""
    first, *others = cell.paragraphs
    words = first.text.split()
    for count in range(1, len(words) + 1):
        if fold_heading(" ".join(words[:count])) == heading:
            rest = " ".join(words[count:])
            if rest:
                return replace(cell, paragraphs=(replace(first, text=rest), *others))
            below = join_places(one.place for one in others)  # where the rest of the row stands
            return replace(cell, paragraphs=tuple(others), place=below)
    return None


def _is_title_again(count: int, known: Sequence[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """A single repeated text is a title only in the same place at the top of both pieces."""
    return len(words) == 1 and known[count : count + 1] == [words]


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    if any(abs(len(a) - len(b)) > MISREAD for a, b in zip(one, other, strict=True)):
        return False
    if _figures(one) != _figures(other):
        return False  # "Reference LT3" and "Reference LT4" begin two forms
    return fuzz.ratio("".join(one), "".join(other)) >= SAME_WORDS


def _figures(words: tuple[str, ...]) -> list[str]:
    """The words with figures: "lt3", "2b"."""
    return [
        part for word in words for part in word.split() if any(letter.isdigit() for letter in part)
    ]


def _has_own_head(first: Grid, grid: Grid) -> bool:
    """Whether a piece begins with headings of its own, which no other table's piece does."""
    if grid.table.header_rows:
        return True
    for row in range(min(HEAD_ROWS, grid.table.row_count)):
        if is_heading_row(grid, row):
            return not _is_label(grid, row)
        if band_of(grid, row, 0) is None:
            break
    return _style(first, 0) is not None and _style(first, 0) == _style(grid, 0) != _style(first, 1)


def _is_label(grid: Grid, row: int) -> bool:
    """Whether a row is a label of a card and its value: "Status | On track".

    The label is said again below with another value, as headings are not.
    """
    words = _words(grid, row)
    below = map(partial(_words, grid), range(row + 1, grid.table.row_count))
    return any(other[:1] == words[:1] and other != words for other in below)


def _style(grid: Grid, row: int) -> tuple[bool, frozenset[str | None]] | None:
    """How a row of two cells or more is printed; None where nothing marks it."""
    if row >= grid.table.row_count:
        return None
    cells = [cell for cell in grid.own(row) if cell.text]
    bold, fills = all(cell.bold for cell in cells), frozenset(cell.fill for cell in cells)
    marked = len(cells) > 1 and (bold or None not in fills)
    return (bold, fills) if marked else None


def _widest(run: _Run) -> Table:
    """Of the last two pieces the one with more columns: rows across a page's table hide some."""
    return max((piece.grid.table for piece in run.pieces[-2:]), key=lambda t: t.column_count)


def _with_borders(piece: Piece, below: Table) -> Piece:
    heads = heads_over(piece.grid.table, below) if is_bare(piece.grid.table) else None
    return piece if heads is None else replace(piece, grid=grid_of(heads))
