"""Priorities that plans print as counted headings."""

import pytest

from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
    "strategic aims in words": (
        """
# Homelessness strategy
## Strategic aim one – Prevent homelessness early
Text about prevention follows here.
## Strategic aim two – Move people on
Text about moving on follows here.
## Strategic aim three – End rough sleeping
Text about rough sleeping follows here.
""",
        ["Prevent homelessness early", "Move people on", "End rough sleeping"],
    ),
    "objectives under priorities": (
        """
# Delivery plan
## Priority 1: Prevention
### Objective 1: Work with schools
Text on schools is here.
### Objective 2: Work with employers
Text on employers is here.
## Priority 2: Provision
### Objective 1: Commission refuges
Text on refuges is here.
### Objective 2: Train staff
Text on training is here.
""",
        ["Prevention", "Provision"],
    ),
    "words that mean an aim only where they count it": (
        """
# Accessibility plan
## Shift 1: Open buildings
Ramps come before new paint.
## Shift 2: Plain words
Letters are written to be read.
## Shift 3: Fair chances
Jobs go to those who can do them.
""",
        ["Open buildings", "Plain words", "Fair chances"],
    ),
    "label on its own line": (
        """
# Ageing well strategy
## Priority 1
### Staying active
People over 65 move more often than before.
## Priority 2
### Staying connected
Loneliness is as harmful as smoking for older people.
## Priority 3
### Staying independent
Homes that suit people as they get older.
""",
        ["Staying active", "Staying connected", "Staying independent"],
    ),
    "numbered child headings": (
        """
# Air quality action plan
## 4 Our strategic objectives
### 4.1 Cut traffic emissions
Text about traffic emissions.
### 4.2 Clean up construction
Text about construction sites.
### 4.3 Protect schools
Text about schools here.
## 5 Governance
The board meets each quarter.
""",
        ["Cut traffic emissions", "Clean up construction", "Protect schools"],
    ),
    "theme colon headings": (
        """
# Digital inclusion strategy
## Theme: Devices
Every household has a device that works well.
## Theme: Data
Nobody goes without a connection to the internet.
## Theme: Confidence
Helpers sit in each library in the county.
""",
        ["Devices", "Data", "Confidence"],
    ),
    "missions": (
        """
# Borough plan
## Mission 1: A borough everyone can afford
Text about cost of living here.
## Mission 2: Young people thrive
Text about the young follows.
## Mission 3: Green and clean
Text about the green borough.
""",
        ["A borough everyone can afford", "Young people thrive", "Green and clean"],
    ),
    "commitments": (
        """
# Armed forces covenant
## Commitment 1 - Housing
Text about housing for veterans.
## Commitment 2 - Health
Text about health for veterans.
## Commitment 3 - Employment
Text about jobs for veterans.
""",
        ["Housing", "Health", "Employment"],
    ),
    "title then label in brackets": (
        """
# Modern slavery plan
## Identification (Priority 1)
Staff know the signs of exploitation in every setting.
## Support (Priority 2)
Survivors get help that lasts for a year or more.
## Disruption (Priority 3)
Police and partners break up the networks that profit.
""",
        ["Identification", "Support", "Disruption"],
    ),
    "strategic priority with strapline and paragraph": (
        """
# Tree strategy
## Strategic Priority 1: PLANT
More trees
We will plant ten thousand trees in streets and parks by 2030.
## Strategic Priority 2: PROTECT
Keep what we have
We will protect ancient trees with orders and care for them well.
""",
        ["PLANT", "PROTECT"],
    ),
    "repeated objective running headings": (
        """
# Plan
## Objective 1 - Stop harm early
Text about early help in the district.
## Objective 2 - Support survivors
Text about support in the district.
## Objective 3 - Change behaviour
Text about change in the district.
## Sub-groups
### Objective 1 - Stop harm early
### Objective 2 - Support survivors
""",
        ["Stop harm early", "Support survivors", "Change behaviour"],
    ),
    "workstreams": (
        """
# Net zero programme
The programme is organised into four workstreams: Buildings, Transport, Energy and Waste.
## Workstream 1 - Buildings
Retrofit of civic buildings and schools by 2030.
## Workstream 2 - Transport
Fleet changes and charging points by 2028.
## Workstream 3 - Energy
Solar farms and heat networks to be built.
## Workstream 4 - Waste
Less waste is burned and more is reused.
""",
        ["Buildings", "Transport", "Energy", "Waste"],
    ),
    "prevent heading numbered without parent": (
        """
# Gambling harms strategy
Our strategy is built around three pillars.
## 1. Prevent
Adverts and outlets are limited near schools.
## 2. Identify
Every contact asks about gambling harm.
## 3. Treat
Clinics see people within four weeks.
## 4. Next steps
We report each year.
""",
        ["Prevent", "Identify", "Treat"],
    ),
    "roman numerals": (
        """
# Domestic Abuse Safe Accommodation Strategy
## Objective I – Accommodation
Text on accommodation, refuges and dispersed units.
## Objective II – Support
Text on support in safe accommodation for all.
## Objective III – Awareness
Text on awareness among staff of all agencies.
""",
        ["Accommodation", "Support", "Awareness"],
    ),
    "letter aims": (
        """
# Libraries strategy
## Aim A: Reading for all
Text about books and about reading groups.
## Aim B: Digital skills
Text about computers and lessons for adults.
## Aim C: Warm spaces
Text about opening hours in the winter.
""",
        ["Reading for all", "Digital skills", "Warm spaces"],
    ),
    "priority with dash and long name": (
        """
# Serious Violence Strategy
## PRIORITY 1 – PREVENTION AND EARLY INTERVENTION
We work in schools.
## PRIORITY 2 – DATA, INTELLIGENCE AND SHARING
We share information across agencies weekly.
## PRIORITY 3 – SAFE PLACES
We design out crime in parks and squares.
""",
        ["PREVENTION AND EARLY INTERVENTION", "DATA, INTELLIGENCE AND SHARING", "SAFE PLACES"],
    ),
    "headings with priority at end of line then we will": (
        """
# Young carers
## Our 3 priorities
! 1. Identify
We will spot young carers early in school and surgery.
! 2. Involve
We will ask young carers what they want from services.
! 3. Support
We will give young carers a break from caring each month.
## Who we are
The carers centre runs the service.
""",
        ["Identify", "Involve", "Support"],
    ),
    "strategic objectives abbreviations": (
        """
# Community safety strategy
## SO1: Reduce reoffending
Text about reoffending and probation work.
## SO2: Reduce violence
Text about violence in homes and streets.
## SO3: Build confidence
Text about confidence and about reporting.
""",
        ["Reduce reoffending", "Reduce violence", "Build confidence"],
    ),
    "pledge numbered": (
        """
# White ribbon plan
## Pledge 1: Never commit
Text about what men can do each day.
## Pledge 2: Never excuse
Text about banter and about silence here.
## Pledge 3: Never remain silent
Text about active bystanders in pubs.
""",
        ["Never commit", "Never excuse", "Never remain silent"],
    ),
    "risk headings": (
        """
# Contingency plan
## Risk 1: Flood
Text about floods.
## Risk 2: Fire
Text about fires.
""",
        [],
    ),
    "priority sentence as heading text": (
        """
# Partnership plan
## Priority 1: To reduce the harm caused by domestic abuse and sexual violence
This covers all forms of abuse at home, at work and in public.
## Priority 2: To reduce anti-social behaviour and hate crime
This covers neighbours, parks, town centres and online hate.
## Priority 3: To protect vulnerable people from exploitation
This covers county lines, cuckooing and forced labour in the area.
""",
        [
            "To reduce the harm caused by domestic abuse and sexual violence",
            "To reduce anti-social behaviour and hate crime",
            "To protect vulnerable people from exploitation",
        ],
    ),
    "ambition statements": (
        """
# Climate emergency plan
## Ambition 1
By 2030 the council's buildings run on clean power
We replace boilers in forty buildings and put panels on each roof.
## Ambition 2
By 2035 most trips are made on foot, by bike or by bus
We build lanes, run more buses and calm the streets around schools.
""",
        [
            "By 2030 the council's buildings run on clean power",
            "By 2035 most trips are made on foot, by bike or by bus",
        ],
    ),
    "themes with colon and dash in heading": (
        """
# Children's plan
## Theme One: Safe – children are protected from harm
Text about safety and safeguarding follows here.
## Theme Two: Well – children are healthy in body and mind
Text about health and wellbeing follows here.
## Theme Three: Skilled – children learn and achieve
Text about learning and schools follows here.
""",
        [
            "Safe – children are protected from harm",
            "Well – children are healthy in body and mind",
            "Skilled – children learn and achieve",
        ],
    ),
    "chapters name what an overview runs together": (
        """
# Cost of living plan
Theme 1: Food Nobody goes hungry this winter. Theme 2: Fuel Nobody is cold this winter.
## Theme 1 Food
Pantries open in each ward of the borough and share a van.
## Theme 2 Fuel
Advisers visit homes at risk of damp and of cold.
## Theme 3 Finance
Campaigns raise take up of pension credit and the like.
""",
        ["Food", "Fuel", "Finance"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_counted_headings_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_counted_headings_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles


def test_a_title_may_stand_before_its_sentence_in_one_paragraph():
    # Minutes of meetings print the priorities of the plan that they agree in this way.
    rows = find_priorities(
        plan("""
# Decision on the harbour strategy
There are three priorities under the shared vision:
* Priority 1 – Calm water: The aim is that boats lie safely through the winter, whatever blows.
* Priority 2 – Clear channels: The aim is that pilots know each bank and each wreck, and say so.
* Priority 3 – Fair fees: The aim is that no family gives up its boat because of what it pays.
## Decision
That the strategy be agreed.
""")
    )
    assert [(row.label, row.title) for row in rows] == [
        ("Priority 1", "Calm water"),
        ("Priority 2", "Clear channels"),
        ("Priority 3", "Fair fees"),
    ]
    assert rows[1].summary == "The aim is that pilots know each bank and each wreck, and say so."
