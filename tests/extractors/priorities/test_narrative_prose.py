"""Priorities that plans print in sentences, panels and bare lines."""

import pytest

from extractors.priorities.narrative import find_priorities
from extractors.readers import read
from tests.extractors.plan_text import page, plan

PLANS = {
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
    "focus inline": (
        """
# Night-time strategy
Over the next three years we will focus on three priority areas: safer journeys, safer venues \
and better lighting.
""",
        ["safer journeys", "safer venues", "better lighting"],
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
    "prose goals with trailing clause": (
        """
# Refugee strategy
Working together, our goals are to: help people settle; help people learn English; and help \
people find work.
""",
        ["help people settle", "help people learn English", "help people find work"],
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
    "survey in passing and own priorities after": (
        """
# Library survey results and plan
Respondents chose four priorities: opening hours, stock, staff and space.
In response our plan has three priorities: longer hours, newer stock and warmer rooms.
""",
        ["longer hours", "newer stock", "warmer rooms"],
    ),
    "labels inside a sentence": (
        """
# Fair food plan
The plan has three themes. Theme 1: Growing, Theme 2: Cooking and Theme 3: Sharing.
""",
        ["Growing", "Cooking", "Sharing"],
    ),
    "labels run together on a line": (
        """
# Fair food plan
This strategy is built around four themes:
Theme 1 – Good food Theme 2 – Local growing
Theme 3 – Less waste Theme 4 – Fair work
""",
        ["Good food", "Local growing", "Less waste", "Fair work"],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_sentences_name_the_priorities(name: str) -> None:
    text, titles = PLANS[name]
    assert [row.title for row in find_priorities(plan(text))] == titles


@pytest.mark.parametrize("name", PLANS)
def test_sentences_name_the_priorities_on_a_web_page(name: str) -> None:
    text, titles = PLANS[name]
    document = read(page(text), f"{name}.html")
    assert [row.title for row in find_priorities(document)] == titles


UNMARKED = """
# Youth plan
## Our themes at a glance
We have agreed these with children.
Diversion
Children stay out of court where they can.
Learning
Every child is in school or at work.
Repair
Victims are heard and harm is made good.
"""


def test_plain_titles_each_above_a_sentence_are_the_aims_of_the_heading_above():
    found = find_priorities(plan(UNMARKED))
    assert [(one.title, one.summary) for one in found] == [
        ("Diversion", "Children stay out of court where they can."),
        ("Learning", "Every child is in school or at work."),
        ("Repair", "Victims are heard and harm is made good."),
    ]
    others = UNMARKED.replace("Learning", "Every child counts.")
    assert find_priorities(plan(others)) == ()
