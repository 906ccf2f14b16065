"""What runs along the edges of pages, tables among it."""

import pytest

from extractors.blocks import Box, Cell, Paragraph, Place, Table
from extractors.readers.pdf.page.blocks import PageBlocks, Text
from extractors.readers.pdf.whole.furniture import split_furniture


def ruled(page: int, top: float, bottom: float, *rows: tuple[str, ...]) -> Table:
    cells = [
        Cell(row, column, (Paragraph(text),))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    place = Place((Box(page, 50, top, 545, bottom),))
    return Table(tuple(cells), len(rows), len(rows[0]), place=place)


def plan(page: int, ref: str) -> Table:
    return ruled(page, 90, 300, ("Ref", "Action", "Lead"), (ref, "Open a refuge", "Vale"))


def test_a_ruled_header_that_each_page_repeats_is_furniture_and_the_plan_is_none():
    pages = [
        PageBlocks(
            number,
            595,
            842,
            (ruled(number, 30, 60, ("Vale plan", "v2.1", f"Page {number}")), plan(number, ref)),
        )
        for number, ref in enumerate(("1.1", "1.2", "1.3"), start=1)
    ]
    kept, lines = split_furniture(pages)
    assert [[block.place.boxes[0].top for block in page.blocks] for page in kept] == [[90]] * 3
    assert lines == ["Vale plan v2.1 Page 1"]


def test_the_top_of_a_table_that_fills_the_page_is_no_furniture():
    rows = [("Ref", "Action", "Lead"), *[(f"1.{n}", "Open a refuge", "Vale") for n in range(9)]]
    pages = [PageBlocks(n, 595, 842, (ruled(n, 40, 700, *rows),)) for n in (1, 2)]
    kept, lines = split_furniture(pages)
    assert [len(page.blocks) for page in kept] == [1, 1]
    assert lines == []


def page_on_its_side(number: int) -> PageBlocks:
    header = ruled(number, 22, 34, ("Vale plan", f"Page {number}"))
    return PageBlocks(number, 842, 595, (header, plan(number, f"2.{number}")))


@pytest.mark.parametrize("count", [1, 2])
def test_what_runs_along_upright_pages_runs_along_the_few_on_their_side_elsewhere(count):
    upright = [
        PageBlocks(
            number,
            595,
            842,
            (ruled(number, 40, 52, ("Vale plan", f"Page {number}")), plan(number, f"1.{number}")),
        )
        for number in range(1, 9)
    ]
    sides = [page_on_its_side(number) for number in range(9, 9 + count)]
    kept, _ = split_furniture([*upright, *sides])
    assert [len(page.blocks) for page in kept] == [1] * (8 + count)


def counted(page: int, *texts: str, second: float = 12.0) -> PageBlocks:
    """A page of texts one below the other; ``second`` is the size of the second."""
    blocks = [
        Text(
            Paragraph(text, size=size, place=Place((Box(page, 50, top, 200, top + 12),))),
            "#000000",
            1,
            50.0,
            545.0,
        )
        for top, text, size in zip((40.0, 60.0, 400.0), texts, (12.0, second, 12.0), strict=False)
    ]
    return PageBlocks(page, 595, 842, tuple(blocks))


@pytest.mark.parametrize("of", ["", " of 2"])
def test_what_counts_a_chapter_stays_above_its_title_and_goes_where_it_runs_on(of):
    pages = [
        counted(2, f"Priority 1{of}", "Warm homes", "We will insulate lofts."),
        counted(3, f"Priority 1{of}", "More of them", "We will insulate walls."),
        counted(4, f"Priority 2{of}", "Clean travel", "We will run buses."),
    ]
    kept, _ = split_furniture(pages)
    tops = [page.blocks[0].paragraph.text for page in kept]
    assert tops == [f"Priority 1{of}", "More of them", f"Priority 2{of}"]


def test_a_count_of_pages_is_furniture_on_each():
    texts = ("We insulate.", "Buses run.", "Trees grow.")
    pages = [counted(n, f"Folio {n}", text) for n, text in enumerate(texts, start=1)]
    kept, _ = split_furniture(pages)
    assert [page.blocks[0].paragraph.text for page in kept] == list(texts)


def test_a_running_title_with_the_page_number_of_an_uncounted_cover_is_furniture():
    texts = ("We insulate.", "Buses run.", "Trees grow.")
    pages = [counted(n + 1, f"Housing strategy {n}", text) for n, text in enumerate(texts, start=1)]
    kept, lines = split_furniture(pages)
    assert [page.blocks[0].paragraph.text for page in kept] == list(texts)
    assert lines == ["Housing strategy 1"]


def test_chapters_of_one_page_each_keep_their_count_above_their_titles():
    pages = [
        counted(2, "Priority 1", "Warm homes", "We will insulate lofts.", second=18.0),
        counted(3, "Priority 2", "Clean travel", "We will run buses.", second=18.0),
        counted(4, "Priority 3", "Green streets", "We will plant trees.", second=18.0),
    ]
    kept, _ = split_furniture(pages)
    assert [page.blocks[0].paragraph.text for page in kept] == [f"Priority {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("label", "bold"), [("How we will know", True), ("Action {}", True), ("Lead: Vale", False)]
)
def test_a_label_of_cards_at_the_top_of_two_pages_is_no_running_header(label, bold):
    def line(page: int, top: float, text: str, *, bold: bool = False) -> Text:
        place = Place((Box(page, 50, top, 300, top + 12),))
        return Text(Paragraph(text, bold=bold, size=10.0, place=place), "#000000", 1, 50, 545)

    values = ("Beds", "Visits")
    pages = [
        PageBlocks(
            number,
            595,
            842,
            tuple(
                one
                for top in (60, 300, 400)
                for one in (
                    line(number, top, label.format(number * top), bold=bold),
                    line(number, top + 14, f"{values[number - 1]} of those asked on day {top}"),
                )
            ),
        )
        for number in (1, 2)
    ]
    kept, lines = split_furniture(pages)
    assert [len(page.blocks) for page in kept] == [6, 6]
    assert lines == []


def test_a_title_that_two_slides_repeat_stays_on_the_first_where_others_have_other_titles():
    def slides(*titles: str) -> list[PageBlocks]:
        texts = ("We insulate.", "Buses run.", "Trees grow.", "Fleets go.", "Ask us.", "Thanks.")
        return [
            counted(number, title, f"{text} So we agreed last year.", second=8.0)
            for number, (title, text) in enumerate(zip(titles, texts, strict=False), start=1)
        ]

    titles = ("Theme 1: warm homes", "Theme 2: clean travel", "Theme 2: clean travel")
    kept, _ = split_furniture(slides(*titles))
    assert [len(page.blocks) for page in kept] == [2, 2, 1]
    kept, _ = split_furniture(slides(*("Vale plan", "Vale Council") * 3))
    assert [len(page.blocks) for page in kept] == [1] * 6


MET = "The panel met twice, and each of us agreed on what is to be done."


@pytest.mark.parametrize(
    ("third", "first"), [("Northmoor Police", "Vale Partnership"), ("Vale Partnership", MET)]
)
def test_the_publisher_above_the_title_may_head_a_part_where_other_pages_have_others(third, first):
    """The partnership's own table stood below the heading before it, and was filed there."""
    pages = [
        counted(1, "Vale Partnership", "A review of a death in the vale", second=18.0),
        counted(2, "Vale Partnership", MET, second=8.0),
        counted(3, third, "Officers will look behind the first account.", second=8.0),
    ]
    kept, _ = split_furniture(pages)
    assert kept[1].blocks[0].paragraph.text == first


@pytest.mark.parametrize("word", ["Action ", "Project 1."])
def test_counts_of_cards_at_the_tops_of_pages_are_no_page_numbers_where_others_stand_within(word):
    pages = [
        counted(1, "Fair work", "Jobs for all.", f"{word}1"),
        counted(2, f"{word}2", "Require suppliers to report."),
        counted(3, "Climate", "Trees for all.", f"{word}3"),
        counted(4, f"{word}4", "Plant 12,000 trees."),
        counted(5, f"{word}5", "Inspect every home."),
    ]
    kept, _ = split_furniture(pages)
    assert [len(page.blocks) for page in kept] == [3, 2, 3, 2, 2]
