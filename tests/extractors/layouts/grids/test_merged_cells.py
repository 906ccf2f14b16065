"""Cells merged over several rows or columns: whose they are, and where their rows are printed."""

from extractors.actions import find_actions
from extractors.blocks import Box
from extractors.stitching.stitch import stitch
from tests.extractors.tables import document, found, pick, table


def find_actions_over_pages():
    pages = document(
        table("Ref|Action|Lead\nP1|Open a hub|Vale\nP2|Train housing staff to|Police", 4),
        table("|see the signs|\nP3|Ask|ICB", 5),
        pages=5,
    )
    return [action.row for action in find_actions(stitch(pages)).actions]


def test_merged_objectives_and_leads_are_given_to_each_of_their_rows():
    rows = found(
        table(
            "Objective|Action|Lead|By when\n"
            "3. Change habits|Train staff|Vale|2025\n"
            "^|Visit clubs|^|2026\n"
            "4. Share data|Sign the agreement|Police|2026"
        )
    )
    assert pick(rows, "ref", "objective", "activity", "lead") == [
        ("3", "Change habits", "Train staff", "Vale"),
        ("3", "Change habits", "Visit clubs", "Vale"),
        ("4", "Share data", "Sign the agreement", "Police"),
    ]


def test_a_reference_from_a_merged_cell_is_derived():
    one = table("Objective|Action|Lead\n1. Change|Train|Vale\n^|Visit|Police")
    rows = find_actions(document(one)).actions
    assert [action.row.ref_derived for action in rows] == [False, True]


def test_rows_without_reference_and_action_go_on_with_the_row_above():
    rows = found(
        table(
            "Ref|Activity|How will we know?|<|Lead|Deliver by\n"
            "K.1|Hold one board|1.|Board meets|Vale|\n"
            "||2.|Minutes are published||\n"
            "^|^||Partners attend|^|^\n"
            "K.2|Ask survivors|1.|Forum in place|ICB|"
        )
    )
    assert pick(rows, "ref", "lead", "items") == [
        ("K.1", "Vale", ["Board meets", "Minutes are published", "Partners attend"]),
        ("K.2", "ICB", ["Forum in place"]),
    ]
    assert rows[0]["measures"] == "1. Board meets 2. Minutes are published Partners attend"


def test_a_row_over_two_pages_keeps_both_boxes_and_counts_as_on_its_first():
    rows = find_actions_over_pages()
    assert rows[1].place.page == 4
    assert rows[1].place.page_end == 5
    assert rows[1].joined
    assert rows[0].score > rows[1].score


def test_a_merged_objective_does_not_move_the_page_of_its_rows():
    blocks = (
        table("Objective|Action|Lead|When\nSafer streets|Light paths|Vale|May 2025", 4),
        table("|Walk them at night|Police|June 2025", 5),
    )
    rows = find_actions(stitch(document(*blocks, pages=5))).actions
    assert [row.row.place.page for row in rows] == [4, 5]
    assert [row.row.cells["objective"] for row in rows] == ["Safer streets"] * 2


def test_the_box_of_a_row_holds_its_share_of_a_cell_merged_over_several():
    one = table(
        "Objective|Action|Lead|When\nSafer parks|Cut the hedges|Vale|May\n^|Add lamps|Police|June",
        2,
    )
    first, second = (action.row.place.boxes for action in find_actions(document(one)).actions)
    assert first == (Box(2, 40.0, 72.0, 760.0, 84.0),)
    assert second == (Box(2, 40.0, 84.0, 760.0, 96.0),)


def test_a_merged_cell_that_goes_on_overleaf_moves_no_box_there():
    pages = document(
        table("Aim|Action|Lead|When\nSafer parks|Cut the hedges|Vale|May", 4),
        table("|Add lamps along the lake|Police|June", 5),
        pages=5,
    )
    first, second = (a.row.place.boxes for a in find_actions(stitch(pages)).actions)
    assert [box.page for box in first] == [4]
    assert [(box.page, box.x0) for box in second] == [(5, 40.0)]


def test_a_cell_across_start_and_end_is_no_date_of_either_and_is_reported():
    one = table(
        "Ref|Action|Lead|Start|End\n"
        "1|Open a hub|Vale|May 2025|May 2026\n"
        "2|Hold talks|ICB|To be agreed|<"
    )
    found = find_actions(document(one))
    assert [(a.row.cells["start"], a.row.cells["due"]) for a in found.actions] == [
        ("May 2025", "May 2026"),
        ("", ""),
    ]
    assert "one cell over several fields" in found.actions[1].row.reasons
    (problem,) = found.problems
    assert problem.code == "merged_dates"
    assert '"To be agreed" stands across the columns of start and due' in problem.message
