"""PDF documents read to blocks: one small document for each layout."""

import pickle
from pathlib import Path

import pytest

from extractors.blocks import Cell, Document, Heading, Paragraph, Table, tables_of
from extractors.errors import UnreadableDocument
from extractors.limits import Limits
from extractors.readers import pdf

DOCUMENTS = Path(__file__).parents[3] / "documents"
HEADS = ["Ref", "Activity", "How we will know", "Lead", "Deliver by"]
SECOND_ROW = [
    "FS.02",
    "Review lighting in Oldwick parks",
    "• Lighting review agreed by cabinet",
    "Oldwick Council / Parks Service",
    "Ongoing",
]


def read(name: str) -> Document:
    return pdf.read((DOCUMENTS / f"{name}.pdf").read_bytes())


def only_table(document: Document) -> Table:
    (table,) = tables_of(document.blocks)
    return table


def row(table: Table, number: int) -> list[str]:
    return [cell.text for cell in table.cells if cell.row == number]


def cell(table: Table, number: int, column: int) -> Cell:
    return next(c for c in table.cells if (c.row, c.column) == (number, column))


@pytest.mark.fault("A26")
@pytest.mark.parametrize(
    "name", ["ruled", "hairlines", "zebra", "rotated", "sideways", "every_other_row"]
)
def test_a_table_reads_the_same_however_it_is_drawn(name):
    document = read(name)
    table = only_table(document)
    assert (table.row_count, table.column_count) == (4, 5)
    assert row(table, 0) == HEADS
    assert row(table, 2) == SECOND_ROW
    assert row(table, 3)[2] == "• Safe space open • Posters up in 12 places"


@pytest.mark.parametrize(
    ("name", "ruled"), [("ruled", True), ("hairlines", False), ("zebra", False)]
)
def test_a_table_whose_columns_come_from_its_text_says_so(name, ruled):
    table = only_table(read(name))
    assert table.ruled is ruled
    assert table.uncertain == ()


def test_items_of_a_cell_are_paragraphs_with_markers():
    measures = cell(only_table(read("ruled")), 1, 2).paragraphs
    assert [(p.marker, p.text) for p in measures] == [
        ("•", "90 drivers trained"),
        ("•", "Survey of passengers shows that they feel safer after dark"),
    ]


def test_an_unruled_table_goes_on_overleaf_without_heads():
    first, second = tables_of(read("white_space").blocks)
    assert row(first, 2) == SECOND_ROW
    assert row(second, 0)[0] == "FS.03"
    assert second.place.page == 2


def test_prose_under_coloured_bars_is_no_table():
    assert tables_of(read("bars").blocks) == []


def test_a_heading_overleaf_is_no_row_of_the_table_before():
    document = read("heading_overleaf")
    assert [table.place.page for table in tables_of(document.blocks)] == [1]
    headings = [b.text for b in document.blocks if isinstance(b, Heading)]
    assert headings == ["Objective 3 - Working with schools"]


def test_tables_a_point_apart_are_two_if_their_columns_differ():
    band, main = tables_of(read("band_above").blocks)
    assert row(band, 1) == ["Objectives", "Educate", "Prevent"]
    assert (main.row_count, main.column_count) == (4, 5)


def test_merged_cells_have_spans_and_cover_each_square_once():
    table = only_table(read("merged"))
    spans = {c.text: (c.row_span, c.column_span) for c in table.cells}
    assert spans["Timescale"] == (1, 2)
    assert spans["Safer streets"] == (2, 1)
    assert spans["Ongoing"] == (1, 2)
    squares = [
        (c.row + r, c.column + k)
        for c in table.cells
        for r in range(c.row_span)
        for k in range(c.column_span)
    ]
    assert len(squares) == len(set(squares)) == table.row_count * table.column_count


def test_a_colour_alone_is_kept_whether_it_fills_the_cell_or_is_a_dot():
    table = only_table(read("colours"))
    assert [cell(table, r, 2).fill for r in (0, 1, 2)] == [None, "#ff0000", "#00b050"]


def test_struck_words_stand_beside_the_text():
    document = read("struck")
    table = only_table(document)
    first, second = cell(table, 1, 1).paragraphs[0], cell(table, 2, 1).paragraphs[0]
    assert (first.text, first.struck) == ("", "Review the refuge contract")
    assert (second.text, second.struck) == ("Publish the second report", "first")


def test_footnote_marks_go_and_raised_endings_stay():
    assert cell(only_table(read("struck")), 3, 1).text == "Meet partners on the 2nd of May"


def test_upright_heads_are_read_in_their_direction():
    assert row(only_table(read("upright_heads")), 0) == ["Priority level", "Activity"]


def test_places_on_a_sideways_page_are_those_of_the_page_as_displayed():
    box = only_table(read("sideways")).place.boxes[0]
    assert box.bottom - box.top > box.x1 - box.x0
    assert (round(box.x1 - box.x0), round(box.bottom - box.top)) == (112, 715)


def test_columns_are_read_one_after_the_other_and_hyphens_kept_where_they_belong():
    texts = [b.text for b in read("columns").blocks if isinstance(b, Paragraph)]
    assert texts[0].startswith("People in Ferrymead told the multi-agency panel that help")
    assert texts[1].startswith("The panel asked for a consultation each year")


@pytest.mark.fault("A25")
def test_hidden_words_are_left_out_and_reported_and_copies_read_once():
    document = read("hidden")
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Words that everyone sees",
        "Words in white on blue",
        "Printed twice to look bold",
    ]
    (problem,) = document.problems
    assert (problem.code, problem.page) == ("hidden_text", 1)


def test_running_lines_and_page_numbers_are_furniture():
    document = read("furniture")
    assert document.furniture == ("Ferrymead Safety Partnership",)
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == [
        "Chapter 1",
        "Chapter 2",
        "Chapter 3",
    ]


def test_what_a_form_holds_is_read():
    texts = [b.text for b in read("form").blocks if isinstance(b, Paragraph)]
    assert "Oldwick Council" in " ".join(texts)


def test_pages_read_apart_and_sent_between_processes_make_the_same_document():
    data = (DOCUMENTS / "white_space.pdf").read_bytes()
    parts = [pickle.loads(pickle.dumps(pdf.read_pages(data, [n]))) for n in (1, 2)]
    assert pdf.page_count(data) == 2
    assert pdf.assemble([page for part in parts for page in part]) == pdf.read(data)


@pytest.mark.fault("A17")
def test_more_pages_than_the_limit_are_refused():
    data = (DOCUMENTS / "white_space.pdf").read_bytes()
    with pytest.raises(UnreadableDocument) as caught:
        pdf.read(data, Limits(pages=1))
    assert caught.value.code == "page_limit"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 and then nothing of use" * 50])
def test_a_file_without_pages_is_damaged(data):
    with pytest.raises(UnreadableDocument) as caught:
        pdf.read(data)
    assert caught.value.code == "damaged"


@pytest.mark.fault("A6")
def test_junk_before_the_header_is_passed_over():
    data = b"<!-- sent by a server -->\n" * 100 + (DOCUMENTS / "ruled.pdf").read_bytes()
    assert only_table(pdf.read(data)).row_count == 4


@pytest.mark.fault("A18")
def test_a_page_that_one_engine_refuses_is_read_by_the_other(monkeypatch):
    from extractors.readers.pdf.engines import engine as pdf_engine
    from extractors.readers.pdf.engines import pdfium as pdf_pdfium

    def refuse(*_: object) -> None:
        raise pdf_engine.PageUnreadable("refused by the test")

    monkeypatch.setattr(pdf_pdfium._Document, "page", refuse)
    table = only_table(read("ruled"))
    assert row(table, 0) == HEADS
    assert row(table, 2)[3] == "Oldwick Council / Parks Service"


@pytest.mark.fault("A5")
def test_a_page_that_no_engine_reads_is_a_problem_and_the_others_are_kept(monkeypatch):
    from extractors.readers.pdf.engines import engine as pdf_engine
    from extractors.readers.pdf.engines import pdfium as pdf_pdfium
    from extractors.readers.pdf.engines import plumber as pdf_plumber

    whole = pdf_pdfium._Document.page

    def refuse_first(self: object, number: int, limits: Limits) -> object:
        if number == 1:
            raise pdf_engine.PageUnreadable("refused by the test")
        return whole(self, number, limits)

    monkeypatch.setattr(pdf_pdfium._Document, "page", refuse_first)
    monkeypatch.setattr(pdf_plumber, "open_document", lambda data: None)
    document = read("furniture")
    assert [(p.code, p.page) for p in document.problems] == [("page_unreadable", 1)]
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == ["Chapter 2", "Chapter 3"]


@pytest.mark.fault("A11", "A13")
def test_an_overfull_page_says_so():
    data = (DOCUMENTS / "ruled.pdf").read_bytes()
    document = pdf.read(data, Limits(objects=50))
    assert "page_objects" in [problem.code for problem in document.problems]
