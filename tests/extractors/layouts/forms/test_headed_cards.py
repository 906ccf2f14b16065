"""Cards that headings make: headings that are labels, count an action, or explain one."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Box, Heading, Paragraph, Place
from extractors.extract import extract
from extractors.rows import OtherCell
from tests.extractors.tables import document, found, pick, table

THEME = Heading("Theme 1: Homes", 1)


def test_headings_are_labels_where_they_say_who_and_when_below_another():
    rows = found(
        THEME,
        *(
            block
            for number, lead in ((1, "Vale"), (2, "Courts"))
            for block in (
                Heading(f"1.{number} Open a refuge with {lead}", 3),
                Heading("Why this matters", 4),
                Paragraph("Too many women are turned away."),
                Heading("Who will lead this?", 4),
                Paragraph(lead),
                Heading("By when", 4),
                Paragraph("May 2025"),
                Heading("Success measures", 4),
                Paragraph("Beds", "•"),
                Paragraph("Fewer turned away", "•"),
            )
        ),
        Paragraph("The board looks at this plan twice a year."),
    )
    assert pick(rows, "ref", "activity", "lead", "due", "items", "section") == [
        (
            f"1.{number}",
            f"Open a refuge with {lead}",
            lead,
            "May 2025",
            ["Beds", "Fewer turned away"],
            "Theme 1: Homes",
        )
        for number, lead in ((1, "Vale"), (2, "Courts"))
    ]


def test_titles_of_several_cards_need_no_promise_of_their_own():
    rows = found(
        THEME,
        Heading("Street lighting", 3),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2025"),
        Heading("Night bus", 3),
        Paragraph("Lead: Courts"),
        Paragraph("By when: Ongoing"),
    )
    assert pick(rows, "activity", "lead", "section") == [
        ("Street lighting", "Vale", "Theme 1: Homes"),
        ("Night bus", "Courts", "Theme 1: Homes"),
    ]


def test_a_counted_heading_gives_the_reference_of_the_text_between_it_and_its_form():
    rows = found(
        THEME,
        Heading("Action 1.1", 3),
        Paragraph("Open a second refuge"),
        table("Lead|Vale\nBy when|May 2025\nStatus|On track"),
        Heading("Action 1.2", 3),
        Paragraph("Train every usher"),
        table("Lead|Courts\nBy when|Ongoing\nStatus|On track"),
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("1.1", "Open a second refuge", "Vale", "Theme 1: Homes"),
        ("1.2", "Train every usher", "Courts", "Theme 1: Homes"),
    ]


def test_a_counted_name_begins_the_promise_between_it_and_its_form():
    rows = found(
        THEME,
        Heading("Action 1: Night bus", 3),
        Paragraph("Introduce a night bus on Fridays"),
        table("Lead|Vale\nBy when|May 2025"),
        Heading("Action 2: Review the rota", 3),
        Paragraph("Introduce a second shift"),
        table("Lead|Courts\nBy when|Ongoing"),
        Heading("Action 3: Warm homes", 3),
        Paragraph("Damp is common here."),
        table("Lead|Vale\nBy when|Ongoing"),
    )
    assert pick(rows, "ref", "activity") == [
        ("1", "Night bus Introduce a night bus on Fridays"),
        ("2", "Review the rota"),
        ("3", "Warm homes"),
    ]


def test_a_line_above_a_heading_that_is_a_reference_is_the_heading_s():
    (row,) = found(
        THEME,
        Paragraph("Action 1.1"),
        Heading("Open a second refuge", 5),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2025"),
    )
    assert (row["ref"], row["activity"]) == ("1.1", "Open a second refuge")


def test_a_counted_heading_over_headings_that_are_labels_gives_the_reference():
    rows = found(
        THEME,
        *(
            block
            for number in ("1.1", "1.2")
            for block in (
                Heading(f"Action {number}", 3),
                *(Heading("What we will do", 4), Paragraph("Open a refuge")),
                *(Heading("Who is responsible?", 4), Paragraph("Vale")),
                *(Heading("By when?", 4), Paragraph("Year 1")),
            )
        ),
    )
    assert pick(rows, "ref", "activity", "due") == [
        ("1.1", "Open a refuge", "Year 1"),
        ("1.2", "Open a refuge", "Year 1"),
    ]


def test_a_date_above_the_next_heading_is_not_its_reference():
    rows = found(
        THEME,
        Heading("Street lighting", 3),
        *(Heading("Lead", 4), Paragraph("Vale")),
        *(Heading("By when", 4), Paragraph("Year 1")),
        Heading("Night bus", 3),
        *(Heading("Lead", 4), Paragraph("Courts")),
        *(Heading("By when", 4), Paragraph("Year 2")),
    )
    assert pick(rows, "ref", "activity") == [("", "Street lighting"), ("", "Night bus")]


def test_a_reference_on_a_line_of_its_own_is_that_of_the_line_below():
    rows = found(
        THEME,
        *map(Paragraph, ("1.1", "Open a refuge", "Lead: Vale", "By when: May 2025")),
        *map(Paragraph, ("1.2", "Train every usher", "Lead: Courts", "By when: Ongoing")),
    )
    assert pick(rows, "ref", "activity") == [("1.1", "Open a refuge"), ("1.2", "Train every usher")]


def test_below_a_counted_heading_any_text_above_who_and_when_is_the_action():
    rows = found(
        THEME,
        Heading("Action 2.1", 2),
        Paragraph("Softer lamps along the canal"),
        Paragraph("Owner: Parks"),
        Paragraph("Deadline: May 2027"),
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("2.1", "Softer lamps along the canal", "Parks")
    ]


def test_a_counted_heading_that_says_the_action_is_explained_by_the_text_below_it():
    heading = Heading(
        "Action 7: Plant hedges beside the tramway", 2, place=Place((Box(4, 1, 2, 3, 4),))
    )
    (action,) = find_actions(
        document(
            THEME,
            heading,
            Paragraph("The parks board will tell schools how hedges clean the air."),
            Paragraph("Lead agency: Parks", "•"),
            Paragraph("Timing: Short term", "•"),
        )
    ).actions
    assert action.row.cells["activity"] == "Plant hedges beside the tramway"
    assert (action.row.cells["ref"], action.row.cells["due"]) == ("7", "Short term")
    assert action.row.place.boxes[0] == Box(4, 1, 2, 3, 4)


def test_a_counted_heading_that_says_the_action_is_explained_by_the_text_above_its_table():
    rows = found(
        THEME,
        Heading("Action 7: Hedges beside the tramway", 2),
        Paragraph("The parks board will tell schools how hedges clean the air."),
        table("Owner|By when|Outputs\nParks|May 2027|Two miles planted"),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("7", "Hedges beside the tramway", "Parks", "May 2027")
    ]


def _aim_over_cards(aim, *actions):
    yield Heading(aim, 2)
    yield Paragraph("People should not reach crisis point before they are helped.")
    for action in actions:
        yield Paragraph(action, bold=True)
        for label, value in (("Lead", "Vale"), ("Complete by", "May 2027")):
            yield Heading(label, 4)
            yield Paragraph(value)


def test_a_heading_set_like_one_over_several_cards_titles_none_though_it_holds_one():
    rows = found(
        *_aim_over_cards("Fair chances at work", "Open a refuge.", "Light the quay."),
        *_aim_over_cards("Safe and well", "Train every usher."),
        *_aim_over_cards("Warm homes", "Insulate the lofts."),
    )
    sections = ["Fair chances at work"] * 2 + ["Safe and well", "Warm homes"]
    assert [row["section"] for row in rows] == sections


def test_a_form_below_a_heading_set_like_one_over_two_forms_keeps_its_section():
    card = "{}|<\nLead agency|Vale\nTarget date|May 2027\nProgress|In progress"
    rows = found(
        Heading("A place for artists", 1),
        table(card.format("1.1 Open three studios")),
        table(card.format("1.2 Write a policy for public art")),
        Heading("Stories and heritage", 1),
        table(card.format("2.1 Map what the town has")),
        Heading("Culture for every quarter", 1),
        table(card.format("3.1 Restore the bandstand")),
    )
    assert [row["section"] for row in rows] == [
        *["A place for artists"] * 2,
        "Stories and heritage",
        "Culture for every quarter",
    ]


def test_next_steps_set_like_the_title_above_lines_of_labels_is_no_label_of_the_last_card():
    rows = found(
        Heading("Our routes", 2),
        Paragraph("1.1 Light the quay."),
        Paragraph("Lead: Vale Due: May 2027", lead_in="Lead:"),
        Paragraph("1.2 Open a refuge."),
        Paragraph("Lead: Housing Due: June 2027", lead_in="Lead:"),
        Heading("Next steps", 2),
        Paragraph("Progress is reported to the Board every quarter."),
    )
    assert pick(rows, "ref", "activity") == [("1.1", "Light the quay."), ("1.2", "Open a refuge.")]


def test_a_bold_sentence_below_the_labels_of_a_heading_begins_the_next_card():
    rows = found(
        Heading("Settled homes", 1),
        Heading("Place an officer in the hospital", 2, "2.1"),
        Heading("Accountable", 3),
        Paragraph("Vale"),
        Heading("To be completed by", 3),
        Paragraph("May 2027"),
        Paragraph("2.2 Deliver a service for 25 people.", bold=True),
        Heading("Accountable", 3),
        Paragraph("Housing"),
        Heading("To be completed by", 3),
        Paragraph("June 2027"),
        Heading("Rough sleeping", 1),
        Heading("Create a landlord forum", 2, "3.1"),
        Heading("Accountable", 3),
        Paragraph("Parks"),
        Heading("To be completed by", 3),
        Paragraph("July 2027"),
    )
    assert pick(rows, "ref", "lead", "section") == [
        ("2.1", "Vale", "Settled homes"),
        ("2.2", "Housing", "Settled homes"),
        ("3.1", "Parks", "Rough sleeping"),
    ]


def test_labels_in_two_columns_of_a_sheet_may_be_headings_of_two_levels():
    rows = found(
        *(
            block
            for number, due in ((1, "Annually"), (2, "May 2027"))
            for block in (
                Heading(f"Action {number}", 1),
                Heading("Who will lead", 3),
                Paragraph("Vale"),
                Heading("By when", 3),
                Paragraph(due),
                Heading("What we will do", 2),
                Paragraph("Dredge the lower basin before the winter."),
            )
        ),
    )
    assert pick(rows, "ref", "lead", "due", "activity") == [
        ("1", "Vale", "Annually", "Dredge the lower basin before the winter."),
        ("2", "Vale", "May 2027", "Dredge the lower basin before the winter."),
    ]


def test_the_first_label_of_each_card_may_be_set_larger_than_what_it_serves_above_it():
    rows = found(
        *(
            block
            for aim, text in (("SAFER STREETS", "Light the quay."), ("EARLY HELP", "Open a hub."))
            for block in (
                Heading(aim, 3),
                Paragraph(f"1.1 {text}", bold=True),
                *(Heading("Why this matters", 2), Paragraph("Too few feel safe after dark.")),
                *(Heading("Lead officer", 2), Paragraph("Vale")),
                *(Heading("Delivery date", 2), Paragraph("May 2027")),
            )
        )
    )
    assert pick(rows, "ref", "activity", "lead", "due", "section") == [
        ("1.1", "Light the quay.", "Vale", "May 2027", "SAFER STREETS"),
        ("1.1", "Open a hub.", "Vale", "May 2027", "EARLY HELP"),
    ]


def test_a_label_set_as_the_titles_are_is_one_where_it_comes_again():
    cards = [
        (
            Heading(f"{number} Mend the {what}", 3),
            Paragraph("Lead: Vale"),
            Paragraph("By when: 2027"),
            Heading("Measures:", 3),
            Paragraph("Fewer falls", "•"),
            Paragraph("No claims", "•"),
        )
        for number, what in (("1.1", "lift"), ("1.2", "stairs"))
    ]
    rows = found(THEME, *(block for card in cards for block in card))
    assert pick(rows, "activity", "due", "items") == [
        (f"Mend the {what}", "2027", ["Fewer falls", "No claims"]) for what in ("lift", "stairs")
    ]


def test_texts_that_promise_below_names_that_do_not_are_the_actions():
    said = (Paragraph("Lead: Vale", "•"), Paragraph("By when: May 2025", "•"))
    cards = [
        (Heading(name, 3), Paragraph(text), Paragraph("Few do so now."), *said)
        for name, text in (
            ("Volunteers", "Recruit twenty volunteers from all wards."),
            ("Night buses", "Fund a bus that runs until two."),
        )
    ]
    rows = found(Heading("Homes", 2), *(line for card in cards for line in card))
    assert [text for (text,) in pick(rows, "activity")] == [
        "Volunteers Recruit twenty volunteers from all wards.",
        "Night buses Fund a bus that runs until two.",
    ]


def test_what_will_be_done_below_a_name_is_all_of_the_action():
    said = (Paragraph("Lead: Vale", "•"), Paragraph("By when: May 2025", "•"))
    texts = ("Recruit twenty volunteers.", "They will be trained by the police.", "Few are now.")
    cards = [(Heading(f"Volunteers {n}", 3), *map(Paragraph, texts), *said) for n in "AB"]
    rows = found(Heading("Homes", 2), *(line for card in cards for line in card))
    said = " ".join(texts[:2])
    assert pick(rows, "activity") == [(f"Volunteers A {said}",), (f"Volunteers B {said}",)]


def test_all_texts_above_the_labels_are_the_action_that_a_name_counts():
    said = (Paragraph("Lead: Vale", "•"), Paragraph("By when: May 2025", "•"))
    cards = [
        (Heading(name, 3), Paragraph(text), Paragraph("Friends will choose."), *said)
        for name, text in (
            ("Action 1.1 – Parks", "Recruit twenty wardens."),
            ("Action 1.2 – Buses", "Fund a bus that runs until two."),
        )
    ]
    rows = found(Heading("Homes", 2), *(line for card in cards for line in card))
    assert pick(rows, "ref", "activity") == [
        ("1.1", "Parks Recruit twenty wardens. Friends will choose."),
        ("1.2", "Buses Fund a bus that runs until two. Friends will choose."),
    ]


def test_a_list_that_promises_below_a_name_is_the_action_with_all_its_items():
    items = ("Recruit twenty volunteers.", "Train them by May.")
    said = (*(Paragraph(one, "•") for one in items), Paragraph("Lead: Vale"))
    cards = [(Heading(name, 3), *said, Paragraph("By when: 2026")) for name in ("Buses", "Halls")]
    rows = found(Heading("Homes", 2), *(line for card in cards for line in card))
    listed = "• Recruit twenty volunteers. • Train them by May."
    assert pick(rows, "activity") == [(f"Buses {listed}",), (f"Halls {listed}",)]


def test_pledges_over_one_set_of_labels_each_are_cards():
    said = (Paragraph("Lead – Vale", "•"), Paragraph("By when – May 2025", "•"))
    cards = [
        (Heading(name, 3), Paragraph(text), *said)
        for name, text in (
            ("Pledge 1: Volunteers", "Recruit twenty volunteers from all wards."),
            ("Pledge 2: Night buses", "Fund a bus that runs until two."),
        )
    ]
    rows = found(Heading("Homes", 2), *(line for card in cards for line in card))
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("Pledge 1", "Volunteers Recruit twenty volunteers from all wards.", "Vale", "May 2025"),
        ("Pledge 2", "Night buses Fund a bus that runs until two.", "Vale", "May 2025"),
    ]


def test_an_aim_that_ends_in_a_label_stays_a_section_where_its_summary_repeats_it_in_bold():
    plan = "**Action**|**Lead**|**Timescale**\n"
    blocks = [
        Paragraph("Early help: lessons in schools.", lead_in="Early help"),
        Paragraph("Safe homes and support: units.", lead_in="Safe homes and support"),
        Heading("EARLY HELP", 2),
        table(f"{plan}Fund lessons in all schools.|Education|Sept 2025"),
        Heading("SAFE HOMES AND SUPPORT", 2),
        table(f"{plan}Open eight units.|Housing|Apr 2026"),
    ]
    assert [row["section"] for row in found(*blocks)] == ["EARLY HELP", "SAFE HOMES AND SUPPORT"]


def test_a_heading_set_as_the_one_above_is_no_label_of_its_card_unless_it_comes_again():
    """The foreword was the section of all actions, and "Action plan" a label of its card."""
    rows = found(
        Heading("Foreword", 1),
        Paragraph("We will look at the plan again every spring."),
        Heading("Action plan", 1),
        Paragraph("Open a second refuge.", "1."),
        Paragraph("Lead: Vale | By when: 2027"),
        Paragraph("Train every usher.", "2."),
        Paragraph("Lead: Courts | By when: 2028"),
    )
    assert pick(rows, "activity", "lead", "section") == [
        ("Open a second refuge.", "Vale", None),
        ("Train every usher.", "Courts", None),
    ]


def test_an_objective_below_the_titles_of_cards_takes_no_title_for_a_section():
    """Titles of which most promise something say the actions, one that seems to promise none too.

    The card of "Street lighting" was an action of no text.
    """
    rows = found(
        THEME,
        *(
            block
            for title in ("Open a refuge", "Street lighting", "Train every usher")
            for block in (
                Heading(title, 3),
                table("Intended outcome|People feel safe\nLead|Vale\nBy when|2027\nKPIs|A survey"),
            )
        ),
    )
    assert pick(rows, "activity", "objective", "section") == [
        (title, "People feel safe", "Theme 1: Homes")
        for title in ("Open a refuge", "Street lighting", "Train every usher")
    ]


def test_texts_below_names_are_the_actions_where_most_begin_with_a_known_verb():
    """ "Place" and "Fit" are none: the names were taken for the actions, the texts lost untold."""
    acts = ("Recruit two workers", "Deliver training", "Place a nurse", "Open a hub", "Fit locks")
    rows = found(
        *(
            block
            for number, act in enumerate(acts, 1)
            for block in (
                Heading(f"Commitment {number}: Homes", 3),
                Paragraph(f"{act} in each ward"),
                Paragraph("Lead: Vale", "•", lead_in="Lead:"),
                Paragraph("By when: 2027", "•", lead_in="By when:"),
            )
        )
    )
    assert pick(rows, "activity") == [(f"Homes {act} in each ward",) for act in acts]


def test_a_card_among_others_is_read_though_most_of_its_labels_are_left_empty():
    said = (("Vale", "May 2025"), ("", "May 2026"), ("Courts", "June 2027"))
    rows = found(
        THEME,
        *(
            block
            for lead, due in said
            for block in (
                Heading(f"Open a refuge by {due}", 3),
                Paragraph(f"Lead: {lead}".strip()),
                Paragraph(f"By when: {due}"),
            )
        ),
    )
    assert pick(rows, "lead", "due") == list(said)


ACTS = (
    "Bring falls clinics to village halls",
    "Train bus drivers in dementia awareness",
    "Offer digital lessons in libraries",
    "Open a repair café in each town",
)
LEAD = Paragraph("Action owner: Wellbeing Team")
WHY = Paragraph("Demand has doubled since 2021.")


def below_each(*blocks, titles=ACTS):
    return (b for title in titles for b in (Heading(title, 3), *blocks))


@pytest.mark.parametrize(
    "card",
    [
        [LEAD],
        [WHY, LEAD],
        [Heading("Context", 4), WHY, LEAD],
        [Heading("Action owner", 4), Paragraph("Wellbeing Team")],
        [table("**Carbon impact**|**Lead**|**Measures**\nLow|Wellbeing Team|Two halls")],
    ],
)
def test_the_same_label_of_who_below_titles_that_all_promise_makes_cards(card):
    assert pick(found(THEME, *below_each(*card)), "activity", "lead", "section") == [
        (title, "Wellbeing Team", THEME.text) for title in ACTS
    ]


@pytest.mark.parametrize(
    ("below", "titles"),
    [
        ([WHY], ("Supporting victims of crime", "Reducing harm to children", *ACTS[:1])),
        ([Paragraph("Open a refuge", "•"), Paragraph("Train staff", "•")], ACTS),
        ([Paragraph("We will open three halls by working with charities.")], ACTS),
        ([Heading("What we will do", 4), WHY], ACTS),
    ],
)
def test_aims_that_name_who_leads_them_are_no_cards_and_are_told(below, titles):
    told = find_actions(document(THEME, *below_each(LEAD, *below, titles=(*titles, ACTS[3]))))
    assert told.actions == []
    assert [one.message for one in told.problems] == [
        f'"Action owner" is printed {len(titles) + 1} times as the label of an action (first '
        '"Action owner: Wellbeing Team"), but no action was read. Check the page.'
    ]


def test_a_bold_line_among_headings_over_one_row_of_labels_titles_its_row_as_they_do():
    row = table("**Lead**|**Measures**\nWellbeing Team|Two halls")
    long = Paragraph("Install chargers where residents have no driveway", bold=True)
    assert len(found(THEME, *below_each(row), long, row)) == len(ACTS) + 1


def test_labels_whose_values_were_lost_are_told():
    labels = [Heading(text, 3) for text in ("Description of action:", "Responsible:")]
    told = find_actions(document(THEME, *labels * 4))
    assert [one.code for one in told.problems] == ["unread_table"]


def test_a_label_printed_twice_in_a_line_tells_of_two_cards_read_as_one():
    blocks = [Heading("What we will do: What we will do:", 3), Paragraph("Open halls Train staff")]
    (told,) = find_actions(document(THEME, *blocks)).problems
    assert told.message.startswith('"What we will do: What we will do:" is the label of two cards')


def test_a_lead_between_a_commitment_and_the_table_of_its_milestones_makes_no_card():
    names = ("Open school inspection findings", "Plain-language budgets", "A register of land")
    rows = found(
        *(
            block
            for number, name in enumerate(names, start=1)
            for block in (
                Heading(f"Commitment {number}: {name}", 2),
                Paragraph("Lead: Ministry of Education"),
                table(
                    "Milestone|End date|Status\n"
                    f"Agree a form {number} with schools|January 2023|Limited\n"
                    f"Publish the findings of {number} schools|October 2023|Completed"
                ),
            )
        )
    )
    assert [row["section"][:12] for row in rows] == [f"Commitment {n}" for n in (1, 1, 2, 2, 3, 3)]


def test_titles_that_seem_to_promise_name_the_promises_below_them():
    """ "Open doors" and two names were read as actions, and the promises left out."""
    names = {"Open doors": "Hold drop-ins", "Fair work": "Ask wards", "A fresh start": "Fund a hub"}
    blocks = []
    for number, (name, text) in enumerate(names.items(), 1):
        blocks += [Heading(f"Action 1.{number}: {name}", 2), Paragraph(f"{text} for carers.")]
        blocks += [Paragraph("Lead: Vale"), Paragraph("By when: May 2027")]
    assert pick(found(THEME, *blocks), "ref", "activity") == [
        ("1.1", "Open doors Hold drop-ins for carers."),
        ("1.2", "Fair work Ask wards for carers."),
        ("1.3", "A fresh start Fund a hub for carers."),
    ]


def test_the_number_of_a_name_counts_the_promise_between_it_and_its_table():
    names = {"Early help": "Give every carer a plan", "Better data": "Collect figures from wards"}
    blocks = []
    for number, (name, text) in enumerate(names.items(), 1):
        heading = Heading(name, 2, marker=f"1.{number}")
        blocks += [heading, Paragraph(text), table("**Lead**|**By when**\nVale|May 2027")]
    assert pick(found(THEME, *blocks), "ref", "activity") == [
        ("1.1", "Early help Give every carer a plan"),
        ("1.2", "Better data Collect figures from wards"),
    ]


def test_the_one_counted_action_below_a_theme_that_seems_to_promise_is_not_the_theme():
    themes = {
        "Fair work": ("1: Write to pensioners",),
        "Support that people trust": ("2: Audit all theatres",),
        "A place for the young": ("3: Publish a guide", "4: Inspect every home"),
    }
    blocks: list[Heading | Paragraph] = []
    for theme, titles in themes.items():
        blocks += [Heading(theme, 2), Paragraph("More than 600 people answered our survey.")]
        for title in titles:
            lines = (Paragraph(one, "•", level=1) for one in ("Lead: Vale", "By when: 2026"))
            blocks += [Paragraph(f"Commitment {title}", "•"), *lines]
    assert pick(found(*blocks), "ref", "activity", "section") == [
        (f"Commitment {title[0]}", title[3:], theme)
        for theme, titles in themes.items()
        for title in titles
    ]


def test_a_counted_name_is_of_its_own_card_though_another_stands_over_two():
    """Two columns of a page: the name of the third card was read before that of the first."""
    names = ("3 – Open doors", "1 – Safe journeys", "2 – Early help", "4 – Data that counts")
    cards = [
        (Paragraph(f"What: {what}"), Paragraph(f"Who: {who}"), Paragraph("When: May 2027"))
        for what, who in (
            ("Light the quay", "Vale"),
            ("Open a refuge", "Port"),
            ("Train all", "Hull"),
        )
    ]
    third, first, second, fourth = (Heading(f"Commitment {name}", 2) for name in names)
    rows = found(THEME, third, first, *cards[0], second, *cards[1], *cards[2], fourth, *cards[0])
    assert [row["ref"] for row in (rows[0], rows[-1])] == ["Commitment 1", "Commitment 4"]


def test_a_title_that_promises_nothing_is_an_action_among_cards_that_say_who_alone():
    titles = ("Open a refuge in town", "Train every usher twice", "Light the quay at night")
    blocks = [
        block
        for title in (*titles, "Place advocates in court")
        for block in (Heading(title, 2), Paragraph("Lead: Vale", lead_in="Lead:"))
    ]
    assert pick(found(THEME, *blocks), "activity")[3:] == [("Place advocates in court",)]


def test_cards_that_say_who_and_how_success_is_told_need_no_day_where_their_texts_promise():
    """The names were sections, of which each had one action."""
    cards = [
        (Heading(name, 3), Paragraph(text), Paragraph("Lead: Vale"), Paragraph("Outputs: a guide"))
        for name, text in (
            ("School nurses", "Recruit a nurse for each school."),
            ("Panels", "Require all panels to hold somebody from outside."),
            ("Night buses", "Fund a bus that runs until two."),
            ("Leaflets", "Print a leaflet in twelve languages."),  # no verb that is known
        )
    ]
    rows = found(Heading("Goal 1: Fair work", 2), *(line for card in cards for line in card))
    assert pick(rows, "activity", "section") == [
        ("School nurses Recruit a nurse for each school.", "Goal 1: Fair work"),
        ("Panels Require all panels to hold somebody from outside.", "Goal 1: Fair work"),
        ("Night buses Fund a bus that runs until two.", "Goal 1: Fair work"),
        ("Leaflets Print a leaflet in twelve languages.", "Goal 1: Fair work"),
    ]


def test_the_heading_over_a_card_whose_action_a_label_says_is_kept_beside_it():
    """It headed nothing, and stood nowhere in the row."""
    named = {
        "Volunteers": "Recruit twenty.",
        "Halls": "Open ten of them.",
        "Buses": "Run till two.",
    }
    cards = [
        (Heading(name, 3), Paragraph(f"What we will do: {text}"), Paragraph("Lead: Vale"))
        for name, text in named.items()
    ]
    lines = [line for card in cards for line in (*card, Paragraph("By when: May 2027"))]
    read = extract(document(Heading("Goal 1: Fair work", 2), *lines)).actions
    assert {row.other_cells: row.cells["activity"] for row in read} == {
        (OtherCell("Title", name),): text for name, text in named.items()
    }
    assert {row.section for row in read} == {"Goal 1: Fair work"}


def test_texts_below_names_are_of_their_actions_whatever_verb_begins_them():
    """Two of four were lost, since "Patrol" and "Let" are no known verbs."""
    texts = {
        "Hotspots": "Patrol twenty streets.",
        "Portal": "Let victims follow their case.",
        "Panel": "Review closed cases.",
        "Nurses": "Recruit one for each school.",
        "Buses": "Fund a bus until two.",
        "Halls": "Open ten of them.",
    }
    form = table("Lead|Vale\nBy when|May 2027")
    cards = [(Heading(name, 3), Paragraph(text), form) for name, text in texts.items()]
    rows = found(THEME, *(block for card in cards for block in card))
    assert [text for (text,) in pick(rows, "activity")] == [
        f"{name} {text}" for name, text in texts.items()
    ]


def test_the_label_that_begins_a_heading_is_no_part_of_the_action():
    cards = [
        (Heading(f"Action: {text}", 3), Paragraph("Owner: Vale"), Paragraph("Target date: 2027"))
        for text in ("Name a champion for safety", "Hold listening events at night")
    ]
    rows = found(THEME, *(line for card in cards for line in card))
    assert pick(rows, "activity") == [
        ("Name a champion for safety",),
        ("Hold listening events at night",),
    ]


def test_a_number_in_small_letters_titles_a_card_whose_labels_are_larger():
    """All actions of one made plan were lost untold: a sum below "Budget" was told as a label."""
    rows = found(
        THEME,
        *(
            block
            for number, lead in ((1, "Vale"), (2, "Courts"))
            for block in (
                Heading(f"Project 1.{number}", 3),
                Paragraph(f"Open a refuge with {lead}", bold=True),
                Heading("Lead", 2),
                Paragraph(lead),
                Heading("Timescale", 2),
                Paragraph("May 2025"),
                Heading("Budget", 2),
                Paragraph("£55,000 revenue"),
            )
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "due", "section") == [
        (f"1.{number}", f"Open a refuge with {lead}", lead, "May 2025", THEME.text)
        for number, lead in ((1, "Vale"), (2, "Courts"))
    ]


def test_a_heading_over_a_bold_counted_title_is_the_section_though_others_title_cards():
    """Titles of one or two lines are headings to a reader, those of three are paragraphs."""
    labels = (Paragraph("Lead: Vale – Due: 2027"),)
    rows = found(
        *(Heading("1.1 Light the quay", 3), *labels, Heading("1.2 Mend the wall", 3), *labels),
        *(Heading("School meals", 3), Paragraph("2.01 Print a leaflet", bold=True), *labels),
    )
    assert pick(rows, "ref", "activity") == [
        ("1.1", "Light the quay"),
        ("1.2", "Mend the wall"),
        ("2.01", "Print a leaflet"),
    ]


def test_what_is_said_behind_the_labels_of_most_cards_is_their_action():
    """Web pages print the facts of a card first; what it promises was nowhere, and untold."""
    names = (("Flood wardens", "Recruit"), ("Repair cafes", "Open"), ("Street trees", "Plant"))
    rows = found(
        THEME,
        *(
            block
            for name, verb in names
            for block in (
                Heading(name, 3),
                Paragraph("Lead: Vale"),
                Paragraph("Timing: May 2026"),
                Paragraph(f"{verb} twenty more of them in each parish."),
                Paragraph("hold a launch event", "•"),
            )
        ),
    )
    assert pick(rows, "activity", "lead", "due") == [
        (
            f"{name} {verb} twenty more of them in each parish. • hold a launch event",
            "Vale",
            "May 2026",
        )
        for name, verb in names
    ]


def test_what_is_said_behind_a_value_below_its_label_is_no_part_of_it():
    names = (("Flood wardens", "Recruit"), ("Repair cafes", "Open"), ("Street trees", "Plant"))
    texts = ("Lead", "Vale", "Timing", "May 2026", "Location", "Whole area")
    rows = found(
        THEME,
        *(
            block
            for name, verb in names
            for block in (
                Heading(name, 3),
                *map(Paragraph, texts),
                Paragraph(f"{verb} twenty more of them in each parish."),
            )
        ),
    )
    assert pick(rows, "activity", "lead", "due") == [
        (f"{name} {verb} twenty more of them in each parish.", "Vale", "May 2026")
        for name, verb in names
    ]


def test_a_counted_name_that_holds_the_word_of_a_label_is_none():
    """The first of eight cards was lost: "School support" was read as a label, "2b" as a title."""
    cards = (
        ("2a School support", "Put a support team into the last 14 schools."),
        ("2b Online harm", "Run evenings on online harm with young speakers."),
        ("2c After an attempt", "Ring every young person within 48 hours."),
    )
    blocks = [
        block
        for title, text in cards
        for block in (
            Heading(title, 2),
            Paragraph(text),
            Paragraph("Lead: Head of Wellbeing", lead_in="Lead:"),
            Paragraph("Deadline: September 2027", lead_in="Deadline:"),
        )
    ]
    assert pick(found(*blocks), "ref") == [("2a",), ("2b",), ("2c",)]


def test_a_card_with_a_risk_is_read_though_its_title_begins_with_no_known_verb():
    """ "Place a worker in court" was told and not read, the other fifteen cards were read."""
    titles = ("Review the lessons", "Place a worker in court", "Open a clinic", "Train nurses")
    blocks = [
        block
        for number, title in enumerate(titles, start=1)
        for block in (
            Heading(f"1.{number} {title}", 3),
            Paragraph(f"Lead: Vale {number}", lead_in="Lead:"),
            Paragraph("Partners: Schools", lead_in="Partners:"),
            Paragraph("Timescale: July 2026", lead_in="Timescale:"),
            Paragraph("Measure of success: 300 seen", lead_in="Measure of success:"),
            Paragraph("Risk: Rooms are not found", lead_in="Risk:"),
        )
    ]
    rows = found(THEME, *blocks)
    assert pick(rows, "ref", "activity", "lead") == [
        (f"1.{number}", title, f"Vale {number}") for number, title in enumerate(titles, start=1)
    ]
