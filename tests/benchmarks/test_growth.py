import pytest

from benchmarks.growth import WORD_ROWS, Figure, _make_word, _page
from benchmarks.made_plans import STYLES, make_plan
from extractors.extract import extract
from extractors.readers import read


@pytest.mark.parametrize(
    ("value", "least", "kept"), [(1.4, False, True), (1.6, False, False), (1.6, True, True)]
)
def test_a_figure_keeps_its_bound_from_the_side_that_it_says(value, least, kept):
    assert Figure("two workers against one", value, "times", 1.5, least).kept is kept


@pytest.mark.parametrize("style", STYLES)
def test_every_action_of_a_made_plan_is_read(tmp_path, style):
    printed = make_plan(tmp_path / "plan.pdf", 40, style)
    found = extract(read((tmp_path / "plan.pdf").read_bytes(), "plan.pdf")).actions
    assert [row.cells["activity"] for row in found] == printed[6::5]


def test_made_web_pages_and_word_plans_hold_the_actions_that_they_should(tmp_path):
    assert len(extract(read(_page(30).encode(), "plan.html")).actions) == 30
    _make_word(tmp_path / "plan.docx")
    found = extract(read((tmp_path / "plan.docx").read_bytes(), "plan.docx")).actions
    assert len(found) == 60 * WORD_ROWS
