"""Chapters of other plans, registers and last years' plans give no actions, and are told."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading
from extractors.judging.chapters import heads_results
from extractors.stitching.stitch import stitch

from ..tables import document, table

TACTICS = "Posters in surgeries|Residents|March 2026|Press office\nShort films|Pupils|May 2026|Vale"


def _read(chapter: str, text: str, title: str | None = None):
    return find_actions(stitch(document(Heading(chapter, 1), table(text), title=title)))


@pytest.mark.parametrize(
    ("chapter", "heads", "actions"),
    [
        ("Communications plan", "Tactic|Audience|Date|Lead", 0),
        ("6. Training programme", "What|Who for|When|Who", 0),
        ("Consultation plan", "Activity|Audience|When|Lead officer", 0),
        ("Communications plan", "Action|Audience|When|Lead officer", 2),
        ("Priority 3: A consultation plan for every ward", "Activity|Audience|When|Lead", 2),
        ("Resident engagement strategy: action plan", "Activity|Audience|When|Lead", 2),
        ("Communication with families", "Activity|Audience|When|Lead officer", 2),
    ],
)
def test_how_others_are_told_asked_or_taught_is_no_action_of_the_plan(chapter, heads, actions):
    read = _read(chapter, f"{heads}\n{TACTICS}")
    assert len(read.actions) == actions
    assert actions or any("headings" in problem.message for problem in read.problems)


@pytest.mark.parametrize(
    ("title", "chapter", "actions"),
    [
        ("Resident engagement strategy 2026", "Engagement plan", 2),
        ("Housing strategy 2026", "Engagement plan", 0),
        ("Our workforce strategy", "Learning and development plan", 2),
    ],
)
def test_to_ask_or_teach_is_the_end_of_a_document_that_says_so(title, chapter, actions):
    assert len(_read(chapter, f"Activity|Audience|When|Lead\n{TACTICS}", title).actions) == actions


@pytest.mark.parametrize(
    ("chapter", "heads", "actions"),
    [
        ("Key risks and how we manage them", "What could go wrong?|Response|Who?|When?", 0),
        ("Health and safety risk assessment", "Hazard|Further action|By whom|By when", 0),
        ("Community Risk Management Plan 2026", "Station area|What we will do|Lead|By when", 2),
        ("Risk assessment in every service", "Action|Expected outcome|Lead|By when", 2),
    ],
)
def test_a_register_may_call_its_risks_otherwise(chapter, heads, actions):
    rows = (
        "Lone working|Issue alarms to outreach staff|Team manager|March 2026\n"
        "Staff leave|Train two deputies in each team|Head of service|June 2026"
    )
    assert len(_read(chapter, f"**{heads.replace('|', '**|**')}**\n{rows}").actions) == actions


@pytest.mark.parametrize(
    ("chapter", "said", "actions"),
    [
        ("Progress on our previous plan", ("Complete", "Opened in May", "Delayed"), 0),
        ("Progress on our previous plan", ("In progress", "Delayed", "Complete"), 3),
        ("Progress on this plan", ("Complete", "Opened in May", "Complete"), 3),
    ],
)
def test_whoever_led_what_the_last_plan_has_done_it_is_no_action_of_this_one(
    chapter, said, actions
):
    acts = ("Open a second refuge", "Train staff in primary care", "Publish a profile")
    rows = "\n".join(f"{act}|Housing|{one}" for act, one in zip(acts, said, strict=True))
    assert len(_read(chapter, f"Action|Lead|Progress\n{rows}").actions) == actions


@pytest.mark.parametrize(
    ("chapter", "actions"),
    [
        ("Delivery of the 2021\u201324 plan", 0),
        ("Appendix 1: 2021-2025 action plan", 0),
        ("Action plan 2025-26", 2),
        ("Action plan", 2),
    ],
)
def test_what_is_done_below_years_before_those_of_the_title_is_of_the_last_plan(chapter, actions):
    rows = (
        "Action|Lead|Due|Status\nOpen a shelter|Vale|May 2023|Complete\nTrain staff|Hill|2022|Done"
    )
    assert len(_read(chapter, rows, "Homelessness strategy 2025 to 2030").actions) == actions


@pytest.mark.parametrize(
    "text",
    [
        "**Critical activity**|**Recovery time**|**Minimum staff**|**Owner**\n"
        "Answer the helpline|4 hours|2|Contact centre\nPay invoices|3 days|1|Finance\n"
        "Place people in safe accommodation|1 day|3|Housing",
        "Topic|Why|Lead member|When\n"
        "Housing repairs|High number of complaints|Cllr Shah|June 2026\n"
        "Street lighting|Resident petition|Cllr Bell|July 2026",
    ],
)
def test_tables_of_continuity_and_of_a_committees_topics_are_no_plan(text):
    assert _read("Annex C", text).actions == []


def test_a_heading_is_not_the_text_of_several_cards_that_stand_below_it():
    points = (
        "Review point|What will be reviewed|By whom|Date\n"
        "Year 1|Delivery against milestones|Executive Board|April 2027\n"
        "Mid-point|Priorities and evidence|Executive Board|October 2028\n"
        "End|Impact and legacy|Scrutiny Committee|March 2030"
    )
    assert _read("Review schedule", points).actions == []


@pytest.mark.parametrize(
    ("first", "actions"), [("Posters in surgeries", 0), ("Publish a guide", 3)]
)
def test_what_of_which_nothing_promises_is_no_action_whoever_it_is_for(first, actions):
    rows = (
        f"{first}|Pupils|May 2026|Vale\nShort films|All|June 2026|Vale\nA stall|All|July 2026|Vale"
    )
    read = _read("Communication and engagement", f"What|Who for|When|Who\n{rows}")
    assert len(read.actions) == actions


def test_tactics_beside_their_objectives_are_actions_though_none_promises():
    rows = (
        "Fewer deaths|Speed cameras at ten sites|Police|May 2026\n"
        "Safer routes|Slow zones round schools|Highways|June 2026\n"
        "Better driving|A course for older drivers|Fire service|March 2027"
    )
    assert len(_read("Road safety", f"Objective|Tactic|Lead|Deadline\n{rows}").actions) == 3


def test_where_no_time_is_given_none_lies_before_the_plan():
    assert not heads_results(["Our journey"], [], "Safety strategy 2025-28")
    assert heads_results(["Our journey"], ["2021/22"], "Safety strategy 2025-28")
