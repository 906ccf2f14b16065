"""Lines across a table without vertical rules that say more of the row above them."""

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Word, inside
from extractors.readers.pdf.unruled.columns.corridors import columns_below
from extractors.readers.pdf.unruled.columns.notes import notes_in
from extractors.readers.pdf.unruled.find import find_unruled
from extractors.readers.pdf.unruled.heads.heads import boxes_of
from tests.extractors.readers.pdf_fixtures import words

HEADS = words(60, (40, "Ref"), (90, "Action"), (300, "Lead"), (400, "When"), bold=True)


def row(base: float, ref: str, action: str) -> list[Word]:
    return words(base, (40, ref), (90, action), (300, "Parks"), (400, "May 2027"))


def rows_of(page: list[Word]) -> list[list[str]]:
    (grid,) = find_unruled(page, (), ()).grids
    rows: list[list[str]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        held = [word.text for word in page if inside(word.x0, word.base, cell.frame)]
        rows[cell.row].append(" ".join(held))
    return rows


def test_a_label_printed_again_and_again_begins_lines_across_the_table():
    page = HEADS + row(84, "1", "Light the towpath")
    page += words(100, (40, "Progress to date: two of the five sites are open"))
    page += words(112, (40, "and a third is being surveyed now")) + row(136, "2", "Train staff")
    page += words(152, (40, "Progress to date: none"))
    assert rows_of(page)[1:] == [
        ["1", "Light the towpath", "Parks", "May 2027"],
        ["Progress to date: two of the five sites are open and a third is being surveyed now"],
        ["2", "Train staff", "Parks", "May 2027"],
        ["Progress to date: none"],
    ]


def test_labels_within_the_first_column_are_of_its_cells():
    heads = words(60, (40, "Action"), (300, "Lead"), (400, "When"), bold=True)
    page = heads + words(84, (40, "Light the towpath"), (300, "Parks"), (400, "May 2027"))
    page += words(96, (40, "Funding: reserves"))
    page += words(120, (40, "Train door staff"), (300, "Police"), (400, "2028"))
    page += words(132, (40, "Funding: levy"))
    assert len(rows_of(page)[1:]) == 2


def test_lines_with_labels_and_no_row_above_them_are_no_notes():
    """A table below whose heads nothing else stood had no row, and its document was not read."""
    heads, *below = make_lines([*HEADS, *words(84, (40, "Progress: two of the sites are open"))])
    columns = columns_below(boxes_of(heads))
    assert notes_in(below, columns, {"Progress:"}) == []
