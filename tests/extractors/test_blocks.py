"""What cells and tables keep of themselves once they were asked."""

import pickle
from dataclasses import replace

from extractors.blocks import Cell, Paragraph, Table

CELL = Cell(0, 0, (Paragraph("Light the quay", "1."),))


def test_a_cell_that_was_made_of_another_has_a_text_of_its_own():
    assert CELL.text == "1. Light the quay"
    assert replace(CELL, paragraphs=(Paragraph("Mend the lock"),)).text == "Mend the lock"
    assert Cell(0, 0, CELL.paragraphs) == CELL
    assert hash(Cell(0, 0, CELL.paragraphs)) == hash(CELL)
    assert repr(Cell(0, 0, CELL.paragraphs)) == repr(CELL)


def test_a_table_that_was_made_of_another_has_squares_of_its_own():
    wide = replace(CELL, column_span=2)
    table = Table((wide,), 1, 2)
    assert table.squares == ((wide, wide),)
    assert replace(table, cells=(CELL,)).squares == ((CELL, None),)
    assert table == Table((wide,), 1, 2)


def test_squares_hold_the_cells_of_their_table_also_when_it_was_sent_to_another_process():
    table = Table((CELL,), 1, 1)
    assert table.squares[0][0] is table.cells[0]
    sent = pickle.loads(pickle.dumps(table))
    assert sent.squares[0][0] is sent.cells[0]


def test_where_two_cells_claim_a_square_the_first_keeps_it():
    first, second = replace(CELL, row_span=2), Cell(1, 0, (Paragraph("Mend the lock"),))
    assert Table((first, second), 2, 1).squares == ((first,), (first,))
