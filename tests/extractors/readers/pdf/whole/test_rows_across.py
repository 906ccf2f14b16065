"""Rows across a card that a page's end parts from it stand in a frame without columns."""

import pytest

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.whole.rows_across import with_rows_across

EDGES = (80.0, 220.0, 370.0, 520.0)


def ruled(page: int, top: float, *rows: str, edges: tuple[float, ...] = EDGES) -> Table:
    """A table whose rows are written ``"Lead | Date"``; a row of one text stands across it."""
    cells = []
    for row, said in enumerate(rows):
        texts = said.split("|")
        span = len(edges) - 1 if len(texts) == 1 else 1
        for column, text in enumerate(texts):
            y = top + 12 * row
            place = Place((Box(page, edges[column], y, edges[column + span], y + 12),))
            held = (Paragraph(text.strip(), place=place),) if text.strip() else ()
            cells.append(Cell(row, column, held, column_span=span, place=place))
    place = Place((Box(page, edges[0], top, edges[-1], top + 12 * len(rows)),))
    return Table(tuple(cells), len(rows), len(edges) - 1, edges=edges, ruled=True, place=place)


def frame(page: int, top: float, *rows: str) -> Table:
    return ruled(page, top, *rows, edges=(EDGES[0], EDGES[-1]))


def texts(box: Table) -> list[Text]:
    """What the frame holds as the page gives it: text."""
    return [
        Text(paragraph, "#000000", 1, 80.0, 520.0)
        for cell in box.cells
        for paragraph in cell.paragraphs
    ]


def pages(first: list[Text | Table], second: list[Text | Table], *framed: Table):
    number = {1: (), 2: ()}
    for box in framed:
        number[box.place.page] = (box,)
    made = (
        PageBlocks(n, 595.0, 842.0, tuple(b), framed=number[n])
        for n, b in ((1, first), (2, second))
    )
    return with_rows_across(list(made))


CARD = ("2.2 Train wardens", "Lead | Date", "Vale | 2027", "Progress: begun in May")


def test_rows_below_a_card_overleaf_are_the_card_s_where_other_cards_print_their_label():
    box = frame(2, 60.0, "Progress: two posts filled")
    cut = ruled(1, 700.0, *CARD[:3])
    one, other = pages([cut], [*texts(box), ruled(2, 100.0, *CARD)], box)
    assert one.blocks == (cut,)
    assert other.blocks[0] == box
    assert len(other.blocks) == 2


@pytest.mark.parametrize(
    "box",
    [
        frame(2, 60.0, "Priority 3: Fair work"),  # no other card prints such a row
        ruled(2, 60.0, "Progress: two posts filled", edges=(80.0, 400.0)),  # narrower
    ],
)
def test_a_box_of_text_at_the_top_of_a_page_stays_text(box):
    said = texts(box)
    _, other = pages([ruled(1, 700.0, *CARD[:3])], [*said, ruled(2, 100.0, *CARD)], box)
    assert other.blocks[:1] == (said[0],)


def test_a_title_whose_last_word_stands_overleaf_is_the_first_row_of_its_card():
    box = frame(1, 780.0, "Commitment 3: Reduce the wait to below 18")
    card = ruled(2, 60.0, "weeks. | |", "Lead | Date | Cost", "Vale | 2027 | None")
    one, other = pages(texts(box), [card], box)
    assert one.blocks == (box,)
    assert other.blocks == (card,)


def test_a_whole_title_at_the_foot_of_a_page_stays_a_title():
    box = frame(1, 780.0, "Commitment 3: Reduce the wait")
    said = texts(box)
    one, _ = pages(said, [ruled(2, 60.0, "Lead | Date | Cost", "Vale | 2027 | None")], box)
    assert one.blocks == tuple(said)
