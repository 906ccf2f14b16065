"""References that stand before the text of a cell."""

import pytest

from extractors.blocks import Cell, Paragraph
from extractors.columns.refs import split_ref


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("CCA/01 Bring tenants together", "CCA/01"),
        ("CCA-01 Bring tenants together", "CCA-01"),
        ("1.1 Assess the homes", "1.1"),
        ("A/E services are open longer", None),
        ("24/7 helpline for carers", None),
    ],
)
def test_a_reference_before_the_text_of_a_cell_is_no_part_of_it(text, ref):
    assert split_ref([Cell(0, 0, (Paragraph(text),))]).ref == ref
