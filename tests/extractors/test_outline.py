"""Which headings are in force."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.generic import is_generic, is_part, repeated_headings
from extractors.outline import Outline, parts_of_aims
from extractors.sections import section_from

from .tables import document, table


@pytest.mark.parametrize(
    "printed",
    [
        "Action plan 2025-26",
        "What we will do",
        "Appendix B",
        "3.",
        "Strategies and actions",
        "View the actions (4)",
        "Section 3: Action plan",
        "Actions arising",
        "Action cards",
    ],
)
def test_headings_that_name_no_aim(printed):
    assert is_generic(printed)


@pytest.mark.parametrize(
    "printed", ["Prevention", "Safe spaces action plan", "Priority 1", "COVID-19", "SDG 3"]
)
def test_headings_that_name_one(printed):
    assert not is_generic(printed)


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


def walked(*headings: Heading) -> list[str]:
    outline = Outline("Vale plan", repeated_headings(headings))
    for place, heading in enumerate(headings):
        outline.heading(heading, place)
    return titles(outline)


def test_labels_that_head_a_part_of_several_commitments_are_no_sections():
    parts = [Heading("Objective", 3), Heading("Ambition", 3)]
    first, second = Heading("Commitment 1: Ports", 2), Heading("Commitment 2: Quays", 2)
    assert walked(first, *parts, second, *parts) == ["Commitment 2: Quays"]
    assert walked(first, Heading("Ambition", 3)) == ["Commitment 1: Ports", "Ambition"]


def test_parts_of_chapters_that_look_as_their_titles_end_none_of_them():
    first, second = Heading("1. Homes", 2), Heading("2. Courts", 2)
    part = Heading("Why this matters", 2)
    assert walked(first, part, second, part) == ["2. Courts"]


def test_an_action_plan_printed_once_ends_the_chapter_before_it():
    chapters = [Heading("6. Managing risk", 1), Heading("Priority 2: Courts", 1)]
    assert walked(*chapters, Heading("Action plan", 1)) == []


def test_a_heading_printed_below_every_priority_of_its_own_look_ends_none():
    parts = [Heading("Actions 2025", 2), Heading("Priority 2: Courts", 2)]
    last = Heading("Actions 2026", 2)
    assert walked(Heading("Priority 1: Homes", 2), *parts, last) == ["Priority 2: Courts"]
    named = [Heading("Homes", 2), Heading("Actions", 2), Heading("Courts", 2)]
    assert walked(*named, Heading("Actions", 2)) == ["Courts"]


@pytest.mark.parametrize(
    "part", ["Why this matters", "Where we are now", "Case study", "What are the key drivers?"]
)
def test_a_part_of_a_chapter_ends_where_its_actions_begin(part):
    first = [Heading("Homes", 1), Heading(part, 2), Heading("Actions", 2)]
    second = [Heading("Courts", 1), Heading(part, 2), Heading("Actions", 2)]
    assert walked(*first, *second) == ["Courts"]


def test_a_chapter_that_is_an_aim_holds_no_other_beside_its_actions():
    first = [Heading("Priority 1: Homes", 1), Heading("Our partners", 2), Heading("Actions", 2)]
    second = [Heading("Priority 2: Courts", 1), Heading("Local need", 2), Heading("Actions", 2)]
    assert walked(*first, *second) == ["Priority 2: Courts"]


def test_a_word_that_holds_the_name_of_a_section_does_not_say_it_again():
    aims = [Heading("Priority 1: Art", 1), Heading("Start plan", 1), Heading("Art action plan", 1)]
    assert walked(*aims[:2]) == ["Start plan"]
    assert walked(aims[0], aims[2]) == ["Priority 1: Art"]


@pytest.mark.parametrize("figure", ["1 in 4", "£4.2m", "68%", "7 out of 10 12% 3,418"])
def test_the_figures_of_a_picture_are_no_headings(figure):
    figures = Heading(figure, 1)
    assert walked(Heading("Priority 1: Homes", 2), figures) == ["Priority 1: Homes"]
    assert walked(figures, Heading("Action plan", 2)) == []


@pytest.mark.parametrize(
    "about",
    [
        "Last updated: 3 June 2026",
        "Version 2.1",
        "Owner: Policy team",
        "Review date: May",
        "Success measures: 40 lofts insulated",
        "What success looks like: no cold homes",
        "Contents",
        "Table of contents",
        "OFFICIAL",
        "Official - Sensitive",
        "Vale Safer Streets Partnership – OFFICIAL",
        "Position as at March 2025",
        "Position at 6 October 2025",
        "Updated March 2025",
        "DRAFT",
        "Draft v2",
        "Draft March 2025",
        "Vale Homes | Assessment dated 18 February 2026 | Assessor: Brayford Consultants",
    ],
)
def test_a_line_about_the_document_that_is_set_like_a_title_is_no_section(about):
    assert walked(Heading("Priority 1: Homes", 2), Heading(about, 2)) == ["Priority 1: Homes"]
    assert walked(Heading(about, 1), Heading("Action plan", 2)) == []
    for aim in (
        "Version control of leases",
        "Update May Street play area",
        "Draft May guidance",
        "Streets | Homes | 2026",
    ):
        assert walked(Heading(aim, 2)) == [aim]


def test_the_body_named_below_the_title_of_its_plan_is_no_section():
    title, body = Heading("Delivery plan 2025", 3), Heading("Vale Health Partnership (VHP)", 3)
    assert walked(title, body) == []
    assert walked(title, Heading("Safer streets", 3)) == ["Safer streets"]
    assert walked(title, body, Heading("Vale Council", 3)) == ["Vale Council"]
    assert walked(title, Heading("Vale Council", 3), body) == [body.text], "heads its own actions"
    for name in (
        "Safer Vale partnership",
        "Newcastle upon Tyne City Council",
        "Fen with Vale Trust",
    ):
        assert walked(title, Heading(name, 3)) == []
    for aim in ("Building Trust", "Strengthen our partnership", "Our Partnership", "Youth board"):
        assert walked(title, Heading(aim, 3)) == [aim]


@pytest.mark.parametrize("box", ["Did you know?", "Case study: Ashgrove", "Key facts"])
def test_the_title_of_a_box_beside_the_text_ends_no_section(box):
    assert walked(Heading("Priority 1: Homes", 2), Heading(box, 2)) == ["Priority 1: Homes"]


def test_a_band_lasts_until_the_next_heading():
    outline = Outline(None)
    outline.band(section_from("Homes", label="Priority"))
    outline.band(section_from("Objective 1: Refuges"))
    assert titles(outline) == ["Homes", "Objective 1: Refuges"]
    outline.band(section_from("Courts", label="Priority"))
    assert titles(outline) == ["Courts"]
    outline.heading(Heading("Glossary", 1), 4)
    assert titles(outline) == ["Glossary"]


@pytest.mark.parametrize(
    "caption", ["Table 2 – actions, leads and dates", "Table 2: Actions for priority 1"]
)
def test_the_number_of_a_table_heads_nothing_below_an_aim(caption):
    outline = Outline("Plan")
    outline.heading(Heading("Priority 1: Homes", 2), 0)
    outline.heading(Heading(caption, 3), 1)
    assert [section.title for section in outline.path] == ["Priority 1: Homes"]
    outline.heading(Heading("Table 3: Actions for priority 2", 3), 2)
    assert titles(outline)[-1] == "Table 3: Actions for priority 2"


def left(*headings: Heading) -> list[str]:
    """The sections in force once the last of some headings was read as an action's text."""
    outline = Outline("Vale plan")
    for place, heading in enumerate(headings):
        outline.heading(heading, place)
        if heading.text.startswith("Action"):
            outline.leave(place)
    return titles(outline)


def test_actions_set_as_the_aim_above_them_do_not_end_it():
    aim, other = Heading("Priority 1: Homes", 2), Heading("Priority 2: Courts", 2)
    first, second = Heading("Action 1.1: Survey roofs", 2), Heading("Action 1.2: Fit alarms", 2)
    assert left(aim, first, second) == ["Priority 1: Homes"]
    assert left(aim, first, other, second) == ["Priority 2: Courts"]
    assert left(aim, Heading("Objective 1.1: Repairs", 2), first, second) == [
        "Priority 1: Homes",
        "Objective 1.1: Repairs",
    ]


def test_an_action_set_above_the_objective_before_it_ends_that():
    objective = Heading("Objective 1.1: Repairs", 3)
    action = Heading("Action 2: Survey roofs", 2)
    assert left(Heading("Priority 1: Homes", 2), objective, action) == ["Priority 1: Homes"]


def test_a_chapter_that_names_no_aim_ends_at_an_action_set_like_it():
    introduction, action = Heading("Introduction", 2), Heading("Action 1: Survey roofs", 2)
    assert left(Heading("Priority 1: Homes", 2), introduction, action) == []


def test_only_the_lowest_heading_can_be_left():
    outline = Outline("Vale plan")
    outline.leave(0)
    outline.heading(Heading("Priority 1: Homes", 2), 0)
    outline.leave(3)
    assert titles(outline) == ["Priority 1: Homes"]
    outline.band(section_from("Objective 1: Refuges"))
    outline.leave(0)
    assert titles(outline) == ["Priority 1: Homes", "Objective 1: Refuges"]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_what_counts_a_title_right_above_it_is_part_of_the_heading(level):
    count, part = Heading("Priority 2", level), Heading("Why it matters", 3)
    assert walked(count, Heading("Warm homes", 2), part)[:1] == ["Priority 2 Warm homes"]


def test_a_line_above_a_heading_counts_it():
    outline = Outline("Vale plan")
    outline.heading(Heading("Warm homes", 2), 4, section_from("Mission 3"))
    (section,) = outline.path
    assert (section.label, section.name, section.kind) == ("Mission 3", "Warm homes", "priority")


@pytest.mark.parametrize("below", ["Why this matters", "Priority 2: Warm homes"])
def test_a_part_of_a_chapter_and_a_counted_title_take_no_count_from_above(below):
    assert walked(Heading("Priority 2", 1), Heading(below, 2))[-1] in ("Priority 2", below)


def test_success_measures_inside_a_chapter_are_no_section():
    outline = Outline(None)
    outline.heading(Heading("Places of learning", 1), 0)
    outline.heading(Heading("Success measures", 2), 1)
    assert [section.title for section in outline.path] == ["Places of learning"]


PLAN = table("Action|Lead\nOpen a hub|Vale")
FIGURES = table("Measure|Baseline\nBeds|40")


def parts(*under: object) -> list[str]:
    blocks = []
    for number, title in ((1, "Warm homes"), (2, "Clean air")):
        blocks += [Heading(f"Priority {number}: {title}", 2), *under]
    return sorted(words for _, words in parts_of_aims((*blocks, Heading("Glossary", 1))))


def test_what_each_of_several_aims_has_once_is_a_part_of_it():
    told = Heading("Measuring our progress", 3), FIGURES, Heading("Delivering this aim", 3), PLAN
    assert parts(*told) == ["delivering this aim", "measuring our progress"]
    assert parts_of_aims((Heading("Priority 1: Warm homes", 2), *told)) == frozenset()


def test_what_three_titles_of_a_level_have_once_is_a_part_of_each_though_nothing_counts_them():
    case, plan = Heading("The case for change", 3), Heading("Delivery plan", 3)
    titles = [Heading(title, 2) for title in ("Warm homes", "Clean air", "Good work")]
    blocks = [one for title in titles for one in (title, case, plan, PLAN)]
    assert (3, "the case for change") in parts_of_aims(blocks)
    assert (3, "the case for change") not in parts_of_aims(blocks[:8])
    towns = [Heading(town, 2) for town in ("Ashby", "Melton", "Wigston")]
    strands = Heading("Housing", 3), PLAN, Heading("Health", 3), PLAN
    assert parts_of_aims([one for town in towns for one in (town, *strands)]) == frozenset()


def test_an_objective_counted_in_a_small_line_above_its_large_name_is_no_part_of_the_one_before():
    blocks = []
    for number, name in enumerate(("Warm homes", "Clean air", "Good work", "Fair pay"), start=1):
        blocks += [
            Heading(f"OBJECTIVE {number}", 3),
            Heading(name, 1),
            Heading("Our plan", 4),
            PLAN,
        ]
    rows = extract(document(*blocks, title="Vale plan")).actions
    assert [row.section for row in rows][:2] == ["OBJECTIVE 1 Warm homes", "OBJECTIVE 2 Clean air"]


def test_strands_of_each_aim_and_its_years_are_no_parts_of_it():
    assert parts(Heading("Pursue", 3), PLAN, Heading("Prevent", 3), PLAN) == []
    assert parts(Heading("Year 1", 3), PLAN, Heading("Year 2", 3), PLAN) == []


def test_strands_stand_above_the_headings_of_their_actions_and_of_their_cards():
    banner = table("What we will do|<\nAction|Lead\nOpen a hub|Vale")
    card = Paragraph("Action: Open a hub", lead_in="Action:")
    for below in ((Heading("Our offer", 4), PLAN), (banner,), (card,)):
        assert "prevent" not in parts(Heading("Pursue", 3), *below, Heading("Prevent", 3), *below)
    one = Heading("Delivering this aim", 3), Heading("Actions", 4), PLAN
    assert parts(*one) == ["actions", "delivering this aim"]


def test_the_name_of_a_form_above_each_of_its_copies_heads_none():
    themes = [Heading("Theme 1 - Homes", 1), Heading("Theme 2 - Health", 1)]
    form = Heading("Vale Partnership - action record", 2)
    assert repeated_headings([themes[0], form, form, themes[1], form])
    assert not repeated_headings([themes[0], form, themes[1], form])  # a strand of both
    assert not repeated_headings([themes[0], form, form])  # goes on overleaf
    for part in ("Context", "Our ambition", "Notes", "Where we are now"):
        beside = [Heading(part, 2), form, form]
        assert (2, "vale partnership action record") in repeated_headings(
            [themes[0], *beside, themes[1], *beside]
        )


def test_themes_below_each_of_several_years_head_their_actions_though_they_go_on_overleaf():
    years = [Heading("2025/26", 1), Heading("2026/27", 1)]
    people, places = Heading("People", 2), Heading("Places", 2)
    below = [people, people, places]
    assert (2, "people") not in repeated_headings([years[0], *below, years[1], *below])


@pytest.mark.parametrize("caption", ["Action plan: homes", "Homes actions", "Vale plan: actions"])
def test_a_caption_that_says_the_title_above_it_again_is_no_section(caption):
    assert walked(Heading("Vale plan", 1), Heading("1. Homes", 2), Heading(caption, 3)) == [
        "1. Homes"
    ]


@pytest.mark.parametrize(
    "box", ["Get in touch", "Document control", "You said", "In practice: a call that counted"]
)
def test_the_title_of_a_box_among_actions_ends_no_section_and_is_none(box):
    first = Heading("Priority 1: Homes", 2)
    assert walked(first, Heading(box, 3)) == ["Priority 1: Homes"]
    assert walked(first, Heading("Refuges", 3), Heading(box, 3)) == ["Priority 1: Homes", "Refuges"]
    assert walked(first, Heading(box, 2)) == []


def test_a_year_of_a_plan_below_an_aim_is_no_section_of_its_own():
    assert walked(Heading("Priority 1: Homes", 2), Heading("Year 2", 3)) == ["Priority 1: Homes"]


@pytest.mark.parametrize(
    "heading",
    [
        "What the figures tell us",
        "What has been achieved since 2023",
        "What residents told us",
        "Key facts",
        "Achievements so far",
        "Progress to date",
        "Since our last plan we have",
        "RAG as at 14 October 2025",
        "Actions by objective",
    ],
)
def test_what_any_chapter_may_have_names_no_section(heading):
    assert is_part(heading)


def test_what_people_may_have_is_an_aim():
    assert not is_part("What people have a right to expect")
