"""What speaks against the section that a row is filed under."""

import pytest

from extractors.judging.filed import misfiled
from extractors.rows import ActionRow

AIMS = ("Safer streets", "Warm homes")
COUNTED = ("Priority 1: Safer streets", "Priority 2: Warm homes")
OWN = "section of its own, and no reference"
ONE = "one section over all rows"
UNCOUNTED = "section without a number where others have one"
NO_TITLE = "section reads as no title"


def told(*sections: str | None, ref: str = "") -> list[tuple[str, ...]]:
    return list(misfiled([ActionRow({"ref": ref}, section=one) for one in sections], ()))


def test_the_titles_of_cards_are_no_sections():
    titles = ("Bus franchising", "Pay gap", "Allotments", "Youth mentors")
    assert told(*titles) == [(OWN,)] * 4
    assert told(*titles, ref="1") == [()] * 4  # "1. Open school inspection findings" is an aim
    assert told(*titles[:3]) == [()] * 3  # each of three may be the only one of its priority
    assert told(*titles[:2], *COUNTED * 2)[:2] == [(UNCOUNTED,)] * 2


def test_one_section_over_all_rows_is_doubtful_unless_it_is_counted():
    assert told(*["Northgate Council"] * 4) == [(ONE,)] * 4
    assert told(*[COUNTED[0]] * 4) == [()] * 4
    assert told(*[None] * 4) == [()] * 4


def test_a_section_without_a_number_is_doubtful_where_others_are_counted():
    assert told(*COUNTED, "Reach rural residents") == [(), (), (UNCOUNTED,)]
    assert (
        told(*COUNTED, "VAWG Strategy \u2013 Strategic Actions") == [()] * 3
    )  # beside its priorities


@pytest.mark.parametrize(
    "title",
    [
        "Timetable:",
        "Next steps",
        "\u2022 being honest about what has not worked",
        "1. Introduction",
        "About this plan",
        "Measuring our progress",
        "The audit showed that residents wait for too long.",
        "Key: on track is done by its date; delayed is up to three months late or has no date yet",
    ],
)
def test_labels_sentences_items_and_chapters_around_a_plan_are_no_titles(title: str):
    assert told(title, "Warm homes") == [(NO_TITLE,), ()]


def test_titles_that_hold_such_words_are_titles():
    assert told("Support", "Governance - Whole Systems Changes", "About time") == [()] * 3
    assert told("Measuring what matters", "Welcome to Vale", "Summary of housing") == [()] * 3
    assert told("Governance", "Finance", "Warm homes") == [()] * 3  # parts of one plan
    assert told("Governance", "Governance") == [(NO_TITLE,)] * 2


def test_a_row_that_serves_no_priority_or_another_than_its_section_is_doubtful():
    def against(section: str, priority: int | None) -> tuple[str, ...]:
        (told,) = misfiled([ActionRow({}, section=section, priority=priority)], AIMS)
        return told

    assert against("Safe travel", None) == ("serves none of the priorities",)
    assert against("General objectives:", None) == ()  # serves all of them
    assert against("2. Warm homes", 1) == ()
    assert against("Volunteer drivers", 1) == ("section is not the priority that it serves",)
    assert against("Objective 2.1: Fewer cold homes", 1) == ()
