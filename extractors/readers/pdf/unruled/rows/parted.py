"""Rows parted in some of their columns: hairlines that stop short of a merged cell.

Knows rules, rows of lines and column borders. A cell merged over several rows keeps the hairlines
between these rows from running over it, so that each of them begins or ends at its border.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.lines import Line
from extractors.readers.pdf.record import Frame, Rule
from extractors.readers.pdf.unruled.rows.rows import ONE_TEXT_EM, Band, columns_at

SAME_HEIGHT_PT = 1.0  # points by which rules at one height differ, as on both sides of a cell
MIN_PARTED = 2  # columns that the rules between two rows part; shading of one column parts no rows
MIN_PADDING_PT = 1.0  # points from a cell's border to its text; 2 to 7 were seen
MIN_ROOM_PT = 3.0  # points from text to the end of a rule, where an underline ends with its words


def levels_of(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Rules from top to bottom, those at one height together.

    A cell merged in the middle of its row leaves a rule on either side of it.
    """
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= SAME_HEIGHT_PT:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return levels


def columns_parted(level: Sequence[Rule], borders: Sequence[float]) -> list[int]:
    """The columns that the rules at one height part."""
    return [
        column
        for column, (low, high) in enumerate(pairwise(borders))
        if any(rule.start < (low + high) / 2 < rule.end for rule in level)
    ]


def rules_within(band: Band, rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules that part the text of a row in some of its columns."""
    return levels_of([rule for rule in rules if _parts(rule, band)])


def hold_one_text(
    body: Sequence[Line], borders: Sequence[float], levels: Sequence[Sequence[Rule]]
) -> bool:
    """Whether what a column holds between the rules that part it is one text each time.

    A bold line above texts that are not is a band.
    """
    parted = [columns_parted(level, borders) for level in levels]
    for column in range(len(borders) - 1):
        cuts = [level[0].at for level, parts in zip(levels, parted, strict=True) if column in parts]
        if len(cuts) == len(levels):
            continue
        lines = [line for line in body if column in columns_at(line, borders)]
        for above, below in pairwise(lines):
            apart = below.base - above.base > ONE_TEXT_EM * below.size
            band = above.words[0].style.bold and not below.words[0].style.bold
            if apart and not band and bisect(cuts, above.base) == bisect(cuts, below.base):
                return False
    return True


def _parts(rule: Rule, band: Band) -> bool:
    """Whether a rule has text above and below it, and room beside it: an underline has none.

    Sheets that are made smaller to fit their paper keep less than a point before their text.
    """
    words = [w for line in band.lines for w in line.words if w.x0 < rule.end and rule.start < w.x1]
    above = [word for word in words if word.base < rule.at]
    room = all(word.x0 - rule.start >= MIN_PADDING_PT for word in words)
    room = room or all(rule.end - word.x1 >= MIN_ROOM_PT and word.x0 > rule.start for word in words)
    return 0 < len(above) < len(words) and room


def parted_cells(
    row: int, band: Band, levels: Sequence[Sequence[Rule]], borders: Sequence[float]
) -> tuple[list[float], list[GridCell]]:
    """The rows of one band: where they end, and their cells, some of them over several.

    Args:
        row: The number of the first.
        band: All of them together.
        levels: The rules between them, top to bottom, each over some columns.
        borders: x of the column borders.
    """
    if not levels:  # nearly every row
        return [band.bottom], [
            GridCell(row, column, 1, 1, Frame(low, band.top, high, band.bottom))
            for column, (low, high) in enumerate(pairwise(borders))
        ]
    ys = [band.top, *(rules[0].at for rules in levels), band.bottom]
    parted = [columns_parted(rules, borders) for rules in levels]
    cells = []
    for column, (low, high) in enumerate(pairwise(borders)):
        cuts = [at for at, columns in enumerate(parted, 1) if column in columns]
        for first, last in pairwise([0, *cuts, len(levels) + 1]):
            frame = Frame(low, ys[first], high, ys[last])
            cells.append(GridCell(row + first, column, last - first, 1, frame))
    return ys[1:], sorted(cells, key=lambda cell: (cell.row, cell.column))
