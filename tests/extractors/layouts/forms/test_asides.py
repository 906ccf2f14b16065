"""Bold lines above the text of an action that say who, when or how far, and name nothing."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.layouts.forms.asides import says_aside
from extractors.rows import OtherCell
from tests.extractors.tables import document, found, pick

TEXTS = {
    "Recruit a nurse for each school.": "May 2027",
    "Open a breakfast club in every ward.": "June 2027",
    "Train 80 volunteers to visit people at home.": "July 2027",
}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("May 2027", "due"),
        ("By the end of March 2027", "due"),
        ("Ready for winter", None),
        ("On track", "status"),
        ("High priority", "rating"),
        ("Public Health", "lead"),
        ("Housing Options Team", "lead"),
        ("Building Trust", None),
        ("School nurses", None),
    ],
)
def test_what_a_line_above_an_action_says_of_it(line, field):
    assert says_aside(line) == field


@pytest.mark.parametrize("heading", [True, False])
def test_names_of_bodies_above_actions_lead_them_where_nobody_else_does(heading):
    """They began the actions: "Public Health Recruit a nurse for each school."."""
    names = ("Public Health", "Housing Options Team", "Age UK")
    cards = [
        (Heading(name, 3) if heading else Paragraph(name, bold=True), Paragraph(text))
        for name, text in zip(names, TEXTS, strict=True)
    ]
    ends = [(Paragraph(f"By when: {due}"), Paragraph("Measures: 20")) for due in TEXTS.values()]
    blocks = (block for card, end in zip(cards, ends, strict=True) for block in (*card, *end))
    rows = found(Heading("Our plan", 2), *blocks)
    assert pick(rows, "activity", "lead") == list(zip(TEXTS, names, strict=True))


def test_the_name_of_a_body_above_an_action_that_another_leads_begins_its_text():
    cards = [
        (Paragraph(name, bold=True), Paragraph(text), Paragraph(f"Lead: {lead}"))
        for name, lead, text in zip(
            ("Youth Council", "Night buses"), ("Vale", "Port"), TEXTS, strict=False
        )
    ]
    blocks = (block for card in cards for block in (*card, Paragraph("By when: 2027")))
    assert [text for (text,) in pick(found(Heading("Our plan", 2), *blocks), "activity")] == [
        "Youth Council Recruit a nurse for each school.",
        "Night buses Open a breakfast club in every ward.",
    ]


def test_the_name_of_a_club_above_what_its_members_do_leads_no_action():
    clubs = ("Chess club", "Gardening group", "Walking group")
    lines = (Paragraph("Leader: Jo Smith"), Paragraph("When: Tuesdays at 7pm"))
    blocks = (
        block
        for club in clubs
        for block in (Heading(club, 2), Paragraph("Improve your game with all."), *lines)
    )
    assert found(Heading("Clubs and groups", 1), *blocks) == []


def test_a_day_above_a_walk_and_its_leader_makes_no_action():
    days = ("12 May 2026", "19 May 2026", "26 May 2026")
    lines = (Paragraph("Explore the hills with us."), Paragraph("Lead: Jo Smith"))
    blocks = (block for day in days for block in (Paragraph(day, bold=True), *lines))
    assert found(Heading("Walks", 1), *blocks) == []


def test_dates_and_levels_above_actions_are_their_own_and_no_names():
    said = (
        ("May 2027", "Lead: Vale"),
        ("June 2027", "Lead: Vale"),
        ("In 2028", "By when: July 2027"),
    )
    cards = [
        (Paragraph(date, bold=True), Paragraph(text), Paragraph(line), Paragraph("Measures: 20"))
        for (date, line), text in zip(said, TEXTS, strict=True)
    ]
    blocks = [Heading("Our plan", 2), *(block for card in cards for block in card)]
    assert pick(found(*blocks), "activity", "due") == list(TEXTS.items())
    last = extract(document(*blocks)).actions[-1]
    assert last.other_cells == (OtherCell("Title", "In 2028"),)
    levels = [
        (Paragraph("High priority", bold=True), Paragraph(text), Paragraph("Lead: Vale"))
        for text in TEXTS
    ]
    rows = found(*(block for card in levels for block in (*card, Paragraph("By when: 2027"))))
    assert pick(rows, "activity", "rating") == [(text, "High priority") for text in TEXTS]


def test_numbers_before_the_names_of_all_cards_are_references_where_they_go_up_by_one():
    """A city's plan counts "4 Caseworker for victims." on through its themes."""

    def counted(*numbers: int) -> list[tuple[str | None, ...]]:
        cards = [
            (Paragraph(f"{number} Night buses.", bold=True), Paragraph(text), Paragraph("Lead: V"))
            for number, text in zip(numbers, TEXTS, strict=False)
        ]
        blocks = (block for card in cards for block in (*card, Paragraph("By when: 2027")))
        return pick(found(Heading("Our plan", 2), *blocks), "ref", "activity")

    texts = [f"Night buses. {text}" for text in TEXTS]
    assert counted(4, 5, 6) == list(zip("456", texts, strict=True))
    assert counted(4, 2) == [("", f"4 {texts[0]}"), ("", f"2 {texts[1]}")]  # quantities


@pytest.mark.parametrize(
    "names", [("Youth Council", "Night buses"), ("Digital services", "Community networks")]
)
def test_a_single_body_or_names_in_small_letters_lead_nothing(names):
    """What is set up became its own lead: "Youth Council"; so did "Digital services"."""
    cards = [
        (
            Paragraph(name, bold=True),
            Paragraph(text),
            Paragraph("By when: May 2027"),
            Paragraph("Measures: 20"),
        )
        for name, text in zip(names, TEXTS, strict=False)
    ]
    rows = found(Heading("Our plan", 2), *(block for card in cards for block in card))
    assert [lead for (lead,) in pick(rows, "lead")] == [None, None]
