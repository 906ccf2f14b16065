"""What a heading says, and which headings are in force."""

import pytest

from extractors.blocks import Heading
from extractors.outline import Outline, is_generic, is_label, section_from


@pytest.mark.parametrize(
    ("printed", "label", "name", "kind"),
    [
        ("Priority 2: Early help", "Priority 2", "Early help", "priority"),
        ("PRIORITY TWO – Early help", "PRIORITY TWO", "Early help", "priority"),
        ("Objective 1 - Fewer repeats:", "Objective 1", "Fewer repeats", "objective"),
        ("Strategic aim: a safe vale", None, "a safe vale", "objective"),
        ("Theme B: Streets", "Theme B", "Streets", "priority"),
        ("Outcome 3.1 Trust", "Outcome 3.1", "Trust", "objective"),
        ("General objectives:", None, "General objectives", "group"),
        ("Our commitments", None, "Our commitments", "group"),
        ("Priorities for the vale", None, "Priorities for the vale", "group"),
        ("Priority 4", "Priority 4", "Priority 4", "priority"),
    ],
)
def test_a_heading_is_taken_apart(printed, label, name, kind):
    section = section_from(printed)
    assert (section.title, section.label, section.name, section.kind) == (
        printed,
        label,
        name,
        kind,
    )


def test_a_label_beside_a_title_counts_it():
    section = section_from("Early help", label="Priority 2")
    assert (section.title, section.label, section.kind) == ("Early help", "Priority 2", "priority")


def test_continued_is_no_part_of_a_title():
    assert section_from("Priority 1: Homes (continued)").title == "Priority 1: Homes"


@pytest.mark.parametrize("printed", ["Action plan 2025-26", "What we will do", "Appendix B", "3."])
def test_headings_that_name_no_aim(printed):
    assert is_generic(printed)


@pytest.mark.parametrize("printed", ["Prevention", "Safe spaces action plan", "Priority 1"])
def test_headings_that_name_one(printed):
    assert not is_generic(printed)


def test_labels_stand_alone():
    assert is_label("Priority")
    assert is_label("Objectives:")
    assert is_label("Objectives —")  # recognised from a picture with the border beside it
    assert not is_label("Priority H/M/L")


def titles(outline: Outline) -> list[str]:
    return [section.title for section in outline.path]


def test_a_heading_ends_its_equals_and_what_stands_below_them():
    outline = Outline("Vale plan")
    outline.heading(Heading("Vale plan", 1), 0)
    outline.heading(Heading("Priority 1: Homes", 2), 1)
    outline.heading(Heading("Objective 1.1: Refuges", 3), 2)
    assert titles(outline) == ["Priority 1: Homes", "Objective 1.1: Refuges"]
    outline.heading(Heading("Priority 2: Courts", 2), 3)
    assert titles(outline) == ["Priority 2: Courts"]


def test_a_band_lasts_until_the_next_heading():
    outline = Outline(None)
    outline.band(section_from("Homes", label="Priority"))
    outline.band(section_from("Objective 1: Refuges"))
    assert titles(outline) == ["Homes", "Objective 1: Refuges"]
    outline.band(section_from("Courts", label="Priority"))
    assert titles(outline) == ["Courts"]
    outline.heading(Heading("Glossary", 1), 4)
    assert titles(outline) == ["Glossary"]
