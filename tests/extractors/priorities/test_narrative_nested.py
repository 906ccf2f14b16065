"""Priorities that plans print as lists and again as chapters."""

import pytest

from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
    "theme pages with see page": (
        """
# Cultural strategy
## Executive summary
Our vision is for culture in every street. Five themes run through the strategy:
* Creative people
* Creative places
* Creative learning
* Creative economy
* Creative health
## Theme 1: Creative people
Artists stay because they can afford to work here.
## Theme 2: Creative places
Venues open in the empty shops of the high street.
## Theme 3: Creative learning
Each child plays an instrument for two years.
## Theme 4: Creative economy
Firms grow with help from the growth hub.
## Theme 5: Creative health
Social prescribing links people to the arts.
""",
        [
            "Creative people",
            "Creative places",
            "Creative learning",
            "Creative economy",
            "Creative health",
        ],
    ),
    "health and wellbeing strategy": (
        """
# Joint Local Health and Wellbeing Strategy 2025-2035
## Executive summary
Our vision is that everyone lives longer and healthier lives. To get there we have chosen three \
strategic ambitions and four enablers.
## Ambition 1: The best start
Every child is ready for school, and every parent knows where help is.
### What we will do
* Family hubs
* Healthy weight
### How we will measure progress
* School readiness
## Ambition 2: Healthy places
Streets, homes and parks make the healthy choice the easy one.
### What we will do
* Low traffic streets
### How we will measure progress
* Walking rates
## Ambition 3: Ageing well
People live at home for longer and die where they choose to.
### What we will do
* Falls service
### How we will measure progress
* Falls
## Enablers
* Workforce
* Data
* Estates
* Money
""",
        ["The best start", "Healthy places", "Ageing well"],
    ),
    "commissioner my priorities are": (
        """
# Police and Crime Plan
My priorities for the next four years are:
* Preventing crime
* Protecting people
* Putting victims first
* Building trust
I will hold the Chief Constable to account for these priorities through:
* Monthly meetings
* Public questions
* Published data
""",
        ["Preventing crime", "Protecting people", "Putting victims first", "Building trust"],
    ),
    "sentences as items in numbered list": (
        """
# Tenancy strategy
The strategy has four objectives:
1. To make the best use of homes that the council owns
2. To support tenants who struggle with rent
3. To help people move when their needs change
4. To prevent tenancy fraud
## Types of tenancy
* Introductory
* Secure
* Flexible
""",
        [
            "To make the best use of homes that the council owns",
            "To support tenants who struggle with rent",
            "To help people move when their needs change",
            "To prevent tenancy fraud",
        ],
    ),
    "theme overview in lead-in bold and chapters with numbers": (
        """
# Cost of living plan
## Plan on a page
**Theme 1: Food** Nobody goes hungry in our borough this winter.
**Theme 2: Fuel** Nobody is cold in our borough this winter time.
**Theme 3: Finance** Nobody misses a benefit that is due to them.
## Theme 1 Food
Pantries open in each ward of the borough and share a van.
## Theme 2 Fuel
Advisers visit homes at risk of damp and of cold.
## Theme 3 Finance
Campaigns raise take up of pension credit and the like.
""",
        ["Food", "Fuel", "Finance"],
    ),
    "cross cutting themes alongside priorities": (
        """
# Inclusive growth strategy
Our five priorities are:
* Good jobs
* Skills
* Town centres
* Infrastructure
* Clean growth
Three cross-cutting themes run through the strategy:
* Equality
* Health
* Climate
""",
        ["Good jobs", "Skills", "Town centres", "Infrastructure", "Clean growth"],
    ),
    "priority areas with colon sentence items": (
        """
# Neglect strategy
The Safeguarding Partnership has identified the following priority areas:
* Early recognition: practitioners see neglect early and name it as neglect.
* Effective tools: practitioners use one tool and understand its results.
* Whole family: practitioners think about fathers, siblings and carers.
""",
        ["Early recognition", "Effective tools", "Whole family"],
    ),
    "objectives of the meeting": (
        """
# Minutes
The objectives of the meeting were:
* Agree the budget
* Note the report
* Elect a chair
""",
        [],
    ),
    "strategy aims with outcomes below": (
        """
# Anti-poverty strategy
## Our aims
### Aim 1: Prevent poverty
People have the income that they need to live well.
Outcomes
* Fewer debts
### Aim 2: Reduce poverty
People who are poor find help in one place nearby.
Outcomes
* Fewer parcels
### Aim 3: Soften poverty
People who stay poor live with dignity and company.
Outcomes
* Less shame
""",
        ["Prevent poverty", "Reduce poverty", "Soften poverty"],
    ),
    "bulleted list with number words and dashes": (
        """
# Sport strategy
The strategy has three strands
* Active people - more people moving more often in each part of the city
* Active places - streets, parks and pools that invite people to move
* Active partners - clubs, schools and surgeries that work as one
""",
        ["Active people", "Active places", "Active partners"],
    ),
    "focus lists below each priority": (
        """
# Falls plan
## Priority 1: Homes
We will focus on:
* Rails
* Lighting
* Rugs
## Priority 2: Bodies
We will focus on:
* Balance
* Bones
* Eyes
""",
        ["Homes", "Bodies"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_lists_and_chapters_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_lists_and_chapters_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles
