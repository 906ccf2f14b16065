"""Rows parted in some of their columns: hairlines that stop short of a merged cell.

Knows rules, rows of lines and column borders. A cell merged over several rows keeps the hairlines
between these rows from running over it, so that each of them begins or ends at its border.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.record import Frame, Rule
from extractors.readers.pdf.unruled.rows import Band

SAME_HEIGHT_PT = 1.0  # points by which the rules on both sides of a merged cell differ
MIN_PADDING_PT = 1.0  # points from a cell's border to its text; 2 to 7 were seen


def rules_within(band: Band, rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules that part the text of a row in some of its columns, those at one height together.

    A cell merged in the middle of its row leaves a rule on either side of it.
    """
    levels: list[list[Rule]] = []
    for rule in sorted(rule for rule in rules if _parts(rule, band)):
        if levels and rule.at - levels[-1][0].at <= SAME_HEIGHT_PT:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return levels


def _parts(rule: Rule, band: Band) -> bool:
    """Whether a rule has text above and below it, and room before it: an underline has none."""
    words = [w for line in band.lines for w in line.words if w.x0 < rule.end and rule.start < w.x1]
    above = [word for word in words if word.base < rule.at]
    room = all(word.x0 - rule.start >= MIN_PADDING_PT for word in words)
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
    cells = []
    for column, (low, high) in enumerate(pairwise(borders)):
        middle = (low + high) / 2
        cuts = [
            at
            for at, rules in enumerate(levels, 1)
            if any(rule.start < middle < rule.end for rule in rules)
        ]
        for first, last in pairwise([0, *cuts, len(levels) + 1]):
            frame = Frame(low, ys[first], high, ys[last])
            cells.append(GridCell(row + first, column, last - first, 1, frame))
    return ys[1:], sorted(cells, key=lambda cell: (cell.row, cell.column))
