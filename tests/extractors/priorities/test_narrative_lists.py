"""Priorities that plans print as lists with a lead-in."""

import pytest

from extractors.blocks import Box, Document, Heading, Paragraph, Place
from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

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
    "news that promises a number before the list": (
        """
# Harbour commissioner sets the course
Four new priorities have been set out for the port.
Rosa Penhale wrote them down after she was elected in May.
The focus areas are:
* Cut theft from boats
* Make wardens easier to find
* Calm the ferry queue
* Make each pound count
The panel will hear of them in July.
""",
        [
            "Cut theft from boats",
            "Make wardens easier to find",
            "Calm the ferry queue",
            "Make each pound count",
        ],
    ),
    "a long title before a colon among short ones": (
        """
# Port safety plan
## Our priorities
Our plan has three priorities, agreed by all partners:
* We will keep each quay well lit: Lamps burn from dusk to dawn.
* We will give everyone who works on the ferries the right help: Nurses come aboard each week.
* We will speak with one voice: Notices are the same in each port.
""",
        [
            "We will keep each quay well lit",
            "We will give everyone who works on the ferries the right help",
            "We will speak with one voice",
        ],
    ),
    "a lead-in that points back at the aims": (
        """
# New commissioner takes office
Ms Penhale has set out her goals for the port and its ferries until 2028. These include:
* More wardens, sooner.
* Early help – with clubs on each quay for those who would else be bored.
* Fair fees – so that no family has to give up its boat.
* Learning – from each port that does better than ours.
""",
        ["More wardens, sooner", "Early help", "Fair fees", "Learning"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_lists_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_lists_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles


def test_the_last_of_a_list_has_a_text_below_it_as_each_before_it_has() -> None:
    text = """
# Ferry plan
## Our priorities
We have three priorities.
1. Safer quays
Lamps burn from dusk to dawn on every quay.
2. Early help
Nurses come aboard each week of the season.
3. One voice
Notices are the same in each of the ports.
The plan is read again each spring.
"""
    found = find_priorities(plan(text))
    assert [row.summary for row in found] == [
        "Lamps burn from dusk to dawn on every quay.",
        "Nurses come aboard each week of the season.",
        "Notices are the same in each of the ports.",
    ]


def test_an_aim_that_a_list_names_has_the_text_below_its_heading_as_summary():
    document = plan(
        """
# Harbour strategy
## Our priorities
* Safe quays
* Clean water
## Safe quays
Too many boats are lost on dark nights.
We will:
* light the pier
## Clean water
Swimmers fall ill every summer.
We will:
* mend the sewer
"""
    )
    assert [(row.title, row.summary) for row in find_priorities(document)] == [
        ("Safe quays", "Too many boats are lost on dark nights."),
        ("Clean water", "Swimmers fall ill every summer."),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Our priorities were agreed by the board in spring.",
        "We took these priorities to each ward.",
        "Our goals bind every port. On each quay there will be:",
    ],
)
def test_a_sentence_that_only_speaks_of_priorities_announces_no_list(lead: str) -> None:
    document = plan(f"# Harbour plan\n{lead}\n* Warm homes\n* Safe quays\n* Fair work")
    assert find_priorities(document) == ()


def test_plain_paragraphs_between_bold_lead_ins_belong_to_the_item_above_them():
    found = find_priorities(
        plan(
            """
# Quay plan
Our priorities are:
**Warm homes.** Nobody is cold.
We will insulate lofts first.
**Safe streets.** Lamps are lit.
Wardens walk the quay.
**Clean water.** Fish return.
Nets are mended.
"""
        )
    )
    assert [one.title for one in found] == ["Warm homes", "Safe streets", "Clean water"]


def test_indented_paragraphs_below_a_lead_in_are_items_whose_bullets_are_drawn():
    texts = ["Our priorities are:", "Warm homes", "Safe streets", "Clean water", "Lamps are lit."]
    lefts = [40, 58, 58, 58, 40]
    blocks = [
        Paragraph(text, place=Place((Box(1, x, 100 + 14 * n, 400, 110 + 14 * n),)))
        for n, (text, x) in enumerate(zip(texts, lefts, strict=True))
    ]
    found = find_priorities(Document("application/pdf", (Heading("Plan", 1), *blocks)))
    assert [one.title for one in found] == texts[1:4]


def test_the_last_of_aims_between_semicolons_may_follow_and():
    text = "Our three priorities are: warm homes; safe streets and clean water."
    found = find_priorities(Document("text/html", (Heading("Plan", 1), Paragraph(text))))
    assert [one.title for one in found] == ["warm homes", "safe streets", "clean water"]


def test_the_items_of_a_list_that_head_chapters_are_its_aims_where_others_say_what_each_holds():
    text = """
# Carers strategy
## Our aims
Until 2029 our three aims are:
- Recognising carers early
- Send a welcome pack to each carer.
- Breaks that work
- Offer 400 short breaks a year.
- Caring and working
- Start a network of employers.
## Recognising carers early
Most carers wait for years until anybody asks.
## Breaks that work
A break is only one without worry.
## Caring and working
Two in five have cut their hours.
"""
    titles = ["Recognising carers early", "Breaks that work", "Caring and working"]
    assert [one.title for one in find_priorities(plan(text))] == titles


def test_aims_of_a_list_whose_chapters_are_called_otherwise_are_not_lost() -> None:
    names = ["Early help", "Breaks that work", "Good health", "Work and caring", "Young carers"]
    chapters = [*names[:3], "Caring at work"]
    text = "# Carers strategy\n## Our priorities\nOur five priorities are:\n"
    text += "".join(f"- {name}\n" for name in names)
    text += "".join(f"## {name}\nMost carers wait for years.\n" for name in chapters)
    assert [one.title for one in find_priorities(plan(text))] == names


def test_a_list_of_another_number_than_is_announced_names_no_aims() -> None:
    text = "# Town plan\n## 1. Introduction\nThe partnership has agreed three priorities.\n"
    text += "* consultation with residents\n* data of the police\n"
    names = ["Warm homes", "Clean air", "Safe streets"]
    text += "".join(f"## {at}. {name}\nHomes are cold here.\n" for at, name in enumerate(names, 2))
    assert [one.title for one in find_priorities(plan(text))] == names


def test_the_number_of_the_next_chapter_does_not_count_as_one_of_the_list_above_it():
    named = ["Build confidence to report", "Support victims", "Challenge prejudice"]
    items = [Paragraph(title, f"{n}.") for n, title in enumerate(named, start=1)]
    chapters = ["Inspection findings", "Roles and responsibilities", "Successes to date"]
    later = [
        block
        for n, text in enumerate(chapters, start=6)
        for block in (Heading(text, 1, f"{n}."), Paragraph("Much has been done, and more is due."))
    ]
    blocks = [Heading("Our strategic pillars", 1, "5."), Paragraph("Our three pillars are:")]
    plan = Document("application/pdf", (*blocks, *items, *later))
    assert [row.title for row in find_priorities(plan)] == named
