"""Headings that say the actions of cards, with texts below that explain them."""

import pytest

from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
CARD = "**Lead**|{}\n**By when**|{}"
WHO_WHEN = {
    "table": lambda who, when: [table(CARD.format(who, when))],
    "lines": lambda who, when: [Paragraph(f"Lead: {who}"), Paragraph(f"By when: {when}")],
}


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_headings_that_all_promise_say_the_actions_above_texts_that_mostly_do_not(form):
    actions = found(
        GOAL,
        Heading("Restore the lower basin", 3),
        Paragraph("Silt has closed it to barges since 2019."),
        *form("Vale", "2026"),
        Heading("Repair the lock gates", 3),
        Paragraph("Boats will pass again once they close tightly."),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity", "lead", "due") == [
        ("Restore the lower basin", "Vale", "2026"),
        ("Repair the lock gates", "Port", "2027"),
    ]


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_texts_that_promise_below_headings_that_promise_are_the_actions(form):
    actions = found(
        GOAL,
        Heading("Improve the lower basin", 3),
        Paragraph("Restore two miles of it each winter."),
        *form("Vale", "2026"),
        Heading("Open the locks", 3),
        Paragraph("We will repair the gates and both sluices."),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity") == [
        ("Restore two miles of it each winter.",),
        ("We will repair the gates and both sluices.",),
    ]


@pytest.mark.parametrize("form", WHO_WHEN.values(), ids=WHO_WHEN.keys())
def test_the_same_heading_above_the_labels_of_each_card_names_a_panel_and_no_action(form):
    actions = found(
        GOAL,
        Heading("Restore the lower basin", 3),
        Paragraph("Silt has closed it to barges since 2019."),
        Heading("Key facts", 4),
        *form("Vale", "2026"),
        Heading("Repair the lock gates", 3),
        Paragraph("Both leak."),
        Heading("Key facts", 4),
        *form("Port", "2027"),
    )
    assert pick(actions, "activity", "lead") == [
        ("Restore the lower basin", "Vale"),
        ("Repair the lock gates", "Port"),
    ]
