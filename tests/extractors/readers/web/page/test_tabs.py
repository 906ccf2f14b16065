"""Panels under the words of the tabs that open them."""

import pytest

from extractors.blocks import Block, Heading, Paragraph
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read

TEXT = "Cold homes make people ill."


def _blocks(body: str) -> tuple[Block, ...]:
    return read(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS).blocks


@pytest.mark.parametrize(
    "tab",
    [
        "<a role='tab' href='#{0}'>{1}</a>",
        "<button data-bs-toggle='tab' data-bs-target='#{0}'>{1}</button>",
        "<button class='tablink' onclick=\"openTab(event, '{0}')\">{1}</button>",
    ],
)
def test_a_panel_stands_under_the_words_of_its_tab(tab):
    tabs = tab.format("p1", "Warm homes") + tab.format("p2", "Clean air")
    panels = "".join(f"<div id='{name}'><p>{TEXT}</p></div>" for name in ("p1", "p2"))
    assert _blocks(f"<h2>Plans</h2><div role='tablist'>{tabs}</div>{panels}") == (
        Heading("Plans", 2),
        Heading("Warm homes", 3),
        Paragraph(TEXT),
        Heading("Clean air", 3),
        Paragraph(TEXT),
    )


def test_a_panel_that_says_the_words_of_its_tab_is_given_no_second_heading():
    tabs = "<ul role='tablist'><li><a role='tab' href='#p1'>Warm homes</a></li></ul>"
    page = f"{tabs}<div id='p1' role='tabpanel'><h2>Warm homes</h2><p>{TEXT}</p></div>"
    assert _blocks(page) == (Heading("Warm homes", 2), Paragraph(TEXT))


def test_a_link_to_a_place_in_the_page_is_no_tab():
    page = f"<p><a href='#p1'>Warm homes</a> and more</p><div id='p1'><p>{TEXT}</p></div>"
    assert _blocks(page) == (Paragraph("Warm homes and more"), Paragraph(TEXT))
