"""Sheets printed over several pages across: the last columns come back to their rows."""

import time
from dataclasses import replace

import pytest

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.places import join_places
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.whole.over_pages import join_over_pages

HEIGHTS = (60.0, 75.0, 100.0, 140.0)


def sheet(page: int, edges: tuple[float, ...], *rows: str, heights=HEIGHTS) -> Table:
    """A table whose rows are written ``"1.1 | Light the park"``."""
    cells = [
        Cell(
            row,
            column,
            (Paragraph(text.strip()),),
            place=Place(
                (Box(page, edges[column], heights[row], edges[column + 1], heights[row + 1]),)
            ),
        )
        for row, said in enumerate(rows)
        for column, text in enumerate(said.split("|"))
    ]
    return Table(tuple(cells), len(rows), len(edges) - 1, edges=edges)


def page(number: int, *blocks: Text | Table) -> PageBlocks:
    return PageBlocks(number, 842.0, 595.0, blocks)


def rows_of(found: PageBlocks) -> list[list[str]]:
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    assert len(table.edges) == table.column_count + 1
    return rows


WIDE = (40.0, 90.0, 400.0)
LEFT = sheet(1, WIDE, "Ref | Action", "1.1 | Light the park", "1.2 | Train door staff")
RIGHT = sheet(2, (40.0, 140.0, 220.0), "Lead | When", "Parks | May 2027", "Police | 2028")
JOINED = [
    ["Ref", "Action", "Lead", "When"],
    ["1.1", "Light the park", "Parks", "May 2027"],
    ["1.2", "Train door staff", "Police", "2028"],
]


def test_the_last_columns_of_a_sheet_stand_on_the_next_page():
    (found,) = join_over_pages([page(1, LEFT), page(2, RIGHT)])
    assert rows_of(found) == JOINED


def test_a_sheet_goes_down_two_pages_before_it_goes_over():
    low = (60.0, 90.0, 104.0)
    below = sheet(2, WIDE, "1.3 | Map the routes", "1.4 | Open a hub", heights=low)
    beside = sheet(4, (40.0, 140.0, 220.0), "Roads | 2027", "Youth team | 2029", heights=low)
    pages = [page(1, LEFT), page(2, below), page(3, RIGHT), page(4, beside)]
    found = join_over_pages(pages)
    assert [rows_of(one) for one in found] == [
        JOINED,
        [["1.3", "Map the routes", "Roads", "2027"], ["1.4", "Open a hub", "Youth team", "2029"]],
    ]


def test_a_sheet_three_pages_wide_is_one_table():
    status = sheet(3, (40.0, 120.0), "Status", "On track", "Not started")
    (found,) = join_over_pages([page(1, LEFT), page(2, RIGHT), page(3, status)])
    assert rows_of(found) == [
        [*row, more]
        for row, more in zip(JOINED, ["Status", "On track", "Not started"], strict=True)
    ]


def test_a_first_column_that_is_repeated_is_left_out():
    again = sheet(2, (40.0, 90.0, 190.0), "Ref | Lead", "1.1 | Parks", "1.2 | Police")
    (found,) = join_over_pages([page(1, LEFT), page(2, again)])
    assert rows_of(found)[1] == ["1.1", "Light the park", "Parks"]


def test_rows_at_other_heights_are_of_another_table():
    other = sheet(2, RIGHT.edges, "Lead | Phone", "A | 1", "B | 2", heights=(60, 75, 104, 140))
    assert len(join_over_pages([page(1, LEFT), page(2, other)])) == 2


def test_rows_of_one_height_tell_nothing():
    even = (60.0, 75.0, 90.0, 105.0)
    left = sheet(1, WIDE, "Ref | Action", "1 | A", "2 | B", heights=even)
    right = sheet(2, RIGHT.edges, "Name | Phone", "C | 1", "D | 2", heights=even)
    assert len(join_over_pages([page(1, left), page(2, right)])) == 2


def test_a_form_printed_on_every_page_stays_on_its_pages():
    assert len(join_over_pages([page(1, LEFT), page(2, sheet(2, WIDE, "a|b", "c|d", "e|f"))])) == 2


def labelled(number: int, edges: tuple[float, ...], *rows: str) -> Table:
    """A form whose first column is bold."""
    made = sheet(number, edges, *rows)
    cells = [
        replace(c, paragraphs=(replace(c.paragraphs[0], bold=not c.column),)) for c in made.cells
    ]
    return replace(made, cells=tuple(cells))


def test_a_form_on_each_page_whose_columns_are_as_wide_as_its_text_stays_on_its_page():
    left = labelled(1, WIDE, "Task | Light the park", "Lead | Parks", "When | 2027")
    right = labelled(2, RIGHT.edges[:3], "Task | Train staff", "Lead | Police", "When | 2028")
    assert len(join_over_pages([page(1, left), page(2, right)])) == 2


@pytest.mark.parametrize("again", ["", "Aim 1: safer parks"])
def test_a_title_over_all_columns_is_one_cell(again):
    pages = [page(1, titled(LEFT, "Aim 1: safer parks")), page(2, titled(RIGHT, again))]
    (found,) = join_over_pages(pages)
    assert rows_of(found) == [["Aim 1: safer parks"], *JOINED[1:]]


def test_a_row_that_is_empty_on_the_second_page_keeps_its_cells():
    (found,) = join_over_pages([page(1, LEFT), page(2, titled(RIGHT, ""))])
    assert rows_of(found)[0] == ["Ref", "Action", ""]


def titled(table: Table, title: str) -> Table:
    """The table whose first row is one cell."""
    first, second, *rest = table.cells
    place = join_places((first.place, second.place))
    cell = Cell(0, 0, (Paragraph(title),), column_span=2, place=place)
    return Table((cell, *rest), 3, 2, edges=table.edges)


TOPS = (70.0, 85.0, 125.0, 145.0)


def unruled(feet: tuple[float, ...], ruled: Table) -> Table:
    """The table without rules, its texts from ``TOPS`` to ``feet``."""
    cells = [
        Cell(
            cell.row,
            cell.column,
            (Paragraph(cell.text, place=place_of(TOPS[cell.row], feet[cell.row])),),
            place=cell.place,
        )
        for cell in ruled.cells
    ]
    return Table(tuple(cells), 4, 2, edges=ruled.edges, ruled=False)


def place_of(top: float, bottom: float) -> Place:
    return Place((Box(1, 40.0, top, 90.0, bottom),))


def test_rows_without_rules_stand_at_the_heights_of_their_texts():
    low = (*HEIGHTS, 165.0)
    rows = ["Ref | Action", "1.1 | Light the park", "1.2 | Train door staff", "1.3 | Map routes"]
    more = ["Lead | When", "Parks | May 2027", "Police | 2028", "Roads | 2029"]
    left = unruled((80.0, 105.0, 135.0, 155.0), sheet(1, WIDE, *rows, heights=low))
    right = unruled((80.0, 95.0, 145.0, 155.0), sheet(2, RIGHT.edges, *more, heights=low))
    (found,) = join_over_pages([page(1, left), page(2, right)])
    assert rows_of(found) == [*JOINED, ["1.3", "Map routes", "Roads", "2029"]]


def test_time_grows_with_the_pages_and_not_with_their_cube():
    """A book of forms: 500 pages of like rows in other columns took 38 s."""
    even = (60.0, 75.0, 90.0, 105.0)
    pages = []
    for number in range(1, 1_001):
        edges = (40.0, 90.0 + number % 50 * 3, 400.0)
        form = sheet(number, edges, "1 | Light", "2 | Train", "3 | Map", heights=even)
        pages.append(page(number, form))
    begun = time.process_time()
    assert len(join_over_pages(pages)) == len(pages)
    assert time.process_time() - begun < 5.0


def test_two_first_columns_and_the_title_that_are_repeated_are_left_out():
    def text(said: str) -> Text:
        return Text(Paragraph(said), "#000000", 1, 40.0, 400.0)

    again = sheet(
        2,
        (40.0, 90.0, 400.0, 500.0),
        "Ref | Action | Lead",
        "1.1 | Light the park | Parks",
        "1.2 | Train door staff | Police",
    )
    left = page(1, text("Safer Vale: action plan"), LEFT)
    (found,) = join_over_pages([left, page(2, text("Safer Vale: Vale:"), again)])
    assert rows_of(found)[1:] == [
        ["1.1", "Light the park", "Parks"],
        ["1.2", "Train door staff", "Police"],
    ]
    assert len(join_over_pages([left, page(2, text("Contacts"), again)])) == 2


def test_two_tables_of_a_sheet_and_the_rest_of_a_line_above_them_go_over_together():
    def text(said: str) -> Text:
        return Text(Paragraph(said), "#000000", 1, 40.0, 400.0)

    low = (200.0, 215.0, 233.0, 260.0)
    second = sheet(1, WIDE, "Ref | Action", "2.1 | Map it", "2.2 | Fund it", heights=low)
    beside = sheet(2, RIGHT.edges, "Lead | When", "Roads | 2029", "Parks | 2030", heights=low)
    left = page(1, text("Leads report to the board"), LEFT, second)
    (found,) = join_over_pages([left, page(2, text("every quarter."), RIGHT, beside)])
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert [table.column_count for table in tables] == [4, 4]


def test_a_banner_beside_a_blank_column_is_one_cell():
    """Sheets that begin in their second column, and shading that ends on the next page."""
    edges = (30.0, 40.0, 90.0, 400.0)
    left = sheet(1, edges, "| Aim 1: parks |", "| 1.1 | Light it", "| 1.2 | Train staff")
    blank, banner, _, *rest = left.cells
    left = replace(left, cells=(blank, replace(banner, column_span=2), *rest))
    (found,) = join_over_pages([page(1, left), page(2, titled(RIGHT, ""))])
    assert rows_of(found)[:2] == [["Aim 1: parks"], ["", "1.1", "Light it", "Parks", "May 2027"]]


def column_alone(number: int, *rows: str, right: float = 400.0) -> PageBlocks:
    """A page with one column: such a grid is a box by itself, and its lines stand as texts."""
    column = sheet(number, (40.0, right), *rows)
    inside = tuple(
        Text(replace(paragraph, place=cell.place), "#000000", 1, 40.0, right)
        for cell in column.cells
        for paragraph in cell.paragraphs
    )
    box = replace(column, place=join_places(cell.place for cell in column.cells))
    return replace(page(number, *inside), framed=(box,))


def test_the_widest_column_of_a_sheet_alone_on_its_page_is_a_column_of_the_table():
    actions = ("Action", "Light the park", "Train door staff")
    (found,) = join_over_pages([column_alone(1, *actions), page(2, RIGHT)])
    assert rows_of(found) == [row[1:] for row in JOINED]
    boxes = [column_alone(1, *actions), column_alone(2, *actions, right=300.0)]
    assert join_over_pages(boxes) == boxes


def test_an_action_alone_on_its_page_beside_blank_cells_is_no_banner():
    actions = column_alone(1, "Action", "Light the park", "Train door staff")
    last = page(2, sheet(2, RIGHT.edges, "Lead | When", "Parks | May 2027", "|"))
    (found,) = join_over_pages([actions, last])
    assert rows_of(found)[2] == ["Train door staff", "", ""]


def test_forms_of_two_tables_on_pages_of_their_own_are_no_columns_of_one_sheet():
    """The upper table is one for all, the columns of the lower are as wide as their texts."""
    low = (200.0, 215.0, 233.0, 260.0)
    rows = ("Action | Lead", "Light it | Vale", "Map it | Hill")
    forms = [
        page(number, sheet(number, WIDE, "Ref | Aim", f"{number} | Homes", "Risk | Low"), lower)
        for number, right in ((1, 300.0), (2, 320.0))
        for lower in [sheet(number, (40.0, 200.0, right), *rows, heights=low)]
    ]
    assert join_over_pages(forms) == forms
