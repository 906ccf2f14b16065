"""Tables of Word files: every cell once, in its place, whatever wraps, merges or changes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.blocks import Cell, Document, Heading, Paragraph, Table, tables_of
from extractors.limits import Limits
from extractors.readers import word
from tests.extractors.readers.word_fixtures import docx, p, part, run, tbl, tc, tr

HEADER = tr("Ref", "Action", "Lead", "By when")
ROW = ("HS.1", "Light the towpath", "Harbour Trust", "May 2025")


def read_tables(body: str, **more: str) -> list[Table]:
    return tables_of(word.read(docx(body, **more)).blocks)


def texts(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    return rows


def squares(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_a_content_control_around_the_table_hides_nothing():
    assert texts(read_tables(control(tbl(HEADER, tr(*ROW))))[0])[1] == list(ROW)


def test_a_content_control_around_a_row_hides_nothing():
    assert texts(read_tables(tbl(HEADER, control(tr(*ROW))))[0])[1] == list(ROW)


@pytest.mark.fault("B40")
def test_a_content_control_around_a_cell_does_not_shift_the_row():
    row = tr(tc("HS.1"), control(tc("Light the towpath")), tc("Harbour Trust"), tc("May 2025"))
    assert texts(read_tables(tbl(HEADER, row))[0])[1] == list(ROW)


def test_content_controls_around_paragraphs_and_words_hide_nothing():
    words = p(run("Light ") + control(run("the towpath")))
    row = tr(tc("HS.1"), tc(control(words)), tc("Harbour Trust"), tc("May 2025"))
    assert texts(read_tables(tbl(HEADER, row))[0])[1] == list(ROW)


def test_custom_xml_and_smart_tags_hide_nothing():
    words = p(
        f"<w:smartTag>{run('Light the')}</w:smartTag><w:customXml>{run(' towpath')}</w:customXml>"
    )
    row = tr(tc("HS.1"), tc(words), tc("Harbour Trust"), tc("May 2025"))
    row = f"<w:customXml>{row}</w:customXml>"
    assert texts(read_tables(tbl(HEADER, row))[0])[1] == list(ROW)


@pytest.mark.fault("B40")
def test_spans_are_kept_and_covered_squares_have_no_cell():
    table = read_tables(
        tbl(
            tr(tc("Objective 2: safer nights out", '<w:gridSpan w:val="3"/>')),
            tr(tc("NO.1", '<w:vMerge w:val="restart"/>'), "Train bar staff", "2025"),
            tr(tc("", "<w:vMerge/>"), "Fund night marshals", "2026"),
        )
    )[0]
    assert squares(table) == [
        (0, 0, 1, 3, "Objective 2: safer nights out"),
        (1, 0, 2, 1, "NO.1"),
        (1, 1, 1, 1, "Train bar staff"),
        (1, 2, 1, 1, "2025"),
        (2, 1, 1, 1, "Fund night marshals"),
        (2, 2, 1, 1, "2026"),
    ]


def test_cells_merged_the_older_way_are_one_cell():
    table = read_tables(
        tbl(tr(tc("Themes", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "Lead"))
    )[0]
    assert squares(table) == [(0, 0, 1, 2, "Themes"), (0, 2, 1, 1, "Lead")]


def test_a_merge_that_nothing_began_is_a_cell_of_its_own():
    table = read_tables(tbl(tr("A", "B"), tr(tc("orphan", "<w:vMerge/>"), "D")))[0]
    assert texts(table) == [["A", "B"], ["orphan", "D"]]


def test_a_row_that_begins_further_right_leaves_its_squares_empty():
    table = read_tables(tbl(HEADER, tr("June", properties='<w:gridBefore w:val="3"/>')))[0]
    assert squares(table)[-1] == (1, 3, 1, 1, "June")


def test_edges_that_miss_by_a_hair_make_no_column_of_their_own():
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 60, 3000))
    rows = tr("Ref", tc("Action", '<w:gridSpan w:val="2"/>')) + tr(
        tc("HS.1", '<w:gridSpan w:val="2"/>'), "Light the towpath"
    )
    table = read_tables(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")[0]
    assert squares(table) == [
        (0, 0, 1, 1, "Ref"),
        (0, 1, 1, 1, "Action"),
        (1, 0, 1, 1, "HS.1"),
        (1, 1, 1, 1, "Light the towpath"),
    ]


def test_a_narrow_column_with_cells_of_its_own_stays():
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (3000, 100))
    table = read_tables(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{tr('Fund a post', '')}</w:tbl>")[0]
    assert table.column_count == 2


@pytest.mark.fault("B40")
def test_a_table_inside_a_cell_is_nested_and_its_text_is_no_part_of_the_cell():
    inner = tbl(tr("Milestone", "Due"))
    cell = read_tables(tbl(tr(tc(p("See below") + inner + p()), "x")))[0].cells[0]
    assert cell.text == "See below"
    assert texts(cell.nested[0]) == [["Milestone", "Due"]]


def test_rows_marked_as_header_are_counted():
    marked = "<w:tblHeader/>"
    rows = [tr("Plan for 2025", properties=marked), tr("Ref", properties=marked), tr("HS.1")]
    assert read_tables(tbl(*rows))[0].header_rows == 2


def test_a_table_whose_rows_are_all_marked_as_header_has_none():
    assert read_tables(tbl(tr("a", properties="<w:tblHeader/>")))[0].header_rows == 0


@pytest.mark.fault("B39")
def test_a_deleted_row_is_left_out_and_kept_in_the_problems():
    gone = tr("HS.2", "Close the subway", properties='<w:del w:id="1"/>')
    document = word.read(docx(tbl(tr("HS.1", "Light the towpath"), gone)))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1", "Light the towpath"]]
    assert [(q.code, q.message) for q in document.problems] == [
        ("tracked_change", 'table 1, row 2: a deleted row was left out: "HS.2 Close the subway"')
    ]


@pytest.mark.fault("B39")
def test_an_inserted_row_is_read_and_told():
    document = word.read(docx(tbl(tr("HS.1"), tr("HS.2", properties='<w:ins w:id="1"/>'))))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1"], ["HS.2"]]
    assert [q.code for q in document.problems] == ["tracked_change"]


def test_a_deleted_cell_leaves_no_text():
    row = tr("HS.1", tc("Old lead", '<w:cellDel w:id="2"/>'), "May 2025")
    document = word.read(docx(tbl(row)))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1", "", "May 2025"]]
    assert "Old lead" in document.problems[0].message


def test_a_table_whose_rows_are_all_deleted_is_gone():
    assert read_tables(tbl(tr("x", properties='<w:del w:id="1"/>'))) == []


def test_text_under_a_merged_cell_is_told():
    rows = tr(tc("HS.1", '<w:vMerge w:val="restart"/>')) + tr(tc("left over", "<w:vMerge/>"))
    document = word.read(docx(f"<w:tbl>{rows}</w:tbl>"))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1"], []]
    assert "left over" in document.problems[0].message


@pytest.mark.fault("B40")
def test_a_hidden_row_is_left_out_and_told():
    hidden = tr(tc(p("Draft", look="<w:vanish/>")), properties="<w:hidden/>")
    document = word.read(docx(tbl(tr("HS.1"), hidden, tr("HS.2"))))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1"], ["HS.2"]]
    assert [q.code for q in document.problems] == ["hidden_text"]


@pytest.mark.fault("B35")
def test_a_span_of_millions_is_cut_to_the_limit():
    wide = tbl(tr(tc("a", '<w:gridSpan w:val="2000000"/>'), "b"))
    document = word.read(docx(wide), Limits(columns=40))
    table = tables_of(document.blocks)[0]
    assert (table.column_count, texts(table)) == (40, [["a"]])
    assert [q.code for q in document.problems] == ["page_objects"]


def fill(shading: str, **more: object) -> str | None:
    document: Document = word.read(docx(tbl(tr(tc("x", shading))), **more))  # type: ignore[arg-type]
    return tables_of(document.blocks)[0].cells[0].fill


def test_the_background_of_a_cell_is_read():
    assert fill('<w:shd w:val="clear" w:color="auto" w:fill="FFC000"/>') == "#ffc000"
    assert fill('<w:shd w:val="solid" w:color="92D050" w:fill="auto"/>') == "#92d050"
    assert fill('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>') == "#808080"


def test_white_and_automatic_backgrounds_are_none():
    assert fill('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>') is None
    assert fill('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>') is None
    assert fill('<w:shd w:val="nil"/>') is None


def test_a_theme_colour_is_looked_up():
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>'
        '<a:accent6><a:srgbClr val="70AD47"/></a:accent6></a:clrScheme></a:theme>'
    )
    shading = '<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="accent6"/>'
    assert fill(shading, parts={"word/theme.xml": theme}) == "#70ad47"


STYLE = (
    '<w:style w:type="table" w:styleId="Grid5"><w:tblStylePr w:type="firstRow">'
    "<w:rPr><w:b/></w:rPr>"
    '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
)


def styled(look: str) -> list[Cell]:
    rows = tr("Ref") + tr("HS.1")
    properties = f'<w:tblPr><w:tblStyle w:val="Grid5"/><w:tblLook {look}/></w:tblPr>'
    return list(read_tables(f"<w:tbl>{properties}{rows}</w:tbl>", styles=STYLE)[0].cells)


def test_the_header_row_of_a_table_style_has_its_colour_and_is_bold():
    cells = styled('w:val="04A0" w:firstRow="1"')
    assert [(cell.fill, cell.bold) for cell in cells] == [("#1f3864", True), (None, False)]


def test_a_header_row_that_the_table_switches_off_is_plain():
    assert [(cell.fill, cell.bold) for cell in styled('w:val="0000"')] == [(None, False)] * 2


@st.composite
def grids(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """Random cells (row, column, row span, column span) that cover a grid without overlap."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = 1
            while column + free < columns and (row, column + free) not in taken:
                free += 1
            width = draw(st.integers(1, free))
            height = draw(st.integers(1, rows - row))
            cells.append((row, column, height, width))
            taken.update((row + r, column + c) for r in range(height) for c in range(width))
    return cells


def written(cells: list[tuple[int, int, int, int]]) -> str:
    rows: dict[int, list[tuple[int, str]]] = {}
    for row, column, height, width in cells:
        span = f'<w:gridSpan w:val="{width}"/>'
        for below in range(height):
            merge = (
                "" if height == 1 else f'<w:vMerge w:val="{"continue" if below else "restart"}"/>'
            )
            text = "" if below else f"r{row}c{column}"
            rows.setdefault(row + below, []).append((column, tc(text, span + merge)))
    return tbl(
        *("<w:tr>" + "".join(c for _, c in sorted(rows[r])) + "</w:tr>" for r in sorted(rows))
    )


@given(grids())
def test_any_grid_written_as_word_writes_it_is_read_back(cells: list[tuple[int, int, int, int]]):
    table = read_tables(written(cells))[0]
    assert squares(table) == [(r, c, h, w, f"r{r}c{c}") for r, c, h, w in cells]


def test_a_text_box_in_a_cell_is_read_once():
    box = p("Seen by the board")
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    table = read_tables(tbl(tr(tc(p(run("Approve the plan") + drawing)))))[0]
    assert [q.text for q in table.cells[0].paragraphs] == ["Approve the plan", "Seen by the board"]


def test_strict_open_xml_is_read_as_well():
    strict = part("document", f"<w:body>{tbl(tr('HS.1'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = word.read(docx("", parts={"word/document.xml": strict}))
    assert texts(tables_of(document.blocks)[0]) == [["HS.1"]]


def test_a_table_of_one_cell_that_frames_another_is_the_page():
    inner = tbl(tr("Ref", "Action", "Lead"), tr("HS.1", "Light the towpath", "Harbour Trust"))
    document = word.read(docx(tbl(tr(tc(p("Priority 1: Prevention") + inner + p())))))
    first, second = document.blocks
    assert isinstance(first, Paragraph) and first.text == "Priority 1: Prevention"
    assert isinstance(second, Table) and second.row_count == 2


def test_tables_side_by_side_in_a_frame_stand_one_after_the_other_under_their_headings():
    inner = tbl(tr("Ref", "Action"), tr("HS.1", "Light the towpath"))
    frame = tbl(tr(tc(p("Priority 1") + inner + p()), tc(p("Priority 2") + inner + p())))
    kinds = [type(block) for block in word.read(docx(frame)).blocks]
    assert kinds == [Paragraph, Table, Paragraph, Table]


def test_a_box_of_words_alone_stays_a_table():
    document = word.read(docx(tbl(tr(tc(p("Did you know?"))))))
    assert isinstance(document.blocks[0], Table)


def tabbed(*texts: str) -> str:
    return p("<w:r><w:tab/></w:r>".join(run(text) for text in texts))


def test_lines_with_as_many_tabs_each_are_a_table():
    lines = (
        tabbed("Ref", "Action", "By when"),
        tabbed("1.1", "• Light the towpath", "May 2025"),
        tabbed("1.2", "Open a hub", ""),
    )
    first, table, last = word.read(docx(p("Our plan") + "".join(lines) + p("End"))).blocks
    assert (first.printed, last.printed) == ("Our plan", "End")
    assert texts(table) == [
        ["Ref", "Action", "By when"],
        ["1.1", "• Light the towpath", "May 2025"],
        ["1.2", "Open a hub", ""],
    ]
    assert (table.ruled, table.uncertain) == (False, ("columns from tab stops",))


@pytest.mark.parametrize(
    "lines",
    [
        [("Haven", "A charity"), ("Hub", "A place"), ("Ward", "An area")],  # terms and meanings
        [("Signed", "Name", "Date"), ("", "", "May")],  # too few
        [("Name", "Town", "Post"), ("Ada", "Vale", "Chair", "1"), ("Ben", "Vale", "Clerk")],
    ],
)
def test_other_lines_with_tabs_are_text(lines):
    read = word.read(docx("".join(tabbed(*line) for line in lines)))
    assert tables_of(read.blocks) == []


def test_a_box_around_a_heading_is_no_table():
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    box = tbl(tr(tc(p("Priority 1: Warm homes", '<w:pStyle w:val="H2"/>') + p("Nobody is cold."))))
    plan = tbl(HEADER, tr(*ROW))
    heading, summary, table = word.read(docx(box + plan, styles=styles)).blocks
    assert heading == Heading("Priority 1: Warm homes", 2)
    assert summary == Paragraph("Nobody is cold.")
    assert texts(table)[1] == list(ROW)


@pytest.mark.parametrize(
    ("text", "ink", "fill"),
    [
        ("●", "00B050", "#00b050"),
        ("●", "000000", None),
        ("●", "auto", None),
        ("● Late", "FF0000", None),
    ],
)
def test_a_coloured_dot_says_what_a_filled_cell_says(text, ink, fill):
    (table,) = read_tables(
        tbl(tr("Action", "RAG"), tr("Ask", tc(p(text, look=f'<w:color w:val="{ink}"/>'))))
    )
    assert table.cells[3].fill == fill
