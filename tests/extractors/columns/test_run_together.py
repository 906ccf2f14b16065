"""Texts that are a whole row of a table, whose cells a reader put into one."""

import pytest

from extractors.columns.run_together import reads_as_row
from tests.extractors.tables import table

ROWS = "Action|Lead|When\nTrain ushers|Vale Council|2029"
FILLED = "\n".join(f"Survey ward {n}|Works {n}|2029" for n in range(300))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Open the hall Vale Council May 2026", True),
        ("1.2 Open the hall Vale Council May 2026", True),
        ("Open the hall with Vale Council by May 2026.", False),
        ("Open the hall Vale Council", False),
        ("The hall Vale Council May 2026", False),
        ("Open the hall Works May 2026", False),
    ],
)
def test_a_promise_a_day_and_the_value_of_another_row_are_a_row(text, told):
    assert reads_as_row(text, table(ROWS)) is told


def test_the_first_cells_of_a_long_table_tell_its_values():
    text = "Open the hall Vale Council May 2026"
    assert reads_as_row(text, table(f"{ROWS}\n{FILLED}"))
    head, row = ROWS.split("\n")
    assert not reads_as_row(text, table(f"{head}\n{FILLED}\n{row}"))
