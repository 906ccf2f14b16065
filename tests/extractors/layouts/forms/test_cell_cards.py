"""Cards printed in a cell each: boxes of text, squares of a table; and what counts a form."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Cell, Heading, Paragraph, Table
from tests.extractors.tables import document, found, pick, table

AIM = Heading("Goal 2: Ports", 2)


def test_a_box_of_one_cell_is_a_card_whose_first_line_counts_it():
    rows = found(
        AIM,
        Paragraph("Boats wait for the tide."),
        table("Action 7//Mend the slip//Lead: Harbours//By when: Year 1"),
        Paragraph("The harbour fills with sand."),
        table("Action 8//Dredge the inner harbour//Lead: Harbours//By when: Year 1"),
    )
    assert pick(rows, "ref", "activity", "lead", "due", "section") == [
        ("7", "Mend the slip", "Harbours", "Year 1", "Goal 2: Ports"),
        ("8", "Dredge the inner harbour", "Harbours", "Year 1", "Goal 2: Ports"),
    ]


def test_each_square_of_a_table_may_hold_a_card():
    rows = found(
        AIM,
        table(
            "1.1 Mend the slip//Lead: Harbours//By when: May 2027"
            "|1.2 Dredge the inner harbour//Lead: Rivers//By when: Year 2\n"
            "1.3 Light the pier//Lead: Works//By when: 2028|"
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "due") == [
        ("1.1", "Mend the slip", "Harbours", "May 2027"),
        ("1.2", "Dredge the inner harbour", "Rivers", "Year 2"),
        ("1.3", "Light the pier", "Works", "2028"),
    ]


def test_boxes_that_follow_one_another_title_no_table():
    rows = found(
        AIM,
        table("1.1 Mend the slip//Lead: Harbours//By when: May 2027"),
        table("1.2 Light the pier//Lead: Works//By when: 2028"),
    )
    assert pick(rows, "activity", "section") == [
        ("Mend the slip", "Goal 2: Ports"),
        ("Light the pier", "Goal 2: Ports"),
    ]


def test_the_names_above_the_columns_of_a_transposed_table_count_its_actions():
    rows = found(
        table(
            "|Action 1|Action 2\nWhat we will do|Mend the slip|Light the pier\n"
            "Lead|Harbours|Works\nBy when|May 2027|2028"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("1", "Mend the slip", "Harbours", None),
        ("2", "Light the pier", "Works", None),
    ]


def test_a_reference_merged_down_the_left_of_labels_is_the_forms():
    rows = found(
        AIM,
        table(
            "H1|Action|Mend the slip\n^|Lead|Harbours\n^|By when|May 2027\n"
            "H2|Action|Light the pier\n^|Lead|Works\n^|By when|2028"
        ),
    )
    assert pick(rows, "ref", "activity", "lead", "section") == [
        ("H1", "Mend the slip", "Harbours", "Goal 2: Ports"),
        ("H2", "Light the pier", "Works", "Goal 2: Ports"),
    ]


def test_the_name_that_counts_a_form_gives_its_reference_and_heads_nothing():
    form = "|<\nActivity|Mend the slip and the stairs\nLead|Harbours\nBy when|May 2027"
    names = {"3": "Action 3: Safe landings", "Commitment 3": "Commitment 3 – Safe landings"}
    for ref, name in names.items():
        inside = found(AIM, table(name + form))
        assert pick(inside, "ref", "activity", "section") == [
            (ref, "Mend the slip and the stairs", "Goal 2: Ports")
        ]
    above = found(AIM, Heading(names["3"], 3), table(form.removeprefix("|<\n")))
    assert pick(above, "ref", "section") == [("3", "Goal 2: Ports")]


def test_a_table_of_one_column_whose_labels_stand_above_their_values_is_a_card():
    """Twelve cards three abreast lost in silence, each a table of title, date and lead."""
    card = "**{}**\nBy when//May 2027\nLead//Harbours"
    rows = found(AIM, *(table(card.format(text)) for text in ("Mend the slip", "Light the pier")))
    assert pick(rows, "activity", "lead", "due") == [
        ("Mend the slip", "Harbours", "May 2027"),
        ("Light the pier", "Harbours", "May 2027"),
    ]


def test_a_line_that_counts_an_action_heads_no_columns_of_labelled_lines():
    rows = found(
        table(
            "**Action 1**|Mend the slip\nLead: Harbours|Partners: Rivers\n"
            "**Action 2**|Light the pier\nLead: Works|Partners: Lamps"
        )
    )
    assert pick(rows, "ref", "activity", "lead", "support") == [
        ("1", "Mend the slip", "Harbours", "Rivers"),
        ("2", "Light the pier", "Works", "Lamps"),
    ]


@pytest.mark.parametrize("bold", [True, False])
def test_a_sentence_between_a_counted_title_and_its_labels_says_why(bold):
    """A false action: the sentence was taken for the title, and the title lost."""
    rows = found(
        AIM,
        Paragraph("1.1 Review the slip.", bold=bold),
        Paragraph("Boats wait at the bar for the tide every morning."),
        Paragraph("Lead: Harbours. By when: May 2027"),
    )
    assert pick(rows, "ref", "activity", "lead") == [("1.1", "Review the slip.", "Harbours")]


SQUARE = "{} {}//Lead: Harbours//By when: May 2027"


@pytest.mark.parametrize(
    "rows",
    [
        "**Goal 2: Ports**|{0}\n^|{1}\n**Goal 3: Rivers**|{2}",
        "**Theme**|**Actions**\n**Goal 2: Ports**|{0}\n^|{1}\n**Goal 3: Rivers**|{2}",
        "**Goal 2: Ports**|<\n{0}|{1}\n**Goal 3: Rivers**|<\n{2}|",
    ],
    ids=["beside", "beside below heads", "above"],
)
def test_aims_beside_or_above_squares_with_cards_head_these(rows):
    """A table of 12 cards in Word was lost untold, and one of 24 squares under two bars."""
    cards = (("2.1", "Repair the slip"), ("2.2", "Light the pier"), ("3.1", "Restore the banks"))
    plan = table(rows.format(*(SQUARE.format(*card) for card in cards)))
    assert pick(found(plan), "ref", "activity", "lead", "section") == [
        ("2.1", "Repair the slip", "Harbours", "Goal 2: Ports"),
        ("2.2", "Light the pier", "Harbours", "Goal 2: Ports"),
        ("3.1", "Restore the banks", "Harbours", "Goal 3: Rivers"),
    ]


def test_actions_beside_cells_with_labelled_lines_alone_are_no_aims_of_cards():
    plan = table(
        "**Action**|**Delivery**\nRepair the slip|Lead: Harbours//By when: 2027\n"
        "Light the pier|Lead: Works//By when: 2028"
    )
    assert pick(found(AIM, plan), "activity", "lead") == [
        ("Repair the slip", "Harbours"),
        ("Light the pier", "Works"),
    ]


def test_a_panel_of_labels_alone_goes_on_with_the_card_at_its_left():
    """In one made plan each was two actions: the text, and its heading with lead and day."""
    labels = ("Lead", "Vale", "By when", "2027")
    right = Cell(0, 1, tuple(Paragraph(one, bold=one in labels[::2]) for one in labels))
    names = (("Flood wardens", "Recruit"), ("Repair cafes", "Open"), ("Street trees", "Plant"))
    rows = found(
        AIM,
        *(
            block
            for name, verb in names
            for texts in [(f"{verb} twenty of them in each parish.", "Partners: Port", "Cost: Nil")]
            for left in [Cell(0, 0, tuple(map(Paragraph, texts)))]
            for block in (Heading(name, 3), Table((left, right), 1, 2))
        ),
    )
    assert pick(rows, "activity", "support", "lead", "due", "section") == [
        (f"{verb} twenty of them in each parish.", "Port", "Vale", "2027", AIM.text)
        for _, verb in names
    ]


def test_a_quote_in_a_square_beside_a_card_is_told_and_the_card_is_read():
    """Seven cards of 21 were lost in silence beside quotes, stories and figures."""
    card = (
        "**Street lighting audit**//Action: Replace failed lanterns//Lead: Vale//By when: May 2027"
    )
    quote = "\u201cNobody had ever rung me back before.\u201d//Resident, Tarnford"
    result = find_actions(document(table(f"{card}|{quote}")))
    assert [one.row.cells["activity"] for one in result.actions] == ["Replace failed lanterns"]
    (message,) = [one.message for one in result.problems]
    assert message.startswith('table 1: no action was made of "\u201cNobody had ever rung me')
