"""Lines in the look of the text that are heads of columns, and those that only seem so."""

import pytest

from extractors.readers.pdf.lines import make_lines
from extractors.readers.pdf.unruled.heads.heads import plain_heads
from tests.extractors.readers.pdf_fixtures import words


@pytest.mark.parametrize(
    ("pieces", "heads"),
    [
        (("Action", "Lead", "By when", "Measure"), True),
        (("reference", "What we will do", "responsible?", "Measure"), True),  # middle of two lines
        (("funding)", "Improvement District", "annually", "Numbers up"), True),
        (("funding)", "district", "annually", "Numbers up"), False),  # cells go on
        (("Towpath", "Parks", "• Two studies", "Open"), False),
        (("Towpath", "Parks", "May 2026", "Open"), False),
        (("Action:", "Lead:", "By when:", "Measure:"), True),
        (("Status:", "Not started", "In progress", "Completed"), False),  # a label of a form
    ],
)
def test_plain_heads_hold_no_figures_no_bullets_and_no_ends_of_sentences(pieces, heads):
    (line,) = make_lines(words(60, *zip((40, 150, 300, 430), pieces, strict=True)))
    assert plain_heads(line) == heads
