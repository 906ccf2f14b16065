"""First columns whose cells are merged over several rows and set to their middle.

Knows lines and column borders; knows nothing of what is printed. An objective in the middle of its
three actions stands beside none of them, or beside the second alone: the other columns part the
rows, and each text of the first is of those rows around whose middle it stands.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.lines import Line, make_lines
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.rows.fit_lines import NEXT_LINE, FitLines
from extractors.readers.pdf.unruled.rows.fitted import best_fit
from extractors.readers.pdf.unruled.rows.rows import Band, bands_of, columns_at

MIN_SAVED = 1.5  # cells out of place, the unit of what partings cost, that merging must save
OFF_EM = 0.6  # of the size from a text's middle to that of its rows
MIN_COLUMNS = 3  # beside the first: what, who, when


class Merged(NamedTuple):
    """The rows that the other columns have, and for each text of the first the rows it is of."""

    rows: list[list[Line]]
    spans: list[tuple[int, int]]


def merged_firsts(body: Sequence[Line], borders: Sequence[float]) -> Merged | None:
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
    return Merged(fit.rows, spans) if saved >= MIN_SAVED else None


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


def with_merged(
    cells: Sequence[GridCell], ys: Sequence[float], merged: Merged, above: int
) -> list[GridCell]:
    """The cells of a table, those of the first column merged; ``above`` rows are its heads."""
    first = [cell for cell in cells if cell.column == 0 and cell.row >= above]
    kept = [cell for cell in cells if cell not in first]
    x0, x1 = first[0].frame.x0, first[0].frame.x1
    for top, low in merged.spans:
        frame = Frame(x0, ys[above + top], x1, ys[above + low + 1])
        kept.append(GridCell(above + top, 0, low - top + 1, 1, frame))
    return sorted(kept, key=lambda cell: (cell.row, cell.column))
