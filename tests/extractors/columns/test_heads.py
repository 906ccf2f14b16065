"""Which rows of a table are its headings."""

import pytest

from extractors.columns.headings import read_heading
from extractors.columns.heads import heading_rows, is_heading_row
from extractors.grid import grid_of
from tests.extractors.tables import found, table


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


@pytest.mark.parametrize(
    ("head", "heads"),
    [
        ("**Action**|**Lead**|**Harbour**|**Quay**", True),
        ("**Status**|**Lead**|**Harbour**|**Quay**|**Vale**", False),  # most are not known
        ("Status|Lead|Harbour|Quay|Vale", False),
        ("Action|Lead|Harbour|Quay|Vale", True),  # they say what and who
    ],
)
def test_headings_that_say_what_and_who_or_bold_ones_may_stand_beside_unknown_ones(head, heads):
    grid = grid_of(table(f"{head}\n" + "|".join(["Open a hub"] * (head.count("|") + 1))))
    assert is_heading_row(grid, 0) is heads


@pytest.mark.parametrize(
    ("below", "rows"), [("|Start|End", (0, 1)), ("|Start|", (0,)), ("Open a hub|May|June", (0,))]
)
def test_two_headings_below_a_wide_one_are_its_parts(below, rows):
    grid = grid_of(table(f"Action|Timescale|<\n{below}\nTrain staff|May 2026|June 2026"))
    assert heading_rows(grid, 0) == rows


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("Priority|Year 1 actions|Year 2 actions|Lead", True),
        ("Priority|Improve outcomes|for carers|of all ages", False),  # a label and a cut value
    ],
)
def test_a_label_of_aims_heads_a_column_where_most_beside_it_are_headings(row, heads):
    grid = grid_of(table(f"{row}\nSafe homes|Open a hub|Close a hub|Vale"))
    assert is_heading_row(grid, 0) is heads


def test_long_headings_known_by_their_words_are_no_label_with_its_value():
    """A plan on women, peace and security was lost in silence: "Outcome" is a label of aims."""
    heads = (
        "**Outcome**|**Output**|**Activities that the institutions named to the right of this "
        "column will carry out in order to reach it**|**Institution with main responsibility**|"
        "**Supporting institutions and others**|**Timeframe for the activity**|**Funds, by source**"
    )
    grid = grid_of(table(heads + "\nPeace lasts|Talks|Train mediators|Vale|Ash|2027|10,000"))
    assert is_heading_row(grid, 0)
    assert not is_heading_row(grid_of(table("Outcome 2|Peace lasts|Vale leads")), 0)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Activities that will be carried out by the responsible institutions", "activity"),
        ("Indicators by which the responsible institution measures progress", "measures"),
        ("Institutions that support the lead agency", "support"),
    ],
)
def test_a_clause_explains_what_stands_before_it(heading, field):
    meaning = read_heading(heading)
    assert meaning is not None
    assert meaning.line.field == field


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        ("Ref|Action|Measure|Who||When||", "|||Lead|Partners|Start|End|RAG", (0, 1)),
        ("Ref|Action|Measure|Who||When||RAG", "|||Lead|Partners|Start|End|", (0, 1)),
        ("Ref|Action|Measure|Who||When||RAG", "||Measure|Lead|Partners|Start|End|", (0,)),
    ],
)
def test_headings_below_a_blank_are_under_the_wider_one_left_of_it(above, below, rows):
    """Hairlines alone show no spans; the measures of twelve actions had lost their heading."""
    grid = grid_of(table(f"{above}\n{below}\n1.1|Open a hub|Hub open|Vale|Ash|May|July|Green"))
    assert heading_rows(grid, 0) == rows


def test_a_row_that_joins_headings_may_stand_over_some_of_them_alone():
    (row,) = found(
        table(
            "What we plan to do|<|Accountability\nRef|Action|Lead\n"
            "A1|Open a second refuge with space for families|Housing"
        )
    )
    assert (row["ref"], row["lead"]) == ("A1", "Housing")
