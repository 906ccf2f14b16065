"""Cards whose labels stand in headings, lines and small tables below one another."""

import time

from extractors.blocks import Heading, Paragraph
from extractors.extract import extract
from extractors.layouts.plain.gathered import gather_labels
from tests.extractors.tables import document, pick, table

HEADS = "**Lead**|**Deadline**\n"


def card(name, measure, lead, due):
    return (
        Heading(name, 3),
        Heading("How we will know", 4),
        Paragraph(measure, "•"),
        Paragraph("A survey of crews", "•"),
        Paragraph("Funding: core budget"),
        table(f"{HEADS}{lead}|{due}"),
    )


def read(*blocks):
    rows = extract(document(*blocks)).actions
    return [{**row.cells, "section": row.section, "items": list(row.measures)} for row in rows]


def test_labels_in_headings_lines_and_tables_are_one_card_where_they_come_again():
    cards = (
        *card("Dredge the lower basin", "Two miles dredged", "Canal Trust", "2027"),
        *card("Mend the sea lock", "No leaks", "Port", "May 2026"),
    )
    assert pick(read(*cards), "activity", "lead", "due", "items") == [
        (
            "Dredge the lower basin",
            "Canal Trust",
            "2027",
            ["Two miles dredged", "A survey of crews"],
        ),
        ("Mend the sea lock", "Port", "May 2026", ["No leaks", "A survey of crews"]),
    ]


def test_a_chapter_that_is_called_as_a_label_is_none_of_a_card():
    """The heading of the chapter "Support" was the partner of its first card."""
    first = card("Dredge the lower basin", "Two miles dredged", "Canal Trust", "2027")
    second = card("Mend the sea lock", "No leaks", "Port", "May 2026")
    rows = read(Heading("Rivers", 1), *first, Heading("Support", 1), *second)
    assert pick(rows, "section", "support") == [("Rivers", None), ("Support", None)]


def test_the_number_of_a_card_is_no_part_of_its_label():
    cards = [
        (Paragraph(f"We will {at}: {text}", bold=True), table(f"{HEADS}{lead}|2027"))
        for at, text, lead in ((1, "Dredge the basin", "Canal Trust"), (2, "Mend the lock", "Port"))
    ]
    rows = read(Heading("Rivers", 1), *cards[0], *cards[1])
    assert pick(rows, "activity", "lead") == [
        ("Dredge the basin", "Canal Trust"),
        ("Mend the lock", "Port"),
    ]


def test_headings_are_counted_once_however_many_there_are():
    """Each was sought among all blocks: 4,000 with their cards took 15 seconds, now one."""
    card = Paragraph("Lead"), Paragraph("Canal Trust"), Paragraph("By when: 2027")
    blocks = [one for at in range(4_000) for one in (Heading(f"Lock {at}", 3), *card)]
    begun = time.process_time()
    assert gather_labels(blocks)[0] == blocks[0]
    assert time.process_time() - begun < 5.0


def test_a_counted_label_beside_its_state_begins_a_card_of_its_own():
    """It was put together with the lead and the day of the card above."""

    def counted(number, state, action, lead, due):
        lines = Paragraph(action, bold=True), Paragraph(f"Lead: {lead}"), Paragraph(f"Due: {due}")
        return (table(f"Action {number}|{state}"), *lines)

    cards = (
        Heading("Our estate", 1),
        *counted("1.1", "On track", "Light the towpath", "Parks", "May 2026"),
        *counted("1.2", "Delayed", "Mend the quay", "Port", "2027"),
        *counted("1.3", "On track", "Map the lamps", "Roads", "June 2027"),
    )
    assert pick(read(*cards), "activity", "lead", "due") == [
        ("Light the towpath", "Parks", "May 2026"),
        ("Mend the quay", "Port", "2027"),
        ("Map the lamps", "Roads", "June 2027"),
    ]


def test_several_lines_above_a_table_of_labels_are_one_value():
    """All but the first were left out, and the table below them was told as unread."""
    cards = [
        (
            Heading(name, 2),
            Heading("How we will know", 4),
            *(Paragraph("Two miles dredged"), Paragraph("A survey of crews")),
            table(f"{HEADS}Canal Trust|2027"),
        )
        for name in ("Dredge the lower basin", "Mend the sea lock")
    ]
    items = ["Two miles dredged", "A survey of crews"]
    assert pick(read(*cards[0], *cards[1]), "activity", "lead", "items") == [
        ("Dredge the lower basin", "Canal Trust", items),
        ("Mend the sea lock", "Canal Trust", items),
    ]


def test_a_title_below_the_list_of_one_card_is_of_the_next():
    """ "Repair the lower quay." stood among the measures of the card above it."""
    cards = [
        block
        for title in ("Mend the sea lock.", "Repair the lower quay.", "Review the rota.")
        for block in (
            Paragraph(title),
            table(f"{HEADS}Port|2027"),
            Paragraph("Measures:", bold=True),
            Paragraph("No leaks", "•"),
            Paragraph("A survey of crews", "•"),
        )
    ]
    assert pick(read(Heading("Rivers", 1), *cards), "activity", "items") == [
        ("Mend the sea lock.", ["No leaks", "A survey of crews"]),
        ("Repair the lower quay.", ["No leaks", "A survey of crews"]),
        ("Review the rota.", ["No leaks", "A survey of crews"]),
    ]


def test_a_plain_label_above_the_action_is_one_where_tables_say_who_and_when():
    cards = [
        block
        for name, text in (("Sea lock", "Mend the gates."), ("Basin", "Dredge it to two metres."))
        for block in (
            Heading(name, 3),
            Paragraph("Key action"),
            Paragraph(text),
            table(f"{HEADS}Port|2027"),
        )
    ]
    assert pick(read(Heading("Rivers", 1), *cards), "activity", "lead") == [
        ("Mend the gates.", "Port"),
        ("Dredge it to two metres.", "Port"),
    ]


def test_the_number_of_a_card_beside_its_first_label_is_its_reference():
    """Sixteen of seventeen cards of a strategy were told as tables that say no action."""
    cards = [
        (Heading("What we will do", 3, str(at)), Paragraph(text), table(f"{HEADS}{lead}|2027"))
        for at, text, lead in ((1, "Dredge the basin", "Canal Trust"), (2, "Mend the lock", "Port"))
    ]
    rows = read(Heading("Rivers", 1), *cards[0], *cards[1])
    assert pick(rows, "ref", "activity", "lead", "due", "section") == [
        ("1", "Dredge the basin", "Canal Trust", "2027", "Rivers"),
        ("2", "Mend the lock", "Port", "2027", "Rivers"),
    ]


def test_a_strip_that_begins_with_a_reference_begins_no_other_card():
    """What is measured was the action of the card that began below it."""
    strip = "**Ref**|**Lead**|**Deadline**\n{}|{}|2027"
    cards = [
        (
            Heading(name, 3),
            Heading("Outcomes", 4),
            Paragraph("Fewer calls", "1."),
            Paragraph("Number of referrals", "2."),
            table(strip.format(ref, lead)),
        )
        for name, ref, lead in (
            ("Dredge the lower basin", "1.1", "Canal Trust"),
            ("Mend the sea lock", "1.2", "Port"),
        )
    ]
    assert pick(read(*cards[0], *cards[1]), "ref", "activity", "lead", "items") == [
        ("1.1", "Dredge the lower basin", "Canal Trust", ["Fewer calls", "Number of referrals"]),
        ("1.2", "Mend the sea lock", "Port", ["Fewer calls", "Number of referrals"]),
    ]
