"""Numbers and bullets that Word counts are read as they are displayed."""

import pytest

from extractors.blocks import Heading, Paragraph, tables_of
from extractors.readers import word
from extractors.readers.word.figures import figure
from tests.extractors.readers.word_fixtures import (
    abstract,
    docx,
    level,
    listed,
    num,
    p,
    run,
    tbl,
    tc,
    tr,
)

DECIMAL = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))


def markers(body: str, numbering: str, styles: str = "") -> list[str | None]:
    blocks = word.read(docx(body, numbering, styles)).blocks
    return [block.marker for block in blocks if isinstance(block, Paragraph | Heading)]


def items(num_id: int, *levels: int) -> str:
    return "".join(p("Fund a refuge.", listed(num_id, depth)) for depth in levels)


def test_items_are_counted_and_deeper_levels_begin_again():
    found = markers(items(1, 0, 1, 1, 0, 1), DECIMAL + num(1, 0))
    assert found == ["1.", "(a)", "(b)", "2.", "(a)"]


def test_an_empty_numbered_cell_shows_its_number():
    rows = "".join(tr(tc(p("", listed(1))), "Fund a refuge") for _ in range(3))
    table = tables_of(word.read(docx(tbl(rows), DECIMAL + num(1, 0))).blocks)[0]
    refs = [cell.paragraphs for cell in table.cells if cell.column == 0]
    assert refs == [(Paragraph("", marker=f"{n}.", numbered=True),) for n in (1, 2, 3)]


def test_the_count_goes_on_over_tables_in_the_order_of_the_document():
    body = tbl(tr(tc(p("", listed(1))))) + p("x") + tbl(tr(tc(p("", listed(1)))))
    tables = tables_of(word.read(docx(body, DECIMAL + num(1, 0))).blocks)
    assert [table.cells[0].text for table in tables] == ["1.", "2."]


def test_lists_of_one_definition_count_together_until_one_states_a_start():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = DECIMAL + num(1, 0) + num(2, 0) + num(3, 0, again)
    assert markers(items(1, 0, 0) + items(2, 0) + items(3, 0, 0), lists) == [
        "1.", "2.", "3.", "1.", "2.",
    ]  # fmt: skip


def test_a_list_overrides_a_level_of_its_definition():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert markers(items(1, 0, 0), DECIMAL + num(1, 0, own)) == ["I)", "II)"]


def test_numbers_of_several_levels_are_displayed_together():
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3"),
    ) + num(1, 0)
    assert markers(items(1, 0, 1, 1, 2, 0, 2, 1), lists) == [
        "1.", "1.1", "1.2", "1.2.1", "2.", "2.1.1", "2.2",
    ]  # fmt: skip


def test_a_level_that_is_not_displayed_leaves_nothing_in_the_others():
    lists = abstract(0, level(0, "bullet", "-"), level(1, "decimal", "%1%2.")) + num(1, 0)
    assert markers(items(1, 0, 1), lists) == ["-", "1."]


def test_legal_numbering_shows_roman_levels_in_figures():
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    lists = abstract(0, level(0, "upperRoman", "Part %1"), legal) + num(1, 0)
    assert markers(items(1, 0, 1), lists) == ["Part I", "1.1"]


def test_a_level_that_never_restarts_goes_on():
    lists = abstract(
        0, level(0, "decimal", "%1."), level(1, "decimal", "Action %2", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    assert markers(items(1, 0, 1, 1, 0, 1), lists) == [
        "1.", "Action 1", "Action 2", "2.", "Action 3",
    ]  # fmt: skip


def test_references_with_letters_and_leading_zeros_are_displayed():
    assert markers(items(1, 0, 0), abstract(0, level(0, "decimalZero", "HS.%1")) + num(1, 0)) == [
        "HS.01", "HS.02",
    ]  # fmt: skip


def test_a_number_of_style_none_stays_invisible():
    lists = abstract(0, level(0, "none", ""), level(1, "decimal", "%2.")) + num(1, 0)
    assert markers(items(1, 0, 1), lists) == [None, "1."]


def test_list_zero_takes_a_paragraph_out_of_its_styles_list():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Step">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="Step"/>'
    body = p("Train staff.", style) + p("See annex.", style + listed(0)) + p("Report.", style)
    assert markers(body, DECIMAL + num(1, 0), styles) == ["1.", None, "2."]


def test_a_style_finds_its_level_in_the_list_through_what_it_is_based_on():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Second">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Second"/></w:style>'
    )
    linked = level(1, "lowerRoman", "%2.", '<w:pStyle w:val="Second"/>')
    lists = abstract(0, level(0, "decimal", "%1."), linked) + num(1, 0)
    assert markers(p("Publish.", '<w:pStyle w:val="Mine"/>'), lists, styles) == ["i."]


def test_a_definition_that_points_to_a_numbering_style_has_its_levels():
    styles = (
        '<w:style w:type="numbering" w:styleId="House">'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="House"/></w:abstractNum>'
    assert markers(items(1, 0), DECIMAL + linked + num(5, 0) + num(1, 7), styles) == ["1."]


def test_glyphs_of_symbol_fonts_are_bullets():
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    wing = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    lists = abstract(
        0,
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>{symbol}</w:lvl>',
        f'<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0a7"/>{wing}</w:lvl>',
        f'<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf099"/>{wing}</w:lvl>',
        '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>',
    ) + num(1, 0)
    assert markers(items(1, 0, 1, 2, 3), lists) == ["•", "▪", "•", "o"]


def test_deleted_paragraphs_are_not_counted():
    gone = f"<w:rPr><w:del/></w:rPr>{listed(1)}"
    deleted = f"<w:p><w:pPr>{gone}</w:pPr><w:del>{run('Close the refuge.')}</w:del></w:p>"
    body = p("Fund it.", listed(1)) + deleted + p("Staff it.", listed(1))
    assert markers(body, DECIMAL + num(1, 0)) == ["1.", "2."]


def test_a_counted_word_is_part_of_what_a_heading_says():
    lists = abstract(0, level(0, "decimal", "Priority %1:")) + num(1, 0)
    body = p("Prevention", f'<w:outlineLvl w:val="0"/>{listed(1)}') + p("We will listen.")
    block = word.read(docx(body, lists)).blocks[0]
    assert block == Heading("Priority 1: Prevention", 1)


def test_a_counted_number_is_the_marker_of_a_heading():
    body = p("Our plan", f'<w:outlineLvl w:val="1"/>{listed(1)}') + p("We will listen.")
    assert word.read(docx(body, DECIMAL + num(1, 0))).blocks[0] == Heading("Our plan", 2, "1.")


def test_a_damaged_list_part_is_told_and_the_rest_is_read():
    document = word.read(docx(p("Fund it.", listed(1)), numbering="<w:num"))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Fund it."]
    assert [(q.code, q.severity) for q in document.problems] == [("damaged", "warning")]


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (23, "ordinal", "23rd"),
        (12, "ordinal", "12th"),
        (21, "ordinalText", "Twenty-first"),
        (30, "ordinalText", "Thirtieth"),
        (45, "cardinalText", "Forty-five"),
        (7, "hindiVowels", "7"),
        (0, "lowerRoman", "0"),
        (3, "none", ""),
    ],
)
def test_a_number_is_written_in_the_figures_that_word_names(number: int, style: str, shown: str):
    assert figure(number, style) == shown


def test_a_custom_pattern_gives_the_width():
    assert figure(7, "custom", "001, 002, 003, ...") == "007"


def test_a_level_that_is_passed_over_is_begun_and_counted_from_there():
    lists = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + num(1, 0)
    assert markers(items(1, 1, 1, 0), lists) == ["1.1", "1.2", "2."]


def test_a_stated_start_holds_where_its_own_level_is_first_counted():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = DECIMAL + num(1, 0) + num(2, 0, again)
    assert markers(items(1, 0, 0) + items(2, 1, 0), lists) == ["1.", "2.", "(a)", "1."]
