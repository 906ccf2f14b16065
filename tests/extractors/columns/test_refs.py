"""References that stand before the text of a cell."""

import pytest

from extractors.blocks import Cell, Paragraph
from extractors.columns.refs import Leading, count_up, leading_ref, number_in, split_ref


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


@pytest.mark.parametrize(
    ("label", "ref"),
    [
        ("Action 7", "7"),
        ("Action 1.2", "1.2"),
        ("Commitment 7", "Commitment 7"),
        ("PLEDGE 12", "PLEDGE 12"),
        ("Commitment 7.2", "7.2"),
        ("Commitment 7a", "7a"),
        ("Commitment 1-3", "1"),
        ("SIF 01", "SIF 01"),
        ("Commitment", None),
    ],
)
def test_a_bare_number_is_cited_with_what_it_counts_but_for_actions(label, ref):
    assert number_in(label) == ref


@pytest.mark.parametrize(
    ("text", "leading"),
    [
        ("Action 1.2: Review the rota", Leading("1.2", "Review the rota", own=True)),
        ("Recommendation 3: Review it", Leading("Recommendation 3", "Review it", own=True)),
        ("Recommendation 3.1: Review it", Leading("3.1", "Review it", own=True)),
        ("Recommendation 2a: Review it", Leading("2a", "Review it", own=True)),
        ("4. Review the rota", Leading("4", "Review the rota", own=False)),
        ("Review the rota", None),
    ],
)
def test_a_text_is_parted_from_the_reference_before_it(text, leading):
    assert leading_ref(text) == leading


def test_pledges_count_up_as_bare_numbers_do():
    said = (f"Pledge {number}: Open the hub" for number in (1, 2, 3))
    pledges = [split_ref([Cell(0, 0, (Paragraph(text),))]) for text in said]
    assert count_up([pledges])
    assert not count_up([[pledges[0], pledges[2]]])
