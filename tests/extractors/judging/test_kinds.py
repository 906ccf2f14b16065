"""A value that is not of its field's kind speaks against its row."""

import pytest

from extractors.judging.kinds import unlike_their_fields
from extractors.rows import ActionRow, Field, OtherCell

FULL: dict[Field, str] = {
    "ref": "2.4",
    "activity": "Open a night shelter by the quay",
    "lead": "Harbour Board",
    "due": "May 2027",
    "status": "In progress",
}


def reasons(**changes: str) -> list[str]:
    return list(unlike_their_fields(ActionRow({**FULL, **changes})))  # type: ignore[typeddict-item]


def test_a_row_whose_values_are_of_their_kinds_is_not_doubted():
    assert reasons() == []


@pytest.mark.parametrize(
    "lead",
    [
        *("2027", "Year 1", "Complete", "\u00a310,000", "March 2026"),
        "Harbour Board Reports have risen since 2022.",  # the text of the column beside it
    ],
)
def test_a_lead_that_is_a_figure_a_date_or_a_state_is_no_name(lead: str):
    assert reasons(lead=lead) == ["lead is no name"]


@pytest.mark.parametrize(
    "lead", ["", "TBC", "N/A", "-", "Early Years Team", "All partners", "IT", "Will Quay Ltd."]
)
def test_a_lead_that_is_a_name_or_not_said_is_not_doubted(lead: str):
    assert reasons(lead=lead) == []


@pytest.mark.parametrize("due", ["First report", "Head of Nursing", "the Harbour Board", "3"])
def test_a_due_cell_that_says_nothing_of_time_is_no_date(due: str):
    assert reasons(due=due) == ["due is no date"]


@pytest.mark.parametrize(
    "due",
    [
        *("", "-", "TBA", "t.b.c.", "None", "To be agreed", "Q3 2026/27", "On-going"),
        "The first half was opened in 2025; the other half of the work goes on into 2027.",
        *("Yearly", "Underway", "Within 28 days", "Once funding is agreed", "S/M"),
        *("Medium", "Short/Medium", "In place", "\u0422\u0412\u0421", "By the end of year two"),
    ],
)
def test_a_due_cell_that_says_when_or_nothing_is_not_doubted(due: str):
    assert reasons(due=due) == []


def test_the_mark_of_a_footnote_at_a_name_is_told():
    assert reasons(lead="Director of Place1") == ["figure at the end of a name"]
    assert reasons(lead="Vale Council2, Police") == ["figure at the end of a name"]
    assert reasons(lead="Ward 3 Forum / Area 4") == []


@pytest.mark.parametrize(
    "status", ["Underway Ongoing", "At risk Delayed", "Not started Limited Substantial Complete X"]
)
def test_a_status_that_says_several_states_is_told(status: str):
    assert reasons(status=status) == ["several status words in one cell"]


@pytest.mark.parametrize(
    "status", ["", "Not started", "Green On track", "Complete (was delayed)", "On hold until May"]
)
def test_a_status_that_says_one_state_is_not_doubted(status: str):
    assert reasons(status=status) == []


def test_a_row_that_names_nobody_and_no_time_is_told():
    assert reasons(lead="", due="") == ["neither who nor when"]
    assert reasons(lead="", due="", support="Harbour Trust") == []


@pytest.mark.parametrize(
    "text", ["1.2.1 Open a hub", "3. Open a hub", "PA2: Open a hub", "Mitigation Action 4: Open it"]
)
def test_a_reference_that_stayed_in_the_text_is_told_where_the_row_has_none(text: str):
    assert reasons(ref="", activity=text) == ["reference in the text"]
    assert reasons(activity=text) == []  # a list within the action


@pytest.mark.parametrize(
    "text", ["A13 Corridor works", "12 volunteers trained", "Phase 2: Open a hub", "Open 3. 4 shut"]
)
def test_a_figure_that_counts_nothing_is_no_reference(text: str):
    assert reasons(ref="", activity=text) == []


@pytest.mark.parametrize(
    ("cells", "other", "odd"),
    [
        ({"due": "May 2027"}, OtherCell("Position", "On track"), True),
        ({"status": "On track"}, OtherCell("Landing", "Q3 2026/27"), True),
        ({"due": "May 2027", "update": "Completed"}, None, False),
        ({"due": "May 2027"}, OtherCell("Funded?", "Yes"), False),
        ({"due": "May 2027"}, OtherCell("Grant", "N/A"), False),
        ({"due": "May 2027"}, OtherCell("Priority", "R"), False),
        ({"due": "May 2027"}, OtherCell("", "Safe at home"), True),
        ({"due": "May 2027", "status": "Done"}, OtherCell("Checked", "4 May 2026"), False),
        ({"due": "May 2027"}, OtherCell("Funding", "Home Office grant"), False),
        ({"status": "On track"}, OtherCell("Cost", "£120,000 over two years"), False),
    ],
)
def test_a_date_or_state_in_no_column_of_them_is_told_where_the_row_has_none(cells, other, odd):
    row = ActionRow(cells, other_cells=(other,) if other is not None else ())
    assert ("value in a column of no field" in list(unlike_their_fields(row))) is odd
