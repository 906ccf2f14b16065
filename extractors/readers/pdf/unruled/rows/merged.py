"""First columns whose cells are merged over several rows.

Knows lines, rules and column borders; knows nothing of what is printed. An objective in the middle
of its three actions stands beside none of them, or beside the second alone: the other columns part
the rows, and each text of the first is of those rows around whose middle it stands, or that stand
with it between two rules.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.lines import BULLETS, Line, begins_small, make_lines
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.rows.fit_lines import NEXT_LINE, FitLines
from extractors.readers.pdf.unruled.rows.fitted import best_fit
from extractors.readers.pdf.unruled.rows.rows import (
    HALF,
    Band,
    bands_of,
    begins_with_one,
    by_rules,
    columns_at,
)
from extractors.readers.pdf.unruled.rows.stripes import (
    ROW_GAP_EM,
    blocks_of,
    row_borders,
    usual_gap,
)

MIN_SAVED = 1.5  # cells out of place, the unit of what partings cost, that merging must save
OFF_EM = 0.6  # of the size from a text's middle to that of its rows
MIN_COLUMNS = 3  # beside the first: what, who, when
MAX_LINE_GAP_EM = 0.6  # of the size between two lines of one cell, set at 1.6 of it
MIN_BESIDE = 2  # the same where rules stand around what is merged: what, when


class Merged(NamedTuple):
    """The rows that the other columns have, and for each text of the first the rows it is of.

    The heads, where the table has any, are the first of the ``bands``; spans count from 0 below
    them.
    """

    bands: list[Band]
    spans: list[tuple[int, int]]


def merged_between(
    heads: Sequence[Line], body: Sequence[Line], borders: Sequence[float], rules: Sequence[float]
) -> Merged | None:
    """The rows of a table with a rule, or a change of shading, below each group of rows alone.

    Between two rules stands one text of the first column, and beside it rows that fill the others
    again and again. None where no group has several rows.
    """
    widths = [high - low for low, high in pairwise(borders)]
    if len(widths) <= MIN_BESIDE or widths[0] == max(widths):
        return None
    inner = [y for y in rules if not heads or y > heads[-1].base]
    parts = by_rules(body, inner)
    stripes = [_stripes(part, borders[1]) for part in parts]
    wide = ROW_GAP_EM * body[0].size
    least = min((gap for gaps in stripes for gap in gaps if gap > 0), default=0.0)
    least = min(least, MAX_LINE_GAP_EM * body[0].size)
    if not any(gap > least + wide for gaps in stripes for gap in gaps):
        return None  # nearly always: what stands beside a text follows as lines of one cell do
    cut = all(line.x0 >= borders[1] for line in parts[0])  # its text stands on the page before
    if not all(begins_with_one(part, borders) for part in (parts[1:] if cut else parts)):
        return None
    usual = min(usual_gap(body), MAX_LINE_GAP_EM * body[0].size)
    bands = bands_of([heads, *parts] if heads else parts)
    found = bands[: len(bands) - len(parts)]
    spans: list[tuple[int, int]] = []
    for band in bands[len(found) :]:
        rows = _rows_beside(band, borders, usual)
        first = spans[-1][1] + 1 if spans else 0
        spans.append((first, first + len(rows) - 1))
        found += rows
    return Merged(found, spans) if len(found) > len(bands) else None


def _stripes(part: Sequence[Line], border: float) -> list[float]:
    """The free stripes between lines with text right of a border, in points."""
    beside = [line for line in part if line.words[-1].x0 >= border]
    gaps: list[float] = []
    bottom = beside[0].bottom if beside else 0.0
    for line in beside[1:]:
        gaps.append(line.top - bottom)
        bottom = max(bottom, line.bottom)
    return gaps


def _rows_beside(band: Band, borders: Sequence[float], usual: float) -> list[Band]:
    """The rows that stand beside one text of the first column; the band alone where it is one."""
    words = [word for line in band.lines for word in line.words if word.x0 >= borders[1]]
    rows: list[list[Line]] = []
    for block in blocks_of(make_lines(words), usual) if words else ():
        if rows and not _begins_row(block, borders):
            rows[-1] += block
        else:
            rows.append(block)
    if len(rows) < 2 or not _begins_row(rows[0], borders):
        return [band]
    ends = [band.top, *row_borders(rows, 0.0)[1:-1], band.bottom]
    pairs = zip(pairwise(ends), rows, strict=True)
    return [Band(top, bottom, tuple(row)) for (top, bottom), row in pairs]


def _begins_row(block: Sequence[Line], borders: Sequence[float]) -> bool:
    """Whether lines fill most columns beside the first, and none goes on with the block above."""
    firsts: dict[int, str] = {}
    for line in block:
        for column in columns_at(line, borders):
            word = next(word for word in line.words if word.x0 >= borders[column])
            firsts.setdefault(column, word.text)
    goes_on = any(begins_small(text) or text in BULLETS for text in firsts.values())
    return not goes_on and len(firsts) >= max(MIN_BESIDE, HALF * (len(borders) - 2) + 1)


def merged_firsts(
    heads: Sequence[Line], body: Sequence[Line], borders: Sequence[float]
) -> Merged | None:
    """The rows of a table whose first column is merged and centred over them; None for no such."""
    if len(borders) < MIN_COLUMNS + 2:
        return None
    words = [word for line in body for word in line.words]
    rest = make_lines([word for word in words if word.x0 >= borders[1]])
    if len(rest) < 2 or all(word.x0 >= borders[1] for word in words):
        return None
    leading = FitLines(rest, borders[1:]).leading
    texts = _texts([word for word in words if word.x0 < borders[1]], NEXT_LINE * leading)
    fit = best_fit(rest, borders[1:])
    full = all(len({c for line in row for c in columns_at(line, borders)}) > 1 for row in fit.rows)
    if not full or len(texts) >= len(fit.rows):
        return None
    spans = _spans(texts, bands_of(fit.rows), OFF_EM * rest[0].size)
    if spans is None or _stand_on_top(texts, fit.rows, spans):
        return None
    saved = best_fit(body, borders).cost - fit.cost
    return Merged(bands_of([heads, *fit.rows]), spans) if saved >= MIN_SAVED else None


def _texts(words: Sequence[Word], most: float) -> list[list[Line]]:
    """The texts of the first column, whose lines stand ``most`` points from one another."""
    texts: list[list[Line]] = []
    for line in make_lines(words):
        if texts and line.base - texts[-1][-1].base <= most:
            texts[-1].append(line)
        else:
            texts.append([line])
    return texts


def _spans(
    texts: Sequence[Sequence[Line]], bands: Sequence[Band], off: float
) -> list[tuple[int, int]] | None:
    """The first and last row of each text, in whose middle it stands; None where one has none."""
    spans: list[tuple[int, int]] = []
    first = 0
    for text in texts:
        middle = (text[0].top + text[-1].bottom) / 2
        ways = [(bands[first].top + band.bottom) / 2 - middle for band in bands[first:]]
        near = min(range(len(ways)), key=lambda at: abs(ways[at]), default=None)
        if near is None or abs(ways[near]) > off:
            return None
        spans.append((first, first + near))
        first += near + 1
    return spans if first == len(bands) else None


def _stand_on_top(
    texts: Sequence[Sequence[Line]],
    rows: Sequence[Sequence[Line]],
    spans: Sequence[tuple[int, int]],
) -> bool:
    """Whether every text begins beside the first line of its rows, as cells set to the top do."""
    pairs = zip(texts, spans, strict=True)
    return all(abs(text[0].base - rows[first][0].base) < 1.0 for text, (first, _) in pairs)


def with_merged(cells: Sequence[GridCell], ys: Sequence[float], merged: Merged) -> list[GridCell]:
    """The cells of a table, those of the first column merged."""
    above = len(ys) - 2 - merged.spans[-1][1]  # rows of heads, of which one band may hold two
    first = [cell for cell in cells if cell.column == 0 and cell.row >= above]
    kept = [cell for cell in cells if cell not in first]
    x0, x1 = first[0].frame.x0, first[0].frame.x1
    for top, low in merged.spans:
        frame = Frame(x0, ys[above + top], x1, ys[above + low + 1])
        kept.append(GridCell(above + top, 0, low - top + 1, 1, frame))
    return sorted(kept, key=lambda cell: (cell.row, cell.column))
