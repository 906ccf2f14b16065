from datetime import UTC, date, datetime

import pytest

from pipeline.normalise.context import Context, context_of
from pipeline.records import DocumentFacts, Edition

EDITION = Edition("a" * 64, "plan", "plan.pdf", None, 10, datetime(2026, 3, 1, tzinfo=UTC), "x")


def context(title: str | None, opening: str, *furniture: str) -> Context:
    facts = DocumentFacts("application/pdf", title=title, opening=opening, furniture=furniture)
    return context_of(EDITION, facts, ())


@pytest.mark.parametrize(
    ("title", "opening", "furniture", "years", "kind"),
    [
        ("VAWG Strategy 2022-2025", "", "", ("2022", "2025"), "strategy"),
        (
            "Safe at Home, Safe Outside",
            "Safe at Home, Safe Outside\nA strategy for all of Mereshire 2025-2028\nForeword",
            "",
            ("2025", "2028"),
            "strategy",
        ),
        ("Delivery plan", "Delivery plan\nMarch 2024", "", None, "delivery_plan"),
        ("Safe at Home", "Foreword", "Mereshire Council | 2025-2028", ("2025", "2028"), None),
        (None, "", "", None, None),
    ],
)
def test_years_and_kind_come_from_the_title_else_from_the_cover(
    title, opening, furniture, years, kind
):
    found = context(title, opening, furniture)
    assert found.years == years
    assert found.kind == kind


def test_the_printed_day_of_publication_dates_the_document():
    found = context("Delivery plan 2025-26", "Delivery plan 2025-26\nPublished 14 February 2025")
    assert found.published_on == date(2025, 2, 14)


def test_a_line_of_the_cover_that_is_an_authoritys_name_tells_the_area():
    found = context("Housing strategy", "Housing strategy\nBristol City Council\nMay 2026").area
    assert found is not None
    assert (found.name, found.publisher) == ("Bristol", "Bristol City Council")


def test_several_authorities_on_the_cover_leave_the_area_open():
    partners = "Housing strategy\nBristol City Council\nRutland County Council"
    assert context("Housing strategy", partners).area is None
