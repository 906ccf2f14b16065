"""Long pages of bold words are read in time that grows with their length alone."""

import time

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.readers.web.blocks.emphasis import with_bold_headings
from extractors.readers.web.blocks.inline import BREAK, Run, to_paragraphs

MANY = 20_000  # bold lines; a search in a list of them took 6.5 s
MOST = 2.0  # seconds of CPU


def test_twenty_thousand_bold_lines_become_headings_in_a_moment():
    text = Paragraph("We will light the towpath.")
    lines = [b for n in range(MANY) for b in (Paragraph(f"Path {n}", bold=True), text)]
    began = time.process_time()
    made = with_bold_headings(lines)
    assert time.process_time() - began < MOST
    assert sum(isinstance(block, Heading) for block in made) == MANY


def test_twenty_thousand_bold_labels_of_one_block_are_parted_in_a_moment():
    runs = [Run("Lead:", bold=True), Run(" Harbour Trust ")]
    began = time.process_time()
    made = to_paragraphs(runs * MANY)
    assert time.process_time() - began < MOST
    assert [paragraph.text for paragraph in made[:2]] == ["Lead: Harbour Trust"] * 2
    assert len(made) == MANY


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (("Police", "Public Health"), ["Police", "Public Health"]),
        (("Head of", "Housing"), ["Head of Housing"]),  # the first is no whole text
        (("Light the path along", "the canal"), ["Light the path along the canal"]),
    ],
)
def test_lines_of_a_cell_are_paragraphs_where_each_may_be_a_text_of_its_own(lines, texts):
    one, other = lines
    runs = [Run(one), BREAK, Run(other)]
    assert [made.text for made in to_paragraphs(runs, in_cell=True)] == texts
    assert [made.text for made in to_paragraphs(runs)] == [f"{one} {other}"]


def test_bold_lines_of_a_cell_are_one_heading():
    runs = [Run("Target", bold=True), BREAK, Run("Date", bold=True)]
    assert [made.text for made in to_paragraphs(runs, in_cell=True)] == ["Target Date"]


@pytest.mark.parametrize("bold", [False, True])
def test_a_bold_title_above_a_sentence_of_its_cell_is_a_line_of_its_own(bold):
    runs = [Run("Warm homes", bold=True), BREAK, Run("One in ten is cold.", bold=bold)]
    texts = [made.text for made in to_paragraphs(runs, in_cell=True)]
    assert texts == ["Warm homes", "One in ten is cold."]
