"""Which rows of a table are its headings."""

import pytest

from extractors.columns.heads import is_heading_row
from extractors.grid import grid_of
from tests.extractors.tables import table


@pytest.mark.parametrize("again", [False, True])
def test_two_known_headings_make_a_row_of_headings_where_the_table_prints_them_again_too(again):
    grid = grid_of(table("Action|Lead|By when\nOpen a hub|Vale|May 2027\nAction|Lead|By when"))
    assert is_heading_row(grid, 2 if again else 0, again=again)
    assert not is_heading_row(grid, 1, again=again)


def test_a_row_below_the_first_with_a_list_in_a_cell_holds_values():
    grid = grid_of(table("Action|Lead\nOpen a hub|Vale\n• Update // • Actions|Lead"))
    assert not is_heading_row(grid, 2, again=True)
    assert is_heading_row(grid_of(table("Update // Actions|Lead\nOpen a hub|Vale")), 0)


def test_one_heading_alone_is_no_row_of_headings():
    assert not is_heading_row(grid_of(table("Action|\nOpen a hub|Vale")), 0)
