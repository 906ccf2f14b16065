"""Headings that lost letters are read only where the cells say the same."""

import pytest

from extractors.columns.contents import profile
from extractors.columns.damaged import DAMAGED, read_damaged
from extractors.columns.fields import name_columns
from extractors.grid import grid_of
from tests.extractors.tables import table

DATES = ["March 2026", "30 June 2026", "Ongoing"]
STATUSES = ["On track", "Delayed", "Complete"]
NAMES = ["Vale Police", "Housing Options", "Public Health"]


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("EN DDA T", DATES, "due"),
        ("COMPLET DATE", DATES, "due"),
        ("Tirnescale", DATES, "due"),
        ("PROGR STATUS", STATUSES, "status"),
        ("Prio ty H/M/L", ["H", "M", "L"], "rating"),
        ("Lead Offlcer", NAMES, "lead"),
    ],
)
def test_the_letters_that_are_left_and_the_cells_name_a_field(heading, cells, field):
    assert read_damaged(heading, profile(cells), ()) == field


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("COMPLET DATE", NAMES),  # the cells are no dates
        ("Date joined", DATES),  # another date than an action's
        ("Date approved", DATES),
        ("Statutory", STATUSES),
        ("Staff", STATUSES),
        ("Led", NAMES),  # too few letters
    ],
)
def test_one_sign_alone_names_nothing(heading, cells):
    assert read_damaged(heading, profile(cells), ()) is None


def test_a_field_that_another_column_has_is_not_given_twice():
    assert read_damaged("COMPLET DATE", profile(DATES), {"due"}) is None


def test_a_table_tells_that_a_heading_was_damaged():
    plan = """Action | Lead | COMPLET DATE
    Open a second hub in the vale | Vale Police | March 2026
    Train door staff and taxi drivers | Public Health | Ongoing"""
    grid = grid_of(table(plan))
    columns = name_columns(grid, [0], [1, 2])
    assert columns.fields == ("activity", "lead", "due")
    assert columns.reasons == (DAMAGED,)
    assert columns.unknown == ()
