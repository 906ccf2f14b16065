"""Measures below the last card of each section are those of the section."""

from extractors.actions import find_actions
from extractors.blocks import Block, Heading, Paragraph
from tests.extractors.tables import document


def section(name: str, *titles: str, measure: str = "") -> list[Block]:
    blocks: list[Block] = [Heading(name, 2)]
    for title in titles:
        blocks += [Heading(title, 3), Paragraph("Lead: Vale CVS"), Paragraph("By when: May 2026")]
    said = (Paragraph("How will we know it has worked?", bold=True), Paragraph(measure, "•"))
    return [*blocks, *(said if measure else ())]


FIRST = section(
    "Priority 1: Seen early",
    "1.1 Train reception staff to ask",
    "1.2 Put a desk into the foyer",
    measure="600 more carers are known to their doctor",
)
THIRD = section(
    "Priority 4: Work", "4.1 Talk to employers", "4.2 Open a job club", measure="40 jobs kept"
)
SECOND = ("Priority 2: A break", "2.1 Open Saturday clubs", "2.2 Pay for sitters")


def measures_and_told(*blocks: Block) -> tuple[list[tuple[str, ...]], list[str]]:
    result = find_actions(document(Heading("Carers plan", 1), *blocks))
    return [one.row.measures for one in result.actions], [one.message for one in result.problems]


def test_measures_that_end_each_section_are_no_actions_and_are_told():
    second = section(*SECOND, measure="200 carers have a break")
    rows, told = measures_and_told(*FIRST, *second, *THIRD)
    assert rows == [()] * 6
    assert [message.split(" stands ")[0] for message in told] == [
        '"• 600 more carers are known to their doctor"',
        '"• 200 carers have a break"',
        '"• 40 jobs kept"',
    ]
    assert '"Priority 1: Seen early"' in told[0]


def test_measures_that_end_one_section_of_two_stay_with_their_action():
    rows, told = measures_and_told(*FIRST, *section(*SECOND))
    assert rows == [(), ("600 more carers are known to their doctor",), (), ()]
    assert not told


def test_measures_of_cards_that_stand_alone_in_their_sections_are_their_own():
    alone = section("Priority 3: Money", "3.1 Write to all carers", measure="Half of them reply")
    second = section(*SECOND, measure="Less strain")
    rows, told = measures_and_told(*FIRST, *second, *THIRD, *alone)
    assert [len(row) for row in rows] == [0, 1, 0, 1, 0, 1, 1]
    assert not told


def test_measures_of_sections_are_kept_beside_the_last_action():
    blocks = (*FIRST, *section(*SECOND, measure="200 carers have a break"), *THIRD)
    result = find_actions(document(Heading("Carers plan", 1), *blocks))
    (kept,) = result.actions[-1].row.other_cells
    assert (kept.heading, kept.text) == ("Measures of the section", "• 40 jobs kept")
