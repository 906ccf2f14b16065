"""What the headings over a column say together, and which of two columns gets a field."""

import pytest

from extractors.columns.claims import claims_of
from extractors.grid import grid_of
from tests.extractors.tables import table


@pytest.mark.parametrize(
    ("above", "below", "field"),
    [
        ("Action", "by", "lead"),  # read as one: neither line says who
        ("Responsible parties", "Partners", "support"),  # the line above says of both that they do
        ("Progress", "Date", "due"),
        ("Our promise", "Lead", "lead"),
        ("Timing", "Complete", "due"),
    ],
)
def test_headings_of_two_lines_are_read_as_one_unless_both_name_bodies(above, below, field):
    grid = grid_of(table(f"Activity|{above}\n|{below}\nTrain door staff|Vale Council"))
    assert [claim.meaning.line.field for claim in claims_of(grid, (0, 1))[1:]] == [field]


def test_a_heading_that_no_list_knows_claims_nothing_and_is_kept():
    (_, claim) = claims_of(grid_of(table("Action|Zodiac sign\nOpen a hub|Leo")), (0,))
    assert (claim.heading, claim.meaning) == ("Zodiac sign", None)


def test_a_measure_left_of_activities_is_their_aim_where_indicators_stand_right_of_them():
    heads = "Measure|Activities|Competent authority|Deadline|Indicator"
    grid = grid_of(table(f"{heads}\nEqual pay|Development of a calculator|Ministry|2026|In use"))
    fields = [claim.meaning.line.field for claim in claims_of(grid, (0,))]
    assert fields == ["objective", "activity", "lead", "due", "measures"]


def test_an_indicator_left_of_actions_is_their_aim_where_their_impact_stands_right_of_them():
    heads = "WRES indicator|Action|Executive lead|Deadline|Expected impact"
    grid = grid_of(table(f"{heads}\n2: Shortlists|Train panels|Chief Nurse|2026|Fewer gaps"))
    fields = [claim.meaning.line.field for claim in claims_of(grid, (0,))]
    assert fields == ["objective", "activity", "lead", "due", "measures"]


def test_partners_who_implement_support_the_body_that_is_responsible():
    heads = "Activity|Responsible UN entity|Implementing partners|Timeframe"
    grid = grid_of(table(f"{heads}\nTrain judges|UNDP|Law Commission|Q2 2026"))
    fields = [claim.meaning.line.field for claim in claims_of(grid, (0,))]
    assert fields == ["activity", "lead", "support", "due"]


def test_a_measure_left_of_actions_is_a_test_where_a_target_stands_right_of_them():
    grid = grid_of(table("Measure|Actions|Lead|Target\nDamp homes|Fit fans in 200|Vale|Below 50"))
    assert claims_of(grid, (0,))[0].meaning.line.field == "measures"


def test_of_two_headings_that_hold_one_word_the_one_that_it_ends_names_the_field():
    heads = "Departmental action|How the action contributes to the goal"
    first, second = claims_of(grid_of(table(f"{heads}\nOpen a hub|Crews are safer")), (0,))
    assert (first.meaning.line.field, second.meaning) == ("activity", None)


def test_a_heading_over_several_that_one_of_them_says_again_names_no_other():
    heads = "Action|<|<|Timescale|<\nAction|Lead|Tier|From|To"
    claims = claims_of(grid_of(table(f"{heads}\nOpen a hub|Vale|Gold|May|June")), (0, 1))
    fields = [claim.meaning.line.field if claim.meaning else None for claim in claims]
    assert fields[:3] == ["activity", "lead", "ignore"]


def test_what_the_heading_above_alone_says_is_not_sure():
    (*_, claim) = claims_of(grid_of(table("Lead|Action|<\n|Post|Town\nVale|A|B")), (0, 1))
    assert (claim.meaning.line.field, claim.meaning.sure) == ("activity", False)


def test_a_heading_of_who_leads_over_names_of_bodies_leads_in_each():
    claims = claims_of(
        grid_of(table("Action|Lead|<\n^|Council|NHS\nMend it|Housing|Trust")), (0, 1)
    )
    assert [claim.meaning.line.field for claim in claims] == ["activity", "lead", "lead"]


def test_headings_below_one_that_joins_them_say_what_they_hold_by_themselves():
    above = "What we plan to do|<|Accountability|Timescales|What we plan to do"
    below = "Our aim|Ref|Who|When|Performance measures"
    rows = "Safe|A1|Housing|May 2026|Two sites"
    claims = claims_of(grid_of(table(f"{above}\n{below}\n{rows}")), (0, 1))
    fields = ["activity", "ref", "lead", "due", "measures"]  # an aim where another is the action
    assert [claim.meaning.line.field for claim in claims] == fields


def test_a_question_over_who_and_when_is_no_action_twice():
    above = "What we will do|<|How we will deliver it|<"
    grid = grid_of(table(f"{above}\nAim|Key task|Lead|Timeline\nFairer|Open a hub|Vale|May 2026"))
    fields = [claim.meaning.line.field for claim in claims_of(grid, (0, 1))]
    assert fields == ["objective", "activity", "lead", "due"]


def test_actions_and_who_leads_them_stand_apart_under_what_we_will_do():
    heads = "What we will do|<|Progress|<\nKey actions|Lead officer|By when|Status"
    claims = claims_of(grid_of(table(f"{heads}\nOpen a hub|Vale|May|Late")), (0, 1))
    assert [claim.meaning.line.field for claim in claims] == ["activity", "lead", "due", "status"]


@pytest.mark.parametrize(
    ("heads", "aim"),
    [
        ("Target|Strategies|Timescale|Responsibility|Success criteria", "Target"),
        ("Ref|Target|Action|Success measure", "Target"),
        ("Lead|Target|Action|Outcome", None),  # it says how much
    ],
)
def test_a_target_that_comes_first_is_the_aim_of_what_is_done(heads, aim):
    """As schools print their accessibility plans."""
    below = ["All reach the hall", "Fit a ramp", "2026", "In use", ""][: heads.count("|") + 1]
    claims = claims_of(grid_of(table(f"{heads}\n{'|'.join(below)}")), (0,))
    known = [claim for claim in claims if claim.meaning is not None]
    aims = [claim.heading for claim in known if claim.meaning.line.field == "objective"]
    assert aims == ([aim] if aim else [])


def test_the_milestones_of_each_quarter_are_the_measures_of_the_action_together():
    """Those of the first quarter alone were, and three columns were of no field."""
    heads = "Action|Lead|Milestones|<|<|By when\n^|^|Q1|Q2|Q3|^"
    claims = claims_of(grid_of(table(f"{heads}\nOpen a hub|Vale|Found|Fitted|Open|May")), (0, 1))
    fields = [claim.meaning.line.field for claim in claims]
    assert fields == ["activity", "lead", *["measures"] * 3, "due"]


def test_targets_of_several_years_are_not_joined_without_their_years():
    heads = "Action|Lead|Target|<|By when\n^|^|2025/26|2026/27|^"
    claims = claims_of(grid_of(table(f"{heads}\nOpen a hub|Vale|10 visits|20 visits|May")), (0, 1))
    assert [one.meaning.line.field for one in claims].count("measures") == 1
