"""Actions printed as a title with labelled lines: what is the action, its reference, its place."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph

from .tables import document, found, pick, table

THEME = Heading("Theme 1: Homes", 1)


def test_what_is_said_between_a_counted_promise_and_its_labels_explains_it():
    rows = found(
        THEME,
        Heading("H1.1. Open a second refuge", 2),
        Paragraph("We will report on this each spring."),
        Paragraph("Lead: Vale. Timescale: May 2025."),
        Heading("H1.2. Train every usher", 2),
        Paragraph("Funding has been agreed for two years."),
        Paragraph("Lead: Courts. Timescale: Ongoing."),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("H1.1", "Open a second refuge", "Vale", "May 2025"),
        ("H1.2", "Train every usher", "Courts", "Ongoing"),
    ]


def test_a_heading_over_actions_that_each_say_who_and_when_is_a_section():
    blocks = []
    for aim, names in (
        ("Warm homes", ("Insulate lofts", "Mend boilers")),
        ("Safe quays", ("A", "B")),
    ):
        blocks.append(Heading(aim, 2))
        for number, name in enumerate(names, start=1):
            blocks.append(Paragraph(f"{name} in every street", f"{number}.", numbered=True))
            blocks.append(Paragraph("Lead: Vale", "•", 1))
            blocks.append(Paragraph("By when: May 2025", "•", 1))
    actions = find_actions(document(*blocks)).actions
    assert [one.row.section for one in actions] == ["Warm homes"] * 2 + ["Safe quays"] * 2


def test_a_row_of_who_and_when_below_a_heading_that_promises_is_its_form():
    (row,) = found(
        THEME,
        Heading("1.2 Train every usher", 3),
        table("Lead | By when | Success measures\nCourts | Ongoing | All ushers"),
    )
    assert (row["ref"], row["activity"], row["lead"], row["measures"]) == (
        "1.2",
        "Train every usher",
        "Courts",
        "All ushers",
    )


def test_a_list_of_definitions_whose_terms_are_actions_is_read():
    rows = found(
        THEME,
        table(
            "1.1 Open a second refuge | Lead: Vale // By when: May 2025\n"
            "1.2 Train every usher | Lead: Courts // By when: Ongoing"
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Open a second refuge", "Vale", "May 2025"),
        ("1.2", "Train every usher", "Courts", "Ongoing"),
    ]


def test_numbers_without_a_stop_that_count_the_texts_are_references():
    rows = found(
        THEME,
        table("Action|Lead|By when\n5 Open a refuge|Vale|2026\n6 Street lights|Vale|2026"),
    )
    assert pick(rows, "ref", "activity") == [("5", "Open a refuge"), ("6", "Street lights")]


def test_quantities_before_texts_are_no_references():
    rows = found(
        THEME,
        table("Action|Lead|By when\n40 Beds to be opened|Vale|2026\n6 Lights mended|Vale|2026"),
    )
    assert pick(rows, "activity") == [("40 Beds to be opened",), ("6 Lights mended",)]


def test_commitments_counted_below_a_priority_are_references():
    rows = found(
        Heading("Priority 1: Homes", 2),
        Heading("Commitment 1.1", 3),
        Paragraph("Open a second refuge"),
        Paragraph("Lead: Vale · By when: May 2025"),
        Heading("Commitment 1.2", 3),
        Paragraph("Train every usher"),
        Paragraph("Lead: Courts · By when: Ongoing"),
    )
    assert pick(rows, "ref", "activity", "lead", "due", "section") == [
        ("1.1", "Open a second refuge", "Vale", "May 2025", "Priority 1: Homes"),
        ("1.2", "Train every usher", "Courts", "Ongoing", "Priority 1: Homes"),
    ]


def test_targets_that_are_dates_are_when_where_nothing_else_is():
    rows = found(
        THEME,
        table(
            "Priority|Action|Lead|Target\n"
            "High|Open a refuge|Vale|2025/26\nLow|Train|Courts|May 2026"
        ),
    )
    assert pick(rows, "rating", "due") == [("High", "2025/26"), ("Low", "May 2026")]


def test_milestones_that_are_dates_are_when_beside_other_measures():
    rows = found(
        THEME,
        table(
            "Our actions|Owner|Milestone|Measures\n"
            "Open a refuge|Vale|May 2026|Ten rooms let\nTrain ushers|Courts|Year 2|All trained"
        ),
    )
    assert pick(rows, "due", "measures") == [
        ("May 2026", "Ten rooms let"),
        ("Year 2", "All trained"),
    ]


def test_a_card_that_says_why_as_well_has_its_action_in_its_heading():
    rows = found(
        THEME,
        Heading("1.1 Plant a tree in every school", 2),
        Paragraph("Objective: Children see more green"),
        Paragraph("Lead: Parks"),
        Paragraph("By when: May 2027"),
    )
    assert pick(rows, "activity", "objective") == [
        ("Plant a tree in every school", "Children see more green")
    ]


def test_who_leads_is_said_above_the_table_for_all_its_actions():
    plan = table("Ref|Action|By when\n1.1|Open a hub|May 2027\n1.2|Train staff|June 2027")
    rows = found(THEME, Paragraph("Lead: Public Health"), plan)
    assert pick(rows, "activity", "lead") == [
        ("Open a hub", "Public Health"),
        ("Train staff", "Public Health"),
    ]


def test_a_lead_above_a_table_that_names_leads_is_left_alone():
    plan = table("Action|Lead|By when\nOpen a hub|Vale|May 2027\nTrain staff|Fen|June 2027")
    rows = found(THEME, Paragraph("Lead: Public Health"), plan)
    assert pick(rows, "lead", "section") == [
        ("Vale", "Theme 1: Homes"),
        ("Fen", "Theme 1: Homes"),
    ]


@pytest.mark.parametrize("counted", ["Measure 4: ", "Initiative 4. ", "Action 4 – "])
def test_below_a_heading_that_counts_an_action_who_leads_it_is_enough(counted):
    rows = found(
        Heading("Safe harbours", 2),
        Heading(f"{counted}Train the pilots", 3),
        Paragraph("Two ships ran aground last winter."),
        Paragraph("Responsible: Harbours"),
    )
    assert pick(rows, "ref", "activity", "lead") == [("4", "Train the pilots", "Harbours")]


def test_a_row_with_an_objective_below_a_counted_action_is_its_form():
    """The row was an action of its objective alone, and the action above it was its section."""
    (row,) = found(
        THEME,
        Heading("Action 1.2: Train every usher", 3),
        table("Objective | Lead | By when | Status\nPeople feel safe | Courts | 2027 | On track"),
    )
    assert (row["ref"], row["activity"], row["objective"], row["section"]) == (
        *("1.2", "Train every usher"),
        *("People feel safe", "Theme 1: Homes"),
    )


def test_an_outcome_and_a_measure_are_of_one_card():
    """Each says how success is told; what stood above the second was lost untold."""
    rows = found(
        THEME,
        *(
            block
            for title in ("Open a refuge", "Train every usher")
            for block in (
                Heading(title, 3),
                Paragraph("Outcome: People feel safe"),
                Paragraph("Performance measures: Calls answered"),
                Paragraph("Lead: Vale"),
            )
        ),
    )
    assert (
        pick(rows, "objective", "items", "lead")
        == [("People feel safe", ["Calls answered"], "Vale")] * 2
    )


def test_measures_in_a_line_each_are_all_read():
    """All but the first were left out untold."""
    (row, _) = found(
        THEME,
        *(
            block
            for title in ("Open a refuge", "Train every usher")
            for block in (
                Heading(title, 3),
                Paragraph("Lead: Vale"),
                Paragraph("By when: 2027"),
                Paragraph("Measures: Calls answered"),
                Paragraph("Fewer people turned away"),
            )
        ),
    )
    assert row["items"] == ["Calls answered", "Fewer people turned away"]


@pytest.mark.parametrize(
    "below",
    [
        [
            Paragraph("For more information contact the policy team"),
            Paragraph("Vale Council, Hall"),
        ],
        [Paragraph("Subject to funding being agreed.", "*")],
    ],
)
def test_what_stands_below_the_last_card_is_no_measure_of_it(below):
    rows = found(
        *(
            block
            for title in ("Open a refuge", "Train every usher")
            for block in (
                Heading(title, 3),
                Paragraph("Lead: Vale"),
                Paragraph("By when: 2027"),
                Paragraph("Measures: Calls answered"),
            )
        ),
        *below,
    )
    assert [row["items"] for row in rows] == [["Calls answered"]] * 2


@pytest.mark.parametrize("name", ["Mayor's Office", "Marketing team", "Chief Inspector J. Marsh"])
def test_a_name_that_begins_as_a_month_leads(name):
    """It was the day by which the action is due."""
    (row,) = found(
        THEME,
        Heading("Action 1.2: Train every usher", 3),
        Paragraph(f"Led by: {name}"),
        Paragraph("Status: On track"),
    )
    assert (row["lead"], row.get("due")) == (name, None)


def test_cards_side_by_side_that_were_read_across_are_told_and_are_no_action():
    lines = ("What we will do What we will do", "Run the N4 until 3am Pay marshals")
    who = ("Lead Lead", "Transport Pubwatch", "When When", "Dec 2025 Nov 2025")
    titles = [Heading("Night buses Safe taxis", 2)]
    blocks = [
        Paragraph(text) if at % 2 else Heading(text, 3) for at, text in enumerate((*lines, *who))
    ]
    told = find_actions(document(*titles, *blocks))
    assert not told.actions
    assert "side by side" in told.problems[0].message


def test_two_labels_of_who_in_one_card_begin_no_second_one():
    """The first lead and the action were lost: the card began with "Delivered by"."""
    rows = found(
        THEME,
        *(
            block
            for number, text in ((1, "Open a night refuge."), (2, "Place advocates in court."))
            for block in (
                Heading(f"Commitment {number}", 2),
                Paragraph(text),
                Paragraph("Led by: Vale", lead_in="Led by:"),
                Paragraph("Delivered by: Harbour Women", lead_in="Delivered by:"),
                Paragraph("Status: Delayed", lead_in="Status:"),
            )
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "support") == [
        ("Commitment 1", "Open a night refuge.", "Vale", "Harbour Women"),
        ("Commitment 2", "Place advocates in court.", "Vale", "Harbour Women"),
    ]


def test_a_title_counted_as_others_that_promise_is_one_whatever_its_first_word_is():
    texts = ("Negotiate with landlords", "End the use of bed and breakfast", "Open 22 homes")
    prose = []
    for number, text in enumerate(texts, 1):
        prose += [Paragraph(f"H1.{number} {text}"), Heading("Why it matters", 4)]
        prose += [Paragraph("Calls rose by a fifth."), Paragraph("Lead: Vale. By when: May 2027.")]
    rows = found(THEME, *prose)
    assert pick(rows, "ref", "activity") == [
        (f"H1.{number}", text) for number, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("counted", "headed"),
    [
        (False, (True, True, True)),
        (True, (True, True, True)),
        (True, (True, False, True)),
        (True, (False, False, False)),
    ],
)
def test_a_card_without_one_of_the_labels_that_the_others_have_is_read(counted, headed):
    blocks = [Heading("Warm homes", 2)]
    titles = ("Train all desk staff", "Open a refuge for families", "Review the rota again")
    for number, (title, head) in enumerate(zip(titles, headed, strict=True), start=1):
        text = f"{number} {title}" if counted else title
        blocks.append(Heading(text, 3) if head else Paragraph(text, bold=True))
        blocks.append(Paragraph("Lead: Vale"))
        blocks += [Paragraph("By when: May 2026")] if number != 2 else []
    rows = found(THEME, *blocks)
    assert pick(rows, "activity", "lead") == [(title, "Vale") for title in titles]
    assert [row.get("due") for row in rows] == ["May 2026", None, "May 2026"]


def test_an_aim_counted_as_no_card_is_and_led_by_somebody_is_no_card():
    rows = found(
        Paragraph("1. Reduce harm in every home we let", bold=True),
        Paragraph("Lead: Cllr Hart"),
        Paragraph("1.1 Train all front desk staff", bold=True),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2026"),
        Paragraph("1.2 Open a refuge for families", bold=True),
        Paragraph("Lead: Vale"),
        Paragraph("By when: June 2026"),
    )
    assert [row["ref"] for row in rows] == ["1.1", "1.2"]


def test_a_card_that_says_its_action_above_a_table_of_others_is_read():
    rows = found(
        Heading("Warm homes", 2),
        Paragraph("Action: Insulate lofts", lead_in="Action:"),
        Paragraph("Lead: Vale", lead_in="Lead:"),
        Paragraph("By when: May 2026", lead_in="By when:"),
        table("Action | Lead | By when\nOpen a hub | Vale | May 2026\nMend roofs | Vale | 2027"),
    )
    assert [row["activity"] for row in rows] == ["Insulate lofts", "Open a hub", "Mend roofs"]


def test_a_part_of_each_chapter_above_its_first_card_titles_none():
    """It had become the action of each chapter's first card, and that was lost."""
    titles = ["Train all desk staff.", "Open a hub", "Review the rota", "Publish a guide"]
    blocks = []
    for theme in ("Warm homes", "Clean air"):
        blocks += [Heading(theme, 1), Heading("How we will get there", 2)]
        blocks += [Paragraph("We want people to:"), Paragraph("live well", "•")]
        for number, title in enumerate(titles, start=1):
            text = f"{theme[0]}{number} {title}"
            blocks.append(Paragraph(text) if number == 1 else Heading(text, 3))
            blocks += [Paragraph("Lead: Vale"), Paragraph("By when: May 2026")]
    assert [row["activity"] for row in found(*blocks)] == titles * 2
