"""What single cells look like: references, levels, dates, states, promises, or none of them."""

import pytest

from extractors.columns import contents
from extractors.columns.contents import profile, tells_done


@pytest.mark.parametrize(
    ("kind", "such", "other"),
    [
        ("is_ref", ["AB.01", "1.2", "Action 3", "IH-4a", "(b)", "C"], ["2025", "1.2 Open a hub"]),
        ("is_ref", ["1.a", "2.b.", "3(c)", "4 (d)", "Initiative 1.1"], ["1.ab", "3(cd)"]),
        ("bids", ["Reduce harm", "Bring in a rota"], ["Reducing harm", "Harm"]),
        ("is_list_mark", ["(a)", "2.", "•", "iv)"], ["12", "(abc)", "A"]),
        ("is_date", ["Mar-24", "2023/24", "Q3", "TBC"], ["Train staff", "Early Years", ""]),
        (
            "is_level",
            ["H", "Medium", "very high", "TBC", "1", "High / 2", "Urgent", "Important"],
            ["Housing", "6", ""],
        ),
        ("is_status", ["Not started", "In Progress", "Green", "n/a"], ["Green lanes", "Openly"]),
        ("is_status", ["Limited", "Substantial", "Partly implemented"], ["Limited access"]),
        ("is_colour", ["Amber", "G", "Green - on track"], ["Greenfield", "On track: green"]),
        ("is_tick", ["✓", "X", "No", "☐", ""], ["Nobody", "xx", "yes, in part"]),
        ("is_role", ["R", "A/R", "C, I"], ["CS", "N", ""]),
        ("is_number", ["1,204", "£12k", "34%", "-3"], ["12 beds", "1.2a", ""]),
        ("is_promise", ["Review the rota", "Staff will be trained"], ["Shares an aim", "2026"]),
        ("opens_promise", ["We will open a hub", "• Train staff"], ["Staff will be trained", ""]),
        (
            "opens_promise",
            ["A) Train staff", "A Raising trust"],
            ["A working group meets", "A training day is held"],
        ),
        ("tells_done", ["Opened a refuge", "Planned a move", "Closed it"], ["Need it", "Red", ""]),
    ],
)
def test_a_cell_looks_like_one_kind_of_value_and_not_like_another(kind, such, other):
    looks_so = getattr(contents, kind)
    assert [text for text in such if not looks_so(text)] == []
    assert [text for text in other if looks_so(text)] == []


def test_a_sentence_of_more_than_ten_words_is_no_date_although_it_names_a_year():
    assert contents.is_date("Reviewed by the board of the trust in May 2026")
    assert not contents.is_date("Reviewed by the board of the whole trust again in May 2026")


@pytest.mark.parametrize(
    "text",
    ["Organizing drop-ins", "Closing gaps", "Planning a move", "Train", "Re-procure the hub"],
)
def test_a_verb_in_any_form_that_plans_use_promises_something(text):
    assert contents.is_promise(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Development of a portal", True),
        ("1.2 Preparation of the rules", True),
        ("Introduction of a levy", True),
        ("Publication of the results", True),
        ("Expansion of the fund", True),
        ("Review of the rules and their use", True),
        ("Number of crimes", False),
        ("Level of trust", False),
        ("Development", False),
    ],
)
def test_an_act_may_be_named_by_its_noun(text, act):
    assert contents.names_act(text) is act


def test_a_column_is_described_by_the_shares_of_its_filled_cells():
    column = profile(["H", "M", "", "Ask the landlords first"])
    assert (column.filled, column.blank, column.words) == (3, 0.25, 1.0)
    assert column.levels == pytest.approx(2 / 3)
    assert column.promises == pytest.approx(1 / 3)
    assert column.distinct == 1.0


def test_dashes_are_no_ticks_of_a_column_of_names():
    assert profile(["Police", "-", "–"]).ticks == 0.0
    assert profile(["✓", "-"]).ticks == 1.0


def test_an_empty_column_has_no_shares():
    column = profile(["", " "])
    assert (column.filled, column.blank, column.words, column.distinct) == (0, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "Won an award",
        "A pilot was placed on board",
        "Founded in 2015",
        "We have set up a club",
        "We’ve begun",
    ],
)
def test_what_was_done_is_told_by_its_verb(text):
    assert tells_done(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tell each caller what was done",
        "Review what was agreed",
        "Embed a worker",
        "Feed the crews",
        "Trauma-informed training",
        "We have to train the crews",
    ],
)
def test_what_is_to_be_done_of_what_was_done_is_not(text):
    assert not tells_done(text)
