"""What looks like priorities and is not the plan's own."""

import pytest

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
    "national pillars are a decoy": (
        """
# Tallow County VAWG strategy
## National context
The Government's strategy has four pillars:
* Prioritising prevention
* Supporting victims
* Pursuing perpetrators
* A stronger system
## What we will do
Our priorities are:
* Listen to survivors
* Safe accommodation
* Change behaviour
""",
        ["Listen to survivors", "Safe accommodation", "Change behaviour"],
    ),
    "what supports the aims is none of them": (
        """
# Vale plan 2025
## Enablers
Four enablers support our priorities:
* Data and insight
* Our people
* Money and assets
* Communication
""",
        [],
    ),
    "only national pillars": (
        """
# Briefing note
## Background
The national strategy sets out four priorities:
* Prevention
* Support
* Enforcement
* Stronger systems
""",
        [],
    ),
    "values are not priorities": (
        """
# Youth justice plan
## Our values
* Child first
* Trauma informed
* Anti-racist
## Our aims
Our aims are to:
* keep children out of court;
* repair harm; and
* make communities safer.
""",
        ["keep children out of court", "repair harm", "make communities safer"],
    ),
    "so many commitments are actions": (
        """
# Our open data plan, a year on
## Analysis of the commitments
These pages show how the 34 commitments set out in our plan stand in spring.
### The plan at a glance
Most of them began on time.
### Progress so far
Nineteen are done.
### Evidence by directorate
The rest are under way.
""",
        [],
    ),
    "what a program promises": (
        """
# Manual of the tide library
## Promises
### tide_promise_make
Makes one.
### tide_promise_keep(value)
Keeps it.
### Class: TideTable
Holds them all.
""",
        [],
    ),
    "two goals in passing and two headings further on": (
        """
# Terms of use of the tide tables
## How they may be copied
Our decision will be guided by the two goals of keeping them free and keeping them right.
## NO WARRANTY
* They may be wrong.
## END OF THE TERMS
* Printed by the port.
""",
        [],
    ),
    "principles only": (
        """
# Charter
## Our principles
* Openness
* Fairness
* Respect
""",
        [],
    ),
    "consultation themes": (
        """
# Sexual health strategy
## What residents told us
The key themes from the survey were:
* Opening hours
* Parking
* Waiting times
## Strategic priorities
* **Prevention:** helping people to stay well through education and vaccination in every school.
* **Access:** opening clinics when people can come, in the evening and at weekends.
* **Equity:** reaching groups who are not served well by today's services.
""",
        ["Prevention", "Access", "Equity"],
    ),
    "previous strategy decoy": (
        """
# Hoarding strategy 2025
## Progress
Our previous strategy had three priorities: training, a panel and a toolkit.
## Looking ahead
We have agreed three priorities: early notice, safe homes and lasting change.
""",
        ["early notice", "safe homes", "lasting change"],
    ),
    "progress list decoy": (
        """
# Annual report
Progress against our priorities includes:
* Ten new beds opened
* Three pilots ended
* A new director started
""",
        [],
    ),
    "contents page is no printing": (
        """
# Learning disability strategy
## Contents
Priority 1: Health 4
Priority 2: Homes 6
Priority 3: Work 8
Appendix 12
## Priority 1: Health
Annual checks for all who want one this year.
## Priority 2: Homes
Own front doors for more people this year.
## Priority 3: Work
Paid jobs for more people this coming year.
""",
        ["Health", "Homes", "Work"],
    ),
    "other strategies are no aims": (
        """
# Winter safety plan
## Links to other strategies
This plan links to the following strategies:
* Housing strategy
* Transport strategy
* Falls strategy
""",
        [],
    ),
    "statistics headings": (
        """
# Profile
## Key statistics
### Population
The borough has many people.
### Crime
Crime rose by two per cent.
### Health
Life expectancy is level.
""",
        [],
    ),
    "prose not a list": (
        """
# Delivery
Our priorities are informed by evidence, experience and data. Our objectives are clear, simple \
and shared.
""",
        [],
    ),
    "deliver these by": (
        """
# Plan
We will deliver these priorities by:
* Meeting every month
* Publishing data
* Holding leads to account
""",
        [],
    ),
    "outcomes list lower than priorities heading": (
        """
# Poverty strategy
## Outcomes
* Fewer children in poverty
* Higher pay
* Fewer debts
## Priorities
### Priority A: Maximise income
Text on income and benefits.
### Priority B: Cut costs
Text on fuel, food and travel.
### Priority C: Build wealth
Text on community assets here.
""",
        ["Maximise income", "Cut costs", "Build wealth"],
    ),
    "police plan quoted in a council's plan": (
        """
# Ellerby Community Safety Plan 2025
## Strategic fit
The Police and Crime Plan has four priorities: prevention, victims, visibility and efficiency.
The Health and Wellbeing Strategy has three themes: starting well, living well and ageing well.
## Our priorities for 2025
Based on the assessment we will focus on: antisocial behaviour; domestic abuse; and drug \
dealing.
""",
        ["antisocial behaviour", "domestic abuse", "drug dealing"],
    ),
    "recommendations list is not priorities": (
        """
# Scrutiny review
The review makes five recommendations:
* Publish data
* Meet quarterly
* Train members
* Fund advice
* Report back
""",
        [],
    ),
    "kpi headings": (
        """
# Performance report
## Key performance indicators
The following indicators support our priorities:
* Number of referrals
* Days waited
* Satisfaction
""",
        [],
    ),
    "vision mission values decoy and pillars": (
        """
# Economic growth plan
## Vision
A county where business grows.
## Values
Our values are: honesty, courage and care.
## Strategic pillars
### People
Skills for the jobs of the next ten years.
### Place
Town centres that people want to visit again.
### Business
Support for firms at each step of growth.
""",
        ["People", "Place", "Business"],
    ),
    "single priority": (
        """
# Note
Our priority is the safety of children.
""",
        [],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_only_the_plans_own_priorities_count(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_only_the_plans_own_priorities_count_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles


def test_actions_that_are_called_commitments_are_no_priorities():
    actions = plan("""
# Culture plan
## Commitment 1: Open three studios in empty shops on the High Street
## Commitment 2: Write a public art policy for all new developments here
## Commitment 3: Give every child in Year 5 a free ticket for the theatre
""")
    aims = plan("""
# Culture plan
## Commitment 1: A place where artists stay
## Commitment 2: Stories and heritage
""")
    assert not find_priorities(actions)
    assert len(find_priorities(actions, acted=False)) == 3  # of a strategy without a plan
    assert [row.title for row in find_priorities(aims)][1:] == ["Stories and heritage"]


def test_a_number_that_a_page_break_took_from_its_panel_leaves_no_two_aims_of_four():
    titles = ["Staying well", "Being young", "Breaks and respite", "Clear advice"]
    said = Paragraph("Carers told us that they wait for too long.")
    blocks: list[Block] = [Heading("Carers strategy", 1), Heading("Our aims at a glance", 2)]
    for number, title in enumerate(titles, start=1):
        blocks += [Paragraph(str(number))] if number != 3 else []
        blocks += [Heading(title, 3), said]
    found = find_priorities(Document("application/pdf", tuple(blocks)))
    assert [one.title for one in found] == titles


def test_numbers_above_lines_of_cards_are_no_priorities():
    cards = "".join(
        f"### {at}\nAction: Open {what}\nLead: Vale\nBy when: 2027\n"
        for at, what in enumerate(("a refuge", "two hubs", "three parks"), 1)
    )
    assert not find_priorities(plan(f"# Homes plan\n## Health and homes\n{cards}"))
