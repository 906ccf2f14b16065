"""Texts beside tables are read row by row where each table has one of its own."""

from extractors.blocks import Box, Place, Table
from extractors.readers.pdf.page.regions.atoms import Region
from extractors.readers.pdf.page.regions.regions import reading_order
from tests.extractors.readers.pdf.page.regions.test_regions import words


def table(top: float, bottom: float) -> Table:
    return Table((), 3, 2, edges=(200, 560), place=Place((Box(1, 200, top, 560, bottom),)))


def said(order: list[Region | Table]) -> list[str]:
    texts = [one.lines[0].text if isinstance(one, Region) else "table" for one in order]
    return [text.partition(":")[0] for text in texts]


def bar(base: float, *lines: str) -> list:
    return [word for n, line in enumerate(lines) for word in words(base + 13 * n, 40, line)]


def test_a_bar_for_each_priority_stands_above_its_own_table():
    first = bar(110, "Priority 1: Warm homes", "Nobody is cold in winter", "or pays too much.")
    second = bar(230, "Priority 2: Clean travel", "More journeys are made", "on foot and by bus.")
    order = reading_order([*first, *second], [table(100, 180), table(220, 300)], ())
    assert said(order) == ["Priority 1", "table", "Priority 2", "table"]


def test_prose_that_runs_on_beside_two_tables_stays_one_text():
    lines = [f"The partnership met in month {n}." for n in range(1, 16)]
    order = reading_order(bar(110, *lines), [table(100, 180), table(200, 300)], ())
    assert said(order) == ["The partnership met in month 1.", "table", "table"]
