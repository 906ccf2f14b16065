"""Promises in lists of prose are no actions, and are told."""

import pytest

from extractors.blocks import Document, Heading, Paragraph
from extractors.extract import extract

PROMISES = (
    "Publish a charter for landlords.",
    "Train every receptionist to ask.",
    "Open a second refuge by 2028.",
)


def _page(head: str, items: tuple[str, ...], lead_in: str = "") -> Document:
    """A web page with a list below a heading, and a text that leads in to it."""
    text = (Paragraph(lead_in),) if lead_in else ()
    listed = (Paragraph(item, "•") for item in items)
    return Document("text/html", (Heading("Safe homes", 1), Heading(head, 2), *text, *listed))


def _told(document: Document) -> list[str]:
    problems = extract(document).problems
    return [problem.message for problem in problems if problem.code == "prose_promises"]


def test_a_list_below_actions_is_told_once_with_its_count_and_first_item():
    (message,) = _told(_page("Actions", PROMISES))
    assert message.startswith('3 list items below "Actions" promise something')
    assert 'first "Publish a charter for landlords."' in message


def test_a_text_that_leads_in_to_the_list_announces_it_as_well():
    (message,) = _told(_page("Housing", PROMISES, "Over three years we will:"))
    assert 'below "Over three years we will:"' in message
    (message,) = _told(_page("Housing", PROMISES, "In 2026 the council and its partners will:"))
    assert 'below "In 2026 the council and its partners will:"' in message


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("Actions so far", PROMISES),  # what was done
        ("By using this site you agree that you will:", PROMISES),
        ("How we will know", ("Increase in visits", "Increase in calls", "Increase in trust")),
        ("Housing", PROMISES),  # nothing announces what will be done
        ("Actions", PROMISES[:2]),  # as many stand in any foreword
        ("Actions", ("Landlords", "Receptionists", "Refuges")),  # nothing is promised
    ],
)
def test_other_lists_are_not_told(head, items):
    assert _told(_page(head, items)) == []
