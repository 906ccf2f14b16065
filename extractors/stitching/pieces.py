"""Pieces of one table to one grid: rows appended, cut cells joined.

Knows tables; knows nothing of formats and of what a table says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.blocks import Cell, Paragraph, Table
from extractors.grid import Grid, text_of
from extractors.places import join_places
from extractors.stitching.borders import all_edges, nearest, on_edges
from extractors.stitching.joins import CUT, Pair, RowHabits, cut_reasons, goes_on, says_again

FEW_ROWS = 2  # whole rows; with fewer the halves at page breaks must be looked at as well
MAX_ALIKE = 50  # tables; more show nothing new, and each of 1,000 would be compared with all
MIN_FRESH = 2  # filled cells of a new row under a merged cell that goes on over the page break


@dataclass(frozen=True, slots=True)
class Piece:
    """A table of one page.

    Attributes:
        grid: The table.
        repeated: How many of its first rows only repeat the headings.
        closed: Its last row is a heading or a banner, which no page break cuts.
    """

    grid: Grid
    repeated: int
    closed: bool = False


@dataclass(slots=True)
class _Whole:
    """The table as far as it is put together; ``last`` are the cells that cover its last row."""

    cells: list[Cell]
    joined: list[tuple[str, ...]]
    last: list[int]


def join_pieces(pieces: Sequence[Piece], alike: Sequence[Piece] = ()) -> Table:
    """Put the pieces of one table together, in order; a single piece comes back as it is.

    Tables under the same headings (``alike``) show how rows look where this one has too few.
    Every join of a row is named in ``Table.joined``; the boxes of all pages are kept.
    """
    first = pieces[0].grid.table
    if len(pieces) == 1:
        return first
    edges = [] if _are_headed(pieces) else all_edges([piece.grid.table for piece in pieces])
    rows = [_rows(piece, edges) for piece in pieces]
    habits = _habits(rows, [] if edges else _fitting(first, alike[:MAX_ALIKE]))
    whole = _Whole([], [], [])
    for number, (piece, own) in enumerate(zip(pieces, rows, strict=True)):
        is_open = number > 0 and _is_open(pieces[number - 1].grid.table, piece.grid.table)
        may_cut = number > 0 and not pieces[number - 1].closed
        _append(whole, own, habits if may_cut else None, is_open=is_open)
    tables = [piece.grid.table for piece in pieces]
    return replace(
        first,
        cells=tuple(sorted(whole.cells, key=lambda cell: (cell.row, cell.column))),
        row_count=len(whole.joined),
        column_count=len(edges) - 1 if edges else first.column_count,
        edges=tuple(edges) if edges else first.edges,
        open_bottom=tables[-1].open_bottom,
        joined=tuple(whole.joined),
        ruled=all(table.ruled for table in tables),
        uncertain=tuple(dict.fromkeys(words for table in tables for words in table.uncertain)),
        place=join_places(table.place for table in tables),
    )


def _is_open(before: Table, after: Table) -> bool:
    return bool(before.open_bottom or after.open_top)


def _are_headed(pieces: Sequence[Piece]) -> bool:
    """Whether every piece repeats a heading for each column, so that columns are told by these.

    Browsers and Word set the widths of each page's table anew where a plan prints one a page.
    """
    count = pieces[0].grid.table.column_count
    headed = (
        piece.repeated and len(piece.grid.own(piece.repeated - 1)) == count for piece in pieces[1:]
    )
    return all(piece.grid.table.column_count == count for piece in pieces) and all(headed)


def _rows(piece: Piece, edges: Sequence[float]) -> list[list[Cell]]:
    """The rows of a piece without its repeated headings: the cells that begin in each."""
    table = piece.grid.table
    shift = edges[0] - table.edges[0] if edges else 0.0
    places = [nearest(edges, edge + shift) for edge in table.edges] if edges else []
    rows: list[list[Cell]] = [[] for _ in range(table.row_count - piece.repeated)]
    for cell in table.cells:
        row = max(cell.row, piece.repeated)
        span = cell.row + cell.row_span - row
        if span > 0:
            moved = replace(cell, row=row - piece.repeated, row_span=span)
            rows[moved.row].append(on_edges(moved, places))
    return rows


def _habits(rows: Sequence[Sequence[Sequence[Cell]]], alike: Sequence[Piece]) -> RowHabits:
    """How whole rows look: all but the first of each page, which may be half a row.

    Where pages hold a row or two each, rows of tables alike tell, else those first rows are all
    that there is to go by.
    """
    habits = RowHabits()
    for own in rows:
        for row in own[1:]:
            habits.count(row)
    if habits.rows < FEW_ROWS:
        others = [row for piece in alike for row in _rows(piece, ())]
        firsts = [row for own in rows[1:] for row in own[:1]]
        for row in others or firsts:
            habits.count(row)
    return habits


def _fitting(first: Table, alike: Sequence[Piece]) -> list[Piece]:
    """The pieces of other tables that have as many columns."""
    others = [piece for piece in alike if piece.grid.table is not first]
    return [piece for piece in others if piece.grid.table.column_count == first.column_count]


def _append(
    whole: _Whole, rows: Sequence[Sequence[Cell]], habits: RowHabits | None, *, is_open: bool
) -> None:
    """Add the rows of one piece, its first to the last row so far where the break cut that row."""
    if not rows:
        return
    reasons: tuple[str, ...] = ()
    base = len(whole.joined)
    merged: dict[int, int] = {}
    if habits is not None and base:
        pairs = _pairs(whole, rows[0])
        reasons = cut_reasons(pairs, habits, is_open=is_open)
        merged = _merged(whole, rows[0], pairs, habits, cut=bool(reasons))
    base -= bool(reasons)
    _place_rows(whole, rows, base, merged)
    if reasons:
        whole.joined[-1] = tuple(dict.fromkeys((*whole.joined[-1], *reasons)))
    whole.joined.extend(() for _ in rows[bool(reasons) :])
    whole.last = _last_cells(whole, len(rows), base)


def _pairs(whole: _Whole, row: Sequence[Cell]) -> list[Pair]:
    pairs = []
    for index in whole.last:
        before = whole.cells[index]
        under = [cell for cell in row if _overlap(before, cell) > 0]
        after = max(
            under, key=lambda cell: (bool(text_of(cell)), _overlap(before, cell)), default=None
        )
        pairs.append(Pair(before, after))
    return pairs


def _overlap(one: Cell, other: Cell) -> int:
    end = min(one.column + one.column_span, other.column + other.column_span)
    return end - max(one.column, other.column)


def _merged(
    whole: _Whole, row: Sequence[Cell], pairs: Sequence[Pair], habits: RowHabits, *, cut: bool
) -> dict[int, int]:
    """Which cells of the new row go on with a cell of the last one: its place to the other's."""
    found = {}
    going = set() if cut else _going_on(pairs, habits)
    for place, cell in enumerate(row):
        over = [i for i in whole.last if _overlap(whole.cells[i], cell) > 0]
        target = max(over, key=lambda i: _overlap(whole.cells[i], cell), default=None)
        if target is not None and (cut or id(cell) in going):
            found[place] = target
    return found


def _going_on(pairs: Sequence[Pair], habits: RowHabits) -> set[int]:
    """The cells of a new row that only continue a merged cell above.

    They are blank, go on in mid-sentence or say again what it says, marked "(continued)".

    Blank ones count from the left until the first filled cell, as merged cells stand there;
    elsewhere a blank cell is one where the table merges cells of its column.
    """
    filled = sum(pair.after is not None and bool(text_of(pair.after)) for pair in pairs)
    going: set[int] = set()
    leading = filled >= MIN_FRESH
    for pair in pairs:
        if pair.after is None:
            continue
        blank = not text_of(pair.after)
        spans = max(pair.before.row_span, pair.after.row_span)
        merges = spans > 1 or habits.merged[pair.before.column] > 0
        cut_text = not blank and merges and _text_goes_on(pair)
        leading = leading and (blank or cut_text)
        late = merges and not blank and _is_late(pair, pairs)
        goes_under = cut_text or (blank and (leading or merges)) or says_again(pair)
        if (text_of(pair.before) and goes_under) or late:
            going.add(id(pair.after))
    return going


def _is_late(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """A merged cell whose text is printed only after the break: blank beside a full row."""
    beside = [other.before for other in pairs if other is not pair]
    return not text_of(pair.before) and bool(beside) and all(map(text_of, beside))


def _text_goes_on(pair: Pair) -> bool:
    before = [p for p in pair.before.paragraphs if p.printed]
    after = [p for p in pair.after.paragraphs if p.printed] if pair.after else []
    return bool(before and after) and goes_on(before[-1], after[0])


def _place_rows(
    whole: _Whole, rows: Sequence[Sequence[Cell]], base: int, merged: dict[int, int]
) -> None:
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            target = merged.get(place) if number == 0 else None
            if target is None:
                whole.cells.append(replace(cell, row=base + number))
            else:
                over = whole.cells[target]
                end = max(over.row + over.row_span, base + cell.row_span)
                whole.cells[target] = join_cells(over, cell, end - over.row)


def join_cells(before: Cell, after: Cell, row_span: int) -> Cell:
    """One cell from its two halves; a paragraph that the break cut is one paragraph again."""
    again = says_again(Pair(before, after))
    return replace(
        before,
        paragraphs=_join_paragraphs(before.paragraphs, () if again else after.paragraphs),
        row_span=row_span,
        nested=(*before.nested, *after.nested),
        place=join_places((before.place, after.place)),
    )


def _join_paragraphs(
    before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    head = [p for p in before if p.printed or p.struck]
    tail = [p for p in after if p.printed or p.struck]
    if not head or not tail or not goes_on(head[-1], tail[0]):
        return (*head, *tail)
    one, other = head[-1], tail[0]
    joint = "" if one.text.endswith(CUT) else " "
    text = f"{one.text.removesuffix(CUT)}{joint}{other.text}"
    whole = replace(
        one,
        text=text,
        bold=one.bold and other.bold,
        struck=" ".join(filter(None, (one.struck, other.struck))) or None,
        place=join_places((one.place, other.place)),
    )
    return (*head[:-1], whole, *tail[1:])


def _last_cells(whole: _Whole, count: int, base: int) -> list[int]:
    """The cells that cover the last row; they are among the last ones or were there before."""
    last = base + count - 1
    recent = range(max(0, len(whole.cells) - _WINDOW), len(whole.cells))
    known = sorted({*whole.last, *recent})
    found = [i for i in known if whole.cells[i].row + whole.cells[i].row_span - 1 >= last]
    return sorted(found, key=lambda i: whole.cells[i].column)


_WINDOW = 4_096  # cells; more than the fullest page has
