"""Texts beside tables: a tinted bar for each priority with its actions at the right, row by row.

Read column by column, all the bars would stand before the first table, and each table below the
title of the last. Knows where things stand; knows nothing of what they say.
"""

from collections.abc import Sequence

from extractors.readers.pdf.page.regions.atoms import Atom

ROW_GAP_EM = 1.2  # of the size between texts of two rows; paragraphs of one stand 0.5 to 0.9 apart
SAME_TOP_EM = 3.0  # of the size between the top of a table and of the text beside it, with padding


def beside_tables(stripes: Sequence[Sequence[Atom]], cut: float) -> list[list[Atom]]:
    """Stripes that a gap parts into two columns, in the rows in which these are read.

    Args:
        stripes: Things that stand level, top to bottom.
        cut: Where the gap parts them, in points.

    Returns:
        A row for each table that has a text of its own beside it, where all the tables stand in
        one column and the texts in the other; else all in one.
    """
    rows: list[list[Atom]] = []
    for stripe in stripes:
        if rows and not _begins_row(rows[-1], stripe, cut):
            rows[-1] += stripe
        else:
            rows.append([*stripe])
    if all(map(_has_table, rows)) and _tables_in_one_column(rows, cut):
        return rows
    return [[atom for row in rows for atom in row]]


def _begins_row(above: Sequence[Atom], stripe: Sequence[Atom], cut: float) -> bool:
    """Whether a table and a text beside it begin level, and the text well below the last one."""
    left = [atom for atom in stripe if atom.frame.x1 <= cut]
    right = [atom for atom in stripe if atom.frame.x1 > cut]
    if not left or not right or not _has_table(stripe):
        return False
    texts, side = (right, 1) if _has_table(left) else (left, 0)
    size = max((atom.line.size for atom in texts if atom.line is not None), default=0.0)
    before = [atom for atom in above if (atom.frame.x1 > cut) == bool(side)]
    if not size or not before:
        return False
    gap = min(atom.frame.top for atom in texts) - max(atom.frame.bottom for atom in before)
    tops = [min(atom.frame.top for atom in column) for column in (left, right)]
    return gap > ROW_GAP_EM * size and abs(tops[0] - tops[1]) <= SAME_TOP_EM * size


def _has_table(atoms: Sequence[Atom]) -> bool:
    return any(atom.is_table for atom in atoms)


def _tables_in_one_column(rows: Sequence[Sequence[Atom]], cut: float) -> bool:
    sides = {atom.frame.x1 > cut for row in rows for atom in row if atom.is_table}
    return len(sides) == 1
