"""What cards print beside or above their titles: states at the ends of lines, who and when."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.layouts.plain.raised import lower_raised
from tests.extractors.tables import document, pick, table

THEME = Heading("Theme 1: Homes", 1)
STATES = ("On track", "Delayed", "Not yet started")
ACTIONS = ("Review the rota of wardens", "Train every usher in first aid", "Trial a late bus")
LEADS = ("Vale", "Courts", "Parks")


def read(*blocks):
    rows = extract(document(THEME, *blocks)).actions
    return [{**row.cells, "section": row.section} for row in rows]


@pytest.mark.parametrize(
    "form",
    [
        lambda lead: [Paragraph(f"Lead: {lead}"), Paragraph("By when: May 2027")],
        lambda lead: [table(f"**Lead**|{lead}\n**By when**|May 2027")],
        lambda lead: [Paragraph("It has waited."), table(f"Lead|By when\n{lead}|May 2027")],
    ],
    ids=["lines", "labels beside", "labels above, below a text"],
)
def test_the_state_that_ends_the_title_of_each_card_is_no_part_of_the_action(form):
    cards = zip(ACTIONS, STATES, LEADS, strict=True)
    blocks = [
        block
        for number, (action, state, lead) in enumerate(cards, 1)
        for block in (Heading(f"Action {number}: {action} {state}", 2), *form(lead))
    ]
    assert pick(read(*blocks), "activity", "status", "lead", "due") == [
        (action, state, lead, "May 2027")
        for action, state, lead in zip(ACTIONS, STATES, LEADS, strict=True)
    ]


def test_a_word_of_a_state_that_ends_titles_without_others_is_part_of_them():
    blocks = [
        block
        for number, name in enumerate(("Keep the baths", "Keep the library", "Keep the farm"), 1)
        for block in (
            Heading(f"Action {number}: {name} Open", 2),
            Paragraph("Lead: Vale"),
            Paragraph("By when: May 2027"),
        )
    ]
    assert [row["activity"] for row in read(*blocks)] == [
        "Keep the baths Open",
        "Keep the library Open",
        "Keep the farm Open",
    ]


@pytest.mark.parametrize("title", [Heading, lambda text, _: Paragraph(text, bold=True)])
@pytest.mark.parametrize(
    "lines", [("Lead: {}. By when: May 2027.",), ("Lead: {}", "By when: 2027")]
)
def test_who_and_when_above_the_title_of_each_card_are_of_that_card(title, lines):
    blocks = [
        block
        for action, lead in zip(ACTIONS, LEADS, strict=True)
        for block in (
            *(Paragraph(line.format(lead)) for line in lines),
            title(action, 2),
            Paragraph("This was asked for in every workshop."),
        )
    ]
    rows = read(*blocks, Heading("Contact", 1), Paragraph("Write to the policy team."))
    assert pick(rows, "activity", "lead", "section") == [
        (action, lead, "Theme 1: Homes") for action, lead in zip(ACTIONS, LEADS, strict=True)
    ]


def test_who_and_when_below_titles_of_which_the_first_has_none_above_stay_where_they_are():
    blocks = [
        block
        for action, lead in zip(ACTIONS, LEADS, strict=True)
        for block in (Heading(action, 2), Paragraph(f"Lead: {lead}. By when: May 2027."))
    ]
    rows = read(*blocks, Heading("Contact us", 2), Paragraph("Write to the policy team."))
    assert pick(rows, "activity", "lead") == list(zip(ACTIONS, LEADS, strict=True))


def test_who_and_when_below_titles_stay_where_a_line_about_the_aim_stands_above_the_first():
    blocks = [
        block
        for action, lead in zip(ACTIONS, LEADS, strict=True)
        for block in (Heading(action, 2), Paragraph(f"Lead: {lead}. By when: May 2027."))
    ]
    sponsor = Paragraph("Lead officer: Head of Housing")
    rows = read(sponsor, *blocks, Heading("How we will monitor progress", 2), Paragraph("Often."))
    assert pick(rows, "activity", "lead") == list(zip(ACTIONS, LEADS, strict=True))


def test_a_word_of_a_state_that_ends_titles_that_promise_nothing_is_part_of_them():
    aim, cards = Heading("Safer homes and streets On track", 2), zip(ACTIONS, STATES, strict=True)
    stated = [Heading(f"{action} {state}", 2) for action, state in cards]
    assert lower_raised([aim, *stated])[:2] == [aim, Heading(ACTIONS[0], 2)]
    titles = ("What We Have Completed", "All That Is Ongoing", "Parks and Paths Planned")
    blocks = [Heading(title, 2) for title in titles]
    assert lower_raised(blocks) == blocks
