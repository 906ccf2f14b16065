"""Labels with their values inside a cell of a plan, as lines or as a small table."""

from dataclasses import replace

from extractors.actions import find_actions
from extractors.blocks import Heading, Paragraph
from tests.extractors.tables import document, found, pick, table

THEME = Heading("Theme 1: Homes", 1)


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


def test_a_paragraph_below_a_labelled_one_in_a_cell_is_of_its_value():
    rows = found(
        table("Action|Open a refuge\nLead: Vale//Homes team|By when: May 2027\nMeasures|Ten beds")
    )
    assert pick(rows, "activity", "lead", "due") == [
        ("Open a refuge", "Vale\nHomes team", "May 2027")
    ]
