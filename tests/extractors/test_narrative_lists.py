"""Priorities that plans print as lists, panels and in sentences."""

import pytest

from extractors.narrative import find_priorities
from extractors.readers import read

from .plan_text import page, plan

PLANS = {
    "numbered priority headings": (
        """
# Ashmoor Suicide Prevention Strategy 2024-2029
## Foreword
Every death is one too many.
## Priority 1: Reducing access to means
We will make bridges and rail crossings safer.
* Fit barriers
## Priority 2: Supporting people bereaved
Support reaches families within three days.
## Priority 3: Better use of data
We share what we learn.
""",
        ["Reducing access to means", "Supporting people bereaved", "Better use of data"],
    ),
    "overview list then chapters in capitals": (
        """
# Climate Action Plan
## Summary
Our plan has three priorities:
* Warm and efficient homes
* Cleaner travel
* Nature and green space
## WARM AND EFFICIENT HOMES
Homes cause a third of the emissions in the borough.
## CLEANER TRAVEL
Travel causes another third of our emissions locally.
## NATURE AND GREEN SPACE
Trees and wetlands store carbon and cool streets.
""",
        ["Warm and efficient homes", "Cleaner travel", "Nature and green space"],
    ),
    "prose with semicolons": (
        """
# Serious Violence Duty strategy
Our four priorities are: prevention and early help; protecting places; diverting young people; \
and bringing offenders to justice. They run to 2027.
""",
        [
            "prevention and early help",
            "protecting places",
            "diverting young people",
            "bringing offenders to justice",
        ],
    ),
    "prose which are": (
        """
# Carers plan
The strategy has five key themes, which are identifying carers, respite, money advice, health \
checks and young carers.
""",
        ["identifying carers", "respite", "money advice", "health checks", "young carers"],
    ),
    "prose number decides the and": (
        """
# Domestic abuse plan
This strategy sets out three objectives: prevention, early help, and support and recovery.
""",
        ["prevention", "early help", "support and recovery"],
    ),
    "aims then priorities": (
        """
# Drugs and alcohol partnership plan
Our aims are:
* Fewer deaths
* Fewer people using drugs
* Less crime
The partnership has agreed four priorities to achieve these aims:
1. Break supply chains
2. Deliver a world class treatment system
3. Achieve a shift in demand
4. Support families
""",
        [
            "Break supply chains",
            "Deliver a world class treatment system",
            "Achieve a shift in demand",
            "Support families",
        ],
    ),
    "positioned number panels": (
        """
# Skills plan
## Our priorities
01
! Talent in every place
Courses within thirty minutes of every home in the county.
* New campus
02
! Employers at the heart
Firms shape what colleges teach each year.
03
! Green skills first
Retrofit and solar need two thousand people.
""",
        ["Talent in every place", "Employers at the heart", "Green skills first"],
    ),
    "ordinal sentences": (
        """
# Statement of intent
Our first priority is to end rough sleeping. Our second priority is to bring empty homes back \
into use. Our third priority is to raise standards in private renting.
""",
        [
            "end rough sleeping",
            "bring empty homes back into use",
            "raise standards in private renting",
        ],
    ),
    "bold lead-ins after we will focus on": (
        """
# What comes next
To achieve these outcomes the partnership will focus on:
* **Early intervention:** finding families before a crisis and offering help they want.
* **Safe spaces:** opening doors in every library and pharmacy of the city.
* **Justice:** working with the courts so that cases are heard within a year.
Read more on our website.
""",
        ["Early intervention", "Safe spaces", "Justice"],
    ),
    "focus areas heading with list": (
        """
# Community safety partnership plan
## Focus areas 2024-27
We looked at the data and chose what matters most.
* Anti-social behaviour
* Violence against women and girls
* Exploitation of children and adults
""",
        [
            "Anti-social behaviour",
            "Violence against women and girls",
            "Exploitation of children and adults",
        ],
    ),
    "outcomes of one priority": (
        """
# Refugee welcome plan
## Priority 1: A warm welcome
The outcomes for this priority are:
* People arrive safely
* People feel at home
* People have a named worker
## Priority 2: A place to live
The outcomes for this priority are:
* Fewer hotel stays
* More hosts
* More move on homes
""",
        ["A warm welcome", "A place to live"],
    ),
    "number with dash in list": (
        """
# Food partnership strategy
This strategy is built around five themes:
* Theme 1 – Good food for all
* Theme 2 – Local growing
* Theme 3 – Less waste
* Theme 4 – Fair work in food
* Theme 5 – Food and climate
""",
        [
            "Good food for all",
            "Local growing",
            "Less waste",
            "Fair work in food",
            "Food and climate",
        ],
    ),
    "pillars adopted": (
        """
# Thornby VAWG plan
## Our approach
We have adopted the four pillars of the national strategy:
* Prioritising prevention
* Supporting victims
* Pursuing perpetrators
* Strengthening the system
""",
        [
            "Prioritising prevention",
            "Supporting victims",
            "Pursuing perpetrators",
            "Strengthening the system",
        ],
    ),
    "focus inline": (
        """
# Night-time strategy
Over the next three years we will focus on three priority areas: safer journeys, safer venues \
and better lighting.
""",
        ["safer journeys", "safer venues", "better lighting"],
    ),
    "commissioner's priorities with sub lists": (
        """
# Police and Crime Plan 2024-2028
## My priorities
This plan has five priorities, which you helped me to choose.
* Visible neighbourhood policing
** More officers
** More special constables
* Reducing violence
** Knife arches
* Supporting victims
* Road safety
* Rural crime
## The national picture
The Strategic Policing Requirement sets seven threats.
""",
        [
            "Visible neighbourhood policing",
            "Reducing violence",
            "Supporting victims",
            "Road safety",
            "Rural crime",
        ],
    ),
    "ambitions in prose with numbers": (
        """
# Health inequalities framework
Our framework has four ambitions: (1) every child ready for school; (2) good work for all; (3) \
healthy places; and (4) longer lives in good health.
""",
        [
            "every child ready for school",
            "good work for all",
            "healthy places",
            "longer lives in good health",
        ],
    ),
    "key priorities bullets ended by semicolons without count": (
        """
# News
The council has approved a new strategy to tackle loneliness.
The strategy's key priorities are:
* Bringing people together;
* Better transport; and
* Training volunteers.
Councillor Okafor said: "Loneliness harms health."
""",
        ["Bringing people together", "Better transport", "Training volunteers"],
    ),
    "tackling areas of need": (
        """
# Mental health strategy
We have identified six areas of focus:
1. Children and young people
2. Perinatal mental health
3. Work
4. Older adults
5. Crisis care
6. Stigma
""",
        [
            "Children and young people",
            "Perinatal mental health",
            "Work",
            "Older adults",
            "Crisis care",
            "Stigma",
        ],
    ),
    "prose goals with trailing clause": (
        """
# Refugee strategy
Working together, our goals are to: help people settle; help people learn English; and help \
people find work.
""",
        ["help people settle", "help people learn English", "help people find work"],
    ),
    "lead-in paragraphs without bullets": (
        """
# Dementia strategy
Our five priorities for the next three years are:
**Preventing well** – people know how to lower their risk of dementia in mid life.
**Diagnosing well** – people get a timely diagnosis and a plan for care.
**Supporting well** – people get safe care close to home when they need it.
**Living well** – people live in places that welcome them and their carers.
**Dying well** – people die with dignity in the place of their choice.
""",
        ["Preventing well", "Diagnosing well", "Supporting well", "Living well", "Dying well"],
    ),
    "plain lines after count": (
        """
# Corporate plan
The plan sets out three corporate objectives
Thriving communities
Clean and green places
A council that listens
The plan was agreed by full council in February after debate.
""",
        ["Thriving communities", "Clean and green places", "A council that listens"],
    ),
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
    "news item with five pillars of strategy": (
        """
# Council launches plan to end homelessness
Councillors agreed the new Homelessness and Rough Sleeping Strategy last night.
The five-year strategy is built on four pillars: prevention, intervention, recovery and a \
stronger system.
Cllr Tam Bright said: "We have three priorities in my group: growth, growth and growth."
""",
        ["prevention", "intervention", "recovery", "a stronger system"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_lists_and_sentences_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_lists_and_sentences_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles
