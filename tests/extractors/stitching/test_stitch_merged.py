"""Merged cells that page breaks cut: blank, cut in their text or said again overleaf."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.blocks import Table, tables_of
from extractors.grid import grid_of, text_of
from extractors.stitching.stitch import stitch
from tests.extractors.tables import document, of_rows, table

HEAD = ["Objective", "Action", "Lead", "By when"]
AIMS = ["Warm homes for tenants", "Reading for pleasure", "A fair deal on buses", "Clean rivers"]
LEADS = ["Vale Council", "Head of Housing", "Harbour Trust", "Public Health"]
sizes = st.lists(st.integers(1, 5), min_size=2, max_size=4)


def stitched(*blocks: Table) -> Table:
    (whole,) = tables_of(stitch(document(*blocks, pages=9)).blocks)
    return whole


def column(whole: Table, number: int) -> list[str]:
    grid = grid_of(whole)
    return [text_of(grid.at(row, number)) for row in range(1, whole.row_count)]


def merged_rows(counts):
    """Each row with all of its texts, and the rows on which an objective or a lead begins."""
    rows, begins = [], set()
    for group, count in enumerate(counts):
        begins.add(len(rows))
        for number in range(count):
            action = f"Open depot {group}{number} by the quay"
            rows.append([AIMS[group], action, LEADS[group], f"{number + 1} May 2027"])
    return rows, begins


def printed(rows, begins, first, over):
    """Rows as a page prints them whose first row is ``first``; merged cells go on from above."""
    page = []
    for number, row in enumerate(rows, start=first):
        aim, action, lead, due = row
        if number not in begins:
            aim, lead = (over(aim), over(lead)) if number == first else ("^", "^")
        page.append([aim, action, lead, due])
    return page


@given(sizes, st.data(), st.booleans(), st.sampled_from(["", "{} (continued)", "{} cont'd"]))
@settings(max_examples=150, deadline=None)
def test_a_table_of_merged_objectives_and_leads_cut_at_any_row_comes_back_whole(
    counts, data, repeat, over
):
    rows, begins = merged_rows([*counts, 2][:4])
    cut = data.draw(st.integers(2, len(rows) - 1))
    first = printed(rows[:cut], begins, 0, over.format)
    second = printed(rows[cut:], begins, cut, over.format)
    whole = stitched(of_rows([HEAD, *first], 3), of_rows([HEAD] * repeat + second, 4))
    assert column(whole, 0) == [row[0] for row in rows]
    assert column(whole, 1) == [row[1] for row in rows]
    assert column(whole, 2) == [row[2] for row in rows]


@pytest.mark.parametrize(
    "above", ["", "\nRelief for carers|Ring each carer|Vale|May\n^|Visit|ICB|"]
)
def test_the_rest_of_a_merged_text_joins_no_two_whole_rows(above):
    head = "Objective|Action|Lead|Date\nSafe streets|Light the path|Vale|June\n^|Walk it|PCC|May"
    whole = stitched(
        table(f"{head}{above}\nThe survey|Ask the users|Vale|May 2026", 7),
        table("of 2026 is heard|Publish a map|Harbour Trust|July 2026", 8),
    )
    assert column(whole, 1)[-2:] == ["Ask the users", "Publish a map"]
    assert column(whole, 0)[-2:] == ["The survey of 2026 is heard"] * 2


def test_a_lead_that_is_marked_as_continued_is_no_other_text():
    whole = stitched(
        table("Action|Lead|Date\nOpen a hub|Vale Trust|May 2026\nRun it|Police|June 2026", 1),
        table("Fund it|Police (continued)|July 2026\nClose it|Vale Trust|May 2027", 2),
    )
    assert column(whole, 1) == ["Vale Trust", "Police", "Police", "Vale Trust"]


def test_a_blank_theme_over_rows_is_the_one_that_is_printed_overleaf():
    head = "Theme|Action|Lead|Date\nSafe streets|Light the path|Vale|June\n^|Walk it|PCC|May"
    whole = stitched(
        table(f"{head}\n|Ring each carer|Vale|May\n^|Visit them|ICB|June", 7),
        table(
            "Theme|Action|Lead|Date\nHelp for carers|Fund a break|Vale|July\n^|Report|PCC|2027", 8
        ),
    )
    assert column(whole, 0) == [*["Safe streets"] * 2, *["Help for carers"] * 4]
