"""Cards whose labels stand above their values, in one cell or in a table of one column."""

import pytest

from extractors.actions import find_actions
from extractors.blocks import Cell, Heading, Paragraph, Table
from tests.extractors.tables import document, found, pick, table

GOAL = Heading("Goal 1: Quiet rivers", 2)
STRIP = "{}//Canal Trust|{}//May 2027|{}//On track"
STEPS = (
    "Reference\nB2\nProposed action\nDredge the lower basin\n"
    "Lead organisation\nCanal Trust\nTimeframe\nMay 2027"
)


def test_a_strip_of_cells_with_labels_on_top_is_the_card_of_the_title_above_it():
    strip = table(STRIP.format("Lead", "Deadline", "Current status"))
    title = Paragraph("1.2 Dredge the lower basin", bold=True)
    for above in (Heading("1.2 Dredge the lower basin", 3), title):
        (row,) = found(GOAL, above, strip)
        assert pick([row], "ref", "activity", "lead", "due", "status", "section") == [
            ("1.2", "Dredge the lower basin", "Canal Trust", "May 2027", "On track", GOAL.text)
        ]


def test_a_label_that_the_reader_left_in_one_paragraph_with_its_value_is_one_still():
    held = (("Lead", "Canal Trust"), ("Deadline", "May 2027"))
    cells = tuple(
        Cell(0, at, (Paragraph(f"{label} {value}", lead_in=label),))
        for at, (label, value) in enumerate(held)
    )
    (row,) = found(GOAL, Heading("1.2 Dredge the lower basin", 3), Table(cells, 1, 2))
    assert (row["lead"], row["due"]) == ("Canal Trust", "May 2027")


def test_titles_between_strips_begin_the_next_card():
    strip = "Lead://{}|Deadline://{}"
    rows = found(
        GOAL,
        table(
            f"1.1 Dredge the lower basin|<\n{strip.format('Vale', 2026)}\n"
            f"1.2 Mend the lock gates|<\n{strip.format('Port', 2027)}"
        ),
    )
    assert pick(rows, "ref", "lead", "due") == [("1.1", "Vale", "2026"), ("1.2", "Port", "2027")]


def test_a_table_of_one_column_may_print_each_label_above_its_value():
    shaded = table(STEPS, fills={(row, 0): "#dddddd" for row in (0, 2, 4, 6)})
    (row,) = found(GOAL, shaded)
    assert pick([row], "ref", "activity", "lead", "due") == [
        ("B2", "Dredge the lower basin", "Canal Trust", "May 2027")
    ]
    twice = table(
        "\n".join([STEPS, STEPS.replace("B2", "B3")]),
        fills={(row, 0): "#dddddd" for row in range(0, 16, 2)},
    )
    assert pick(found(GOAL, twice), "ref") == [("B2",), ("B3",)]


def test_a_long_table_of_one_column_gives_each_of_its_cards():
    """Tables of more than 400 rows were no cards, and vanished untold."""
    steps = [STEPS.replace("B2", f"B{n}") for n in range(2, 102)]
    shaded = {(row, 0): "#dddddd" for row in range(0, 800, 2)}
    assert len(found(GOAL, table("\n".join(steps), fills=shaded))) == 100


def test_a_column_of_names_and_a_strip_about_a_paper_are_no_cards():
    assert found(GOAL, table("Partners\nCanal Trust\nVale Council")) == []
    paper = table("Owner//Canal Trust|Approved by//Board|Review date//May 2027")
    assert found(GOAL, Heading("Document control", 3), paper) == []


def test_a_numbered_line_above_heads_and_one_row_is_the_action_of_that_row():
    plan = table("**Lead**|**Deadline**|**Success measures**\nCanal Trust|2027|Two miles dredged")
    (row,) = found(GOAL, Paragraph("Dredge the lower basin", "1."), plan)
    assert pick([row], "ref", "activity", "lead", "due") == [
        ("1", "Dredge the lower basin", "Canal Trust", "2027")
    ]


def test_what_may_be_an_action_or_a_measure_is_a_measure_below_a_title_that_promises():
    lines = (
        Paragraph("Dredge the lower basin"),
        Paragraph("Lead: Canal Trust"),
        Paragraph("Due: 2027"),
        Paragraph("Deliverables: Two miles dredged"),
    )
    (row,) = found(GOAL, Heading("Action 4", 3), *lines)
    assert pick([row], "ref", "activity", "measures") == [
        ("4", "Dredge the lower basin", "Two miles dredged")
    ]
    (alone,) = found(GOAL, table("Deliverable|Two miles dredged\nLead|Vale\nDue|2027"))
    assert alone["activity"] == "Two miles dredged"


def test_a_bold_title_above_labels_that_are_headings_is_the_action():
    blocks = [GOAL]
    for said in ("Review the lock gates", "Deliver a new basin"):
        blocks += [Paragraph(said, bold=True), Heading("Success measures:", 3)]
        blocks += [Paragraph("Two miles", "•"), Paragraph("Lead: Vale"), Paragraph("Due: 2027")]
    rows = [action.row.cells for action in find_actions(document(*blocks)).actions]
    assert [row["activity"] for row in rows] == ["Review the lock gates", "Deliver a new basin"]


def test_an_aim_between_the_cards_of_one_table_is_the_section_of_those_below_it():
    card = "{}|<\nLead:|Vale\nDue:|2027\nSuccess measures:|Two miles\n"
    cards = [card.format(said) for said in ("Review the lock gates", "Deliver a new basin")]
    rows = found(GOAL, table(f"{cards[0]}Goal 2: Dry cellars|\n{cards[1]}".rstrip()))
    assert pick(rows, "activity", "section") == [
        ("Review the lock gates", GOAL.text),
        ("Deliver a new basin", "Goal 2: Dry cellars"),
    ]


def test_a_row_across_with_a_label_on_top_goes_on_with_the_card_above_it():
    def cell(row, column, label, *values, span=1):
        said = tuple(Paragraph(value) for value in values)
        return Cell(row, column, (Paragraph(label, bold=True), *said), column_span=span)

    cells = (
        Cell(0, 0, (Paragraph("1.1 | Dredge the lower basin", bold=True),), column_span=3),
        cell(1, 0, "Lead", "Vale"),
        cell(1, 1, "Those who help", "Port"),
        cell(1, 2, "Deadline", "2026"),
        cell(2, 0, "Success measures", "Depth of two metres", "No floods", span=3),
    )
    (row,) = found(GOAL, Table(cells, 3, 3))
    assert pick([row], "ref", "activity", "lead", "due", "items") == [
        ("1.1", "Dredge the lower basin", "Vale", "2026", ["Depth of two metres", "No floods"])
    ]


def test_a_box_with_its_label_across_stands_above_boxes_side_by_side():
    """Two of them may be of one field: "Need" may name the action as well."""
    rows = found(
        table(
            "**1.1 Quiet weirs**|<\nTask//Dredge the lower basin|<\n"
            "Lead//Canal Trust|By when//May 2027\n"
            "Need//Silt has built up.|Measures//Depth of 2 m"
        )
    )
    assert pick(rows, "activity", "lead", "due", "measures") == [
        ("Dredge the lower basin", "Canal Trust", "May 2027", "Depth of 2 m")
    ]


def test_a_field_of_a_strip_may_be_left_empty_and_its_first_label_stand_across():
    rows = (
        "**Deliverable**//Dredge the lower basin|<\n**Lead**//Canal Trust|**Deadline**\n"
        "**Success measures**|<\n**Progress so far**//Tenders are out.|<"
    )
    (row,) = found(Heading("Goal 1: Quiet rivers", 2), table(rows))
    assert pick([row], "activity", "lead", "due", "update") == [
        ("Dredge the lower basin", "Canal Trust", "", "Tenders are out.")
    ]


def test_a_count_alone_above_labels_on_top_is_the_reference_of_their_card():
    form = "**Commitment {}**|<\nKey action//{}|<\nLead//Vale|End date//{}"
    rows = found(
        GOAL,
        table(form.format(1, "Dredge the lower basin", 2026)),
        table(form.format(2, "Mend the lock gates", 2027)),
    )
    assert pick(rows, "ref", "activity", "due") == [
        ("Commitment 1", "Dredge the lower basin", "2026"),
        ("Commitment 2", "Mend the lock gates", "2027"),
    ]


def test_a_label_alone_beside_labels_above_their_values_is_left_empty():
    (row,) = found(
        GOAL,
        table("What we will do//Dredge the basin|<\nLead//Vale|Partners//Port\nDue//2027|Budget"),
    )
    assert pick([row], "activity", "lead", "support", "due") == [
        ("Dredge the basin", "Vale", "Port", "2027")
    ]


def test_the_name_of_a_card_may_stand_above_the_text_that_its_cells_are_about():
    """The name made a card without labels, so that none was read."""
    card = "**{}**|<\n{}|<\nWhy it matters://It is asked for.|<\nLead://Vale|Deadline://May 2027"
    first = table(card.format("Early help", "Hold drop-ins for carers"))
    second = table(card.format("Fair work", "Ask every ward for figures"))
    assert pick(found(first, second), "activity", "lead", "due") == [
        ("Early help Hold drop-ins for carers", "Vale", "May 2027"),
        ("Fair work Ask every ward for figures", "Vale", "May 2027"),
    ]


def test_labels_in_both_cells_of_a_card_are_read_beside_its_text():
    """What stood below the text was read as part of it."""
    card = (
        "Hold drop-ins for carers//Measures://Fewer calls|Lead: Vale//Partners: Fen//Due: May 2027"
    )
    assert pick(found(table(card)), "activity", "measures", "lead", "due") == [
        ("Hold drop-ins for carers", "Fewer calls", "Vale", "May 2027")
    ]


@pytest.mark.parametrize("state", ["On track", "On hold", "Open"])
def test_a_state_below_its_label_is_no_part_of_it(state):
    """The form of which "STATUS" and "On hold" were read as one label was lost."""
    rows = found(
        table(
            "SIF 06|Charity shops|<\nPROPOSED ACTION//Move three shops to leases|<|<\n"
            "RESPONSIBLE OFFICER//Chaplain|SUPPORTED BY//Board|COMPLETE BY//October 2026\n"
            f"MEASURE OF SUCCESS//Net income of £410,000|<|STATUS//{state}"
        )
    )
    assert pick(rows, "ref", "lead", "status") == [("SIF 06", "Chaplain", state)]
