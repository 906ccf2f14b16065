"""Who and when in brackets behind promises of a list, where no label says which is which."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.layouts.labels.bracketed import name_brackets
from tests.extractors.tables import document, found, pick

ITEMS = (
    "Lend tools to new growers (Parks Team; September 2026)",
    "Plant an orchard at every school (Public Health, by May 2027)",
    "Teach bee keeping in the walled garden [Vale CVS - ongoing].",
)

HEADS = ("Actions",)


def items(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, "•") for text in texts]


def test_items_that_end_with_who_and_when_in_brackets_are_actions():
    assert pick(found(Heading("Actions", 2), *items(*ITEMS)), "activity", "lead", "due") == [
        ("Lend tools to new growers", "Parks Team", "September 2026"),
        ("Plant an orchard at every school", "Public Health", "by May 2027"),
        ("Teach bee keeping in the walled garden", "Vale CVS", "ongoing"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ITEMS[:2],
        (*ITEMS[:2], "Teach bee keeping in the walled garden"),
        (*ITEMS[:2], "Teach bee keeping (lead: Vale CVS, by May 2027)"),
        ("Tackle harm at home (Home Office, 2021)",) * 3,
        ("The growers' fair (Town Hall, May 2026)",) * 3,
        ("Teach bee keeping (in May 2026)",) * 3,
        ("Light the path (which many people asked for when we met them in every one of the "
         "wards of the city, May 2026)",) * 3,
    ],
    ids=["two", "one without", "labelled", "books", "events", "when alone", "a sentence"],
)  # fmt: skip
def test_other_brackets_are_left_as_they_are(texts):
    listed = items(*texts)
    assert name_brackets(listed, HEADS) == listed


def test_items_of_which_actions_were_made_are_not_told_as_unread():
    page = document(Heading("Growing", 1), Heading("What we will do", 2), *items(*ITEMS))
    read = extract(page)
    assert len(read.actions) == 3
    assert "prose_promises" not in [problem.code for problem in read.problems]


WE_WILL = (
    "steam clean the paving [Street Team, Easter to October]",
    "take down broken signs [Street Team, Decision by May 2027]",
    "open the bandstand [Events, Every summer]",
    "ban fires on the beach [Harbour Board, yearly]",
    "restore the ponds [Pond Trust, 2030]",
    "share footfall figures [Data Lead, June 2026]",
)


def test_what_most_items_put_between_who_and_when_parts_them_in_all():
    """Plans of two national parks and a business district; below "We will:" all is promised."""
    for announcing in (Paragraph("We and our partners will:"), Heading("We will:", 3)):
        read = found(Heading("Town", 2), announcing, *items(*WE_WILL))
        assert pick(read, "activity", "lead", "due") == [
            ("steam clean the paving", "Street Team", "Easter to October"),
            ("take down broken signs", "Street Team", "Decision by May 2027"),
            ("open the bandstand", "Events", "Every summer"),
            ("ban fires on the beach", "Harbour Board", "yearly"),
            ("restore the ponds", "Pond Trust", "2030"),
            ("share footfall figures", "Data Lead", "June 2026"),
        ]


def test_two_items_below_we_will_are_actions():
    read = found(Heading("Town", 2), Paragraph("We will:"), *items(*WE_WILL[-1:], *ITEMS[:1]))
    assert len(read) == 2


def test_numbers_and_seasons_in_the_names_of_bodies_are_no_part_of_the_date():
    """They were: "2, May 2026", and "Winter Support Team, November 2026"."""
    listed = items(
        "Open a falls clinic (Neighbourhood Team 2, May 2026)",
        "Open a warm room (Vale CVS, Winter Support Team, November 2026)",
        "Provide flu jabs in shops (Primary Care Network 4, October 2026)",
    )
    rows = found(Heading("Town", 2), Paragraph("We will:"), *listed)
    assert pick(rows, "lead", "due") == [
        ("Neighbourhood Team 2", "May 2026"),
        ("Vale CVS, Winter Support Team", "November 2026"),
        ("Primary Care Network 4", "October 2026"),
    ]


def test_what_most_brackets_say_in_small_letters_names_nobody():
    listed = items(
        "Build 40 council homes (phase two, 2027)",
        "Provide advice on damp (see page 12, autumn 2026)",
        "Review the lettings policy (Cabinet paper 14, May 2026)",
    )
    assert name_brackets(listed, HEADS) == listed


def test_commas_between_names_part_no_date_from_them():
    listed = items(
        "Lend tools to new growers (Parks, Housing by September 2026)",
        "Plant an orchard at every school (Public Health by May 2027)",
        "Teach bee keeping (Vale CVS by June 2027)",
    )
    assert name_brackets(listed, HEADS)[0].text == (
        "Lend tools to new growers (Lead: Parks, Housing; By when: by September 2026)"
    )


def test_up_to_half_of_the_brackets_may_say_who_alone():
    """They were left out, and with them the lists in which they stood."""
    listed = items(
        "open a hub at the library (Adult Services, June 2026)",
        "pay for counselling of children (Family Commissioning)",
        "write to every landlord (Private Sector Housing, May 2027)",
    )
    rows = found(Heading("Survivors", 2), Paragraph("We will:"), *listed)
    assert pick(rows, "activity", "lead", "due") == [
        ("open a hub at the library", "Adult Services", "June 2026"),
        ("pay for counselling of children", "Family Commissioning", None),
        ("write to every landlord", "Private Sector Housing", "May 2027"),
    ]


def test_a_day_in_brackets_is_as_printed():
    """ "By" was left out where all of a list had it, and kept where one had not."""
    listed = items(
        "Open a hub at the library (Adult Services, by June 2026)",
        "Plant an orchard at every school (Public Health, by May 2027)",
        "Write to every landlord (Private Sector Housing, by May 2027)",
    )
    days = pick(found(Heading("Actions", 2), *listed), "due")
    assert days == [("by June 2026",), ("by May 2027",), ("by May 2027",)]


@pytest.mark.parametrize("heading", ["Family events", "Further reading", "What you told us"])
def test_names_and_dates_behind_items_of_other_lists_are_told_and_no_actions(heading):
    """Events, books and what people said were read as actions."""
    result = find_actions(document(Heading(heading, 2), *items(*ITEMS)))
    assert not result.actions
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_an_item_without_brackets_is_no_part_of_the_date_above_it():
    listed = items(*ITEMS, "Plant trees (Parks; May 2027)", "Recruit a ranger by next summer")
    assert found(Heading("Actions", 2), *listed) == []
