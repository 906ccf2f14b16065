"""Aims of others, of meetings and of earlier years are not the plan's priorities."""

import pytest

from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
    "key themes emerging": (
        """
# Engagement report
Three themes emerged from focus groups: cost, trust and transport.
""",
        [],
    ),
    "case study heading among": (
        """
# Youth strategy
## Our priorities
### Somewhere to go
Hubs open in each part of the borough.
### Case study: the boathouse
Young people rebuilt a boathouse together.
### Something to do
Sport, music and art are open to all.
### Someone to talk to
Mentors are there when they are needed.
""",
        ["Somewhere to go", "Something to do", "Someone to talk to"],
    ),
    "priorities for the last year": (
        """
# Annual plan
In 2022 our priorities were recruitment, retention and pay.
For 2025 our priorities are: housing, health and hope.
""",
        ["housing", "health", "hope"],
    ),
    "statement items too long are left": (
        """
# Plan
Our aims are:
* To work with everybody who lives in, works in or visits the borough so that the harm which is \
caused by alcohol, drugs and tobacco is understood, reduced and, where we possibly can, \
prevented altogether
* To do more of that
* And more
""",
        [],
    ),
    "what success looks like decoy": (
        """
# Equality objectives 2024-28
The council has agreed four equality objectives
* A workforce that looks like the borough
* Services open to all
* Leaders who listen
* Communities that get on
## What success looks like
We will know that we have met our objectives when:
* Complaints fall
* Trust rises
* Pay gaps close
""",
        [
            "A workforce that looks like the borough",
            "Services open to all",
            "Leaders who listen",
            "Communities that get on",
        ],
    ),
    "legislation duties list is decoy": (
        """
# Domestic abuse strategy
## Legislation
The Act places four duties on councils, and its objectives are:
* assess need
* publish a strategy
* commission support
* report each year
## Our strategic priorities
1. Prevent abuse
2. Provide support
3. Pursue offenders
""",
        ["Prevent abuse", "Provide support", "Pursue offenders"],
    ),
    "priority groups decoy": (
        """
# Vaccination plan
We will reach these priority groups:
* People over 75
* Pregnant women
* Care home staff
""",
        [],
    ),
    "outcomes only": (
        """
# Children and young people plan
## Outcome 1: Safe
Children grow up safe from harm at home and online.
## Outcome 2: Healthy
Children are healthy in body and in mind each day.
## Outcome 3: Ready
Children are ready for school, work and life.
""",
        ["Safe", "Healthy", "Ready"],
    ),
    "link to corporate priorities decoy": (
        """
# Parking strategy
## Links to corporate priorities
This strategy supports the council's four corporate priorities:
* Growth
* Homes
* Climate
* Health
## Objectives of this strategy
* Keep streets moving
* Help residents park near home
* Encourage cleaner cars
""",
        ["Keep streets moving", "Help residents park near home", "Encourage cleaner cars"],
    ),
    "privacy page decoy": (
        """
# Privacy notice
We collect data to meet the following objectives:
* Provide the service
* Improve the website
* Meet our duties
""",
        [],
    ),
    "job page decoy only": (
        """
# Policy officer
## Main duties
* Write reports
* Support boards
* Track actions
## About you
Your goals are: learn, share and lead.
""",
        [],
    ),
    "toolkit how to set priorities not a plan": (
        """
# Toolkit
When choosing your priorities, ask three questions:
* Who is affected?
* What works?
* Who can help?
""",
        [],
    ),
    "terms of reference objectives decoy only": (
        """
# Terms of reference
## Objectives of the group
The objectives of the group are to:
* advise the board
* share good practice
* monitor risks
""",
        [],
    ),
    "mayor quoted decoy": (
        """
# Borough plan for safer streets
## London context
The Mayor's Police and Crime Plan has four priorities:
* Reducing violence
* Increasing trust
* Better supporting victims
* Protecting people from exploitation
## The borough's priorities
* Street safety
* Hate crime
* Drugs
""",
        ["Street safety", "Hate crime", "Drugs"],
    ),
    "what we will do per theme not new priorities": (
        """
# Harm reduction plan
Our three themes are: learn, act and report.
## Learn
We will focus on:
* Reviews of deaths
* Data from services
* Voices of families
## Act
We will focus on:
* Naloxone
* Outreach
* Housing
## Report
We will focus on:
* A yearly report
* A public dashboard
* A learning day
""",
        ["learn", "act", "report"],
    ),
    "key messages decoy not priorities": (
        """
# Director's report
## Key messages
* Life expectancy fell
* Obesity rose
* Smoking fell
## Recommendations
* Fund prevention
* Measure more
* Share data
""",
        [],
    ),
    "single objective alone decoy": (
        """
# Plan
## Our objectives
### Objective 1: Stop
Text on stopping things for good.
""",
        [],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_the_aims_of_others_do_not_count(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_the_aims_of_others_do_not_count_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles
