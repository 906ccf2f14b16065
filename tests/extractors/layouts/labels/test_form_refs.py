"""The reference that a title of a form gives."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.layouts.labels.form_refs import bare_ref
from tests.extractors.tables import found, pick, table


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("Action 5", "5"),
        ("Promise P1", "P1"),
        ("Pledge 7", "Pledge 7"),
        ("Card FG2", "FG2"),
        ("Project 1.2", "1.2"),
        ("SIF 01", "SIF 01"),
        ("NR/01", "NR/01"),
        ("STEP 1", "1"),
        ("Priority 1", None),
        ("Year 1", None),
        ("Room B12", None),
        ("Promise P1: Warm homes", None),
    ],
)
def test_a_word_for_one_promise_or_a_code_alone_counts_the_form_below_it(title, ref):
    assert bare_ref(title) == ref


def test_cards_below_counted_promises_are_read_whatever_their_texts_begin_with():
    """Two of seven cards of a web page were lost untold: "Ring every victim", "Let victims"."""
    cards = (
        ("Promise P1", "Ring every victim of burglary within 24 hours."),
        ("Promise P2", "Build an online tracker for every open case."),
        ("Promise P3", "Let victims choose who takes their statement."),
    )
    blocks = [
        block
        for title, text in cards
        for block in (
            Heading(title, 3),
            Paragraph(text),
            Paragraph("Accountable: Chief Officer", lead_in="Accountable:"),
            Paragraph("Target date: June 2027", lead_in="Target date:"),
        )
    ]
    assert pick(found(*blocks), "ref", "activity") == [
        (title.removeprefix("Promise "), text) for title, text in cards
    ]


def test_a_code_beside_a_name_is_the_reference_and_the_name_is_none():
    """ "NR" is a heading of references, so that "Curlew wardens" was one."""
    form = "NR/01|Curlew wardens\nAction|Watch every nest\nLead|Ecologist\nFinish|2027"
    assert pick(found(table(form)), "ref", "activity") == [("NR/01", "Watch every nest")]


def test_a_form_whose_label_counts_it_has_that_number_and_the_text_below():
    """ "C1" stood before the text of the action."""
    form = "Commitment|C1\nWhat|Inspect hand car washes\nWho|Licensing\nBy when|May 2027"
    assert pick(found(table(form)), "ref", "activity") == [("C1", "Inspect hand car washes")]
