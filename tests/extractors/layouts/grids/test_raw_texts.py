"""Who leads, in lines as printed: a blank would make one name of two."""

import pytest

from extractors.blocks import Box, Document, Paragraph, Place
from extractors.extract import extract
from extractors.layouts.grids.raw_texts import in_lines
from tests.extractors.tables import table


def test_leads_in_two_columns_stand_in_lines_of_their_own():
    plan = table(
        "Action|Lead member|Lead officer|By when\n"
        "Publish a charter for landlords|Cabinet Member for Homes|Head of Housing|2027\n"
        "Review the rota for night staff||Public Health|2028"
    )
    first, second = extract(Document("text/html", (plan,))).actions
    assert first.cells["lead"] == "Cabinet Member for Homes\nHead of Housing"
    assert second.cells["lead"] == "Public Health"


@pytest.mark.parametrize(
    ("second", "page", "text"),
    [
        ("Healthwatch", 1, "Coroner's Office\nHealthwatch"),
        ("and Healthwatch", 1, "Coroner's Office and Healthwatch"),  # no name begins small
        ("Healthwatch", 2, "Coroner's Office Healthwatch"),  # a page's end may cut a name
    ],
)
def test_a_paragraph_is_a_line_where_it_may_begin_a_name(second, page, text):
    first = Paragraph("Coroner's Office", place=Place((Box(1, 40, 700, 120, 712),)))
    below = Paragraph(second, place=Place((Box(page, 40, 60, 120, 72),)))
    assert in_lines([first, below]) == text
