"""Shaded strips beside the text of a page: read to their end, and no columns of a table."""

import pytest

from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.page.regions.side_bars import is_titled, side_bars
from extractors.readers.pdf.record import About, Fill, Frame, PageRecord
from tests.extractors.readers.pdf_fixtures import words

BAR = Fill(40, 50, 200, 400, "#e0e8f0")
TITLE = [
    *words(60, (50, "Priority 2: Warm"), size=18),
    *words(82, (50, "and dry homes"), size=18),
    *words(110, (50, "Nobody is cold at"), size=10),
    *words(124, (50, "home in the winter."), size=10),
]
LINES = [
    "Damp is found in one home of nine, and most of them are let.",
    "A cold home costs the hospital more than a new boiler would.",
    "The council has asked tenants, and they want repairs done once.",
    "Landlords have asked for grants that do not end in the spring.",
]
TEXT = [word for n, line in enumerate(LINES) for word in words(63 + 16 * n, (220, line), size=10)]


def test_a_shaded_strip_beside_the_text_is_a_side_bar():
    assert side_bars([BAR], [*TITLE, *TEXT]) == [Frame(*BAR[:4])]


def test_a_strip_as_high_as_all_the_text_needs_no_more_than_a_title_and_a_line():
    """A business district's plan, a page for each theme: "Busy All Year" and what it means."""
    own = [*words(60, (50, "Busy All Year"), size=18), *words(85, (50, "Footfall falls."), size=10)]
    bar = BAR._replace(top=30)
    assert side_bars([bar], [*own, *TEXT]) == [Frame(*bar[:4])]
    footer = words(420, (220, "A footer below the strip"), size=8)
    assert side_bars([bar], [*own, *TEXT, *footer]) == []


@pytest.mark.parametrize(
    "fills",
    [
        [BAR._replace(bottom=130)],  # a box among the text
        [BAR._replace(x1=90)],  # a tab at the edge of the page
        [BAR._replace(x1=500)],  # the background of the text
        [BAR._replace(x1=120)],  # cuts words
        [BAR, BAR._replace(x0=201, x1=380)],  # shaded columns
        [BAR._replace(shape=True)],
    ],
)
def test_other_fills_are_none(fills):
    assert side_bars(fills, [*TITLE, *TEXT]) == []


def test_a_strip_with_nothing_beside_it_is_the_page_itself():
    assert side_bars([BAR], TITLE) == []


def test_a_column_of_a_table_is_set_in_one_size():
    plain = [word for n in range(4) for word in words(60 + 14 * n, (50, "Warm homes"))]
    assert is_titled(Frame(*BAR[:4]), TITLE)
    assert not is_titled(Frame(*BAR[:4]), plain)


def test_a_side_bar_is_read_to_its_end_before_the_text_beside_it():
    whole = sorted([*TITLE, *TEXT], key=lambda word: (word.top, word.x0))
    record = PageRecord(number=1, width=595, height=842, words=tuple(whole), fills=(BAR,))
    texts = " ".join(block.paragraph.text for block in page_blocks(record, About()).blocks)
    assert " ".join(texts.split()).startswith(
        "Priority 2: Warm and dry homes Nobody is cold at home in the winter. Damp is found"
    )
