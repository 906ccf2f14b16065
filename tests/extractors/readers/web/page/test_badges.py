"""Coloured words beside the heading of a card: how far the work is."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.web import read


def _lines(body: str) -> list[tuple[str, str]]:
    blocks = read(f"<html><body><h1>Harbour plan</h1>{body}</body></html>".encode(), DEFAULT_LIMITS)
    kinds = {Heading: "heading", Paragraph: "text"}
    return [(kinds[type(block)], block.text) for block in blocks.blocks[1:]]


@pytest.mark.parametrize(
    "card",
    [
        "<h2>Light the quay <span class='badge bg-success'>On track</span></h2>",
        "<h2>Light the quay<strong class='govuk-tag'>On track</strong></h2>",
        "<h2>Light the quay <span class='tag'>On track</span> <a href='#x'></a></h2>",
        "<div class='card'><span class='status-pill'>On track</span><h2>Light the quay</h2></div>",
        "<div><div><p class='tag'>On track</p></div><div><h2>Light the quay</h2></div></div>",
    ],
)
def test_a_badge_beside_a_heading_is_a_line_of_its_own_behind_it(card):
    assert _lines(f"{card}<p>Lead: Harbours</p>") == [
        ("heading", "Light the quay"),
        ("text", "On track"),
        ("text", "Lead: Harbours"),
    ]


def test_a_badge_above_a_heading_leaves_the_reference_beside_it_where_it_is():
    head = "<div><span class='badge'>Delayed</span> <span class='ref'>1.2</span></div>"
    assert _lines(f"<div class='card'>{head}<h3>Light the quay</h3></div>") == [
        ("text", "1.2"),
        ("heading", "Light the quay"),
        ("text", "Delayed"),
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("<h2><span class='badge'>1</span> Safe quays</h2>", "1 Safe quays"),
        ("<h2><span class='tag'>Theme</span> Safe quays</h2>", "Theme Safe quays"),
        ("<h2>Less <span class='tag'>food</span> waste</h2>", "Less food waste"),
        ("<h2>Safe quays <span class='muted'>and piers</span></h2>", "Safe quays and piers"),
    ],
)
def test_what_counts_or_opens_a_heading_stays_in_it(heading, text):
    assert _lines(f"{heading}<p>They are lit.</p>")[0] == ("heading", text)


def test_a_badge_behind_the_text_of_the_card_above_stays_there():
    cards = "<p>It is lit.</p><p><span class='badge'>Complete</span></p><h2>Mend the pier</h2>"
    assert _lines(cards) == [
        ("text", "It is lit."),
        ("text", "Complete"),
        ("heading", "Mend the pier"),
    ]
