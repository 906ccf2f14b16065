"""What a label of a form means, alone or before its value."""

import pytest

from extractors.layouts.labels.cards import inline_meaning, label_of, number_in


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Lead:", "lead"),
        ("Action 4", "activity"),
        ("Main partners involved", "support"),  # by a word of it
        ("Which partners will help to make this happen in the end?", "support"),
        ("Which partners will help to make this happen in the end", None),  # a long text, no label
        ("Harbour", None),
    ],
)
def test_a_label_is_known_by_its_words_unless_it_is_a_long_text(label, field):
    meaning = label_of(label)
    assert (meaning.line.field if meaning else None) == field


def test_the_number_in_a_label_is_a_reference():
    assert number_in("Action 1.2") == "1.2"
    assert number_in("Lead") is None


def test_only_a_sure_label_stands_before_a_colon():
    lead = inline_meaning("Lead: Police")
    assert lead is not None and lead.line.field == "lead"
    assert inline_meaning("Main partners involved: Police") is None
    assert inline_meaning("Open a hub: the quay") is None
