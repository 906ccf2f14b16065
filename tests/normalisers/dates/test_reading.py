"""What holds for every text: valid EDTF, no error, little time."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalisers.dates import COSTS, DateValue, normalise_date
from tests.normalisers.dates.reading import PERIOD, PUBLISHED, read

# fmt: off
WORDS = [
    "by", "before", "until", "from", "since", "end", "of", "early", "mid", "late", "circa", "Q1",
    "Q4", "March", "Sept", "2024", "2023/24", "24", "202", "31st", "12", "/", "-", "–", ".", ",",
    "(", ")", "to", "and", "onwards", "ongoing", "annually", "review", "TBC", "w/c", "winter",
    "was", "6", "within", "months", "?", "'", "half", "Feb", "29", "30", "immediate", "Complete",
    "n/a", "Board",
]
# fmt: on
PHRASES = ["spring term", "Year 2", "revised to", "16 Days", "financial year", "academic year"]
PIECES = st.sampled_from([*WORDS, *PHRASES, "first quarter", "lifetime of the strategy"])


@pytest.mark.parametrize(
    "printed",
    [
        "31 February 2024",
        "31/02/2024",
        "31.06.2024",
        "16.02.2",
        "99/99/2024",
        "FY24",
        "FY 2025",
        "Q4 FY25",
        "financial year 2024",
        "04/05",
        "1.1.1.1.1.1",
        "45382",
        "March 20 24",
        "Easter 2024",
        "Spring 2024/25",
        "31/03/20245",
        "Within 6 months of Royal Assent",
        "End of year",
        "Year 7",
        "Domestic Abuse Act 2021",
        "PCC and Police",
        "2024-24",
        "29/02/2023",
        "March 2024 - January 2024",
        "Short term",
        "??/??/2024x",
        "6 months after the review",
        "13/13/2024",
        "soon",
        "3",
        "Sep t 2024",
        "March 2024 -",
        "Dec 31",
        "01.04.20",
        "Q1 2024 (Jan - Mar)",
        "Summer holidays 2024",
        "3 3 2023",
        "31st of the 3rd 2024",
        "04.11 – 10.12.2024",
        "Over the next year",
        "Nov 25 - Dec 10 2024",
        "within 3 months of contract award",
        "16 days of activism, November 2024",
        "12 months from April 2023",
        "1/12",
        "financial year end 2024",
        "31/0/2024",
    ],
)
def test_what_is_damaged_or_means_two_things_gives_no_day(printed):
    value = read(printed)
    assert (value.edtf, value.earliest, value.latest, value.score) == (None, None, None, 0)
    assert value.reasons


@pytest.mark.parametrize(
    ("printed", "earliest", "latest"),
    [
        ("Winter 2023", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024/25", date(2024, 4, 1), date(2025, 3, 31)),
        ("by Q4 2024/25", None, date(2025, 3, 31)),
        ("before April 2024", None, date(2024, 3, 31)),
        ("2024 onwards", date(2024, 1, 1), None),
        ("07.11.202", date(2020, 11, 7), date(2029, 11, 7)),
        ("mid 2024", date(2024, 5, 1), date(2024, 8, 31)),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_days_are_the_first_and_the_last_that_the_expression_covers(printed, earliest, latest):
    value = read(printed)
    assert (value.earliest, value.latest) == (earliest, latest)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=9).map(" ".join))
@example("first half of 29 Feb 2024")
@example("w/c 29 Feb")
def test_whatever_words_meet_the_edtf_is_valid_and_within_its_days(printed):
    value = read(printed)
    assert 0 <= value.score <= 100
    assert all(reason in COSTS for reason in value.reasons)
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest
    if value.edtf is not None:
        assert_agrees(value)
    else:
        assert (value.earliest, value.latest) == (None, None)


def assert_agrees(value: DateValue) -> None:
    """The library's first and last day of every closed end lie within those that we give."""
    ends = value.edtf.split("/")
    assert parse_edtf(without_season_mark(value.edtf)) is not None
    for end in (end for end in ends if end != ".."):
        parsed = parse_edtf(without_season_mark(end))
        first, last = parsed.lower_strict()[:3], parsed.upper_strict()[:3]
        assert value.earliest is None or value.earliest <= date(*first)
        assert value.latest is None or date(*last) <= value.latest
    assert (value.earliest is None) == (ends[0] == "..")
    assert (value.latest is None) == (ends[-1] == "..")


def without_season_mark(edtf: str) -> str:
    """edtf 5.0.2 takes no "?" after a season, and ends a winter in December."""
    if "/" not in edtf and edtf[5:7] in ("21", "22", "23", "24"):
        return edtf[:7]
    return edtf


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text("0123456789./- \u0660²Мау", max_size=40)))
def test_no_text_is_too_odd(printed):
    value = normalise_date(printed, PERIOD, PUBLISHED)
    assert value.kind in ("date", "interval", "ongoing", "relative", "tbc", "none")


@pytest.mark.parametrize(
    "printed",
    ["1." * 5_000, "1/" * 480, "March " * 160, "by " * 330, "(" * 990, "2023-" * 199, "Q1 " * 300],
)
def test_long_and_repetitive_cells_cost_little(printed):
    started = time.process_time()
    normalise_date(printed, PERIOD, PUBLISHED)
    assert time.process_time() - started < 0.25


def test_the_labelled_development_rows_are_read(labelled: Path):
    wrong = []
    for line in (labelled / "dates_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        context = row["context"]
        value = normalise_date(row["raw"], tuple(context["document_period"]), context["published"])
        found = (value.edtf or "", value.kind, value.ongoing, value.review_edtf)
        if found != (row["edtf"], row["kind"], row["ongoing"], row["review_edtf"]):
            wrong.append((row["raw"], found))
    assert wrong == []
