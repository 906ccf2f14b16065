"""Whether a table promises actions: by its headings and by what its cells hold."""

from dataclasses import replace

import pytest

from extractors.columns.fields import name_columns
from extractors.grid import grid_of
from extractors.judging.classify import classify
from extractors.judging.doubts import table_doubts
from tests.extractors.tables import table


def verdict(text: str) -> str:
    grid = grid_of(table(text))
    body = range(1, grid.table.row_count)
    return classify(grid, name_columns(grid, (0,), body), body)


@pytest.mark.parametrize(
    "actions",
    [
        ("Open a hub", "Train door staff"),
        ("Hold monthly talks with landlords", "Run weekly drop-ins on the quay"),  # not dates
        ("A second hub on the quay", "A handbook for door staff"),  # names of what is promised
    ],
)
def test_what_is_to_be_done_with_who_and_when_beside_it_is_a_plan(actions):
    one, other = actions
    text = f"Action|Lead|By when\n{one}|Vale Council|May 2027\n{other}|Police|June 2027"
    assert verdict(text) == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "Action|Lead|By when\nMay 2027|Vale|May 2027\nJune 2027|Police|June 2027",  # dates alone
        "Measure|2024|2025\nCrimes recorded|1,204|1,180\nVictims asked|310|295",
        "Description|Notes\nSpace bar|Fires\nArrow keys|Steer the boat",
    ],
)
def test_dates_figures_and_keys_of_a_keyboard_are_no_plan(text):
    assert verdict(text) == "other"


def test_what_was_done_is_no_plan_and_is_told():
    done = "Opened a hub|Vale|May 2025\nTrained door staff|Police|June 2025"
    assert verdict(f"Action|Lead|Date\n{done}") == "unread"


def test_a_table_of_headings_alone_is_no_plan():
    assert verdict("Action|Lead|By when") == "other"


@pytest.mark.parametrize("beside", ["Lead|Harbour office", "By when|May 2027", "Status|On track"])
def test_promises_below_action_are_told_beside_one_field_and_a_heading_of_other_tables(beside):
    heading, text = beside.split("|")
    rows = f"Market day|Open a hub|{text}\nRegatta|Train door staff|{text}"
    assert verdict(f"Event|Action|{heading}\n{rows}") == "unread"


def test_risks_names_and_facts_below_action_are_not():
    rows = "{}|Harbour office\n{}|Vale"
    lamps = rows.format("Dark quay|Install lamps", "Rotten pier|Replace piles")
    assert verdict(f"Risk|Action|Owner\n{lamps}") == "other"
    names = rows.format("Regatta|Twelve lamps", "Market day|The old pier")
    assert verdict(f"Event|Action|Lead\n{names}") == "other"
    assert verdict(f"Event|Project|Lead\n{lamps}") == "other"


def test_what_was_doubtful_in_reading_or_naming_a_table_counts_against_each_row():
    read = replace(table("Action|Whim\nOpen a hub|Blue"), ruled=False, uncertain=("cut words",))
    columns = name_columns(grid_of(read), (0,), (1,))
    assert table_doubts(read, columns) == ["table: cut words", "no ruled grid", "unknown heading"]


DONE_AND_NAMED = {
    "duties under an act, beside headings that no list knows": (
        "Section|Duty|Who it falls on|In force from\nSection 8|Publish a plan for each quay|Ports"
        "|31 January 2023\nSection 9|Supply tide tables|Pilots|31 January 2023"
    ),
    "what a treaty asks of bodies that are named": (
        "Article|Requirement|Responsible authority|Year\nArticle 18|Provide berths for all|Vale"
        "|2014\nArticle 23|Set up a beacon|Pilots|2017"
    ),
    "works told in the passive": (
        "Action|Lead|Outcome|Closed\nA pilot was placed in the port|Vale|40 ships helped|May 2022\n"
        "Training was given to all crews|Police|Nine crews took part|July 2023"
    ),
    "aims of what no list knows": (
        "Exercise|Objective|Lead agency|Date\nStorm Bell|Test the opening of rest centres|Vale"
        "|May 2026\nRed Kite|Rehearse the rescue of a whole crew|Pilots|June 2026"
    ),
    "what became of promises": (
        "Commitment|Progress|Impact\nExtend the quay|The quay was extended in May|40 ships a day\n"
        "Publish the tides|Tides were published four times|Used by nine crews"
    ),
    "projects beside what they were granted": (
        "Project|Aim|Lead organisation|Start|End|Funding\nSafe Sails|Provide free sails|Sail Hub"
        "|April 2024|March 2027|£88,000\nSpeak Out|Train young crews|Pilots|May 2024|June 2026"
        "|£52,400"
    ),
    "milestones beside the days on which they came": (
        "Milestone|Planned date|Actual date|Owner\nCrew recruited|01/04/2023|15/05/2023|Vale\n"
        "Quay opened|01/09/2023|04/09/2023|Pilots"
    ),
    "what is measured": (
        "What we will measure|How we will collect it|Who will collect it|When\nNumber of ships"
        "|Harbour logs|Pilots|Monthly\nDepth of the quay|Yearly soundings|Vale|Yearly"
    ),
    "a chronicle": (
        "Year|Milestone|Who was involved\n2015|Founded in a boat house|Pilots\n"
        "2018|Home of the first beacon|Vale"
    ),
    "the stages of one piece of work": (
        "Stage|Task|Lead|Dates\n1|Review the charts of the lock|University|May to July 2027\n"
        "2|Interview forty pilots|Research team|August 2027"
    ),
    "steps by the clock": (
        "Stage|School action|Who|Timescale\n1|Telephone the home on the first day|Vale|By 9.30am\n"
        "2|Send a letter to the parents|Head of year|After five days"
    ),
}
PLANS_OF_LIKE_HEADINGS = {
    "requirements of a plan": (
        "Requirement|Lead|By when\nExtend the quay by a berth|Vale|May 2027\n"
        "Publish the tides each week|Pilots|June 2027"
    ),
    "requirements with their owners and days beside a heading that no list knows": (
        "Requirement|Responsible officer|Deadline|Kind of boat\nExtend the quay by a berth|Vale"
        "|May 2027|Ferries\nPublish the tides each week|Pilots|June 2027|All"
    ),
    "names of projects with what they cost": (
        "Project|Cost|Lead|Timescale\nNew berth on the east quay|£120,000|Vale|2027\n"
        "Lamps at the slipway|£45,000|Pilots|2028"
    ),
    "actions right of their days that no verb begins": (
        "By when|Action|Lead\nMay 2027|A second berth on the quay|Vale\n"
        "June 2027|Joint list of moorings|Pilots"
    ),
    "actions that begin with a compound": (
        "Action|Lead|By when\nTide-led opening hours for the lock|Vale|May 2027\n"
        "Evidence-based courses for crews|Pilots|June 2027"
    ),
    "actions that are due by an hour of a day": (
        "Action|Lead|By when\nOpen the lock to all boats|Vale|9am on 1 May 2027\n"
        "Brief the crews|Pilots|By 2pm, 3 June 2027"
    ),
    "actions by month": (
        "Month|Action|Lead\nMay 2027|Extend the quay|Vale\nJune 2027|Publish the tides|Pilots"
    ),
    "projects with dates": (
        "Project|Aim|Lead organisation|Start|End\nSafe Sails|Provide free sails|Sail Hub"
        "|April 2026|March 2027\nSpeak Out|Train young crews|Pilots|May 2026|June 2027"
    ),
    "actions of a department beside indicators": (
        "Departmental action|Performance indicator|How the action contributes to the goal\n"
        "Fund a berth for small boats|Boats moored|Crews are safer\n"
        "Offer pilots a course|Pilots trained|Ships are safer"
    ),
    "outputs that are actions": (
        "Output / actions|Measures|Lead officer|Due date|Protected characteristics\n"
        "Deliver training to the crews|Crews trained|Vale|May 2027|All\n"
        "Publish the tides each week|Weeks told|Pilots|June 2027|Age"
    ),
    "names of initiatives right of the priority that they serve": (
        "ID|Priority area|Initiative|Lead agency|Start date|Completion date\n"
        "3.1|Jobs|Return to Sea grants for mothers|Vale|July 2026|May 2027\n"
        "3.2|Jobs|Taster weeks for girls on tugs|Pilots|May 2026|June 2027"
    ),
    "actions against risks, each with its objective": (
        "Risk|Objective|Action|Owner|Timing\nHeat|Cool cabins|Shade the quay|Vale|2027\n"
        "Flood|Dry stores|Raise the sea wall|Pilots|2028"
    ),
    "answers to recommendations with a position": (
        "No.|Recommendation|Position|Government response|Lead|Timescale\n1|Deepen the quay"
        "|Accepted in part|We will deepen it at one berth|Vale|May 2027\n2|Light the beacon"
        "|Accepted|We will light it each night|Pilots|June 2027"
    ),
    "projects with a description and a cost": (
        "Project|Description|Lead|Timescale|Cost\nSafe hubs|Convert two kiosks into safe spaces"
        "|Vale|July 2026|£65,000\nQuay lights|Install lights along the quay|Pilots|May 2027|£40,000"
    ),
    "actions below a word before theirs": (
        "Agreed management action|Responsible officer|Implementation date\nA field for each crew"
        "|Vale|May 2027\nA list of berths|Pilots|June 2027"
    ),
    "aims that are acts, with one test each and a day": (
        "Objective|Measure of success|Lead|Target date\nOpen a hub on the quay|Crews sleep ashore"
        "|Vale|May 2027\nTrain the pilots of each lock|Fewer boats strike it|Pilots|June 2027"
    ),
    "milestones of an aim that name what is to be": (
        "Objective|Milestone|Date|Owner\nSafe quays|A field for each crew|May 2027|Vale\n"
        "Known tides|A list of berths|June 2027|Pilots"
    ),
    "commitments with a state": (
        "Commitment|Progress|Status\nExtend the quay|A plan was drawn in May|On track\n"
        "Publish the tides|Tides were printed once|Delayed"
    ),
}


@pytest.mark.parametrize("text", DONE_AND_NAMED.values(), ids=DONE_AND_NAMED)
def test_what_is_over_measured_or_done_each_time_is_no_plan_and_is_told(text):
    assert verdict(text) == "unread"


def test_a_column_of_three_fields_that_nothing_parts_is_no_activity():
    text = "Action, lead and timescale|Measure\nExtend the quay Vale 2027|Berths"
    assert verdict(f"{text}\nPublish the tides Pilots 2027|Weeks told") == "other"


@pytest.mark.parametrize("text", PLANS_OF_LIKE_HEADINGS.values(), ids=PLANS_OF_LIKE_HEADINGS)
def test_plans_with_like_headings_are_read(text):
    assert verdict(text) == "plan"


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ("Audit|Recommendation|Risk|Owner|Target date|Status", "plan"),
        ("Risk|Recommendation|Likelihood|Owner|Target date|Status", "other"),  # a register
        ("Audit|Finding|Risk|Owner|Target date|Status", "unread"),  # not what is asked
    ],
)
def test_recommendations_that_are_followed_up_may_be_rated_by_their_risk(heads, said):
    """As audit committees track them: who, by when and how far stand beside each."""
    rows = "Payroll|Reconcile the list each month|High|Payroll Manager|May 2026|In progress\n"
    rows += "Grants|Record why a grant is large|Low|Home Improvement|June 2026|Not started"
    assert verdict(f"{heads}\n{rows}") == said


def test_who_over_owner_and_supporters_asks_surely_who_does_a_project():
    """A council's carbon programme of 13 projects was told, and none of it read."""
    heads = "Project|Who|<|Dates|<\n^|Owner|Support from|Start|Finish"
    rows = "Heat pump at the depot|Facilities|Heads|Apr 2026|Oct 2027\n"
    rows += "Pool bikes at five offices|Travel Plan Officer|Cycles|May 2026|Aug 2026"
    grid = grid_of(table(f"{heads}\n{rows}"))
    body = range(2, grid.table.row_count)
    assert classify(grid, name_columns(grid, (0, 1), body), body) == "plan"
