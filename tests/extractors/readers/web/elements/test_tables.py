"""Grids of HTML tables, and layout tables."""

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.blocks import Paragraph, Table
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read
from extractors.readers.web.elements.tables import is_layout, lay_out


def _grid(rows: str, most_columns: int = 256) -> list[tuple[int, int, int, int]]:
    grid = lay_out(lxml.html.fromstring(f"<table>{rows}</table>"), most_columns)
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


def test_a_cell_merged_over_rows_shifts_the_cells_of_the_next_row():
    assert _grid("<tr><td rowspan=2>a<td>b<tr><td>c") == [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]


def test_a_span_of_zero_reaches_the_end_of_its_group():
    rows = "<tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d</tbody>"
    assert _grid(rows)[0] == (0, 0, 2, 1)


def test_a_foot_that_stands_first_comes_last():
    table = lxml.html.fromstring(
        "<table><tfoot><tr><td>f<td>g</tfoot><thead><tr><th>h<th>i</thead><tr><td>b<td>c</table>"
    )
    grid = lay_out(table, 256)
    assert [cell.element.text for cell in grid.cells if cell.column == 0] == ["h", "b", "f"]
    assert grid.header_rows == 1


def test_a_row_of_headings_without_a_head_is_a_header_row():
    table = lxml.html.fromstring("<table><tr><th>a<th>b<tr><th scope=row>c<td>d</table>")
    assert lay_out(table, 256).header_rows == 1


def test_columns_beyond_the_limit_are_cut_and_counted():
    grid = lay_out(lxml.html.fromstring("<table><tr>" + "<td>x" * 300 + "</table>"), 256)
    assert (grid.column_count, grid.cut) == (256, 44)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5),
        min_size=1,
        max_size=6,
    )
)
def test_spans_cover_squares_that_no_other_cell_has(rows):
    html = "".join(
        "<tr>" + "".join(f"<td rowspan={r} colspan={c}>x" for r, c in row) for row in rows
    )
    squares = [
        (row + down, column + right)
        for row, column, height, width in _grid(html, 8)
        for down in range(height)
        for right in range(width)
    ]
    assert len(squares) == len(set(squares))
    assert all(row < len(rows) and column < 8 for row, column in squares)


@pytest.mark.parametrize(
    ("rows", "layout"),
    [
        ("<tr><td>a<tr><td>b", True),
        ("<tr><td><p>a</p><td><p>b</p>", True),
        ("<tr><td><h3>Aim 1</h3><p>a</p><td><h3>Aim 2</h3><p>b</p><tr><td>c<td>d", True),
        ("<tr><td>Action<td>Lead<tr><td>Train staff<td>Police", False),
        ("<tr><th>Action<tr><td>Train staff", False),
        ("<tr><td><h4>Action</h4><td><h4>Lead</h4><tr><td>a<td>b<tr><td>c<td>d", False),
    ],
)
def test_a_table_is_layout_when_its_cells_are_pieces_of_a_page(rows, layout):
    assert is_layout(lxml.html.fromstring(f"<table>{rows}</table>")) is layout


def test_a_layout_table_is_unwrapped_and_a_nested_one_stays_in_its_cell():
    page = (
        "<html><body><table role=presentation><tr><td><p>Before</p></table>"
        "<table><tr><th>Action<th>Steps<tr><td>Train<td>Two: "
        "<table><tr><th>Step<th>By<tr><td>Book<td>May</table></table></body></html>"
    )
    first, table = read(page.encode(), DEFAULT_LIMITS).blocks
    assert first == Paragraph("Before")
    assert isinstance(table, Table)
    (cell,) = [cell for cell in table.cells if cell.nested]
    assert cell.text == "Two:"
    assert [inner.text for inner in cell.nested[0].cells] == ["Step", "By", "Book", "May"]


def test_elements_that_play_a_table_are_one():
    page = (
        "<html><body><div role=table><div role=row><span role=columnheader>Action</span>"
        "<span role=columnheader>Lead</span></div><div role=row><span role=cell>Train</span>"
        "<span role=cell>Police</span></div></div></body></html>"
    )
    (table,) = read(page.encode(), DEFAULT_LIMITS).blocks
    assert isinstance(table, Table)
    assert (table.header_rows, [cell.text for cell in table.cells]) == (
        1,
        ["Action", "Lead", "Train", "Police"],
    )


def test_a_head_for_each_part_of_a_table_stays_above_its_part():
    table = lxml.html.fromstring(
        "<table><thead><tr><th>h1<th>i</thead><tbody><tr><td>b1<td>c</tbody>"
        "<thead><tr><th>h2<th>i</thead><tbody><tr><td>b2<td>c</tbody></table>"
    )
    grid = lay_out(table, 256)
    assert [cell.element.text for cell in grid.cells if cell.column == 0] == [
        "h1",
        "b1",
        "h2",
        "b2",
    ]
    assert grid.header_rows == 1


@pytest.mark.parametrize(
    "mark",
    [
        "<img src='g.svg' alt='On track'>",
        "<span class='dot' title='On track'></span>",
        "<i class='tick' aria-hidden='true'></i><span class='visually-hidden'>On track</span>",
    ],
)
def test_a_cell_of_a_picture_alone_says_what_stands_for_it(mark):
    page = (
        "<table><tr><th>Action</th><th>Status</th></tr>"
        f"<tr><td>Plant trees</td><td>{mark}</td></tr></table>"
    )
    (table,) = read(f"<html><body>{page}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert isinstance(table, Table)
    assert table.cells[-1].text == "On track"


def test_a_drawing_that_says_its_title_twice_says_it_once():
    page = (
        "<table><tr><th>Action</th><th>Status</th></tr><tr><td>Plant trees</td>"
        "<td><svg role='img'><title>On track</title><circle r='4'/></svg></td></tr></table>"
    )
    (table,) = read(f"<html><body>{page}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert isinstance(table, Table)
    assert table.cells[-1].text == "On track"


def test_the_letters_and_numbers_around_a_published_sheet_are_no_part_of_its_table():
    letters = "<tr><th></th><th>A</th><th>B</th></tr>"
    rows = ("Action", "Lead"), ("Light the quay", "Harbour Trust"), ("Mend the slip", "Pilots")
    body = "".join(
        f"<tr><th><div>{n}</div></th><td>{a}</td><td>{b}</td></tr>"
        for n, (a, b) in zip((1, 2, 4), rows, strict=True)
    )
    page = f"<html><body><table><thead>{letters}</thead>{body}</table></body></html>"
    (table,) = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [cell.text for cell in table.cells] == [text for row in rows for text in row]
    assert (table.row_count, table.column_count) == (3, 2)


def test_a_single_row_goes_on_with_the_table_above_whose_headings_stand_once():
    row = "<tr><td>{}</td><td>{}</td><td>May 2027</td></tr>"
    head = "<tr><th>Action</th><th>Lead</th><th>By when</th></tr>"
    first = f"<table>{head}{row.format('Light the quay', 'Trust') * 2}</table>"
    alone = f"<table>{row.format('Mend the slip', 'Pilots')}</table>"
    page = f"<html><body><h2>Quays</h2>{first}<h2>Slips</h2>{alone}</body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [isinstance(block, Table) for block in blocks] == [False, True, False, True]
    page = f"<html><body><h2>Slips</h2>{alone}</body></html>"
    assert not any(isinstance(b, Table) for b in read(page.encode(), DEFAULT_LIMITS).blocks)
