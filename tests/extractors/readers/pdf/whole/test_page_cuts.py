"""A word of a narrow column that the page's end cuts is one word when its row is joined."""

import pytest

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.whole.page_cuts import with_cut_words
from extractors.readers.pdf.whole.text import Vocabulary
from extractors.stitching.pieces import join_cells

KNOWN = Vocabulary(["the work is planned with partners"])


def table(page: int, *texts: str, x0: float = 400.0) -> Table:
    """A table of one column, a row for each text."""
    cells = tuple(
        Cell(row, 0, (Paragraph(text),), place=Place((Box(page, x0, 20.0 * row, 440.0, 18.0),)))
        for row, text in enumerate(texts)
    )
    return Table(cells, len(texts), 1, place=Place((Box(page, x0, 0.0, 440.0, 100.0),)))


def joined(before: Table, after: Table) -> str:
    """The text of the last cell of a page and the last of the next, put together."""
    one, other = with_cut_words([before, Paragraph("Page 2"), after], KNOWN)[::2]
    assert isinstance(one, Table)
    assert isinstance(other, Table)
    return join_cells(one.cells[-1], other.cells[-1], 1).text


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("Planne", "d", "Planned"),
        ("Planne", "d for May", "Planned for May"),
        ("By 09/03/202", "7", "By 09/03/2027"),
        ("20.10.2", "5", "20.10.25"),
        ("Work is", "planned", "Work is planned"),  # a line ends between words
        ("Quillo", "rs met", "Quillo rs met"),  # "quillors" is no word
        ("Plan", "a route", "Plan a route"),
    ],
)
def test_the_halves_of_a_word_are_put_together_over_a_page_end(before, after, text):
    assert joined(table(1, "Status", before), table(2, "Status", after)) == text


def test_a_word_goes_on_in_its_own_column_on_the_next_page():
    assert joined(table(1, "Planne"), table(2, "d", x0=300.0)) == "Planne d"
    assert joined(table(1, "Planne"), table(1, "d")) == "Planne d"


def test_a_row_further_down_the_next_page_is_no_half():
    assert joined(table(1, "Planne"), table(2, "One", "Two", "Three", "Four", "d")) == "Planne d"
