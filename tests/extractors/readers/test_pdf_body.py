"""How far the rows of a table without vertical rules go down the page."""

from extractors.readers.pdf.record import Fill
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

HEADS = ((40.0, "Action"), (200.0, "Lead"), (260.0, "Due"))


def in_turn_grey(rows: int, last: float) -> int:
    """Rows found of a table whose rows stand 36 points apart, the last one as told."""
    page = words(60, *HEADS, bold=True)
    fills = [Fill(38, 40, 400, 76, "#1f3864")]
    for number in range(1, rows):
        base = 60 + 36 * number if number < rows - 1 else 60 + 36 * (number - 1) + last
        page += words(base, (40, f"Light park {number}"), (200, "Vale"), (260, "May"))
        if number % 2 == 0:
            fills.append(Fill(38, base - 20, 400, base + 16, "#c0c0c0"))
    (grid,) = find_unruled(page, (), fills).grids
    return len(grid.ys) - 1


def test_a_white_row_as_far_below_a_grey_one_as_rows_stand_apart_ends_the_table():
    assert in_turn_grey(6, 36) == 6


def test_text_further_below_the_last_grey_row_than_rows_stand_apart_is_no_row():
    assert in_turn_grey(6, 44) == 5
