"""Printed headings to fields: every heading of ``headings.csv``, odd print, rival columns."""

import csv
from importlib.resources import files

import pytest

from extractors.columns.fields import name_columns
from extractors.columns.folding import fold_heading
from extractors.columns.headings import load_headings, read_heading
from extractors.grid import grid_of
from extractors.rows import Field
from tests.extractors.tables import found, table

KNOWN = {*Field.__args__, "section", "ignore", "against"}


def fields(header: str, body: str = "x") -> list[str | None]:
    grid = grid_of(table(header + "\n" + body))
    return list(name_columns(grid, [0], range(1, grid.table.row_count)).fields)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("In progress\nNot started\nDelayed", "status"),
        ("Green\nAmber\nComplete", "rag"),
        ("Green - on track\nRed - delayed", "rag"),
        ("\n", "rag"),
    ],
)
def test_a_rag_column_without_a_colour_says_the_status(cells, field):
    body = "\n".join(f"Open a refuge|{cell}" for cell in cells.split("\n"))
    assert fields("Action|RAG status", body) == ["activity", field]


def test_a_rag_column_beside_a_status_stays_one():
    assert fields("Action|Status|RAG", "Open a refuge|Open|Delayed") == [
        "activity",
        "status",
        "rag",
    ]


@pytest.mark.parametrize("heading", ["Directorate", "Department", "Service", "Team"])
def test_a_part_of_the_council_leads_alone_and_supports_nobody_beside_a_lead(heading):
    body = "Insulate lofts|Place|May 2027|Head of Property"
    alone = fields(f"Action|{heading}|When|Cost", "Insulate lofts|Place|May 2027|40,000")
    assert alone[:3] == ["activity", "lead", "due"]
    assert fields(f"Action|{heading}|When|Responsible officer", body) == [
        "activity",
        "ignore",
        "due",
        "lead",
    ]


def test_target_above_days_is_when_also_where_another_heading_says_the_measure():
    body = "Insulate lofts|Mar-26|50 lofts|Vale\nPlant trees|May 2027|40 trees|Parks"
    expected = ["activity", "due", "measures", "lead"]
    assert fields("Action|Target|Outcome|Lead", body) == expected
    body = "Insulate lofts|50 a year|Warm homes|Vale\nPlant trees|40 trees|Shade|Parks"
    assert fields("Action|Target|Outcome|Lead", body)[1] == "ignore"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Outcome|Action|Lead|When", ["objective", "activity", "lead", "due"]),
        ("Ref|Outcome sought|Action|Lead", ["ref", "objective", "activity", "lead"]),
        ("Priority|Outcome|Action|Lead", ["section", "objective", "activity", "lead"]),
        ("Action|Outcome|Lead|When", ["activity", "measures", "lead", "due"]),
        ("Objective|Outcome|Action|Lead", ["objective", "measures", "activity", "lead"]),
        ("Output|Activities|Indicators|Lead", ["objective", "activity", "measures", "lead"]),
        ("Outcome|Output|Activity|Lead", ["section", "objective", "activity", "lead"]),
        ("Action|Output|Indicator|Lead", ["activity", "ignore", "measures", "lead"]),
        ("Lead|When|Outputs|Action", ["lead", "due", "measures", "activity"]),  # put at its right
        ("Factor|Outcome|Description|Action", [None, "objective", "ignore", "activity"]),
        ("Target|Action|Lead|When", ["measures", "activity", "lead", "due"]),
        ("Policy measure|Actions|Lead ministry", ["objective", "activity", "lead"]),
    ],
)
def test_an_outcome_left_of_the_actions_is_their_aim(header, expected):
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


def lines() -> list[dict[str, str]]:
    text = (files("extractors") / "headings.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_line_names_a_known_field_and_no_heading_stands_twice():
    assert {line["field"] for line in lines()} <= KNOWN
    assert {line["otherwise"] for line in lines()} <= KNOWN | {""}
    folded = [fold_heading(line["heading"]) for line in lines()]
    assert len(set(folded)) == len(folded) == len(load_headings().whole)
    assert [line["heading"].lower() for line in lines()] == sorted(
        line["heading"].lower() for line in lines()
    )


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Ref.", "ref"),
        ("Timescale From", "start"),
        ("Timeframe End", "due"),
        ("When we'll start", "start"),
        ("When will it be finished by?", "due"),
        ("No", "ref"),
        ("What we will do", "activity"),
        ("KEY ACTIONS", "activity"),
        ("Actions / Update", "activity"),
        ("Actions 2025-26", "activity"),
        ("Success measure(s)", "measures"),
        ("How will we know we are making a difference?", "measures"),
        ("We will have succeeded when", "measures"),
        ("This has worked if...", "measures"),
        ("Lead agency (and officer)", "lead"),
        ("Respon- sible", "lead"),
        ("Leаd", "lead"),  # with a Cyrillic a
        ("Who?", "lead"),
        ("Support", "support"),
        ("By when", "due"),
        ("Time-scale", "due"),
        ("Start date", "start"),
        ("Progress to date", "update"),
        ("B/RAG rating", "rag"),
        ("Progress (BRAG)", "rag"),
        ("Priority H/M/L", "rating"),
        ("Cyf / Ref", "ref"),
        ("Erbyn pryd / By when", "due"),
        ("How we'll know it's working", "measures"),
        ("Who’ll lead?", "lead"),
        ("Office of primary interest (OPI)", "lead"),
        ("Contributing departments", "support"),
        ("Anticipated timeline", "due"),
        ("Responsible Ministry(ies)", "lead"),
        ("Lead partner organization", "lead"),
        ("Supporting Offices", "support"),
        ("Lead implementing agency", "lead"),
        ("Leading institution", "lead"),
        ("Holder of activity", "lead"),
        ("Implementing partner organisations", "lead"),
        ("Program area", "section"),
        ("Resources", "ignore"),
        ("Likelihood", "against"),
    ],
)
def test_a_heading_is_known_whatever_its_print(printed, field):
    meaning = read_heading(printed)
    assert meaning is not None
    assert meaning.line.field == field


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("What the partnership will do", "activity"),
        ("What we propose to do:", "activity"),
        ("What do we still need to do?", "activity"),
        ("What else has to happen?", "activity"),
        ("What we have committed to deliver in 2026", "activity"),
        ("How is it going to be done?", "activity"),
        ("How will you do it?", None),
        ("What you should do", None),
        ("What does the plan do", None),
        ("What each of us said we should do", None),
    ],
)
def test_whoever_is_asked_what_is_to_be_done_the_answers_are_actions(printed, field):
    meaning = read_heading(printed)
    assert (meaning.line.field if meaning else None) == field


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Organisation responsible for leading this piece of work on behalf of the board", "lead"),
        ("Actions that partners will take in each of the three years of the plan", "activity"),
        ("How will we know that these actions have made people safer than before", "measures"),
        ("How will partners know whether residents feel safer?", "measures"),
        ("We will know we have succeeded when...", "measures"),
        ("Outcome lead", "lead"),
        ("Objective owner", "lead"),
        ("Outcome progress", "update"),
        ("Actions to be delivered by the lead", "activity"),
        ("We’ll know this has worked when…", "measures"),
        ("How will the people of the town be able to tell that it has worked?", "measures"),
        ("The impact that is sought of the actions (success measure)", "measures"),
    ],
)
def test_a_long_heading_is_known_by_its_words_and_is_not_sure(printed, field):
    meaning = read_heading(printed)
    assert meaning is not None
    assert (meaning.line.field, meaning.sure) == (field, False)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Wellbeing lens",
        "This commitment is on track for May.",
        "We'll know this by May.",
        "What has made a difference so far",
        "Whom we were able to tell",
    ],
)
def test_other_texts_are_no_headings(printed):
    assert read_heading(printed) is None


def test_two_fields_in_one_heading_are_both_named():
    meaning = read_heading("Lead / Timescale")
    assert meaning is not None
    assert meaning.second is not None
    assert (meaning.line.field, meaning.second.field) == ("lead", "due")


def test_of_two_words_for_one_field_the_better_claim_counts():
    meaning = read_heading("Management response and action")
    assert meaning is not None
    assert (meaning.line.heading, meaning.second) == ("Action", None)


def test_a_theme_or_strand_beside_the_action_in_one_heading_is_part_of_its_text():
    """No action of a plan headed so was read."""
    for heading in ("Workstream / action", "Theme / action"):
        meaning = read_heading(heading)
        assert meaning is not None and (meaning.line.field, meaning.second) == ("activity", None)


def test_two_words_for_one_field_are_not_two_fields():
    meaning = read_heading("Metrics/Milestones")
    assert meaning is not None
    assert (meaning.line.field, meaning.second) == ("measures", None)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Recommendation|Action|Lead", ["objective", "activity", "lead"]),
        ("Recommendation|Lead|Date", ["activity", "lead", "due"]),
        ("Deliverable|Milestones|Lead", ["activity", "measures", "lead"]),
        ("Outcome|Action|Success measure", ["objective", "activity", "measures"]),
        ("Action|Outcome|Lead", ["activity", "measures", "lead"]),
        ("Aims|Lead|Target date", ["activity", "lead", "due"]),
        ("Aims|Actions|Lead", ["objective", "activity", "lead"]),
        ("Strategy|Lead|Timeframe", ["activity", "lead", "due"]),
        ("Strategies|Key activities|Lead", ["objective", "activity", "lead"]),
        ("Goal|Strategy|Action|Lead", ["section", "objective", "activity", "lead"]),
        ("Goal|Strategy|Lead|Due", ["objective", "activity", "lead", "due"]),
        ("Action|Lead|Target date|Review date", ["activity", "lead", "due", "ignore"]),
        ("Action|Lead|Target date|Completion date", ["activity", "lead", "due", "ignore"]),
        ("Action|Lead|Date of completion|Status", ["activity", "lead", "due", "status"]),
        (
            "Action|Lead|Target date|Completion date and outcome",
            ["activity", "lead", "due", "update"],
        ),
        (
            "Action|Original due date|Revised due date|Lead",
            ["activity", "due", "ignore", "lead"],
        ),
        ("Action|Lead agencies|Who will be involved", ["activity", "lead", "support"]),
        ("Action|Who will be involved|By when", ["activity", "lead", "due"]),
        ("Action|Lead ministry|Coordinating partners", ["activity", "lead", "support"]),
    ],
)
def test_rival_columns_are_told_apart_by_rank(header, expected):
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("Action|Description|Lead\n1.1|Light the quay|Vale\n1.2|Mend the pier|Ash", "ref activity"),
        ("Action|Description|Lead\nLight it|Twelve lamps|Vale\nMend it|One|Ash", "activity ignore"),
        (
            "Measure|Milestones|Lead\nMend the whole of the pier|Draft (May)|Vale",
            "activity measures",
        ),
        ("Measure|Milestones|Lead\nTonnes landed a year|Build the store|Vale", "measures activity"),
        ("Standard|Action required|Owner\nSafety|Mend the pier|Vale", "section activity"),
        ("You said|We will|Who\nMore lamps|Light the quay|Vale", "ignore activity"),
    ],
)
def test_what_a_column_left_of_another_holds_tells_which_is_the_action(cells, expected):
    header, body = cells.split("\n", 1)
    assert fields(header, body)[:2] == expected.split()


def test_partners_under_responsible_parties_support():
    heads = "Action|Responsible parties|<|Due\n^|Lead|Partners|^"
    whole = table(heads + "\nOpen a refuge|Vale|Ash|2027")
    named = name_columns(grid_of(whole), (0, 1), (2,))
    assert named.fields == ("activity", "lead", "support", "due")


def test_numbers_of_a_list_belong_to_the_text_beside_them():
    header = "Ref|Action|How will we know?|<|Lead"
    assert fields(header, "1|Ask|1.|Asked|Vale") == [
        "ref",
        "activity",
        "measures",
        "measures",
        "lead",
    ]


def test_progress_that_is_one_word_is_a_status():
    assert fields("Action|Lead|Progress", "Ask them|Vale|Complete")[2] == "status"
    assert (
        fields("Action|Lead|Progress", "Ask them|Vale|We asked forty people in May")[2] == "update"
    )


def test_a_better_rank_goes_before_a_heading_known_whole():
    header = "Outcome|Action|Lead|How will we know that this has been worth the time?"
    assert fields(header, "Safer|Light|Vale|x") == ["objective", "activity", "lead", "measures"]


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        ("Kennung|Action|Lead", "1.1|Open a hub|Vale\n1.2|Fund a post|Vale", "ref"),
        ("Kennung|Action|Lead", "1.1|Open a hub|Vale\nsee below|Fund a post|Vale", None),
        ("Kennung|Action|Lead", "1.1|Open a hub|Vale\n1.1|Fund a post|Vale", None),
        ("Lage|Action|Lead", "On track|Open a hub|Vale\nDelayed|Fund a post|Vale", "status"),
        ("Lage|Action|Lead", "Slipped|Open a hub|Vale\nOn schedule|Fund a post|Vale", "status"),
        ("Lage|Action|Lead", "Yes|Open a hub|Vale\nNo|Fund a post|Vale", None),
        ("Lage|Action|Lead", "May 2027|Open a hub|Vale\nJune 2027|Fund a post|Vale", "due"),
        ("Lage|Action|Resources", "On track|Open a hub|A post\nDelayed|Fund a post|None", None),
    ],
)
def test_a_column_under_an_unknown_heading_is_what_almost_all_its_cells_look_like(
    header, body, expected
):
    assert fields(header, body)[0] == expected


def test_a_heading_that_is_not_known_is_told_whatever_its_cells_made_of_it():
    grid = grid_of(table("Kennung|Action|Lead\n1.1|Open a hub|Vale\n1.2|Fund a post|Vale"))
    assert name_columns(grid, [0], (1, 2)).unknown == (0,)


def test_a_due_date_or_a_mark_that_is_there_leaves_an_unknown_column_unnamed():
    assert fields("Lage|Action|By when", "May 2027|Hub|May 2027\nMay 2026|Post|May 2026")[0] is None
    assert fields("Lage|Action|Lead|RAG", "Open|Hub|Vale|Red\nClosed|Post|Vale|Green")[0] is None


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("Set up a lending library of tools", "activity"),  # a plan of a university
        ("Ratify the treaty on shared waters\nHarmonise the rules of the two ports", "activity"),
        ("Development of a tool library\nPreparation of rules for lenders", "activity"),
        ("Number of tools lent in a year\nShare of members who come back", "measures"),
        ("Level of trust in the library\nParticipation of young members", "measures"),
    ],
)
def test_measures_are_the_actions_where_they_promise_and_no_others_are_named(cells, field):
    body = "\n".join(f"Tools for all|{cell}|Library|2027|Loans" for cell in cells.split("\n"))
    named = fields("Objective|Measures|Responsible|Timeline|Indicators", body)
    assert named == ["objective", field, "lead", "due", "measures"]


def test_measures_beside_actions_stay_measures():
    body = "Open a workshop|Lend out two hundred tools|Library|2027"
    assert fields("Action|Measures|Lead|When", body) == ["activity", "measures", "lead", "due"]


def test_figures_of_years_are_no_dates():
    body = "Open a workshop|40%|60%|Library"
    assert fields("Activity|Year 1|Year 2|Lead", body) == ["activity", "ignore", "ignore", "lead"]


def test_ticks_under_outcomes_are_no_sections():
    body = "Open a workshop|Library|✓|\nLend saws|Library||✓"
    named = fields("Activity|Lead|Outcome area 1|Outcome area 2", body)
    assert named == ["activity", "lead", "ignore", "ignore"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Mitigation action no.|Mitigation action|Lead", ["ref", "activity", "lead"]),
        ("Target ID|Key action|Lead", ["ref", "activity", "lead"]),
        ("Action|Nodal ministry|Co-implementing bodies", ["activity", "lead", "support"]),
        ("Action|Steps necessary for delivery|Lead", ["activity", "measures", "lead"]),
    ],
)
def test_headings_that_ask_for_a_number_a_kind_of_body_or_who_else_leads(header, expected):
    assert fields(header, "|".join("some words here" for _ in expected)) == expected


def test_measures_that_are_counted_left_of_all_are_references():
    body = "1|Set up a lending library of tools|Library|2027\n2|Mend the slipway|Clerk|2028"
    named = fields("Measure|Description|Lead entity|Timeframe", body)
    assert named == ["ref", "activity", "lead", "due"]


def test_counted_texts_below_no_heading_are_the_aims_of_the_actions_beside_them():
    rows = [
        "1.1.1 Clear duties of crews|Write a duty card for each crew|Vale|May 2026",
        "1.1.2 Fair pay at sea|Compare the pay of all grades|Vale|June 2026",
        "1.2.1 Safe berths|Fit ladders to twelve berths|Harbour|July 2026",
    ]
    assert fields("|Action|Lead|By when", "\n".join(rows)) == [
        "objective",
        "activity",
        "lead",
        "due",
    ]
    assert fields("|Action|Lead|By when", rows[0])[0] != "objective"


@pytest.mark.parametrize(
    ("heading", "own"),
    [
        ("Our ambition", "Ambition"),
        ("Agreed measure", "Measure"),
        ("What is the pledge?", "Pledge"),
        ("What are our timescales?", "Timescales"),
        ("Who\u2019s the lead?", "Lead"),
    ],
)
def test_the_words_that_ask_for_a_heading_or_say_whose_it_is_change_nothing(heading, own):
    assert read_heading(heading) == read_heading(own) is not None


def test_of_several_columns_of_states_under_unknown_headings_none_is_the_status():
    """The state of the first quarter was given as that of today."""
    plan = "Action|Lead|{}\nTrain all wardens|Vale|{}\nOpen a night shelter|Parks|{}"
    one = found(table(plan.format("Where we are in June", "On track", "Delayed")))
    assert [row["status"] for row in one] == ["On track", "Delayed"]
    two = found(table(plan.format("June|December", "On track|Complete", "Delayed|On track")))
    assert [row.get("status") for row in two] == [None, None]


@pytest.mark.parametrize(
    ("heads", "cells", "field"),
    [
        ("Start|Complete", "Jan 2026|Apr 2026", "due"),
        ("Lead|Complete", "Housing|Yes", "status"),
        ("Due|Complete", "Jan 2026|Apr 2026", "status"),
    ],
)
def test_complete_above_days_says_when_where_nothing_else_does(heads, cells, field):
    grid = grid_of(table(f"Action|{heads}\nOpen a hub in the market|{cells}"))
    assert name_columns(grid, [0], [1]).fields[-1] == field


@pytest.mark.parametrize(
    ("beside", "cells", "field"),
    [("Start", "May 2025|June 2026", "due"), ("Due", "May 2026|In progress", "status")],
)
def test_complete_under_timing_says_when_unless_another_heading_does(beside, cells, field):
    grid = grid_of(table(f"Action|Timing|<\n|{beside}|Complete\nOpen a hub in the market|{cells}"))
    assert name_columns(grid, [0, 1], [2]).fields[-1] == field


def test_minutes_and_members_are_known_by_their_headings():
    header = "Minute|Task|Officer or Member|Complete by"
    assert fields(header, "2025/03|Get three quotes|Cllr Eames|May 2025") == [
        "ref",
        "activity",
        "lead",
        "due",
    ]


def test_what_is_new_or_carried_over_says_how_far_an_action_is_and_a_yes_or_no_does_not():
    for heading, said, field in (
        ("New or carried over", "Carried over", "status"),
        ("Carried over?", "Yes", "ignore"),
    ):
        assert fields(f"Action|Lead|{heading}", f"Light the quay|Vale|{said}")[2] == field


def test_what_was_said_below_minute_is_no_reference():
    body = "1|The Chair opened the meeting and noted apologies.|Write to the bank|May 2027"
    assert fields("Item|Minute|Action|By when", body)[:2] == ["ref", "ignore"]
