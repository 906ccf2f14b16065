"""Actions in prose and lists, whose labels stand before, behind or above their values."""

import time
from dataclasses import replace

import pytest

from extractors.actions import find_actions
from extractors.blocks import Box, Heading, Paragraph, Place
from extractors.layouts.labels.cards import inline_meaning
from extractors.layouts.labels.prose_labels import read_labels

from .tables import document, found, pick, table

THEME = Heading("Theme 1: Homes", 1)


def test_labels_in_brackets_behind_an_item_are_its_lead_and_date():
    rows = found(
        THEME,
        Paragraph("Open a second refuge (Lead: Vale (north); by when: May 2025)", "•"),
        Paragraph("Train every usher [Lead: Courts; Timescale: Ongoing]", "•"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale (north)", "May 2025"),
        ("Train every usher", "Courts", "Ongoing"),
    ]


def test_a_day_behind_the_lead_needs_no_label_of_its_own():
    rows = found(
        THEME,
        Paragraph("Open a second refuge (Lead: Vale (north); by May 2025)", "•"),
        Paragraph("Train every usher (Lead: Courts, by the end of 2026)", "•"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale (north)", "May 2025"),
        ("Train every usher", "Courts", "the end of 2026"),
    ]


def test_a_name_with_by_in_it_is_no_day():
    (row,) = found(
        THEME,
        Paragraph("Open a second refuge (Lead: Vale, by agreement; When: May 2025)", "•"),
    )
    assert (row["lead"], row["due"]) == ("Vale, by agreement", "May 2025")


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


def test_a_label_on_a_line_of_its_own_closes_the_bracket_that_the_line_above_opens():
    lines = (
        Paragraph("Action 1. Light the quay. (Lead: Vale;"),
        Paragraph("Timeline: Summer 2026)"),
        Paragraph("Action 2. Mend the pier. (Lead: Ash;"),
        Paragraph("Timeline: May 2027)"),
    )
    rows = found(Heading("Theme 1: Harbour", 2), *lines)
    assert pick(rows, "lead", "due") == [("Vale", "Summer 2026"), ("Ash", "May 2027")]


def test_a_stop_behind_the_bracket_around_labels_leaves_no_bracket_in_the_value():
    rows = found(
        THEME,
        Paragraph("Open a second refuge (Lead: Vale (north); by when: May 2025).", "•"),
        Paragraph("Train every usher. (Lead: Courts. Timescale: Ongoing.)", "•"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale (north)", "May 2025"),
        ("Train every usher.", "Courts", "Ongoing"),
    ]


def test_labels_as_sentences_behind_a_counted_item_are_its_lead_and_date():
    (row,) = found(
        THEME,
        Paragraph("Open a second refuge. Lead: Vale. Timescale: May 2025.", "4.", numbered=True),
    )
    assert (row["ref"], row["activity"], row["lead"], row["due"]) == (
        "4",
        "Open a second refuge.",
        "Vale",
        "May 2025",
    )


def test_labels_that_blanks_alone_part_are_known_whole_and_behind_another_label():
    rows = found(
        THEME,
        Paragraph("2.1 Open a second refuge"),
        Paragraph("Lead: Vale Council, HSE When: May 2025"),
        Paragraph("2.2 Train every usher"),
        Paragraph("Lead: D. Okoro Target date: Ongoing"),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale Council, HSE", "May 2025"),
        ("Train every usher", "D. Okoro", "Ongoing"),
    ]


def test_a_known_label_behind_another_noun_is_one_still():
    rows = found(
        THEME,
        Paragraph("2.1 Open a second refuge"),
        Paragraph("Police lead: Vale division"),
        Paragraph("Key delivery partners: Harbour Aid"),
        Paragraph("Agreed end date: May 2025"),
    )
    assert pick(rows, "lead", "support", "due") == [("Vale division", "Harbour Aid", "May 2025")]


def test_a_dash_behind_a_label_is_as_good_as_a_colon():
    (row,) = found(
        THEME,
        Paragraph("Open a second refuge", "•"),
        Paragraph("Lead agency – Vale – north team"),
        Paragraph("By when – May 2025"),
    )
    assert (row["lead"], row["due"]) == ("Vale – north team", "May 2025")


def test_bold_labels_need_no_colon():
    (row,) = found(
        THEME,
        Paragraph("Open a second refuge"),
        Paragraph("Lead Vale", lead_in="Lead"),
        Paragraph("By when May 2025", lead_in="By when"),
    )
    assert (row["lead"], row["due"]) == ("Vale", "May 2025")


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


@pytest.mark.parametrize(
    "text", ["Make the tide tables free to download", "Publish the map of berths as a PDF"]
)
def test_an_action_about_a_file_is_no_name_of_one(text):
    rows = found(
        Heading("1. Berths", 2),
        *(Heading("Action", 3), Paragraph(text), Heading("Lead", 3), Paragraph("Vale")),
        *(Heading("By when", 3), Paragraph("May 2027")),
        Heading("2. Slips", 2),
        *(Heading("Action", 3), Paragraph("Mend the slip"), Heading("Lead", 3), Paragraph("Vale")),
        *(Heading("By when", 3), Paragraph("June 2027")),
    )
    assert pick(rows, "activity") == [(text,), ("Mend the slip",)]


def test_a_dash_in_a_value_before_the_next_label_makes_no_label_of_its_end():
    rows = found(
        THEME,
        Paragraph("Open a refuge – Lead: Deputy – Commissioning – Deadline: May 2025", "•"),
        Paragraph("Train every usher – Lead: Deputy – Commissioning – Deadline: Ongoing", "•"),
    )
    assert pick(rows, "lead") == [("Deputy – Commissioning",)] * 2


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


def test_words_before_a_colon_that_are_no_label_stay_in_the_text():
    assert not found(
        THEME,
        Paragraph("We asked three things: who leads, how much it costs; and when it is done."),
        Paragraph("The answer: see https://vale.example/lead: it is public."),
    )


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


def test_one_page_about_a_project_is_no_action_and_is_told():
    result = find_actions(
        document(Heading("Night bus", 1), Paragraph("Lead: Vale"), Paragraph("By when: May 2025"))
    )
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_events_with_a_place_are_no_actions():
    assert not found(
        Heading("What is on", 1),
        *(
            block
            for name in ("Plant a tree with the rangers", "Join the spring clean")
            for block in (
                Heading(name, 3),
                *(Heading("When", 4), Paragraph("12 May 2025")),
                *(Heading("Where", 4), Paragraph("Town Hall")),
                *(Heading("Who", 4), Paragraph("Everyone")),
            )
        ),
    )


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


def test_a_line_above_a_heading_that_is_a_reference_is_the_heading_s():
    (row,) = found(
        THEME,
        Paragraph("Action 1.1"),
        Heading("Open a second refuge", 5),
        Paragraph("Lead: Vale"),
        Paragraph("By when: May 2025"),
    )
    assert (row["ref"], row["activity"]) == ("1.1", "Open a second refuge")


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


def test_labelled_lines_below_the_action_in_its_own_cell_are_its_fields():
    rows = found(
        THEME,
        table(
            "Outcome|Actions\n"
            "Safe homes|Open a second refuge//Lead: Vale//By when: May 2025\n"
            "Safe homes|Train every usher//Lead: Courts//By when: Ongoing"
        ),
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a second refuge", "Vale", "May 2025"),
        ("Train every usher", "Courts", "Ongoing"),
    ]


def test_a_small_table_of_labels_in_a_cell_gives_the_fields_of_its_row():
    plan = table("Ref|Action|Details\n1.1|Open a second refuge|\n1.2|Train every usher|")
    nested = (table("Lead|Vale\nBy when|May 2025"), table("Lead|Courts\nBy when|Ongoing"))
    cells = tuple(
        replace(cell, nested=(nested[cell.row - 1],)) if cell.row and cell.column == 2 else cell
        for cell in plan.cells
    )
    rows = found(THEME, replace(plan, cells=cells))
    assert pick(rows, "ref", "lead", "due") == [
        ("1.1", "Vale", "May 2025"),
        ("1.2", "Courts", "Ongoing"),
    ]


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


def test_one_line_of_news_above_who_and_when_is_no_action():
    assert not found(
        Heading("New strategy launched", 1),
        Paragraph("More than 900 people told us what matters to them."),
        Paragraph("Who: the Safer Board"),
        Paragraph("When: from May 2025"),
    )


def test_targets_that_are_dates_are_when_where_nothing_else_is():
    rows = found(
        THEME,
        table(
            "Priority|Action|Lead|Target\n"
            "High|Open a refuge|Vale|2025/26\nLow|Train|Courts|May 2026"
        ),
    )
    assert pick(rows, "rating", "due") == [("High", "2025/26"), ("Low", "May 2026")]


def test_answers_below_questions_of_who_and_when_are_no_action():
    assert not found(
        Heading("Frequently asked questions", 1),
        Paragraph("The plan will be reviewed every year."),
        *(Heading("Who leads the work?", 2), Paragraph("The council leads with partners.")),
        *(Heading("When will it start?", 2), Paragraph("Work will start in April 2026.")),
    )


def test_a_question_that_goes_on_is_a_label_and_an_unknown_one_is_told():
    result = find_actions(
        document(
            THEME,
            Paragraph("1.1 Open a refuge"),
            *(Paragraph("Who will lead this work?", bold=True), Paragraph("Vale")),
            *(Paragraph("Wellbeing lens", bold=True), Paragraph("All")),
            *(Paragraph("By when", bold=True), Paragraph("May 2025")),
            Paragraph("Action plan (PDF, 1.2 MB)"),
        )
    )
    (action,) = result.actions
    assert action.row.cells["lead"] == "Vale"
    assert action.row.cells["due"] == "May 2025"
    assert [problem.subject for problem in result.problems] == ["Wellbeing lens"]


def test_a_comma_in_a_value_hides_no_label_behind_it():
    (row,) = found(
        THEME,
        Heading("1.1 Open a refuge", 3),
        Paragraph("Lead: Assistant Director, Place • When: May 2025"),
    )
    assert (row["lead"], row["due"]) == ("Assistant Director, Place", "May 2025")


def test_labels_that_nothing_marks_stand_above_their_values_where_they_say_who_and_when():
    rows = found(
        THEME,
        Heading("Street lighting", 3),
        *map(Paragraph, ("Lead", "Vale", "Status", "Complete", "By when", "May 2025")),
        Heading("Night bus", 3),
        *map(Paragraph, ("Lead", "Courts", "Status", "On track", "By when", "Ongoing")),
    )
    assert pick(rows, "activity", "lead", "status", "due") == [
        ("Street lighting", "Vale", "Complete", "May 2025"),
        ("Night bus", "Courts", "On track", "Ongoing"),
    ]


def test_a_bold_label_before_a_colon_may_be_longer_than_the_one_that_is_known():
    (row,) = found(
        THEME,
        Heading("1.1 Open a refuge", 3),
        Paragraph("Who will lead this work: Vale", lead_in="Who will lead this work:"),
        Paragraph("By when: May 2025", lead_in="By when:"),
    )
    assert (row["activity"], row["lead"]) == ("Open a refuge", "Vale")


def test_a_row_of_who_and_when_below_a_row_of_the_action_is_its_own():
    rows = found(
        THEME,
        table(
            "1.1|Open a second refuge|<\n|Lead: Vale|By when: May 2025\n"
            "1.2|Train every usher|<\n|Lead: Courts|By when: Ongoing"
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Open a second refuge", "Vale", "May 2025"),
        ("1.2", "Train every usher", "Courts", "Ongoing"),
    ]


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


def test_stages_of_a_procedure_are_no_actions():
    stages = [
        block
        for number in (1, 2)
        for block in (
            Heading(f"Stage {number}", 2),
            Paragraph("Responsible: service manager. Timescale: ten working days."),
        )
    ]
    assert found(Heading("Complaints policy", 1), *stages) == []


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


def test_the_value_of_a_label_above_it_may_hold_a_dash():
    rows = found(
        THEME,
        Paragraph("3.1 Review of the discharge pathway"),
        Paragraph("Owner"),
        Paragraph("Strategic Lead – Early Help"),
        Paragraph("When"),
        Paragraph("May 2027"),
        Paragraph("3.2 Report on the action log"),
        Paragraph("Owner"),
        Paragraph("Vale"),
        Paragraph("When"),
        Paragraph("June 2027"),
    )
    assert pick(rows, "ref", "lead") == [("3.1", "Strategic Lead – Early Help"), ("3.2", "Vale")]


def test_a_bar_between_an_action_and_its_labels_is_no_part_of_it():
    rows = found(
        THEME,
        Paragraph("Open a second refuge |"),
        Paragraph("Lead: Vale |"),
        Paragraph("By when: May 2027"),
    )
    assert pick(rows, "activity", "lead") == [("Open a second refuge", "Vale")]


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


def test_a_small_table_of_who_and_when_below_a_text_in_a_cell_is_told_and_takes_no_other_text():
    outer = table("1.1|Open a second refuge\n|<")
    inner = table("Lead|Vale\nBy when|May 2025")
    cells = tuple(replace(c, nested=(inner,)) if c.row == 1 else c for c in outer.cells)
    result = find_actions(
        document(
            Heading("Priority 1: Homes", 2),
            Paragraph("Review what each home costs to heat."),
            replace(outer, cells=cells),
        )
    )
    assert result.actions == []
    assert [problem.code for problem in result.problems] == ["unread_table"]


@pytest.mark.parametrize("text", ["{}", "{}- ", "Lead{}Vale", "Lead{}: Vale"])
def test_a_run_of_blanks_around_a_label_is_read_once(text):
    """4,000 blanks took 0.9 s, and 100,000 minutes: each blank was tried as the label's first."""
    wide = text.format(" " * 100_000)
    began = time.process_time()
    read_labels(Paragraph(wide))
    inline_meaning(wide)
    assert time.process_time() - began < 1.0


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


@pytest.mark.parametrize("counted", ["Measure 4: ", "Initiative 4. ", "Action 4 – "])
def test_below_a_heading_that_counts_an_action_who_leads_it_is_enough(counted):
    rows = found(
        Heading("Safe harbours", 2),
        Heading(f"{counted}Train the pilots", 3),
        Paragraph("Two ships ran aground last winter."),
        Paragraph("Responsible: Harbours"),
    )
    assert pick(rows, "ref", "activity", "lead") == [("4", "Train the pilots", "Harbours")]


def test_below_a_heading_of_a_section_who_leads_it_is_not():
    assert not found(Heading("Safe harbours", 2), Paragraph("Responsible: Harbours"))
