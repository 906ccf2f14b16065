"""Texts between two heads and below neither: of which of the two columns they are."""

from extractors.readers.pdf.record import Word
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

HEADS = words(60, (40, "No"), (120, "Action"), (300, "Lead"), (440, "When"), bold=True)


def cells_of(page: list[Word]) -> list[list[str]]:
    """The texts of each row below the heads, by column; "" for none."""
    (grid,) = find_unruled(page, (), ()).grids
    rows: list[list[str]] = []
    for cell in grid.cells:
        frame = cell.frame
        held = [
            word.text
            for word in page
            if frame.x0 <= word.x0 < frame.x1 and frame.top <= word.base < frame.bottom
        ]
        rows += [[]] if cell.column == 0 else []
        rows[-1].append(" ".join(held))
    return rows[1:]


def test_centred_leads_between_left_heads_are_no_dates():
    page = HEADS + words(80, (40, "1"), (120, "Light the park"), (360, "Police"), (450, "May"))
    page += words(100, (40, "2"), (120, "Train the wardens"), (365, "Parks"), (445, "By July"))
    page += words(120, (40, "3"), (120, "Mend the bridge"), (352, "Highways"), (452, "June"))
    assert [row[2:] for row in cells_of(page)] == [
        ["Police", "May"],
        ["Parks", "By July"],
        ["Highways", "June"],
    ]


def test_references_set_right_stand_before_their_actions():
    page = HEADS + words(80, (96, "A.1"), (120, "Light the park"), (300, "Police"), (440, "May"))
    page += words(100, (96, "A.2"), (120, "Train the wardens"), (300, "Parks"), (440, "July"))
    assert [row[:2] for row in cells_of(page)] == [
        ["A.1", "Light the park"],
        ["A.2", "Train the wardens"],
    ]


def test_references_in_the_middle_of_their_column_keep_it_though_titles_run_over_it():
    """All references were lost, untold: each stood in the cell of its action."""
    page = HEADS + words(80, (40, "Theme 1: Parks and paths"), bold=True)
    page += words(100, (70, "1."), (120, "Light the park"), (300, "Police"), (440, "May"))
    page += words(120, (70, "2."), (120, "Train the wardens"), (300, "Parks"), (440, "July"))
    assert [row[:2] for row in cells_of(page)[1:]] == [
        ["1.", "Light the park"],
        ["2.", "Train the wardens"],
    ]


def test_cells_set_left_of_a_centred_head_stay_below_it():
    page = HEADS + words(80, (40, "1"), (120, "Light the park"), (300, "Police"), (410, "May"))
    page += words(100, (40, "2"), (120, "Train the wardens"), (300, "Parks"), (410, "July"))
    assert [row[2:] for row in cells_of(page)] == [["Police", "May"], ["Parks", "July"]]


def test_numbers_of_a_list_stand_with_the_text_behind_them():
    page = HEADS + words(80, (40, "1"), (120, "Light the park"), (280, "1)"), (300, "Police"))
    page += words(92, (280, "2)"), (300, "Parks")) + words(92, (440, "May"))
    page += words(120, (40, "2"), (120, "Train the wardens"), (280, "1)"), (300, "Hill Trust"))
    first, second = cells_of(page)
    assert first[1:3] == ["Light the park", "1) Police 2) Parks"]
    assert second[1:3] == ["Train the wardens", "1) Hill Trust"]


def test_numbers_left_of_the_first_head_have_a_column_of_their_own():
    page = words(60, (70, "Action"), (300, "Lead"), (440, "When"), bold=True)
    page += words(80, (45, "1."), (70, "Light the park"), (300, "Police"), (440, "May"))
    page += words(92, (70, "and the quay"))
    page += words(116, (45, "12."), (70, "Train the wardens"), (300, "Parks"), (440, "July"))
    assert [row[:2] for row in cells_of(page)] == [
        ["1.", "Light the park and the quay"],
        ["12.", "Train the wardens"],
    ]


def test_text_left_of_a_centred_head_is_no_column_of_numbers():
    page = words(60, (70, "Action"), (300, "Lead"), (440, "When"), bold=True)
    page += words(80, (45, "3"), (53, "new lights by the park"), (300, "Police"), (440, "May"))
    page += words(100, (45, "12"), (58, "wardens trained"), (300, "Parks"), (440, "July"))
    assert len(cells_of(page)[0]) == 3
