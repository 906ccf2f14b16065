"""Vertical rules drawn cell by cell: their pieces end where rows do."""

from itertools import pairwise

import pytest

from extractors.readers.pdf.record import Rule, Word
from extractors.readers.pdf.ruled.grids import find_grids
from extractors.readers.pdf.ruled.pieced import pieced_rows
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 200.0, 300.0, 380.0)
YS = (60.0, 80.0, 100.0, 140.0, 170.0)
BANNER = (80.0, 100.0)  # its row has no rule inside


def sides(xs: tuple[float, ...] = XS) -> list[Rule]:
    """The sides of the cells of a table as a browser paints them, a banner below its heads."""
    return [
        Rule(x, top, bottom)
        for x in xs
        for top, bottom in pairwise(YS)
        if (top, bottom) != BANNER or x in (xs[0], xs[-1])
    ]


PLAN = [
    *words(74, (44, "Action"), (204, "Lead"), (304, "When"), bold=True),
    *words(94, (44, "Aim 1: Safer streets"), bold=True),
    *words(114, (44, "Light the towpath by the mill"), (204, "Parks"), (304, "May 2027")),
    *words(126, (44, "and the lock")),
    *words(154, (44, "Train door staff"), (204, "Police"), (304, "Ongoing")),
]


def test_the_pieces_of_vertical_rules_alone_make_the_rows_of_a_table_and_its_banner():
    (grid,) = find_grids((), sides(), words=PLAN)
    assert grid.ys == YS
    assert [(c.row, c.column_span) for c in grid.cells if c.column_span > 1] == [(1, 3)]


@pytest.mark.parametrize(
    ("down", "across", "page"),
    [
        ([Rule(x, 60, 170) for x in XS], (), PLAN),  # one piece for all rows
        (sides(), [Rule(y, 40, 380) for y in YS], PLAN),  # printed rules part the rows
        (sides(XS[1:3]), (), PLAN),
        (sides(), (), [*PLAN, *words(154, (400, "Green"))]),  # a column open at its side
        ([Rule(x, y, y + 2) for x in XS for y in range(60, 170, 4)], (), PLAN),  # dashes
    ],
)
def test_no_rows_are_made_of_vertical_rules_that_do_not_state_them(
    down: list[Rule], across: list[Rule], page: list[Word]
):
    assert pieced_rows(down, across, page) == []
