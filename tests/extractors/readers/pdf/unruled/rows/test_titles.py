"""Titles between the rows of a table without rules, set to its middle."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Rule, Word
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.rows.titles import by_column, set_off
from tests.extractors.readers.pdf_fixtures import words

HEADS = ((40.0, "Ref"), (120.0, "Action to be taken"), (480.0, "Lead"))
ROWS = (
    ("1.1", "Light the towpath", "Parks"),
    ("1.2", "Train door staff", "Police"),
    ("2.1", "Open a refuge", "Vale"),
    ("2.2", "Map the need", "Health"),
)
RULES = [Rule(y, 38.0, 540.0) for y in (105.0, 125.0, 145.0, 165.0, 185.0, 205.0)]


def plan(x: float, *, bold: bool = True) -> list[Word]:
    """Heads and rows 20 points apart, a title before the third row."""
    page = words(100, *HEADS)
    bases = (120, 140, 180, 200)
    for base, row in zip(bases, ROWS, strict=True):
        page += words(base, *zip((40.0, 120.0, 480.0), row, strict=True))
    return page + words(160, (x, "Priority 2: Safe homes"), bold=bold)


def columns_of_title(page: list[Word], rules: list[Rule]) -> int:
    """How many columns the cell takes in which the title stands."""
    (grid,) = find_unruled(page, rules, ()).grids
    line = next(line for line in make_lines(page) if line.base == 160)
    held = [c for c in grid.cells if c.frame.top < line.base - 3 < c.frame.bottom]
    return next(c.column_span for c in held if c.frame.x0 <= line.x0 < c.frame.x1)


@pytest.mark.parametrize("x", [234.0, 160.0])
def test_a_bold_title_that_begins_where_no_action_does_is_of_all_columns(x):
    """One in the middle of its table, and one whose table ends where nobody knows."""
    assert columns_of_title(plan(x), RULES) == 3


@pytest.mark.parametrize(("x", "bold"), [(120.0, True), (234.0, False), (130.0, True)])
def test_a_text_that_begins_as_the_actions_do_or_is_not_bold_is_one_of_them(x, bold):
    assert columns_of_title(plan(x, bold=bold), RULES) == 1


def test_a_title_that_stands_between_two_heads_says_nothing_of_the_columns():
    """It began right of the longest actions' column, and every long action ran over a border."""
    page = words(100, (40.0, "Ref"), (120.0, "Action"), (420.0, "Lead"), (480.0, "When"), bold=True)
    page += words(120, (300.0, "Priority 1: Safe homes"), bold=True)
    long = "Light the towpath from the lock to the old mill by May"
    for base in (140, 160, 180, 200):
        page += words(base, (40.0, "1.1"), (120.0, long), (420.0, "Parks"), (480.0, "2027"))
    (grid,) = find_unruled(page, RULES, ()).grids
    assert [round(x) for x in grid.xs[1:-1]] == [118, 418, 478]


BOLD_ACTIONS = (
    ("Light the towpath by", "the mill and the lock"),
    ("Train the door staff", "of all late bars here"),
    ("Open a refuge for all", "who must leave home"),
)


def test_the_second_line_of_a_bold_action_is_no_title_wherever_it_ends():
    """Between columns as wide on either side, one of them stands in the middle of the table."""
    page = words(100, (40, "Ref"), (200, "Action"), (400, "Lead"), bold=True)
    for base, (first, second) in zip((120, 160, 200), BOLD_ACTIONS, strict=True):
        page += words(base, (40, "1.1"), (400, "Parks Team"))
        page += words(base, (200, first), bold=True) + words(base + 12, (200, second), bold=True)
    (grid,) = find_unruled(page, [Rule(y, 38, 450) for y in (86, 105, 145, 185, 225)], ()).grids
    assert [cell.column_span for cell in grid.cells] == [1] * 12


def test_a_title_in_the_middle_below_heads_printed_again_is_no_rest_of_a_head():
    """The heads of a page that goes on with a table and the title below them were one row."""
    page = words(80, *HEADS, bold=True) + words(100, (237.0, "Priority 2: Safe homes"), bold=True)
    held = [by_column(line, (38.0, 118.0, 478.0, 540.0)) for line in make_lines(page)]
    assert set_off(held, (38.0, 540.0)) == [False, True]
