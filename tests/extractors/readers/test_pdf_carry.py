"""A table without rules goes on overleaf with its colours and struck words."""

from extractors.blocks import tables_of
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, Fill, PageRecord, Rule, Word
from extractors.readers.pdf.whole.carry import carry_on
from tests.extractors.readers.pdf_fixtures import words


def page(number: int, *lines: list[Word], **more: tuple[object, ...]) -> PageRecord:
    made = tuple(word for line in lines for word in line)
    return PageRecord(number=number, width=595, height=842, words=made, **more)


FIRST = page(
    1,
    words(700, (40, "Ref"), (90, "Action"), (300, "Lead"), (420, "RAG"), bold=True),
    words(720, (40, "1.1"), (90, "Light the towpath"), (300, "Housing"), (420, "Green")),
    words(740, (40, "1.2"), (90, "Train door staff"), (300, "Police"), (420, "Amber")),
    words(760, (40, "1.3"), (90, "Open a second hub"), (300, "Health"), (420, "Amber")),
)
SECOND = page(
    2,
    words(60, (40, "1.4"), (90, "Fund a refuge"), (300, "Housing"), (420, "Red")),
    words(80, (40, "1.5"), (90, "Close the old office"), (300, "Police"), (420, "Red")),
    words(100, (40, "1.6"), (90, "Map safe routes"), (300, "Health"), (420, "Red")),
    fills=(Fill(416, 50, 450, 64, "#ff0000"),),
    across=(Rule(77.0, 90, 186),),
)


def overleaf():
    first, second = (page_blocks(record, About()) for record in (FIRST, SECOND))
    (table,) = tables_of(carry_on([first, second])[1].blocks)
    return {(cell.row, cell.column): cell for cell in table.cells}


def test_a_cell_keeps_its_colour_overleaf():
    cells = overleaf()
    assert cells[0, 1].text == "Fund a refuge"
    assert cells[0, 3].fill == "#ff0000"


def test_struck_words_are_known_overleaf():
    assert overleaf()[1, 1].paragraphs[0].struck == "Close the old office"
