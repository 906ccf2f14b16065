"""How many lines make the heads of a table: browsers set the lines of wide text far apart."""

from dataclasses import replace

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.unruled.heads.head_lines import head_lines
from extractors.readers.pdf.unruled.heads.heads import heads_over
from tests.extractors.readers.pdf_fixtures import words


@pytest.mark.parametrize(
    ("second", "wrapped_pt", "count"),
    [
        ("Ref", 17, 2),  # as far below its head as the text below wraps
        ("Ref", 13, 1),  # text wraps closer, so that this is a row
        ("Aim 1: light the whole park", 17, 1),  # a title runs on below the next head
    ],
)
def test_a_second_line_of_heads_stands_as_far_below_as_text_that_wraps(second, wrapped_pt, count):
    page = words(60, (40, "Action"), (120, "Action required"), (300, "Lead"), bold=True)
    page += words(77, (40, second), bold=True)
    page += words(97, (40, "P1"), (120, "Light the path along"), (300, "Parks"))
    page += words(97 + wrapped_pt, (120, "the canal"))
    assert head_lines(make_lines(page), 0, None, ()) == count


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Aim 1: light the whole park", 1),  # it runs on below the second head
        ("Aim 1: parks", 1),  # counted as one further down is
        ("Aim needed", 2),
    ],
)
def test_a_title_right_below_heads_is_no_second_line_of_theirs(second, count):
    page = words(60, (40, "Action required"), (160, "Lead"), (260, "When"), bold=True)
    page += words(74, (40, second), bold=True)
    page += words(90, (40, "Light the path"), (160, "Parks"), (260, "May 2027"))
    page += words(106, (40, "Aim 2: roads"), bold=True)
    assert head_lines(make_lines(page), 0, None, ()) == count


@pytest.mark.parametrize(("colour", "count"), [("#ffffff", 1), ("#000000", 2)])
def test_a_line_of_another_colour_below_heads_is_a_band_in_the_middle_of_the_table(colour, count):
    """White on a bar with round corners, whose shape says nothing of its place."""
    page = words(60, (40, "Key actions"), (160, "Lead"), (260, "When"), bold=True)
    band = words(74, (150, "Theme 1"), bold=True)
    page += [replace(word, style=replace(word.style, colour=colour)) for word in band]
    page += words(90, (40, "Light the path"), (160, "Parks"), (260, "May 2027"))
    assert head_lines(make_lines(page), 0, None, ()) == count


def test_a_head_over_start_and_end_is_told_beside_a_head_of_two_lines_that_stands_between():
    """Overleaf the same heads had two rows, and the rest of a row was an action."""
    lines = make_lines(
        words(345, (114, "Timescale"), size=12, bold=True)
        + words(353, (72, "No"), (510, "RAG"), size=12, bold=True)
        + words(360, (241, "Partners"), (334, "Actions"), size=12, bold=True)
        + words(367, (510, "rating"), size=12, bold=True)
        + words(376, (114, "Start"), (177, "End"), size=12, bold=True)
    )
    ((head, below),) = heads_over(lines)
    assert (head.x0, [one.x0 for one in below]) == (114, [114, 177])


@pytest.mark.parametrize(("x", "said"), [(260, "(key)"), (257.5, "(a key)")])
def test_a_line_of_another_colour_that_goes_on_below_its_head_is_no_band(x, said):
    page = words(60, (40, "Key actions"), (160, "Lead"), (260, "Status"), bold=True)
    note = words(72, (x, said), bold=True)
    page += [replace(word, style=replace(word.style, colour="#c00000")) for word in note]
    page += words(92, (40, "Light the path"), (160, "Parks"), (260, "Green"))
    assert head_lines(make_lines(page), 0, None, ()) == 2
