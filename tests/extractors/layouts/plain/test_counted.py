"""Titles that count cards in words of the document's own, and lines that head a card."""

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from tests.extractors.tables import document, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 1)
FORM = "Description|{}\nLead officer|{}\nEnd date|{}"


def read(*blocks):
    rows = extract(document(*blocks)).actions
    return [{**row.cells, "section": row.section} for row in rows]


def test_whatever_word_counts_one_card_after_another_gives_their_references():
    for word in ("Project", "Form", "Scheme", "Description"):
        rows = read(
            GOAL,
            Heading(f"{word} 1", 2),
            table(FORM.format("Dredge the lower basin", "Canal Trust", "May 2027")),
            Heading(f"{word} 2", 2),
            table(FORM.format("Mend the lock gates", "Port", "June 2027")),
        )
        assert pick(rows, "ref", "activity", "lead", "section") == [
            ("1", "Dredge the lower basin", "Canal Trust", GOAL.text),
            ("2", "Mend the lock gates", "Port", GOAL.text),
        ]


def test_a_counted_word_across_a_form_gives_its_reference_and_text():
    card = "We will {}: {}|<|<\n**Led by**|**Working with**|**Timescale**\n{}|Port|{}"
    rows = read(
        GOAL,
        table(card.format("1.1", "Dredge the lower basin", "Canal Trust", "May 2027")),
        table(card.format("1.2", "Mend the lock gates", "Vale", "2028")),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Dredge the lower basin", "Canal Trust", "May 2027"),
        ("1.2", "Mend the lock gates", "Vale", "2028"),
    ]


def test_a_word_that_counts_chapters_with_several_actions_counts_no_cards():
    plan = "Action|Lead|By when\nDredge the basin|Canal Trust|2027\nMend the gates|Port|2028"
    rows = read(Heading("Place 1: Upper river", 2), table(plan), Heading("Place 2: Quay", 2))
    assert pick(rows, "section") == [("Place 1: Upper river",)] * 2
    odd = (
        "No|Action|Gender lens|Responsible|Deadline\n1|Dredge the basin|Water|Canal Trust|2027\n"
        "2|Mend the lock gates|Boats|Port|2028"
    )
    for held in (plan, odd):
        rows = read(
            Heading("Place 1: Upper river", 2),
            table(held),
            Heading("Place 2: Quay", 2),
            table(held),
        )
        assert pick(rows, "section") == [
            *[("Place 1: Upper river",)] * 2,
            *[("Place 2: Quay",)] * 2,
        ]


def test_numbered_titles_of_which_a_full_stop_keeps_some_from_being_headings_are_all_titles():
    why = Paragraph("The old gates were hung in 1961 and leak.")
    who = "Lead organisation: {} Target date: {}"
    rows = read(
        GOAL,
        Paragraph("1 Dredge the lower basin before the winter floods.", bold=True),
        why,
        Paragraph(who.format("Canal Trust", "May 2027")),
        Heading("New gates at three locks", 2, marker="2"),
        why,
        Paragraph(who.format("Port", "Ongoing")),
        Paragraph("3 Count the otters each spring.", bold=True),
        why,
        Paragraph(who.format("Vale", "2028")),
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("1", "Dredge the lower basin before the winter floods.", "Canal Trust", GOAL.text),
        ("2", "New gates at three locks", "Port", GOAL.text),
        ("3", "Count the otters each spring.", "Vale", GOAL.text),
    ]


def test_a_line_of_reference_and_badge_heads_the_card_below_it():
    rows = read(
        GOAL,
        Paragraph("Action 1.1 Not yet started"),
        Paragraph("Dredge the lower basin before the winter floods.", bold=True),
        Paragraph("Lead: Canal Trust"),
        Paragraph("End date: May 2027"),
        table("Action 1.2|On track"),
        Heading("New gates at three locks", 2),
        Paragraph("Lead: Port"),
        Paragraph("End date: 2028"),
    )
    assert pick(rows, "ref", "activity", "status", "lead", "section") == [
        (
            "1.1",
            "Dredge the lower basin before the winter floods.",
            "Not yet started",
            "Canal Trust",
            GOAL.text,
        ),
        ("1.2", "New gates at three locks", "On track", "Port", GOAL.text),
    ]


def test_a_reference_above_a_form_in_a_line_of_its_own_is_the_forms():
    rows = read(
        Heading("Quiet rivers strategy", 2),
        Paragraph("Reference 1.4", lead_in="Reference"),
        table(FORM.format("Dredge the lower basin", "Canal Trust", "May 2027")),
    )
    assert pick(rows, "ref", "activity") == [("1.4", "Dredge the lower basin")]


def test_numbered_headings_over_a_card_each_that_says_its_action_are_references():
    def sheet(number, name, action, lead):
        return (
            Heading(f"{number} {name}", 3),
            *(Heading("Action", 4), Paragraph(action)),
            *(Heading("Lead", 4), Paragraph(lead)),
            *(Heading("By when", 4), Paragraph("2027")),
        )

    rows = read(
        GOAL,
        *sheet("1.1", "Clear water", "Dredge the lower basin", "Vale"),
        *sheet("1.2", "Sound gates", "Mend the lock gates", "Port"),
        Heading("Support", 1),
        *sheet("2.1", "Good company", "Count the otters", "Trust"),
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("1.1", "Dredge the lower basin", "Vale", GOAL.text),
        ("1.2", "Mend the lock gates", "Port", GOAL.text),
        ("2.1", "Count the otters", "Trust", "Support"),
    ]


def test_pledges_over_a_strip_of_labels_each_count_actions():
    strip = "Lead//{}|Deadline//{}"
    rows = read(
        Heading("Clear water", 1),
        *(Heading("Pledge 1", 2), Paragraph("Dredge the lower basin")),
        table(strip.format("Vale", "2026")),
        *(Heading("Pledge 2", 2), Paragraph("Mend the lock gates")),
        table(strip.format("Port", "2027")),
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("Pledge 1", "Dredge the lower basin", "Vale", "Clear water"),
        ("Pledge 2", "Mend the lock gates", "Port", "Clear water"),
    ]


def test_case_studies_and_meetings_are_no_actions_though_who_and_when_are_said_of_each():
    for word in ("Case study", "Meeting"):
        said = [
            (Heading(f"{word} {n}: The lock", 2), Paragraph("Lead: Port"), Paragraph("When: 2024"))
            for n in (1, 2)
        ]
        assert read(*said[0], *said[1]) == []


def test_an_area_over_a_plan_of_one_row_is_its_section():
    plan = "Area {}|<|<\nAction|Lead|By when\n{}|Vale|2027"
    rows = read(
        table(plan.format("1: Rivers", "Dredge the lower basin")),
        table(plan.format("2: Locks", "Mend the lock gates")),
    )
    assert pick(rows, "activity", "section") == [
        ("Dredge the lower basin", "Area 1: Rivers"),
        ("Mend the lock gates", "Area 2: Locks"),
    ]


def pledge(word, number, year):
    return (
        Heading(f"{word} {number}: Open hub {number} in the square", 2),
        Paragraph("Lead: Vale"),
        Paragraph(f"By when: May {year}"),
    )


def test_cards_are_cited_in_the_words_of_their_titles_and_rows_of_a_table_are_not():
    rows = read(
        *pledge("Pledge", 1, 2026),
        *pledge("Pledge", 2, 2027),
        *pledge("Commitment", 2, 2026),
        *pledge("Commitment", 3, 2027),
        Heading("More", 2),
        table("Ref|Action|Lead|By when\n1|Fund a post|Vale|May 2027\n7|Fund a tree|Vale|2027"),
    )
    cited = ["Pledge 1", "Pledge 2", "Commitment 2", "Commitment 3", "1", "7"]
    assert [row["ref"] for row in rows] == cited
