"""Who leads, in lines as printed, and what stands in columns that are no field."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.blocks import Box, Document, Paragraph, Place
from extractors.extract import extract
from extractors.layouts.grids.raw_texts import in_lines
from extractors.rows import OtherCell
from tests.extractors.tables import of_rows, table


def test_leads_in_two_columns_stand_in_lines_of_their_own():
    plan = table(
        "Action|Lead member|Lead officer|By when\n"
        "Publish a charter for landlords|Cabinet Member for Homes|Head of Housing|2027\n"
        "Review the rota for night staff||Public Health|2028"
    )
    first, second = extract(Document("text/html", (plan,))).actions
    assert first.cells["lead"] == "Cabinet Member for Homes\nHead of Housing"
    assert second.cells["lead"] == "Public Health"


@pytest.mark.parametrize(
    ("second", "page", "text"),
    [
        ("Healthwatch", 1, "Coroner's Office\nHealthwatch"),
        ("and Healthwatch", 1, "Coroner's Office and Healthwatch"),  # no name begins small
        ("Healthwatch", 2, "Coroner's Office Healthwatch"),  # a page's end may cut a name
    ],
)
def test_a_paragraph_is_a_line_where_it_may_begin_a_name(second, page, text):
    first = Paragraph("Coroner's Office", place=Place((Box(1, 40, 700, 120, 712),)))
    below = Paragraph(second, place=Place((Box(page, 40, 60, 120, 72),)))
    assert in_lines([first, below]) == text


def test_cells_of_columns_that_are_no_field_are_kept_under_their_headings():
    plan = table(
        "Action|Lead|By when|Funding|Ward profile|\n"
        "Light the towpath|Vale Council|2027|£40,000//Home Office grant|Quay|see map\n"
        "Open a drop-in|Police|2028||^|"
    )
    first, second = extract(Document("text/html", (plan,))).actions
    assert first.other_cells == (
        OtherCell("Funding", "£40,000\nHome Office grant"),
        OtherCell("Ward profile", "Quay"),
        OtherCell("", "see map"),
    )
    assert second.other_cells == (OtherCell("Ward profile", "Quay"),)


def test_values_behind_labels_that_are_no_field_are_kept_with_a_card():
    card = table(
        "Action|Light the towpath\nLead|Vale Council\nBy when|2027\nBudget|£40,000\n"
        "Lamp type|LED\nPriority|People feel safe wherever they go. They say so in surveys."
    )
    (action,) = extract(Document("text/html", (card,))).actions
    assert action.other_cells == (
        OtherCell("Budget", "£40,000"),
        OtherCell("Lamp type", "LED"),
        OtherCell("Priority", "People feel safe wherever they go. They say so in surveys."),
    )


PRINTED = st.sampled_from(
    ["Light the quay", "Vale Council", "May 2027", "£40,000", "High", "1.2", "• Notices", "Amber"]
)
HEADINGS = ["Funding", "Lamp type", "", "Risks", "Comments", "Priority", "Ref", "Status", "Links"]


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.data())
def test_whatever_a_row_prints_is_in_a_cell_of_its_action(data):
    extra = data.draw(st.lists(st.sampled_from(HEADINGS), max_size=4, unique=True))
    texts = [[data.draw(PRINTED) for _ in extra] for _ in range(3)]
    rows = [[f"Train the staff of pier {n}", "Police", "2028", *texts[n]] for n in range(3)]
    actions = extract(
        Document("text/html", (of_rows([["Action", "Lead", "By when", *extra], *rows]),))
    ).actions
    assert len(actions) == len(rows)
    for row, action in zip(rows, actions, strict=True):
        others = [cell.text for cell in action.other_cells]
        held = " ".join([*action.cells.values(), *others, action.section or ""])
        assert all(text in held for text in row)
