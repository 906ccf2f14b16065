"""Small cards under the same heads: the title of each runs over the columns of the heads."""

from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

LONG = "Light the towpath from the lock to the old mill and the car park behind it"


def card(top: float, ref: str, said: str) -> list[Word]:
    return [
        *words(top, (44, ref), (180, said)),
        *words(top + 20, (44, "Owner"), (180, "Due"), (320, "Measures"), bold=True),
        *words(top + 40, (44, "Vale"), (180, "May 2027"), (320, "40 lamps")),
    ]


def grids(page: list[Word]) -> list[list[tuple[int, int, int]]]:
    """The row, the column and the columns covered of each cell, table by table."""
    found = find_unruled(page, (), ()).grids
    return [[(cell.row, cell.column, cell.column_span) for cell in grid.cells] for grid in found]


CARD = [(0, 0, 1), (0, 1, 2), (1, 0, 1), (1, 1, 1), (1, 2, 1), (2, 0, 1), (2, 1, 1), (2, 2, 1)]


def below(cells: list[tuple[int, int, int]], rows: int) -> list[tuple[int, int, int]]:
    return [(row + rows, column, span) for row, column, span in cells]


def test_a_title_over_the_columns_of_its_heads_parts_no_card():
    page = card(60, "PL4", LONG) + card(140, "PL5", "Wardens")
    assert grids(page) == [CARD + below(CARD, 3)]


def test_text_between_cards_parts_their_tables():
    page = card(60, "PL4", LONG) + words(150, (44, "Aim 2"), size=14.0, bold=True)
    assert grids(page + card(180, "PL5", "Wardens")) == [CARD, CARD]


def test_a_reference_beside_the_middle_of_a_long_title_belongs_to_it():
    title = words(40, (180, "Light the towpath from")) + words(46, (44, "PL4"))
    title += words(52, (180, "the lock to the old mill"))
    heads = words(72, (44, "Owner"), (180, "Due"), (320, "Measures"), bold=True)
    values = words(92, (44, "Vale"), (180, "May 2027"), (320, "40 lamps"))
    page = [*title, *heads, *values, *card(140, "PL5", "Wardens")]
    assert grids(page) == [CARD + below(CARD, 3)]


def test_a_card_whose_heads_stand_overleaf_keeps_its_title_in_the_table():
    page = card(60, "PL4", LONG) + card(140, "PL5", "Wardens")
    page += words(220, (44, "PL6"), (180, LONG))
    assert grids(page) == [CARD + below(CARD, 3) + below(CARD[:2], 6)]


def test_values_whose_card_begins_on_the_page_before_stand_above_the_first_title():
    page = words(60, (44, "Vale"), (180, "June 2027"), (320, "9 wardens"))
    page += card(100, "PL4", LONG) + card(180, "PL5", "Wardens")
    assert grids(page) == [below(CARD[5:], -2) + below(CARD, 1) + below(CARD, 4)]


def test_the_same_heads_below_section_titles_are_those_of_tables():
    page = []
    for top in (60, 160):
        page += words(top, (44, "Aim 2: Light every lane"), size=14.0, bold=True)
        page += words(top + 20, (44, "Owner"), (180, "Due"), (320, "Measures"), bold=True)
        page += words(top + 40, (44, "Vale"), (180, "May 2027"), (320, "40 lamps"))
        page += words(top + 60, (44, "Police"), (180, "May 2027"), (320, "40 lamps"))
    assert [len({row for row, _, _ in cells}) for cells in grids(page)] == [3, 3]
