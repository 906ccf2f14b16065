"""Choices of which a mark tells one: what is ticked, and what only looks like it."""

import pytest

from extractors.blocks import Heading, Paragraph
from extractors.grid import grid_of
from extractors.layouts.labels.choices import settle_choices
from extractors.layouts.labels.ticked import chosen
from tests.extractors.tables import found, pick, table, texts

FORM = (
    "3. Keep the towpath open|<|<|<|<\nLead organisation|Rivers Trust|<|<|<\n"
    "Description|Cut back the hedges twice a year|<|<|<\n"
    "Completion level|Not started|Limited|Substantial|Completed\n"
    "{marks}\nEnd date|May 2027|<|<|<"
)


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ("^|||✓|", "Substantial"),
        ("^|||\uf0fc|", "Substantial"),  # the tick of Wingdings
        ("^|X|||", "Not started"),
        ("^||✗|✔|✗", "Substantial"),  # a cross beside a tick is none
        ("^|||b|a, c", "Substantial b Completed a, c"),  # the parts of an action
        ("^|☐|☐|☐|☒", "Completed"),
        ("^||||", ""),  # nothing is ticked
        ("||✓||", "Limited"),  # no cell of the label reaches down
    ],
)
def test_a_form_says_the_choice_under_which_the_mark_stands(marks, status):
    (row,) = found(table(FORM.format(marks=marks)))
    assert pick([row], "activity", "status", "due") == [
        ("Cut back the hedges twice a year", status, "May 2027")
    ]


def test_a_row_of_texts_below_choices_is_no_row_of_marks():
    plain = table("Status|Red|Amber\n^|Late by a month|On time")
    assert settle_choices(grid_of(plain)) is plain


def test_ticks_under_the_headings_of_a_grid_are_the_headings_words():
    rows = found(
        Heading("Priority 2: Quiet nights", 2),
        table(
            "Ref|Action|Lead|By when|Status|<|<\n^|^|^|^|Not started|In progress|Complete\n"
            "Streets|<|<|<|<|<|<\n"
            "1|Fit quiet bins in the market square|Depot|May 2026||✓|\n"
            "2|Train the stewards of the night bus|Buses|June 2026|✓||"
        ),
    )
    assert pick(rows, "ref", "lead", "due", "status") == [
        ("1", "Depot", "May 2026", "In progress"),
        ("2", "Buses", "June 2026", "Not started"),
    ]


def test_several_leads_may_be_ticked():
    rows = found(
        table(
            "Action|By when|Lead agency|<|<\n^|^|Police|Council|Health\n"
            "Open a night clinic at the docks|2026|●||●\nReview the bylaws on noise|2027||●|"
        )
    )
    assert pick(rows, "lead") == [("Police\nHealth",), ("Council",)]


def test_colours_without_a_heading_above_them_are_a_rating_of_progress():
    rows = found(
        table(
            "Ref|Action|Lead|By when|Red|Amber|Green\n"
            "1|Fit quiet bins in the market square|Depot|May 2026||x|\n"
            "2|Train the stewards of the night bus|Buses|June 2026|||x"
        )
    )
    assert pick(rows, "rag") == [("Amber",), ("Green",)]


@pytest.mark.parametrize(
    "text",
    [
        "Question|Yes|No\nWere you asked?|41|12\nWas it clear?|38|15",  # figures, no marks
        "Action|Lead|Start|End\nOpen a hub|Vale|May|June",  # headings of their own
        "Ref|Funded|Agreed\n1|Yes|No\n2|No|Yes",  # "Yes" is a mark and no choice
        "Action|Red|Amber\nOpen a hub||",  # nothing is marked
    ],
)
def test_other_tables_stay_as_they_are(text):
    plain = table(text)
    assert settle_choices(grid_of(plain)) is plain


def test_the_words_chosen_stand_where_the_marks_stood():
    settled = settle_choices(grid_of(table("Action|Red|Green\nOpen a hub||✓", page=4)))
    assert texts(settled) == [["Action", "RAG"], ["Open a hub", "Green"]]
    (box,) = settled.cells[-1].place.boxes
    assert (box.page, box.x0, box.x1) == (4, 280.0, 760.0)


@pytest.mark.parametrize(
    "years", ["FY26|FY27", "FY2026|FY2027", "2025/26|2026/27", "Q1|Q2", "Short|Long"]
)
def test_marks_under_years_say_when(years):
    rows = found(table(f"Action|Lead|{years}\nOpen a hub|Vale||X\nTrain ushers|Courts|X|"))
    first, second = years.split("|")
    assert pick(rows, "due") == [(second,), (first,)]


@pytest.mark.parametrize("head", ["Timescale||", "When||", "Timescale|<|<"])
def test_a_heading_over_years_may_have_blank_cells_beside_it(head):
    rows = "Open a hub|Vale||X|\nTrain ushers|Courts|||X"
    acts = found(table(f"Action|Lead|{head}\n||2026|2027|2028\n{rows}"))
    assert pick(acts, "due") == [("2027",), ("2028",)]
    assert pick(acts, "section") == [(None,), (None,)]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("☐ Not started ☒ In progress ☐ Complete", "In progress"),
        ("☐ High  ☑ Medium  ☐ Low", "Medium"),
        ("[ ] On track [x] Delayed [ ] Completed", "Delayed"),
        ("Not started \uf0a8 Complete \uf0fe", "Complete"),  # boxes of Wingdings, behind the words
        ("☐ Not started ☐ In progress", ""),
        ("☑ Roofs ☑ Doors", None),  # a list with ticks
        ("☐ Ask the tenants ☒ Mend the roofs", None),  # things to do
        ("☒ Complete", None),
        ("Complete", None),
    ],
)
def test_choices_in_one_cell_are_the_words_that_are_marked(printed, said):
    assert chosen(printed) == said


def test_choices_in_one_cell_or_line_are_read_where_the_status_stands():
    form = "Action|Mend the roofs\nLead|Homes\nDue|2027\nStatus|☐ Not started ☒ In progress"
    grid = "Ref|Action|Lead|Status\n1|Mend the roofs|Homes|☒ Not started//☐ Complete"
    lines = [
        Paragraph("1.1 Mend the roofs", bold=True),
        Paragraph("Lead: Homes"),
        Paragraph("Due: 2027"),
        Paragraph("Status: ☐ Not started ☒ In progress"),
    ]
    assert pick(found(table(form)), "status") == [("In progress",)]
    assert pick(found(table(grid)), "status") == [("Not started",)]
    assert pick(found(*lines), "status") == [("In progress",)]


@pytest.mark.parametrize(
    "levels",
    [
        ("Not started", "Limited", "Substantial", "Completed"),
        ("Not implemented", "Partially implemented", "Largely implemented", "Implemented"),
    ],
)
def test_levels_that_reports_of_states_print_above_marks_say_how_far_an_action_is(levels):
    rows = "Publish the tides|Vale||✓||\nLight the quay|Port||||✓"
    read = found(table(f"Commitment|Lead|{'|'.join(levels)}\n{rows}"))
    assert pick(read, "status") == [(levels[1],), (levels[3],)]


def test_quarters_ticked_beside_a_date_are_no_second_date():
    heads = "Action|Lead|By when|2026/27|<\n^|^|^|Q1|Q2"
    grid = f"{heads}\nMend the roofs|Homes|March 2027|x|\nLight the quay|Port|June 2026||x"
    assert pick(found(table(grid)), "due") == [("March 2027",), ("June 2026",)]


def test_an_update_of_a_quarter_is_none_of_the_times_beside_it():
    heads = "Action|Lead|Short term|Long term|Progress to date (Q2)"
    grid = f"{heads}\nMend the roofs|Homes|●||Tender out\nLight the quay|Port||●|"
    assert pick(found(table(grid)), "due") == [("Short term",), ("Long term",)]
