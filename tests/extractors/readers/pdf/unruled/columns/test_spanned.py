"""Values that stand in a cell over several columns where no vertical rule shows it."""

from itertools import pairwise

import pytest

from extractors.readers.pdf.grid import GridCell
from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.record import Frame, Word
from extractors.readers.pdf.unruled.columns.spanned import with_spans
from extractors.readers.pdf.unruled.find import find_unruled
from tests.extractors.readers.pdf_fixtures import words

STARTS = (40, 250, 330, 410)
HEADS = words(60, *zip(STARTS, ("Action", "Lead", "Start", "End"), strict=True), bold=True)


def row(base: float, *texts: str) -> list[Word]:
    return words(base, *zip(STARTS, texts, strict=False))


FIRST = row(80, "Light the towpath", "Parks", "May 2026", "May 2027")
SECOND = row(104, "Train door staff", "Licensing", "June 2026", "July 2026")


def cells_of(page: list[Word]) -> list[list[str]]:
    """The texts of the cells of each row below the heads, "" for empty ones."""
    (grid,) = find_unruled(page, (), ()).grids
    rows: list[list[str]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        frame = cell.frame
        held = [
            word.text
            for word in page
            if frame.x0 <= (word.x0 + word.x1) / 2 < frame.x1
            and frame.top <= word.base < frame.bottom
        ]
        rows[cell.row].append(" ".join(held))
    return rows[1:]


def test_a_value_that_runs_over_start_and_end_is_one_cell_of_its_row():
    page = HEADS + row(80, "Map safe routes", "Roads", "Subject to funding being agreed")
    assert cells_of(page + SECOND) == [
        ["Map safe routes", "Roads", "Subject to funding being agreed"],
        ["Train door staff", "Licensing", "June 2026", "July 2026"],
    ]


def test_its_next_line_stands_in_the_same_cell():
    page = HEADS + FIRST + row(104, "Map safe routes", "Roads", "Once the bid is won")
    page += row(116, "to each school", "", "by the borough council")
    page += row(140, "Open a hub", "Youth Team", "May 2026", "Ongoing")
    assert cells_of(page)[1] == [
        "Map safe routes to each school",
        "Roads",
        "Once the bid is won by the borough council",
    ]


def test_a_value_centred_over_its_columns_is_one_cell_as_well():
    page = (
        HEADS
        + FIRST
        + words(104, (40, "Map safe routes"), (250, "Roads"), (352, "Throughout the plan"))
    )
    assert cells_of(page)[1] == ["Map safe routes", "Roads", "Throughout the plan"]


def test_a_full_cell_hard_by_the_next_is_none_with_it():
    page = HEADS + FIRST + row(104, "Train door staff", "Licensing", "September 2026", "July 2028")
    assert cells_of(page)[1][2:] == ["September 2026", "July 2028"]


@pytest.mark.parametrize("right", [300, 352])
def test_prose_in_two_columns_below_a_table_is_no_row_of_it(right):
    prose = words(
        110, (40, "We met four times to agree on"), (right, "what matters most to people")
    )
    prose += words(
        122, (40, "all of it and will do so once"), (right, "more before the summer of it")
    )
    page = (
        HEADS + FIRST + row(92, "Train door staff", "Licensing", "June 2026", "July 2026") + prose
    )
    assert len(cells_of(page)) == 2


@pytest.mark.parametrize("left", [0.3, 1.4])  # a "J" reaches out by 0.14 of its size
def test_text_that_begins_a_hair_left_of_its_border_is_of_its_own_cell(left):
    """ "January 2027" was read into the lead before it, and the row had no date."""
    borders = (40.0, 250 + left, 330 + left, 410 + left, 500.0)
    cells = [
        GridCell(0, at, 1, 1, Frame(low, 70, high, 84))
        for at, (low, high) in enumerate(pairwise(borders))
    ]
    lines = make_lines(FIRST)
    assert with_spans(cells, lines, borders, STARTS) == cells


def test_text_of_no_size_runs_over_nothing():
    cells = [GridCell(0, n, 1, 1, Frame(x, 0, x + 80, 20)) for n, x in enumerate((0, 80, 160))]
    page = words(10, (4, "May"), (84, "June"), (164, "July"), size=0.0)
    assert with_spans(cells, make_lines(page), (0, 80, 160, 240), (4, 84, 164)) == cells
