"""Labels in a line of prose: what marks one, where its value ends, what is none."""

import time

import pytest

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from extractors.layouts.labels.cards import inline_meaning
from extractors.layouts.labels.prose_labels import field_of, read_labels
from tests.extractors.tables import document, found, pick

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
        ("Open a second refuge", "Vale (north)", "by May 2025"),
        ("Train every usher", "Courts", "by the end of 2026"),
    ]


def test_a_name_with_by_in_it_is_no_day():
    (row,) = found(
        THEME,
        Paragraph("Open a second refuge (Lead: Vale, by agreement; When: May 2025)", "•"),
    )
    assert (row["lead"], row["due"]) == ("Vale, by agreement", "May 2025")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Status: \u25a0 On target", "On target"),
        ("Status: \u25cf Behind", "Behind"),
        ("Partners: \u25aa Police \u25aa Health", "\u25aa Police \u25aa Health"),
        ("Status: \u25cf", "\u25cf"),
        ("Target: \u25b2 5% on 2024", "\u25b2 5% on 2024"),
        ("Status: \u25a0 On track \u25a1 Delayed", "\u25a0 On track \u25a1 Delayed"),
    ],
)
def test_the_coloured_mark_before_a_status_is_no_part_of_it(printed, value):
    (line,) = read_labels(Paragraph(printed)).lines
    assert line.text == value


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


def test_a_dash_in_a_value_before_the_next_label_makes_no_label_of_its_end():
    rows = found(
        THEME,
        Paragraph("Open a refuge – Lead: Deputy – Commissioning – Deadline: May 2025", "•"),
        Paragraph("Train every usher – Lead: Deputy – Commissioning – Deadline: Ongoing", "•"),
    )
    assert pick(rows, "lead") == [("Deputy – Commissioning",)] * 2


def test_words_before_a_colon_that_are_no_label_stay_in_the_text():
    assert not found(
        THEME,
        Paragraph("We asked three things: who leads, how much it costs; and when it is done."),
        Paragraph("The answer: see https://vale.example/lead: it is public."),
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


@pytest.mark.parametrize("text", ["{}", "{}- ", "Lead{}Vale", "Lead{}: Vale"])
def test_a_run_of_blanks_around_a_label_is_read_once(text):
    """4,000 blanks took 0.9 s, and 100,000 minutes: each blank was tried as the label's first."""
    wide = text.format(" " * 100_000)
    began = time.process_time()
    read_labels(Paragraph(wide))
    inline_meaning(wide)
    assert time.process_time() - began < 1.0


def test_a_long_question_for_success_before_a_colon_is_a_label():
    text = "How we will know it has made a difference: Fewer people wait"
    (line,) = read_labels(Paragraph(text)).lines
    assert (field_of(line), line.text) == ("measures", "Fewer people wait")


def test_a_label_behind_a_title_without_a_stop_says_who_where_those_behind_it_say_when():
    rows = found(
        THEME,
        Paragraph("1.1 Light the quay Lead: Head of Port; Timescale: May 2027; Outcome: 40 lamps."),
        Paragraph("1.2 Open a refuge Lead: Vale; Timescale: June 2027; Outcome: Nine beds."),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Light the quay", "Head of Port", "May 2027"),
        ("1.2", "Open a refuge", "Vale", "June 2027"),
    ]


def test_a_theme_before_what_is_done_is_no_label_of_who_or_when():
    theme = "Justice and community support:"
    assert not read_labels(Paragraph(f"{theme} Establish a clinic", lead_in=theme)).lines
    assert read_labels(Paragraph(f"{theme} Vale Police", lead_in=theme)).lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lead: Vale; Who will help? Homes", [("Lead", "Vale"), ("Who will help?", "Homes")]),
        ("Status: On track | By when? 2027", [("Status", "On track"), ("By when?", "2027")]),
        ("Action: Open a hub. We will:", [("Action", "Open a hub. We will:")]),
        ("We asked. Who is responsible? The council.", []),
    ],
)
def test_questions_are_labels_inside_a_line_and_words_over_a_list_are_none(text, lines):
    said = read_labels(Paragraph(text)).lines
    assert [(line.label, line.text) for line in said] == lines


def test_led_by_asks_who_though_a_day_follows_in_the_same_bracket():
    said = read_labels(
        Paragraph("Match children with mentors (Led by: Youth Service; by May 2026)")
    )
    assert [(field_of(line), line.text) for line in said.lines] == [
        ("lead", "Youth Service"),
        ("due", "by May 2026"),
    ]


def test_a_question_that_is_a_label_needs_no_colon_before_its_value():
    (line,) = read_labels(Paragraph("When will it start? April 2026")).lines
    assert (field_of(line), line.text) == ("start", "April 2026")
    assert not read_labels(Paragraph("What did people tell us? They want safer parks.")).lines
    assert read_labels(Paragraph("When? By the end of March 2027.")).lines
    asked = read_labels(Paragraph("Who? Assistant Director, Homes. By when? The end of 2026/27."))
    assert [field_of(line) for line in asked.lines] == ["lead", "due"]
    long = "Who? Head of Adult Social Care, Vale Council and Port Council."
    for told in (long, "When? By the end of the financial year 2026/27."):
        assert read_labels(Paragraph(told)).lines
    for explained in (
        "Who is responsible? Every council has a duty to review its plans.",
        "When? It must be started within one month of the referral.",
    ):
        assert not read_labels(Paragraph(explained)).lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Lead: Vale | With support from: Port; Completion date: 2027",
            [("Lead", "Vale"), ("With support from", "Port"), ("Completion date", "2027")],
        ),
        (
            "Lead: Vale, Port Trust \u2013 When will it happen? 2027",
            [("Lead", "Vale, Port Trust"), ("When will it happen?", "2027")],
        ),
    ],
)
def test_all_words_behind_a_bar_are_of_the_label_and_none_before_a_dash(text, lines):
    assert [(one.label, one.text) for one in read_labels(Paragraph(text)).lines] == lines


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Lead: Vale / Due: May 2027 / Present status: Open", ["Vale", "May 2027", "Open"]),
        ("Lead – Vale | By when – May 2027", ["Vale", "May 2027"]),
        ("Lead: Digital Services / Start date – May 2027", ["Digital Services", "May 2027"]),
        ("Lead: Police, Support – Vale", ["Police, Support – Vale"]),
    ],
)
def test_labels_behind_a_slash_and_behind_bars_before_a_dash(line, said):
    assert [one.text for one in read_labels(Paragraph(line)).lines] == said


def test_a_dash_before_the_label_that_the_next_line_begins_with_is_no_part_of_the_value():
    rows = found(
        Paragraph("1.1 Light the quay", bold=True),
        Paragraph("Cost: Staff time –"),
        Paragraph("Due: August 2028 –"),
        Paragraph("Led by: Vale"),
    )
    assert pick(rows, "ref", "due", "lead") == [("1.1", "August 2028", "Vale")]


def test_a_dash_behind_a_bullet_in_the_text_of_an_action_makes_no_label():
    """ "Support – one to one sessions" was read as who supports it."""
    text = "Action: Set up a hub • Support – one to one sessions • Training – for staff"
    (line,) = read_labels(Paragraph(text)).lines
    assert (line.label, line.text) == ("Action", text.removeprefix("Action: "))
    text = "Action: Open a hub / Due: May 2027 / Cost – £4,000"
    assert [one.label for one in read_labels(Paragraph(text)).lines] == ["Action", "Due", "Cost"]


@pytest.mark.parametrize("bar", ["|", "\u2022"])
def test_a_dash_label_behind_a_bar_parts_who_and_when_from_the_action(bar):
    """Actions whose labels dashes follow, "Lead \u2013 Vale", were lost without a word."""
    said = read_labels(
        Paragraph(f"Action: Open a hub {bar} Lead \u2013 Vale {bar} By when \u2013 May 2026")
    )
    assert [(field_of(line), line.text) for line in said.lines] == [
        ("activity", "Open a hub"),
        ("lead", "Vale"),
        ("due", "May 2026"),
    ]
