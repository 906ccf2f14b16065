"""Fills that are cells, and those that lie behind tables and words."""

import pytest

from extractors.readers.pdf.grid import Grid
from extractors.readers.pdf.record import Fill
from extractors.readers.pdf.ruled.backgrounds import cells_among

PLAN = Grid((100.0, 250.0, 400.0), (100.0, 200.0, 300.0), ())


@pytest.mark.parametrize(
    ("top", "bottom", "is_cell"),
    [
        (40.0, 360.0, False),  # the colour of the page
        (40.0, 301.0, True),  # a shaded band above the table, which no rule closes
        (99.0, 360.0, True),  # one below it
        (110.0, 190.0, False),  # of a row of the table, whose rules say all
    ],
)
def test_a_fill_around_a_ruled_table_is_no_cell_where_it_reaches_beyond_both_its_ends(
    top, bottom, is_cell
):
    fill = Fill(98.0, top, 402.0, bottom, "#dddddd")
    assert cells_among([fill], [PLAN], []) == ([fill] if is_cell else [])
