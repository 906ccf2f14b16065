"""Rows of tables without vertical rules: from rules, gaps and the columns that start anew.

Knows lines and column borders; knows nothing of what is printed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.unruled.rows.fit_lines import SAME_FORM, form_of
from extractors.readers.pdf.unruled.rows.fitted import fitted_rows
from extractors.readers.pdf.unruled.rows.stripes import blocks_of, row_borders
from extractors.readers.pdf.unruled.rows.titles import by_column, look, titles_among

MIN_FULL = 2  # columns; a line that fills more of them, and most, looks like the start of a row;
# both of a table of two
ONE_TEXT_EM = 1.51  # of the size from line to line of one text set 1.5 apart; rows stand 1.6 apart
EDGE_PT = 2.0  # points from a table's edge to its text
LINES_A_RULE = 4  # lines for each rule in most tables with one below every row
HALF = 0.5  # of the columns that have text where a row starts


@dataclass(frozen=True, slots=True)
class Band:
    """One row: where it begins and ends, in points, and its lines."""

    top: float
    bottom: float
    lines: tuple[Line, ...]


def row_bands(
    heads: Sequence[Line],
    body: Sequence[Line],
    borders: Sequence[float],
    rules: Sequence[float],
    parts: Sequence[float] = (),
    *,
    opens: bool = False,
) -> list[Band]:
    """Part the lines of a table into rows, the heads being the first.

    Args:
        heads: The lines of the column heads; none where the table goes on from another page.
        body: The lines below, top to bottom.
        borders: x of the column borders.
        rules: y of the rules below rows; empty where there are none.
        parts: y of the rules that part rows in some of their columns.
        opens: The heads open their page, which may say them again above the rest of a row.
    """
    rows = [list(heads)] if heads else []
    inner = [y for y in rules if not heads or y > heads[-1].base]
    drawn = (len(inner) > 1 and _lie_between_rows(inner, body)) or parts
    if drawn and _part_rows(body, borders, inner, parts):
        cut = _below_titles(by_rules(body, inner), borders) if parts else None
        rows += cut or fitted_rows(body, borders, inner)
    else:
        rows += fitted_rows(body, borders, goes_on=opens or not heads)
    return bands_of(rows)


def bands_of(rows: Sequence[Sequence[Line]]) -> list[Band]:
    """Rows, top to bottom, each up to the middle between it and the next."""
    return [
        Band(top, bottom, tuple(row))
        for (top, bottom), row in zip(pairwise(row_borders(rows, EDGE_PT)), rows, strict=True)
    ]


def _lie_between_rows(rules: Sequence[float], body: Sequence[Line]) -> bool:
    """Whether a rule lies between two rows, not only around titles and heads in another look.

    Two above a title close a box and open the next.
    """
    usual = Counter(look(word) for line in body for word in line.words).most_common(1)[0][0]
    rows = [any(look(word) == usual for word in line.words) for line in body]
    above = [bisect_left(rules, line.base) for line in body]  # rules above each
    return any(
        after - before > (0 if one and other else 1)
        for (before, after), (one, other) in zip(pairwise(above), pairwise(rows), strict=True)
    )


def _part_rows(
    body: Sequence[Line],
    borders: Sequence[float],
    rules: Sequence[float],
    parts: Sequence[float],
) -> bool:
    """Whether rules stand between rows: one for every few lines, or as many rows as gaps show.

    Rows of ten lines and more were seen under rules and shading; sparser rules part sections.
    """
    if (len(rules) + len(parts)) * LINES_A_RULE >= len(body):
        return True
    if part_single_rows(body, borders, rules):
        return True
    return len(by_rules(body, sorted((*rules, *parts)))) >= len(fitted_rows(body, borders))


def part_single_rows(
    body: Sequence[Line], borders: Sequence[float], rules: Sequence[float]
) -> bool:
    """Whether what stands between rules, or edges of shading, is one row each time."""
    return all(_is_one_row(part, borders) for part in by_rules(body, rules))


def _is_one_row(part: Sequence[Line], borders: Sequence[float]) -> bool:
    """Whether the lines between two rules are one row: its first column holds one text.

    Cells set to the middle have lines at many heights, few of them in most columns; where every
    line fills most columns, each may be a row.
    """
    most = HALF * (len(borders) - 1)
    full = sum(len(columns_at(line, borders)) > most for line in part)
    return begins_with_one(part, borders) and (len(part) < MIN_FULL or full < len(part))


def begins_with_one(part: Sequence[Line], borders: Sequence[float]) -> bool:
    """Whether the first column of lines holds one text."""
    first = [line for line in part if line.x0 < borders[1]]
    steps = [below.base - above.base for above, below in pairwise(first)]
    size = max((line.size for line in first), default=0.0)
    return bool(first) and max(steps, default=0.0) <= ONE_TEXT_EM * size


def by_rules(body: Sequence[Line], rules: Sequence[float]) -> list[list[Line]]:
    """The lines between rules, whose heights go down the page."""
    rows: list[list[Line]] = []
    previous = -1
    for line in body:
        number = bisect_left(rules, line.base - line.size * 0.3)
        if number != previous:
            rows.append([])
        rows[-1].append(line)
        previous = number
    return rows


def _below_titles(rows: Sequence[list[Line]], borders: Sequence[float]) -> list[list[Line]]:
    """The rows, each with a title at its top that no rule parts from it as a row of its own."""
    pieces = [by_column(line, borders) for row in rows for line in row]
    titles = iter(titles_among(pieces, [len(held) == 1 for held in pieces], borders))
    found: list[list[Line]] = []
    for row in rows:
        marked = [next(titles) for _ in row]
        first = marked.index(False) if False in marked else 0
        found += [part for part in (row[:first], row[first:]) if part]
    return found


def full_rows(body: Sequence[Line], borders: Sequence[float]) -> list[list[Line]]:
    """Rows of lines between ruled columns: each begins as full as the fullest.

    One row where nothing parts them, or where too few columns begin together.
    """
    blocks = blocks_of(body)
    starts = [columns_at(block[0], borders) for block in blocks]
    most = max(starts, key=len)
    rows: list[list[Line]] = []
    for block, columns in zip(blocks, starts, strict=True):
        begins = 0 in columns and len(columns) > HALF * len(most) and len(most) > MIN_FULL
        if rows and not begins:
            rows[-1] += block
        else:
            rows.append(block)
    return rows


def marked_rows(body: Sequence[Line], borders: Sequence[float]) -> list[list[Line]]:
    """Rows between ruled columns that each begin with a mark and a text beside it; [] if none.

    Above the first, in small letters, the rest of a row of the page before may stand.
    """
    first = next((at for at, line in enumerate(body) if _mark(line, borders[1])), 0)
    cut = first if body and body[0].words[0].text[:1].islower() else 0
    rest, body = body[:cut], body[cut:]
    rows = _by_marks(body, blocks_of(body), borders)
    if not all(len(columns_at(row[0], borders)) > 1 for row in rows):
        return []
    return [list(rest), *rows] if rest and rows else rows


def _by_marks(
    body: Sequence[Line], blocks: Sequence[Sequence[Line]], borders: Sequence[float]
) -> list[list[Line]]:
    """Rows that each begin with a mark of one form in the first column: "BT.01", "BT.02".

    [] where they do not, or where the marks stand in the middle of their cells.
    """
    marks = [_mark(line, borders[1]) for line in body]
    forms = Counter(filter(None, marks))
    usual, count = forms.most_common(1)[0] if forms else ("", 0)
    headed = sum(bool(_mark(block[0], borders[1])) for block in blocks)
    if count < max(2.0, SAME_FORM * forms.total()) or "9" not in usual:
        return []
    if not marks[0] or headed <= HALF * len(blocks):
        return []
    rows: list[list[Line]] = []
    for line, mark in zip(body, marks, strict=True):
        if mark:
            rows.append([])
        rows[-1].append(line)
    return rows


def _mark(line: Line, border: float) -> str:
    """The form of what a line prints in the first column: "a.9" of "BT.01"; "" for nothing."""
    return form_of(word for word in line.words if word.x0 < border)


def columns_at(line: Line, borders: Sequence[float]) -> set[int]:
    """The columns in which a word of a line begins."""
    cuts = [bisect_left(line.starts, border) for border in borders]
    return {column for column, (first, end) in enumerate(pairwise(cuts)) if first < end}
