"""Cards that stand in tiers, which readers find in pieces, and forms that stand side by side."""

from dataclasses import replace

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.grid import grid_of
from extractors.layouts.plain.sides import split_sides
from tests.extractors.tables import document, found, of_rows, pick, table, texts

GOAL = Heading("Goal 1: Quiet rivers", 1)
WHO = "**Lead**|**Partners**\nCanal Trust|Port"
WHEN = "**Start**|**Deadline**|**Status**\nMay 2026|{}|Not started"
FIELDS = ("section", "ref", "activity", "lead", "support", "start", "due", "status")


def tiers(number, due):
    return [
        Heading(f"{number} Improve the lower basin", 2),
        table(WHO),
        table(WHEN.format(due)),
    ]


def read(*blocks):
    rows = extract(document(*blocks)).actions
    return [{**row.cells, "section": row.section, "items": list(row.measures)} for row in rows]


def test_tables_below_one_another_under_the_text_of_an_action_are_its_card():
    cards = (GOAL, *tiers("1.1", "June 2027"), *tiers("1.2", "2028"))
    assert pick(read(*cards), *FIELDS) == [
        (
            GOAL.text,
            ref,
            "Improve the lower basin",
            "Canal Trust",
            "Port",
            "May 2026",
            due,
            "Not started",
        )
        for ref, due in (("1.1", "June 2027"), ("1.2", "2028"))
    ]


def test_a_label_alone_below_them_with_its_line_is_of_the_card():
    more = [Heading("Success measures", 3), Paragraph("Two miles dredged")]
    cards = (GOAL, *tiers("1.1", "2027"), *more, *tiers("1.2", "2028"), *more)
    assert pick(read(*cards), "activity", "due", "items") == [
        ("Improve the lower basin", "2027", ["Two miles dredged"]),
        ("Improve the lower basin", "2028", ["Two miles dredged"]),
    ]


def test_tiers_in_one_table_below_the_text_of_their_action_are_all_read():
    whole = (
        "**Lead**|**Partners**|**Deadline**\nVale|Port|2027\n**Status**|**How we will know**|<\n"
    )
    cards = (
        GOAL,
        Paragraph("1.1 Improve the lower basin"),
        table(whole + "Complete|Two miles dredged|<"),
    )
    assert pick(read(*cards), "ref", "lead", "due", "status", "items") == [
        ("1.1", "Vale", "2027", "Complete", ["Two miles dredged"])
    ]


def test_below_a_heading_that_says_no_action_they_stay_tables():
    blocks = Heading("Who is on the board", 2), table(WHO), table(WHEN.format("2027"))
    result = extract(document(GOAL, *blocks))
    assert result.actions == ()
    assert len(result.document.blocks) == 4


def test_heads_that_ran_together_are_told_and_no_value_is_taken_from_below_them():
    ran = table(f"{WHO}\n**Start Deadline**|**Status**\nMay 2026 2027|Complete")
    result = extract(document(GOAL, Heading("1.1 Improve the lower basin", 2), ran))
    assert result.actions == ()
    assert [problem.code for problem in result.problems] == ["unread_table"]


def test_a_commitment_that_promises_is_the_action_of_the_one_row_below_its_prose():
    blocks = [
        block
        for number in (1, 2)
        for block in (
            Heading(f"Commitment {number}: Improve the lower basin", 2),
            Paragraph("The basin silted up in the floods of 1998."),
            table(f"**Lead**|**Deadline**\nCanal Trust|{2026 + number}"),
        )
    ]
    assert pick(found(GOAL, *blocks), "section", "ref", "activity", "lead", "due") == [
        (GOAL.text, "Commitment 1", "Improve the lower basin", "Canal Trust", "2027"),
        (GOAL.text, "Commitment 2", "Improve the lower basin", "Canal Trust", "2028"),
    ]


def test_two_forms_side_by_side_with_the_same_labels_are_two_tables():
    sides = "1.1|Mend {}\nDeadline|2027\nLead|Vale", "1.2|Mend {}\nDeadline|2028\nLead|Port"
    rows = zip(*(side.splitlines() for side in sides), strict=True)
    both = split_sides(grid_of(table("\n".join("|".join(row) for row in rows))))
    assert list(map(texts, both)) == [texts(table(side)) for side in sides]
    form = table("Lead|Vale|Deadline|2027\nStart|2026|Status|Complete")
    assert split_sides(grid_of(form)) == [form]


def test_a_plain_label_across_below_heads_and_values_belongs_to_their_card():
    rows = "Lead|Partners|Deadline\nCanal Trust|Port|{}\nHow we will know|<|<\n{}|<|<"
    cards = read(
        GOAL,
        Heading("1.1 Improve the lower basin", 2),
        table(rows.format("May 2027", "Two miles dredged")),
        Heading("1.2 Open the lock", 2),
        table(rows.format("June 2027", "Forty boats a day")),
    )
    assert pick(cards, "ref", "lead", "due", "items") == [
        ("1.1", "Canal Trust", "May 2027", ["Two miles dredged"]),
        ("1.2", "Canal Trust", "June 2027", ["Forty boats a day"]),
    ]


def test_a_label_at_the_foot_of_a_card_has_its_value_in_the_line_below():
    (row,) = read(
        GOAL,
        Heading("1.1 Improve the lower basin", 2),
        table("Lead|Partners|Deadline\nCanal Trust|Port|May 2027\nHow we will know||"),
        Paragraph("Two miles dredged"),
    )
    assert (row["lead"], row["due"], row["items"]) == (
        "Canal Trust",
        "May 2027",
        ["Two miles dredged"],
    )


def test_an_aim_at_the_foot_of_a_card_is_no_action_beside_the_title_that_promises():
    heads = "**Delivery lead**|**Starting**|**When?**\n"
    rows = read(
        *(
            block
            for title in ("Give each school a link artist", "Digitise the fishing archive")
            for block in (
                Paragraph(title),
                table(f"{heads}Libraries|Q1|March 2027\n**Aim**||"),
                Paragraph("Every resident can reach the services that they need"),
            )
        )
    )
    assert pick(rows, "activity", "due") == [
        ("Give each school a link artist", "March 2027"),
        ("Digitise the fishing archive", "March 2027"),
    ]


def test_a_line_of_label_and_choices_below_one_row_of_values_goes_on_with_the_card():
    heads = "LEAD|START|BY WHEN\n{}|May 2026|{}"
    rows = read(
        GOAL,
        Heading("1.1 Improve the lower basin", 2),
        table(heads.format("Canal Trust", "June 2027")),
        Paragraph("STATUS ☐ Not started ☑ On track ☐ Complete"),
        Heading("1.2 Improve the upper basin", 2),
        table(heads.format("Port", "2028")),
        Paragraph("STATUS ☑ Not started ☐ On track ☐ Complete"),
    )
    assert pick(rows, "ref", "lead", "due", "status") == [
        ("1.1", "Canal Trust", "June 2027", "On track"),
        ("1.2", "Port", "2028", "Not started"),
    ]


def test_labels_set_apart_in_one_line_are_of_the_card_that_goes_on_below_them():
    apart = replace(table("Who: Canal Trust|When: May 2026"), ruled=False)
    cards = [
        (
            Paragraph(f"{ref} Improve the {what}.", bold=True),
            apart,
            Paragraph("How we will know: quieter nights"),
        )
        for ref, what in (("1.1", "lower basin"), ("1.2", "upper lock"), ("1.3", "quay"))
    ]
    rows = read(GOAL, *(block for card in cards for block in card))
    assert pick(rows, "ref", "lead", "due", "items") == [
        (ref, "Canal Trust", "May 2026", ["quieter nights"]) for ref in ("1.1", "1.2", "1.3")
    ]


def test_the_whole_list_below_a_label_alone_is_its_value():
    more = [Heading("Success measures", 3), *(Paragraph(t, "•") for t in ("Depth", "Flow"))]
    cards = (GOAL, *tiers("1.1", "2027"), *more, *tiers("1.2", "2028"), *more)
    assert pick(read(*cards), "due", "items") == [
        ("2027", ["Depth", "Flow"]),
        ("2028", ["Depth", "Flow"]),
    ]


def test_cards_in_the_columns_of_a_table_are_read_one_after_another():
    cards = table(
        "**Action 1**|**Action 2**\nDredge the dock|Mend the quay\nLead: Vale|Lead: Port\n"
        "Due: May 2026|Due: 2027\n**Action 3**|\nPaint the crane|\nLead: Vale|\nDue: 2028|"
    )
    assert pick(read(GOAL, cards), "ref", "activity", "lead", "due") == [
        ("1", "Dredge the dock", "Vale", "May 2026"),
        ("2", "Mend the quay", "Port", "2027"),
        ("3", "Paint the crane", "Vale", "2028"),
    ]


def test_a_chapter_goes_on_below_titles_of_cards_that_are_numbered_under_it():
    form = "**Lead**|Vale\n**By when**|2027"
    rows = read(
        Heading("Contents", 1),
        Heading("1. Quiet rivers", 2),
        Heading("1.1 Dredge the dock", 2),
        table(form),
        Heading("1.2 Mend the quay", 2),
        table(form),
    )
    assert pick(rows, "section") == [("1. Quiet rivers",)] * 2


@pytest.mark.parametrize("last", ["", "\n**Measures**||<|<"])
def test_a_label_alone_below_forms_is_of_the_form_above(last):
    label = [] if last else [Heading("Measures", 3)]
    cards = [
        (
            Heading(f"{ref} Dredge the dock", 2),
            table(f"**Lead**|Vale|**Due**|2027\n**Partners**|Port|**Cost**|None{last}"),
            *label,
            *(Paragraph(text, "\u2022") for text in ("Depth", "Flow")),
        )
        for ref in ("1.1", "1.2")
    ]
    rows = read(GOAL, *(block for card in cards for block in card))
    assert pick(rows, "ref", "due", "support", "items") == [
        (ref, "2027", "Port", ["Depth", "Flow"]) for ref in ("1.1", "1.2")
    ]


def test_a_blank_last_column_of_a_plan_keeps_its_place_below_heads_on_their_own():
    """Without it the rows had fewer columns than the heads, and a measure became the lead."""
    rows = table("Train all door staff in the town|80 trained|Police|\nOpen a hub|Open|Vale|")
    assert split_sides(grid_of(rows)) == [rows]


def test_the_last_card_of_an_odd_number_has_nothing_beside_it():
    """Its grid keeps the blank columns of a card beside it and of the gap between them."""
    rows = table("Dredge the dock||||\n**Lead**|Vale|||\n**Due**|2027|||\n**Partners**|Port|||")
    (card,) = split_sides(grid_of(rows))
    assert card.column_count == 2


def test_a_numbered_heading_below_a_form_is_no_value_of_its_last_label():
    form = "Ref|A{0}\nActivity|Open refuge {0}\nDeadline|May 2026\nComments|"
    chapters = (Heading("Living well", 2, "1."), Heading("Healthy places", 2, "2."))
    blocks = [(one, table(form.format(at))) for at, one in enumerate(chapters, 1)]
    said = pick(read(*blocks[0], *blocks[1]), "section", "update")
    assert said == [("1. Living well", ""), ("2. Healthy places", "")]


def test_a_text_below_a_label_of_its_own_is_no_title_of_the_tiers_below_it():
    """The number and name of the card were a section, and the action had no reference."""
    blocks = []
    for number, text in ((1, "Make a map of the quay"), (2, "Train the wardens")):
        blocks += [Heading(f"Action 1.{number}: Name {number}", 2), Heading("What we will do:", 3)]
        card = "**Lead:**|**Deadline:**\nVale|May 2026\n**Background:**|<\nIt is asked for.|<"
        blocks += [Paragraph(text), table(card)]
    rows = extract(document(Heading("Safer quays", 1), *blocks)).actions
    assert [(one.cells["ref"], one.cells["activity"], one.section) for one in rows] == [
        ("1.1", "Make a map of the quay", "Safer quays"),
        ("1.2", "Train the wardens", "Safer quays"),
    ]


def test_cards_abreast_below_titles_in_a_row_of_their_own_are_read_column_by_column():
    """In Word such cards are two rows of a table: titles on colour, and below each its text."""
    titles = {(at, column): "#4a148c" for at in (0, 2) for column in (0, 1)}
    cards = of_rows(
        [
            ["**1.1 Street trees**", "**1.2 Flood wardens**"],
            [
                "Commitment: Plant street trees//Lead: Vale//Due: 2026",
                "Commitment: Equip flood wardens//Lead: Port//Due: 2027",
            ],
            ["**1.3 Repair cafes**", ""],
            ["Commitment: Open a repair cafe//Lead: Town//Due: 2028", ""],
        ],
        fills=titles,
    )
    assert pick(read(GOAL, cards), "ref", "activity", "lead", "due") == [
        ("1.1", "Plant street trees", "Vale", "2026"),
        ("1.2", "Equip flood wardens", "Port", "2027"),
        ("1.3", "Open a repair cafe", "Town", "2028"),
    ]
    plan = table("**Action**|**Detail**\nLight the quay|Lead: Vale\nMend the wall|Lead: Port")
    assert split_sides(grid_of(plan)) == [plan]
    mixed = table(
        "**Youth work**|**Safer schools**\n"
        "Recruit ten.//Lead: Jo//By when: May 2026|Train ten.//By when: May 2026//Cost: £5"
    )
    assert split_sides(grid_of(mixed)) == [mixed]  # the second would be left out untold
