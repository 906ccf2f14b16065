"""Coloured cards side by side are texts of their own; shaded cells are none."""

from dataclasses import replace

from extractors.readers.pdf.page.blocks import PageBlocks, Text, page_blocks
from extractors.readers.pdf.page.regions.panels import panel_rows
from extractors.readers.pdf.record import About, Fill, PageRecord, Style, Word
from extractors.readers.pdf.whole.furniture import split_furniture
from tests.extractors.readers.pdf_fixtures import words

PALE = "#eeeeff"


def card(x: float, number: str, *lines: str) -> list[Word]:
    texts = [number, *lines]
    return [word for n, text in enumerate(texts) for word in words(60 + 14 * n, (x, text))]


LEFT = card(54, "1", "Safer streets", "Lamps will be lit in", "every park by May.")
RIGHT = card(264, "2", "Warm homes", "No one will be cold at", "home in the winter.")


def test_cards_with_a_gap_between_them_are_panels():
    fills = [Fill(50, 45, 250, 120, PALE), Fill(260, 45, 460, 120, PALE)]
    assert panel_rows(fills, [], [*LEFT, *RIGHT]) == [[fill[:4] for fill in fills]]


def test_cards_with_a_coloured_edge_along_the_top_are_panels():
    fills = [Fill(50, 45, 250, 120, PALE), Fill(260, 45, 460, 120, PALE)]
    edges = [Fill(50, 45, 250, 49, "#224466"), Fill(260, 45, 460, 49, "#224466")]
    assert panel_rows([*fills, *edges], [], [*LEFT, *RIGHT]) == [[fill[:4] for fill in fills]]


def test_shaded_cells_that_touch_are_no_panels():
    fills = [Fill(50, 45, 255, 120, PALE), Fill(255, 45, 460, 120, PALE)]
    assert panel_rows(fills, [], [*LEFT, *RIGHT]) == []


def test_shaded_cells_as_wide_as_high_that_all_but_touch_are_no_panels():
    fills = [Fill(50, 45, 140, 135, PALE), Fill(140.6, 45, 230.6, 135, PALE)]
    text = [*words(60, (54, "Safer"), (146, "Warm")), *words(74, (54, "streets"), (146, "homes"))]
    assert panel_rows(fills, [], text) == []


def test_fills_of_different_widths_are_columns_of_a_table():
    fills = [Fill(50, 45, 250, 120, PALE), Fill(260, 45, 560, 120, PALE)]
    assert panel_rows(fills, [], [*LEFT, *RIGHT]) == []


def test_a_fill_behind_a_table_is_no_panel():
    table = [*card(54, "Ref", "1.1", "1.2"), *card(180, "Action", "Light the park", "Fund a hub")]
    fills = [Fill(50, 45, 250, 120, PALE), Fill(260, 45, 460, 120, PALE)]
    assert panel_rows(fills, [], [*table, *RIGHT]) == []


def test_each_panel_is_read_to_its_end_before_the_next():
    fills = (Fill(50, 45, 250, 120, PALE), Fill(260, 45, 460, 120, PALE))
    record = PageRecord(number=1, width=595, height=842, words=(*LEFT, *RIGHT), fills=fills)
    texts = [block.paragraph.text for block in page_blocks(record, About()).blocks]
    assert " ".join(" ".join(texts).split()) == (
        "1 Safer streets Lamps will be lit in every park by May. "
        "2 Warm homes No one will be cold at home in the winter."
    )


def one_number(page: int, text: str) -> PageBlocks:
    style = Style(10.0, False, False, "#000000")
    word = Word(text, 54, 800, 60, 810, 808, style)
    record = PageRecord(number=page, width=595, height=842, words=(word,))
    return page_blocks(record, About())


def test_a_number_that_fits_no_other_page_is_text():
    pages, _ = split_furniture([one_number(1, "3"), PageBlocks(2, 595, 842)])
    assert [block.paragraph.text for block in pages[0].blocks] == ["3"]


def test_numbers_that_count_the_pages_are_no_text():
    pages, _ = split_furniture([one_number(1, "3"), one_number(2, "4")])
    assert [page.blocks for page in pages] == [(), ()]


def test_a_coloured_label_does_not_colour_the_line_behind_its_colon():
    label = [
        word._replace(style=replace(word.style, colour="#00695c"))
        for word in words(60, (40, "Lead partner:"))
    ]
    page = label + words(60, (110, "Arts Council"))
    whole = [word._replace(style=label[0].style) for word in words(90, (40, "Lead partner:"))]
    record = PageRecord(1, 600.0, 800.0, tuple(page + whole))
    blocks = page_blocks(record, About()).blocks
    assert [block.colour for block in blocks if isinstance(block, Text)] == ["#000000", "#00695c"]


def test_cells_of_one_width_with_a_narrow_one_between_them_are_no_panels():
    cells = [Fill(50, 45, 250, 120, PALE), Fill(300, 45, 500, 120, PALE)]
    right = [word._replace(x0=word.x0 + 40, x1=word.x1 + 40) for word in RIGHT]
    assert panel_rows(cells, [], [*LEFT, *right]) == [[fill[:4] for fill in cells]]
    dates = Fill(254, 45, 296, 120, PALE)
    assert panel_rows([*cells, dates], [], [*LEFT, *right]) == []
    bar = Fill(274, 45, 276, 120, PALE)
    assert len(panel_rows([*cells, bar], [], [*LEFT, *right])) == 1


def test_cards_of_a_bar_above_a_body_are_panels_where_the_bars_end_at_other_heights():
    bars = [Fill(50, 45, 250, 66, "#224466"), Fill(260, 45, 460, 80, "#224466")]
    bodies = [Fill(50, 66, 250, 120, PALE), Fill(260, 80, 460, 120, PALE)]
    assert panel_rows([*bars, *bodies], [], [*LEFT, *RIGHT]) == [
        [(50, 45, 250, 120), (260, 45, 460, 120)]
    ]


def test_shaded_columns_of_rows_that_end_together_are_no_panels():
    cells = [Fill(x, top, x + 200, top + 14, PALE) for x in (50, 260) for top in (49, 63, 77, 91)]
    assert panel_rows(cells, [], [*LEFT, *RIGHT]) == []


def test_circles_of_one_size_with_a_line_each_are_panels_however_far_apart():
    rounds = [Fill(50, 20, 150, 120, PALE, shape=True), Fill(300, 20, 400, 120, PALE, shape=True)]
    text = words(70, (70, "Warm homes"), (320, "Fair work"))
    assert panel_rows(rounds, [], text) == [[fill[:4] for fill in rounds]]
    low = [fill._replace(bottom=60.0) for fill in rounds]
    assert panel_rows(low, [], text) == []


def test_cards_with_rounded_corners_are_panels_though_they_end_at_other_heights():
    fills = [Fill(50, 45, 250, 120, PALE, True), Fill(260, 45, 460, 110, PALE, True)]
    assert panel_rows(fills, [], [*LEFT, *RIGHT]) == [[fill[:4] for fill in fills]]


def test_rounded_cards_below_one_another_are_columns_and_no_rows_of_panels():
    fills = [Fill(50, 45, 250, 120, PALE, True), Fill(260, 45, 460, 110, PALE, True)]
    low = [Fill(50, 130, 250, 160, PALE, True), Fill(260, 130, 460, 160, PALE, True)]
    assert panel_rows([*fills, *low], [], [*LEFT, *RIGHT]) == []


def test_tiles_of_one_height_that_hold_a_title_each_are_panels():
    tiles = [
        Fill(50, 40, 200, 100, PALE),
        Fill(208, 40, 352, 100, PALE),
        Fill(360, 40, 430, 100, PALE),
    ]
    text = [*words(60, (60, "Warm and"), (220, "Clean travel"), (370, "Nature"))]
    text += words(74, (60, "efficient homes"))
    assert panel_rows(tiles, [], text) == [[fill[:4] for fill in tiles]]
    heads = [fill._replace(top=52.0, bottom=86.0) for fill in tiles]
    assert panel_rows(heads, [], text) == []


def test_rounded_tiles_in_rows_that_end_together_are_panels():
    rows = [[Fill(x, top, x + 150, top + 60, PALE, True) for x in (50, 260)] for top in (40, 110)]
    text = [*words(62, (60, "Warm homes"), (270, "Clean travel"))]
    text += words(132, (60, "Nature"), (270, "Fair work"))
    found = panel_rows([fill for row in rows for fill in row], [], text)
    assert found == [[fill[:4] for fill in row] for row in rows]


def test_heads_above_cells_in_the_same_columns_that_are_full_are_no_tiles():
    """A table whose cells stand two millimetres apart: its heads were taken for tiles."""
    columns = ((50, 200), (206, 350), (356, 440))
    fills = [Fill(a, 40, b, 86, "#0b5563") for a, b in columns]
    fills += [Fill(a, 92, b, 122, PALE) for a, b in columns]
    text = [*words(60, (60, "Actions"), (216, "Measures"), (366, "Lead"))]
    text += words(104, (60, "Light the towpath"), (216, "Lamps lit"), (366, "Parks"))
    text += words(118, (60, "and its steps"))
    assert panel_rows(fills, [], text) == []


def test_high_cells_of_unlike_widths_with_gaps_between_them_are_no_tiles():
    edges = ((50, 240), (248, 352), (360, 430))
    rows = [[Fill(a, top, b, top + 44, PALE) for a, b in edges] for top in (40, 92)]
    text = words(66, (60, "Action"), (258, "Lead"), (370, "By when"))
    text += words(118, (60, "Train door staff"), (258, "Police"), (370, "May 2026"))
    assert panel_rows([fill for row in rows for fill in row], [], text) == []
    assert panel_rows(rows[0], [], text) == []  # heads alone are shaded


def test_high_cells_of_one_width_are_no_tiles_below_heads_in_another_look():
    rows = [
        [Fill(x, top, x + 120, top + 44, PALE) for x in (50, 180, 310)] for top in (40, 92, 144)
    ]
    text = words(66, (60, "Action"), (190, "Lead"), (320, "By when"), bold=True)
    text += words(118, (60, "Train staff"), (190, "Police"), (320, "May 2026"))
    text += words(170, (60, "Map routes"), (190, "Transport"), (320, "June 2026"))
    assert panel_rows([fill for row in rows for fill in row], [], text) == []
