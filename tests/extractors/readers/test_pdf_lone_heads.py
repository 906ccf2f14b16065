"""Heads that rules close on all sides above rows that hairlines alone part are no table."""

from itertools import pairwise

import pytest

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.record import Frame, Rule, Word
from extractors.readers.pdf.ruled.lone_heads import without_lone_heads
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 200.0, 300.0, 400.0)
HAIRLINES = [Rule(y, 40, 400) for y in (140.0, 180.0)]


def row(top: float) -> Grid:
    cells = [
        GridCell(0, at, 1, 1, Frame(x0, top, x1, top + 20))
        for at, (x0, x1) in enumerate(pairwise(XS))
    ]
    return Grid(XS, (top, top + 20), tuple(cells))


def heads(*, bold: bool = True) -> list[Word]:
    return words(114, (44, "Action"), (204, "Lead"), (304, "By when"), bold=bold)


def test_the_rows_below_and_their_heads_are_one_table():
    assert without_lone_heads([row(100)], HAIRLINES, heads()) == []


@pytest.mark.parametrize(
    ("rules", "bold"),
    [
        ([], True),  # a row alone
        (HAIRLINES[:1], True),  # the rule that closes a chapter
        ([Rule(rule.at, 40, 500) for rule in HAIRLINES], True),  # of another table
        (HAIRLINES, False),  # the rest of a row from the page before
    ],
)
def test_a_row_without_hairlines_of_its_width_or_without_the_look_of_heads_stays(rules, bold):
    assert without_lone_heads([row(100)], rules, heads(bold=bold)) == [row(100)]


@pytest.mark.parametrize("off", [0.0, 1.5])
def test_rules_of_another_grid_are_no_hairlines(off):
    below = row(140)
    rules = [Rule(y, 40 - off, 400 + off) for y in (140 - off, 160 + off)]
    assert without_lone_heads([row(100), below], rules, heads()) == [row(100), below]
