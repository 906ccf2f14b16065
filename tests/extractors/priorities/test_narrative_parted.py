"""What parts the rows of a plan by whom, when or how urgent, and names none of its aims."""

import pytest

from extractors.blocks import Block, Heading, Paragraph
from extractors.extract import extract
from tests.extractors.tables import document, table

HEAD = "Task|Officer|Deadline"
ROWS = (
    "Resurface the paths|Town Ranger|May 2026\nRenew the swings|Town Clerk|July 2026",
    "Bring the market back|Markets Officer|April 2026\nLight the square|Town Clerk|June 2026",
    "Publish all payments|Finance Officer|May 2026\nAppoint an apprentice|Town Clerk|July 2026",
)


def titles(*blocks: Block) -> list[str]:
    return [one.title for one in extract(document(*blocks)).priorities]


def _below(names: tuple[str, ...]) -> list[Block]:
    tables = [table(f"{HEAD}\n{rows}") for rows in ROWS]
    pairs = zip(names, tables, strict=True)
    return [block for name, rows in pairs for block in (Heading(name, 2), rows)]


@pytest.mark.parametrize(
    "names",
    [
        ("Open Spaces Committee", "Events and Markets Committee", "Finance Committee"),
        ("Before the storm", "During the storm", "Afterwards"),
        ("DT-01", "DT-02", "DT-03"),
    ],
)
def test_committees_and_stretches_of_time_above_actions_are_no_themes(names):
    """A town council's business plan, and the resilience plan of an island."""
    assert titles(*_below(names)) == []
    assert titles(*_below(("Green places", "Lively streets", "Sound money"))) == [
        "Green places",
        "Lively streets",
        "Sound money",
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("During pregnancy", "The first year", "Ready for school"),
        ("Safe every day", "A town for each age", "Homes that last a lifetime"),
    ],
)
def test_themes_may_hold_words_of_time(names):
    """One "During ..." in a strategy for young children took its three priorities."""
    assert titles(*_below(names)) == list(names)


def test_outcomes_beside_actions_are_the_rows_own_below_heads_of_two_rows():
    """A commissioner's plan: "Lead" and "Start" stand below "Accountability" and "Timing"."""
    plan = table(
        "Outcome|Action|Accountability|<|Timing|<\n"
        "^|^|Lead|Partners|Start|By\n"
        "Powers are used fairly|Publish searches by beat|OPCC|Panel|May 2026|July 2026\n"
        "^|Buy software for video|Digital|Panel|June 2026|July 2027\n"
        "The force looks like us|Run workshops|HR|Faith forum|May 2026|March 2027\n"
        "Victims come forward|Train champions|Hate crime lead|Panel|May 2026|June 2027"
    )
    assert titles(Heading("Our plan", 1), plan) == []


def test_levels_between_bands_are_no_aims():
    """A college's register: "Priority" heads how urgent its actions are, below themes."""
    plan = table(
        "ID|Action|Owner|Priority\n"
        "**Leadership and governance**|<|<|<\n"
        "1.1|Report to the board|Principal|Medium\n"
        "**Teaching and research**|<|<|<\n"
        "2.1|Map all courses|Quality Manager|High\n"
        "**Estates and operations**|<|<|<\n"
        "3.1|Fit panels|Estates|Low\n"
        "**Partnership and community**|<|<|<\n"
        "4.1|Lend tools|Library|Low"
    )
    found = titles(Paragraph("Climate change register"), plan)
    assert not {"Medium", "High", "Low"} & set(found)
