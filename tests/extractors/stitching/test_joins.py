"""Whether a page break cut a row: named evidence from the rows on both sides of it."""

import pytest

from extractors.grid import grid_of
from extractors.stitching.joins import Pair, RowHabits, cut_reasons
from tests.extractors.tables import table


def reasons(before: str, after: str, *, is_open: bool = True) -> tuple[str, ...]:
    """Why the second of two rows goes on with the first, in a table whose rows are all full."""
    grid = grid_of(table(f"1.1|Open a hub|Vale\n1.2|Train staff|Police\n{before}\n{after}"))
    habits = RowHabits()
    for row in (0, 1):
        habits.count(grid.own(row))
    pairs = [Pair(grid.at(2, column), grid.at(3, column)) for column in range(3)]
    return cut_reasons(pairs, habits, is_open=is_open)


def test_a_row_without_a_reference_goes_on_with_a_sentence_that_did_not_end():
    said = reasons("1.3|Ask every landlord to|Housing", "|fit a second lock|")
    assert {"no closing rule", "unfinished sentence", "no reference"} <= set(said)


def test_a_row_with_a_reference_of_its_own_is_a_row_of_its_own():
    assert reasons("1.3|Ask every landlord to|Housing", "1.4|fit a second lock|Vale") == ()


def test_nothing_goes_on_where_a_row_says_nothing():
    assert reasons("1.3|Ask every landlord|Housing", "||") == ()


@pytest.mark.parametrize(("last", "next_one"), [("2.", "3."), ("(b)", "(c)")])
def test_a_list_goes_on_where_its_markers_count_on(last, next_one):
    said = reasons(f"1.3|{last} Ask every landlord|Housing", f"|{next_one} Fit a second lock|")
    assert "list goes on" in said
    assert "list goes on" not in reasons(f"1.3|{last} Ask|Housing", f"|{last} Fit a lock|")


def test_rows_that_begin_with_labels_are_rows_of_a_form():
    assert reasons("Lead|Police and|", "Complete by|courts in May|") == ()
    assert reasons("Room|Police and|", "Hall|courts in May|") != ()


def test_bold_labels_known_by_a_word_begin_rows_of_a_form_where_values_are_plain():
    label = "How we will measure progress"
    assert reasons("**When we do it by**|June and|", f"**{label}**|courts in May|") == ()


def test_a_row_without_a_rating_is_a_row_of_its_own_where_all_else_begins_anew():
    """R, A and G are letters as references are: one that is not read says nothing of a cut."""
    rows = "Open a hub|May 2026|G\nTrain staff|July 2026|A\nMap the lamps|June 2027|R"
    grid = grid_of(table(f"{rows}\nAsk every landlord|May 2027|G\nFit second locks|June 2026|"))
    habits = RowHabits()
    for row in (0, 1, 2):
        habits.count(grid.own(row))
    pairs = [Pair(grid.at(3, column), grid.at(4, column)) for column in range(3)]
    assert cut_reasons(pairs, habits, is_open=True) == ()


@pytest.mark.parametrize(
    ("rest", "is_open", "joined"),
    [
        ("Fit second locks|Vale|Homes|", False, False),
        ("Fit second locks|Vale|Homes|", True, True),
        ("fit second locks|Vale|Homes|", False, True),
        ("|Vale||", False, True),
    ],
)
def test_one_blank_below_a_closing_rule_joins_no_row_whose_other_cells_begin_anew(
    rest, is_open, joined
):
    """Two actions were one because the second says no day."""
    rows = "Open a hub|Vale|Homes|2026\nTrain staff|Police|Courts|2027\nMap lamps|Parks|Roads|2027"
    grid = grid_of(table(f"{rows}\nAsk every landlord|Homes|Vale|2028\n{rest}"))
    habits = RowHabits()
    for row in (0, 1, 2):
        habits.count(grid.own(row))
    pairs = [Pair(grid.at(3, column), grid.at(4, column)) for column in range(4)]
    assert bool(cut_reasons(pairs, habits, is_open=is_open)) is joined


def test_banners_across_a_table_leave_its_columns_as_full_as_its_rows_have_them():
    """A row without a lead below a page break was the rest of the one before, one banner a row."""
    rows = "Open a hub|Vale|2026|A report\nTrain staff|Police|2027|A list"
    grid = grid_of(table(f"{rows}\nAsk every landlord|Homes|2028|A map\nFit locks||2026|A count"))
    (banner,) = grid_of(table("Aim 2: safer homes >4\nFit locks|Vale|2026|A count")).own(0)
    habits = RowHabits()
    for row in (0, 1):
        habits.count(grid.own(row))
        habits.count([banner])
    pairs = [Pair(grid.at(2, column), grid.at(3, column)) for column in range(4)]
    assert cut_reasons(pairs, habits, is_open=False) == ()


def test_a_row_most_of_whose_cells_say_something_is_one_of_its_own_below_a_closing_rule():
    """Where rows leave many cells blank few columns are usual; two actions were one."""
    rows = "Parks||Open a hub|2026\n|On track|Train staff|2027\nVale|Late|Map lamps|2027"
    grid = grid_of(table(f"{rows}\nHomes||Ask landlords.|2028\nPolice|On track|Fit locks|"))
    habits = RowHabits()
    for row in (0, 1, 2):
        habits.count(grid.own(row))
    pairs = [Pair(grid.at(3, column), grid.at(4, column)) for column in range(4)]
    assert cut_reasons(pairs, habits, is_open=False) == ()
    assert cut_reasons(pairs, habits, is_open=True) != ()
