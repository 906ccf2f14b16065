"""Struck-through words are told once, in the same words for every format."""

from extractors.blocks import Box, Cell, Heading, Paragraph, Place, Table
from extractors.rows import ActionRow
from extractors.struck import struck_passages, without_moved


def table(*cells: Cell) -> Table:
    return Table(cells, row_count=2, column_count=2)


def test_a_table_is_told_once_with_the_words_that_were_struck():
    dropped = Paragraph("", struck="Open a second refuge")
    changed = Paragraph("Housing", struck="Estates")
    plan = table(Cell(0, 0, (dropped,)), Cell(0, 1, (changed,)))
    (told,) = struck_passages([Paragraph("Our plan"), plan])
    assert (told.stage, told.code, told.severity, told.page) == (
        "extract",
        "struck_text",
        "notice",
        None,
    )
    assert told.message == (
        'table 1: 2 passages are struck through and left out: "Open a second refuge", "Estates".'
    )


def test_a_table_over_two_pages_is_told_on_each():
    first = Paragraph("", struck="Close the desk", place=Place((Box(4, 0, 0, 9, 9),)))
    second = Paragraph("", struck="May 2026", place=Place((Box(5, 0, 0, 9, 9),)))
    told = struck_passages([table(Cell(0, 0, (first,)), Cell(1, 0, (second,)))])
    assert [problem.page for problem in told] == [4, 5]
    assert told[0].message.startswith("p.4 table 1: 1 passage is struck through")


def test_headings_and_text_outside_tables_are_told_together():
    blocks = [Heading("Safer streets", 1, struck="darker"), Paragraph("Lamps.", struck="Gas")]
    assert [problem.message for problem in struck_passages(blocks)] == [
        'text outside tables: 2 passages are struck through and left out: "darker", "Gas".'
    ]


def test_words_struck_in_a_table_inside_a_cell_are_told_with_the_outer_table():
    inner = table(Cell(0, 0, (Paragraph("", struck="Police"),)))
    (told,) = struck_passages([table(Cell(0, 0, (), nested=(inner,)))])
    assert told.message.startswith("table 1: 1 passage")


def test_many_and_long_passages_are_cut():
    cells = [Cell(0, at, (Paragraph("", struck="lamp " * 40),)) for at in range(7)]
    (told,) = struck_passages([Table(tuple(cells), 1, 7)])
    assert told.message.count("...") == 5
    assert told.message.endswith('" and more.')


def test_a_document_without_struck_words_tells_nothing():
    assert struck_passages([Paragraph("Review the lamps")]) == []


def test_a_struck_row_that_stands_elsewhere_was_moved_and_is_no_dropped_action():
    moved = ActionRow({"activity": "Open a second refuge", "lead": "Housing"})
    struck = ActionRow({"activity": "Open a second refuge", "lead": ""}, dropped=True)
    gone = ActionRow({"activity": "Close the desk"}, dropped=True)
    assert without_moved([struck, moved, gone]) == (moved, gone)
    assert without_moved([struck, gone]) == (struck, gone)


def test_a_dropped_aim_without_actions_stays_beside_one_that_stands():
    stands = ActionRow({"objective": "Open a second refuge", "lead": "Housing"})
    gone = ActionRow({"objective": "Train forty mentors", "lead": "Housing"}, dropped=True)
    assert without_moved([stands, gone]) == (stands, gone)
