"""Long lists of promises are read in time that grows with their number alone."""

import time

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document

MANY = 500  # items; with who and when in brackets they took 20 s, and four times that for 1,000
MOST = 8.0  # seconds of CPU; they take 0.5 to 1.5


@pytest.mark.parametrize(
    "behind", ["Parks Team {}; May 2027", "Lead: Parks Team {}; By when: May 2027"]
)
def test_five_hundred_items_with_who_and_when_are_read_in_a_moment(behind: str):
    texts = (f"Install light {n} in Mill Lane ({behind.format(n)})" for n in range(MANY))
    page = document(Heading("Actions", 2), *(Paragraph(text, "•") for text in texts))
    began = time.process_time()
    read = find_actions(page)
    assert time.process_time() - began < MOST
    assert len(read.actions) == MANY
