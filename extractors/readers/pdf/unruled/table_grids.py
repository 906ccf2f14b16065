"""The grid of a table whose heads, rows' lines and columns are known.

Knows lines, rules and column borders; knows nothing of what is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame, Rule
from extractors.readers.pdf.unruled.columns.corridors import Columns
from extractors.readers.pdf.unruled.columns.notes import bases_of, with_notes
from extractors.readers.pdf.unruled.columns.shaded import ShadedRow, row_edges
from extractors.readers.pdf.unruled.columns.spanned import held_by, starts_in, with_spans
from extractors.readers.pdf.unruled.heads.head_rows import head_cells
from extractors.readers.pdf.unruled.marks.stacks import Stack
from extractors.readers.pdf.unruled.rows.merged import (
    Merged,
    merged_between,
    merged_firsts,
    with_merged,
)
from extractors.readers.pdf.unruled.rows.parted import (
    MIN_PARTED,
    columns_parted,
    hold_one_text,
    levels_of,
    parted_cells,
    rules_within,
)
from extractors.readers.pdf.unruled.rows.rows import (
    EDGE_PT,
    Band,
    bands_of,
    part_single_rows,
    row_bands,
)
from extractors.readers.pdf.unruled.rows.titles import by_column, set_off

SPACE_EM = 0.4  # of the size between two words of a line; 0.25 to 0.33 in fonts of all kinds


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of a table have in common.

    ``starts`` are the places where its texts begin, ``across`` the lines that run over column
    borders, ``parts`` the rules over some columns.
    """

    heads: Sequence[Line]
    borders: Sequence[float]
    starts: Sequence[float]
    across: Sequence[Line]
    parts: Sequence[Rule]


def table_grid(
    heads: Sequence[Line],
    body: Sequence[Line],
    columns: Columns,
    stack: Stack | None,
    shaded: Sequence[ShadedRow],
    notes: Sequence[Sequence[Line]] = (),
    *,
    opens: bool = False,
) -> Grid:
    """The grid of a table: its heads, none where it goes on from the page before, and its rows.

    ``notes`` say more of the row above them across all columns; ``opens``: above the heads stands
    nothing on their page.
    """
    borders = columns.borders(*_reach([*heads, *body], stack))
    edges = row_edges(shaded, borders) if columns.stated else ()
    rules = stack.ys if stack else edges if part_single_rows(body, borders, edges) else ()
    known = bases_of(notes)
    rows = [line for line in body if line.base not in known] if notes else body
    levels = _levels_within(rows, borders, stack.parts if stack else (), rules)
    table = _table_of(heads, rows, columns, borders, notes, levels)
    merged = None if levels else _merged(heads, body, borders, rules, table.across)
    if merged is not None:
        ys, cells = _cells(merged.bands, table)
        cells = with_merged(cells, ys, merged)
    else:
        cuts = sorted((*rules, *(note[0].top for note in notes)))
        within = [level[0].at for level in levels]
        bands = row_bands(heads, rows, borders, cuts, within, opens=opens)
        ys, cells = _cells(with_notes(bands, notes), table)
    open_bottom = None if stack is None else not _is_closed(stack, body[-1].base, borders)
    return Grid(
        tuple(borders),
        tuple(ys),
        tuple(cells),
        open_top=None,
        open_bottom=open_bottom,
        aligned=True,
    )


def _table_of(
    heads: Sequence[Line],
    rows: Sequence[Line],
    columns: Columns,
    borders: Sequence[float],
    notes: Sequence[Sequence[Line]],
    levels: Sequence[Sequence[Rule]],
) -> _Table:
    across = [line for line in (*heads, *rows) if held_by(columns, line) is None]
    across += [*_set_off(rows, borders), *chain.from_iterable(notes)]
    parting = list(chain.from_iterable(levels))
    return _Table(heads, borders, starts_in(rows, columns), across, parting)


def _set_off(rows: Sequence[Line], borders: Sequence[float]) -> list[Line]:
    if not any([line.words[0].style.bold for line in rows]):
        return []  # nearly always
    off = set_off([by_column(line, borders) for line in rows], borders)
    return [line for line, one in zip(rows, off, strict=True) if one]


def _is_closed(stack: Stack, foot: float, borders: Sequence[float]) -> bool:
    """Whether a rule stands below the last line; beside a merged cell that goes on it is short."""
    levels = levels_of([rule for rule in stack.parts if rule.at > foot])
    return stack.ys[-1] >= foot or any(
        len(columns_parted(level, borders)) >= MIN_PARTED for level in levels
    )


def _levels_within(
    body: Sequence[Line],
    borders: Sequence[float],
    parts: Sequence[Rule],
    rules: Sequence[float],
) -> list[list[Rule]]:
    """The rules between the lines of a table that part several of its columns, by their heights.

    The columns between must hold one text each time where no rule parts them all, since the rules
    of rows with round corners stop short of first and last cells, which are not merged; and where
    shading alone ends at a height: two white cells show no border.
    """
    inner = [rule for rule in parts if body[0].base < rule.at < body[-1].base] if body else []
    levels = [
        level for level in levels_of(inner) if len(columns_parted(level, borders)) >= MIN_PARTED
    ]
    whole = [y for y in rules if body[0].base < y < body[-1].base] if levels else []
    cuts = [*levels, *([Rule(y, borders[0], borders[-1])] for y in whole)]
    if not levels or hold_one_text(body, borders, sorted(cuts)):
        return levels
    return [level for level in levels if whole and not all(rule.fill for rule in level)]


def _cells(bands: Sequence[Band], table: _Table) -> tuple[list[float], list[GridCell]]:
    """Where rows end, the first one's top before them, and the cells of all rows."""
    ys = [bands[0].top]
    cells: list[GridCell] = []
    for band in bands:
        row = len(ys) - 1
        if band.lines[0] in table.heads[:1]:
            heads = head_cells(row, band, table.borders)
            ends, more = heads or _row_cells(row, band, replace(table, parts=()))
        else:
            ends, more = _row_cells(row, band, table)
        ys += ends
        cells += more
    return ys, cells


def _merged(
    heads: Sequence[Line],
    body: Sequence[Line],
    borders: Sequence[float],
    rules: Sequence[float],
    across: Sequence[Line],
) -> Merged | None:
    """The rows of a table whose first cells are merged; None where titles part it."""
    if not body or any(line in across for line in body):
        return None
    below = [y for y in rules if y > body[0].base]
    between = merged_between(heads, body, borders, rules) if below else None
    ruled = any(y < body[-1].base for y in below)
    return between if between or ruled or not heads else merged_firsts(heads, body, borders)


def heads_grid(heads: Sequence[Line], columns: Columns, bands: Sequence[Line] = ()) -> Grid:
    """The grid of heads at a page's foot, and of bands below them, whose rows begin overleaf."""
    borders = columns.borders(*_reach([*heads, *bands]))
    rows = [heads, *([line] for line in bands)]
    first, *others = bands_of(rows)
    ends, cells = head_cells(0, first, borders) or parted_cells(0, first, [], borders)
    ys = [first.top, *ends]
    for band in others:
        frame = Frame(borders[0], band.top, borders[-1], band.bottom)
        cells.append(GridCell(len(ys) - 1, 0, 1, len(borders) - 1, frame))
        ys.append(band.bottom)
    return Grid(
        tuple(borders), tuple(ys), tuple(cells), open_top=None, open_bottom=None, aligned=True
    )


def _reach(lines: Sequence[Line], stack: Stack | None = None) -> tuple[float, float]:
    """Where a table begins and ends: with its text, or with its rules where these reach further."""
    x0, x1 = min(line.x0 for line in lines) - EDGE_PT, max(line.x1 for line in lines) + EDGE_PT
    return (x0, x1) if stack is None else (min(x0, stack.x0), max(x1, stack.x1))


def _is_title(band: Band, borders: Sequence[float]) -> bool:
    """Whether a row is a bold title that runs over a column border between two of its words."""
    if len(band.lines) > 1 or not all(word.style.bold for word in band.lines[0].words):
        return False
    words, size = band.lines[0].words, band.lines[0].size
    apart = any(after.x0 - word.x1 > SPACE_EM * size for word, after in pairwise(words))
    return not apart and words[0].x0 < borders[1] < words[-1].x1 - EDGE_PT


def _row_cells(row: int, band: Band, table: _Table) -> tuple[list[float], list[GridCell]]:
    """Where the rows of a band end, and their cells."""
    borders = table.borders
    last = len(borders) - 1
    if any(line in table.across for line in band.lines) or _is_title(band, borders):
        frame = Frame(borders[0], band.top, borders[last], band.bottom)
        return [band.bottom], [GridCell(row, 0, 1, last, frame)]
    rules = rules_within(band, table.parts)
    ends, cells = parted_cells(row, band, rules, borders)
    heads = band.lines[0] in table.heads[:1]
    if rules or heads:
        return ends, cells
    return ends, with_spans(cells, band.lines, borders, table.starts)
