"""The rest of one cell alone at the top of a page is a row of the table before it."""

import pytest

from extractors.blocks import Table
from extractors.readers.pdf.page.blocks import page_blocks
from extractors.readers.pdf.record import About, PageRecord, Rule, Word
from extractors.readers.pdf.whole.document import assemble
from extractors.stitching.stitch import stitch
from tests.extractors.readers.pdf_fixtures import words

RULES = tuple(Rule(y, 40.0, 500.0) for y in (700.0, 720.0, 740.0))
FOOT = [
    *words(714, (44, "Action"), (244, "Lead"), (344, "When"), bold=True),
    *words(734, (44, "Light the towpath"), (244, "Parks"), (344, "May 2027")),
    *words(754, (44, "Train the staff of each"), (244, "Police"), (344, "Ongoing")),
]


def actions(rest: list[Word]) -> list[str]:
    """The texts of the first column once both pages are put together."""
    first = PageRecord(1, 600.0, 842.0, tuple(FOOT), across=RULES)
    prose = [
        word for at in range(4) for word in words(200 + 14 * at, (30, "The board meets in May."))
    ]
    second = PageRecord(2, 600.0, 842.0, tuple([*rest, *prose]))
    whole = stitch(assemble([page_blocks(one, About()) for one in (first, second)]))
    (table,) = (block for block in whole.blocks if isinstance(block, Table))
    return [" ".join(cell.text.split()) for cell in table.cells if not cell.column and cell.row]


def test_a_paragraph_that_goes_on_with_a_cell_is_its_rest():
    """The action ended in mid-sentence, and nothing was told."""
    rest = words(60, (44, "door in the town by June."))
    assert actions(rest) == [
        "Light the towpath",
        "Train the staff of each door in the town by June.",
    ]


@pytest.mark.parametrize(
    "rest",
    [
        words(60, (44, "Door staff told us of their fears.")),  # a sentence of its own
        words(60, (60, "door in the town by June.")),  # begins elsewhere
        words(60, (44, "door in the town by June."), bold=True),
        words(60, (44, "door in the town by June, and of all other venues")),  # wider than it
    ],
)
def test_a_paragraph_that_stands_or_looks_otherwise_is_none(rest):
    assert actions(rest) == ["Light the towpath", "Train the staff of each"]
