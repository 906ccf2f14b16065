"""A document as lines: what heads what, and what is no text of the plan."""

import time

import pytest

from extractors.blocks import Document, Heading, Paragraph
from extractors.lines import lines_of


def test_contents_that_one_paragraph_holds_are_left_out():
    blocks = (
        Heading("Contents", 1),
        Paragraph("1 Welcome 3 2 Our aims 5 3 Costs 7"),
        *(Heading(text, 1) for text in ("Welcome", "Our aims", "Costs")),
    )
    lines = lines_of(Document("text/html", blocks))
    assert [line.text for line in lines] == ["Welcome", "Our aims", "Costs"]


@pytest.mark.parametrize("printed", ["Our aims ... 5", "Our aims . . . 5", "Our aims ____ 5"])
def test_a_line_that_leads_to_a_page_number_is_no_text(printed: str):
    blocks = (Paragraph(printed), Paragraph("Homes are warm in every season."))
    lines = lines_of(Document("text/html", blocks))
    assert [line.text for line in lines] == ["Homes are warm in every season."]


@pytest.mark.parametrize("run", ["_", ".", " .", " "])
def test_a_long_line_to_write_on_is_judged_in_a_moment(run: str):
    blank = Paragraph(f"Name {run * 20_000} and date")
    began = time.perf_counter()
    lines_of(Document("text/html", (blank,)))
    assert time.perf_counter() - began < 1.0  # seconds; it takes 0.02, and took 5 and more
