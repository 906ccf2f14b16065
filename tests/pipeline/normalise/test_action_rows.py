"""What the row of an action prints and no rule reads becomes a problem."""

from datetime import UTC, datetime

import pytest

from extractors.rows import ActionRow
from normalisers.areas import find_area
from pipeline.normalise.action_rows import curate_actions
from pipeline.normalise.context import Context
from pipeline.records import Edition
from pipeline.review.corrections import Decisions

EDITION = Edition(
    "0" * 64, "quillshire-plan", "plan.pdf", None, 1, datetime(2026, 1, 5, tzinfo=UTC), "plan.pdf"
)
KENT = Context(find_area(hint="Kent"), None, None, None, {})


def problems(lead: str) -> list[tuple[str, str | None]]:
    """Code and subject of the problems that one lead cell gives."""
    row = ActionRow({"ref": "1.2", "activity": "Train all lantern keepers", "lead": lead})
    curated = curate_actions(EDITION, [row], [], KENT, Decisions("quillshire-plan", {}))
    return [(problem.code, problem.subject) for problem in curated.problems]


@pytest.mark.parametrize(
    ("lead", "subject"),
    [("Zibbleton Quorum", "[name]"), ("Police, Zibbleton Quorum", "Police, [name]")],
)
def test_words_that_no_lead_keeps_are_told_without_printing_them(lead: str, subject: str) -> None:
    assert problems(lead) == [("unread_lead", subject)]


def test_a_name_in_no_file_is_told_with_its_text() -> None:
    assert problems("Quixotic Lantern Collective") == [
        ("unresolved_lead", "Quixotic Lantern Collective")
    ]


@pytest.mark.parametrize("lead", ["Police", "TBC", "", "Jane Specimen, Head of Housing"])
def test_a_lead_cell_that_is_read_gives_no_problem(lead: str) -> None:
    assert problems(lead) == []


@pytest.mark.parametrize(
    ("cells", "rating", "coloured"),
    [
        ({"rag": "Amber"}, "Amber", "Amber"),
        ({"rag": "Amber", "rating": "H"}, "H", "Amber"),
        ({"rag": "Amber", "rating": ""}, "", "Amber"),  # its cell is empty, not missing
        ({"rating": "H"}, "H", None),
    ],
)
def test_a_plan_that_rates_by_colour_alone_is_rated_by_its_words(cells, rating, coloured) -> None:
    row = ActionRow({"activity": "Train all lantern keepers", **cells})
    (action,) = curate_actions(EDITION, [row], [], KENT, Decisions("quillshire-plan", {})).actions
    assert (action.rating_raw, action.rag_raw) == (rating, coloured)
