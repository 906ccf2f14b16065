"""What a form shows in a field that nobody filled in is no text of the plan."""

import pytest

from extractors.blocks import Paragraph
from extractors.extract import extract
from extractors.prompts import without_prompts

from .tables import document, table


def test_a_printed_prompt_leaves_the_cell_empty_and_is_told_once():
    plan = document(
        table(
            "Ref|Action|By when|Status\n"
            "1.1|Open a refuge|Click or tap to enter a date.|Choose an item.\n"
            "1.2|Train ushers|May 2026|Choose an item."
        )
    )
    found = extract(plan)
    assert [(row.cells["due"], row.cells["status"]) for row in found.actions] == [
        ("", ""),
        ("May 2026", ""),
    ]
    assert [p.message for p in found.problems if p.code == "hidden_text"] == [
        "3 fields of a form are not filled in; left out: "
        '"Choose an item.", "Click or tap to enter a date."'
    ]


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("Status: Choose an item.", "Status:"),
        ("Lead: Click here to enter text", "Lead:"),
        ("Choose an item from the list of services", None),
        ("Victims choose an option", None),
        ("Select a date", ""),
    ],
)
def test_only_the_words_of_an_empty_field_go(printed, left):
    plan = document(Paragraph(printed))
    read, problems = without_prompts(plan)
    assert read.blocks == (Paragraph(printed if left is None else left),)
    assert len(problems) == (left is not None)
