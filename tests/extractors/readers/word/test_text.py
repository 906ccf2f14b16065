"""The text of Word paragraphs: changes, struck and hidden words, fields, boxes, notes, headings."""

import pytest

from extractors.blocks import Document, Heading, Link, Paragraph, Table
from extractors.readers import word
from tests.extractors.readers.word_fixtures import docx, listed, p, part, run, tbl, tc, tr

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="Council head"/>'
    '<w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
)


def read(body: str, **more: object) -> Document:
    return word.read(docx(body, **more))  # type: ignore[arg-type]


def first(body: str, **more: object) -> Paragraph:
    block = read(body, **more).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="2">{run(text)}</w:ins>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.fault("B39")
def test_a_tracked_change_is_read_as_accepted_and_the_other_reading_is_kept():
    document = read(p(run("Lead: ") + deleted("CCG") + inserted("ICB") + run(".")))
    assert document.blocks == (Paragraph("Lead: ICB."),)
    problem = document.problems[0]
    assert (problem.code, problem.severity) == ("tracked_change", "notice")
    assert problem.message == (
        'paragraph 1: a tracked change is read as accepted, "Lead: ICB."; '
        'rejected it would be "Lead: CCG."'
    )


def test_moved_text_stands_where_it_was_moved_to():
    here = f"<w:moveFrom>{run('Fund a refuge. ')}</w:moveFrom>"
    there = f"<w:moveTo>{run('Fund a refuge. ')}</w:moveTo>"
    assert first(p(here + run("Train staff. ") + there)).text == "Train staff. Fund a refuge."


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    body = p("Train staff", "<w:rPr><w:del/></w:rPr>") + p(" and volunteers.")
    assert read(body).blocks == (Paragraph("Train staff and volunteers."),)


def test_a_deleted_paragraph_mark_before_a_table_loses_no_text():
    body = p("Train staff", "<w:rPr><w:del/></w:rPr>") + tbl(tr("HS.1"))
    assert read(body).blocks[0] == Paragraph("Train staff")


def test_the_base_of_a_ruby_is_read_and_its_gloss_is_not():
    ruby = f"<w:ruby><w:rt>{run('ref-uge')}</w:rt><w:rubyBase>{run('refuge')}</w:rubyBase></w:ruby>"
    document = read(p(f"{run('Fund a ')}<w:r>{ruby}</w:r>{run(' in May')}"))
    assert document.blocks == (Paragraph("Fund a refuge in May"),)


def test_a_form_field_that_nobody_filled_in_is_empty_and_told_once():
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = tr(
        tc("Lead"), tc(p(empty.format(run("Choose an item.", '<w:rStyle w:val="Prompt"/>'))))
    ) + tr(tc("By when"), empty.format(tc("Click or tap to enter a date.")))
    document = read(tbl(rows))
    table = document.blocks[0]
    assert [cell.text for cell in table.cells] == ["Lead", "", "By when", ""]
    assert [(q.code, q.message) for q in document.problems] == [
        (
            "hidden_text",
            "2 fields of a form are not filled in; left out: "
            '"Choose an item.", "Click or tap to enter a date."',
        )
    ]


def test_a_form_field_that_nobody_filled_in_is_empty_in_inserted_text_as_well():
    prompt = run("Choose an item.", '<w:rStyle w:val="PlaceholderText"/>')
    field = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent>"
    document = read(p(f'{run("Status: ")}<w:ins w:id="1">{field}</w:sdt></w:ins>'))
    assert document.blocks == (Paragraph("Status:"),)


def test_a_form_field_that_a_program_filled_in_is_read_though_its_mark_is_still_there():
    filled = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{run('Housing')}</w:sdtContent></w:sdt>"
    )
    document = read(p(filled))
    assert (document.blocks, document.problems) == ((Paragraph("Housing"),), ())


def test_a_change_of_formatting_alone_is_no_change_of_text():
    look = "<w:b/><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>"
    document = read(p("Train staff.", look=look))
    assert document.blocks == (Paragraph("Train staff.", bold=True),)
    assert document.problems == ()


def test_struck_words_stand_beside_the_text():
    document = read(p(run("Review the ") + run("refuge ", "<w:strike/>") + run("contract.")))
    assert document.blocks == (Paragraph("Review the contract.", struck="refuge"),)


def test_a_wholly_struck_paragraph_has_no_text():
    document = read(p("Review the refuge contract.", look="<w:dstrike/>"))
    assert document.blocks == (Paragraph("", struck="Review the refuge contract."),)


def test_struck_words_of_a_heading_are_kept():
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    body = p(
        run("Safer ") + run("darker ", "<w:strike/>") + run("streets"), '<w:pStyle w:val="H1"/>'
    )
    assert read(body, styles=styles).blocks[0] == Heading("Safer streets", 1, struck="darker")


def test_hidden_text_is_left_out_and_told():
    document = read(p(run("Fund a post") + run(" (draft)", "<w:vanish/>")))
    assert document.blocks == (Paragraph("Fund a post"),)
    assert [q.message for q in document.problems] == [
        'paragraph 1: text that is not displayed was left out: "(draft)"'
    ]


def test_breaks_and_tabs_are_spaces_and_hyphens_are_as_displayed():
    runs = (
        "<w:r><w:t>Multi</w:t><w:noBreakHyphen/><w:t>agency</w:t><w:tab/><w:t>co</w:t>"
        "<w:softHyphen/><w:t>ordi\u00adnated</w:t><w:br/><w:t>response</w:t></w:r>"
    )
    assert first(p(runs)).text == "Multi-agency coordinated response"


def test_a_line_break_before_a_typed_marker_begins_a_paragraph():
    typed = "<w:r><w:t>We will:</w:t><w:br/><w:t>a) fund</w:t><w:br/><w:t>b) train</w:t></w:r>"
    assert read(p(typed)).blocks == (
        Paragraph("We will:"),
        Paragraph("fund", marker="a)"),
        Paragraph("train", marker="b)"),
    )


@pytest.mark.parametrize(
    ("typed", "marker", "text"),
    [
        ("• Fund a post.", "•", "Fund a post."),
        ("\uf0b7 Fund a post.", "•", "Fund a post."),
        ("- Fund a post.", "-", "Fund a post."),
        ("(iv) Fund a post.", "(iv)", "Fund a post."),
        ("12. Fund a post.", "12.", "Fund a post."),
        ("1.", None, "1."),
        ("24.11.2025", None, "24.11.2025"),
        ("A. Smith to lead.", None, "A. Smith to lead."),
        ("e.g. a post.", None, "e.g. a post."),
        ("one post.", None, "one post."),
    ],
)
def test_typed_markers(typed: str, marker: str | None, text: str):
    assert first(p(typed)) == Paragraph(text, marker=marker)


def test_the_bold_words_at_the_start_are_the_lead_in():
    body = p(run("Early help:", "<w:b/>") + run(" ", "") + run("fund two posts."))
    assert first(body).lead_in == "Early help:"
    assert first(p(run("Fund ") + run("two", "<w:b/>") + run(" posts."))).lead_in is None


def test_a_symbol_of_a_symbol_font_is_displayed():
    tick = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Done</w:t></w:r>'
    )
    assert first(p(tick)).printed == "✓ Done"


def test_a_tick_before_words_marks_an_item_of_a_list():
    item = first(p("✓ Two beds are ready"))
    assert (item.marker, item.text) == ("✓", "Two beds are ready")
    assert first(p("✓")) == Paragraph("✓")


def test_a_field_shows_its_result_and_not_its_instruction():
    assert first(p(run("See section ") + field("REF plan \\h", "4") + run("."))).text == (
        "See section 4."
    )


def test_a_field_that_is_never_shown_hides_nothing_after_its_paragraph():
    body = p(run("x") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("Fund a post.")
    assert [b.text for b in read(body).blocks if isinstance(b, Paragraph)] == ["x", "Fund a post."]


def test_links_are_kept_with_their_text():
    inside = f'<w:hyperlink r:id="rId7">{run("the strategy")}</w:hyperlink>'
    outside = field('HYPERLINK "https://example.org/plan.pdf"', "the plan")
    local = f'<w:hyperlink w:anchor="top">{run("top")}</w:hyperlink>'
    relations = {"rId7": ("hyperlink", "https://example.org/strategy.pdf")}
    document = read(
        p(run("Read ") + inside + run(", ") + outside + run(", ") + local), relations=relations
    )
    assert document.links == (
        Link("the strategy", "https://example.org/strategy.pdf"),
        Link("the plan", "https://example.org/plan.pdf"),
    )
    assert document.blocks == (Paragraph("Read the strategy, the plan, top"),)


def test_tick_boxes_of_older_forms_are_displayed():
    data = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    box = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert first(p(box + run(" Agreed"))).text == "☒ Agreed"


def test_what_was_chosen_in_a_list_of_an_older_form_is_displayed():
    entries = "".join(f'<w:listEntry w:val="{text}"/>' for text in ("Choose", "Amber", "Green"))
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    chosen = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert first(p(run("Rating: ") + chosen)).text == "Rating: Amber"


def test_a_field_in_one_element_is_read_with_its_link():
    plan = '<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/plan.pdf&quot;">'
    document = read(p(run("See ") + f"{plan}{run('the plan')}</w:fldSimple>" + run(".")))
    assert document.blocks == (Paragraph("See the plan."),)
    assert document.links == (Link("the plan", "https://example.org/plan.pdf"),)


def test_footnotes_stand_apart_and_their_marks_are_not_glued_to_words():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part(
        "footnotes",
        f'<w:footnote w:id="-1" w:type="separator">{p()}</w:footnote>'
        f'<w:footnote w:id="2">{p("Subject to funding.")}</w:footnote>',
    )
    document = read(p(run("Open a refuge") + mark + run(".")), parts={"word/footnotes.xml": notes})
    assert document.blocks == (Paragraph("Open a refuge."),)
    assert document.notes == (Paragraph("Subject to funding.", marker="1", numbered=True),)


def test_headers_and_footers_are_furniture_without_page_numbers():
    footer = part("ftr", p(run("Harbour Council | Page ") + field("PAGE", "3")))
    relations = {"rId5": ("footer", "footer1.xml")}
    document = read(p("x"), parts={"word/footer1.xml": footer}, relations=relations)
    assert document.furniture == ("Harbour Council",)


def test_a_header_laid_out_as_a_table_is_furniture_cell_by_cell():
    header = part("hdr", tbl(tr(tc(p(run("Harbour Council"))), tc(p(run("Action plan"))))))
    relations = {"rId5": ("header", "header1.xml")}
    document = read(p("x"), parts={"word/header1.xml": header}, relations=relations)
    assert document.furniture == ("Harbour Council", "Action plan")


def test_a_text_box_is_read_once_as_blocks():
    box = f"<w:txbxContent>{p('Priority box text.')}{tbl(tr('HS.1'))}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    blocks = read(p(drawn)).blocks
    assert blocks[0] == Paragraph("Priority box text.")
    assert [type(block) for block in blocks] == [Paragraph, Table]


def test_headings_are_told_by_style_also_localised_and_custom():
    body = p("Our plan", '<w:pStyle w:val="berschrift1"/>') + p("Aims", '<w:pStyle w:val="House"/>')
    blocks = read(body + p("x"), styles=STYLES).blocks
    assert blocks[:2] == (Heading("Our plan", 1, size=16.0), Heading("Aims", 1, size=16.0))


def test_a_heading_is_told_by_its_look():
    body = p("Safer nights out", look="<w:b/>") + p("We will train bar staff in every ward.")
    assert read(body, styles=STYLES).blocks[0] == Heading("Safer nights out", 1, size=11.0)


def test_larger_text_is_a_higher_heading_than_bold_text():
    prose = p("We will train bar staff in every ward of the borough.")
    large = p("Safer nights out", look='<w:sz w:val="36"/>')
    body = large + prose + p("Licensing", look="<w:b/>") + prose
    headings = [b for b in read(body, styles=STYLES).blocks if isinstance(b, Heading)]
    assert [(h.text, h.level) for h in headings] == [("Safer nights out", 1), ("Licensing", 2)]


@pytest.mark.parametrize(
    "text",
    ["Train bar staff in every ward.", "As part of this we will:", "Figure 2: reports by month",
     "“I was believed”", "•", "2025"],
)  # fmt: skip
def test_bold_text_that_is_no_heading(text: str):
    assert isinstance(read(p(text, look="<w:b/>") + p("x"), styles=STYLES).blocks[0], Paragraph)


def test_a_contents_list_is_recognisable_and_holds_no_headings():
    line = run("Our plan") + "<w:r><w:tab/></w:r>" + run("12")
    block = first(p(line, '<w:pStyle w:val="TOC1"/>', ""), styles=STYLES)
    assert block.text == "Our plan ..... 12"


def test_the_title_is_what_is_displayed_before_what_the_file_says():
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Template v3</dc:title><dc:creator>Harbour Council</dc:creator>"
        "</cp:coreProperties>"
    )
    title = '<w:pStyle w:val="Title"/>'
    body = p("Safer Harbour", title) + p("Plan 2025", title) + p("x")
    document = read(body, styles=STYLES, parts={"docProps/core.xml": core})
    assert (document.title, document.author) == ("Safer Harbour Plan 2025", "Harbour Council")
    assert document.blocks[0] == Heading("Safer Harbour Plan 2025", 1, size=11.0)
    assert read(p("x."), parts={"docProps/core.xml": core}).title == "Template v3"


def test_a_character_style_turns_bold_on():
    assert first(p("Early help.", look='<w:rStyle w:val="Strong"/>'), styles=STYLES).bold


def test_a_numbered_paragraph_that_begins_with_a_typed_mark_keeps_it_in_its_text():
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    block = first(p("(a) fund a post", listed(1)), numbering=lists)
    assert block == Paragraph("(a) fund a post", marker="1.", numbered=True)


def test_an_empty_line_in_a_paragraph_parts_it():
    typed = (
        "<w:r><w:t>Fund a post</w:t><w:br/><w:br/><w:t>Train staff</w:t><w:br/><w:t>now</w:t></w:r>"
    )
    assert read(p(typed)).blocks == (Paragraph("Fund a post"), Paragraph("Train staff now"))


@pytest.mark.parametrize(
    ("second", "look", "paragraphs"),
    [
        ("Healthwatch", "", ["Coroner's Office", "Healthwatch"]),
        ("and Healthwatch", "", ["Coroner's Office and Healthwatch"]),
        ("Healthwatch", "<w:b/>", ["Coroner's Office Healthwatch"]),  # the two lines of a heading
    ],
)
def test_line_breaks_in_a_cell_part_lines_that_are_texts_of_their_own(second, look, paragraphs):
    broken = run("Coroner's Office", look) + "<w:r><w:br/></w:r>" + run(second, look)
    table = read(tbl(tr(tc(p(broken))))).blocks[0]
    assert isinstance(table, Table)
    assert [one.text for one in table.cells[0].paragraphs] == paragraphs


def test_a_bullet_without_text_is_nothing():
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert read(p("", listed(1)) + p("x", listed(1)), numbering=lists).blocks == (
        Paragraph("x", marker="-", numbered=True),
    )


def test_the_text_of_a_diagram_is_read_in_the_order_of_its_hierarchy():
    space = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    names = {"top": None, "b": "Support survivors", "a": "Prevent harm", "c": "Fund refuges"}
    points = "".join(
        f'<d:pt modelId="{key}"{"" if text else " type=" + chr(34) + "doc" + chr(34)}><d:t>'
        f"<a:p><a:r><a:t>{text or ''}</a:t></a:r></a:p></d:t></d:pt>"
        for key, text in names.items()
    )
    lines = "".join(
        f'<d:cxn srcId="{over}" destId="{under}" srcOrd="{order}"/>'
        for over, under, order in (("top", "b", 1), ("top", "a", 0), ("b", "c", 0))
    )
    data = (
        f'<d:dataModel xmlns:d="{space}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        f'main"><d:ptLst>{points}</d:ptLst><d:cxnLst>{lines}</d:cxnLst></d:dataModel>'
    )
    drawing = f'<w:r><w:drawing><d:relIds xmlns:d="{space}" r:dm="rId8"/></w:drawing></w:r>'
    document = read(
        p(drawing),
        parts={"word/diagrams/data1.xml": data},
        relations={"rId8": ("diagramData", "diagrams/data1.xml")},
    )
    assert document.blocks == (
        Paragraph("Prevent harm"),
        Paragraph("Support survivors"),
        Paragraph("Fund refuges", level=1),
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 8 March 2024", "2024-03-08"),
        ("Date published 08/03/2024", "2024-03-08"),
        ("Publication date: 1st Sept 2023", "2023-09-01"),
        ("Published March 2024", None),
        ("Published: 31 February 2024", None),
        ("Published 8 March 2024 by the partnership that all of us in the borough are in", None),
    ],
)  # fmt: skip
def test_the_publication_day_is_read_where_it_is_printed(line: str, day: str | None):
    assert read(p("Our plan.") + p(line)).published_on == day


def test_a_contents_heading_is_no_title():
    body = p("Contents", '<w:pStyle w:val="berschrift1"/>') + p("x.")
    assert read(body, styles=STYLES).title is None


def test_a_line_in_capitals_is_a_heading():
    body = p("SAFER STREETS") + p("We will light every path in the parks.") + p("TBC") + p("x")
    headings = [b.text for b in read(body, styles=STYLES).blocks if isinstance(b, Heading)]
    assert headings == ["SAFER STREETS"]
    due = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>DUE </w:t></w:r><w:r><w:t>30/06/2027</w:t></w:r></w:p>"
    )
    assert not [b for b in read(due + p("x.")).blocks if isinstance(b, Heading)]


def test_prose_in_a_heading_style_stays_prose():
    prose = "We will work with every partner in the borough to make each street safer. " * 4
    blocks = read(p(prose, '<w:pStyle w:val="berschrift1"/>') + p("x."), styles=STYLES).blocks
    assert isinstance(blocks[0], Paragraph)


def test_a_bullet_before_a_styled_heading_is_no_part_of_it():
    body = p("• Safer streets", '<w:pStyle w:val="berschrift1"/>') + p("x.")
    assert read(body, styles=STYLES).blocks[0] == Heading("Safer streets", 1, size=16.0)


def test_lines_of_a_paragraph_that_begin_with_labels_are_read_one_by_one():
    breaks = "<w:r><w:br/></w:r>"
    body = p(f"{run('Light the quay')}{breaks}{run('Lead: Police')}{breaks}{run('By when: 2027')}")
    texts = [block.text for block in read(body).blocks if isinstance(block, Paragraph)]
    assert texts == ["Light the quay", "Lead: Police", "By when: 2027"]


def test_words_before_a_tab_lead_in_what_stands_behind_it():
    line = first(p(run("Named lead") + "<w:r><w:tab/></w:r>" + run("Harbour Office")))
    assert (line.text, line.lead_in) == ("Named lead Harbour Office", "Named lead")


def test_a_number_before_a_tab_is_of_the_text_behind_it():
    line = first(p(run("Priority 1") + "<w:r><w:tab/></w:r>" + run("Warm homes")))
    assert (line.text, line.lead_in) == ("Priority 1 Warm homes", None)
