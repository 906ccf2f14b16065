"""A run of paragraphs as cards: which begins the next one, and which goes on with a value."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document, found, pick, table

THEME = Heading("Theme 1: Homes", 1)


def test_labels_alone_stand_above_their_values():
    rows = found(
        THEME,
        Paragraph("2.1 Open a second refuge"),
        Paragraph("Lead", bold=True),
        Paragraph("Vale"),
        Paragraph("Courts"),
        Paragraph("By when", bold=True),
        Paragraph("May 2025"),
        Paragraph("2.2 Train every usher"),
        Paragraph("Lead", bold=True),
        Paragraph("Courts"),
        Paragraph("By when", bold=True),
        Paragraph("Ongoing"),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("2.1", "Open a second refuge", "Vale\nCourts", "May 2025"),
        ("2.2", "Train every usher", "Courts", "Ongoing"),
    ]


def test_a_second_promise_below_a_label_that_says_the_action_goes_on_with_it():
    held = [Paragraph("Every partner has promised something, and answers for it.")]
    for count, more in (("1", "Plant trees along the main roads."), ("2", "Buy electric vans.")):
        held += [
            Heading(f"Ref no. {count}", 2),
            Paragraph("What will we do?: Fit panels on the roofs of all our leisure centres."),
            Paragraph(more),
            Paragraph("Lead: Housing"),
            Paragraph("When: 2027"),
        ]
    first, second = (row["activity"] for row in found(THEME, *held))
    assert first.endswith("leisure centres. Plant trees along the main roads.")
    assert second.endswith("leisure centres. Buy electric vans.")


def test_bold_items_above_items_further_in_are_labels_of_these():
    rows = found(
        THEME,
        Heading("2.1 Open a second refuge", 2),
        Paragraph("Lead", "•", bold=True),
        Paragraph("Vale", "•", 1),
        Paragraph("By when", "•", bold=True),
        Paragraph("May 2025", "•", 1),
        Heading("2.2 Train every usher", 2),
        Paragraph("Lead", "•", bold=True),
        Paragraph("Courts", "•", 1),
        Paragraph("By when", "•", bold=True),
        Paragraph("Ongoing", "•", 1),
    )
    assert pick(rows, "ref", "lead", "due") == [
        ("2.1", "• Vale", "• May 2025"),
        ("2.2", "• Courts", "• Ongoing"),
    ]


def test_a_line_that_counts_the_next_action_is_no_part_of_the_date_above_it():
    rows = found(
        THEME,
        Paragraph("Action 2.1"),
        Paragraph("Open a second refuge", bold=True),
        Paragraph("Lead", bold=True),
        Paragraph("Vale"),
        Paragraph("By when", bold=True),
        Paragraph("May 2025"),
        Paragraph("Action 2.2"),
        Paragraph("Train every usher", bold=True),
        Paragraph("Lead", bold=True),
        Paragraph("Courts"),
        Paragraph("By when", bold=True),
        Paragraph("Ongoing"),
    )
    assert pick(rows, "ref", "due") == [("2.1", "May 2025"), ("2.2", "Ongoing")]


def test_an_item_that_counts_on_is_the_next_action_and_no_part_of_the_date_above_it():
    blocks = [
        Heading("What we will do", 3),
        Paragraph("Fit lifebuoys on both piers", marker="1."),
        Paragraph("Lead: Harbour office. Timescale: May 2027."),
        Paragraph("Train the crews of the ferries", marker="2."),
        Paragraph("Lead: Ferry company. Timescale: June 2027."),
    ]
    assert pick(found(*blocks), "activity", "lead", "due") == [
        ("Fit lifebuoys on both piers", "Harbour office", "May 2027"),
        ("Train the crews of the ferries", "Ferry company", "June 2027"),
    ]


def test_a_word_alone_below_a_title_says_how_far_the_action_is():
    rows = found(
        THEME,
        Heading("2.1 Open a second refuge", 2),
        Paragraph("On track"),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2025"),
        Heading("2.2 Train every usher", 2),
        Paragraph("Not started"),
        Paragraph("Lead: Courts"),
        Paragraph("By when: Annually"),
    )
    assert pick(rows, "activity", "status", "due") == [
        ("Open a second refuge", "On track", "May 2025"),
        ("Train every usher", "Not started", "Annually"),
    ]


def test_a_word_alone_behind_the_labels_says_how_far_the_action_above_it_is():
    rows = found(
        THEME,
        Paragraph("2.1 Open a second refuge"),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2025"),
        Paragraph("Complete"),
        Paragraph("2.2 Train every usher"),
        Paragraph("Lead: Courts"),
        Paragraph("By when: Ongoing"),
        Paragraph("Delayed"),
    )
    assert pick(rows, "ref", "due", "status") == [
        ("2.1", "May 2025", "Complete"),
        ("2.2", "Ongoing", "Delayed"),
    ]


def test_ongoing_below_a_date_is_part_of_it_and_no_status():
    (row,) = found(
        THEME,
        Heading("Action 2.1: Open a second refuge", 2),
        Paragraph("Lead", bold=True),
        Paragraph("Vale"),
        Paragraph("By when", bold=True),
        Paragraph("From May 2025"),
        Paragraph("Ongoing"),
    )
    assert (row["due"], row.get("status")) == ("From May 2025 Ongoing", None)


@pytest.mark.parametrize("line", ["Next review due: 1 May 2027", "Page updated: 3 March 2026"])
def test_a_line_about_the_page_is_no_date_of_the_action_above_it(line):
    rows = found(
        THEME,
        Heading("What we will do", 2),
        Paragraph("Listen to crews", "•"),
        Heading("How we will measure success", 2),
        Paragraph("Fewer complaints", "•"),
        Paragraph(line),
    )
    assert rows == []
    (row,) = found(
        Heading("Action 2.1: Open a second refuge", 2),
        Paragraph("Lead", bold=True),
        Paragraph("Vale"),
        Paragraph("By when", bold=True),
        Paragraph("May 2025"),
        Paragraph(line),
    )
    assert row["due"] == "May 2025"


def test_a_line_about_the_page_between_two_labels_is_of_neither_value():
    (row,) = found(
        Heading("Action 2.1: Open a second refuge", 2),
        *(Paragraph("Lead: Vale"), Paragraph("Last updated: 3 March 2026")),
        Paragraph("By when: May 2027"),
    )
    assert (row["lead"], row["due"]) == ("Vale", "May 2027")


def test_items_that_say_their_own_actions_leave_the_heading_above_them_a_section():
    blocks = (
        Heading("Our priorities", 2),
        Heading("Homes that are safe", 3),
        Heading("Actions", 4),
        Paragraph("Open a second refuge (Lead: Vale; by when: May 2025)", "•"),
        Paragraph("Train every usher (Lead: Courts; by when: Ongoing)", "•"),
        Heading("Streets that are safe", 3),
        Heading("Actions", 4),
        Paragraph("Light the quay (Lead: Harbours; by when: June 2025)", "•"),
    )
    assert [one.row.section for one in find_actions(document(*blocks)).actions] == [
        "Homes that are safe",
        "Homes that are safe",
        "Streets that are safe",
    ]


def test_two_labels_that_are_no_part_of_an_action_begin_no_second_card():
    rows = found(
        THEME,
        Paragraph("2.1 Open a second refuge"),
        *map(Paragraph, ("Funding: none", "Lead: Vale", "Resources: staff", "By when: May 2025")),
    )
    assert pick(rows, "activity", "lead", "due") == [("Open a second refuge", "Vale", "May 2025")]


def test_a_chapter_that_reads_like_a_label_ends_the_cards_above_it():
    blocks = [Heading("Aim 1: Safer lanes", 1)]
    for said, lead in (("Light the towpath", "Vale"), ("Mend the quay", "Port")):
        blocks += [Heading("Our action", 2), Paragraph(said), Heading("Led by", 2)]
        blocks += [Paragraph(lead), Heading("Complete by", 2), Paragraph("2027")]
    blocks += [Heading("Contents", 1), table("Section|Page\nForeword|3\nActions|9")]
    assert pick(found(*blocks), "activity", "lead") == [
        ("Light the towpath", "Vale"),
        ("Mend the quay", "Port"),
    ]


def test_a_counted_line_directly_above_a_form_is_its_action():
    form = "Lead|Vale\nBy when|May 2027"
    rows = found(
        THEME,
        Paragraph("1.1 Open a second refuge", lead_in="1.1"),
        table(form),
        Paragraph("1.2 Train every usher", lead_in="1.2"),
        table(form),
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("1.1", "Open a second refuge", "Vale"),
        ("1.2", "Train every usher", "Vale"),
    ]


@pytest.mark.parametrize(
    ("marker", "activity"),
    [
        ("•", "Review the heating of every home"),  # the last part of what the heading says
        (None, "Ask what each home costs to heat."),  # the action of a chapter
    ],
)
def test_the_last_item_of_a_list_explains_the_heading_s_action_and_a_sentence_is_its_own(
    marker, activity
):
    rows = found(
        THEME,
        Heading("Review the heating of every home", 2),
        Paragraph("The board will look at:"),
        Paragraph("Ask what each home costs to heat.", marker),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2027"),
    )
    assert pick(rows, "activity", "lead") == [(activity, "Vale")]


def test_a_sentence_above_a_card_that_says_its_action_is_neither_its_section_nor_its_title():
    rows = found(
        THEME,
        Paragraph("Too many homes in the port are cold."),
        Paragraph("Ref: 1.1"),
        Paragraph("Action: Insulate lofts"),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2027"),
    )
    assert pick(rows, "ref", "activity", "section") == [("1.1", "Insulate lofts", "Theme 1: Homes")]


def test_a_number_between_two_cards_is_the_reference_of_the_second_and_no_part_of_the_first():
    rows = found(
        THEME,
        *(
            block
            for number, text, day in (("1", "Open a refuge", "May"), ("2", "Train ushers", "June"))
            for block in (
                Paragraph(number),
                Heading(text, 3),
                Paragraph("Lead", bold=True),
                Paragraph("Vale"),
                Paragraph("By when", bold=True),
                Paragraph(f"{day} 2027"),
            )
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1", "Open a refuge", "Vale", "May 2027"),
        ("2", "Train ushers", "Vale", "June 2027"),
    ]


def test_the_last_item_of_a_list_below_a_label_is_no_title_of_the_next_card():
    rows = found(
        THEME,
        *(
            block
            for text in ("Open a refuge", "Train ushers")
            for block in (
                Paragraph(f"Action: {text}", "•"),
                Paragraph("Lead: Vale"),
                Paragraph("By when: May 2027"),
                Paragraph("Success measures:"),
                Paragraph("Full by June", "•", level=1),
                Paragraph("Two reports", "•", level=1),
            )
        ),
    )
    assert [(row["items"], row["section"]) for row in rows] == [
        (["Full by June", "Two reports"], "Theme 1: Homes")
    ] * 2


def test_a_heading_above_a_list_of_its_parts_is_the_action_and_the_last_part_is_none():
    rows = found(
        THEME,
        *(
            block
            for text in ("1.1 Open a refuge", "1.2 Train every usher")
            for block in (
                Heading(text, 3),
                Paragraph("To do this we will:"),
                Paragraph("map what there is", "•"),
                Paragraph("agree what is missing", "•"),
                Paragraph("Lead: Vale"),
                Paragraph("Timescale: May 2027"),
            )
        ),
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("1.1", "Open a refuge", "Vale"),
        ("1.2", "Train every usher", "Vale"),
    ]


def test_a_few_words_between_two_labels_of_one_card_end_the_value_above_them():
    rows = found(
        THEME,
        Paragraph("Open a second refuge.", bold=True),
        Paragraph("Lead: University of Vale / Office of Homes / Customer Contact"),
        Paragraph("Centre"),
        Paragraph("Timeline: July 2027"),
        Paragraph("Train every usher.", bold=True),
        Paragraph("Lead: Courts"),
        Paragraph("Timeline: 2028"),
    )
    assert pick(rows, "lead", "due") == [
        ("University of Vale / Office of Homes / Customer Contact\nCentre", "July 2027"),
        ("Courts", "2028"),
    ]


def test_the_last_bullet_of_a_value_is_no_title_of_the_next_card():
    card = [
        Paragraph("Action: Open a second refuge"),
        Paragraph("Lead: Vale"),
        Paragraph("Due: 2027"),
        Paragraph("Expected results:", bold=True),
        *(Paragraph(said, "•") for said in ("Two beds", "A night rota", "Fewer calls")),
    ]
    rows = found(THEME, *card, *card)
    assert (
        pick(rows, "section", "measures")
        == [(THEME.text, "• Two beds • A night rota • Fewer calls")] * 2
    )


@pytest.mark.parametrize(
    "above", [Paragraph("We will:"), Paragraph("What we will do", bold=True), Heading("Actions", 2)]
)
def test_a_label_above_a_list_of_actions_with_labels_of_their_own_is_of_all_of_them(above):
    """The next action was one more of the measures above it."""
    told = [("Open a refuge", "Vale", "Two beds"), ("Train every usher", "Courts", "40 trained")]
    cards = [
        (
            Paragraph(act, "•"),
            Paragraph(f"Lead: {lead}"),
            Paragraph("By when: May 2027"),
            Paragraph(f"Measure: {measure}"),
        )
        for act, lead, measure in told
    ]
    rows = found(THEME, above, *cards[0], *cards[1])
    assert pick(rows, "activity", "lead", "measures") == told


def test_a_label_above_one_action_and_bullets_of_its_measures_is_of_that_action():
    rows = found(
        THEME,
        Paragraph("What we will do", bold=True),
        Paragraph("Open a refuge", "•"),
        Paragraph("How we will know", bold=True),
        Paragraph("Two beds", "•"),
        Paragraph("Fewer calls", "•"),
        Paragraph("Lead: Vale"),
    )
    assert pick(rows, "activity", "items") == [("• Open a refuge", ["Two beds", "Fewer calls"])]


@pytest.mark.parametrize("marker", [None, "•"])
def test_what_stands_last_in_a_card_that_says_its_action_by_a_label_is_no_title(marker):
    labels = {"Ref": "{}", "What we will do": "Open a second refuge", "Who": "Vale"}
    card = [
        block
        for label, value in labels.items()
        for block in (Paragraph(label, bold=True), Paragraph(value))
    ]
    measures = [Paragraph("Outcome measure", bold=True)]
    measures += [Paragraph(said, marker) for said in ("Two beds", "A night rota")]
    rows = found(
        THEME, Paragraph("A sponsor answers for each of the aims."), *(card + measures) * 3
    )
    assert (
        pick(rows, "activity", "items")
        == [("Open a second refuge", ["Two beds", "A night rota"])] * 3
    )


def test_a_heading_is_the_action_of_the_first_card_below_it_and_of_no_other():
    rows = found(
        THEME,
        Heading("To open a refuge", 3),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2027"),
        Paragraph("Ushers, all trained by the courts.", bold=True),
        Paragraph("Lead: Courts"),
        Paragraph("By when: June 2027"),
    )
    assert pick(rows, "activity", "lead") == [
        ("To open a refuge", "Vale"),
        ("Ushers, all trained by the courts.", "Courts"),
    ]


def test_a_bold_reference_above_the_next_title_is_no_label_of_the_card_before_it():
    card = (
        "1.{}",
        "Adopt the {} code.",
        "Who will lead",
        "Vale",
        "By when",
        "2027",
        "Progress",
        "Done",
    )
    said = [text.format(n) for n in (1, 2, 3) for text in card]
    bold = [place for place in range(len(said)) if place % len(card) < 2]
    rows = found(
        *(Paragraph(text, bold=place in bold) for place, text in enumerate(said)),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        (f"1.{n}", f"Adopt the {n} code.", "Vale", "2027") for n in (1, 2, 3)
    ]


def test_a_label_that_nothing_marks_is_one_above_a_list_below_the_labels_of_a_card():
    rows = found(
        Heading("Open a night shelter in the quay", 3),
        Paragraph("Who will lead: Vale"),
        Paragraph("By when: 2027"),
        Paragraph("How we will know"),
        Paragraph("Twelve beds", "•"),
        Paragraph("Nobody turned away", "•"),
    )
    assert rows[0]["items"] == ["Twelve beds", "Nobody turned away"]


def test_a_bold_title_is_the_action_though_a_text_above_the_labels_says_why():
    rows = found(
        *(
            block
            for title, lead in (
                ("A hub in each of the wards", "Vale"),
                ("Lamps on the quay path", "Port"),
            )
            for block in (
                Paragraph(title, bold=True),
                Paragraph("The old ones date from 1961."),
                Paragraph(f"Who will lead: {lead}"),
                Paragraph("By when: 2027"),
            )
        )
    )
    assert pick(rows, "activity", "lead") == [
        ("A hub in each of the wards", "Vale"),
        ("Lamps on the quay path", "Port"),
    ]


def test_a_label_that_counts_a_card_begins_it_whatever_explains_it_below():
    """Each card had been given who leads the one before it."""
    rows = found(
        THEME,
        Paragraph("Everybody needs a home."),
        Paragraph("Commitment 1. Open a second refuge", lead_in="Commitment 1."),
        Paragraph("The one we have is full."),
        Paragraph("Accountable: Vale | To: Ongoing"),
        Paragraph("Commitment 2. Train every usher", lead_in="Commitment 2."),
        Paragraph("Few are trained."),
        Paragraph("Accountable: Courts | To: May 2027"),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("Commitment 1", "Open a second refuge", "Vale", "Ongoing"),
        ("Commitment 2", "Train every usher", "Courts", "May 2027"),
    ]


def test_our_actions_above_the_first_counted_card_of_each_priority_heads_them_all():
    """The first card of each priority was read as the value of the heading, and told."""
    rows = found(
        *(
            block
            for number in (1, 2)
            for block in (
                Heading(f"Priority {number}: Warm homes", 1),
                Heading("Our actions", 2),
                Paragraph(f"Action {number}.1: Open a refuge for families"),
                Paragraph("Lead: Vale"),
                Paragraph("By when: May 2025"),
                Paragraph(f"Action {number}.2: Train every usher"),
                Paragraph("Lead: Courts"),
                Paragraph("By when: Ongoing"),
            )
        )
    )
    assert pick(rows, "ref", "activity", "lead") == [
        ("1.1", "Open a refuge for families", "Vale"),
        ("1.2", "Train every usher", "Courts"),
        ("2.1", "Open a refuge for families", "Vale"),
        ("2.2", "Train every usher", "Courts"),
    ]


def test_a_bold_bullet_alone_is_the_label_of_the_text_and_the_list_below_it():
    lines = (
        Paragraph("Lead: Vale", "•", lead_in="Lead:"),
        Paragraph("What we will do", "•", bold=True),
        Paragraph("Restore the basin. This means:"),
        Paragraph("finding a site", "•", level=1),
        Paragraph("telling anglers", "•", level=1),
        Paragraph("By when: 2027", "•", lead_in="By when:"),
    )
    (row,) = found(Heading("Rivers", 2), Heading("Action 1", 3), *lines)
    text = "Restore the basin. This means: • finding a site • telling anglers"
    assert pick([row], "ref", "activity", "due") == [("1", text, "2027")]


def test_plain_paragraphs_between_labels_go_on_with_the_value_above():
    """They had begun a card of their own, which lost the action or was it."""
    forms = (
        Paragraph("Action: Train every usher.", lead_in="Action:"),
        Paragraph("Training is led by people who came through the courts."),
        Paragraph("We will repeat it each year."),
        Paragraph("Lead: Vale", lead_in="Lead:"),
        Paragraph("By when: 2027", lead_in="By when:"),
    )
    rows = found(Heading("Courts", 2), Heading("Ushers", 3), *forms, Heading("Homes", 2))
    text = (
        "Train every usher. Training is led by people who came through the courts."
        " We will repeat it each year."
    )
    assert pick(rows, "activity", "lead", "due") == [(text, "Vale", "2027")]


@pytest.mark.parametrize("count", ["Action {}: ", "1.{} "])
def test_a_bold_counted_name_begins_the_plain_text_below_it(count):
    rows = found(
        THEME,
        Paragraph(f"{count.format(1)}Early help", bold=True),
        Paragraph("Review the rota of wardens."),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2027"),
        Paragraph(f"{count.format(2)}Trusted adults", bold=True),
        Paragraph("Charge commercial customers by weight."),  # no verb that is known
        Paragraph("Lead: Courts"),
        Paragraph("By when: May 2027"),
    )
    assert [(row["ref"][-1], row["activity"]) for row in rows] == [
        ("1", "Early help Review the rota of wardens."),
        ("2", "Trusted adults Charge commercial customers by weight."),
    ]


def test_measures_in_lines_of_their_own_end_the_last_card_as_they_end_the_others():
    rows = found(
        THEME,
        *(
            block
            for title, tests in (
                ("Review the rota of wardens", ("Rota agreed", "Visits counted")),
                ("Train every usher", ("Ten trained", "A survey of guests")),
            )
            for block in (
                Paragraph(title, bold=True),
                Paragraph("Lead: Vale"),
                Paragraph("By when: May 2027"),
                Paragraph(f"Measures: {tests[0]}"),
                Paragraph(tests[1]),
            )
        ),
        Paragraph("For more information contact the policy team"),
    )
    assert [row["items"] for row in rows] == [
        ["Rota agreed", "Visits counted"],
        ["Ten trained", "A survey of guests"],
    ]


def test_a_sentence_below_the_last_card_is_no_measure_though_other_cards_have_more():
    rows = found(
        THEME,
        Paragraph("Review the rota of wardens.", bold=True),
        Paragraph("Lead: Vale"),
        Paragraph("Measures: Rota agreed"),
        Paragraph("Visits counted"),
        Paragraph("Train every usher.", bold=True),
        Paragraph("Lead: Courts"),
        Paragraph("Measures: Ten trained"),
        Paragraph("If you need this plan in another format call 01234 567890"),
    )
    assert [row["items"] for row in rows] == [["Rota agreed", "Visits counted"], ["Ten trained"]]


def test_a_figure_set_much_larger_than_the_value_above_is_of_a_panel_beside_the_card():
    """A national park's plan: "£412" at 26 points beside cards at 9.5."""

    def card(activity: str, lead: str, measure: str) -> list[Paragraph]:
        return [
            Paragraph(activity, bold=True, size=11.0),
            Paragraph(f"Lead: {lead}", size=9.5),
            Paragraph("By when: May 2026", size=9.5),
            Paragraph("Success looks like:", size=9.5),
            Paragraph(measure, size=9.5),
        ]

    rows = found(
        THEME,
        *card("Launch a ranger apprenticeship", "Park Authority", "Six apprentices a year"),
        *card("Build a car park", "Estates Team", "Site open"),
        Paragraph("£412", size=26.0),
        Paragraph("is the average weekly wage in the park.", size=9.5),
    )
    assert pick(rows, "measures") == [("Six apprentices a year",), ("Site open",)]


def test_milestones_below_titles_that_say_actions_are_their_measures():
    """The title was left out as what opens the section, and the first list was the action."""
    card = (
        Paragraph("Partners: Age Concern Vale"),
        Paragraph("Milestones:", bold=True),
        Paragraph("Complaints fall by 10%", "•"),
        Paragraph("A standard in use", "•"),
        Paragraph("When: May 2027 / Responsible: Port"),
    )
    rows = found(
        Heading("Priority 1: Homes", 1),
        Paragraph("DE1 Hold 15 roadshows on the new rents.", bold=True),
        *card,
        Paragraph("DE2 Pair 5 schools with care homes.", bold=True),
        *card,
    )
    assert pick(rows, "ref", "activity", "due", "items") == [
        ("DE1", "Hold 15 roadshows on the new rents.", "May 2027", ITEMS),
        ("DE2", "Pair 5 schools with care homes.", "May 2027", ITEMS),
    ]


ITEMS = ["Complaints fall by 10%", "A standard in use"]


def test_what_a_person_says_in_a_box_between_cards_is_of_none():
    rows = found(
        Heading("Priority 1: Homes", 1),
        Paragraph("Open a second refuge", bold=True),
        Paragraph("Lead: Vale"),
        Paragraph("By when: Ongoing"),
        Paragraph("\u201cNobody told us what would happen next until she came.\u201d"),
        Paragraph("Parent, Hollinleigh"),
        Paragraph("Train every usher", bold=True),
        Paragraph("Lead: Courts"),
        Paragraph("By when: 2027"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale", "Ongoing"),
        ("Train every usher", "Courts", "2027"),
    ]


def test_plain_titles_that_promise_above_labels_that_are_headings_are_actions():
    """Of one such title alone it is not known whether it opens the section."""
    cards = [
        block
        for title in ("Add places at mainstream schools.", "Review the home to school policy.")
        for block in (
            Paragraph(title),
            Heading("Responsible body", 3),
            Paragraph("All partners"),
            Heading("Due", 3),
            Paragraph("Late 2025"),
        )
    ]
    rows = found(Heading("Priority 1: School places", 1), *cards)
    assert pick(rows, "activity", "lead", "due") == [
        ("Add places at mainstream schools.", "All partners", "Late 2025"),
        ("Review the home to school policy.", "All partners", "Late 2025"),
    ]


def test_a_question_below_a_label_left_empty_is_the_next_label():
    rows = found(
        Heading("Priority 1: Streets", 1),
        Paragraph("What needs to be done? Light the quay."),
        Paragraph("Lead: Port"),
        Paragraph("Timescale", bold=True),
        Paragraph("What needs to be done? Mend the steps."),
        Paragraph("Lead: Vale"),
        Paragraph("Timescale", bold=True),
        Paragraph("May 2027"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Light the quay.", "Port", ""),
        ("Mend the steps.", "Vale", "May 2027"),
    ]
