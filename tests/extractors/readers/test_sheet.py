"""Spreadsheets that hold action plans."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from extractors.blocks import Document, Heading, Paragraph, Problem, Table, tables_of
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.package import open_container
from extractors.readers.sheet import read
from extractors.readers.sheet.ods import read_ods
from extractors.readers.sheet.values import show

from . import sheet_fixtures as make

w, v = make.words, make.value
PLAN = [
    [w("Marlow Safety Plan 2024-26")],
    [w("Owner"), w("Community Safety Team")],
    [],
    make.heads("Ref", "Action", "Lead", "By", "RAG"),
    [w("Priority 1: Safer evenings")],
    [v("1.1", 2), w("Train staff\n- two sessions"), w("Police"), v("45352", 1), w("", 4)],
    [v("1.2"), w("Walk the route"), None, v("#REF!", 0, "e"), None],
    [],
    [w("Priority 2: Support")],
    [v("2"), w("Fund a helpline"), w("NHS"), w("Ongoing"), None],
    [],
    [w("Amber means that a step is late.")],
    [],
    make.heads("Risk", "Owner", "Score"),
    [w("Funding ends"), w("Board"), v("12")],
]


def _read(rows, merged=(), hidden=()) -> Document:
    return read(make.workbook([("Plan", make.sheet(rows, merged, hidden))]), DEFAULT_LIMITS)


def _rows(table: Table) -> list[list[str]]:
    lines: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        lines[cell.row].append(cell.text)
    return lines


def test_a_sheet_gives_its_titles_notes_and_tables_in_order():
    document = _read(PLAN, merged=["A5:E5", "C6:C7"])
    shown = [
        block.text if isinstance(block, Heading | Paragraph) else "table"
        for block in document.blocks
    ]
    assert shown == [
        "Plan",
        "Marlow Safety Plan 2024-26",
        "Owner Community Safety Team",
        "table",
        "Amber means that a step is late.",
        "table",
    ]
    assert document.title == "Marlow Safety Plan 2024-26"


def test_an_empty_row_before_a_banner_does_not_end_the_table():
    plan, risks = tables_of(_read(PLAN, merged=["A5:E5", "C6:C7"]).blocks)
    assert [row[0] for row in _rows(plan)] == [
        "Ref",
        "Priority 1: Safer evenings",
        "1.10",  # its format has two places
        "1.2",
        "Priority 2: Support",
        "2",
    ]
    assert _rows(risks) == [["Risk", "Owner", "Score"], ["Funding ends", "Board", "12"]]


def test_merged_cells_span_and_a_colour_alone_is_kept():
    plan, _ = tables_of(_read(PLAN, merged=["A5:E5", "C6:C7"]).blocks)
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in plan.cells}
    assert spans["Priority 1: Safer evenings"] == (1, 5)
    assert spans["Police"] == (2, 1)
    assert [cell.fill for cell in plan.cells if cell.fill] == ["#ffc000"]


def test_lines_of_a_cell_are_paragraphs_and_a_month_is_shown_as_one():
    plan, _ = tables_of(_read(PLAN).blocks)
    train = next(cell for cell in plan.cells if cell.text.startswith("Train"))
    assert train.paragraphs == (Paragraph("Train staff"), Paragraph("two sessions", "-"))
    assert {"Mar-24", "#REF!"} <= {cell.text for cell in plan.cells}


def test_hidden_rows_and_sheets_are_left_out_and_noted():
    data = make.workbook(
        [("Plan", make.sheet(PLAN, hidden=[7])), ("Old", make.sheet([[w("x")]]))], hidden=["Old"]
    )
    document = read(data, DEFAULT_LIMITS)
    assert "Walk the route" not in str(document.blocks)
    assert [problem.code for problem in document.problems] == ["hidden_text", "hidden_text"]


def test_a_short_key_beside_a_table_is_a_table_of_its_own():
    rows = [
        [*make.heads("Ref", "Action", "Lead"), None, *make.heads("Key", "Means")],
        [w("1"), w("Train staff"), w("Police"), None, w("A"), w("late")],
        *([w(str(n)), w(f"Step {n}"), w("NHS")] for n in range(2, 8)),
    ]
    plan, key = tables_of(_read(rows).blocks)
    assert (plan.column_count, key.column_count) == (3, 2)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1.1, None, "1.1"),
        (1.1, "0.00", "1.10"),
        (3.0, None, "3"),
        (0.25, "0%", "25%"),
        (True, None, "TRUE"),
        (date(2024, 3, 1), None, "01/03/2024"),
        (date(2024, 3, 1), "mmm-yy", "Mar-24"),
        (date(2024, 3, 1), '[$-809]d" "mmmm" "yyyy', "1 March 2024"),
        (datetime(2024, 3, 1, 9, 30), "dd/mm/yyyy hh:mm", "01/03/2024 09:30"),
        (datetime(2024, 3, 1), None, "01/03/2024"),
        (None, None, ""),
    ],
)
def test_values_are_printed_as_the_sheet_shows_them(value, form, shown):
    assert show(value, form) == shown


def test_a_sheet_that_spans_a_million_rows_and_all_columns_is_refused_before_it_is_read():
    far = f'<worksheet xmlns="{make.MAIN}"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v>'
    data = make.workbook([("Plan", f"{far}</c></row></sheetData></worksheet>")])
    with pytest.raises(UnreadableDocument) as caught:
        read(data, DEFAULT_LIMITS)
    assert caught.value.code == "unpacked_size"


def test_a_cell_far_from_its_table_loses_that_sheet_alone_and_a_blank_one_none():
    far = '<row r="1048576"><c r="XFD1048576" s="1">{}</c></row></sheetData>'
    plan = make.sheet([make.heads("Action", "Lead"), [w("Walk the route"), w("NHS")]])
    lost, kept = (plan.replace("</sheetData>", far.format(said)) for said in ("<v>1</v>", ""))
    result = read(make.workbook([("Old", lost), ("Plan", kept)]), DEFAULT_LIMITS)
    assert [table.cells[2].text for table in tables_of(result.blocks)] == ["Walk the route"]
    assert [(one.code, one.message[:11]) for one in result.problems] == [
        ("unpacked_size", 'sheet "Old"')
    ]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99]
)
def test_a_broken_spreadsheet_is_damaged(data):
    with pytest.raises(UnreadableDocument) as caught:
        read(data, DEFAULT_LIMITS)
    assert caught.value.code == "damaged"


def test_a_spreadsheet_without_any_value_has_no_text():
    with pytest.raises(UnreadableDocument) as caught:
        _read([])
    assert caught.value.code == "no_text"


ODS_CELLS = """<table:table-row><table:table-cell><text:p>Ref</text:p></table:table-cell>
<table:table-cell><text:p>Action</text:p></table:table-cell>
<table:table-cell><text:p>By</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>1</text:p>
</table:table-cell><table:table-cell><text:p>Train <text:span>staff</text:span></text:p>
<text:p>twice</text:p><office:annotation><text:p>a remark</text:p></office:annotation>
</table:table-cell><table:table-cell table:style-name="amber" office:value-type="date"
office:date-value="2024-03-01"><text:p>Mar-24</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>Report</text:p>
</table:table-cell><table:table-cell/></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell><text:p>9</text:p>
</table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048572"><table:table-cell
table:number-columns-repeated="16384"/></table:table-row>"""


def test_an_opendocument_sheet_gives_the_text_that_it_shows():
    document = read(make.opendocument(ODS_CELLS), DEFAULT_LIMITS)
    (table,) = tables_of(document.blocks)
    assert [cell.text for cell in table.cells] == [
        *("Ref", "Action", "By"),
        *("1", "Train staff twice", "Mar-24"),
        *("Report", ""),
    ]
    assert (table.cells[3].row_span, table.cells[5].fill) == (2, "#ffc000")
    assert [problem.code for problem in document.problems] == ["hidden_text"]


def _ods_cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def test_an_opendocument_column_that_is_not_shown_is_left_out_and_noted():
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    row = "".join(map(_ods_cell, ("Train staff", "Chase", "May 2027")))
    document = read(
        make.opendocument(f"{columns}<table:table-row>{row}</table:table-row>"), DEFAULT_LIMITS
    )
    shown = [b.text for b in document.blocks if isinstance(b, Heading | Paragraph)]
    assert not any("Chase" in text for text in shown)
    assert [problem.code for problem in document.problems] == ["hidden_text"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('office:value-type="date" office:date-value="2027-05-31"', "31/05/2027"),
        ('office:value-type="float" office:value="3"', "3"),
        ('office:value-type="percentage" office:value="0.9"', "90%"),
        ('office:value-type="string" office:string-value="Police"', "Police"),
        ('office:value-type="date" office:date-value="soon"', ""),
    ],
)
def test_an_opendocument_cell_without_text_shows_its_value(value, shown):
    row = f"<table:table-row>{_ods_cell('1')}<table:table-cell {value}/>{_ods_cell('x')}"
    heads = "".join(map(_ods_cell, ("Ref", "Value", "Note")))
    rows = f"<table:table-row>{heads}</table:table-row>{row}</table:table-row>"
    (table,) = tables_of(read(make.opendocument(rows), DEFAULT_LIMITS).blocks)
    assert [cell.text for cell in table.cells] == ["Ref", "Value", "Note", "1", shown, "x"]


@pytest.mark.parametrize("repeated", ["columns", "rows"])
def test_cells_repeated_a_million_times_are_cut_and_told(repeated):
    cell = _ods_cell("x", 'table:number-columns-repeated="99999999"')
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    small = DEFAULT_LIMITS if repeated == "rows" else replace(DEFAULT_LIMITS, columns=4)
    told: list[Problem] = []
    (sheet,) = read_ods(open_container(make.opendocument(row), small), small, told)
    assert len(sheet.squares) <= 250_000
    assert [problem.code for problem in told] == ["page_objects"]


def test_a_cell_merged_over_all_rows_and_columns_costs_nothing():
    span = 'table:number-rows-spanned="99999999" table:number-columns-spanned="99999999"'
    row = f"<table:table-row>{_ods_cell('Plan', span)}{_ods_cell('a')}{_ods_cell('b')}"
    rows = f"{row}</table:table-row>"
    assert read(make.opendocument(rows), DEFAULT_LIMITS).blocks


def test_a_broken_sheet_is_told_and_the_others_are_read():
    data = make.workbook([("Plan", make.sheet(PLAN)), ("Torn", "<worksheet><sheetData><row><c")])
    document = read(data, DEFAULT_LIMITS)
    assert tables_of(document.blocks)
    (problem,) = [p for p in document.problems if p.code == "damaged"]
    assert 'sheet "Torn"' in problem.message


def _with_part(name: str, data: bytes) -> bytes:
    stream = io.BytesIO(make.workbook([("Plan", make.sheet(PLAN))]))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, data)
    return stream.getvalue()


def test_macros_are_not_opened_and_told():
    document = read(_with_part("xl/vbaProject.bin", b"macro"), DEFAULT_LIMITS)
    assert "active_content" in [problem.code for problem in document.problems]


def test_a_part_that_declares_a_document_type_is_refused():
    shared = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'
    with pytest.raises(UnreadableDocument) as caught:
        read(_with_part("xl/sharedStrings.xml", shared), DEFAULT_LIMITS)
    assert caught.value.code == "doctype"


def test_a_title_row_says_in_full_what_the_name_of_its_sheet_cuts_off():
    rows = [
        [w("Marlow Safety Plan")],
        [w("Priority 1: Safer streets and public places")],
        make.heads("Ref", "Action", "Lead"),
        [v("1"), w("Train staff"), w("Police")],
    ]
    book = make.workbook([("Priority 1 Safer streets and pu", make.sheet(rows))])
    headings = [b for b in read(book, DEFAULT_LIMITS).blocks if isinstance(b, Heading)]
    assert [(h.text, h.level) for h in headings] == [
        ("Marlow Safety Plan", 3),
        ("Priority 1: Safer streets and public places", 2),
    ]


def test_a_title_row_in_place_of_the_name_of_its_sheet_is_the_title_of_the_document():
    rows = [
        [w("Marlow Safety Plan 2024-26: Actions")],
        [w("Streets and Squares")],
        make.heads("Ref", "Action", "Lead"),
        [v("1"), w("Train staff"), w("Police")],
    ]
    book = make.workbook([("Marlow Safety Plan 2024-26 Acti", make.sheet(rows))])
    assert read(book, DEFAULT_LIMITS).title == "Marlow Safety Plan 2024-26: Actions"


def _titled(*titles: list[str], heads: Sequence[str] = ("Lead", "Lead")) -> Document:
    """A book of plans, each on a sheet below its titles, with its own last heading."""
    sheets = []
    for number, (texts, last) in enumerate(zip(titles, heads, strict=False)):
        plan = [make.heads("Ref", "Action", last), [w("1"), w("Train staff"), w("Police")]]
        top = [[w(text)] for text in texts]
        sheets.append((f"Tab {number}", make.sheet([*top, [], *plan])))
    return read(make.workbook(sheets), DEFAULT_LIMITS)


def test_of_several_title_rows_the_one_that_names_a_work_is_the_title():
    assert _titled(["Vale Council", "Housing Strategy"]).title == "Housing Strategy"
    assert _titled(["Vale Council", "Homes"]).title == "Vale Council"


def test_titles_of_tables_that_are_alike_are_not_the_title_of_the_book():
    assert _titled(["Homes action plan"], ["Streets action plan"]).title is None
    assert _titled(["Housing Strategy"], ["Streets"]).title == "Housing Strategy"
    others = ("Lead", "Owner")
    assert _titled(["Homes action plan"], ["Streets action plan"], heads=others).title is None
    assert _titled(["Strand 1: Homes"], ["Strand 2: Streets"], heads=others).title is None
    for own, other in (
        ("Vale Homes", "Notes"),
        ("VAWG Strategy 2025-28", "Communications plan 2025-28"),
        ("Vale Housing Strategy", "How this links to the Strategy"),
    ):
        assert _titled([own], [other], heads=others).title == own


def test_a_label_and_its_value_parted_from_a_table_of_three_columns_are_no_row_of_it():
    rows = [[w("Sponsor"), w("Mayor")], [], make.heads("Ref", "Action", "Lead")]
    (plan,) = tables_of(_read([*rows, [w("1"), w("Train staff"), w("Police")]]).blocks)
    assert _rows(plan)[0] == ["Ref", "Action", "Lead"]


def test_single_cells_above_two_columns_are_titles_unless_merged_over_both():
    rows = [
        [w("Marlow Safety Plan")],
        [w("Action 4")],
        [w("Lead"), w("Police")],
        [w("By when"), w("May 2026")],
    ]
    blocks = _read(rows, merged=["A2:B2"]).blocks
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Plan", "Marlow Safety Plan"]
    assert _rows(tables_of(blocks)[0])[0] == ["Action 4"]


def test_forms_below_each_other_are_tables_of_their_own():
    first = [[*make.heads(name), w("a"), w("b"), w("c")] for name in ("Ref", "Action", "Lead")]
    second = [[*make.heads(name), w("d"), w("e"), w("f")] for name in ("Ref", "Action", "Lead")]
    blocks = _read([*first, [], [w("Priority 2: Support")], *second]).blocks
    assert [len(_rows(table)) for table in tables_of(blocks)] == [3, 3]
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Plan", "Priority 2: Support"]


def test_a_form_whose_values_are_merged_over_the_choices_below_them_begins_with_its_first_label():
    rows = [
        [w("Action", 1), w("Light the lanes")],
        [w("Lead", 1), w("Vale")],
        [w("Status", 1), w("Not started"), w("Complete")],
        [None, w("☐"), w("☒")],
    ]
    (plan,) = tables_of(_read(rows, merged=["B1:C1", "B2:C2"]).blocks)
    assert _rows(plan)[:2] == [["Action", "Light the lanes"], ["Lead", "Vale"]]


def test_letters_struck_or_bold_in_a_cell_are_told_from_the_others():
    cell = make.rich(("Lead:", "<b/>"), (" Housing ", ""), ("and Estates", "<strike/>"))
    document = _read([make.heads("Action", "Who", "When"), [w("Open a hub"), cell, w("2026")]])
    (said,) = next(
        c for c in tables_of(document.blocks)[0].cells if (c.row, c.column) == (1, 1)
    ).paragraphs
    assert (said.text, said.lead_in, said.struck) == ("Lead: Housing", "Lead:", "and Estates")


def test_shared_texts_keep_the_look_of_their_letters_line_by_line():
    strings = (
        f'<sst xmlns="{make.MAIN}"><si><t>Plain</t></si><si><r><t>- Ask\n- Te</t></r>'
        "<r><rPr><strike/></rPr><t>ach\n- Go</t></r></si></sst>"
    )
    rows = [make.heads("Action", "Who", "When"), [v("1", 0, "s"), v("0", 0, "s"), w("2026")]]
    more = {"xl/sharedStrings.xml": strings}
    document = read(make.workbook([("Plan", make.sheet(rows))], more=more), DEFAULT_LIMITS)
    cells = [c for c in tables_of(document.blocks)[0].cells if c.row == 1]
    assert [(p.marker, p.text, p.struck) for p in cells[0].paragraphs] == [
        ("-", "Ask", None),
        ("-", "Te", "ach"),
        (None, "", "- Go"),
    ]
    assert cells[0].text == "- Ask - Te"


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        ('rgb="FF00B050"', "#00b050"),
        ('theme="7"', "#ffc000"),
        ('theme="0"', None),  # white, the first light colour
        ('theme="7" tint="-0.5"', "#806000"),
        ('theme="7" tint="0.4"', "#ffd966"),
        ('theme="99"', None),
        ('indexed="10"', "#ff0000"),
        ('indexed="2"', "#ff0000"),  # 0 to 7 are the same colours as 8 to 15
        (f'indexed="{"9" * 5000}"', None),  # more figures than Python reads as a number
        ('indexed="64"', None),  # the system's own colour
        ('auto="1"', None),
    ],
)
def test_a_colour_may_be_stated_of_the_theme_or_of_the_old_palette(colour, shown):
    slots = ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000")
    scheme = "".join(f'<a:s><a:srgbClr val="{code}"/></a:s>' for code in slots)
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<a:clrScheme>{scheme}</a:clrScheme></a:theme>"
    )
    styles = make.STYLES.replace('rgb="FFFFC000"', colour)
    more = {"xl/theme/theme1.xml": theme, "xl/styles.xml": styles}
    rows = [make.heads("Action", "Who", "RAG"), [w("Ask"), w("Police"), w("x", make.AMBER)]]
    document = read(make.workbook([("Plan", make.sheet(rows))], more=more), DEFAULT_LIMITS)
    assert tables_of(document.blocks)[0].cells[5].fill == shown


def test_a_damaged_theme_costs_only_its_colours():
    rows = [make.heads("Action", "Who", "RAG"), [w("Ask"), w("Police"), w("x", make.AMBER)]]
    more = {"xl/theme/theme1.xml": "<a:theme"}
    document = read(make.workbook([("Plan", make.sheet(rows))], more=more), DEFAULT_LIMITS)
    assert tables_of(document.blocks)[0].cells[5].fill == "#ffc000"


def test_letters_of_an_opendocument_cell_have_a_look_of_their_own():
    row = (
        "<table:table-row>"
        "<table:table-cell><text:p>Ask</text:p></table:table-cell>"
        '<table:table-cell><text:p><text:span text:style-name="gone">May 2023 </text:span>June 2026'
        "</text:p></table:table-cell><table:table-cell><text:p>Police</text:p></table:table-cell>"
        "</table:table-row>"
    )
    data = make.opendocument(row * 2)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    gone = (
        '<style:style style:name="gone" style:family="text"><style:text-properties '
        'style:text-line-through-type="single"/></style:style></office:automatic-styles>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text.replace("</office:automatic-styles>", gone))
    (table,) = tables_of(read(stream.getvalue(), DEFAULT_LIMITS).blocks)
    assert table.cells[1].paragraphs == (Paragraph("June 2026", struck="May 2023"),)


def test_two_plans_side_by_side_keep_their_titles():
    heads = make.heads("Action", "Lead", "When")
    rows = [
        [w("Priority 1: Warm homes"), None, None, None, w("Priority 2: Clean air")],
        [*heads, None, *heads],
        [w("Insulate lofts"), w("Vale"), w("2026"), None, w("Plant trees"), w("Parks"), w("2027")],
        [w("Mend boilers"), w("Vale"), w("2026")],
    ]
    shown = [
        block.text if isinstance(block, Heading) else _rows(block)[1]
        for block in _read(rows).blocks
        if isinstance(block, Heading | Table)
    ]
    assert shown == [
        "Plan",
        "Priority 1: Warm homes",
        ["Insulate lofts", "Vale", "2026"],
        "Priority 2: Clean air",
        ["Plant trees", "Parks", "2027"],
    ]


def test_a_plain_line_of_label_and_value_under_a_title_is_no_title():
    rows = [
        [w("Priority 1: Orchards")],
        [w("Sponsor: Councillor Ash")],
        [w("Priority 2: Bees")],
        make.heads("Ref", "Action", "Lead"),
        [v("1"), w("Plant trees"), w("Parks")],
    ]
    shown = [(type(block).__name__, block.text) for block in _read(rows).blocks[1:-1]]
    assert shown == [
        ("Heading", "Priority 1: Orchards"),
        ("Paragraph", "Sponsor: Councillor Ash"),
        ("Heading", "Priority 2: Bees"),
    ]


def test_an_unmarked_row_of_short_words_after_an_empty_row_begins_a_table():
    rows = [
        [w("Ref"), w("Action"), w("Lead")],
        [v("1"), w("Mend the slip"), w("Vale")],
        [v("2"), w("Light the pier"), w("Works")],
        [],
        [w("Risk"), w("Owner"), w("Score")],
        [w("Funding ends"), w("Board"), v("12")],
    ]
    assert [_rows(table)[0] for table in tables_of(_read(rows).blocks)] == [
        ["Ref", "Action", "Lead"],
        ["Risk", "Owner", "Score"],
    ]


@pytest.mark.parametrize("bold", [True, False])
def test_a_plain_line_below_a_bold_title_explains_it(bold):
    rows = [
        [w("Pillar 1: Our people", make.BOLD)],
        [w("A workforce that looks like the towns", make.BOLD if bold else 0)],
        make.heads("Ref", "Action", "Lead"),
        [v("1"), w("Train staff"), w("Police")],
    ]
    titles = [block.text for block in _read(rows).blocks if isinstance(block, Heading)]
    assert ("A workforce that looks like the towns" in titles) is bold
