"""Tables that stand side by side on one sheet, with an empty column between them.

Knows the filled squares of a sheet; knows no files and no actions.
"""

from collections.abc import Mapping

from extractors.readers.sheet.record import Sheet, Square

TABLE_COLUMNS = 3  # filled cells of a row from which on what stands above is no part of the table
TOP_ROWS = 10  # filled rows in which the headings of a table beside another one stand
ASIDE_SHARE = 0.5  # of a table's rows; a key beside a table is shorter than this


def side_by_side(sheet: Sheet) -> list[Sheet]:
    """Part a sheet at an empty column beside which a key stands, or the table's headings again.

    Each part keeps its own titles: two priorities side by side, each above its actions.
    """
    filled = {column for _, column in sheet.squares}
    gaps = [c for c in range(min(filled), max(filled)) if c not in filled and c - 1 in filled]
    for gap in gaps:
        right = {place: square for place, square in sheet.squares.items() if place[1] > gap}
        left = {place: square for place, square in sheet.squares.items() if place[1] < gap}
        crossed = any(c < gap <= c + wide - 1 for (_, c), (_, wide) in sheet.merged.items())
        if not crossed and (_is_aside(left, right) or _is_again(left, right)):
            rest = Sheet(sheet.name, right, sheet.merged)
            return [Sheet(sheet.name, left, sheet.merged), *side_by_side(rest)]
    return [sheet]


def _is_again(
    left: Mapping[tuple[int, int], Square], right: Mapping[tuple[int, int], Square]
) -> bool:
    """Whether some row says the same on both sides: the headings of two tables of one kind."""
    return any(
        len(texts) >= TABLE_COLUMNS and texts == _row_texts(left, row)
        for row in sorted({row for row, _ in right})[:TOP_ROWS]
        if (texts := _row_texts(right, row))
    )


def _row_texts(squares: Mapping[tuple[int, int], Square], row: int) -> list[str]:
    places = sorted(place for place in squares if place[0] == row)
    return [squares[place].text.casefold() for place in places]


def _is_aside(
    left: Mapping[tuple[int, int], Square], right: Mapping[tuple[int, int], Square]
) -> bool:
    wide = len({column for _, column in left})
    left_rows, right_rows = {row for row, _ in left}, {row for row, _ in right}
    return wide >= TABLE_COLUMNS and len(right_rows) < ASIDE_SHARE * len(left_rows)
