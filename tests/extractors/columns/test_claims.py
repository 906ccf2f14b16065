"""What the headings over a column say together, and which of two columns gets a field."""

import pytest

from extractors.columns.claims import claims_of
from extractors.grid import grid_of
from tests.extractors.tables import table


@pytest.mark.parametrize(
    ("above", "below", "field"),
    [
        ("Action", "by", "lead"),  # read as one: neither line says who
        ("Responsible parties", "Partners", "support"),  # the line above says of both that they do
        ("Progress", "Date", "due"),
        ("Our promise", "Lead", "lead"),
    ],
)
def test_headings_of_two_lines_are_read_as_one_unless_both_name_bodies(above, below, field):
    grid = grid_of(table(f"Activity|{above}\n|{below}\nTrain door staff|Vale Council"))
    assert [claim.meaning.line.field for claim in claims_of(grid, (0, 1))[1:]] == [field]


def test_a_heading_that_no_list_knows_claims_nothing_and_is_kept():
    (_, claim) = claims_of(grid_of(table("Action|Zodiac sign\nOpen a hub|Leo")), (0,))
    assert (claim.heading, claim.meaning) == ("Zodiac sign", None)
