"""Paragraphs, lists, headings and definitions of web pages."""

import pytest

from extractors.blocks import Block, Heading, Paragraph, Table
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read


def _blocks(body: str) -> tuple[Block, ...]:
    return read(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS).blocks


@pytest.mark.parametrize(
    ("html", "markers"),
    [
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=3 type=a><li>a<li>b</ol>", ["c.", "d."]),
        ("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>", ["i.", "ii."]),
        ("<ol reversed><li>a<li value=7>b</ol>", ["2.", "7."]),
        ("<ol style='list-style: none'><li>a<li>b</ol>", [None, None]),
        ("<p>(a) one<br>(b) two</p>", ["(a)", "(b)"]),
        ("<p>\uf0b7 one</p><p>- two</p>", ["\uf0b7", "-"]),
        ("<p>2.5 staff</p><p>I. Smith</p>", [None, None]),
    ],
)
def test_list_markers_are_counted_as_a_browser_does_or_read_as_typed(html, markers):
    assert [block.marker for block in _blocks(html) if isinstance(block, Paragraph)] == markers


def test_nested_lists_keep_their_depth_and_only_first_paragraphs_bear_markers():
    blocks = _blocks("<ol><li><p>Aim</p><ul><li>Step</ul><p>More</p><li>Next</ol>")
    assert blocks == (
        Paragraph("Aim", "1.", 0, numbered=True),
        Paragraph("Step", "•", 1),
        Paragraph("More", None, 0),
        Paragraph("Next", "2.", 0, numbered=True),
    )


@pytest.mark.parametrize(
    ("html", "lead_in"),
    [
        ("<p><strong>Prevention:</strong> stop it early</p>", "Prevention:"),
        ("<p><b>Prevention</b>: stop it early</p>", "Prevention:"),
        ("<p><span style='font-weight:700'>Aim 1</span> stop it</p>", "Aim 1"),
        ("<p>Stop it <b>early</b></p>", None),
        ("<p><b>All of it</b></p>", None),
    ],
)
def test_bold_words_at_the_start_are_the_lead_in(html, lead_in):
    (block,) = _blocks(html)
    assert isinstance(block, Paragraph)
    assert block.lead_in == lead_in


def test_two_line_breaks_start_a_new_paragraph_and_one_is_a_space():
    assert _blocks("<p>one<br>two<br>&nbsp;<br>three</p>") == (
        Paragraph("one two"),
        Paragraph("three"),
    )


def test_text_and_blocks_mixed_in_one_element_stay_in_order():
    assert _blocks("<div>before<p>inside</p>after <em>all</em></div>") == (
        Paragraph("before"),
        Paragraph("inside"),
        Paragraph("after all"),
    )


def test_headings_have_their_level_and_their_counted_number():
    assert _blocks("<h2>Aims <br>and goals</h2><ol><li><h3>Safer</h3>text</ol>") == (
        Heading("Aims and goals", 2),
        Heading("Safer", 3, "1."),
        Paragraph("text"),
    )


def test_a_definition_list_is_a_table_of_terms():
    (table,) = _blocks("<dl><dt>IDVA<dd>An adviser<dt>MARAC<dd>A meeting<dd>of agencies</dl>")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == [
        "IDVA",
        "An adviser",
        "MARAC",
        "A meeting of agencies",
    ]


def test_a_caption_is_a_heading_below_the_one_in_force():
    blocks = _blocks(
        "<h2>Plan</h2><table><caption>Aim 1</caption><tr><th>Do<th>Who<tr><td>a<td>b</table>"
    )
    assert blocks[:2] == (Heading("Plan", 2), Heading("Aim 1", 3))


def test_the_number_of_a_footnote_is_no_part_of_the_sentence():
    assert _blocks("<p>One in four women<sup><a href='#fn1'>1</a></sup>.</p>") == (
        Paragraph("One in four women."),
    )


@pytest.mark.parametrize("mark", ["#", "¶", "§ "])
def test_the_link_of_a_heading_to_itself_is_no_word_of_it(mark):
    page = f"<h2 id='p1'>Warm homes <a class='headerlink' href='#p1'>{mark}</a></h2>"
    assert _blocks(page) == (Heading("Warm homes", 2),)


def test_an_element_that_plays_a_heading_is_one_at_its_level():
    page = "<div role='heading' aria-level='3'>Warm homes</div><div>Insulate lofts.</div>"
    assert _blocks(page) == (Heading("Warm homes", 3), Paragraph("Insulate lofts."))


def test_lines_that_a_class_calls_headings_are_headings():
    page = "".join(
        f"<div class='heading-2'>{title}</div><div class='text'>{text}</div>"
        for title, text in (("Warm homes", "Insulate lofts."), ("Clean air", "Plant trees."))
    )
    assert _blocks(page) == (
        Heading("Warm homes", 2),
        Paragraph("Insulate lofts."),
        Heading("Clean air", 2),
        Paragraph("Plant trees."),
    )


def test_bold_lines_stand_below_the_heading_though_one_stands_above_it():
    page = (
        "<p><b>Menu</b></p><h1>Plan</h1><p>Text.</p><h2>Homes</h2><p>Text.</p>"
        "<p><b>Insulate lofts</b></p><p>Lead: Housing</p><p><b>Mend roofs</b></p><p>Lead: Vale</p>"
    )
    levels = {b.text: b.level for b in _blocks(page) if isinstance(b, Heading)}
    assert levels["Homes"] < levels["Insulate lofts"] == levels["Mend roofs"]


def test_a_button_that_is_all_of_a_heading_is_its_words():
    """Accordions of Bootstrap name their panel in an attribute and say nothing to readers."""
    panel = "<div id='c1'><p>Cold homes make people ill.</p></div>"
    head = "<h2><button data-bs-target='#c1'>Warm homes</button></h2>"
    page = f"<html><body>{head}{panel}<h2>Clean air <button>Copy link</button></h2></body></html>"
    blocks = read(page.encode(), DEFAULT_LIMITS).blocks
    assert [block.text for block in blocks] == [
        "Warm homes",
        "Cold homes make people ill.",
        "Clean air",
    ]


@pytest.mark.parametrize(
    ("bar", "panel"),
    [
        ("<div class='expand-control'><span>Warm homes</span></div>", "expand-content"),
        ("<button class='collapsible'>Warm homes</button>", "content"),
        ("<div class='accordionHeader'>Warm homes</div>", "accordionBody"),
        ("<div><a class='faq accordion-toggle' href='#'>Warm homes</a></div>", "body"),
    ],
)
def test_the_bar_of_an_accordion_is_the_heading_of_its_panel(bar, panel):
    body = f"<h2>Aims</h2><div>{bar}<div class='{panel}'><p>Cold homes make ill.</p></div></div>"
    blocks = read(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert blocks[1:] == (Heading("Warm homes", 3), Paragraph("Cold homes make ill."))


def test_a_button_that_opens_all_panels_heads_nothing():
    body = "<button class='accordion-toggle'>Open all</button><div><p>Cold homes.</p></div>"
    blocks = read(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert blocks == (Paragraph("Cold homes."),)


def test_pieces_that_a_style_sheet_sets_apart_are_parted_and_words_are_not():
    apart = "<p><span>March 2027</span><span class='badge'>On track</span></p>"
    word = "<p><span>re</span><span class='SpellE'>commission</span> the <b>D</b>epot</p>"
    blocks = read(f"<html><body>{apart}{word}</body></html>".encode(), DEFAULT_LIMITS).blocks
    assert [block.text for block in blocks] == ["March 2027 On track", "recommission the Depot"]


def test_lines_that_begin_bold_part_where_the_bold_words_begin_or_end():
    html = (
        "<p><b>Lead</b> Vale<br>\n<b>By when</b><br>30/06/2027<br>or before<br><b>RAG</b> Red</p>"
    )
    texts = [block.text for block in _blocks(html)]
    assert texts == ["Lead Vale", "By when", "30/06/2027 or before", "RAG Red"]


def test_a_button_that_sorts_by_a_column_is_its_heading_without_what_is_spoken_alone():
    heads = "".join(
        f"<th><button>{name}<span class='sr-only'>, sort ascending</span></button></th>"
        for name in ("Action", "Lead")
    )
    (table,) = _blocks(f"<table><tr>{heads}</tr><tr><td>Open a hub<td>Arts</tr></table>")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells[:2]] == ["Action", "Lead"]
