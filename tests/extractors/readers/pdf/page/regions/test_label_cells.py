"""Labels side by side in a line whose values go on below are read one after another."""

import pytest

from extractors.readers.labels import are_values
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.page.regions.label_cells import part_labels
from extractors.readers.pdf.record import Fill
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

ROW = words(
    60, (40, "Lead: Canal Trust and the"), (190, "Due: 30 September"), (300, "Status: Open")
)


def runs(*more: list) -> list[list[str]]:
    page = [*words(40, (40, "Dredge the lower basin")), *ROW]
    lines = make_lines([*page, *(word for held in more for word in held)])
    return [[line.text for line in run] for run in part_labels(lines)]


def test_values_that_go_on_below_their_labels_are_read_cell_by_cell():
    assert runs(words(72, (40, "Harbour Office"), (190, "2027")), words(90, (40, "Why"))) == [
        ["Dredge the lower basin"],
        ["Lead: Canal Trust and the", "Harbour Office"],
        ["Due: 30 September", "2027"],
        ["Status: Open"],
        ["Why"],
    ]


@pytest.mark.parametrize(
    "below",
    [
        words(72, (40, "The basin silted up in the floods of that year, and")),
        words(72, (40, "Start: May"), (190, "Budget: None")),
        words(72, (60, "Harbour Office")),
        words(90, (40, "Harbour Office")),
    ],
    ids=["prose", "other labels", "indented", "far below"],
)
def test_what_goes_on_with_no_value_leaves_the_line_whole(below):
    assert len(runs(below)) == 1


def test_the_same_label_side_by_side_is_of_two_cards():
    assert are_values(["Lead: Vale", "Due: 2027"])
    assert not are_values(["Lead: Vale", "Lead: Port"])
    assert not are_values(["Lead:", "Due:"])
    assert not are_values(["Lead: Vale"])


def test_labels_with_their_values_on_shaded_cells_head_no_table():
    """The bar of the next card below them became the rows of a table of this card's labels."""
    bars = [Fill(x0, 42, x1, 82, "#eef4f8") for x0, x1 in ((36, 248), (248, 400), (400, 551))]
    bars += [Fill(36, top, 551, top + 20, "#dddddd") for top in (16, 90)]
    page = words(56, (40, "Lead: Canal Trust"), (252, "Due: 30 September"), (404, "Status: Open"))
    page += words(72, (252, "2027"))
    for top, number in ((32, "4"), (104, "5")):
        page += words(top, (40, f"Commitment {number}"), bold=True)
    page += words(128, (40, "Mend the old gates of the upper basin and the weir"))
    assert find_unruled(page, (), bars).grids == []
