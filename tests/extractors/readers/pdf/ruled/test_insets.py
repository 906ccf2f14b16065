"""Tables that hang in a cell of another, and what stands between two ruled tables."""

from itertools import pairwise

from extractors.readers.pdf.page.blocks import Text, page_blocks
from extractors.readers.pdf.record import About, Fill, PageRecord, Rule
from extractors.readers.pdf.ruled.grids import find_grids
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 90.0, 300.0, 420.0)


def boxes(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[list[Rule], list[Rule]]:
    """All borders of a table."""
    across = [Rule(y, xs[0], xs[-1]) for y in ys]
    return across, [Rule(x, low, high) for x in xs for low, high in pairwise(ys)]


def test_milestones_in_a_table_that_touches_the_foot_of_its_cell_stand_in_that_cell():
    across, down = boxes(XS, (60, 80, 150, 220))
    hung, sides = boxes((95.4, 200.0, 280.0), (98, 124, 150))
    outer, inner = find_grids([*across, *hung], [*down, *sides])
    assert (outer.xs, outer.ys) == (XS, (60, 80, 150, 220))
    assert len(outer.cells) == 9
    assert (inner.xs, len(inner.cells)) == ((95.4, 200.0, 280.0), 4)


def test_a_table_that_the_border_of_its_cell_closes_is_whole():
    across, down = boxes(XS, (60, 80, 150))
    hung, sides = boxes((95.4, 200.0, 280.0), (98, 124, 150))
    outer, inner = find_grids([*across, *hung[:-1]], [*down, *sides])
    assert (len(outer.cells), len(inner.cells)) == (6, 4)


def test_a_table_that_a_page_end_cut_with_the_cell_around_it_is_parted_again():
    around, frame = boxes((40.0, 300.0), (60, 150))
    hung, sides = boxes((45.4, 120.0, 280.0), (60, 84, 130))
    for_middle_page = boxes((40.0, 300.0), (60, 130))
    outer, inner = find_grids([*around, *hung[1:]], [*frame, *sides])
    assert (len(outer.cells), inner.xs, len(inner.cells)) == (1, (45.4, 120.0, 280.0), 4)
    whole = find_grids([*for_middle_page[0], *hung[1:]], [*for_middle_page[1], *sides])
    assert [grid.xs for grid in whole][-1] == (45.4, 120.0, 280.0)


def test_a_narrow_column_whose_rows_are_ruled_off_is_a_column():
    xs = (40.0, 90.0, 97.0, 300.0)
    across, down = boxes(xs, (60, 80, 110, 140))
    under_band = [rule for rule in down if rule.at != 97.0 or rule.start >= 80]
    (grid,) = find_grids(across, under_band)
    assert (grid.xs, len(grid.cells)) == (xs, 8)


def test_numbered_headings_above_ruled_tables_are_no_rows_of_a_table():
    tables = [(110.0, "2.1", "Join the two registers"), (260.0, "2.2", "Lend out spare hives")]
    said, across, down, fills = [], [], [], []
    for top, ref, action in tables:
        number = "3.1" if ref == "2.1" else "3.2"
        name = "Orchards" if ref == "2.1" else "Bees and other pollinators"
        said += words(top - 8, (60, number), (95, name), size=12, bold=True)
        said += words(top + 14, (44, "Ref"), (94, "Action"), (304, "Lead"), bold=True)
        said += words(top + 44, (44, ref), (94, action), (304, "Parks"))
        drawn = boxes(XS, (top, top + 20, top + 60))
        across, down = [*across, *drawn[0]], [*down, *drawn[1]]
        fills.append(Fill(XS[0], top, XS[-1], top + 20, "#d9e2f3"))
    record = PageRecord(
        1, 595, 842, tuple(said), across=tuple(across), down=tuple(down), fills=tuple(fills)
    )
    blocks = page_blocks(record, About()).blocks
    read = [
        block.paragraph.text if isinstance(block, Text) else block.row_count for block in blocks
    ]
    assert read == ["3.1 Orchards", 2, "3.2 Bees and other pollinators", 2]
