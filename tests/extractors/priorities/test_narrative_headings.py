"""Priorities that plans print as plain headings."""

import pytest

from extractors.blocks import Block, Document, Heading, Paragraph
from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
    "counted headings of the look of the one above them": (
        """
# Housing strategy 2025-2030
## Introduction
We wrote this with tenants.
## Our three priorities
## 1. Building more homes
We will build 900 homes.
## 2. Improving the homes we have
Every council home will meet the standard.
## 3. Supporting independent living
More extra care homes will open.
## Next steps
We will publish a plan.
""",
        [
            "Building more homes",
            "Improving the homes we have",
            "Supporting independent living",
        ],
    ),
    "a counted aim as long as a sentence": (
        """
# Violence prevention plan
## Priority 1: Safer streets
Visible policing in every town.
## Priority 2: Men and boys end all violence against women and girls, and those who use it are met \
by a firm and consistent response from every service
Courses and courts for those who harm.
""",
        [
            "Safer streets",
            "Men and boys end all violence against women and girls, and those who use it are met "
            "by a firm and consistent response from every service",
        ],
    ),
    "heading our priorities with child headings": (
        """
# Housing strategy 2025-2030
## Introduction
We wrote this with tenants.
## Our priorities
### Building more affordable homes
We will build 900 homes for social rent.
### Improving the homes we have
Every council home will meet the standard.
### Supporting independent living
More extra care homes will open.
## Next steps
We will publish a plan.
""",
        [
            "Building more affordable homes",
            "Improving the homes we have",
            "Supporting independent living",
        ],
    ),
    "announced number then headings": (
        """
# Police and Crime Plan
## Introduction
Following the consultation, I have set four priorities for my term of office.
## Safer streets
Visible policing in every town.
## Victims first
Support for every victim of crime.
## Tackling serious violence
Knife crime must fall.
## Rural communities
Farms need protection too.
## How I will hold the Chief Constable to account
Monthly meetings take place.
""",
        ["Safer streets", "Victims first", "Tackling serious violence", "Rural communities"],
    ),
    "numbered paragraphs with text": (
        """
# Autism strategy
We will concentrate on the following priorities:
1. Diagnosis
Waiting times will be below six months for all.
2. Education
Every school has a trained lead for autism.
3. Work
Employers learn what helps and what hinders.
## Delivery
The board leads.
""",
        ["Diagnosis", "Education", "Work"],
    ),
    "bold paragraphs as headings": (
        """
# Falls prevention strategy
## Our strategic objectives
! Objective 1: Strength and balance
Classes in every ward of the town by 2026.
! Objective 2: Safer homes
Home checks for all people who have fallen before.
! Objective 3: Medicines
Pharmacists review medicines once a year for those over 75.
""",
        ["Strength and balance", "Safer homes", "Medicines"],
    ),
    "intro says plan follows four themes and headings mixed": (
        """
# Antisocial behaviour strategy
## How the strategy is set out
This strategy is structured around four themes. Each has actions.
## Prevent
Help comes before harm is done to people here.
## Intervene
Warnings and contracts come before any court.
## Enforce
Orders are used when nothing else has worked.
## Rehabilitate
People are helped to change for good.
## Governance
The board meets in public.
## Glossary
Words explained.
""",
        ["Prevent", "Intervene", "Enforce", "Rehabilitate"],
    ),
    "four Ps paragraph": (
        """
# Modern slavery partnership
We follow the four Ps of the national counter-terrorism strategy: Prepare, Prevent, Protect and \
Pursue.
## What matters to us
The partnership will concentrate on three objectives: better referrals; safer work; lasting \
recovery.
""",
        ["better referrals", "safer work", "lasting recovery"],
    ),
    "where our priorities came from": (
        """
# Digital strategy
## How we chose our priorities
### Data
We looked at the data.
### Workshops
We ran workshops.
## Our priorities
### Simple services
Services that work the first time for all.
### Skilled people
Staff with the skills for the job today.
### Strong foundations
Systems that do not fail when needed most.
""",
        ["Simple services", "Skilled people", "Strong foundations"],
    ),
    "foreword mention then table of chapters": (
        """
# Rough sleeping plan
## Foreword
I am proud of this plan, whose three themes are prevention, intervention and recovery.
## Prevention
Nobody leaves hospital or prison to the street.
## Intervention
Outreach finds each person within one day.
## Recovery
Homes come first and support stays for as long as needed.
## Monitoring
A dashboard is published.
""",
        ["prevention", "intervention", "recovery"],
    ),
    "pcc plan title and mine": (
        """
# Police and Crime Plan 2025 to 2029
## Introduction from the Commissioner
The Police and Crime Plan sets out three priorities for policing.
## Protect
Neighbourhood teams know their streets and their people well.
## Respect
Victims are told what happens at each step of their case.
## Reform
The force spends less on cars and more on people.
## Finance
The budget is set in February each year.
""",
        ["Protect", "Respect", "Reform"],
    ),
    "priorities in two columns of headings with strap": (
        """
# Our VAWG strategy at a glance
## Four priorities
### PREVENT
Challenge the attitudes that lead to abuse in all settings.
### PROVIDE
Offer help at the right time for as long as it takes.
### PURSUE
Hold those who harm others to account and change them.
### PARTNER
Act as one system with one plan and one set of data.
""",
        ["PREVENT", "PROVIDE", "PURSUE", "PARTNER"],
    ),
    "sentence before headings spells number with hyphen words": (
        """
# Dementia plan
Our work over the life of this plan falls under five broad themes, set out below.
## Preventing well
Risk is lowered in mid life through checks and support.
## Diagnosing well
Waits for memory clinics fall to six weeks or fewer.
## Living well
Places welcome people and their carers all year round.
## Supporting well
Care is joined up and close to where people live.
## Dying well
People are helped to plan for the end of their life.
## Appendix
References.
""",
        ["Preventing well", "Diagnosing well", "Living well", "Supporting well", "Dying well"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_plain_headings_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_plain_headings_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles


def test_a_counted_heading_with_a_general_word_keeps_its_place():
    texts = ["Homes without fear", "Accountability of those who harm", "Earlier help"]
    blocks: list[Block] = [Heading("Our aims", 2), Paragraph("Partners agreed these aims:")]
    for number, text in enumerate(texts, start=1):
        blocks += [Heading(text, 3, marker=f"{number}."), Paragraph("Much is to be done for it.")]
    found = find_priorities(Document("x", tuple(blocks)))
    assert [row.title for row in found] == texts


def test_a_heading_that_names_the_aim_below_a_priority_stands_above_its_summary():
    text = """
# Safer homes strategy 2025-2028
## Our priorities
### Prioritise prevention
#### Our aim
Fewer people are harmed at home.
#### Actions
- Publish a charter for landlords.
### Support victims
#### Aim:
Help comes within a day.
### Change behaviour
#### What we know
Waiting lists are long.
"""
    found = find_priorities(plan(text))
    assert [(row.title, row.summary) for row in found] == [
        ("Prioritise prevention", "Fewer people are harmed at home."),
        ("Support victims", "Help comes within a day."),
        ("Change behaviour", None),
    ]


@pytest.mark.parametrize(
    ("part", "begins"),
    [
        ("Where are we now?", True),
        ("What the figures tell us", True),
        ("What we will do", False),
        ("How we will measure it", False),
        ("Who will lead this", False),
        ("What residents told us", False),
        ("Progress so far", False),
    ],
)
def test_the_part_with_which_each_chapter_begins_says_what_its_aim_is_about(part, begins):
    said = "One home in ten is cold in the winter months."
    names = ("Warm homes", "Safer streets", "Fair courts")
    chapters = "".join(
        f"## Priority {n}: {name}\n### {part}\n{said}\n" for n, name in enumerate(names, start=1)
    )
    rows = find_priorities(plan(f"# Vale plan\n{chapters}"))
    assert [row.summary for row in rows] == [said if begins else None] * 3


def test_headings_that_repeat_the_word_behind_a_dash_or_a_colon_are_priorities():
    document = plan(
        """
# Harbour strategy
## Priority \u2013 Warm homes
We insulate each cottage on the quay.
## Priority: Safe paths
We light the way to the ferry.
"""
    )
    rows = find_priorities(document)
    assert [(row.label, row.title) for row in rows] == [(None, "Warm homes"), (None, "Safe paths")]
    assert rows[0].summary == "We insulate each cottage on the quay."


CHAPTERS = (Heading("Warm homes", 1), Paragraph("Nobody is cold."), Heading("Clean travel", 1))


@pytest.mark.parametrize("second", ["Priority 2: Clean travel 7", "Priority 2: Clean travel ... 7"])
def test_chapters_that_the_contents_page_counts_are_priorities(second):
    entries = (Heading("Contents", 1), Paragraph("Priority 1: Warm homes 4 Next steps 9"))
    rows = find_priorities(Document("x", (*entries, Paragraph(second), *CHAPTERS)))
    assert [(row.label, row.title, row.summary) for row in rows] == [
        ("Priority 1", "Warm homes", "Nobody is cold."),
        ("Priority 2", "Clean travel", None),
    ]


def test_entries_of_the_contents_that_head_no_chapter_count_none():
    texts = ("Foreword 3", "Priority 1: Warm homes 4", "Priority 2: Fair work 7", "Contacts 9")
    entries = map(Paragraph, texts)
    assert not find_priorities(Document("x", (Heading("Contents", 1), *entries, *CHAPTERS)))


def test_who_answers_for_a_priority_and_by_when_is_no_part_of_its_summary():
    rows = find_priorities(
        Document(
            "x",
            (
                Heading("Theme 1: Safer homes", 1),
                Paragraph("Lead: Housing Board"),
                Paragraph("Nobody is afraid in their own home."),
                Heading("Theme 2: Safer streets", 1),
                Paragraph("Timescale: 2025-2028"),
                Paragraph("Table 2: what we will do"),
            ),
        )
    )
    assert [row.summary for row in rows] == ["Nobody is afraid in their own home.", None]


ON_TILES = """
# Climate plan
## Our aims
### Clean travel
### Warm homes
### Room for nature
We will keep these three under review and report on them to the board each spring.
## Aim 1: Clean travel
### Why this matters
A third of our carbon comes from cars and vans.
## Aim 2: Warm homes
### Context
One home in four is hard to heat.
## Aim 3: Room for nature
### What we know
Hedges have been lost.
"""


def test_the_text_that_closes_aims_on_tiles_is_no_summary_and_that_of_the_chapter_is():
    assert [(one.title, one.summary) for one in find_priorities(plan(ON_TILES))] == [
        ("Clean travel", "A third of our carbon comes from cars and vans."),
        ("Warm homes", "One home in four is hard to heat."),
        ("Room for nature", None),
    ]


def test_large_titles_below_a_small_line_that_names_them_end_with_their_look():
    blocks = [Heading("Autism strategy", 1), Heading("Our priorities", 3)]
    names = ["Diagnosis in time", "Schools that include", "Work and homes"]
    blocks += [Heading(name, 2) for name in names]
    for name in [*names, "Abbreviations"]:
        blocks += [Heading(name, 1), Paragraph("People told us that they wait too long.")]
    found = find_priorities(Document("application/pdf", tuple(blocks)))
    assert [one.title for one in found] == names


SAID = ("One home in ten is cold.", "Two streets are dark.", "Courts sit too late.")
PARTED = "".join(
    f"## {name}\n{said}\n## Achievements\n* Forty lamps were lit.\n"
    for name, said in zip(("Warm homes", "Safer streets", "Fair courts"), SAID, strict=True)
)


def test_a_part_of_each_chapter_that_looks_as_its_title_is_no_aim():
    rows = find_priorities(plan(f"# Vale plan\n# Our priorities\nWe have three.\n{PARTED}"))
    assert [row.title for row in rows] == ["Warm homes", "Safer streets", "Fair courts"]


def test_the_first_chapter_below_tiles_begins_with_a_title_and_not_with_the_close_of_the_tiles():
    tiles = "## Our aims\n### Warm homes\n### Safer streets\n### Fair courts\n"
    rows = find_priorities(plan(f"# Vale plan\n{tiles}{PARTED}"))
    assert [row.summary for row in rows] == list(SAID)
