"""Boxes of a page: what stands in them is read on its own, and seldom holds a table."""

from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.page.regions.boxes import Boxes, find_boxes
from extractors.readers.pdf.record import Fill, Frame
from tests.extractors.readers.pdf_fixtures import words

BAR = Fill(40, 50, 200, 400, "#e0e8f0")
TITLE = words(60, (50, "Priority 2: Warm"), size=18) + words(82, (50, "and dry homes"), size=18)
BODY = [
    word
    for y, text in ((110, "Nobody is cold at"), (124, "home in the winter."))
    for word in words(y, (50, text), size=10)
]
TEXT = words(63, (220, "Damp is found in one home of nine."), size=10)
PAGE = [*TITLE, *BODY, *TEXT]


def test_words_of_a_titled_side_bar_hold_no_table():
    boxes = find_boxes([], [BAR], PAGE)
    assert boxes.beside([]) == [Frame(*BAR[:4])]
    assert boxes.clear(PAGE) == TEXT


def test_words_of_a_page_without_boxes_may_all_hold_tables():
    boxes = find_boxes([], [], PAGE)
    assert boxes.beside([]) == []
    assert boxes.clear(PAGE) == PAGE


def test_a_box_with_a_table_in_it_is_none():
    frame = Frame(210, 50, 500, 300)
    boxes = find_boxes([Grid((210, 500), (50, 300), (GridCell(0, 0, 1, 1, frame),))], [], PAGE)
    assert boxes.framed == boxes.cells == [frame]
    inner = Frame(220, 60, 480, 290)
    table = Grid((220, 350, 480), (60, 290), (GridCell(0, 0, 1, 2, inner),))
    assert inner not in boxes.beside([table])
    assert frame in boxes.beside([])


def test_shaded_titles_and_rows_of_framed_cards_abreast_that_hold_columns_are_no_panels():
    page, grids, bars = [], [], []
    for x in (40, 320):
        page += words(62, (x + 4, "1.1 Insulate four hundred homes"), bold=True)
        page += words(74, (x + 4, "on the Mill estate"), bold=True)
        page += words(100, (x + 4, "Lead"), (x + 80, "Vale"))
        page += words(120, (x + 4, "How we"), (x + 80, "Fewer homes"))
        page += words(132, (x + 4, "know"), (x + 80, "are cold"))
        rows = tuple(
            GridCell(at, 0, 1, 1, Frame(x, top, x + 260, end))
            for at, (top, end) in enumerate(((50, 82), (82, 108), (108, 140)))
        )
        grids.append(Grid((x, x + 260), (50, 82, 108, 140), rows))
        bars.append(Fill(x, 50, x + 260, 82, "#1d4f73"))
    boxes = find_boxes(grids, bars, page)
    assert boxes.panels == []
    assert boxes.clear(page) == page


def _two_shaded_cards(second: tuple[str, str]) -> Boxes:
    page, fills = [], []
    for x, labels in ((40, ("Lead", "By when")), (320, second)):
        page += words(62, (x + 8, "1.1 Insulate four hundred homes"), bold=True)
        for y, label, value in zip((90, 104), labels, ("Vale", "2027"), strict=True):
            page += words(y, (x + 8, label), bold=True) + words(y, (x + 90, value))
        fills.append(Fill(x, 50, x + 260, 120, "#fde8ef"))
    return find_boxes([], fills, page)


def test_shaded_cards_abreast_are_read_apart_where_each_prints_the_same_labels_before_its_values():
    """Their titles had run into one: five of six actions of one plan."""
    assert _two_shaded_cards(("Lead", "By when")).framed == [
        Frame(40, 50, 300, 120),
        Frame(320, 50, 580, 120),
    ]
    assert _two_shaded_cards(("Lead", "Cost")).framed == []


def test_shaded_titles_in_shaded_cards_abreast_are_read_with_their_cards():
    page, fills = [], []
    for x in (40, 270):
        page += words(62, (x + 8, "1.1 Insulate four hundred"), bold=True)
        page += words(74, (x + 8, "homes"), bold=True)
        page += words(100, (x + 8, "Led by the Vale"))
        fills += [Fill(x, 46, x + 200, 120, "#eeeeff"), Fill(x + 4, 50, x + 196, 82, "#1d4f73")]
    panels = [[Frame(40, 46, 240, 120), Frame(270, 46, 470, 120)]]
    assert find_boxes([], fills, page).panels == panels
