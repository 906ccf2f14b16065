import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalisers.periods import Period, normalise_kind, normalise_period


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Safer Together Strategy 2022- 2025", "2022", "2025"),
        ("VAWG Strategy – Delivery Plan 2023-24", "2023", "2024"),
        ("Domestic Abuse Strategy 2021–2026", "2021", "2026"),
        ("Strategy 2024 to 2027", "2024", "2027"),
        ("Action plan 2024/25", "2024", "2025"),
        ("Community Safety Plan 2025-28", "2025", "2028"),
        ("Violence Reduction Plan 2022/23 - 2024/25", "2022", "2025"),
        ("Plan April 2023 – March 2026", "2023", "2026"),
        ("Strategy 2022-2025: delivery plan 2023-24", "2023", "2024"),
        ("SAFE AND WELL 2020\u20132030", "2020", "2030"),
        ("Women's Safety Strategy 2024", "2024", None),
        ("Annual report 2023", "2023", None),
        ("Response to the Domestic Abuse Act 2021: strategy 2022-2025", "2022", "2025"),
    ],
)
def test_the_years_of_a_title_are_its_period(title, start, end):
    period = normalise_period(title)
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_a_financial_year_begins_in_april_and_a_span_in_january():
    assert normalise_period("Delivery Plan 2023-24") == Period(
        "2023", "2024", date(2023, 4, 1), date(2024, 3, 31)
    )
    assert normalise_period("Strategy 2022-2025") == Period(
        "2022", "2025", date(2022, 1, 1), date(2025, 12, 31)
    )


@pytest.mark.parametrize(
    "title",
    [
        "",
        "What we plan to do",
        "Objectives & Action Plan",
        "Ending abuse by 2030",
        "Report for March 2024",
        "From 2019 and 2021",
        "Domestic Abuse Act 2021",
        "2022 to 2099",
        "0123456789 " * 30,
    ],
)
def test_a_title_without_years_of_its_own_has_no_period(title):
    assert normalise_period(title) is None


def test_in_prose_only_years_beside_a_plan_count():
    figures = "Across the borough, recorded offences rose in 2019-20 and again in 2020-21. " * 3
    assert normalise_period(figures) is None
    named = figures + "This strategy for 2023 to 2026 sets out what partners will do about it."
    assert normalise_period(named) == Period("2023", "2026", date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("title", "media_type", "kind"),
    [
        ("Domestic Abuse Strategy 2022-2025", "application/pdf", "strategy"),
        ("VAWG Strategy – Delivery Plan 2023-24", None, "delivery_plan"),
        ("Action Plan 2024", "application/pdf", "delivery_plan"),
        ("Strategy and Action Plan 2024-27", "application/pdf", "strategy"),
        ("Action plan update, autumn 2024", "application/pdf", "progress_report"),
        ("Annual Report 2023/24", None, "progress_report"),
        ("Objectives & Action Plan", "text/html", "web_page"),
        ("What we will do", "text/html; charset=utf-8", "web_page"),
        ("Commissioner launches new strategy", "text/html", "news"),
        ("Press release: funding for refuges", "application/pdf", "news"),
        ("Terms of reference", "application/pdf", None),
        ("", None, None),
    ],
)
def test_the_kind_is_told_from_title_and_format(title, media_type, kind):
    assert normalise_kind(title, media_type) == kind


@given(st.text(max_size=120))
def test_no_title_is_too_odd(title):
    normalise_period(title)
    normalise_kind(title)


def test_the_periods_of_the_corpus_are_read_from_their_titles(corpus: Path):
    for file in sorted((corpus / "gold").glob("*.json")):
        document = json.loads(file.read_text("utf-8"))["document"]
        title = document.get("strategy_title") or document["title"]
        period = normalise_period(title)
        found = (period.start, period.end) if period else (None, None)
        assert found == (document["period_start"], document["period_end"]), file.name
