"""Heads that rules close on all sides above rows that no vertical rule parts are no table."""

from dataclasses import replace
from itertools import pairwise

import pytest

from extractors.blocks import Table
from extractors.readers.pdf.grid import Grid, GridCell
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, Fill, Frame, PageRecord, Rule, Word
from extractors.readers.pdf.ruled.lone_heads import lone_heads, with_head_cells
from tests.extractors.readers.pdf_fixtures import words

XS = (40.0, 200.0, 300.0, 400.0)
HAIRLINES = [Rule(y, 40, 400) for y in (140.0, 180.0)]


def row(top: float) -> Grid:
    cells = [
        GridCell(0, at, 1, 1, Frame(x0, top, x1, top + 20))
        for at, (x0, x1) in enumerate(pairwise(XS))
    ]
    return Grid(XS, (top, top + 20), tuple(cells))


def heads(*, bold: bool = True) -> list[Word]:
    return words(114, (44, "Action"), (204, "Lead"), (304, "By when"), bold=bold)


def test_the_rows_below_and_their_heads_are_one_table():
    assert lone_heads([row(100)], HAIRLINES, heads()) == [row(100)]


@pytest.mark.parametrize(
    ("rules", "bold"),
    [
        ([], True),  # a row alone
        (HAIRLINES[:1], True),  # the rule that closes a chapter
        ([Rule(rule.at, 40, 500) for rule in HAIRLINES], True),  # of another table
        (HAIRLINES, False),  # the rest of a row from the page before
    ],
)
def test_a_row_without_hairlines_of_its_width_or_without_the_look_of_heads_stays(rules, bold):
    assert lone_heads([row(100)], rules, heads(bold=bold)) == []


def test_one_hairline_closes_the_only_row_below_heads():
    assert lone_heads([row(100)], HAIRLINES[:1], [*heads(), *FIRST]) == [row(100)]


@pytest.mark.parametrize("off", [0.0, 1.5])
def test_rules_of_another_grid_are_no_hairlines(off):
    below = row(140)
    rules = [Rule(y, 40 - off, 400 + off) for y in (140 - off, 160 + off)]
    assert lone_heads([row(100), below], rules, heads()) == []


FIRST = words(134, (42, "Map safe routes to the market"), (202, "Roads"), (349, "07/09/2026"))
SECOND = words(150, (42, "Train door staff"), (202, "Licensing Team"), (349, "11/10/2026"))
BANNER = words(134, (42, "Theme 2: Safer journeys home by day and by night"), bold=True)


@pytest.mark.parametrize("banner", [[], BANNER])
def test_text_that_keeps_to_the_columns_of_heads_stands_below_them(banner):
    down = 16 if banner else 0
    text = [word._replace(base=word.base + down) for word in FIRST + SECOND]
    assert lone_heads([row(100)], [], heads() + banner + text) == [row(100)]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,  # one line is no table
        words(134, (42, "The board meets four times a year and publishes its papers")) + SECOND,
        [word._replace(base=word.base + 90, top=word.top + 90) for word in FIRST + SECOND],
        words(134, (42, "Notes")) + words(150, (42, "None")),  # one column
    ],
)
def test_prose_below_a_row_of_heads_and_text_far_below_are_none_of_its_rows(text):
    assert lone_heads([row(100)], [], heads() + text) == []


def test_the_shading_of_all_heads_states_a_column_for_each():
    other = Fill(40, 300, 400, 320, "#d9e2f3")
    one = Fill(40, 100, 400, 120, "#1f4e78")
    assert with_head_cells((one, other), [row(100)]) == (
        other,
        *(Fill(x0, 100, x1, 120, "#1f4e78") for x0, x1 in pairwise(XS)),
    )


def test_a_date_set_right_hard_by_the_next_column_is_a_cell_of_its_own():
    grid = [Rule(y, 40, 500) for y in (100.0, 120.0)]
    sides = [Rule(x, 100, 120) for x in (*XS, 500.0)]
    text = [
        *words(114, (42, "Action"), (202, "Lead"), (302, "By when"), (402, "Status"), bold=True),
        *FIRST,
        *words(134, (402, "At risk")),
        *SECOND,
        *words(150, (402, "On track")),
    ]
    fills = (Fill(40, 100, 500, 120, "#bdd7ee"),)
    record = PageRecord(1, 595, 842, tuple(text), across=tuple(grid), down=tuple(sides))
    (table,) = page_blocks(replace(record, fills=fills), About()).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells if cell.column > 1] == [
        *("By when", "Status"),
        *("07/09/2026", "At risk"),
        *("11/10/2026", "On track"),
    ]


WIDE = (40.0, 80.0, 280.0, 400.0, 460.0, 520.0)
TIERS = [
    *words(104, (45, "Ref"), (150, "Action"), (310, "Lead"), (430, "Timescale"), bold=True),
    *words(120, (415, "Start"), (475, "End"), bold=True),
]
ONE_ROW = words(
    140, (42, "A1"), (82, "Map safe routes"), (282, "Roads"), (402, "May 2026"), (462, "Ongoing")
)


def tiered() -> PageRecord:
    """Heads in two rows closed by rules, and one row below that nothing closes or shades."""
    across = [Rule(y, 40, 520) for y in (92.0, 126.0)] + [Rule(108.0, 400, 520)]
    sides = [Rule(x, 108 if x == 460 else 92, 126) for x in WIDE]
    prose = words(
        170, (40, "Progress is told to the forum twice a year and to the whole board once.")
    )
    text = (*TIERS, *ONE_ROW, *prose)
    return PageRecord(1, 595, 842, text, across=tuple(across), down=tuple(sides))


def test_heads_in_two_rows_that_a_page_prints_again_above_one_row_are_its_heads():
    """The row was a heading, and its action lost untold (a homelessness strategy, SM4)."""
    table, prose = page_blocks(tiered(), About()).blocks
    assert isinstance(table, Table)
    assert not isinstance(prose, Table)
    assert [(cell.text, cell.row_span, cell.column_span) for cell in table.cells] == [
        ("Ref", 2, 1),
        ("Action", 2, 1),
        ("Lead", 2, 1),
        ("Timescale", 1, 2),
        ("Start", 1, 1),
        ("End", 1, 1),
        *((text, 1, 1) for text in ("A1", "Map safe routes", "Roads", "May 2026", "Ongoing")),
    ]


def test_one_line_below_heads_that_a_page_beside_prints_too_is_their_only_row():
    text = [*heads(), *FIRST]
    assert lone_heads([row(100)], [], text) == []
    assert lone_heads([row(100)], [], text, [FIRST, heads()]) == [row(100)]


def test_a_head_that_stands_over_others_close_to_their_border_stays_whole():
    """As "How we will measure it" was cut where the border of "Output" and "Outcome" lies."""
    page = tiered()
    over = words(104, (443, "How we will do"), bold=True)
    text = tuple(word for word in page.words if word.text != "Timescale")
    table = page_blocks(replace(page, words=(*text, *over)), About()).blocks[0]
    assert isinstance(table, Table)
    assert "How we will do" in [cell.text for cell in table.cells]
