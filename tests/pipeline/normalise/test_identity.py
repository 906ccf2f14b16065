"""An action keeps its id from print to print and from edition to edition."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.identity import action_ids

PLAN = "mereshire-plan"


def one(ref: str | None, text: str | None) -> str:
    (name,) = action_ids(PLAN, [(ref, text)])
    return name


def test_a_new_reference_makes_no_new_action():
    assert one("1.2", "Open a second refuge.") == one("1.9", "Open a second refuge.")


def test_bullets_quotes_spaces_and_look_alike_letters_make_no_new_action():
    word = one("1.2", "• Ask Mere’s board: open a second refuge")
    pdf = one("1.2", "\uf0b7 Ask Mere's board:  open a second\nrefuge")
    assert word == pdf == one("1.2", "Ask Меre's board - open a second refuge.")


def test_another_text_or_document_is_another_action():
    ids = {one("1", "Open a refuge"), one("1", "Open a second refuge")}
    assert len(ids | set(action_ids("calder-plan", [("1", "Open a refuge")]))) == 3


def test_a_text_that_is_printed_again_is_told_by_its_reference():
    first, second, third = action_ids(PLAN, [("1", "Review"), ("2", "Review"), ("3", "Review")])
    assert len({first, second, third}) == 3
    assert action_ids(PLAN, [("1", "Review"), ("3", "Review")]) == [first, third]


def test_a_row_without_text_is_told_by_its_reference():
    assert one("1", None) != one("2", "")


@given(
    st.lists(st.tuples(st.sampled_from(["1", "2", "", None]), st.sampled_from("ab•") | st.none()))
)
def test_no_two_actions_of_a_document_share_an_id(texts):
    ids = action_ids(PLAN, texts)
    assert len(set(ids)) == len(ids)
