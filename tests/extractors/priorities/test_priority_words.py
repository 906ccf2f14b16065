"""How aims are labelled, named and told off in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.glossary import find_glossary
from extractors.priorities.finders.prose import split_items
from extractors.priorities.narrative import find_priorities
from extractors.priorities.owners import names_other_plan
from extractors.priorities.words import (
    announced_number,
    clean_title,
    read_counted,
    read_numbered,
    same_title,
)


def test_a_date_is_no_numbered_title():
    assert read_numbered("1 May 2026") is None
    assert read_numbered("1 Mayors and markets") is not None


@pytest.mark.parametrize(
    ("printed", "label", "number", "title"),
    [
        ("Priority 1: Warm homes", "Priority 1", 1, "Warm homes"),
        ("Objective 2 - Helping victims:", "Objective 2", 2, "Helping victims"),
        ("Strategic aim three", "Strategic aim three", 3, ""),
        ("Blaenoriaeth 2: Cartrefi cynnes", "Blaenoriaeth 2", 2, "Cartrefi cynnes"),
        ("Amcan / Objective 2: Warm homes", "Amcan / Objective 2", 2, "Warm homes"),
        ("Amcan 2 / Objective 2: Warm homes", "Amcan 2 / Objective 2", 2, "Warm homes"),
        ("Stretch Outcome 3: Clean rivers", "Stretch Outcome 3", 3, "Clean rivers"),
        ("Line of Effort 3: Clean rivers", "Line of Effort 3", 3, "Clean rivers"),
        ("Nod / Goal Two: Warm homes", "Nod / Goal Two", 2, "Warm homes"),
        ("PRIORITY FOUR – CLEAN AIR", "PRIORITY FOUR", 4, "CLEAN AIR"),
        ("Theme B: Local food", "Theme B", 2, "Local food"),
        ("Priority 2 / Local food", "Priority 2", 2, "Local food"),
        ("Theme 2 \u2022 Local food", "Theme 2", 2, "Local food"),
        ("Objective 2.0 Local food", "Objective 2", 2, "Local food"),
        ("Objective IV – Awareness", "Objective IV", 4, "Awareness"),
        ("Clean water (Priority 3)", "Priority 3", 3, "Clean water"),
        ("SO2: Fewer fires", "SO2", 2, "Fewer fires"),
        ("P3: Fair work", "P3", 3, "Fair work"),
        ("Priority 5 Clean rivers (see page 12)", "Priority 5", 5, "Clean rivers"),
        ("Our first priority: safe streets", "Our first priority", 1, "safe streets"),
    ],
)
def test_a_label_is_split_from_its_title(printed: str, label: str, number: int, title: str) -> None:
    counted = read_counted(printed)
    assert counted is not None
    assert (counted.label, counted.number, counted.title) == (label, number, title)


@pytest.mark.parametrize(
    "printed",
    [
        "Theme a safe city",
        "Theme a Safer city",
        "Priority 1 is about homes",
        "Priority 1.2 Train staff",
        "Priorities",
        "Aim high",
        "Risk 2: Flood",
        "Objective 1 of the national strategy",
    ],
)
def test_what_counts_nothing_has_no_label(printed: str) -> None:
    assert read_counted(printed) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It sets out five core priorities:", 5),
        ("The 3 strategic objectives are", 3),
        ("built around four pillars", 4),
        ("our priorities are", None),
        ("four boroughs share priorities", None),
    ],
)
def test_a_sentence_promises_a_number(text: str, number: int | None) -> None:
    assert announced_number(text) == number


def test_titles_are_the_same_whatever_their_case_and_marks() -> None:
    assert same_title("Changing attitudes & behaviours", "CHANGING ATTITUDES AND BEHAVIOUR")
    assert not same_title("Learn", "Earn")
    assert not same_title("Supporting victims", "Supporting witnesses")


def test_titles_lose_list_marks_and_section_numbers() -> None:
    assert clean_title("4.1 Repair harm; and") == "Repair harm"
    assert clean_title("“Safer nights.”") == "Safer nights"


def test_another_plan_is_known_by_its_name() -> None:
    sentence = "The Police and Crime Plan has four priorities:"
    assert names_other_plan(sentence, "Housing Strategy 2025")
    assert not names_other_plan(sentence, "Police and Crime Plan 2024-28")
    assert not names_other_plan(sentence, None)


def test_another_plan_is_known_by_its_earlier_years() -> None:
    sentence = "The 2022\u20132025 strategy focused on four priorities:"
    assert names_other_plan(sentence, "Housing Strategy 2026 to 2030")
    assert not names_other_plan(sentence, "Housing Strategy 2022-25")
    own = "Building on the 2022 plan, our four priorities are:"
    assert not names_other_plan(own, "Housing Strategy 2026 to 2030")


@pytest.mark.parametrize(
    ("text", "announced", "items"),
    [
        ("homes, jobs and health.", 3, ["homes", "jobs", "health"]),
        ("homes, jobs, and health and care", 3, ["homes", "jobs", "health and care"]),
        ("arts and culture, sport and play", 2, ["arts and culture", "sport and play"]),
        ("(a) see; (b) hear; and (c) speak", None, ["see", "hear", "speak"]),
        ("informed by data, experience and law", None, []),
        ("homes, jobs and health", 5, []),
    ],
)
def test_a_promised_number_decides_which_and_parts_two_aims(
    text: str, announced: int | None, items: list[str]
) -> None:
    assert split_items(text, announced) == items


WORDS = st.sampled_from(
    [
        "Our",
        "priorities",
        "are:",
        "Priority 1:",
        "Glossary",
        "Term:",
        "four",
        "themes",
        "and",
        "homes",
    ]
)
TEXTS = st.lists(WORDS, max_size=7).map(" ".join)
MARKERS = st.sampled_from([None, "•", "1.", "(a)", "Objective 2"])
PARAGRAPHS = st.builds(Paragraph, TEXTS, MARKERS, level=st.integers(0, 2), bold=st.booleans())
BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(st.builds(Heading, TEXTS, st.integers(1, 6)), PARAGRAPHS), max_size=12
)


@given(BLOCKS)
def test_no_run_of_blocks_raises_and_every_title_was_printed(blocks: list[Block]) -> None:
    document = Document("text/html", tuple(blocks))
    printed = " ".join(block.text for block in blocks if not hasattr(block, "cells"))  # type: ignore[union-attr]
    for row in find_priorities(document):
        assert row.title
        assert row.title in printed
    for term in find_glossary(document):
        assert term.term
