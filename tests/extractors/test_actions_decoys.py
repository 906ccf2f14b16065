"""Tables that are no action plan yield no action, whatever headings they share with one."""

from dataclasses import replace

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.columns.headings import read_heading
from extractors.stitching.stitch import stitch

from .tables import document, found, pick, table

DECOYS = {
    "courses": (
        "Course|Date|Trainer|Places\nRecognise a storm|12 May 2026|Vale|20\n"
        "Support a crew in distress|3 June 2026|Pilots|15"
    ),
    "who is responsible, accountable, consulted or informed": (
        "Activity|Manager|Sponsor|Finance\nPrepare the monthly report|R|A|C\n"
        "Approve changes to the scheme|C|A/R|I\nPublish the newsletter|I|I|-"
    ),
    "standards of service": (
        "Service|Our standard|How we did\nPhone calls|We will answer within 20 seconds|92%\n"
        "Letters|We will reply within ten days|88%"
    ),
    "how long records are kept": (
        "Record|Keep for|Responsible officer|Action at end\n"
        "Complaints|6 years|Customer services|Destroy\nMinutes|For ever|Legal|Archive"
    ),
    "what became of advice": (
        "Year|Recommendation|Outcome\n2023|Publish the list of berths|Published in May 2023\n"
        "2024|Review the letters|Letters rewritten"
    ),
    "consultations": (
        "Consultation|Opens|Closes|Lead officer\n"
        "Review of berth fees|1 March 2026|12 April 2026|P Lane\n"
        "Develop a harbour plan|9 March 2026|1 May 2026|L Moor"
    ),
    "answers to what people said": (
        "Theme|Comment|Our response\nMoorings|Build more|We have set a target of forty a year\n"
        "Lights|Mend the beacon|We are working with the lighthouse board"
    ),
    "aims whose titles hold words of labels": (
        "Strategic aim|What this means\n1. Every child a good start|Violence is not inevitable.\n"
        "2. Those who served|Much has been done since the war.\n3. Open quays|Firms want space."
    ),
    "statistics": "Offence|2021|2022|2023|Change\nStalking|120|140|160|+14%\nHate|30|34|36|+6%",
    "budget": (
        "Activity|Funding source|2023/24|2024/25|Total\n"
        "Refuge for forty families|Grant|£120,000|£125,000|£245,000\n"
        "Course for those who harm|PCC|£60,000|£61,000|£121,000"
    ),
    "answers to a review": (
        "Recommendation|Accepted?|Comment\nWiden the board|Yes|Done in 2024\n"
        "Publish the minutes|No|Against the policy of the board"
    ),
    "laws": (
        "**Act**|**What it means for us**|**In force**\n"
        "Harbours Act|Provide a pilot for each ship|May 2021\n"
        "Ports (Safety) Act|Prevent falls from the quay|October 2024"
    ),
    "grants": (
        "Project|Organisation|Amount|End date\n"
        "Vale Hub|Vale Women|£40,000|March 2025\nNight Angels|Street Care|£9,000|May 2025"
    ),
    "contents": "Section|Page\nForeword|2\nOur actions|5\nHow we will deliver|9",
    "how the plan was made": (
        "Step|When\nMeetings with tenants|May 2025\nTwelve weeks of consultation|June 2025\n"
        "Adoption by cabinet|November 2025"
    ),
    "measures by quarter": (
        "Measure|Q1|Q2|Q3|Q4|Direction of travel\nRepeat calls|45%|40%|38%|31%|down\n"
        "Days to first answer|12%|11%|9%|7%|down"
    ),
    "members": "Name|Role|Organisation|Email\nA Reed|Chair|Vale|a@v.org\nB Moss|Lead|PCC|b@x.org",
    "contacts": "Service|Provider|What it offers|Contact\nRefuge|Vale Women|A safe place|01632",
    "glossary": "Term|Meaning\nIDVA|Independent domestic violence adviser\nPCC|Commissioner",
    "risks": (
        "Ref|Risk|Likelihood|Impact|Mitigating action|Owner|Review date\n"
        "R1|Grant ends|3|5|Seek a longer grant from the ministry|Head of Housing|May 2025\n"
        "R2|Staff leave|4|3|Recruit two workers|Hub manager|June 2025"
    ),
    "consultation": (
        "Question|Agree|Disagree|Don't know\nIs this the right aim for the vale?|80%|15%|5%\n"
        "Should clubs do more to keep people safe?|70%|20%|10%"
    ),
    "indicators": (
        "Ref|Indicator|Baseline|Target|Lead|Frequency\n"
        "K1|Number of crimes recorded by police|4,120|4,500|Police|Quarterly\n"
        "K2|Share of victims satisfied with the answer|71%|80%|Police|Annual"
    ),
    "indicators with a plan's words": (
        "Objective|Measure|Baseline|Target 2025|Lead\n"
        "Fewer repeat victims in the vale|Repeat rate|31%|25%|Police\n"
        "People feel safe after dark|Survey|54%|65%|Vale Council"
    ),
    "meetings": (
        "Meeting|Chair|Frequency|Purpose\nBoard|Director of Health|Quarterly|Oversee the plan\n"
        "Working group|Manager|Monthly|Deliver the plan and watch its actions"
    ),
    "events": (
        "Date|Activity|Audience|Attendance\nMarch 2023|Survey of residents on safety|Public|812\n"
        "May 2023|Talk with survivors in the centre|Survivors|12"
    ),
    "who may do what": (
        "Action|Lead|Officer|Public\nAgree the budget of the trust|✓||\n"
        "Publish the agenda of meetings||✓|\nAttend meetings of the board|✓|✓|✓"
    ),
    "programs and what they are for": (
        "Command|Target|Description\nxcopy|X|Copy what is marked to the other window\n"
        "wpaste|Wayland|Paste what was copied before"
    ),
    "keys of a keyboard": (
        "Key|Description|Notes\nCtrl+D|Delete the letter under it|Not on every machine\n"
        "Ctrl+U|Move to the line above|\nCtrl+L|Clear the screen|"
    ),
    "colour key": "RAG|Meaning\nRed|The action has not begun\nGreen|The action is on time",
    "document control": (
        "Version|Author|Date|Change made\n0.1|A Reed|May 2024|First draft for the board\n"
        "0.2|B Moss|June 2024|Answers of partners put in"
    ),
    "lessons": "In 2020 we learned|Therefore in 2021\nTraining came late|Training comes first",
    "legislation": "Act|Year|What it does\nDomestic Abuse Act|2021|Gives councils a duty",
    "policies": "Policy|Owner|Review date\nSafeguarding|HR|May 2025\nLone working|HR|June 2026",
    "training": "Course|Audience|Provider|Date\nSeeing the signs|All staff|Vale Women|May 2025",
    "what was built": (
        "Project|Lead|Completed|Result\nCoast path|Harbours|2022|Nine miles\n"
        "Net lofts|Vale|May 2023|Sixty lets"
    ),
    "what became of a review": (
        "Recommendation|Implemented?|Evidence\nPublish the list of berths|Yes|Notice of May\n"
        "Review the letters|Partly|Two of nine"
    ),
    "what committees asked": (
        "Committee|Recommendation|Paragraph|Year\nPorts|Publish the list of berths|12|2021\n"
        "Ports|Review the letters|31|2023"
    ),
    "contracts": (
        "Contract|Description|Estimated value|Procurement lead|Start date|End date\n"
        "C12|Dredging of the bar|£40,000|Harbours|May 2026|May 2027\n"
        "C13|Printing of tide tables|£4,000|Clerk|June 2026|June 2027"
    ),
    "theory of change": (
        "Inputs|Activities|Outputs|Outcomes\nPilots and boats|Train the crews|Crews trained|Safety"
    ),
    "tests of success": (
        "Measure|Target|Owner|By when\nReduce groundings at the bar|2 a year|Pilots|2027\n"
        "Increase the share of safe berths|80%|Harbours|2028"
    ),
    "what an evaluation asks for": (
        "No.|Recommendation|Evidence\n1|Publish the list of berths|Chapter 3\n"
        "2|Review the letters|Survey of crews"
    ),
    "laws and who answers for them": (
        "Instrument|Year|Main obligations|Responsible body\n"
        "Harbours Convention|2011|Provide a pilot for each ship|Ministry of Ports\n"
        "Coasts Directive|2014|Designate sheltered waters|Office of Nature"
    ),
    "other plans": (
        "Objective of this plan|Related strategy|Owner of the strategy|Period\n"
        "Every crew comes home|National Ports Policy|Ministry of Ports|2022-2027\n"
        "Clean water at each quay|Rivers Strategy|Office of Nature|2024-2030"
    ),
    "minutes": (
        "Item|Discussion|Action|Owner\n1|Members heard of the bar|Circulate the chart|J Moor\n"
        "2|The accounts were noted|Invite the auditor|P Lane"
    ),
    "what research says of interventions": (
        "Intervention|Effect|Strength of evidence|Cost\n"
        "Lower speeds in the harbour|Wash falls|Strong|Low\n"
        "Provide lights at each quay|Fewer falls|Moderate|High"
    ),
    "what to do when a case is stuck": (
        "Level|Trigger|Action|Responsible|Within\n"
        "1|No answer to a letter|Discuss it with the other crew|Pilot|24 hours\n"
        "2|Risk of harm|Convene a panel|Harbour master|2 working days"
    ),
    "visits": (
        "**Place**|**Date**|**Host**|**What we learned**\n"
        "Rotterdam|May 2024|City of Rotterdam|Share data weekly\n"
        "Bergen|June 2024|Port of Bergen|Start with the hardest cases\n"
        "Cork|July 2024|Port of Cork|Build with the crews"
    ),
    "who is on duty": (
        "Date|Shift|Task|Volunteer\n3 May 2026|Morning|Serve meals to crews|J Moor\n"
        "4 May 2026|Evening|Check the lights|P Lane"
    ),
    "who is asked and told": (
        "Task|Responsible|Accountable|Consulted|Informed\n"
        "Approve the accounts|Clerk|Harbour master|Auditor|Crews\n"
        "Publish the tides|Pilot|Clerk|Office of Nature|Public"
    ),
    "works that are done": (
        "Location|Works|Completed|Cost\nNorth quay|Install lamps|May 2024|£4,000\n"
        "Slip|Replace the rail|Q3 2024|£900"
    ),
    "items of each month": (
        "**Month**|**Standing items**|**Reports from**\n"
        "March|Approve the annual report|Harbour office\nJune|Review the budget|Pilots\n"
        "September|Receive the plan of audits|Auditor"
    ),
    "how a study was made": (
        "Phase|Method|Participants|Led by|When\n1|Review of tide tables|None|Vale|May 2025\n"
        "2|Survey of crews|318 crews|Vale|June 2025\n3|Talks with pilots|24 pilots|Vale|July 2025"
    ),
    "how people were asked": (
        "Method|Audience|Led by|Date|Number reached\nOnline survey|Crews|Vale|June 2025|1,204\n"
        "Drop-in talks|Pilots|Library|July 2025|88\nInterviews|Owners|Vale|July 2025|14"
    ),
    "steps of a plan for storms": (
        "Step|Action|When\n1|Check the forecast at noon|Daily\n2|Open the rest centre|On trigger\n"
        "3|Tell the outreach teams|Within one hour"
    ),
    "what is measured of aims": (
        "Objective|Measure of success|Lead officer|Target|Timescale\n"
        "Reduce waits for a berth|Days that a boat waits|Harbour master|4|March 2027\n"
        "Support the crews that winter here|Crews with a mooring|Pilot|60|May 2027"
    ),
    "posts": (
        "**Post**|**Purpose**|**Host**|**Grade**|**Start date**\n"
        "Data analyst|Produce the assessment of needs|Vale|G|April 2026\n"
        "Coordinator|Coordinate the delivery of the strategy|Pilots|I|June 2026"
    ),
    "advice to others": (
        "Recommendation|Who should take action|What they should do\n"
        "1|Harbour boards|Plan berths on what crews need\n2|Pilots|Provide advice at each lock"
    ),
    "what was granted to projects": (
        "Organisation|Project|What the money is for|Award|Project end\n"
        "Sail Hub|Open Doors|Lessons for crews|£9,800|March 2026\n"
        "Pilots|Grow|Beds of kelp|£3,950|May 2026"
    ),
    "what was done, said in the perfect tense": (
        "Action|Lead|Progress in 2025\nWe have trained 41 pilots|Vale|Completed in May\n"
        "We've set up a club for crews|Pilots|The club is full"
    ),
    "needs": "Ward|Population|Rate per 1000|Rank\nNorth|12,000|14.1|1\nSouth|9,000|9.2|2",
}


@pytest.mark.parametrize("kind", DECOYS)
def test_a_table_of_another_kind_gives_no_action(kind):
    assert found(table(DECOYS[kind])) == []


@pytest.mark.parametrize("kind", DECOYS)
def test_it_gives_none_below_a_plan_of_the_same_document_either(kind):
    plan = table("Ref|Action|Lead|By when\nA1|Open a refuge for families|Vale|May 2025")
    result = find_actions(document(plan, table(DECOYS[kind])))
    assert [action.row.cells["ref"] for action in result.actions] == ["A1"]


def test_the_second_table_of_a_plan_that_prints_its_headings_again_is_read_as_the_first():
    heads = "Key interventions|Five-year target|Lead department|Time frame"
    first = table(f"{heads}\nExpand the beacons|200|Ports|2027\nTrain new pilots|60|Vale|2028")
    other = table(f"{heads}\nA youth service|250|Vale|2027\nFair tides for all|30|Pilots|2028")
    assert len(find_actions(document(first, other)).actions) == 4
    assert len(find_actions(document(other)).actions) == 0


def test_a_figure_is_no_heading():
    assert read_heading("45%") is None
    assert read_heading("%") is not None


def test_a_plan_may_have_a_column_of_risks_or_a_baseline():
    rows = found(
        table(
            "Action|Lead|By when|Risk\nOpen a refuge|Vale|May 2025|Grant ends\n"
            "Train staff|Police|June 2025|None"
        )
    )
    assert len(rows) == 2


def test_steps_with_dates_that_promise_something_are_a_plan():
    steps = "Step|When\nRepair the footbridge|May 2026\nReplace the lamps|June 2026"
    assert [row["activity"] for row in found(table(steps))] == [
        "Repair the footbridge",
        "Replace the lamps",
    ]


def test_a_table_that_says_who_and_when_but_not_what_is_reported():
    result = find_actions(
        document(table("Wellbeing lens|Lead agency|By when\nAll ages|Vale|May 2025", 7))
    )
    assert result.actions == []
    (problem,) = result.problems
    assert (problem.code, problem.page) == ("unread_table", 7)
    assert problem.message.startswith("p.7 table 1: it says who and when, but no column")


def test_bold_headings_that_are_not_known_make_no_action_and_no_plan_of_what_is_said_below():
    rows = found(
        table(
            "**Strategy**|**Owner**|**Period**|**How it fits**\n"
            "Housing plan|Vale Council|2023-2028|Shares the aim of homes that are safe\n"
            "Youth plan|Vale Police|2024-2029|Sets out what schools offer to all of their pupils"
        )
    )
    assert rows == []


def test_promises_below_bold_headings_that_are_not_known_are_still_a_plan():
    rows = found(
        table(
            "**What we intend**|**Our people**|**By the time of**\n"
            "Open a drop-in at the library in the old town hall|Vale Council|May 2026\n"
            "Train all of the door staff to see the signs early|Police|June 2026"
        )
    )
    assert [row["activity"].split()[0] for row in rows] == ["Open", "Train"]


def test_a_table_without_headings_that_promises_nothing_is_reported_and_not_read():
    one = table(
        "0.1|March 2025|S. Moran|First draft of the whole plan for comment\n"
        "0.2|May 2025|S. Moran|Comments of the board are included\n"
        "1.0|June 2025|S. Moran|Approved by Cabinet at its meeting"
    )
    read = find_actions(document(one))
    assert read.actions == []
    assert [problem.code for problem in read.problems] == ["unread_table"]


def test_strategies_without_headings_say_what_they_do_and_promise_nothing():
    assert not found(
        table(
            "Local Plan|Planning|2020-2036|Sets out where new homes will be built\n"
            "Climate Strategy|Environment|2023-2030|Explains how emissions will be cut"
        )
    )


def test_a_calendar_read_as_one_row_under_unknown_headings_is_no_action():
    # Rules between the columns alone: no rule parts the rows.
    courses = "Safeguarding level 1//Trauma-informed practice//Chairing case reviews"
    dates = "3 June 2026//17 Sept 2026//2 Oct 2026"
    row = f"{courses}|All staff//Managers|{dates}|Head of Parks//Climate Team"
    assert not found(table(f"Course|Audience|Date|Trainer\n{row}"))


@pytest.mark.parametrize(
    "table_text",
    [
        "Title|Lead petitioner|Signatures|Deadline|Status\nSave our library|Jo|412|May 2026|Open",
        "Service|What you can expect|Timescale\nPotholes|We will inspect it|Within 5 days",
        "Year|Achievement\n2024/25|Open the night café in two parishes was completed",
        "Step|What we do|Who|When\n1|Log the report|Contact team|1 working day\n"
        "2|Visit the person|Officer|Within 28 days",
        "Risk|Likelihood|Impact|Further action required|Owner|By when\n"
        "Flood|High|Severe|Raise the wall|Port team|May 2027",
        "Milestone|Date reached|Lead\nHub opened|May 2025|Vale\nArray connected|June 2025|Ash",
        "Policy|Purpose|Policy lead|Review date\nTravel|Set out rules for travel|Vale|May 2027",
        "Proposal|Support|Oppose\nLight the quay|61%|9%\nMend the pier|40%|12%",
        "Initiative|Lead agency|Spent to date|Year\nPier roof|Vale|900,000|2024",
        "Action|Saved (tonnes)|Cost|Payback (years)\nLight the quay|9|£90|6\nMend it|4|£9|12",
        "Item|Requirement|Met?|Notes\n1|Keep aisles clear|Yes|Seen in May",
        "Service|Measures|2025 result|2026 target|Lead\n"
        "Moorings|Achieve 85% satisfaction|80%|85%|Port team",
    ],
)
def test_petitions_standards_procedures_risks_and_what_was_done_are_no_plans(table_text):
    assert found(table(table_text)) == []


@pytest.mark.parametrize("look", ["header", "bold"])
def test_stages_with_their_dates_under_two_headings_are_no_form(look):
    """A timetable has as first column "Commencement", "Consultation on the issues", "Review"."""
    head = "Stage|Date" if look == "header" else "**Stage**|**Date**"
    rows = "Commencement|January 2025\nIssues and options|June 2025\nReview|June 2027"
    whole = table(f"{head}\n{rows}")
    if look == "header":
        cells = tuple(replace(cell, header=cell.row == 0) for cell in whole.cells)
        whole = replace(whole, cells=cells, header_rows=1)
    assert found(Heading("Timetable of the harbour plan", 1), whole) == []


def test_orders_and_the_days_on_which_they_were_made_are_told_and_are_no_actions():
    """Legal notices begin with a verb, and name who signed them."""
    orders = table(
        "**Order**|**Made on**|**Comes into force**|**Officer**\n"
        "Prohibit waiting on the quay|3 March 2026|10 March 2026|A. Lane\n"
        "Reduce the limit on the pier road|4 March 2026|11 March 2026|A. Lane"
    )
    result = find_actions(document(Heading("Traffic orders", 1), orders))
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_a_form_about_a_paper_promises_nothing():
    form = "Title|Quay strategy 2027-2030\nOwner|Port team\nApproved by|Board\nReview date|May 2028"
    assert find_actions(document(table(form))).actions == []


def test_a_story_under_a_heading_that_names_none_is_no_action():
    story = table("Who|A keeper of nets\nWhat happened|The van came\nResult|Work\nPartner|Vale")
    assert found(Heading("Case study", 2), story) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DECOYS["what was built"], "who and how it stands"),
        ("Project|RAG|Update\nCoast path|Green|Fenced\nLofts|Red|No tender", "how it stands"),
        ("Westering|Deadline|Status\nPlant it|May 2026|On track", "when and how it stands"),
        ("Commitment|Year\nPublish the list of berths|2027\nReview the letters|2028", "when"),
        ("Action|Lead|Done by\nOpened quay|Vale|May 2025\nTrained men|Ash|2025", "who and when"),
        ("Step|Date|Who\nRound opens|1 May 2026|Vale\nPanel meets|2 June 2026|Ash", "who and when"),
        ("Strategy|Lead|Review date\nQuay Plan|Vale|2027\nTown Plan|Ash|2028", "who and when"),
        (
            "Stage|Description|Date\nTalks|Survey of berths|May 2026\nDraft|Plan drawn|June 2026",
            "when",
        ),
    ],
)
def test_what_may_be_a_plan_is_told_with_what_it_says(text, said):
    read = find_actions(stitch(document(table(text))))
    assert read.actions == []
    assert [problem.code for problem in read.problems] == ["unread_table"]
    assert f"it says {said}" in read.problems[0].message


@pytest.mark.parametrize(
    ("header", "row", "actions"),
    [
        (
            "What we said we would do|What we have done",
            "Open a second refuge|It opened in May 2021",
            0,
        ),
        (
            "What we said we would do|Lead|Status|What we have done",
            "Open a second refuge|Vale|In progress|The lease is signed",
            1,
        ),
    ],
)
def test_a_look_back_is_no_plan_but_a_report_on_one_is(header, row, actions):
    plan = document(Heading("Our last strategy", 1), table(f"{header}\n{row}\n{row} again"))
    assert len(find_actions(stitch(plan)).actions) == 2 * actions


@pytest.mark.parametrize(
    "chapter",
    ["Progress on our last plan", "Looking back", "Review of the 2019-2023 plan", "What we did"],
)
@pytest.mark.parametrize("heads", ["Commitment|Progress made", "Action|Progress so far"])
def test_promises_and_what_became_of_them_are_no_plan_in_a_chapter_that_looks_back(chapter, heads):
    rows = "Open a second refuge|It opened in May\nPublish the accounts|Three were published"
    plan = document(Heading(chapter, 1), table(f"{heads}\n{rows}"))
    assert len(find_actions(stitch(plan)).actions) == (2 if chapter == "What we did" else 0)


@pytest.mark.parametrize("heads", ["What we said we would do|What was achieved", "Action|Status"])
def test_what_was_promised_in_the_last_plan_is_no_action_whatever_is_said_of_it(heads):
    rows = "Open a second refuge|Complete\nPublish the accounts|Carried forward"
    plan = document(Heading("Progress against the last plan", 1), table(f"{heads}\n{rows}"))
    assert find_actions(stitch(plan)).actions == []


def test_a_chapter_looks_back_below_the_names_of_its_parts_too():
    past = table("Action|Progress\nPlant street trees|All were planted by May")
    ahead = table("Action|Owner|Date\nOpen a depot|Parks|2028")
    parts = [Heading("What we have done", 1), Heading("Our streets", 2), past]
    parts += [Heading("What we will do", 1), Heading("Our streets", 2), ahead]
    assert pick(found(*parts), "activity") == [("Open a depot",)]


def test_how_far_an_action_of_the_last_plan_came_makes_it_none_of_this_one():
    rows = "Open a refuge|It opened in May|Achieved\nPublish accounts|Not done|Not achieved"
    plan = document(Heading("Our last plan", 1), table(f"Action|Progress|Rating\n{rows}"))
    assert find_actions(stitch(plan)).actions == []


def test_outcomes_of_what_was_delivered_are_no_plan():
    rows = "Open a second refuge|Six family units|May 2024\nTrain GPs|410 trained|June 2024"
    report = table(f"Action|Outcome|Date completed\n{rows}")
    assert (
        find_actions(stitch(document(Heading("What we have delivered", 1), report))).actions == []
    )
    assert len(find_actions(stitch(document(Heading("Delivery", 1), report))).actions) == 2


@pytest.mark.parametrize(
    ("heading", "first", "actions"),
    [
        ("How to fill in your plan", "Example: hold an assembly", 1),
        ("How to fill in your plan", "e.g. Hold an assembly", 1),
        ("Our plan", "Example-led training in schools", 2),
        ("Worked example", "Hold an assembly", 0),
        ("Priority 1: Leading by example", "Hold an assembly", 2),
    ],
)
def test_what_shows_how_a_plan_is_written_is_told(heading, first, actions):
    rows = f"{first}|Head of year|June 2026\nTrain the mentors|Head of sixth form|July 2026"
    plan = document(Heading(heading, 1), table(f"Action|Lead|By when\n{rows}"))
    result = find_actions(stitch(plan))
    assert len(result.actions) == actions
    assert bool(result.problems) == (actions < 2)
    told = [one.message for one in result.problems if one.code == "unread_row"]
    assert all("example" in message for message in told) and bool(told) == (actions == 1)


def test_a_plan_in_such_a_chapter_still_says_who_or_when():
    rows = "Open a second refuge|Housing|The lease is signed"
    plan = document(Heading("Our last plan", 1), table(f"Commitment|Lead|Progress made\n{rows}"))
    assert len(find_actions(stitch(plan)).actions) == 1


def test_a_calendar_whose_months_stand_first_promises_nothing():
    rows = "April|Annual report to the board\nJuly|Data of half a year published"
    plan = document(Heading("How we report", 1), table(f"Month|Activity\n{rows}"))
    assert find_actions(stitch(plan)).actions == []


def test_terms_of_a_glossary_that_are_labels_of_plans_make_no_card():
    terms = (
        Paragraph("Safeguarding Review: A review held when somebody has died."),
        Paragraph("Senior Responsible Owner: The person who answers for a project."),
        Paragraph("Stakeholder: A person or body with an interest."),
    )
    assert find_actions(stitch(document(Heading("Jargon buster", 1), *terms))).actions == []


def test_a_register_names_its_risks_first_and_a_plan_may_name_them_last():
    rows = "Funds end|Agree a reserve with the county|Finance|May 2027"
    register = table(f"Risk|Action|Owner|By when\n{rows}\n{rows}")
    assert find_actions(stitch(document(Heading("Risks", 1), register))).actions == []
    rows = "Agree a reserve with the county|Finance|May 2027|Funds end"
    plan = table(f"Action|Owner|By when|Risk\n{rows}")
    assert len(find_actions(stitch(document(Heading("Plan", 1), plan))).actions) == 1


@pytest.mark.parametrize(
    ("chapter", "actions"),
    [
        ("Appendix B: Risk register", 0),
        ("Risks and mitigation", 0),
        ("Managing our risks", 0),
        ("Adapting to heat", 2),
        ("Managing flood risk", 2),
    ],
)
def test_a_register_of_risks_with_aims_is_told_by_its_chapter(chapter, actions):
    rows = "Hot summers|Shade in each street|Plant trees in each street|Parks|May 2027"
    plan = table(f"Risk|Objective|Action|Owner|By when\n{rows}\n{rows}")
    result = find_actions(stitch(document(Heading(chapter, 1), plan)))
    assert len(result.actions) == actions
    assert any(problem.code == "unread_table" for problem in result.problems) == (actions == 0)


def test_a_chapter_that_the_contents_name_with_its_page_is_no_label_of_a_form():
    entry = Paragraph("Risks and mitigation 8", lead_in="Risks and mitigation")
    rows = "Hot summers|Shade in each street|Plant trees in each street|Parks|May 2027"
    register = table(f"Risk|Objective|Action|Owner|By when\n{rows}\n{rows}")
    read = document(Heading("Contents", 1), entry, Heading("Risks and mitigation", 1), register)
    assert find_actions(stitch(read)).actions == []


@pytest.mark.parametrize(
    ("heading", "actions"), [("Timetable", 0), ("Governance", 0), ("Priority 1: Safe quays", 4)]
)
def test_milestones_that_only_happen_are_steps_below_an_aim_and_events_elsewhere(heading, actions):
    rows = (
        "Strategy approved by Cabinet|May 2026|Clerk\nConsultation opens|June 2026|Clerk\n"
        "Publication of the plan|July 2026|Clerk\nMid-term review|May 2028|Board"
    )
    led = table(f"Milestone|Date|Lead\n{rows}")
    alone = table(f"Activity|Date\n{rows.replace('|Clerk', '').replace('|Board', '')}")
    for plan in (led, alone):
        result = find_actions(stitch(document(Heading(heading, 1), plan)))
        assert len(result.actions) == actions
        assert any(one.code == "unread_table" for one in result.problems) == (actions == 0)


@pytest.mark.parametrize(
    "first", ["Protected characteristic", "Crime type", "Where", "What we heard", "Risk"]
)
def test_a_plan_may_begin_with_a_heading_that_other_tables_have(first):
    rows = "Hot summers|Plant trees in each street|Parks|May 2027|Shade doubled"
    plan = table(f"{first}|Action|Owner|By when|How we will know\n{rows}\n{rows}")
    assert len(found(plan)) == 2


def test_a_contents_page_whose_chapters_are_labels_of_forms_is_no_form():
    pages = table("What we will do|12\nWho leads|13\nReferences|14\nTimescale|15")
    found = find_actions(stitch(document(Heading("Contents", 1), pages)))
    assert (found.actions, found.problems) == ([], [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hazard|Action to mitigate|Lead|By when\nHeat|Plant trees|Parks|May 2027", "who and when"),
        ("Issue|How we will mitigate|Lead|By when\nNo app|Offer a line|Port|2027", "who and when"),
        ("Action|Lead|Timescale\nMend each lamp|Port|Within 10 working days", "who and when"),
        (
            "Step|Action|Who|When\n1|Log the complaint|Port|Day 1\n2|Reply|Port|Day 10",
            "who and when",
        ),
        ("Action|Lead|Cost|Funding\nNew lamps|Port|£900|£400\nA hub|Port|£9|£4", "who"),
        ("By when|Action\nMay 2026|Better lights\nJune 2026|A hub for families", "when"),
        (
            "Challenge|Our response|Outcome\nLong waits|Open a second clinic|Shorter waits\n"
            "Few crews|Fund six places|More crews",
            "how success is told",
        ),
    ],
)
def test_a_table_as_of_a_plan_that_its_other_headings_or_dates_speak_against_is_told(text, said):
    read = find_actions(stitch(document(table(text))))
    assert read.actions == []
    (told,) = read.problems
    assert told.code == "unread_table"
    assert f"it says {said}" in told.message


@pytest.mark.parametrize(
    ("chapter", "actions"),
    [
        ("How this plan was developed", 0),
        ("How we wrote our strategy", 0),
        ("Development of the strategy", 0),
        ("Procurement timetable", 0),
        ("How the plan we made will be delivered", 2),
        ("Development of the harbour", 2),
    ],
)
def test_how_a_plan_was_made_is_none(chapter, actions):
    rows = "1|Hold workshops with crews|May 2024\n2|Publish the draft|June 2024"
    plan = document(Heading(chapter, 1), table(f"Phase|Activity|Date\n{rows}"))
    result = find_actions(stitch(plan))
    assert len(result.actions) == actions
    assert any(problem.code == "unread_table" for problem in result.problems) == (actions == 0)


@pytest.mark.parametrize(
    ("chapter", "actions"),
    [("How this plan was developed", 0), ("Consultation timetable", 0), ("Port timetable", 2)],
)
def test_who_made_a_plan_and_when_is_none_of_its_actions(chapter, actions):
    rows = "Crews asked on the quay|May 2024|Harbour office\nDraft sent out|June 2024|Board"
    plan = document(Heading(chapter, 1), table(f"Milestone|Date|Lead\n{rows}"))
    result = find_actions(stitch(plan))
    assert len(result.actions) == actions
    assert any(problem.code == "unread_table" for problem in result.problems) == (actions == 0)


def test_an_action_that_is_done_stays_one_where_its_state_is_said():
    rows = "Install lamps|Complete\nReplace the rail|Ongoing"
    assert len(found(table(f"Action|Status\n{rows}"))) == 2


def test_a_recommendation_that_somebody_is_to_follow_is_an_action():
    rows = "Publish the list of berths|Harbour master\nReview the letters|Clerk"
    assert len(found(table(f"Recommendation|Lead\n{rows}"))) == 2


def test_what_is_left_out_of_a_chapter_that_looks_back_is_told():
    rows = "Open a second refuge|It opened in May\nPublish the accounts|Three were published"
    plan = document(Heading("Our achievements", 1), table(f"Action|Progress\n{rows}"))
    (told,) = find_actions(stitch(plan)).problems
    assert "a report on a plan that is over" in told.message


@pytest.mark.parametrize(
    "chapter",
    ["Priority 2: Raising achievement", "Achievements and next steps", "The last year of the plan"],
)
def test_schools_chapters_that_look_ahead_too_and_last_years_are_no_look_back(chapter):
    rows = "Open a homework club|Two are open|Amber\nTrain forty mentors|Ten are|Green"
    plan = document(Heading(chapter, 1), table(f"Action|Progress|RAG\n{rows}"))
    assert len(find_actions(stitch(plan)).actions) == 2


def test_a_form_that_names_its_action_is_told_without_advice_on_its_labels():
    form = table("Project|Harbour lights\nLead|Port\nStart|May 2026\nContact|J Moor")
    (told,) = find_actions(stitch(document(Heading("Plan", 1), form))).problems
    assert "it does not read as an action of a plan" in told.message
    assert "headings.csv" not in told.message


@pytest.mark.parametrize(
    ("beside", "values"),
    [
        ("Likelihood|Impact score", "High|4"),
        ("Residual risk", "Low"),
        ("Allocated|Spent to date|Variance", "£20,000|£500|£19,500"),
        ("Baseline|Date reached|Met", "None||No"),
    ],
)
def test_a_table_that_begins_with_promises_is_a_plan_whatever_else_it_tells_of_them(beside, values):
    plan = "Ref|Action|Owner|By when|{}\n1|{}|Port|2028|{}\n2|{}|Parks|2029|{}"
    promised = plan.format(beside, "Raise the wall", values, "Plant trees", values)
    named = plan.format(beside, "East wall", values, "Trees", values)
    assert len(found(table(promised))) == 2
    assert len(found(table(promised.replace("Action", "Initiative", 1)))) == 2
    granted = promised.replace("Action", "Project", 1).replace("Owner", "Organisation", 1)
    assert found(table(granted)) == []
    assert found(table(promised.replace("Action", "Description", 1))) == []
    assert found(table(named)) == []


@pytest.mark.parametrize(
    "other",
    [
        "Course|Audience|Length|Provider\nFirst aid|Ushers|Two hours|Vale",
        "Meeting|Date|Venue\nBoard|4 May 2026|Town hall",
    ],
)
def test_courses_and_meetings_below_a_promise_are_no_part_of_it(other):
    blocks = (Heading("1.2 Train every usher", 2), table(other))
    read = find_actions(stitch(document(*blocks)))
    assert (read.actions, read.problems) == ([], [])


def test_commitments_of_which_few_promise_are_a_plan_where_it_says_who_and_how_far_they_are():
    rows = (
        "1|Open findings of school inspections|Ministry of Education|Substantial\n"
        "2|Citizens' panels on river quality|Environment Agency|Limited\n"
        "3|Plain budgets for villages|Ministry of Finance|Completed\n"
        "4|Feedback line for social benefits|Social Protection|Limited"
    )
    heads = "No.|Commitment|Responsible institution|Completion level"
    assert len(found(table(f"{heads}\n{rows}"))) == 4
