"""Labels down the left with a column of texts for each action beside them."""

from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words


def row(top: float, label: str, *texts: str, bold: bool = True) -> list[Word]:
    places = (160.0, 300.0, 440.0)
    return words(top, (40.0, label), bold=bold) + words(
        top, *[(x, text) for x, text in zip(places, texts, strict=False) if text]
    )


def shape(page: list[Word]) -> list[tuple[int, int]]:
    return [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in find_unruled(page, (), ()).grids]


def plan(top: float, bold: bool = True) -> list[Word]:
    page = row(top, "Action", "Light the towpath", "Mend the quay", "Open a hub", bold=bold)
    page += row(top + 12, "", "from the lock", "", "in each ward")
    page += row(top + 30, "Lead", "Vale", "Port", "Homes", bold=bold)
    return page + row(top + 50, "By when", "May 2027", "2028", "Ongoing", bold=bold)


def test_bold_labels_with_a_text_for_each_action_are_a_table():
    assert shape(plan(60)) == [(4, 3)]


def test_plain_labels_that_the_next_table_prints_again_are_labels():
    page = plan(60, bold=False) + words(150, (40, "Aim 2"), size=14.0, bold=True)
    assert shape(page + plan(190, bold=False)) == [(4, 3), (4, 3)]
    assert shape(plan(60, bold=False)) == []


def test_texts_above_a_label_in_the_middle_of_its_row_belong_to_it():
    page = words(60, (300, "Mend the quay")) + row(66, "Action", "Light it", "", "Open a hub")
    page += words(72, (300, "and the steps")) + row(92, "Lead", "Vale", "Port", "Homes")
    assert shape(page + row(112, "By when", "May 2027", "2028", "Ongoing")) == [(4, 3)]


def test_a_label_of_two_lines_beside_the_middle_of_its_texts_is_one_row():
    page = plan(60) + words(130, (300, "Vale and")) + words(136, (40, "Delivery"), bold=True)
    page += words(142, (160, "Police"), (300, "the lock"), (440, "Parks"))
    page += words(148, (40, "partners"), bold=True) + words(154, (300, "keepers"))
    assert shape(page + row(174, "Status", "Open", "Begun", "Open")) == [(4, 5)]


def test_words_that_begin_anywhere_make_no_columns():
    page = []
    for step, label in enumerate(("Aim", "Hub", "Panel", "Ward")):
        page += row(60 + 16 * step, label)
        page += words(60 + 16 * step, (160 + 9 * step, "A group"), (300 - 11 * step, "of people"))
    assert shape(page) == []


def test_a_label_beside_the_middle_of_long_texts_takes_all_of_them():
    page = row(60, "Ref", "B1", "B2", "B3") + words(90, (160, "Light the towpath"))
    page += words(97, (300, "Mend the quay")) + words(102, (160, "from the lock"))
    page += row(109, "Action", "", "and the steps", "Open a hub") + words(114, (160, "to the mill"))
    page += words(126, (160, "and back")) + row(150, "Lead", "Vale", "Port", "Homes")
    (grid,) = find_unruled(page, (), ()).grids
    assert [round(y) for y in grid.ys[1:-1]] == [72, 135]
