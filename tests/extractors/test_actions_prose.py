"""Actions in prose and lists, whose labels stand before, behind or above their values."""

from extractors.blocks import Heading, Paragraph

from .tables import found, pick

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
        ("2.1", "Open a second refuge", "Vale Courts", "May 2025"),
        ("2.2", "Train every usher", "Courts", "Ongoing"),
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
